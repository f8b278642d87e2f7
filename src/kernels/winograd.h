/*
 * Winograd's F(4x4, 3x3) for 3x3 convolutions with stride 1 (Lavin & Gray 2015): a tile of 6x6 inputs d gives a tile of
 * 4x4 outputs by 36 multiplications, instead of the 144 of the sum over taps:
 *   y = A^T [(G g G^T) * (B^T d B)] A     (* : element by element; their equation 8)
 * The values of one of the 36 elements in all tiles are called a plane.
 *
 * The matrices follow from five numbers, the points at which polynomials are evaluated, and infinity. With the points x_j,
 * row j of A is (1, x_j, x_j^2, x_j^3), row j of G is (1, x_j, x_j^2) / product over k != j of (x_j - x_k), and row j of
 * B^T has the coefficients of the polynomial product over k != j of (x - x_k). The last rows are for infinity: in A and
 * G a 1 after zeros, and in B^T the coefficients of the product of (x - x_k) over all points.
 *
 * The points decide how exact the result is. Sets of opposite and inverse numbers are more exact than 0, +-1, +-2
 * (Barabasz et al. 2020, Alam et al. 2022). The table has errors in float of y, dx and dw with 2 samples of C x H x W: the
 * root mean square of the errors over that of the values, in units of 2^-24 (tests/golden/winograd_points.py):
 *
 *                               16x32x32        64x56x56       128x28x28
 *   sum over taps             1.4  1.6  4.3   2.0  2.6  3.4   2.6  3.6  3.4
 *   F(2x2): 0, +-1            2.4  2.8 10.1   3.8  4.4  8.1   5.1  6.0  9.0
 *   0, +-1, +-2              15.4 18.0 16.6  23.3 28.7 17.9  31.4 39.6 18.3
 *   0, +-1, 1/2, -2          10.5 12.6 11.5  15.4 18.9 12.2  20.8 25.7 12.4
 *   0, +-sqrt(1/2), +-sqrt(2) 7.4  8.9  8.6  11.1 13.7  8.8  15.0 18.6  8.9
 *   0, +-2/3, +-3/2           7.3  8.8  8.0  10.7 13.1  8.5  14.4 17.7  8.8
 *
 * The code uses the points of the last line. tests/test_winograd.c fails when the code's errors are above 4 times those
 * of F(2x2) in the table of winograd_points.py.
 */
#ifndef NORMLAB_KERNELS_WINOGRAD_H
#define NORMLAB_KERNELS_WINOGRAD_H

#include "base/real.h"

/* The height and width of a tile of outputs and of a tile of inputs. */
enum { WINOGRAD_OUT = 4, WINOGRAD_IN = 6, WINOGRAD_PLANES = WINOGRAD_IN * WINOGRAD_IN };

/* The points are 0, P, -P, Q and -Q. The code relies on P Q = 1. */
#define WINOGRAD_P ((real)2 / 3)
#define WINOGRAD_Q ((real)3 / 2)

#endif
