/* One line of a figure: which records it shows, and what they give. Private to figures. */
#ifndef NORMLAB_FIGURES_FIGURE_LINE_H
#define NORMLAB_FIGURES_FIGURE_LINE_H

#include "figures/figure.h"
#include "store/panels.h"

/* What a figure is built from. */
struct build {
    const struct figure_request *q;
    const struct results *r; /* those that the figure shows */
    struct panels panels;
    struct config versus, drawn;
    const char *
        *category; /* the values of x in their order, where they are no numbers; else NULL */
    int categories;
};

struct line {
    const struct build *b;
    int panel;
    const char *series, *merge; /* values; merge NULL: any */
};

/* Is record i in the line, refused or not? */
bool line_holds(const struct line *l, int i);

/* Fills s; false when the line has no records but refused ones, which only a heat map shows.
 * plot_figure_clear() frees. */
bool line_build(const struct line *l, struct plot_series *s);

/* The mean of the line's values at all x; *lost counts its trials without one. */
double line_mean(const struct line *l, int *lost);

#endif
