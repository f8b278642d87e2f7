/* The median, for times that a training step takes down. */
#ifndef NORMLAB_BASE_MEDIAN_H
#define NORMLAB_BASE_MEDIAN_H

/* Of v[0..n), which is reordered; the mean of the middle two where n is even, NaN where it is 0. Allocates
 * nothing, as qsort() may. Quickselect (Hoare 1961): takes time in proportion to n, on average. */
double median(double *v, int n);

#endif
