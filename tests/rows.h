/* The rows of a figure, for tests of what it shows. */
#ifndef NORMLAB_TESTS_ROWS_H
#define NORMLAB_TESTS_ROWS_H

#include "figures/plot.h"
#include "support.h"
#include <math.h>

/* True when the row is of this kind; PLOT_MEAN stands for medians, too. */
static inline bool is_kind(const struct plot_row *r, enum plot_kind kind)
{
    return r->kind == kind || (kind == PLOT_MEAN && r->kind == PLOT_MEDIAN);
}

static inline int count_rows(const struct plot_figure *f, int panel, int series,
                             enum plot_kind kind)
{
    int n = 0;

    for (int i = 0; i < f->rows; i++)
        n += f->row[i].panel == panel && f->row[i].series == series && is_kind(&f->row[i], kind);
    return n;
}

/* Returns row number `at` among the rows of this kind, panel and series; fails when there is none. */
static inline struct plot_row *row_at(const struct plot_figure *f, int panel, int series,
                                      enum plot_kind kind, int at)
{
    for (int i = 0; i < f->rows; i++)
        if (f->row[i].panel == panel && f->row[i].series == series && is_kind(&f->row[i], kind) &&
            at-- == 0)
            return &f->row[i];
    fail_msg("panel %d, series %d lacks a row of kind %d", panel, series, kind);
    return NULL;
}

static inline struct plot_row *mean_at(const struct plot_figure *f, int panel, int series, int at)
{
    return row_at(f, panel, series, PLOT_MEAN, at);
}

static inline struct plot_row *seed_at(const struct plot_figure *f, int panel, int series, int at)
{
    return row_at(f, panel, series, PLOT_SEED, at);
}

/* Removes the rows of a panel's series. */
static inline void remove_rows(struct plot_figure *f, int panel, int series, enum plot_kind kind)
{
    int kept = 0;

    for (int i = 0; i < f->rows; i++)
        if (f->row[i].panel != panel || f->row[i].series != series || !is_kind(&f->row[i], kind))
            f->row[kept++] = f->row[i];
    f->rows = kept;
}

/* Adds a row: n trials of a panel's series diverged at x. */
static inline void lose(struct plot_figure *f, int panel, int series, double x, int n)
{
    plot_add_row(f, (struct plot_row){PLOT_UNSUCCESSFUL, panel, series, x, n, NAN, NAN});
}

#endif
