/* Norms with other statistics than usual (enum norm_stats), and averages of statistics over batches: against PyTorch
 * (golden/norm_stats.h5), identities and theory. */
#include "golden_numbers.h"
#include "harness.h"

#include "base/arena.h"
#include "base/system/parallel.h"
#include "base/text.h"
#include "layers/norms/norm.h"
#include "optimizers.h"
#include "store/hdf5/h5.h"
#include "train/loss.h"
#include "train/parameters.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct h5_file *golden;

/* ---- against PyTorch ---- */

struct golden_net {
    const char *name;
    struct net net;
    struct h5_array x, labels;
    int samples, batches;
};

static struct h5_array get(const struct golden_net *g, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", g->name, name));
}

/* Rounding errors of a net of eight layers, from sums of up to 120 values. */
static void check(const struct golden_net *g, const char *name, size_t n, const real *got,
                  double steps)
{
    struct h5_array want = get(g, name);

    assert_int_equal(h5_count(&want), n);
    assert_close(name, n, got, want.data, 32 * steps * REAL_EPSILON);
    h5_array_clear(&want);
}

/* Compares the net's parameters, or its state, with the group `kind` of the file; or reads them from there. */
static void tensors(struct golden_net *g, const char *kind, bool state, bool compare, double steps)
{
    int at = 0;

    for (int i = 0; i < g->net.layers; i++) {
        const struct node *k = net_node(&g->net, i);
        const struct param *p = !k ? NULL : state ? k->layer.state : k->layer.param;
        int count = !k ? 0 : state ? k->layer.states : k->layer.params;

        for (int j = 0; j < count; j++) {
            char *name = format_new("%s/%03d", kind, at++);
            real *v = state ? g->net.state + k->state_at : g->net.param + k->param_at;
            struct h5_array a = get(g, name);

            v += p[j].offset;
            if (compare)
                check(g, name, p[j].count, v, steps);
            for (size_t e = 0; e < p[j].count && !compare; e++)
                v[e] = (real)((double *)a.data)[e];
            h5_array_clear(&a);
            free(name);
        }
    }
    assert_true(at > 0);
}

static void start(struct golden_net *g, const char *name)
{
    char *object = format_new("/%s", name), *text = h5_get_text(golden, object, "net");
    struct config config = {0};
    struct text why = {0};
    struct net_request q = {.text = text, .config = &config, .classes = 5};

    memset(g, 0, sizeof *g);
    g->name = name;
    g->x = get(g, "x");
    g->labels = get(g, "labels");
    g->batches = (int)g->x.dim[0];
    g->samples = q.max_n = q.min_train_n = (int)g->x.dim[1];
    q.in = g->x.rank == 3 ? shape_vector((int)g->x.dim[2])
                          : shape_image((int)g->x.dim[2], (int)g->x.dim[3], (int)g->x.dim[4]);
    if (net_build(&g->net, &q, NULL, &why))
        fail_msg("%s", text_str(&why));
    assert_int_equal(net_commit(&g->net), 0);
    net_init(&g->net, 1, 0, 1);
    tensors(g, "param", false, false, 0);
    tensors(g, "state", true, false, 0);
    free(text);
    free(object);
}

static void stop(struct golden_net *g)
{
    net_release(&g->net);
    h5_array_clear(&g->x);
    h5_array_clear(&g->labels);
}

/* Passes batch b forward. */
static void forward(struct golden_net *g, int b, bool training, enum norm_stats stats)
{
    size_t size = h5_count(&g->x) / (size_t)g->batches;

    for (size_t i = 0; i < size; i++)
        net_input(&g->net)[i] = (real)((double *)g->x.data)[(size_t)b * size + i];
    g->net.norm_stats = stats;
    net_forward(&g->net, g->samples, training, 1);
}

static void check_logits(struct golden_net *g, const char *name)
{
    check(g, name, (size_t)g->samples * 5, net_output(&g->net), 1);
}

static real *copy_of(const real *v, size_t n)
{
    real *copy = xcalloc(n, sizeof *copy);

    memcpy(copy, v, n * sizeof *v);
    return copy;
}

/* PyTorch's update_bn() averages unbiased variances: m / (m - 1) times those of precise_var=within, for groups of m. */
static void check_update_bn(struct golden_net *g)
{
    for (int i = 0; i < g->net.nodes; i++) {
        const struct layer *l = &g->net.node[i].layer;
        double m = g->samples * (double)shape_positions(l->in[0]);

        for (size_t c = 0; l->states > 0 && c < l->state[1].count; c++)
            g->net.state[g->net.node[i].state_at + l->state[1].offset + c] *= (real)(m / (m - 1));
    }
    tensors(g, "state_update_bn", true, true, 1);
}

static void precise_case(void **state)
{
    struct golden_net g;
    struct norm_average *averages;
    size_t n;
    real *before;

    start(&g, *state);
    n = g.net.state_reals;
    before = copy_of(g.net.state, n);
    averages = g.net.averages = xcalloc(n, sizeof *averages);
    for (int b = 0; b < g.batches; b++)
        forward(&g, b, true, NORM_STATS_BATCH);
    g.net.averages = NULL;
    assert_memory_equal(before, g.net.state, n * sizeof *before);
    norm_averages_write(averages, n, true, g.net.state);
    tensors(&g, "state_total", true, true, 1);
    forward(&g, 0, false, NORM_STATS_USUAL);
    check_logits(&g, "logits_total");
    norm_averages_write(averages, n, false, g.net.state);
    tensors(&g, "state_within", true, true, 1);
    check_update_bn(&g);
    free(averages);
    free(before);
    stop(&g);
}

/* In inference with the batch's statistics, and in inference with a sample's own ones mixed in; neither changes the
 * running ones. */
static void inference_case(void **state)
{
    struct golden_net g;
    real *before;

    start(&g, *state);
    before = copy_of(g.net.state, g.net.state_reals);
    forward(&g, 0, false, NORM_STATS_BATCH);
    check_logits(&g, "logits_batch");
    g.net.own_weight = h5_get_number(golden, "/", "own_weight");
    forward(&g, 0, false, NORM_STATS_OWN);
    check_logits(&g, "logits_own");
    assert_memory_equal(before, g.net.state, g.net.state_reals * sizeof *before);
    free(before);
    stop(&g);
}

static void train_frozen(struct golden_net *g, bool affine)
{
    struct optimizer_options options = optimizer_options("optimizer=sgd momentum=0.9");
    char *suffix = affine ? "frozen_affine" : "frozen", *name;
    int steps = (int)h5_get_number(golden, "/", "steps");
    double lr = h5_get_number(golden, "/", "lr");
    real *values = xcalloc(g->net.param_reals, sizeof *values), *got = xcalloc(16, sizeof *got);
    struct optimizer o;
    uint8_t label[16];

    assert_int_equal(optimizer_setup_net(&o, &options, &g->net), 0);
    for (int step = 0; step < steps; step++) {
        for (int i = 0; i < g->samples && i < 16; i++)
            label[i] = (uint8_t)((double *)g->labels.data)[step % g->batches * g->samples + i];
        forward(g, step % g->batches, true, NORM_STATS_RUNNING);
        got[step] = (real)(loss_softmax(g->samples, 5, net_output(&g->net), label,
                                        net_output_gradient(&g->net))
                               .loss /
                           g->samples);
        net_backward(&g->net, g->samples, 1);
        if (affine)
            affine_hold(&g->net, values);
        got[8 + step] = (real)optimizer_step(&o, lr);
        if (affine)
            affine_restore(&g->net, values);
    }
    name = format_new("loss_%s", suffix);
    check(g, name, (size_t)steps, got, steps);
    free(name);
    name = format_new("gradient_norm_%s", suffix);
    check(g, name, (size_t)steps, got + 8, steps);
    free(name);
    name = format_new("param_%s", suffix);
    tensors(g, name, false, true, steps);
    free(name);
    optimizer_release(&o);
    free(values);
    free(got);
}

/* Training with running statistics, as with bn.eval(); and with gamma and beta that do not learn. */
static void frozen_case(void **state)
{
    for (int affine = 0; affine < 2; affine++) {
        struct golden_net g;
        real *before;

        start(&g, *state);
        before = copy_of(g.net.state, g.net.state_reals);
        train_frozen(&g, affine);
        assert_memory_equal(before, g.net.state, g.net.state_reals * sizeof *before);
        free(before);
        stop(&g);
    }
}

/* ---- identities ---- */

/* A norm whose running statistics are those of its last batch. */
#define LAST " momentum=1 running_var=biased"

static const struct {
    const char *spec;
    struct shape in;
    bool masked;
} running[] = {
    {"batchnorm" LAST, {1, 1, 1, 9}, false},
    {"batchnorm" LAST, {3, 3, 5, 7}, false},
    {"batchnorm masked=1" LAST, {2, 6, 1, 7}, true},
    {"batchnorm over=step" LAST, {2, 6, 1, 7}, false},
    {"batchnorm over=step masked=1" LAST, {2, 6, 1, 7}, true},
    {"lstm 3 norm=batchnorm:momentum=1:running_var=biased", {2, 6, 1, 4}, false},
    {"lstm 3 norm=batchnorm:momentum=1:running_var=biased masked=1", {2, 6, 1, 4}, true},
    {"batchnorm ghost=2" LAST, {1, 1, 1, 9}, false},
    {"batchnorm ghost=4" LAST, {3, 3, 5, 7}, false},
    {"batchnorm scale=l1" LAST, {3, 3, 5, 7}, false},
    {"batchnorm scale=linf ghost=2" LAST, {1, 1, 1, 9}, false},
};
enum { RUNNING = sizeof running / sizeof *running, N = 6 };

static const unsigned char mask[N * 6] = {1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0,
                                          1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0};

static void start_running(struct instance *h, int i)
{
    harness_start(h, running[i].spec, running[i].in, N, 5);
    h->io.mask = running[i].masked ? mask : NULL;
}

/* Averages over one batch are the batch's statistics: the bits that a usual training call leaves as running ones. Those of
 * chunks are averaged in both. */
static void test_averages_of_one_batch(void **state)
{
    (void)state;
    for (int i = 0; i < RUNNING; i++) {
        struct instance h;
        struct norm_average *averages;
        size_t n;
        real *before, *trained;

        start_running(&h, i);
        n = h.layer.state_reals;
        before = copy_of(h.state, n);
        harness_forward(&h, true);
        trained = copy_of(h.state, n);
        memcpy(h.state, before, n * sizeof *before);
        averages = h.io.averages = xcalloc(n, sizeof *averages);
        h.io.norm_stats = NORM_STATS_BATCH;
        harness_forward(&h, true);
        assert_memory_equal(h.state, before, n * sizeof *before);
        norm_averages_write(averages, n, false, h.state);
        if (memcmp(h.state, trained, n * sizeof *trained))
            fail_msg("%s: not the statistics of the batch", running[i].spec);
        free(averages);
        free(before);
        free(trained);
        harness_stop(&h);
    }
}

/* The law of total variance: statistics of two halves, averaged, are those of all samples together. */
static void test_averages_of_halves(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        struct instance h;
        struct norm_average *averages;
        size_t n, half;
        real *before, *trained;
        double *want;

        if (running[i].masked && i == 4) /* a half with one value at a step leaves it out */
            continue;
        start_running(&h, i);
        n = h.layer.state_reals;
        half = h.in_count / 2;
        before = copy_of(h.state, n);
        harness_forward(&h, true);
        trained = copy_of(h.state, n);
        memcpy(h.state, before, n * sizeof *before);
        averages = h.io.averages = xcalloc(n, sizeof *averages);
        h.io.norm_stats = NORM_STATS_BATCH;
        h.io.n = N / 2;
        harness_forward(&h, true);
        h.io.x[0] = h.x[0] + half;
        h.io.mask = running[i].masked ? mask + N * 6 / 2 : NULL;
        harness_forward(&h, true);
        norm_averages_write(averages, n, true, h.state);
        want = xcalloc(n, sizeof *want);
        for (size_t e = 0; e < n; e++)
            want[e] = trained[e];
        assert_close(running[i].spec, n, h.state, want, 8 * REAL_EPSILON);
        free(want);
        free(averages);
        free(before);
        free(trained);
        harness_stop(&h);
    }
}

/* Chunks of a batch count as batches do: so together they have the variance of the whole. */
static void test_averages_of_chunks(void **state)
{
    struct instance whole, chunks;
    struct norm_average *averages;
    double *want;

    (void)state;
    harness_start(&whole, "batchnorm" LAST, shape_image(3, 5, 7), N, 5);
    harness_start(&chunks, "batchnorm ghost=4" LAST, shape_image(3, 5, 7), N, 5);
    harness_forward(&whole, true);
    averages = chunks.io.averages = xcalloc(chunks.layer.state_reals, sizeof *averages);
    chunks.io.norm_stats = NORM_STATS_BATCH;
    harness_forward(&chunks, true);
    norm_averages_write(averages, chunks.layer.state_reals, true, chunks.state);
    want = xcalloc(whole.layer.state_reals, sizeof *want);
    for (size_t e = 0; e < whole.layer.state_reals; e++)
        want[e] = whole.state[e];
    assert_close("state", whole.layer.state_reals, chunks.state, want, 8 * REAL_EPSILON);
    free(want);
    free(averages);
    harness_stop(&whole);
    harness_stop(&chunks);
}

/* A call in inference with the batch's statistics gives the bits of training; a call in training with running ones
 * those of inference. Neither changes the state. */
static void test_same_bits(void **state)
{
    (void)state;
    for (int i = 0; i < RUNNING; i++)
        for (int training = 0; training < 2; training++) {
            struct instance h;
            real *y, *before;

            start_running(&h, i);
            harness_forward(&h, true);
            harness_forward(&h, !training);
            y = copy_of(h.y, h.out_count);
            before = copy_of(h.state, h.layer.state_reals);
            h.io.norm_stats = training ? NORM_STATS_RUNNING : NORM_STATS_BATCH;
            harness_forward(&h, training);
            if (memcmp(h.y, y, h.out_count * sizeof *y))
                fail_msg("%s, training %d: other bits", running[i].spec, training);
            assert_memory_equal(h.state, before, h.layer.state_reals * sizeof *before);
            free(y);
            free(before);
            harness_stop(&h);
        }
}

/* ---- a sample's own statistics ---- */

/* The definition in long double, for one sample of batchnorm with all positions: E x and E x^2 mixed. */
static void own_by_definition(const struct instance *h, int sample, double w, double *y)
{
    int c = h->layer.in[0].c, positions = (int)shape_positions(h->layer.in[0]);
    const struct norm *m = h->layer.type->norm(&h->layer);

    for (int j = 0; j < c; j++) {
        long double count = 0, sum = 0, squares = 0, mean = h->state[m->mean + j],
                    square = h->state[m->var + j] + mean * mean;

        for (int s = 0; s < positions; s++) {
            long double v = h->x[0][(sample * positions + s) * c + j];

            if (h->io.mask && !h->io.mask[sample * positions + s])
                continue;
            count++;
            sum += v;
            squares += v * v;
        }
        if (count > 0) {
            mean = (1 - w) * mean + w * sum / count;
            square = (1 - w) * square + w * squares / count;
        }
        for (int s = 0; s < positions; s++) {
            int at = (sample * positions + s) * c + j;

            y[at] = (double)((h->x[0][at] - mean) / sqrtl(square - mean * mean + m->eps) *
                                 h->param[m->gamma + j] +
                             h->param[m->beta + j]);
        }
    }
}

static void test_own_statistics(void **state)
{
    static const double weights[] = {0, 1.0 / 256, 0.1, 0.5, 1};
    unsigned char without_third[sizeof mask]; /* its own statistics are those of no value */

    (void)state;
    memcpy(without_third, mask, sizeof mask);
    memset(without_third + 2 * 6, 0, 6);
    for (int i = 0; i < 3; i++)
        for (size_t w = 0; w < sizeof weights / sizeof *weights; w++) {
            struct instance h;
            double *want;

            start_running(&h, i);
            harness_forward(&h, true);
            if (running[i].masked)
                h.io.mask = without_third;
            h.io.norm_stats = NORM_STATS_OWN;
            h.io.own_weight = weights[w];
            want = xcalloc(h.out_count, sizeof *want);
            for (int n = 0; n < N; n++)
                own_by_definition(&h, n, weights[w], want);
            harness_forward(&h, false);
            /* With S = 1 and the weight 1, the variance is 0 and y is beta. */
            assert_close(running[i].spec, h.out_count, h.y, want, 64 * REAL_EPSILON);
            free(want);
            harness_stop(&h);
        }
}

/* With the weight 0, the bits are those of running statistics; with another scale than var with any weight. */
static void test_own_weight_of_zero(void **state)
{
    (void)state;
    for (int i = 0; i < RUNNING; i++) {
        struct instance h;
        real *y;

        start_running(&h, i);
        harness_forward(&h, true);
        harness_forward(&h, false);
        y = copy_of(h.y, h.out_count);
        h.io.norm_stats = NORM_STATS_OWN;
        harness_forward(&h, false);
        assert_memory_equal(h.y, y, h.out_count * sizeof *y);
        h.io.own_weight = 0.5;
        harness_forward(&h, false);
        assert_int_equal(memcmp(h.y, y, h.out_count * sizeof *y) == 0,
                         strstr(running[i].spec, "scale=") != NULL);
        free(y);
        harness_stop(&h);
    }
}

/* True when each sample of a batch gets the same bits alone. */
static bool is_batch_free(const char *spec, struct shape in, enum norm_stats stats)
{
    struct instance h;
    size_t size = shape_size(in);
    bool same = true;
    real *y;

    harness_start(&h, spec, in, N, 5);
    harness_forward(&h, true);
    h.io.norm_stats = stats;
    h.io.own_weight = 0.3;
    harness_forward(&h, false);
    y = copy_of(h.y, h.out_count);
    h.io.n = 1;
    for (int n = 0; n < N; n++) {
        h.io.x[0] = h.x[0] + (size_t)n * size;
        harness_forward(&h, false);
        same = same && memcmp(h.y, y + (size_t)n * size, size * sizeof *y) == 0;
    }
    free(y);
    harness_stop(&h);
    return same;
}

static void test_batch_free(void **state)
{
    static const struct shape shapes[] = {{1, 1, 1, 9}, {3, 3, 5, 7}, {2, 6, 1, 7}};

    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        assert_true(is_batch_free("batchnorm", shapes[i], NORM_STATS_USUAL));
        assert_true(is_batch_free("batchnorm", shapes[i], NORM_STATS_OWN));
        assert_false(is_batch_free("batchnorm", shapes[i], NORM_STATS_BATCH));
    }
    assert_true(is_batch_free("batchnorm over=step", shapes[2], NORM_STATS_OWN));
}

/* Also when the passes have more tasks than the batch has time steps. */
static void test_own_with_threads(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
    } cases[] = {{"batchnorm", {3, 24, 24, 16}, 40}, {"batchnorm over=step", {2, 2, 1, 2048}, 96}};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct parallel *threads = NULL;
        struct instance h;
        real *y;

        harness_start(&h, cases[i].spec, cases[i].in, cases[i].n, 5);
        harness_forward(&h, true);
        h.io.norm_stats = NORM_STATS_OWN;
        h.io.own_weight = 0.3;
        harness_forward(&h, false);
        y = copy_of(h.y, h.out_count);
        assert_int_equal(parallel_start(&threads, 3), 0);
        h.io.threads = threads;
        harness_forward(&h, false);
        assert_memory_equal(h.y, y, h.out_count * sizeof *y);
        parallel_stop(threads);
        free(y);
        harness_stop(&h);
    }
}

/* ---- theory ---- */

/* Groups of m values are normalized by their biased variance; inference by averages of unbiased ones makes the output
 * smaller than averages of biased ones do, by sqrt((m - 1) / m). */
static void test_shrink(void **state)
{
    static const int sizes[] = {2, 4, 32};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        int m = sizes[i];
        struct instance h;
        struct norm_average *averages;
        double *want;

        harness_start(&h, "batchnorm momentum=cma eps=0 affine=none", shape_vector(5), m, 5);
        averages = xcalloc(h.layer.state_reals, sizeof *averages);
        for (int b = 0; b < 20; b++) {
            draw_normal(h.x[0], h.in_count, (uint64_t)b, "batch");
            h.io.norm_stats = NORM_STATS_USUAL;
            h.io.averages = NULL;
            harness_forward(&h, true);
            h.io.norm_stats = NORM_STATS_BATCH;
            h.io.averages = averages;
            harness_forward(&h, true);
        }
        h.io.norm_stats = NORM_STATS_USUAL;
        harness_forward(&h, false);
        want = xcalloc(h.out_count, sizeof *want);
        for (size_t e = 0; e < h.out_count; e++)
            want[e] = h.y[e] / sqrt((m - 1.0) / m);
        norm_averages_write(averages, h.layer.state_reals, false, h.state);
        harness_forward(&h, false);
        assert_close("y", h.out_count, h.y, want, 128 * REAL_EPSILON);
        free(want);
        free(averages);
        harness_stop(&h);
    }
}

/* One value in a group: only norms over the batch, on vectors, mind. */
static void test_batches_that_norms_take(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
        bool takes;
    } cases[] = {
        {"batchnorm", {1, 1, 1, 4}, 1, false}, {"batchnorm", {1, 1, 1, 4}, 2, true},
        {"batchnorm", {3, 2, 2, 4}, 1, true},  {"batchnorm over=step", {2, 6, 1, 4}, 1, false},
        {"layernorm", {1, 1, 1, 4}, 1, true},  {"lstm 3 norm=batchnorm", {2, 6, 1, 4}, 1, false},
        {"dense 4", {1, 1, 1, 4}, 1, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct instance h;

        assert_int_equal(harness_setup(&h, cases[i].spec, cases[i].in, 4, 4), 0);
        assert_int_equal(norm_takes_batch(&h.layer, cases[i].n), cases[i].takes);
        harness_stop(&h);
    }
}

int main(void)
{
    char *path = test_source("golden/norm_stats.h5");
    const struct CMUnitTest tests[] = {
        {"precise statistics, mlp", precise_case, NULL, NULL, "mlp"},
        {"precise statistics, conv", precise_case, NULL, NULL, "conv"},
        {"inference, mlp", inference_case, NULL, NULL, "mlp"},
        {"inference, conv", inference_case, NULL, NULL, "conv"},
        {"frozen, mlp", frozen_case, NULL, NULL, "mlp"},
        {"frozen, conv", frozen_case, NULL, NULL, "conv"},
        cmocka_unit_test(test_averages_of_one_batch),
        cmocka_unit_test(test_averages_of_halves),
        cmocka_unit_test(test_averages_of_chunks),
        cmocka_unit_test(test_same_bits),
        cmocka_unit_test(test_own_statistics),
        cmocka_unit_test(test_own_weight_of_zero),
        cmocka_unit_test(test_batch_free),
        cmocka_unit_test(test_own_with_threads),
        cmocka_unit_test(test_shrink),
        cmocka_unit_test(test_batches_that_norms_take),
    };
    int failures;

    golden = h5_open(path);
    free(path);
    if (!golden)
        return 1;
    failures = cmocka_run_group_tests(tests, NULL, NULL);
    h5_close(golden);
    return failures;
}
