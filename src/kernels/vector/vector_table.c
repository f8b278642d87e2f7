/*
 * The vector kernels: one source for every instruction set. CMake compiles it once for each set, and defines
 * VECTOR_BYTES, VECTOR_TABLE (as kernels_avx2) and VECTOR_NAME. Results equal those of the plain kernels up to
 * rounding; tests/test_kernels.c checks this.
 *
 * Partial sums are computed in real, in several lanes, and then added in double. A partial sum is over
 *   the rows of one call       in columns_moments
 *   at most BLOCK rows         in columns_sums, columns_absolute, and for dgamma and dbeta in rows_backward
 *   at most SPAN elements      in sums along a row
 *   at most CHUNK elements     in optimizers
 *   MATMUL_BLOCK terms         in matmul, where the partial sums, too, are added in real
 */
#include "kernels/vector/vector_columns.h"
#include "kernels/vector/vector_deviations.h"
#include "kernels/vector/vector_flat.h"
#include "kernels/vector/vector_matmul.h"
#include "kernels/vector/vector_random.h"
#include "kernels/vector/vector_rows.h"
#include "kernels/vector/vector_winograd.h"

#define ENTRY(name) .name = name
#ifdef NORMLAB_REAL_DOUBLE
#include "kernels/plain.h"
#define ENTRY_BY_EXP(name) .name = plain_##name
#else
#include "kernels/vector/vector_cells.h"
#include "kernels/vector/vector_exp.h"
#define ENTRY_BY_EXP(name) ENTRY(name)
#endif

const struct kernels VECTOR_TABLE = {
    .name = VECTOR_NAME, KERNELS(ENTRY), KERNELS_BY_EXP(ENTRY_BY_EXP)};
