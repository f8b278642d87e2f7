#include "base/arena.h"
#include "base/error.h"
#include "tools/apply_internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct view apply_output_view(const struct apply *a)
{
    const struct layer *l = &a->layer;

    if (strcmp(l->type->name, "flatten") == 0)
        return view_samples((size_t)a->n, l->in[0], a->layout);
    return view_samples((size_t)a->n, l->out, a->layout);
}

static void allocate(struct apply *a)
{
    const struct layer *l = &a->layer;
    size_t out = (size_t)a->n * shape_size(l->out);

    for (int i = 0; i < l->inputs; i++) {
        a->x[i] = xcalloc((size_t)a->n * shape_size(l->in[i]), sizeof(real));
        a->dx[i] = xcalloc((size_t)a->n * shape_size(l->in[i]), sizeof(real));
    }
    a->y = xcalloc(out, sizeof(real));
    a->dy = xcalloc(out, sizeof(real));
    a->param = xcalloc(l->param_reals, sizeof(real));
    a->dparam = xcalloc(l->param_reals, sizeof(real));
    a->state = xcalloc(l->state_reals, sizeof(real));
    a->saved = xcalloc(l->saved_bytes, 1);
    a->scratch = xcalloc(l->scratch_bytes, 1);
}

static void run(struct apply *a)
{
    struct io io = {
        .n = a->n,
        .training = !a->eval,
        .y = a->y,
        .dy = a->dy,
        .param = a->param,
        .dparam = a->dparam,
        .state = a->state,
        .saved = a->saved,
        .scratch = a->scratch,
        .mask = a->mask,
    };

    for (int i = 0; i < a->layer.inputs; i++) {
        io.x[i] = a->x[i];
        io.dx[i] = a->dx[i];
    }
    a->layer.type->forward(&a->layer, &io);
    if (a->has_dy)
        a->layer.type->backward(&a->layer, &io);
}

/* ---- writing ---- */

static int write_tensor(struct h5_file *f, const char *name, const struct view *v, const real *from)
{
    struct h5_array array = {.type = sizeof(real) == 4 ? H5_FLOAT32 : H5_FLOAT64, .rank = v->rank};
    size_t n = view_count(v);
    double *data = xcalloc(n, sizeof *data);
    bool finite = true;
    int r;

    for (int i = 0; i < v->rank; i++)
        array.dim[i] = v->dim[v->from[i]];
    for (size_t i = 0; i < n; i++) {
        data[i] = from[view_place(v, i)];
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
        struct view v = view_param(&table[i], a->layout);
        char name[64];

        snprintf(name, sizeof name, "/%s/%s", group, table[i].name);
        r = write_tensor(f, name, &v, block + table[i].offset);
    }
    return r;
}

static int write_output(struct apply *a, struct h5_file *f)
{
    struct view v = apply_output_view(a);

    if (v.rank != a->layer.out.rank + 1) { /* flattened: the same elements in one dimension */
        struct view flat = view_samples((size_t)a->n, a->layer.out, APPLY_NHWC);
        real *y = xcalloc(view_count(&v), sizeof *y);
        int r;

        for (size_t i = 0; i < view_count(&v); i++)
            y[i] = a->y[view_place(&v, i)];
        r = write_tensor(f, "/y", &flat, y);
        free(y);
        return r;
    }
    return write_tensor(f, "/y", &v, a->y);
}

static int write_all(struct apply *a, struct h5_file *f)
{
    const struct layer *l = &a->layer;
    int r = write_output(a, f);

    for (int i = 0; i < l->inputs && r == 0 && a->has_dy && !l->type->takes_tokens; i++) {
        struct view v = view_samples((size_t)a->n, l->in[i], a->layout);

        r = write_tensor(f, i == 0 ? "/dx" : "/dx2", &v, a->dx[i]);
    }
    if (r == 0)
        r = write_params(a, f, "param", l->param, l->params, a->param);
    if (r == 0 && a->has_dy)
        r = write_params(a, f, "dparam", l->param, l->params, a->dparam);
    if (r == 0)
        r = write_params(a, f, "state", l->state, l->states, a->state);
    return r;
}

static int save(struct apply *a, const char *path)
{
    struct text spec = {0};
    struct h5_file *f = h5_create(path);
    int r;

    if (!f)
        return -1;
    layer_print(&a->layer, &spec);
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

static void release(struct apply *a)
{
    for (int i = 0; i < LAYER_INPUTS; i++) {
        free(a->x[i]);
        free(a->dx[i]);
    }
    free(a->y);
    free(a->dy);
    free(a->param);
    free(a->dparam);
    free(a->state);
    free(a->saved);
    free(a->scratch);
    free(a->mask);
    layer_clear(&a->layer);
    if (a->in)
        h5_close(a->in);
    free(a);
}

int apply_file(const char *spec, const char *in, const char *out, enum apply_layout layout,
               bool eval)
{
    struct apply *a = xcalloc(1, sizeof *a);
    int r;

    a->in_path = in;
    a->layout = layout;
    a->eval = eval;
    a->in = h5_open(in);
    r = a->in ? 0 : -1;
    if (r == 0 && !h5_exists(a->in, "x"))
        r = error("%s: there is no dataset x", in);
    if (r == 0)
        r = apply_set_up(a, spec);
    if (r == 0) {
        allocate(a);
        r = apply_load(a);
    }
    if (r == 0) {
        run(a);
        r = save(a, out);
    }
    release(a);
    return r;
}
