/* How a net is evaluated (keys eval_stats, eval_all, freeze_norm): against plain loops; and that training stays as it is. */
#include "support.h"

#include "base/arena.h"
#include "base/text.h"
#include "data/data.h"
#include "layers/norms/norm.h"
#include "net/net.h"
#include "train/batch.h"
#include "train/loss.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void run(const char *base, const char *more, struct trial_result *r)
{
    char *text = format_new("%s %s", base, more);
    struct config c = {0};

    assert_int_equal(config_parse(&c, text), 0);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    assert_int_equal(r->status, TRIAL_DONE);
    config_clear(&c);
    free(text);
}

/* Fails unless two curves have the same bits. */
static void assert_same(const struct trial_result *a, enum metric ma, const struct trial_result *b,
                        enum metric mb)
{
    assert_int_equal(a->points, b->points);
    for (int p = 0; p <= a->points; p++)
        if (memcmp(&a->curve[ma][p], &b->curve[mb][p], sizeof(double)))
            fail_msg("%s at point %d: %.17g, but %s is %.17g", metric_info[ma].name, p,
                     a->curve[ma][p], metric_info[mb].name, b->curve[mb][p]);
}

/* ---- training stays as it is ---- */

#define SMALL                                                                                      \
    "data=synthetic train_count=300 val_fraction=0.2 test_count=90 fit_count=50 epochs=2 batch=24 "
#define MLP   "net=\"mlp hidden=16\" norm=batchnorm "
#define SHORT "train_count=96 test_count=40 epochs=2 batch=12 seed=4 "

static const char *const trials[] = {
    SMALL "net=\"mlp hidden=16\" norm=batchnorm",
    SMALL
    "net=\"conv2d 4 stride=2; ${norm}; relu; dropout 0.2; flatten; dense 12; dropout 0.1; dense 10\" "
    "norm=\"batchnorm momentum=cma\" flip=1 crop=1",
    SHORT
    "data=synthetic-words net=\"embedding 6 tokens=${tokens}; ${norm}; conv1d 6 k=3; ${norm}; relu; mean; dense ${classes}\" "
    "norm=\"batchnorm masked=1\" pad=0.3",
    SHORT
    "data=synthetic-words net=\"embedding 6 tokens=${tokens}; lstm 5 norm=batchnorm; last; dense ${classes}\"",
    SHORT
    "data=synthetic-words net=\"embedding 6 tokens=${tokens}; batchnorm over=step; last; dense ${classes}\"",
};
enum { TRIALS = sizeof trials / sizeof *trials };

static const enum metric of_training[] = {METRIC_train_loss, METRIC_train_error, METRIC_grad_norm,
                                          METRIC_grad_ratio, METRIC_gamma_mean,  METRIC_gamma_sd,
                                          METRIC_beta_mean,  METRIC_beta_sd};

/* Whatever a net is evaluated with, its training has the same bits, and each of the metrics of eval_all is what
 * test_error is with those statistics. */
static void test_evaluation_changes_no_training(void **state)
{
    static const struct {
        const char *keys;
        enum metric all;
    } ways[] = {
        {"eval_stats=running", METRIC_test_error_running},
        {"eval_stats=precise precise_samples=100", METRIC_test_error_precise},
        {"eval_stats=batch", METRIC_test_error_batch},
        {"eval_stats=own own_weight=0.2", METRIC_test_error_running},
    };

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        struct trial_result all, alone;

        run(trials[i], "eval_all=1 precise_samples=100", &all);
        for (size_t w = 0; w < 4; w++) {
            run(trials[i], ways[w].keys, &alone);
            for (size_t m = 0; m < sizeof of_training / sizeof *of_training; m++)
                assert_same(&alone, of_training[m], &all, of_training[m]);
            if (w < 3)
                assert_same(&alone, METRIC_test_error, &all, ways[w].all);
            else
                assert_true(memcmp(alone.curve[METRIC_test_loss], all.curve[METRIC_test_loss],
                                   3 * sizeof(double)) != 0);
            assert_true(isfinite(trial_final(&alone, METRIC_test_loss)));
            trial_result_clear(&alone);
        }
        run(trials[i], "eval_stats=precise eval_all=1 precise_samples=100", &alone);
        for (size_t w = 0; w < 3; w++)
            assert_same(&alone, ways[w].all, &all, ways[w].all);
        trial_result_clear(&alone);
        trial_result_clear(&all);
    }
}

/* The same for norms with passes of their own, which take no own statistics; and each way differs from the others. */
static void test_custom_norms(void **state)
{
    static const char *const norms[] = {"powernorm", "switchablenorm", "\"iternorm groups=2\""};
    static const char *const nets[] = {
        SMALL "net=\"conv2d 4 stride=2; ${norm}; relu; flatten; dense 12; dense 10\" ",
        SHORT "data=synthetic-words net=\"embedding 6 tokens=${tokens}; ${norm}; mean; dense "
              "${classes}\" pad=0.3 "};

    (void)state;
    for (int i = 0; i < 6; i++) {
        char *base = format_new("%s norm=%s", nets[i / 3], norms[i % 3]);
        struct trial_result all, alone[3];
        static const char *const keys[] = {"eval_stats=running", "eval_stats=precise",
                                           "eval_stats=batch"};

        run(base, "eval_all=1", &all);
        for (int w = 0; w < 3; w++) {
            run(base, keys[w], &alone[w]);
            for (size_t m = 0; m < sizeof of_training / sizeof *of_training; m++)
                assert_same(&alone[w], of_training[m], &all, of_training[m]);
            assert_true(isfinite(trial_final(&alone[w], METRIC_test_loss)));
            for (int v = 0; v < w; v++)
                assert_true(trial_final(&alone[w], METRIC_test_loss) !=
                            trial_final(&alone[v], METRIC_test_loss));
        }
        assert_same(&alone[1], METRIC_test_error, &all, METRIC_test_error_precise);
        assert_same(&alone[2], METRIC_test_error, &all, METRIC_test_error_batch);
        for (int w = 0; w < 3; w++)
            trial_result_clear(&alone[w]);
        trial_result_clear(&all);
        free(base);
    }
}

/* An axis of norms may have some without running statistics. */
static void test_no_effect_without_running_statistics(void **state)
{
    static const char *const norms[] = {"none", "layernorm", "\"groupnorm groups=4\""};
    static const char *const keys[] = {"eval_stats=precise", "eval_stats=batch eval_batch=1",
                                       "eval_stats=own", "freeze_norm=1 freeze_affine=1",
                                       "eval_all=1"};

    (void)state;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 5; k++) {
            char *base = format_new(SMALL "net=\"mlp hidden=16\" norm=%s", norms[i]);
            struct trial_result a, b;

            run(base, "", &a);
            run(base, keys[k], &b);
            for (int m = 0; m < METRICS; m++)
                if (!metric_info[m].timing)
                    assert_same(&a, (enum metric)m, &b, (enum metric)m);
            assert_true(isnan(b.curve[METRIC_test_error_precise][1]));
            trial_result_clear(&a);
            trial_result_clear(&b);
            free(base);
        }
}

static double column(const struct profile *p, int point, const char *name)
{
    assert_true(profile_column(p, name) >= 0);
    return *profile_at(p, point, 0, profile_column(p, name));
}

/* The columns that are made of others. */
static void check_differences(const struct profile *p, int point)
{
    static const char *const difference[][3] = {
        {"running_excess", "running", "precise_10000"},
        {"few_excess", "precise_1000", "precise_10000"},
        {"within_excess", "within_1000", "precise_1000"},
        {"batch_excess", "batch", "running"},
    };
    double best = column(p, point, "running"), weight = 0;

    for (int i = 0; i < 4; i++) {
        double want = column(p, point, difference[i][1]) - column(p, point, difference[i][2]);
        double got = column(p, point, difference[i][0]);

        assert_true(isnan(want) ? isnan(got) : fabs(got - want) < 1e-4);
    }
    for (int n = 256; n >= 2; n /= 2) {
        char *name = format_new("own_1_%d", n);

        if (column(p, point, name) < best) {
            best = column(p, point, name);
            weight = 1.0 / n;
        }
        free(name);
    }
    assert_true(column(p, point, "own_best") == weight);
}

/* The errors by weights 0, 1/256, ... 1/2. */
static void own_errors(const struct profile *p, int point, double error[9])
{
    error[0] = column(p, point, "running");
    for (int i = 1; i < 9; i++) {
        char *name = format_new("own_1_%d", 512 >> i);

        error[i] = column(p, point, name);
        free(name);
    }
}

static int least(const double error[9])
{
    int best = 0;

    for (int i = 1; i < 9; i++)
        best = error[i] < error[best] ? i : best;
    return best;
}

/* own_gain: the weight that is best on one half of the test set counts on the other one. A trial that tests on the first
 * half alone tells the errors on both. */
static void test_own_gain(void **state)
{
    struct trial_result whole, first;
    const struct profile *p, *q;

    (void)state;
    run(trials[0], "probe=inference test_count=900", &whole);
    run(trials[0], "probe=inference test_count=450", &first);
    p = profiles_find(&whole.profiles, "inference");
    q = profiles_find(&first.profiles, "inference");
    for (int point = 0; point < 3; point++) {
        double all[9], a[9], b[9], want;

        own_errors(p, point, all);
        own_errors(q, point, a);
        for (int i = 0; i < 9; i++)
            b[i] = 2 * all[i] - a[i];
        want = (a[0] - a[least(b)] + b[0] - b[least(a)]) / 2;
        assert_true(fabs(column(p, point, "own_gain") - want) < 1e-4);
        assert_true(point == 0 || fabs(want) > 0); /* the test would find another choice */
    }
    trial_result_clear(&whole);
    trial_result_clear(&first);
}

/* The columns of the probe are what the keys measure. The probe's net is not fused, so that a sample on the edge between
 * two classes may count in one and not in the other. */
static void test_probe(void **state)
{
    static const struct {
        const char *column, *keys;
    } same[] = {
        {"running", ""},
        {"batch", "eval_stats=batch"},
        {"own_1_256", "eval_stats=own own_weight=0.00390625"},
        {"own_1_2", "eval_stats=own own_weight=0.5"},
    };

    (void)state;
    for (int i = 0; i < TRIALS; i += 3) {
        struct trial_result probed, r;
        const struct profile *p;

        run(trials[i], "probe=inference", &probed);
        p = profiles_find(&probed.profiles, "inference");
        assert_non_null(p);
        assert_int_equal(probed.profiles.points, 3);
        for (size_t k = 0; k < sizeof same / sizeof *same; k++) {
            run(trials[i], same[k].keys, &r);
            for (int point = 0; point < 3; point++)
                assert_true(fabs(column(p, point, same[k].column) -
                                 r.curve[METRIC_test_error][point]) < 100.0 / 40 + 1e-9);
            trial_result_clear(&r);
        }
        for (int point = 0; point < 3; point++)
            check_differences(p, point);
        run(trials[i], "", &r);
        for (int m = 0; m < METRICS; m++)
            if (!metric_info[m].timing)
                assert_same(&r, (enum metric)m, &probed, (enum metric)m);
        trial_result_clear(&r);
        trial_result_clear(&probed);
    }
    {
        struct trial_result probed;

        run(SMALL "net=\"mlp hidden=16\" norm=layernorm", "probe=inference", &probed);
        assert_true(isnan(*profile_at(&probed.profiles.item[0], 2, 0, 0)));
        trial_result_clear(&probed);
    }
}

/* The test error before training. */
static double start_error(const char *base, const char *keys)
{
    struct trial_result r;
    double error;

    run(base, keys, &r);
    error = r.curve[METRIC_test_error][0];
    trial_result_clear(&r);
    return error;
}

/* Precise statistics are of as many samples as the column says, in batches of nearly the same size: of the size at
 * which these make up full batches. There are none where the training set is smaller. */
static void test_probe_counts_samples(void **state)
{
    static const struct {
        const char *norm;
        int batch; /* of training */
        int of_100, of_1000;
    } cases[] = {
        {"batchnorm", 20, 20, 20},
        {"batchnorm", 256, 100, 250},
        {"batchnorm", 1000, 100, 1000},
        {"\"batchnorm ghost=50\"", 256, 100, 250},
        {"\"batchnorm ghost=8\"", 256, 100, 256}, /* 1000 = 3 * 256 + 232: no full batches */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *base = format_new("data=synthetic train_count=1100 test_count=1000 epochs=0 "
                                "net=\"mlp hidden=16x2\" init_scale=2 norm=%s",
                                cases[i].norm),
             *probed = format_new("probe=inference batch=%d", cases[i].batch);
        const char *const name[] = {"precise_100", "precise_1000", "within_1000"};
        struct trial_result r;
        const struct profile *p;

        run(base, probed, &r);
        p = profiles_find(&r.profiles, "inference");
        for (int k = 0; k < 3; k++) {
            int samples = k ? 1000 : 100, batch = k ? cases[i].of_1000 : cases[i].of_100;
            char *keys = format_new("batch=%d eval_stats=precise precise_samples=%d precise_var=%s",
                                    batch, samples, k == 2 ? "within" : "total");
            double want = start_error(base, keys), got = column(p, 0, name[k]);

            if (samples % batch == 0 && !(fabs(got - want) < 100.0 / 1000 + 1e-4))
                fail_msg("%s, batch %d: %s is %g, not %g", cases[i].norm, cases[i].batch, name[k],
                         got, want);
            free(keys);
        }
        assert_true(isnan(column(p, 0, "precise_10000")));
        check_differences(p, 0);
        trial_result_clear(&r);
        free(probed);
        free(base);
    }
}

/* A norm with another scale, or with statistics of another kind, has no use for a sample's own statistics, in a cell either. */
static void test_probe_without_own(void **state)
{
    static const char *const nets[] = {
        SMALL "net=\"mlp hidden=16\" norm=\"batchnorm scale=l1\"",
        SHORT "data=synthetic-words net=\"embedding 6 tokens=${tokens}; lstm 5 "
              "norm=batchnorm:scale=l1; last; dense ${classes}\"",
        SMALL "net=\"mlp hidden=16\" norm=switchablenorm",
    };

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct trial_result r;
        const struct profile *p;

        run(nets[i], "probe=inference", &r);
        p = profiles_find(&r.profiles, "inference");
        assert_true(isfinite(column(p, 2, "running")) && isfinite(column(p, 2, "batch")));
        assert_true(isnan(column(p, 2, "own_1_256")) && isnan(column(p, 2, "own_1_2")));
        assert_true(isnan(column(p, 2, "own_best")) && isnan(column(p, 2, "own_gain")));
        trial_result_clear(&r);
    }
}

/* ---- against plain loops ---- */

enum { BATCH = 24, TRAIN = 300, TEST = 90, C = 16 };

#define PLAIN                                                                                      \
    "data=synthetic train_count=300 test_count=90 data_seed=first epochs=0 batch=24 seed=2 "
#define PLAIN_NET "flatten; dense 16; batchnorm; relu; dense 10"

struct plain {
    struct data data;
    struct batch_source train, test;
    struct net net;
    uint8_t label[BATCH];
    double mean[C], square[C], var[C]; /* sums over batches: of mean, mean^2 and variance */
    int batches;
};

static void plain_start(struct plain *p)
{
    struct config c = {0};
    struct text why = {0};
    struct net_request q = {
        .text = PLAIN_NET, .config = &c, .classes = 10, .max_n = BATCH, .min_train_n = 12};

    memset(p, 0, sizeof *p);
    assert_int_equal(data_open(&p->data, "synthetic"), 0);
    batch_source_init(&p->train, &p->data, &p->data.train, INPUT_STANDARD);
    batch_source_init(&p->test, &p->data, &p->data.test, INPUT_STANDARD);
    q.in = p->data.shape;
    assert_int_equal(net_build(&p->net, &q, NULL, &why), 0);
    assert_int_equal(net_commit(&p->net), 0);
    net_init(&p->net, 2, 0, 1);
}

static void plain_stop(struct plain *p)
{
    net_release(&p->net);
    data_close(&p->data);
}

static const struct node *norm_node(const struct plain *p)
{
    for (int i = 0; i < p->net.nodes; i++)
        if (p->net.node[i].layer.states > 0)
            return &p->net.node[i];
    fail();
    return NULL;
}

/* Adds up the moments of what the norm reads. */
static void watch(void *context, const struct node *k, const struct io *io)
{
    struct plain *p = context;

    if (k->layer.states == 0)
        return;
    for (int c = 0; c < C; c++) {
        double mean = 0, var = 0;

        for (int n = 0; n < io->n; n++)
            mean += (double)io->x[0][n * C + c] / io->n;
        for (int n = 0; n < io->n; n++)
            var += (io->x[0][n * C + c] - mean) * (io->x[0][n * C + c] - mean) / io->n;
        p->mean[c] += mean;
        p->square[c] += mean * mean;
        p->var[c] += var;
    }
    p->batches++;
}

static void plain_fill(struct plain *p, const struct batch_source *s, const int *sample, int n)
{
    int32_t index[BATCH];

    for (int i = 0; i < n; i++)
        index[i] = sample[i];
    batch_fill(s, n, index, false, 0, net_input(&p->net), p->label);
}

/* Sets the running statistics to those of the first training batches. */
static void plain_precise(struct plain *p, int batches, bool total)
{
    const struct node *k = norm_node(p);
    real *mean = p->net.state + k->state_at + k->layer.state[0].offset;
    real *var = p->net.state + k->state_at + k->layer.state[1].offset;

    p->net.watch = watch;
    p->net.watch_context = p;
    for (int b = 0; b < batches; b++) {
        int sample[BATCH];

        for (int i = 0; i < BATCH; i++)
            sample[i] = b * BATCH + i;
        plain_fill(p, &p->train, sample, BATCH);
        net_forward(&p->net, BATCH, true, 1);
    }
    p->net.watch = NULL;
    for (int c = 0; c < C; c++) {
        double m = p->mean[c] / p->batches, v = p->var[c] / p->batches;

        mean[c] = (real)m;
        var[c] = (real)(total ? v + p->square[c] / p->batches - m * m : v);
    }
}

/* Mean loss over the test set in inference, sample by sample. */
static double plain_loss(struct plain *p)
{
    double loss = 0;

    for (int i = 0; i < TEST; i++) {
        plain_fill(p, &p->test, &i, 1);
        net_forward(&p->net, 1, false, 1);
        loss += loss_softmax(1, 10, net_output(&p->net), p->label, NULL).loss / TEST;
    }
    return loss;
}

/* Mean loss over the test set in batches in training mode. The last batch has the last `size` samples, and only those
 * count that no batch before it had. */
static double plain_batch_loss(struct plain *p, int size)
{
    double loss = 0;

    for (int first = 0; first < TEST; first += size) {
        int start = first + size > TEST ? TEST - size : first, sample[BATCH];

        for (int i = 0; i < size; i++)
            sample[i] = start + i;
        plain_fill(p, &p->test, sample, size);
        net_forward(&p->net, size, true, 1);
        for (int i = first - start; i < size; i++)
            loss +=
                loss_softmax(1, 10, net_output(&p->net) + i * 10, p->label + i, NULL).loss / TEST;
    }
    return loss;
}

static void check_loss(const char *keys, double want)
{
    struct trial_result r;
    double got;

    run(PLAIN "net=\"" PLAIN_NET "\"", keys, &r);
    got = r.curve[METRIC_test_loss][0];
    if (!(fabs(got - want) <= 1e-5 * want))
        fail_msg("%s: a test loss of %.9g, should be %.9g", keys, got, want);
    trial_result_clear(&r);
}

static void test_precise_statistics(void **state)
{
    static const struct {
        const char *keys;
        int batches;
        bool total;
    } cases[] = {
        {"precise_samples=100", 4, true}, /* full batches: 96 samples */
        {"precise_samples=100 precise_var=within", 4, false},
        {"precise_samples=10", 1, true}, /* at least one batch */
        {"", 12, true},                  /* at most all samples: 288 of 300 */
        {"precise_samples=all", 12, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *keys = format_new("eval_stats=precise %s", cases[i].keys);
        struct plain p;

        plain_start(&p);
        plain_precise(&p, cases[i].batches, cases[i].total);
        check_loss(keys, plain_loss(&p));
        plain_stop(&p);
        free(keys);
    }
}

static void test_batch_statistics(void **state)
{
    struct plain p;

    (void)state;
    plain_start(&p);
    check_loss("eval_stats=batch", plain_batch_loss(&p, BATCH));
    check_loss("eval_stats=batch eval_batch=7", plain_batch_loss(&p, 7));
    check_loss("eval_stats=batch eval_batch=2", plain_batch_loss(&p, 2));
    plain_stop(&p);
}

/* ---- freezing ---- */

static real *copy_of(const real *v, size_t n)
{
    real *copy = xcalloc(n, sizeof *copy);

    memcpy(copy, v, n * sizeof *v);
    return copy;
}

/* True when gamma and beta of the net are as in `before`. */
static bool same_affine(const struct net *n, const real *before)
{
    bool same = true;

    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];
            size_t at = n->node[i].param_at + p->offset;

            if (p->role == PARAM_GAMMA || p->role == PARAM_BETA)
                same = same && memcmp(n->param + at, before + at, p->count * sizeof(real)) == 0;
        }
    return same;
}

/* From its epoch on, training changes no running statistic, and with freeze_affine no gamma and beta, whatever the
 * optimizer would do to them. */
static void test_freeze(void **state)
{
    static const char *const optimizers[] = {"", "momentum=0.9 weight_decay=0.1 decay_all=1",
                                             "optimizer=adam lr=0.01"};
    static const char *const norms[] = {"batchnorm", "powernorm", "switchablenorm", "iternorm"};

    (void)state;
    for (int i = 0; i < 24; i++) {
        bool affine = i >= 12;
        char *text =
            format_new(SMALL "net=\"mlp hidden=16\" norm=%s freeze_norm=2 freeze_affine=%d %s",
                       norms[i / 3 % 4], affine, optimizers[i % 3]);
        struct config c = {0};
        struct trial_result r;
        struct trial *t;

        assert_int_equal(config_parse(&c, text), 0);
        t = trial_open(&c, &r);
        assert_non_null(t);
        for (int epoch = 1; epoch <= 2; epoch++) {
            const struct net *n = trial_look(t).net;
            real *before = copy_of(n->state, n->state_reals),
                 *param = copy_of(n->param, n->param_reals);

            trial_epoch(t, epoch);
            for (int s = 0; s < trial_look(t).steps; s++)
                trial_step(t, s);
            assert_int_equal(memcmp(n->state, before, n->state_reals * sizeof *before) == 0,
                             epoch == 2);
            assert_int_equal(same_affine(n, param), epoch == 2 && affine);
            assert_true(memcmp(n->param, param, n->param_reals * sizeof *param) != 0);
            free(before);
            free(param);
        }
        trial_close(t);
        trial_result_clear(&r);
        config_clear(&c);
        free(text);
    }
}

/* Frozen in the second epoch, a trial is the usual one up to the first one's end, and another then. */
static void test_freeze_in_a_trial(void **state)
{
    struct trial_result a, b;

    (void)state;
    run(trials[0], "", &a);
    run(trials[0], "freeze_norm=2", &b);
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing)
            assert_memory_equal(a.curve[m], b.curve[m], 2 * sizeof(double));
    assert_true(a.curve[METRIC_train_loss][2] != b.curve[METRIC_train_loss][2]);
    assert_true(isfinite(trial_final(&b, METRIC_test_loss)));
    trial_result_clear(&a);
    trial_result_clear(&b);
}

/* Probes see the net as it trains: with running statistics of mean 0 and variance 1, which never change, the inputs of an
 * activation are not normalized. */
static void test_probes_of_a_frozen_net(void **state)
{
    (void)state;
    for (int frozen = 0; frozen < 2; frozen++) {
        struct trial_result r;
        const struct profile *p;
        double sd;

        run(trials[0],
            frozen ? "probe=moments freeze_norm=1 init_scale=5 lr=0"
                   : "probe=moments init_scale=5 lr=0",
            &r);
        p = profiles_find(&r.profiles, "moments");
        sd = *profile_at(p, 2, 0, profile_column(p, "pre_sd"));
        assert_int_equal(sd > 2, frozen);
        trial_result_clear(&r);
    }
}

/* ---- refused ---- */

/* A refused trial is a result: an axis of a sweep may have values that some norms cannot take. */
static void test_refused(void **state)
{
    static const char *const one = "a batch of 1 leaves one value in a statistics group of norm1";
    static const char *const scale = "has another scale; take scale=var or another eval_stats";
    static const char *const kind = "has statistics of another kind; take another eval_stats";
    static const struct {
        const char *keys, *why;
    } cases[] = {
        {SMALL MLP "eval_stats=batch eval_batch=1", one},
        {SMALL MLP "eval_all=1 eval_batch=1", one},
        {SMALL MLP "probe=inference eval_batch=1", one},
        {SMALL MLP "eval_stats=batch test_count=1", one},
        {SMALL MLP "eval_all=1 test_count=1", one},
        {SMALL MLP "eval_stats=batch fit_count=1", one},
        {SMALL MLP "eval_stats=batch val_fraction=0.0033", one},
        {SMALL MLP "eval_stats=own norm=\"batchnorm scale=l1\"", scale},
        {SMALL MLP "eval_stats=own norm=switchablenorm", kind},
        {SMALL MLP "eval_stats=own norm=powernorm", kind},
        {SHORT "data=synthetic-words net=\"embedding 6 tokens=${tokens}; lstm 5 "
               "norm=iternorm; last; dense ${classes}\" eval_stats=own",
         kind},
        {SMALL MLP "eval_stats=batch eval_batch=1 norm=iternorm", one},
        {SMALL MLP "eval_stats=batch eval_batch=1 norm=powernorm", one},
        {SHORT "data=synthetic-words net=\"embedding 6 tokens=${tokens}; lstm 5 "
               "norm=batchnorm:scale=l1; last; dense ${classes}\" eval_stats=own",
         scale},
        {SHORT "data=synthetic-words net=\"embedding 6 tokens=${tokens}; lstm 5 "
               "norm=batchnorm:ghost=4; last; dense ${classes}\" eval_stats=batch eval_batch=5",
         "a batch of 5 leaves one value"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct config c = {0};
        struct trial_result r;

        assert_int_equal(config_parse(&c, cases[i].keys), 0);
        assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
        assert_int_equal(r.status, TRIAL_REFUSED);
        assert_holds(r.message, cases[i].why);
        trial_result_clear(&r);
        config_clear(&c);
    }
}

/* eval_all and the probe use the batch's statistics on the test set alone. */
static void test_other_sets_may_have_one_sample(void **state)
{
    static const char *const keys[] = {"eval_all=1 fit_count=1", "probe=inference fit_count=1",
                                       "eval_all=1 val_fraction=0.0033"};

    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct trial_result r;

        run(SMALL MLP, keys[i], &r);
        trial_result_clear(&r);
    }
}

/* Before the end only the first curve_count test samples are evaluated, at the end all of them. */
static void test_few_samples_before_the_end(void **state)
{
    struct trial_result few, some, all;

    (void)state;
    run(SMALL MLP, "eval_all=1 curve_count=40", &few);
    run(SMALL MLP, "test_count=40", &some);
    run(SMALL MLP, "", &all);
    assert_int_equal(few.points, 2);
    for (int p = 0; p <= 2; p++) {
        const struct trial_result *want = p < 2 ? &some : &all;

        assert_true(few.curve[METRIC_test_loss][p] == want->curve[METRIC_test_loss][p]);
        assert_true(few.curve[METRIC_test_error_running][p] == want->curve[METRIC_test_error][p]);
        assert_true(few.curve[METRIC_train_loss][p] == all.curve[METRIC_train_loss][p] || p == 0);
    }
    assert_true(some.curve[METRIC_test_loss][2] != all.curve[METRIC_test_loss][2]);
    trial_result_clear(&few);
    trial_result_clear(&some);
    trial_result_clear(&all);
    run(SMALL MLP, "curve_count=100000", &few); /* more than there are: all */
    run(SMALL MLP, "", &all);
    assert_same(&few, METRIC_test_loss, &all, METRIC_test_loss);
    trial_result_clear(&few);
    trial_result_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_evaluation_changes_no_training),
        cmocka_unit_test(test_few_samples_before_the_end),
        cmocka_unit_test(test_custom_norms),
        cmocka_unit_test(test_no_effect_without_running_statistics),
        cmocka_unit_test(test_own_gain),
        cmocka_unit_test(test_probe),
        cmocka_unit_test(test_probe_counts_samples),
        cmocka_unit_test(test_probe_without_own),
        cmocka_unit_test(test_precise_statistics),
        cmocka_unit_test(test_batch_statistics),
        cmocka_unit_test(test_freeze),
        cmocka_unit_test(test_freeze_in_a_trial),
        cmocka_unit_test(test_probes_of_a_frozen_net),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_other_sets_may_have_one_sample),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
