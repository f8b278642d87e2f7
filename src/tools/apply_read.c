/* Reads the input file of apply. */
#include "base/error.h"
#include "tools/apply_internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a dataset of numbers; h5_array_clear() frees it. Returns 0, or -1 after a message, with nothing to free. */
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

/* Copies numbers of a file to `to`, in normlab's order. p: the parameter or the state tensor that they are for, which
 * must be able to have these values; NULL for inputs and gradients. Returns 0, or -1 after a message. */
static int take_numbers(struct apply *a, const char *name, const struct param *p, struct tensor t,
                        const double *from, real *to)
{
    size_t n = tensor_count(&t);
    double *ordered = xcalloc(n, sizeof *ordered);
    char why[LAYER_MESSAGE];
    int r = 0;

    for (size_t i = 0; i < n; i++) {
        ordered[tensor_index(&t, i)] = from[i];
        if (isfinite(from[i]) && fabs(from[i]) > REAL_MAX && !p && r == 0)
            r = error("%s: %s holds %g, which does not fit into this build's type, " REAL_NAME,
                      a->in_path, name, from[i]);
    }
    if (r == 0 && p && layer_check_values(p, ordered, why))
        r = error("%s: %.*s%s", a->in_path, (int)(strlen(name) - strlen(p->name)), name, why);
    for (size_t i = 0; i < n && r == 0; i++)
        to[i] = (real)ordered[i];
    free(ordered);
    return r;
}

/* Reads a dataset into `to`, in normlab's order. p: as in take_numbers(). Returns 0, or -1 after a message. */
static int read_tensor(struct apply *a, const char *name, const struct param *p, struct tensor t,
                       real *to)
{
    size_t n = tensor_count(&t);
    struct text got = {0}, want = {0};
    struct h5_array array;
    int r = 0;

    if (read_numbers(a, name, &array))
        return -1;
    for (int i = 0; i < array.rank; i++)
        text_add_item(&got, ",", "%zu", array.dim[i]);
    for (int i = 0; i < t.file_rank; i++)
        text_add_item(&want, ",", "%zu", t.file_dim[i]);
    /* A tensor with one element may be a scalar in the file, as num_batches_tracked is in PyTorch. */
    if (strcmp(text_str(&got), text_str(&want)) == 0 || (n == 1 && h5_count(&array) == 1))
        r = take_numbers(a, name, p, t, array.data, to);
    else
        r = error("%s: %s is [%s], should be [%s] for %s", a->in_path, name, text_str(&got),
                  text_str(&want), a->instance.layer.type->name);
    text_clear(&got);
    text_clear(&want);
    h5_array_clear(&array);
    return r;
}

/* ---- the layer ---- */

/* Reads the shape of dataset `name`. *n becomes the number of samples, *s the shape of one sample. tokens: true when the
 * layer takes tokens; a dataset [N,T] then has one token at each position, as in PyTorch. Returns 0, or -1 after a
 * message. */
static int read_shape(struct apply *a, const char *name, bool tokens, struct shape *s, int *n)
{
    struct h5_array array;
    size_t dim[H5_RANK];
    int d[4] = {0}, rank;

    if (read_numbers(a, name, &array))
        return -1;
    rank = array.rank;
    memcpy(dim, array.dim, sizeof dim);
    h5_array_clear(&array);
    if (rank < 2 || rank > 4)
        return error(
            "%s: %s has rank %d; should be 2 [N,C], 3 [N,T,C] or 4 [N,H,W,C]; tokens [N,T]",
            a->in_path, name, rank);
    for (int i = 0; i < rank; i++) {
        if (dim[i] == 0 || dim[i] > 1 << 28)
            return error("%s: dimension %d of %s is %zu", a->in_path, i, name, dim[i]);
        d[dimension_of_samples(rank, i, a->layout)] = (int)dim[i];
    }
    *n = d[0];
    a->plain_tokens = tokens && rank == 2;
    *s = a->plain_tokens ? shape_sequence(d[1], 1)
         : rank == 2     ? shape_vector(d[1])
         : rank == 3     ? shape_sequence(d[1], d[2])
                         : shape_image(d[1], d[2], d[3]);
    return 0;
}

int apply_set_up(struct apply *a, const char *spec)
{
    const struct layer_type *type = layer_type_of(spec);
    struct setup s = {.masked = true};
    struct shape in[LAYER_INPUTS];
    char shape[48];
    int n2;

    if (read_shape(a, "x", type && type->takes_tokens, &in[0], &a->n))
        return -1;
    if (layer_inputs_of(spec) == 2) {
        if (!h5_exists(a->in, "x2"))
            return error("%s: %s takes two inputs, x and x2; there is no x2", a->in_path,
                         type->name);
        if (read_shape(a, "x2", false, &in[1], &n2))
            return -1;
        if (n2 != a->n)
            return error("%s: x holds %d sample%s and x2 %d", a->in_path, a->n, plural(a->n), n2);
    }
    s.max_n = a->n;
    s.min_train_n = a->eval ? 0 : a->n;
    if (instance_open(&a->instance, spec, in, &s)) {
        shape_print(shape, in[0]);
        return error("%s on %d sample%s of %s: %s", spec + strspn(spec, " \t\n"), a->n,
                     plural(a->n), shape, a->instance.setup.message);
    }
    return 0;
}

/* ---- parameters and state ---- */

/* True when the layer has a tensor of this name, or may ignore a dataset of this name. */
static bool is_tensor_of(const struct param *table, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp(table[i].name, name) == 0)
            return true;
    /* The state_dict of every BatchNorm of PyTorch has num_batches_tracked; in normlab only momentum=cma uses it. */
    return count > 0 && strcmp(name, "num_batches_tracked") == 0;
}

/* Returns 0 when every dataset of a group has the name of one of the layer's tensors, or may be ignored. Otherwise
 * returns -1 after a message. */
static int check_names(struct apply *a, const char *group, const struct param *table, int count)
{
    struct text known = {0};
    char **names;
    int n = h5_list(a->in, group, &names), r = 0;

    for (int i = 0; i < count; i++)
        text_add(&known, " %s", table[i].name);
    for (int i = 0; i < n; i++) {
        if (r == 0 && !is_tensor_of(table, count, names[i]))
            r = error("%s: %s has no %s/%s; it has%s", a->in_path, a->instance.layer.type->name,
                      group, names[i], count ? text_str(&known) : " none");
        free(names[i]);
    }
    free(names);
    text_clear(&known);
    return r;
}

/* Reads those tensors of a block that the group has, into the block. Returns 0, or -1 after a message. */
static int read_params(struct apply *a, const char *group, const struct param *table, int count,
                       real *block)
{
    int r = check_names(a, group, table, count);

    for (int i = 0; i < count && r == 0; i++) {
        char name[64];

        snprintf(name, sizeof name, "%s/%s", group, table[i].name);
        if (h5_exists(a->in, name))
            r = read_tensor(a, name, &table[i], tensor_of_param(&table[i], a->layout),
                            block + table[i].offset);
    }
    return r;
}

/* ---- arrays ---- */

/* Warns of each dataset that is not read, but whose name is similar to that of a dataset which normlab reads. */
static void warn_of_misspelt(struct apply *a)
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

/* Reads x and x2. Returns 0, or -1 after a message. */
static int read_inputs(struct apply *a)
{
    static const char *const name[LAYER_INPUTS] = {"x", "x2"};
    const struct layer *l = &a->instance.layer;
    double bad;

    for (int i = 0; i < l->inputs; i++) {
        struct shape in = a->plain_tokens ? shape_vector(l->in[i].h) : l->in[i];

        if (read_tensor(a, name[i], NULL, tensor_of_samples((size_t)a->n, in, a->layout),
                        a->instance.x[i]))
            return -1;
    }
    if (!layer_tokens_fit(l, &a->instance.io, &bad))
        return error("%s: x holds %g; the tokens of %s are whole numbers from 0 to %d", a->in_path,
                     bad, l->type->name, l->param[0].dim[0] - 1);
    return 0;
}

/* Reads the mask, if there is one. Returns 0, or -1 after a message. */
static int read_mask(struct apply *a)
{
    const struct layer *l = &a->instance.layer;
    size_t positions = shape_positions(l->in[0]), want = (size_t)a->n * positions;
    struct h5_array array;
    int r = 0;

    if (!h5_exists(a->in, "mask"))
        return 0;
    if (!l->type->reads_mask)
        return error("%s: %s reads no mask", a->in_path, l->type->name);
    if (read_numbers(a, "mask", &array))
        return -1;
    if (h5_count(&array) != want || array.rank < 1 || array.dim[0] != (size_t)a->n)
        r = error("%s: mask has %zu elements, should be [%d,%zu]", a->in_path, h5_count(&array),
                  a->n, positions);
    a->mask = xcalloc(want, 1);
    for (size_t i = 0; i < want && r == 0; i++) {
        double v = ((double *)array.data)[i];

        /* Some masks are added to logits, with -inf at padding and 0 where a position counts. They are refused here. */
        if (v != 0 && v != 1)
            r = error("%s: mask holds %g; should be 1 where a position counts and 0 at padding",
                      a->in_path, v);
        a->mask[i] = v != 0;
    }
    h5_array_clear(&array);
    return r;
}

int apply_load(struct apply *a)
{
    struct instance *n = &a->instance;

    warn_of_misspelt(a);
    instance_init(n, 0);
    if (read_inputs(a) || read_params(a, "param", n->layer.param, n->layer.params, n->param) ||
        read_params(a, "state", n->layer.state, n->layer.states, n->state) || read_mask(a))
        return -1;
    a->has_dy = h5_exists(a->in, "dy");
    return a->has_dy ? read_tensor(a, "dy", NULL, apply_output(a), a->instance.dy) : 0;
}
