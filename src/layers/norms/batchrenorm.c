/* Batch renormalization (Ioffe 2017, algorithm 1): batchnorm, but in training the standardized values are adjusted to
 * those that the running statistics would give,
 *   y = gamma * (r * xhat + d) + beta,
 *   r = sd / running sd, within [1 / R, R];   d = (mean - running mean) / running sd, within [-D, D],
 * with sd = sqrt(var + eps) of the batch, and the running statistics before this batch. Backward takes r and d as
 * constants. Inference is that of batchnorm.
 *
 * The limits R and D grow with the number t of earlier training calls, as in the paper's experiments. W = warmup:
 *   R = 1 and D = 0, which is batchnorm, for t <= W;
 *   R grows linearly to rmax at t = 8 W, D grows linearly to dmax at t = 5 W.
 * So warmup=5000 gives the limits of the paper, which reach 3 after 40,000 steps and 5 after 25,000. With warmup=0, R is
 * rmax and D is dmax from the first call on. t is the state tensor `steps`; inference does not change it.
 *
 * As in the paper, sd is averaged: running_var is the square of the average, less eps (norm.h). Keras 3's
 * BatchNormalization(renorm=True) with renorm_momentum = momentum and rmin = 1 / rmax does the same, without a warm-up.
 * With average=var the variance is averaged, as batchnorm does; rmax=1 dmax=0 average=var is batchnorm. The paper's
 * momentum is .01; the default here is that of batchnorm.
 *
 * When the running sd is 0, which is possible with eps=0 only, r is 1 and d is 0. */
#include "layers/norms/norm.h"
#include <math.h>

struct batchrenorm {
    struct norm norm; /* must be the first member */
    double rmax, dmax;
    int warmup;
    ptrdiff_t steps; /* offset in the state block, or NORM_ABSENT */
};
LAYER_OPTIONS_FIT(struct batchrenorm);

/* The limits reach rmax and dmax at these multiples of warmup. */
enum { R_END = 8, D_END = 5 };

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_MOMENTUM_OPTION,
    NORM_SYNC_OPTION,
    {"average", OPTION_CHOICE, offsetof(struct norm, average_sd), "sd", 0, 0, "var|sd",
     "whether running statistics average the variance or the standard deviation"},
    NORM_RUNNING_VAR_OPTION("average=var: ", ""),
    {"rmax", OPTION_REAL, offsetof(struct batchrenorm, rmax), "3", 1, 1e6, NULL,
     "the largest factor r by which standardized values are corrected; the least is 1/rmax"},
    {"dmax", OPTION_REAL, offsetof(struct batchrenorm, dmax), "5", 0, 1e6, NULL,
     "the largest shift d by which they are corrected"},
    /* At most 2^20, because a float counts 2^20 * R_END steps exactly. */
    {"warmup", OPTION_INT, offsetof(struct batchrenorm, warmup), "100", 0, 1 << 20, NULL,
     "steps of plain batchnorm; then limits grow, to dmax at 5 times as many and to rmax at 8 times"},
    {0},
};

static const struct batchrenorm *renorm_of(const struct layer *l)
{
    return (const struct batchrenorm *)l->options;
}

static void resolve(void *options)
{
    enum { WARMUP_DEFAULT = 100 };
    struct batchrenorm *b = options;

    if (b->rmax == 1 && b->dmax == 0)
        b->warmup = WARMUP_DEFAULT; /* no effect, as there is nothing to grow */
    if (b->norm.average_sd)
        b->norm.running_var = RUNNING_VAR_UNBIASED; /* no effect, in any framework */
    norm_resolve_batch(options);
}

/* Returns the limit at step t. It grows from `from`, at the end of the warm-up, to `to` at step `end` * warmup. */
static double limit_at(double t, int warmup, int end, double from, double to)
{
    double progress = warmup == 0 ? 1 : (t / warmup - 1) / (end - 1);

    return from + (to - from) * fmin(1, fmax(0, progress));
}

static struct norm_adjustment adjust(const struct layer *l, const struct io *io,
                                     const struct norm *m, struct norm_moments batch,
                                     struct norm_moments running)
{
    const struct batchrenorm *b = renorm_of(l);
    double t = b->steps >= 0 ? io->state[b->steps] : 0,
           rmax = limit_at(t, b->warmup, R_END, 1, b->rmax),
           dmax = limit_at(t, b->warmup, D_END, 0, b->dmax), sd = sqrt(running.var + m->eps);

    if (!(sd > 0))
        return (struct norm_adjustment){1, 0};
    return (struct norm_adjustment){
        fmin(rmax, fmax(1 / rmax, sqrt(batch.var + m->eps) / sd)),
        fmin(dmax, fmax(-dmax, (batch.mean - running.mean) / sd)),
    };
}

static int setup(struct layer *l, struct setup *s)
{
    struct batchrenorm *b = (struct batchrenorm *)l->options;
    int r;

    b->norm.adjust = adjust;
    r = norm_setup(
        l, s,
        (struct norm_partition){
            .samples = NORM_ALL_SAMPLES, .all_positions = true, .channels = 1, .over_batch = true},
        "take a batch of 2 or more, or layernorm or groupnorm");
    b->steps = NORM_ABSENT;
    if (r == 0 && b->warmup > 0)
        b->steps = layer_book_count(l, "steps", 1);
    return r;
}

static void count_step(const struct layer *l, struct io *io)
{
    ptrdiff_t steps = renorm_of(l)->steps;

    if (steps >= 0 && io->training && io->norm_stats == NORM_STATS_USUAL)
        io->state[steps] += 1;
}

static void forward(const struct layer *l, struct io *io)
{
    norm_forward(l, io);
    if (io->round == ROUND_ONLY)
        count_step(l, io);
}

static void fold(const struct layer *l, const struct io *io, bool backward)
{
    norm_sharing.fold(l, io, backward);
}

static void learn(const struct layer *l, struct io *io)
{
    norm_sharing.learn(l, io);
    count_step(l, io);
}

static const struct sharing sharing = {fold, learn};

const struct layer_type layer_batchrenorm = {
    .name = "batchrenorm",
    .usage =
        "batch renormalization: batchnorm, corrected in training towards the running statistics",
    .options = options,
    .preset = "compat",
    .resolve = resolve,
    .is_norm = true,
    .norm = norm_of,
    .takes_epilogue = true,
    .reads_mask = true,
    /* Backward takes r and d as constants, but finite differences do not. So tests of gradients need the limits 1 and
     * 0. */
    .examples = {"", "warmup=1 momentum=cma affine=scale", "warmup=1 rmax=1.5 affine=none",
                 "rmax=1 dmax=0 momentum=0.3", "compat=keras affine=shift"},
    .setup = setup,
    .forward = forward,
    .backward = norm_backward,
    .sharing = &sharing,
};
