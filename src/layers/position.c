/*
 * Position encodings: y[t] = x[t] + P[t].
 *   sinusoidal   P[t][2i] = sin(t / 10000^(2i/C)),   P[t][2i+1] = cos(t / 10000^(2i/C))
 *                (Vaswani et al. 2017, section 3.5)
 *   learned      P is a weight [T][C]. Its fan_in is such that init=lecun_normal draws it with a standard deviation of
 *                0.02, as BERT does.
 */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <math.h>
#include <string.h>

enum kind { SINUSOIDAL, LEARNED };

struct position {
    int kind;
};
LAYER_OPTIONS_FIT(struct position);

static const struct option options[] = {
    {"kind", OPTION_CHOICE, offsetof(struct position, kind), "sinusoidal", 0, 0,
     "sinusoidal|learned",
     "the encoding: sines and cosines of many wavelengths, or learned weights"},
    {0},
};

static bool is_learned(const struct layer *l)
{
    return ((const struct position *)l->options)->kind == LEARNED;
}

static int setup(struct layer *l, struct setup *s)
{
    if (layer_check_rank(l, 2, s))
        return -1;
    if (is_learned(l)) {
        struct param *w = layer_book_param(l, "weight", PARAM_WEIGHT, 2, l->in[0].h, l->in[0].c);

        w->is_table = true;
        w->fan_in = w->fan_out = 2500; /* 1 / 0.02^2 */
    } else {
        layer_book_scratch(l, shape_size(l->in[0]) * sizeof(real));
    }
    return layer_setup_same_shape(l, s);
}

/* Writes P of the sinusoidal encoding to table[positions][c], one pair of channels (sin, cos) after the other. From
 * each position to the next, the pair is rotated by a fixed angle, in double. So sin() and cos() are called once for a
 * pair, not for each element. */
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

/* Returns P of this call, [positions][C]. */
static const real *table_of(const struct layer *l, const struct io *io)
{
    return is_learned(l) ? layer_param(l, io, 0) : io->scratch;
}

static void forward_sample(const struct layer *l, const struct io *io, int n)
{
    size_t size = layer_positions(l, io) * (size_t)l->in[0].c;

    l->kernels->sum(size, io->x[0] + (size_t)n * size, table_of(l, io), io->y + (size_t)n * size);
}

static void forward(const struct layer *l, struct io *io)
{
    if (!is_learned(l))
        write_waves(layer_positions(l, io), (size_t)l->in[0].c, io->scratch);
    layer_samples(l, io, forward_sample);
}

static void backward_input(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    (void)l;
    gradient_write(end - first, io->dy + first, io->dx[0] + first, io->add[0]);
}

static void backward(const struct layer *l, struct io *io)
{
    if (is_learned(l)) {
        real *dw = layer_dparam(l, io, 0);
        size_t size = layer_positions(l, io) * (size_t)l->in[0].c;

        column_sums((size_t)io->n, (int)size, io->dy, io->add_param, dw);
        if (!io->add_param) /* positions after the end of this call's sequences have gradient 0 */
            memset(dw + size, 0, (l->param[0].count - size) * sizeof *dw);
    }
    layer_backward_elements(l, io);
}

const struct layer_type layer_position = {
    .name = "position",
    .usage = "adds an encoding of its index to each position of a sequence",
    .positional = "kind",
    .options = options,
    .takes_sequence = true,
    .examples = {"", "learned"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
    .backward_elements = backward_input,
};
