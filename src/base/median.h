/* The median, without allocation. */
#ifndef NORMLAB_BASE_MEDIAN_H
#define NORMLAB_BASE_MEDIAN_H

/* The median of v[0..n), which is reordered: the mean of the two middle values for an even n, NaN for n = 0.
 * Quickselect (Hoare 1961): its time is proportional to n, on average. qsort() may allocate, which a training step
 * must not. */
double median(double *v, int n);

#endif
