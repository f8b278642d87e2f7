/* Batch normalization (Ioffe & Szegedy 2015): a statistics group is one channel over the whole batch and all positions.
 * With over=step it is one channel over the batch at one time step (Laurent et al. 2016; Cooijmans et al. 2016).
 *
 * With ghost=G (ghost batch normalization, Hoffer, Hubara & Soudry 2017, algorithm 1) the batch is cut into chunks of G
 * samples, and each chunk has statistics of its own. The last chunk has the samples that are left, fewer than G when G
 * does not divide the batch. Each training call updates the running statistics once, by the mean over the chunks,
 * weighted by their sizes. (Hoffer et al. update them chunk by chunk.) So ghost=B/W gives what W data-parallel workers
 * give when they share a batch of B and do not synchronize their statistics. With running=first, only the first chunk
 * updates them, as with PyTorch's DistributedDataParallel, which keeps the buffers of the first worker.
 *
 * Data-parallel workers (key workers of a trial) each have statistics of their own, as with ghost=B/W, or with sync=1
 * those of the whole batch (norm.h).
 *
 * scale=l1 and scale=linf divide by other deviations than the standard deviation (norm.h). */
#include "layers/norms/norm.h"

enum over { OVER_ALL, OVER_STEP };

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    NORM_MOMENTUM_OPTION,
    NORM_RUNNING_VAR_OPTION("", "; no effect with scale=l1 or linf"),
    {"over", OPTION_CHOICE, offsetof(struct norm, over), "all", 0, 0, "all|step",
     "a statistics group has all positions, or one time step of a sequence"},
    {"ghost", OPTION_INT, offsetof(struct norm, ghost), "0", 0, 1 << 20, NULL,
     "samples in a statistics group, 0: the whole batch; the last group of a batch may be smaller, and "
     "gives beta when it has one value"},
    {"running", OPTION_CHOICE, offsetof(struct norm, running_of), "mean", 0, 0, "mean|first",
     "ghost: the running statistics average the mean over the chunks, or the first chunk alone"},
    {"scale", OPTION_CHOICE, offsetof(struct norm, scale), "var", 0, 0, "var|l1|linf",
     "divide by the root of the variance, by the mean |x - mean| times sqrt(pi/2), or by the largest"},
    NORM_SYNC_OPTION,
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    const struct norm *m = norm_of(l);
    bool step = m->over == OVER_STEP;
    struct norm_partition p = {.samples = m->ghost > 0 ? m->ghost : NORM_ALL_SAMPLES,
                               .all_positions = !step,
                               .channels = 1,
                               .over_batch = true};

    if (step && l->in[0].rank != 2)
        return layer_error(s, "over=step takes a sequence [T][C]; its input has rank %d",
                           l->in[0].rank);
    return norm_setup(l, s, p,
                      m->ghost > 0
                          ? "take a ghost of 2 or more that leaves no last chunk of one sample"
                          : "take a batch of 2 or more, or layernorm or groupnorm");
}

const struct layer_type layer_batchnorm = {
    .name = "batchnorm",
    .usage =
        "batch normalization: per channel, over the batch or chunks of it, and all positions or one time step",
    .options = options,
    .resolve = norm_resolve_batch,
    .examples = {"", "affine=none eps=1e-3", "momentum=cma affine=scale",
                 "compat=keras affine=shift", "running_var=biased momentum=0.3 gamma_init=0.5",
                 "ghost=2 running=first", "scale=l1", "sync=1 momentum=0.2"},
    .setup = setup,
    NORM_MEMBERS,
};
