/* real: the number type of tensors. It is float, or double in a build with REAL=double, for gradient checks. */
#ifndef NORMLAB_BASE_REAL_H
#define NORMLAB_BASE_REAL_H

#include <float.h>

#ifdef NORMLAB_REAL_DOUBLE
typedef double real;
#define REAL_EPSILON DBL_EPSILON
#define REAL_MIN     DBL_MIN
#define REAL_MAX     DBL_MAX
#define REAL_NAME    "double"
#else
typedef float real;
#define REAL_EPSILON FLT_EPSILON
#define REAL_MIN     FLT_MIN /* the smallest normal number */
#define REAL_MAX     FLT_MAX
#define REAL_NAME    "float"
#endif

#endif
