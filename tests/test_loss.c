/* Losses: gradients against finite differences, the sigmoid's against its definition, and their limits. */
#include "support.h"

#include "base/rng.h"
#include "train/loss.h"
#include <math.h>

enum { N = 5, K = 4 };

typedef struct loss_sum cross_entropy(int n, int k, const real *logits, const uint8_t *label,
                                      real *dlogits);

/* Multiples of 2^-8, which H may be added to without rounding. */
static void draw(const char *stream, double size, real *v)
{
    struct rng r = rng_stream(1, stream);

    for (int i = 0; i < N * K; i++)
        v[i] = (real)(round(256 * size * rng_normal(&r)) / 256);
}

#define H 0x1p-10

/* The losses are doubles, so a central difference is off by H^2 times a third derivative, which is below
 * 1, and by rounding; the gradient is a real. */
static void check_gradient(const char *what, const real *gradient, const double *difference)
{
    assert_close(what, N * K, gradient, difference, H * H + 4 * REAL_EPSILON);
}

static void test_gradients(void **state)
{
    static cross_entropy *const kinds[] = {loss_softmax, loss_sigmoid};
    static const uint8_t label[N] = {0, 3, 1, 2, 3};
    real z[N * K], dz[N * K];
    double want[N * K];

    (void)state;
    for (int size = 1; size <= 8; size *= 2)
        for (int kind = 0; kind < 2; kind++) {
            draw("logits", size, z);
            kinds[kind](N, K, z, label, dz);
            for (int i = 0; i < N * K; i++) {
                double up, down;

                z[i] += (real)H;
                up = kinds[kind](N, K, z, label, NULL).loss / N;
                z[i] -= (real)(2 * H);
                down = kinds[kind](N, K, z, label, NULL).loss / N;
                z[i] += (real)H;
                want[i] = (up - down) / (2 * H);
            }
            check_gradient(kind ? "sigmoid" : "softmax", dz, want);
        }
}

static void test_mse_gradient(void **state)
{
    real y[N * K], target[N * K], dy[N * K];
    double want[N * K];

    (void)state;
    draw("y", 2, y);
    draw("target", 2, target);
    assert_int_equal(loss_mse(N, K, y, target, dy).wrong, 0);
    for (int i = 0; i < N * K; i++) {
        double up, down;

        y[i] += (real)H;
        up = loss_mse(N, K, y, target, NULL).loss / N;
        y[i] -= (real)(2 * H);
        down = loss_mse(N, K, y, target, NULL).loss / N;
        y[i] += (real)H;
        want[i] = (up - down) / (2 * H);
    }
    check_gradient("mse", dy, want);
}

/* Keras's definition, as it stands: -log(p_label / sum p), p = 1 / (1 + exp(-z)). */
static void test_sigmoid_definition(void **state)
{
    static const uint8_t label[N] = {1, 0, 2, 3, 1};
    real z[N * K];
    double want = 0, got;
    int wrong = 0;

    (void)state;
    draw("logits", 3, z);
    for (int i = 0; i < N; i++) {
        double p[K], sum = 0;
        int top = 0;

        for (int j = 0; j < K; j++) {
            sum += p[j] = 1 / (1 + exp(-(double)z[i * K + j]));
            top = p[j] > p[top] ? j : top;
        }
        want -= log(p[label[i]] / sum);
        wrong += top != label[i];
    }
    got = loss_sigmoid(N, K, z, label, NULL).loss;
    assert_true(fabs(got - want) < 1e-13 * want);
    assert_int_equal(loss_sigmoid(N, K, z, label, NULL).wrong, wrong);
}

/* Where exp() of a logit overflows or vanishes. */
static void test_sigmoid_limits(void **state)
{
    static const uint8_t label[1] = {0};
    real z[2] = {-1000, 1000}, dz[2];
    double loss = loss_sigmoid(1, 2, z, label, dz).loss;

    (void)state;
    assert_true(fabs(loss - 1000) < 1e-12 * 1000); /* p is exp(-1000) and 1 */
    assert_true(dz[0] == -1 && dz[1] == 0);
    z[1] = -1000; /* p are equal, and so is what is left to 1 */
    loss = loss_sigmoid(1, 2, z, label, dz).loss;
    assert_true(fabs(loss - log(2)) < 1e-12);
    assert_true(fabs((double)dz[0] + 0.5) < 1e-6 && fabs((double)dz[1] - 0.5) < 1e-6);
    z[0] = z[1] = 1000; /* both p are 1, and stay so */
    loss = loss_sigmoid(1, 2, z, label, dz).loss;
    assert_true(fabs(loss - log(2)) < 1e-12);
    assert_true(dz[0] == 0 && dz[1] == 0);
    z[0] = z[1] = 40; /* saturated, but the gradient is there */
    loss_sigmoid(1, 2, z, label, dz);
    assert_true(fabs(dz[0] / (-0.5 * exp(-40)) - 1) < 1e-6);
}

/* What ends a trial as diverged. */
static void test_not_finite(void **state)
{
    static const uint8_t label[1] = {1};
    const real target[2] = {0, 0};
    real z[2] = {0, 0};

    (void)state;
    for (int i = 0; i < 2; i++) {
        z[i] = (real)NAN;
        assert_false(isfinite(loss_softmax(1, 2, z, label, NULL).loss));
        assert_false(isfinite(loss_sigmoid(1, 2, z, label, NULL).loss));
        assert_false(isfinite(loss_mse(1, 2, z, target, NULL).loss));
        assert_int_equal(loss_sigmoid(1, 2, z, label, NULL).wrong, 1);
        z[i] = (real)INFINITY;
        assert_false(isfinite(loss_softmax(1, 2, z, label, NULL).loss));
        assert_false(isfinite(loss_mse(1, 2, z, target, NULL).loss));
        z[i] = 0;
    }
    z[1] = -(real)INFINITY;
    assert_false(isfinite(loss_softmax(1, 2, z, label, NULL).loss));
    assert_false(isfinite(loss_sigmoid(1, 2, z, label, NULL).loss));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gradients),          cmocka_unit_test(test_mse_gradient),
        cmocka_unit_test(test_sigmoid_definition), cmocka_unit_test(test_sigmoid_limits),
        cmocka_unit_test(test_not_finite),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
