/*
 * Which rows of a merged file are shown and judged: those with one preset's settings. A merged file grows with every
 * run, and its rows may differ in what no figure shows, as in the number of samples or epochs. Such rows are kept
 * apart.
 *
 * A preset's settings are the values of its trials' keys, except the seed and free axes. An axis of the experiment is
 * free when some preset varies it within a panel. A row may have values of a free axis that the preset lacks
 * (norm=mynorm, batch=256) if its settings are those of some trial of the preset in the same panel. In a cell that
 * the preset has, a row must have the settings of the preset's trials in that cell.
 *
 * An axis that a user made by a grid (epochs=1,5) is a setting like any other: rows with another value than the
 * preset's are shown, in panels, only to somebody who asks for them. Where a cell of the experiment's claims, tables
 * or figures names the axis, as convergence names data=mnist, the axis is free as well, and its values make panels in
 * figures that do not name it. A claim is judged on rows with the preset's own value of such an axis, unless its own
 * cells name it.
 *
 * Of rows that agree in all axes and the seed, one is shown: the one whose settings are nearest to the preset's; of
 * equals the one of the preset's earlier block.
 */
#ifndef NORMLAB_SWEEP_SELECTION_H
#define NORMLAB_SWEEP_SELECTION_H

#include "sweep/sweep.h"

/* A row that is shown. */
struct selected {
    bool own;                          /* the row has the preset's settings */
    const struct sweep_trial *nearest; /* trial of the preset that is most like it, or NULL */
};

struct selection {
    const struct plan *plan;
    int preset;             /* whose settings */
    bool is_main;           /* SELECTION_MAIN shows the same rows */
    struct results shown;   /* shares all but `record` with the results that it was made from */
    struct selected *about; /* [shown.records] */
    char *others; /* settings of rows shown, unlike the preset's: "epochs=3 instead of 5" */
    char **
        in_cells; /* the same for each of the cells given, of its rows that are not shown; then NULL */
    int left_out;       /* number of rows that are not shown */
    char *left_out_as;  /* their settings: "train_count=2000, epochs=4"; "" when none */
    struct sweep sweep; /* of the preset, with one seed */
};

/* For `preset`: the main preset if it has a row that no other preset has; else the preset with the most rows; where no
 * preset has any, the preset that the rows are most like, and of each panel the settings that most of its rows have. */
#define SELECTION_MAIN (-1)

/* Selects the rows with a preset's settings. s (or NULL) is a sweep of that preset: where its overrides ask for other
 * settings, rows with these are shown instead. cells[count] is what the experiment's claims, tables and figures name. r
 * must outlive the selection; selection_clear() frees. */
void selection_init(struct selection *v, const struct plan *e, const struct cells *cells, int count,
                    const struct results *r, int preset, const struct sweep *s);
void selection_clear(struct selection *v);

/* "32 trials of other settings are left out: train_count=2000, epochs=4". Where others than the preset's settings
 * were asked for, those of the preset are called "the settings of preset paper". NULL where nothing is left out. A
 * new string. */
char *selection_left_out(const struct selection *v);

/* Those of the rows shown on which a claim about these cells is judged. They share all memory but `record`, which the
 * caller frees. */
struct results selection_of_cells(const struct selection *v, const struct cells *c);

#endif
