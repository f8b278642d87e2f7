/* batchgroupnorm, batchrenorm, frn, tlu, scalenorm, headnorm and attention with qknorm: identities, limits, what is refused,
 * threads, statistics. PyTorch's numbers of them are in golden/norm_kin.h5 (test_golden). */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "harness.h"
#include "layers/norms/norm.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct shape IMAGE = {3, 5, 4, 12};
enum { N = 7 };

static const struct param *state_named(const struct instance *h, const char *name)
{
    for (int i = 0; i < h->layer.states; i++)
        if (strcmp(h->layer.state[i].name, name) == 0)
            return &h->layer.state[i];
    fail_msg("%s has no state %s", h->layer.type->name, name);
    return NULL;
}

static real *parameter(const struct instance *h, const char *name)
{
    for (int i = 0; i < h->layer.params; i++)
        if (strcmp(h->layer.param[i].name, name) == 0)
            return h->param + h->layer.param[i].offset;
    fail_msg("%s has no parameter %s", h->layer.type->name, name);
    return NULL;
}

static void assert_same_bits(const char *what, const struct instance *a, const struct instance *b)
{
    if (memcmp(a->y, b->y, a->out_count * sizeof(real)))
        fail_msg("%s: y differs", what);
    if (memcmp(a->dx[0], b->dx[0], a->in_count * sizeof(real)))
        fail_msg("%s: dx differs", what);
    assert_int_equal(a->layer.params, b->layer.params);
    for (int i = 0; i < a->layer.params; i++)
        assert_memory_equal(a->dparam + a->layer.param[i].offset,
                            b->dparam + b->layer.param[i].offset,
                            a->layer.param[i].count * sizeof(real));
}

/* Two specs give the same bits: twice in training, with the running statistics that both have, then in inference. */
static void assert_same_layer(const char *a, const char *b, struct shape in,
                              const unsigned char *mask, bool inference)
{
    struct instance h[2];

    for (int i = 0; i < 2; i++) {
        harness_start(&h[i], i ? b : a, in, N, 11);
        h[i].io.mask = mask;
    }
    for (int call = 0; call < (inference ? 3 : 2); call++) {
        for (int i = 0; i < 2; i++) {
            harness_forward(&h[i], call < 2);
            harness_backward(&h[i]);
        }
        assert_same_bits(a, &h[0], &h[1]);
    }
    harness_stop(&h[0]);
    harness_stop(&h[1]);
}

/* ---- batchgroupnorm ---- */

static void test_ends_of_batchgroupnorm(void **state)
{
    static const unsigned char mask[N * 6] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1,
                                              1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
                                              1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0};
    static const char *const same[][2] = {
        {"batchgroupnorm groups=12", "batchnorm"},
        {"batchgroupnorm groups=12 momentum=cma compat=keras",
         "batchnorm momentum=cma compat=keras"},
        {"batchgroupnorm channels_per_group=1 samples=3", "batchnorm ghost=3"},
        {"batchgroupnorm groups=4 samples=1", "groupnorm groups=4"},
        {"batchgroupnorm groups=1 samples=1 compat=flax", "layernorm compat=flax"},
        {"batchgroupnorm groups=4 samples=100", "batchgroupnorm groups=4"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_same_layer(same[i][0], same[i][1], IMAGE, NULL, true);
        assert_same_layer(same[i][0], same[i][1], shape_sequence(6, 12), mask, true);
    }
}

/* A chunk of a batch has the bits of a batch of these samples. */
static void test_chunks_of_batchgroupnorm(void **state)
{
    enum { CHUNK = 3 };
    struct instance all;
    size_t size = shape_size(IMAGE);

    (void)state;
    harness_start(&all, "batchgroupnorm groups=2 samples=3", IMAGE, N, 11);
    harness_forward(&all, true);
    harness_backward(&all);
    for (int first = 0; first < N; first += CHUNK) {
        int n = N - first < CHUNK ? N - first : CHUNK;
        size_t at = (size_t)first * size;
        struct instance one;

        harness_start(&one, "batchgroupnorm groups=2", IMAGE, n, 11);
        memcpy(one.x[0], all.x[0] + at, one.in_count * sizeof(real));
        memcpy(one.dy, all.dy + at, one.out_count * sizeof(real));
        harness_forward(&one, true);
        harness_backward(&one);
        assert_memory_equal(one.y, all.y + at, one.out_count * sizeof(real));
        assert_memory_equal(one.dx[0], all.dx[0] + at, one.in_count * sizeof(real));
        harness_stop(&one);
    }
    harness_stop(&all);
}

static void assert_refused(const char *spec, struct shape in, int n, int code, const char *part)
{
    struct instance h;

    assert_int_equal(harness_setup(&h, spec, in, n, n), code);
    assert_holds(h.setup.message, part);
}

static void test_refused(void **state)
{
    struct instance h;

    (void)state;
    assert_refused("batchgroupnorm groups=6", shape_vector(6), 1, REFUSED,
                   "a training batch of 1 on shape 6 leaves one value in a statistics group, whose "
                   "variance is undefined; take fewer groups");
    assert_refused("batchgroupnorm groups=6 samples=4", shape_vector(6), 9, REFUSED,
                   "samples that leave no last chunk of one");
    assert_refused("batchgroupnorm groups=6 samples=1", shape_vector(6), 9, REFUSED,
                   "take fewer groups");
    assert_refused("batchgroupnorm groups=4", shape_vector(6), 9, -1, "does not divide");
    assert_refused("batchrenorm", shape_vector(6), 1, REFUSED, "take a batch of 2 or more");
    assert_refused("frn", shape_vector(6), 9, REFUSED, "take learn_eps=1");
    assert_refused("frn", shape_sequence(1, 6), 9, REFUSED, "take learn_eps=1");
    assert_refused("scalenorm", shape_image(4, 4, 1), 9, REFUSED, "take more channels");
    assert_refused("headnorm heads=4", shape_sequence(4, 4), 9, REFUSED, "take fewer heads");
    assert_refused("headnorm heads=4", shape_sequence(4, 6), 9, -1, "heads=4 does not divide");
    assert_refused("attention 2 qknorm=1 qk_length=1", shape_sequence(4, 6), 9, -1, "qk_length=1");
    assert_refused("lstm 4 norm=frn", shape_sequence(4, 6), 9, REFUSED, "take learn_eps=1");
    /* One sample is enough for a group of several channels, and for inference. */
    assert_int_equal(harness_setup(&h, "batchgroupnorm groups=3", shape_vector(6), 1, 1), 0);
    harness_stop(&h);
    assert_int_equal(harness_setup(&h, "batchrenorm", shape_vector(6), 1, 0), 0);
    harness_stop(&h);
}

/* In a cell, a step with one valid sample has a variance over a group of channels, and so moves the running ones; a step
 * without any does not. */
static void test_batchgroupnorm_in_cells(void **state)
{
    static const unsigned char mask[2 * 4] = {1, 1, 1, 0, 1, 0, 0, 0};
    struct instance h;
    const struct param *trained, *var;

    (void)state;
    harness_start(&h, "rnn 6 norm=batchgroupnorm:groups=2 norm_at=x", shape_sequence(4, 3), 2, 3);
    h.io.mask = mask;
    harness_forward(&h, true);
    trained = state_named(&h, "steps_trained_x");
    var = state_named(&h, "running_var_x");
    assert_true(h.state[trained->offset] == 3);
    for (size_t step = 0; step < 4; step++)
        for (size_t g = 0; g < 2; g++)
            assert_true((h.state[var->offset + 2 * step + g] != 1) == (step < 3));
    harness_stop(&h);
}

/* ---- batchrenorm ---- */

static void test_batchrenorm_without_room(void **state)
{
    static const unsigned char mask[N * 6] = {1, 1, 1, 0, 0, 0, 1, 1, [25] = 1, [30] = 1};

    (void)state;
    assert_same_layer("batchrenorm rmax=1 dmax=0 average=var", "batchnorm", IMAGE, NULL, true);
    assert_same_layer("batchrenorm rmax=1 dmax=0 average=var momentum=cma compat=flax",
                      "batchnorm momentum=cma compat=flax", IMAGE, NULL, true);
    assert_same_layer("batchrenorm rmax=1 dmax=0", "batchnorm", IMAGE, NULL, false);
    assert_same_layer("batchrenorm rmax=1 dmax=0 average=var", "batchnorm", shape_sequence(6, 12),
                      mask, true);
}

/* With wide limits, training gives what inference gives by the running statistics before it. */
static void test_batchrenorm_trains_as_it_infers(void **state)
{
    struct instance h;
    double *want;

    (void)state;
    harness_start(&h, "batchrenorm warmup=0 rmax=1e6 dmax=1e6", IMAGE, N, 6);
    for (int call = 0; call < 3; call++) {
        draw_normal(h.x[0], h.in_count, 70 + (uint64_t)call, "x");
        harness_forward(&h, false);
        want = xcalloc(h.out_count, sizeof *want);
        for (size_t i = 0; i < h.out_count; i++)
            want[i] = h.y[i];
        harness_forward(&h, true);
        assert_close("training", h.out_count, h.y, want, 32 * REAL_EPSILON);
        free(want);
    }
    harness_stop(&h);
}

/* The limits of the paper, in units of the warm-up of W steps: 1 and 0 up to W, rmax at 8 W, dmax at 5 W, linear in
 * between. With momentum=0 the running statistics stay 0 and 1, and the batch, whose deviation is 10 and whose mean is 50,
 * reaches both limits at any step. Its values are 40 and 60: xhat is -1 and 1. */
static void test_limits_grow(void **state)
{
    enum { W = 4, STEPS = 9 * W };
    struct instance h;

    (void)state;
    harness_start(&h, "batchrenorm warmup=4 rmax=3 dmax=5 momentum=0 affine=none eps=0",
                  shape_vector(1), 2, 1);
    h.x[0][0] = 40;
    h.x[0][1] = 60;
    for (int t = 0; t < STEPS; t++) {
        double r = t <= W       ? 1
                   : t >= 8 * W ? 3
                                : 1 + 2.0 * (t - W) / (7 * W),
               d = t <= W       ? 0
                   : t >= 5 * W ? 5
                                : 5.0 * (t - W) / (4 * W);

        assert_true(h.state[state_named(&h, "steps")->offset] == t);
        harness_forward(&h, true);
        if (fabs(h.y[0] - (-r + d)) > 8 * REAL_EPSILON || fabs(h.y[1] - (r + d)) > 8 * REAL_EPSILON)
            fail_msg("step %d: y is %g and %g for r %g and d %g", t, h.y[0], h.y[1], r, d);
    }
    harness_stop(&h);
}

/* Only training by the usual statistics is a step. */
static void test_what_counts_as_a_step(void **state)
{
    static const enum norm_stats stats[] = {NORM_STATS_BATCH, NORM_STATS_RUNNING};
    struct instance h;
    size_t steps;

    (void)state;
    harness_start(&h, "batchrenorm", IMAGE, N, 6);
    steps = state_named(&h, "steps")->offset;
    harness_forward(&h, false);
    for (int i = 0; i < 2; i++) {
        h.io.norm_stats = stats[i];
        harness_forward(&h, true);
    }
    assert_true(h.state[steps] == 0);
    h.io.norm_stats = NORM_STATS_USUAL;
    harness_forward(&h, true);
    assert_true(h.state[steps] == 1);
    harness_stop(&h);
    harness_start(&h, "batchrenorm warmup=0", IMAGE, N, 6);
    assert_int_equal(h.layer.states, 2);
    harness_stop(&h);
}

/* By the batch's own statistics nothing is corrected: training and inference give what batchnorm does. */
static void test_batch_statistics_are_not_corrected(void **state)
{
    struct instance h, plain;

    (void)state;
    harness_start(&h, "batchrenorm warmup=0 momentum=0.5", IMAGE, N, 6);
    harness_start(&plain, "batchnorm", IMAGE, N, 6);
    harness_forward(&h, true);
    h.io.norm_stats = plain.io.norm_stats = NORM_STATS_BATCH;
    for (int training = 0; training < 2; training++) {
        harness_forward(&h, training);
        harness_forward(&plain, training);
        harness_backward(&h);
        harness_backward(&plain);
        assert_same_bits(training ? "training" : "inference", &h, &plain);
    }
    harness_stop(&h);
    harness_stop(&plain);
}

/* The running deviation is the average of those of the batches: of 3 and 1, by a cumulative average, 2. */
static void test_average_of_deviations(void **state)
{
    struct instance h;

    (void)state;
    harness_start(&h, "batchrenorm momentum=cma eps=0", shape_vector(1), 2, 1);
    for (int call = 0; call < 2; call++) {
        h.x[0][0] = call ? 1 : 3;
        h.x[0][1] = call ? -1 : -3;
        harness_forward(&h, true);
    }
    assert_true(fabs(h.state[state_named(&h, "running_var")->offset] - 4) < 16 * REAL_EPSILON);
    harness_stop(&h);
}

/* A running deviation of 0 corrects nothing: the next call is batchnorm's. */
static void test_running_deviation_of_zero(void **state)
{
    struct instance h, plain;

    (void)state;
    harness_start(&h, "batchrenorm warmup=0 momentum=1 eps=0", IMAGE, N, 6);
    harness_start(&plain, "batchnorm eps=0", IMAGE, N, 6);
    for (size_t i = 0; i < h.in_count; i++)
        h.x[0][i] = 3;
    harness_forward(&h, true);
    memcpy(h.x[0], plain.x[0], h.in_count * sizeof(real));
    harness_forward(&h, true);
    harness_forward(&plain, true);
    assert_memory_equal(h.y, plain.y, h.out_count * sizeof(real));
    harness_stop(&h);
    harness_stop(&plain);
}

/* ---- frn ---- */

/* At one position, y = gamma x / sqrt(x^2 + eps + |eps_l|) + beta. */
static void test_frn_of_one_position(void **state)
{
    struct instance h;

    (void)state;
    harness_start(&h, "frn learn_eps=1", shape_vector(12), N, 3);
    harness_forward(&h, true);
    for (size_t i = 0; i < h.out_count; i++) {
        double x = h.x[0][i], eps = fabs((double)parameter(&h, "eps")[i % 12]),
               want = parameter(&h, "gamma")[i % 12] * x / sqrt(x * x + 1e-6 + eps) +
                      parameter(&h, "beta")[i % 12];

        assert_true(fabs(h.y[i] - want) < 16 * REAL_EPSILON * (1 + fabs(want)));
    }
    instance_init(&h, 1);
    assert_true(parameter(&h, "eps")[0] == (real)1e-4);
    harness_stop(&h);
}

/* Each channel of a sample has the mean square 1 where eps is 0. */
static void test_frn_has_unit_mean_square(void **state)
{
    struct instance h;
    size_t positions = shape_positions(IMAGE), c = (size_t)IMAGE.c;

    (void)state;
    harness_start(&h, "frn eps=0 affine=none", IMAGE, N, 3);
    for (size_t i = 0; i < h.in_count; i++)
        h.x[0][i] = (real)(h.x[0][i] + (double)(i % c));
    harness_forward(&h, true);
    for (size_t n = 0; n < N; n++)
        for (size_t k = 0; k < c; k++) {
            double square = 0;

            for (size_t p = 0; p < positions; p++) {
                double y = h.y[(n * positions + p) * c + k];

                square += y * y / (double)positions;
            }
            assert_true(fabs(square - 1) < 16 * REAL_EPSILON);
        }
    harness_stop(&h);
}

/* ---- tlu ---- */

static void test_tlu(void **state)
{
    struct instance h, relu;

    (void)state;
    harness_start(&h, "tlu", IMAGE, N, 3);
    harness_start(&relu, "relu", IMAGE, N, 3);
    instance_init(&h, 1);
    h.x[0][5] = relu.x[0][5] = 0; /* as tau: a tie */
    harness_forward(&h, true);
    harness_forward(&relu, true);
    harness_backward(&h);
    harness_backward(&relu);
    for (size_t i = 0; i < h.out_count; i++)
        assert_true(h.y[i] == relu.y[i] && h.dx[0][i] == relu.dx[0][i]);
    h.x[0][7] = (real)NAN;
    harness_forward(&h, true);
    assert_true(isnan(h.y[7]));
    harness_stop(&h);
    harness_stop(&relu);
}

/* The gradient of a value goes to x or to tau, never to both: all dx and dtau together are dy. */
static void test_gradients_of_tlu_share_dy(void **state)
{
    struct instance h;
    double sum[12] = {0};

    (void)state;
    harness_start(&h, "tlu", IMAGE, N, 3);
    for (size_t i = 0; i < 12; i++)
        h.x[0][i] = parameter(&h, "tau")[i];
    harness_forward(&h, true);
    harness_backward(&h);
    for (size_t i = 0; i < h.out_count; i++) {
        assert_true(h.dx[0][i] == 0 || h.dx[0][i] == h.dy[i]);
        assert_true(i >= 12 || h.dx[0][i] == 0);
        sum[i % 12] += (double)h.dy[i] - h.dx[0][i];
    }
    for (size_t k = 0; k < 12; k++)
        assert_true(fabs(h.dparam[h.layer.param[0].offset + k] - sum[k]) <
                    8 * REAL_EPSILON * (1 + fabs(sum[k])));
    harness_stop(&h);
}

/* ---- scalenorm ---- */

/* Every position of y has the length |g|, which starts at the root of C. */
static void test_scalenorm_has_one_length(void **state)
{
    struct instance h;
    double g;

    (void)state;
    harness_start(&h, "scalenorm eps=0", IMAGE, N, 3);
    g = parameter(&h, "gamma")[0];
    harness_forward(&h, true);
    for (size_t r = 0; r < h.out_count / 12; r++) {
        double square = 0;

        for (size_t k = 0; k < 12; k++)
            square += (double)h.y[r * 12 + k] * h.y[r * 12 + k];
        assert_true(fabs(square / (g * g) - 1) < 16 * REAL_EPSILON);
    }
    assert_int_equal(h.layer.param[0].count, 1);
    instance_init(&h, 1);
    assert_true(parameter(&h, "gamma")[0] == (real)sqrt(12));
    harness_stop(&h);
    assert_same_layer("scalenorm affine=none", "rmsnorm over=token affine=none", IMAGE, NULL, true);
}

/* ---- attention with qknorm ---- */

/* Queries and keys of any length give the same y; lengths that are powers of two lose no digit. */
static void test_lengths_do_not_count(void **state)
{
    struct instance h;
    real *first, *w;

    (void)state;
    harness_start(&h, "attention 2 qknorm=1 bias=0", shape_sequence(6, 8), N, 3);
    harness_forward(&h, true);
    first = xcalloc(h.out_count, sizeof *first);
    memcpy(first, h.y, h.out_count * sizeof *first);
    w = parameter(&h, "weight_qkv");
    for (size_t i = 0; i < 8; i++)
        for (size_t j = 0; j < 8; j++) {
            w[i * 24 + j] *= j < 4 ? 16 : (real)0.25; /* queries of both heads */
            w[i * 24 + 8 + j] *= 2;                   /* keys */
        }
    harness_forward(&h, true);
    assert_memory_equal(h.y, first, h.out_count * sizeof *first);
    free(first);
    harness_stop(&h);
}

/* g starts at log2(L^2 - L): of the longest sequence, or of the length that is given. */
static void test_first_gain(void **state)
{
    static const struct {
        const char *spec;
        int t;
        double gain;
    } want[] = {{"attention 2 qknorm=1", 6, 4.906890595608519}, /* log2(30) */
                {"attention 2 qknorm=1", 1, 1},
                {"attention 2 qknorm=1 qk_length=17", 6, 8.087462841250339}}; /* log2(272) */

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        struct instance h;

        harness_start(&h, want[i].spec, shape_sequence(want[i].t, 8), 2, 3);
        instance_init(&h, 1);
        assert_true(fabs(parameter(&h, "gain")[0] - want[i].gain) < 8 * REAL_EPSILON);
        harness_stop(&h);
    }
}

/* A query or key of length 0 has no direction: weights are equal, and nothing is NaN. Tiny and huge ones have one. */
static void test_lengths_without_direction(void **state)
{
    static const double sizes[] = {0, 1e-30, 1e18};

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct instance h;

        harness_start(&h, "attention 2 qknorm=1 bias=0", shape_sequence(6, 8), N, 3);
        for (size_t j = 0; j < h.in_count; j++)
            h.x[0][j] = (real)(h.x[0][j] * sizes[i]);
        harness_forward(&h, true);
        harness_backward(&h);
        for (size_t j = 0; j < h.in_count; j++)
            assert_true(isfinite(h.y[j]) && isfinite(h.dx[0][j]));
        assert_true(isfinite(h.dparam[h.layer.param[2].offset]));
        harness_stop(&h);
    }
}

/* ---- headnorm ---- */

/* One head is LayerNorm of a position. Where a sample has one position, heads are GroupNorm's groups. */
static void test_headnorm_at_its_ends(void **state)
{
    static unsigned char mask[N * 6];

    (void)state;
    for (int i = 0; i < N * 6; i++)
        mask[i] = i % 6 < 1 + i / 6 % 6;
    assert_same_layer("headnorm heads=1", "layernorm over=token", IMAGE, NULL, true);
    assert_same_layer("headnorm heads=1 affine=none", "layernorm over=token affine=none",
                      shape_sequence(6, 12), mask, true);
    assert_same_layer("headnorm heads=3", "groupnorm groups=3", shape_vector(12), NULL, true);
    assert_same_layer("headnorm heads=4 compat=keras", "groupnorm groups=4 compat=keras",
                      shape_sequence(1, 12), NULL, true);
}

/* ---- all of them ---- */

/* A batch so large that its work is cut into tasks has the parameters' gradients of its samples, added up. */
static void test_gradients_of_large_batches(void **state)
{
    static const char *const specs[] = {"frn learn_eps=1", "scalenorm affine=both", "tlu",
                                        "attention 4 qknorm=1"};
    enum { BATCH = 23, STEPS = 300, C = 32, SIZE = STEPS * C };

    (void)state;
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        struct instance all, one;
        double *sum;

        harness_start(&all, specs[i], shape_sequence(STEPS, C), BATCH, 4);
        harness_start(&one, specs[i], shape_sequence(STEPS, C), 1, 4);
        sum = xcalloc(all.layer.param_reals, sizeof *sum);
        harness_forward(&all, true);
        harness_backward(&all);
        for (size_t n = 0; n < BATCH; n++) {
            memcpy(one.x[0], all.x[0] + n * SIZE, SIZE * sizeof(real));
            memcpy(one.dy, all.dy + n * SIZE, SIZE * sizeof(real));
            harness_forward(&one, true);
            harness_backward(&one);
            for (size_t k = 0; k < one.layer.param_reals; k++)
                sum[k] += one.dparam[k];
        }
        assert_close(specs[i], all.layer.param_reals, all.dparam, sum,
                     4 * sqrt((double)BATCH * STEPS) * REAL_EPSILON);
        free(sum);
        harness_stop(&all);
        harness_stop(&one);
    }
}

/* Precise statistics of one batch are its own, biased variance; inference by them is what training gave. */
static void test_precise(void **state)
{
    static const char *const specs[] = {"batchgroupnorm groups=4",
                                        "batchgroupnorm groups=2 samples=100", "batchrenorm"};

    (void)state;
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        struct norm_average averages[256] = {0};
        struct instance h;
        double *want;

        harness_start(&h, specs[i], IMAGE, N, 3);
        assert_true(h.layer.state_reals <= 256);
        h.io.norm_stats = NORM_STATS_BATCH;
        h.io.averages = averages;
        harness_forward(&h, true);
        want = xcalloc(h.out_count, sizeof *want);
        for (size_t j = 0; j < h.out_count; j++)
            want[j] = h.y[j];
        norm_averages_write(averages, h.layer.state_reals, true, h.state);
        h.io.norm_stats = NORM_STATS_USUAL;
        h.io.averages = NULL;
        harness_forward(&h, false);
        assert_close(specs[i], h.out_count, h.y, want, 64 * REAL_EPSILON);
        free(want);
        harness_stop(&h);
    }
}

/* With all weight on the sample's own statistics, batchgroupnorm is groupnorm. */
static void test_own(void **state)
{
    struct instance h, group;
    double *want;

    (void)state;
    harness_start(&h, "batchgroupnorm groups=4", IMAGE, N, 3);
    harness_start(&group, "groupnorm groups=4", IMAGE, N, 3);
    h.io.norm_stats = NORM_STATS_OWN;
    h.io.own_weight = 1;
    harness_forward(&h, false);
    harness_forward(&group, false);
    want = xcalloc(h.out_count, sizeof *want);
    for (size_t j = 0; j < h.out_count; j++)
        want[j] = group.y[j];
    assert_close("own", h.out_count, h.y, want, 32 * REAL_EPSILON);
    free(want);
    harness_stop(&h);
    harness_stop(&group);
}

/* Trials with these norms end well, evaluated by running statistics, precise ones and the batch's own; then with frozen
 * statistics. frn in a dense net is refused. */
static void test_in_trials(void **state)
{
    static const struct {
        const char *net, *norm, *data, *more;
        enum trial_status status;
    } trials[] = {
        {"conv2d 8 k=3; ${norm}; relu; gap; dense ${classes}", "batchgroupnorm groups=4",
         "synthetic-rgb", "eval_all=1", TRIAL_DONE},
        {"conv2d 8 k=3; ${norm}; relu; gap; dense ${classes}", "batchgroupnorm groups=4 samples=4",
         "synthetic-rgb", "eval_stats=own freeze_norm=2", TRIAL_DONE},
        {"conv2d 8 k=3; ${norm}; relu; gap; dense ${classes}", "batchrenorm warmup=2",
         "synthetic-rgb", "eval_all=1 freeze_norm=2", TRIAL_DONE},
        {"conv2d 8 k=3; ${norm}; tlu; gap; dense ${classes}", "frn", "synthetic-rgb", "eval_all=1",
         TRIAL_DONE},
        {"mlp hidden=16", "frn learn_eps=1", "synthetic", "eval_stats=precise", TRIAL_DONE},
        {"mlp hidden=16", "frn", "synthetic", "", TRIAL_REFUSED},
        {"transformer layers=1 width=8 heads=2 ff=8 qknorm=1", "scalenorm", "synthetic-words",
         "eval_all=1", TRIAL_DONE},
        {"recurrent units=4", "batchrenorm masked=1", "synthetic-words", "eval_all=1", TRIAL_DONE},
        {"embedding 8 tokens=${tokens}; lstm 4 norm=batchgroupnorm:groups=2; ${norm}; last; "
         "dense ${classes}",
         "batchgroupnorm groups=2", "synthetic-words", "eval_all=1", TRIAL_DONE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof trials / sizeof *trials; i++) {
        char *keys = format_new("data=%s epochs=2 batch=16 train_count=64 test_count=32 %s",
                                trials[i].data, trials[i].more);
        struct config c = {0};
        struct trial_result r;

        assert_int_equal(config_parse(&c, keys), 0);
        config_set(&c, "net", trials[i].net);
        config_set(&c, "norm", trials[i].norm);
        assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
        if (r.status != trials[i].status)
            fail_msg("%s: status %d, %s", trials[i].norm, r.status, r.message ? r.message : "");
        if (r.status == TRIAL_DONE)
            assert_true(isfinite(trial_final(&r, METRIC_test_error)) &&
                        isfinite(trial_final(&r, METRIC_test_loss)));
        trial_result_clear(&r);
        config_clear(&c);
        free(keys);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends_of_batchgroupnorm),
        cmocka_unit_test(test_chunks_of_batchgroupnorm),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_batchgroupnorm_in_cells),
        cmocka_unit_test(test_batchrenorm_without_room),
        cmocka_unit_test(test_batchrenorm_trains_as_it_infers),
        cmocka_unit_test(test_limits_grow),
        cmocka_unit_test(test_what_counts_as_a_step),
        cmocka_unit_test(test_batch_statistics_are_not_corrected),
        cmocka_unit_test(test_average_of_deviations),
        cmocka_unit_test(test_running_deviation_of_zero),
        cmocka_unit_test(test_frn_of_one_position),
        cmocka_unit_test(test_frn_has_unit_mean_square),
        cmocka_unit_test(test_tlu),
        cmocka_unit_test(test_gradients_of_tlu_share_dy),
        cmocka_unit_test(test_scalenorm_has_one_length),
        cmocka_unit_test(test_headnorm_at_its_ends),
        cmocka_unit_test(test_lengths_do_not_count),
        cmocka_unit_test(test_first_gain),
        cmocka_unit_test(test_lengths_without_direction),
        cmocka_unit_test(test_gradients_of_large_batches),
        cmocka_unit_test(test_precise),
        cmocka_unit_test(test_own),
        cmocka_unit_test(test_in_trials),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
