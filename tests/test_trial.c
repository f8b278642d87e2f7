/*
 * The whole of a trial against a plain loop written here from its description: which samples, in which
 * order, with which random streams, what is evaluated how, and what each metric means.
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/data.h"
#include "net/net.h"
#include "optimizers.h"
#include "support.h"
#include "train/batch.h"
#include "train/loss.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NET                                                                                        \
    "conv2d 4 stride=2; ${norm}; relu; dropout 0.2; flatten; dense 12; dropout 0.1; dense 10"
#define CONFIG                                                                                                   \
    "data=synthetic train_count=600 val_fraction=0.25 data_seed=first test_count=450 batch=256 epochs=2 seed=3 " \
    "flip=1 crop=2 init=glorot_uniform init_scale=0.7 optimizer=adam lr=0.003 lr_ref_batch=128 "                 \
    "weight_decay=0.01 clip_norm=0.5 schedule=cosine fit_count=100 "                                             \
    "norm=batchnorm net=\"" NET "\""

enum { TRAIN = 450, VAL = 150, TEST = 450, FIT = 100, BATCH = 256, EPOCHS = 2, STEPS = 2 };

struct plain {
    struct data data;
    struct batch_source train, test;
    struct net net;
    struct optimizer optimizer;
    uint8_t label[BATCH];
};

static void plain_start(struct plain *p)
{
    struct optimizer_options options =
        optimizer_options("optimizer=adam weight_decay=0.01 clip_norm=0.5");
    struct config c = {0};
    struct text why = {0};
    struct net_request q = {NET, &c, {0, 0, 0, 0}, 10, 0, BATCH, TRAIN - BATCH, false};

    memset(p, 0, sizeof *p);
    config_set(&c, "norm", "batchnorm");
    assert_int_equal(data_open(&p->data, "synthetic"), 0);
    batch_source_init(&p->train, &p->data, &p->data.train, INPUT_STANDARD);
    batch_source_init(&p->test, &p->data, &p->data.test, INPUT_STANDARD);
    p->train.flip = true;
    p->train.crop = 2;
    q.in = p->data.shape;
    assert_int_equal(net_build(&p->net, &q, NULL, &why), 0);
    assert_int_equal(net_commit(&p->net), 0);
    net_init(&p->net, 3, 3 /* glorot_uniform */, 0.7);
    assert_int_equal(optimizer_setup_net(&p->optimizer, &options, &p->net), 0);
    config_clear(&c);
}

static void plain_stop(struct plain *p)
{
    optimizer_release(&p->optimizer);
    net_release(&p->net);
    data_close(&p->data);
}

/* Mean loss and error in per cent, in inference mode, sample by sample. */
static void plain_evaluate(struct plain *p, const struct batch_source *s, int first, int n,
                           double *loss, double *error)
{
    struct loss_sum sum = {0, 0};

    for (int32_t i = first; i < first + n; i++) {
        struct loss_sum one;

        batch_fill(s, 1, &i, false, 0, net_input(&p->net), p->label);
        net_forward(&p->net, 1, false, 0);
        one = loss_softmax(1, 10, net_output(&p->net), p->label, NULL);
        sum.loss += one.loss;
        sum.wrong += one.wrong;
    }
    *loss = sum.loss / n;
    *error = 100.0 * sum.wrong / n;
}

static const struct param *find_param(const struct net *n, const char *layer, const char *name,
                                      size_t *at)
{
    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];

            *at = n->node[i].param_at + p->offset;
            if (strcmp(n->node[i].layer.name, layer) == 0 && strcmp(p->name, name) == 0)
                return p;
        }
    fail_msg("no %s.%s", layer, name);
    return NULL;
}

static double gradient_norm(const struct net *n, const char *layer)
{
    size_t at, count = find_param(n, layer, "weight", &at)->count;
    double squares = 0;

    for (size_t i = at; i < at + count; i++)
        squares += (double)n->dparam[i] * n->dparam[i];
    return sqrt(squares);
}

/* Mean and population standard deviation of the norm's gamma or beta. */
static void moments(const struct net *n, const char *name, double *mean, double *sd)
{
    size_t at, count = find_param(n, "norm1", name, &at)->count;
    double sum = 0, squares = 0;

    for (size_t i = at; i < at + count; i++)
        sum += n->param[i];
    for (size_t i = at; i < at + count; i++)
        squares += (n->param[i] - sum / (double)count) * (n->param[i] - sum / (double)count);
    *mean = sum / (double)count;
    *sd = sqrt(squares / (double)count);
}

/* An epoch; its running loss, error and mean gradient norm. ratio: of the gradients of the first and the
 * last weights, in the first step and in the last. */
static void plain_epoch(struct plain *p, int epoch, double *loss, double *error, double *norm,
                        double ratio[2])
{
    struct rng shuffle = rng_from_key(rng_key(3, "order", (uint64_t)epoch));
    int32_t order[TRAIN];
    struct loss_sum sum = {0, 0};

    *norm = 0;
    for (int i = 0; i < TRAIN; i++)
        order[i] = i;
    rng_shuffle(&shuffle, order, TRAIN);
    for (int step = 0; step < STEPS; step++) {
        int n = step == 0 ? BATCH : TRAIN - BATCH, at = (epoch - 1) * STEPS + step;
        uint64_t key = rng_key(3, "step", (uint64_t)at);
        double lr = 0.003 * BATCH / 128 * 0.5 * (1 + cos(acos(-1) * at / (EPOCHS * STEPS)));
        struct loss_sum part;

        batch_fill(&p->train, n, order + step * BATCH, true, rng_key(3, "augment", (uint64_t)epoch),
                   net_input(&p->net), p->label);
        net_forward(&p->net, n, true, key);
        part = loss_softmax(n, 10, net_output(&p->net), p->label, net_output_gradient(&p->net));
        net_backward(&p->net, n, key);
        ratio[step == STEPS - 1] =
            gradient_norm(&p->net, "conv1") / gradient_norm(&p->net, "dense2");
        *norm += optimizer_step(&p->optimizer, lr) / STEPS;
        sum.loss += part.loss;
        sum.wrong += part.wrong;
    }
    *loss = sum.loss / TRAIN;
    *error = 100.0 * sum.wrong / TRAIN;
}

static void check(const struct trial_result *r, enum metric m, int epoch, double want)
{
    double got = r->curve[m][epoch];

    if (!(fabs(got - want) <= 1e-4 * (1 + fabs(want))))
        fail_msg("%s in epoch %d: %.9g, should be %.9g", metric_info[m].name, epoch, got, want);
}

static void check_net(const struct trial_result *r, const struct net *n, int epoch)
{
    double mean, sd;

    moments(n, "gamma", &mean, &sd);
    check(r, METRIC_gamma_mean, epoch, mean);
    check(r, METRIC_gamma_sd, epoch, sd);
    moments(n, "beta", &mean, &sd);
    check(r, METRIC_beta_mean, epoch, mean);
    check(r, METRIC_beta_sd, epoch, sd);
}

static void test_against_a_plain_loop(void **state)
{
    struct config c = {0};
    struct trial_result r;
    struct plain p;
    double loss, error, norm, ratio[2], fit_error;

    (void)state;
    assert_int_equal(config_parse(&c, CONFIG), 0);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    assert_int_equal(r.status, TRIAL_DONE);
    plain_start(&p);
    for (int epoch = 0; epoch <= EPOCHS; epoch++) {
        if (epoch > 0) {
            plain_epoch(&p, epoch, &loss, &error, &norm, ratio);
            check(&r, METRIC_train_loss, epoch, loss);
            check(&r, METRIC_train_error, epoch, error);
            check(&r, METRIC_grad_norm, epoch, norm);
            check(&r, METRIC_grad_ratio, epoch, ratio[1]);
            if (epoch == 1)
                check(&r, METRIC_grad_ratio, 0, ratio[0]);
        }
        check_net(&r, &p.net, epoch);
        plain_evaluate(&p, &p.train, 0, FIT, &loss, &fit_error);
        check(&r, METRIC_fit_loss, epoch, loss);
        check(&r, METRIC_fit_error, epoch, fit_error);
        plain_evaluate(&p, &p.train, TRAIN, VAL, &loss, &error);
        check(&r, METRIC_val_loss, epoch, loss);
        check(&r, METRIC_val_error, epoch, error);
        plain_evaluate(&p, &p.test, 0, TEST, &loss, &error);
        check(&r, METRIC_test_loss, epoch, loss);
        check(&r, METRIC_test_error, epoch, error);
        check(&r, METRIC_gap, epoch, error - fit_error);
    }
    assert_true(r.norm_positions == 36);
    assert_true(r.parameters == (double)p.net.trainable);
    assert_true(r.steps == EPOCHS * STEPS);
    plain_stop(&p);
    trial_result_clear(&r);
    config_clear(&c);
}

/* Each of these keys alone changes what comes out. */
static void test_every_key_counts(void **state)
{
    static const char *const keys[] = {
        "flip=0",
        "crop=1",
        "init=he_normal",
        "init_scale=1",
        "seed=4",
        "batch=128",
        "lr=0.002",
        "weight_decay=0",
        "clip_norm=0",
        "input=unit",
        "optimizer=sgd",
        "val_fraction=0",
        "schedule=constant",
        "drop_last=1",
        "beta1=0.8",
        "beta2=0.9",
        "decay_all=1",
        "warmup_epochs=1",
        "optimizer_eps=0.1",
        "loss=sigmoid",
        "test_contrast=0.5",
        "test_brightness=0.2",
    };
    struct config c = {0};
    struct trial_result base;

    (void)state;
    assert_int_equal(config_parse(&c, CONFIG), 0);
    assert_int_equal(trial_run(&c, &base, NULL, NULL), 0);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct config other = {0};
        struct trial_result r;

        config_merge(&other, &c);
        assert_int_equal(config_parse_pair(&other, keys[i]), 0);
        assert_int_equal(trial_run(&other, &r, NULL, NULL), 0);
        if (memcmp(r.curve[METRIC_test_loss], base.curve[METRIC_test_loss], 3 * sizeof(double)) ==
            0)
            fail_msg("%s changes nothing", keys[i]);
        trial_result_clear(&r);
        config_clear(&other);
    }
    trial_result_clear(&base);
    config_clear(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_against_a_plain_loop),
        cmocka_unit_test(test_every_key_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
