/* From results to figures and tables: the shared vocabulary of the experiments. */
#ifndef NORMLAB_LAB_FIGURE_H
#define NORMLAB_LAB_FIGURE_H

#include "lab/plot.h"
#include "lab/store.h"

enum figure_y {
    FIGURE_VALUE,    /* the metric's final value */
    FIGURE_RELATIVE, /* over the best mean along x of the same panel and series */
};

/* A curve over an axis: a panel per value of `panels`, a line per value of `series`. */
struct figure_request {
    const char *name, *title;
    const char *x_label, *y_label;
    const char
        *panels; /* key; NULL: all in one panel. Axes that are not named here and have several
                           values make panels of their own, see panels.h. */
    const char *series; /* key */
    const char *merge;  /* key whose values make series of their own beside `series`; NULL: none */
    const char *only;   /* a cell that records must lie in, "norm=batchnorm"; NULL: all */
    const char *x;      /* key of a number */
    bool x_per_group;   /* x times norm_positions: the elements N*S of a statistics group */
    enum metric metric;
    enum figure_y y;
    int x_log; /* 0: linear, 2, 10; see plot.h */
    bool y_log10;
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

#endif
