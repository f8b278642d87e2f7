#include "base/error.h"
#include "cli/command.h"
#include "experiments/experiment.h"

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL;
    bool csv = false, json = false;
    const struct flag flags[] = {
        {"--csv", NULL, FLAG_BOOL, &csv},
        {"--json", NULL, FLAG_BOOL, &json},
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    const struct results *r;
    struct study s;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    if (csv == json)
        die_usage("export", "give one of --csv and --json");
    open_results("export", argv[1], root, preset, &s);
    r = preset ? &s.selection.shown : &s.results;
    bad = (csv ? store_export_csv : store_export_json)(r);
    study_close(&s);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_export = {
    "export",
    "an experiment's merged results as CSV or JSON lines, long form",
    "usage: normlab export EXPERIMENT --csv|--json [--preset NAME] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] and prints a line for every trial, metric and epoch. Its columns\n"
    "are the axes, and every other key in which the trials differ, as train_count.\n\n"
    "  --preset NAME   the trials of this preset alone [all in EXPERIMENT.h5]\n\n"
    "example: normlab export batch_size --csv > batch_size.csv\n",
    run,
};
