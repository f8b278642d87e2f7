/* Norms with passes of their own: powernorm, switchablenorm, iternorm. What their papers say, and that they obey what the
 * others obey: statistics as asked for, masks, threads, extreme values. Their gradients are in test_gradient, their numbers
 * in test_golden, padding in test_padding. */
#include "golden_numbers.h"
#include "harness.h"

#include "base/arena.h"
#include "base/error.h"
#include "layers/norms/norm.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static real *copy_of(const real *v, size_t n)
{
    real *copy = xcalloc(n + 1, sizeof *copy);

    memcpy(copy, v, n * sizeof *v);
    return copy;
}

/* The value i of a parameter or state tensor. */
static real *tensor(struct instance *h, const char *name)
{
    struct layer *l = &h->layer;

    for (int i = 0; i < l->params; i++)
        if (strcmp(l->param[i].name, name) == 0)
            return h->param + l->param[i].offset;
    for (int i = 0; i < l->states; i++)
        if (strcmp(l->state[i].name, name) == 0)
            return h->state + l->state[i].offset;
    fail_msg("%s has no %s", l->type->name, name);
    return NULL;
}

/* ---- powernorm ---- */

static struct h5_file *golden;

static struct h5_array get(const char *group, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", group, name));
}

/* Fails unless the numbers are those of row `step` of the dataset. */
static void check(const char *group, const char *name, int step, size_t n, const real *got)
{
    struct h5_array a = get(group, name);
    const double *want = a.data;

    assert_true(h5_count(&a) >= (size_t)(step + 1) * n);
    assert_close(name, n, got, want + (size_t)step * n, 256 * REAL_EPSILON);
    h5_array_clear(&a);
}

static void copy_row(const char *group, const char *name, int step, size_t n, real *to)
{
    struct h5_array a = get(group, name);
    const double *from = a.data;

    for (size_t i = 0; i < n; i++)
        to[i] = (real)from[(size_t)step * n + i];
    h5_array_clear(&a);
}

static struct shape shape_of(const struct h5_array *x)
{
    if (x->rank == 3)
        return shape_vector((int)x->dim[2]);
    if (x->rank == 4)
        return shape_sequence((int)x->dim[2], (int)x->dim[3]);
    return (struct shape){3, (int)x->dim[2], (int)x->dim[3], (int)x->dim[4]};
}

/* Several steps of algorithm 2, as its definition computes them; the statistics live on from step to step. */
static void steps_case(void **state)
{
    const char *name = *state;
    char *path = format_new("/%s", name), *spec = h5_get_text(golden, path, "spec"),
         *mask_path = format_new("/%s/mask", name);
    struct h5_array x = get(name, "x");
    int steps = (int)x.dim[0], n = (int)x.dim[1];
    unsigned char mask[64] = {0};
    struct instance h;
    size_t c;

    harness_start(&h, spec, shape_of(&x), n, 5);
    c = (size_t)h.layer.in[0].c;
    copy_row(name, "gamma", 0, c, tensor(&h, "gamma"));
    copy_row(name, "beta", 0, c, tensor(&h, "beta"));
    if (h5_exists(golden, mask_path)) {
        struct h5_array m = get(name, "mask");

        assert_true(h5_count(&m) < sizeof mask);
        for (size_t i = 0; i < h5_count(&m); i++)
            mask[i] = ((const double *)m.data)[i] != 0;
        h.io.mask = mask;
        h5_array_clear(&m);
    }
    for (int s = 0; s < steps; s++) {
        copy_row(name, "x", s, h.in_count, h.x[0]);
        copy_row(name, "dy", s, h.in_count, h.dy);
        harness_forward(&h, true);
        check(name, "y", s, h.in_count, h.y);
        for (int twice = 0; twice < 2; twice++) { /* a second call of backward changes nothing */
            harness_backward(&h);
            check(name, "dx", s, h.in_count, h.dx[0]);
            check(name, "dgamma", s, c, h.dparam + h.layer.param[0].offset);
            check(name, "dbeta", s, c, h.dparam + h.layer.param[1].offset);
        }
        check(name, "running_var", s, c, tensor(&h, "running_var"));
        check(name, "nu", s, c, tensor(&h, "next_nu"));
    }
    harness_stop(&h);
    h5_array_clear(&x);
    free(spec);
    free(path);
    free(mask_path);
}

/* During warm-up y is by the batch, then by what was learned; a batch of one value has no quadratic mean to speak of. */
static void test_warmup(void **state)
{
    struct instance h;
    real *y;

    (void)state;
    harness_start(&h, "powernorm warmup=2", shape_vector(5), 4, 5);
    for (int call = 0; call < 4; call++) {
        enum norm_stats same = call < 2 ? NORM_STATS_BATCH : NORM_STATS_RUNNING;
        real *before;

        h.io.norm_stats = same;
        harness_forward(&h, true);
        y = copy_of(h.y, h.out_count);
        before = copy_of(h.state, h.layer.state_reals);
        h.io.norm_stats = NORM_STATS_USUAL;
        harness_forward(&h, true);
        if (memcmp(y, h.y, h.out_count * sizeof *y))
            fail_msg("call %d", call);
        assert_true(memcmp(before, h.state, h.layer.state_reals * sizeof *before) != 0);
        free(y);
        free(before);
    }
    assert_true(*tensor(&h, "warmup_calls") == 2);
    harness_stop(&h);
    assert_int_equal(harness_setup(&h, "powernorm", shape_vector(5), 1, 1), REFUSED);
    assert_holds(h.setup.message, "take warmup=0");
    assert_int_equal(harness_setup(&h, "powernorm warmup=0", shape_vector(5), 1, 1), 0);
    harness_stop(&h);
}

/* With nu = 0, as at first, dx is the derivative with psi as a constant. */
static void test_without_nu(void **state)
{
    struct instance h;
    real *dx;

    (void)state;
    harness_start(&h, "powernorm warmup=0", shape_image(3, 2, 5), 4, 5);
    for (int i = 0; i < 5; i++)
        tensor(&h, "running_var")[i] = (real)(0.3 + i);
    h.io.norm_stats = NORM_STATS_RUNNING;
    harness_forward(&h, true);
    harness_backward(&h);
    dx = copy_of(h.dx[0], h.in_count);
    for (size_t i = 0; i < h.in_count; i++)
        assert_true(fabs(dx[i] - h.dy[i] * tensor(&h, "gamma")[i % 5] /
                                     sqrt(tensor(&h, "running_var")[i % 5] + 1e-5)) <
                    8 * REAL_EPSILON * (1 + fabs((double)dx[i])));
    h.io.norm_stats = NORM_STATS_USUAL;
    harness_forward(&h, true);
    harness_backward(&h);
    assert_memory_equal(dx, h.dx[0], h.in_count * sizeof *dx);
    free(dx);
    harness_stop(&h);
}

/* ---- switchablenorm ---- */

/* With all weight on one kind, it is this norm: forward, backward, and in inference. */
static void test_one_kind(void **state)
{
    static const char *const kinds[] = {"instancenorm", "layernorm", "batchnorm"};

    (void)state;
    for (int kind = 0; kind < 3; kind++) {
        struct instance mixed, one;

        harness_start(&mixed, "switchablenorm", shape_image(4, 3, 5), 3, 5);
        harness_start(&one, kinds[kind], shape_image(4, 3, 5), 3, 5);
        memcpy(tensor(&mixed, "gamma"), tensor(&one, "gamma"), 5 * sizeof(real));
        memcpy(tensor(&mixed, "beta"), tensor(&one, "beta"), 5 * sizeof(real));
        for (int i = 0; i < 3; i++)
            tensor(&mixed, "mean_weight")[i] = tensor(&mixed, "var_weight")[i] =
                i == kind ? 900 : 0;
        for (int training = 1; training >= 0; training--) {
            double want[3 * 4 * 3 * 5], dwant[3 * 4 * 3 * 5];

            harness_forward(&mixed, training);
            harness_forward(&one, training);
            harness_backward(&mixed);
            harness_backward(&one);
            for (size_t i = 0; i < one.out_count; i++) {
                want[i] = one.y[i];
                dwant[i] = one.dx[0][i];
            }
            assert_close(kinds[kind], one.out_count, mixed.y, want, 32 * REAL_EPSILON);
            assert_close(kinds[kind], one.out_count, mixed.dx[0], dwant, 64 * REAL_EPSILON);
        }
        harness_stop(&mixed);
        harness_stop(&one);
    }
}

static void test_kinds(void **state)
{
    struct instance h;

    (void)state;
    assert_int_equal(harness_setup(&h, "switchablenorm", shape_vector(8), 4, 4), 0);
    assert_int_equal(h.layer.param[2].count, 2); /* layer and batch */
    harness_stop(&h);
    assert_int_equal(harness_setup(&h, "switchablenorm using_bn=0", shape_image(2, 2, 8), 1, 1), 0);
    assert_int_equal(h.layer.param[2].count, 2); /* instance and layer */
    assert_int_equal(h.layer.states, 0);
    harness_stop(&h);
    assert_int_equal(harness_setup(&h, "switchablenorm using_bn=0", shape_vector(8), 4, 4),
                     REFUSED);
    assert_holds(h.setup.message, "take layernorm");
    assert_int_equal(harness_setup(&h, "switchablenorm", shape_vector(1), 4, 4), REFUSED);
    assert_int_equal(harness_setup(&h, "switchablenorm", shape_vector(8), 1, 1), REFUSED);
    assert_holds(h.setup.message, "take a batch of 2 or more");
    assert_int_equal(harness_setup(&h, "iternorm", shape_vector(8), 1, 1), REFUSED);
    assert_int_equal(harness_setup(&h, "iternorm groups=3", shape_vector(8), 4, 4), -1);
    assert_holds(h.setup.message, "groups=3 does not divide the 8 channels");
}

/* ---- iternorm ---- */

/* Channels that are correlated: each is a sum of independent ones. Newton's iteration is stable for them (iternorm.c). */
static void mix_channels(struct instance *h)
{
    int c = h->layer.in[0].c;

    for (size_t i = 0; i < h->in_count; i += (size_t)c)
        for (int j = c - 1; j > 0; j--)
            h->x[0][i + (size_t)j] =
                (real)(0.9 * h->x[0][i + (size_t)j] + 0.3 * h->x[0][i + (size_t)j - 1] + 2 * j);
}

/* After many iterations the covariance of the channels in a group is the identity, that of channels of different groups is
 * not; and inference with the statistics of this batch gives the same y. */
static void test_whitened(void **state)
{
    enum { C = 6, N = 60 };
    static const int groups[] = {1, 2, 6};

    (void)state;
    for (int g = 0; g < 3; g++) {
        char *spec =
            format_new("iternorm iterations=12 eps=0 affine=none momentum=1 groups=%d", groups[g]);
        struct instance h;
        double apart = 0, *want;

        harness_start(&h, spec, shape_image(3, 2, C), N, 5);
        mix_channels(&h);
        harness_forward(&h, true);
        for (int a = 0; a < C; a++)
            for (int b = 0; b < C; b++) {
                double sum = 0, mean = 0;

                for (size_t i = 0; i < h.out_count; i += C) {
                    sum += (double)h.y[i + (size_t)a] * h.y[i + (size_t)b];
                    mean += h.y[i + (size_t)a];
                }
                sum /= (double)h.out_count / C;
                assert_true(fabs(mean) / (double)h.out_count < 64 * REAL_EPSILON);
                if (a * groups[g] / C != b * groups[g] / C)
                    apart = fmax(apart, fabs(sum));
                else if (!(fabs(sum - (a == b)) < 2048 * REAL_EPSILON))
                    fail_msg("groups=%d: covariance of %d and %d is %g", groups[g], a, b, sum);
            }
        assert_int_equal(apart > 0.1, groups[g] > 1);
        want = xcalloc(h.out_count, sizeof *want);
        for (size_t i = 0; i < h.out_count; i++)
            want[i] = h.y[i];
        harness_forward(&h, false);
        assert_close("inference", h.out_count, h.y, want, 256 * REAL_EPSILON);
        free(want);
        free(spec);
        harness_stop(&h);
    }
}

/* Before any training W is the identity, in each step of a cell, too. */
static void test_untrained(void **state)
{
    enum { D = 4, GROUPS = 2, MATRICES = 6 * GROUPS };
    struct instance h;

    (void)state;
    harness_start(&h, "iternorm affine=none groups=2", shape_image(3, 2, D * GROUPS), 3, 5);
    harness_forward(&h, false);
    assert_memory_equal(h.y, h.x[0], h.out_count * sizeof(real));
    harness_stop(&h);
    harness_start(&h, "lstm 2 norm=iternorm:groups=2 norm_at=x", shape_sequence(6, 3), 3, 5);
    for (int i = 0; i < MATRICES * D * D; i++)
        assert_true(tensor(&h, "running_whitening_x")[i] == (i % (D * D) % (D + 1) == 0));
    harness_stop(&h);
}

/* One channel in a group: batch norm, after one iteration. */
static void test_one_channel(void **state)
{
    struct instance white, batch;
    double want[4 * 6 * 3];

    (void)state;
    harness_start(&white, "iternorm groups=3 iterations=1", shape_sequence(6, 3), 4, 5);
    harness_start(&batch, "batchnorm", shape_sequence(6, 3), 4, 5);
    harness_forward(&white, true);
    harness_forward(&batch, true);
    harness_backward(&white);
    harness_backward(&batch);
    for (size_t i = 0; i < batch.out_count; i++)
        want[i] = batch.y[i];
    assert_close("y", batch.out_count, white.y, want, 32 * REAL_EPSILON);
    for (size_t i = 0; i < batch.out_count; i++)
        want[i] = batch.dx[0][i];
    assert_close("dx", batch.out_count, white.dx[0], want, 64 * REAL_EPSILON);
    harness_stop(&white);
    harness_stop(&batch);
}

/* ---- all ---- */

static const char *const specs[] = {"powernorm warmup=0",
                                    "powernorm warmup=9 momentum=cma",
                                    "switchablenorm",
                                    "switchablenorm momentum=cma",
                                    "switchablenorm using_bn=0",
                                    "iternorm",
                                    "iternorm groups=2 momentum=cma"};
enum { SPECS = sizeof specs / sizeof *specs };
static const unsigned char mask[4 * 6] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0,
                                          1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0};

static void start(struct instance *h, const char *spec, bool masked)
{
    harness_start(h, spec, shape_sequence(6, 4), 4, 5);
    h->io.mask = masked ? mask : NULL;
    mix_channels(h);
    harness_forward(h, true); /* moves the running statistics */
    draw_normal(h->x[0], h->in_count, 6, "another x");
}

/* The batch's statistics and the running ones are the same in training and in inference, and neither call learns. */
static void test_statistics_as_asked(void **state)
{
    (void)state;
    for (int i = 0; i < 2 * SPECS; i++) {
        struct instance h;
        real *before, *y[2] = {NULL, NULL};

        start(&h, specs[i / 2], i % 2);
        before = copy_of(h.state, h.layer.state_reals);
        for (int stats = NORM_STATS_BATCH; stats <= NORM_STATS_RUNNING; stats++)
            for (int training = 0; training < 2; training++) {
                h.io.norm_stats = (enum norm_stats)stats;
                harness_forward(&h, training);
                harness_backward(&h);
                if (training && memcmp(y[0], h.y, h.out_count * sizeof(real)))
                    fail_msg("%s: statistics %d differ in training", specs[i / 2], stats);
                if (training)
                    free(y[0]);
                else
                    y[0] = copy_of(h.y, h.out_count);
                assert_memory_equal(before, h.state, h.layer.state_reals * sizeof *before);
            }
        y[1] = copy_of(h.y, h.out_count);
        h.io.norm_stats = NORM_STATS_USUAL;
        harness_forward(&h, false);
        assert_memory_equal(y[1], h.y, h.out_count * sizeof(real));
        free(y[1]);
        free(before);
        harness_stop(&h);
    }
}

/* Averages over one batch are what a running average with weight 1 becomes by it. */
static void test_averages_of_one_batch(void **state)
{
    static const char *const weight_one[] = {"powernorm warmup=0 momentum=1",
                                             "switchablenorm momentum=1 running_var=biased",
                                             "iternorm momentum=1", "iternorm groups=2 momentum=1"};

    (void)state;
    for (int i = 0; i < 8; i++) {
        struct instance h;
        struct norm_average *averages;
        real *kept;
        double *want;

        start(&h, weight_one[i / 2], i % 2);
        averages = xcalloc(h.layer.state_reals, sizeof *averages);
        want = xcalloc(h.layer.state_reals, sizeof *want);
        kept = copy_of(h.state, h.layer.state_reals);
        h.io.norm_stats = NORM_STATS_BATCH;
        h.io.averages = averages;
        harness_forward(&h, true);
        norm_averages_write(averages, h.layer.state_reals, false, kept);
        h.io.averages = NULL;
        h.io.norm_stats = NORM_STATS_USUAL;
        harness_forward(&h, true);
        for (size_t k = 0; k < h.layer.state_reals; k++)
            want[k] = h.state[k];
        assert_close(weight_one[i / 2], h.layer.state_reals, kept, want, 4 * REAL_EPSILON);
        free(want);
        free(kept);
        free(averages);
        harness_stop(&h);
    }
}

/* Two calls with momentum=cma leave the mean over the two batches. */
static void test_cumulative(void **state)
{
    static const char *const names[] = {"powernorm warmup=0", "switchablenorm running_var=biased",
                                        "iternorm"};

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *cma = format_new("%s momentum=cma", names[i]),
             *last = format_new("%s momentum=1", names[i]);
        struct instance all, one;
        double sum[64] = {0};
        size_t count;

        harness_start(&all, cma, shape_vector(3), 7, 5);
        harness_start(&one, last, shape_vector(3), 7, 5);
        count = one.layer.state[0].count;
        for (uint64_t batch = 0; batch < 2; batch++) {
            draw_normal(all.x[0], all.in_count, batch, "x");
            draw_normal(one.x[0], one.in_count, batch, "x");
            harness_forward(&all, true);
            harness_forward(&one, true);
            for (size_t k = 0; k < count; k++)
                sum[k] += one.state[one.layer.state[0].offset + k] / 2;
        }
        assert_close(names[i], count, all.state + all.layer.state[0].offset, sum, 4 * REAL_EPSILON);
        assert_true(*tensor(&all, "num_batches_tracked") == 2);
        harness_stop(&all);
        harness_stop(&one);
        free(cma);
        free(last);
    }
}

/* Without eps, and by the statistics of the batch, y(a x) = y(x) and dx(a x) = dx(x) / a. */
static void test_magnitudes(void **state)
{
    static const int powers[] = {60, 67, 100, 116, -67, -90, -100, -116};

    (void)state;
    for (int i = 0; i < 2 * SPECS; i++)
        for (size_t p = 0; p < sizeof powers / sizeof *powers; p++) {
            char *spec = format_new("%s eps=0", specs[i / 2]);
            double a = ldexp(1, powers[p]), *want, *dwant;
            struct instance one, scaled;

            start(&one, spec, i % 2);
            start(&scaled, spec, i % 2);
            one.io.norm_stats = scaled.io.norm_stats = NORM_STATS_BATCH;
            for (size_t j = 0; j < one.in_count; j++)
                scaled.x[0][j] = (real)(one.x[0][j] * a);
            harness_forward(&one, true);
            harness_forward(&scaled, true);
            harness_backward(&one);
            harness_backward(&scaled);
            want = xcalloc(one.in_count, sizeof *want);
            dwant = xcalloc(one.in_count, sizeof *dwant);
            for (size_t j = 0; j < one.in_count; j++) {
                want[j] = one.y[j];
                dwant[j] = one.dx[0][j];
                scaled.dx[0][j] = (real)(scaled.dx[0][j] * a);
            }
            assert_close(spec, one.in_count, scaled.y, want, 128 * REAL_EPSILON);
            assert_close(spec, one.in_count, scaled.dx[0], dwant, 256 * REAL_EPSILON);
            for (int k = 0; k < one.layer.params; k++)
                for (size_t j = 0; j < one.layer.param[k].count; j++)
                    assert_true(isfinite(scaled.dparam[scaled.layer.param[k].offset + j]));
            free(want);
            free(dwant);
            free(spec);
            harness_stop(&one);
            harness_stop(&scaled);
        }
}

/* A constant has no variance: y is beta (in powernorm, which subtracts no mean, gamma + beta), and nothing is NaN. */
static void test_constants(void **state)
{
    static const double values[] = {0, 3, 1e18, 1e-30, -1e30};

    (void)state;
    for (int i = 0; i < 2 * SPECS; i++)
        for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
            char *spec = format_new("%s%s", specs[i / 2], i % 2 ? " eps=0" : "");
            bool power = strncmp(spec, "power", 5) == 0;
            struct instance h;

            harness_start(&h, spec, shape_image(3, 2, 4), 3, 5);
            h.io.norm_stats = NORM_STATS_BATCH;
            for (size_t j = 0; j < h.in_count; j++)
                h.x[0][j] = (real)values[v];
            harness_forward(&h, true);
            harness_backward(&h);
            for (size_t j = 0; j < h.in_count; j++) {
                double beta = tensor(&h, "beta")[j % 4];

                if (!power && !(fabs(h.y[j] - beta) <= 4 * REAL_EPSILON * (1 + fabs(beta))))
                    fail_msg("%s of %g: y is %g, beta %g", spec, values[v], h.y[j], beta);
                assert_true(isfinite(h.y[j]) && isfinite(h.dx[0][j]));
            }
            h.io.norm_stats = NORM_STATS_USUAL;
            harness_forward(&h, true);
            harness_backward(&h);
            for (size_t j = 0; j < h.in_count; j++)
                assert_false(isnan(h.y[j]) || isnan(h.dx[0][j]));
            free(spec);
            harness_stop(&h);
        }
}

/* When all is padding there are no statistics, nothing is learned and nothing is NaN. */
static void test_all_padding(void **state)
{
    static const unsigned char none[4 * 6] = {0};

    (void)state;
    for (int i = 0; i < SPECS; i++) {
        struct instance h;
        real *before;

        start(&h, specs[i], false);
        harness_backward(&h);
        h.io.mask = none;
        harness_forward(&h, true);
        before = copy_of(h.state, h.layer.state_reals);
        harness_backward(&h);
        harness_forward(&h, true);
        for (size_t j = 0; j < h.in_count; j++)
            assert_true(isfinite(h.y[j]) && isfinite(h.dx[0][j]));
        for (int k = 0; k < h.layer.states; k++)
            if (strncmp(h.layer.state[k].name, "running", 7) == 0)
                assert_memory_equal(before + h.layer.state[k].offset,
                                    h.state + h.layer.state[k].offset,
                                    h.layer.state[k].count * sizeof *before);
        free(before);
        harness_stop(&h);
    }
}

static void test_batches(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
        bool takes, own;
    } cases[] = {
        {"powernorm warmup=0", {1, 1, 1, 4}, 1, false, false},
        {"switchablenorm", {1, 1, 1, 4}, 1, false, false},
        {"switchablenorm", {3, 2, 2, 4}, 1, true, false},
        {"switchablenorm using_bn=0", {3, 2, 2, 4}, 1, true, true},
        {"iternorm", {1, 1, 1, 4}, 1, false, false},
        {"iternorm", {1, 1, 1, 4}, 2, true, false},
        {"lstm 3 norm=switchablenorm", {2, 6, 1, 4}, 1, false, false},
    };
    struct instance h;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(harness_setup(&h, cases[i].spec, cases[i].in, 4, 4), 0);
        assert_int_equal(norm_takes_batch(&h.layer, cases[i].n), cases[i].takes);
        assert_int_equal(norm_takes_own(norm_within(&h.layer)), cases[i].own);
        harness_stop(&h);
    }
    assert_int_equal(harness_setup(&h, "lstm 3 norm=powernorm", shape_sequence(6, 4), 4, 4), -1);
    assert_holds(h.setup.message, "powernorm cannot be the norm of recurrent steps");
}

int main(void)
{
    char *path = test_source("golden/powernorm.h5");
    const struct CMUnitTest tests[] = {
        {"powernorm's steps, images", steps_case, NULL, NULL, "images"},
        {"powernorm's steps, vectors", steps_case, NULL, NULL, "vectors"},
        {"powernorm's steps, one", steps_case, NULL, NULL, "one"},
        {"powernorm's steps, masked", steps_case, NULL, NULL, "masked"},
        cmocka_unit_test(test_warmup),
        cmocka_unit_test(test_without_nu),
        cmocka_unit_test(test_one_kind),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_whitened),
        cmocka_unit_test(test_untrained),
        cmocka_unit_test(test_one_channel),
        cmocka_unit_test(test_statistics_as_asked),
        cmocka_unit_test(test_averages_of_one_batch),
        cmocka_unit_test(test_cumulative),
        cmocka_unit_test(test_magnitudes),
        cmocka_unit_test(test_constants),
        cmocka_unit_test(test_all_padding),
        cmocka_unit_test(test_batches),
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
