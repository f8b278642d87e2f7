/* Optimizers: they learn a problem to its known loss, update what they should, Adam in both forms, and tiny numbers. */
#include "optimizers.h"

#include "base/arena.h"
#include "base/rng.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>

/* One input and labels 0 1 1 1: the least loss is the entropy of (1/4, 3/4). */
static void test_optimizers_reach_the_known_loss(void **state)
{
    static const struct {
        const char *options;
        double lr;
    } cases[] = {
        {"optimizer=sgd momentum=0", 0.5},
        {"optimizer=sgd momentum=0.9", 0.1},
        {"optimizer=sgd momentum=0.9 nesterov=1", 0.1},
        {"optimizer=sgd momentum=0.9 clip_norm=0.1", 0.2},
        {"optimizer=adam beta1=0.9 beta2=0.999 optimizer_eps=1e-8", 0.02},
        {"optimizer=rmsprop rho=0.9 optimizer_eps=1e-7", 0.002},
    };
    static const uint8_t label[4] = {0, 1, 1, 1};
    const double entropy = -(0.25 * log(0.25) + 0.75 * log(0.75));

    (void)state;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct text why = {0};
        struct net_request q = {"dense 6; tanh; dense 2", NULL, shape_vector(3), 2, 0, 4, 4, false};
        struct optimizer_options options = optimizer_options(cases[k].options);
        struct optimizer o;
        struct net n;
        double loss = 0;

        assert_int_equal(net_build(&n, &q, NULL, &why), 0);
        assert_int_equal(net_commit(&n), 0);
        net_init(&n, 1, 0, 1);
        assert_int_equal(optimizer_setup_net(&o, &options, &n), 0);
        for (int step = 0; step < 2000; step++) {
            for (int i = 0; i < 12; i++)
                net_input(&n)[i] = 1;
            net_forward(&n, 4, true, 0);
            loss = loss_softmax(4, 2, net_output(&n), label, net_output_gradient(&n)).loss / 4;
            net_backward(&n, 4, 0);
            optimizer_step(&o, cases[k].lr);
        }
        if (!(fabs(loss - entropy) < 1e-3))
            fail_msg("case %zu: loss %g, should be %g", k, loss, entropy);
        optimizer_release(&o);
        net_release(&n);
    }
}

/* Weight decay spares gamma, beta and biases unless asked: with a gradient of 0 only the decayed
 * move. */
static void test_weight_decay(void **state)
{
    (void)state;
    for (int all = 0; all < 2; all++) {
        struct optimizer_options options = optimizer_options(
            all ? "momentum=0 weight_decay=0.5 decay_all=1" : "momentum=0 weight_decay=0.5");
        struct net_request q = {
            "dense 4 bias=1; layernorm", NULL, shape_vector(3), 2, 0, 2, 2, false};
        struct text why = {0};
        struct optimizer o;
        struct net n;

        assert_int_equal(net_build(&n, &q, NULL, &why), 0);
        assert_int_equal(net_commit(&n), 0);
        assert_int_equal(optimizer_setup_net(&o, &options, &n), 0);
        for (int i = 0; i < n.nodes; i++)
            for (int j = 0; j < n.node[i].layer.params; j++) {
                const struct param *p = &n.node[i].layer.param[j];

                for (size_t e = 0; e < p->count; e++)
                    n.param[n.node[i].param_at + p->offset + e] = 1;
            }
        optimizer_step(&o, 0.1);
        for (int i = 0; i < n.nodes; i++)
            for (int j = 0; j < n.node[i].layer.params; j++) {
                const struct param *p = &n.node[i].layer.param[j];
                double want = all || p->role == PARAM_WEIGHT ? 0.95 : 1;

                for (size_t e = 0; e < p->count; e++)
                    assert_true(fabs(n.param[n.node[i].param_at + p->offset + e] - want) < 1e-6);
            }
        optimizer_release(&o);
        net_release(&n);
    }
}

/* However layers were fused and blocks cut: every parameter is updated once, and decays when it should. */
static void test_updates_cover_the_parameters(void **state)
{
    (void)state;
    for (int decay = 0; decay < 2; decay++) {
        struct optimizer_options options =
            optimizer_options(decay ? "weight_decay=0.1" : "weight_decay=0");
        struct net_request q = {.text = "resnet depth=8 width=16; dense 300; dense 10",
                                .in = shape_image(8, 8, 3),
                                .classes = 10,
                                .max_n = 2};
        struct config c = {0};
        struct text why = {0};
        struct optimizer o;
        struct net net;
        unsigned char *times;

        config_set(&c, "norm", "groupnorm groups=4");
        q.config = &c;
        assert_int_equal(net_build(&net, &q, NULL, &why), 0);
        assert_int_equal(net_commit(&net), 0);
        assert_int_equal(optimizer_setup_net(&o, &options, &net), 0);
        times = xcalloc(net.param_reals, 2);
        for (int i = 0; i < o.blocks; i++) {
            assert_true(o.block[i].count <= UPDATE_BLOCK);
            for (size_t j = 0; j < o.block[i].count; j++) {
                times[2 * (o.block[i].from + j)]++;
                times[2 * (o.block[i].from + j) + 1] = o.block[i].decay;
            }
        }
        for (int i = 0; i < net.nodes; i++)
            for (int j = 0; j < net.node[i].layer.params; j++) {
                const struct param *p = &net.node[i].layer.param[j];

                for (size_t k = 0; k < p->count; k++) {
                    const unsigned char *t = &times[2 * (net.node[i].param_at + p->offset + k)];

                    assert_int_equal(t[0], 1);
                    assert_int_equal(t[1], decay && p->role == PARAM_WEIGHT);
                }
            }
        free(times);
        optimizer_release(&o);
        net_release(&net);
        config_clear(&c);
    }
}

/* ---- Adam's two forms ---- */

enum { COUNT = 40, STEPS = 50 };
#define FORM(form) "optimizer=adam beta1=0.9 beta2=0.99 optimizer_eps=1e-3 adam_form=" form

/* A net of COUNT weights, whose gradient the test makes up. */
static void start(struct net *n, struct optimizer *o, const struct optimizer_options *options)
{
    struct net_request q = {"dense 8 bias=0", NULL, shape_vector(5), 8, 0, 2, 2, false};
    struct text why = {0};

    assert_int_equal(net_build(n, &q, NULL, &why), 0);
    assert_int_equal(net_commit(n), 0);
    net_init(n, 1, 0, 1);
    assert_int_equal(n->trainable, COUNT);
    assert_int_equal(optimizer_setup_net(o, options, n), 0);
}

/* Of sizes from 1e-4 to 1, so that eps counts for some and not for others. */
static void draw_gradient(struct net *n, int step)
{
    struct rng r = rng_from_key(rng_key(5, "gradient", (uint64_t)step));

    for (int i = 0; i < COUNT; i++)
        n->dparam[i] = (real)(pow(10, -i % 5) * rng_normal(&r));
}

/* Kingma & Ba 2015, the end of section 2, as it stands there. */
static void test_adam_keras(void **state)
{
    struct optimizer_options options = optimizer_options(FORM("keras"));
    double w[COUNT], m[COUNT] = {0}, v[COUNT] = {0};
    struct optimizer o;
    struct net n;

    (void)state;
    start(&n, &o, &options);
    for (int i = 0; i < COUNT; i++)
        w[i] = n.param[i];
    for (int t = 1; t <= STEPS; t++) {
        double lr = 0.01 * sqrt(1 - pow(0.99, t)) / (1 - pow(0.9, t));

        draw_gradient(&n, t);
        for (int i = 0; i < COUNT; i++) {
            double g = n.dparam[i];

            m[i] = 0.9 * m[i] + (1 - 0.9) * g;
            v[i] = 0.99 * v[i] + (1 - 0.99) * g * g;
            w[i] -= lr * m[i] / (sqrt(v[i]) + 1e-3);
        }
        optimizer_step(&o, 0.01);
    }
    assert_close("weights", COUNT, n.param, w, 4 * STEPS * REAL_EPSILON);
    optimizer_release(&o);
    net_release(&n);
}

/* Both forms are one when the corrected root's eps is the other's over sqrt(1 - beta2^t). */
static void test_adam_forms_agree(void **state)
{
    struct optimizer_options options = optimizer_options(FORM("torch"));
    struct optimizer torch, keras, other;
    struct net a, b, c;
    double want[COUNT], worst = 0;

    (void)state;
    start(&a, &torch, &options);
    start(&c, &other, &options);
    options = optimizer_options(FORM("keras"));
    start(&b, &keras, &options);
    for (int t = 1; t <= STEPS; t++) {
        draw_gradient(&a, t);
        draw_gradient(&b, t);
        draw_gradient(&c, t);
        torch.options.eps = 1e-3 / sqrt(1 - pow(0.99, t));
        optimizer_step(&torch, 0.01);
        optimizer_step(&keras, 0.01);
        optimizer_step(&other, 0.01);
    }
    for (int i = 0; i < COUNT; i++) {
        want[i] = a.param[i];
        worst = fmax(worst, fabs((double)c.param[i] - want[i]));
    }
    assert_close("weights", COUNT, b.param, want, 4 * STEPS * REAL_EPSILON);
    assert_true(worst > 0.01); /* the same eps makes another thing */
    optimizer_release(&torch);
    optimizer_release(&keras);
    optimizer_release(&other);
    net_release(&a);
    net_release(&b);
    net_release(&c);
}

/* Sets the whole gradient of n to g and takes a step of the rate 0.01. */
static void step_by(struct net *n, struct optimizer *o, real g)
{
    for (int i = 0; i < COUNT; i++)
        n->dparam[i] = g;
    optimizer_step(o, 0.01);
}

/* After one step with the gradient 1, a gradient of 0: the means shrink by beta until they are 0, and no number on the way
 * is subnormal. The weights move as by Adam in double, which knows no number that small. The caller's arithmetic has
 * subnormal numbers after a step as before. */
static void test_subnormal_state(void **state)
{
    static const char *const rules[] = {
        "optimizer=adam beta1=0.5 beta2=0.25 optimizer_eps=1e-3",
        "optimizer=sgd momentum=0.5",
        "optimizer=rmsprop rho=0.25",
    };
    volatile real tiny = REAL_MIN;

    (void)state;
    for (int k = 0; k < 3; k++) {
        struct optimizer_options options = optimizer_options(rules[k]);
        struct optimizer o;
        struct net n;
        double w, m = 0, v = 0;

        start(&n, &o, &options);
        w = n.param[0];
        for (int t = 1; t <= 1100; t++) {
            step_by(&n, &o, t == 1);
            m = 0.5 * m + 0.5 * (t == 1);
            v = 0.25 * v + 0.75 * (t == 1);
            w -= 0.01 * m / (1 - pow(0.5, t)) / (sqrt(v / (1 - pow(0.25, t))) + 1e-3);
            for (int s = 0; s < o.type->slots; s++)
                assert_false(fpclassify(o.slot[s][0]) == FP_SUBNORMAL);
        }
        assert_true(tiny / 2 > 0);
        for (int s = 0; s < o.type->slots; s++)
            assert_true(o.slot[s][0] == 0);
        if (k == 0)
            assert_close("weights", 1, n.param, &w, 8 * REAL_EPSILON);
        optimizer_release(&o);
        net_release(&n);
    }
}

/* A gradient whose square is subnormal, with an eps that is smaller still: the first step is lr g / (g + eps). */
static void test_tiny_eps(void **state)
{
    struct optimizer_options options = optimizer_options(FORM("torch"));
    double g = 0.9 * sqrt(REAL_MIN), want;
    struct optimizer o;
    struct net n;

    (void)state;
    options.eps = g / 10;
    start(&n, &o, &options);
    want = n.param[0] - 0.01 * g / (g + options.eps);
    step_by(&n, &o, (real)g);
    assert_close("weights", 1, n.param, &want, 1e-5);
    optimizer_release(&o);
    net_release(&n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimizers_reach_the_known_loss),
        cmocka_unit_test(test_weight_decay),
        cmocka_unit_test(test_updates_cover_the_parameters),
        cmocka_unit_test(test_adam_keras),
        cmocka_unit_test(test_adam_forms_agree),
        cmocka_unit_test(test_subnormal_state),
        cmocka_unit_test(test_tiny_eps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
