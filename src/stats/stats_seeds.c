/* Describes how the values of seeds are distributed: their range, and whether they fall into two groups. */
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>

void stats_range(int n, const double *v, double *low, double *high)
{
    double *sorted;

    n = stats_sort(n, v, &sorted);
    *low = n >= STATS_RANGE_LEAST ? sorted[0] : NAN;
    *high = n >= STATS_RANGE_LEAST ? sorted[n - 1] : NAN;
    free(sorted);
}

double stats_split_at(int n, const double *v, double apart)
{
    double *sorted, widest = 0, middle = NAN;
    bool split;

    n = stats_sort(n, v, &sorted);
    for (int i = 1; i < n; i++)
        if (sorted[i] - sorted[i - 1] > widest) {
            widest = sorted[i] - sorted[i - 1];
            middle = sorted[i - 1] + widest / 2;
        }
    split = n >= 3 && widest >= apart && widest >= (sorted[n - 1] - sorted[0]) / 2;
    free(sorted);
    return split ? middle : NAN;
}

bool stats_split(int n, const double *v, double apart)
{
    return !isnan(stats_split_at(n, v, apart));
}
