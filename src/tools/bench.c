/* Measures times, and the bounds to compare them with. */
#include "tools/bench.h"
#include "base/median.h"
#include "base/system/clock.h"
#include "kernels/kernels.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The shortest time of a timing sample, unless the plan has another. */
#define SAMPLE_S 0.02

/* Returns the time of some calls. */
static double seconds_of(long calls, bench_call *call, void *context)
{
    double start = clock_seconds();

    for (long i = 0; i < calls; i++)
        call(context);
    return clock_seconds() - start;
}

long bench_calibrate(const struct bench_plan *plan, bench_call *call, void *context)
{
    double least = plan->sample_s > 0 ? plan->sample_s : SAMPLE_S,
           want = fmax(plan->seconds / plan->repeat, least), took;
    long calls = 1;

    call(context); /* the first call is slow, because it is the first to use the memory */
    while ((took = seconds_of(calls, call, context)) < want / 4)
        calls *= 2;
    return (long)fmax(1, ceil((double)calls * want / took));
}

struct bench_time bench_sample(const struct bench_plan *plan, long calls, bench_call *call,
                               void *context)
{
    int n = plan->repeat;
    double *sample = xcalloc((size_t)n, sizeof *sample);
    struct bench_time t = {.calls = calls, .min_s = INFINITY};

    for (int i = 0; i < n; i++) {
        sample[i] = seconds_of(calls, call, context) / (double)calls;
        t.min_s = fmin(t.min_s, sample[i]);
    }
    t.median_s = median(sample, n);
    free(sample);
    return t;
}

/* ---- bounds ---- */

struct copy {
    real *from, *to;
    real factor;
    size_t count;
};

static void copy_block(void *context)
{
    const struct copy *c = context;

    memcpy(c->to, c->from, c->count * sizeof *c->to);
}

/* Copies by a loop. `factor` is 1 at run time, but no constant for the compiler, which would otherwise replace the loop
 * by memcpy(). */
static void copy_loop(void *context)
{
    const struct copy *c = context;
    const real *restrict from = c->from;
    real *restrict to = c->to, factor = c->factor;

    for (size_t i = 0; i < c->count; i++)
        to[i] = factor * from[i];
}

int bench_copy(const struct bench_plan *plan, size_t count, double *bytes_s)
{
    static bench_call *const ways[] = {copy_block, copy_loop};
    struct arena arena = {0};
    size_t from = arena_book(&arena, count * sizeof(real));
    size_t to = arena_book(&arena, count * sizeof(real));
    volatile real one = 1;
    struct copy c = {.factor = one, .count = count};

    *bytes_s = 0;
    if (arena_commit(&arena))
        return -1;
    c.from = arena_at(&arena, from);
    c.to = arena_at(&arena, to);
    for (int i = 0; i < 2; i++) {
        long calls = bench_calibrate(plan, ways[i], &c);
        struct bench_time t = bench_sample(plan, calls, ways[i], &c);

        *bytes_s = fmax(*bytes_s, 2.0 * (double)(count * sizeof(real)) / t.median_s);
    }
    arena_release(&arena);
    return 0;
}

struct product {
    int side;
    real *a, *b, *c; /* each [side][side] */
};

static void multiply(void *context)
{
    struct product *p = context;
    int side = p->side;

    gemm(false, false, side, side, side, p->a, side, p->b, side, false, p->c, side);
}

int bench_matrix_product(const struct bench_plan *plan, int side, struct bench_row *row)
{
    size_t count = (size_t)side * (size_t)side, at[3];
    struct arena arena = {0};
    struct product p;

    for (int i = 0; i < 3; i++)
        at[i] = arena_book(&arena, count * sizeof(real));
    if (arena_commit(&arena))
        return -1;
    p = (struct product){side, arena_at(&arena, at[0]), arena_at(&arena, at[1]),
                         arena_at(&arena, at[2])};
    draw_normal(p.a, count, 0, "a");
    draw_normal(p.b, count, 0, "b");
    *row = (struct bench_row){.unit = "gflop_s", .amount = 2.0 * side * side * side};
    snprintf(row->work, sizeof row->work, "gemm: the bound");
    snprintf(row->shape, sizeof row->shape, "%dx%dx%d", side, side, side);
    row->time = bench_sample(plan, bench_calibrate(plan, multiply, &p), multiply, &p);
    row->bound = row->amount / row->time.median_s;
    arena_release(&arena);
    return 0;
}
