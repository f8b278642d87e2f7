/* The median, computed without allocating memory. */
#ifndef NORMLAB_BASE_MEDIAN_H
#define NORMLAB_BASE_MEDIAN_H

/* Returns the median of v[0..n), and reorders v. No value may be NaN. For an even n the median is the mean of the two
 * middle values; for n = 0 it is NaN. Quickselect (Hoare 1961): the time is proportional to n, on average. qsort() is
 * not used: it may allocate memory, and a training step must not. */
double median(double *v, int n);

#endif
