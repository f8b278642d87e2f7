/* Convolution and dense have two paths each: products by LIBXSMM, or by vector kernels, and CBLAS. The layer set
 * up with NORMLAB_ISA=plain takes the second. On small whole numbers every sum is exact in any order,
 * so both agree to the bit, unless Winograd's transforms round; on normal ones to the rounding of their sums. Cases are
 * drawn from a grid. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/system/parallel.h"
#include "harness.h"
#include "kernel_data.h"
#include "layers/conv/conv2d.h"
#include "layers/dense.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct path_case {
    char spec[96], what[256];
    struct shape in;
    int n, max_n;
    bool add, no_dx, whole; /* whole numbers */
};

/* What one path made, in memory with guards. */
struct made {
    size_t out, in, param, scratch;
    real *y, *dx, *dparam, *room;
    bool is_fast, by_winograd;
};

static void make_whole(real *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        v[i] = rint(v[i]) > 3 ? 3 : (real)rint(v[i]);
}

static bool is_fast(const struct layer *l)
{
    if (strcmp(l->type->name, "dense") == 0)
        return ((const struct dense *)l->options)->products.by_kernels;
    return ((const struct conv2d *)l->options)->path != CONV_COLUMNS;
}

static bool is_by_winograd(const struct layer *l)
{
    return strcmp(l->type->name, "conv2d") == 0 &&
           ((const struct conv2d *)l->options)->path == CONV_WINOGRAD;
}

/* Runs forward and backward; scratch is NaN before each, and the gradients when they are overwritten. */
static struct made make(const struct path_case *c, struct parallel *threads)
{
    struct instance h;
    struct made m;
    real *old;

    harness_start(&h, c->spec, c->in, c->max_n, 3);
    if (c->whole) {
        make_whole(h.x[0], h.in_count);
        make_whole(h.dy, h.out_count);
        make_whole(h.param, h.layer.param_reals);
    }
    m.out = (size_t)c->n * shape_size(h.layer.out);
    m.in = (size_t)c->n * shape_size(c->in);
    m.param = h.layer.param_reals;
    m.scratch = h.layer.scratch_bytes / sizeof(real);
    m.is_fast = is_fast(&h.layer);
    m.by_winograd = is_by_winograd(&h.layer);
    old = xcalloc(m.in + m.param, sizeof *old);
    for (size_t i = 0; i < m.in + m.param; i++)
        old[i] = (real)(i % 5);
    m.y = output_new(m.out, NULL);
    m.dx = output_new(m.in, c->add ? old : NULL);
    m.dparam = output_new(m.param, old);
    for (int i = 0; i < h.layer.params && !c->add; i++)
        for (size_t j = 0; j < h.layer.param[i].count; j++)
            m.dparam[h.layer.param[i].offset + j] = (real)NAN;
    m.room = output_new(m.scratch, NULL);
    free(old);
    h.io.n = c->n;
    h.io.training = true;
    h.io.y = m.y;
    h.io.dx[0] = c->no_dx ? NULL : m.dx;
    h.io.dparam = m.dparam;
    h.io.add[0] = h.io.add_param = c->add;
    h.io.scratch = m.room;
    h.io.threads = threads;
    h.layer.type->forward(&h.layer, &h.io);
    for (size_t i = 0; i < m.scratch; i++)
        m.room[i] = (real)NAN;
    h.layer.type->backward(&h.layer, &h.io);
    harness_stop(&h);
    return m;
}

static struct made make_plain(const struct path_case *c)
{
    const char *before = getenv("NORMLAB_ISA");
    char *isa = before ? xstrdup(before) : NULL;
    struct made m;

    setenv("NORMLAB_ISA", "plain", 1);
    m = make(c, NULL);
    if (isa)
        setenv("NORMLAB_ISA", isa, 1);
    else
        unsetenv("NORMLAB_ISA");
    free(isa);
    return m;
}

static void made_free(const char *what, struct made *m)
{
    output_free(what, m->y, m->out);
    output_free(what, m->dx, m->in);
    output_free(what, m->dparam, m->param);
    output_free(what, m->room, m->scratch);
}

/* length: of the longest sum. Normal numbers: its error is at most length roundings of the sum of
 * |products|, which is about length itself. */
static void assert_same(const struct path_case *c, const char *part, size_t n, const real *got,
                        const real *want, double length, bool exact)
{
    char what[320];
    double *size = xcalloc(n + 1, sizeof *size);

    snprintf(what, sizeof what, "%s, %s", c->what, part);
    for (size_t i = 0; i < n; i++)
        size[i] = length;
    assert_near(what, n, got, want, size, exact ? 0 : 2 * sqrt(length));
    free(size);
}

static void check_case(struct path_case *c, double forward, double weight, double input)
{
    struct made got = make(c, NULL), want = make_plain(c);
    bool exact = c->whole && !got.by_winograd;
    char shape[48];

    shape_print(shape, c->in);
    snprintf(c->what, sizeof c->what, "%s on %d (of %d) of %s%s%s", c->spec, c->n, c->max_n, shape,
             c->add ? ", added" : "", c->whole ? "" : ", normal numbers");
    if (!got.is_fast || want.is_fast)
        fail_msg("%s: not by the path that it should take", c->what);
    assert_same(c, "y", got.out, got.y, want.y, forward, exact);
    assert_same(c, "dx", got.in, got.dx, want.dx, input, exact);
    assert_same(c, "dparam", got.param, got.dparam, want.dparam, weight, exact);
    made_free(c->what, &got);
    made_free(c->what, &want);
}

/* cmocka does not come back from a skip: before anything is allocated. */
static void skip_without_libxsmm(void)
{
    if (brgemm_serves(kernels_choose()))
        return;
    skip_because("LIBXSMM is not in this build, or does not serve these kernels");
}

static int pick(struct rng *r, const int *from, int n)
{
    return from[(int)(rng_uniform(r) * n)];
}

#define PICK(r, ...)                                                                               \
    pick(r, (const int[]){__VA_ARGS__}, (int)(sizeof(int[]){__VA_ARGS__} / sizeof(int)))

static bool draw_convolution(struct rng *r, struct path_case *c)
{
    int k = PICK(r, 1, 2, 3, 4, 5, 6, 7), stride = PICK(r, 1, 2, 3, 4),
        pad = PICK(r, 0, 1, 2, 3, 4), in = PICK(r, 1, 2, 3, 5, 8, 10, 16, 17, 33),
        out = PICK(r, 1, 2, 3, 5, 8, 10, 16, 17, 33);
    int h = PICK(r, 1, 2, 3, 4, 5, 7, 8, 9, 11, 14), w = PICK(r, 1, 2, 3, 4, 5, 6, 8, 9, 13, 16);

    memset(c, 0, sizeof *c);
    c->in = shape_image(h, w, in);
    c->n = PICK(r, 1, 1, 2, 3, 3, 17);
    c->max_n = c->n + PICK(r, 0, 0, 1, 15);
    c->add = rng_uniform(r) < 0.5;
    c->no_dx = rng_uniform(r) < 0.1;
    c->whole = rng_uniform(r) < 0.8;
    snprintf(c->spec, sizeof c->spec, "conv2d %d k=%d stride=%d pad=%d bias=%d", out, k, stride,
             pad, rng_uniform(r) < 0.5);
    return h + 2 * pad >= k && w + 2 * pad >= k;
}

static void check_convolution(struct path_case *c)
{
    struct instance h;
    double taps, positions;

    assert_int_equal(harness_setup(&h, c->spec, c->in, 1, 1), 0);
    taps = (double)h.layer.param[LAYER_WEIGHT].dim[0] * h.layer.param[LAYER_WEIGHT].dim[1];
    positions = (double)shape_positions(h.layer.out);
    check_case(c, taps * c->in.c + 1, positions * c->n + 4, taps * h.layer.out.c + 4);
}

#ifdef __SANITIZE_ADDRESS__
enum { CONVOLUTIONS = 300, DENSES = 200 };
#else
enum { CONVOLUTIONS = 900, DENSES = 420 };
#endif

static void test_convolution(void **state)
{
    struct rng r = rng_stream(1, "convolutions");
    struct path_case c;

    (void)state;
    skip_without_libxsmm();
    for (int i = 0; i < CONVOLUTIONS;)
        if (draw_convolution(&r, &c)) {
            check_convolution(&c);
            i++;
        }
}

/* What networks use, and corners that a draw may miss. */
static void test_chosen_convolutions(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
    } chosen[] = {
        {"conv2d 16 k=3", {3, 32, 32, 3}, 9},
        {"conv2d 16 k=3", {3, 32, 32, 16}, 17},
        {"conv2d 32 k=3 stride=2", {3, 32, 32, 16}, 3},
        {"conv2d 32 k=1 stride=2 pad=0", {3, 32, 32, 16}, 3},
        {"conv2d 64 k=3", {3, 8, 8, 64}, 70},
        {"conv2d 6 k=5 pad=2", {3, 28, 28, 1}, 17},
        {"conv2d 3 k=1 stride=4 pad=4", {3, 3, 2, 5}, 2},
        {"conv2d 3 k=2 stride=4 pad=0", {3, 11, 14, 5}, 2},
        {"conv2d 3 k=7 stride=1 pad=0", {3, 7, 7, 5}, 3},
        {"conv2d 65 k=3", {3, 5, 4, 130}, 2},
        {"conv2d 2 k=3", {3, 2000, 1, 2}, 3}, /* more rows than a chunk has */
        {"conv2d 2 k=3", {3, 1, 2000, 2}, 3},
        {"conv2d 8 k=3", {3, 1, 1, 8}, 64},
        {"conv2d 65 k=7 pad=6", {3, 5, 5, 3}, 33}, /* no zeros below dy, many beside it */
    };

    (void)state;
    skip_without_libxsmm();
    for (size_t i = 0; i < 4 * sizeof chosen / sizeof *chosen; i++) {
        struct path_case c = {.in = chosen[i / 4].in,
                              .n = chosen[i / 4].n,
                              .max_n = chosen[i / 4].n,
                              .add = i & 1,
                              .whole = i & 2};

        snprintf(c.spec, sizeof c.spec, "%s", chosen[i / 4].spec);
        check_convolution(&c);
    }
}

static void test_dense(void **state)
{
    struct rng r = rng_stream(1, "dense");

    (void)state;
    skip_without_libxsmm();
    for (int i = 0; i < DENSES; i++) {
        struct path_case c = {.n = i % 6 == 5 ? 256 : 1 + i % 70};
        int out = PICK(&r, 1, 2, 3, 5, 10, 16, 31, 32, 33, 63, 64, 65, 100, 128, 129, 200);

        c.in = shape_vector(PICK(&r, 1, 2, 3, 5, 8, 10, 16, 31, 32, 33, 63, 64, 65, 100, 130));
        if (i % 7 == 0)
            c.in = shape_sequence(3, c.in.c);
        c.max_n = c.n + PICK(&r, 0, 0, 1, 40);
        c.add = rng_uniform(&r) < 0.5;
        c.no_dx = rng_uniform(&r) < 0.1;
        c.whole = rng_uniform(&r) < 0.8;
        snprintf(c.spec, sizeof c.spec, "dense %d bias=%d", out, rng_uniform(&r) < 0.5);
        check_case(&c, c.in.c + 1, (double)c.n * c.in.h + 4, out + 4);
    }
}

/* dense adds its parameters' gradient where that of its input is overwritten, and the other way round. */
static void test_mixed_add(void **state)
{
    struct instance h;
    real *want;

    (void)state;
    harness_start(&h, "dense 70 bias=1", shape_vector(33), 45, 2);
    harness_forward(&h, true);
    harness_backward(&h);
    want = xcalloc(h.layer.param_reals, sizeof *want);
    memcpy(want, h.dparam, h.layer.param_reals * sizeof *want);
    h.io.add_param = true;
    h.layer.type->backward(&h.layer, &h.io);
    for (size_t i = 0; i < h.layer.param_reals; i++)
        assert_true(fabs((double)h.dparam[i] - 2 * want[i]) <= 45 * 45 * REAL_EPSILON);
    free(want);
    harness_stop(&h);
}

/* A layer is the same to the bit whatever number of threads shares it. */
static void test_threads(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
    } shared[] = {
        {"conv2d 16 k=3 bias=1", {3, 9, 7, 5}, 67},
        {"conv2d 3 k=4 stride=2 pad=1 bias=0", {3, 9, 7, 5}, 16},
        {"dense 200 bias=1", {1, 1, 1, 33}, 300},
    };

    (void)state;
    skip_without_libxsmm();
    for (int i = 0; i < 3 * 3 * 2; i++) {
        struct path_case c = {
            .in = shared[i / 6].in, .n = shared[i / 6].n, .max_n = shared[i / 6].n, .add = i % 2};
        struct parallel *threads;
        struct made alone, together;

        snprintf(c.spec, sizeof c.spec, "%s", shared[i / 6].spec);
        assert_int_equal(parallel_start(&threads, 2 + i / 2 % 3), 0);
        alone = make(&c, NULL);
        together = make(&c, threads);
        parallel_stop(threads);
        assert_memory_equal(alone.y, together.y, alone.out * sizeof(real));
        assert_memory_equal(alone.dx, together.dx, alone.in * sizeof(real));
        assert_memory_equal(alone.dparam, together.dparam, alone.param * sizeof(real));
        made_free(c.spec, &alone);
        made_free(c.spec, &together);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_convolution), cmocka_unit_test(test_chosen_convolutions),
        cmocka_unit_test(test_dense),       cmocka_unit_test(test_mixed_add),
        cmocka_unit_test(test_threads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
