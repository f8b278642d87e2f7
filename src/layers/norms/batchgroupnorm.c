/* Batch group normalization (Zhou et al. 2020; Summers & Dinneen 2020): a statistics group is C / groups neighbouring
 * channels of a chunk of samples, at all positions. The norm lies between batch and group normalization:
 *   groups=C              computes what batchnorm does (with samples=G: batchnorm ghost=G)
 *   samples=1             computes what groupnorm does, and has no running statistics
 * samples=0 is the whole batch, as in Zhou et al. Other numbers are the chunks of Summers & Dinneen.
 *
 * Zhou et al. divide the values of a sample, channel after channel, into groups, so that a group may also be a part of a
 * channel. Here a group always has whole channels.
 *
 * Running statistics are those of each group of channels; with several chunks they are averaged as batchnorm's with
 * ghost=G are (norm.h). */
#include "layers/norms/norm.h"

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_GROUPS_OPTIONS,
    {"samples", OPTION_INT, offsetof(struct norm, ghost), "0", 0, 1 << 20, NULL,
     "samples in a statistics group, 0: the whole batch; the last group of a batch may be smaller"},
    NORM_MOMENTUM_OPTION,
    NORM_SYNC_OPTION,
    NORM_RUNNING_VAR_OPTION("", ""),
    {0},
};

static void resolve(void *options)
{
    struct norm *m = options;

    norm_resolve_groups(m);
    if (m->ghost == 1) {
        norm_resolve(m);
        norm_resolve_no_running(m);
    } else {
        norm_resolve_batch(m);
    }
}

static int setup(struct layer *l, struct setup *s)
{
    const struct norm *m = norm_of(l);

    if (norm_set_groups(l, s))
        return -1;
    return norm_setup(l, s,
                      (struct norm_partition){.samples = m->ghost > 0 ? m->ghost : NORM_ALL_SAMPLES,
                                              .all_positions = true,
                                              .channels = m->channels_per_group},
                      m->ghost > 1 ? "take fewer groups, or samples that leave no last chunk of one"
                                   : "take fewer groups");
}

const struct layer_type layer_batchgroupnorm = {
    .name = "batchgroupnorm",
    .usage =
        "batch group normalization: over the channels of a group, all positions, and the batch or chunks of it",
    .options = options,
    .resolve = resolve,
    .examples = {"groups=2", "groups=4 affine=none", "groups=1 momentum=cma", "groups=2 samples=2",
                 "channels_per_group=1 samples=1", "groups=2 compat=keras"},
    .setup = setup,
    NORM_MEMBERS,
};
