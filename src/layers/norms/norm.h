/*
 * Norms by partition. A norm partitions an activation [N][S][C] into statistics groups. The file of a norm has only the
 * norm's options and its partition, which it passes to norm_setup(). The files in engine/ do the rest.
 *
 * Each group is standardized by its own mean and (biased) variance,
 *   xhat = (x - mean) / sqrt(var + eps),   y = gamma_c * xhat + beta_c
 * (Ioffe & Szegedy 2015, algorithm 1). In backward, with g = gamma_c * dy and averages over the group,
 *   dx = (g - avg(g) - xhat * avg(g * xhat)) / sqrt(var + eps).
 * In an uncentered norm (rmsnorm) the formulas use 0 for the mean and for avg(g), and var is the mean square.
 *
 * Adjustment. A norm with a function norm_adjust, as batchrenorm, changes the standardized values of each group in a
 * training call with NORM_STATS_USUAL:
 *   y = gamma_c * (factor * xhat + offset) + beta_c.   Backward takes factor and offset as constants.
 *
 * Scales. A norm with another scale than var (enum norm_scale) divides by sqrt(D^2 + eps), with another deviation D of
 * the group. Then var stands for D^2 in the formula of xhat and in running_var. Backward has formulas of its own
 * (norm_scale.c).
 *   l1     D = sqrt(pi / 2) * the mean of |x - mean|. For normally distributed values this is the standard deviation
 *          (Hoffer, Banner, Golan & Soudry 2018, where the factor is C_L1).
 *   linf   D = the largest |x - mean| (Santurkar et al. 2018), without a factor. (Hoffer et al. 2018 average the 10
 *          largest, with a factor that depends on n; that is not computed here.)
 * running_var averages D^2 as it is, so the option running_var has no effect. When several values have the largest
 * |x - mean|, the gradient of D reaches the first of them alone. Where |x - mean| is 0, its gradient is 0.
 *
 * Running statistics. A norm over the batch keeps running averages of the mean and the variance of each group, and uses
 * them in inference. When the batch has several chunks of samples, the new value in the average is the mean over the
 * chunks, weighted by their numbers of values. This equals data-parallel training in which each process normalizes its
 * own chunk, and the running statistics are then averaged. With running=first the new value is that of the first chunk
 * alone, as in training that keeps the running statistics of the first process.
 *   A norm with average_sd averages the standard deviations sqrt(var + eps) of the biased variances; running_var is the
 * square of the average, less eps. An uncentered norm averages the mean square in place of the variance. The mean square
 * is unbiased, so the option running_var has no effect there.
 *   When a group has one position only (over=step), each position has its own running averages. A position has none
 * until a training call had two values at that position. In inference, a position without them uses those of the last
 * position that has them. The state tensor steps_trained is the index of that last position plus 1. (Padding is at the
 * end of a sequence, so all positions before that one have them, too.)
 *
 * The caller may choose other statistics than these (enum norm_stats, layer.h). With NORM_STATS_OWN and the weight w,
 * inference mixes the running mean and mean square of each group with those of the sample's own values in the group
 * (Summers & Dinneen 2020):
 *   mean = (1 - w) * running mean + w * own mean,   E(x^2) = (1 - w) * running E(x^2) + w * own E(x^2)
 *   var = E(x^2) - mean^2, where running E(x^2) is the running variance + running mean^2.
 * A sample without valid values in a group uses the running statistics, and so does a norm with another scale than var.
 *
 * Data-parallel workers (struct sharing in layer.h) each normalize their own samples by their own statistics: a group of
 * all samples is then one of all samples of a worker, as with ghost=G where each worker has G samples. The running
 * statistics average the mean over all chunks of all workers, as above. With sync=1 the statistics are those of the whole
 * batch: the workers' counts, means and M2 (sums of squared differences from the mean) are merged in the order of the
 * workers (Chan, Golub & LeVeque 1983), and so are the two sums of backward.
 *
 * Masks. With masked=1, positions that the mask marks as padding do not count in averages, means and variances. But y
 * is computed at every position, and dx is its exact gradient, at padding, too. In a group where no value counts, y is
 * beta. In a group where one value counts, the variance is 0. For that value, y is beta. At padding, y is gamma /
 * sqrt(eps) times the difference from that value, plus beta, which may be large. A mask does not change norms whose
 * groups are one position of one sample (layernorm over=token).
 *
 * Set-up refuses a norm when the smallest training batch would have a group of one value. In a larger batch, the last
 * chunk of samples may still make a group of one value: y is then beta, dx is 0 but for rounding, and the running
 * variance averages the other chunks.
 *
 * With learn_eps=1, each channel has a trained parameter eps_l, and the formulas use eps + |eps_l| for eps (Singh &
 * Krishnan 2020). The gradient of eps_l is the sum of -gamma * dy * xhat / (2 (var + eps + |eps_l|)) over all elements of
 * the channel, times the sign of eps_l. A group of one value is then allowed.
 *
 * With shared_gamma, all channels share one parameter gamma, and the formulas use gamma / sqrt(C) for gamma_c. Its first
 * value is gamma_init * sqrt(C).
 *
 * When the standard deviation of a group is so small that its inverse overflows, y is beta in the group. With eps=0,
 * that is also so for a variance of 0.
 */
#ifndef NORMLAB_LAYERS_NORMS_NORM_H
#define NORMLAB_LAYERS_NORMS_NORM_H

#include "layers/layer.h"

enum norm_compat { COMPAT_TORCH, COMPAT_KERAS, COMPAT_FLAX };
enum norm_affine { AFFINE_BOTH, AFFINE_SCALE, AFFINE_SHIFT, AFFINE_NONE };
enum norm_masked { MASKED_NO, MASKED_YES, MASKED_AUTO };
enum norm_scale { NORM_SCALE_VAR, NORM_SCALE_L1, NORM_SCALE_LINF };
enum norm_over { NORM_OVER_SAMPLE, NORM_OVER_TOKEN };
enum norm_running_of { RUNNING_OF_MEAN, RUNNING_OF_FIRST };
enum norm_running_var { RUNNING_VAR_UNBIASED, RUNNING_VAR_BIASED, RUNNING_VAR_AUTO };

#define NORM_AUTO   (-1.0) /* of eps and momentum: the default of the framework in compat */
#define NORM_CMA    (-2.0) /* of momentum: a cumulative average */
#define NORM_ABSENT (-1)   /* of an offset: the norm has no such tensor */

#define NORM_ALL_SAMPLES 0 /* of a number of samples: the whole batch */

struct norm_partition {
    /* Number of neighbouring samples in a group: 1, a chunk of several, or NORM_ALL_SAMPLES. The last chunk of a batch
     * may have fewer. */
    int samples;
    bool all_positions; /* a group has all positions of its samples; false: one position */
    int channels;       /* number of neighbouring channels in a group; divides C */
    /* The norm is one over the batch, with running statistics, even when `samples` is 1. Any other number of samples
     * makes it one over the batch, too. */
    bool over_batch;
};

/* Mean and variance of a group. In an uncentered norm, the mean is 0 and var is the mean square. With another scale
 * than var, var is D^2. */
struct norm_moments {
    double mean, var;
};

/* The adjustment of a group's standardized values: factor * xhat + offset. */
struct norm_adjustment {
    double factor, offset;
};

/* For one number of a state block: its average over several batches, weighted by numbers of values. All fields start as
 * 0. Each chunk of a batch counts as a batch; a group of one value, which has no variance, is left out. For steps_trained
 * it is no average: `value` is its new value, and a weight above 0 says that there is one. */
struct norm_average {
    double weight; /* the sum of the weights */
    double value;  /* the average of the means, or of the biased variances */
    /* Of a running variance: the average of the batches' means, and the weighted sum of the squared differences of these
     * means from `mean`. */
    double mean, mean_m2;
};

/* Replaces each state[i], 0 <= i < n, by averages[i] if its weight is above 0. E() is the average over the batches. With
 * total = true, a variance is that of all values of the batches together, E(var) + E(mean^2) - E(mean)^2 (Wu & Johnson
 * 2021); otherwise it is E(var). With another scale than var it is always E(D^2): the deviation of all values together
 * cannot be computed from the batches' deviations. */
void norm_averages_write(const struct norm_average *averages, size_t n, bool total, real *state);

struct norm;

/* Returns the norm that l is, or one of those inside l (struct layer_type, norm and inner_norm). Returns NULL when
 * there is none, or one without statistics. */
const struct norm *norm_within(const struct layer *l);

/* True when l can process a batch of n samples with the batch's own statistics. For a norm over the batch, or a layer
 * with such norms inside it: when each statistics group has two values or more. For any other layer: always, but a layer
 * with state needs n >= 2. */
bool norm_takes_batch(const struct layer *l, int n);

/* True when calls of the norm can use NORM_STATS_OWN: it can mix running statistics with those of each sample, or it has
 * no running statistics. */
bool norm_takes_own(const struct norm *m);

/* Returns the adjustment of a group in training. batch: the group's statistics in this call; running: its running
 * statistics before this call. The forward pass of a training call with NORM_STATS_USUAL calls it once for each group in
 * which a value counts, from several threads. */
typedef struct norm_adjustment norm_adjust(const struct layer *l, const struct io *io,
                                           const struct norm *m, struct norm_moments batch,
                                           struct norm_moments running);

/* The options of all norms by partition, and what set-up computes from them. A norm's table has an entry for each
 * option that this norm has. The options struct of a norm by partition begins with a struct norm. */
struct norm {
    int compat, affine, running_var, masked; /* as the enums above */
    int over;                                /* enum norm_over; batchnorm has an enum of its own */
    double eps, momentum, gamma_init;
    int groups, channels_per_group;
    int ghost;      /* samples in a group; 0: all */
    int running_of; /* enum norm_running_of; other than the mean only with ghost */
    int scale;      /* enum norm_scale; other than var only in centered norms over the batch */
    int average_sd; /* 1 only in norms over the batch, with scale var */
    int learn_eps;  /* 1 only when each group is one channel of one sample */
    int sync; /* 1: data-parallel workers share their statistics; only in norms over the batch with scale var */

    struct norm_partition partition;
    /* The file of the norm sets these three before norm_setup(). */
    bool uncentered;     /* the norm subtracts no mean */
    norm_adjust *adjust; /* only for norms over the batch; NULL: no adjustment */
    bool shared_gamma;   /* all channels share gamma */

    bool custom;             /* the norm has passes of its own (custom_norm.h) */
    bool learns_in_backward; /* a custom norm whose backward pass updates the state, too */
    bool running;            /* the norm has running statistics, as it is one over the batch */
    bool by_rows; /* a group has one position of one sample, so rows kernels compute it */
    ptrdiff_t gamma, beta, eps_l; /* offsets in the parameter block, or NORM_ABSENT */
    /* Offsets in the state block, or NORM_ABSENT: of running_mean and running_var [P][C / channels], of
     * num_batches_tracked [P] and of steps_trained [1]. P = S if each position has its own statistics, else 1. */
    ptrdiff_t mean, var, batches, trained;
    /* Offsets in saved of arrays with one element for each group (struct norm_call). */
    size_t center, mean_low, rstd, factor, offset, deviation;
    /* Offsets in scratch: the memory of the tasks; moments and counts as in struct norm_call; the averages over the slabs
     * at a position, [2][groups] in double. */
    size_t tasks, slab_moments, slab_counts, batch_averages;
    size_t gamma_row; /* offset in scratch, with shared_gamma: [C] */
    /* With data-parallel workers: the number of slabs (norm_internal.h) of a worker; offsets in scratch of the moments
     * and counts of the slabs of all workers. */
    size_t worker_slabs, all_moments, all_counts;
};

/* Table entries for the options that every norm has. affine_default is the default of the option affine. */
/* clang-format off */
#define NORM_COMMON_OPTIONS NORM_OPTIONS("both")
#define NORM_OPTIONS(affine_default)                                                               \
    NORM_OPTIONS_BUT_GAMMA_INIT(affine_default),                                                   \
    {"gamma_init", OPTION_REAL, offsetof(struct norm, gamma_init), "1", -1e6, 1e6, NULL,           \
     "initial value of gamma"}
#define NORM_OPTIONS_BUT_GAMMA_INIT(affine_default)                                                \
    {"compat", OPTION_CHOICE, offsetof(struct norm, compat), "torch", 0, 0, "torch|keras|flax",    \
     "the framework whose defaults the other options take"},                                       \
    {"masked", OPTION_CHOICE, offsetof(struct norm, masked), "auto", 0, 0, "0|1|auto",             \
     "1: padding does not count; auto: it counts in nets, and not in apply with a mask"},          \
    {"eps", OPTION_REAL, offsetof(struct norm, eps), "auto", 0, 1, "auto",                         \
     "added to the variance, inside the root (auto: by compat)"},                                  \
    {"affine", OPTION_CHOICE, offsetof(struct norm, affine), affine_default, 0, 0, "both|scale|shift|none", \
     "which of gamma (scale) and beta (shift) are learned"}

/* For norms over groups of channels; their set-up calls norm_set_groups(). */
#define NORM_GROUPS_OPTIONS                                                                        \
    {"groups", OPTION_INT, offsetof(struct norm, groups), "auto", 1, 1 << 20, "auto",              \
     "number of groups of channels; it divides the channels (auto: 8)"},                           \
    {"channels_per_group", OPTION_INT, offsetof(struct norm, channels_per_group), "auto", 1,       \
     1 << 20, "auto", "channels in each group, instead of groups"}

#define NORM_MOMENTUM_OPTION                                                                       \
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "auto", 0, 1, "auto|cma",           \
     "weight of a new batch in the running statistics (auto: by compat); cma: cumulative average"}

/* before, after: what the norm adds to the help text. */
#define NORM_RUNNING_VAR_OPTION(before, after)                                                     \
    {"running_var", OPTION_CHOICE, offsetof(struct norm, running_var), "auto", 0, 0,               \
     "unbiased|biased|auto",                                                                       \
     before "which variance of a batch the running variance averages (auto: by compat" after ")"}

#define NORM_SYNC_OPTION                                                                           \
    {"sync", OPTION_BOOL, offsetof(struct norm, sync), "0", 0, 0, NULL,                            \
     "1: data-parallel workers (key workers) take their statistics over all samples of the batch"}

#define NORM_OVER_OPTION                                                                           \
    {"over", OPTION_CHOICE, offsetof(struct norm, over), "sample", 0, 0, "sample|token",           \
     "a statistics group is a whole sample, or one position of it"}
/* clang-format on */

/* The members that are the same in the struct layer_type of every norm by partition. A norm itself sets name, usage,
 * options, resolve, examples and setup. */
#define NORM_MEMBERS                                                                               \
    .preset = "compat", .is_norm = true, .takes_epilogue = true, .reads_mask = true,               \
    .norm = norm_of, .forward = norm_forward, .backward = norm_backward, .sharing = &norm_sharing

/* Returns the struct norm in l's options; l owns it. */
const struct norm *norm_of(const struct layer *l);

/* The passes of a norm by partition (layer.h), and its functions for data-parallel workers. */
void norm_forward(const struct layer *l, struct io *io);
void norm_backward(const struct layer *l, struct io *io);
extern const struct sharing norm_sharing;

/* A common backward pass of a norm and the dense layer after it, for when the norm's input needs no gradient and nothing
 * else reads the norm's output y = gamma xhat + beta. Let W be the dense layer's weight, dz the gradient of its output,
 * G = xhat^T dz, and s the sum of dz's rows. The gradients of all parameters follow from G and s. So the gradient of y,
 * dz W^T, is not needed; it would be one of the dense layer's three products in a training step.
 *   dgamma[c] = sum over o of W[c][o] G[c][o]    dbeta[c] = sum over o of W[c][o] s[o]
 *   dW[c][o] = gamma[c] G[c][o] + beta[c] s[o]
 * norm_joins_dense() is true when the two layers can be computed so: they take vectors; the norm is one by partition,
 * with gamma and beta for each channel, without an adjustment, a learned eps or an epilogue; the dense layer's weight
 * is a parameter; and it has no more units than inputs. norm_backward_with_dense() overwrites the gradients, and y.
 * space: memory for [units] reals. */
bool norm_joins_dense(const struct layer *norm, const struct layer *dense);
void norm_backward_with_dense(const struct layer *norm, struct io *norm_io,
                              const struct layer *dense, struct io *io, real *space);

/* Functions for the member `resolve` (layer.h). They replace the value auto of eps, momentum and running_var by the
 * default of the framework in compat, and options without effect by their defaults. norm_resolve_batch() is for norms
 * over the batch, norm_resolve() for all others. norm_resolve() reads m->uncentered, which must be set before. */
void norm_resolve_batch(void *options);
void norm_resolve(void *options);

/* For `resolve` of norms that have running statistics only with some options, when these options give none. momentum and
 * running_var then have no effect, so they become the defaults of compat=torch, whatever compat is. */
void norm_resolve_no_running(struct norm *m);

/* For `resolve` of norms with NORM_GROUPS_OPTIONS: replaces auto by 8 groups. */
void norm_resolve_groups(struct norm *m);

/* For the set-up of norms with NORM_GROUPS_OPTIONS. Computes the one of m->groups and m->channels_per_group that the
 * options do not give from the other. Returns 0, or -1 with s->message. */
int norm_set_groups(struct layer *l, struct setup *s);

/* Completes the set-up of l, whose options begin with a struct norm. When a group would have one value, the norm is
 * refused, and the message ends with `advice`, which says what to use instead. Returns 0, or -1 or REFUSED with
 * s->message. */
int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice);

/* As norm_setup(), for norms within samples that have NORM_OVER_OPTION: the option gives the partition. */
int norm_setup_over(struct layer *l, struct setup *s, const char *advice);

#endif
