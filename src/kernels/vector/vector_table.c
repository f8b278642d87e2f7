/*
 * The vector kernels: one source for every instruction set. CMake compiles it once for each, with VECTOR_BYTES,
 * VECTOR_TABLE (kernels_avx2, ...) and VECTOR_NAME defined. Results are those of the plain kernels to rounding, which
 * tests/test_kernels.c checks.
 *
 * Sums are taken in real over the rows of one call (columns_moments), over BLOCK rows (columns_sums) or over SPAN
 * elements of a row, in several lanes, and then in double. Those of matmul, in blocks of MATMUL_BLOCK terms, are all
 * in real.
 */
#include "kernels/vector/vector_columns.h"
#include "kernels/vector/vector_flat.h"
#include "kernels/vector/vector_matmul.h"
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
