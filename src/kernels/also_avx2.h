/* ALSO_AVX2 before a function: it is compiled for AVX2, too, and the program takes this version where the CPU has it. It is for
 * loops that the compiler vectorizes. They have the same bits either way: the compiler reorders no sums, and AVX2 has no
 * fused multiplication and addition. For more speed, and where bits may differ, there are the tables of kernels. */
#ifndef NORMLAB_KERNELS_ALSO_AVX2_H
#define NORMLAB_KERNELS_ALSO_AVX2_H

#include <limits.h> /* __GLIBC__, whose loader chooses the version */

/* The code that chooses runs in the loader. With a sanitizer it would call the sanitizer before that has started. With clang
 * 14 calls from other files are not linked to it. */
#if defined __x86_64__ && defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ &&                    \
    !defined __SANITIZE_THREAD__ && !defined __clang__
#define ALSO_AVX2 __attribute__((target_clones("default", "avx2")))
#else
#define ALSO_AVX2
#endif

#endif
