#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include "report/summary.h"
#include <stdio.h>

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL;
    const struct flag flags[] = {
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    struct experiment *e;
    struct study s;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    e = open_results("table", argv[1], root, preset, &s);
    output_wrap();
    if (!e->tables || !e->tables->title)
        printf("%s declares no tables\n\n", e->plan.name);
    summary_print_tables(stdout, &s, e->tables, output_columns());
    if (s.verdicts.left_out)
        printf("%s\n", s.verdicts.left_out);
    print_unmerged(&s);
    study_close(&s);
    experiment_free(e);
    return EXIT_DONE;
}

const struct command command_table = {
    "table",
    "print an experiment's tables of the trials that have finished",
    "usage: normlab table EXPERIMENT [--preset NAME] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.], and the finished trials that are not in it yet, as while a run goes\n"
    "on. Prints the experiment's tables, which the summary of normlab run has as well, and how many trials\n"
    "they show. In a terminal a table that is too wide is turned, or printed in parts; COLUMNS=80 asks for\n"
    "that width in a file or a pipe, too.\n\n"
    "  --preset NAME   show the trials of this preset [the main one, or else the one with the most trials]\n\n"
    "example: normlab table batch_size\n",
    run,
};
