/*
 * normlab submit on a real Slurm: scripts/loopback_slurm.sh starts munged, slurmctld and two slurmd on this machine, and
 * slurm_session.sh submits an experiment there and disturbs its tasks. The merged file in the end has the same bits as
 * that of a plain run.
 */
#include "sweeps.h"
#include <stdlib.h>

#define SWEEP "batch_size panel=mlp norm=none,batchnorm epochs=80 --preset smoke"
#define OUT   "50% j's" /* Slurm's patterns and the shell's quotes */
enum { TRIALS = 12 };

/* Runs the session, or skips the test where there is no Slurm. Returns what it printed. */
static char *session(void)
{
    char *cluster = test_source("../scripts/loopback_slurm.sh"),
         *script = test_source("slurm_session.sh"), *out, *err;
    char *command =
        format_new("timeout --kill-after=20 200 '%s' '%s' \"%s\" %s", cluster, script, OUT, SWEEP);
    int code = run_in_folder(".", command, &out, &err);

    if (code == 77)
        skip_because("Slurm is not installed: scripts/deps.sh --cluster");
    if (code)
        fail_msg("exit code %d: %s%s", code, out, err);
    free(command);
    free(script);
    free(cluster);
    free(err);
    return out;
}

static void test_disturbed_tasks(void **state)
{
    struct results got, want;
    char *said;

    (void)state;
    said = session();
    /* The first ended in time and requeued itself; the second was requeued by force; the third was cancelled. */
    assert_holds(said, "restarts_1=1\nstate_1=COMPLETED\n");
    assert_holds(said, "restarts_2=1\nstate_2=COMPLETED\n");
    assert_holds(said, "restarts_3=0\nstate_3=CANCELLED\n");
    assert_holds(said, "stopped=1\n");
    /* The last job came nevertheless, and told of what is missing. */
    assert_holds(said, "exit_last=3:0\nstopped=1\nmissing=1\n");
    assert_holds(said, "exit_last_again=0:0\n");
    assert_holds(said, "cores=1\n");
    assert_holds(said, "all 12 trials are done or failed: nothing to submit");
    free(said);
    assert_int_equal(
        run_in_folder(".", "ls \"" OUT "\"/plots/batch_size.generated/*.svg", NULL, NULL), 0);
    assert_int_equal(
        run_in_folder(".", "\"$NORMLAB\" run " SWEEP " --no-plot --quiet --out plain", NULL, NULL),
        0);
    got = sweep_results(OUT);
    want = sweep_results("plain");
    assert_int_equal(want.records, TRIALS);
    assert_same_results(&got, &want, true); /* rows are in the order in which they were merged */
    results_clear(&got);
    results_clear(&want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_disturbed_tasks)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
