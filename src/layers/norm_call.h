/*
 * The passes of every norm. Work is split into parts, which several threads may share: rows where a
 * group spans the batch, else samples, or positions where a group holds one. How many parts depends on
 * shapes alone, each has scratch memory of its own, and what they sum is put together in their order:
 * the number of threads does not show in the results.
 *
 * Inside a part, rows go through in blocks that fit in cache. That is where the epilogue comes in: a
 * residual's sum and an activation are applied to a block right after the norm wrote it, and undone
 * right before its gradient is used.
 */
#ifndef NORMLAB_LAYERS_NORM_CALL_H
#define NORMLAB_LAYERS_NORM_CALL_H

#include "kernels/kernels.h"
#include "layers/norm.h"

/* A part's scratch memory. */
struct norm_part {
    double *count;
    struct column_moments total, block;        /* forward */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the same place */
    real *center, *scale, *shift, *slope;      /* [c], of the channels of one pass of columns */
    real *gate;                                /* gradient behind the epilogue, of one block */
    /* With a mask: */
    real *packed; /* [norm_moment_rows(c)][c], rows that count */
    real *zero;   /* [c] */
};

/* One forward or backward. */
struct norm_call {
    const struct layer *layer;
    const struct norm *m;
    const struct kernels *kernels;
    struct io *io;
    int c, per, groups; /* channels; in a group; groups side by side along C */
    size_t items;       /* what parts share: rows or samples */
    size_t item_rows;   /* rows in each */
    int parts;
    size_t part_bytes;
    const real *gamma, *beta;
    real *center, *rest, *rstd; /* [groups]: mean in two parts, and 1/sd */
    bool stream;                /* y and dx are too large to stay in cache */
    bool fixed;                 /* the statistics do not come from x */
    const unsigned char *mask;  /* [rows], 0: does not count; NULL: all do */
};

/* Rows whose moments are taken at a time. */
size_t norm_moment_rows(int c);

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io);

struct norm_part norm_part_at(const struct norm_call *k, int number);

/* The items of a part: [first, first + count); returns the first. */
size_t norm_part_items(const struct norm_call *k, int number, size_t *count);

bool norm_has_epilogue(const struct norm_call *k);

/* Rows in a small block. */
size_t norm_block_rows(int c);

/* How many rows go through at a time: a small block where an epilogue follows, else a larger one. */
size_t norm_pass_rows(const struct norm_call *k);

#endif
