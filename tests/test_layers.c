/* Layers as text: what is refused, defaults, numbers. And what any layer must not do: lose a NaN, or the mean. */
#include "base/error.h"
#include "base/rng.h"
#include "base/text.h"
#include "harness.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct shape IMAGE = {3, 5, 4, 12};

static void assert_refused(const char *spec, struct shape in, int n, int min_train_n,
                           const char *part)
{
    struct instance h;

    assert_int_equal(harness_setup(&h, spec, in, n, min_train_n), REFUSED);
    if (!strstr(h.setup.message, part))
        fail_msg("%s: '%s' lacks '%s'", spec, h.setup.message, part);
}

static void test_one_value_a_group_is_refused(void **state)
{
    struct instance h;

    (void)state;
    assert_refused("batchnorm", shape_vector(128), 1, 1, "a training batch of 1 on shape 128");
    assert_refused("batchnorm", shape_image(1, 1, 8), 32, 1, "take a batch of 2 or more");
    assert_refused("instancenorm", shape_vector(128), 32, 32, "holds one value");
    assert_refused("groupnorm groups=16", shape_vector(16), 32, 32, "take fewer groups");
    assert_refused("layernorm", shape_vector(1), 32, 32, "holds one value");
    assert_refused("layernorm over=token", shape_image(4, 4, 1), 2, 2, "over=sample");
    assert_int_equal(harness_setup(&h, "batchnorm", shape_vector(128), 1, 0), 0);
    assert_int_equal(harness_setup(&h, "batchnorm", shape_vector(128), 2, 2), 0);
    assert_int_equal(harness_setup(&h, "batchnorm", shape_image(1, 2, 8), 1, 1), 0);
}

static void test_bad_specs(void **state)
{
    static const char *const bad[][2] = {
        {"batchnrm", "unknown layer 'batchnrm'; did you mean 'batchnorm'?"},
        {"groupnorm groups=5", "groups=5 does not divide the 12 channels"},
        {"groupnorm groups=2 channels_per_group=3", "exclude each other"},
        {"batchnorm epsilon=1", "unknown key 'epsilon'; did you mean 'eps'?"},
        {"batchnorm 3", "'3' is not KEY=VALUE"},
        {"dense", "needs units"},
        {"dense bias=1", "needs units"},
        {"dense 0", "units=0: should be"},
        {"conv2d 4 k=2", "pad=same needs an odd k"},
        {"conv2d 4 k=9 pad=0", "larger than the padded input"},
        {"maxpool 2 pad=2", "more than half"},
        {"subsample 3", "fewer than the input's 12"},
        {"dropout 1", "p=1: should be"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct instance h;

        assert_int_equal(harness_setup(&h, bad[i][0], IMAGE, 2, 2), -1);
        if (!strstr(h.setup.message, bad[i][1]))
            fail_msg("%s: '%s' lacks '%s'", bad[i][0], h.setup.message, bad[i][1]);
    }
}

/* A BatchNorm of 128 features has 512 numbers, 256 of them trainable (claims: count). */
static void test_count_of_numbers(void **state)
{
    struct instance h;
    size_t trainable = 0, fixed = 0;

    (void)state;
    assert_int_equal(harness_setup(&h, "batchnorm", shape_vector(128), 32, 32), 0);
    for (int i = 0; i < h.layer.params; i++)
        trainable += h.layer.param[i].count;
    for (int i = 0; i < h.layer.states; i++)
        fixed += h.layer.state[i].count;
    assert_int_equal(trainable, 256);
    assert_int_equal(fixed, 256);
}

/* compat sets eps, momentum and the running variance together; what is given explicitly wins. */
static void test_compat(void **state)
{
    static const char *const want[][2] = {
        {"batchnorm", "eps=1e-05 affine=both gamma_init=1 momentum=0.1 running_var=unbiased"},
        {"batchnorm compat=keras",
         "eps=0.001 affine=both gamma_init=1 momentum=0.01 running_var=biased"},
        {"batchnorm compat=flax momentum=0.5",
         "eps=1e-05 affine=both gamma_init=1 momentum=0.5 running_var=biased"},
        {"layernorm compat=flax", "eps=1e-06"},
        {"batchnorm momentum=cma", "momentum=cma"},
        {"layernorm gamma_init=0.1", "gamma_init=0.1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        struct instance h;
        struct text printed = {0};

        assert_int_equal(harness_setup(&h, want[i][0], IMAGE, 2, 2), 0);
        layer_print(&h.layer, &printed);
        if (!strstr(text_str(&printed), want[i][1]))
            fail_msg("%s: '%s' lacks '%s'", want[i][0], text_str(&printed), want[i][1]);
        text_clear(&printed);
    }
}

/* gamma_init is gamma's first value; groupnorm makes 8 groups unless told otherwise. */
static void test_defaults(void **state)
{
    struct instance h;
    struct text printed = {0};

    (void)state;
    assert_int_equal(harness_setup(&h, "batchnorm gamma_init=0.1", IMAGE, 2, 2), 0);
    assert_true(h.layer.param[0].initial == 0.1);
    assert_int_equal(harness_setup(&h, "groupnorm", shape_image(3, 3, 32), 2, 2), 0);
    layer_print(&h.layer, &printed);
    assert_non_null(strstr(text_str(&printed), "groups=8 channels_per_group=4"));
    text_clear(&printed);
}

/* Many values are drawn at a time. Value i of a batch is dropped by word i of the stream alone, wherever the values of
 * a call begin in the batch. */
static void test_dropped_values(void **state)
{
    enum { C = 5, N = 700 };
    const uint32_t limit = (uint32_t)(0.3 * 0x1p32);

    (void)state;
    for (size_t first = 0; first < 4; first++) {
        struct instance h;
        uint32_t word[4];

        harness_start(&h, "dropout 0.3", shape_vector(C), N, 2);
        h.io.random_key = 9;
        h.io.first_sample = first;
        harness_forward(&h, true);
        for (size_t i = 0; i < h.out_count; i++) {
            rng_block(9, (first * C + i) / 4, word);
            assert_true(
                h.y[i] ==
                (word[(first * C + i) % 4] < limit ? 0 : h.x[0][i] * (real)(1 / (1 - 0.3))));
        }
        harness_stop(&h);
    }
}

/* Dropout keeps the mean, zeroes a share of p, and its backward uses the same mask. */
static void test_dropout(void **state)
{
    struct instance h;
    size_t zero = 0;
    double sum = 0;

    (void)state;
    harness_start(&h, "dropout 0.3", shape_vector(10000), 4, 2);
    for (size_t i = 0; i < h.in_count; i++)
        h.x[0][i] = 1;
    harness_forward(&h, true);
    harness_backward(&h);
    for (size_t i = 0; i < h.out_count; i++) {
        zero += h.y[i] == 0;
        sum += h.y[i];
        assert_true((h.y[i] == 0) == (h.dx[0][i] == 0));
    }
    assert_true(fabs((double)zero / (double)h.out_count - 0.3) <
                5 * sqrt(0.21 / (double)h.out_count));
    assert_true(fabs(sum / (double)h.out_count - 1) < 0.02);
    harness_stop(&h);
}

/* Weights, and with init=torch biases, are drawn at random by fan_in. */
static void test_random_values_have_a_fan_in(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->examples[j]; j++) {
            const char *spec = harness_spec(layer_types[i], layer_types[i]->examples[j]);
            struct instance h;

            assert_int_equal(harness_setup(&h, spec, harness_shape(layer_types[i], false), 3, 3),
                             0);
            for (int k = 0; k < h.layer.params; k++) {
                const struct param *p = &h.layer.param[k];

                if ((p->role == PARAM_WEIGHT || p->role == PARAM_BIAS) && p->fan_in < 1)
                    fail_msg("%s: %s has no fan_in", spec, p->name);
            }
            harness_stop(&h);
        }
}

/* A NaN is not swallowed on its way through an activation or a pool. */
static void test_nan_stays(void **state)
{
    static const char *const specs[] = {"relu",
                                        "sigmoid",
                                        "tanh",
                                        "gelu",
                                        "tlu",
                                        "maxpool 2",
                                        "avgpool 2",
                                        "evonorm groups=2",
                                        "evonorm kind=b0",
                                        "dyt",
                                        "gap"};

    (void)state;
    for (size_t k = 0; k < sizeof specs / sizeof *specs; k++) {
        struct instance h;
        bool found = false;

        harness_start(&h, specs[k], shape_image(4, 4, 2), 1, 2);
        h.x[0][5] = (real)NAN;
        harness_forward(&h, true);
        for (size_t i = 0; i < h.out_count; i++)
            found |= isnan(h.y[i]);
        if (!found)
            fail_msg("%s swallows a NaN", specs[k]);
        harness_stop(&h);
    }
}

/* The average of one window by its definition, summed row by row. Pixels outside of the image are left out. */
static double window_average(const struct instance *h, int n, int oy, int ox, int c, int k,
                             int stride, int pad)
{
    struct shape in = h->layer.in[0];
    double sum = 0;

    for (int i = oy * stride - pad; i < oy * stride - pad + k; i++)
        for (int j = ox * stride - pad; j < ox * stride - pad + k; j++)
            if (i >= 0 && i < in.h && j >= 0 && j < in.w)
                sum += (double)h->x[0][((((size_t)n * in.h + i) * in.w + j) * in.c) + c];
    return sum / (k * k);
}

/* Averages have the bits of the definition, with few channels and with many, in wide images, and at edges. */
static void test_average_windows(void **state)
{
    static const struct {
        int h, w, c, k, stride, pad;
    } cases[] = {
        {28, 28, 1, 2, 2, 0},  {9, 7, 3, 3, 2, 1},    {5, 6, 16, 3, 1, 1},
        {2, 1030, 1, 2, 1, 0}, {4, 5, 1100, 2, 2, 1}, {7, 7, 2, 5, 3, 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int k = cases[i].k, stride = cases[i].stride, pad = cases[i].pad;
        char *spec = format_new("avgpool %d stride=%d pad=%d", k, stride, pad);
        struct instance h;
        struct shape out;
        size_t at = 0;

        harness_start(&h, spec, shape_image(cases[i].h, cases[i].w, cases[i].c), 2, 2);
        harness_forward(&h, true);
        out = h.layer.out;
        for (int n = 0; n < 2; n++)
            for (int o = 0; o < out.h * out.w; o++)
                for (int c = 0; c < out.c; c++, at++)
                    if (h.y[at] !=
                        (real)window_average(&h, n, o / out.w, o % out.w, c, k, stride, pad))
                        fail_msg("%s on %dx%dx%d: position %d, channel %d", spec, cases[i].h,
                                 cases[i].w, cases[i].c, o, c);
        harness_stop(&h);
        free(spec);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_value_a_group_is_refused),
        cmocka_unit_test(test_bad_specs),
        cmocka_unit_test(test_count_of_numbers),
        cmocka_unit_test(test_compat),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_dropout),
        cmocka_unit_test(test_dropped_values),
        cmocka_unit_test(test_random_values_have_a_fan_in),
        cmocka_unit_test(test_nan_stays),
        cmocka_unit_test(test_average_windows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
