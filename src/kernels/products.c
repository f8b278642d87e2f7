#include "kernels/products.h"

enum {
    LARGEST = 2048, /* in and out: a strip of W that a tile meets is then half a MiB */
    ROWS = 192,     /* of a task: whole tiles of the kernels */
    COLUMNS = 64,   /* of a task that sums over rows */
    DEPTH = 1024,   /* rows that such a task sums up at a time, which stay in cache */
    TURNED = 64,    /* rows of dy that are turned at a time */
};

size_t products_make(struct products *p, const struct kernels *k, int in, int out)
{
    bool by_kernels = k != &kernels_plain && in <= LARGEST && out <= LARGEST;

    *p = (struct products){k, in, out, by_kernels};
    return by_kernels ? (size_t)in * (size_t)out * sizeof(real) : 0;
}

/* A product of which each task takes some rows, or some columns. */
struct task {
    const struct products *p;
    struct matmul all;
};

static void run_rows(void *context, size_t first, size_t end)
{
    const struct task *t = context;
    struct matmul part = t->all;

    part.m = (int)(end - first);
    part.a += first * part.a_row;
    part.from = part.from ? part.from + first * part.ld_from : NULL;
    part.c += first * part.ldc;
    t->p->kernels->matmul(&part);
}

/* y = x W + from, whose rows are ld_from apart */
static void forward(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                    const real *w, const real *from, size_t ld_from, real *y)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;
    struct task t = {p,
                     {.n = p->out,
                      .k = p->in,
                      .a = x,
                      .a_row = in,
                      .a_column = 1,
                      .b = w,
                      .ldb = out,
                      .from = from,
                      .ld_from = ld_from,
                      .c = y,
                      .ldc = out}};

    parallel_blocks(threads, rows, ROWS, run_rows, &t);
}

void products_forward(const struct products *p, struct parallel *threads, size_t rows,
                      const real *x, const real *w, bool add, real *y)
{
    if (p->by_kernels)
        forward(p, threads, rows, x, w, add ? y : NULL, (size_t)p->out, y);
    else
        gemm(false, false, (int)rows, p->out, p->in, x, p->in, w, p->out, add, y, p->out);
}

void products_affine(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *w, const real *bias, real *y)
{
    if (p->by_kernels) {
        forward(p, threads, rows, x, w, bias, 0, y);
        return;
    }
    products_forward(p, threads, rows, x, w, false, y);
    if (bias)
        p->kernels->bias_add(rows, p->out, bias, y);
}

/* Columns of a sum over the rows of b, of which there are all.k. */
static void run_columns(void *context, size_t first, size_t end)
{
    const struct task *t = context;
    struct matmul part = t->all;
    int rows = t->all.k;

    part.n = (int)(end - first);
    part.c += first;
    for (int r = 0; r < rows; r += DEPTH) {
        part.k = rows - r < DEPTH ? rows - r : DEPTH;
        part.a = t->all.a + (size_t)r * part.a_column;
        part.b = t->all.b + (size_t)r * part.ldb + first;
        part.from = r > 0 || t->all.from ? part.c : NULL;
        t->p->kernels->matmul(&part);
    }
}

void products_weight(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *dy, bool add, real *dw)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;
    struct task t = {p,
                     {.m = p->in,
                      .k = (int)rows,
                      .a = x,
                      .a_row = 1,
                      .a_column = in,
                      .b = dy,
                      .ldb = out,
                      .from = add ? dw : NULL,
                      .ld_from = out,
                      .c = dw,
                      .ldc = out}};

    if (p->by_kernels)
        parallel_blocks(threads, out, COLUMNS, run_columns, &t);
    else
        gemm(true, false, p->in, p->out, (int)rows, x, p->in, dy, p->out, add, dw, p->out);
}

/* A row of ones times dy. */
void products_bias(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                   bool add, real *db)
{
    static const real one = 1;
    size_t out = (size_t)p->out;
    struct task t = {
        p,
        {.m = 1, .k = (int)rows, .a = &one, .b = dy, .ldb = out, .from = add ? db : NULL, .c = db}};

    if (p->by_kernels)
        parallel_blocks(threads, out, COLUMNS, run_columns, &t);
    else
        column_sums(rows, p->out, dy, add, db);
}

/* Where few rows meet a large W, dy is turned and not W: dx^T = W dy^T, with the same bits. Scratch memory for
 * W would do for both. */
static bool is_small(const struct products *p, size_t rows)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;

    return 2 * rows * (in + out) < in * out;
}

static void input_turned(const struct products *p, struct parallel *threads, size_t rows,
                         const real *dy, const real *w, real *dx, real *dy_turned)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;

    for (size_t first = 0, n; first < rows; first += n) {
        struct products by_dy = {p->kernels, p->out, 0, true};
        real *dx_turned;

        n = rows - first < TURNED ? rows - first : TURNED;
        by_dy.out = (int)n;
        dx_turned = dy_turned + out * n;
        p->kernels->transpose(n, out, dy + first * out, out, dy_turned, n);
        products_forward(&by_dy, threads, in, w, dy_turned, false, dx_turned);
        p->kernels->transpose(in, n, dx_turned, n, dx + first * in, in);
    }
}

void products_input(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                    const real *w, bool add, real *dx, void *scratch)
{
    struct products back = {p->kernels, p->out, p->in, p->by_kernels};

    if (!p->by_kernels) {
        gemm(false, true, (int)rows, p->in, p->out, dy, p->out, w, p->out, add, dx, p->in);
    } else if (!add && is_small(p, rows)) {
        input_turned(p, threads, rows, dy, w, dx, scratch);
    } else {
        products_turn(p, w, scratch);
        products_forward(&back, threads, rows, dy, scratch, add, dx);
    }
}

void products_turn(const struct products *p, const real *w, real *turned)
{
    p->kernels->transpose((size_t)p->in, (size_t)p->out, w, (size_t)p->out, turned, (size_t)p->in);
}
