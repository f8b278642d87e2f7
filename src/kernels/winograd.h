/*
 * Winograd's F(4x4, 3x3) for 3x3 convolutions with stride 1 (Lavin & Gray 2015): a tile of 6x6 inputs gives a tile of
 * 4x4 outputs by 36 multiplications, instead of the 144 of the sum over taps:
 *   y = A^T [(G g G^T) * (B^T d B)] A     (* : element by element; their equation 8)
 * The values of one of the 36 elements in all tiles are called a plane.
 */
#ifndef NORMLAB_KERNELS_WINOGRAD_H
#define NORMLAB_KERNELS_WINOGRAD_H

#include "base/real.h"

enum { WINOGRAD_OUT = 4, WINOGRAD_IN = 6, WINOGRAD_PLANES = WINOGRAD_IN * WINOGRAD_IN };

#define WINOGRAD_P ((real)2 / 3)
#define WINOGRAD_Q ((real)3 / 2)

#endif
