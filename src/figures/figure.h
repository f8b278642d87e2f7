/* A figure as an experiment asks for it, and the function that builds the figure from results. */
#ifndef NORMLAB_FIGURES_FIGURE_H
#define NORMLAB_FIGURES_FIGURE_H

#include "figures/plot.h"
#include "judge/claims.h"
#include "judge/measure.h"
#include "store/store.h"

enum figure_y {
    FIGURE_VALUE, /* the measure itself */
    /* the measure divided by the smallest median over seeds of the same line */
    FIGURE_RELATIVE,
    FIGURE_DIFFERENCE, /* the measure less that of the baseline */
    FIGURE_OVERHEAD,   /* that difference, in per cent of the baseline */
};

/* Published values, which are drawn as marks in each panel that has a trial of the cell. Their x is the epoch.
 * label: their entry in the legend. */
struct printed_series {
    const char *cell, *label;
    const struct printed *printed;
};

/* Values of x and panels that are no keys. A metric can be shown over epochs, a number of a profile over the epochs or
 * steps of its points, or over its layers, numbered from 1; then there may be a panel for each layer or point. When
 * neither x nor the panels are layers, the measure says which layers y is made of; when neither are points, it says at
 * which point. */
#define FIGURE_EPOCH "epoch"
#define FIGURE_STEP  "step"
#define FIGURE_LAYER "layer"
#define FIGURE_POINT "point"

/* What an experiment asks for: a measure over an axis, or a metric over training. Lines go through the medians of the
 * seeds. Bands and thin bars are the 95 % interval of the mean, as in tables: measured_interval(), for differences
 * paired_interval(), which say where there is none. When a value of x is not a number, the values are categories, in the order in which the results
 * have them. */
struct figure_request {
    /* What x are: plot_template_x() */
    enum plot_template template;
    const char *name, *title;
    const char *x_label, *y_label;

    /* Keys. The figure has a panel for each value of `panels` (NULL: one panel); a panel has a line for each value
     * of `series` and, unless it is NULL, each value of `variants`. An axis that is not named here and has several
     * values makes further panels: see store/panels.h. */
    const char *panels, *series, *variants;
    /* only trials of this cell are shown, as "norm=batchnorm"; NULL: all trials */
    const char *only;
    /* a key, or a word from above; then `of` must be MEASURE_FINAL; with PLOT_SCATTER the name of a metric */
    const char *x;
    /* The x axis shows x times the norm_positions of the trial. With x = batch that is the number of elements N*S of
     * a statistics group. */
    bool x_per_group;
    int x_log;         /* as in struct plot_figure */
    struct measure of; /* the measure on the y axis */
    /* Columns of the measure's probe, two for each band: its low and its high end, the widest band first. A NULL ends
     * them; NULL: none. */
    const char *const *bands;
    /* names of theories (stats/theory.h), which are drawn at every x: of layers or of the values of a key. Where x are
     * layers, a theory of batch sizes is a factor per layer: each line of the theory's norm has one beside it, with the
     * rate of its batch and as high as the line, by the median of their ratios. In a heat map the line's y is a place
     * between rows, whose names are numbers. A NULL ends them; NULL: none */
    const char *const *theory;
    enum figure_y y;
    bool y_log10;

    /* Cells, for FIGURE_DIFFERENCE and FIGURE_OVERHEAD. Each trial of `compared` (NULL: every trial) is compared
     * with the trial of `baseline` that has the same seed, panel, series, variant and x. The baseline itself is not
     * drawn. */
    const char *baseline, *compared;

    const char *
        across; /* this value of `series` is a line across the panel, at the median of its trials; NULL: none */
    /* values of `series`: in small multiples, these lines alone stand faint behind each panel's own, not all the others. A
     * NULL ends them; NULL: all others */
    const char *const *reference;
    bool skip_start; /* with FIGURE_EPOCH: leaves out the point before training */
    enum metric
        band_metric; /* the band reaches from the median less m to the median plus m, where m is the median of
                                 this metric; train_loss, which is 0, stands for no band metric */
    const struct printed_series *printed; /* published values; a NULL cell ends them; NULL: none */
};

/* Builds the figure from the results r. plot_figure_clear() frees f. f has no panels, after a warning, when the
 * figure shows curves that the results lack, results_have_curve(), or profiles that they lack. */
void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f);

#endif
