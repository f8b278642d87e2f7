/* Training: optimizers learn a problem to its known loss, schedules, batches, whole trials. */
#include "harness.h"
#include "train/batch.h"
#include "train/loss.h"
#include "train/optimizer.h"
#include "train/schedule.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void run(const char *config_text, struct trial_result *r)
{
    struct config c = {0};

    assert_int_equal(config_parse(&c, config_text), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
}

/* One input and labels 0 1 1 1: the least loss is the entropy of (1/4, 3/4). */
static void test_optimizers_reach_the_known_loss(void **state)
{
    static const struct {
        struct optimizer_options o;
        double lr;
    } cases[] = {
        {{.kind = SGD}, 0.5},
        {{.kind = SGD, .momentum = 0.9}, 0.1},
        {{.kind = SGD, .momentum = 0.9, .nesterov = true}, 0.1},
        {{.kind = SGD, .momentum = 0.9, .clip_norm = 0.1}, 0.2},
        {{.kind = ADAM, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8}, 0.02},
        {{.kind = RMSPROP, .rho = 0.9, .eps = 1e-7}, 0.002},
    };
    static const uint8_t label[4] = {0, 1, 1, 1};
    const double entropy = -(0.25 * log(0.25) + 0.75 * log(0.75));

    (void)state;
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        struct text why = {0};
        struct net_request q = {"dense 6; tanh; dense 2", NULL, shape_vector(3), 2, 4, 4};
        struct optimizer o;
        struct net n;
        double loss = 0;

        assert_int_equal(net_build(&n, &q, NULL, &why), 0);
        assert_int_equal(net_commit(&n), 0);
        net_init(&n, 1, 0, 1);
        assert_int_equal(optimizer_setup(&o, &cases[k].o, &n), 0);
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
        struct optimizer_options options = {.kind = SGD, .weight_decay = 0.5, .decay_all = all};
        struct net_request q = {"dense 4 bias=1; layernorm", NULL, shape_vector(3), 2, 2, 2};
        struct text why = {0};
        struct optimizer o;
        struct net n;

        assert_int_equal(net_build(&n, &q, NULL, &why), 0);
        assert_int_equal(net_commit(&n), 0);
        assert_int_equal(optimizer_setup(&o, &options, &n), 0);
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
        const struct optimizer_options options = {.kind = SGD, .weight_decay = 0.1 * decay};
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
        assert_int_equal(optimizer_setup(&o, &options, &net), 0);
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

static void test_schedules(void **state)
{
    struct schedule constant = {.kind = CONSTANT, .warmup_epochs = 2, .epochs = 10};
    struct schedule cosine = {.kind = COSINE, .warmup_epochs = 2, .epochs = 10};
    struct schedule step = {.kind = STEP, .step_factor = 0.1, .epochs = 10};
    struct text why = {0};

    (void)state;
    assert_int_equal(schedule_parse_steps(&step, "3-6.5", &why), 0);
    assert_true(schedule_factor(&constant, 0, 5) == 0.1);
    assert_true(schedule_factor(&constant, 9, 5) == 1);
    assert_true(schedule_factor(&constant, 49, 5) == 1);
    assert_true(schedule_factor(&cosine, 10, 5) == 1);
    assert_true(fabs(schedule_factor(&cosine, 30, 5) - 0.5) < 1e-12);
    assert_true(schedule_factor(&cosine, 49, 5) < 0.01);
    assert_true(schedule_factor(&step, 14, 5) == 1);
    assert_true(fabs(schedule_factor(&step, 15, 5) - 0.1) < 1e-12);
    assert_true(fabs(schedule_factor(&step, 32, 5) - 0.1) < 1e-12);
    assert_true(fabs(schedule_factor(&step, 33, 5) - 0.01) < 1e-12);
    assert_int_equal(schedule_parse_steps(&step, "3-", &why), -1);
    assert_int_equal(schedule_parse_steps(&step, "a", &why), -1);
    assert_int_equal(schedule_parse_steps(&step, "0", &why), -1);
    text_clear(&why);
}

/* A 2x3 image with a channel: every flip and shift that occurs is one of those that may. */
static void test_augmentation(void **state)
{
    static const uint8_t image[6] = {1, 2, 3, 4, 5, 6}, label[1] = {4};
    struct data d = {.shape = shape_image(2, 3, 1), .classes = 10, .sd = {1}};
    struct data_split split = {1, image, label, NULL};
    struct batch_source s;
    int32_t index = 0;
    uint8_t out_label;
    int flips = 0, seen[3][3] = {{0}};
    real x[6];

    (void)state;
    batch_source_init(&s, &d, &split, INPUT_RAW);
    batch_fill(&s, 1, &index, true, 1, x, &out_label);
    for (int i = 0; i < 6; i++)
        assert_true(x[i] == image[i]);
    assert_int_equal(out_label, 4);
    s.flip = true;
    s.crop = 1;
    for (uint64_t key = 0; key < 400; key++) {
        bool found = false;

        batch_fill(&s, 1, &index, true, key, x, &out_label);
        for (int mirror = 0; mirror < 2; mirror++)
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++) {
                    bool same = true;

                    for (int i = 0; i < 6; i++) {
                        int y = i / 3 + dy, c = (mirror ? 2 - i % 3 : i % 3) + dx;
                        bool inside = y >= 0 && y < 2 && c >= 0 && c < 3;

                        same = same && x[i] == (inside ? image[y * 3 + c] : 0);
                    }
                    if (same && !found) {
                        found = true;
                        flips += mirror;
                        seen[dy + 1][dx + 1]++;
                    }
                }
        assert_true(found);
    }
    assert_true(flips > 120 && flips < 280);
    for (int i = 0; i < 9; i++)
        assert_true(seen[i / 3][i % 3] > 20);
}

#define SMALL "data=synthetic train_count=300 test_count=100 epochs=3 batch=32 "

static void assert_same_curves(const struct trial_result *a, const struct trial_result *b,
                               bool same)
{
    bool equal = true;

    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            equal = equal &&
                    memcmp(a->curve[m], b->curve[m], (size_t)(a->points + 1) * sizeof(double)) == 0;
    assert_int_equal(equal, same);
}

static void test_trial_is_deterministic(void **state)
{
    struct trial_result a, b, c;

    (void)state;
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=3", &a);
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=3", &b);
    run(SMALL "net=\"lenet act=tanh\" norm=batchnorm flip=1 crop=1 seed=4", &c);
    assert_same_curves(&a, &b, true);
    assert_same_curves(&a, &c, false);
    trial_result_clear(&a);
    trial_result_clear(&b);
    trial_result_clear(&c);
}

static void test_trial_learns(void **state)
{
    static const char *const norms[] = {"none", "batchnorm", "layernorm", "groupnorm"};

    (void)state;
    for (int i = 0; i < 4; i++) {
        char *config = format_new(
            "data=synthetic epochs=4 batch=32 lr=0.05 net=\"mlp hidden=32\" norm=%s", norms[i]);
        struct trial_result r;

        run(config, &r);
        assert_int_equal(r.status, TRIAL_DONE);
        assert_true(r.curve[METRIC_test_error][0] > 60);
        assert_true(trial_final(&r, METRIC_test_error) < 15);
        assert_true(trial_final(&r, METRIC_train_loss) < r.curve[METRIC_train_loss][1]);
        assert_true(isnan(r.curve[METRIC_val_error][1]));
        assert_true(r.steps == 4 * 63);
        free(config);
        trial_result_clear(&r);
    }
}

static void test_trial_diverges(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=16\" norm=none lr=1e6 optimizer=sgd", &r);
    assert_int_equal(r.status, TRIAL_DIVERGED);
    assert_true(isnan(trial_final(&r, METRIC_test_error)));
    assert_non_null(strstr(r.message, "not finite at step"));
    trial_result_clear(&r);
}

static void test_trial_refuses(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=16\" norm=instancenorm", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    assert_non_null(strstr(r.message, "norm1"));
    trial_result_clear(&r);
    /* 97 = 3 * 32 + 1: the last batch would hold one sample. */
    run("data=synthetic train_count=97 epochs=1 batch=32 net=\"mlp hidden=16\" norm=batchnorm", &r);
    assert_int_equal(r.status, TRIAL_REFUSED);
    trial_result_clear(&r);
    run("data=synthetic train_count=97 epochs=1 batch=32 net=\"mlp hidden=16\" norm=batchnorm "
        "drop_last=1",
        &r);
    assert_int_equal(r.status, TRIAL_DONE);
    assert_true(r.steps == 3);
    trial_result_clear(&r);
}

static void test_validation_split(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "val_fraction=0.2 net=\"mlp hidden=16\" norm=none", &r);
    assert_true(r.steps == 3 * 8); /* 240 training images */
    assert_true(isfinite(trial_final(&r, METRIC_val_loss)));
    trial_result_clear(&r);
}

/* The linear scaling rule: lr times batch over the reference batch. */
static void test_lr_scaling(void **state)
{
    struct trial_result r;

    (void)state;
    run(SMALL "net=\"mlp hidden=8\" norm=none lr=0.1 lr_ref_batch=128", &r);
    assert_true(fabs(trial_final(&r, METRIC_lr) - 0.025) < 1e-12);
    trial_result_clear(&r);
}

static void test_config_errors(void **state)
{
    static const char *const bad[][2] = {
        {"norm=batchnorm bach=3", "unknown key 'bach'; did you mean 'batch'?"},
        {"net=\"dense 10\" norm=batchnorm", "unknown key 'norm'"},
        {"norm=none batch=0", "batch=0: should be"},
        {"net=mlp", "${norm} has no value"},
        {"norm=none schedule=step", "schedule=step needs step_at"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct config c = {0}, complete = {0};
        struct text why = {0};

        assert_int_equal(config_parse(&c, bad[i][0]), 0);
        assert_int_equal(trial_complete(&c, &complete, &why), -1);
        if (!strstr(text_str(&why), bad[i][1]))
            fail_msg("'%s': '%s' lacks '%s'", bad[i][0], text_str(&why), bad[i][1]);
        config_clear(&c);
        config_clear(&complete);
        text_clear(&why);
    }
}

/* A configuration completed once is complete: the trial's key does not depend on how it was
 * written. */
static void test_completion_is_stable(void **state)
{
    struct config given = {0}, once = {0}, twice = {0}, other = {0}, rewritten = {0};
    struct text a = {0}, b = {0}, c = {0}, why = {0};

    (void)state;
    config_parse(&given, "norm=\"groupnorm groups=4\" lr=0.10 batch=64");
    config_parse(&rewritten, "batch=64 lr=1e-1 norm=\"groupnorm groups=4\" momentum=0.9");
    assert_int_equal(trial_complete(&given, &once, &why), 0);
    assert_int_equal(trial_complete(&once, &twice, &why), 0);
    assert_int_equal(trial_complete(&rewritten, &other, &why), 0);
    config_print(&once, &a);
    config_print(&twice, &b);
    config_print(&other, &c);
    assert_string_equal(text_str(&a), text_str(&b));
    assert_string_equal(text_str(&a), text_str(&c));
    config_clear(&given);
    config_clear(&once);
    config_clear(&twice);
    config_clear(&other);
    config_clear(&rewritten);
    text_clear(&a);
    text_clear(&b);
    text_clear(&c);
    text_clear(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_optimizers_reach_the_known_loss),
        cmocka_unit_test(test_weight_decay),
        cmocka_unit_test(test_updates_cover_the_parameters),
        cmocka_unit_test(test_schedules),
        cmocka_unit_test(test_augmentation),
        cmocka_unit_test(test_trial_is_deterministic),
        cmocka_unit_test(test_trial_learns),
        cmocka_unit_test(test_trial_diverges),
        cmocka_unit_test(test_trial_refuses),
        cmocka_unit_test(test_validation_split),
        cmocka_unit_test(test_lr_scaling),
        cmocka_unit_test(test_config_errors),
        cmocka_unit_test(test_completion_is_stable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
