/* What figures show of the seeds at one x: their range, and whether they fall into two groups. */
#ifndef NORMLAB_FIGURES_SEEDS_H
#define NORMLAB_FIGURES_SEEDS_H

#include <stdbool.h>

enum { SEEDS_BAND_LEAST = 4 }; /* with fewer seeds there is no band: each seed is drawn */

/* The least and the largest of n values, NaN left out; both NaN for fewer than SEEDS_BAND_LEAST values. */
void seeds_range(int n, const double *v, double *low, double *high);

/* True when the values, NaN left out, fall into two groups: the widest gap between neighbours is `apart` or more, and
 * no smaller than all other gaps together. The mean of two groups says nothing: it lies where no seed is. False
 * for fewer than three values, whose median is their mean. */
bool seeds_split(int n, const double *v, double apart);

#endif
