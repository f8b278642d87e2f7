/* From results to figures: the shared vocabulary of the experiments. */
#ifndef NORMLAB_FIGURES_FIGURE_H
#define NORMLAB_FIGURES_FIGURE_H

#include "figures/plot.h"
#include "judge/claims.h"
#include "judge/measure.h"
#include "store/store.h"

enum figure_y {
    FIGURE_VALUE,      /* the measure */
    FIGURE_RELATIVE,   /* over the best mean along x of the same panel and series */
    FIGURE_DIFFERENCE, /* less that of the trial in `versus` that is else the same */
    FIGURE_OVERHEAD,   /* the same difference in per cent */
};

/* Numbers printed elsewhere, drawn as marks in the panels that hold a trial of the cell. */
struct printed_series {
    const char *cell, *label;
    const struct printed *printed;
};

/* x of a figure that shows training curves: the metric at every point of training. */
#define FIGURE_EPOCH "epoch"

/* A measure over an axis, or a metric over training: a panel per value of `panels`, a line per value of
 * `series`. Lines are means over seeds, with the range of the seeds as a band (figures/seeds.h); where some seeds
 * learn and some do not, they are medians without a band. Where the values of x are not all numbers, they
 * are categories, in the order in which they appear. */
struct figure_request {
    const char *name, *title;
    const char *x_label, *y_label;
    const char
        *panels; /* key; NULL: all in one panel. Axes that are not named here and have several
                           values make panels of their own, see panels.h. */
    const char *series; /* key */
    const char *merge;  /* key whose values make series of their own beside `series`; NULL: none */
    const char *only;   /* a cell that records must lie in, "norm=batchnorm"; NULL: all */
    const char *x;      /* a key, or FIGURE_EPOCH, with which `of` is a metric, FINAL */
    bool x_per_group;   /* x times norm_positions: the elements N*S of a statistics group */
    struct measure of;
    enum figure_y y;
    const char *versus; /* a cell, "norm=none": trials in it are what others are compared with, and
                           not drawn themselves */
    const char *drawn;  /* with versus: of the others, the cell that is drawn; NULL: all */
    const char *guide; /* value of `series` whose mean over all x is a line across the panel, and no
                           series; NULL: none */
    bool trained;      /* with FIGURE_EPOCH: without the point before training */
    enum metric around; /* bands of this metric on both sides of the mean, both means over seeds;
                           train_loss, which is no spread, stands for none */
    bool heat;          /* a heat map, with a row for each series; x are then categories */
    bool bars;          /* from zero to the means; x are then categories, and y is linear */
    const struct printed_series *printed; /* ends with a NULL cell */
    int x_log;                            /* as in struct plot_figure */
    bool y_log10;
};

/* Builds the figure; plot_figure_clear() frees it. Without panels, after a warning, when it is to show
 * curves that the results lack: see results_have_curve(). */
void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f);

#endif
