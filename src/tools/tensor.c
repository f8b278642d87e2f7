#include "tools/tensor.h"

struct tensor tensor_of_samples(size_t n, struct shape s, enum apply_layout layout)
{
    struct tensor t = {.rank = s.rank + 1, .dim = {n}};

    if (s.rank == 3)
        t.dim[1] = (size_t)s.h, t.dim[2] = (size_t)s.w;
    if (s.rank == 2)
        t.dim[1] = (size_t)s.h;
    t.dim[s.rank] = (size_t)s.c;
    for (int i = 0; i < t.rank; i++)
        t.from[i] = layout == APPLY_NHWC || i == 0 ? i : i == 1 ? s.rank : i - 1;
    return t;
}

struct tensor tensor_of_param(const struct param *p, enum apply_layout layout)
{
    static const int by_rank[5][4] = {{0}, {0}, {1, 0}, {2, 1, 0}, {3, 2, 0, 1}};
    bool turned = layout == APPLY_NCHW && p->role == PARAM_WEIGHT && !p->is_table;
    struct tensor t = {.rank = p->rank};

    for (int i = 0; i < p->rank; i++) {
        t.dim[i] = (size_t)p->dim[i];
        t.from[i] = turned ? by_rank[p->rank][i] : i;
    }
    return t;
}

size_t tensor_count(const struct tensor *t)
{
    size_t n = 1;

    for (int i = 0; i < t->rank; i++)
        n *= t->dim[i];
    return n;
}

size_t tensor_index(const struct tensor *t, size_t at)
{
    size_t coordinate[5], index = 0;

    for (int i = t->rank - 1; i >= 0; i--) {
        size_t extent = t->dim[t->from[i]];

        coordinate[t->from[i]] = at % extent;
        at /= extent;
    }
    for (int i = 0; i < t->rank; i++)
        index = index * t->dim[i] + coordinate[i];
    return index;
}
