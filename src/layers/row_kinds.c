#include "layers/row_kinds.h"
#include "kernels/kernels.h"
#include <string.h>

/* Returns the kind of sample i's row at step t. As in the embedding, a number that is not above 0 counts as 0. */
static size_t kind_at(const struct row_kinds *k, size_t i, size_t t)
{
    real number = k->number[i * k->steps + t];

    return number > 0 ? (size_t)number : 0;
}

void row_kinds_collect(const struct row_kinds *k, size_t c, const real *x, real *table)
{
    memset(table, 0, k->count * c * sizeof *table);
    for (size_t i = 0; i < k->n; i++)
        for (size_t t = 0; t < k->steps; t++, x += c)
            memcpy(table + kind_at(k, i, t) * c, x, c * sizeof *x);
}

void row_kinds_look_up(const struct row_kinds *k, size_t t, size_t width, const real *table,
                       real *rows)
{
    for (size_t i = 0; i < k->n; i++)
        memcpy(rows + i * width, table + kind_at(k, i, t) * width, width * sizeof *rows);
}

void row_kinds_add(const struct row_kinds *k, const struct kernels *kernels, size_t t, size_t width,
                   const real *rows, real *table)
{
    for (size_t i = 0; i < k->n; i++) {
        real *sum = table + kind_at(k, i, t) * width;

        kernels->sum(width, sum, rows + i * width, sum);
    }
}

void row_kinds_spread(const struct row_kinds *k, size_t first, size_t end, size_t c, real *table,
                      bool add, real *dx)
{
    for (size_t i = 0; i < k->n; i++)
        for (size_t t = first; t < end; t++) {
            real *from = table + kind_at(k, i, t) * c;

            gradient_write(c, from, dx + (i * k->steps + t) * c, add);
            memset(from, 0, c * sizeof *from);
        }
}
