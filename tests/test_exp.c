/* Sigmoid, tanh and softmax of every table that this CPU runs, against libm in double. */
#include "base/arena.h"
#include "kernel_data.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef void (*function)(size_t n, const real *x, real *y);

static double sigmoid(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

/* |got - want| in units of want's last place as a real. */
static double error_ulp(real got, double want)
{
    int exponent;

    frexp(want, &exponent);
    if (sizeof(real) == sizeof(float))
        return fabs(got - want) / ldexp(1, fmax(exponent - FLT_MANT_DIG, -149));
    return fabs(got - want) / ldexp(1, fmax(exponent - DBL_MANT_DIG, -1074));
}

/* Floats of all sizes and both signs: every 1009th there is, NaN and infinities too, in `out`. */
static size_t all_sizes(real *out)
{
    size_t n = 0;

    for (uint64_t bits = 0; bits < (uint64_t)1 << 32; bits += 1009, n++) {
        uint32_t some = (uint32_t)bits;
        float f;

        memcpy(&f, &some, sizeof f);
        if (out)
            out[n] = f;
    }
    return n;
}

static void check_function(const char *table, const char *name, function f, double (*want)(double))
{
    size_t n = all_sizes(NULL);
    real *x = input_new(n, DYADIC, "x"), *y = output_new(n, NULL), *in_place;

    all_sizes(x);
    f(n, x, y);
    for (size_t i = 0; i < n; i++) {
        double w = want(x[i]);

        if (isnan(w) ? !isnan(y[i]) : !(error_ulp(y[i], w) < 4))
            fail_msg("%s.%s: %.9g gives %.9g, should be %.9g", table, name, (double)x[i],
                     (double)y[i], w);
    }
    output_free(name, y, n);
    /* What stands beside a number, and where it stands in a vector, does not matter. */
    for (size_t length = 0; length < 70; length++) {
        y = output_new(length, NULL);
        in_place = output_new(length, x + 1000000);
        f(length, x + 1000000, y);
        f(length, in_place, in_place);
        assert_memory_equal(y, in_place, length * sizeof *y);
        for (size_t i = 0; i < length; i++) {
            real alone;

            f(1, x + 1000000 + i, &alone);
            assert_memory_equal(&alone, y + i, sizeof alone);
        }
        output_free(name, y, length);
        output_free(name, in_place, length);
    }
    input_free(x);
}

static void test_functions(void **state)
{
    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        if (kernels_runnable(kernels_all[t])) {
            check_function(kernels_all[t]->name, "sigmoid_forward", kernels_all[t]->sigmoid_forward,
                           sigmoid);
            check_function(kernels_all[t]->name, "tanh_forward", kernels_all[t]->tanh_forward,
                           tanh);
        }
}

/* Far from 0 they are 1, 0 and -1, and nothing beside. */
static void test_saturation(void **state)
{
    static const real x[] = {40, -1000, (real)3e38, (real)-3e38, INFINITY, -INFINITY};
    static const real want[2][6] = {{1, 0, 1, 0, 1, 0}, {1, -1, 1, -1, 1, -1}};

    (void)state;
    for (int t = 0; kernels_all[t]; t++) {
        real y[6];

        if (!kernels_runnable(kernels_all[t]))
            continue;
        kernels_all[t]->sigmoid_forward(6, x, y);
        assert_memory_equal(y, want[0], sizeof y);
        kernels_all[t]->tanh_forward(6, x, y);
        assert_memory_equal(y, want[1], sizeof y);
    }
}

/* ---- softmax ---- */

enum { ROWS = 3, LONGEST = 70 };

static void softmax_definition(int length, real scale, const real *x, const unsigned char *mask,
                               real *y)
{
    double most = -INFINITY, sum = 0;

    for (int j = 0; j < length; j++)
        if (!mask || mask[j])
            most = fmax(most, (double)scale * x[j]);
    for (int j = 0; j < length; j++)
        sum += !mask || mask[j] ? exp((double)scale * x[j] - most) : 0;
    for (int j = 0; j < length; j++)
        y[j] = !mask || mask[j] ? (real)(exp((double)scale * x[j] - most) / sum) : 0;
}

/* The exponent's own rounding, of numbers up to 4 * scale, is the largest error. */
static void check_softmax(const struct kernels *k, int length, const unsigned char *mask)
{
    size_t n = (size_t)ROWS * (size_t)length;
    real *x = input_new(n, NORMAL, "x"), *y = output_new(n, NULL), *in_place,
         *want = output_new(n, NULL);
    const real scale = (real)2.5;

    for (int r = 0; r < ROWS; r++)
        for (int j = 0; j < length; j++)
            if (mask && !mask[j])
                x[r * length + j] = (real)(j % 2 ? NAN : INFINITY);
    in_place = output_new(n, x);
    k->softmax_rows(ROWS, length, scale, x, mask, y);
    k->softmax_rows(ROWS, length, scale, in_place, mask, in_place);
    for (int r = 0; r < ROWS; r++)
        softmax_definition(length, scale, x + r * length, mask, want + r * length);
    assert_near("softmax_rows", n, y, want, NULL, 4 * 4 * 2.5);
    assert_memory_equal(y, in_place, n * sizeof *y);
    output_free("softmax_rows", y, n);
    output_free("softmax_rows", in_place, n);
    output_free("softmax_rows", want, n);
    input_free(x);
}

static void test_softmax(void **state)
{
    unsigned char mask[LONGEST];

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int length = 1; length <= LONGEST && kernels_runnable(kernels_all[t]); length++) {
            check_softmax(kernels_all[t], length, NULL);
            for (int j = 0; j < length; j++)
                mask[j] = j % 3 != 1;
            check_softmax(kernels_all[t], length, mask);
            memset(mask, 0, sizeof mask);
            check_softmax(kernels_all[t], length, mask);
        }
}

/* A row of large numbers, of equal ones, and one with a NaN that counts. */
static void test_softmax_awkward(void **state)
{
    const real large = (real)1e30;

    (void)state;
    for (int t = 0; kernels_all[t]; t++) {
        real x[3][3] = {{large, -large, 0}, {-large, -large, -large}, {0, (real)NAN, 1}}, y[3][3];

        if (!kernels_runnable(kernels_all[t]))
            continue;
        kernels_all[t]->softmax_rows(3, 3, 1, x[0], NULL, y[0]);
        for (int j = 0; j < 3; j++) {
            assert_true(y[0][j] == (j == 0));
            assert_true(fabs(y[1][j] - 1.0 / 3) < REAL_EPSILON);
            assert_true(isnan(y[2][j]));
        }
    }
}

/* More columns that do not count: the same bits in those that do. */
static void test_softmax_padding(void **state)
{
    real *x = input_new(LONGEST, NORMAL, "x");

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int length = 1; length < LONGEST && kernels_runnable(kernels_all[t]); length++) {
            unsigned char mask[LONGEST] = {0};
            real alone[LONGEST], padded[LONGEST];

            memset(mask, 1, (size_t)length);
            kernels_all[t]->softmax_rows(1, length, 1, x, NULL, alone);
            kernels_all[t]->softmax_rows(1, LONGEST, 1, x, mask, padded);
            assert_memory_equal(alone, padded, (size_t)length * sizeof(real));
        }
    input_free(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_functions),       cmocka_unit_test(test_saturation),
        cmocka_unit_test(test_softmax),         cmocka_unit_test(test_softmax_awkward),
        cmocka_unit_test(test_softmax_padding),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
