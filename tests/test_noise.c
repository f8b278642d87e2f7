/* The layer `noise` against the distributions of Santurkar et al. 2018. With x = 0 the layer gives its shifts m,
 * and with x = 1, under the same key, m + s. Tolerances are five standard errors, from the number of draws. */
#include "base/rng.h"
#include "base/system/parallel.h"
#include "harness.h"
#include "nets.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 3000, N = 60, C = 7, VALUES = N * C };

/* m and s of every value of a step. */
struct drawn {
    double m[VALUES], s[VALUES];
};

static void draw(struct instance *h, uint64_t key, struct drawn *d)
{
    h->io.random_key = key;
    for (size_t i = 0; i < VALUES; i++)
        h->x[0][i] = 0;
    harness_forward(h, true);
    for (size_t i = 0; i < VALUES; i++)
        d->m[i] = h->y[i];
    for (size_t i = 0; i < VALUES; i++)
        h->x[0][i] = 1;
    harness_forward(h, true);
    for (size_t i = 0; i < VALUES; i++)
        d->s[i] = h->y[i] - d->m[i];
}

/* Sums of powers of numbers of which each is drawn anew. */
struct sums {
    double n, sum[5], least, most;
};

static void add(struct sums *t, double v)
{
    t->least = t->n == 0 ? v : fmin(t->least, v);
    t->most = t->n == 0 ? v : fmax(t->most, v);
    t->n++;
    for (int k = 1; k <= 4; k++)
        t->sum[k] += pow(v, k);
}

/* Mean and variance of the numbers: `mean` and `var`. kurtosis: E (v - mean)^4 / var^2 of their distribution, 9/5 of a
 * uniform one and 3 of a normal one, which is checked, too. */
static void check_moments(const char *what, const struct sums *t, double mean, double var,
                          double kurtosis)
{
    double m = t->sum[1] / t->n, m2 = t->sum[2] / t->n - m * m,
           m4 = t->sum[4] / t->n - 4 * m * t->sum[3] / t->n + 6 * m * m * t->sum[2] / t->n -
                3 * pow(m, 4);

    if (!(fabs(m - mean) <= 5 * sqrt(var / t->n)))
        fail_msg("%s: mean %g, should be %g", what, m, mean);
    if (!(fabs(m2 - var) <= 5 * var * sqrt((kurtosis - 1) / t->n)))
        fail_msg("%s: variance %g, should be %g", what, m2, var);
    if (!(fabs(m4 / (m2 * m2) - kurtosis) <= 5 * sqrt(96 / t->n))) /* 24 / n for a normal one */
        fail_msg("%s: kurtosis %g, should be %g", what, m4 / (m2 * m2), kurtosis);
}

/* Uniform on [low, high], whose ends the numbers nearly reach. */
static void check_uniform(const char *what, const struct sums *t, double low, double high)
{
    double width = high - low;

    check_moments(what, t, (low + high) / 2, width * width / 12, 1.8);
    assert_true(t->least >= low - 1e-6 * width && t->most <= high + 1e-6 * width);
    assert_true(t->least - low < 20 * width / t->n && high - t->most < 20 * width / t->n);
}

/* Without jitter all values of a channel have its mu and sigma. */
static void test_units(void **state)
{
    struct instance h;
    static struct drawn d;
    struct sums mu = {0}, sigma = {0}, product = {0}, neighbour = {0};

    (void)state;
    harness_start(&h, "noise jitter=0", shape_vector(C), N, 1);
    for (uint64_t step = 0; step < STEPS; step++) {
        draw(&h, step, &d);
        for (size_t i = C; i < VALUES; i++) {
            assert_true(d.m[i] == d.m[i % C]);
            assert_true(fabs(d.s[i] - d.s[i % C]) <= 4 * REAL_EPSILON);
        }
        for (size_t c = 0; c < C; c++) {
            add(&mu, d.m[c]);
            add(&sigma, d.s[c]);
            add(&product, d.m[c] * (d.s[c] - 1.125));
            if (c > 0)
                add(&neighbour, d.m[c] * d.m[c - 1]);
        }
    }
    check_uniform("mu", &mu, -.5, .5);
    check_uniform("sigma", &sigma, 1, 1.25);
    assert_true(fabs(product.sum[1]) <= 5 * sqrt(product.sum[2]));
    assert_true(fabs(neighbour.sum[1]) <= 5 * sqrt(neighbour.sum[2]));
    harness_stop(&h);
}

/* The jitter alone: m uniform within .1 and s normal with deviation .1, each value by itself. */
static void test_values(void **state)
{
    struct instance h;
    static struct drawn d;
    struct sums m = {0}, s = {0}, product = {0}, neighbour_m = {0}, neighbour_s = {0};

    (void)state;
    harness_start(&h, "noise mean=0 scale=1", shape_vector(C), N, 1);
    for (uint64_t step = 0; step < STEPS / 10; step++) {
        draw(&h, step, &d);
        for (size_t i = 0; i < VALUES; i++) {
            add(&m, d.m[i]);
            add(&s, d.s[i] - 1);
            add(&product, d.m[i] * (d.s[i] - 1));
            if (i > 0) {
                add(&neighbour_m, d.m[i] * d.m[i - 1]);
                add(&neighbour_s, (d.s[i] - 1) * (d.s[i - 1] - 1));
            }
        }
    }
    check_uniform("m", &m, -.1, .1);
    check_moments("s", &s, 0, .01, 3);
    assert_true(s.least < -.4 &&
                s.most > .4); /* a normal number in 16,000 is beyond four deviations */
    assert_true(fabs(product.sum[1]) <= 5 * sqrt(product.sum[2]));
    assert_true(fabs(neighbour_m.sum[1]) <= 5 * sqrt(neighbour_m.sum[2]));
    assert_true(fabs(neighbour_s.sum[1]) <= 5 * sqrt(neighbour_s.sum[2]));
    harness_stop(&h);
}

/* The layer as the paper has it: the jitter lies around each channel's own mu and sigma, on images, too. */
static void test_values_around_units(void **state)
{
    struct instance h, still;
    static struct drawn d, unit;
    struct sums m = {0}, s = {0};

    (void)state;
    harness_start(&h, "noise", shape_image(5, 4, C), N / 20, 1);
    harness_start(&still, "noise jitter=0", shape_image(5, 4, C), N / 20, 1);
    for (uint64_t step = 0; step < STEPS / 10; step++) {
        draw(&h, step, &d);
        draw(&still, step, &unit);
        for (size_t i = 0; i < VALUES; i++) {
            add(&m, d.m[i] - unit.m[i]);
            add(&s, d.s[i] - unit.s[i]);
        }
    }
    check_uniform("m - mu", &m, -.1, .1);
    check_moments("s - sigma", &s, 0, .01, 3);
    harness_stop(&h);
    harness_stop(&still);
}

/* In inference y is what training gives on average: (1 + 1.25) / 2 * x. */
static void test_inference(void **state)
{
    struct instance h;
    double training = 0, inference = 0;

    (void)state;
    harness_start(&h, "noise", shape_vector(C), N, 1);
    harness_forward(&h, false);
    harness_backward(&h);
    for (size_t i = 0; i < VALUES; i++) {
        assert_true(h.y[i] == (real)1.125 * h.x[0][i]);
        assert_true(h.dx[0][i] == (real)1.125 * h.dy[i]);
        inference += fabs((double)h.y[i]);
    }
    for (uint64_t step = 0; step < STEPS; step++) {
        h.io.random_key = step;
        harness_forward(&h, true);
        for (size_t i = 0; i < VALUES; i++)
            training += h.y[i] * copysign(1, h.x[0][i]) / STEPS;
    }
    /* A channel's shift weighs most: deviation sqrt(1 / 12) for each of its N values, of which signs differ. */
    assert_true(fabs(training - inference) <= 5 * N * sqrt(C / 12.0 / STEPS));
    harness_stop(&h);
}

static double uniform(uint32_t word)
{
    return (word + 0.5) * 0x1p-32;
}

/* Writes m and s of value `number` of a batch, in channel c, by the definition: values 2b and 2b + 1 share block b of
 * random words, channels have blocks from 2^63 on. */
static void draw_one(uint64_t key, size_t number, size_t c, double *m, real *s)
{
    uint32_t word[4], unit[4];
    float radius, angle, normal;

    rng_block(key, ((uint64_t)1 << 63) + c, unit);
    rng_block(key, number / 2, word);
    radius = sqrtf(-2 * logf((float)uniform(word[2])));
    angle = 6.2831853F * (float)uniform(word[3]);
    normal = radius * (number % 2 ? sinf(angle) : cosf(angle));
    *m = 0.5 * (2 * uniform(unit[0]) - 1) + 0.1 * (2 * uniform(word[number % 2]) - 1);
    *s = (real)(1 + (1.25 - 1) * uniform(unit[1]) + 0.1 * normal);
}

/* The layer draws many values at a time. Each has the bits of one that is drawn alone, wherever the values of a call
 * begin in the batch. */
static void test_bits(void **state)
{
    static const int channels[] = {1, 3, 8, 37, 600};

    (void)state;
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
        for (size_t first = 0; first < 2; first++) {
            int rows = 5 + 1500 / channels[i];
            size_t c = (size_t)channels[i];
            struct instance h;

            harness_start(&h, "noise", shape_vector(channels[i]), rows, 1);
            h.io.random_key = 77 + first;
            h.io.first_sample = first;
            harness_forward(&h, true);
            harness_backward(&h);
            for (size_t k = 0; k < h.out_count; k++) {
                double m;
                real s, y, dx;

                draw_one(77 + first, first * c + k, k % c, &m, &s);
                y = (real)(s * h.x[0][k] + m);
                dx = s * h.dy[k];
                assert_true(h.y[k] == y && h.dx[0][k] == dx);
            }
            harness_stop(&h);
        }
}

/* Each step has noise of its own, and the same step has the same. */
static void test_keys(void **state)
{
    struct instance h;
    static struct drawn one, other, again;
    size_t same_m = 0, same_s = 0;

    (void)state;
    harness_start(&h, "noise", shape_vector(C), N, 1);
    draw(&h, 5, &one);
    draw(&h, 6, &other);
    draw(&h, 5, &again);
    for (size_t i = 0; i < VALUES; i++) {
        same_m += one.m[i] == other.m[i];
        same_s += one.s[i] == other.s[i];
    }
    assert_true(same_m < 3 && same_s < 3); /* of 24 bits */
    assert_memory_equal(&one, &again, sizeof one);
    harness_stop(&h);
}

/* No two values of a large call share their numbers, wherever the work is cut into blocks. */
static void test_values_of_a_large_call(void **state)
{
    struct instance h;
    size_t same = 0, pairs = 0;

    (void)state;
    harness_start(&h, "noise scale=1", shape_vector(1 << 12), 20, 1);
    for (size_t i = 0; i < h.out_count; i++)
        h.dy[i] = 1;
    harness_forward(&h, true);
    harness_backward(&h); /* dx = s */
    for (size_t apart = 1 << 12; apart < h.in_count; apart *= 2)
        for (size_t i = 0; i + apart < h.in_count; i++, pairs++)
            same += h.dx[0][i] == h.dx[0][i + apart];
    assert_true((double)same < 1e-5 * (double)pairs);
    harness_stop(&h);
}

/* Two layers of a net, and two steps, have noise of their own. */
static void test_layers_of_a_net(void **state)
{
    struct net n;
    struct sums sum = {0};

    (void)state;
    build_good(&n, "noise scale=1 jitter=0; noise scale=1 jitter=0", "", shape_vector(1));
    for (uint64_t step = 0; step < STEPS; step++) {
        net_input(&n)[0] = 0;
        net_forward(&n, 1, true, step);
        add(&sum, net_output(&n)[0]);
    }
    /* The sum of two independent ones; of the same one twice, the variance would be 1/3. Kurtosis 3 - 6/5/2. */
    check_moments("sum of two", &sum, 0, 1 / 6., 2.4);
    net_release(&n);
}

/* The bits are the same for any number of threads. */
static void test_threads(void **state)
{
    struct shape in = shape_image(16, 13, 11);
    enum { BATCH = 17 };

    (void)state;
    for (int training = 0; training < 2; training++) {
        struct instance one, many;

        harness_start(&one, "noise", in, BATCH, 3);
        harness_forward(&one, training);
        harness_backward(&one);
        for (int threads = 2; threads <= 3; threads++) {
            harness_start(&many, "noise", in, BATCH, 3);
            assert_int_equal(parallel_start(&many.io.threads, threads), 0);
            harness_forward(&many, training);
            harness_backward(&many);
            parallel_stop(many.io.threads);
            assert_memory_equal(many.y, one.y, one.out_count * sizeof(real));
            assert_memory_equal(many.dx[0], one.dx[0], one.in_count * sizeof(real));
            harness_stop(&many);
        }
        harness_stop(&one);
    }
}

static void test_refused(void **state)
{
    struct instance h;

    (void)state;
    assert_int_equal(harness_setup(&h, "noise scale=0.5", shape_vector(3), 2, 2), -1);
    assert_holds(h.setup.message, "scale=0.5");
    assert_int_equal(harness_setup(&h, "noise jitter=-1", shape_vector(3), 2, 2), -1);
    assert_holds(h.setup.message, "jitter=-1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_values_around_units),
        cmocka_unit_test(test_inference),
        cmocka_unit_test(test_bits),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_values_of_a_large_call),
        cmocka_unit_test(test_layers_of_a_net),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
