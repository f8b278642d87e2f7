/* Root mean square normalization (Zhang & Sennrich 2019): layer normalization without subtracting the mean. By default
 * it has no beta. */
#include "layers/norms/norm.h"

static const struct option options[] = {NORM_OPTIONS("scale"), NORM_OVER_OPTION, {0}};

static void resolve(void *options)
{
    struct norm *m = options;

    m->uncentered = true;
    norm_resolve(m);
}

static int setup(struct layer *l, struct setup *s)
{
    return norm_setup_over(l, s,
                           "rmsnorm of one value is its sign; take more channels or over=sample");
}

const struct layer_type layer_rmsnorm = {
    .name = "rmsnorm",
    .usage =
        "root mean square normalization: layernorm without subtracting the mean, and without beta",
    .options = options,
    .resolve = resolve,
    .examples = {"", "over=token", "over=token affine=both", "over=sample affine=none",
                 "compat=flax gamma_init=0.5"},
    .setup = setup,
    NORM_MEMBERS,
};
