/* Whether the values of seeds fall into two groups. */
#include "stats/stats.h"
#include <math.h>
#include <stdlib.h>

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
