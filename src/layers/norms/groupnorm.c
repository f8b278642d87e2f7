/* Group normalization (Wu & He 2018): a statistics group is C / groups neighbouring channels of one sample. */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"groups", OPTION_INT, offsetof(struct norm, groups), "auto", 1, 1 << 20, "auto",
     "number of groups; it divides the channels (auto: 8)"},
    {"channels_per_group", OPTION_INT, offsetof(struct norm, channels_per_group), "auto", 1,
     1 << 20, "auto", "channels in each group, instead of groups"},
    {0},
};

enum { GROUPS_DEFAULT = 8 };

static void resolve(void *options)
{
    struct norm *m = options;

    if (m->groups < 0 && m->channels_per_group < 0)
        m->groups = GROUPS_DEFAULT;
    norm_resolve(m);
}

static int setup(struct layer *l, struct setup *s)
{
    struct norm *m = (struct norm *)l->options;
    int c = l->in[0].c;

    if (m->groups > 0 && m->channels_per_group > 0)
        return layer_error(s, "groups and channels_per_group exclude each other; give one");
    if (m->channels_per_group > 0) {
        if (c % m->channels_per_group)
            return layer_error(s, "channels_per_group=%d does not divide the %d channels",
                               m->channels_per_group, c);
        m->groups = c / m->channels_per_group;
    } else {
        if (c % m->groups)
            return layer_error(s, "groups=%d does not divide the %d channels", m->groups, c);
        m->channels_per_group = c / m->groups;
    }
    return norm_setup(l, s,
                      (struct norm_partition){
                          .samples = 1, .all_positions = true, .channels = m->channels_per_group},
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
