/* Instance normalization (Ulyanov et al. 2016): a statistics group is a channel of one sample. */
#include "layers/norms/norm.h"

static const struct option options[] = {NORM_COMMON_OPTIONS, {0}};

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup(l, s,
                      (struct norm_partition){.samples = 1, .all_positions = true, .channels = 1},
                      "instancenorm needs more than one position; take layernorm or groupnorm");
}

const struct layer_type layer_instancenorm = {
    .name = "instancenorm",
    .usage = "instance normalization: per sample and channel, over all positions",
    .options = options,
    .resolve = norm_resolve,
    .examples = {"", "affine=none", "compat=flax"},
    .setup = setup,
    NORM_MEMBERS,
};
