/*
 * A vector for each token: y[t] = W[x[t]], W [tokens][units]. Token 0 is padding, as PyTorch's padding_idx=0:
 * it gives zeros, and its row of W is neither read nor trained.
 *
 * It is a dense layer on one-hot inputs, of which one is on at a time: so fan_in is 1, and fan_out, too, and
 * glorot_normal and lecun_normal draw N(0, 1), as torch.nn.Embedding does.
 */
#include "layers/sequence.h"
#include <string.h>

struct embedding {
    int units, tokens;
};
LAYER_OPTIONS_FIT(struct embedding);

static const struct option options[] = {
    {"units", OPTION_INT, offsetof(struct embedding, units), NULL, 1, 1 << 20, NULL,
     "numbers in a token's vector"},
    {"tokens", OPTION_INT, offsetof(struct embedding, tokens), NULL, 0, 1 << 24, NULL,
     "how many tokens there are, padding (0) included; in a net, ${tokens}"},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    const struct embedding *o = (const struct embedding *)l->options;
    struct param *w;
    int r = sequence_check(l, s);

    if (r)
        return r;
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
    l->out = l->in[0];
    l->out.c = o->units;
    return 0;
}

static void forward_sample(void *context, int n)
{
    const struct layer_call *call = context;
    const struct layer *l = call->layer;
    const real *w = call->io->param + l->param[0].offset; /* (tokens, units) */
    size_t positions = layer_positions(l, call->io), c = (size_t)l->out.c;
    const real *x = call->io->x[0] + (size_t)n * positions;
    real *y = call->io->y + (size_t)n * positions * c;

    for (size_t t = 0; t < positions; t++, y += c)
        if (x[t] > 0)
            memcpy(y, w + (size_t)x[t] * c, c * sizeof *y);
        else
            memset(y, 0, c * sizeof *y);
}

static void forward(const struct layer *l, struct io *io)
{
    layer_samples(l, io, forward_sample);
}

static void backward(const struct layer *l, struct io *io)
{
    real *dw = io->dparam + l->param[0].offset;
    size_t rows = layer_count(l, io), c = (size_t)l->out.c;

    if (!io->add_param)
        memset(dw, 0, l->param[0].count * sizeof *dw);
    for (size_t r = 0; r < rows; r++) {
        real token = io->x[0][r], *row;

        if (!(token > 0))
            continue;
        row = dw + (size_t)token * c;
        for (size_t j = 0; j < c; j++)
            row[j] += io->dy[r * c + j];
    }
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
    .forward = forward,
    .backward = backward,
};
