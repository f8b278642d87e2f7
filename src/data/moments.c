/* Computes the mean and standard deviation of each channel of a training split. */
#include "data/cache.h"
#include <math.h>

/* Computes the mean and sd of each channel. Counts how often each of the 256 pixel values occurs: the sum of the
 * pixels, computed from these counts, has no rounding error. */
static void pixel_moments(const uint8_t *pixels, size_t positions, int channels, double *mean,
                          double *sd)
{
    uint64_t histogram[DATA_CHANNELS][256] = {{0}};

    for (size_t i = 0; i < positions; i++)
        for (int c = 0; c < channels; c++)
            histogram[c][*pixels++]++;
    for (int c = 0; c < channels; c++) {
        double n = (double)positions, sum = 0, squares = 0;

        for (int v = 0; v < 256; v++)
            sum += (double)histogram[c][v] * v;
        mean[c] = sum / n;
        for (int v = 0; v < 256; v++)
            squares += (double)histogram[c][v] * (v - mean[c]) * (v - mean[c]);
        sd[c] = sqrt(squares / n);
    }
}

/* Adds to sum[c] the values of channel c at all steps that are not padding. If mean is not NULL, adds the squares of
 * the differences from mean[c] instead. Returns the number of steps. */
static double add_steps(const struct data_decoded *d, const double *mean, double *sum)
{
    size_t channels = (size_t)d->shape.c;
    double steps = 0;

    for (int i = 0; i < d->train.count; i++) {
        const float *x = d->train.series + (size_t)i * shape_size(d->shape);
        int length = d->train.length ? d->train.length[i] : d->shape.h;

        for (int t = 0; t < length; t++, x += channels)
            for (size_t c = 0; c < channels; c++)
                sum[c] += mean ? (x[c] - mean[c]) * (x[c] - mean[c]) : (double)x[c];
        steps += length;
    }
    return steps;
}

/* Computes the mean and sd of each channel; both must be 0 before. Computes the mean first, then the sd from the
 * differences to the mean: this is also precise when the mean is much larger than the sd. */
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
    if (d->train.series)
        series_moments(d, mean, sd);
    else if (!d->tokens)
        pixel_moments(d->train.image, (size_t)d->train.count * shape_positions(d->shape),
                      d->shape.c, mean, sd);
}
