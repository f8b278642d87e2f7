/* Weights made from other parameters (layers/weights.h): first values, identities of their gradients, extreme values, and
 * what is refused. PyTorch's numbers of them are in test_golden, finite differences in test_gradient. */
#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "harness.h"
#include "layers/weights.h"
#include "nets.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const RULES[] = {"ws=1", "ws=scaled", "weightnorm=1"};
enum { WS, SCALED, WEIGHTNORM, COUNT };

static const struct {
    const char *layer;
    struct shape in;
} layers[] = {
    {"dense 5", {1, 1, 1, 17}},          {"dense 3", {2, 4, 1, 5}},
    {"conv1d 3 k=5", {2, 6, 1, 2}},      {"conv2d 17", {3, 8, 8, 9}}, /* by Winograd's algorithm */
    {"conv2d 4 stride=2", {3, 5, 4, 3}}, {"conv2d 1 k=1", {3, 2, 2, 34}},
};
enum { LAYERS = sizeof layers / sizeof *layers, N = 3 };

static struct param *param_of(struct instance *h, const char *name)
{
    for (int i = 0; i < h->layer.params; i++)
        if (strcmp(h->layer.param[i].name, name) == 0)
            return &h->layer.param[i];
    fail_msg("no parameter %s", name);
    return NULL;
}

static void start(struct instance *h, int layer, const char *options)
{
    char *spec = format_new("%s %s", layers[layer].layer, options);

    harness_start(h, spec, layers[layer].in, N, 3);
    free(spec);
}

/* ---- first values ---- */

/* With all rules, the random numbers of the weight are those of a weight without: seeds are paired. With weightnorm, the
 * net also computes the same at first, but for rounding. */
static void check_first_values(const char *rule, int scheme, bool same_output)
{
    static const char *const text =
        "conv2d 8 ${rule}; batchnorm; relu; conv2d 8 ${rule}; relu; gap; dense 5 ${rule}";
    struct net plain, made;
    char *config = format_new("rule=%s", rule);
    double want[6 * 5];

    build_good(&plain, text, "rule=bias=auto", shape_image(8, 8, 3));
    build_good(&made, text, config, shape_image(8, 8, 3));
    net_init(&plain, 7, scheme, 1.5);
    net_init(&made, 7, scheme, 1.5);
    for (int i = 0; i < plain.nodes; i++) {
        const struct node *a = &plain.node[i], *b = &made.node[i];

        if (a->layer.params > 0)
            assert_memory_equal(plain.param + a->param_at + a->layer.param[0].offset,
                                made.param + b->param_at + b->layer.param[0].offset,
                                a->layer.param[0].count * sizeof(real));
    }
    draw_normal(net_input(&plain), 6 * shape_size(plain.in), 5, "x");
    memcpy(net_input(&made), net_input(&plain), 6 * shape_size(plain.in) * sizeof(real));
    net_forward(&plain, 6, true, 1);
    net_forward(&made, 6, true, 1);
    for (int i = 0; i < 30; i++)
        want[i] = net_output(&plain)[i];
    if (same_output)
        assert_close(rule, 30, net_output(&made), want, 256 * REAL_EPSILON);
    net_release(&plain);
    net_release(&made);
    free(config);
}

static void test_first_values(void **state)
{
    (void)state;
    for (int scheme = 0; scheme < 6;
         scheme += 5) /* he_normal, and torch, which also draws biases */
        for (int i = 0; i < COUNT; i++)
            check_first_values(RULES[i], scheme, i == WEIGHTNORM);
}

static void test_first_gains(void **state)
{
    struct instance h, plain;

    (void)state;
    start(&h, 0, "ws=scaled");
    instance_init(&h, 1);
    for (size_t i = 0; i < 5; i++)
        assert_true(h.param[param_of(&h, "gain")->offset + i] == 1);
    harness_stop(&h);
    start(&h, 0, "weightnorm=1");
    start(&plain, 0, "");
    instance_init(&h, 1);
    instance_init(&plain, 1);
    assert_memory_equal(h.param + param_of(&h, "weight_v")->offset, plain.param, 85 * sizeof(real));
    for (size_t c = 0; c < 5; c++) {
        double square = 0;

        for (size_t i = 0; i < 17; i++)
            square += (double)plain.param[i * 5 + c] * (double)plain.param[i * 5 + c];
        assert_true(fabs((double)h.param[param_of(&h, "weight_g")->offset + c] - sqrt(square)) <
                    4 * REAL_EPSILON * sqrt(square));
    }
    harness_stop(&h);
    harness_stop(&plain);
}

/* ---- identities ---- */

/* The sums over a channel's weights of the gradient, and of the gradient times the weight, are 0: the function does not
 * change when the weights are multiplied by a number (Salimans & Kingma 2016, section 2.1), nor, with ws, when a number
 * is added to them. */
static void check_orthogonal(int layer, int rule)
{
    struct instance h;
    const struct param *w;
    size_t c;

    /* eps would make the function depend on the size of the weights */
    start(&h, layer,
          rule == WEIGHTNORM ? "weightnorm=1"
          : rule == WS       ? "ws=1 ws_eps=0"
                             : "ws=scaled ws_eps=0");
    w = &h.layer.param[LAYER_WEIGHT];
    c = (size_t)h.layer.out.c;
    harness_forward(&h, true);
    harness_backward(&h);
    for (size_t o = 0; o < c; o++) {
        double sum = 0, product = 0, size = 0, largest = 0;

        for (size_t i = o; i < w->count; i += c) {
            double g = (double)h.dparam[w->offset + i], v = (double)h.param[w->offset + i];

            sum += g;
            product += g * v;
            size += fabs(g * v);
            largest += fabs(g);
        }
        if (fabs(product) > 64 * REAL_EPSILON * size)
            fail_msg("%s %s: gradient times weight %g of %g", layers[layer].layer, RULES[rule],
                     product, size);
        if (rule != WEIGHTNORM && fabs(sum) > 64 * REAL_EPSILON * largest)
            fail_msg("%s %s: sum of the gradient %g of %g", layers[layer].layer, RULES[rule], sum,
                     largest);
    }
    harness_stop(&h);
}

static void test_gradients_are_orthogonal(void **state)
{
    (void)state;
    for (int i = 0; i < LAYERS; i++)
        for (int rule = 0; rule < COUNT; rule++)
            check_orthogonal(i, rule);
}

/* A dense layer on the rows of the identity matrix gives its effective weight, here against the definition. */
static void check_effective(const char *rule, double factor, double shift, double eps, bool gain,
                            bool centered, double spread)
{
    enum { I = 40, O = 3 };
    struct instance h;
    char *spec = format_new("dense 3 bias=0 %s", rule);
    double want[I * O];
    const real *w;

    harness_start(&h, spec, shape_vector(I), I, 3);
    for (size_t i = 0; i < I * I; i++)
        h.x[0][i] = i % (I + 1) == 0;
    for (size_t i = 0; i < I * O; i++)
        h.param[i] = (real)(factor * ((double)h.param[i] + shift));
    w = h.param;
    for (int o = 0; o < O; o++) {
        long double mean = 0, square = 0;
        double g = gain ? (double)h.param[h.layer.param[1].offset + (size_t)o] : 1;

        for (int i = 0; i < I; i++)
            mean += (long double)w[i * O + o] / I;
        mean = centered ? mean : 0;
        for (int i = 0; i < I; i++)
            square += (w[i * O + o] - mean) * (w[i * O + o] - mean);
        for (int i = 0; i < I; i++)
            want[i * O + o] =
                (double)(g * (w[i * O + o] - mean) / sqrtl((long double)spread * square + eps));
    }
    harness_forward(&h, true);
    /* sums are in double, so the mean has an error of DBL_EPSILON times its size, here in units of the deviation */
    assert_close(spec, I * O, h.y, want, 8 * (REAL_EPSILON + DBL_EPSILON * shift));
    harness_backward(&h);
    for (size_t i = 0; i < h.layer.param_reals; i++)
        if (i < I * O)
            assert_true(isfinite(h.dparam[i]));
    harness_stop(&h);
    free(spec);
}

/* Small, large and nearly equal weights. */
static void test_effective_weights(void **state)
{
    static const double factor[] = {1, 1e18, 1e-30, 1e-3}, shift[] = {0, 0, 0, 1e4};

    (void)state;
    for (int i = 0; i < 4; i++) {
        check_effective("ws=1 ws_eps=0", factor[i], shift[i], 0, false, true, 1.0 / 40);
        check_effective("ws=1", factor[i], shift[i], 1e-10, false, true, 1.0 / 40);
        check_effective("ws=scaled ws_eps=0", factor[i], shift[i], 0, true, true, 1);
        check_effective("ws=scaled", factor[i], shift[i], 1e-4, true, true, 1);
        check_effective("weightnorm=1", factor[i], shift[i], 0, true, false, 1);
    }
}

/* Equal weights have no deviation, and v = 0 no direction: the output is the bias, and the gradients are 0. */
static void test_no_deviation(void **state)
{
    static const char *const rules[] = {"ws=1 ws_eps=0", "ws=1", "ws=scaled ws_eps=0",
                                        "weightnorm=1"};

    (void)state;
    for (int i = 0; i < LAYERS; i++)
        for (int r = 0; r < 4; r++) {
            struct instance h;
            const struct param *w = &h.layer.param[LAYER_WEIGHT], *bias;

            start(&h, i, rules[r]);
            bias = param_of(&h, "bias");
            for (size_t j = 0; j < w->count; j++)
                h.param[w->offset + j] = r == 3 ? 0 : (real)0.75;
            harness_forward(&h, true);
            harness_backward(&h);
            for (size_t j = 0; j < h.out_count; j++)
                assert_true(h.y[j] == h.param[bias->offset + j % bias->count]);
            for (size_t j = 0; j < w->count; j++)
                assert_true(r == 1 ? isfinite(h.dparam[j]) : h.dparam[j] == 0);
            harness_stop(&h);
        }
}

/* Behind an activation of standard normal values, a layer with the gain of that activation has outputs of variance 1
 * (Brock, De & Smith 2021). */
static void test_variance_is_kept(void **state)
{
    static const char *const activation[] = {"relu", "tanh", "sigmoid", "gelu"};
    enum { SAMPLES = 500, WIDTH = 200 };

    (void)state;
    for (int a = 0; a < 4; a++) {
        struct instance h, f;
        char *spec = format_new("dense 200 ws=scaled ws_gain=%s bias=0", activation[a]);
        double sum = 0, squares = 0, n = (double)SAMPLES * WIDTH;

        harness_start(&h, spec, shape_vector(WIDTH), SAMPLES, 3);
        harness_start(&f, activation[a], shape_vector(WIDTH), SAMPLES, 4);
        instance_init(&h, 5);
        harness_forward(&f, true);
        memcpy(h.x[0], f.y, h.in_count * sizeof(real));
        harness_forward(&h, true);
        for (size_t i = 0; i < h.out_count; i++) {
            sum += (double)h.y[i];
            squares += (double)h.y[i] * (double)h.y[i];
        }
        /* 500 * 200 outputs, of which 500 * 200 inputs are random: deviation about sqrt(2 / 100000) times a few */
        if (fabs(squares / n - 1) > 0.02 || fabs(sum / n) > 0.02)
            fail_msg("%s: mean %g, mean square %g", spec, sum / n, squares / n);
        harness_stop(&h);
        harness_stop(&f);
        free(spec);
    }
}

/* ---- texts ---- */

static void check_canonical(const char *spec, const char *want)
{
    struct text out = {0};

    assert_int_equal(layer_canonical(spec, &out), 0);
    assert_string_equal(text_str(&out), want);
    text_clear(&out);
}

/* An option that has no effect is left out, and so is a default that is written out. */
static void test_canonical(void **state)
{
    (void)state;
    check_canonical("conv2d 8 ws=0 ws_eps=1e-3 ws_gain=relu weightnorm=0", "conv2d 8");
    check_canonical("dense units=8 ws_eps=auto bias=1", "dense 8 bias=1");
    check_canonical("conv1d 8 weightnorm=1 ws_gain=2", "conv1d 8 weightnorm=1");
    check_canonical("dense 8 ws=1 ws_eps=1e-10 ws_gain=relu", "dense 8 ws=1");
    check_canonical("conv2d 8 ws=scaled ws_eps=1e-10", "conv2d 8 ws=scaled ws_eps=1e-10");
    check_canonical("conv2d 8 ws_gain=relu ws_eps=1e-4 ws=scaled",
                    "conv2d 8 ws=scaled ws_gain=relu");
}

static void check_refused(const char *spec, struct shape in, int want, const char *message)
{
    struct instance h;

    assert_int_equal(harness_setup(&h, spec, in, 2, 2), want);
    assert_holds(h.setup.message, message);
}

static void test_refused(void **state)
{
    struct instance h;

    (void)state;
    check_refused("dense 3 ws=1", shape_vector(1), REFUSED, "one weight");
    check_refused("conv1d 3 k=1 ws=scaled", shape_sequence(4, 1), REFUSED, "one weight");
    check_refused("conv2d 3 k=1 ws=1", shape_image(4, 4, 1), REFUSED, "take ws=0");
    check_refused("dense 3 ws=1 weightnorm=1", shape_vector(4), -1, "exclude each other");
    check_refused("conv2d 3 ws=2", shape_image(4, 4, 1), -1, "0|1|scaled");
    assert_int_equal(harness_setup(&h, "conv2d 3 k=3 ws=1", shape_image(4, 4, 1), 2, 2), 0);
    harness_stop(&h);
    assert_int_equal(harness_setup(&h, "dense 3 weightnorm=1", shape_vector(1), 2, 2), 0);
    harness_stop(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_values),
        cmocka_unit_test(test_first_gains),
        cmocka_unit_test(test_gradients_are_orthogonal),
        cmocka_unit_test(test_effective_weights),
        cmocka_unit_test(test_no_deviation),
        cmocka_unit_test(test_variance_is_kept),
        cmocka_unit_test(test_canonical),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
