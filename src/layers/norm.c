#include "layers/norm.h"
#include <float.h>

LAYER_OPTIONS_FIT(struct norm);

/* The defaults of the three frameworks, by norm_compat. */
static const struct {
    double batch_eps, other_eps, rms_eps, momentum;
    int running_var;
} compat_defaults[] = {
    [COMPAT_TORCH] = {1e-5, 1e-5, FLT_EPSILON, 0.1, RUNNING_VAR_UNBIASED},
    [COMPAT_KERAS] = {1e-3, 1e-3, 1e-6, 0.01, RUNNING_VAR_BIASED},
    [COMPAT_FLAX] = {1e-5, 1e-6, 1e-6, 0.01, RUNNING_VAR_BIASED},
};

static void resolve_auto(struct norm *m, bool batch, bool masked)
{
    if (m->masked == MASKED_AUTO)
        m->masked = masked ? MASKED_YES : MASKED_NO;
    if (m->eps == NORM_AUTO)
        m->eps = batch           ? compat_defaults[m->compat].batch_eps
                 : m->uncentered ? compat_defaults[m->compat].rms_eps
                                 : compat_defaults[m->compat].other_eps;
    if (m->momentum == NORM_AUTO)
        m->momentum = compat_defaults[m->compat].momentum;
    if (m->running_var == RUNNING_VAR_AUTO)
        m->running_var = compat_defaults[m->compat].running_var;
}

static int check_group(const struct layer *l, struct setup *s, struct norm_partition p,
                       const char *advice)
{
    size_t n = p.across_samples ? (size_t)s->min_train_n : 1;
    size_t positions = p.across_positions ? shape_positions(l->in[0]) : 1;
    char shape[48];

    if (n * positions * (size_t)p.channels != 1)
        return 0;
    shape_print(shape, l->in[0]);
    if (p.across_samples)
        return layer_refuse(
            s,
            "a training batch of 1 on shape %s leaves one value per statistics group, "
            "whose variance is undefined; %s",
            shape, advice);
    return layer_refuse(
        s,
        "on shape %s a statistics group holds one value, whose variance is undefined; "
        "%s",
        shape, advice);
}

static void book_tensors(struct layer *l, struct norm *m)
{
    int c = l->in[0].c;

    m->gamma = m->beta = m->mean = m->var = m->batches = NORM_ABSENT;
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SCALE) {
        struct param *gamma = layer_book_param(l, "gamma", PARAM_GAMMA, 1, c);

        gamma->initial = m->gamma_init;
        m->gamma = (ptrdiff_t)gamma->offset;
    }
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SHIFT)
        m->beta = (ptrdiff_t)layer_book_param(l, "beta", PARAM_BETA, 1, c)->offset;
    if (m->partition.across_samples) {
        struct param *var;

        m->mean = (ptrdiff_t)layer_book_state(l, "running_mean", 1, c)->offset;
        var = layer_book_state(l, "running_var", 1, c);
        var->initial = 1;
        m->var = (ptrdiff_t)var->offset;
        if (m->momentum == NORM_CMA)
            m->batches = (ptrdiff_t)layer_book_state(l, "num_batches_tracked", 1, 1)->offset;
    }
}

int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice)
{
    struct norm *m = (struct norm *)l->options;
    struct shape in = l->in[0];
    size_t n = (size_t)s->max_n, c = (size_t)in.c, groups;
    int r = check_group(l, s, partition, advice);

    if (r)
        return r;
    resolve_auto(m, partition.across_samples, s->masked);
    m->partition = partition;
    m->by_rows =
        !partition.across_samples && (!partition.across_positions || shape_positions(in) == 1);
    book_tensors(l, m);
    groups = c / (size_t)partition.channels;
    if (!partition.across_samples)
        groups *= n;
    if (!partition.across_positions)
        groups *= shape_positions(in);
    m->center = layer_book_saved(l, groups * sizeof(real));
    m->rest = layer_book_saved(l, groups * sizeof(real));
    m->rstd = layer_book_saved(l, groups * sizeof(real));
    norm_book_parts(l, m, n);
    l->out = in;
    l->flops = 8.0 * (double)shape_size(in);
    return 0;
}
