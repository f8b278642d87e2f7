/* Winograd's transforms against their definition, and convolution by them against the sum over taps in
 * double. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/text.h"
#include "harness.h"
#include "kernels/kernels.h"
#include "kernels/winograd.h"
#include "layers/conv/conv2d.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sums of at most 36 numbers, whose roundings cancel in part. */
#define TRANSFORM_TOLERANCE (32 * REAL_EPSILON)

static real *drawn(size_t n, const char *stream)
{
    real *v = xcalloc(n, sizeof *v);

    draw_normal(v, n, 7, stream);
    return v;
}

static void check(const char *what, const struct kernels *k, int c, size_t n, const real *got,
                  const real *plain)
{
    char *name = format_new("%s of %s, %d channels", what, k->name, c);
    double *want = xcalloc(n, sizeof *want);

    for (size_t i = 0; i < n; i++)
        want[i] = plain[i];
    assert_close(name, n, got, want, TRANSFORM_TOLERANCE);
    free(want);
    free(name);
}

enum { TILES = 4, H = 9, W = 13, PLANES = WINOGRAD_PLANES };

/* Every transform of a table against the plain one, images cut at every side. */
static void check_transforms(const struct kernels *k, int c)
{
    size_t plane = (size_t)(TILES * c + 3), planes = PLANES * plane, image = (size_t)(H * W * c);
    real *x = drawn(image, "x"), *m = drawn(planes, "m");
    real *a = drawn(planes, "a"), *b = drawn(planes, "a");

    for (int top = -5; top < H; top++)
        for (int left = -2; left < 6; left++) {
            k->winograd_input(TILES, c, x, H, W, top, left, a, plane);
            kernels_plain.winograd_input(TILES, c, x, H, W, top, left, b, plane);
            check("input", k, c, planes, a, b);
        }
    for (int height = 1; height <= WINOGRAD_OUT; height++)
        for (int width = 1; width <= W && width <= WINOGRAD_OUT * TILES; width++) {
            k->winograd_gradient(TILES, c, x, (size_t)(W * c), height, width, a, plane);
            kernels_plain.winograd_gradient(TILES, c, x, (size_t)(W * c), height, width, b, plane);
            check("gradient", k, c, planes, a, b);
            for (int add = 0; add < 2; add++) {
                k->winograd_output(TILES, c, m, plane, height, width, a, (size_t)(W * c), add);
                kernels_plain.winograd_output(TILES, c, m, plane, height, width, b, (size_t)(W * c),
                                              add);
                check("output", k, c, planes, a, b);
            }
        }
    free(x);
    free(m);
    free(a);
    free(b);
}

static void test_transforms(void **state)
{
    static const int channels[] = {1, 7, 8, 9, 15, 16, 17, 33, 48};

    (void)state;
    for (int i = 0; kernels_all[i]; i++)
        for (size_t c = 0;
             kernels_runnable(kernels_all[i]) && c < sizeof channels / sizeof *channels; c++)
            check_transforms(kernels_all[i], channels[c]);
}

/* Both tables write or add to the same numbers. */
static void check_filter_gradient(const struct kernels *k, size_t n, const real *dw, size_t plane,
                                  bool add, size_t tap)
{
    size_t count = 9 * tap;
    double *a = xcalloc(count, sizeof *a), *b = xcalloc(count, sizeof *b);
    real *got = xcalloc(count, sizeof *got), *want = xcalloc(count, sizeof *want);

    for (size_t i = 0; i < count; i++)
        a[i] = b[i] = (double)(i % 7);
    k->winograd_filter_gradient(n, dw, plane, add, a, tap);
    kernels_plain.winograd_filter_gradient(n, dw, plane, add, b, tap);
    for (size_t i = 0; i < count; i++) {
        got[i] = (real)a[i];
        want[i] = (real)b[i];
    }
    check("filter gradient", k, (int)n, count, got, want);
    free(a);
    free(b);
    free(got);
    free(want);
}

static void test_filters(void **state)
{
    static const size_t sizes[] = {1, 7, 8, 16, 17, 100};

    (void)state;
    for (int i = 0; kernels_all[i]; i++)
        for (size_t s = 0; kernels_runnable(kernels_all[i]) && s < sizeof sizes / sizeof *sizes;
             s++) {
            size_t n = sizes[s];
            size_t plane = n + 3, tap_size = n + 5;
            real *g = drawn(9 * n, "g"), *dw = drawn(PLANES * plane, "dw");
            real *a = drawn(PLANES * plane, "a"), *b = drawn(PLANES * plane, "a");
            const real *tap[9];

            for (size_t e = 0; e < 9; e++)
                tap[e] = g + e * n;
            kernels_all[i]->winograd_filter(n, tap, a, plane);
            kernels_plain.winograd_filter(n, tap, b, plane);
            check("filter", kernels_all[i], (int)n, PLANES * plane, a, b);
            for (int add = 0; add < 2; add++)
                check_filter_gradient(kernels_all[i], n, dw, plane, add, tap_size);
            free(g);
            free(dw);
            free(a);
            free(b);
        }
}

/* The whole of it on one tile, in plain C: A^T [(G g G^T) (B^T d B)] A is the sum over taps. */
static void test_identity(void **state)
{
    real *d = drawn(36, "d"), *g = drawn(9, "g"), u[PLANES], w[PLANES], y[16];
    const real *tap[9];
    double want[16] = {0};

    (void)state;
    for (int e = 0; e < 9; e++)
        tap[e] = g + e;
    kernels_plain.winograd_input(1, 1, d, 6, 6, 0, 0, u, 1);
    kernels_plain.winograd_filter(1, tap, w, 1);
    for (int e = 0; e < PLANES; e++)
        u[e] *= w[e];
    kernels_plain.winograd_output(1, 1, u, 1, 4, 4, y, 4, false);
    for (int e = 0; e < 16; e++)
        for (int t = 0; t < 9; t++)
            want[e] += (double)d[(e / 4 + t / 3) * 6 + e % 4 + t % 3] * g[t];
    assert_close("one tile", 16, y, want, 64 * REAL_EPSILON);
    free(d);
    free(g);
}

/* y, dx and dw of a 3x3 convolution with stride 1, by the sum over taps. */
static void convolve(const struct instance *h, int pad, double *y, double *dx, double *dw)
{
    struct shape in = h->layer.in[0], out = h->layer.out;

    for (int i = 0; i < h->setup.max_n; i++)
        for (int p = 0; p < out.h * out.w; p++)
            for (int t = 0; t < 9; t++) {
                int row = p / out.w + t / 3 - pad, column = p % out.w + t % 3 - pad;
                size_t at = (((size_t)i * in.h + row) * in.w + column) * in.c,
                       to = ((size_t)i * out.h * out.w + p) * out.c, w = (size_t)t * in.c * out.c;

                if (row < 0 || row >= in.h || column < 0 || column >= in.w)
                    continue;
                for (int a = 0; a < in.c; a++)
                    for (int b = 0; b < out.c; b++) {
                        y[to + b] += (double)h->x[0][at + a] * h->param[w + a * out.c + b];
                        dx[at + a] += (double)h->dy[to + b] * h->param[w + a * out.c + b];
                        dw[w + a * out.c + b] += (double)h->x[0][at + a] * h->dy[to + b];
                    }
            }
}

static void test_convolution(void **state)
{
    static const struct {
        struct shape in;
        int n, out, pad;
    } cases[] = {
        {{3, 8, 8, 8}, 1, 8, 1},    {{3, 8, 9, 8}, 3, 17, 1},    {{3, 9, 15, 10}, 2, 9, 0},
        {{3, 7, 11, 16}, 17, 8, 2}, {{3, 5, 40, 9}, 2, 16, 1},   {{3, 13, 13, 16}, 33, 16, 1},
        {{3, 3, 140, 8}, 1, 8, 1},  {{3, 32, 32, 16}, 2, 16, 1}, {{3, 8, 8, 64}, 16, 33, 1},
        {{3, 6, 6, 24}, 5, 40, 1},  {{3, 15, 7, 40}, 3, 24, 0},
    };

    (void)state;
    if (!brgemm_serves(kernels_choose()))
        skip_because("LIBXSMM is not in this build, or does not serve these kernels");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *spec = format_new("conv2d %d pad=%d bias=0", cases[i].out, cases[i].pad);
        struct instance h;
        double *y, *dx, *dw;
        size_t weights;

        harness_start(&h, spec, cases[i].in, cases[i].n, 5);
        assert_int_equal(((const struct conv2d *)(const void *)h.layer.options)->path,
                         CONV_WINOGRAD);
        weights = h.layer.param[0].count;
        y = xcalloc(h.out_count, sizeof *y);
        dx = xcalloc(h.in_count, sizeof *dx);
        dw = xcalloc(weights, sizeof *dw);
        convolve(&h, cases[i].pad, y, dx, dw);
        harness_forward(&h, true);
        harness_backward(&h);
        assert_close(spec, h.out_count, h.y, y, 64 * REAL_EPSILON);
        assert_close(spec, h.in_count, h.dx[0], dx, 64 * REAL_EPSILON);
        assert_close(spec, weights, h.dparam, dw, 64 * REAL_EPSILON);
        h.io.add[0] = h.io.add_param = true;
        h.layer.type->backward(&h.layer, &h.io);
        for (size_t j = 0; j < h.in_count; j++)
            dx[j] *= 2;
        for (size_t j = 0; j < weights; j++)
            dw[j] *= 2;
        assert_close(spec, h.in_count, h.dx[0], dx, 64 * REAL_EPSILON);
        assert_close(spec, weights, h.dparam, dw, 64 * REAL_EPSILON);
        free(y);
        free(dx);
        free(dw);
        free(spec);
        harness_stop(&h);
    }
}

/* Returns the root mean square of got - want, over that of want, in units of half of REAL_EPSILON. */
static double error_of(size_t n, const real *got, const double *want)
{
    double off = 0, all = 0;

    for (size_t i = 0; i < n; i++) {
        off += ((double)got[i] - want[i]) * ((double)got[i] - want[i]);
        all += want[i] * want[i];
    }
    return sqrt(off / all) / (REAL_EPSILON / 2);
}

/* As error_of() gives them. */
struct errors {
    double y, dx, dw;
};

/* The errors of a convolution with as many filters as channels, of n samples. */
static struct errors errors_of(struct shape in, int n)
{
    char *spec = format_new("conv2d %d bias=0", in.c);
    struct instance h;
    struct errors e;
    double *y, *dx, *dw;

    harness_start(&h, spec, in, n, 5);
    for (size_t j = 0; j < h.in_count; j++)
        h.x[0][j] = h.x[0][j] > 0 ? h.x[0][j] : 0;
    y = xcalloc(h.out_count, sizeof *y);
    dx = xcalloc(h.in_count, sizeof *dx);
    dw = xcalloc(h.layer.param[0].count, sizeof *dw);
    convolve(&h, 1, y, dx, dw);
    harness_forward(&h, true);
    harness_backward(&h);
    e = (struct errors){error_of(h.out_count, h.y, y), error_of(h.in_count, h.dx[0], dx),
                        error_of(h.layer.param[0].count, h.dparam, dw)};
    free(y);
    free(dx);
    free(dw);
    free(spec);
    harness_stop(&h);
    return e;
}

static void check_error(const char *what, struct shape in, double error, double of_small_tiles)
{
    print_message("%dx%dx%d: error of %s %.1f, F(2x2): %.1f\n", in.h, in.w, in.c, what, error,
                  of_small_tiles);
    if (!(error <= 4 * of_small_tiles))
        fail_msg("%dx%dx%d: the error of %s is %.1f, more than 4 times that of F(2x2), %.1f", in.h,
                 in.w, in.c, what, error, of_small_tiles);
}

/* The errors at sizes of ResNet-20 and VGG are at most 4 times those of F(2x2, 3x3), whose points are the most exact ones.
 * golden/winograd_points.py computed the latter, for y, dx and dw. */
static void test_errors(void **state)
{
    static const struct {
        struct shape in;
        double y, dx, dw;
    } cases[] = {
        {{3, 32, 32, 16}, 2.4, 2.8, 10.1},
        {{3, 16, 16, 32}, 3.0, 3.4, 5.1},
        {{3, 8, 8, 64}, 4.0, 4.5, 2.9},
        {{3, 28, 28, 128}, 5.1, 6.0, 9.0},
    };

    (void)state;
    if (!brgemm_serves(kernels_choose()))
        skip_because("LIBXSMM is not in this build, or does not serve these kernels");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct errors e = errors_of(cases[i].in, 2);

        check_error("y", cases[i].in, e.y, cases[i].y);
        check_error("dx", cases[i].in, e.dx, cases[i].dx);
        check_error("dw", cases[i].in, e.dw, cases[i].dw);
    }
}

/* Few tiles are summed in float, and these sums in double: the gradient of the weights is as exact for many samples as for
 * few. */
static void test_error_of_long_sums(void **state)
{
    double few, many;

    (void)state;
    if (!brgemm_serves(kernels_choose()))
        skip_because("LIBXSMM is not in this build, or does not serve these kernels");
    few = errors_of(shape_image(32, 32, 16), 1).dw;
    many = errors_of(shape_image(32, 32, 16), 48).dw;
    print_message("error of dw: %.1f with 1 sample, %.1f with 48\n", few, many);
    assert_true(many <= 1.25 * few);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_transforms), cmocka_unit_test(test_filters),
        cmocka_unit_test(test_identity),   cmocka_unit_test(test_convolution),
        cmocka_unit_test(test_errors),     cmocka_unit_test(test_error_of_long_sums),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
