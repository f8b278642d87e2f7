/* Every layer against what PyTorch computes: a test for each case of the golden files named in main(). */
#include "golden_numbers.h"
#include "support.h"

#include "base/arena.h"
#include "base/text.h"
#include "layers/layer.h"
#include "store/hdf5/h5.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct h5_file *golden;

/* ---- reading ---- */

static bool has(const char *group, const char *name)
{
    char *path = format_new("/%s/%s", group, name);
    bool yes = h5_exists(golden, path);

    free(path);
    return yes;
}

static struct h5_array get(const char *group, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", group, name));
}

/* Numbers into `to`; their count must be n. */
static void get_real(const char *group, const char *name, size_t n, real *to)
{
    struct h5_array a = get(group, name);
    const double *v = a.data;

    assert_int_equal(h5_count(&a), n);
    for (size_t i = 0; i < n; i++)
        to[i] = (real)v[i];
    h5_array_clear(&a);
}

static double largest(size_t n, const real *v)
{
    double most = 0;

    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs((double)v[i]));
    return most;
}

/* ---- a case: the layer and its blocks ---- */

struct subject {
    const char *name;
    struct layer layer;
    int n;
    size_t in, out; /* elements of an input and of the output */
    real *x[LAYER_INPUTS], *dx[LAYER_INPUTS];
    real *y, *dy, *param, *dparam, *state;
    void *saved, *scratch;
    unsigned char *mask;
    bool random;      /* only inference can be compared */
    double dx_terms;  /* size of the terms that cancel in a norm's dx; else 0 */
    double condition; /* of a recurrent layer: by how much its steps enlarge a rounding; else 1 */
    double tolerance; /* for assert_close() */
};

static const char *const x_name[LAYER_INPUTS] = {"x", "x2"};
static const char *const dx_name[LAYER_INPUTS] = {"dx", "dx2"};
static const char *const dx_eval_name[LAYER_INPUTS] = {"dx_eval", "dx2_eval"};

#define START ((real)0.5) /* what gradients are accumulated onto */

/* A block of NaN, for a layer that reads what it has not written. */
static void *unwritten(size_t size_bytes)
{
    void *block = xcalloc(size_bytes + 1, 1);

    memset(block, 0xff, size_bytes);
    return block;
}

static real *reals(size_t n)
{
    return xcalloc(n + 1, sizeof(real));
}

static struct shape sample_shape(const struct h5_array *x)
{
    int d[3] = {0};

    for (int i = 1; i < x->rank; i++)
        d[i - 1] = (int)x->dim[i];
    if (x->rank == 2)
        return shape_vector(d[0]);
    return x->rank == 3 ? shape_sequence(d[0], d[1]) : shape_image(d[0], d[1], d[2]);
}

static void set_up_layer(struct subject *s)
{
    struct h5_array x = get(s->name, "x");
    struct setup setup = {.max_n = (int)x.dim[0], .min_train_n = (int)x.dim[0], .masked = true};
    char *path = format_new("/%s", s->name), *spec = h5_get_text(golden, path, "spec");

    s->n = setup.max_n;
    s->random = h5_get_number(golden, path, "random") > 0;
    s->dx_terms = fmax(0, h5_get_number(golden, path, "dx_terms"));
    s->condition = fmax(1, h5_get_number(golden, path, "condition"));
    s->layer.inputs = has(s->name, "x2") ? 2 : 1;
    s->layer.in[0] = s->layer.in[1] = sample_shape(&x);
    if (layer_setup(&s->layer, spec, s->name, &setup))
        fail_msg("%s: %s", spec, setup.message);
    s->in = h5_count(&x);
    s->out = (size_t)s->n * shape_size(s->layer.out);
    free(spec);
    free(path);
    h5_array_clear(&x);
}

static void load_mask(struct subject *s)
{
    struct h5_array mask;
    size_t n = (size_t)s->n * shape_positions(s->layer.in[0]);

    if (!has(s->name, "mask"))
        return;
    mask = get(s->name, "mask");
    assert_int_equal(h5_count(&mask), n);
    s->mask = xcalloc(n, 1);
    for (size_t i = 0; i < n; i++)
        s->mask[i] = ((const double *)mask.data)[i] != 0;
    h5_array_clear(&mask);
}

/* Fills a block from group/<name of the tensor>; the file must have no others. */
static void load_tensors(const struct subject *s, const char *group, const struct param *table,
                         int count, real *block)
{
    char *parent = format_new("%s/%s", s->name, group), *path = format_new("/%s", parent), **names;
    int listed = h5_list(golden, path, &names);

    assert_int_equal(listed, count);
    for (int i = 0; i < count; i++)
        get_real(parent, table[i].name, table[i].count, block + table[i].offset);
    for (int i = 0; i < listed; i++)
        free(names[i]);
    if (listed)
        free(names);
    free(path);
    free(parent);
}

static void subject_init(struct subject *s, const char *name)
{
    const struct layer *l = &s->layer;
    double terms, x = 0;

    *s = (struct subject){.name = name};
    set_up_layer(s);
    load_mask(s);
    for (int i = 0; i < l->inputs; i++) {
        s->x[i] = reals(s->in);
        s->dx[i] = reals(s->in);
        get_real(name, x_name[i], s->in, s->x[i]);
        x = fmax(x, largest(s->in, s->x[i]));
    }
    s->y = unwritten(s->out * sizeof(real));
    s->dy = reals(s->out);
    get_real(name, "dy", s->out, s->dy);
    s->param = reals(l->param_reals);
    s->dparam = reals(l->param_reals);
    s->state = reals(l->state_reals);
    load_tensors(s, "param", l->param, l->params, s->param);
    load_tensors(s, "state", l->state, l->states, s->state);
    s->saved = unwritten(l->saved_bytes);
    s->scratch = unwritten(l->scratch_bytes);

    /* The rounding errors of the longest sum there may be, as a random walk; and PyTorch's own, in
     * double, where a mean is large against the deviation. */
    terms = (double)(s->in > s->out ? s->in : s->out);
    s->tolerance = 4 * sqrt(terms) * s->condition * (REAL_EPSILON + DBL_EPSILON * x);
}

static void subject_release(struct subject *s)
{
    for (int i = 0; i < s->layer.inputs; i++) {
        free(s->x[i]);
        free(s->dx[i]);
    }
    free(s->y);
    free(s->dy);
    free(s->param);
    free(s->dparam);
    free(s->state);
    free(s->saved);
    free(s->scratch);
    free(s->mask);
    layer_clear(&s->layer);
}

static struct io call(const struct subject *s, bool training)
{
    struct io io = {.n = s->n,
                    .training = training,
                    .y = s->y,
                    .dy = s->dy,
                    .param = s->param,
                    .dparam = s->dparam,
                    .state = s->state,
                    .saved = s->saved,
                    .scratch = s->scratch,
                    .mask = s->mask};

    for (int i = 0; i < s->layer.inputs; i++)
        io.x[i] = s->x[i];
    return io;
}

/* ---- comparing ---- */

/* got against the file's numbers plus start. terms: the size of what was summed to make them, where
 * that is larger than they are; else 0. */
static void check(const char *group, const char *name, size_t n, const real *got, double start,
                  double terms, double tolerance)
{
    struct h5_array a = get(group, name);
    double *want = a.data, scale = 1;

    assert_int_equal(h5_count(&a), n);
    for (size_t i = 0; i < n; i++) {
        want[i] += start;
        scale = fmax(scale, fabs(want[i]));
    }
    assert_close(name, n, got, want, tolerance * fmax(1, terms / scale));
    h5_array_clear(&a);
}

static void check_tensors(const struct subject *s, const char *group, const struct param *table,
                          int count, const real *block, double start)
{
    char *parent = format_new("%s/%s", s->name, group);

    for (int i = 0; i < count; i++)
        check(parent, table[i].name, table[i].count, block + table[i].offset, start, 0,
              s->tolerance);
    free(parent);
}

enum want_dx { DX_OVERWRITTEN, DX_ADDED, DX_UNWANTED, WANT_DX };

/* One backward call, after a forward one. */
static void run_backward(struct subject *s, bool training, enum want_dx want)
{
    struct io io = call(s, training);

    for (int i = 0; i < s->layer.inputs; i++) {
        for (size_t j = 0; j < s->in; j++)
            s->dx[i][j] = want == DX_ADDED ? START : (real)NAN;
        io.dx[i] = want == DX_UNWANTED || s->layer.type->takes_tokens ? NULL : s->dx[i];
        io.add[i] = want == DX_ADDED;
    }
    io.add_param = want == DX_ADDED;
    for (size_t i = 0; i < s->layer.param_reals; i++)
        s->dparam[i] = want == DX_ADDED ? START : (real)NAN;
    s->layer.type->backward(&s->layer, &io);
}

static void check_training(struct subject *s)
{
    const struct layer *l = &s->layer;
    struct io io = call(s, true);

    l->type->forward(l, &io);
    check(s->name, "y", s->out, s->y, 0, 0, s->tolerance);
    check_tensors(s, "state_after", l->state, l->states, s->state, 0);
    for (enum want_dx want = 0; want < WANT_DX; want++) {
        run_backward(s, true, want);
        for (int i = 0; want != DX_UNWANTED && !l->type->takes_tokens && i < l->inputs; i++)
            check(s->name, dx_name[i], s->in, s->dx[i], want == DX_ADDED ? START : 0, s->dx_terms,
                  s->tolerance);
        check_tensors(s, "dparam", l->param, l->params, s->dparam, want == DX_ADDED ? START : 0);
    }
}

/* The running mean is kept as real: what its rounding does to y in inference. */
static double state_rounding(const struct subject *s)
{
    double slope = 0;

    for (size_t i = 0; s->layer.type->is_norm && s->layer.states && i < s->out; i++)
        slope = fmax(slope, fabs((double)s->dx[0][i] / (double)s->dy[i]));
    return REAL_EPSILON * largest(s->in, s->x[0]) * slope;
}

static void check_inference(struct subject *s)
{
    const struct layer *l = &s->layer;
    size_t state_bytes = l->state_reals * sizeof(real);
    real *state = reals(l->state_reals);
    struct io io = call(s, false);

    memcpy(state, s->state, state_bytes);
    l->type->forward(l, &io);
    run_backward(s, false, DX_OVERWRITTEN);
    for (int i = 0; !l->type->takes_tokens && i < l->inputs; i++)
        check(s->name, dx_eval_name[i], s->in, s->dx[i], 0, l->states ? 0 : s->dx_terms,
              s->tolerance);
    check(s->name, "y_eval", s->out, s->y, 0, 0, s->tolerance + state_rounding(s));
    assert_memory_equal(state, s->state, state_bytes);
    free(state);
}

static void layer_case(void **state)
{
    struct subject s;

    subject_init(&s, *state);
    if (!s.random)
        check_training(&s);
    check_inference(&s);
    subject_release(&s);
}

static int run_file(const char *name)
{
    char *file = format_new("golden/%s", name), *path = test_source(file), **names;
    struct CMUnitTest *test;
    int count, cases = 0, failures;

    golden = h5_open(path);
    free(path);
    free(file);
    count = golden ? h5_list(golden, "/", &names) : 0;
    if (count == 0)
        return 1;
    test = xcalloc((size_t)count, sizeof *test);
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], "softmax") != 0)
            test[cases++] = (struct CMUnitTest){
                .name = names[i], .test_func = layer_case, .initial_state = names[i]};
    failures = _cmocka_run_group_tests(name, test, (size_t)cases, NULL, NULL);
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    free(test);
    h5_close(golden);
    return failures;
}

int main(void)
{
    static const char *const files[] = {"layers.h5",       "norms.h5",    "recurrent.h5",
                                        "custom_norms.h5", "norm_kin.h5", "evonorm.h5",
                                        "weights.h5"};
    int failures = 0;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        failures += run_file(files[i]);
    return failures;
}
