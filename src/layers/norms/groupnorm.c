/* Group normalization (Wu & He 2018): a statistics group is C / groups neighbouring channels of one sample. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_GROUPS_OPTIONS,
    {0},
};

static void resolve(void *options)
{
    norm_resolve_groups(options);
    norm_resolve(options);
}

static int setup(struct layer *l, struct setup *s)
{
    if (norm_set_groups(l, s))
        return -1;
    return norm_setup(l, s,
                      (struct norm_partition){.samples = 1,
                                              .all_positions = true,
                                              .channels = norm_of(l)->channels_per_group},
                      "take fewer groups or more channels");
}

const struct layer_type layer_groupnorm = {
    .name = "groupnorm",
    .usage = "group normalization: per sample, over all positions and the channels of a group",
    .options = options,
    .resolve = resolve,
    .examples = {"groups=1", "groups=2", "channels_per_group=1", "groups=2 affine=none"},
    .setup = setup,
    NORM_MEMBERS,
};
