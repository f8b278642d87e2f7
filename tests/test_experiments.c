/*
 * Every experiment as a user runs it: the smoke preset from sweep to figures, on generated data; and again, when nothing
 * is left to do. The nets of all other presets fit their data, and what an experiment claims and shows has trials.
 *
 * Under the sanitizers a trial takes five times as long. There some experiments run, with one seed, once and without
 * pictures, which gnuplot draws (the tests of plots see what normlab does for them). Between them they have images and
 * sequences, workers, and probes that walk through the loss, keep samples and count; test_cli runs all of batch_size. The
 * others train such nets with other values of their keys.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include "experiments/experiment.h"
#include "net/net.h"
#include "support.h"
#include "sweep/sweep.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool is_left_out(const struct experiment *e)
{
    static const char *const sanitized[] = {"landscape", "saturation",     "rank",
                                            "sync",      "sequence_norms", "padding"};
    bool runs = !SANITIZED;

    for (size_t i = 0; i < sizeof sanitized / sizeof *sanitized; i++)
        runs |= strcmp(e->plan.name, sanitized[i]) == 0;
    return !runs;
}

static void must_exist(const char *folder, const char *name)
{
    char *path = format_new("%s/%s", folder, name);

    if (!file_exists(path))
        fail_msg("%s is not there", path);
    free(path);
}

/* Runs an experiment; fails unless all goes well. What it printed is the caller's. */
static void run_experiment(const struct experiment *e, const char *folder, const char *more,
                           char **out, char **err)
{
    char *command = format_new("\"$NORMLAB\" run %s --preset smoke --out \"%s\" %s", e->plan.name,
                               folder, more);
    int code = run_command(command, out, err);

    if (code)
        fail_msg("%s: exit code %d, %s", command, code, *err);
    free(command);
}

/* Every figure is drawn; the summary is on standard output and in its file, with a verdict on each
 * claim; a second run finds all done. */
static void test_smoke(void **state)
{
    char *folder = test_path("smoke"), *out, *err;

    (void)state;
    for (int i = 0; all_experiments()[i]; i++) {
        const struct experiment *e = all_experiments()[i];
        char *files, *name, *path, *summary;
        size_t size;
        int claims = 0;

        if (is_left_out(e))
            continue;
        files = sweep_name(&e->plan, PRESET_SMOKE, NULL);
        name = format_new("results/%s.txt", files);
        run_experiment(e, folder, SANITIZED ? "--seeds 0 --no-plot" : "", &out, &err);
        must_exist(folder, name);
        path = format_new("%s/%s", folder, name);
        summary = file_read(path, &size, false);
        assert_non_null(strstr(out, summary));
        while (e->claims[claims].id) {
            assert_non_null(strstr(summary, e->claims[claims].text));
            claims++;
        }
        assert_true(claims > 0);
        for (const struct figure_request *q = e->figures; q->name && !SANITIZED; q++) {
            char *figure = format_new("plots/%s/%s.png", files, q->name);

            must_exist(folder, figure);
            free(figure);
        }
        free(summary);
        free(path);
        free(name);
        free(files);
        free(out);
        free(err);
        if (SANITIZED)
            continue;
        run_experiment(e, folder, "--no-plot", &out, &err);
        assert_non_null(strstr(err, " 0 finished now"));
        free(out);
        free(err);
    }
    free(folder);
}

/* Timed trials run a seed after the other: every file of a seed is older than those of the next. */
static void test_exclusive_order(void **state)
{
    const struct experiment *e = test_experiment("cost");
    char *folder;
    struct sweep s;
    struct timespec *written;

    (void)state;
    if (is_left_out(e))
        skip_because("the experiment cost does not run under the sanitizers");
    folder = test_path("smoke");
    assert_int_equal(experiment_expand(&s, e, PRESET_SMOKE, NULL, 0, NULL), 0);
    written = xcalloc((size_t)s.trials, sizeof *written);
    for (int i = 0; i < s.trials; i++) {
        char *path = sweep_path(&s, folder, i, ".h5");
        struct stat st;

        assert_int_equal(stat(path, &st), 0);
        written[i] = st.st_mtim;
        free(path);
    }
    for (int i = 0; i < s.trials; i++)
        for (int k = 0; k < s.trials; k++) {
            int seed = atoi(config_get(&s.trial[i].config, "seed"));
            bool before =
                written[i].tv_sec < written[k].tv_sec ||
                (written[i].tv_sec == written[k].tv_sec && written[i].tv_nsec < written[k].tv_nsec);

            if (seed < atoi(config_get(&s.trial[k].config, "seed")))
                assert_true(before);
        }
    sweep_clear(&s);
    free(written);
    free(folder);
}

static void must_build(const struct experiment *e, const struct config *config, struct shape in)
{
    struct net_request q = {.text = config_get(config, "net"),
                            .config = config,
                            .in = in,
                            .classes = in.rank == 1 ? 1 : 10,
                            .tokens = in.rank == 2 ? 90 : 0,
                            .max_n = 32,
                            .min_train_n = atoi(config_get(config, "batch"))};
    struct text why = {0};
    struct net n;
    int r = net_build(&n, &q, NULL, &why);

    if (r == 0)
        net_release(&n);
    else if (r != REFUSED)
        fail_msg("%s: %s", e->plan.name, text_str(&why));
    text_clear(&why);
}

/* The net of every trial of every preset fits its data, also that of the sets which the user may choose instead. Under
 * the sanitizers: of the smoke presets, whose texts of nets are the others' with other numbers. */
static void test_every_net_fits(void **state)
{
    const struct shape shapes[] = {shape_image(28, 28, 1), shape_image(32, 32, 3)};

    (void)state;
    for (int i = 0; all_experiments()[i]; i++)
        for (int p = 0; p < (SANITIZED ? PRESET_DEMO : PRESETS); p++) {
            struct sweep s;

            assert_int_equal(experiment_expand(&s, all_experiments()[i], p, NULL, 0, "0"), 0);
            for (int t = 0; t < s.trials; t++) {
                const struct config *c = &s.trial[t].config;
                const char *data = config_get(c, "data");

                if (text_starts_with(data, "toy"))
                    must_build(all_experiments()[i], c, shape_vector(1));
                else if (strstr(data, "words"))
                    must_build(all_experiments()[i], c, shape_sequence(32, 1));
                else
                    for (int k = 0; k < 2; k++)
                        must_build(all_experiments()[i], c, shapes[k]);
            }
            sweep_clear(&s);
        }
}

/* ---- cells ---- */

static bool in_cell(const struct config *trial, const struct config *cell)
{
    for (int i = 0; i < cell->count; i++) {
        const char *value = config_get(trial, cell->item[i].key);

        if (!value || strcmp(value, cell->item[i].value))
            return false;
    }
    return true;
}

/* Some trial of the sweep lies in the cell, unless that is of other data than its own. NULL is any. */
static void assert_has_trials(const struct sweep *s, const char *what, const char *cell_text)
{
    struct config cell = {0};
    bool found = false;

    cell_parse(cell_text ? cell_text : "", &cell);
    found = config_get(&cell, "data") != NULL;
    for (int i = 0; i < s->trials && !found; i++)
        found = in_cell(&s->trial[i].config, &cell);
    if (!found)
        fail_msg("%s, %s: no trial in '%s'", s->plan->name, what, cell_text);
    config_clear(&cell);
}

static void check_cells(const struct sweep *s, const struct experiment *e)
{
    for (const struct claim *c = e->claims; c->id; c++) {
        const char *const cell[] = {c->a, c->b, c->a_base, c->b_base};

        for (int i = 0; i < 4; i++)
            assert_has_trials(s, c->text, cell[i]);
    }
    for (int i = 0; e->tables && e->tables[i].title; i++)
        assert_has_trials(s, e->tables[i].title, e->tables[i].only);
    for (int i = 0; e->figures[i].name; i++) {
        assert_has_trials(s, e->figures[i].name, e->figures[i].only);
        assert_has_trials(s, e->figures[i].name, e->figures[i].compared);
        assert_has_trials(s, e->figures[i].name, e->figures[i].baseline);
    }
}

/* What is claimed, tabled and drawn is run at full size, and of sequences, in the demo, too. */
static void test_cells_have_trials(void **state)
{
    (void)state;
    for (int i = 0; all_experiments()[i]; i++)
        for (int p = PRESET_DEMO; p <= PRESET_PAPER; p++) {
            static const char *const all[] = {"padding", "sequence_norms", "transformer_placement"};
            struct sweep s;
            bool checked = p == PRESET_PAPER;

            for (int k = 0; k < 3; k++)
                checked |= strcmp(all_experiments()[i]->plan.name, all[k]) == 0;
            assert_int_equal(experiment_expand(&s, all_experiments()[i], p, NULL, 0, "0"), 0);
            if (checked)
                check_cells(&s, all_experiments()[i]);
            sweep_clear(&s);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_smoke),
        cmocka_unit_test(test_exclusive_order), /* of what test_smoke ran */
        cmocka_unit_test(test_every_net_fits),
        cmocka_unit_test(test_cells_have_trials),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
