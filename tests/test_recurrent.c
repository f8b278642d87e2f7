/* Recurrent layers: padding and its mask, and what is refused. What they compute at all test_golden.c tells. */
#include "base/arena.h"
#include "base/error.h"
#include "harness.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 5, ROOM = 9, CHANNELS = 6, LONGEST = 6 };
static const int lengths[SAMPLES] = {4, 6, 1, 0, 3};

static const char *const specs[] = {
    "rnn 7",
    "rnn 20 bidirectional=1 norm=layernorm",
    "lstm 7 bidirectional=1",
    "lstm 20",
    "lstm 5 norm=layernorm",
    "lstm 5 norm=batchnorm",
    "gru 7 bidirectional=1",
    "gru 20 norm=batchnorm",
};
enum { SPECS = sizeof specs / sizeof *specs };

/* Sequences of `lengths`, padded to t steps with numbers that change with t; dy is 0 at none. */
static void start(struct instance *h, unsigned char *mask, const char *spec, int t)
{
    struct shape room = shape_sequence(ROOM, CHANNELS);
    real *x, *dy;

    harness_start(h, spec, room, SAMPLES, 3);
    h->io.t = t;
    h->io.mask = mask;
    x = xcalloc(h->in_count, sizeof *x);
    dy = xcalloc(h->out_count, sizeof *dy);
    memcpy(x, h->x[0], h->in_count * sizeof *x);
    memcpy(dy, h->dy, h->out_count * sizeof *dy);
    for (int i = 0; i < SAMPLES; i++)
        for (int s = 0; s < t; s++) {
            int to = i * t + s, from = i * ROOM + s, c = h->layer.out.c;

            mask[to] = s < lengths[i];
            for (int j = 0; j < CHANNELS; j++)
                h->x[0][to * CHANNELS + j] = mask[to] ? x[from * CHANNELS + j] : (real)(7 + t);
            memcpy(h->dy + to * c, dy + from * c, (size_t)c * sizeof *dy);
        }
    free(x);
    free(dy);
}

static void assert_same_bits(const char *spec, const char *what, const real *a, const real *b,
                             size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (memcmp(a + i, b + i, sizeof *a))
            fail_msg("%s: %s: element %zu is %.9g and %.9g", spec, what, i, (double)a[i],
                     (double)b[i]);
}

/* Sums in another order, whose error is some `roundings`. */
static void assert_near_real(const char *spec, const real *a, const real *b, size_t n,
                             double roundings)
{
    double largest = 1;

    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs((double)b[i]));
    for (size_t i = 0; i < n; i++)
        if (!(fabs((double)a[i] - b[i]) <= roundings * REAL_EPSILON * largest))
            fail_msg("%s: a gradient is %.9g and %.9g", spec, (double)a[i], (double)b[i]);
}

/* More padding does not change a bit of what is valid, nor of the statistics; padding gives 0. Gradients of
 * weights are sums over more rows, of which the added ones are 0. */
static void test_more_padding(void **state)
{
    (void)state;
    for (int k = 0; k < SPECS; k++) {
        unsigned char mask[2][SAMPLES * ROOM];
        struct instance h[2];
        size_t c;

        for (int i = 0; i < 2; i++) {
            start(&h[i], mask[i], specs[k], i ? ROOM : LONGEST);
            harness_forward(&h[i], true);
            harness_backward(&h[i]);
        }
        c = (size_t)h[0].layer.out.c;
        for (size_t i = 0; i < SAMPLES; i++)
            for (size_t t = 0; t < ROOM; t++) {
                const real *y = h[1].y + (i * ROOM + t) * c,
                           *dx = h[1].dx[0] + (i * ROOM + t) * CHANNELS;

                if ((int)t < lengths[i]) {
                    assert_same_bits(specs[k], "y", y, h[0].y + (i * LONGEST + t) * c, c);
                    for (size_t j = 0; j < CHANNELS; j++)
                        assert_true(fabs(dx[j] - h[0].dx[0][(i * LONGEST + t) * CHANNELS + j]) <=
                                    8 * REAL_EPSILON * (1 + fabs(dx[j])));
                }
                for (size_t j = 0; (int)t >= lengths[i] && j < c; j++)
                    assert_true(y[j] == 0);
                for (size_t j = 0; (int)t >= lengths[i] && j < CHANNELS; j++)
                    assert_true(dx[j] == 0);
            }
        assert_same_bits(specs[k], "state", h[1].state, h[0].state, h[0].layer.state_reals);
        for (int i = 0; i < h[0].layer.params; i++) {
            const struct param *p = &h[0].layer.param[i];

            assert_near_real(specs[k], h[1].dparam + p->offset, h[0].dparam + p->offset, p->count,
                             16);
        }
        harness_stop(&h[0]);
        harness_stop(&h[1]);
    }
}

/* A sequence gives the same alone, without padding, to rounding. Not where a norm is over the batch. */
static void test_alone(void **state)
{
    (void)state;
    for (int k = 0; k < SPECS; k++) {
        unsigned char mask[SAMPLES * ROOM];
        struct instance h, alone;
        size_t c;

        if (strstr(specs[k], "batchnorm"))
            continue;
        start(&h, mask, specs[k], ROOM);
        harness_forward(&h, true);
        c = (size_t)h.layer.out.c;
        for (size_t i = 0; i < SAMPLES; i++) {
            size_t count = (size_t)lengths[i] * c;

            if (lengths[i] == 0)
                continue;
            harness_start(&alone, specs[k], shape_sequence(ROOM, CHANNELS), SAMPLES, 3);
            memcpy(alone.x[0], h.x[0] + i * ROOM * CHANNELS, ROOM * CHANNELS * sizeof(real));
            alone.io.n = 1;
            alone.io.t = lengths[i];
            harness_forward(&alone, true);
            for (size_t j = 0; j < count; j++)
                assert_true(fabs(alone.y[j] - h.y[i * ROOM * c + j]) <= 16 * REAL_EPSILON);
            harness_stop(&alone);
        }
        harness_stop(&h);
    }
}

/* Backward cuts a long batch into segments; the gradient of weights is the sum of those of its samples, each of which is
 * one segment and is added to what is there. */
static void test_segments(void **state)
{
    static const char *const long_specs[] = {"lstm 3 bidirectional=1", "gru 3 bidirectional=1",
                                             "rnn 3 norm=layernorm"};
    enum { MANY = 40, STEPS = 60 };

    (void)state;
    for (int k = 0; k < 3; k++) {
        struct shape in = shape_sequence(STEPS, CHANNELS);
        struct instance h, alone;

        harness_start(&h, long_specs[k], in, MANY, 3);
        harness_forward(&h, true);
        harness_backward(&h);
        harness_start(&alone, long_specs[k], in, 1, 3);
        memset(alone.dparam, 0, alone.layer.param_reals * sizeof(real));
        alone.io.add_param = true;
        for (size_t i = 0; i < MANY; i++) {
            size_t c = (size_t)h.layer.out.c;

            memcpy(alone.x[0], h.x[0] + i * STEPS * CHANNELS, STEPS * CHANNELS * sizeof(real));
            memcpy(alone.dy, h.dy + i * STEPS * c, STEPS * c * sizeof(real));
            instance_forward(&alone);
            instance_backward(&alone);
        }
        for (int i = 0; i < h.layer.params; i++) {
            const struct param *p = &h.layer.param[i];

            assert_near_real(long_specs[k], alone.dparam + p->offset, h.dparam + p->offset,
                             p->count, 4 * sqrt(MANY * STEPS));
        }
        harness_stop(&h);
        harness_stop(&alone);
    }
}

static void test_refusals(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n, result;
        const char *part;
    } bad[] = {
        {"lstm 4 norm=batchnorm", {2, 5, 1, 3}, 1, REFUSED, "training batch of 1"},
        {"batchnorm over=step", {2, 5, 1, 3}, 1, REFUSED, "training batch of 1"},
        {"rnn 1 norm=layernorm", {2, 5, 1, 3}, 4, REFUSED, "holds one value"},
        {"lstm 4", {3, 5, 5, 3}, 4, -1, "needs a sequence [T][C]; its input is 5x5x3"},
        {"batchnorm over=step", {1, 1, 1, 3}, 4, -1, "over=step takes a sequence"},
        {"gru 4 norm=dense", {2, 5, 1, 3}, 4, -1, "'dense' is no norm"},
        {"gru 4 norm=batchnrm", {2, 5, 1, 3}, 4, -1, "'batchnrm' is no norm"},
        {"gru 4 norm=batchnorm:epsilon=1", {2, 5, 1, 3}, 4, -1, "unknown key 'epsilon'"},
        {"gru 4 norm_at=x", {2, 5, 1, 3}, 4, -1, "give norm"},
        {"gru 4 norm=layernorm norm_at=c", {2, 5, 1, 3}, 4, -1, "should be one of auto|x|h|x-h"},
        {"rnn 4 forget_bias=1", {2, 5, 1, 3}, 4, -1, "unknown key 'forget_bias'"},
        {"lstm", {2, 5, 1, 3}, 4, -1, "needs units"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct instance h;

        assert_int_equal(harness_setup(&h, bad[i].spec, bad[i].in, bad[i].n, bad[i].n),
                         bad[i].result);
        if (!strstr(h.setup.message, bad[i].part))
            fail_msg("%s: '%s' lacks '%s'", bad[i].spec, h.setup.message, bad[i].part);
    }
}

static double first_gamma(const char *spec)
{
    double gamma = NAN;
    struct instance h;

    assert_int_equal(harness_setup(&h, spec, shape_sequence(5, 3), 4, 4), 0);
    for (int i = 0; i < h.layer.params; i++)
        if (strcmp(h.layer.param[i].name, "gamma_h") == 0)
            gamma = h.layer.param[i].initial;
    harness_stop(&h);
    return gamma;
}

static void test_gamma_starts(void **state)
{
    (void)state;
    assert_true(first_gamma("lstm 4 norm=batchnorm") == 0.1);
    assert_true(first_gamma("gru 4 norm=layernorm") == 1);
    assert_true(first_gamma("rnn 4 norm=batchnorm gamma_init=0.7") == 0.7);
    assert_true(first_gamma("lstm 4 norm=batchnorm:gamma_init=0.3") == 0.3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_more_padding), cmocka_unit_test(test_alone),
        cmocka_unit_test(test_segments),     cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_gamma_starts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
