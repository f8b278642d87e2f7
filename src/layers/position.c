/*
 * What tells a sequence's positions apart, added to the input. sinusoidal: Vaswani et al. 2017, section 3.5,
 *   P[t][2i] = sin(t / 10000^(2i/C)), P[t][2i+1] = cos(t / 10000^(2i/C));
 * learned: P is a weight, a row for each position of the room; its fan-ins give a standard deviation of 0.02
 * (lecun_normal), as in BERT.
 */
#include "kernels/kernels.h"
#include "layers/sequence.h"
#include <math.h>
#include <string.h>

enum kind { SINUSOIDAL, LEARNED };

struct position {
    int kind;
};
LAYER_OPTIONS_FIT(struct position);

static const struct option options[] = {
    {"kind", OPTION_CHOICE, offsetof(struct position, kind), "sinusoidal", 0, 0,
     "sinusoidal|learned", "sines and cosines of many wavelengths, or a weight"},
    {0},
};

static bool is_learned(const struct layer *l)
{
    return ((const struct position *)l->options)->kind == LEARNED;
}

static int setup(struct layer *l, struct setup *s)
{
    int r = sequence_check(l, s);

    if (r)
        return r;
    if (is_learned(l)) {
        struct param *w = layer_book_param(l, "weight", PARAM_WEIGHT, 2, l->in[0].h, l->in[0].c);

        w->is_table = true;
        w->fan_in = w->fan_out = 2500; /* 1 / 0.02^2 */
    } else {
        layer_book_scratch(l, shape_size(l->in[0]) * sizeof(real));
    }
    l->out = l->in[0];
    l->flops = (double)shape_size(l->out);
    return 0;
}

/* P[positions][c], wave by wave: from one position to the next a pair (sin, cos) is turned by the wave's
 * angle, in double, which costs two sines a wave and not two an element. */
static void write_waves(size_t positions, size_t c, real *table)
{
    for (size_t j = 0; j < c; j += 2) {
        double angle = pow(10000, -(double)j / (double)c), turn_sin = sin(angle),
               turn_cos = cos(angle), sine = 0, cosine = 1;

        for (size_t t = 0; t < positions; t++) {
            double next = sine * turn_cos + cosine * turn_sin;

            table[t * c + j] = (real)sine;
            if (j + 1 < c)
                table[t * c + j + 1] = (real)cosine;
            cosine = cosine * turn_cos - sine * turn_sin;
            sine = next;
        }
    }
}

static const real *table_of(const struct layer *l, const struct io *io)
{
    return is_learned(l) ? io->param + l->param[0].offset : io->scratch;
}

static void forward_sample(void *context, int n)
{
    const struct layer_call *call = context;
    size_t size = layer_positions(call->layer, call->io) * (size_t)call->layer->in[0].c;

    call->layer->kernels->sum(size, call->io->x[0] + (size_t)n * size,
                              table_of(call->layer, call->io), call->io->y + (size_t)n * size);
}

static void forward(const struct layer *l, struct io *io)
{
    if (!is_learned(l))
        write_waves(layer_positions(l, io), (size_t)l->in[0].c, io->scratch);
    layer_samples(l, io, forward_sample);
}

static void backward_block(void *context, size_t first, size_t end)
{
    const struct io *io = ((const struct layer_call *)context)->io;

    gradient_write(end - first, io->dy + first, io->dx[0] + first, io->add[0]);
}

static void backward(const struct layer *l, struct io *io)
{
    if (is_learned(l)) {
        real *dw = io->dparam + l->param[0].offset;
        size_t size = layer_positions(l, io) * (size_t)l->in[0].c;

        column_sums((size_t)io->n, (int)size, io->dy, io->add_param, dw);
        if (!io->add_param) /* positions beyond this call's */
            memset(dw + size, 0, (l->param[0].count - size) * sizeof *dw);
    }
    if (io->dx[0])
        layer_elements(l, io, layer_count(l, io), backward_block);
}

const struct layer_type layer_position = {
    .name = "position",
    .usage = "adds what tells a sequence's positions apart",
    .positional = "kind",
    .options = options,
    .takes_sequence = true,
    .examples = {"", "learned"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
