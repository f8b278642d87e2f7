/* Trials that have finished and are not merged yet, as while a sweep runs or after it was stopped: the commands that show
 * results count them, and change nothing. */
#include "base/system/file.h"
#include "sweep/merge.h"
#include "sweeps.h"
#include "trials.h"
#include <stdlib.h>
#include <string.h>

/* The folder holds the files of all trials of the small sweep, and no merged file. */
static int run_shard(void **state)
{
    (void)state;
    return run_in_folder("sweep", "\"$NORMLAB\" run " SMALL_SWEEP " -q --shard 1/1", NULL, NULL);
}

/* What a command prints in the folder, a new string. */
static char *printed(const char *command)
{
    char *line = format_new("\"$NORMLAB\" %s", command), *out, *err;

    if (run_in_folder("sweep", line, &out, &err))
        fail_msg("%s: %s", command, err);
    assert_string_equal(err, "");
    free(err);
    free(line);
    return out;
}

#define REMARK                                                                                     \
    "batch_size: 4 of the finished trials are not in ./" SWEEP_FOLDER ".h5 yet; normlab merge "    \
    "batch_size --preset smoke adds them\n"

/* Before and after the merge the commands print the same, but for the remark. */
static void test_same_as_merged(void **state)
{
    static const char *const commands[] = {
        "table batch_size --preset smoke",
        "claims batch_size --preset smoke",
        "export batch_size --preset smoke --csv | grep ',test_error,'",
    };
    enum { COMMANDS = sizeof commands / sizeof *commands };
    char *before[COMMANDS], *out;

    (void)state;
    for (int i = 0; i < COMMANDS; i++)
        before[i] = printed(commands[i]);
    assert_holds(before[0], "4 trials: 4 done");
    out = printed("plot batch_size --preset smoke --format svg");
    assert_holds(out, "/error.{svg,");
    assert_holds(out, REMARK);
    free(out);
    assert_int_equal(count_named("sweep/results", "*.generated.h5"), 0);
    free(printed("merge batch_size --preset smoke"));
    for (int i = 0; i < COMMANDS; i++) {
        char *remark = strstr(before[i], REMARK);

        assert_true((remark != NULL) == (i < 2));
        if (remark)
            memmove(remark, remark + strlen(REMARK), strlen(remark + strlen(REMARK)) + 1);
        out = printed(commands[i]);
        assert_string_equal(before[i], out);
        free(out);
        free(before[i]);
    }
}

/* Of a trial that is in the merged file as well, the file that was written later counts; and one that is newer by its seed
 * joins those that are merged. */
static void test_newer_trials(void **state)
{
    const struct plan *plan = &test_experiment("batch_size")->plan;
    char *root = test_path("sweep");
    struct results r;
    int unmerged;
    bool there;

    (void)state;
    free(printed("merge batch_size --preset smoke"));
    assert_int_equal(merge_view(plan, root, "batch_size.generated", &r, &there, &unmerged), 0);
    assert_true(there);
    assert_int_equal(r.records, 4);
    assert_int_equal(unmerged, 0);
    results_clear(&r);
    assert_int_equal(run_in_folder("sweep",
                                   "\"$NORMLAB\" run batch_size panel=mlp batch=2 norm=none "
                                   "--preset smoke --seeds 1-2 --force -q --shard 1/1",
                                   NULL, NULL),
                     0);
    assert_int_equal(merge_view(plan, root, "batch_size.generated", &r, &there, &unmerged), 0);
    assert_int_equal(r.records, 5);
    assert_int_equal(unmerged, 2);
    for (int i = 0; i < r.records; i++) {
        char *name = format_new("sweep/" SWEEP_FOLDER "/%s.h5", r.record[i].key);
        struct record file = read_trial(name);

        assert_true(file.result.seconds == r.record[i].result.seconds);
        record_clear(&file);
        free(name);
    }
    results_clear(&r);
    free(root);
}

/* A file that is cut is left out, with a warning; the others count. */
static void test_damaged_file(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(run_in_folder("damaged",
                                   "cp -r ../sweep/results . && rm -f " SWEEP_FOLDER ".h5 && "
                                   "truncate -s 1000 \"$(ls " SWEEP_FOLDER "/*.h5 | head -1)\" && "
                                   "\"$NORMLAB\" table batch_size --preset smoke",
                                   &out, &err),
                     0);
    assert_holds(err, " is left out");
    assert_holds(out, "4 trials: 4 done");
    free(out);
    free(err);
}

/* No trial has finished: the message says what makes them. */
static void test_nothing(void **state)
{
    (void)state;
    assert_command_refused("nothing", "mkdir -p " SWEEP_FOLDER " && ",
                           &(struct refusal){"\"$NORMLAB\" table batch_size --preset smoke", 1,
                                             "normlab run batch_size --preset smoke makes it"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_as_merged),
        cmocka_unit_test(test_newer_trials),
        cmocka_unit_test(test_damaged_file),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests_name("unmerged", tests, run_shard, NULL);
}
