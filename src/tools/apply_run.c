#include "base/error.h"
#include "tools/apply_internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct tensor apply_output_shape(const struct apply *a)
{
    return tensor_of_samples((size_t)a->n, a->instance.layer.out, a->layout);
}

struct tensor apply_output_order(const struct apply *a)
{
    const struct layer *l = &a->instance.layer;

    return strcmp(l->type->name, "flatten") == 0
               ? tensor_of_samples((size_t)a->n, l->in[0], a->layout)
               : apply_output_shape(a);
}

/* ---- writing ---- */

/* Writes a dataset of the dimensions of `shape`, its elements in the file's order that `order` says. */
static int write_tensor(struct h5_file *f, const char *name, const struct tensor *shape,
                        const struct tensor *order, const real *from)
{
    struct h5_array array = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64,
                             .rank = shape->rank};
    size_t n = tensor_count(shape);
    double *data = xcalloc(n, sizeof *data);
    bool finite = true;
    int r;

    for (int i = 0; i < shape->rank; i++)
        array.dim[i] = shape->dim[shape->from[i]];
    for (size_t i = 0; i < n; i++) {
        data[i] = from[tensor_index(order, i)];
        finite = finite && isfinite(data[i]);
    }
    if (!finite)
        warning("%s holds values that are not finite", name);
    array.data = data;
    r = h5_write(f, name, &array, 0, NULL, NULL);
    free(data);
    return r;
}

static int write_params(struct apply *a, struct h5_file *f, const char *group,
                        const struct param *table, int count, const real *block)
{
    int r = 0;

    for (int i = 0; i < count && r == 0; i++) {
        struct tensor t = tensor_of_param(&table[i], a->layout);
        char name[64];

        snprintf(name, sizeof name, "/%s/%s", group, table[i].name);
        r = write_tensor(f, name, &t, &t, block + table[i].offset);
    }
    return r;
}

static int write_all(struct apply *a, struct h5_file *f)
{
    const struct instance *n = &a->instance;
    const struct layer *l = &n->layer;
    struct tensor shape = apply_output_shape(a), order = apply_output_order(a);
    int r = write_tensor(f, "/y", &shape, &order, n->y);

    for (int i = 0; i < l->inputs && r == 0 && a->has_dy && !l->type->takes_tokens; i++) {
        struct tensor t = tensor_of_samples((size_t)a->n, l->in[i], a->layout);

        r = write_tensor(f, i == 0 ? "/dx" : "/dx2", &t, &t, n->dx[i]);
    }
    if (r == 0)
        r = write_params(a, f, "param", l->param, l->params, n->param);
    if (r == 0 && a->has_dy)
        r = write_params(a, f, "dparam", l->param, l->params, n->dparam);
    if (r == 0)
        r = write_params(a, f, "state", l->state, l->states, n->state);
    return r;
}

static int save(struct apply *a, const char *path)
{
    struct text spec = {0};
    struct h5_file *f = h5_create(path);
    int r;

    if (!f)
        return -1;
    layer_print(&a->instance.layer, &spec);
    r = write_all(a, f);
    if (r == 0)
        r = h5_set_text(f, "/", "spec", text_str(&spec));
    if (r == 0)
        r = h5_set_text(f, "/", "layout", a->layout == APPLY_NCHW ? "nchw" : "nhwc");
    if (r == 0)
        r = h5_set_text(f, "/", "mode", a->eval ? "inference" : "training");
    text_clear(&spec);
    if (r) {
        h5_close(f);
        return r;
    }
    return h5_publish(f);
}

/* ---- the whole ---- */

static int run(struct apply *a, const char *spec, const char *out)
{
    struct io *io = &a->instance.io;

    if (!h5_exists(a->in, "x"))
        return error("%s: there is no dataset x", a->in_path);
    if (apply_set_up(a, spec) || apply_load(a))
        return -1;
    io->training = !a->eval;
    io->mask = a->mask;
    instance_forward(&a->instance);
    if (a->has_dy)
        instance_backward(&a->instance);
    return save(a, out);
}

int apply_file(const char *spec, const char *in, const char *out, enum apply_layout layout,
               bool eval)
{
    struct apply *a = xcalloc(1, sizeof *a);
    int r = -1;

    a->in_path = in;
    a->layout = layout;
    a->eval = eval;
    a->in = h5_open(in);
    if (a->in) {
        r = run(a, spec, out);
        h5_close(a->in);
    }
    instance_close(&a->instance);
    free(a->mask);
    free(a);
    return r;
}
