/* The interface between the files that build a figure: figure_values.c computes the values of each line,
 * figure_series.c the rows of the line, and figure_build.c the panels with their notes, and the caption. */
#ifndef NORMLAB_FIGURES_FIGURE_INTERNAL_H
#define NORMLAB_FIGURES_FIGURE_INTERNAL_H

#include "figures/figure.h"
#include "store/panels.h"

/* What a figure is built from. */
struct figure_input {
    const struct figure_request *request;
    const struct results *results; /* the records of the cell request->only */
    struct panels panels;
    /* the cells request->baseline and request->compared, parsed */
    struct config baseline, compared;
    const char **category; /* the values of x in their order; NULL when x is numeric */
    int categories;
};

/* A line of a panel, or a row of a heat map. */
struct line {
    const struct figure_input *input;
    int panel;
    /* The values of request->series and request->variants that the trials of the line have. variant NULL: any. */
    const char *series, *variant;
};

/* One value of a line: of one trial at one x or, for a measure along an axis, of all trials of a seed. */
struct value {
    double x;
    double y;    /* NaN: the trial has no value */
    double band; /* value of request->band_metric; NaN: none */
    bool lost;   /* the trial diverged, or never reached the measure's target */
};

struct values {
    struct value *item;
    int count;
};

/* True when the figure shows training curves. */
bool figure_has_curves(const struct figure_request *q);

/* True when record i belongs to the line; it may be refused. */
bool line_has(const struct line *l, int i);

/* Returns the record's position on the x axis; NaN when it has none. */
double figure_x(const struct figure_input *in, const struct record *record);

/* Returns the values of a line, in the order of the records. The caller frees item. */
struct values line_values(const struct line *l);

/* What a figure contains that its caption must explain. */
struct shown {
    bool band, median;
    int longest; /* the most points of a line; with more than CURVE_FROM the template draws curves */
};
enum { CURVE_FROM = 15 };

/* Adds the line's rows to the figure, and its series when there is none yet. A line without values and, in a heat map,
 * without refused trials adds nothing. */
void line_add_rows(const struct line *l, struct plot_figure *f, struct shown *shown);

#endif
