/*
 * The vector kernels: one source for every instruction set. CMake compiles it once for each, with VECTOR_BYTES,
 * VECTOR_TABLE (kernels_avx2, ...) and VECTOR_NAME defined. Results are those of the plain kernels to rounding, which
 * tests/test_kernels.c checks.
 *
 * Sums are taken in real over the rows of one call (columns_moments), over BLOCK rows (columns_sums) or over SPAN elements
 * of a row, in several lanes, and then in double. Those of matmul, in blocks of MATMUL_BLOCK terms, are all in real.
 */
#include "kernels/vector/vector_columns.h"
#include "kernels/vector/vector_flat.h"
#include "kernels/vector/vector_matmul.h"
#include "kernels/vector/vector_rows.h"
#include "kernels/vector/vector_winograd.h"
#ifdef NORMLAB_REAL_DOUBLE
#include "kernels/plain.h"
#else
#include "kernels/vector/vector_cells.h"
#include "kernels/vector/vector_exp.h"
#endif

const struct kernels VECTOR_TABLE = {.name = VECTOR_NAME,
#define VECTOR(name) .name = name,
#define PLAIN(name)  .name = plain_##name,
                                     KERNELS(VECTOR)
#ifdef NORMLAB_REAL_DOUBLE
                                         KERNELS_BY_EXP(PLAIN)
#else
                                          KERNELS_BY_EXP(VECTOR)
#endif
};
