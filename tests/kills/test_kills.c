/*
 * Kills at random moments, by the thousand: two to four runs share a folder, on one machine or each on one of its own, and are killed
 * and started again, alone or with all that they started. After every kill each file that is there is whole; after every
 * round the merged file has the trials of a sweep that nothing disturbed, bit for bit, and nothing is left over.
 *
 * test_kills [N] [SEED]: N kills [12]. scripts/kills.sh runs the long form. The test prints its seed.
 */
#include "base/arena.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "child.h"
#include "sweeps.h"
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>

enum { TRIALS = 12, MOST_RUNS = 4, ROUND_KILLS = 12 };

static int kills_wanted = 12;
static struct rng moments;
static double alone_s; /* what an undisturbed run takes */
static bool can_isolate, draws;

/* What the campaign did. */
static struct {
    int rounds, isolated, kills, whole_group, ended_before, found_files, found_temporary,
        found_states;
} count;

/* ---- runs ---- */

struct slot {
    pid_t pid;
    bool isolated, drew; /* drew: it, or one before it in the slot, was to draw pictures */
};

static int random_below(int n)
{
    return (int)rng_below(&moments, (uint32_t)n);
}

/* Starts a run; it draws pictures, too, if `drawing`. isolated: in a namespace of processes of its own, as on another machine: no
 * other run can see whether it lives. */
static pid_t start(const char *folder, int slot, bool isolated, bool drawing)
{
    static const char *const words[] = {"unshare",      "--pid",
                                        "--fork",       "--kill-child",
                                        "--mount-proc", NULL,
                                        "run",          "batch_size",
                                        "panel=mlp",    "norm=none,batchnorm",
                                        "epochs=4",     "checkpoint=0.0002",
                                        "--preset",     "smoke",
                                        "-q",           "-j2",
                                        "--no-plot",    NULL};
    enum { WORDS = sizeof words / sizeof *words, PROGRAM = 5 };
    const char *own[WORDS];
    char err[16];
    struct child how = {.folder = folder, .err = err};

    snprintf(err, sizeof err, "err%d", slot);
    memcpy(own, words, sizeof words);
    own[PROGRAM] = getenv("NORMLAB");
    if (drawing)
        own[WORDS - 2] = NULL;
    return child_start(&how, own + (isolated ? 0 : PROGRAM));
}

static char *error_text(const char *folder, int slot)
{
    char *name = format_new("err%d", slot),
         *text = child_printed(&(struct child){.folder = folder}, name);

    free(name);
    return text;
}

/* Waits for the end of a run, which nothing disturbs any more. */
static void finish(const char *folder, int slot, pid_t pid)
{
    int code = child_end(pid);

    if (code)
        fail_msg("%s: a run ended with code %d: %s", folder, code, error_text(folder, slot));
}

/* ---- checks ---- */

/* Reads all files of results: at every moment each is whole. */
static void check_whole(const char *folder)
{
    char *merged = format_new("%s/%s/" SWEEP_FOLDER ".h5", test_folder(), folder), *list, *at;
    struct results r;

    if (file_exists(merged)) {
        if (store_merged_read(merged, &r))
            fail_msg("%s cannot be read", merged);
        results_clear(&r);
        count.found_files++;
    }
    run_in_folder(folder, "ls " SWEEP_FOLDER "/*.h5 2>/dev/null", &list, NULL);
    for (char *path = strtok_r(list, "\n", &at); path; path = strtok_r(NULL, "\n", &at)) {
        char *whole = format_new("%s/%s/%s", test_folder(), folder, path);
        struct record record;

        if (store_trial_read(whole, &record))
            fail_msg("%s cannot be read", whole);
        record_clear(&record);
        count.found_files++;
        free(whole);
    }
    count.found_temporary += count_named(folder, "*.tmp.*");
    count.found_states += count_named(folder, "*.state");
    free(list);
    free(merged);
}

static void check_end(const char *folder)
{
    static const char *const gone[] = {"*.tmp.*", "*.lease*", "*.state", "*.failed"};

    assert_int_equal(count_named(folder, "????????????????.h5"), TRIALS);
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        if (count_named(folder, gone[i]))
            fail_msg("%s: %d files %s are left", folder, count_named(folder, gone[i]), gone[i]);
    assert_same_sweeps(folder, "calm",
                       true); /* another order of rows is possible, but no other bits */
}

/* ---- a round ---- */

/* Kills a run at a random moment, looks at the files, and starts the run again. */
static void kill_one(const char *folder, struct slot *slot, int number)
{
    bool group = slot->isolated || random_below(2), drawing;
    int code;

    sleep_ms(1e3 * alone_s * rng_uniform(&moments) * (random_below(4) ? 0.1 : 0.5));
    kill(group ? -slot->pid : slot->pid, SIGKILL);
    code = child_end(slot->pid);
    if (code == CHILD_SIGNAL + SIGKILL) {
        count.kills++;
        count.whole_group += group;
    } else if (code == 0) {
        count.ended_before++;
    } else {
        fail_msg("%s: a run ended with code %d: %s", folder, code, error_text(folder, number));
    }
    check_whole(folder);
    drawing = draws && random_below(8) == 0;
    slot->drew = slot->drew || drawing;
    slot->pid = start(folder, number, slot->isolated, drawing);
}

/* As if the killed runs of other machines had been killed two days ago: what they left may go. */
static void age_leftovers(const char *folder)
{
    assert_int_equal(run_in_folder(folder,
                                   "find . -name '*.tmp.*' -exec touch -d '2 days ago' {} +", NULL,
                                   NULL),
                     0);
}

static void run_round(int round)
{
    char *folder = format_new("round%d", round), *empty = format_new("rm -rf %s", folder);
    int runs = 2 + random_below(MOST_RUNS - 1);
    bool isolated = can_isolate && random_below(3) == 0, drew = false;
    struct slot slot[MOST_RUNS];

    if (isolated)
        setenv("NORMLAB_LEASE_SECONDS", "2", 1);
    for (int i = 0; i < runs; i++)
        slot[i] = (struct slot){start(folder, i, isolated, false), isolated, false};
    for (int i = 0; i < ROUND_KILLS && count.kills < kills_wanted; i++) {
        int victim = random_below(runs);

        kill_one(folder, &slot[victim], victim);
    }
    for (int i = 0; i < runs; i++) {
        finish(folder, i, slot[i].pid);
        drew = drew || slot[i].drew;
    }
    if (isolated)
        age_leftovers(folder);
    /* A run that draws no pictures leaves alone what is left of them. */
    finish(folder, 0, start(folder, 0, false, drew));
    check_end(folder);
    unsetenv("NORMLAB_LEASE_SECONDS");
    run_in_folder(".", empty, NULL, NULL);
    count.rounds++;
    count.isolated += isolated;
    free(folder);
    free(empty);
}

static void test_calm(void **state)
{
    double from = clock_seconds();

    (void)state;
    finish("calm", 0, start("calm", 0, false, false));
    alone_s = clock_seconds() - from;
    check_end("calm");
}

static void test_campaign(void **state)
{
    double from = clock_seconds();

    (void)state;
    for (int round = 0; count.kills < kills_wanted; round++)
        run_round(round);
    print_message(
        "%d kills (%d of a run with all that it started) and %d too late, in %d rounds, %d of them on several "
        "machines; %d files were read, all whole; temporary files were seen %d times and states %d times; %.0f s\n",
        count.kills, count.whole_group, count.ended_before, count.rounds, count.isolated,
        count.found_files, count.found_temporary, count.found_states, clock_seconds() - from);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_calm),
                                       cmocka_unit_test(test_campaign)};

    if (argc > 1)
        kills_wanted = atoi(argv[1]);
    if (argc > 2)
        setenv("NORMLAB_TEST_SEED", argv[2], 1);
    moments = random_moments("kills");
    test_folder(); /* empties it, before a child would */
    unsetenv("NORMLAB_LEASE_SECONDS");
    can_isolate =
        run_command("unshare --pid --fork --kill-child --mount-proc true", NULL, NULL) == 0;
    draws = run_command("command -v gnuplot", NULL, NULL) == 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
