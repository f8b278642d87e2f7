/* The status command: what it counts, names and foretells, as a table and as JSON; and a run of shares, from the command
 * line. */
#include "base/system/file.h"
#include "base/text.h"
#include "sweep/runs/survey.h"
#include "sweeps.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TRIALS_S "4"

/* Writes the file of a trial in the folder `name`, with a time stamp age_s ago. */
static void write_file(const char *name, const struct sweep *s, int trial, const char *suffix,
                       const char *text, double age_s)
{
    char *root = test_path(name), *folder = format_new("%s/" SWEEP_FOLDER, root),
         *path = sweep_path(s, root, trial, suffix);

    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, text, strlen(text)), 0);
    set_age(path, age_s);
    free(root);
    free(folder);
    free(path);
}

#define HOLDER(host, note)                                                                         \
    "host=" host " machine=other/pid:[1] pid=42 start=5 since=2026-01-01T00:00:00Z note=\"" note   \
    "\"\n"

static void test_what_runs_where(void **state)
{
    struct sweep s;
    char *out, *name;

    (void)state;
    small_sweep(&s);
    write_file("where", &s, 0, ".h5", "", 30);
    write_file("where", &s, 1, ".failed", "normlab: error: no memory for the net\nmore\n", 0);
    write_file("where", &s, 2, ".lease", HOLDER("node1", "epoch 3 of 10"), 20);
    write_file("where", &s, 3, ".lease", HOLDER("node2", ""), 400);
    assert_int_equal(run_in_folder("where", "\"$NORMLAB\" status " SMALL_SWEEP, &out, NULL), 0);
    assert_holds(out, "batch_size   smoke       4      1      1      2       1\n");
    name =
        format_new("  running: panel=mlp net=mlp norm=%s batch=2 seed=%s, on node1, process 42, "
                   "since 2026-01-01T00:00:00Z, epoch 3 of 10\n",
                   config_get(&s.trial[2].config, "norm"), config_get(&s.trial[2].config, "seed"));
    assert_holds(out, name);
    free(name);
    assert_holds(out, ", on node2, process 42, last renewed 40");
    assert_holds(out, ", why: no memory for the net (./" SWEEP_FOLDER "/");
    free(out);
    assert_int_equal(
        run_in_folder("where", "\"$NORMLAB\" status " SMALL_SWEEP " --json", &out, NULL), 0);
    assert_holds(out, "\"done\": 1, \"failed\": 1, \"to_do\": 2, \"running\": 1, \"stale\": 1");
    assert_holds(out, "\"host\": \"node1\", \"process\": 42, \"since\": \"2026-01-01T00:00:00Z\", "
                      "\"note\": \"epoch 3 of 10\"");
    assert_holds(out, "\"why\": \"no memory for the net\"");
    free(out);
    assert_int_equal(run_in_folder("where",
                                   "\"$NORMLAB\" status batch_size panel=mlp batch=2 "
                                   "norm=none,batchnorm --preset smoke --seeds 5-9",
                                   &out, NULL),
                     0);
    assert_holds(out, "batch_size   smoke      10      0      0     10       0\n");
    free(out);
    sweep_clear(&s);
}

/* Trials that ended 40, 30 and 20 minutes ago: two intervals in 40 minutes are 3 an hour; the one that is left takes a third
 * of an hour, if it costs as much. */
static void test_pace(void **state)
{
    char *root = test_path("pace");
    struct survey v;
    struct sweep s;
    struct pace p;
    double now = (double)time(NULL);

    (void)state;
    small_sweep(&s);
    for (int i = 0; i < SMALL_TRIALS; i++)
        s.trial[i].cost = i == 3 ? 5 : 2.5;
    for (int i = 0; i < 3; i++)
        write_file("pace", &s, i, ".h5", "", 60 * (40 - 10 * i));
    survey_init(&v, &s, root);
    p = survey_pace(&v, &s, root, now);
    assert_true(fabs(p.trials_per_hour - 3) < 0.02);
    assert_true(fabs(p.hours_left - 2.0 / 3) < 0.02);
    survey_clear(&v);
    /* Those of more than an hour ago do not count. */
    write_file("pace", &s, 0, ".h5", "", 7200);
    write_file("pace", &s, 1, ".h5", "", 7200);
    survey_init(&v, &s, root);
    p = survey_pace(&v, &s, root, now);
    assert_true(isnan(p.trials_per_hour) && isnan(p.hours_left));
    survey_clear(&v);
    write_file("pace", &s, 3, ".h5", "", 7200);
    survey_init(&v, &s, root);
    assert_true(survey_pace(&v, &s, root, now).hours_left == 0);
    survey_clear(&v);
    sweep_clear(&s);
    free(root);
}

/* The survey says of each trial what sweep_trial_state() says. */
static void test_survey_is_trial_state(void **state)
{
    static const char *const suffix[] = {".h5", ".failed", ".lease", ".lease.2"};
    char *root = test_path("survey");
    struct survey v;
    struct sweep s;

    (void)state;
    small_sweep(&s);
    for (int i = 0; i < SMALL_TRIALS; i++)
        write_file("survey", &s, i, suffix[i], "", 0);
    survey_init(&v, &s, root);
    for (int i = 0; i < SMALL_TRIALS; i++) {
        assert_int_equal(v.state[i], sweep_trial_state(&s, root, i));
        assert_int_equal(v.leased[i], i >= 2);
    }
    survey_clear(&v);
    s.trial[2].merged = true;
    survey_init(&v, &s, root);
    assert_int_equal(v.state[2], STATE_DONE);
    survey_clear(&v);
    sweep_clear(&s);
    free(root);
}

/* Three tasks run their shares, and merge brings them together; a plain run then has nothing to do. */
static void test_shares_of_a_run(void **state)
{
    char *err, *out;

    (void)state;
    for (int i = 1; i <= 3; i++) {
        char *command = format_new("SLURM_ARRAY_TASK_ID=%d SLURM_ARRAY_TASK_MIN=4 "
                                   "SLURM_ARRAY_TASK_COUNT=3 \"$NORMLAB\" run " SMALL_SWEEP
                                   " --shard auto -j1",
                                   3 + i),
             *said =
                 format_new("share %d/3 from SLURM_ARRAY_TASK_ID=%d, SLURM_ARRAY_TASK_COUNT=3: %d "
                            "of " TRIALS_S " trials",
                            i, 3 + i, i == 1 ? 2 : 1);

        assert_int_equal(run_in_folder("shares", command, &out, &err), 0);
        assert_holds(err, said);
        assert_holds(err, "normlab merge batch_size");
        assert_string_equal(out, "");
        free(command);
        free(said);
        free(out);
        free(err);
    }
    assert_int_equal(run_in_folder("shares", "ls results/batch_size.generated.h5", NULL, NULL), 2);
    assert_int_equal(
        run_in_folder("shares", "\"$NORMLAB\" merge batch_size --preset smoke", &out, NULL), 0);
    assert_holds(out, "batch_size.generated.h5: " TRIALS_S " trials");
    free(out);
    assert_int_equal(
        run_in_folder("shares", "\"$NORMLAB\" run " SMALL_SWEEP " --no-plot", &out, &err), 0);
    assert_holds(err, "0 finished now, " TRIALS_S " before, 0 failed");
    free(out);
    free(err);
    assert_command_refused("shares", "",
                           &(struct refusal){"\"$NORMLAB\" run batch_size --shard 1/2 --share", 2,
                                             "exclude each other"});
    assert_command_refused("shares", "",
                           &(struct refusal){"\"$NORMLAB\" run batch_size --costs x.h5", 2,
                                             "--costs goes with --shard"});
}

/* A mistake in a value that only some trials have is found before any trial starts, with one message. */
static void test_mistakes_are_found_before_the_start(void **state)
{
    char *err;

    (void)state;
    assert_int_equal(
        run_in_folder("mistake",
                      "\"$NORMLAB\" run batch_size panel=mlp --preset smoke --no-plot -q "
                      "data=synthetic,nosuch --seeds 0-9",
                      NULL, &err),
        1);
    assert_ptr_equal(strchr(err, '\n'), err + strlen(err) - 1);
    assert_int_equal(run_in_folder("mistake", "ls results 2>/dev/null | grep .", NULL, NULL), 1);
    free(err);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_runs_where),
        cmocka_unit_test(test_pace),
        cmocka_unit_test(test_survey_is_trial_state),
        cmocka_unit_test(test_shares_of_a_run),
        cmocka_unit_test(test_mistakes_are_found_before_the_start),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
