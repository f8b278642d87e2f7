/*
 * A norm is a partition of [N][S][C] into statistics groups. norm_setup() takes the partition and
 * gives the layer everything else; a norm's own file holds its options and its partition, no more.
 *
 * Each group is standardized by its own mean and (biased) variance,
 *   xhat = (x - mean) / sqrt(var + eps),   y = gamma_c * xhat + beta_c
 * (Ioffe & Szegedy 2015, algorithm 1), and in backward, with g = gamma_c * dy and averages over the
 * group,
 *   dx = (g - avg(g) - xhat * avg(g * xhat)) / sqrt(var + eps).
 * Not centered (rmsnorm), mean counts as 0, var is the mean square, and avg(g) falls away.
 * With masked=1 a mask changes which positions count in the averages and in mean and var; y is computed
 * at every position, so padded positions get their exact gradient, too. A group without any position that
 * counts gives beta. One with a single value that counts gives beta there, for its variance is 0, and padding
 * comes out large: gamma / sqrt(eps) times its offset from that value. Groups that hold a single position
 * (layernorm over=token) are what they are with any mask.
 */
#ifndef NORMLAB_LAYERS_NORM_H
#define NORMLAB_LAYERS_NORM_H

#include "layers/layer.h"

enum norm_compat { COMPAT_TORCH, COMPAT_KERAS, COMPAT_FLAX };
enum norm_affine { AFFINE_BOTH, AFFINE_SCALE, AFFINE_SHIFT, AFFINE_NONE };
enum norm_masked { MASKED_NO, MASKED_YES, MASKED_AUTO };
enum norm_over { NORM_OVER_SAMPLE, NORM_OVER_TOKEN };
enum norm_running_var { RUNNING_VAR_UNBIASED, RUNNING_VAR_BIASED, RUNNING_VAR_AUTO };

#define NORM_AUTO   (-1.0) /* eps and momentum: as compat says */
#define NORM_CMA    (-2.0) /* momentum: the cumulative average */
#define NORM_ABSENT (-1)

struct norm_partition {
    bool across_samples;   /* a group spans the batch; has running statistics */
    bool across_positions; /* a group spans the positions of a sample */
    int channels;          /* in a group; divides C */
};

/* The options of all norms (each declares those that it has) and what set-up derives from them; where
 * partition.channels is 0, the norm goes by something else. A norm's options begin with this. */
struct norm {
    int compat, affine, running_var, over, masked;
    double eps, momentum, gamma_init;
    int groups, channels_per_group;

    struct norm_partition partition;
    bool uncentered;              /* rmsnorm: the mean counts as 0 */
    bool by_rows;                 /* groups hold one position: use the rows kernels */
    ptrdiff_t gamma, beta;        /* offsets in the parameter block, NORM_ABSENT: not there */
    ptrdiff_t mean, var, batches; /* offsets in the state block of the running statistics */
    size_t center, rest, rstd;    /* offsets in saved: [groups] each */
    size_t parts;                 /* offset in scratch */
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

/* Completes the set-up of l, whose options are a struct norm. advice says what to use instead
 * where a group would hold one element. 0, or layer_refuse(). */
int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice);

/* Books the scratch memory of the passes (norm_call.c), for calls with up to max_n samples. */
void norm_book_parts(struct layer *l, struct norm *m, size_t max_n);

void norm_forward(const struct layer *l, struct io *io);
void norm_backward(const struct layer *l, struct io *io);

#endif
