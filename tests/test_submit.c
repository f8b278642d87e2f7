/*
 * normlab submit without a cluster: the script's text, what it hands to sbatch, parallel and hq (which are small programs
 * here that note their arguments), its tasks and its last step. test_slurm.c has the same on a real Slurm.
 */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "support.h"
#include "sweep/submit/submit.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SUBMIT  "\"$NORMLAB\" submit batch_size --preset smoke "
#define FEW     "panel=mlp norm=none,batchnorm --seeds 0 " /* six trials */
#define RESULTS "results/batch_size.generated"

/* Makes programs in FOLDER/bin that write each of their arguments in brackets on a line of the file NAME.args, and then
 * print what `says` has. */
static void make_program(const char *folder, const char *name, const char *says)
{
    char *command = format_new(
        "mkdir -p bin && { echo '#!/bin/sh'; echo 'printf \"[%%s]\\n\" \"$@\" >>\"%s/%s/%s.args\"'; "
        "echo \"%s\"; } >bin/%s && chmod +x bin/%s",
        test_folder(), folder, name, says, name, name);

    assert_int_equal(run_in_folder(folder, "rm -rf *", NULL, NULL), 0);
    assert_int_equal(run_in_folder(folder, command, NULL, NULL), 0);
    free(command);
}

/* Runs a command in the folder, with its programs first in PATH; fails unless it ends with that code. Returns its
 * standard output and error, a new string. */
static char *run(const char *folder, const char *command, int code)
{
    char *line =
             format_new("exec 2>&1; PATH=\"%s/%s/bin:$PATH\"; %s", test_folder(), folder, command),
         *out;
    int got = run_in_folder(folder, line, &out, NULL);

    if (got != code)
        fail_msg("%s: exit code %d: %s", command, got, out);
    free(line);
    return out;
}

static void assert_in_file(const char *folder, const char *name, const char *part)
{
    char *text = read_in_folder(folder, name);

    assert_holds(text, part);
    free(text);
}

/* ---- numbers of tasks ---- */

static void test_numbers_of_tasks(void **state)
{
    (void)state;
    assert_int_equal(submit_tasks(36000, 1, 1000, 1000),
                     60); /* ten hours in tasks of ten minutes */
    assert_int_equal(submit_tasks(36000, 4, 1000, 1000), 15); /* four trials at a time */
    assert_int_equal(submit_tasks(1199, 1, 1000, 1000), 1);
    assert_int_equal(submit_tasks(1200, 1, 1000, 1000), 2);
    assert_int_equal(submit_tasks(5, 1, 1000, 1000), 1);
    assert_int_equal(submit_tasks(1e9, 1, 1000, 1000), 100); /* few */
    assert_int_equal(submit_tasks(1e9, 1, 1000, 49), 49);
    assert_int_equal(submit_tasks(36000, 1, 3, 1000), 3);
    assert_int_equal(submit_tasks(NAN, 1, 1000, 1000), 8);
}

/* The times of the committed results, which --costs names, hold for other seeds. */
static void test_tasks_by_time(void **state)
{
    char *costs = test_source("../results/batch_size.h5"), *command, *out;

    (void)state;
    command = format_new(
        "\"$NORMLAB\" submit batch_size --preset paper --seeds 5-9 --slurm -n --costs '%s' 2>&1 | "
        "grep -v '^#'",
        costs);
    make_program("time", "scontrol", "");
    out = run("time", command, 0);
    assert_null(strstr(out, "time unknown"));
    assert_holds(out, " hours of one core; ");
    assert_holds(out, "--costs=\"$results/submit.");
    free(out);
    free(command);
    free(costs);
}

/* A file that holds no times: nothing is submitted. */
static void test_damaged_costs(void **state)
{
    char *out;

    (void)state;
    make_program("damaged", "sbatch", "echo 77");
    free(run("damaged", "echo rubbish >bad.h5", 0));
    out = run("damaged", SUBMIT FEW "--slurm --costs bad.h5", 1);
    assert_holds(out, "bad.h5: not an HDF5 file");
    free(out);
    out = run("damaged", SUBMIT FEW "--slurm --costs missing.h5", 1);
    assert_holds(out, "cannot read missing.h5");
    free(out);
    assert_false(is_there("damaged", "results"));
    assert_false(is_there("damaged", "sbatch.args"));
}

/* ---- what reaches the system ---- */

#define NASTY  "a b'$(touch pwned)\"`touch pwned`%j\n#SBATCH --nodes=99\n"
#define QUOTED "'a b'\\''$(touch pwned)\"`touch pwned`%j\n#SBATCH --nodes=99\n'"

/* Each word arrives as the user gave it, and is run by no shell. */
static void test_words_are_quoted(void **state)
{
    char *out, *text, *root;

    (void)state;
    make_program("quoted", "sbatch", "echo '77;home'");
    out = run("quoted",
              SUBMIT FEW "--slurm --tasks 2 --time 1-02:03 --partition 'p q' --out " QUOTED
                         " -- --comment=" QUOTED " -A 'my lab'",
              0);
    assert_holds(out, "submitted: job 77, tasks 1 to 2; then job 77, which merges and draws\n");
    assert_false(is_there("quoted", "pwned"));
    text = read_in_folder("quoted", "sbatch.args");
    assert_holds(text, "[--comment=" NASTY "]\n[-A]\n[my lab]\n");
    assert_holds(text, "[--partition=p q]\n");
    assert_holds(text, "[--time=1-02:03]\n");
    assert_holds(text, "[--signal=B:USR1@120]\n");
    assert_holds(text, "[--requeue]\n[--array=1-2]\n[--cpus-per-task=1]\n");
    assert_holds(text, "[--dependency=afterany:77]\n");
    /* sbatch replaces %% by % */
    root = format_new("[--output=%s/quoted/%s/" RESULTS "/logs/%%A_%%a.log]\n", test_folder(),
                      "a b'$(touch pwned)\"`touch pwned`%%j\n#SBATCH --nodes=99\n");
    assert_holds(text, root);
    free(root);
    root = format_new("[%s/quoted/%s/" RESULTS "/submit.sh]\n[finish]\n", test_folder(), NASTY);
    assert_holds(text, root);
    free(text);
    free(root);
    free(out);
}

/* The numbers of an array's tasks are less than MaxArraySize (slurm.conf(5)). */
static void test_largest_array(void **state)
{
    char *out;

    (void)state;
    make_program("array", "scontrol", "echo 'Max = 7'; echo 'MaxArraySize            = 5'");
    free(run("array", SUBMIT "--slurm -n --tasks 4", 0));
    out = run("array", SUBMIT "--slurm -n --tasks 5", 2);
    assert_holds(out, "at most 4 tasks");
    free(out);
    assert_in_file("array", "scontrol.args", "[show]\n[config]\n");
    out = run("array", SUBMIT FEW "--slurm -n | grep -c '^tasks=4$'", 0); /* not 6, and not 8 */
    free(out);
}

static void test_dry_run_writes_nothing(void **state)
{
    char *out;

    (void)state;
    make_program("dry", "sbatch", "");
    out = run("dry", SUBMIT FEW "--slurm -n", 0);
    assert_holds(out, "#!/usr/bin/env bash\n");
    assert_false(is_there("dry", "results"));
    assert_false(is_there("dry", "sbatch.args"));
    free(out);
}

static void test_missing_program(void **state)
{
    char *out;

    (void)state;
    make_program("missing", "nothing", "");
    out = run("missing", "PATH=/nonexistent " SUBMIT FEW "--slurm", 1);
    assert_holds(out, "normlab: error: submit: no sbatch in PATH: run this on a login node");
    assert_false(is_there("missing", "results"));
    free(out);
    out = run("missing", "PATH=/nonexistent " SUBMIT FEW "--hq", 1);
    assert_holds(out, "no hq in PATH");
    free(out);
}

static void test_refusals(void **state)
{
    static const struct refusal want[] = {
        {SUBMIT, 2, "to which system? One of --slurm, --parallel HOSTS, --hq"},
        {SUBMIT "--slurm --hq", 2, "--slurm and --hq exclude each other"},
        {SUBMIT "--slurm --time 2", 2, "give a task 5 minutes or more"},
        {SUBMIT "--slurm --time 0:4:59", 2, "give a task 5 minutes or more"},
        {SUBMIT "--slurm --time soon", 2, "--time soon: should be MINUTES, HOURS:MINUTES:SECONDS"},
        {SUBMIT "--slurm --time 1:2:3:4", 2, "--time 1:2:3:4: should be"},
        {SUBMIT "--slurm --time 1:2-3", 2, "--time 1:2-3: should be"},
        {SUBMIT "--slurm --tasks 0", 2, "--tasks 0: should be a whole number"},
        {SUBMIT "--slurm threads=4 --cores 2", 2, "--cores 2: the trials have threads=4"},
        {SUBMIT "--slurm -- --array=1-9", 2, "--tasks N"},
        {SUBMIT "--slurm no_such_key=1 -n", 2, "no_such_key"},
        {SUBMIT "--slurm --out ''", 2, "--out: which folder?"},
        {SUBMIT "--parallel ''", 2, "--parallel: which hosts?"},
        {SUBMIT "--parallel a --time 10", 2, "--time does not go with --parallel"},
        {SUBMIT "--parallel a --cores 2", 2, "--cores does not go with --parallel"},
        {SUBMIT "--hq --partition p", 2, "--time and --partition go with --slurm"},
        {"\"$NORMLAB\" submit cost --slurm --tasks 2 -n", 2,
         "cost times its trials, one at a time on one machine"},
        {"\"$NORMLAB\" submit --slurm", 2, "which experiment?"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++)
        assert_command_refused("refused", "", &want[i]);
    assert_false(is_there("refused", "results"));
    for (const char *const *time =
             (const char *const[]){"5", "5:00", "0:5:00", "1-0", "0-0:05", "1-0:0:0", NULL};
         *time; time++) {
        char *command = format_new(SUBMIT "--slurm -n --time %s", *time);

        assert_int_equal(run_in_folder("refused", command, NULL, NULL), 0);
        free(command);
    }
}

/* ---- tasks and the last step ---- */

#define TASK(number)                                                                               \
    "SLURM_ARRAY_TASK_ID=" number " SLURM_ARRAY_TASK_MIN=1 bash " RESULTS "/submit.sh task"

static void test_tasks_then_finish(void **state)
{
    char *out;

    (void)state;
    make_program("tasks", "sbatch", "echo 77");
    free(run("tasks", SUBMIT FEW "--slurm --tasks 2", 0));
    out = run("tasks", TASK("1"), 0);
    assert_holds(out, "share 1/2: 3 of 6 trials");
    free(out);
    out = run("tasks", "bash " RESULTS "/submit.sh finish", 3);
    assert_holds(
        out, "batch_size: of 6 trials 3 are missing and 0 have failed; normlab status batch_size");
    assert_true(is_there("tasks", RESULTS ".h5"));
    free(out);
    /* Task 2 alone, as after a failure: sbatch --array=2 submit.sh task. Its share is that of before. */
    out = run("tasks",
              "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_COUNT=1 bash " RESULTS
              "/submit.sh task",
              0);
    assert_holds(out, "share 2/2: 3 of 6 trials");
    free(out);
    out = run("tasks", "bash " RESULTS "/submit.sh finish", 0);
    assert_null(strstr(out, "missing"));
    free(out);
    out = run("tasks", SUBMIT FEW "--slurm --tasks 2", 0);
    assert_holds(out, "all 6 trials are done or failed: nothing to submit");
    free(out);
    out = run("tasks", "bash " RESULTS "/submit.sh begin", 2);
    free(out);
}

/* The signal before the time limit: the run ends with 75, and the task names itself to scontrol. */
static void test_task_is_requeued(void **state)
{
    char *out;

    (void)state;
    make_program("again", "sbatch", "echo 77");
    free(run("again", SUBMIT "panel=mlp norm=batchnorm batch=2 --seeds 0 epochs=4000 --slurm", 0));
    free(run("again", "mv bin kept; true", 0));
    assert_int_equal(
        run_in_folder(
            "again",
            "mkdir bin && { echo '#!/bin/sh'; echo 'echo \"$@\" >scontrol.args; exit 1'; } "
            ">bin/scontrol && chmod +x bin/scontrol",
            NULL, NULL),
        0);
    out = run("again",
              "export SLURM_ARRAY_JOB_ID=5; " TASK("1") " & task=$!; until ls " RESULTS
                                                        "/*.lease >/dev/null; do sleep 0.1; done; "
                                                        "kill -USR1 $task; wait $task",
              75);
    assert_holds(out, "stopped in time by signal 10; 1 trial is left, of which 1 has a checkpoint");
    assert_holds(out, "Slurm did not requeue this task");
    assert_in_file("again", "scontrol.args", "requeue 5_1\n");
    free(out);
}

static void test_other_systems(void **state)
{
    char *out;

    (void)state;
    make_program("ssh", "parallel", "exit 3");
    out = run("ssh", SUBMIT FEW "--parallel 'n1,u@n2,:' -- --sshdelay 1", 3);
    assert_holds(out, "6 tasks\n");
    assert_holds(out, "of 6 trials 6 are missing and 0 have failed");
    assert_in_file("ssh", "parallel.args",
                   "[--quote]\n[--jobs=1]\n"); /* parallel runs words by a shell */
    assert_in_file("ssh", "parallel.args", "[--sshlogin=n1,u@n2,:]\n[--sshdelay]\n[1]\n[bash]\n");
    assert_in_file("ssh", "parallel.args", "[task]\n[{}]\n[:::]\n[1]\n[2]\n[3]\n[4]\n[5]\n[6]\n");
    free(out);
    free(run("ssh", "bash " RESULTS "/submit.sh task 2", 0));
    assert_in_file("ssh", RESULTS "/logs/2.log", "share 2/6: 1 of 6 trials");

    make_program("hyper", "hq", "exit 1");
    out = run("hyper",
              "NORMLAB_ISA=plain OPENBLAS_CORETYPE=Haswell " SUBMIT FEW
              "--hq --tasks 3 --cores 2 -- --time-limit=1h",
              3);
    assert_holds(out, "some tasks failed");
    assert_in_file("hyper", "hq.args",
                   "[--time-limit=1h]\n[--array=1-3]\n[--cpus=2]\n[--]\n[bash]\n");
    assert_in_file("hyper", RESULTS "/submit.sh", "\nexport NORMLAB_ISA=plain\n");
    assert_in_file("hyper", RESULTS "/submit.sh", "\nexport OPENBLAS_CORETYPE=Haswell\n");
    free(out);
    out = run("hyper", "HQ_TASK_ID=3 bash " RESULTS "/submit.sh task", 0);
    assert_holds(out, "share 3/3: ");
    free(out);
}

/* A second submission while tasks of the first are still to start: these run the first one's trials, and share them by the
 * first one's costs. */
static void test_two_submissions(void **state)
{
    char *out;

    (void)state;
    make_program("two", "parallel", "");
    free(
        run("two",
            "\"$NORMLAB\" run batch_size --preset smoke --no-plot -q panel=mlp norm=none --seeds 8",
            0));
    free(run("two", SUBMIT FEW "--parallel :", 3));
    free(run("two", "mv parallel.args first.args; ls " RESULTS "/*.costs >costs", 0));
    free(
        run("two",
            "\"$NORMLAB\" run batch_size --preset smoke --no-plot -q panel=mlp norm=none --seeds 9",
            0));
    free(run("two", SUBMIT "panel=mlp norm=layernorm --seeds 0 --parallel :", 3));
    /* The program that the first tasks are given, and the costs it names, are still there, and as they were. */
    out = run(
        "two",
        "task=$(sed -n 's/^.\\(.*logs.*\\)]$/\\1/p' first.args | tail -n 1); bash \"$task\" task 1 && "
        "grep -q norm=none \"$task\" && grep -q \"/$(basename \"$(cat costs)\")\" \"$task\" && "
        "ls \"$(cat costs)\" && ls " RESULTS "/*.costs | wc -l",
        0);
    assert_holds(out, ".costs\n2\n");
    free(out);
    assert_in_file("two", RESULTS "/logs/1.log", "share 1/2: 3 of 6 trials");
}

/* What --help gives as an example can be typed; test_documents tries what README and docs/clusters.md have. */
static void test_example_of_help(void **state)
{
    static const char begin[] = "\nexample: normlab ";
    char *help, *line, *command;
    const char *at;

    (void)state;
    make_program("example", "nothing", "");
    help = run("example", "\"$NORMLAB\" submit --help", 0);
    at = strstr(help, begin);
    assert_non_null(at);
    at += strlen(begin);
    line = xstrndup(at, strcspn(at, "\n"));
    assert_holds(line, " -n");
    command = format_new("\"$NORMLAB\" %s", line);
    free(run("example", command, 0));
    free(command);
    free(line);
    free(help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_of_tasks),  cmocka_unit_test(test_tasks_by_time),
        cmocka_unit_test(test_damaged_costs),     cmocka_unit_test(test_words_are_quoted),
        cmocka_unit_test(test_largest_array),     cmocka_unit_test(test_dry_run_writes_nothing),
        cmocka_unit_test(test_missing_program),   cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_tasks_then_finish), cmocka_unit_test(test_task_is_requeued),
        cmocka_unit_test(test_other_systems),     cmocka_unit_test(test_two_submissions),
        cmocka_unit_test(test_example_of_help),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
