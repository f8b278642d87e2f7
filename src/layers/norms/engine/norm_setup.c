/* Set-up of norms: options, checks of the partition, and tensors. */
#include "base/error.h"
#include "layers/norms/custom_norm.h"
#include "layers/norms/engine/norm_internal.h"
#include <float.h>
#include <math.h>

LAYER_OPTIONS_FIT(struct norm);

/* The defaults of the three frameworks, indexed by enum norm_compat. batch_eps is for norms over the batch, rms_eps for
 * uncentered norms, other_eps for all others. */
static const struct {
    double batch_eps, other_eps, rms_eps, momentum;
    int running_var;
} compat_defaults[] = {
    [COMPAT_TORCH] = {1e-5, 1e-5, FLT_EPSILON, 0.1, RUNNING_VAR_UNBIASED},
    [COMPAT_KERAS] = {1e-3, 1e-3, 1e-6, 0.01, RUNNING_VAR_BIASED},
    [COMPAT_FLAX] = {1e-5, 1e-6, 1e-6, 0.01, RUNNING_VAR_BIASED},
};

/* The first value of eps_l (Singh & Krishnan 2020). */
static const double EPS_INIT = 1e-4;

static bool has_gamma(const struct norm *m)
{
    return m->affine == AFFINE_BOTH || m->affine == AFFINE_SCALE;
}

/* norm_resolve_batch() with over_batch = true, else norm_resolve(). */
static void resolve(struct norm *m, bool over_batch)
{
    if (m->eps == NORM_AUTO)
        m->eps = over_batch      ? compat_defaults[m->compat].batch_eps
                 : m->uncentered ? compat_defaults[m->compat].rms_eps
                                 : compat_defaults[m->compat].other_eps;
    if (m->momentum == NORM_AUTO)
        m->momentum = compat_defaults[m->compat].momentum;
    if (m->running_var == RUNNING_VAR_AUTO || m->scale != NORM_SCALE_VAR)
        m->running_var = compat_defaults[m->compat].running_var;
    if (m->ghost == 0)
        m->running_of = RUNNING_OF_MEAN; /* the default, as there is one chunk */
    if (!has_gamma(m))
        m->gamma_init = 1; /* the default, as the option has no effect */
}

void norm_resolve(void *options)
{
    resolve(options, false);
}

void norm_resolve_batch(void *options)
{
    resolve(options, true);
}

void norm_resolve_no_running(struct norm *m)
{
    m->momentum = compat_defaults[COMPAT_TORCH].momentum;
    m->running_var = compat_defaults[COMPAT_TORCH].running_var;
}

void norm_resolve_groups(struct norm *m)
{
    enum { GROUPS_DEFAULT = 8 };

    if (m->groups < 0 && m->channels_per_group < 0)
        m->groups = GROUPS_DEFAULT;
}

int norm_set_groups(struct layer *l, struct setup *s)
{
    struct norm *m = (struct norm *)l->options;
    int c = l->in[0].c;

    if (m->groups > 0 && m->channels_per_group > 0)
        return layer_error(s, "groups and channels_per_group exclude each other; give one");
    if (m->channels_per_group > 0) {
        if (c % m->channels_per_group)
            return layer_error(s, "channels_per_group=%d does not divide the %d channel%s",
                               m->channels_per_group, c, plural(c));
        m->groups = c / m->channels_per_group;
    } else {
        if (c % m->groups)
            return layer_error(s, "groups=%d does not divide the %d channel%s", m->groups, c,
                               plural(c));
        m->channels_per_group = c / m->groups;
    }
    return 0;
}

/* Returns the number of samples in the smallest group of a training batch of min_train_n samples. The last chunk of the
 * batch may be smaller than the others. Returns 0 for a norm over the batch that is not trained, as it has no groups. */
static int smallest_chunk(struct norm_partition p, int min_train_n)
{
    int samples = p.samples;

    if (samples == 1)
        return p.over_batch && min_train_n == 0 ? 0 : 1;
    if (samples == NORM_ALL_SAMPLES || samples > min_train_n)
        return min_train_n;
    return min_train_n % samples ? min_train_n % samples : samples;
}

const struct norm *norm_within(const struct layer *l)
{
    if (l->type->norm)
        return l->type->norm(l);
    return l->type->inner_norm ? l->type->inner_norm(l) : NULL;
}

bool norm_takes_own(const struct norm *m)
{
    return !m->running || (m->scale == NORM_SCALE_VAR && !m->custom);
}

bool norm_takes_batch(const struct layer *l, int n)
{
    const struct norm *m = norm_within(l);
    size_t positions;

    if (!m || !m->running)
        return l->states == 0 || n > 1; /* a layer with state of its own may need two samples */
    positions = l->type->norm && m->partition.all_positions ? shape_positions(l->in[0]) : 1;
    return (size_t)smallest_chunk(m->partition, n) * positions * (size_t)m->partition.channels > 1;
}

/* Returns 0 when the passes can carry out the partition and no group has one value; else -1 or REFUSED with a message.
 * Groups of one value are allowed when advice is NULL or the norm learns its eps. */
static int check_partition(const struct layer *l, struct setup *s, struct norm_partition p,
                           const char *advice)
{
    int n = smallest_chunk(p, s->min_train_n);
    size_t positions = p.all_positions ? shape_positions(l->in[0]) : 1;
    static const char undefined[] = "whose variance is undefined";
    char shape[48];

    if (p.samples < 0)
        return layer_error(s, "a statistics group cannot have %d sample%s", p.samples,
                           plural(p.samples));
    if (p.channels < 1 || l->in[0].c % p.channels)
        return layer_error(s, "a statistics group of %d channel%s does not divide the %d channel%s",
                           p.channels, plural(p.channels), l->in[0].c, plural(l->in[0].c));
    if (!advice || (size_t)n * positions * (size_t)p.channels != 1 || norm_of(l)->learn_eps)
        return 0;
    shape_print(shape, l->in[0]);
    if (p.samples == 1)
        return layer_refuse(s, "on shape %s a statistics group holds one value, %s; %s", shape,
                            undefined, advice);
    return layer_refuse(
        s, "a training batch of %d on shape %s leaves one value in a statistics group, %s; %s",
        s->min_train_n, shape, undefined, advice);
}

/* Sets the first value of a tensor's elements. Returns the tensor's offset in its block. */
static ptrdiff_t set_initial(struct param *p, double initial)
{
    p->initial = initial;
    return (ptrdiff_t)p->offset;
}

/* Books the state tensor of a running statistic: [positions][groups] if each position has its own statistics, else
 * [groups]. Returns its offset. */
static ptrdiff_t book_running(struct layer *l, const struct norm *m, const char *name,
                              double initial)
{
    int groups = l->in[0].c / m->partition.channels, positions = (int)shape_positions(l->in[0]);

    if (m->partition.all_positions)
        return set_initial(layer_book_state(l, name, 1, groups), initial);
    return set_initial(layer_book_state(l, name, 2, positions, groups), initial);
}

/* Books gamma, beta and eps_l, as far as the norm has them. */
static void book_affine(struct layer *l, struct norm *m)
{
    int c = l->in[0].c;

    if (has_gamma(m) && m->shared_gamma)
        m->gamma =
            set_initial(layer_book_param(l, "gamma", PARAM_GAMMA, 1, 1), m->gamma_init * sqrt(c));
    else if (has_gamma(m))
        m->gamma = set_initial(layer_book_param(l, "gamma", PARAM_GAMMA, 1, c), m->gamma_init);
    if (m->affine == AFFINE_BOTH || m->affine == AFFINE_SHIFT)
        m->beta = set_initial(layer_book_param(l, "beta", PARAM_BETA, 1, c), 0);
    if (m->learn_eps)
        m->eps_l = set_initial(layer_book_param(l, "eps", PARAM_OTHER, 1, c), EPS_INIT);
}

/* Books the tensors of the running statistics, if the norm has any. */
static void book_state(struct layer *l, struct norm *m, bool with_mean)
{
    int positions = (int)shape_positions(l->in[0]);
    bool per_position = !m->partition.all_positions;

    if (!m->running)
        return;
    if (with_mean)
        m->mean = book_running(l, m, "running_mean", 0);
    m->var = book_running(l, m, "running_var", 1);
    l->state[l->states - 1].domain = PARAM_NOT_NEGATIVE;
    if (m->momentum == NORM_CMA)
        m->batches = layer_book_count(l, "num_batches_tracked", per_position ? positions : 1);
    if (per_position)
        m->trained = layer_book_count(l, "steps_trained", 1);
}

const struct norm *norm_of(const struct layer *l)
{
    return (const struct norm *)l->options;
}

/* The first part of set-up, which is the same for norms by partition and for custom norms. */
static int begin_setup(struct layer *l, struct setup *s, struct norm_partition partition,
                       const char *advice)
{
    struct norm *m = (struct norm *)l->options;
    int r = check_partition(l, s, partition, advice);

    if (r)
        return r;
    if (m->masked == MASKED_AUTO)
        m->masked = s->masked ? MASKED_YES : MASKED_NO;
    if (m->eps == NORM_AUTO)
        BUG("%s has no .resolve: take norm_resolve or norm_resolve_batch", l->type->name);
    m->partition = partition;
    m->running = partition.over_batch || partition.samples != 1;
    m->gamma = m->beta = m->eps_l = m->mean = m->var = m->batches = m->trained = NORM_ABSENT;
    book_affine(l, m);
    l->out = l->in[0];
    l->flops = 8.0 * (double)shape_size(l->in[0]);
    return 0;
}

int norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
               const char *advice)
{
    struct norm *m = (struct norm *)l->options;
    struct shape in = l->in[0];
    int r = norm_check_workers(l, s, &partition);

    if (s->workers > 0 && partition.samples > 0 && partition.over_batch && advice)
        advice = "give each worker more samples, or let workers share their statistics by sync=1";
    if (r == 0)
        r = begin_setup(l, s, partition, advice);
    if (r)
        return r;
    m->by_rows =
        !m->running && !m->learn_eps && (!partition.all_positions || shape_positions(in) == 1);
    if (m->scale != NORM_SCALE_VAR && (!m->running || m->uncentered))
        BUG("%s has a scale that only centered norms over the batch can have", l->type->name);
    if ((m->adjust || m->average_sd) && !m->running)
        BUG("%s uses running statistics, and has none", l->type->name);
    if (m->learn_eps && (m->running || partition.channels != 1 || !partition.all_positions))
        BUG("%s learns an eps, and has other groups than channels of samples", l->type->name);
    book_state(l, m, !m->uncentered);
    norm_book_memory(l, m, (size_t)s->max_n);
    norm_book_sharing(l, m, s);
    return 0;
}

int custom_norm_setup(struct layer *l, struct setup *s, struct norm_partition partition,
                      const char *advice)
{
    ((struct norm *)l->options)->custom = true;
    return begin_setup(l, s, partition, advice);
}

void custom_norm_book_running(struct layer *l, bool with_mean)
{
    struct norm *m = (struct norm *)l->options;
    size_t c = (size_t)l->in[0].c;

    book_state(l, m, with_mean && !m->uncentered);
    m->slab_moments = layer_book_scratch(l, m->running ? c * sizeof(struct norm_batch_moments) : 0);
    m->slab_counts = layer_book_scratch(l, m->running ? sizeof(double) : 0);
    m->batch_averages = layer_book_scratch(l, m->running ? 2 * c * sizeof(double) : 0);
}

int norm_setup_over(struct layer *l, struct setup *s, const char *advice)
{
    const struct norm *m = norm_of(l);
    struct norm_partition p = {
        .samples = 1, .all_positions = m->over == NORM_OVER_SAMPLE, .channels = l->in[0].c};

    return norm_setup(l, s, p, advice);
}
