#include "kernel_data.h"
#include "base/arena.h"
#include "base/rng.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 24 }; /* more than the lanes of any vector */

static const real GUARD_VALUE = (real)-12345.678;

real *input_new(size_t n, enum numbers numbers, const char *stream)
{
    real *v = (real *)xcalloc(n + 1, sizeof *v) + 1;
    struct rng r = rng_stream(7, stream);

    for (size_t i = 0; i < n; i++)
        v[i] = (real)(numbers == NORMAL ? rng_normal(&r) : floor(33 * rng_uniform(&r)) / 4 - 4);
    return v;
}

void input_free(real *v)
{
    free(v - 1);
}

real *output_new(size_t n, const real *initial)
{
    real *v = (real *)xcalloc(n + 2 * GUARD, sizeof *v) + GUARD;

    for (size_t i = 0; i < n; i++)
        v[i] = initial ? initial[i] : (real)NAN;
    for (size_t i = 0; i < GUARD; i++)
        v[n + i] = *(v - 1 - i) = GUARD_VALUE;
    return v;
}

void output_free(const char *what, real *v, size_t n)
{
    for (size_t i = 0; i < GUARD; i++)
        if (v[n + i] != GUARD_VALUE || *(v - 1 - i) != GUARD_VALUE)
            fail_msg("%s: wrote %zu elements outside of its %zu", what, i + 1, n);
    free(v - GUARD);
}

static void check(const char *what, size_t i, size_t n, double got, double want, double tolerance)
{
    if (isnan(got) && isnan(want))
        return;
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%s: element %zu of %zu is %.9g, should be %.9g (off by %.3g, tolerance %.3g)",
                 what, i, n, got, want, got - want, tolerance);
}

void assert_near(const char *what, size_t n, const real *got, const real *want, const double *size,
                 double epsilons)
{
    for (size_t i = 0; i < n; i++)
        check(what, i, n, got[i], want[i],
              epsilons * REAL_EPSILON * (size ? size[i] : fabs((double)want[i])));
}

void assert_sums_near(const char *what, size_t n, const double *got, const double *want,
                      const double *size, double epsilons)
{
    for (size_t i = 0; i < n; i++)
        check(what, i, n, got[i], want[i], epsilons * REAL_EPSILON * size[i]);
}
