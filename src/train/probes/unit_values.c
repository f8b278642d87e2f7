#include "train/probes/unit_values.h"
#include "base/arena.h"
#include <math.h>
#include <stdlib.h>

/* About the number of values in a block of rows whose moments are computed in one call, so that the block stays in the
 * cache. */
enum { BLOCK_VALUES = 8192 };

static size_t common_divisor(size_t a, size_t b)
{
    return b ? common_divisor(b, a % b) : a;
}

void unit_values_init(struct unit_values *v, const struct twin *w, const struct node *k)
{
    size_t positions = shape_positions(k->layer.out), rows;

    rows = (size_t)w->batches * (size_t)w->trial.options.batch * positions;
    *v =
        (struct unit_values){.units = k->layer.out.c, .stride = (rows + UNIT_KEPT - 1) / UNIT_KEPT};
    /* If stride and number of positions had a common divisor, kept rows would be at some of the positions only. */
    while (common_divisor(v->stride, positions) > 1)
        v->stride++;
    v->room = (int)((rows + v->stride - 1) / v->stride);
    v->moments.mean = xcalloc((size_t)v->units, sizeof(double));
    v->moments.m2 = xcalloc((size_t)v->units, sizeof(double));
    v->kept = xcalloc((size_t)v->units * (size_t)v->room, sizeof *v->kept);
}

void unit_values_clear(struct unit_values *v)
{
    free(v->moments.mean);
    free(v->moments.m2);
    free(v->kept);
    *v = (struct unit_values){0};
}

void unit_values_transfer(struct unit_values *v, struct transfer *t)
{
    size_t c = (size_t)v->units;

    TRANSFER(t, v->moments.count);
    transfer_bytes(t, v->moments.mean, c * sizeof(double));
    transfer_bytes(t, v->moments.m2, c * sizeof(double));
    transfer_bytes(t, v->kept, c * (size_t)v->room * sizeof *v->kept);
    TRANSFER(t, v->count);
    TRANSFER(t, v->seen);
}

/* Adds consecutive valid rows to the moments. */
static void add_moments(struct unit_values *v, const struct kernels *k, const real *row,
                        size_t rows)
{
    size_t c = (size_t)v->units, most = BLOCK_VALUES / c + 1;
    struct column_moments block = {0, xcalloc(c, sizeof(double)), xcalloc(c, sizeof(double))};

    for (size_t n; rows > 0; rows -= n, row += n * c) {
        n = rows < most ? rows : most;
        k->columns_moments(n, v->units, row, block.mean, block.m2);
        block.count = (double)n;
        columns_merge(v->units, &v->moments, &block);
    }
    free(block.mean);
    free(block.m2);
}

void unit_values_add(struct unit_values *v, const struct node *k, const struct io *io)
{
    size_t rows = twin_rows(k, io), c = (size_t)v->units, end;
    const unsigned char *mask = twin_mask(k, io);

    for (size_t r = 0; r < rows; r = end + 1) {
        for (end = r; end < rows && (!mask || mask[end]);)
            end++;
        if (end > r)
            add_moments(v, k->layer.kernels, io->y + r * c, end - r);
    }
    for (size_t r = 0; r < rows; r++, v->seen++)
        if (v->seen % v->stride == 0 && (!mask || mask[r]) && v->count < v->room) {
            for (size_t u = 0; u < c; u++)
                v->kept[u * (size_t)v->room + (size_t)v->count] = io->y[r * c + u];
            v->count++;
        }
}

double unit_values_sd(const struct unit_values *v, int u)
{
    return sqrt(v->moments.m2[u] / v->moments.count);
}

double unit_values_all_mean(const struct unit_values *v)
{
    double sum = 0;

    for (int u = 0; u < v->units; u++)
        sum += v->moments.mean[u];
    return v->moments.count > 0 ? sum / v->units : NAN;
}

double unit_values_all_sd(const struct unit_values *v)
{
    double mean = unit_values_all_mean(v), sum = 0;

    for (int u = 0; u < v->units; u++) {
        double d = v->moments.mean[u] - mean;

        sum += v->moments.m2[u] / v->moments.count + d * d;
    }
    return sqrt(sum / v->units);
}

double unit_values_all_ms(const struct unit_values *v)
{
    double mean = unit_values_all_mean(v), sd = unit_values_all_sd(v);

    return mean * mean + sd * sd;
}

/* For qsort(): ascending numbers, then NaN. */
static int by_value(const void *a, const void *b)
{
    real x = *(const real *)a, y = *(const real *)b;

    if (isnan(x) || isnan(y))
        return (isnan(x) != 0) - (isnan(y) != 0);
    return (x > y) - (x < y);
}

void sort_reals(real *value, size_t n)
{
    qsort(value, n, sizeof *value, by_value);
}

void unit_values_sort(struct unit_values *v)
{
    for (int u = 0; u < v->units; u++)
        sort_reals(v->kept + (size_t)u * (size_t)v->room, (size_t)v->count);
}

double percentile(const real *value, size_t n, double p)
{
    double at = p * ((double)n - 1);
    size_t low = (size_t)at;

    if (n == 0 || isnan(value[n - 1]))
        return NAN;
    return low + 1 < n ? value[low] + (at - (double)low) * ((double)value[low + 1] - value[low])
                       : value[n - 1];
}
