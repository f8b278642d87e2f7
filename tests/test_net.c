/* Nets as text: names, shapes, what is fused, gradients of a whole net, first values. */
#include "base/arena.h"
#include "harness.h"
#include "nets.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void test_names_and_shapes(void **state)
{
    static const char *const names[] = {"conv1",          "norm1",
                                        NULL /* relu1 */, "block1.conv1",
                                        "block1.norm1",   NULL /* block1.relu1 */,
                                        "block1.conv2",   "block1.shortcut.conv1",
                                        "block1.add",     "conv2",
                                        "gap1",           "dense1"};
    struct net n;

    (void)state;
    build_good(
        &n,
        "conv2d 4 k=3; ${norm}; relu;\nresidual { conv2d 8 stride=2; ${norm}; relu; conv2d 8 } "
        "{ conv2d 8 k=1 stride=2 }; conv2d 2; gap; dense ${classes}",
        "norm=batchnorm", shape_image(7, 9, 1));
    assert_int_equal(n.nodes, 10);
    for (int i = 0; i < 12; i++) {
        const struct node *k = net_node(&n, i);

        assert_int_equal(k != NULL, names[i] != NULL);
        if (k)
            assert_string_equal(k->layer.name, names[i]);
    }
    assert_true(shape_equal(net_node(&n, 8)->layer.out, shape_image(4, 5, 8)));
    assert_true(shape_equal(n.out, shape_vector(5)));
    assert_int_equal(n.norm_positions, 20);
    net_release(&n);
}

/* Of all layers but those of one type. */
static double flops(const struct net *n, const char *but)
{
    double sum = 0;

    for (int i = 0; i < n->nodes; i++)
        if (strcmp(n->node[i].layer.type->name, but))
            sum += n->node[i].layer.flops;
    return sum;
}

/* Two texts with the same parameters: values and gradients agree. Returns how many nodes the first has
 * less. */
static int check_same_net(const char *one, const char *other)
{
    const struct shape in = {3, 6, 5, 2};
    enum { N = 5, SIZE = N * 6 * 5 * 3 };
    struct net a, b;
    double *want;
    int fewer;

    build_good(&a, one, "", in);
    build_good(&b, other, "", in);
    fewer = b.nodes - a.nodes;
    assert_true(flops(&a, "dropout") == flops(&b, "dropout"));
    assert_int_equal(a.param_reals, b.param_reals);
    net_init(&a, 1, 0, 1);
    net_init(&b, 1, 0, 1);
    draw_normal(a.param, a.param_reals, 3, "param");
    memcpy(b.param, a.param, a.param_reals * sizeof(real));
    draw_normal(net_input(&a), N * 60, 4, "x");
    memcpy(net_input(&b), net_input(&a), N * 60 * sizeof(real));
    net_forward(&a, N, true, 1);
    net_forward(&b, N, true, 1);
    want = xcalloc(SIZE + b.param_reals, sizeof *want);
    for (size_t i = 0; i < SIZE; i++)
        want[i] = net_output(&b)[i];
    assert_close(one, SIZE, net_output(&a), want, 64 * REAL_EPSILON);
    draw_normal(net_output_gradient(&a), SIZE, 5, "dy");
    draw_normal(net_output_gradient(&b), SIZE, 5, "dy");
    net_backward(&a, N, 1);
    net_backward(&b, N, 1);
    for (size_t i = 0; i < b.param_reals; i++)
        want[i] = b.dparam[i];
    assert_close(one, b.param_reals, a.dparam, want, 1024 * REAL_EPSILON);
    free(want);
    net_release(&a);
    net_release(&b);
    return fewer;
}

/* The same norm, activation and residual, once in one pass and once kept apart by a dropout that drops
 * nothing. */
static void test_fused(void **state)
{
    static const char *const norms[] = {"batchnorm", "layernorm", "layernorm over=token",
                                        "groupnorm groups=2", "instancenorm affine=scale"};
    static const char *const texts[] = {
        "conv2d 4; %s; %s relu; conv2d 3",
        "conv2d 4; %s; %s tanh; conv2d 3",
        "conv2d 4; %s; %s sigmoid; conv2d 3",
        "conv2d 4; residual { conv2d 4; %s %s }; relu; conv2d 3",
        "conv2d 4; residual { conv2d 4; %s %s } { conv2d 4 k=1; batchnorm }; tanh; conv2d 3",
        "conv2d 4; residual { %s %s }; relu; conv2d 3",
        "conv2d 4; none; residual { none; %s %s } { none }; relu; conv2d 3"};

    (void)state;
    for (size_t t = 0; t < 7 * 5; t++) {
        char *one = format_new(texts[t / 5], norms[t % 5], ""),
             *apart =
                 format_new(texts[t / 5], norms[t % 5], t / 5 < 3 ? "dropout 0;" : "; dropout 0");

        assert_true(check_same_net(one, apart) > 0);
        free(one);
        free(apart);
    }
}

/* What lies between has another reader, or the norm has taken in what it can; an add of a buffer to
 * itself; parameters on the second summand's side alone. */
static void test_not_fused(void **state)
{
    static const char *const same[][2] = {
        {"conv2d 4; batchnorm; residual { relu; conv2d 4 }; conv2d 3",
         "conv2d 4; batchnorm; dropout 0; residual { relu; conv2d 4 }; conv2d 3"},
        {"conv2d 4; batchnorm; residual { conv2d 4 } { relu }; conv2d 3",
         "conv2d 4; batchnorm; dropout 0; residual { conv2d 4 } { relu }; conv2d 3"},
        {"conv2d 4; residual { residual { conv2d 4; batchnorm } }; conv2d 3",
         "conv2d 4; residual { residual { conv2d 4; batchnorm; dropout 0 } }; conv2d 3"},
        {"conv2d 4; batchnorm; relu; tanh; conv2d 3",
         "conv2d 4; batchnorm; dropout 0; relu; tanh; conv2d 3"},
        {"conv2d 4; residual { conv2d 4; batchnorm; relu }; conv2d 3",
         "conv2d 4; residual { conv2d 4; batchnorm; dropout 0; relu }; conv2d 3"},
        {"conv2d 4; batchnorm; residual { }; conv2d 3",
         "conv2d 4; batchnorm; residual { dropout 0 }; conv2d 3"},
        {"conv2d 4; residual { none }; conv2d 3", "conv2d 4; residual { dropout 0 }; conv2d 3"},
        {"residual { conv2d 2; batchnorm }; conv2d 3",
         "residual { conv2d 2; batchnorm; dropout 0 }; conv2d 3"},
        {"residual { relu } { conv2d 2 k=1 }; conv2d 3",
         "residual { conv2d 2 k=1 } { relu }; conv2d 3"},
        {"conv2d 4; residual { conv2d 4; batchnorm } { conv2d 4; batchnorm }; conv2d 3; none",
         "conv2d 4; residual { conv2d 4; batchnorm; dropout 0 } { conv2d 4; batchnorm; dropout 0 }; "
         "conv2d 3"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        check_same_net(same[i][0], same[i][1]);
}

/* A convolution or dense layer that feeds a norm has no bias, unless asked. */
static void test_bias_before_norm(void **state)
{
    struct net n;

    (void)state;
    build_good(&n,
               "conv2d 4; batchnorm; conv2d 4; relu; batchnorm; conv2d 4 bias=1; layernorm; "
               "conv2d 4; none; conv2d 4",
               "", shape_image(4, 4, 2));
    assert_int_equal(net_node(&n, 0)->layer.params, 1);
    assert_int_equal(net_node(&n, 2)->layer.params, 2);
    assert_int_equal(net_node(&n, 5)->layer.params, 2);
    assert_int_equal(net_node(&n, 7)->layer.params, 2);
    net_release(&n);
    /* A second semicolon is nothing, and the norm follows. */
    build_good(&n, "conv2d 4;; batchnorm; conv2d 4 ; ;batchnorm", "", shape_image(4, 4, 2));
    assert_int_equal(net_node(&n, 0)->layer.params, 1);
    assert_int_equal(net_node(&n, 2)->layer.params, 1);
    net_release(&n);
}

static const char *const nets[] = {
    "mlp hidden=7-6",
    "residual { conv2d 1; ${norm}; residual { relu; conv2d 1 } } { none }; relu; flatten; dense 5",
    ("conv2d 4; ${norm}; tanh; residual { conv2d 4; tanh } { conv2d 4 k=1; residual { gelu } }; "
     "gap; dense 5"),
    "conv2d 1; residual { }; residual { conv2d 1 }; flatten; dropout 0.2; dense 5",
};

/* The whole net's gradient against differences: paths that meet, that share buffers, that are
 * views. */
static void test_net_gradient(void **state)
{
    static const uint8_t label[6] = {0, 1, 2, 3, 4, 0};
#ifdef NORMLAB_REAL_DOUBLE
    const double step = 1e-6, tolerance = 1e-6;
#else
    const double step = 1e-2, tolerance = 5e-2;
#endif

    (void)state;
    for (size_t k = 0; k < sizeof nets / sizeof *nets; k++) {
        struct net n;
        double loss[2], got = 0, size = 0;
        real *d, *start;

        build_good(&n, nets[k], "norm=layernorm", shape_image(4, 4, 1));
        net_init(&n, 3, 0, 1);
        draw_normal(net_input(&n), 6 * 16, 1, "x");
        net_forward(&n, 6, true, 77);
        loss_softmax(6, 5, net_output(&n), label, net_output_gradient(&n));
        net_backward(&n, 6, 77);
        d = calloc(n.param_reals, sizeof *d);
        start = calloc(n.param_reals, sizeof *d);
        draw_normal(d, n.param_reals, 2, "d");
        memcpy(start, n.param, n.param_reals * sizeof *d);
        for (int s = 0; s < 2; s++) {
            for (size_t i = 0; i < n.param_reals; i++)
                n.param[i] = (real)(start[i] + (s ? -step : step) * d[i]);
            net_forward(&n, 6, true, 77);
            loss[s] = loss_softmax(6, 5, net_output(&n), label, NULL).loss / 6;
        }
        for (size_t i = 0; i < n.param_reals; i++) {
            got += (double)n.dparam[i] * d[i];
            size += fabs((double)n.dparam[i] * d[i]);
        }
        if (!(fabs((loss[0] - loss[1]) / (2 * step) - got) <= tolerance * (1 + size)))
            fail_msg("%s: derivative %.9g, by differences %.9g", nets[k], got,
                     (loss[0] - loss[1]) / (2 * step));
        free(d);
        free(start);
        net_release(&n);
    }
}

/* The same layer gets the same weights whatever the norm; another seed gives others. */
static void test_paired_weights(void **state)
{
    static const char *const norms[] = {"norm=none", "norm=batchnorm",
                                        "norm=\"groupnorm groups=2\""};
    struct net n[3], other;

    (void)state;
    for (int i = 0; i < 3; i++) {
        build_good(&n[i], "resnet depth=8 width=4", norms[i], shape_image(8, 8, 1));
        net_init(&n[i], 5, 0, 1);
    }
    build_good(&other, "resnet depth=8 width=4", norms[0], shape_image(8, 8, 1));
    net_init(&other, 6, 0, 1);
    for (int i = 0; i < n[0].layers; i++) {
        const struct node *a = net_node(&n[0], i);

        if (!a || a->layer.params == 0 || a->layer.param[0].role != PARAM_WEIGHT)
            continue;
        for (int j = 1; j < 3; j++)
            assert_memory_equal(n[0].param + a->param_at,
                                n[j].param + net_node(&n[j], i)->param_at,
                                a->layer.param[0].count * sizeof(real));
        assert_memory_not_equal(n[0].param + a->param_at,
                                other.param + net_node(&other, i)->param_at,
                                a->layer.param[0].count * sizeof(real));
    }
    net_release(&other);
    for (int i = 0; i < 3; i++)
        net_release(&n[i]);
}

/* Each scheme's standard deviation, from 400 x 300 weights. */
static void test_init_schemes(void **state)
{
    const double want[] = {sqrt(2.0 / 400), sqrt(2.0 / 400), sqrt(2.0 / 700),
                           sqrt(2.0 / 700), sqrt(1.0 / 400), 1 / sqrt(3 * 400.0)};
    struct net n;

    (void)state;
    build_good(&n, "dense 300", "", shape_vector(400));
    for (int scheme = 0; scheme < 6; scheme++) {
        double sum = 0, largest = 0;

        net_init(&n, 1, scheme, 1);
        for (size_t i = 0; i < 400 * 300; i++)
            sum += (double)n.param[i] * n.param[i];
        assert_true(fabs(sqrt(sum / (400 * 300)) / want[scheme] - 1) < 0.01);
        /* A uniform variable ends at sqrt(3) standard deviations; a normal one goes beyond. */
        for (size_t i = 0; i < 400 * 300; i++)
            largest = fmax(largest, fabs((double)n.param[i]));
        assert_int_equal(largest > 1.74 * want[scheme], scheme == 0 || scheme == 2 || scheme == 4);
        /* torch draws biases, too */
        assert_int_equal(n.param[n.node[0].layer.param[1].offset] != 0, scheme == 5);
    }
    net_release(&n);
}

/* Two layers, and two steps, drop different values. */
static void test_dropout_streams(void **state)
{
    struct net n;
    int zeros[2] = {0}, same = 0;
    real *first = calloc(6 * 4000, sizeof *first);

    (void)state;
    build_good(&n, "dropout 0.5; dropout 0.5", "", shape_vector(4000));
    for (int step = 0; step < 2; step++) {
        for (int i = 0; i < 6 * 4000; i++)
            net_input(&n)[i] = 1;
        net_forward(&n, 6, true, 100 + (uint64_t)step);
        for (int i = 0; i < 6 * 4000; i++) {
            zeros[step] += net_output(&n)[i] == 0;
            if (step == 0)
                first[i] = net_output(&n)[i];
            else
                same += net_output(&n)[i] == first[i];
        }
    }
    /* Independent masks leave a quarter; so 10 in 16 of two steps' values agree. */
    assert_true(zeros[0] > 17500 && zeros[0] < 18500);
    assert_true(same > 14400 && same < 15600);
    free(first);
    net_release(&n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_shapes), cmocka_unit_test(test_fused),
        cmocka_unit_test(test_not_fused),        cmocka_unit_test(test_bias_before_norm),
        cmocka_unit_test(test_net_gradient),     cmocka_unit_test(test_paired_weights),
        cmocka_unit_test(test_init_schemes),     cmocka_unit_test(test_dropout_streams),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
