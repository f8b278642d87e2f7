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
    struct experiment *e;
    struct study s;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    if (csv == json)
        die_usage("export", "give one of --csv and --json");
    e = open_results("export", argv[1], root, preset, &s);
    r = preset ? &s.selection.shown : &s.results;
    bad = (csv ? store_export_csv : store_export_json)(r);
    study_close(&s);
    experiment_free(e);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_export = {
    "export",
    "print an experiment's merged results as CSV or JSON lines",
    "usage: normlab export EXPERIMENT --csv|--json [--preset NAME] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] and prints one line for each trial, metric and epoch. The columns\n"
    "are the axes and every other key in which the trials differ, as train_count.\n\n"
    "  --preset NAME   only the trials of this preset [all in EXPERIMENT.h5]\n\n"
    "example: normlab export batch_size --csv > batch_size.csv\n",
    run,
};
