/* Calls CBLAS; no other file does. */
#include "kernels/kernels.h"
#include <cblas.h>
#include <openblas_config.h>
#include <stdio.h>

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
