/* Data-parallel workers with statistics of their own, and what batchnorm with ghost=G computes in their place: one norm,
 * and whole nets that train. */
#include "base/arena.h"
#include "base/text.h"
#include "harness.h"
#include "optimizers.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct shape IMAGE = {3, 5, 4, 12};

/* With running=first the running statistics have the bits of the first worker's. Nothing else differs. */
static void test_ghost_keeps_the_first(void **state)
{
    enum { BATCH = 11, GHOST = 4 };
    struct instance first, mean, one;

    (void)state;
    harness_start(&first, "batchnorm ghost=4 running=first", IMAGE, BATCH, 11);
    harness_start(&mean, "batchnorm ghost=4", IMAGE, BATCH, 11);
    harness_start(&one, "batchnorm", IMAGE, GHOST, 11);
    memcpy(one.x[0], first.x[0], one.in_count * sizeof(real));
    harness_forward(&first, true);
    harness_forward(&mean, true);
    harness_forward(&one, true);
    assert_memory_equal(first.state, one.state, one.layer.state_reals * sizeof(real));
    assert_true(memcmp(first.state, mean.state, one.layer.state_reals * sizeof(real)) != 0);
    assert_memory_equal(first.y, mean.y, first.out_count * sizeof(real));
    harness_backward(&first);
    harness_backward(&mean);
    assert_memory_equal(first.dx[0], mean.dx[0], first.in_count * sizeof(real));
    assert_memory_equal(first.dparam, mean.dparam, first.layer.param_reals * sizeof(real));
    harness_stop(&first);
    harness_stop(&mean);
    harness_stop(&one);
}

/* A first worker whose only sample is padding at a step learns nothing there; the others do. */
static void test_first_chunk_is_padding(void **state)
{
    static const unsigned char mask[4 * 2] = {1, 0, 1, 0, 1, 1, 1, 1};
    static const char *const specs[] = {"batchnorm over=step ghost=2 running=first masked=1",
                                        "rnn 3 norm=batchnorm:ghost=2:running=first norm_at=x"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct instance h;
        size_t c = i ? 3 : 5;

        harness_start(&h, specs[i], shape_sequence(2, 5), 4, 3);
        h.io.mask = mask;
        harness_forward(&h, true);
        for (int k = 0; k < h.layer.states; k++) {
            const struct param *p = &h.layer.state[k];

            if (strstr(p->name, "running_var"))
                for (size_t g = 0; g < c; g++) {
                    assert_true(h.state[p->offset + g] != 1);
                    assert_true(h.state[p->offset + c + g] == 1);
                }
            if (strstr(p->name, "steps_trained"))
                assert_true(h.state[p->offset] == 1);
        }
        harness_stop(&h);
    }
}

/* ---- nets that train ---- */

enum { WORKERS = 3, SAMPLES = 11, CHUNK = 4, CLASSES = 5, STEPS = 4 };

#define NET                                                                                        \
    "conv2d 6 bias=0; ${norm}; relu; conv2d 8 stride=2 bias=0; ${norm}; relu; flatten; dense ${classes}"
#define PER_WORKER " momentum=0.3"

static void start_net(struct net *n, struct optimizer *o, const char *norm, int samples)
{
    struct optimizer_options options = optimizer_options("optimizer=sgd momentum=0.9");
    struct config config = {0};
    struct text why = {0};
    struct net_request q = {.text = NET,
                            .config = &config,
                            .in = shape_image(6, 6, 2),
                            .classes = CLASSES,
                            .max_n = samples,
                            .min_train_n = samples};

    config_set(&config, "norm", norm);
    if (net_build(n, &q, NULL, &why))
        fail_msg("%s", text_str(&why));
    config_clear(&config);
    assert_int_equal(net_commit(n), 0);
    net_init(n, 7, 0, 1);
    assert_int_equal(optimizer_setup_net(o, &options, n), 0);
}

static void stop_net(struct net *n, struct optimizer *o)
{
    optimizer_release(o);
    net_release(n);
}

/* Samples of one step: the same for the net of all as for the workers, who have neighbouring parts of them. */
struct step_data {
    real x[SAMPLES * 72];
    uint8_t label[SAMPLES];
};

static void draw_step(struct step_data *d, int step)
{
    for (int i = 0; i < SAMPLES; i++)
        d->label[i] = (uint8_t)((3 * i + step) % CLASSES);
    draw_normal(d->x, SAMPLES * 72, 100 + (uint64_t)step, "x");
}

static void pass(struct net *n, const struct step_data *d, int first, int samples)
{
    memcpy(net_input(n), d->x + (size_t)first * 72, (size_t)samples * 72 * sizeof(real));
    net_forward(n, samples, true, 1);
    loss_softmax(samples, CLASSES, net_output(n), d->label + first, net_output_gradient(n));
    net_backward(n, samples, 1);
}

/* Averages the workers' gradients by their numbers of samples, gives each of them the average, and lets them step. */
static void exchange(struct net *worker, struct optimizer *o)
{
    double *sum = xcalloc(worker->param_reals, sizeof *sum);

    for (int w = 0; w < WORKERS; w++)
        for (size_t i = 0; i < worker->param_reals; i++)
            sum[i] += (double)worker[w].max_n / SAMPLES * worker[w].dparam[i];
    for (int w = 0; w < WORKERS; w++) {
        for (size_t i = 0; i < worker->param_reals; i++)
            worker[w].dparam[i] = (real)sum[i];
        optimizer_step(&o[w], 0.1);
    }
    free(sum);
}

static void assert_same_block(const char *what, size_t n, const real *got, const real *want)
{
    /* Rounding errors of a net of eight layers, through the steps. */
    assert_close_reals(what, n, got, want, 64 * STEPS * REAL_EPSILON);
}

/* The running statistics that the workers keep: the first one's, or the mean of all by numbers of samples. */
static void kept_statistics(const struct net *worker, bool first, real *state)
{
    for (size_t i = 0; i < worker->state_reals; i++) {
        double mean = 0;

        for (int w = 0; w < WORKERS; w++)
            mean += (double)worker[w].max_n / SAMPLES * worker[w].state[i];
        state[i] = first ? worker[0].state[i] : (real)mean;
    }
}

/* Three workers with 4, 4 and 3 samples train as one net with ghost=4: parameters, and the running statistics that are
 * kept, step by step. `norm` is the norm of the one net, and `first` says whose statistics it keeps. */
static void train_both_ways(const char *norm, bool first)
{
    struct net all, worker[WORKERS];
    struct optimizer o, own[WORKERS];
    real *state;

    start_net(&all, &o, norm, SAMPLES);
    for (int w = 0; w < WORKERS; w++)
        start_net(&worker[w], &own[w], "batchnorm" PER_WORKER,
                  w < WORKERS - 1 ? CHUNK : SAMPLES - CHUNK * (WORKERS - 1));
    state = xcalloc(all.state_reals, sizeof *state);
    for (int step = 0; step < STEPS; step++) {
        struct step_data d;

        draw_step(&d, step);
        pass(&all, &d, 0, SAMPLES);
        optimizer_step(&o, 0.1);
        for (int w = 0; w < WORKERS; w++)
            pass(&worker[w], &d, w * CHUNK, worker[w].max_n);
        exchange(worker, own);
        for (int w = 0; w < WORKERS; w++)
            assert_same_block("parameters", all.param_reals, all.param, worker[w].param);
        kept_statistics(worker, first, state);
        assert_same_block("running statistics", all.state_reals, all.state, state);
    }
    free(state);
    for (int w = 0; w < WORKERS; w++)
        stop_net(&worker[w], &own[w]);
    stop_net(&all, &o);
}

static void test_workers_average_their_statistics(void **state)
{
    (void)state;
    train_both_ways("batchnorm ghost=4" PER_WORKER, false);
}

static void test_workers_keep_the_first_statistics(void **state)
{
    (void)state;
    train_both_ways("batchnorm ghost=4 running=first" PER_WORKER, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ghost_keeps_the_first),
        cmocka_unit_test(test_first_chunk_is_padding),
        cmocka_unit_test(test_workers_average_their_statistics),
        cmocka_unit_test(test_workers_keep_the_first_statistics),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
