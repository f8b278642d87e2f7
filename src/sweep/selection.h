/*
 * Which rows of a merged file are shown and judged: those of one preset's settings. A merged file grows with every run, and
 * its rows may differ in what no figure shows, as in the count of samples or epochs; they are not put together.
 *
 * The settings of a preset are what its trials have but for the seed and for axes. An axis is free: a row may have values of
 * it that the preset lacks (norm=mynorm, batch=256), as long as its settings are those of a trial of the preset in the same
 * panel; in a cell that the preset has, they must be those of the preset's trials there. An axis of the experiment is free
 * where some preset varies it within a panel.
 *
 * An axis that a user made by a grid (epochs=1,5) is a setting like any other: rows with another value than the preset's
 * are shown, in panels, to whoever asks for them. Where a cell of the experiment's claims, tables or figures names it, as
 * convergence does data=mnist, it belongs to the experiment and is free: its values are panels in what is shown by itself.
 * A claim is judged on rows with the preset's own value, unless its own cells name the axis.
 *
 * Of two rows that agree in all axes and the seed, one is shown: that of the preset's earlier block.
 */
#ifndef NORMLAB_SWEEP_SELECTION_H
#define NORMLAB_SWEEP_SELECTION_H

#include "sweep/sweep.h"

struct selected {
    bool own; /* the row has the preset's settings, else those that a run asked for */
    const struct sweep_trial *nearest; /* the preset's trial that it is most like */
};

struct selection {
    const struct plan *plan;
    int preset;   /* whose settings */
    bool is_main; /* the same rows as of SELECTION_MAIN */
    struct results
        shown; /* shares everything with the results that it is of but its array of records */
    struct selected *about; /* of each row shown */
    char
        *others; /* settings of rows shown that are not the preset's: "epochs=3 instead of 5"; "" */
    char **in_cells;    /* of each of the cells given: as `others`, of rows in them that are not shown */
    int cells;
    int left_out;       /* rows that are not shown, */
    char *left_out_as;  /* and by which settings: "train_count=2000, epochs=4"; "" */
    struct sweep sweep; /* of the preset, of one seed */
};

/* The paper preset where the results have trials of it that are of no other, else the preset of which they have the most; where they have none of
 * any, the settings that the most trials have. */
#define SELECTION_MAIN (-1)

/* Selects the rows with a preset's settings, or SELECTION_MAIN. s, a sweep of that preset (NULL: none): its trials' settings
 * are shown instead, where overrides ask for others. cells[count]: what the experiment's claims, tables and figures
 * name. r must outlive the selection; selection_clear() frees. */
void selection_init(struct selection *v, const struct plan *e, const struct cells *cells, int count,
                    const struct results *r, int preset, const struct sweep *s);
void selection_clear(struct selection *v);

/* "32 trials of other settings are left out: train_count=2000, epochs=4"; rows with the preset's settings, left out where
 * others were asked for, are called "the settings of preset paper". NULL where none is. A new string. */
char *selection_left_out(const struct selection *v);

/* The rows shown on which a claim about these cells is judged, as results that share everything: free only `record`. */
struct results selection_of_cells(const struct selection *v, const struct cells *c);

#endif
