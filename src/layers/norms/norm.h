/*
 * Norms by partition. A norm partitions [N][S][C] into statistics groups; norm_setup() takes the partition and does
 * everything else, so a norm's own file holds its options and its partition.
 *
 * Each group is standardized by its own mean and (biased) variance,
 *   xhat = (x - mean) / sqrt(var + eps),   y = gamma_c * xhat + beta_c
 * (Ioffe & Szegedy 2015, algorithm 1). In backward, with g = gamma_c * dy and averages over the group,
 *   dx = (g - avg(g) - xhat * avg(g * xhat)) / sqrt(var + eps).
 * In an uncentered norm (rmsnorm) the mean counts as 0, var is the mean square, and avg(g) is left out.
 * A norm may adjust the standardized values of each group in training (norm_adjust):
 *   y = gamma_c * (factor * xhat + offset) + beta_c,   with factor and offset constant in backward.
 *
 * Running statistics: a norm whose groups span samples keeps running averages of the mean and variance of each group, and
 * inference uses them. A batch of several chunks of samples contributes the average over its chunks, weighted by their numbers
 * of values. The running variance of an uncentered norm is that of the mean square, which has no bias, so running_var has no
 * effect. If groups hold one position, each position has running averages of its own. They exist once a training call had two
 * values there; inference at later positions uses those of the last position that has them. The state tensor steps_trained
 * counts the positions up to that one. (Padding is at the end, so all positions before it have them, too.)
 *
 * Masks: with masked=1, positions that the mask marks as padding do not count in averages, means and variances. y is computed
 * at every position, so padded positions get their exact gradient, too. A group in which no value counts gives beta. If one
 * value counts, its variance is 0: it gives beta, and padding becomes large, gamma / sqrt(eps) times its distance from that
 * value. A mask does not change norms whose groups are one position of one sample (layernorm over=token).
 *
 * Set-up refuses a group of one value in the smallest training batch. In a larger batch the last chunk of samples may still
 * have one, which then gives beta.
 *
 * A group whose standard deviation is so small that its inverse overflows gives beta; with eps=0, that includes a group
 * without variance.
 */
#ifndef NORMLAB_LAYERS_NORMS_NORM_H
#define NORMLAB_LAYERS_NORMS_NORM_H

#include "layers/layer.h"

enum norm_compat { COMPAT_TORCH, COMPAT_KERAS, COMPAT_FLAX };
enum norm_affine { AFFINE_BOTH, AFFINE_SCALE, AFFINE_SHIFT, AFFINE_NONE };
enum norm_masked { MASKED_NO, MASKED_YES, MASKED_AUTO };
enum norm_over { NORM_OVER_SAMPLE, NORM_OVER_TOKEN };
enum norm_running_var { RUNNING_VAR_UNBIASED, RUNNING_VAR_BIASED, RUNNING_VAR_AUTO };

#define NORM_AUTO   (-1.0) /* eps and momentum: as compat says */
#define NORM_CMA    (-2.0) /* momentum: the cumulative average */
#define NORM_ABSENT (-1)

#define NORM_ALL_SAMPLES 0

struct norm_partition {
    int samples; /* in a group: NORM_ALL_SAMPLES, 1, or a chunk of neighbours; the last may be smaller */
    bool all_positions; /* a group spans all positions of its samples; else it has one */
    int channels;       /* in a group, neighbours; divides C */
};

/* Mean and variance of a group. */
struct norm_moments {
    double mean, var;
};

struct norm_adjustment {
    double factor, offset;
};

struct norm;

/* Returns the factor and offset for a group's xhat in training, from the group's statistics and the running ones before this
 * call. Called once for each group in the forward pass of a training call, by several threads. */
typedef struct norm_adjustment norm_adjust(const struct layer *l, const struct io *io,
                                           const struct norm *m, struct norm_moments batch,
                                           struct norm_moments running);

/* The options of all norms by partition, of which each declares those that it has, and what set-up derives from them. The
 * options struct of such a norm begins with this. */
struct norm {
    int compat, affine, running_var, over, masked;
    double eps, momentum, gamma_init;
    int groups, channels_per_group;

    struct norm_partition partition;
    bool uncentered;     /* set before norm_setup(): the mean counts as 0 */
    norm_adjust *adjust; /* set before norm_setup(), if groups span samples; NULL: none */

    bool running;          /* has running statistics: groups span samples */
    bool by_rows;          /* groups are one position of one sample: by the rows kernels */
    ptrdiff_t gamma, beta; /* offsets in the parameter block; NORM_ABSENT: not there */
    /* Offsets in the state block; NORM_ABSENT: not there. mean and var are [P][C / channels], batches [P], trained [1], with
     * P = S if each position has statistics of its own, else 1. */
    ptrdiff_t mean, var, batches, trained;
    size_t center, mean_low, rstd, factor, offset; /* offsets in saved, of values for each group */
    size_t tasks, slab_moments, slab_counts;       /* offsets in scratch (norm_internal.h) */
};

/* The options that every norm has; affine_default is the default of affine. */
/* clang-format off */
#define NORM_COMMON_OPTIONS NORM_OPTIONS("both")
#define NORM_OPTIONS(affine_default)                                                               \
    {"compat", OPTION_CHOICE, offsetof(struct norm, compat), "torch", 0, 0, "torch|keras|flax",    \
     "the framework whose defaults the other options take"},                                       \
    {"masked", OPTION_CHOICE, offsetof(struct norm, masked), "auto", 0, 0, "0|1|auto",             \
     "1: padding does not count; auto: it counts in nets, and not in apply with a mask"},          \
    {"eps", OPTION_REAL, offsetof(struct norm, eps), "auto", 0, 1, "auto",                         \
     "added to the variance, inside the root (auto: by compat)"},                                  \
    {"affine", OPTION_CHOICE, offsetof(struct norm, affine), affine_default, 0, 0, "both|scale|shift|none", \
     "which of gamma (scale) and beta (shift) are learned"},                                       \
    {"gamma_init", OPTION_REAL, offsetof(struct norm, gamma_init), "1", -1e6, 1e6, NULL,           \
     "initial value of gamma"}

#define NORM_OVER_OPTION                                                                           \
    {"over", OPTION_CHOICE, offsetof(struct norm, over), "sample", 0, 0, "sample|token",           \
     "a statistics group is a whole sample, or one position of it"}
/* clang-format on */

/* The members that every norm's struct layer_type has, besides name, usage, options, resolve, examples and setup. */
#define NORM_MEMBERS                                                                               \
    .preset = "compat", .is_norm = true, .takes_epilogue = true, .reads_mask = true,               \
    .norm = norm_of, .forward = norm_forward, .backward = norm_backward

const struct norm *norm_of(const struct layer *l);
void norm_forward(const struct layer *l, struct io *io);
void norm_backward(const struct layer *l, struct io *io);

/* A norm's `resolve` (layer.h): replaces the auto of eps, momentum and running_var by what compat says, for norms over the
 * batch and for all others. m->uncentered must be set before. */
void norm_resolve_batch(void *options);
void norm_resolve(void *options);

/* Completes the set-up of l, whose options begin with a struct norm. When a group would hold one value, the message ends with
 * advice, which says what to use instead. 0, layer_error() or layer_refuse(). */
int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice);

/* norm_setup() for norms within samples that have NORM_OVER_OPTION. */
int norm_setup_over(struct layer *l, struct setup *s, const char *advice);

#endif
