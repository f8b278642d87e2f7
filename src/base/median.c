#include "base/median.h"
#include <math.h>

/* Returns the value that v[k] would have if v[0..n) were sorted. Reorders v so that v[k] is that value, no value before
 * v[k] is larger, and no value after v[k] is smaller. */
static double select(double *v, int n, int k)
{
    int low = 0, high = n - 1;

    while (low < high) {
        double pivot = v[low + (high - low) / 2];
        int i = low - 1, j = high + 1;

        for (;;) {
            do
                i++;
            while (v[i] < pivot);
            do
                j--;
            while (v[j] > pivot);
            if (i >= j)
                break;
            double t = v[i];

            v[i] = v[j];
            v[j] = t;
        }
        if (k <= j)
            high = j;
        else
            low = j + 1;
    }
    return v[k];
}

double median(double *v, int n)
{
    double upper, lower;

    if (n == 0)
        return NAN;
    upper = lower = select(v, n, n / 2);
    if (n % 2 == 0) {
        lower = v[0];
        for (int i = 1; i < n / 2; i++)
            lower = v[i] > lower ? v[i] : lower;
    }
    return (lower + upper) / 2;
}
