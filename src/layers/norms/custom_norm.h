/*
 * Custom norms: norms with passes of their own, for what the engine cannot compute, as a mixture of several partitions.
 *
 * The options struct of a custom norm begins with a struct norm, as that of every norm. So NORM_OPTIONS gives it the common
 * options, and functions such as norm_takes_batch() and the norms in recurrent cells (step_norm.h) work for it, too. The
 * norm's partition says which values share the statistics over the batch, or, for a norm within samples, the statistics of
 * the smallest group. A norm without any statistics needs none of this: its layer type only sets is_norm.
 *
 * The passes must use the statistics that enum norm_stats demands, as custom_norm_by_running() and custom_norm_learns() say,
 * and must add to io->averages when it is not NULL, as custom_norm_update() does. Custom norms do not mix a sample's own
 * statistics with the running ones: they treat NORM_STATS_OWN as NORM_STATS_USUAL, and trials with eval_stats=own are
 * refused when a custom norm has running statistics.
 */
#ifndef NORMLAB_LAYERS_NORMS_CUSTOM_NORM_H
#define NORMLAB_LAYERS_NORMS_CUSTOM_NORM_H

#include "kernels/kernels.h"
#include "layers/norms/norm.h"

/* The members that are the same in the struct layer_type of every custom norm with statistics. */
#define CUSTOM_NORM_MEMBERS .preset = "compat", .is_norm = true, .reads_mask = true, .norm = norm_of

/* Begins the set-up of l, whose options begin with a struct norm: checks the partition as norm_setup() does, books gamma
 * and beta, and sets l->out and l->flops. advice: as for norm_setup(); NULL: groups of one value are allowed. Returns 0,
 * or -1 or REFUSED with s->message. */
int custom_norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
                      const char *advice);

/* Books the state tensors running_var [C] and, unless the norm is uncentered or with_mean is false, running_mean [C]; and
 * num_batches_tracked with momentum=cma. Also books the scratch memory that custom_norm_update() needs. Does nothing for a
 * norm without running statistics. */
void custom_norm_book_running(struct layer *l, bool with_mean);

/* True when this call normalizes by the running statistics. Backward must then take them as constants. */
bool custom_norm_by_running(const struct layer *l, const struct io *io);

/* True when this call updates the running statistics: a usual call in training. */
bool custom_norm_learns(const struct layer *l, const struct io *io);

/* Returns the mask of sample n, [positions], or NULL when all its positions count. */
const unsigned char *custom_norm_mask(const struct layer *l, const struct io *io, int n);

/* Runs task(context, n, slot) for each sample n, which threads share. Tasks with the same slot, below CUSTOM_SLOTS, run one
 * after the other in the order of the samples, so a slot may have scratch memory and sums. Which sample has which slot
 * depends on the number of samples alone. */
enum { CUSTOM_SLOTS = 16 };
void custom_norm_samples(const struct io *io, void (*task)(void *context, int n, int slot),
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

/* For running statistics other than mean and variance. Returns the weight of this batch in the running averages: momentum,
 * or with momentum=cma 1 / the number of batches, after counting this one. Only for calls that learn. */
double custom_norm_weight(const struct layer *l, const struct io *io);

/* In a call that learns, changes the n running statistics from offset `at` of the state on by
 * weight * (scale * value[i] - old). Else adds scale * value[i] to io->averages, which must be given, as averages over
 * `count` values. */
void custom_norm_learn(const struct layer *l, const struct io *io, double weight, double count,
                       ptrdiff_t at, size_t n, const real *value, double scale);

/* 1 / sqrt(var + eps), or 0 when this exceeds the largest real: then y is beta, as in the engine. */
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
    real *rounded; /* memory for 5 C reals */
    bool backward; /* which of the two the coefficients are for */
    bool exact;    /* set by custom_norm_round(): a real would lose digits of a coefficient */
};
size_t custom_coefficients_bytes(size_t c);
struct custom_coefficients custom_coefficients_at(size_t c, void *memory);

/* Prepares the coefficients for the two functions below, after the caller has set `backward` and the four arrays, of which
 * forward reads no slope. */
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
