/* Calls CBLAS; no other file does. */
#include "base/arena.h"
#include "kernels/kernels.h"
#include <cblas.h>
#include <openblas_config.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

void gemm(bool ta, bool tb, int m, int n, int k, const real *a, int lda, const real *b, int ldb,
          bool add, real *c, int ldc)
{
    enum CBLAS_TRANSPOSE opa = ta ? CblasTrans : CblasNoTrans;
    enum CBLAS_TRANSPOSE opb = tb ? CblasTrans : CblasNoTrans;
    real beta = add ? 1 : 0;

#ifdef NORMLAB_REAL_DOUBLE
    cblas_dgemm(CblasRowMajor, opa, opb, m, n, k, 1, a, lda, b, ldb, beta, c, ldc);
#else
    cblas_sgemm(CblasRowMajor, opa, opb, m, n, k, 1, a, lda, b, ldb, beta, c, ldc);
#endif
}

void gemm_library(char *out, size_t size)
{
    snprintf(out, size, "%s, kernel %s", openblas_get_config(), openblas_get_corename());
}

/* The address space that a thread of OpenBLAS 0.3 takes: 128 MiB, of which it uses a part, and 1 MiB to spare. */
#define BUFFER_BYTES ((size_t)129 << 20)

bool gemm_reserve(int threads)
{
    enum { N = 128 }; /* for smaller products OpenBLAS takes no memory */
    size_t size = (size_t)threads * BUFFER_BYTES;
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    real *zero;

    if (p == MAP_FAILED || munmap(p, size))
        return false;
    zero = xcalloc(2 * N * N, sizeof *zero);
    gemm(false, false, N, N, N, zero, N, zero, N, false, zero + N * N, N);
    free(zero);
    return true;
}
