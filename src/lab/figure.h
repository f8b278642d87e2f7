/* From results to figures and tables: the shared vocabulary of the experiments. */
#ifndef NORMLAB_LAB_FIGURE_H
#define NORMLAB_LAB_FIGURE_H

#include "lab/plot.h"
#include "lab/store.h"

enum figure_y {
    FIGURE_VALUE, /* the metric's final value */
    FIGURE_LOSS,  /* its distance from the best mean over x of the same panel and series */
};

/* A curve over an axis: a panel per value of `panels`, a line per value of `series`. */
struct figure_request {
    const char *name, *title;
    const char *x_label, *y_label;
    const char *panels; /* key; NULL: all in one panel, and panels' values go into the series */
    const char *series; /* key */
    const char *merge;  /* key whose values make series of their own beside `series`; NULL: none */
    const char *only;   /* a cell that records must lie in, "norm=batchnorm"; NULL: all */
    const char *x;      /* key of a number */
    bool x_per_group;   /* x times norm_positions: the elements N*S of a statistics group */
    enum metric metric;
    enum figure_y y;
    bool x_log2, y_log10;
};

/* Builds the figure; plot_figure_clear() frees it. */
void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f);

/* A table on standard output for each value of `panels`: mean and 95 % interval. */
struct table_request {
    const char *title;
    const char *panels, *rows, *columns; /* keys */
    enum metric metric;
};

void table_print(const struct table_request *q, const struct results *r);

/* The distinct values of a key over the records, in the order of their appearance, or by number
 * when all are numbers. Returns their number; *values is the caller's, its strings are the
 * records'. */
int results_values(const struct results *r, const char *key, const char ***values);

#endif
