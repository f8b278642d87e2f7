/* In which order a file stores the elements of a tensor. */
#include "tools/apply_internal.h"
#include <string.h>

/* Returns t with file_rank and file_dim computed from rank, dim and from. */
static struct tensor with_file_dims(struct tensor t)
{
    t.file_rank = t.rank;
    for (int i = 0; i < t.rank; i++)
        t.file_dim[i] = t.dim[t.from[i]];
    return t;
}

int dimension_of_samples(int rank, int i, enum apply_layout layout)
{
    if (layout == APPLY_NHWC || i == 0)
        return i;
    return i == 1 ? rank - 1 : i - 1;
}

struct tensor tensor_of_samples(size_t n, struct shape s, enum apply_layout layout)
{
    struct tensor t = {.rank = s.rank + 1, .dim = {n, (size_t)s.h, (size_t)s.w}};

    t.dim[s.rank] = (size_t)s.c;
    for (int i = 0; i < t.rank; i++)
        t.from[i] = dimension_of_samples(t.rank, i, layout);
    return with_file_dims(t);
}

struct tensor tensor_of_param(const struct param *p, enum apply_layout layout)
{
    /* `from` of a weight of rank 0 to 4 in PyTorch's order */
    static const int torch_order[5][4] = {{0}, {0}, {1, 0}, {2, 1, 0}, {3, 2, 0, 1}};
    bool reordered =
        layout == APPLY_NCHW && !p->is_table && (p->role == PARAM_WEIGHT || p->role == PARAM_OTHER);
    struct tensor t = {.rank = p->rank};

    for (int i = 0; i < p->rank; i++) {
        t.dim[i] = (size_t)p->dim[i];
        t.from[i] = reordered ? torch_order[p->rank][i] : i;
    }
    return with_file_dims(t);
}

struct tensor apply_output(const struct apply *a)
{
    const struct layer *l = &a->instance.layer;
    struct tensor y = tensor_of_samples((size_t)a->n, l->out, a->layout), t;

    if (strcmp(l->type->name, "flatten"))
        return y;
    t = tensor_of_samples((size_t)a->n, l->in[0], a->layout);
    t.file_rank = y.file_rank;
    memcpy(t.file_dim, y.file_dim, sizeof t.file_dim);
    return t;
}

size_t tensor_count(const struct tensor *t)
{
    size_t n = 1;

    for (int i = 0; i < t->rank; i++)
        n *= t->dim[i];
    return n;
}

size_t tensor_index(const struct tensor *t, size_t i)
{
    size_t coordinate[5], index = 0;

    for (int d = t->rank - 1; d >= 0; d--) {
        size_t extent = t->dim[t->from[d]];

        coordinate[t->from[d]] = i % extent;
        i /= extent;
    }
    for (int d = 0; d < t->rank; d++)
        index = index * t->dim[d] + coordinate[d];
    return index;
}
