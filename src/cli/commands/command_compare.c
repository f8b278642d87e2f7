#include "base/error.h"
#include "cli/command.h"
#include "judge/compare.h"

static int run(int argc, char **argv)
{
    bool json = false;
    const struct flag flags[] = {{"--json", NULL, FLAG_BOOL, &json}, {0}};
    struct comparison c;
    struct results r[2];
    bool merged[2];

    parse_arguments(argc, argv, flags, 2, 2, "takes two files of results");
    for (int i = 0; i < 2; i++)
        if (store_read(argv[1 + i], &merged[i], &r[i]))
            return EXIT_FAILED;
    if (merged[0] != merged[1])
        die("%s holds one trial and %s a sweep: compare two of a kind", argv[1 + merged[0]],
            argv[1 + merged[1]]);
    compare_results(&c, &r[0], &r[1]);
    (json ? compare_print_json : compare_print)(&c, argv[1], argv[2]);
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
