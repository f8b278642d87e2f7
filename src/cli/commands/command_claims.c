#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include <stdio.h>
#include <stdlib.h>

/* 0, or -1 after a message. */
static int judge(const struct experiment *e, const char *root, int preset, struct study *l)
{
    bool there;

    if (experiment_open(l, e, root, preset, &there))
        return -1;
    if (!there)
        verdicts_init(&l->verdicts, &e->plan, e->claims);
    return 0;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL;
    bool json = false;
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &json},
        {"--preset", NULL, FLAG_TEXT, &name},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    int words = parse_flags(argc, argv, flags), n = 0, count = 0, bad = 0;
    int preset = SELECTION_MAIN;
    const struct experiment *one = NULL;
    struct claim_row *rows;
    struct verdicts *v;
    struct study *l;

    if (words < 0)
        return EXIT_USAGE;
    if (words > 2)
        return usage_error("claims", "takes one experiment, or none for all");
    if (words == 2 && !(one = find_experiment("claims", argv[1])))
        return EXIT_USAGE;
    if (name && (!one || (preset = find_preset("claims", one, name)) < 0))
        return one ? EXIT_USAGE : usage_error("claims", "--preset goes with one experiment");
    if (!file_exists(root)) {
        error("%s is not there: --out names the folder that has results/", root);
        return EXIT_FAILED;
    }
    while (experiments[n])
        n++;
    l = xcalloc((size_t)n, sizeof *l);
    v = xcalloc((size_t)n, sizeof *v);
    for (int i = 0; i < n && !bad; i++)
        if (!one || one == experiments[i])
            if (!(bad = judge(experiments[i], root, preset, &l[count]))) {
                v[count] = l[count].verdicts;
                count++;
            }
    rows = ledger_rows(claim_rows, v, count);
    if (!bad && json)
        ledger_print_json(stdout, rows, v, count, one != NULL);
    else if (!bad)
        ledger_print(stdout, rows, v, count, one != NULL);
    free(rows);
    for (int i = 0; i < count; i++)
        study_close(&l[i]);
    free(v);
    free(l);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_claims = {
    "claims",
    "the ledger: every claim of the literature with its verdict and the evidence",
    "usage: normlab claims [EXPERIMENT [--preset NAME]] [--json] [--out DIR]\n\n"
    "Reads DIR/results/*.h5 [.], the merged results of `normlab run`, and prints each row of the list of\n"
    "claims with what its experiments say: the verdict on each comparison, the effect with its 95 %\n"
    "interval over paired seeds, p before and after Holm's correction over the experiment's claims, how\n"
    "many seeds would settle what is inconclusive, and the command that runs those of its trials that are\n"
    "missing; with --force, all of them. What was not run is listed, too. --json has the values of every\n"
    "seed besides.\n\n"
    "Claims are judged on the trials with one preset's settings, for any seeds: the paper preset's, or\n"
    "else those of the preset with the most trials. What is left out is told. Smoke presets, on\n"
    "generated data, are judged only when asked for.\n\n"
    "  --preset NAME   on this preset's trials\n\n"
    "example: normlab claims batch_size\n",
    run,
};
