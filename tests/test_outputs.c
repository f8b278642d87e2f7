/* Commands that write a file which the user names: a wrong name destroys neither what the command reads nor a file of
 * another kind. */
#include "support.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TINY "data=synthetic train_count=64 test_count=32 epochs=1 net='mlp hidden=8' norm=none "

/* Runs the command in a folder that holds the file `name` with this text; the command must fail with the message, and
 * leave the file as it is. */
static void assert_spared(const char *command, const char *name, const char *text,
                          const char *message)
{
    char line[512], *error, *after;

    snprintf(line, sizeof line, "mkdir -p data results; printf '%%s' '%s' > %s", text, name);
    assert_int_equal(run_in_folder("outputs", line, NULL, NULL), 0);
    if (run_in_folder("outputs", command, NULL, &error) == 0)
        fail_msg("%s: succeeds", command);
    after = read_in_folder("outputs", name);
    if (strcmp(after, text) || !strstr(error, message))
        fail_msg("%s: '%s'; %s holds '%s'", command, error, name, after);
    free(error);
    free(after);
}

static void test_other_kinds(void **state)
{
    (void)state;
    assert_spared("$NORMLAB trial " TINY "-q --file notes.txt", "notes.txt", "mine",
                  "no HDF5 file");
    assert_spared("$NORMLAB trial " TINY "-q --file data/x.idx", "data/x.idx", "mine",
                  "no HDF5 file");
    assert_spared("$NORMLAB bench train " TINY "--steps 2 --dump notes.txt", "notes.txt", "mine",
                  "no HDF5 file");
    assert_spared("$NORMLAB apply relu none.h5 notes.txt", "notes.txt", "mine", "no HDF5 file");
}

static void test_trial_again(void **state)
{
    static const char command[] = "$NORMLAB trial " TINY "-q --file t.h5";

    (void)state;
    for (int i = 0; i < 2; i++)
        assert_int_equal(run_in_folder("outputs", command, NULL, NULL), 0);
}

/* A sweep replaces its own files when they are damaged. */
static void test_sweep_replaces_damage(void **state)
{
    static const char lines[] =
        "rm -rf sweep; run() { $NORMLAB run batch_size --preset smoke norm=none batch=32 --seeds 0 -q "
        "--no-plot --out sweep $* >/dev/null 2>&1; }; "
        "run --shard 1/1 || exit 10; set -- sweep/results/*/*.h5; echo damage > $1; "
        "run --shard 1/1; h5ls $1";

    (void)state;
    assert_int_equal(run_in_folder("outputs", lines, NULL, NULL), 0);
}

/* The summary of the experiment mine is results/mine.txt. */
static void test_experiment_files(void **state)
{
    static const char lines[] =
        "rm -f mine.yaml; $NORMLAB new mine >/dev/null && mkdir -p results && "
        "cp mine.yaml results/mine.txt && cp mine.yaml mine.h5 && cp mine.yaml mine && cp mine.yaml mine.yml";
    static const char *const names[] = {"results/mine.txt", "./mine.h5", "./mine"};
    char line[256], *error;

    (void)state;
    assert_int_equal(run_in_folder("outputs", lines, NULL, NULL), 0);
    for (int i = 0; i < 3; i++) {
        snprintf(line, sizeof line, "$NORMLAB run %s --preset smoke -n", names[i]);
        assert_int_not_equal(run_in_folder("outputs", line, NULL, &error), 0);
        assert_holds(error, "should end in .yaml");
        free(error);
    }
    assert_int_equal(
        run_in_folder("outputs", "$NORMLAB run ./mine.yml --preset smoke -n", NULL, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_trial_again),
        cmocka_unit_test(test_sweep_replaces_damage),
        cmocka_unit_test(test_experiment_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
