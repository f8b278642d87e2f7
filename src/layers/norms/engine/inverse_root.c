#include "layers/norms/inverse_root.h"
#include <string.h>

/* C = A B, plus C when add is true. */
static void product(const struct kernels *k, size_t d, const real *a, const real *b, bool add,
                    real *c)
{
    int n = (int)d;
    struct matmul p = {.m = n, .n = n, .k = n, .a = a, .a_row = d, .a_column = 1};

    p.b = b;
    p.ldb = p.ldc = p.ld_from = d;
    p.from = add ? c : NULL;
    p.c = c;
    k->matmul(&p);
}

void inverse_root(const struct kernels *k, size_t d, int iterations, const real *s, real *p,
                  real *work)
{
    real *last = work, *square = work + d * d, *cube = work + 2 * d * d;

    memset(last, 0, d * d * sizeof *last);
    for (size_t i = 0; i < d; i++)
        last[i * (d + 1)] = 1;
    for (int t = 0; t < iterations; t++, last = p, p += d * d) {
        product(k, d, last, last, false, square);
        product(k, d, square, last, false, cube);
        product(k, d, cube, s, false, p);
        for (size_t i = 0; i < d * d; i++)
            p[i] = (real)(1.5 * last[i] - 0.5 * p[i]);
    }
}

/* One iteration backward. On entry, g is the gradient of (3 p - p^3 S) / 2; on return it is that of p. Adds the
 * gradient of S to ds. p and S are symmetric. */
static void backward_iteration(const struct kernels *k, size_t d, const real *s, const real *p,
                               real *g, real *ds, real *work)
{
    real *a = work, *b = work + d * d, *c = work + 2 * d * d;

    product(k, d, p, g, false, a);
    product(k, d, p, a, false, b);
    product(k, d, p, b, false, a); /* p^3 g */
    for (size_t i = 0; i < d * d; i++)
        ds[i] -= (real)0.5 * a[i];
    product(k, d, g, s, false, a);
    product(k, d, a, p, false, b);
    product(k, d, b, p, false, c);
    product(k, d, p, a, true, b);
    product(k, d, p, b, true, c); /* g S p^2 + p g S p + p^2 g S */
    for (size_t i = 0; i < d * d; i++)
        g[i] = (real)(1.5 * g[i] - 0.5 * c[i]);
}

void inverse_root_backward(const struct kernels *k, size_t d, int iterations, const real *s,
                           const real *p, real *g, real *ds, real *work)
{
    memset(ds, 0, d * d * sizeof *ds);
    for (int t = iterations - 1; t > 0; t--)
        backward_iteration(k, d, s, p + (size_t)(t - 1) * d * d, g, ds, work);
    for (size_t i = 0; i < d * d; i++) /* P_0 is the identity */
        ds[i] -= (real)0.5 * g[i];
}
