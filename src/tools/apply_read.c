#include "base/arena.h"
#include "base/error.h"
#include "base/rng.h"
#include "tools/apply_internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_dims(const struct h5_array *a, const struct view *v, struct text *out)
{
    text_add(out, "[");
    for (int i = 0; i < (a ? a->rank : v->rank); i++)
        text_add(out, "%s%zu", i ? "," : "", a ? a->dim[i] : v->dim[v->from[i]]);
    text_add(out, "]");
}

static bool dims_fit(const struct h5_array *a, const struct view *v)
{
    bool fit = a->rank == v->rank;

    for (int i = 0; i < v->rank && fit; i++)
        fit = a->dim[i] == v->dim[v->from[i]];
    return fit;
}

static int read_numbers(struct apply *a, const char *name, struct h5_array *array)
{
    if (h5_read(a->in, name, array))
        return -1;
    if (array->type == H5_TEXT) {
        h5_array_clear(array);
        return error("%s: %s holds text, not numbers", a->in_path, name);
    }
    return 0;
}

/* Reads dataset name into to, in normlab's order. 0 or -1 after a message. */
static int read_tensor(struct apply *a, const char *name, const struct view *v, real *to)
{
    struct h5_array array;
    int r = read_numbers(a, name, &array);

    if (r)
        return r;
    /* A scalar will do for one number, as PyTorch's num_batches_tracked. */
    if (dims_fit(&array, v) || (view_count(v) == 1 && h5_count(&array) == 1)) {
        size_t n = view_count(v);

        for (size_t i = 0; i < n; i++)
            to[view_place(v, i)] = (real)((double *)array.data)[i];
    } else {
        struct text got = {0}, want = {0};

        print_dims(&array, NULL, &got);
        print_dims(NULL, v, &want);
        r = error("%s: %s is %s, should be %s for %s", a->in_path, name, text_str(&got),
                  text_str(&want), a->layer.type->name);
        text_clear(&got);
        text_clear(&want);
    }
    h5_array_clear(&array);
    return r;
}

/* Are the inputs numbers of tokens that the layer has? Data sets have been checked when they were read. */
static int check_tokens(struct apply *a)
{
    int tokens = a->layer.param[0].dim[0];
    size_t n = (size_t)a->n * shape_size(a->layer.in[0]);

    for (size_t i = 0; i < n; i++) {
        double v = (double)a->x[0][i];

        if (!(v >= 0 && v < tokens && v == floor(v)))
            return error("%s: x holds %g; the tokens of %s are whole numbers from 0 to %d",
                         a->in_path, v, a->layer.type->name, tokens - 1);
    }
    return 0;
}

/* The shape of a sample of x, and N. tokens: [N,T] is one number at each position, as PyTorch has it. */
static int read_shape(struct apply *a, const char *name, bool tokens, struct shape *s, int *n)
{
    struct h5_array array;
    bool nchw = a->layout == APPLY_NCHW;
    size_t d[H5_RANK];
    int rank;

    if (read_numbers(a, name, &array))
        return -1;
    rank = array.rank;
    memcpy(d, array.dim, sizeof d);
    h5_array_clear(&array);
    if (rank < 2 || rank > 4)
        return error(
            "%s: %s has rank %d; should be 2 [N,C], 3 [N,T,C] or 4 [N,H,W,C]; tokens [N,T]",
            a->in_path, name, rank);
    for (int i = 0; i < rank; i++)
        if (d[i] == 0 || d[i] > 1 << 28)
            return error("%s: dimension %d of %s is %zu", a->in_path, i, name, d[i]);
    *n = (int)d[0];
    a->plain_tokens = tokens && rank == 2;
    if (a->plain_tokens)
        *s = shape_sequence((int)d[1], 1);
    else if (rank == 2)
        *s = shape_vector((int)d[1]);
    else if (rank == 3)
        *s = nchw ? shape_sequence((int)d[2], (int)d[1]) : shape_sequence((int)d[1], (int)d[2]);
    else
        *s = nchw ? shape_image((int)d[2], (int)d[3], (int)d[1])
                  : shape_image((int)d[1], (int)d[2], (int)d[3]);
    return 0;
}

/* A name at the root that nothing reads, but that is much like one that is read, is a slip. */
static void warn_of_slips(struct apply *a)
{
    static const char *const read[] = {"x", "x2", "dy", "mask", "param", "state", NULL};
    char **names;
    int n = h5_list(a->in, "/", &names);

    for (int i = 0; i < n; i++) {
        const char *near = strlen(names[i]) > 2 ? text_nearest(names[i], read) : NULL;

        if (near && strcmp(near, names[i]))
            warning("%s: %s is not read; did you mean %s?", a->in_path, names[i], near);
        free(names[i]);
    }
    free(names);
}

static int read_mask(struct apply *a)
{
    size_t positions = shape_positions(a->layer.in[0]), want = (size_t)a->n * positions;
    struct h5_array array;
    int r = 0;

    if (!h5_exists(a->in, "mask"))
        return 0;
    if (!a->layer.type->reads_mask)
        return error("%s: %s reads no mask", a->in_path, a->layer.type->name);
    if (read_numbers(a, "mask", &array))
        return -1;
    if (h5_count(&array) != want || array.rank < 1 || array.dim[0] != (size_t)a->n)
        r = error("%s: mask has %zu elements, should be [%d,%zu]", a->in_path, h5_count(&array),
                  a->n, positions);
    a->mask = xcalloc(want, 1);
    for (size_t i = 0; i < want && r == 0; i++)
        a->mask[i] = ((double *)array.data)[i] != 0;
    h5_array_clear(&array);
    return r;
}

/* Is every dataset of a group one of the layer's? */
static int check_names(struct apply *a, const char *group, const struct param *table, int count)
{
    const char *known[LAYER_PARAMS + 1] = {0};
    char **names;
    int n = h5_list(a->in, group, &names), r = 0;

    for (int i = 0; i < count; i++)
        known[i] = table[i].name;
    for (int i = 0; i < n; i++) {
        bool found = false;

        for (int j = 0; j < count; j++)
            found |= strcmp(known[j], names[i]) == 0;
        /* Every state_dict of PyTorch has it; only momentum=cma needs it. */
        found |= count > 0 && strcmp(names[i], "num_batches_tracked") == 0;
        if (!found && r == 0) {
            struct text list = {0};

            for (int j = 0; j < count; j++)
                text_add(&list, " %s", known[j]);
            r = error("%s: %s/%s is nothing that %s has; it has%s", a->in_path, group, names[i],
                      a->layer.type->name, count ? text_str(&list) : " none");
            text_clear(&list);
        }
        free(names[i]);
    }
    free(names);
    return r;
}

static void draw_weight(const struct param *p, real *to)
{
    struct rng r = rng_stream(0, p->name);

    for (size_t i = 0; i < p->count; i++)
        to[i] = (real)(sqrt(2.0 / p->fan_in) * rng_normal(&r));
}

static int read_params(struct apply *a, const char *group, const struct param *table, int count,
                       real *block)
{
    int r = check_names(a, group, table, count);

    for (int i = 0; i < count && r == 0; i++) {
        const struct param *p = &table[i];
        struct view v = view_param(p, a->layout);
        char name[64];

        snprintf(name, sizeof name, "%s/%s", group, p->name);
        if (h5_exists(a->in, name))
            r = read_tensor(a, name, &v, block + p->offset);
        else if (p->role == PARAM_WEIGHT)
            draw_weight(p, block + p->offset);
        else
            for (size_t j = 0; j < p->count; j++)
                block[p->offset + j] = (real)p->initial;
    }
    return r;
}

int apply_set_up(struct apply *a, const char *spec)
{
    struct setup s = {.masked = true};
    const struct layer_type *type;
    char shape[48];
    int n2;

    spec += strspn(spec, " \t\n");
    type = layer_type_find(spec, strcspn(spec, " \t\n"));
    if (read_shape(a, "x", type && type->takes_tokens, &a->layer.in[0], &a->n))
        return -1;
    a->layer.inputs = type && type->inputs ? type->inputs : 1;
    if (a->layer.inputs == 2) {
        if (!h5_exists(a->in, "x2"))
            return error("%s: %s takes two inputs, x and x2; there is no x2", a->in_path,
                         type->name);
        if (read_shape(a, "x2", false, &a->layer.in[1], &n2))
            return -1;
        if (n2 != a->n)
            return error("%s: x holds %d samples and x2 %d", a->in_path, a->n, n2);
    }
    s.max_n = a->n;
    s.min_train_n = a->eval ? 0 : a->n;
    if (layer_setup(&a->layer, spec, "layer", &s)) {
        shape_print(shape, a->layer.in[0]);
        return error("%s on %d samples of %s: %s", spec, a->n, shape, s.message);
    }
    return 0;
}

static int read_output_gradient(struct apply *a)
{
    struct view v = apply_output_view(a),
                flat = view_samples((size_t)a->n, a->layer.out, APPLY_NHWC);
    struct h5_array array;
    int r;

    a->has_dy = h5_exists(a->in, "dy");
    if (!a->has_dy)
        return 0;
    if (v.rank == flat.rank)
        return read_tensor(a, "dy", &v, a->dy);
    r = read_tensor(a, "dy", &flat, a->y); /* y is free still: checks the shape */
    if (r || read_numbers(a, "dy", &array))
        return -1;
    for (size_t i = 0; i < view_count(&v); i++)
        a->dy[view_place(&v, i)] = (real)((double *)array.data)[i];
    h5_array_clear(&array);
    return 0;
}

int apply_load(struct apply *a)
{
    static const char *const name[LAYER_INPUTS] = {"x", "x2"};
    int r = 0;

    warn_of_slips(a);
    for (int i = 0; i < a->layer.inputs && r == 0; i++) {
        struct shape in = a->plain_tokens ? shape_vector(a->layer.in[i].h) : a->layer.in[i];
        struct view v = view_samples((size_t)a->n, in, a->layout);

        r = read_tensor(a, name[i], &v, a->x[i]);
    }
    if (r == 0 && a->layer.type->takes_tokens)
        r = check_tokens(a);
    if (r == 0)
        r = read_params(a, "param", a->layer.param, a->layer.params, a->param);
    if (r == 0)
        r = read_params(a, "state", a->layer.state, a->layer.states, a->state);
    if (r == 0)
        r = read_mask(a);
    return r ? r : read_output_gradient(a);
}
