#include "base/error.h"
#include "base/list.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include <stdio.h>
#include <stdlib.h>

/* Warns when no claim of the experiments v[count] takes the test samples in, although --test-samples asks for it. */
static void warn_unsampled(const struct verdicts *v, int count)
{
    int sampled = 0;

    for (int i = 0; i < count; i++)
        sampled += verdicts_sampled(&v[i]);
    if (sampled == 0)
        warning(
            "--test-samples changes no interval: no claim about the final test_error has trials that know "
            "their mistakes; normlab run EXPERIMENT test_mistakes=1 trains such trials");
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL;
    bool json = false, partial = false, test_samples = false;
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &json},
        {"--preset", NULL, FLAG_TEXT, &name},
        {"--test-samples", NULL, FLAG_BOOL, &test_samples},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 0, 1, "takes one experiment, or none for all");
    struct list names = {0};
    struct experiment **experiment = NULL;
    struct claim_row *rows;
    struct verdicts *v = NULL;
    struct study *studies = NULL;
    int loaded = 0, count = 0, judged = 0;

    if (name && !words)
        die_usage("claims", "--preset goes with one experiment");
    if (!file_exists(root))
        die("%s does not exist: --out names the folder that has results/", root);
    if (words)
        list_add(&names, argv[1]);
    else
        partial = experiment_names(&names);
    for (int i = 0; i < names.count; i++) {
        struct experiment *e =
            words ? find_experiment("claims", names.item[i]) : load_experiment(names.item[i]);

        if (!e) {
            partial = true;
            continue;
        }
        array_add(experiment, loaded) = e;
        if (test_samples)
            experiment_take_test_samples(e);
        open_study(&array_add(studies, count), e, root, find_preset("claims", e, name));
        array_add(v, judged) = studies[count - 1].verdicts;
    }
    if (test_samples)
        warn_unsampled(v, count);
    if (!json)
        output_wrap();
    if (!words)
        ledger_correct(v, count);
    rows = ledger_rows(claim_rows, v, count);
    (json ? ledger_print_json : ledger_print)(stdout, rows, v, count, words > 0);
    free(rows);
    for (int i = 0; i < count; i++) {
        if (!json)
            print_unmerged(&studies[i]);
        study_close(&studies[i]);
        experiment_free(experiment[i]);
    }
    free(experiment);
    free(v);
    free(studies);
    list_clear(&names);
    return partial ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_claims = {
    "claims",
    "print the ledger: every claim of the literature, its verdict and the evidence",
    "usage: normlab claims [EXPERIMENT [--preset NAME]] [--test-samples] [--json] [--out DIR]\n\n"
    "Reads DIR/results/*.h5 [.], the merged results of normlab run, and the finished trials that are not in\n"
    "them yet, as while a run goes on. For each claim it prints the verdict\n"
    "on each comparison, the effect with its 95 % interval over paired seeds, p before and after Holm's\n"
    "correction over the experiment's claims and Benjamini and Hochberg's over all experiments (without\n"
    "EXPERIMENT), how many seeds an open comparison would need, and the command that runs the missing\n"
    "trials (with --force: all of them). Claims without results are listed, too.\n\n"
    "Claims are judged on the trials with the settings of one preset, whatever their seeds: the paper\n"
    "preset or, without trials of it, the preset with the most trials. The command says which trials are\n"
    "left out. Trials on generated data, as in the smoke presets, are judged only with --preset.\n\n"
    "  --preset NAME    judge the trials of this preset\n"
    "  --test-samples   intervals and verdicts of claims about the final test error also take the choice of the\n"
    "                   test samples in, where all trials have test_mistakes=1; the evidence says where\n"
    "  --json           as JSON, with the values of every seed\n\n"
    "example: normlab claims batch_size\n",
    run,
};
