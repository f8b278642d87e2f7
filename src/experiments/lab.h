/* What follows a sweep: merge, draw, sum up. All of it can be done again from finished files. */
#ifndef NORMLAB_EXPERIMENTS_LAB_H
#define NORMLAB_EXPERIMENTS_LAB_H

#include "judge/ledger.h"
#include "sweep/merge.h"

/* An experiment's results, the trials of them that are shown, and the verdicts on those. root and the experiment are
 * others' and must outlive it. */
struct lab {
    const struct experiment *experiment;
    const char *root; /* folder that holds results/ and plots/ */
    char *name;       /* of the merged file, root/results/NAME.h5: see sweep_name() */
    /* of what is drawn and written, root/plots/STEM/ and root/results/STEM.txt: the name, or NAME.<preset> of a preset that is not
     * the one that the results show by themselves, NAME.other of other settings */
    char *stem;
    struct results results;
    struct selection selection;
    struct verdicts verdicts;
};

/* Reads root/results/NAME.h5 where it is there, which *there tells; else there is nothing to close. preset: whose trials, and
 * of which file; SELECTION_MAIN: the main ones of the experiment's own. 0, or -1 after a message: the file cannot be
 * read, or has no trial of the preset. */
int lab_open(struct lab *l, const struct experiment *e, const char *root, int preset, bool *there);

/* Merges what is finished (merge_update()) and opens the trials with the sweep's settings. preset: the sweep's. */
int lab_merge(struct lab *l, const struct sweep *s, int preset, const char *root,
              const char *command_line);
void lab_close(struct lab *l);

/* Writes every figure of the experiment, and the forest plot of its claims, into root/plots/STEM. 0 or -1 after
 * a message. */
int lab_draw(const struct lab *l);

/* Draws the experiment's first `most` figures as text on standard output. */
int lab_draw_terminal(const struct lab *l, int most);

/* Writes tables, failures counted, and the verdict on each claim as root/results/STEM.txt, and prints them on
 * standard output, too, if asked. 0 or -1 after a message. */
int lab_summarize(const struct lab *l, bool print);

/* Where other trials are shown than the merged file's main ones: writes root/results/NAME.txt of those, which follows from
 * that file. 0 or -1 after a message. */
int lab_summarize_main(const struct lab *l);

/* Names each figure's files, those that are there, a line a figure on standard output. */
void lab_print_figures(const struct lab *l, const char *indent);

/* root/results/STEM.txt, a new string. */
char *lab_summary_path(const struct lab *l);

#endif
