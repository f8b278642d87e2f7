/* The interface between the files that build a figure. figure_values.c computes the values of all records;
 * figure_rows.c makes the rows of a line from its values; figure_theory.c makes the rows of theories; figure_build.c
 * makes the panels with their notes, and the caption. */
#ifndef NORMLAB_FIGURES_FIGURE_INTERNAL_H
#define NORMLAB_FIGURES_FIGURE_INTERNAL_H

#include "figures/figure.h"
#include "store/panels.h"

/* What a figure is built from. */
struct figure_input {
    const struct figure_request *request;
    const struct results *results; /* the records of the cell request->only */
    struct panels panels;
    bool over_training;               /* x are epochs or steps */
    bool over_layers;                 /* x are layers */
    bool scatter;                     /* x are values of a metric: a line has a single point */
    bool of_profile;                  /* y is a column of a profile, over training or layers */
    struct config baseline, compared; /* the cells request->baseline and request->compared */
    /* The names of the categories, and the values of request->series and request->variants. */
    const char **category, **series, **variant;
    int categories; /* 0: x are no categories */
    int series_count;
    int variants; /* 0: variant is NULL */
    /* among the records' profiles of the measure's probe, the one with the most layers; or NULL */
    const struct profile *profile;
    /* `splits` panels of the figure stand for each panel of `panels`: one for each layer or point of the profile; 1 where
     * panels are not split. The figure's panel p * splits + s shows the layer or point s of panel p of `panels`. */
    enum figure_split { FIGURE_SPLIT_NONE, FIGURE_SPLIT_LAYERS, FIGURE_SPLIT_POINTS } split;
    int splits;
    /* the training steps before each point of the profiles of any trial, in ascending order */
    double *step;
    int least_seeds, most_seeds; /* the fewest and the most seeds that a line has */
    /* What other cells tell about the variance of seeds. Over training, prior[i] is for values at x = prior_x[i].
     * Otherwise there is one prior, for all x. */
    struct prior *prior;
    double *prior_x;
    int priors;
    bool curve; /* as in struct plot_figure */
};

/* A value of a line: of one trial at one x or, for a measure along an axis, of all trials of a seed. Its kind is one of
 *
 *   PLOT_SEED          y is a number. With a band metric, low is -m and high is m, where m is the trial's value
 *                      of this metric
 *   PLOT_UNSUCCESSFUL  y is NaN, because the trial diverged or never reached the measure's target. x is 0 where x are
 *                      layers, and -INFINITY in a scatter
 *   PLOT_REFUSED       the trial was refused
 *   PLOT_BAND          low and high are the ends of a band of a profile, and y is the number of the band
 */
struct value {
    int panel;
    int line;   /* variant * series_count + series */
    int record; /* the index of the trial's record; for a measure along an axis, of the line's first record at this x */
    /* the index of the record with which `record` is compared, if there is a baseline */
    int base;
    int64_t seed;
    enum plot_kind kind;
    double x, y, low, high;
};

struct values {
    struct value *item;
    int count;
};

/* Returns the values of all records, in the order of panels, lines, x, records. The caller frees item. */
struct values figure_values(const struct figure_input *in);

/* Removes from *v, and returns, its first values: those with the panel and the line of the first one and, with SAME_X,
 * its x. v: as figure_values() orders them. The returned values are a part of the same array. */
enum figure_same { SAME_LINE, SAME_X };
struct values figure_take(struct values *v, enum figure_same same);

/* Returns how many of the values are of this kind. */
int figure_count(const struct values *v, enum plot_kind kind);

/* Returns the median of the numbers of the PLOT_SEED values. */
double figure_median(const struct values *v);

/* Returns the series and variant of this value's line, as "batchnorm, lr=0.1", in a new string. */
char *figure_line_label(const struct figure_input *in, const struct value *value);

/* Returns the distinct x of the PLOT_SEED values in v, in ascending order: a new array of *n, which the caller frees. */
double *figure_distinct_x(const struct values *v, int *n);

/* Adds the lines of the request's theories to the panel of this index. v: all values of the panel. */
void figure_add_theory(const struct figure_input *in, const struct values *v, int panel,
                       struct plot_figure *f);

/* Adds the rows of a line to the figure. v: the values of the line in one panel, at least one. unsuccessful: v lacks trials
 * that were unsuccessful, so there are no intervals. */
void figure_add_rows(const struct figure_input *in, const struct values *v, bool unsuccessful,
                     struct plot_figure *f);

#endif
