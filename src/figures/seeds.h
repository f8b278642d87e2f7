/* How figures show the seeds at one x: their range, and whether they fall into two groups. */
#ifndef NORMLAB_FIGURES_SEEDS_H
#define NORMLAB_FIGURES_SEEDS_H

#include <stdbool.h>

/* with fewer seeds than this there is no band, and each seed is drawn */
enum { SEEDS_BAND_LEAST = 4 };

/* Sets *low and *high to the least and the largest of v[n] without NaN; both are NaN when there are fewer than
 * SEEDS_BAND_LEAST values. */
void seeds_range(int n, const double *v, double *low, double *high);

/* True when the values v[n] without NaN fall into two groups: the widest gap between neighbours is at least `apart`
 * and at least half of the range. The mean of two groups would be misleading, because it is where no seed is. Always
 * false for fewer than three values: their median is their mean. */
bool seeds_split(int n, const double *v, double apart);

#endif
