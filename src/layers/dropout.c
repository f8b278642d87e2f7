/*
 * Dropout (Srivastava et al. 2014), in its inverted form: in training, each value becomes 0 with probability p, and all
 * other values are divided by 1 - p. In inference, the output is the input. Which values become 0 depends only on the
 * random key of the step, so backward draws the same numbers again and nothing is saved.
 */
#include "kernels/also_avx2.h"
#include "kernels/kernels.h"
#include "layers/layer.h"

struct dropout {
    double p;
};
LAYER_OPTIONS_FIT(struct dropout);

static const struct option options[] = {
    {"p", OPTION_REAL, offsetof(struct dropout, p), NULL, 0, 0.999, NULL,
     "probability that a value is zeroed"},
    {0},
};

/* to (+)= 0 where the value's random word is below the limit, else scale * from. (+)= adds when add is true, else
 * overwrites. */
ALSO_AVX2 static void drop_values(size_t n, const uint32_t *word, uint32_t limit, real scale,
                                  const real *from, real *to, bool add)
{
    for (size_t i = 0; i < n; i++) {
        real v = from[i] * scale;

        v = word[i] < limit ? 0 : v;
        to[i] = v + (add ? to[i] : 0);
    }
}

/* to (+)= 0 for dropped values, from / (1 - p) for the others. Four neighbouring values of the batch share a block of
 * random words, so the first block is used from word `skip` on. */
static void drop(const struct layer *l, const struct io *io, const real *from, real *to, bool add)
{
    enum { WORDS = 1024 };
    const struct dropout *o = (const struct dropout *)l->options;
    uint32_t limit = (uint32_t)(o->p * 0x1p32);
    real scale = (real)(1 / (1 - o->p));
    size_t n = layer_count(l, io), before = io_first_value(l, io);
    uint32_t words[WORDS];

    for (size_t i = 0, count; i < n; i += count) {
        size_t block = (before + i) / 4, skip = (before + i) % 4;

        count = n - i < WORDS - skip ? n - i : WORDS - skip;
        l->kernels->random_words(io->random_key, block, (skip + count + 3) / 4, words);
        drop_values(count, words + skip, limit, scale, from + i, to + i, add);
    }
}

static void forward(const struct layer *l, struct io *io)
{
    if (io->training)
        drop(l, io, io->x[0], io->y, false);
    else
        layer_copy_forward(l, io);
}

static void backward(const struct layer *l, struct io *io)
{
    if (!io->training)
        layer_copy_backward(l, io);
    else if (io->dx[0])
        drop(l, io, io->dy, io->dx[0], io->add[0]);
}

const struct layer_type layer_dropout = {
    .name = "dropout",
    .usage = "zeroes values at random in training",
    .positional = "p",
    .options = options,
    .examples = {"0.3", "0", "p=0.9"},
    .setup = layer_setup_same_shape,
    .forward = forward,
    .backward = backward,
};
