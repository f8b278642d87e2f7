/* Mean and standard deviation of a training split, by channel. */
#include "data/cache.h"
#include <math.h>

/* Exact: from a histogram, whose sums do not round. */
static void pixel_moments(const uint8_t *pixels, size_t positions, int channels, double *mean,
                          double *sd)
{
    uint64_t seen[DATA_CHANNELS][256] = {{0}};

    for (size_t i = 0; i < positions; i++)
        for (int c = 0; c < channels; c++)
            seen[c][*pixels++]++;
    for (int c = 0; c < channels; c++) {
        double n = (double)positions, sum = 0, squares = 0;

        for (int v = 0; v < 256; v++)
            sum += (double)seen[c][v] * v;
        mean[c] = sum / n;
        for (int v = 0; v < 256; v++)
            squares += (double)seen[c][v] * (v - mean[c]) * (v - mean[c]);
        sd[c] = sqrt(squares / n);
    }
}

/* Adds to sum [c] the values, or the squares of what they differ from mean by, of all steps that are no
 * padding; returns the number of these steps. */
static double add_steps(const struct data_decoded *d, const double *mean, double *sum)
{
    size_t channels = (size_t)d->shape.c;
    double steps = 0;

    for (int i = 0; i < d->train_count; i++) {
        const float *x = d->train_series + (size_t)i * shape_size(d->shape);
        int length = d->train_length ? d->train_length[i] : d->shape.h;

        for (int t = 0; t < length; t++, x += channels)
            for (size_t c = 0; c < channels; c++)
                sum[c] += mean ? (x[c] - mean[c]) * (x[c] - mean[c]) : (double)x[c];
        steps += length;
    }
    return steps;
}

/* In two passes: values far from 0 lose nothing. */
static void series_moments(const struct data_decoded *d, double *mean, double *sd)
{
    double steps = add_steps(d, NULL, mean);

    for (int c = 0; c < d->shape.c; c++)
        mean[c] /= steps;
    add_steps(d, mean, sd);
    for (int c = 0; c < d->shape.c; c++)
        sd[c] = sqrt(sd[c] / steps);
}

void decoded_moments(const struct data_decoded *d, double *mean, double *sd)
{
    for (int c = 0; c < d->shape.c; c++) {
        mean[c] = 0;
        sd[c] = d->tokens ? 1 : 0;
    }
    if (d->train_series)
        series_moments(d, mean, sd);
    else if (!d->tokens)
        pixel_moments(d->train_image, (size_t)d->train_count * shape_positions(d->shape),
                      d->shape.c, mean, sd);
}
