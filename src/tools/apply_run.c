/* Runs the layer of apply, and writes the output file. */
#include "base/error.h"
#include "base/system/file.h"
#include "tools/apply_internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes an array, which is in normlab's order, as a dataset in the order of the file. Warns when it has values that
 * are not finite. Returns 0, or -1 after a message. */
static int write_tensor(struct h5_file *f, const char *name, struct tensor t, const real *from)
{
    struct h5_array array = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64,
                             .rank = t.file_rank};
    size_t n = tensor_count(&t);
    double *data = xcalloc(n, sizeof *data);
    bool finite = true;
    int r;

    memcpy(array.dim, t.file_dim, sizeof t.file_dim);
    for (size_t i = 0; i < n; i++) {
        data[i] = from[tensor_index(&t, i)];
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
        char name[64];

        snprintf(name, sizeof name, "/%s/%s", group, table[i].name);
        r = write_tensor(f, name, tensor_of_param(&table[i], a->layout), block + table[i].offset);
    }
    return r;
}

static int write_all(struct apply *a, struct h5_file *f)
{
    const struct instance *n = &a->instance;
    const struct layer *l = &n->layer;
    int r = write_tensor(f, "/y", apply_output(a), n->y);

    for (int i = 0; i < l->inputs && r == 0 && a->has_dy && !l->type->takes_tokens; i++)
        r = write_tensor(f, i == 0 ? "/dx" : "/dx2",
                         tensor_of_samples((size_t)a->n, l->in[i], a->layout), n->dx[i]);
    return r || write_params(a, f, "param", l->param, l->params, n->param) ||
                   (a->has_dy && write_params(a, f, "dparam", l->param, l->params, n->dparam)) ||
                   write_params(a, f, "state", l->state, l->states, n->state)
               ? -1
               : 0;
}

static int save(struct apply *a, const char *path)
{
    struct text spec = {0};
    struct h5_file *f = h5_create(path);

    if (!f)
        return -1;
    layer_print(&a->instance.layer, &spec);
    if (write_all(a, f) == 0) {
        h5_set_text(f, "/", "spec", text_str(&spec));
        h5_set_text(f, "/", "layout", a->layout == APPLY_NCHW ? "nchw" : "nhwc");
        h5_set_text(f, "/", "mode", a->eval ? "inference" : "training");
    }
    text_clear(&spec);
    file_sweep(path);
    return h5_publish(f);
}

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
    struct apply *a;
    int r = -1;

    if (file_is_same(in, out))
        return error("apply: %s and %s are the same file; write the output to another", in, out);
    if (h5_check_output(out))
        return -1;
    a = xcalloc(1, sizeof *a);
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
