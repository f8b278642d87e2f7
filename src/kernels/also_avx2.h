/* ALSO_AVX2 before a function: the compiler makes a second version of the function for AVX2, which runs on CPUs that
 * have it. The macro is for loops that the compiler vectorizes. Both versions give the same bits: the compiler reorders
 * no sums, and AVX2 has no fused multiply-add. Loops that need more speed, and whose bits may differ, are kernels
 * (kernels.h). */
#ifndef NORMLAB_KERNELS_ALSO_AVX2_H
#define NORMLAB_KERNELS_ALSO_AVX2_H

#include <limits.h> /* defines __GLIBC__; glibc's dynamic loader chooses the version */

/* The dynamic loader runs the code that chooses; under a sanitizer that code would call the sanitizer before it is
 * initialized. clang 14 does not link calls from other files to the chosen version. */
#if defined __x86_64__ && defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ &&                    \
    !defined __SANITIZE_THREAD__ && !defined __clang__
#define ALSO_AVX2 __attribute__((target_clones("default", "avx2")))
#else
#define ALSO_AVX2
#endif

#endif
