/* The hint io.kind: a recurrent layer that is told of equal rows computes the same as without the hint. */
#include "base/arena.h"
#include "base/rng.h"
#include "layers/instance.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 3, KINDS = 6 };

static const char *const specs[] = {
    "rnn 7 bias=0",
    "rnn 5 bidirectional=1 norm=layernorm",
    "lstm 7",
    "lstm 20 bidirectional=1",
    "lstm 5 norm=batchnorm",
    "lstm 5 norm=layernorm norm_at=c",
    "gru 7 bidirectional=1",
    "gru 5 norm=layernorm norm_at=h",
    "gru 5 norm=batchnorm norm_at=x",
};

/* Two calls on the same input; the second one has the hint. */
struct pair {
    size_t n, steps;
    real *
        number; /* [n][steps]: kinds; kind 0 is padding, with zeros, and kind KINDS - 1 has no row */
    unsigned char *mask;
    struct instance with[2];
};

static void start(struct pair *p, const char *spec, int n, int steps, bool masked)
{
    const struct shape in = shape_sequence(steps, CHANNELS);
    struct rng rng = rng_stream(1, "kinds");

    *p = (struct pair){.n = (size_t)n, .steps = (size_t)steps};
    p->number = xcalloc(p->n * p->steps, sizeof *p->number);
    p->mask = xcalloc(p->n * p->steps, 1);
    for (size_t i = 0; i < p->n * p->steps; i++) {
        p->mask[i] = !masked || i % p->steps <= i / p->steps;
        p->number[i] = p->mask[i] ? (real)floor((KINDS - 1) * rng_uniform(&rng)) : 0;
    }
    for (int k = 0; k < 2; k++) {
        struct instance *h = &p->with[k];
        const struct setup setup = {
            .max_n = n, .min_train_n = n, .masked = true, .kinds = k ? KINDS : 0};
        real vector[KINDS][CHANNELS] = {{0}};

        if (instance_open(h, spec, &in, &setup))
            fail_msg("%s: %s", spec, h->setup.message);
        instance_fill(h, 3);
        h->io.training = true;
        memcpy(vector[1], h->x[0], sizeof vector - sizeof vector[0]);
        for (size_t i = 0; i < p->n * p->steps; i++)
            memcpy(h->x[0] + i * CHANNELS, vector[(int)p->number[i]], sizeof vector[0]);
        h->io.kind = k ? p->number : NULL;
        h->io.mask = masked ? p->mask : NULL;
    }
}

/* Forward and backward, on scratch memory and gradients of NaN. */
static void run(struct instance *h)
{
    memset(h->scratch, 0xff, h->layer.scratch_bytes);
    instance_forward(h);
    memset(h->scratch, 0xff, h->layer.scratch_bytes);
    memset(h->dparam, 0xff, h->layer.param_reals * sizeof *h->dparam);
    memset(h->dx[0], 0xff, h->in_count * sizeof *h->dx[0]);
    instance_backward(h);
}

static void stop(struct pair *p)
{
    instance_close(&p->with[0]);
    instance_close(&p->with[1]);
    free(p->number);
    free(p->mask);
}

static double largest_of(const real *v, size_t n)
{
    double largest = 0;

    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs((double)v[i]));
    assert_true(largest > 0);
    return largest;
}

/* What differs is the order of sums. */
static void assert_near_real(const char *spec, const char *what, const real *a, const real *b,
                             size_t n, double error)
{
    for (size_t i = 0; i < n; i++)
        if (!(fabs((double)b[i] - a[i]) <= 4 * REAL_EPSILON * error))
            fail_msg("%s: %s %zu is %.9g and %.9g", spec, what, i, (double)a[i], (double)b[i]);
}

/* sums[KINDS][CHANNELS] = the sums of dx over the rows of each kind. Returns the sum of all |dx|. */
static double sum_kinds(const struct pair *p, const real *dx, real *sums)
{
    double total[KINDS][CHANNELS] = {{0}}, all = 0;

    for (size_t i = 0; i < p->n * p->steps; i++)
        for (int j = 0; j < CHANNELS; j++) {
            total[(int)p->number[i]][j] += (double)dx[i * CHANNELS + (size_t)j];
            all += fabs((double)dx[i * CHANNELS + (size_t)j]);
        }
    for (int j = 0; j < KINDS * CHANNELS; j++)
        sums[j] = (real)total[j / CHANNELS][j % CHANNELS];
    return all;
}

/* The hint was used: the second and later rows of a kind got nothing. */
static void assert_first_rows_only(const char *spec, const struct pair *p, const real *dx)
{
    bool seen[KINDS] = {false};
    int left = 0;

    for (size_t i = 0; i < p->n * p->steps; i++) {
        bool *before = &seen[(int)p->number[i]];

        for (size_t j = 0; *before && j < CHANNELS; j++)
            left += dx[i * CHANNELS + j] != 0;
        *before = true;
    }
    if (left)
        fail_msg("%s: %d gradients of later rows of a kind", spec, left);
}

static void check(const char *spec, int n, int steps, bool masked, bool one_segment)
{
    struct pair p;
    const struct instance *plain = &p.with[0];
    struct instance *hinted = &p.with[1];
    real sums[2][KINDS * CHANNELS];
    double all, many = sqrt((double)n * steps);

    start(&p, spec, n, steps, masked);
    run(&p.with[0]);
    run(&p.with[1]);
    all = sum_kinds(&p, plain->dx[0], sums[0]);
    sum_kinds(&p, hinted->dx[0], sums[1]);
    if (one_segment)
        assert_first_rows_only(spec, &p, hinted->dx[0]);
    assert_near_real(spec, "y", plain->y, hinted->y, plain->out_count, many);
    assert_near_real(spec, "dx", sums[0], sums[1], KINDS * CHANNELS, all);
    for (int i = 0; i < plain->layer.params; i++) {
        const struct param *q = &plain->layer.param[i];
        const real *a = plain->dparam + q->offset, *b = hinted->dparam + q->offset;

        assert_near_real(spec, q->name, a, b, q->count, many * largest_of(a, q->count));
    }
    /* dx is added to what is there. */
    hinted->io.add[0] = true;
    instance_forward(hinted);
    instance_backward(hinted);
    sum_kinds(&p, hinted->dx[0], sums[1]);
    for (int j = 0; j < KINDS * CHANNELS; j++)
        sums[0][j] *= 2;
    assert_near_real(spec, "twice dx", sums[0], sums[1], KINDS * CHANNELS, 2 * all);
    stop(&p);
}

static void test_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        check(specs[i], 4, 9, false, true);
        check(specs[i], 4, 9, true, true);
    }
    check("lstm 3 bidirectional=1", 40, 60, true, false);
}

/* Too few rows for so many kinds: the hint is not used, and the gradient is that of each row. */
static void test_few_rows(void **state)
{
    struct pair p;

    (void)state;
    start(&p, "lstm 7", 1, 2 * KINDS - 1, false);
    for (int k = 0; k < 2; k++)
        run(&p.with[k]);
    assert_memory_equal(p.with[0].dx[0], p.with[1].dx[0], p.with[0].in_count * sizeof(real));
    stop(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hint),
        cmocka_unit_test(test_few_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
