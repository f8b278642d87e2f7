/*
 * The passes of every norm, private to this folder.
 *
 * A slab is the rows (positions of samples) that share their statistics: a chunk of samples, at all positions or at one. Its
 * channels make one statistics group or several side by side. A call is split into tasks, which threads may share. A task is
 *   a run of rows, where each row is a slab of its own (by_rows),
 *   a run of the rows of the only slab, where that is the batch (one_slab): sums are then merged in the order of tasks,
 *   a run of slabs otherwise.
 * The number of tasks depends on shapes alone, and each has scratch memory of its own, so results do not depend on the number
 * of threads.
 *
 * A task takes its rows in blocks that fit in cache. The epilogue, a residual's sum and an activation, is applied to a block
 * right after the norm wrote it, and undone right before the block's gradient is used.
 *
 * A mean is kept in two reals, center + mean_low (kernels.h).
 */
#ifndef NORMLAB_LAYERS_NORMS_NORM_INTERNAL_H
#define NORMLAB_LAYERS_NORMS_NORM_INTERNAL_H

#include "kernels/kernels.h"
#include "layers/norms/norm.h"

struct norm_task_head {
    double count; /* rows whose moments the task has */
    bool exact;   /* the coefficients need double */
};

/* A task's scratch memory. */
struct norm_task {
    struct norm_task_head *head;
    struct column_moments total, block;        /* forward: moments */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the same memory */
    real *center, *scale, *shift, *slope;      /* [c], coefficients of the columns kernels */
    double *exact_scale, *exact_shift,
        *exact_slope; /* [c], the same in double, used where head->exact */
    real *dy_block;   /* gradient of the norm's output before the epilogue, of one block */
    /* Only with masked=1, or where groups hold one position of several samples: */
    real *packed; /* [norm_moment_rows(c)][c], copies of rows that count */
    real *zero;   /* [c], zeros */
};

/* A slab, or the run of its rows that a task has: rows first, first + stride, ... */
struct norm_slab {
    size_t first, rows, stride;
    size_t groups_at; /* the number of its first group among all */
    size_t position;  /* where its running statistics stand: a position, or 0 */
    size_t number;
};

/* Moments of a group in training, from which running statistics are updated. */
struct norm_batch_moments {
    double mean, m2; /* m2: sum of squared differences from the mean */
};

/* One forward or backward call. */
struct norm_call {
    const struct layer *layer;
    const struct norm *m;
    const struct kernels *kernels;
    const struct kernels *statistics; /* the table that takes moments and sums */
    struct io *io;
    int c, group_channels, groups; /* C; channels in a group; groups side by side */
    size_t positions;              /* of a sample in this call */
    size_t chunk;                  /* samples in a slab; the last chunk may have fewer */
    size_t
        stat_positions; /* positions with statistics of their own (slabs in a chunk): S of set-up, or 1 */
    size_t slabs;       /* in all chunks */
    bool one_slab;    /* the only slab is the batch: tasks share its rows */
    size_t items;     /* what tasks share: slabs, rows, or samples where a mask leaves out rows */
    size_t item_rows; /* rows in an item, where tasks share rows */
    int tasks;
    size_t task_bytes;
    const real *gamma, *beta;
    real *center, *mean_low, *rstd; /* [groups]: mean = center + mean_low, and 1 / sd */
    real *factor, *offset;          /* [groups]: the adjustment of xhat; NULL: none */
    /* For the update of running statistics: moments of all groups, and rows that count in each slab; NULL: no update. */
    struct norm_batch_moments *slab_moments;
    double *slab_counts;
    bool stream;               /* y and dx are too large to stay in cache */
    bool from_running;         /* inference by running statistics */
    const unsigned char *mask; /* [rows], 0: does not count; NULL: all rows count */
};

/* Rows in a block whose moments are taken at once. */
size_t norm_moment_rows(int c);

/* Books the saved and scratch memory of calls with up to max_n samples. */
void norm_book_memory(struct layer *l, struct norm *m, size_t max_n);

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io);

struct norm_task norm_task_at(const struct norm_call *k, int number);

/* A task has items [first, first + count); returns first. */
size_t norm_task_items(const struct norm_call *k, int number, size_t *count);

/* Slab `number`. It has no rows where the call's sequences do not reach its position. */
struct norm_slab norm_slab_at(const struct norm_call *k, size_t number);

/* Where k->one_slab: the run of rows of a task. */
struct norm_slab norm_task_rows(const struct norm_call *k, int number);

bool norm_has_epilogue(const struct norm_call *k);

/* Rows in a small block, for elementwise work. */
size_t norm_block_rows(int c);

/* Rows that a pass takes at a time: a small block where an epilogue follows, else a larger one. */
size_t norm_pass_rows(const struct norm_call *k);

/* The same for a slab: 1 where its rows are not neighbours. */
size_t norm_slab_step(const struct norm_call *k, const struct norm_slab *u);

/* True when v loses digits as a real: it is subnormal or not finite there. */
bool norm_needs_double(double v);

/* ---- running statistics (norm_running.c) ---- */

/* The position whose running statistics inference uses at `position`. */
size_t norm_known_position(const struct norm_call *k, size_t position);

/* The running statistics of a group at a position. */
struct norm_moments norm_running_of(const struct norm_call *k, size_t position, int group);

/* Updates all running statistics after a training forward. */
void norm_update_running(const struct norm_call *k);

#endif
