/*
 * A norm is a partition of [N][S][C] into statistics groups. norm_setup() takes the partition and
 * gives the layer everything else; a norm's own file holds its options and its partition, no more.
 *
 * Each group is standardized by its own mean and (biased) variance,
 *   xhat = (x - mean) / sqrt(var + eps),   y = gamma_c * xhat + beta_c
 * (Ioffe & Szegedy 2015, algorithm 1), and in backward, with g = gamma_c * dy and averages over the
 * group,
 *   dx = (g - avg(g) - xhat * avg(g * xhat)) / sqrt(var + eps).
 * Not centered (rmsnorm), mean counts as 0, var is the mean square, and avg(g) is left out.
 * A norm may adjust the standardized value of each group in training: y = gamma_c * (factor * xhat +
 * offset) + beta_c, with a factor and an offset that are constants in backward (norm_adjust).
 *
 * Where a group spans samples, running averages of mean and variance are kept, a pair for each group of a
 * chunk of samples, and inference goes by them. Several chunks give the average of theirs, weighted by the
 * number of their values. The running variance of an uncentered norm is of the mean square, which has no
 * bias: running_var says nothing there. Groups of one position have running averages for each position; a
 * position that no training call had two values of has none, and inference takes those of the last position
 * before it that has: the state tensor steps_trained counts the positions up to the last that has. (Padding
 * stands behind, so if one has statistics, so have all before it.)
 *
 * With masked=1 a mask changes which positions count in the averages and in mean and var; y is computed
 * at every position, so padded positions get their exact gradient, too. A group without any position that
 * counts gives beta. One with a single value that counts gives beta there, for its variance is 0, and padding
 * comes out large: gamma / sqrt(eps) times its offset from that value. The groups of a norm per position and
 * sample (layernorm over=token) are what they are with any mask.
 *
 * Set-up refuses a group of one value in the smallest batch of training. In a larger batch the last chunk of samples may
 * still have one: it gives beta.
 *
 * With eps=0, a group without variance gives beta, as with any other eps; so does one whose standard
 * deviation is so small that its inverse is beyond the largest real.
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
    /* In a group: NORM_ALL_SAMPLES of the batch, chunks of so many neighbouring ones, of which the last may
     * have fewer, or 1. All but 1 have running statistics. */
    int samples;
    bool all_positions; /* a group spans the positions of a sample; else it is of one */
    int channels;       /* in a group, neighbouring ones; divides C */
};

/* Mean and variance of a group. */
struct norm_moments {
    double mean, var;
};

struct norm_adjustment {
    double factor, offset;
};

struct norm;

/* What training makes of a group's xhat, from the statistics of the group and from the running ones as they
 * were before this call. Called once for each group in a training call's forward pass, by several threads. */
typedef struct norm_adjustment norm_adjust(const struct layer *l, const struct io *io,
                                           const struct norm *m, struct norm_moments batch,
                                           struct norm_moments running);

/* The options of all norms by partition (each declares those that it has) and what set-up derives from them.
 * Such a norm's options begin with this, and its type has .norm = norm_of. */
struct norm {
    int compat, affine, running_var, over, masked;
    double eps, momentum, gamma_init;
    int groups, channels_per_group;

    struct norm_partition partition;
    bool uncentered;     /* set before norm_setup(): the mean counts as 0 */
    norm_adjust *adjust; /* set before norm_setup(), where groups span samples; NULL: none */

    bool running;          /* has running statistics */
    bool by_rows;          /* groups are of one position and sample: use the rows kernels */
    ptrdiff_t gamma, beta; /* offsets in the parameter block, NORM_ABSENT: not there */
    /* Offsets in the state block, NORM_ABSENT: not there. [P][C / channels], and batches and trained:
     * [P] and [1], with P = 1 where a group spans positions, else S. */
    ptrdiff_t mean, var, batches, trained;
    size_t center, rest, rstd, factor, offset; /* offsets in saved: [units][C / channels] each */
    size_t parts, unit_moments, unit_counts;   /* offsets in scratch */
};

/* The rows of an option table that every norm has; affine_default: of affine. */
/* clang-format off */
#define NORM_COMMON_OPTIONS NORM_OPTIONS("both")
#define NORM_OPTIONS(affine_default)                                                               \
    {"compat", OPTION_CHOICE, offsetof(struct norm, compat), "torch", 0, 0, "torch|keras|flax",    \
     "whose defaults the other options take"},                                                     \
    {"masked", OPTION_CHOICE, offsetof(struct norm, masked), "auto", 0, 0, "0|1|auto",             \
     "1: padded positions do not count; auto: they do in a net, apply goes by its mask"},          \
    {"eps", OPTION_REAL, offsetof(struct norm, eps), "auto", 0, 1, "auto",                         \
     "added to the variance, inside the root (auto: as compat)"},                                  \
    {"affine", OPTION_CHOICE, offsetof(struct norm, affine), affine_default, 0, 0, "both|scale|shift|none", \
     "which of gamma (scale) and beta (shift) are learned"},                                       \
    {"gamma_init", OPTION_REAL, offsetof(struct norm, gamma_init), "1", -1e6, 1e6, NULL,           \
     "first value of gamma"}

#define NORM_OVER_OPTION                                                                           \
    {"over", OPTION_CHOICE, offsetof(struct norm, over), "sample", 0, 0, "sample|token",           \
     "a group is all of a sample, or one position of it"}
/* clang-format on */

/* The norm of a layer whose options begin with a struct norm: what such a type's .norm is. */
const struct norm *norm_of(const struct layer *l);

/* A norm's `resolve` (layer.h): eps, momentum and running_var as compat says. Of those over the batch, and of the
 * others; whether a norm is `uncentered` is known before. */
void norm_resolve_batch(void *options);
void norm_resolve(void *options);

/* Completes the set-up of l, whose options begin with a struct norm. advice says what to use instead
 * where a group would hold one element. 0, layer_error() or layer_refuse(). */
int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice);

/* Books the scratch and saved memory of the passes (norm_call.c), for calls with up to max_n samples. */
void norm_book_memory(struct layer *l, struct norm *m, size_t max_n);

void norm_forward(const struct layer *l, struct io *io);
void norm_backward(const struct layer *l, struct io *io);

#endif
