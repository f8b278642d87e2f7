/* How a figure is built: the values of each line (figure_values.c), its points (figure_series.c), and from these
 * the panels, their notes and the caption (figure_build.c). */
#ifndef NORMLAB_FIGURES_FIGURE_INTERNAL_H
#define NORMLAB_FIGURES_FIGURE_INTERNAL_H

#include "figures/figure.h"
#include "store/panels.h"

/* What a figure is built from. */
struct figure_input {
    const struct figure_request *request;
    const struct results *results; /* the records that the figure may show */
    struct panels panels;
    struct config baseline, compared; /* the request's cells of these names */
    const char **category;            /* values of x in their order; NULL where they are numbers */
    int categories;
};

/* A line of a panel, or a row of a heat map. */
struct line {
    const struct figure_input *input;
    int panel;
    const char *series, *variant; /* values of the request's keys; variant NULL: any */
};

/* What a trial gives at one x, or all trials of a seed where the measure is along an axis. */
struct value {
    double x;
    double y;    /* NaN: there is none */
    double band; /* the request's band_metric; NaN: none */
    bool lost;   /* diverged, or never at the measure's target */
};

struct values {
    struct value *item;
    int count;
};

/* True when the figure shows metrics over training. */
bool figure_has_curves(const struct figure_request *q);

/* True when record i belongs to the line, refused or not. */
bool line_has(const struct line *l, int i);

/* Where a record stands on the x axis; NaN: nowhere. */
double figure_x(const struct figure_input *in, const struct record *record);

/* The values of a line in the order of the records; the caller frees item. */
struct values line_values(const struct line *l);

/* Fills the series. False when the line has no values and, in a heat map, no refused trials either: then there is
 * nothing to free; otherwise plot_figure_clear() frees. */
bool line_series(const struct line *l, struct plot_series *s);

#endif
