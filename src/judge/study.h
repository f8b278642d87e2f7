/* A study: an experiment's results (merged, and finished trials that are not merged yet), a selection of these trials,
 * and the verdicts on it. Figures, tables, reports and summaries are all made from a study. All of these can be made
 * again at any time from the merged file and the trial files. */
#ifndef NORMLAB_JUDGE_STUDY_H
#define NORMLAB_JUDGE_STUDY_H

#include "judge/ledger.h"

/* The plan, the claims and root belong to the caller and must outlive the study. */
struct study {
    const struct plan *plan;
    const struct claim *claims; /* a NULL id ends them */
    const char *root;           /* the folder that holds results/ and plots/ */
    char *name;                 /* NAME of the merged file, root/results/NAME.h5 (sweep_name()) */
    /* STEM of the output, root/plots/STEM/ and root/results/STEM.txt. It is NAME for the main selection, NAME.<preset>
     * for another preset, and NAME.other when trials have other settings than the preset. */
    char *stem;
    struct results results;
    int unmerged; /* study_open(), study_view(): the number of trials that are not in the merged file yet */
    /* true when the results belong to another study; study_close() then does not free them */
    bool shares_results;
    struct selection selection;
    struct verdicts verdicts;
};

/* Reads root/results/NAME.h5 and the finished trials that are not in it yet (merge_view()), selects trials and judges the
 * claims. preset: the preset whose file is read and whose trials are selected; SELECTION_MAIN makes the main selection.
 * cells[count]: the cells of the claims (claim_cells()) in their order, then those of tables and figures. *there becomes
 * true when there are results, else false. Returns 0. Returns -1 after a message when they cannot be read or have no
 * trial of the preset. study_close() frees, unless *there is false or the call failed. */
int study_open(struct study *s, const struct plan *plan, const struct claim *claims,
               const struct cells *cells, int count, const char *root, int preset, bool *there);

/* As study_open(), but selects the trials with the sweep's settings (selection_init()). It is no error when there are no
 * such trials, or when the registry of fresh seeds cannot be read. preset: the sweep's. */
int study_view(struct study *s, const struct claim *claims, const struct cells *cells, int count,
               const struct sweep *sweep, int preset, const char *root, bool *there);

/* As study_open(), but takes the results, those of merge_update(), instead of reading the file; *results becomes empty. */
int study_take(struct study *s, const struct plan *plan, const struct claim *claims,
               const struct cells *cells, int count, const char *root, int preset,
               struct results *results);

/* Merges the finished trials (merge_update()), selects the trials with the sweep's settings and judges the claims.
 * preset: the sweep's preset. cells, count, root: as for study_open(). command_line: is recorded in the merged file.
 * Returns 0, or -1 after a message. study_close() frees, unless the call failed. */
int study_merge(struct study *s, const struct claim *claims, const struct cells *cells, int count,
                const struct sweep *sweep, int preset, const char *root, const char *command_line);

/* Makes the main selection from the results of another study, which must outlive `shown`. cells, count: as for
 * study_open(). study_close() frees. */
void study_of_main(struct study *shown, const struct study *of, const struct cells *cells,
                   int count);

void study_close(struct study *s);

#endif
