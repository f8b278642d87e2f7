#include "layers/unit_vectors.h"
#include <math.h>

static double dot(size_t n, const real *a, const real *b)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += (double)a[i] * b[i];
    return sum;
}

void unit_vectors_forward(size_t count, size_t d, real *v, real *r)
{
    for (size_t k = 0; k < count; k++, v += d) {
        r[k] = (real)(1 / sqrt(dot(d, v, v)));
        if (isinf(r[k]))
            r[k] = 0;
        for (size_t i = 0; i < d; i++)
            v[i] *= r[k];
    }
}

double unit_vectors_backward(size_t count, size_t d, const real *u, const real *r, real scale,
                             real *w)
{
    double sum = 0;

    for (size_t k = 0; k < count; k++, u += d, w += d) {
        double along = dot(d, u, w);

        for (size_t i = 0; i < d; i++)
            w[i] = (real)((w[i] - u[i] * along) * scale * r[k]);
        sum += along;
    }
    return sum;
}
