/*
 * A vector for each token: y[t] = W[x[t]] with W [tokens][units]. Token 0 is padding, as with padding_idx=0 in PyTorch:
 * its output is 0, and its vector in W is neither read nor trained.
 *
 * fan_in and fan_out are 1, so init=glorot_normal and lecun_normal draw from N(0, 1), as torch.nn.Embedding does. This
 * is consistent: an embedding is a dense layer on one-hot inputs, where each output depends on one weight only.
 */
#include "base/system/parallel.h"
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <string.h>

struct embedding {
    int units, tokens;
    /* Offsets in scratch of arrays of int32_t. order: the indices of all rows (positions) of the batch, sorted by
     * token. first: for each token, the index in `order` of its first row. */
    size_t order, first;
};
LAYER_OPTIONS_FIT(struct embedding);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct embedding, units), NULL, 1, 1 << 20, NULL,
     "output channels: the length of a token's vector"},
    {"tokens", OPTION_INT, offsetof(struct embedding, tokens), NULL, 0, 1 << 24, NULL,
     "number of tokens, padding (0) included; in a net, ${tokens}"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct embedding *o = (struct embedding *)l->options;
    struct param *w;

    if (layer_check_rank(l, 2, s))
        return -1;
    if (o->tokens == 0)
        return layer_error(
            s, "the data has no tokens; numbers go through dense %d (from=values in a named net)",
            o->units);
    if (l->in[0].c != 1)
        return layer_error(s, "needs one token at a position, the input has %d numbers",
                           l->in[0].c);
    if ((double)o->tokens * o->units > 0x1p30)
        return layer_error(s, "%d tokens of %d numbers are more than 2^30 weights", o->tokens,
                           o->units);
    w = layer_book_param(l, "weight", PARAM_WEIGHT, 2, o->tokens, o->units);
    w->is_table = true;
    w->fan_in = w->fan_out = 1;
    o->order =
        layer_book_scratch(l, (size_t)s->max_n * shape_positions(l->in[0]) * sizeof(int32_t));
    o->first = layer_book_scratch(l, ((size_t)o->tokens + 1) * sizeof(int32_t));
    l->out = l->in[0];
    l->out.c = o->units;
    l->kinds = o->tokens;
    return 0;
}

static void forward(const struct layer *l, const struct io *io, int n)
{
    const real *w = layer_param(l, io, 0); /* [tokens][units] */
    size_t positions = layer_positions(l, io), c = (size_t)l->out.c;
    const real *x = io->x[0] + (size_t)n * positions;
    real *y = io->y + (size_t)n * positions * c;

    for (size_t t = 0; t < positions; t++, y += c)
        if (x[t] > 0)
            memcpy(y, w + (size_t)x[t] * c, c * sizeof *y);
        else
            memset(y, 0, c * sizeof *y);
}

/* Fills the arrays `order` and `first` by a counting sort, in which rows of the same token keep their order. Rows of
 * padding, token 0, come first. */
static void sort_rows(const struct layer *l, const struct io *io)
{
    const struct embedding *o = (const struct embedding *)l->options;
    int32_t *order = io_scratch(io, o->order), *first = io_scratch(io, o->first);
    const real *x = io->x[0];
    size_t rows = layer_count(l, io);

    memset(first, 0, ((size_t)o->tokens + 1) * sizeof *first);
    for (size_t r = 0; r < rows; r++)
        first[x[r] > 0 ? (size_t)x[r] + 1 : 1]++;
    for (int i = 0; i < o->tokens; i++)
        first[i + 1] += first[i];
    for (size_t r = 0; r < rows; r++)
        order[first[x[r] > 0 ? (size_t)x[r] : 0]++] = (int32_t)r;
    /* first[i] is now the end of the rows of token i, which is the start of the rows of token i + 1. */
    memmove(first + 1, first, (size_t)o->tokens * sizeof *first);
    first[0] = 0;
}

/* The context of the tasks of backward. */
struct call {
    const struct layer *layer;
    const struct io *io;
};

/* Writes the gradients of the vectors of the tokens [begin, end). The gradient of a token's vector is the sum of dy
 * over its rows, in double; for padding it is 0. */
static void backward_tokens(void *context, size_t begin, size_t end)
{
    enum { COLUMNS = 64 };
    const struct call *call = context;
    const struct layer *l = call->layer;
    const struct io *io = call->io;
    const struct embedding *o = (const struct embedding *)l->options;
    const int32_t *order = io_scratch(io, o->order), *first = io_scratch(io, o->first);
    size_t c = (size_t)o->units;

    for (size_t token = begin; token < end; token++)
        for (size_t j = 0; j < c; j += COLUMNS) {
            real *dw = layer_dparam(l, io, 0) + token * c + j;
            double total[COLUMNS] = {0};
            size_t n = c - j < COLUMNS ? c - j : COLUMNS;

            for (int32_t i = first[token]; token > 0 && i < first[token + 1]; i++)
                l->kernels->columns_total(1, (int)n, io->dy + (size_t)order[i] * c + j, 0, total);
            io_write_dparam(io, n, total, dw);
        }
}

static void backward(const struct layer *l, struct io *io)
{
    enum { TOKENS = 16 };
    struct call call = {l, io};

    sort_rows(l, io);
    parallel_blocks(io->threads, (size_t)l->param[0].dim[0], TOKENS, backward_tokens, &call);
}

const struct layer_type layer_embedding = {
    .name = "embedding",
    .usage = "a vector for each token; token 0 is padding and gives zeros",
    .positional = "units",
    .options = options,
    .takes_sequence = true,
    .takes_tokens = true,
    .examples = {"3 tokens=5", "17 tokens=6"},
    .setup = setup,
    .forward = layer_forward_samples,
    .backward = backward,
    .forward_sample = forward,
};
