/* A figure as an experiment asks for it, and the function that builds the figure from results. */
#ifndef NORMLAB_FIGURES_FIGURE_H
#define NORMLAB_FIGURES_FIGURE_H

#include "figures/plot.h"
#include "judge/claims.h"
#include "judge/measure.h"
#include "store/store.h"

/* What the values on the y axis are. */
enum figure_y {
    FIGURE_VALUE, /* the measure itself */
    FIGURE_RELATIVE, /* the measure divided by the smallest median over seeds of the same line, when that is positive */
    FIGURE_DIFFERENCE, /* the measure minus that of the baseline */
    FIGURE_OVERHEAD,   /* FIGURE_DIFFERENCE in per cent of the baseline's measure */
};

/* Published values, which are drawn as marks in each panel that has a trial of the cell. Their x is the epoch. */
struct printed_series {
    const char *cell;
    const char *label;             /* their entry in the key */
    const struct printed *printed; /* an epoch of 0 ends them */
    /* drawn, but not on the report's page of published values, which holds ours against them: they are of another net or data
     * set, or claims ask for them */
    bool only_drawn;
};

/* Words that stand for x or for the panels in place of a key. A metric can be drawn over epochs. A profile number can
 * be drawn over the epochs or steps of its points, or over its layers, which are numbered from 1; it may have a panel
 * for each layer or point. When neither x nor the panels are layers, the measure says over which layers it is
 * summarized. When neither are points, the measure says at which point it is taken. */
#define FIGURE_EPOCH "epoch"
#define FIGURE_STEP  "step"
#define FIGURE_LAYER "layer"
#define FIGURE_POINT "point"

/* What an experiment asks for: a measure over an axis, or a metric over training. Lines go through the medians of the
 * seeds. Bands and thin bars are the 95 % interval of the mean, as in tables. measure_interval() computes it, and
 * paired_interval() for differences; these functions also say when there is no interval. When a value of x is not a
 * number, the values are categories, in the order in which the results have them. */
struct figure_request {
    enum plot_template template; /* plot_template_x() says what x are */
    const char *name, *title;
    const char *x_label, *y_label;

    /* Keys. The figure has a panel for each value of `panels` (NULL: one panel); a panel has a line for each value
     * of `series` and, unless it is NULL, each value of `variants`. An axis that is not named here and has several
     * values makes further panels: see store/panels.h. */
    const char *panels, *series, *variants;
    const char *only; /* a cell, as "norm=batchnorm": other trials are left out; NULL: all trials */
    /* A key; or a FIGURE_* word from above, with a measure that is MEASURE_FINAL; or, with PLOT_SCATTER, a metric's
     * name. */
    const char *x;
    /* The x axis shows x times the norm_positions of the trial. With x = batch that is the number of elements N*S of
     * a statistics group. */
    bool x_per_group;
    int x_log;         /* as in struct plot_figure */
    struct measure of; /* the measure on the y axis */
    /* Columns of the measure's probe, two for each band: its low and its high end, the widest band first. A NULL ends
     * them; NULL: none. */
    const char *const *bands;
    /* Names of theories (stats/theory.h), each of which is drawn as a line; a NULL ends them; NULL: none. The line goes
     * through the theory's value at every x. There are two special cases. Where x are layers, a theory of batch sizes
     * gives the factor by which y changes from each layer to the one before it, for a batch size. Beside each measured
     * line of the theory's norm, a theory line is then drawn, with the factor for the batch size of the measured line;
     * its height is such that the median of the ratios of measured to theoretical values is 1. In a heat map, whose rows
     * must then be numbers, the line lies between the two rows that are next to the theory's value. */
    const char *const *theory;
    enum figure_y y;
    bool y_log10; /* as in struct plot_figure */

    /* Cells, for FIGURE_DIFFERENCE and FIGURE_OVERHEAD. Each trial of `compared` (NULL: every trial) is compared
     * with the trial of `baseline` that has the same seed, panel, series, variant and x. Of these keys, those that
     * `baseline` names need not be the same. The baseline itself is not drawn. */
    const char *baseline, *compared;

    /* A value of `series`. It is drawn as a straight line across the panel, at the median of its trials; NULL: none. */
    const char *across;
    /* Values of `series`: in small multiples, only these lines stand faint behind each panel's own line. A NULL ends
     * them; NULL: all other lines do. */
    const char *const *reference;
    bool skip_start; /* with FIGURE_EPOCH and FIGURE_STEP: leaves out the point before training */
    /* The band reaches from median - m to median + m, where m is the median of this metric. train_loss, which is 0,
     * stands for no band metric. */
    enum metric band_metric;
    const struct printed_series *printed; /* published values; a NULL cell ends them; NULL: none */
};

/* Builds the figure from the results r. plot_figure_clear() frees f. f has no panels, after a warning, when the results
 * lack the curves (results_have_curve()) or the profiles that the figure shows. f also has no panels when no trial is in
 * the cell q->only. */
void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f);

#endif
