/*
 * Selects the rows of a merged file that are shown and judged: those with one preset's settings. A merged file grows
 * with every run. Its rows may differ in keys that no figure shows, as the number of samples or epochs, and such rows
 * must not be mixed.
 *
 * A preset's settings are the values of its trials' keys, except the seed and the free axes. An axis of the
 * experiment is free when some preset has several values of it within a panel. A row may have a value of a free axis
 * that the preset does not have (norm=mynorm, batch=256), if its settings are those of some trial of the preset in
 * the same panel. But when the preset has trials with the row's panel and the row's values of the free axes, the row must
 * have the settings of one of these trials.
 *
 * An axis that a user added by an override (epochs=1,5) is a setting like all other keys: rows with a value that the
 * preset does not have are shown, in panels, only when the user asks for them. There is an exception, the named axis: when
 * a cell of the experiment's claims, tables or figures has a value of the axis, as data=mnist in convergence, rows with
 * all its values are shown. Its values then make panels in figures that do not use the axis. A claim whose cells do not
 * name such an axis is judged only on rows with the preset's own value of it.
 *
 * Probes change nothing of a training. So a row also has the settings of a trial when it has the probes of the trial and
 * more, or any probes when the trial has none, and their other settings are the same. The same goes for test_mistakes=1.
 *
 * When several rows have the same values of all axes and the same seed, only one of them is shown: the row whose
 * settings differ least from those of the preset; if several differ equally, the row that matches the earliest trial
 * of the preset; of these, one with more probes.
 */
#ifndef NORMLAB_SWEEP_SELECTION_H
#define NORMLAB_SWEEP_SELECTION_H

#include "store/cell.h"
#include "sweep/sweep.h"

/* A row that is shown. */
struct selected {
    bool own; /* the row has the preset's settings */
    /* the trial of the preset whose configuration differs least from the row's; NULL: the preset has no trials */
    const struct sweep_trial *nearest;
};

struct selection {
    const struct plan *plan;
    int preset;   /* index of the preset whose settings were selected */
    bool is_main; /* SELECTION_MAIN shows the same rows */
    /* the rows that are shown; all memory except `record` belongs to the results they were selected from */
    struct results shown;
    struct selected *about; /* [shown.records] more about each row that is shown */
    /* settings of shown rows that differ from the preset's: "epochs=3 instead of 5" */
    char *others;
    /* for each element of the parameter `cells` of selection_init(): the settings, in the same form, of rows in these cells
     * that are not shown; ends with NULL */
    char **in_cells;
    int left_out; /* number of rows that are not shown */
    int hidden;   /* number of rows that selection_hide_from() removed */
    int hidden_unsuccessful; /* those of them that diverged or were refused */
    /* settings of these rows that differ from the preset's: "train_count=2000, epochs=4"; "" when there are none */
    char *left_out_as;
    struct sweep sweep; /* the trials of the preset, with one seed */
};

/* A value of the parameter `preset`: lets selection_init() choose the preset. selection_init() chooses the main preset
 * if some row has the settings of the main preset and of no other preset; else the preset whose settings the most rows
 * have. When no row has the settings of a preset, it chooses the preset from which the rows differ least, and selects in
 * each panel the settings that most of its rows have. */
#define SELECTION_MAIN (-1)

/* Selects the rows of r that have the settings of a preset of experiment e. cells[count]: the cells that the experiment's
 * claims, tables and figures name. preset: its index, or SELECTION_MAIN. s: NULL, or a sweep of that preset; when its
 * trials have other settings than the preset, rows with the settings of s are selected instead. e and r must outlive v.
 * selection_clear() frees v. */
void selection_init(struct selection *v, const struct plan *e, const struct cells *cells, int count,
                    const struct results *r, int preset, const struct sweep *s);
void selection_clear(struct selection *v);

/* Removes the rows with this seed and larger ones from `shown`. They do not count as left out. */
void selection_hide_from(struct selection *v, int64_t seed);

/* Returns a sentence about the rows that are not shown, a new string: "32 trials of other settings are left out:
 * train_count=2000, epochs=4". If rows with the preset's own settings are not shown, these are called "the settings
 * of preset paper". NULL when all rows are shown. */
char *selection_left_out(const struct selection *v);

/* Returns the shown rows on which a claim about these cells is judged. The caller frees the array `record` of the result; all
 * other memory belongs to v and its results. */
struct results selection_of_cells(const struct selection *v, const struct cells *c);

#endif
