/* Products of rows with a weight: a row's result does not depend on its neighbours; and a weight turned gives
 * what the input's gradient is. That products are right test_paths.c tells by dense. */
#include "base/arena.h"
#include "kernel_data.h"
#include "kernels/products.h"
#include <stdlib.h>
#include <string.h>

enum { ROWS = 71 };

static const int ins[] = {1, 2, 3, 5, 16, 17, 64, 100, 257};
static const int outs[] = {1, 2, 3, 7, 8, 9, 15, 16, 17, 24, 32, 33, 48, 64, 65, 72, 80, 96, 130};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Each of the first `rows` rows against itself alone. */
static void check_rows(const struct products *p, size_t rows, const real *x, const real *w,
                       const real *old, const real *alone, bool add)
{
    size_t count = rows * (size_t)p->out;
    real *y = output_new(count, add ? old : NULL);

    products_forward(p, NULL, rows, x, w, add, y);
    for (size_t r = 0; r < rows; r++)
        if (memcmp(y + r * (size_t)p->out, alone + r * (size_t)p->out, (size_t)p->out * sizeof *y))
            fail_msg("%d x %d%s: row %zu of %zu differs from itself alone", p->in, p->out,
                     add ? ", added" : "", r, rows);
    output_free("y", y, count);
}

static void check_shape(const struct kernels *k, int in, int out)
{
    size_t count = (size_t)ROWS * (size_t)out;
    real *x = input_new((size_t)ROWS * (size_t)in, NORMAL, "x"),
         *w = input_new((size_t)in * (size_t)out, NORMAL, "w"),
         *old = input_new(count, NORMAL, "y");
    struct products p;

    products_make(&p, k, in, out);
    assert_true(p.by_kernels);
    for (int add = 0; add < 2; add++) {
        real *alone = output_new(count, add ? old : NULL);

        for (size_t r = 0; r < ROWS; r++)
            products_forward(&p, NULL, 1, x + r * (size_t)in, w, add, alone + r * (size_t)out);
        for (size_t rows = 1; rows <= ROWS; rows++)
            check_rows(&p, rows, x, w, old, alone, add);
        output_free("y", alone, count);
    }
    input_free(x), input_free(w), input_free(old);
}

static void test_rows_stand_alone(void **state)
{
    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (size_t i = 0; i < COUNT(ins); i++)
            for (size_t j = 0; j < COUNT(outs); j++)
                if (kernels_runnable(kernels_all[t]) && kernels_all[t] != &kernels_plain)
                    check_shape(kernels_all[t], ins[i], outs[j]);
}

static void test_turned(void **state)
{
    enum { IN = 7, OUT = 70 };
    real *w = input_new(IN * OUT, NORMAL, "w"), *dy = input_new(ROWS * OUT, DYADIC, "dy");

    (void)state;
    for (int t = 0; kernels_all[t]; t++) {
        real *turned = output_new(IN * OUT, NULL), *want = output_new(ROWS * IN, NULL),
             *got = output_new(ROWS * IN, NULL);
        struct products p, back;
        void *scratch;

        if (kernels_runnable(kernels_all[t])) {
            scratch = xcalloc(1, 64 + products_make(&p, kernels_all[t], IN, OUT));
            products_make(&back, kernels_all[t], OUT, IN);
            for (size_t i = 0; i < IN * OUT; i++)
                w[i] = (real)(int)(4 * w[i]);
            products_turn(&p, w, turned);
            products_input(&p, NULL, ROWS, dy, w, false, want, scratch);
            products_forward(&back, NULL, ROWS, dy, turned, false, got);
            assert_memory_equal(got, want, ROWS * IN * sizeof *got);
            free(scratch);
        }
        output_free("turned", turned, IN * OUT);
        output_free("want", want, ROWS * IN);
        output_free("got", got, ROWS * IN);
    }
    input_free(w), input_free(dy);
}

/* A row's gradient has the same bits however many rows there are: few turn dy, in portions, many turn W. */
static void test_input_gradient_of_few_rows(void **state)
{
    enum { MANY = 300, IN = 400, OUT = 350 };
    static const size_t some[] = {1, 7, 64, 70};
    real *w = input_new(IN * OUT, NORMAL, "w"), *dy = input_new(MANY * OUT, NORMAL, "dy");

    (void)state;
    for (int t = 0; kernels_all[t]; t++) {
        real *all = output_new(MANY * IN, NULL);
        struct products p;
        void *scratch;

        if (!kernels_runnable(kernels_all[t]) || kernels_all[t] == &kernels_plain) {
            output_free("dx", all, MANY * IN);
            continue;
        }
        scratch = xcalloc(products_make(&p, kernels_all[t], IN, OUT), 1);
        products_input(&p, NULL, MANY, dy, w, false, all, scratch);
        for (size_t i = 0; i < COUNT(some); i++) {
            real *few = output_new(some[i] * IN, NULL);

            products_input(&p, NULL, some[i], dy, w, false, few, scratch);
            assert_memory_equal(few, all, some[i] * IN * sizeof *few);
            output_free("dx", few, some[i] * IN);
        }
        free(scratch);
        output_free("dx", all, MANY * IN);
    }
    input_free(w), input_free(dy);
}

/* A sum and a relu within a product, and the gradient through a relu before it, are the same elements as in passes of
 * their own, on every path: few rows, many, and CBLAS. */
static void check_ends(const struct kernels *k, size_t rows, int in, int out)
{
    size_t count_x = rows * (size_t)in, count = rows * (size_t)out;
    real *x = input_new(count_x, NORMAL, "x"), *w = input_new((size_t)(in * out), NORMAL, "w"),
         *bias = input_new((size_t)out, NORMAL, "b"), *plus = input_new(count, NORMAL, "plus"),
         *y = output_new(count, NULL), *got = output_new(count, NULL),
         *dx = output_new(count_x, NULL), *gated = output_new(count_x, NULL);
    struct products p;
    void *scratch = xcalloc(1, 64 + products_make(&p, k, in, out));

    products_affine(&p, NULL, rows, x, w, bias, NULL, false, y);
    products_affine(&p, NULL, rows, x, w, bias, plus, true, got);
    for (size_t i = 0; i < count; i++)
        assert_true(got[i] == (y[i] + plus[i] > 0 ? y[i] + plus[i] : 0));
    products_input(&p, NULL, rows, plus, w, false, dx, scratch);
    products_input_gated(&p, NULL, rows, plus, w, x, gated, scratch);
    for (size_t i = 0; i < count_x; i++)
        assert_true(gated[i] == (x[i] > 0 ? dx[i] : 0));
    output_free("y", y, count), output_free("got", got, count);
    output_free("dx", dx, count_x), output_free("gated", gated, count_x);
    input_free(x), input_free(w), input_free(bias), input_free(plus);
    free(scratch);
}

static void test_ends(void **state)
{
    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        if (kernels_runnable(kernels_all[t])) {
            check_ends(kernels_all[t], 7, 400, 350);
            check_ends(kernels_all[t], 300, 40, 70);
            check_ends(kernels_all[t], 20, 1100, 9);
        }
}

/* What n samples of `valid` positions give, padded with zeros to `positions` each. */
static void padded_gradient(const struct products *p, size_t n, size_t valid, size_t positions,
                            const real *x, const real *dy, real *dw)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;
    real *padded_x = xcalloc(n * positions * in, sizeof *x),
         *padded_dy = xcalloc(n * positions * out, sizeof *dy);

    for (size_t i = 0; i < n; i++) {
        memcpy(padded_x + i * positions * in, x + i * valid * in, valid * in * sizeof *x);
        memcpy(padded_dy + i * positions * out, dy + i * valid * out, valid * out * sizeof *dy);
    }
    products_weight(p, NULL, n, positions, padded_x, padded_dy, false, dw);
    free(padded_x), free(padded_dy);
}

/* Padding changes no bit of a weight's gradient, though it moves the rows, however long the sequences are. */
static void test_padding_of_sums(void **state)
{
    enum { IN = 5, OUT = 70, MOST = 9 * 1100 };
    static const struct {
        size_t n, valid;
    } some[] = {{1, 1000}, {1, 1100}, {3, 300}, {8, 100}, {17, 63}, {17, 65}, {9, 500}, {40, 30}};
    static const size_t more[] = {1, 27, 28, 29, 400, 1000};
    real *x = input_new(MOST * IN, NORMAL, "x"), *dy = input_new(MOST * OUT, NORMAL, "dy");

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (size_t i = 0; i < COUNT(some) * COUNT(more); i++) {
            size_t n = some[i / COUNT(more)].n, valid = some[i / COUNT(more)].valid;
            real want[IN * OUT], got[IN * OUT];
            struct products p;

            if (!kernels_runnable(kernels_all[t]) || kernels_all[t] == &kernels_plain)
                continue; /* CBLAS's products keep no such promise */
            products_make(&p, kernels_all[t], IN, OUT);
            padded_gradient(&p, n, valid, valid, x, dy, want);
            padded_gradient(&p, n, valid, valid + more[i % COUNT(more)], x, dy, got);
            assert_memory_equal(got, want, sizeof got);
        }
    input_free(x), input_free(dy);
}

/* More rows than are summed up at a time; every sum is exact. */
static void test_sums_over_rows(void **state)
{
    enum { MANY = 2500, IN = 5, OUT = 70 };
    real *x = input_new(MANY * IN, DYADIC, "x"), *dy = input_new(MANY * OUT, DYADIC, "dy");

    (void)state;
    for (int t = 0; kernels_all[t]; t++)
        for (int add = 0; add < 2 && kernels_runnable(kernels_all[t]); add++) {
            real *dw = output_new(IN * OUT, x), *db = output_new(OUT, x);
            struct products p;

            products_make(&p, kernels_all[t], IN, OUT);
            products_weight(&p, NULL, 1, MANY, x, dy, add, dw);
            products_bias(&p, NULL, MANY, dy, add, db);
            for (size_t j = 0; j < OUT; j++) {
                double bias = add ? x[j] : 0;

                for (size_t r = 0; r < MANY; r++)
                    bias += dy[r * OUT + j];
                assert_true(db[j] == bias);
                for (size_t i = 0; i < IN; i++) {
                    double weight = add ? x[i * OUT + j] : 0;

                    for (size_t r = 0; r < MANY; r++)
                        weight += (double)x[r * IN + i] * dy[r * OUT + j];
                    assert_true(dw[i * OUT + j] == weight);
                }
            }
            output_free("dw", dw, IN * OUT);
            output_free("db", db, OUT);
        }
    input_free(x), input_free(dy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_stand_alone),
        cmocka_unit_test(test_turned),
        cmocka_unit_test(test_input_gradient_of_few_rows),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_sums_over_rows),
        cmocka_unit_test(test_padding_of_sums),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
