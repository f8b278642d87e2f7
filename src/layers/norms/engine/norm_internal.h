/*
 * The passes of all norms by partition, private to this folder.
 *
 * A row is the C channels of one position of one sample. A slab is the set of rows of a chunk of samples, at all
 * positions or at one position. A statistics group is some neighbouring channels of a slab, so the slab has one or more
 * groups. A pass is split into tasks, which threads share. There are three ways:
 *
 *   by_rows   Each row is a slab (layernorm over=token). A task has some neighbouring rows.
 *   one_slab  The whole batch is one slab (batchnorm). A task has some neighbouring rows. First, each task computes
 *             sums over its rows; the sums are merged in the order of the tasks. Then each task writes y or dx by the same
 *             coefficients.
 *   slabs     All other norms. A task has some neighbouring slabs.
 *
 * The number of tasks depends on shapes only, and each task has its own scratch memory. So results do not depend on the
 * number of threads.
 *
 * A task processes its rows in blocks that fit in cache. Forward applies the epilogue (struct epilogue) to a block
 * right after the norm wrote it. Backward computes the gradient before the epilogue right before it uses the block.
 *
 * A mean is stored as the sum of two reals, center + mean_low: a single real would lose digits of a large mean.
 */
#ifndef NORMLAB_LAYERS_NORMS_NORM_INTERNAL_H
#define NORMLAB_LAYERS_NORMS_NORM_INTERNAL_H

#include "kernels/kernels.h"
#include "layers/norms/norm.h"

/* The scratch memory of a task. It includes the coefficients of the columns kernels, each [c]: in forward
 *   y = (x - center) * scale + shift
 * and in backward
 *   dx = dy * scale + (x - center) * slope + shift.
 * For rows that do not count, dx = dy * scale. */
struct norm_task {
    struct column_moments total, block;        /* forward: moments */
    double *sum_dy, *sum_dyx, *dgamma, *dbeta; /* backward, in the memory of total and block; [c] */
    real *center, *scale, *shift, *slope;
    double *exact_scale, *exact_shift, *exact_slope; /* scale, shift and slope in double */
    bool exact;     /* the passes must use exact_..: a real would lose digits of one of them */
    real *dy_block; /* one block's gradient of the norm's output before the epilogue */
    real *zero;     /* [c], zeros; NULL unless a pass needs them */
    double *deps;   /* [c], the sum for the gradient of eps_l; NULL unless the norm has eps_l */
    /* [moment_rows][c], copies of rows that count. NULL unless masked=1 or a group has one position of several
     * samples. */
    real *packed;
    /* These three are NULL unless the norm has a scale other than var. */
    real *low;    /* [c], mean - center */
    real *signs;  /* one block's signs of x - mean */
    double *peak; /* [groups], linf: what is added to dx of the value with the largest deviation */
};

/* The deviation of a group in a training call, for a scale other than var (norm_scale.c). */
struct norm_deviation {
    double size; /* D */
    /* l1: the mean of the signs of x - mean. linf: the sign of x - mean of the value with the largest |x - mean|. */
    double sign;
    size_t at; /* linf: the index of this value in the array x */
};

/* A slab, or the rows of a slab that one task has: the rows first, first + stride, first + 2 * stride, ... of the
 * call. */
struct norm_slab {
    size_t first, rows, stride; /* rows: how many there are */
    size_t block_rows;          /* rows to process at a time: 1 when they are not neighbours */
    size_t first_group;         /* number of the slab's first group, among all groups of the call */
    size_t position;            /* which running statistics the slab has: a position, or 0 */
    size_t number;              /* number of the slab in the call */
};

/* The moments of a group in a training call. The running statistics are updated from them. */
struct norm_batch_moments {
    double mean, m2; /* m2: sum of squared differences from the mean */
};

/* One forward or backward call. */
struct norm_call {
    const struct layer *layer;
    const struct norm *m;
    const struct kernels *kernels;
    const struct kernels *statistics; /* norm_statistics_kernels() */
    struct io *io;
    int c, group_channels, groups; /* C; channels in a group; groups in a slab */
    size_t positions;              /* of a sample in this call */
    size_t chunk;                  /* samples in a slab; the last chunk may have fewer */
    size_t stat_positions;         /* positions with their own statistics: S at set-up, or 1 */
    size_t slabs;
    bool one_slab;
    size_t items;     /* number of items that tasks share: slabs, rows, or samples with a mask */
    size_t item_rows; /* rows in an item, with one_slab */
    int tasks;
    size_t task_bytes;
    size_t pass_rows;   /* rows in a block of a pass; fewer when there is an epilogue */
    size_t moment_rows; /* rows in a block whose moments are taken together */
    bool has_epilogue;
    const real *gamma, *beta;         /* [c]; NULL: the norm has none */
    const real *eps_l;                /* [c]; NULL: the norm has none */
    real *center, *mean_low, *rstd;   /* [all groups]: mean = center + mean_low; 1 / sd */
    real *factor, *offset;            /* [all groups]: the adjustment of xhat; NULL: none */
    struct norm_deviation *deviation; /* [all groups]; NULL: scale=var, or from_running */
    /* For the update of running statistics or averages: the moments of each group, and how many rows count in each slab.
     * NULL: this call updates neither. */
    struct norm_batch_moments *slab_moments;
    double *slab_counts;
    bool stream;                    /* y and dx are too large to stay in cache */
    bool from_running;              /* normalizes by running statistics */
    enum round round;               /* ROUND_ONLY unless workers share their statistics (sync=1) */
    bool own;                       /* mixes running statistics with those of each sample */
    const unsigned char *mask;      /* [rows], 0: does not count; NULL: all rows count */
    const struct norm_task *shared; /* one_slab: the task whose coefficients all tasks use */
};

/* Returns the number of positions that have their own statistics, or 1 when all positions share them. It uses the
 * positions of set-up, not of the call, so that the split into tasks does not depend on padding. */
size_t norm_stat_positions(const struct norm *m, struct shape in);

/* Books the saved and scratch memory for calls with up to max_n samples. */
void norm_book_memory(struct layer *l, struct norm *m, size_t max_n);

/* Fills k for a forward or backward call. */
void norm_call_init(struct norm_call *k, const struct layer *l, struct io *io);

/* Returns the kernels that compute the moments and sums of the norm l. */
const struct kernels *norm_statistics_kernels(const struct layer *l);

/* True when this call normalizes by running statistics. */
bool norm_by_running(const struct norm *m, const struct io *io);

/* True when v would lose digits as a real, because the real would be subnormal, infinite or NaN. */
bool norm_needs_double(double v);

/* Returns pointers to the scratch memory of task `number`. */
struct norm_task norm_task_at(const struct norm_call *k, int number);

/* Returns the first item of task `number` and sets *count to its number of items; they are neighbours. */
size_t norm_task_items(const struct norm_call *k, int number, size_t *count);

/* Returns slab `number`. It has no rows when its position is after the end of this call's sequences. */
struct norm_slab norm_slab_at(const struct norm_call *k, size_t number);

/* Returns the rows of task `number`. Only with one_slab. */
struct norm_slab norm_task_rows(const struct norm_call *k, int number);

/* When a slab is a chunk of a batch, its rows are measured in parts: the parts into which they would be divided among
 * tasks if the chunk were the whole batch. So the statistics have the same bits as those of a data-parallel worker whose
 * samples are this chunk. norm_slab_parts() returns the number of parts, 1 for slabs within samples. norm_slab_part()
 * returns one part. */
int norm_slab_parts(const struct norm_call *k, const struct norm_slab *u);
struct norm_slab norm_slab_part(const struct norm_call *k, const struct norm_slab *u, int number,
                                int parts);

/* Returns the number of rows of u that count. */
double norm_count_rows(const struct norm_call *k, const struct norm_slab *u);

/* Sets p->scale, p->shift and, in backward, p->slope to their values in double, rounded. Sets p->exact. */
void norm_round_coefficients(const struct norm_call *k, struct norm_task *p, bool backward);

/* ---- groups of one channel (norm_channels.c) ---- */

/* True when the functions of norm_channels.c can compute the call: each group has one channel, and the norm is centered,
 * with no adjustment, no other scale than var, and no learned eps. */
bool norm_by_channels(const struct norm_call *k);

/* Saves the statistics of the slab's groups, whose moments are t, for both passes and for the running statistics. */
void norm_save_channels(const struct norm_call *k, const struct norm_slab *u,
                        const struct column_moments *t);

/* Compute the coefficients in double: in forward from the slab's saved statistics, in backward from the two sums of each
 * channel. Backward also adds the slab's gradients of gamma and beta to p->dgamma and p->dbeta. inverse_count: 1 / the
 * number of values of a group that count, or 0 when the statistics are constants. */
void norm_forward_channels(const struct norm_call *k, struct norm_task *p,
                           const struct norm_slab *u);
void norm_backward_channels(const struct norm_call *k, struct norm_task *p,
                            const struct norm_slab *u, double inverse_count);

/* ---- groups of any number of channels (norm_groups.c) ---- */

/* Returns the moments of a group from the moments of its channels, each taken over the same `count` rows. */
struct norm_batch_moments norm_join_channels(const struct norm_call *k, const double *mean,
                                             const double *m2, double count);

/* As norm_forward_channels() and norm_backward_channels(), but for every call. rows: the number of rows that count. */
void norm_forward_groups(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u);
void norm_backward_groups(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u,
                          double inverse_count, double rows);

/* ---- data-parallel workers (norm_sharing.c) ---- */

/* Checks that the workers of s can train the norm. Changes a partition with groups of all samples to groups of all
 * samples of one worker, unless workers share their statistics (sync=1). Returns 0, or -1 with s->message. */
int norm_check_workers(const struct layer *l, struct setup *s, struct norm_partition *p);

/* Books memory for what workers share. */
void norm_book_sharing(struct layer *l, struct norm *m, const struct setup *s);

/* With sync=0. Return the counts of the rows that count in a worker's slabs, and the moments of the slabs' groups. Both
 * are in the worker's block. */
double *norm_shared_counts(const struct norm_call *k, int worker);
struct norm_batch_moments *norm_shared_moments(const struct norm_call *k, int worker);

/* With sync=1. norm_share() writes to this worker's block, for a slab, the number of rows that count and two numbers of
 * each channel. norm_take() writes these two numbers, of all workers together, to first[c] and second[c], and returns
 * the number of rows that count in all workers' slabs. */
void norm_share(const struct norm_call *k, const struct norm_slab *u, double count,
                const double *first, const double *second);
double norm_take(const struct norm_call *k, const struct norm_slab *u, double *first,
                 double *second);

/* ---- for a scale other than var (norm_scale.c). A slab's deviations are measured by the first four functions, one after
 * the other. ---- */

/* Sets p->center and p->low to the means of the groups, from the moments of the channels in p->total. */
void norm_set_means(const struct norm_call *k, struct norm_task *p);

/* Measures the rows of u around the means of the task `by`. Writes the results of each channel to own->block. */
void norm_measure_deviations(const struct norm_call *k, const struct norm_task *by,
                             struct norm_task *own, const struct norm_slab *u);

/* Merges the results b of norm_measure_deviations() into those of earlier rows, a. */
void norm_merge_deviations(const struct norm_call *k, struct column_moments *a,
                           const struct column_moments *b);

/* Saves the deviations of the groups of slab u, from p->block. count: the number of rows that count. */
void norm_save_deviations(const struct norm_call *k, const struct norm_task *p,
                          const struct norm_slab *u, double count);

/* In backward, sets exact_slope, adds to exact_shift and sets peak for group g of a slab, which is number `group` of
 * the call. n: the number of values that count; mean_gx: avg(g * xhat). With l1, slope is the factor of the signs. */
void norm_scale_coefficients(const struct norm_call *k, struct norm_task *p, int g, size_t group,
                             double n, double mean_gx);

/* Adds p->peak to dx of one value in each group of slab u. Does nothing when no dx is needed. */
void norm_add_peaks(const struct norm_call *k, const struct norm_task *p,
                    const struct norm_slab *u);

/* ---- running statistics (norm_running.c) ---- */

/* Returns steps_trained, limited to [0, positions], as a whole number. steps_trained may come from a file, so it may be
 * any number or NaN. */
size_t norm_positions_trained(real steps_trained, size_t positions);

/* Returns the running statistics of a group at a position. */
struct norm_moments norm_running_at(const struct norm_call *k, size_t position, int group);

/* Returns the position whose running statistics inference uses at `position`. */
size_t norm_known_position(const struct norm_call *k, size_t position);

/* Updates all running statistics at the end of a forward call in training. */
void norm_update_running(const struct norm_call *k);

/* To be called when averages get values at a position. Raises the new value of steps_trained in *trained to position + 1,
 * or to `known`, its value in the state, if that is larger. */
void norm_average_trained(struct norm_average *trained, size_t position, size_t known);

/* Adds the statistics of the call's slabs to io->averages. */
void norm_add_averages(const struct norm_call *k);

#endif
