/* Expanding sweeps, and what the experiments declare. */
#include "base/arena.h"
#include "experiments/experiment.h"
#include "store/cell.h"
#include "support.h"
#include "sweep/sweep.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct experiment toy = {
    .plan.name = "toy",
    .plan.version = 3,
    .plan.axis = {"panel", "norm", "batch"},
    .plan.preset = {{"smoke",
                     "",
                     "0-1",
                     "data=synthetic epochs=1",
                     {"panel=a net=\"mlp hidden=4\" norm=none,batchnorm batch=2,4",
                      "panel=b net=\"mlp hidden=8\" norm=none batch=4"}}},
};

static int expand(struct sweep *s, const char *const *overrides, int count, const char *seeds)
{
    char *copy[8] = {0};
    int r;

    for (int i = 0; i < count; i++)
        copy[i] = xstrdup(overrides[i]);
    r = experiment_expand(s, &toy, 0, copy, count, seeds);
    for (int i = 0; i < count; i++)
        free(copy[i]);
    return r;
}

static void test_expand(void **state)
{
    struct sweep s;

    (void)state;
    assert_int_equal(expand(&s, NULL, 0, NULL), 0);
    assert_int_equal(s.trials, 10);
    assert_int_equal(s.axes, 3);
    assert_string_equal(config_get(&s.trial[0].config, "norm"), "none");
    assert_string_equal(config_get(&s.trial[0].config, "seed"), "0");
    assert_string_equal(config_get(&s.trial[1].config, "seed"), "1");
    assert_string_equal(config_get(&s.trial[2].config, "batch"), "4");
    assert_string_equal(config_get(&s.trial[9].config, "net"), "mlp hidden=8");
    for (int i = 0; i < s.trials; i++)
        for (int j = 0; j < i; j++)
            assert_string_not_equal(s.trial[i].key, s.trial[j].key);
    sweep_clear(&s);
}

static void test_overrides(void **state)
{
    struct sweep s;

    (void)state;
    assert_int_equal(expand(&s, (const char *[]){"panel=a", "lr=0.1,0.2", "batch=8"}, 3, "5,7-8"),
                     0);
    assert_int_equal(s.trials, 2 * 2 * 3);
    assert_int_equal(s.axes, 4);
    assert_string_equal(s.axis[3], "lr");
    assert_string_equal(config_get(&s.trial[2].config, "seed"), "8");
    sweep_clear(&s);
    /* The same trial twice counts once. */
    assert_int_equal(expand(&s, (const char *[]){"batch=8,8", "norm=none"}, 2, "1"), 0);
    assert_int_equal(s.trials, 2);
    sweep_clear(&s);
}

/* A comma within a value, as in a path; and other characters that paths have. */
static void test_values_with_commas(void **state)
{
    static const char *const name[] = {"folder:/a b",  "folder:/a=b", "folder:/a+b",
                                       "folder:/it's", "idx:/a&<b>/", "folder:/a\\b"};
    struct config cell = {0};
    struct sweep s;

    (void)state;
    assert_int_equal(
        expand(&s, (const char *[]){"data=folder:/my\\,pictures", "norm=none"}, 2, "0"), 0);
    assert_int_equal(s.trials, 3);
    assert_int_equal(s.axes, 3);
    assert_string_equal(config_get(&s.trial[0].config, "data"), "folder:/my,pictures");
    sweep_clear(&s);
    assert_int_equal(
        expand(&s, (const char *[]){"data=mnist,folder:/my\\,pictures", "norm=none"}, 2, "0"), 0);
    assert_int_equal(s.trials, 6);
    assert_int_equal(s.axes, 4);
    sweep_clear(&s);
    for (size_t i = 0; i < sizeof name / sizeof *name; i++) {
        char *override = format_new("data=%s", name[i]);

        assert_int_equal(expand(&s, (const char *[]){override, "norm=none"}, 2, "0"), 0);
        assert_int_equal(s.trials, 3);
        assert_string_equal(config_get(&s.trial[0].config, "data"), name[i]);
        sweep_clear(&s);
        free(override);
    }
    /* A cell's only value is written in either way. */
    cell_parse("data=folder:/my\\,pictures norm=none", &cell);
    assert_string_equal(config_get(&cell, "data"), "folder:/my,pictures");
    config_clear(&cell);
    cell_parse("data=folder:/my,pictures", &cell);
    assert_string_equal(config_get(&cell, "data"), "folder:/my,pictures");
    config_clear(&cell);
}

static void test_overrides_refused(void **state)
{
    static const char *const bad[][2] = {
        {"bacth=2", "unknown key 'bacth'; did you mean 'batch'?"},
        {"batch=two", "batch=two: should be"},
        {"batch", "'batch': should be KEY=VALUE"},
        {"panel=c", "preset smoke has no such panel; it has a,b; with net=, a new name is"},
        {"seed=3-1", "seeds '3-1'"},
        {"batch=2,,4", "an empty value in a list"},
        {"data=folder:/my,pictures",
         "no data set is called 'pictures'. Commas separate values; a comma within a path is "
         "written \\,: data='folder:/my\\,pictures'"},
        {"data=folder:/my\"pictures", "a value cannot have a double quote"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct sweep s;
        char *message;

        capture_stderr();
        assert_int_equal(expand(&s, &bad[i][0], 1, NULL), -1);
        message = captured_stderr();
        if (!strstr(message, bad[i][1]) || strchr(message, '\n') != message + strlen(message) - 1)
            fail_msg("%s: '%s' is not one line with '%s'", bad[i][0], message, bad[i][1]);
        free(message);
    }
}

/* A key is a function of experiment, version and configuration, whatever form it was written in. */
/* With net=, a new name of a panel is that of the user's net: it takes the settings of the blocks, and equal trials of two
 * panels become one. */
static void test_own_panel(void **state)
{
    struct sweep s;

    (void)state;
    assert_int_equal(
        expand(&s, (const char *[]){"panel=mine", "net=mlp hidden=5", "norm=none"}, 3, "0"), 0);
    assert_int_equal(s.trials,
                     2); /* batch 2 and 4 of panel a; batch 4 of panel b is the same trial */
    for (int i = 0; i < s.trials; i++) {
        assert_string_equal(config_get(&s.trial[i].config, "panel"), "mine");
        assert_string_equal(config_get(&s.trial[i].config, "net"), "mlp hidden=5");
    }
    sweep_clear(&s);
    assert_int_equal(expand(&s, (const char *[]){"panel=b", "net=mlp hidden=5"}, 2, "0"), 0);
    assert_int_equal(s.trials, 1);
    assert_string_equal(config_get(&s.trial[0].config, "panel"), "b");
    sweep_clear(&s);
}

static void test_keys(void **state)
{
    struct experiment next = toy;
    struct sweep a, b;
    char key[TRIAL_KEY];

    (void)state;
    assert_int_equal(expand(&a, (const char *[]){"lr=0.10"}, 1, "0"), 0);
    assert_int_equal(expand(&b, (const char *[]){"lr=1e-1"}, 1, "0"), 0);
    assert_string_equal(a.trial[0].key, b.trial[0].key);
    next.plan.version++;
    trial_key(&next.plan, &a.trial[0].config, key);
    assert_string_not_equal(a.trial[0].key, key);
    sweep_clear(&a);
    sweep_clear(&b);
}

/* A file's configuration, which may be in other words and from before some keys were there, has the key of the
 * trial that it describes. */
static void test_keys_of_recorded_configurations(void **state)
{
    struct config recorded = {0}, unknown = {0}, canonical = {0};
    struct text why = {0}, planned = {0}, text = {0};
    char key[TRIAL_KEY];
    struct sweep s;

    (void)state;
    assert_int_equal(expand(&s, (const char *[]){"lr=0.1"}, 1, "0"), 0);
    assert_int_equal(config_parse(&recorded,
                                  "seed=0 lr=1e-1 norm=none net=\"mlp hidden=4\" batch=02 "
                                  "epochs=1 data=synthetic panel=a"),
                     0);
    assert_int_equal(trial_complete(&recorded, &canonical, &why), 0);
    store_key("toy", 3, &canonical, key);
    config_print(&s.trial[0].config, &planned);
    config_print(&canonical, &text);
    assert_string_equal(text_str(&text), text_str(&planned));
    assert_string_equal(key, s.trial[0].key);
    store_key("toy", 4, &canonical, key);
    assert_string_not_equal(key, s.trial[0].key);
    config_clear(&canonical);
    assert_int_equal(config_parse(&unknown, "net=mlp norm=none of_old=1"), 0);
    assert_int_equal(trial_complete(&unknown, &canonical, &why), -1);
    assert_non_null(strstr(text_str(&why), "unknown key 'of_old'"));
    config_clear(&canonical);
    config_clear(&recorded);
    config_clear(&unknown);
    text_clear(&why);
    text_clear(&planned);
    text_clear(&text);
    sweep_clear(&s);
}

/* A value of a block that no override replaces, where other blocks take it. */
static void test_values_that_a_block_keeps(void **state)
{
    static const struct experiment own = {
        .plan.name = "own",
        .plan.version = 1,
        .plan.axis = {"panel", "batch"},
        .plan.preset = {{"smoke",
                         "",
                         "0",
                         "data=synthetic epochs=1 norm=none",
                         {"panel=a batch==2", "panel=b data==synthetic-rgb batch==4,8"}}},
    };
    char data[] = "data=mnist", axis[] = "batch=8", neither[] = "batch=16", *err;
    char *overrides[] = {data, axis};
    struct sweep s;

    (void)state;
    assert_int_equal(experiment_expand(&s, &own, 0, overrides, 1, NULL), 0);
    assert_int_equal(s.trials, 3);
    assert_string_equal(config_get(&s.trial[0].config, "data"), "mnist");
    assert_string_equal(config_get(&s.trial[0].config, "batch"), "2");
    assert_string_equal(config_get(&s.trial[1].config, "data"), "synthetic-rgb");
    assert_string_equal(config_get(&s.trial[2].config, "batch"), "8");
    sweep_clear(&s);
    /* Of an axis: the block that has the value, and not the other. */
    assert_int_equal(experiment_expand(&s, &own, 0, overrides, 2, NULL), 0);
    assert_string_equal(config_get(&s.trial[0].config, "panel"), "b");
    sweep_clear(&s);
    axis[6] = '4';
    assert_int_equal(experiment_expand(&s, &own, 0, overrides, 2, NULL), 0);
    assert_string_equal(config_get(&s.trial[0].config, "panel"), "b");
    sweep_clear(&s);
    overrides[1] = neither;
    capture_stderr();
    assert_int_equal(experiment_expand(&s, &own, 0, overrides, 2, NULL), -1);
    err = captured_stderr();
    assert_non_null(strstr(err, "no trials of what is asked for"));
    free(err);
}

/* ---- what an experiment may leave out ---- */

/* Expands an experiment of one claim over the axis lr; it must be refused with `what`, or pass where that is NULL. */
static void check_claim(struct claim c, const char *lr, const char *what)
{
    const struct claim claims[] = {c, {0}};
    struct experiment e = {.plan.name = "own",
                           .plan.axis = {"lr", "norm"},
                           .plan.preset = {{"smoke", "", "0", "data=synthetic norm=none", {lr}}},
                           .claims = claims};
    struct sweep s;
    char *said;
    int r;

    capture_stderr();
    r = experiment_expand(&s, &e, 0, NULL, 0, NULL);
    said = captured_stderr();
    if (r != (what ? -1 : 0) || (what && !strstr(said, what)))
        fail_msg("returned %d and said '%s', should say '%s'", r, said, what ? what : "");
    if (what)
        assert_holds(said, "experiment own, claim 'text'");
    free(said);
    if (r == 0)
        sweep_clear(&s);
}

/* Axes along which measures sum up hold numbers. */
static void test_axes_of_measures(void **state)
{
    struct claim c = {.id = "id",
                      .text = "text",
                      .a = "",
                      .b = "",
                      .of = {.how = MEASURE_USABLE_MOST, .along = "lr", .tolerance = 5}};

    (void)state;
    check_claim(c, "lr=0,1", "lr=0 is not positive");
    c.of.how = MEASURE_BEST_AT;
    check_claim(c, "lr=0,1", NULL);
    c.ratio = true;
    c.margin = 2;
    check_claim(c, "lr=0,1", "lr=0 is not positive");
    c.ratio = false;
    c.of.along = "norm";
    check_claim(c, "lr=0,1", "norm=none is no number");
}

/* ---- the experiments ---- */

/* Trials of the sweep in a cell that share seed (-1: any) and, where `along` is not NULL, its value. */
static int count_in(const struct sweep *s, const char *text, const char *seed, const char *along,
                    const char *value)
{
    struct config cell = {0};
    int found = 0;

    cell_parse(text, &cell);
    for (int t = 0; t < s->trials; t++) {
        struct record record = {.config = s->trial[t].config};

        found += record_in_cell(&record, &cell) &&
                 (!seed || strcmp(record_get(&record, "seed"), seed) == 0) &&
                 (!along || strcmp(record_get(&record, along), value) == 0);
    }
    config_clear(&cell);
    return found;
}

/* A cell of a claim must name one trial of each seed, or one for each value along the axis. */
static void check_cell(const struct experiment *e, const struct sweep *s, const struct claim *c,
                       const char *text)
{
    struct config cell = {0};
    int all = count_in(s, text, NULL, NULL, NULL);

    if (strstr(text, "data=mnist")) /* for whoever runs it with that */
        return;
    if (all == 0)
        fail_msg("%s: claim %s: no trial lies in %s", e->plan.name, c->id, text);
    for (int seed = 0; seed < 5; seed++) {
        const char *const digits[] = {"0", "1", "2", "3", "4"};

        if (count_in(s, text, digits[seed], NULL, NULL) == 0)
            fail_msg("%s: claim %s: fewer than five seeds in %s", e->plan.name, c->id, text);
    }
    cell_parse(text, &cell);
    for (int t = 0; t < s->trials; t++) {
        struct record record = {.config = s->trial[t].config};

        if (record_in_cell(&record, &cell) &&
            count_in(s, text, record_get(&record, "seed"), c->of.along,
                     c->of.along ? record_get(&record, c->of.along) : NULL) != 1)
            fail_msg("%s: claim %s: several trials of a seed lie in %s", e->plan.name, c->id, text);
    }
    config_clear(&cell);
}

/* Every preset of every experiment expands; a full claim's cells name trials of the paper preset, and
 * one of each seed; the cells of figures and tables hold some; at least five seeds. The sanitizers take every fourth
 * experiment. */
static void test_registry_is_sound(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++) {
        const struct experiment *e = all_experiments()[i];
        struct sweep s;

        if (SANITIZED && i % 4)
            continue;
        for (int p = 0; p < PRESETS; p++) {
            assert_int_equal(experiment_expand(&s, e, p, NULL, 0, NULL), 0);
            assert_true(s.trials > 0);
            if (p != PRESET_PAPER)
                sweep_clear(&s);
        }
        for (const struct claim *c = e->claims; c && c->id; c++)
            for (int side = 0; side < 4; side++) {
                const char *text = (const char *[]){c->a, c->b, c->a_base, c->b_base}[side];

                if (text)
                    check_cell(e, &s, c, text);
            }
        for (const struct figure_request *q = e->figures; q && q->name; q++) {
            assert_true(!q->only || count_in(&s, q->only, NULL, NULL, NULL) > 0);
            assert_true(!q->baseline || count_in(&s, q->baseline, NULL, NULL, NULL) > 0);
            for (int k = 0; q->printed && q->printed[k].cell; k++)
                assert_true(count_in(&s, q->printed[k].cell, NULL, NULL, NULL) > 0);
        }
        for (const struct table_request *q = e->tables; q && q->title; q++)
            assert_true(!q->only || strstr(q->only, "data=mnist") ||
                        count_in(&s, q->only, NULL, NULL, NULL) > 0);
        sweep_clear(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expand),
        cmocka_unit_test(test_overrides),
        cmocka_unit_test(test_values_with_commas),
        cmocka_unit_test(test_overrides_refused),
        cmocka_unit_test(test_own_panel),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_keys_of_recorded_configurations),
        cmocka_unit_test(test_values_that_a_block_keeps),
        cmocka_unit_test(test_axes_of_measures),
        cmocka_unit_test(test_registry_is_sound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
