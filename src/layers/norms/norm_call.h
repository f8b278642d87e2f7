/*
 * The passes of every norm. The rows that share their statistics are a unit: a chunk of samples, at all
 * positions or at one; its channels make one group or several side by side. Work is split into parts, which
 * several threads may share: units, or rows of the only unit where that is the batch, or positions where each
 * is a unit of its own. How many parts depends on shapes alone, each has scratch memory of its own, and what
 * they sum is put together in their order: the number of threads does not show in the results.
 *
 * Inside a part, rows go through in blocks that fit in cache. That is where the epilogue comes in: a
 * residual's sum and an activation are applied to a block right after the norm wrote it, and undone
 * right before its gradient is used.
 */
#ifndef NORMLAB_LAYERS_NORMS_NORM_CALL_H
#define NORMLAB_LAYERS_NORMS_NORM_CALL_H

#include "kernels/kernels.h"
#include "layers/norms/norm.h"

struct norm_part_head {
    double count; /* rows whose moments the part has */
    bool exact;   /* the coefficients need double */
};

/* A part's scratch memory. */
struct norm_part {
    struct norm_part_head *head;
    struct column_moments total, block;        /* forward: moments */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the same place */
    real *center, *scale, *shift, *slope;      /* [c], of the channels of one pass of columns */
    double *exact_scale, *exact_shift, *exact_slope; /* [c], the same, where head->exact */
    real *gate; /* gradient behind the epilogue, of one block */
    /* With a mask, or groups of one position in several samples: */
    real *packed; /* [norm_moment_rows(c)][c], rows that count */
    real *zero;   /* [c] */
};

/* Rows that share their statistics: first, first + stride, ... */
struct norm_unit {
    size_t first, rows, stride;
    size_t groups_at; /* the number of its first group */
    size_t place;     /* of its running statistics: a position, or 0 */
    size_t number;
};

/* Of a group in training, for its running statistics. */
struct norm_batch_moments {
    double mean, m2; /* m2: sum of squared differences from the mean */
};

/* One forward or backward. */
struct norm_call {
    const struct layer *layer;
    const struct norm *m;
    const struct kernels *kernels;
    const struct kernels *statistics; /* that take moments and sums */
    struct io *io;
    int c, per, groups; /* channels; in a group; groups side by side along C */
    size_t positions;   /* of a sample in this call */
    size_t chunk;       /* samples in a unit; the last chunk may have fewer */
    size_t places;      /* units in a chunk: room for positions, or 1 */
    size_t units;       /* in all chunks */
    bool split;         /* the only unit is the batch: parts share its rows */
    size_t items;       /* what parts share: units, rows, or samples where a mask leaves out rows */
    size_t item_rows;   /* rows in each, where the parts share rows */
    int parts;
    size_t part_bytes;
    const real *gamma, *beta;
    real *center, *rest, *rstd; /* [groups]: mean in two parts, and 1/sd */
    real *factor, *offset;      /* [groups]: how xhat was adjusted; NULL: it was not */
    /* Of all units' groups, and rows that count of each unit; NULL: nobody wants them. */
    struct norm_batch_moments *unit_moments;
    double *unit_counts;
    bool stream;               /* y and dx are too large to stay in cache */
    bool fixed;                /* the statistics do not come from x */
    const unsigned char *mask; /* [rows], 0: does not count; NULL: all do */
};

/* Rows whose moments are taken at a time. */
size_t norm_moment_rows(int c);

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io);

struct norm_part norm_part_at(const struct norm_call *k, int number);

/* The items of a part: [first, first + count); returns the first. */
size_t norm_part_items(const struct norm_call *k, int number, size_t *count);

/* Without rows where the call's sequences are shorter than the unit's position. */
struct norm_unit norm_unit_at(const struct norm_call *k, size_t number);

/* The rows of the only unit that a part has, where k->split. */
struct norm_unit norm_part_unit(const struct norm_call *k, int number);

bool norm_has_epilogue(const struct norm_call *k);

/* Rows in a small block. */
size_t norm_block_rows(int c);

/* How many rows go through at a time: a small block where an epilogue follows, else a larger one. */
size_t norm_pass_rows(const struct norm_call *k);

/* The same for a unit: one where its rows do not stand together. */
size_t norm_unit_step(const struct norm_call *k, const struct norm_unit *u);

/* True when v loses digits as a real: it is subnormal or not finite there. */
bool norm_needs_double(double v);

/* norm_running.c: which position's running statistics inference takes for those of `place`; a group's there;
 * and what a training call makes of all of them. */
size_t norm_place_known(const struct norm_call *k, size_t place);
struct norm_moments norm_running_of(const struct norm_call *k, size_t place, int group);
void norm_update_running(const struct norm_call *k);

#endif
