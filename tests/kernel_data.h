/* Arrays for tests of kernels: inputs that are not aligned, and outputs with guard values around them. */
#ifndef NORMLAB_TESTS_KERNEL_DATA_H
#define NORMLAB_TESTS_KERNEL_DATA_H

#include "kernels/kernels.h"
#include "support.h"

/* DYADIC: multiples of 1/4 in [-4, 4], whose products and sums are exact in any order. */
enum numbers { DYADIC, NORMAL };

/* Returns n random numbers from the stream of this name, in memory without spare room. input_free() frees them. */
real *input_new(size_t n, enum numbers numbers, const char *stream);
void input_free(real *v);

/* Returns an array of n reals, a copy of `initial` (NULL: NaN). output_free() frees it, and fails the test when a value before
 * or after the array has changed. */
real *output_new(size_t n, const real *initial);
void output_free(const char *what, real *v, size_t n);

/* Fails unless |got - want| <= epsilons * REAL_EPSILON * size[i] for all n; NaN equals NaN. size: for a sum, the sum of the
 * absolute values of its terms; NULL: |want|. */
void assert_near(const char *what, size_t n, const real *got, const real *want, const double *size,
                 double epsilons);
void assert_sums_near(const char *what, size_t n, const double *got, const double *want,
                      const double *size, double epsilons);

#endif
