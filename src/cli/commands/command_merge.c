#include "base/error.h"
#include "cli/command.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include <stdio.h>
#include <stdlib.h>

/* Removes the rows of a cell from the merged file. files_too: also removes the trial files of these rows; when it is
 * false and some rows have trial files, that is an error and nothing changes. Returns 0, or -1 after a message. */
static int prune(const struct experiment *e, const char *root, const char *name, const char *cell,
                 bool files_too)
{
    struct pruned p;

    if (merge_prune(&e->plan, root, name, cell, files_too, &p))
        return -1;
    if (p.files && !files_too)
        return error(
            "the cell holds %d trial%s; %d of them %s files in %s/results/%s/, from which the next merge "
            "would take them again. Nothing is changed; --yes removes these files as well",
            p.rows, plural(p.rows), p.files, p.files == 1 ? "has" : "have", root, name);
    printf("%s/results/%s.h5: %d trial%s removed, %d left; %d trial file%s removed\n", root, name,
           p.rows, plural(p.rows), p.rows_left, p.files, plural(p.files));
    return 0;
}

/* Opens the study of the results r, which the study then owns; when r is empty, that of the merged file. *there becomes
 * false when r is empty and there is no merged file. Returns 0, or -1 after a message. */
static int open_merged(struct study *s, const struct experiment *e, const char *root, int preset,
                       struct results *r, bool *there)
{
    *there = true;
    return r->records ? experiment_take(s, e, root, preset, r)
                      : experiment_open(s, e, root, preset, there);
}

/* Writes the summaries of the merged results (open_merged()), and prints which trials they leave out. Returns 0, or -1
 * after a message. */
static int summarize(const struct experiment *e, const char *root, int preset, struct results *r)
{
    struct study s;
    bool there;
    int bad = open_merged(&s, e, root, preset, r, &there);

    if (bad || !there)
        return bad;
    bad = write_summaries(&s, e);
    if (s.verdicts.left_out)
        printf("%s/results/%s.txt: %s\n", root, s.stem, s.verdicts.left_out);
    study_close(&s);
    return bad;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *preset_name = NULL, *cell = NULL;
    bool yes = false;
    const struct flag flags[] = {
        {"--prune", NULL, FLAG_TEXT, &cell},
        {"--yes", NULL, FLAG_BOOL, &yes},
        {"--preset", NULL, FLAG_TEXT, &preset_name},
        {"--out", NULL, FLAG_TEXT, &root},
        {0},
    };
    struct experiment *e;
    struct results r;
    char *name;
    int preset, bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    output_wrap();
    if (cell && !*cell)
        die_usage("merge", "--prune: which cell? as --prune 'norm=batchnorm batch=2'");
    if (yes && !cell)
        die_usage("merge", "--yes goes with --prune");
    e = find_experiment("merge", argv[1]);
    preset = find_preset("merge", e, preset_name);
    name = results_name(e, preset);
    /* Merge before pruning, so that finished trials of the cell that were not merged yet are removed as well. */
    bad = merge_update(&e->plan, root, name, NULL, whole_command_line, &r);
    if (!bad && !cell)
        printf("%s/results/%s.h5: %d trial%s\n", root, name, r.records, plural(r.records));
    if (!bad && cell) {
        results_clear(&r);
        bad = prune(e, root, name, cell, yes);
    }
    bad = bad || summarize(e, root, preset, &r);
    free(name);
    experiment_free(e);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_merge = {
    "merge",
    "add all finished trials to an experiment's merged file, or remove trials from it",
    "usage: normlab merge EXPERIMENT [--prune CELL [--yes]] [--preset NAME] [--out DIR]\n\n"
    "DIR/results/EXPERIMENT.h5 [.] keeps all its rows and gets those of the trial files in\n"
    "DIR/results/EXPERIMENT/; a file replaces the row of the same trial. normlab run does the same at its\n"
    "end. To merge what several machines ran, copy their trial files into that folder first.\n\n"
    "Files that cannot be read, or that belong to another experiment or to another version of it, are\n"
    "left out with a warning. A merged file of another version is kept as EXPERIMENT.v1.h5. The summary\n"
    "DIR/results/EXPERIMENT.txt is written anew.\n\n"
    "  --prune CELL    remove the trials of a cell, as 'norm=batchnorm batch=2': all trials with these\n"
    "                  values. Nothing is changed when some of them have trial files\n"
    "  --yes           with --prune: remove these trial files as well\n"
    "  --preset NAME   smoke: EXPERIMENT.generated.h5, with the trials on generated data\n\n"
    "example: normlab merge batch_size\n",
    run,
};
