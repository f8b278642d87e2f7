/* Expanding sweeps, judging claims, building figures: the lab without processes. */
#include "base/arena.h"
#include "experiments/experiments.h"
#include "lab/sweep.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct experiment toy = {
    .name = "toy",
    .version = 3,
    .axis = {"panel", "norm", "batch"},
    .preset = {{"smoke",
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
    r = sweep_expand(s, &toy, 0, copy, count, seeds);
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

static void test_overrides_refused(void **state)
{
    static const char *const bad[][2] = {
        {"bacth=2", "unknown key 'bacth'; did you mean 'batch'?"},
        {"batch=two", "batch=two: should be"},
        {"batch", "'batch': should be KEY=VALUE"},
        {"panel=c", "preset smoke has no such panel; it has a,b"},
        {"seed=3-1", "seeds '3-1'"},
        {"batch=2,,4", "an empty value in a list"},
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
static void test_keys(void **state)
{
    struct experiment next = toy;
    struct sweep a, b;
    char key[TRIAL_KEY];

    (void)state;
    assert_int_equal(expand(&a, (const char *[]){"lr=0.10"}, 1, "0"), 0);
    assert_int_equal(expand(&b, (const char *[]){"lr=1e-1"}, 1, "0"), 0);
    assert_string_equal(a.trial[0].key, b.trial[0].key);
    next.version++;
    trial_key(&next, &a.trial[0].config, key);
    assert_string_not_equal(a.trial[0].key, key);
    sweep_clear(&a);
    sweep_clear(&b);
}

/* Every preset of every experiment expands, and every claim's cells name trials of the paper
 * preset. */
static void test_registry_is_sound(void **state)
{
    (void)state;
    for (int i = 0; experiments[i]; i++) {
        const struct experiment *e = experiments[i];
        struct sweep s;

        for (int p = 0; p < PRESETS; p++) {
            assert_int_equal(sweep_expand(&s, e, p, NULL, 0, NULL), 0);
            assert_true(s.trials > 0);
            if (p != PRESET_PAPER)
                sweep_clear(&s);
        }
        for (const struct claim *c = e->claims; c && c->id; c++)
            for (int side = 0; side < (c->b ? 2 : 1); side++) {
                struct config cell = {0};
                int found = 0;

                assert_int_equal(config_parse(&cell, side ? c->b : c->a), 0);
                for (int t = 0; t < s.trials; t++) {
                    struct record record = {.config = s.trial[t].config};

                    found += record_in_cell(&record, &cell);
                }
                if (!found)
                    fail_msg("%s: claim %s: no trial lies in %s", e->name, c->id,
                             side ? c->b : c->a);
                config_clear(&cell);
            }
        sweep_clear(&s);
    }
}

/* ---- claims over made-up results ---- */

/* Two cells, batch 2 and 32; differences d[i] over n seeds. */
static void make_results(struct results *r, int n, const double *d)
{
    memset(r, 0, sizeof *r);
    r->record = xcalloc((size_t)n * 2, sizeof *r->record);
    for (int i = 0; i < 2 * n; i++) {
        struct record *record = &r->record[r->records++];

        record->seed = i / 2;
        config_set(&record->config, "batch", i % 2 ? "32" : "2");
        trial_result_init(&record->result, 1, 1);
        record->result.curve[METRIC_test_error][1] = 10 * (i / 2) + (i % 2 ? 0 : d[i / 2]);
    }
}

static void free_results(struct results *r)
{
    for (int i = 0; i < r->records; i++) {
        config_clear(&r->record[i].config);
        trial_result_clear(&r->record[i].result);
    }
    free(r->record);
}

static void test_verdicts(void **state)
{
    static const struct {
        enum claim_kind kind;
        double margin, d[4];
        enum verdict want;
    } cases[] = {
        {CLAIM_MORE, 1, {3, 3.1, 2.9, 3}, SUPPORTED},
        {CLAIM_MORE, 1, {0, 0.1, -0.1, 0}, REFUTED},
        {CLAIM_MORE, 1, {5, -3, 4, 1}, INCONCLUSIVE},
        {CLAIM_SAME, 1, {0, 0.1, -0.1, 0}, SUPPORTED},
        {CLAIM_SAME, 1, {-3, -3.1, -2.9, -3}, REFUTED},
        {CLAIM_SAME, 1, {1, 1.2, 0.8, 1}, INCONCLUSIVE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct claim c = {
            "id", "", "", "batch=2", "batch=32", METRIC_test_error, cases[i].kind, cases[i].margin};
        struct results r;
        struct judgement j;

        make_results(&r, 4, cases[i].d);
        j = claim_judge(&c, &r);
        assert_int_equal(j.verdict, cases[i].want);
        assert_int_equal(j.difference.n, 4);
        c.b = "batch=64";
        assert_int_equal(claim_judge(&c, &r).verdict, NOT_RUN);
        free_results(&r);
    }
}

/* A diverged trial makes no difference, and is counted; a refused one supports only CLAIM_REFUSED.
 */
static void test_verdicts_of_failures(void **state)
{
    static const double d[3] = {3, 3.1, 2.9};
    struct claim more = {"id", "", "", "batch=2", "batch=32", METRIC_test_error, CLAIM_MORE, 1};
    struct claim refused = {"id", "", "", "batch=2", NULL, METRIC_test_error, CLAIM_REFUSED, 0};
    struct results r;
    struct judgement j;

    (void)state;
    make_results(&r, 3, d);
    assert_int_equal(claim_judge(&refused, &r).verdict, REFUTED);
    r.record[0].result.status = TRIAL_DIVERGED;
    j = claim_judge(&more, &r);
    assert_int_equal(j.diverged_a, 1);
    assert_int_equal(j.difference.n, 2);
    assert_int_equal(j.verdict, SUPPORTED);
    r.record[1].result.status = TRIAL_DIVERGED; /* the other of the pair: evidence against */
    assert_int_equal(claim_judge(&more, &r).verdict, INCONCLUSIVE);
    r.record[1].result.status = TRIAL_DONE;
    for (int i = 0; i < 6; i += 2)
        r.record[i].result.status = TRIAL_REFUSED;
    assert_int_equal(claim_judge(&refused, &r).verdict, SUPPORTED);
    assert_int_equal(claim_judge(&more, &r).verdict, NOT_RUN);
    free_results(&r);
}

/* A cell that does not say which of two trials of a seed is meant decides nothing. */
static void test_ambiguous_cell(void **state)
{
    static const double d[3] = {3, 3.1, 2.9};
    struct claim more = {"id", "", "", "batch=2", "batch=32", METRIC_test_error, CLAIM_MORE, 1};
    struct results r;

    (void)state;
    make_results(&r, 3, d);
    r.record[4].seed = 0;
    assert_true(claim_judge(&more, &r).ambiguous);
    assert_int_equal(claim_judge(&more, &r).verdict, INCONCLUSIVE);
    free_results(&r);
}

/* A figure's means, seeds, losts and notes are those of the records. */
static void test_figure(void **state)
{
    static const double d[3] = {3, 4, 5};
    const struct figure_request q = {.name = "f",
                                     .title = "",
                                     .x_label = "",
                                     .y_label = "",
                                     .series = "norm",
                                     .x = "batch",
                                     .metric = METRIC_test_error,
                                     .y = FIGURE_RELATIVE};
    struct plot_figure f;
    struct results r;

    (void)state;
    make_results(&r, 3, d);
    for (int i = 0; i < r.records; i++)
        config_set(&r.record[i].config, "norm", "batchnorm");
    r.record[2].result.status = TRIAL_DIVERGED;
    r.record[4].result.status = TRIAL_REFUSED;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    assert_int_equal(f.panel[0].count, 1);
    assert_int_equal(f.panel[0].series[0].points, 2);
    /* batch 2: one value left, 3; batch 32: 0, 10, 20, mean 10; the best is 3. */
    assert_true(fabs(f.panel[0].series[0].point[0].y - 1) < 1e-12);
    assert_true(fabs(f.panel[0].series[0].point[1].y - 10 / 3.0) < 1e-12);
    assert_true(fabs(f.panel[0].series[0].seed[3][1] - 20 / 3.0) < 1e-12);
    assert_int_equal(f.panel[0].series[0].seeds, 4);
    assert_int_equal(f.panel[0].series[0].losts, 1);
    assert_string_equal(f.panel[0].note, "batchnorm refused at batch 2");
    plot_figure_clear(&f);
    free_results(&r);
}

/* An axis that the figure does not name splits the panels; its values are never taken for seeds. */
static void test_swept_axis_makes_panels(void **state)
{
    static const double d[2] = {3, 4};
    static char *axes[] = {"batch", "lr"};
    const struct figure_request q = {.name = "f",
                                     .title = "",
                                     .x_label = "",
                                     .y_label = "",
                                     .series = "norm",
                                     .x = "batch",
                                     .metric = METRIC_test_error};
    struct plot_figure f;
    struct results r;

    (void)state;
    make_results(&r, 2, d);
    r.axis = axes;
    r.axes = 2;
    for (int i = 0; i < r.records; i++) {
        config_set(&r.record[i].config, "norm", "none");
        config_set(&r.record[i].config, "lr", i / 2 ? "0.1" : "0.2");
        r.record[i].seed = 0;
    }
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 2);
    assert_string_equal(f.panel[0].title, "lr=0.2");
    assert_string_equal(f.panel[1].title, "lr=0.1");
    assert_int_equal(f.panel[1].series[0].seeds, 2);
    plot_figure_clear(&f);
    free_results(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expand),
        cmocka_unit_test(test_overrides),
        cmocka_unit_test(test_overrides_refused),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_registry_is_sound),
        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_verdicts_of_failures),
        cmocka_unit_test(test_ambiguous_cell),
        cmocka_unit_test(test_figure),
        cmocka_unit_test(test_swept_axis_makes_panels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
