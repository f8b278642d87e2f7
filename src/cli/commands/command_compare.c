#include "base/error.h"
#include "cli/command.h"
#include "judge/compare.h"

/* Reads both; -1 after a message, with nothing to clear. */
static int read_both(char *const path[2], struct results r[2])
{
    bool merged[2];

    if (store_read(path[0], &merged[0], &r[0]))
        return -1;
    if (store_read(path[1], &merged[1], &r[1])) {
        results_clear(&r[0]);
        return -1;
    }
    if (merged[0] == merged[1])
        return 0;
    results_clear(&r[0]);
    results_clear(&r[1]);
    return error("%s holds one trial and %s a sweep: compare two of a kind", path[merged[0]],
                 path[merged[1]]);
}

static int run(int argc, char **argv)
{
    bool json = false;
    const struct flag flags[] = {{"--json", NULL, FLAG_BOOL, &json}, {0}};
    int words = parse_flags(argc, argv, flags);
    struct comparison c;
    struct results r[2];

    if (words < 0)
        return EXIT_USAGE;
    if (words != 3)
        return usage_error("compare", "takes two files of results");
    if (read_both(argv + 1, r))
        return EXIT_FAILED;
    compare_results(&c, &r[0], &r[1]);
    if (json)
        compare_print_json(&c, argv[1], argv[2]);
    else
        compare_print(&c, argv[1], argv[2]);
    comparison_clear(&c);
    results_clear(&r[0]);
    results_clear(&r[1]);
    return EXIT_DONE;
}

const struct command command_compare = {
    "compare",
    "what differs between two results: configuration, metrics beyond noise",
    "usage: normlab compare A.h5 B.h5 [--json]\n\n"
    "A and B are merged files of sweeps, or files of single trials. Says what differs in provenance\n"
    "and configuration, which trials ended differently, and which metrics' final values changed by\n"
    "more than noise: differences over the seeds that both have, with 95 % intervals; p below 0.05\n"
    "when corrected for the number of comparisons (Holm); in single cells, and in the mean of all,\n"
    "where smaller shifts show. Without common seeds, values are not compared. Times of steps and\n"
    "passes vary from run to run and are compared apart.\n\n"
    "  --json   all of it, for programs\n\n"
    "The first line, and \"verdict\" in JSON, is \"same\" when experiment, configurations and results are\n"
    "equal to the last bit, timing and provenance aside; else \"differs\". The exit code is 0 for both.\n\n"
    "example: normlab compare results/batch_size.h5 mine/results/batch_size.h5\n",
    run,
};
