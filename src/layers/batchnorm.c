/* Batch normalization (Ioffe & Szegedy 2015): a statistics group is a channel over the whole batch.
 */
#include "layers/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "auto", 0, 1, "auto|cma",
     "weight of the new batch in the running statistics; cma: their cumulative average"},
    {"running_var", OPTION_CHOICE, offsetof(struct norm, running_var), "auto", 0, 0,
     "unbiased|biased|auto", "which batch variance the running one averages"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup(l, s, (struct norm_partition){true, true, 1},
                      "take a batch of 2 or more, or layernorm or groupnorm");
}

const struct layer_type layer_batchnorm = {
    .name = "batchnorm",
    .usage = "batch normalization: per channel over the batch and all positions",
    .options = options,
    .is_norm = true,
    .takes_epilogue = true,
    .examples = {"", "affine=none eps=1e-3", "momentum=cma affine=scale",
                 "compat=keras affine=shift", "running_var=biased momentum=0.3 gamma_init=0.5"},
    .setup = setup,
    .forward = norm_forward,
    .backward = norm_backward,
};
