/* Layer normalization of each head (RetNet, Sun et al. 2023, equation 8; xLSTM, Beck et al. 2024): a statistics group is
 * the C / heads neighbouring channels of one head, at one position. This is GroupNorm applied to each position
 * separately. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"heads", OPTION_INT, offsetof(struct norm, groups), "4", 1, 1024, NULL,
     "number of heads; it divides the channels"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    int c = l->in[0].c, heads = norm_of(l)->groups;
    struct norm_partition p = {.samples = 1, .all_positions = false, .channels = c / heads};

    if (c % heads)
        return layer_error(s, "heads=%d does not divide the %d channels", heads, c);
    return norm_setup(l, s, p, "take fewer heads or more channels");
}

const struct layer_type layer_headnorm = {
    .name = "headnorm",
    .usage = "layer normalization of each head: per position, over the channels of a head",
    .options = options,
    .resolve = norm_resolve,
    .examples = {"heads=2 eps=0.1", "heads=1 affine=none", "heads=2 eps=0.3 affine=scale"},
    .setup = setup,
    NORM_MEMBERS,
};
