#include "base/arena.h"
#include "base/error.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include <stdio.h>
#include <stdlib.h>

struct merge_options {
    const char *root, *preset, *prune;
    bool yes;
};

/* Merges first, so that trials in the cell that have finished but were not merged go as well. */
static int prune(const struct experiment *e, const char *name, const struct merge_options *o)
{
    struct pruned p;

    if (merge_prune(&e->plan, o->root, name, o->prune, o->yes, &p))
        return EXIT_FAILED;
    if (p.files && !o->yes) {
        error(
            "%d trials lie in that cell, and %d of them have files in %s/results/%s/, which would bring them back: "
            "--yes removes those as well; nothing is changed",
            p.rows, p.files, o->root, name);
        return EXIT_FAILED;
    }
    printf("%s/results/%s.h5: %d trials taken off, %d left; %d of their files removed\n", o->root,
           name, p.rows, p.rows_left, p.files);
    return EXIT_DONE;
}

/* Writes the text anew, which follows from the merged file. */
static int sum_up(const struct experiment *e, const char *root, int preset)
{
    struct study l;
    bool there;
    int bad;

    if (experiment_open(&l, e, root, preset, &there))
        return EXIT_FAILED;
    bad = there && (write_summaries(&l, e));
    if (there && l.verdicts.left_out)
        printf("%s/results/%s.txt: %s\n", root, l.stem, l.verdicts.left_out);
    if (there)
        study_close(&l);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

static int merge(const struct experiment *e, int preset, const struct merge_options *o)
{
    char *name = sweep_name(&e->plan, preset < 0 ? plan_main(&e->plan) : preset, NULL);
    struct results r;
    int code = EXIT_FAILED;

    if (merge_update(&e->plan, o->root, name, NULL, whole_command_line, &r) == 0) {
        if (!o->prune)
            printf("%s/results/%s.h5: %d trials\n", o->root, name, r.records);
        code = o->prune ? prune(e, name, o) : EXIT_DONE;
        results_clear(&r);
    }
    if (code == EXIT_DONE)
        code = sum_up(e, o->root, preset);
    free(name);
    return code;
}

static int run(int argc, char **argv)
{
    struct merge_options o = {.root = "."};
    const struct flag flags[] = {
        {"--prune", NULL, FLAG_TEXT, &o.prune},
        {"--yes", NULL, FLAG_BOOL, &o.yes},
        {"--preset", NULL, FLAG_TEXT, &o.preset},
        {"--out", NULL, FLAG_TEXT, &o.root},
        {0},
    };
    int words = parse_flags(argc, argv, flags), preset = SELECTION_MAIN;
    struct experiment *e;
    int code = EXIT_USAGE;

    if (words < 0)
        return EXIT_USAGE;
    if (words != 2)
        return usage_error("merge", "takes one experiment");
    if (o.prune && !*o.prune)
        return usage_error("merge", "--prune: which cell? as --prune 'norm=batchnorm batch=2'");
    if (o.yes && !o.prune)
        return usage_error("merge", "--yes goes with --prune");
    e = find_experiment("merge", argv[1]);
    if (e && (!o.preset || (preset = find_preset("merge", e, o.preset)) >= 0))
        code = merge(e, preset, &o);
    experiment_free(e);
    return code;
}

const struct command command_merge = {
    "merge",
    "make an experiment's merged file from all that is there, or take trials off it",
    "usage: normlab merge EXPERIMENT [--prune CELL [--yes]] [--preset NAME] [--out DIR]\n\n"
    "DIR/results/EXPERIMENT.h5 [.] keeps all its rows and gains those of the trials' files in\n"
    "DIR/results/EXPERIMENT/; a file replaces the row of the same trial. `normlab run` does the same at\n"
    "its end. To bring together what several machines ran, copy their trials' files into that folder.\n"
    "Files that cannot be read, or are of another experiment or version of it, are left out, and told.\n"
    "A merged file of another version is renamed to EXPERIMENT.v1.h5. Writes\n"
    "DIR/results/EXPERIMENT.txt anew.\n\n"
    "  --prune CELL    take the trials in a cell off the file, as 'norm=batchnorm batch=2': those that\n"
    "                  have all these values; where some have files, nothing is changed without\n"
    "  --yes           which removes those files as well\n"
    "  --preset NAME   smoke: of EXPERIMENT.generated.h5, the trials on generated data\n\n"
    "example: normlab merge batch_size\n",
    run,
};
