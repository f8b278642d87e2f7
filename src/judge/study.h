/* A study: an experiment's merged results, the selection of trials that are shown, and the verdicts on those. Figures,
 * tables, reports and summaries are all made from a study, and can be made again from finished files. */
#ifndef NORMLAB_JUDGE_STUDY_H
#define NORMLAB_JUDGE_STUDY_H

#include "judge/ledger.h"

/* The plan, the claims and root belong to the caller and must outlive it. */
struct study {
    const struct plan *plan;
    const struct claim *claims; /* end with a NULL id */
    const char *root;           /* folder that holds results/ and plots/ */
    char *name;                 /* of the merged file, root/results/NAME.h5: see sweep_name() */
    /* Names the output, root/plots/STEM/ and root/results/STEM.txt: NAME for the trials that are shown by default,
     * NAME.<preset> for those of another preset, NAME.other for other settings. */
    char *stem;
    struct results results;
    bool shares_results; /* they belong to another study */
    struct selection selection;
    struct verdicts verdicts;
};

/* Reads root/results/NAME.h5. *there becomes true when that file exists; without it, there is nothing to close. preset: the
 * one whose file is read and whose trials are selected; SELECTION_MAIN selects those that are shown by default.
 * cells[count]: the claims' cells (claim_cells()) in their order, then those of tables and figures. 0, or -1 after a
 * message: the file cannot be read, or has no trial of the preset. */
int study_open(struct study *s, const struct plan *plan, const struct claim *claims,
               const struct cells *cells, int count, const char *root, int preset, bool *there);

/* Merges the finished trials (merge_update()) and selects those with the sweep's settings. preset: the sweep's. 0, or -1
 * after a message. */
int study_merge(struct study *s, const struct claim *claims, const struct cells *cells, int count,
                const struct sweep *sweep, int preset, const char *root, const char *command_line);

/* Selects the trials that are shown by default from the results of another study, which must outlive this one. */
void study_of_main(struct study *shown, const struct study *of, const struct cells *cells,
                   int count);

void study_close(struct study *s);

#endif
