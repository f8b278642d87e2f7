/* Nets as text: parsing, names, shapes, errors, gradients of a whole net, first values. */
#include "base/arena.h"
#include "base/text.h"
#include "harness.h"
#include "net/net.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int build(struct net *n, const char *text, const char *config, struct shape in,
                 struct text *why)
{
    struct config c = {0};
    struct net_request q = {text, &c, in, 5, 0, 6, 6};
    int r;

    assert_int_equal(config_parse(&c, config), 0);
    r = net_build(n, &q, NULL, why);
    config_clear(&c);
    return r;
}

static void build_good(struct net *n, const char *text, const char *config, struct shape in)
{
    struct text why = {0};

    if (build(n, text, config, in, &why))
        fail_msg("%s: %s", text, text_str(&why));
    text_clear(&why);
    assert_int_equal(net_commit(n), 0);
}

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
        const struct node *k = net_numbered(&n, i);

        assert_int_equal(k != NULL, names[i] != NULL);
        if (k)
            assert_string_equal(k->layer.name, names[i]);
    }
    assert_true(shape_equal(net_numbered(&n, 8)->layer.out, shape_image(4, 5, 8)));
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
    assert_int_equal(net_numbered(&n, 0)->layer.params, 1);
    assert_int_equal(net_numbered(&n, 2)->layer.params, 2);
    assert_int_equal(net_numbered(&n, 5)->layer.params, 2);
    assert_int_equal(net_numbered(&n, 7)->layer.params, 2);
    net_release(&n);
}

static void test_errors(void **state)
{
    static const char *const bad[][2] = {
        {"", "no layer"},
        {"conv2d 4; batchnrm; relu", "unknown layer or net 'batchnrm'; did you mean 'batchnorm'?"},
        {"conv2d 4; ${norm}", "${norm} has no value; give norm="},
        {"conv2d 4; ${norm", "no closing brace"},
        {"residual { conv2d 4 k=3 }",
         "block1.add (add) on 8x8x4: the body gives 8x8x4 and the shortcut"},
        {"residual conv2d 4", "must be followed by"},
        {"residual { conv2d 4", "has no }"},
        {"relu }", "a } without {"},
        {"{ relu }", "'{' stands only behind residual"},
        {"flatten; conv2d 3", "conv1 (conv2d 3) on 64: needs an image"},
        {"conv2d 4; groupnorm groups=3",
         "norm1 (groupnorm groups=3) on 8x8x4: groups=3 does not divide"},
        {"resent depth=8", "did you mean 'resnet'?"},
        {"resnet depth=9", "depth=9: should be 6n + 2"},
        {"resnet dept=8", "resnet: unknown key 'dept'; did you mean 'depth'?"},
        {"mlp hidden=12-", "hidden=12-: should be widths"},
        {"mlp hidden=12x", "hidden=12x: should be widths"},
        {"mlp hidden=3-12x0", "hidden=3-12x0: should be widths"},
        {"mlp hidden=600x600-600x600", "at most 1000 layers"},
        {"mlp 12", "'12' is not KEY=VALUE"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text why = {0};
        struct net n;

        assert_int_equal(build(&n, bad[i][0], "", shape_image(8, 8, 1), &why), -1);
        if (!strstr(text_str(&why), bad[i][1]))
            fail_msg("'%s': '%s' lacks '%s'", bad[i][0], text_str(&why), bad[i][1]);
        text_clear(&why);
    }
}

static int build_sequence(struct net *n, const char *text, int tokens, int channels,
                          struct text *why)
{
    struct config c = {0};
    struct net_request q = {text, &c, shape_sequence(20, channels), 10, tokens, 6, 6};
    int r;

    config_set(&c, "norm", "layernorm over=token");
    r = net_build(n, &q, NULL, why);
    config_clear(&c);
    return r;
}

/* Tokens go into an embedding, and nothing else does. */
static void test_token_errors(void **state)
{
    static const struct {
        const char *text;
        int tokens, channels;
        const char *message;
    } bad[] = {
        {"transformer", 0, 4, "embedding1 (embedding 64 tokens=0) on 20x4: the data has no tokens"},
        {"transformer from=values", 9, 1,
         "dense1 (dense 64) on 20x1: the data's numbers are those of"},
        {"embedding 4 tokens=8; mean", 9, 1,
         "tokens=8, but the data has 9; write tokens=${tokens}"},
        {"embedding 4 tokens=8; mean", 0, 1,
         "its input should be the data, and that should be tokens"},
        {"embedding 1 tokens=9; embedding 4 tokens=9; mean", 9, 1,
         "embedding2 (embedding 4 tokens=9)"},
        {"transformer width=30", 9, 1,
         "attention 4) on 20x30: heads=4 does not divide the 30 channels"},
        {"mean; attention 2", 0, 4, "attention1 (attention 2) on 4: needs a sequence [T][C]"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text why = {0};
        struct net n;

        assert_int_equal(build_sequence(&n, bad[i].text, bad[i].tokens, bad[i].channels, &why), -1);
        if (!strstr(text_str(&why), bad[i].message))
            fail_msg("'%s': '%s' lacks '%s'", bad[i].text, text_str(&why), bad[i].message);
        text_clear(&why);
    }
}

/* A torch.nn.TransformerEncoderLayer(64, 4, 256) has 49,984 parameters; Keras's LSTM(64) on 32 channels
 * 24,832. */
static void test_sequence_parameters(void **state)
{
    static const struct {
        const char *text;
        size_t parameters;
    } nets[] = {
        {"transformer", 1000 * 64 + 2 * 49984 + 128 + 650},
        {"transformer positions=learned norm_at=post", 1000 * 64 + 20 * 64 + 2 * 49984 + 650},
        {"recurrent", 1000 * 32 + 24832 + 128 + 650},
        {"convnet layers=1 k=5", 1000 * 64 + 5 * 64 * 64 + 128 + 650},
    };

    (void)state;
    for (size_t i = 0; i < sizeof nets / sizeof *nets; i++) {
        struct text why = {0};
        struct net n;

        if (build_sequence(&n, nets[i].text, 1000, 1, &why))
            fail_msg("%s: %s", nets[i].text, text_str(&why));
        assert_int_equal(n.trainable, nets[i].parameters);
        assert_true(shape_equal(n.out, shape_vector(10)));
        net_release(&n);
    }
}

static void test_refusal_names_the_place(void **state)
{
    struct text why = {0};
    struct net n;

    (void)state;
    assert_int_equal(build(&n, "mlp hidden=8", "norm=instancenorm", shape_image(4, 4, 1), &why),
                     -2);
    assert_string_equal(
        text_str(&why),
        "net: norm1 (instancenorm) on 8: on shape 8 a statistics group holds one value, "
        "whose variance is undefined; instancenorm needs more than one position; take "
        "layernorm or groupnorm");
    text_clear(&why);
}

/* He et al. 2016, table 6: ResNet-20 has 0.27 M parameters, ResNet-32 0.46 M, with option A. */
static void test_resnet_parameters(void **state)
{
    struct net n;

    (void)state;
    build_good(&n, "resnet depth=20 shortcut=pad", "norm=batchnorm", shape_image(32, 32, 3));
    assert_true(n.trainable > 265000 && n.trainable < 275000);
    net_release(&n);
    build_good(&n, "resnet depth=32 shortcut=pad", "norm=batchnorm", shape_image(32, 32, 3));
    assert_true(n.trainable > 455000 && n.trainable < 465000);
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
    for (int i = 0; i < n[0].numbers; i++) {
        const struct node *a = net_numbered(&n[0], i);

        if (!a || a->layer.params == 0 || a->layer.param[0].role != PARAM_WEIGHT)
            continue;
        for (int j = 1; j < 3; j++)
            assert_memory_equal(n[0].param + a->param_at,
                                n[j].param + net_numbered(&n[j], i)->param_at,
                                a->layer.param[0].count * sizeof(real));
        assert_memory_not_equal(n[0].param + a->param_at,
                                other.param + net_numbered(&other, i)->param_at,
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

/* What the zoo writes, word for word: He et al. 2016's ResNet-8 and the others. */
static void test_zoo_text(void **state)
{
#define BLOCK(c)   "residual { conv2d " #c " k=3 stride=1; N; relu; conv2d " #c " k=3; N }"
#define SHRINK(c)  "residual { conv2d " #c " k=3 stride=2; N; relu; conv2d " #c " k=3; N }"
#define PROJECT(c) " { conv2d " #c " k=1 stride=2; N }"
#define PLAIN(c, stride)                                                                           \
    "conv2d " #c " k=3 stride=" #stride "; N; relu; conv2d " #c " k=3; N; relu; "
    static const char *const want[][2] = {
        {"resnet depth=8 width=4", "conv2d 4 k=3; N; relu; " BLOCK(4) "; relu; " SHRINK(8) PROJECT(
                                       8) "; relu; " SHRINK(16) PROJECT(16) "; relu; gap; dense 5"},
        {"resnet depth=8 width=4 shortcut=pad",
         "conv2d 4 k=3; N; relu; " BLOCK(4) "; relu; " SHRINK(8) " { subsample 8 stride=2 }; relu; " SHRINK(
             16) " { subsample 16 stride=2 }; relu; gap; dense 5"},
        {"mlp hidden=3-2 act=tanh norm_at=input-before",
         "flatten; N; dense 3; N; tanh; dense 2; N; tanh; dense 5"},
        {"resnet depth=8 width=4 shortcut=none",
         "conv2d 4 k=3; N; relu; " PLAIN(4, 1) PLAIN(8, 2) PLAIN(16, 2) "gap; dense 5"},
        {"mlp hidden=3x2-4 norm_at=after",
         "flatten; dense 3; relu; N; dense 3; relu; N; dense 4; relu; N; dense 5"},
        {"mlp hidden=3 norm_at=before", "flatten; dense 3; N; relu; dense 5"},
        {"mlp hidden=3 norm_at=input", "flatten; N; dense 3; relu; dense 5"},
        {"mlp hidden=3 norm_at=input-after", "flatten; N; dense 3; relu; N; dense 5"},
        {"lenet act=sigmoid norm_at=input-after",
         "N; conv2d 8 k=5; sigmoid; N; maxpool 2; conv2d 16 k=5 pad=0; sigmoid; N; maxpool 2; "
         "flatten; dense 120; sigmoid; dense 84; sigmoid; dense 5"},
        {"transformer_block width=8 heads=2 ff=16",
         "residual { N; attention 2 }; residual { N; dense 16; relu; dense 8 }"},
        {"transformer_block width=8 heads=2 ff=16 norm_at=post act=gelu dropout=0.1",
         "residual { attention 2; dropout 0.1 }; N; "
         "residual { dense 16; gelu; dropout 0.1; dense 8; dropout 0.1 }; N"},
        {"transformer layers=1 width=8 heads=2 ff=16",
         "embedding 8 tokens=9; position sinusoidal; residual { N; attention 2 }; "
         "residual { N; dense 16; relu; dense 8 }; N; mean; dense 5"},
        {"transformer layers=2 width=8 heads=2 ff=16 norm_at=post positions=learned pool=last "
         "from=values dropout=0.5",
         "dense 8; position learned; dropout 0.5; "
         "residual { attention 2; dropout 0.5 }; N; "
         "residual { dense 16; relu; dropout 0.5; dense 8; dropout 0.5 }; N; "
         "residual { attention 2; dropout 0.5 }; N; "
         "residual { dense 16; relu; dropout 0.5; dense 8; dropout 0.5 }; N; last; dense 5"},
        {"transformer_block width=8 heads=2 ff=16 norm_at=none",
         "residual { attention 2 }; residual { dense 16; relu; dense 8 }"},
        {"recurrent", "embedding 32 tokens=9; lstm 64; N; last; dense 5"},
        {"recurrent cell=gru layers=2 units=3 embedding=4 bidirectional=1 pool=mean from=values",
         "dense 4; gru 3 bidirectional=1; N; gru 3 bidirectional=1; N; mean; dense 5"},
        {"convnet layers=2 width=8 k=3",
         "embedding 8 tokens=9; conv1d 8 k=3; N; relu; conv1d 8 k=3; N; relu; mean; dense 5"},
        {"lenet",
         "conv2d 8 k=5; N; relu; maxpool 2; conv2d 16 k=5 pad=0; N; relu; maxpool 2; flatten; "
         "dense 120; relu; dense 84; relu; dense 5"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        struct config c = {0};
        struct net_request q = {want[i][0], &c, {3, 8, 8, 1}, 5, 9, 1, 1};
        struct text plain = {0}, expected = {0}, why = {0};

        config_set(&c, "norm", "batchnorm");
        assert_int_equal(net_expand(&q, NULL, &plain, &why), 0);
        for (const char *s = want[i][1]; *s; s++)
            text_add(&expected, *s == 'N' ? "batchnorm" : "%c", *s);
        assert_string_equal(text_str(&plain), text_str(&expected));
        text_clear(&plain);
        text_clear(&expected);
        config_clear(&c);
    }
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

/* Names are random streams: one that does not fit is refused, not cut. */
static void test_deep_nesting_is_refused(void **state)
{
    struct text text = {0}, why = {0};
    struct net n;

    (void)state;
    for (int i = 0; i < 12; i++)
        text_add(&text, "residual { ");
    text_add(&text, "dense 4");
    for (int i = 0; i < 12; i++)
        text_add(&text, " }");
    assert_int_equal(build(&n, text_str(&text), "", shape_vector(4), &why), -1);
    assert_non_null(strstr(text_str(&why), "nest less deeply"));
    text_clear(&text);
    text_clear(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_shapes),
        cmocka_unit_test(test_fused),
        cmocka_unit_test(test_not_fused),
        cmocka_unit_test(test_bias_before_norm),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_token_errors),
        cmocka_unit_test(test_sequence_parameters),
        cmocka_unit_test(test_refusal_names_the_place),
        cmocka_unit_test(test_resnet_parameters),
        cmocka_unit_test(test_net_gradient),
        cmocka_unit_test(test_paired_weights),
        cmocka_unit_test(test_init_schemes),
        cmocka_unit_test(test_zoo_text),
        cmocka_unit_test(test_dropout_streams),
        cmocka_unit_test(test_deep_nesting_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
