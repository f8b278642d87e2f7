/* A mean over seeds and over samples: what the choice of the samples adds to its variance. */
#include "base/arena.h"
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>

struct sampling stats_sampling(int seeds, int samples, const double *d)
{
    /* sample: the means over the seeds; mean: that of all; by_sample, rest: sums of squares */
    double *sample = xcalloc((size_t)samples + 1, sizeof *sample), mean = 0, by_sample = 0,
           rest = 0;
    double s = seeds, n = samples, of_samples, of_rest;
    struct sampling result = {0};

    for (int i = 0; i < samples; i++) {
        for (int k = 0; k < seeds; k++)
            sample[i] += d[(size_t)k * (size_t)samples + (size_t)i] / s;
        mean += sample[i] / n;
    }
    for (int k = 0; k < seeds; k++) {
        const double *row = d + (size_t)k * (size_t)samples;
        double own = 0;

        for (int i = 0; i < samples; i++)
            own += row[i] / n;
        for (int i = 0; i < samples; i++) {
            double e = row[i] - own - sample[i] + mean;

            rest += e * e;
        }
    }
    for (int i = 0; i < samples; i++)
        by_sample += (sample[i] - mean) * (sample[i] - mean);
    free(sample);
    if (seeds < 2 || samples < 2)
        return result;
    /* MS_samples / (S N) and MS_rest / (S N) */
    of_samples = by_sample / (n - 1) / n;
    of_rest = rest / ((s - 1) * (n - 1)) / (s * n);
    result.samples = samples;
    if (of_samples > of_rest) {
        result.variance = of_samples - of_rest;
        result.squares =
            of_samples * of_samples / (n - 1) + of_rest * of_rest / ((s - 1) * (n - 1));
    }
    return result;
}

double stats_sampling_error(const struct sampling *a, const struct prior *p, int n, double sd,
                            double *df)
{
    double own = stats_moderate(p, n, sd, df), seeds = own * own / n, all = seeds + a->variance;
    double least = fmin(*df, a->samples - 1);

    if (a->variance > 0)
        *df = fmax(least, all * all / (seeds * seeds / *df + a->squares));
    return sqrt(all);
}
