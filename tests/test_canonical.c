/* The same layer or net in other words has one text, and another layer has another. */
#include "base/arena.h"
#include "net/net.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

/* The canonical form in a new string; "" where there is none. */
static char *canonical(const char *spec)
{
    struct text t = {0};

    if (layer_canonical(spec, &t))
        assert_int_equal(t.length, 0);
    return t.s ? t.s : xstrdup("");
}

static void assert_canonical(const char *spec, const char *want)
{
    char *got = canonical(spec);

    if (strcmp(got, want))
        fail_msg("'%s' should become '%s', not '%s'", spec, want, got);
    free(got);
}

/* ---- by hand ---- */

static void test_the_same_layer_has_one_text(void **state)
{
    static const char *const same[][2] = {
        {"batchnorm", "batchnorm"},
        {"batchnorm eps=1e-5", "batchnorm"},
        {"batchnorm eps=0.00001", "batchnorm"},
        {" batchnorm\teps=1.0e-05 ", "batchnorm"},
        {"batchnorm compat=torch affine=both", "batchnorm"},
        {"batchnorm momentum=0.3 eps=1e-3", "batchnorm eps=0.001 momentum=0.3"},
        {"batchnorm eps=.001 momentum=.30", "batchnorm eps=0.001 momentum=0.3"},
        {"batchnorm eps=1 eps=1e-5", "batchnorm"},
        /* Keras 3: epsilon 1e-3, momentum .99 of the old value, biased variance. */
        {"batchnorm compat=keras", "batchnorm compat=keras"},
        {"batchnorm eps=1e-3 momentum=0.01 running_var=biased", "batchnorm compat=keras"},
        {"batchnorm compat=keras eps=1e-3", "batchnorm compat=keras"},
        {"batchnorm compat=keras eps=1e-5 momentum=0.1 running_var=unbiased", "batchnorm"},
        {"batchnorm compat=flax eps=1e-3", "batchnorm compat=keras"},
        {"batchnorm affine=none gamma_init=0.5", "batchnorm affine=none"},
        {"batchgroupnorm groups=8 samples=1 momentum=0.5 running_var=biased",
         "batchgroupnorm samples=1"},
        {"batchgroupnorm momentum=0.01 running_var=biased eps=1e-3", "batchgroupnorm compat=keras"},
        {"batchrenorm rmax=1 dmax=0 warmup=7", "batchrenorm rmax=1 dmax=0"},
        {"batchrenorm running_var=biased average=sd warmup=100", "batchrenorm"},
        {"attention 4 qk_length=12", "attention"},
        {"frn learn_eps=0 eps=1e-06", "frn"},
        {"batchnorm ghost=0", "batchnorm"},
        {"batchnorm scale=var ghost=0", "batchnorm"},
        {"batchnorm scale=l1 running_var=biased", "batchnorm scale=l1"},
        {"batchnorm running_var=unbiased scale=linf", "batchnorm scale=linf"},
        {"batchnorm scale=l1 compat=keras", "batchnorm compat=keras scale=l1"},
        {"batchnorm ghost=04 eps=1e-5", "batchnorm ghost=4"},
        {"batchnorm running=first", "batchnorm"},
        {"batchnorm running=mean ghost=4", "batchnorm ghost=4"},
        {"layernorm compat=flax", "layernorm eps=1e-06"},
        {"rmsnorm eps=1e-6", "rmsnorm eps=1e-06"},
        {"rmsnorm compat=keras", "rmsnorm eps=1e-06"},
        {"rmsnorm affine=scale", "rmsnorm"},
        {"groupnorm groups=8", "groupnorm"},
        {"groupnorm channels_per_group=auto", "groupnorm"},
        {"powernorm warmup=100 momentum_nu=.10 momentum=.1", "powernorm"},
        {"switchablenorm using_bn=0 momentum=0.3 running_var=biased", "switchablenorm using_bn=0"},
        {"switchablenorm using_bn=1 running_var=unbiased", "switchablenorm"},
        {"iternorm groups=1 iterations=5 eps=1e-5", "iternorm"},
        {"conv2d channels=16 k=3", "conv2d 16"},
        {"conv2d 16 pad=1 stride=1", "conv2d 16"},
        {"conv2d 16 pad=2 k=5 bias=auto", "conv2d 16 k=5"},
        {"dense units=10", "dense 10"},
        {"maxpool 2 stride=2", "maxpool"},
        {"maxpool k=3 stride=3", "maxpool 3"},
        {"dropout p=.50", "dropout 0.5"},
        {"dropout -0", "dropout 0"},
        {"noise mean=.5 scale=1.250 jitter=0.1", "noise"},
        {"noise jitter=0. mean=2", "noise mean=2 jitter=0"},
        {"gelu approx=none", "gelu"},
        {"evonorm groups=8 kind=s0 nonlin=1 compat=flax eps=1e-5", "evonorm"},
        {"evonorm momentum=0.5 running_var=biased", "evonorm"},
        {"evonorm kind=b0 groups=4", "evonorm kind=b0"},
        {"evonorm kind=b0 eps=1e-3 momentum=0.01 running_var=biased",
         "evonorm kind=b0 compat=keras"},
        {"evonorm nonlin=0 kind=b0 groups=2 eps=1 masked=1", "evonorm nonlin=0"},
        {"dyt alpha=.50 affine=both", "dyt"},
        {"dyt affine=none gamma_init=0.5", "dyt affine=none"},
        {"skipinit init=0.", "skipinit"},
        {"layerscale init=.0001", "layerscale"},
        {"position sinusoidal", "position"},
        {"embedding tokens=100 units=8", "embedding 8 tokens=100"},
        {"relu", "relu"},
        /* Inside cells: colons for blanks; the layer's own options say what they can. At the gates a norm has
         * gamma alone, which begins at 0.1 for batchnorm (Cooijmans et al. 2016), at c beta, too. */
        {"lstm 8 norm=none", "lstm 8"},
        {"lstm 8 gamma_init=0.5 masked=1", "lstm 8"},
        {"lstm 8 norm=batchnorm:momentum=cma", "lstm 8 norm=batchnorm:momentum=cma"},
        {"lstm 8 norm=batchnorm:eps=1e-5:momentum=0.10", "lstm 8 norm=batchnorm"},
        {"lstm 8 norm=batchnorm norm_at=x-h-c gamma_init=.1", "lstm 8 norm=batchnorm"},
        {"gru 8 norm=batchnorm norm_at=x-h", "gru 8 norm=batchnorm"},
        {"lstm 8 norm=batchnorm norm_at=x-h", "lstm 8 norm=batchnorm norm_at=x-h"},
        {"lstm 8 norm=batchnorm:gamma_init=1", "lstm 8 norm=batchnorm gamma_init=1"},
        {"lstm 8 norm=layernorm:gamma_init=1", "lstm 8 norm=layernorm"},
        {"lstm 8 norm=batchnorm:masked=1 masked=0", "lstm 8 norm=batchnorm masked=1"},
        {"lstm 8 norm=batchnorm:running_var=biased:eps=.001:momentum=.01",
         "lstm 8 norm=batchnorm:compat=keras"},
        {"rnn 8 norm=batchnorm:affine=scale", "rnn 8 norm=batchnorm"},
        {"rnn 8 norm=batchnorm:affine=both", "rnn 8 norm=batchnorm:affine=both"},
        {"lstm 8 norm=batchnorm:affine=scale", "lstm 8 norm=batchnorm:affine=scale"},
        {"lstm 8 norm=layernorm:affine=both norm_at=c", "lstm 8 norm=layernorm norm_at=c"},
        {"gru 8 norm=layernorm:affine=none gamma_init=3", "gru 8 norm=layernorm:affine=none"},
        {"gru 8 norm=layernorm:gamma_init=-1", "gru 8 norm=layernorm:gamma_init=-1"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_canonical(same[i][0], same[i][1]);
}

/* What depends on the place, on the shape, on the next layer or on a mask, is not decided here. */
static void test_what_may_differ_keeps_its_text(void **state)
{
    static const char *const apart[] = {
        "batchnorm",
        "batchnorm masked=0",
        "batchnorm masked=1",
        "batchnorm over=step",
        "batchnorm momentum=cma",
        "batchnorm compat=keras",
        "batchnorm affine=scale",
        "batchnorm gamma_init=0.5",
        "batchnorm ghost=4",
        "batchnorm ghost=4 running=first",
        "batchnorm scale=l1",
        "batchnorm ghost=4 scale=linf",
        "layernorm",
        "layernorm over=token",
        "groupnorm",
        "groupnorm groups=4",
        "groupnorm channels_per_group=8",
        "dense 16",
        "dense 16 bias=0",
        "dense 16 bias=1",
        "conv2d 16 k=2",
        "conv2d 16 k=2 pad=1",
        "maxpool 3",
        "maxpool 3 stride=2",
        "avgpool 3 stride=2",
        "lstm 8 norm=batchnorm:momentum=cma",
        "lstm 8 norm=batchnrm",
        "lstm 8 norm=batchnorm:epsilon=1",
        "lstm 8 norm_at=x",
    };

    (void)state;
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        assert_canonical(apart[i], apart[i]);
}

static void test_what_is_no_layer_has_none(void **state)
{
    static const char *const bad[] = {
        "",           "batchnrm", "batchnorm eps=-1", "batchnorm 3",        "conv2d", "dense 3 4",
        "dense ${n}", "mlp",      "relu; relu",       "batchnorm epsilon=1"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_canonical(bad[i], "");
}

/* ---- nets ---- */

static void assert_net(const char *text, const char *want)
{
    struct text t = {0};

    assert_int_equal(net_canonical(text, &t), *want ? 0 : -1);
    if (strcmp(text_str(&t), want))
        fail_msg("'%s' should become '%s', not '%s'", text, want, text_str(&t));
    text_clear(&t);
}

static void test_the_same_net_has_one_text(void **state)
{
    static const char *const same[][2] = {
        {"mlp", "mlp"},
        {"mlp hidden=128-64", "mlp"},
        {"  mlp   norm_at=before act=relu; ", "mlp"},
        {"mlp act=tanh hidden=8", "mlp hidden=8 act=tanh"},
        {"mlp hidden=64-64-32", "mlp hidden=64x2-32"},
        {"mlp hidden=64x1-64x2", "mlp hidden=64x3"},
        {"mlp hidden=128x1-64", "mlp"},
        {"mlp hidden=${h} act=relu", "mlp hidden=${h}"},
        {"avgpool 2;resnet depth=20 width=16", "avgpool; resnet"},
        {"resnet width=${w} depth=${d} shortcut=projection", "resnet depth=${d} width=${w}"},
        {"transformer norm_at=pre dropout=.0", "transformer"},
        {"conv2d 16 k=3;;relu ;", "conv2d 16; relu"},
        {"${norm};relu", "${norm}; relu"},
        {"${norm}  affine=${affine}", "${norm} affine=${affine}"},
        {"dense units=${classes} bias=auto", "dense ${classes}"},
        {"conv2d 16 k=3 bias=${bias}", "conv2d 16 bias=${bias}"},
        {"embedding tokens=${tokens} units=8", "embedding 8 tokens=${tokens}"},
        /* What eps is without eps=... depends on the key. */
        {"batchnorm eps=1e-5 compat=${c}", "batchnorm compat=${c} eps=1e-05"},
        {"residual{conv2d 8 k=3;batchnorm eps=1e-5}{subsample 8 stride=2};relu",
         "residual { conv2d 8; batchnorm } { subsample 8 }; relu"},
        {"residual { relu ; } { ; }", "residual { relu }"},
        {"residual { residual { relu } } tanh", "residual { residual { relu } }; tanh"},
        {"lstm 8 norm=batchnorm:eps=1e-5; last", "lstm 8 norm=batchnorm; last"},
        /* No layer would take these, and set-up says why. */
        {"batchnorm  eps=-1;relu", "batchnorm eps=-1; relu"},
        {"mlp hidden=x", "mlp hidden=x"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_net(same[i][0], same[i][1]);
        assert_net(same[i][1], same[i][1]);
    }
}

static void test_what_is_no_net_has_no_text(void **state)
{
    static const char *const bad[] = {"",
                                      " ; ",
                                      "batchnrm",
                                      "64x50",
                                      "relu; nothing",
                                      "residual",
                                      "residual relu",
                                      "residual { relu",
                                      "relu }",
                                      "{ relu }",
                                      "relu { tanh }",
                                      "residual { relu }; { tanh }",
                                      "relu; ${norm"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_net(bad[i], "");
}

/* Builds a net of the zoo from text, with batchnorm for ${norm}, and prints its layers. */
static void print_net(const char *text, bool sequence, struct text *out)
{
    struct config config = {0};
    struct text why = {0};
    struct net_request q = {.text = text,
                            .config = &config,
                            .in = sequence ? shape_sequence(6, 1) : shape_image(28, 28, 1),
                            .classes = 10,
                            .tokens = sequence ? 20 : 0,
                            .max_n = 4,
                            .min_train_n = 4};
    struct net n;

    config_set(&config, "norm", "batchnorm");
    if (net_build(&n, &q, NULL, &why))
        fail_msg("%s: %s", text, text_str(&why));
    for (int i = 0; i < n.nodes; i++) {
        text_add(out, "%s ", n.node[i].layer.name);
        layer_print(&n.node[i].layer, out);
        text_add(out, "\n");
    }
    net_release(&n);
    config_clear(&config);
}

/* Two texts with one canonical form are one net, layer by layer. */
static void test_the_net_stays_the_same(void **state)
{
    static const char *const images[] = {
        "mlp hidden=64-64-32 act=tanh norm_at=input-after",
        "mlp  hidden=128-64 ;",
        "lenet norm_at=before act=relu",
        "resnet shortcut=pad depth=8 width=4",
        "avgpool k=2;;resnet shortcut=projection depth=8 width=16",
        "conv2d 8 k=3 pad=1;;${norm}; residual {conv2d 8 bias=auto ; ; ${norm}} { } ; gap; dense 10"};
    static const char *const sequences[] = {
        "transformer layers=2 width=64 heads=4 ff=16", "convnet layers=1 k=5", "recurrent layers=1",
        "embedding 8 tokens=${tokens}; gru 4 norm=batchnorm:gamma_init=1 norm_at=x-h; last; dense 10"};

    (void)state;
    for (size_t i = 0; i < 10; i++) {
        bool sequence = i >= 6;
        const char *text = sequence ? sequences[i - 6] : images[i];
        struct text canonical = {0}, before = {0}, after = {0};

        assert_int_equal(net_canonical(text, &canonical), 0);
        assert_string_not_equal(text_str(&canonical), text);
        print_net(text, sequence, &before);
        print_net(text_str(&canonical), sequence, &after);
        assert_string_equal(text_str(&before), text_str(&after));
        text_clear(&canonical);
        text_clear(&before);
        text_clear(&after);
    }
}

/* ---- of all types ---- */

/* The layer's options as text, without the preset, which has no effect of its own. */
static void print_options(const char *spec, struct text *out)
{
    struct layer *l = xcalloc(1, sizeof *l);
    struct setup s = {0};

    assert_int_equal(layer_parse(l, spec, &s), 0);
    if (l->type->preset)
        memset(l->options + option_find(l->type->options, l->type->preset)->offset, 0, sizeof(int));
    layer_print(l, out);
    free(l);
}

/* Fails unless the canonical form is a layer with the same options, and its own canonical form. */
static void check_spec(const char *spec)
{
    struct text before = {0}, after = {0};
    char *once = canonical(spec);

    print_options(spec, &before);
    print_options(once, &after);
    if (strcmp(text_str(&before), text_str(&after)))
        fail_msg("'%s' is %s, but '%s' is %s", spec, text_str(&before), once, text_str(&after));
    assert_canonical(once, once);
    text_clear(&before);
    text_clear(&after);
    free(once);
}

static void test_the_layer_stays_the_same(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int k = 0; k < LAYER_EXAMPLES && layer_types[i]->examples[k]; k++) {
            char *spec = format_new("%s %s", layer_types[i]->name, layer_types[i]->examples[k]);

            check_spec(spec);
            free(spec);
        }
}

/* Every example with all its options written out, as layer_print() does, has the example's own text. */
static void test_options_written_out_change_nothing(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int k = 0; k < LAYER_EXAMPLES && layer_types[i]->examples[k]; k++) {
            char *spec = format_new("%s %s", layer_types[i]->name, layer_types[i]->examples[k]);
            char *want = canonical(spec), *got;
            struct text all = {0};

            print_options(spec, &all);
            got = canonical(text_str(&all));
            if (strcmp(got, want))
                fail_msg("'%s' becomes '%s', but '%s' '%s'", spec, want, text_str(&all), got);
            text_clear(&all);
            free(spec);
            free(want);
            free(got);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_layer_has_one_text),
        cmocka_unit_test(test_what_may_differ_keeps_its_text),
        cmocka_unit_test(test_what_is_no_layer_has_none),
        cmocka_unit_test(test_the_same_net_has_one_text),
        cmocka_unit_test(test_what_is_no_net_has_no_text),
        cmocka_unit_test(test_the_net_stays_the_same),
        cmocka_unit_test(test_the_layer_stays_the_same),
        cmocka_unit_test(test_options_written_out_change_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
