#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include <stdio.h>
#include <stdlib.h>

/* The experiments that are asked for, with their verdicts. */
struct judged {
    struct experiment **experiment;
    struct study *study;
    struct verdicts *verdicts;
    int count;
};

/* Adds the experiment, which *all then owns, with its verdicts. 0, or -1 after a message. */
static int judge(struct judged *all, struct experiment *e, const char *root, int preset)
{
    struct study *l = &all->study[all->count];
    bool there;

    all->experiment[all->count] = e;
    if (!e || experiment_open(l, e, root, preset, &there)) {
        experiment_free(e);
        return -1;
    }
    if (!there)
        verdicts_init(&l->verdicts, &e->plan, e->claims);
    all->verdicts[all->count++] = l->verdicts;
    return 0;
}

/* All experiments, or the one (NULL: all), which it then owns. 0, or -1 after a message. */
static int judge_all(struct judged *all, struct experiment *one, const char *root, int preset)
{
    struct list names = {0};
    int bad = 0;

    if (!one)
        experiment_names(&names);
    all->experiment = xcalloc((size_t)names.count + 1, sizeof *all->experiment);
    all->study = xcalloc((size_t)names.count + 1, sizeof *all->study);
    all->verdicts = xcalloc((size_t)names.count + 1, sizeof *all->verdicts);
    if (one)
        bad = judge(all, one, root, preset);
    for (int i = 0; i < names.count && !bad; i++)
        bad = judge(all, find_experiment("claims", names.item[i]), root, preset);
    list_clear(&names);
    return bad;
}

static void judged_clear(struct judged *all)
{
    for (int i = 0; i < all->count; i++) {
        study_close(&all->study[i]);
        experiment_free(all->experiment[i]);
    }
    free(all->experiment);
    free(all->study);
    free(all->verdicts);
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
    int words = parse_flags(argc, argv, flags), preset = SELECTION_MAIN, bad;
    struct experiment *one = NULL;
    struct judged all = {0};
    struct claim_row *rows;
    bool single = words == 2;

    if (words < 0)
        return EXIT_USAGE;
    if (words > 2)
        return usage_error("claims", "takes one experiment, or none for all");
    if (name && !single)
        return usage_error("claims", "--preset goes with one experiment");
    if (!file_exists(root)) {
        error("%s is not there: --out names the folder that has results/", root);
        return EXIT_FAILED;
    }
    if (single && !(one = find_experiment("claims", argv[1])))
        return EXIT_USAGE;
    if (name && (preset = find_preset("claims", one, name)) < 0) {
        experiment_free(one);
        return EXIT_USAGE;
    }
    bad = judge_all(&all, one, root, preset);
    rows = ledger_rows(claim_rows, all.verdicts, all.count);
    if (!bad && json)
        ledger_print_json(stdout, rows, all.verdicts, all.count, single);
    else if (!bad)
        ledger_print(stdout, rows, all.verdicts, all.count, single);
    free(rows);
    judged_clear(&all);
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
