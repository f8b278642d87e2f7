/*
 * For an array x[N][T][C] whose rows are of few kinds. Rows of one kind are equal, as an embedding's vectors for one
 * token. A layer with such an input (io.kind) can compute the product with its weight once for each kind, not once for
 * each row. For a sum over all rows, as in the gradient of the weight, it first sums over the rows of each kind. This
 * is less work, and the result is the same but for rounding. A table here is an array with a row for each kind.
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

/* Writes dx[N][T][c] at the steps [first, end), or adds to it when add is true. The first row of a kind gets the
 * table's row, all others of that kind get 0: only the sum over the rows of a kind counts (io.kind). Rows of the table
 * that were written to dx become 0. */
void row_kinds_spread(const struct row_kinds *k, size_t first, size_t end, size_t c, real *table,
                      bool add, real *dx);

#endif
