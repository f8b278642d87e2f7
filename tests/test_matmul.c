/* Products, transposes and the softmax's backward pass of every table that this CPU runs, against their definitions. */
#include "base/arena.h"
#include "kernel_data.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Sizes around the tiles' and vectors'. */
static const int size[] = {1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 47, 64, 65, 100};
enum { SIZES = sizeof size / sizeof *size, GAP = 3 };

enum start { NOTHING, BIAS, SELF, STARTS };

/* All numbers are dyadic, so every order of summation gives the same bits. */
static void check_product(const struct kernels *k, int m, int n, int depth, bool transposed,
                          enum start start)
{
    size_t ldb = (size_t)n + GAP, ldc = (size_t)n + GAP, count = (size_t)m * ldc;
    size_t lda = (size_t)(transposed ? m : depth) + GAP;
    real *a = input_new((size_t)(transposed ? depth : m) * lda, DYADIC, "a"),
         *b = input_new((size_t)depth * ldb, DYADIC, "b"),
         *bias = input_new((size_t)n, DYADIC, "f"), *first = input_new(count, DYADIC, "c"),
         *c = output_new(count, first);
    struct matmul p = {m, n, depth, a,  transposed ? 1 : lda, transposed ? lda : 1, b, ldb, NULL,
                       0, c, ldc,   {0}};

    if (start != NOTHING)
        p.from = start == BIAS ? bias : c;
    if (start == SELF)
        p.ld_from = ldc;
    k->matmul(&p);
    for (size_t i = 0; i < (size_t)m; i++)
        for (size_t j = 0; j < ldc; j++) {
            double want = start == BIAS && j < (size_t)n ? bias[j]
                          : start == SELF                ? first[i * ldc + j]
                                                         : 0;

            for (size_t l = 0; l < (size_t)depth && j < (size_t)n; l++)
                want += (double)a[transposed ? l * lda + i : i * lda + l] * b[l * ldb + j];
            if (j >= (size_t)n)
                want = first[i * ldc + j]; /* between the rows */
            if (c[i * ldc + j] != want)
                fail_msg("%s: %dx%dx%d transposed %d start %d: [%zu][%zu] is %g, should be %g",
                         k->name, m, n, depth, transposed, start, i, j, (double)c[i * ldc + j],
                         want);
        }
    output_free("c", c, count);
    input_free(a);
    input_free(b);
    input_free(bias);
    input_free(first);
}

static void test_products(void **state)
{
    const struct kernels *k = *state;

    for (int i = 0; i < SIZES * SIZES; i++)
        for (int l = i % 3; l < SIZES; l += 3)
            check_product(k, size[i / SIZES], size[i % SIZES], size[l], i % 2,
                          (enum start)(i % STARTS));
}

/* What the end makes of an element of the product without an end. */
static real ended(const struct matmul_end *e, size_t i, size_t j, real v)
{
    v += e->plus ? e->plus[i * e->ld_plus + j] : 0;
    v = e->relu && v < 0 ? 0 : v;
    return e->gate && e->gate[i * e->ld_gate + j] <= 0 ? 0 : v;
}

/* The end changes elements as its definition says: what is added, relu and gate, alone and together. */
static void check_end(const struct kernels *k, int m, int n, int depth, int which)
{
    size_t ld = (size_t)n + GAP, count = (size_t)m * ld;
    real *a = input_new((size_t)m * (size_t)depth, NORMAL, "a"),
         *b = input_new((size_t)depth * (size_t)n, NORMAL, "b"),
         *plus = input_new(count, NORMAL, "plus"), *gate = input_new(count, NORMAL, "gate"),
         *product = output_new(count, gate), *c = output_new(count, gate);
    struct matmul p = {m, n, depth, a, (size_t)depth, 1, b, (size_t)n, NULL, 0, product, ld, {0}};

    plus[0] = gate[n - 1] = NAN;
    gate[0] = 1;
    k->matmul(&p);
    p.c = c;
    p.end =
        (struct matmul_end){which & 1 ? plus : NULL, ld, which & 2, which & 4 ? gate : NULL, ld};
    k->matmul(&p);
    for (size_t i = 0; i < count; i++) {
        bool between = i % ld >= (size_t)n;
        real want = between ? gate[i] : ended(&p.end, i / ld, i % ld, product[i]);

        if (!(c[i] == want || (isnan(c[i]) && isnan(want))))
            fail_msg("%s: %dx%dx%d, end %d: [%zu] is %g, should be %g", k->name, m, n, depth, which,
                     i, (double)c[i], (double)want);
    }
    output_free("product", product, count);
    output_free("c", c, count);
    input_free(a), input_free(b), input_free(plus), input_free(gate);
}

static void test_ends(void **state)
{
    static const int depth[] = {1, 17, MATMUL_BLOCK, MATMUL_BLOCK + 5};
    const struct kernels *k = *state;

    for (int i = 0; i < SIZES * SIZES; i++)
        check_end(k, size[i / SIZES], size[i % SIZES], depth[i % 2], 1 + i % 7);
    for (int which = 1; which < 8; which++)
        for (int l = 2; l < 4; l++)
            check_end(k, 26, 70, depth[l], which);
}

/* A row has the same bits alone, and among others wherever it stands. */
static void test_rows_by_themselves(void **state)
{
    enum { M = 29, DEPTH = 50 };
    const struct kernels *k = *state;

    for (int s = 0; s < SIZES; s++) {
        size_t n = (size_t)size[s];
        real *a = input_new(M * DEPTH, NORMAL, "a"), *b = input_new(DEPTH * n, NORMAL, "b"),
             *all = output_new(M * n, NULL), *one = output_new(n, NULL);
        struct matmul p = {M, (int)n, DEPTH, a, DEPTH, 1, b, n, NULL, 0, all, n, {0}};

        k->matmul(&p);
        for (size_t i = 0; i < M; i++) {
            struct matmul row = p;

            row.m = 1;
            row.a += i * DEPTH;
            row.c = one;
            k->matmul(&row);
            assert_memory_equal(one, all + i * n, n * sizeof(real));
        }
        output_free("one", one, n);
        output_free("all", all, M * n);
        input_free(a);
        input_free(b);
    }
}

static void test_transpose(void **state)
{
    const struct kernels *k = *state;

    for (int s = 0; s < SIZES * SIZES; s++) {
        size_t rows = (size_t)size[s / SIZES], columns = (size_t)size[s % SIZES], ld = rows + GAP;
        real *from = input_new(rows * (columns + GAP), NORMAL, "from"),
             *first = input_new(columns * ld, NORMAL, "to"), *to = output_new(columns * ld, first);

        k->transpose(rows, columns, from, columns + GAP, to, ld);
        for (size_t j = 0; j < columns; j++)
            for (size_t i = 0; i < ld; i++)
                assert_true(to[j * ld + i] ==
                            (i < rows ? from[i * (columns + GAP) + j] : first[j * ld + i]));
        output_free("to", to, columns * ld);
        input_free(from);
        input_free(first);
    }
}

/* Against the Jacobian of softmax, written out: dx_i = scale * sum over j of dy_j y_j (delta_ij - y_i). */
static void test_softmax_backward(void **state)
{
    enum { ROWS = 3 };
    const struct kernels *k = *state;

    for (int s = 0; s < SIZES; s++) {
        int n = size[s];
        size_t count = ROWS * (size_t)n;
        real *x = input_new(count, NORMAL, "x"), *dy = input_new(count, NORMAL, "dy"),
             *y = output_new(count, NULL), *dx = output_new(count, dy);
        double scale = 0.375;

        k->softmax_rows(ROWS, n, (real)scale, x, NULL, y);
        k->softmax_rows_backward(ROWS, n, (real)scale, y, dx, dx);
        for (size_t i = 0; i < count; i++) {
            size_t row = i / (size_t)n * (size_t)n;
            double want = 0, terms = 0;

            for (size_t j = row; j < row + (size_t)n; j++) {
                want += scale * dy[j] * y[j] * ((i == j) - (double)y[i]);
                terms += fabs(scale * dy[j] * y[j]);
            }
            if (!(fabs(dx[i] - want) <= 16 * REAL_EPSILON * (fabs(want) + terms)))
                fail_msg("%s, length %d: dx[%zu] is %.9g, should be %.9g", k->name, n, i,
                         (double)dx[i], want);
        }
        output_free("dx", dx, count);
        output_free("y", y, count);
        input_free(x);
        input_free(dy);
    }
}

/* Sums of many equal terms, which drift in one direction: rounding grows with a block and the number of blocks. */
static void test_long_product(void **state)
{
    enum { M = 7, DEPTH = 1 << 18, N = 20 };
    const struct kernels *k = *state;
    real *a = xcalloc(DEPTH, sizeof *a), *b = xcalloc((size_t)DEPTH * N, sizeof *b), c[M * N];
    struct matmul p = {M, N, DEPTH, a, 0, 1, b, N, NULL, 0, c, N, {0}};
    double want = 0, additions = MATMUL_BLOCK + DEPTH / MATMUL_BLOCK + 2;
    /* The second part is want's own, which is summed up term by term. */
    double tolerance = additions * REAL_EPSILON / 2 + DEPTH * DBL_EPSILON / 2;

    for (size_t l = 0; l < DEPTH; l++) {
        a[l] = (real)0.7;
        for (size_t j = 0; j < N; j++)
            b[l * N + j] = (real)0.1;
        want += (double)a[l] * b[l * N];
    }
    k->matmul(&p);
    for (size_t i = 0; i < M * N; i++)
        if (!(fabs(c[i] / want - 1) <= tolerance))
            fail_msg("%s: a sum of %d terms is off by %.2g of it", k->name, DEPTH,
                     fabs(c[i] / want - 1));
    free(a), free(b);
}

/* The same of a softmax over many columns, and of its gradient, which is 0 where dy is the same everywhere. */
static void test_long_softmax(void **state)
{
    enum { LENGTH = 1 << 20, ADDITIONS = 512 };
    const struct kernels *k = *state;
    real *x = xcalloc(LENGTH, sizeof *x), *y = xcalloc(LENGTH, sizeof *y);
    double sum = 1, tolerance = (ADDITIONS + 16) * REAL_EPSILON / 2 + LENGTH * DBL_EPSILON / 2;

    for (size_t j = 1; j < LENGTH; j++) {
        x[j] = (real)-0.7;
        sum += exp((double)x[j]);
    }
    k->softmax_rows(1, LENGTH, 1, x, NULL, y);
    for (size_t j = 0; j < LENGTH; j++) {
        double want = exp((double)x[j]) / sum;

        if (!(fabs(y[j] - want) <= tolerance * want))
            fail_msg("%s: a softmax over %d columns is off by %.2g of it", k->name, LENGTH,
                     fabs(y[j] / want - 1));
        y[j] = (real)(1.0 / LENGTH);
        x[j] = (real)0.3;
    }
    k->softmax_rows_backward(1, LENGTH, 1, y, x, x);
    for (size_t j = 0; j < LENGTH; j++)
        assert_true(fabs(x[j] * (double)LENGTH) <= 0.3 * tolerance);
    free(x), free(y);
}

/* More columns of zeros in y: the same bits in the others. */
static void test_softmax_backward_padding(void **state)
{
    enum { LONG = 120 };
    const struct kernels *k = *state;
    real *x = input_new(LONG, NORMAL, "x"), *dy = input_new(LONG, NORMAL, "dy");

    for (int s = 0; s < SIZES; s++) {
        unsigned char mask[LONG] = {0};
        real y[LONG], alone[LONG], padded[LONG];

        memset(mask, 1, (size_t)size[s]);
        k->softmax_rows(1, LONG, 1, x, mask, y);
        k->softmax_rows_backward(1, size[s], 1, y, dy, alone);
        k->softmax_rows_backward(1, LONG, 1, y, dy, padded);
        assert_memory_equal(alone, padded, (size_t)size[s] * sizeof(real));
        for (int j = size[s]; j < LONG; j++)
            assert_true(padded[j] == 0);
    }
    input_free(x);
    input_free(dy);
}

int main(void)
{
    static const struct CMUnitTest all[] = {
        cmocka_unit_test(test_products),           cmocka_unit_test(test_ends),
        cmocka_unit_test(test_rows_by_themselves), cmocka_unit_test(test_transpose),
        cmocka_unit_test(test_softmax_backward),   cmocka_unit_test(test_softmax_backward_padding),
        cmocka_unit_test(test_long_product),       cmocka_unit_test(test_long_softmax),
    };
    struct CMUnitTest tests[32] = {0};
    int n = 0;

    for (int t = 0; kernels_all[t]; t++)
        for (int i = 0; i < 8 && kernels_runnable(kernels_all[t]); i++) {
            tests[n] = all[i];
            tests[n++].initial_state = (void *)kernels_all[t];
        }
    return _cmocka_run_group_tests("matmul", tests, (size_t)n, NULL, NULL);
}
