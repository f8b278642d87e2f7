#include "tools/tensor.h"

struct view view_samples(size_t n, struct shape s, enum apply_layout layout)
{
    struct view v = {.rank = s.rank + 1, .dim = {n}};

    if (s.rank == 3)
        v.dim[1] = (size_t)s.h, v.dim[2] = (size_t)s.w;
    if (s.rank == 2)
        v.dim[1] = (size_t)s.h;
    v.dim[s.rank] = (size_t)s.c;
    for (int i = 0; i < v.rank; i++)
        v.from[i] = layout == APPLY_NHWC || i == 0 ? i : i == 1 ? s.rank : i - 1;
    return v;
}

struct view view_param(const struct param *p, enum apply_layout layout)
{
    static const int by_rank[5][4] = {{0}, {0}, {1, 0}, {2, 1, 0}, {3, 2, 0, 1}};
    bool turned = layout == APPLY_NCHW && p->role == PARAM_WEIGHT && !p->is_table;
    struct view v = {.rank = p->rank};

    for (int i = 0; i < p->rank; i++) {
        v.dim[i] = (size_t)p->dim[i];
        v.from[i] = turned ? by_rank[p->rank][i] : i;
    }
    return v;
}

size_t view_count(const struct view *v)
{
    size_t n = 1;

    for (int i = 0; i < v->rank; i++)
        n *= v->dim[i];
    return n;
}

size_t view_place(const struct view *v, size_t at)
{
    size_t index[5], place = 0;

    for (int i = v->rank - 1; i >= 0; i--) {
        size_t extent = v->dim[v->from[i]];

        index[v->from[i]] = at % extent;
        at /= extent;
    }
    for (int i = 0; i < v->rank; i++)
        place = place * v->dim[i] + index[i];
    return place;
}
