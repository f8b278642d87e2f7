/*
 * Multi-head self-attention (Vaswani et al. 2017, section 3.2.2). It computes the same as torch.nn.MultiheadAttention
 * with batch_first; only the first values of the weights differ. Let q, k, v = x W_qkv + b_qkv. Each head uses a slice
 * of d = C / heads channels of q, k and v:
 *   P = softmax(q k^T / sqrt(d)) over the valid keys,   y = (P v of all heads) W_out + b_out.
 * The output is also computed at padded positions. When a sample has no valid key, its output is b_out.
 *
 * W_qkv is [C][3C]: three matrices [C][C] side by side. fan_in and fan_out are those of one of them.
 *
 * With qknorm=1 (Henry et al. 2020) each head's q and k are divided by their lengths. One learned number g for the
 * layer takes the place of 1 / sqrt(d):
 *   P = softmax(g qn kn^T),   qn = q / |q|,   kn = k / |k|.
 * g starts at log2(L^2 - L), where L = qk_length. (The paper's L is the 97.5th percentile of the lengths of the
 * training data.) qk_length=auto is the number of positions at set-up, but at least 2. A q or k of length 0 stays 0,
 * and its gradient is 0.
 *
 * Keys after the last valid one are left out of all sums. So more padding at the end changes no bit at valid positions.
 */
#include "kernels/products.h"
#include "layers/layer.h"
#include "layers/products_layer.h"
#include "layers/unit_vectors.h"
#include <math.h>
#include <string.h>

struct attention {
    int heads, bias, qknorm, qk_length;
    int gain;                                 /* number of the parameter g; -1: none */
    struct products qkv_product, out_product; /* products with W_qkv and with W_out */
    /* Offsets in saved. */
    size_t qkv;     /* q, k and v, [N*T][3C]; with qknorm: qn, kn and v */
    size_t weights; /* P: T * T values for each head of a sample */
    size_t context; /* P v, [N*T][C] */
    size_t rlength; /* with qknorm: 1 / |q| and 1 / |k| of each head, [N*T][2 heads] */
    /* Offsets in scratch. */
    size_t dqkv, dcontext;   /* the gradients of qkv and context */
    size_t dgain;            /* with qknorm: the gradient of g, a double for each sample */
    size_t dsum;             /* the gradient before the epilogue (products_layer.h) */
    size_t products_scratch; /* memory for products_input() */
    size_t chunks;           /* memory of chunk_bytes for each chunk of samples */
    size_t chunk_bytes;
};
LAYER_OPTIONS_FIT(struct attention);

enum { WEIGHT_QKV, WEIGHT_OUT, BIAS_QKV, BIAS_OUT };
enum { CHUNKS = 8 }; /* largest number of chunks of samples, which threads share */

static const struct option options[] = {
    {"heads", OPTION_INT, offsetof(struct attention, heads), "4", 1, 1024, NULL,
     "number of heads; each has C / heads channels"},
    {"bias", OPTION_INT, offsetof(struct attention, bias), "1", 0, 1, NULL,
     "whether queries, keys, values and the output have biases"},
    {"qknorm", OPTION_INT, offsetof(struct attention, qknorm), "0", 0, 1, NULL,
     "1: queries and keys are divided by their lengths, and a learned number scales their products"},
    {"qk_length", OPTION_INT, offsetof(struct attention, qk_length), "auto", 2, 1 << 20, "auto",
     "qknorm: that number starts at log2(L^2 - L) with this L (auto: the longest sequence)"},
    {0},
};

enum { QK_LENGTH_AUTO = -1 };

static void resolve(void *options)
{
    struct attention *o = options;

    if (!o->qknorm)
        o->qk_length = QK_LENGTH_AUTO; /* no effect */
}

/* Books the parameter and the memory of qknorm=1. */
static void set_up_qknorm(struct layer *l, const struct setup *s, struct attention *o)
{
    size_t positions = shape_positions(l->in[0]);
    double length = o->qk_length == QK_LENGTH_AUTO ? fmax(2, (double)positions) : o->qk_length;

    o->gain = -1;
    if (!o->qknorm)
        return;
    layer_book_param(l, "gain", PARAM_OTHER, 1, 1)->initial = log2(length * length - length);
    o->gain = l->params - 1;
    o->rlength =
        layer_book_saved(l, (size_t)s->max_n * positions * 2 * (size_t)o->heads * sizeof(real));
    o->dgain = layer_book_scratch(l, (size_t)s->max_n * sizeof(double));
}

static int setup(struct layer *l, struct setup *s)
{
    struct attention *o = (struct attention *)l->options;
    int c = l->in[0].c;
    size_t t = shape_positions(l->in[0]), row_bytes = (size_t)c * sizeof(real),
           rows = (size_t)s->max_n * t, scores = (size_t)s->max_n * (size_t)o->heads * t * t,
           out_bytes, into_bytes;

    if (layer_check_rank(l, 2, s))
        return -1;
    if (c % o->heads)
        return layer_error(s, "heads=%d does not divide the %d channel%s", o->heads, c, plural(c));
    if (c > 1 << 14)
        return layer_error(s, "%d channels are more than 2^14", c);
    for (int i = WEIGHT_QKV; i <= WEIGHT_OUT; i++) {
        struct param *w = layer_book_param(l, i == WEIGHT_QKV ? "weight_qkv" : "weight_out",
                                           PARAM_WEIGHT, 2, c, i == WEIGHT_QKV ? 3 * c : c);

        w->fan_in = w->fan_out = c;
    }
    if (o->bias) {
        layer_book_param(l, "bias_qkv", PARAM_BIAS, 1, 3 * c)->fan_in = c;
        layer_book_param(l, "bias_out", PARAM_BIAS, 1, c)->fan_in = c;
    }
    set_up_qknorm(l, s, o);
    o->qkv = layer_book_saved(l, rows * 3 * row_bytes);
    o->weights = layer_book_saved(l, scores * sizeof(real));
    o->context = layer_book_saved(l, rows * row_bytes);
    o->dqkv = layer_book_scratch(l, rows * 3 * row_bytes);
    o->dcontext = layer_book_scratch(l, rows * row_bytes);
    /* A size is 0 when CBLAS computes the product. */
    out_bytes = products_make(&o->out_product, l->kernels, c, c);
    into_bytes = products_make(&o->qkv_product, l->kernels, c, 3 * c);
    o->products_scratch = layer_book_scratch(l, out_bytes > into_bytes ? out_bytes : into_bytes);
    o->chunk_bytes = t * row_bytes + t * t * sizeof(real);
    o->chunks = layer_book_scratch(l, CHUNKS * o->chunk_bytes);
    l->out = l->in[0];
    o->dsum = products_layer_book(l, s);
    l->flops = 2.0 * (double)t * c * (4.0 * c + 2.0 * (double)t);
    return 0;
}

/* ---- one head of one sample ---- */

/* One forward or backward call. */
struct call {
    const struct layer *layer;
    const struct attention *o;
    struct io *io;
    size_t positions, c, d; /* d: number of channels of a head */
    real scale;             /* of the scores: 1 / sqrt(d), or g */
};

static struct call call_init(const struct layer *l, struct io *io)
{
    const struct attention *o = (const struct attention *)l->options;
    size_t c = (size_t)l->in[0].c, d = c / (size_t)o->heads;
    real scale = o->qknorm ? *layer_param(l, io, o->gain) : (real)(1 / sqrt((double)d));

    return (struct call){l, o, io, layer_positions(l, io), c, d, scale};
}

/* One head of one sample. */
struct head {
    size_t queries, keys;   /* numbers of queries, and of keys up to the last valid one */
    const real *q, *k, *v;  /* rows are 3C elements apart */
    real *weights;          /* P, [queries][keys] */
    size_t at;              /* index of the head's first element in an array [N*T][C] */
    const real *transposed; /* [d][keys]: k, or in backward v, transposed */
    real *dweights;         /* [queries][keys], in scratch */
};

static struct head head_at(const struct call *k, size_t n, size_t head, size_t keys, int chunk)
{
    size_t t = k->positions, heads = (size_t)k->o->heads, row = n * t;
    const real *q = (real *)io_saved(k->io, k->o->qkv) + row * 3 * k->c + head * k->d;
    real *transposed = io_scratch(k->io, k->o->chunks + (size_t)chunk * k->o->chunk_bytes);

    return (struct head){.queries = t,
                         .keys = keys,
                         .q = q,
                         .k = q + k->c,
                         .v = q + 2 * k->c,
                         .weights =
                             (real *)io_saved(k->io, k->o->weights) + (n * heads + head) * t * t,
                         .at = row * k->c + head * k->d,
                         .transposed = transposed + head * k->d * keys,
                         .dweights = transposed + k->c * t};
}

/* Transposes k or v of all heads of sample n at once, for dot_products(). which: 1 for k, 2 for v. */
static void transpose_heads(const struct call *k, size_t n, int which, size_t keys, int chunk)
{
    const real *from =
        (real *)io_saved(k->io, k->o->qkv) + n * k->positions * 3 * k->c + (size_t)which * k->c;

    k->layer->kernels->transpose(
        keys, k->c, from, 3 * k->c,
        io_scratch(k->io, k->o->chunks + (size_t)chunk * k->o->chunk_bytes), keys);
}

/* to[queries][keys] = rows K^T, where K is k or v, whichever transpose_heads() has written to h->transposed. rows: one
 * row for each query, ld elements apart. */
static void dot_products(const struct call *k, const struct head *h, const real *rows, size_t ld,
                         real *to)
{
    const struct matmul p = {.m = (int)h->queries,
                             .n = (int)h->keys,
                             .k = (int)k->d,
                             .a = rows,
                             .a_row = ld,
                             .a_column = 1,
                             .b = h->transposed,
                             .ldb = h->keys,
                             .c = to,
                             .ldc = h->keys};

    k->layer->kernels->matmul(&p);
}

/* With transposed = false, to = weights rows: for each query, the weighted sum of the rows of all keys. With
 * transposed = true, to = weights^T rows: for each key, the weighted sum of the rows of all queries. weights is
 * [queries][keys]; rows of `rows` and of `to` are ld and ld_to elements apart. */
static void weighted_sums(const struct call *k, const struct head *h, bool transposed,
                          const real *weights, const real *rows, size_t ld, real *to, size_t ld_to)
{
    const struct matmul p = {.m = (int)(transposed ? h->keys : h->queries),
                             .n = (int)k->d,
                             .k = (int)(transposed ? h->queries : h->keys),
                             .a = weights,
                             .a_row = transposed ? 1 : h->keys,
                             .a_column = transposed ? h->keys : 1,
                             .b = rows,
                             .ldb = ld,
                             .c = to,
                             .ldc = ld_to};

    k->layer->kernels->matmul(&p);
}

static void head_forward(const struct call *k, const struct head *h, const unsigned char *mask)
{
    real *context = (real *)io_saved(k->io, k->o->context) + h->at;
    size_t row = 3 * k->c;

    dot_products(k, h, h->q, row, h->weights);
    k->layer->kernels->softmax_rows(h->queries, (int)h->keys, k->scale, h->weights, mask,
                                    h->weights);
    weighted_sums(k, h, false, h->weights, h->v, row, context, k->c);
}

/* Computes the gradients of the head's q, k and v. They are not written for keys after the last valid one. With qknorm,
 * those of q and k are the gradients of g qn and g kn, which backward_lengths() converts. */
static void head_backward(const struct call *k, const struct head *h)
{
    const real *dcontext = (real *)io_scratch(k->io, k->o->dcontext) + h->at;
    real *dq = (real *)io_scratch(k->io, k->o->dqkv) + (h->q - (real *)io_saved(k->io, k->o->qkv));
    size_t row = 3 * k->c;

    weighted_sums(k, h, true, h->weights, dcontext, k->c, dq + 2 * k->c, row);
    dot_products(k, h, dcontext, k->c, h->dweights);
    k->layer->kernels->softmax_rows_backward(h->queries, (int)h->keys, k->o->qknorm ? 1 : k->scale,
                                             h->weights, h->dweights, h->dweights);
    weighted_sums(k, h, false, h->dweights, h->k, row, dq, row);
    weighted_sums(k, h, true, h->dweights, h->q, row, dq + k->c, row);
}

/* ---- qknorm ---- */

/* The queries and keys of all heads at one row of x. */
struct qk_row {
    size_t heads;
    real *q, *k, *dq, *dk; /* [heads][d] */
    real *rq, *rk;         /* [heads]: 1 / length */
};

static struct qk_row qk_row_at(const struct call *k, size_t row)
{
    size_t heads = (size_t)k->o->heads;
    real *q = (real *)io_saved(k->io, k->o->qkv) + row * 3 * k->c,
         *dq = (real *)io_scratch(k->io, k->o->dqkv) + row * 3 * k->c,
         *rq = (real *)io_saved(k->io, k->o->rlength) + row * 2 * heads;

    return (struct qk_row){heads, q, q + k->c, dq, dq + k->c, rq, rq + heads};
}

/* Divides the queries and keys of a sample by their lengths. */
static void divide_by_lengths(const struct call *k, size_t n)
{
    for (size_t t = 0; t < k->positions; t++) {
        struct qk_row r = qk_row_at(k, n * k->positions + t);

        unit_vectors_forward(r.heads, k->d, r.q, r.rq);
        unit_vectors_forward(r.heads, k->d, r.k, r.rk);
    }
}

/* Replaces a sample's gradients of g qn and g kn by those of q and k. Writes the sample's term of the gradient of g: as
 * a score is (g qn) kn, this is a sum over the queries alone. */
static void backward_lengths(const struct call *k, size_t n)
{
    double dgain = 0;

    for (size_t t = 0; t < k->positions; t++) {
        struct qk_row r = qk_row_at(k, n * k->positions + t);

        dgain += unit_vectors_backward(r.heads, k->d, r.q, r.rq, k->scale, r.dq);
        unit_vectors_backward(r.heads, k->d, r.k, r.rk, k->scale, r.dk);
    }
    ((double *)io_scratch(k->io, k->o->dgain))[n] = dgain;
}

static void write_dgain(const struct call *k)
{
    const double *sample = io_scratch(k->io, k->o->dgain);
    double sum = 0;

    for (int n = 0; n < k->io->n; n++)
        sum += sample[n];
    io_write_dparam(k->io, 1, &sum, layer_dparam(k->layer, k->io, k->o->gain));
}

/* ---- samples ---- */

static int chunk_count(const struct io *io)
{
    return io->n < CHUNKS ? io->n : CHUNKS;
}

/* Returns the first sample of a chunk. It is also the end of the previous chunk. */
static size_t chunk_first(const struct io *io, int chunk)
{
    return (size_t)io->n * (size_t)chunk / (size_t)chunk_count(io);
}

/* Returns the number of keys up to the last valid one. */
static size_t count_keys(const struct call *k, const unsigned char *mask)
{
    size_t keys = k->positions;

    while (mask && keys > 0 && !mask[keys - 1])
        keys--;
    return keys;
}

static void forward_chunk(void *context, int chunk)
{
    const struct call *k = context;
    size_t end = chunk_first(k->io, chunk + 1), size = k->positions * k->c;

    for (size_t n = chunk_first(k->io, chunk); n < end; n++) {
        const unsigned char *mask = layer_mask(k->layer, k->io, (int)n);
        size_t keys = count_keys(k, mask);

        if (k->o->qknorm)
            divide_by_lengths(k, n);
        if (mask && !memchr(mask, 0, keys)) /* the softmax is faster without a mask */
            mask = NULL;
        if (keys == 0)
            memset((real *)io_saved(k->io, k->o->context) + n * size, 0, size * sizeof(real));
        transpose_heads(k, n, 1, keys, chunk);
        for (size_t i = 0; keys > 0 && i < (size_t)k->o->heads; i++) {
            struct head h = head_at(k, n, i, keys, chunk);

            head_forward(k, &h, mask);
        }
    }
}

static void backward_chunk(void *context, int chunk)
{
    const struct call *k = context;
    size_t end = chunk_first(k->io, chunk + 1), size = k->positions * 3 * k->c;

    for (size_t n = chunk_first(k->io, chunk); n < end; n++) {
        size_t keys = count_keys(k, layer_mask(k->layer, k->io, (int)n));

        if (keys < k->positions)
            memset((real *)io_scratch(k->io, k->o->dqkv) + n * size, 0, size * sizeof(real));
        transpose_heads(k, n, 2, keys, chunk);
        for (size_t i = 0; keys > 0 && i < (size_t)k->o->heads; i++) {
            struct head h = head_at(k, n, i, keys, chunk);

            head_backward(k, &h);
        }
        if (k->o->qknorm)
            backward_lengths(k, n);
    }
}

/* ---- the layer ---- */

static void forward(const struct layer *l, struct io *io)
{
    struct call k = call_init(l, io);

    products_affine(&k.o->qkv_product, io->threads, layer_rows(l, io), io->x[0],
                    layer_param(l, io, WEIGHT_QKV), layer_param(l, io, k.o->bias ? BIAS_QKV : -1),
                    NULL, false, io_saved(io, k.o->qkv));
    parallel_run(io->threads, chunk_count(io), forward_chunk, &k);
    products_layer_forward(l, io, &k.o->out_product, io_saved(io, k.o->context),
                           layer_param(l, io, WEIGHT_OUT),
                           layer_param(l, io, k.o->bias ? BIAS_OUT : -1));
}

/* Writes the gradients of the weight and the bias of one of the two products, with input x and output gradient dy. */
static void write_gradients(const struct call *k, const struct products *product, int weight,
                            int bias, const real *x, const real *dy)
{
    const struct layer *l = k->layer;
    const struct io *io = k->io;
    size_t rows = layer_rows(l, io);

    products_weight(product, io->threads, (size_t)io->n, k->positions, x, dy, io->add_param,
                    layer_dparam(l, io, weight));
    if (k->o->bias)
        products_bias(product, io->threads, rows, dy, io->add_param, layer_dparam(l, io, bias));
}

static void backward(const struct layer *l, struct io *io)
{
    struct call k = call_init(l, io);
    size_t rows = layer_rows(l, io);
    const real *dsum = products_layer_gradient(l, io, k.o->dsum);
    real *dqkv = io_scratch(io, k.o->dqkv),
         *products_scratch = io_scratch(io, k.o->products_scratch);

    write_gradients(&k, &k.o->out_product, WEIGHT_OUT, BIAS_OUT, io_saved(io, k.o->context), dsum);
    products_input(&k.o->out_product, io->threads, rows, dsum, layer_param(l, io, WEIGHT_OUT),
                   false, io_scratch(io, k.o->dcontext), products_scratch);
    parallel_run(io->threads, chunk_count(io), backward_chunk, &k);
    if (k.o->qknorm)
        write_dgain(&k);
    write_gradients(&k, &k.o->qkv_product, WEIGHT_QKV, BIAS_QKV, io->x[0], dqkv);
    products_layer_input(l, io, &k.o->qkv_product, dqkv, layer_param(l, io, WEIGHT_QKV),
                         products_scratch);
}

const struct layer_type layer_attention = {
    .name = "attention",
    .usage = "multi-head self-attention over a sequence's valid positions",
    .positional = "heads",
    .options = options,
    .takes_sequence = true,
    .takes_epilogue = true,
    .takes_gate = true,
    .reads_mask = true,
    .resolve = resolve,
    .examples = {"1", "2", "4 bias=0", "2 qknorm=1", "1 qknorm=1 bias=0 qk_length=20"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
