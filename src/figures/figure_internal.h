/* The interface between the files that build a figure: figure_values.c computes the values of all records,
 * figure_rows.c makes rows of those of a line, figure_theory.c of theories, and figure_build.c the panels with their
 * notes, and the caption. */
#ifndef NORMLAB_FIGURES_FIGURE_INTERNAL_H
#define NORMLAB_FIGURES_FIGURE_INTERNAL_H

#include "figures/figure.h"
#include "store/panels.h"

/* What a figure is built from. */
struct figure_input {
    const struct figure_request *request;
    const struct results *results; /* the records of the cell request->only */
    struct panels panels;
    bool over_training; /* x are epochs or steps */
    bool over_layers;   /* x are layers */
    bool scatter;       /* x are a metric: a line is one point */
    bool of_profile;    /* y is a column of a profile over training or layers */
    /* the cells request->baseline and request->compared, parsed */
    struct config baseline, compared;
    /* The values of x, of request->series and of request->variants in their order. category: NULL when x are numbers;
     * variant: NULL without variants. */
    const char **category, **series, **variant;
    int categories, series_count, variants;
    /* The one with the most layers; NULL: none. */
    const struct profile *profile;
    /* Layers or points of the profile each have a panel: so many for each of `panels`; otherwise 1. */
    enum figure_parts { FIGURE_PARTS_NONE, FIGURE_PARTS_LAYERS, FIGURE_PARTS_POINTS } part;
    int parts;
    double
        *step; /* [parts] where points have panels: the training steps before each, of all trials */
    int least_seeds, most_seeds; /* that a line has */
    /* What other cells tell about the variance of seeds: of x up to prior_x[i] (over training), or of all. */
    struct prior *prior;
    double *prior_x;
    int priors;
    bool curve; /* as in struct plot_figure */
};

/* A value of a line: of one trial at one x or, for a measure along an axis, of all trials of a seed. */
struct value {
    int panel;
    int line;   /* variant * series_count + series */
    int record; /* the index of the trial's record */
    int base;   /* of that with which it is compared, if there is a baseline */
    int64_t seed;
    /* PLOT_SEED: a number, or NaN for a trial without one; PLOT_LOST: the trial diverged, or never reached the
     * measure's target, and over layers x is then 0, in a scatter -INFINITY; PLOT_REFUSED; PLOT_BAND: y is the number of the band */
    enum plot_kind kind;
    double x, y, low, high;
};

struct values {
    struct value *item;
    int count;
};

/* Returns the record's position on the x axis; NaN when it has none, as a diverged trial in a scatter. */
double figure_x(const struct figure_input *in, const struct record *record);

/* Returns the values of all records, in the order of panels, lines, x, records. The caller frees item. */
struct values figure_values(const struct figure_input *in);

/* Takes the first values of *v, all those that have one panel and one line and, with SAME_X, one x, from *v, and returns
 * them. */
enum figure_same { SAME_LINE, SAME_X };
struct values figure_take(struct values *v, enum figure_same same);

/* How many of the values are of this kind. */
int figure_count(const struct values *v, enum plot_kind kind);

/* The median of their numbers. */
double figure_median(const struct values *v);

/* "batchnorm, lr=0.1" for the line of this value: its series and variant. A new string. */
char *figure_line_label(const struct figure_input *in, const struct value *value);

/* The different x of the numbers among these values, from the least to the largest. A new array of *n. */
double *figure_places(const struct values *v, int *n);

/* Adds the lines of the request's theories to a panel, whose values are v. */
void figure_add_theory(const struct figure_input *in, const struct values *v, int panel,
                       struct plot_figure *f);

/* Adds the rows of a line, v, all of whose values have one panel and one line, to the figure. lost: v lacks trials that were
 * lost, so there are no intervals. */
void figure_add_rows(const struct figure_input *in, const struct values *v, bool lost,
                     struct plot_figure *f);

#endif
