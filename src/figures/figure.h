/* What figures experiments ask for, and how they are built from results. */
#ifndef NORMLAB_FIGURES_FIGURE_H
#define NORMLAB_FIGURES_FIGURE_H

#include "figures/plot.h"
#include "judge/claims.h"
#include "judge/measure.h"
#include "store/store.h"

enum figure_y {
    FIGURE_VALUE,      /* the measure */
    FIGURE_RELATIVE,   /* over the best mean along x of the same panel and series */
    FIGURE_DIFFERENCE, /* less that of the baseline */
    FIGURE_OVERHEAD,   /* the same difference in per cent of the baseline */
};

/* Published values, drawn as marks in the panels that have a trial of the cell. */
struct printed_series {
    const char *cell, *label;
    const struct printed *printed;
};

/* x of a figure that shows training curves: the metric at every point of training. */
#define FIGURE_EPOCH "epoch"

/* A measure over an axis, or a metric over training. Lines are means over seeds, with the range of the seeds as a band
 * (figures/seeds.h); where some seeds learn and some do not, they are medians without a band. Where the values of x are
 * not all numbers, they are categories, in the order in which they appear. */
struct figure_request {
    const char *name, *title;
    const char *x_label, *y_label;

    /* Keys. A panel for each value of `panels` (NULL: one panel), and in it a line for each value of `series`, and of
     * `variants` (NULL: none). An axis that is not named here and has several values makes further panels, see
     * store/panels.h. */
    const char *panels, *series, *variants;
    const char *only;  /* a cell, "norm=batchnorm": trials outside are left out; NULL: none are */
    const char *x;     /* a key, or FIGURE_EPOCH, with which `of` is a metric, MEASURE_FINAL */
    bool x_per_group;  /* x times norm_positions: the elements N*S of a statistics group */
    int x_log;         /* as in struct plot_figure */
    struct measure of; /* y */
    enum figure_y y;
    bool y_log10;

    /* With FIGURE_DIFFERENCE and FIGURE_OVERHEAD, cells: each trial of `compared` (NULL: all) less the trial of
     * `baseline` that has the same seed, panel and x. The baseline itself is not drawn. */
    const char *baseline, *compared;

    const char *
        mean_line; /* a value of `series` that is drawn as its mean over all x, a line across the panel */
    bool skip_start; /* with FIGURE_EPOCH: without the point before training */
    enum metric
        band_metric; /* the band reaches from mean - this metric's mean to mean + it; train_loss, which is 0
                                 and no such metric, stands for none */
    bool heat;      /* a heat map, with a row for each series; x are then categories */
    bool multiples; /* a small panel for each line; x are numbers */
    bool bars;      /* from zero to the means; x are then categories, and y is linear */
    const struct printed_series *printed; /* ends with a NULL cell */
};

/* Builds the figure; plot_figure_clear() frees it. It has no panels, after a warning, when it is to show curves that
 * the results lack: see results_have_curve(). */
void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f);

#endif
