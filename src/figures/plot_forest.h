/*
 * Forest plots: differences or ratios, one below the other, each with its interval, the region that a
 * claim leaves for it, and the verdict. <folder>/<name>.gp, .csv, .svg, .pdf and .png are as those of
 * other figures (plot.h); the CSV has a row for each row, also for those that are not drawn: panel,
 * label, verdict, n, mean, low, high, margin_low, margin_high, lost. Strings may be NULL, which is "", but for
 * the name.
 */
#ifndef NORMLAB_FIGURES_PLOT_FOREST_H
#define NORMLAB_FIGURES_PLOT_FOREST_H

#include "figures/plot.h"

struct plot_forest_row {
    char *label; /* literal text, wrapped: a claim's sentence */
    /* A mean that is NaN (of a ratio, also one that is not positive) is no number: the row is left out,
     * and counted by its verdict in a note. An infinite mean stands at the axis' end. An interval's
     * ends may be infinite, too; NaN: none, as with one seed. What is far beyond the other rows is
     * clipped with an arrow head. */
    double mean, low, high;
    int n;    /* seeds; 0: not shown */
    int lost; /* seeds besides, without a number; 0: not shown */
    /* Shaded; an infinite end reaches to the axis' end, equal ends are a tick. NaN: none. */
    double margin_low, margin_high;
    /* "supported", "refuted" and "inconclusive" have a point and a colour in style.gp; any other word
     * gets some. */
    char *verdict;
    bool star; /* behind the numbers */
};

/* Rows of one unit, with an axis of their own. */
struct plot_forest_panel {
    char *title;
    char *x_label; /* "difference of test error in points, without - with" */
    bool ratio;    /* a logarithmic axis with a line at 1; else a linear one with a line at 0 */
    struct plot_forest_row *row;
    int rows;
};

struct plot_forest {
    char *name; /* file name without suffix: "claims" */
    char *title;
    char *caption; /* small, under the title */
    struct plot_page page;
    struct plot_forest_panel *panel;
    int panels; /* one below the other */
};

/* As plot_write() and plot_write_as(): 0, PLOT_NO_PICTURES without a message, or -1 after one. */
int plot_forest_write(const struct plot_forest *forest, const char *folder);
int plot_forest_write_as(const struct plot_forest *forest, const char *folder, const char *formats);

/* As plot_terminal(). */
int plot_forest_terminal(const struct plot_forest *forest, const char *folder, int width);

void plot_forest_clear(struct plot_forest *forest);

#endif
