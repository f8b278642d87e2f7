/* The nets that have names: what they are made of, and how many parameters they have. */
#include "nets.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* What the zoo writes, word for word: He et al. 2016's nets for CIFAR, at a depth of 8, and the others. */
static void test_zoo_text(void **state)
{
#define BLOCK(c)   "residual { conv2d " #c " k=3 stride=1; N; relu; conv2d " #c " k=3; N }"
#define SHRINK(c)  "residual { conv2d " #c " k=3 stride=2; N; relu; conv2d " #c " k=3; N }"
#define PROJECT(c) " { conv2d " #c " k=1 stride=2; N }"
#define PLAIN(c, stride)                                                                           \
    "conv2d " #c " k=3 stride=" #stride "; N; relu; conv2d " #c " k=3; N; relu; "
#define WS_BLOCK(c, stride, ws, end)                                                               \
    "residual { conv2d " #c " k=3 " stride " " ws "; N; relu; conv2d " #c " k=3 " ws "; N; " end   \
    " }"
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
        {"transformer layers=1 width=8 heads=2 ff=16 qknorm=1 norm_at=none",
         "embedding 8 tokens=9; position sinusoidal; residual { attention 2 qknorm=1 }; "
         "residual { dense 16; relu; dense 8 }; mean; dense 5"},
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
        {"mlp hidden=8x2 act=none", "flatten; dense 8; N; none; dense 8; N; none; dense 5"},
        {"resmlp width=8 blocks=2",
         "flatten; dense 8; residual { N; relu; dense 8 }; residual { N; relu; dense 8 }; N; relu; "
         "dense 5"},
        {"resnet depth=8 width=4 branch=skipinit ws=1",
         "conv2d 4 k=3 ws=1; N; relu; " WS_BLOCK(4, "stride=1", "ws=1", "skipinit") "; relu; " WS_BLOCK(
             8, "stride=2", "ws=1",
             "skipinit") " { conv2d 8 k=1 stride=2 ws=1; N }; relu; " WS_BLOCK(16, "stride=2",
                                                                               "ws=1",
                                                                               "skipinit") " { conv2d 16 k=1 stride=2 ws=1; N }; relu; gap; dense 5"},
        {"resnet depth=8 width=4 branch=layerscale ws=scaled weightnorm=1 shortcut=pad act=none",
         "conv2d 4 k=3 ws=scaled weightnorm=1; N; residual { conv2d 4 k=3 stride=1 ws=scaled "
         "weightnorm=1; N; conv2d 4 k=3 ws=scaled weightnorm=1; N; layerscale }; residual { conv2d "
         "8 k=3 stride=2 ws=scaled weightnorm=1; N; conv2d 8 k=3 ws=scaled weightnorm=1; N; "
         "layerscale } { subsample 8 stride=2 }; residual { conv2d 16 k=3 stride=2 ws=scaled "
         "weightnorm=1; N; conv2d 16 k=3 ws=scaled weightnorm=1; N; layerscale } { subsample 16 "
         "stride=2 }; gap; dense 5"},
        {"resnet depth=8 width=4 zero_gamma=1",
         "conv2d 4 k=3; N; relu; residual { conv2d 4 k=3 stride=1; N; relu; conv2d 4 k=3; N "
         "gamma_init=0 }; relu; residual { conv2d 8 k=3 stride=2; N; relu; conv2d 8 k=3; N "
         "gamma_init=0 } { conv2d 8 k=1 stride=2; N }; relu; residual { conv2d 16 k=3 stride=2; N; "
         "relu; conv2d 16 k=3; N gamma_init=0 } { conv2d 16 k=1 stride=2; N }; relu; gap; dense 5"},
        {"mlp hidden=3x2 ws=1", "flatten; dense 3 ws=1; N; relu; dense 3 ws=1; N; relu; dense 5"},
        {"lenet ws=scaled",
         "conv2d 8 k=5 ws=scaled; N; relu; maxpool 2; conv2d 16 k=5 pad=0 ws=scaled; N; relu; "
         "maxpool 2; flatten; dense 120 ws=scaled; relu; dense 84 ws=scaled; relu; dense 5"},
        {"lenet weightnorm=1 act=tanh",
         "conv2d 8 k=5 weightnorm=1; N; tanh; maxpool 2; conv2d 16 k=5 pad=0 weightnorm=1; N; "
         "tanh; maxpool 2; flatten; dense 120 weightnorm=1; tanh; dense 84 weightnorm=1; tanh; "
         "dense 5"},
        {"resnet depth=8 width=4 shortcut=none act=gelu",
         "conv2d 4 k=3; N; gelu; conv2d 4 k=3 stride=1; N; gelu; conv2d 4 k=3; N; gelu; conv2d 8 "
         "k=3 stride=2; N; gelu; conv2d 8 k=3; N; gelu; conv2d 16 k=3 stride=2; N; gelu; conv2d 16 "
         "k=3; N; gelu; gap; dense 5"},
        {"transformer layers=1 width=8 heads=2 ff=16 branch=layerscale dropout=0.1",
         "embedding 8 tokens=9; position sinusoidal; dropout 0.1; residual { N; attention 2; "
         "dropout 0.1; layerscale }; residual { N; dense 16; relu; dropout 0.1; dense 8; dropout "
         "0.1; layerscale }; N; mean; dense 5"},
        {"lenet",
         "conv2d 8 k=5; N; relu; maxpool 2; conv2d 16 k=5 pad=0; N; relu; maxpool 2; flatten; "
         "dense 120; relu; dense 84; relu; dense 5"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
        struct config c = {0};
        struct net_request q = {want[i][0], &c, {3, 8, 8, 1}, 5, 9, 1, 1, false};
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

/* The text of a net with one option set. */
static char *text_with(const char *name, const char *key, const char *value)
{
    const struct zoo_entry *z = zoo_find(name, strlen(name));
    _Alignas(16) char options[2 * OPTION_TEXT_MAX];
    struct text out = {0}, why = {0};

    options_default(z->options, options);
    assert_int_equal(option_set(z->options, options, key, value, &why), 0);
    z->write(options, &out);
    return out.s;
}

/* Every activation of the option act stands in each place of relu. */
static void test_activations(void **state)
{
    static const char *const nets[] = {"mlp", "lenet", "resnet"};

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *relu = text_with(nets[i], "act", "relu"), *tlu = text_with(nets[i], "act", "tlu");

        assert_null(strstr(tlu, "relu"));
        for (char *at; (at = strstr(relu, "relu"));)
            memcpy(memmove(at, at + 1, strlen(at)), "tlu", 3);
        assert_string_equal(relu, tlu);
        free(relu);
        free(tlu);
    }
}

/* Options of residual branches are refused where there are none. */
static void test_branch_needs_residuals(void **state)
{
    static const char *const option[] = {"branch=skipinit", "zero_gamma=1"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *text = format_new("resnet depth=8 shortcut=none %s", option[i]),
             *message = format_new("%s is for residual blocks", option[i]);
        struct text why = {0};
        struct net n;

        assert_int_equal(build(&n, text, "norm=batchnorm", shape_image(8, 8, 1), &why), -1);
        assert_holds(text_str(&why), message);
        text_clear(&why);
        free(message);
        free(text);
    }
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zoo_text),
        cmocka_unit_test(test_activations),
        cmocka_unit_test(test_branch_needs_residuals),
        cmocka_unit_test(test_resnet_parameters),
        cmocka_unit_test(test_sequence_parameters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
