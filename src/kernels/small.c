/* Kernels that are the same for every instruction set. */
#include "kernels/kernels.h"
#include <string.h>

void columns_merge(int c, struct column_moments *a, const struct column_moments *b)
{
    double count = a->count + b->count, part, cross;

    if (b->count == 0)
        return;
    part = b->count / count;
    cross = a->count * part;
    a->count = count;
    for (int j = 0; j < c; j++) {
        double delta = b->mean[j] - a->mean[j];

        a->mean[j] += delta * part;
        a->m2[j] += b->m2[j] + delta * delta * cross;
    }
}

void column_sums(size_t rows, int c, const real *x, bool add, real *sum)
{
    enum { BLOCK = 64 };

    for (int first = 0; first < c; first += BLOCK) {
        int n = c - first < BLOCK ? c - first : BLOCK;
        double total[BLOCK] = {0};

        for (size_t r = 0; r < rows; r++)
            for (int j = 0; j < n; j++)
                total[j] += x[r * c + first + j];
        for (int j = 0; j < n; j++)
            sum[first + j] = (real)(add ? sum[first + j] + total[j] : total[j]);
    }
}

void gradient_write(size_t n, const real *g, real *dx, bool add)
{
    if (!add)
        memcpy(dx, g, n * sizeof *dx);
    else
        for (size_t i = 0; i < n; i++)
            dx[i] += g[i];
}
