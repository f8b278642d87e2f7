/* Norms over arrays so large that their work is split into parts: against the definition in double,
 * alone and with a residual and an activation in the same pass, masked, and by several threads. */
#include "base/arena.h"
#include "base/system/parallel.h"
#include "harness.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { N = 23, H = 19, W = 16, C = 36, S = H * W, ROWS = N * S, COUNT = ROWS * C };

static const struct {
    const char *spec;
    int per_group; /* elements */
} norms[] = {
    {"batchnorm", ROWS},
    {"groupnorm groups=4", S *C / 4},
    {"instancenorm", S},
    {"layernorm", S *C},
    {"layernorm over=token", C},
    {"batchnorm affine=scale", ROWS},
    {"groupnorm groups=36 affine=shift", S},
};
enum { NORMS = sizeof norms / sizeof *norms };

/* The statistics group of element i under norms[k]. */
static size_t group_of(int k, size_t i)
{
    size_t c = i % C, row = i / C, n = row / S;
    const size_t group[NORMS] = {c, n * 4 + c / 9, n * C + c, n, row, c, n * C + c};

    return group[k];
}

/* Everything that a norm makes, by definition. */
struct reference {
    double *y, *dx, *shortcut, gamma[C], beta[C];
};

static double parameter(const struct instance *h, const char *name, size_t c, double otherwise)
{
    for (int i = 0; i < h->layer.params; i++)
        if (strcmp(h->layer.param[i].name, name) == 0)
            return h->param[h->layer.param[i].offset + c];
    return otherwise;
}

/* out[g] = the mean of v over group g; rows that the mask leaves out count only where `all`. */
static void group_means(int k, const double *v, const unsigned char *mask, bool all, double *out)
{
    double *count = xcalloc(COUNT, sizeof *count);

    memset(out, 0, COUNT * sizeof *out);
    for (size_t i = 0; i < COUNT; i++) {
        bool valid = !mask || mask[i / C];

        count[group_of(k, i)] += valid;
        out[group_of(k, i)] += valid || all ? v[i] : 0;
    }
    for (size_t g = 0; g < COUNT; g++)
        out[g] = count[g] > 0 ? out[g] / count[g] : 0;
    free(count);
}

static void define(struct reference *r, int k, const struct instance *h)
{
    const struct epilogue *e = &h->layer.epilogue;
    double *v = xcalloc(COUNT, sizeof *v), *mean = xcalloc(COUNT, sizeof *v),
           *rstd = xcalloc(COUNT, sizeof *v), *a = xcalloc(COUNT, sizeof *v),
           *b = xcalloc(COUNT, sizeof *v);
    const unsigned char *mask = h->io.mask;

    memset(r, 0, sizeof *r);
    r->y = xcalloc(COUNT, sizeof(double));
    r->dx = xcalloc(COUNT, sizeof(double));
    r->shortcut = xcalloc(COUNT, sizeof(double));
    for (size_t i = 0; i < COUNT; i++)
        v[i] = h->x[0][i];
    group_means(k, v, mask, false, mean);
    for (size_t i = 0; i < COUNT; i++)
        v[i] = (h->x[0][i] - mean[group_of(k, i)]) * (h->x[0][i] - mean[group_of(k, i)]);
    group_means(k, v, mask, false, rstd);
    for (size_t i = 0; i < COUNT; i++)
        rstd[i] = 1 / sqrt(rstd[i] + 1e-5);
    for (size_t i = 0; i < COUNT; i++) {
        size_t c = i % C, g = group_of(k, i);
        double xhat = (h->x[0][i] - mean[g]) * rstd[g];

        r->y[i] = xhat * parameter(h, "gamma", c, 1) + parameter(h, "beta", c, 0);
        r->y[i] += e->add ? h->io.x[1][i] : 0;
        r->shortcut[i] = e->activation && h->y[i] <= 0 ? 0 : h->dy[i];
        r->y[i] = e->activation ? fmax(r->y[i], 0) : r->y[i];
        r->gamma[c] += r->shortcut[i] * xhat;
        r->beta[c] += r->shortcut[i];
        r->dx[i] = r->shortcut[i] * parameter(h, "gamma", c, 1);
        v[i] = r->dx[i] * xhat;
    }
    group_means(k, r->dx, mask, true, a);
    group_means(k, v, mask, true, b);
    for (size_t i = 0; i < COUNT; i++) {
        size_t g = group_of(k, i);

        if (!mask || mask[i / C])
            r->dx[i] -= a[g] + (h->x[0][i] - mean[g]) * rstd[g] * b[g];
        r->dx[i] *= rstd[g];
    }
    free(v), free(mean), free(rstd), free(a), free(b);
}

/* Where one part ends and the next begins is no business of these numbers: each sum's length is that of
 * its group, taken in blocks. */
static void check_all(const char *what, int k, struct instance *h, const real *shortcut)
{
    struct reference r;
    double e = (64 + 2 * sqrt(norms[k].per_group)) * REAL_EPSILON;

    define(&r, k, h);
    assert_close(what, COUNT, h->y, r.y, e);
    assert_close(what, COUNT, h->dx[0], r.dx, e);
    for (size_t i = 0; i < COUNT; i++) /* added to ones */
        r.shortcut[i] = (real)(1 + (real)r.shortcut[i]);
    if (h->layer.epilogue.add)
        assert_close(what, COUNT, shortcut, r.shortcut, 0);
    for (int i = 0; i < h->layer.params; i++)
        assert_close(what, C, h->dparam + h->layer.param[i].offset,
                     strcmp(h->layer.param[i].name, "gamma") ? r.beta : r.gamma, e);
    free(r.y), free(r.dx), free(r.shortcut);
}

static void run(int k, const struct epilogue *e, const unsigned char *mask)
{
    struct instance h;
    real *x2 = xcalloc(COUNT, sizeof *x2), *shortcut = xcalloc(COUNT, sizeof *x2),
         *y = xcalloc(COUNT, sizeof *y), *dx = xcalloc(COUNT, sizeof *dx), *dparam;

    harness_start(&h, norms[k].spec, shape_image(H, W, C), N, 4);
    draw_normal(x2, COUNT, 8, "x2");
    for (size_t i = 0; i < COUNT; i++) /* groups differ, and so do the parts of one */
        h.x[0][i] = (real)(h.x[0][i] * (1 + (double)(i % 7)) + (double)(i / (COUNT / 4)) * 3);
    h.layer.epilogue = *e;
    h.io.x[1] = x2;
    h.io.dx[1] = e->add ? shortcut : NULL;
    h.io.add[1] = true;
    for (size_t i = 0; i < COUNT; i++)
        shortcut[i] = 1;
    h.io.mask = mask;
    harness_forward(&h, true);
    harness_backward(&h);
    check_all(norms[k].spec, k, &h, shortcut);
    memcpy(y, h.y, COUNT * sizeof *y);
    memcpy(dx, h.dx[0], COUNT * sizeof *dx);
    dparam = xcalloc(h.layer.param_reals, sizeof *dparam);
    memcpy(dparam, h.dparam, h.layer.param_reals * sizeof *dparam);
    for (int threads = 2; threads <= 3; threads++) {
        assert_int_equal(parallel_start(&h.io.threads, threads), 0);
        harness_forward(&h, true);
        harness_backward(&h);
        parallel_stop(h.io.threads);
        assert_memory_equal(h.y, y, COUNT * sizeof *y);
        assert_memory_equal(h.dx[0], dx, COUNT * sizeof *dx);
        for (int i = 0; i < h.layer.params; i++)
            assert_memory_equal(h.dparam + h.layer.param[i].offset,
                                dparam + h.layer.param[i].offset, C * sizeof *dparam);
    }
    free(x2), free(shortcut), free(y), free(dx), free(dparam);
    harness_stop(&h);
}

static void test_norm_alone(void **state)
{
    (void)state;
    for (int k = 0; k < NORMS; k++)
        run(k, &(struct epilogue){.add = false}, NULL);
}

static void test_norm_add_relu(void **state)
{
    (void)state;
    for (int k = 0; k < NORMS; k++)
        run(k,
            &(struct epilogue){.add = true, .activation = layer_type_find("relu", 4)->activation},
            NULL);
}

/* A norm whose groups hold one position has no use for a mask. */
static void test_masked(void **state)
{
    unsigned char *mask = xcalloc(ROWS, 1);

    (void)state;
    for (int r = 0; r < ROWS; r++)
        mask[r] = r % 5 != 2 && (r < 2000 || r > 2300);
    for (int k = 0; k < NORMS; k++)
        if (norms[k].per_group > C)
            run(k, &(struct epilogue){.activation = layer_type_find("relu", 4)->activation}, mask);
    free(mask);
}

/* Groups that hold one position, several of them along C: an epilogue cuts the rows into blocks, which
 * changes no bit. */
static void test_blocks_of_positions(void **state)
{
    enum { ROWS_NOW = 300 };
    struct instance one, apart;

    (void)state;
    harness_start(&one, "groupnorm groups=4", shape_vector(C), ROWS_NOW, 6);
    harness_start(&apart, "groupnorm groups=4", shape_vector(C), ROWS_NOW, 6);
    one.layer.epilogue.activation = layer_type_find("relu", 4)->activation;
    harness_forward(&one, true);
    harness_forward(&apart, true);
    for (size_t i = 0; i < one.out_count; i++) {
        apart.y[i] = apart.y[i] > 0 ? apart.y[i] : 0;
        apart.dy[i] = apart.y[i] > 0 ? apart.dy[i] : 0;
    }
    harness_backward(&one);
    harness_backward(&apart);
    assert_memory_equal(one.y, apart.y, one.out_count * sizeof(real));
    assert_memory_equal(one.dx[0], apart.dx[0], one.in_count * sizeof(real));
    harness_stop(&one);
    harness_stop(&apart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_norm_alone),
        cmocka_unit_test(test_norm_add_relu),
        cmocka_unit_test(test_masked),
        cmocka_unit_test(test_blocks_of_positions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
