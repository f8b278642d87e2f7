/*
 * The rows of an array x[N][T][C] that are of few kinds: rows of one kind are equal, as the vectors of an embedding for
 * one token. A layer with such an input (io.kind) can compute a product with its weight once for each kind, in place
 * of once for each row. A sum over rows, as in the gradient of the weight, becomes a sum of sums over the rows of a
 * kind. This is less work, and the result is the same but for rounding. A table has a row for each kind.
 */
#ifndef NORMLAB_LAYERS_ROW_KINDS_H
#define NORMLAB_LAYERS_ROW_KINDS_H

#include "layers/layer.h"

struct row_kinds {
    size_t count;       /* number of kinds */
    size_t n, steps;    /* N and T */
    const real *number; /* [N][T], as io.kind */
};

/* Writes to row k of table[count][c] a row of x[N][T][c] that has kind k; zeros if there is none. */
void row_kinds_collect(const struct row_kinds *k, size_t c, const real *x, real *table);

/* Writes rows[N][width]: for each sample, the table's row of the sample's kind at step t. */
void row_kinds_look_up(const struct row_kinds *k, size_t t, size_t width, const real *table,
                       real *rows);

/* Adds rows[N][width], which belong to the samples at step t, to the table's rows of their kinds. */
void row_kinds_add(const struct row_kinds *k, const struct kernels *kernels, size_t t, size_t width,
                   const real *rows, real *table);

/* Writes dx[N][T][c] at the steps [first, end), or adds to it when add is true: the first of the rows of a kind gets
 * the table's row, the others get 0. So the sum over the rows of a kind is the table's row. Rows of the table that were
 * written to dx are set to 0. */
void row_kinds_spread(const struct row_kinds *k, size_t first, size_t end, size_t c, real *table,
                      bool add, real *dx);

#endif
