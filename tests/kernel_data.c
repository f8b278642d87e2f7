#include "kernel_data.h"
#include "base/arena.h"
#include "base/rng.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 24 }; /* more than the lanes of any vector */

static const real GUARD_VALUE = (real)-12345.678;

/* The first numbers of a stream, kept: to draw them anew for every call would take most of the tests' time. */
struct drawn {
    char stream[16];
    enum numbers numbers;
    struct rng rng;
    real *v;
    size_t count, room;
};

static struct drawn *drawn_of(enum numbers numbers, const char *stream)
{
    enum { MOST = 64 };
    static struct drawn drawn[MOST];

    for (int i = 0; i < MOST; i++) {
        struct drawn *d = &drawn[i];

        if (!*d->stream) {
            assert_true(strlen(stream) < sizeof d->stream);
            strcpy(d->stream, stream);
            d->numbers = numbers;
            d->rng = rng_stream(7, stream);
        }
        if (d->numbers == numbers && strcmp(d->stream, stream) == 0)
            return d;
    }
    fail_msg("more than %d streams of numbers", MOST);
    return NULL;
}

static const real *draw(size_t n, enum numbers numbers, const char *stream)
{
    struct drawn *d = drawn_of(numbers, stream);

    if (n > d->room) {
        d->room = 2 * n;
        d->v = xrealloc(d->v, d->room * sizeof *d->v);
    }
    for (; d->count < n; d->count++)
        d->v[d->count] = (real)(numbers == NORMAL ? rng_normal(&d->rng)
                                                  : floor(33 * rng_uniform(&d->rng)) / 4 - 4);
    return d->v;
}

real *input_new(size_t n, enum numbers numbers, const char *stream)
{
    real *v = (real *)xcalloc(n + 1, sizeof *v) + 1;

    if (n)
        memcpy(v, draw(n, numbers, stream), n * sizeof *v);
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
