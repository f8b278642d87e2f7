/* Threads within a trial: they change no bit of a result, and so are no part of what a trial is. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/system/parallel.h"
#include "experiments/experiment.h"
#include "net/net.h"
#include "support.h"
#include "sweep/sweep.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- sharing ---- */

static void count_up(void *context, size_t first, size_t end)
{
    unsigned char *count = context;

    for (size_t i = first; i < end; i++)
        count[i]++;
}

static void test_every_element_once(void **state)
{
    enum { MOST = 1000 };

    (void)state;
    for (int threads = 1; threads <= 5; threads++) {
        struct parallel *p;

        assert_int_equal(parallel_start(&p, threads), 0);
        for (size_t n = 0; n < MOST; n += 1 + n / 3)
            for (size_t block = 1; block <= 64; block *= 4) {
                unsigned char count[MOST] = {0};

                parallel_blocks(p, n, block, count_up, count);
                for (size_t i = 0; i < MOST; i++)
                    assert_int_equal(count[i], i < n);
            }
        parallel_stop(p);
    }
}

/* ---- results ---- */

/* Between them: every layer and every part of a step that threads share. */
static const char *const nets[] = {
    "net=\"resnet depth=8 width=8\" norm=batchnorm data=synthetic-rgb flip=1 crop=2 lr=0.05",
    "net=\"resnet depth=8 width=8\" norm=\"groupnorm groups=4\" data=synthetic-rgb optimizer=adam "
    "lr=0.001 weight_decay=0.01",
    "net=\"mlp hidden=300-100 act=tanh; dropout 0.1\" norm=batchnorm data=synthetic clip_norm=0.5",
    "net=\"lenet act=gelu\" norm=layernorm data=synthetic optimizer=rmsprop lr=0.001 val_fraction=0.2",
    "net=\"avgpool 2; residual { conv2d 8 k=5 pad=2 } { conv2d 8 k=1 pad=0 }; relu; maxpool 2; flatten; "
    "dense 10\" data=synthetic lr=0.01",
    /* data-parallel workers, most of which have no sample of the last batch; with statistics of all, and of each */
    "net=\"resnet depth=8 width=8\" norm=\"batchnorm sync=1\" data=synthetic-rgb workers=5 lr=0.05",
    "net=\"conv2d 8 stride=2; ${norm}; relu; flatten; dense 150; ${norm}; tanh; dropout 0.2; dense 10\" norm=batchnorm "
    "data=synthetic workers=3 optimizer=adam lr=0.001",
};
enum { NETS = sizeof nets / sizeof *nets };

static void parse(struct config *c, const char *net, int threads)
{
    char *text =
        format_new("train_count=300 test_count=120 batch=96 epochs=2 threads=%d %s", threads, net);

    assert_int_equal(config_parse(c, text), 0);
    free(text);
}

static void run(const char *net, int threads, struct trial_result *r)
{
    struct config c = {0};

    parse(&c, net, threads);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    assert_int_equal(r->status, TRIAL_DONE);
    assert_int_equal(r->threads, threads);
    config_clear(&c);
}

static void test_same_curves(void **state)
{
    (void)state;
    for (int i = 0; i < NETS; i++) {
        struct trial_result one;

        run(nets[i], 1, &one);
        for (int threads = 2; threads <= 3; threads++) {
            struct trial_result more;

            run(nets[i], threads, &more);
            for (int m = 0; m < METRICS; m++)
                if (!metric_info[m].timing &&
                    memcmp(one.curve[m], more.curve[m], 3 * sizeof(double)))
                    fail_msg("%s: %d threads change %s", nets[i], threads, metric_info[m].name);
            trial_result_clear(&more);
        }
        trial_result_clear(&one);
    }
}

/* A net's parameters after an epoch, in a new block. */
static real *train(const char *net, int threads, size_t *reals)
{
    struct config c = {0};
    struct trial_result r;
    struct trial *t;
    struct trial_view view;
    real *copy;

    parse(&c, net, threads);
    t = trial_open(&c, &r);
    assert_non_null(t);
    view = trial_look(t);
    trial_epoch(t, 1);
    for (int i = 0; i < view.steps; i++)
        trial_step(t, i);
    *reals = view.net->param_reals;
    copy = malloc(*reals * sizeof *copy);
    memcpy(copy, view.net->param, *reals * sizeof *copy);
    trial_close(t);
    trial_result_clear(&r);
    config_clear(&c);
    return copy;
}

static void test_same_weights(void **state)
{
    (void)state;
    for (int i = 0; i < NETS; i++) {
        size_t n;
        real *one = train(nets[i], 1, &n);

        for (int threads = 2; threads <= 3; threads++) {
            size_t same;
            real *more = train(nets[i], threads, &same);

            assert_int_equal(n, same);
            if (memcmp(one, more, n * sizeof *one))
                fail_msg("%s: %d threads change the weights", nets[i], threads);
            free(more);
        }
        free(one);
    }
}

/* ---- nets of sequences ---- */

enum { SAMPLES = 64, STEPS = 21, TOKENS = 9, CLASSES = 3, CALLS = 2 };

static const char *const sequence_nets[] = {
    "transformer layers=1 width=32 heads=4 ff=64",
    "recurrent units=24 layers=2 bidirectional=1",
    "convnet layers=2 width=96 k=3", /* wide enough for norms to share their work */
    "embedding 8 tokens=9; gru 12 bidirectional=1 norm=batchnorm:masked=1; batchnorm over=step; mean; dense 3",
};

/* What a few training calls leave behind. */
struct left {
    real *param, *state, *output;
    size_t params, states;
};

static real *copy_reals(const real *from, size_t n)
{
    real *to = xcalloc(n + 1, sizeof *to);

    memcpy(to, from, n * sizeof *to);
    return to;
}

static void left_release(struct left *l)
{
    free(l->param);
    free(l->state);
    free(l->output);
}

/* One call on random tokens, any of which the mask may leave out; the gradient goes into the weights. */
static void train_on_random(struct net *n, struct rng *r, unsigned char *mask, uint64_t step)
{
    for (int i = 0; i < SAMPLES * STEPS; i++) {
        net_input(n)[i] = (real)(int)(rng_uniform(r) * TOKENS);
        mask[i] = rng_uniform(r) < 0.7;
    }
    net_forward(n, SAMPLES, true, step);
    for (int i = 0; i < SAMPLES * CLASSES; i++)
        net_output_gradient(n)[i] = (real)rng_normal(r);
    net_backward(n, SAMPLES, step);
    for (size_t i = 0; i < n->param_reals; i++)
        n->param[i] -= n->dparam[i] / 1024;
}

static struct left run_net(const char *text, struct parallel *threads)
{
    unsigned char mask[SAMPLES * STEPS];
    struct rng r = rng_stream(3, "random masks");
    struct config c = {0};
    struct text why = {0};
    struct net_request q = {text,    &c,   shape_sequence(STEPS + 3, 1), CLASSES, TOKENS, SAMPLES,
                            SAMPLES, false};
    struct net n;
    struct left left;

    config_set(&c, "norm", "batchnorm masked=1");
    if (net_build(&n, &q, NULL, &why))
        fail_msg("%s: %s", text, text_str(&why));
    assert_int_equal(net_commit(&n), 0);
    net_init(&n, 1, 0, 1);
    n.threads = threads;
    n.t = STEPS;
    n.mask = mask;
    for (int i = 0; i < CALLS; i++)
        train_on_random(&n, &r, mask, (uint64_t)i);
    net_forward(&n, SAMPLES, false, CALLS);
    left =
        (struct left){copy_reals(n.param, n.param_reals), copy_reals(n.state, n.state_reals),
                      copy_reals(net_output(&n), SAMPLES * CLASSES), n.param_reals, n.state_reals};
    net_release(&n);
    config_clear(&c);
    return left;
}

static void test_sequences(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sequence_nets / sizeof *sequence_nets; i++) {
        const char *text = sequence_nets[i];
        struct left alone = run_net(text, NULL);

        for (int j = 0; j < SAMPLES * CLASSES; j++)
            assert_true(isfinite(alone.output[j]));
        for (int threads = 2; threads <= 3; threads++) {
            struct parallel *p;
            struct left shared;

            assert_int_equal(parallel_start(&p, threads), 0);
            shared = run_net(text, p);
            parallel_stop(p);
            if (memcmp(alone.param, shared.param, alone.params * sizeof(real)) ||
                memcmp(alone.state, shared.state, alone.states * sizeof(real)) ||
                memcmp(alone.output, shared.output, SAMPLES * CLASSES * sizeof(real)))
                fail_msg("%s: %d threads change a result", text, threads);
            left_release(&shared);
        }
        left_release(&alone);
    }
}

/* ---- the key ---- */

static void test_bad_values(void **state)
{
    static const char *const bad[] = {"0", "65", "-1", "x", "1.5", "1,2", ""};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *want = format_new("threads=%s: should be a whole number from 1 to 64", bad[i]);
        struct config c = {0}, complete = {0};
        struct text why = {0};

        config_set(&c, "norm", "none");
        config_set(&c, "threads", bad[i]);
        assert_int_equal(trial_complete(&c, &complete, &why), -1);
        assert_string_equal(text_str(&why), want);
        text_clear(&why);
        config_clear(&c);
        config_clear(&complete);
        free(want);
    }
}

static void test_trials_are_the_same(void **state)
{
    char threads[] = "threads=2", axis[] = "lr=0.1,0.2";
    struct sweep one, two;

    (void)state;
    assert_int_equal(
        experiment_expand(&one, all_experiments()[0], PRESET_SMOKE, (char *[]){axis}, 1, NULL), 0);
    assert_int_equal(experiment_expand(&two, all_experiments()[0], PRESET_SMOKE,
                                       (char *[]){threads, axis}, 2, NULL),
                     0);
    assert_int_equal(one.execution.threads, 1);
    assert_int_equal(two.execution.threads, 2);
    assert_int_equal(one.trials, two.trials);
    assert_int_equal(one.axes, two.axes);
    for (int i = 0; i < one.trials; i++) {
        assert_string_equal(one.trial[i].key, two.trial[i].key);
        assert_null(config_get(&two.trial[i].config, "threads"));
    }
    sweep_clear(&one);
    sweep_clear(&two);
}

static void run_sweep(const char *arguments, const char *want)
{
    char *command = format_new("cd '%s' && \"$NORMLAB\" run batch_size --preset smoke panel=resnet "
                               "--seeds 0 --no-plot %s",
                               test_folder(), arguments),
         *err;

    assert_int_equal(run_command(command, NULL, &err), 0);
    if (!strstr(err, want))
        fail_msg("%s: '%s' lacks '%s'", arguments, err, want);
    free(err);
    free(command);
}

static void test_resume(void **state)
{
    struct sweep s;
    struct record r;
    char panel[] = "panel=resnet";

    (void)state;
    assert_int_equal(
        experiment_expand(&s, all_experiments()[0], PRESET_SMOKE, (char *[]){panel}, 1, "0"), 0);
    run_sweep("threads=1", "5 finished now, 0 before, 0 failed");
    run_sweep("threads=2", "0 finished now, 5 before, 0 failed");
    assert_int_equal(sweep_read(&s, test_folder(), 0, &r), 0);
    assert_string_equal(config_get(&r.origin, "threads"), "1");
    record_clear(&r);
    run_sweep("threads=3 --force", "5 finished now, 0 before, 0 failed");
    assert_int_equal(sweep_read(&s, test_folder(), 0, &r), 0);
    assert_string_equal(config_get(&r.origin, "threads"), "3");
    assert_null(config_get(&r.config, "threads"));
    record_clear(&r);
    sweep_clear(&s);
}

/* Workers may run on every core that the sweep may, whatever libraries put into its environment. */
static void test_workers_are_not_bound(void **state)
{
    char *command = format_new(
        "cd '%s' && rm -f done pid && "
        "(sh -c 'echo $$ >pid; exec \"$NORMLAB\" run batch_size --preset smoke panel=resnet epochs=9 "
        "--seeds 7 --no-plot -q -j2'; echo $? >done) >/dev/null & cd '%s'; bad=0; "
        "want=$(grep Cpus_allowed_list: /proc/self/status); "
        "while [ ! -s done ]; do p=$(cat pid 2>/dev/null); "
        "for c in $(cat /proc/$p/task/$p/children 2>/dev/null); do "
        "got=$(grep Cpus_allowed_list: /proc/$c/status 2>/dev/null); "
        "[ -z \"$got\" ] || [ \"$got\" = \"$want\" ] || bad=50; done; sleep 0.01; done; wait; "
        "exit $(($(cat done) + bad))",
        test_folder(), test_folder());

    (void)state;
    assert_int_equal(run_command(command, NULL, NULL), 0);
    free(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_element_once),
        cmocka_unit_test(test_same_curves),
        cmocka_unit_test(test_same_weights),
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_bad_values),
        cmocka_unit_test(test_trials_are_the_same),
        cmocka_unit_test(test_resume),
        cmocka_unit_test(test_workers_are_not_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
