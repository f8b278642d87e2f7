/*
 * The passes of every norm, private to this folder.
 *
 * A row is the C channels of one position of one sample. A slab is a set of rows that share their statistics: those of a
 * chunk of samples, at all positions or at one. Its channels make one statistics group or several side by side. A pass is
 * split into tasks, which threads share. There are three ways:
 *
 *   by_rows   each row is a slab of its own (layernorm over=token). A task has a run of rows.
 *   one_slab  the whole batch is one slab (batchnorm). A task has a run of its rows. Tasks first take sums, which are merged
 *             in the order of the tasks, and then write y or dx by the same coefficients.
 *   slabs     all others. A task has a run of slabs.
 *
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

/* A task's scratch memory, and the coefficients in it, [c], of the columns kernels: forward
 *   y = (x - center) * scale + shift
 * and backward
 *   dx = dy * scale + (x - center) * slope + shift
 * of which rows that do not count get the first term alone. */
struct norm_task {
    struct column_moments total, block;        /* forward: moments */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the same memory; [c] */
    real *center, *scale, *shift, *slope;
    double *exact_scale, *exact_shift, *exact_slope; /* the same in double */
    bool exact;     /* use these: a real would lose digits of one */
    real *dy_block; /* one block's gradient of the norm's output before the epilogue */
    /* Only with masked=1, or when groups hold one position of several samples: */
    real *packed; /* [moment_rows][c], copies of rows that count */
    real *zero;   /* [c], zeros */
};

/* A slab, or the run of its rows that a task has: rows first, first + stride, ... */
struct norm_slab {
    size_t first, rows, stride;
    size_t block_rows;  /* to take at a time: 1 when they are not neighbours */
    size_t first_group; /* its first statistics group among all of the call */
    size_t position;    /* of its running statistics: a position, or 0 */
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
    size_t stat_positions;         /* with statistics of their own: S at set-up, or 1 */
    size_t slabs;
    bool one_slab;
    size_t items;     /* shared by tasks: slabs, rows, or samples of a masked batch */
    size_t item_rows; /* rows in an item, with one_slab */
    int tasks;
    size_t task_bytes;
    size_t pass_rows;   /* in a block of a pass: fewer when an epilogue follows */
    size_t moment_rows; /* in a block whose moments are taken at once */
    bool has_epilogue;
    const real *gamma, *beta;
    real *center, *mean_low, *rstd; /* [groups]: mean = center + mean_low, and 1 / sd */
    real *factor, *offset;          /* [groups]: the adjustment of xhat; NULL: none */
    /* For the update of running statistics: moments of all groups, and rows that count in each slab; NULL: no update. */
    struct norm_batch_moments *slab_moments;
    double *slab_counts;
    bool stream;                    /* y and dx are too large to stay in cache */
    bool from_running;              /* inference by running statistics */
    const unsigned char *mask;      /* [rows], 0: does not count; NULL: all rows count */
    const struct norm_task *shared; /* one_slab: the task whose coefficients all tasks use */
};

/* Books the saved and scratch memory of calls with up to max_n samples. */
void norm_book_memory(struct layer *l, struct norm *m, size_t max_n);

void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io);

struct norm_task norm_task_at(const struct norm_call *k, int number);

/* A task has items [first, first + count); returns first. */
size_t norm_task_items(const struct norm_call *k, int number, size_t *count);

/* Slab `number`. It has no rows when the call's sequences do not reach its position. */
struct norm_slab norm_slab_at(const struct norm_call *k, size_t number);

/* With one_slab: the rows of a task. */
struct norm_slab norm_task_rows(const struct norm_call *k, int number);

/* The number of rows of u that count. */
double norm_count_rows(const struct norm_call *k, const struct norm_slab *u);

/* Sets scale, shift and slope, and `exact`, from their values in double. */
void norm_round_coefficients(const struct norm_call *k, struct norm_task *p);

/* ---- running statistics (norm_running.c) ---- */

/* How many positions have statistics: steps_trained, which may come from a file and be anything, limited to [0, positions]. */
size_t norm_positions_trained(real steps_trained, size_t positions);

/* The running statistics of a group at a position. */
struct norm_moments norm_running_of(const struct norm_call *k, size_t position, int group);

/* The position whose running statistics inference uses at `position`. */
size_t norm_known_position(const struct norm_call *k, size_t position);

/* Updates all running statistics after a training forward. */
void norm_update_running(const struct norm_call *k);

#endif
