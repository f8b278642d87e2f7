#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "store/export/export.h"
#include <stdio.h>

/* Checks the argument PROBE: it must name a probe, and --profiles must be given. Otherwise exits after a message. */
static void check_probe(const char *name, bool profiles)
{
    const char *known[64] = {NULL};

    if (!profiles)
        die_usage("export", "takes one experiment; a probe goes with --profiles");
    for (int i = 0; i < 63 && probe_name_at(i); i++)
        known[i] = probe_name_at(i);
    if (!probe_columns(name))
        die_unknown("export", "probe", name, known, ": normlab list probes shows them");
}

/* Writes the trials as runs of MLflow into the folder, and prints how many. Returns 0, or -1 after a message. */
static int write_runs(const struct results *r, const char *folder)
{
    struct text word = {0};
    int added, existing, bad = store_export_mlflow(r, folder, &added, &existing);

    text_add_shell(&word, folder);
    if (!bad) {
        printf("%d run%s of %s in %s: %d new, %d there before\n", added + existing,
               plural(added + existing), r->experiment, folder, added, existing);
        printf("MLFLOW_ALLOW_FILE_STORE=true mlflow ui --backend-store-uri %s shows them\n",
               word.s);
    }
    text_clear(&word);
    return bad;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL, *mlflow = NULL;
    bool csv = false, json = false, profiles = false, sheet = false, wide = false;
    const struct flag flags[] = {
        {"--csv", NULL, FLAG_BOOL, &csv},
        {"--json", NULL, FLAG_BOOL, &json},
        {"--wide", NULL, FLAG_BOOL, &wide},
        {"--profiles", NULL, FLAG_BOOL, &profiles},
        {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},
        {"--spreadsheet", NULL, FLAG_BOOL, &sheet},
        {"--mlflow", NULL, FLAG_TEXT, &mlflow},
        {0},
    };
    const struct results *r;
    enum export_how how;
    struct experiment *e;
    struct study s;
    int bad, words = parse_arguments(argc, argv, flags, 1, 2, "takes one experiment");

    if (csv + json + (mlflow != NULL) != 1)
        die_usage("export", "give one of --csv, --json and --mlflow FOLDER");
    if (sheet && !csv)
        die_usage("export", "--spreadsheet goes with --csv");
    if (mlflow && (wide || profiles))
        die_usage("export", "--wide and --profiles go with --csv or --json");
    if (wide && profiles)
        die_usage("export", "give one of --wide and --profiles");
    if (words > 1)
        check_probe(argv[2], profiles);
    e = open_results("export", argv[1], root, preset, &s);
    r = preset ? &s.selection.shown : &s.results;
    how = sheet ? EXPORT_SPREADSHEET : csv ? EXPORT_CSV : EXPORT_JSON;
    bad = mlflow     ? write_runs(r, mlflow)
          : wide     ? store_export_wide(r, how)
          : profiles ? store_export_profiles(r, words > 1 ? argv[2] : NULL, how)
                     : store_export(r, how);
    study_close(&s);
    experiment_free(e);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_export = {
    "export",
    "print an experiment's results as CSV or JSON lines, or write them as runs of MLflow",
    "usage: normlab export EXPERIMENT --csv|--json [--wide | --profiles [PROBE]] [--preset NAME]\n"
    "                      [--spreadsheet] [--out DIR]\n"
    "       normlab export EXPERIMENT --mlflow FOLDER [--preset NAME] [--out DIR]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.], and the finished trials that are not in it yet, as while a run goes\n"
    "on, and prints one line for each trial, metric and epoch. The columns\n"
    "are the axes and every other key in which the trials differ, as train_count.\n\n"
    "  --wide          one line for each trial: its whole configuration, then the final value of each metric,\n"
    "                  as W&B exports runs. A metric with the name of a key is called result_NAME, as result_lr\n"
    "  --profiles [PROBE]   instead of metrics what the probes measured, or one of them: a line for each\n"
    "                       trial, point, layer and column\n"
    "  --mlflow FOLDER      add each trial as a run to a file store of MLflow, as mlruns; runs that are there\n"
    "                       stay as they are\n"
    "  --preset NAME   only the trials of this preset [all]\n"
    "  --spreadsheet   with --csv: a text that begins with = + - or @, and is no number, gets an apostrophe\n"
    "                  before it. A spreadsheet would carry it out as a formula, and the results may be\n"
    "                  somebody else's; the CSV files of normlab plot always have it\n\n"
    "Characters that a terminal would obey appear as text, as \\x1b, here and in all other output. There is\n"
    "no Parquet: Debian 12 has no library for it in C; pandas turns --wide --csv into it.\n\n"
    "example: normlab export batch_size --csv --wide > batch_size.csv\n",
    run,
};
