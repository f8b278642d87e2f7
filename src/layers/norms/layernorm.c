/* Layer normalization (Ba, Kiros & Hinton 2016). With over=sample a statistics group is a whole sample, as in
 * convolutional nets. With over=token it is all channels of one position, as in transformers. */
#include "layers/norms/norm.h"

static const struct option options[] = {NORM_COMMON_OPTIONS, NORM_OVER_OPTION, {0}};

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup_over(
        l, s, "layernorm needs more than one value; take more channels or over=sample");
}

const struct layer_type layer_layernorm = {
    .name = "layernorm",
    .usage =
        "layer normalization: per sample, over positions and channels, or per position, over channels",
    .options = options,
    .resolve = norm_resolve,
    .examples = {"", "over=token", "over=token affine=none", "over=sample affine=scale",
                 "compat=keras affine=shift"},
    .setup = setup,
    NORM_MEMBERS,
};
