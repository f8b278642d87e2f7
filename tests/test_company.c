/* Data-parallel workers in one process: what they compute is what one process computes on the whole batch (batchnorm
 * sync=1, and all that is within samples), or what ghost batch normalization computes (sync=0). The cases are those that
 * other programs got wrong: unequal shares, workers without a sample, one value on each worker, the unbiased variance, the
 * loss. test_mpi.c compares several processes with this one. */
#include "base/text.h"
#include "harness.h"
#include "optimizers.h"
#include "train/loss.h"
#include "train/session.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 11, CLASSES = 5, STEPS = 4, SIZE = 72 };

#define NET                                                                                        \
    "conv2d 6 bias=0; ${norm}; relu; residual { conv2d 6; ${norm} }; tanh; conv2d 8 stride=2; ${norm}; flatten; dense ${classes}"
/* One position: a worker with one sample has one value of each channel. */
#define DENSE "flatten; dense 7; ${norm}; tanh; dense ${classes}"

struct training {
    struct net net;
    struct optimizer optimizer;
};

/* Sequences of single numbers are of so many tokens; all else has none. */
static int tokens_of(struct shape in)
{
    return in.rank == 2 && in.c == 1 ? 4 : 0;
}

static int build_net(struct net *n, const char *text, const char *norm, struct shape in,
                     int workers, int min_train_n, struct text *why)
{
    struct config config = {0};
    struct net_request q = {.text = text,
                            .config = &config,
                            .in = in,
                            .classes = CLASSES,
                            .tokens = tokens_of(in),
                            .max_n = SAMPLES,
                            .min_train_n = min_train_n};
    int r;

    config_set(&config, "norm", norm);
    r = net_build_for_workers(n, &q, net_workers_of(workers, SAMPLES), NULL, why);
    config_clear(&config);
    return r;
}

static void start_in(struct training *t, const char *text, const char *norm, struct shape in,
                     int workers, int min_train_n)
{
    struct optimizer_options options = optimizer_options("optimizer=sgd momentum=0.9");
    struct text why = {0};

    if (build_net(&t->net, text, norm, in, workers, min_train_n, &why))
        fail_msg("%s", text_str(&why));
    assert_int_equal(net_commit(&t->net), 0);
    net_init(&t->net, 7, 0, 1);
    assert_int_equal(optimizer_setup_net(&t->optimizer, &options, &t->net), 0);
}

static void start(struct training *t, const char *text, const char *norm, int workers)
{
    start_in(t, text, norm, shape_image(6, 6, 2), workers, SAMPLES);
}

static void stop(struct training *t)
{
    optimizer_release(&t->optimizer);
    net_release(&t->net);
}

static void forward(struct training *t, int samples, int step)
{
    real *x = net_input(&t->net);
    size_t count = (size_t)samples * shape_size(t->net.in);

    draw_normal(x, count, 100 + (uint64_t)step, "x");
    for (size_t i = 0; tokens_of(t->net.in) && i < count; i++)
        x[i] = x[i] < -1 ? 0 : x[i] < 0 ? 1 : x[i] < 1 ? 2 : 3;
    net_forward(&t->net, samples, true, (uint64_t)step);
}

static void take_step(struct training *t, int samples, int step)
{
    uint8_t label[SAMPLES];

    for (int i = 0; i < samples; i++)
        label[i] = (uint8_t)((3 * i + step) % CLASSES);
    forward(t, samples, step);
    loss_softmax(samples, CLASSES, net_output(&t->net), label, net_output_gradient(&t->net));
    net_backward(&t->net, samples, (uint64_t)step);
    optimizer_step(&t->optimizer, 0.1);
}

static void assert_same_block(const char *what, size_t n, const real *got, const real *want)
{
    /* Rounding errors of a net of some ten layers, through the steps. */
    assert_close_reals(what, n, got, want, 64 * STEPS * REAL_EPSILON);
}

static void assert_same_training(const char *what, const struct training *got,
                                 const struct training *want)
{
    assert_int_equal(got->net.param_reals, want->net.param_reals);
    assert_int_equal(got->net.state_reals, want->net.state_reals);
    assert_same_block(what, want->net.param_reals, got->net.param, want->net.param);
    assert_same_block(what, want->net.state_reals, got->net.state, want->net.state);
}

/* Both norms train the same net, the first one by workers, on batches of these sizes. */
static void train_both(const char *text, const char *norm, int workers, const char *other,
                       const int *samples, int steps)
{
    char *what = format_new("%s with %d workers, and %s alone", norm, workers, other);
    struct training shared, alone;

    start(&shared, text, norm, workers);
    start(&alone, text, other, 1);
    for (int i = 0; i < steps; i++) {
        take_step(&shared, samples[i], i);
        take_step(&alone, samples[i], i);
        assert_same_training(what, &shared, &alone);
    }
    stop(&shared);
    stop(&alone);
    free(what);
}

/* ---- statistics of all workers ---- */

/* 11 samples for 3, 4, 5, 6 and 11 workers: shares of 4 4 3; 3 3 3 2; 3 3 3 2 0; 2 2 2 2 2 1; and 1 each. */
static void test_sync_is_the_whole_batch(void **state)
{
    static const int workers[] = {2, 3, 4, 5, 6, 11}, samples[] = {SAMPLES, SAMPLES, SAMPLES};

    (void)state;
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++) {
        train_both(NET, "batchnorm sync=1 momentum=0.3", workers[i], "batchnorm momentum=0.3",
                   samples, 3);
        train_both(DENSE, "batchnorm sync=1 momentum=cma", workers[i], "batchnorm momentum=cma",
                   samples, 3);
    }
}

/* The last batch of an epoch: most workers have no sample. */
static void test_batches_below_the_number_of_workers(void **state)
{
    static const int samples[] = {SAMPLES, 2, 3, SAMPLES};

    (void)state;
    train_both(NET, "batchnorm sync=1", 6, "batchnorm", samples, 4);
    train_both(DENSE, "batchnorm sync=1", 11, "batchnorm", samples, 4);
}

static void test_other_norms_share_their_statistics(void **state)
{
    static const int samples[] = {SAMPLES, SAMPLES, 6, SAMPLES};

    (void)state;
    train_both(NET, "batchrenorm sync=1 warmup=1 momentum=0.4", 4,
               "batchrenorm warmup=1 momentum=0.4", samples, 4);
    train_both(NET, "batchgroupnorm groups=2 sync=1", 4, "batchgroupnorm groups=2", samples, 4);
    train_both(NET, "groupnorm groups=2", 4, "groupnorm groups=2", samples, 4);
}

/* The running variance is the unbiased one of all values, N / (N - 1), though each worker has one. */
static void test_variance_is_unbiased_over_all(void **state)
{
    struct training t;
    double mean = 0, m2 = 0;
    const struct layer *norm;

    (void)state;
    start_in(&t, "batchnorm sync=1 momentum=1; dense ${classes}", "none", shape_vector(1), SAMPLES,
             SAMPLES);
    forward(&t, SAMPLES, 0);
    norm = &t.net.node[0].layer;
    for (int i = 0; i < SAMPLES; i++)
        mean += net_input(&t.net)[i] / (double)SAMPLES;
    for (int i = 0; i < SAMPLES; i++)
        m2 += (net_input(&t.net)[i] - mean) * (net_input(&t.net)[i] - mean);
    assert_string_equal(norm->state[0].name, "running_mean");
    assert_close("mean", 1, t.net.state + norm->state[0].offset, &mean, 8 * REAL_EPSILON);
    m2 /= SAMPLES - 1;
    assert_close("variance", 1, t.net.state + norm->state[1].offset, &m2, 8 * REAL_EPSILON);
    stop(&t);
}

/* ---- statistics of each worker ---- */

static void assert_same_bits(const char *what, size_t n, const real *got, const real *want)
{
    if (memcmp(got, want, n * sizeof *got))
        fail_msg("%s: bits differ", what);
}

/* In the first step outputs and running statistics have the bits of ghost batch normalization; later ones are as near as
 * the gradients, whose sums are rounded differently. */
static void test_own_statistics_are_ghosts(void **state)
{
    static const struct {
        int workers;
        const char *norm, *ghost;
    } pair[] = {
        {3, "batchnorm", "batchnorm ghost=4"},
        {4, "batchnorm", "batchnorm ghost=3"},
        {5, "batchnorm scale=l1 momentum=0.4", "batchnorm ghost=3 scale=l1 momentum=0.4"},
        {3, "batchnorm ghost=2", "batchnorm ghost=2"},
        {3, "batchnorm ghost=2 running=first", "batchnorm ghost=2 running=first"},
        {3, "batchgroupnorm groups=2", "batchgroupnorm groups=2 samples=4"},
    };
    static const int samples[] = {SAMPLES, SAMPLES, 6, SAMPLES};

    (void)state;
    for (size_t i = 0; i < sizeof pair / sizeof *pair; i++) {
        struct training shared, alone;

        start(&shared, NET, pair[i].norm, pair[i].workers);
        start(&alone, NET, pair[i].ghost, 1);
        forward(&shared, SAMPLES, 0);
        forward(&alone, SAMPLES, 0);
        assert_same_bits(pair[i].ghost, (size_t)SAMPLES * CLASSES, net_output(&shared.net),
                         net_output(&alone.net));
        assert_same_bits(pair[i].ghost, alone.net.state_reals, shared.net.state, alone.net.state);
        stop(&shared);
        stop(&alone);
        train_both(NET, pair[i].norm, pair[i].workers, pair[i].ghost, samples, 4);
    }
}

/* ---- what is within samples ---- */

/* A value's random numbers depend on its number in the batch: workers share their bits. */
static void test_random_numbers_are_those_of_the_batch(void **state)
{
    static const char text[] = "dropout 0.3; noise mean=1 jitter=0.2; tanh; dense ${classes}";
    struct training shared, alone;
    size_t n = (size_t)SAMPLES * CLASSES;

    (void)state;
    /* 7 values a sample: no worker begins where a block of random numbers does */
    start_in(&shared, text, "none", shape_vector(7), 4, SAMPLES);
    start_in(&alone, text, "none", shape_vector(7), 1, SAMPLES);
    for (int i = 0; i < 3; i++) {
        take_step(&shared, SAMPLES, i);
        take_step(&alone, SAMPLES, i);
        assert_same_block("outputs", n, net_output(&shared.net), net_output(&alone.net));
        assert_same_training("dropout and noise", &shared, &alone);
    }
    stop(&shared);
    stop(&alone);
}

enum { POSITIONS = 6 };

/* A padded sequence: norms over the batch at each step, and others, with a mask. */
static void step_padded(struct training *t, int step)
{
    static const int length[SAMPLES] = {5, 2, 4, 1, 1, 3,
                                        4, 2, 5, 1, 2}; /* the call has 5 positions */
    unsigned char mask[SAMPLES * 5];

    for (int i = 0; i < SAMPLES; i++)
        for (int p = 0; p < 5; p++)
            mask[i * 5 + p] = p < length[i];
    t->net.mask = mask;
    t->net.t = 5;
    take_step(t, SAMPLES, step);
}

static void test_padded_sequences(void **state)
{
    static const struct {
        const char *net, *norm, *alone;
    } cases[] = {
        {"conv1d 6 k=3; ${norm}; gru 5; mean; dense ${classes}",
         "batchnorm over=step masked=1 momentum=0.3 sync=1",
         "batchnorm over=step masked=1 momentum=0.3"},
        {"conv1d 6 k=3; ${norm}; tanh; lstm 4; ${norm}; last; dense ${classes}",
         "batchnorm masked=1 sync=1", "batchnorm masked=1"},
        {"conv1d 6 k=3; ${norm}; attention heads=2; mean; dense ${classes}", "layernorm",
         "layernorm"},
        {"embedding 4 tokens=${tokens}; lstm 4 bidirectional=1; ${norm}; mean; dense ${classes}",
         "layernorm", "layernorm"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct shape in = shape_sequence(POSITIONS, strstr(cases[i].net, "tokens") ? 1 : 3);
        struct training shared, alone;

        start_in(&shared, cases[i].net, cases[i].norm, in, 4, SAMPLES);
        start_in(&alone, cases[i].net, cases[i].alone, in, 1, SAMPLES);
        for (int step = 0; step < 3; step++) {
            step_padded(&shared, step);
            step_padded(&alone, step);
            assert_same_training(cases[i].norm, &shared, &alone);
        }
        stop(&shared);
        stop(&alone);
    }
}

/* The gradient of a sample's loss is that of the mean over the whole batch, whatever worker has it. */
static void test_loss_is_that_of_the_batch(void **state)
{
    static const enum loss_kind kinds[] = {LOSS_SOFTMAX, LOSS_SIGMOID, LOSS_MSE};
    static const uint8_t label[SAMPLES] = {0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 2};
    real y[SAMPLES * CLASSES], target[SAMPLES * CLASSES], whole[SAMPLES * CLASSES],
        parts[SAMPLES * CLASSES];

    (void)state;
    draw_normal(y, SAMPLES * CLASSES, 1, "y");
    draw_normal(target, SAMPLES * CLASSES, 2, "target");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct loss_sum all =
            loss_part(kinds[i], SAMPLES, SAMPLES, CLASSES, y, label, target, whole);
        double sum = 0;
        int wrong = 0;

        for (int first = 0; first < SAMPLES; first += 3) {
            int n = SAMPLES - first < 3 ? SAMPLES - first : 3;
            size_t at = (size_t)first * CLASSES;
            struct loss_sum part = loss_part(kinds[i], n, SAMPLES, CLASSES, y + at, label + first,
                                             target + at, parts + at);

            sum += part.loss;
            wrong += part.wrong;
        }
        assert_memory_equal(parts, whole, sizeof whole);
        assert_true(fabs(sum - all.loss) < 1e-12 * all.loss);
        assert_int_equal(wrong, all.wrong);
    }
    loss_mse(SAMPLES, CLASSES, y, target, parts);
    assert_memory_equal(parts, whole, sizeof whole);
}

/* ---- what is not allowed ---- */

static void test_refused(void **state)
{
    static const struct {
        const char *net, *norm;
        int workers, code;
        const char *message;
    } cases[] = {
        {DENSE, "batchnorm", 11, -2, "by sync=1"},
        {DENSE, "batchnorm", 5, 0, ""},
        {DENSE, "batchnorm", 6, -2, "leaves one value in a statistics group"},
        {DENSE, "batchnorm sync=1", 11, 0, ""},
        {NET, "batchnorm", 11, 0, ""},
        {NET, "batchnorm sync=1 ghost=2", 2, -1, "sync=1 takes the statistics of the whole batch"},
        {NET, "batchnorm sync=1 scale=l1", 2, -1, "take scale=var"},
        {NET, "batchnorm ghost=4", 2, -1, "ghost=4 does not divide the 6 samples"},
        {NET, "powernorm", 2, -1, "workers cannot share"},
        {NET, "powernorm", 1, 0, ""},
    };
    struct text why = {0};
    struct net n;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        text_clear(&why);
        assert_int_equal(build_net(&n, cases[i].net, cases[i].norm, shape_image(6, 6, 2),
                                   cases[i].workers, SAMPLES, &why),
                         cases[i].code);
        if (cases[i].code)
            assert_holds(text_str(&why), cases[i].message);
        else
            net_release(&n);
    }
    text_clear(&why);
    assert_int_equal(build_net(&n, "lstm 4 norm=batchnorm; last; dense 5", "none",
                               shape_sequence(4, 3), 2, SAMPLES, &why),
                     -1);
    assert_holds(text_str(&why), "workers cannot share");
    text_clear(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sync_is_the_whole_batch),
        cmocka_unit_test(test_batches_below_the_number_of_workers),
        cmocka_unit_test(test_other_norms_share_their_statistics),
        cmocka_unit_test(test_variance_is_unbiased_over_all),
        cmocka_unit_test(test_own_statistics_are_ghosts),
        cmocka_unit_test(test_random_numbers_are_those_of_the_batch),
        cmocka_unit_test(test_padded_sequences),
        cmocka_unit_test(test_loss_is_that_of_the_batch),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
