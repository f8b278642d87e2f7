#include "kernels/subnormals.h"
#ifdef __SSE__
#include <xmmintrin.h>

enum { FLUSH_RESULTS = 1 << 15, READ_AS_ZERO = 1 << 6 }; /* bits of the register MXCSR */

unsigned subnormals_flush(void)
{
    unsigned before = _mm_getcsr();

    _mm_setcsr(before | FLUSH_RESULTS | READ_AS_ZERO);
    return before;
}

void subnormals_restore(unsigned before)
{
    _mm_setcsr(before);
}
#else
unsigned subnormals_flush(void)
{
    return 0;
}

void subnormals_restore(unsigned before)
{
    (void)before;
}
#endif
