/*
 * Custom norms: norms with passes of their own, for what the engine cannot compute, as a mixture of several partitions.
 *
 * The options struct of a custom norm begins with a struct norm, as that of every norm. So NORM_OPTIONS gives it the
 * common options, and functions such as norm_takes_batch() and the norms in recurrent cells (step_norm.h) work for it.
 * The norm's partition says which values share the statistics over the batch; for a norm within samples, which values
 * share the statistics of the smallest group. A norm without any statistics needs none of this: its layer type only
 * sets is_norm.
 *
 * The passes must use the statistics that io->norm_stats demands: custom_norm_by_running() and custom_norm_learns() tell
 * which. The passes must also add to io->averages when it is not NULL: custom_norm_update() does so. Custom norms do not
 * mix a sample's own statistics with the running ones. They treat NORM_STATS_OWN as NORM_STATS_USUAL, and trials with
 * eval_stats=own are refused when a custom norm has running statistics.
 */
#ifndef NORMLAB_LAYERS_NORMS_CUSTOM_NORM_H
#define NORMLAB_LAYERS_NORMS_CUSTOM_NORM_H

#include "kernels/kernels.h"
#include "layers/norms/norm.h"

/* Members of the struct layer_type of a custom norm that always has statistics. */
#define CUSTOM_NORM_MEMBERS .preset = "compat", .is_norm = true, .reads_mask = true, .norm = norm_of

/* Begins the set-up of l, whose options begin with a struct norm: checks the partition as norm_setup() does, books gamma
 * and beta, and sets l->out and l->flops. advice: as for norm_setup(); NULL: groups of one value are allowed. Returns 0,
 * or -1 or REFUSED with s->message. */
int custom_norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
                      const char *advice);

/* Books the state tensors running_var [C] and, unless the norm is uncentered or with_mean is false, running_mean [C]; and
 * num_batches_tracked with momentum=cma. Also books the scratch memory that custom_norm_update() needs. Does nothing
 * for a norm without running statistics. */
void custom_norm_book_running(struct layer *l, bool with_mean);

/* True when this call normalizes by the running statistics. Backward must then take them as constants. */
bool custom_norm_by_running(const struct layer *l, const struct io *io);

/* True when this call updates the running statistics: a usual call in training. */
bool custom_norm_learns(const struct layer *l, const struct io *io);

/* Returns the mask of sample n, [positions], or NULL when all its positions count. */
const unsigned char *custom_norm_mask(const struct layer *l, const struct io *io, int n);

/* Calls run(context, n, task) for each sample n of the call. The samples are split into at most CUSTOM_TASKS tasks, which
 * threads share; `task` is the number of the sample's task. The samples of a task run one after the other, in their
 * order, so a task may have scratch memory and sums of its own. The split depends on the number of samples alone. */
enum { CUSTOM_TASKS = 16 };
void custom_norm_samples(const struct io *io, void (*run)(void *context, int n, int task),
                         void *context);

/* Returns the number of positions of sample n that count. */
size_t custom_norm_count(const struct layer *l, const struct io *io, int n);

/* The moments of each channel of each sample of a call. */
struct custom_moments {
    double *count;             /* [n]: positions that count */
    double *mean, *m2;         /* [n][C]; 0 when no position counts */
    struct column_moments all; /* of all samples together */
};

/* Returns the size of the memory for a custom_moments of up to max_n samples of c channels. */
size_t custom_moments_bytes(size_t max_n, size_t c);

/* Measures the moments into `memory`, over the positions that count. Returns them. Padding at the end of a sample changes
 * no bit, nor does the number of threads. */
struct custom_moments custom_norm_measure(const struct layer *l, const struct io *io, void *memory);

/* Returns what custom_norm_measure() wrote to `memory` in an earlier call with the same io, without the field `all`. */
struct custom_moments custom_moments_at(const struct layer *l, const struct io *io, void *memory);

/* At the end of a forward call: updates the running statistics, or adds to io->averages, where this call should do so.
 * batch: the moments of each channel over all positions that count; of an uncentered norm the mean is 0 and M2 the sum
 * of squares. The rules are those of the engine: momentum, running_var, and no variance of one value. */
void custom_norm_update(const struct layer *l, const struct io *io,
                        const struct column_moments *batch);

/* For norms whose running statistics are not mean and variance. In a call that learns, returns the weight of this batch
 * in the running averages: momentum. With momentum=cma, first counts the batch in num_batches_tracked, and returns
 * 1 / num_batches_tracked. */
double custom_norm_weight(const struct layer *l, const struct io *io);

/* Updates n running statistics, which begin at offset `at` of the state. In a call that learns, each becomes
 * (1 - weight) * old + weight * scale * value[i]. Otherwise scale * value[i] is added to io->averages with the weight
 * `count`; io->averages must not be NULL then. */
void custom_norm_learn(const struct layer *l, const struct io *io, double weight, double count,
                       ptrdiff_t at, size_t n, const real *value, double scale);

/* Returns 1 / sqrt(var + eps), or 0 when this exceeds the largest real: then y is beta, as in the engine. */
double custom_norm_rstd(const struct norm *m, double var);

/* Return gamma or beta of channel c, or 1 or 0 when the norm has none. */
double custom_norm_gamma(const struct norm *m, const struct io *io, int c);
double custom_norm_beta(const struct norm *m, const struct io *io, int c);

/* Writes, or with io->add_param adds, the gradients of gamma and beta, as far as the norm has them. */
void custom_norm_write_affine(const struct layer *l, const struct io *io, const double *dgamma,
                              const double *dbeta);

/* Coefficients of one row, [C] each. Forward: y = (x - center) * scale + shift. Backward:
 * dx (+)= dy * scale + (x - center) * slope + shift, at padding dy * scale alone. */
struct custom_coefficients {
    double *center, *scale, *slope, *shift;
    real *rounded; /* [5][C]: center, scale, slope, shift, zeros (custom_norm_round()) */
    bool backward; /* the coefficients are for backward; false: for forward */
    bool exact;    /* set by custom_norm_round(): a real would lose digits of a coefficient */
};

/* Return the size of the memory for the coefficients of c channels, and the coefficients in such memory. */
size_t custom_coefficients_bytes(size_t c);
struct custom_coefficients custom_coefficients_at(size_t c, void *memory);

/* Sets k->rounded and k->exact. To be called after the caller has set k->backward and the four arrays (in forward without
 * slope), and before custom_norm_apply() or custom_norm_gradient(). */
void custom_norm_round(const struct layer *l, struct custom_coefficients *k);

/* Writes y of sample n. */
void custom_norm_apply(const struct layer *l, const struct io *io, int n,
                       const struct custom_coefficients *k);

/* Writes or adds dx of sample n; does nothing when no dx is needed. */
void custom_norm_gradient(const struct layer *l, const struct io *io, int n,
                          const struct custom_coefficients *k);

/* Writes, for each channel, the sums of dy and of dy * (x - center) over the positions of sample n that count, or with
 * padding = true over those that do not. */
void custom_norm_sum(const struct layer *l, const struct io *io, int n, bool padding,
                     const real *center, double *sum_dy, double *sum_dyx);

#endif
