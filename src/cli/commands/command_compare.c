#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "judge/compare/compare.h"
#include <stdlib.h>

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
            exit(EXIT_FAILED);
    if (merged[0] != merged[1])
        die("%s holds one trial and %s a sweep: compare two of a kind", argv[1 + merged[0]],
            argv[1 + merged[1]]);
    compare_results(&c, &r[0], &r[1]);
    if (!json)
        output_wrap();
    (json ? compare_print_json : compare_print)(&c, argv[1], argv[2]);
    comparison_clear(&c);
    results_clear(&r[0]);
    results_clear(&r[1]);
    return EXIT_DONE;
}

const struct command command_compare = {
    "compare",
    "compare two results: configurations, and metrics that differ by more than noise",
    "usage: normlab compare A.h5 B.h5 [--json]\n\n"
    "A and B are two merged files or two trial files. The command says what differs in provenance and\n"
    "configuration, which trials ended differently, and which metrics' final values differ by more than\n"
    "noise. It takes differences over the seeds that both files have, with 95 % intervals; a difference\n"
    "counts when p is below 0.05 after Holm's correction for the number of comparisons. It does so cell by\n"
    "cell, and for the mean of all cells, which shows smaller shifts. Values without common seeds are not\n"
    "compared. Times of steps and passes vary between runs and are compared separately.\n\n"
    "  --json   everything as JSON\n\n"
    "The first line, and \"verdict\" in JSON, is \"same\" when experiment, configurations and results are equal\n"
    "to the last bit, except for timing and provenance; else it is \"differs\". The exit code is 0 for both.\n\n"
    "example: normlab compare results/batch_size.h5 mine/results/batch_size.h5\n",
    run,
};
