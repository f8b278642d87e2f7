/* Root mean square normalization (Zhang & Sennrich 2019): layer normalization without centering, and as a
 * rule without beta. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_OPTIONS("scale"),
    NORM_OVER_OPTION,
    {0},
};

static void resolve(void *options)
{
    struct norm *m = options;

    m->uncentered = true;
    norm_resolve(m);
}

static int setup(struct layer *l, struct setup *s)
{
    const struct norm *m = (const struct norm *)l->options;

    return norm_setup(l, s,
                      (struct norm_partition){.samples = 1,
                                              .all_positions = m->over == NORM_OVER_SAMPLE,
                                              .channels = l->in[0].c},
                      "rmsnorm of one value is its sign; take more channels or over=sample");
}

const struct layer_type layer_rmsnorm = {
    .name = "rmsnorm",
    .usage = "root mean square normalization: layernorm that is not centered, without beta",
    .options = options,
    .preset = "compat",
    .resolve = resolve,
    .is_norm = true,
    .takes_epilogue = true,
    .reads_mask = true,
    .examples = {"", "over=token", "over=token affine=both", "over=sample affine=none",
                 "compat=flax gamma_init=0.5"},
    .setup = setup,
    .norm = norm_of,
    .forward = norm_forward,
    .backward = norm_backward,
};
