/*
 * Layer normalization (Ba, Kiros & Hinton 2016). over=sample: a group is a whole sample, as in
 * convolutional nets; over=token: the channels of one position, as in transformers.
 */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_OVER_OPTION,
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    const struct norm *m = (const struct norm *)l->options;

    return norm_setup(l, s,
                      (struct norm_partition){.samples = 1,
                                              .all_positions = m->over == NORM_OVER_SAMPLE,
                                              .channels = l->in[0].c},
                      "layernorm needs more than one value; take more channels or over=sample");
}

const struct layer_type layer_layernorm = {
    .name = "layernorm",
    .usage = "layer normalization: per sample over positions and channels, or per position",
    .options = options,
    .preset = "compat",
    .resolve = norm_resolve,
    .is_norm = true,
    .takes_epilogue = true,
    .reads_mask = true,
    .examples = {"", "over=token", "over=token affine=none", "over=sample affine=scale",
                 "compat=keras affine=shift"},
    .setup = setup,
    .norm = norm_of,
    .forward = norm_forward,
    .backward = norm_backward,
};
