#include "kernels/products.h"

enum {
    /* largest in and out for matmul: the columns of W that a tile reads then fit in half a MiB */
    LARGEST = 2048,
    ROWS = 192,   /* rows of y in a task; a multiple of the rows of matmul's tiles */
    COLUMNS = 64, /* columns of dW or of db in a task that sums over rows */
    TILE = 48,    /* rows of dW in such a task; a multiple of the rows of matmul's tiles */
    SAMPLES = 16, /* largest number of samples in a block of rows that is summed in real */
    TURNED = 64,  /* rows of dy that are transposed at a time */
};

size_t products_make(struct products *p, const struct kernels *k, int in, int out)
{
    bool by_kernels = k != &kernels_plain && in <= LARGEST && out <= LARGEST;

    *p = (struct products){k, in, out, by_kernels};
    return by_kernels ? (size_t)in * (size_t)out * sizeof(real) : 0;
}

/* The context of a product that is split into tasks by rows. */
struct task {
    const struct products *p;
    struct matmul all; /* the whole product, but without its number of rows */
};

/* Computes the rows [first, end) of the product. */
static void run_rows(void *context, size_t first, size_t end)
{
    const struct task *t = context;
    struct matmul m = t->all;

    m.m = (int)(end - first);
    m.a += first * m.a_row;
    m.from = m.from ? m.from + first * m.ld_from : NULL;
    m.c += first * m.ldc;
    m.end.plus = m.end.plus ? m.end.plus + first * m.end.ld_plus : NULL;
    m.end.gate = m.end.gate ? m.end.gate + first * m.end.ld_gate : NULL;
    t->p->kernels->matmul(&m);
}

/* y = x W + from, where the rows of `from` are ld_from elements apart, followed by `end`. from may be NULL. */
static void forward(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                    const real *w, const real *from, size_t ld_from, struct matmul_end end, real *y)
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
                      .ldc = out,
                      .end = end}};

    t.all.end.ld_plus = t.all.end.ld_gate = out;
    parallel_blocks(threads, rows, ROWS, run_rows, &t);
}

void products_forward(const struct products *p, struct parallel *threads, size_t rows,
                      const real *x, const real *w, bool add, real *y)
{
    if (p->by_kernels)
        forward(p, threads, rows, x, w, add ? y : NULL, (size_t)p->out, (struct matmul_end){0}, y);
    else
        gemm(false, false, (int)rows, p->out, p->in, x, p->in, w, p->out, add, y, p->out);
}

void products_affine(const struct products *p, struct parallel *threads, size_t rows, const real *x,
                     const real *w, const real *bias, const real *plus, bool relu, real *y)
{
    size_t count = rows * (size_t)p->out;

    if (p->by_kernels) {
        forward(p, threads, rows, x, w, bias, 0, (struct matmul_end){.plus = plus, .relu = relu},
                y);
        return;
    }
    products_forward(p, threads, rows, x, w, false, y);
    if (bias)
        p->kernels->bias_add(rows, p->out, bias, y);
    if (plus)
        p->kernels->sum(count, y, plus, y);
    if (relu)
        p->kernels->relu_forward(count, y, y);
}

/* The context of a sum over rows. The rows are the positions of n samples. */
struct sum_task {
    const struct products *p;
    size_t n, positions;
    const real *x, *dy;
    bool add;
    real *to;
};

/* A block is summed in real and has at most MATMUL_BLOCK rows. block_samples() returns the largest number of its samples,
 * block_positions() that of the positions of each. */
static size_t block_samples(const struct sum_task *t)
{
    return smaller(t->n, SAMPLES);
}

static size_t block_positions(const struct sum_task *t)
{
    return MATMUL_BLOCK / block_samples(t);
}

/* Returns the arguments of the product x^T dy for the rows [row, row + m) and columns [column, column + n) of dW. c, ldc:
 * where the result goes. The rows of x and dy to sum over are not yet set. */
static struct matmul weight_product(const struct sum_task *t, size_t row, size_t m, size_t column,
                                    size_t n, real *c, size_t ldc)
{
    return (struct matmul){.m = (int)m,
                           .n = (int)n,
                           .a = t->x + row,
                           .a_row = 1,
                           .a_column = (size_t)t->p->in,
                           .b = t->dy + column,
                           .ldb = (size_t)t->p->out,
                           .c = c,
                           .ldc = ldc};
}

/* Computes the product p, of weight_product(), over the rows [first, first + rows) of x and dy; with add, adds it to
 * p.c. */
static void sum_rows(const struct sum_task *t, struct matmul p, size_t first, size_t rows, bool add)
{
    p.a += first * p.a_column;
    p.b += first * p.ldb;
    p.k = (int)rows;
    p.from = add ? p.c : NULL;
    p.ld_from = p.ldc;
    t->p->kernels->matmul(&p);
}

/* Computes the product p over the positions [position, end) of the samples [sample, sample + samples). */
static void sum_block(const struct sum_task *t, const struct matmul *p, size_t sample,
                      size_t samples, size_t position, size_t end)
{
    if (end - position == t->positions) {
        sum_rows(t, *p, sample * t->positions, samples * t->positions, false);
        return;
    }
    for (size_t i = 0; i < samples; i++)
        sum_rows(t, *p, (sample + i) * t->positions + position, end - position, i > 0);
}

/* Computes a tile of dW: sums each block in real, and adds the sums of the blocks in double. */
static void run_tile(void *context, int number)
{
    const struct sum_task *t = context;
    size_t in = (size_t)t->p->in, out = (size_t)t->p->out, across = (out + COLUMNS - 1) / COLUMNS,
           row = (size_t)number / across * TILE, column = (size_t)number % across * COLUMNS,
           m = smaller(in - row, TILE), n = smaller(out - column, COLUMNS),
           samples = block_samples(t), positions = block_positions(t);
    real block[TILE * COLUMNS], *to = t->to + row * out + column;
    double total[TILE * COLUMNS] = {0};
    const struct matmul p = weight_product(t, row, m, column, n, block, n);

    for (size_t i = 0; i < t->n; i += samples)
        for (size_t at = 0; at < t->positions; at += positions) {
            sum_block(t, &p, i, smaller(t->n - i, samples), at,
                      smaller(t->positions, at + positions));
            t->p->kernels->columns_total(1, (int)(m * n), block, 0, total);
        }
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++)
            to[i * out + j] = (real)(total[i * n + j] + (t->add ? to[i * out + j] : 0));
}

/* Computes the columns [first, end) of dW when all rows are in one block. */
static void run_columns(void *context, size_t first, size_t end)
{
    const struct sum_task *t = context;
    const struct matmul p = weight_product(t, 0, (size_t)t->p->in, first, end - first,
                                           t->to + first, (size_t)t->p->out);

    sum_rows(t, p, 0, t->n * t->positions, t->add);
}

/* Computes dW by CBLAS: one block of rows after the other. CBLAS adds the blocks in real. */
static void weight_by_gemm(const struct products *p, size_t rows, const real *x, const real *dy,
                           bool add, real *dw)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;

    for (size_t r = 0, k; r < rows; r += k, add = true) {
        k = smaller(rows - r, MATMUL_BLOCK);
        gemm(true, false, p->in, p->out, (int)k, x + r * in, p->in, dy + r * out, p->out, add, dw,
             p->out);
    }
}

void products_weight(const struct products *p, struct parallel *threads, size_t n, size_t positions,
                     const real *x, const real *dy, bool add, real *dw)
{
    struct sum_task t = {p, n, positions, x, dy, add, dw};
    size_t in = (size_t)p->in, out = (size_t)p->out;
    int tiles = (int)((in + TILE - 1) / TILE * ((out + COLUMNS - 1) / COLUMNS));

    if (!p->by_kernels)
        weight_by_gemm(p, n * positions, x, dy, add, dw);
    else if (n <= block_samples(&t) && positions <= block_positions(&t))
        parallel_blocks(threads, out, COLUMNS, run_columns, &t);
    else
        parallel_run(threads, tiles, run_tile, &t);
}

/* Computes the elements [first, end) of db. */
static void run_bias(void *context, size_t first, size_t end)
{
    const struct sum_task *t = context;
    double total[COLUMNS] = {0};

    t->p->kernels->columns_total(t->n * t->positions, (int)(end - first), t->dy + first,
                                 (size_t)t->p->out, total);
    for (size_t j = first; j < end; j++)
        t->to[j] = (real)(total[j - first] + (t->add ? t->to[j] : 0));
}

void products_bias(const struct products *p, struct parallel *threads, size_t rows, const real *dy,
                   bool add, real *db)
{
    struct sum_task t = {.p = p, .n = 1, .positions = rows, .dy = dy, .add = add, .to = db};

    parallel_blocks(threads, (size_t)p->out, COLUMNS, run_bias, &t);
}

/* True when it is less work to transpose dy and dx than to transpose W. dx^T = W dy^T gives the same bits as
 * dx = dy W^T. Both transposed arrays then fit in the scratch memory for W. */
static bool is_small(const struct products *p, size_t rows)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;

    return 2 * rows * (in + out) < in * out;
}

/* dx = dy W^T, computed as dx^T = W dy^T for TURNED rows at a time. dy_turned: scratch memory, which has room for the
 * transposed rows of dy and dx. */
static void input_turned(const struct products *p, struct parallel *threads, size_t rows,
                         const real *dy, const real *w, real *dx, real *dy_turned)
{
    size_t in = (size_t)p->in, out = (size_t)p->out;

    for (size_t first = 0, n; first < rows; first += n) {
        struct products by_dy = {p->kernels, p->out, 0, true};
        real *dx_turned;

        n = smaller(rows - first, TURNED);
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

void products_input_gated(const struct products *p, struct parallel *threads, size_t rows,
                          const real *dy, const real *w, const real *x, real *dx, void *scratch)
{
    struct products back = {p->kernels, p->out, p->in, p->by_kernels};

    if (p->by_kernels && !is_small(p, rows)) {
        products_turn(p, w, scratch);
        forward(&back, threads, rows, dy, scratch, NULL, 0, (struct matmul_end){.gate = x}, dx);
        return;
    }
    products_input(p, threads, rows, dy, w, false, dx, scratch);
    p->kernels->relu_backward(rows * (size_t)p->in, x, dx, dx, false);
}

void products_turn(const struct products *p, const real *w, real *turned)
{
    p->kernels->transpose((size_t)p->in, (size_t)p->out, w, (size_t)p->out, turned, (size_t)p->in);
}
