/* The norms' engine over every partition of [N][S][C], against the definition in double: training, gradients,
 * running statistics and inference, centered or not, masked or not, adjusted as batch renormalization does
 * or not, divided by each deviation. The norms here are types of this test, in a table of its own. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/parallel.h"
#include "harness.h"
#include "layers/norms/norm.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- any partition, as a layer; with adjust=1, batch renormalization (Ioffe 2017, algorithm 1) of it ---- */

struct any {
    struct norm norm;
    int samples, positions, channels, over_batch, uncentered, adjust;
    double rmax, dmax;
};

static const struct option options[] = {
    NORM_COMMON_OPTIONS,
    {"momentum", OPTION_REAL, offsetof(struct norm, momentum), "0.1", 0, 1, "auto|cma", ""},
    {"running_var", OPTION_CHOICE, offsetof(struct norm, running_var), "unbiased", 0, 0,
     "unbiased|biased|auto", ""},
    {"samples", OPTION_INT, offsetof(struct any, samples), "0", 0, 1000, NULL, "0: all"},
    {"positions", OPTION_INT, offsetof(struct any, positions), "1", 0, 1, NULL, "1: all"},
    {"channels", OPTION_INT, offsetof(struct any, channels), "1", 1, 1000, NULL, ""},
    {"over_batch", OPTION_INT, offsetof(struct any, over_batch), "0", 0, 1, NULL, ""},
    {"uncentered", OPTION_INT, offsetof(struct any, uncentered), "0", 0, 1, NULL, ""},
    {"scale", OPTION_CHOICE, offsetof(struct norm, scale), "var", 0, 0, "var|l1|linf", ""},
    {"adjust", OPTION_INT, offsetof(struct any, adjust), "0", 0, 1, NULL, ""},
    {"rmax", OPTION_REAL, offsetof(struct any, rmax), "1.5", 1, 1e6, NULL, ""},
    {"dmax", OPTION_REAL, offsetof(struct any, dmax), "0.4", 0, 1e6, NULL, ""},
    {0},
};

static double clip(double v, double low, double high)
{
    return v < low ? low : v > high ? high : v;
}

/* r and d of the paper. */
static struct norm_adjustment renormalize(const struct layer *l, const struct io *io,
                                          const struct norm *m, struct norm_moments batch,
                                          struct norm_moments running)
{
    const struct any *a = (const struct any *)l->options;
    double sd = sqrt(running.var + m->eps);

    (void)io;
    return (struct norm_adjustment){
        clip(sqrt(batch.var + m->eps) / sd, 1 / a->rmax, a->rmax),
        clip((batch.mean - running.mean) / sd, -a->dmax, a->dmax),
    };
}

static int set_up_any(struct layer *l, struct setup *s)
{
    struct any *a = (struct any *)l->options;

    a->norm.uncentered = a->uncentered;
    a->norm.adjust = a->adjust ? renormalize : NULL;
    return norm_setup(l, s,
                      (struct norm_partition){a->samples, a->positions, a->channels, a->over_batch},
                      "take another");
}

static const struct layer_type layer_any = {
    .name = "any",
    .options = options,
    .preset = "compat",
    .resolve = norm_resolve_batch,
    .is_norm = true,
    .takes_epilogue = true,
    .reads_mask = true,
    .norm = norm_of,
    .setup = set_up_any,
    .forward = norm_forward,
    .backward = norm_backward,
};

extern const struct layer_type layer_batchnorm, layer_relu;

const struct layer_type *const layer_types[] = {&layer_any, &layer_batchnorm, &layer_relu, NULL};

/* ---- the definition ---- */

enum { MOST = 23 * 19 * 16 * 12 };

/* Of one call: per group, and per element. */
struct reference {
    const struct instance *h;
    const struct any *a;
    size_t positions, c, count, groups; /* groups: side by side along C */
    double values[MOST], mean[MOST], var[MOST], factor[MOST], offset[MOST];
    double running_mean[MOST], running_var[MOST], known; /* by place */
    /* With a scale other than var: q of each element (norms/engine/norm_scale.c), and its average over a group. */
    double q[MOST], q_mean[MOST];
    double xhat[MOST], y[MOST], dx[MOST], sum_g[MOST], sum_gx[MOST], dgamma[512], dbeta[512];
};

static double parameter(const struct instance *h, const char *name, size_t c, double otherwise)
{
    for (int i = 0; i < h->layer.params; i++)
        if (strcmp(h->layer.param[i].name, name) == 0)
            return h->param[h->layer.param[i].offset + c];
    return otherwise;
}

static size_t position_of(const struct reference *r, size_t i)
{
    return i / r->c % r->positions;
}

/* The running statistics that element i's group moves. */
static size_t place_of(const struct reference *r, size_t i)
{
    size_t place = r->a->positions ? 0 : position_of(r, i);

    return place * r->groups + i % r->c / (size_t)r->a->channels;
}

static size_t group_of(const struct reference *r, size_t i)
{
    size_t sample = i / r->c / r->positions,
           chunk = r->a->samples ? sample / (size_t)r->a->samples : 0;

    return chunk * r->positions * r->groups + place_of(r, i);
}

static bool counts(const struct reference *r, size_t i)
{
    bool per_position = r->a->samples == 1 && !r->a->positions && !r->a->over_batch;

    return !r->h->io.mask || per_position || r->h->io.mask[i / r->c];
}

static void define_statistics(struct reference *r)
{
    const real *x = r->h->io.x[0];

    memset(r->values, 0, sizeof r->values);
    memset(r->mean, 0, sizeof r->mean);
    memset(r->var, 0, sizeof r->var);
    for (size_t i = 0; i < r->count; i++)
        r->values[group_of(r, i)] += counts(r, i);
    for (size_t i = 0; i < r->count; i++)
        if (counts(r, i) && !r->a->uncentered)
            r->mean[group_of(r, i)] += x[i] / r->values[group_of(r, i)];
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i);

        if (counts(r, i))
            r->var[g] += (x[i] - r->mean[g]) * (x[i] - r->mean[g]) / r->values[g];
    }
}

/* Sets var to the squared deviation, q to n times the deviation's derivative by x - mean. */
static void define_deviation(struct reference *r)
{
    const real *x = r->h->io.x[0];
    static size_t largest[MOST];
    double l1 = sqrt(acos(-1) / 2);

    memset(r->q, 0, sizeof r->q);
    memset(r->q_mean, 0, sizeof r->q_mean);
    memset(r->var, 0, sizeof r->var);
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i);
        double d = fabs(x[i] - r->mean[g]), n = r->values[g];

        if (counts(r, i) && r->a->norm.scale == NORM_SCALE_L1) {
            r->var[g] += l1 * d / n;
            r->q[i] = x[i] == r->mean[g] ? 0 : x[i] > r->mean[g] ? l1 : -l1;
        } else if (counts(r, i) && d > r->var[g]) {
            r->var[g] = d;
            largest[g] = i;
        }
    }
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i);

        if (r->a->norm.scale == NORM_SCALE_LINF && r->var[g] > 0 && largest[g] == i)
            r->q[i] = x[i] > r->mean[g] ? r->values[g] : -r->values[g];
        r->q_mean[g] += counts(r, i) ? r->q[i] / r->values[g] : 0;
    }
    for (size_t g = 0; g < r->count; g++)
        r->var[g] *= r->var[g];
}

/* Averages over the chunks, weighted by their values, into the running statistics. */
static void define_running(struct reference *r)
{
    size_t places = r->a->positions ? 1 : r->positions, stride = r->positions * r->groups;
    bool whole = !r->a->positions;

    for (size_t p = 0; p < places * r->groups; p++) {
        double n = 0, n_var = 0, mean = 0, var = 0;

        for (size_t g = p; g < r->count; g += stride) {
            bool biased = r->a->uncentered || r->a->norm.scale != NORM_SCALE_VAR;
            double m = r->values[g], correct = biased ? 1 : m / (m - 1);

            n += m;
            mean += m * r->mean[g];
            if (m > 1 || (r->a->uncentered && m > 0))
                n_var += m, var += m * r->var[g] * correct;
        }
        if (n == 0 || (whole && n_var == 0))
            continue;
        r->running_mean[p] = .9 * r->running_mean[p] + .1 * mean / n;
        if (n_var > 0)
            r->running_var[p] = .9 * r->running_var[p] + .1 * var / n_var;
        r->known = fmax(r->known, (double)(p / r->groups + 1));
    }
}

/* How training adjusts each group, from the running statistics before it. */
static void define_adjustment(struct reference *r)
{
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i), p = place_of(r, i);
        struct norm_adjustment a = {1, 0};

        if (r->a->adjust && r->values[g])
            a = renormalize(&r->h->layer, NULL, &r->a->norm,
                            (struct norm_moments){r->mean[g], r->var[g]},
                            (struct norm_moments){r->running_mean[p], r->running_var[p]});
        r->factor[g] = a.factor;
        r->offset[g] = a.offset;
    }
}

/* In inference each group has the running statistics of its place, or of the last known one before it. */
static void take_running(struct reference *r)
{
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i), position = position_of(r, i), p = place_of(r, i);

        if (!r->a->positions && r->known > 0 && position >= (size_t)r->known)
            p -= (position - (size_t)r->known + 1) * r->groups;
        r->mean[g] = r->running_mean[p];
        r->var[g] = r->running_var[p];
        r->values[g] = r->factor[g] = 1;
        r->offset[g] = 0;
    }
}

/* y, dx and the parameters' gradients; share 0: mean and variance do not depend on x. */
static void define_passes(struct reference *r, double share)
{
    const struct instance *h = r->h;

    memset(r->sum_g, 0, sizeof r->sum_g);
    memset(r->sum_gx, 0, sizeof r->sum_gx);
    memset(r->dgamma, 0, sizeof r->dgamma);
    memset(r->dbeta, 0, sizeof r->dbeta);
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i), c = i % r->c;
        double gamma = parameter(h, "gamma", c, 1), z;

        r->xhat[i] =
            r->values[g] ? (h->io.x[0][i] - r->mean[g]) / sqrt(r->var[g] + r->a->norm.eps) : 0;
        z = r->factor[g] * r->xhat[i] + r->offset[g];
        r->y[i] = gamma * z + parameter(h, "beta", c, 0);
        r->dgamma[c] += h->dy[i] * z;
        r->dbeta[c] += h->dy[i];
        r->sum_g[g] += h->dy[i] * gamma * r->factor[g];
        r->sum_gx[g] += h->dy[i] * gamma * r->factor[g] * r->xhat[i];
    }
    for (size_t i = 0; i < r->count; i++) {
        size_t g = group_of(r, i);
        double d = h->dy[i] * parameter(h, "gamma", i % r->c, 1) * r->factor[g],
               along = r->xhat[i]; /* how the deviation follows this value */

        if (r->a->norm.scale != NORM_SCALE_VAR)
            along = sqrt(r->var[g] / (r->var[g] + r->a->norm.eps)) * (r->q[i] - r->q_mean[g]);
        if (counts(r, i) && share > 0)
            d -= share * ((r->a->uncentered ? 0 : r->sum_g[g]) + along * r->sum_gx[g]) /
                 r->values[g];
        r->dx[i] = r->values[g] ? d / sqrt(r->var[g] + r->a->norm.eps) : 0;
    }
}

/* ---- the walk ---- */

static void check_passes(const char *what, const struct reference *r)
{
    const struct instance *h = r->h;
    /* Moments and sums run in blocks. */
    double e =
        (64 + 2 * sqrt((double)r->count)) * REAL_EPSILON + (double)r->count * DBL_EPSILON / 2;

    assert_close(what, r->count, h->y, r->y, e);
    assert_close(what, r->count, h->dx[0], r->dx, e);
    for (int i = 0; i < h->layer.params; i++)
        assert_close(what, r->c, h->dparam + h->layer.param[i].offset,
                     strcmp(h->layer.param[i].name, "gamma") ? r->dbeta : r->dgamma, e);
}

static const struct param *state_named(const struct instance *h, const char *name)
{
    for (int i = 0; i < h->layer.states; i++)
        if (strcmp(h->layer.state[i].name, name) == 0)
            return &h->layer.state[i];
    return NULL;
}

static void check_running(const char *what, const struct reference *r)
{
    const struct param *mean = state_named(r->h, "running_mean"),
                       *var = state_named(r->h, "running_var");
    size_t places = (r->a->positions ? 1 : r->positions) * r->groups;
    double own = (double)r->count * DBL_EPSILON / 2; /* the definition sums up term by term */

    assert_true((mean == NULL) == (r->a->uncentered == 1));
    if (mean) {
        assert_int_equal(mean->count, places);
        assert_close(what, places, r->h->state + mean->offset, r->running_mean,
                     8 * REAL_EPSILON + own);
    }
    assert_int_equal(var->count, places);
    assert_close(what, places, r->h->state + var->offset, r->running_var, 16 * REAL_EPSILON + own);
}

static void init_running(struct reference *r)
{
    for (size_t p = 0; p < MOST; p++) {
        r->running_mean[p] = 0;
        r->running_var[p] = 1;
    }
    r->known = 0;
}

/* Two training calls, then one of inference, each with its backward pass. */
static void walk(const char *spec, struct shape in, int n, const unsigned char *mask)
{
    static struct reference r;
    struct instance h;

    if (harness_setup(&h, spec, in, n, n) == REFUSED) {
        const struct any *a = (const struct any *)h.layer.options;
        int samples = a->samples && a->samples < n ? a->samples : n,
            last = n % samples ? n % samples : samples; /* in the last chunk */

        assert_int_equal((size_t)(last * a->channels) * (a->positions ? shape_positions(in) : 1),
                         1);
        return;
    }
    harness_start(&h, spec, in, n, 5);
    r.h = &h;
    r.a = (const struct any *)h.layer.options;
    r.positions = shape_positions(in);
    r.c = (size_t)in.c;
    r.count = h.in_count;
    r.groups = r.c / (size_t)r.a->channels;
    h.io.mask = mask;
    assert_true(r.a->norm.running == (r.a->samples != 1 || r.a->over_batch));
    init_running(&r);
    for (uint64_t call = 0; call < 2; call++) {
        draw_normal(h.x[0], h.in_count, 70 + call, "x");
        for (size_t i = 0; i < h.in_count; i++) /* groups differ */
            h.x[0][i] = (real)(h.x[0][i] * (1 + (double)(i % 7)) + (double)(i % 5));
        define_statistics(&r);
        if (r.a->norm.scale != NORM_SCALE_VAR)
            define_deviation(&r);
        define_adjustment(&r);
        define_passes(&r, 1);
        harness_forward(&h, true);
        harness_backward(&h);
        check_passes(spec, &r);
        if (r.a->norm.running) {
            define_running(&r);
            check_running(spec, &r);
        } else {
            assert_int_equal(h.layer.states, 0);
        }
    }
    if (r.a->norm.running)
        take_running(&r);
    define_passes(&r, r.a->norm.running ? 0 : 1);
    harness_forward(&h, false);
    harness_backward(&h);
    check_passes(spec, &r);
    harness_stop(&h);
}

/* Some samples have no position that counts, some one, some all. */
static void draw_mask(unsigned char *mask, size_t n, size_t positions)
{
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s < positions; s++)
            mask[i * positions + s] = s < (i * 5 + 2) % (positions + 2);
}

static void walk_partition(struct shape in, int n, int samples, int positions, int channels)
{
    static const char *const rest[] = {"",
                                       " affine=none",
                                       " uncentered=1",
                                       " uncentered=1 affine=scale",
                                       " adjust=1",
                                       " momentum=0.1 affine=shift",
                                       " over_batch=1",
                                       " over_batch=1 adjust=1",
                                       " over_batch=1 uncentered=1",
                                       " over_batch=1 scale=l1",
                                       " over_batch=1 scale=linf",
                                       " scale=l1",
                                       " scale=linf adjust=1"};
    unsigned char mask[256];

    draw_mask(mask, (size_t)n, shape_positions(in));
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        char spec[128];
        bool over_batch = strstr(rest[i], "over_batch");
        bool needs_batch = strstr(rest[i], "adjust") || strstr(rest[i], "scale");

        if (samples == 1 ? needs_batch && !over_batch : over_batch)
            continue; /* one sample by itself has no running statistics; several have them anyway */
        snprintf(spec, sizeof spec, "any samples=%d positions=%d channels=%d eps=0.01%s", samples,
                 positions, channels, rest[i]);
        walk(spec, in, n, NULL);
        walk(spec, in, n, mask);
    }
}

static void test_every_partition(void **state)
{
    static const struct shape shapes[] = {{1, 1, 1, 35}, {1, 1, 1, 16}, {2, 5, 1, 18},
                                          {3, 3, 4, 6},  {2, 1, 1, 4},  {3, 2, 2, 1}};
    static const int batches[] = {1, 2, 7}, samples[] = {NORM_ALL_SAMPLES, 1, 2, 3, 9};

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (size_t b = 0; b < sizeof batches / sizeof *batches; b++)
            for (size_t k = 0; k < sizeof samples / sizeof *samples; k++)
                for (int c = 1; c <= shapes[i].c; c++)
                    for (int positions = 0; positions < 2 && shapes[i].c % c == 0; positions++)
                        walk_partition(shapes[i], batches[b], samples[k], positions, c);
}

/* Channels that the groups do not divide are refused at set-up. */
static void test_refused(void **state)
{
    struct instance h;

    (void)state;
    assert_int_equal(harness_setup(&h, "any channels=4", shape_vector(6), 3, 3), -1);
    assert_holds(h.setup.message, "4 channels does not divide the 6 channels");
    assert_int_equal(harness_setup(&h, "any channels=6 samples=1", shape_vector(6), 3, 3), 0);
    assert_int_equal(harness_setup(&h, "any samples=2", shape_vector(6), 3, 1), REFUSED);
    assert_holds(h.setup.message,
                 "a training batch of 1 on shape 6 leaves one value in a statistics group");
    assert_int_equal(harness_setup(&h, "any samples=4", shape_vector(6), 9, 9), REFUSED);
    assert_holds(h.setup.message, "a training batch of 9 on shape 6 leaves one value");
    assert_int_equal(harness_setup(&h, "any samples=4", shape_image(2, 1, 6), 9, 9), 0);
}

/* ---- large arrays: work in parts, shared by threads, with an epilogue ---- */

static void start_large(struct instance *h, const char *spec, struct shape in, int n,
                        const unsigned char *mask)
{
    harness_start(h, spec, in, n, 4);
    h->io.mask = mask;
    h->layer.epilogue.activation = layer_relu.activation;
}

/* The bits are the same for any number of threads. */
static void test_threads(void **state)
{
    static const char *const specs[] = {"any samples=4 channels=3",
                                        "any samples=0 channels=12 uncentered=1",
                                        "any samples=0 positions=0 channels=2",
                                        "any samples=5 positions=0",
                                        "any samples=3 adjust=1",
                                        "any samples=1 over_batch=1",
                                        "any scale=l1",
                                        "any scale=linf",
                                        "any samples=4 channels=3 scale=l1",
                                        "any samples=0 positions=0 channels=2 scale=linf",
                                        "any adjust=1",
                                        "any samples=1 channels=4"};
    enum { N = 23, H = 19, W = 16, C = 12 };
    static unsigned char mask[N * H * W];
    struct shape in = shape_image(H, W, C);

    (void)state;
    draw_mask(mask, N, H * W);
    for (size_t i = 0; i < 2 * sizeof specs / sizeof *specs; i++) {
        struct instance one, many;

        start_large(&one, specs[i / 2], in, N, i % 2 ? mask : NULL);
        harness_forward(&one, true);
        harness_backward(&one);
        for (int threads = 2; threads <= 3; threads++) {
            start_large(&many, specs[i / 2], in, N, i % 2 ? mask : NULL);
            assert_int_equal(parallel_start(&many.io.threads, threads), 0);
            harness_forward(&many, true);
            harness_backward(&many);
            parallel_stop(many.io.threads);
            assert_memory_equal(many.y, one.y, one.out_count * sizeof(real));
            assert_memory_equal(many.dx[0], one.dx[0], one.in_count * sizeof(real));
            assert_memory_equal(many.state, one.state, one.layer.state_reals * sizeof(real));
            for (int p = 0; p < one.layer.params; p++)
                assert_memory_equal(many.dparam + one.layer.param[p].offset,
                                    one.dparam + one.layer.param[p].offset, C * sizeof(real));
            harness_stop(&many);
        }
        harness_stop(&one);
    }
}

/* The same arrays against the definition, without an epilogue. */
static void test_large(void **state)
{
    enum { N = 23, H = 19, W = 16 };
    static unsigned char mask[N * H * W];
    static const char *const specs[] = {"any samples=4 channels=3",
                                        "any samples=5 positions=0",
                                        "any channels=12 uncentered=1",
                                        "any adjust=1",
                                        "any scale=l1",
                                        "any samples=4 channels=3 scale=linf",
                                        "any scale=linf channels=2",
                                        "any samples=5 positions=0 scale=l1"};

    (void)state;
    draw_mask(mask, N, H * W);
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        walk(specs[i], shape_image(H, W, 12), N, NULL);
        walk(specs[i], shape_image(H, W, 12), N, mask);
    }
}

/* ---- identities ---- */

static void assert_same_training(const char *a, const char *b, struct shape in, int n)
{
    struct instance h[2];

    for (int i = 0; i < 2; i++) {
        harness_start(&h[i], i ? b : a, in, n, 6);
        harness_forward(&h[i], true);
        harness_backward(&h[i]);
    }
    assert_memory_equal(h[0].y, h[1].y, h[0].out_count * sizeof(real));
    assert_memory_equal(h[0].dx[0], h[1].dx[0], h[0].in_count * sizeof(real));
    assert_memory_equal(h[0].state, h[1].state, h[0].layer.state_reals * sizeof(real));
    harness_stop(&h[0]);
    harness_stop(&h[1]);
}

/* Ioffe 2017: with rmax 1 and dmax 0 it is batch normalization. */
static void test_renormalization_without_room(void **state)
{
    (void)state;
    assert_same_training("any adjust=1 rmax=1 dmax=0", "batchnorm", shape_image(3, 3, 5), 6);
}

/* With wide limits, and running statistics as good as the batch's, training gives what inference gives: y is
 * standardized by the running statistics. */
static void test_renormalization_is_inference(void **state)
{
    struct instance h;
    double *want;

    (void)state;
    harness_start(&h, "any adjust=1 rmax=1e6 dmax=1e6", shape_image(3, 3, 5), 6, 6);
    for (size_t i = 0; i < h.layer.state_reals; i++)
        h.state[i] = (real)(.5 + (double)i / 7);
    harness_forward(&h, false);
    want = xcalloc(h.out_count, sizeof *want);
    for (size_t i = 0; i < h.out_count; i++)
        want[i] = h.y[i];
    harness_forward(&h, true);
    assert_close("adjusted", h.out_count, h.y, want, 32 * REAL_EPSILON);
    free(want);
    harness_stop(&h);
}

/* A chunk that holds the batch is all samples; chunks of a batch are batches of their own. */
static void test_chunks(void **state)
{
    struct instance all, chunk;
    size_t half;

    (void)state;
    assert_same_training("any samples=9", "any samples=6", shape_image(3, 3, 5), 6);
    harness_start(&all, "any samples=3", shape_image(3, 3, 5), 6, 6);
    harness_start(&chunk, "batchnorm", shape_image(3, 3, 5), 3, 6);
    half = chunk.in_count;
    harness_forward(&all, true);
    for (int i = 0; i < 2; i++) {
        chunk.io.x[0] = all.x[0] + (size_t)i * half;
        harness_forward(&chunk, true);
        assert_memory_equal(chunk.y, all.y + (size_t)i * half, half * sizeof(real));
    }
    harness_stop(&all);
    harness_stop(&chunk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_partition),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_renormalization_without_room),
        cmocka_unit_test(test_renormalization_is_inference),
        cmocka_unit_test(test_chunks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
