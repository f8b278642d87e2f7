/*
 * The noise that Santurkar et al. 2018 (section 2.1 and its appendix) apply to the output of each batch norm, to make
 * distributions unstable. In each training call, each channel c draws a shift mu and a factor sigma, and each value x
 * of the channel draws m and s:
 *   mu ~ U(-mean, mean),            sigma ~ U(1, scale)
 *   m ~ U(mu - jitter, mu + jitter),   s ~ N(sigma, jitter^2),   y = s * x + m.
 * U(a, b) is uniform, N(a, v) is normal with variance v. The paper's numbers are the defaults: mean .5, scale
 * 1.25, jitter .1.
 *
 * In inference y is the expectation, (1 + scale) / 2 * x, so that the following layers get values that are, on average, as
 * large as in training.
 *
 * The random numbers depend only on the random key of the step, as dropout's do. Forward saves s for backward: dx = s *
 * dy.
 */
#include "base/rng.h"
#include "kernels/also_avx2.h"
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <math.h>

struct noise {
    double mean, scale, jitter;
    size_t factor;   /* offset in saved: s of each value */
    size_t channels; /* offset in scratch, [2][C]: mu and sigma of each channel */
};
LAYER_OPTIONS_FIT(struct noise);

static const struct option options[] = {
    {"mean", OPTION_REAL, offsetof(struct noise, mean), "0.5", 0, 1e6, NULL,
     "a channel's shift is uniform from -mean to mean"},
    {"scale", OPTION_REAL, offsetof(struct noise, scale), "1.25", 1, 1e6, NULL,
     "a channel's factor is uniform from 1 to scale"},
    {"jitter", OPTION_REAL, offsetof(struct noise, jitter), "0.1", 0, 1e6, NULL,
     "within a channel, shifts are uniform within +-jitter and factors normal with this deviation"},
    {0},
};

static const struct noise *noise_of(const struct layer *l)
{
    return (const struct noise *)l->options;
}

static int setup(struct layer *l, struct setup *s)
{
    struct noise *o = (struct noise *)l->options;
    size_t c = (size_t)l->in[0].c;

    o->factor = layer_book_saved(l, (size_t)s->max_n * shape_size(l->in[0]) * sizeof(real));
    o->channels = layer_book_scratch(l, 2 * c * sizeof(double));
    return layer_setup_same_shape(l, s);
}

/* Returns a uniform number in (0, 1). */
static double uniform(uint32_t word)
{
    return (word + 0.5) * 0x1p-32;
}

/* The random numbers of values use the counters from 0 on, those of channels the counters from FIRST_CHANNEL on. */
#define FIRST_CHANNEL ((uint64_t)1 << 63)

static void draw_channels(const struct noise *o, uint64_t key, int c, double *mu)
{
    double *sigma = mu + c;
    uint32_t word[4];

    for (int i = 0; i < c; i++) {
        rng_block(key, FIRST_CHANNEL + (uint64_t)i, word);
        mu[i] = o->mean * (2 * uniform(word[0]) - 1);
        sigma[i] = 1 + (o->scale - 1) * uniform(word[1]);
    }
}

/* The random numbers of some neighbouring values of a batch. Values 2b and 2b + 1 share block b of random words: two
 * uniform numbers from -1 to 1 and, by Box and Muller's method, two normal ones. */
enum { PAIRS = 256 };
struct draws {
    uint32_t word[4 * PAIRS];
    double uniform[2 * PAIRS];
    float normal[2 * PAIRS], radius[PAIRS];
    uint16_t order[PAIRS];
};

/* Writes to d->order the indices of the pairs, sorted by the octant of the pair's angle. The C library's sin and cos
 * branch by the octant; in this order, the processor predicts the branches. */
static void sort_by_octant(size_t pairs, struct draws *d)
{
    size_t next[9] = {0};

    for (size_t i = 0; i < pairs; i++)
        next[1 + (d->word[4 * i + 3] >> 29)]++;
    for (int i = 1; i < 8; i++)
        next[i] += next[i - 1];
    for (size_t i = 0; i < pairs; i++)
        d->order[next[d->word[4 * i + 3] >> 29]++] = (uint16_t)i;
}

ALSO_AVX2 static void draw_uniform(size_t pairs, struct draws *d)
{
    for (size_t i = 0; i < pairs; i++) {
        d->uniform[2 * i] = 2 * uniform(d->word[4 * i]) - 1;
        d->uniform[2 * i + 1] = 2 * uniform(d->word[4 * i + 1]) - 1;
    }
}

/* Draws the numbers of `pairs` pairs from block `block` on. log, cos and sin are the C library's, so that the numbers
 * are the same with every instruction set. */
static void draw_pairs(const struct kernels *k, uint64_t key, uint64_t block, size_t pairs,
                       struct draws *d)
{
    k->random_words(key, block, pairs, d->word);
    draw_uniform(pairs, d);
    for (size_t i = 0; i < pairs; i++)
        d->radius[i] = sqrtf(-2 * logf((float)uniform(d->word[4 * i + 2])));
    sort_by_octant(pairs, d);
    for (size_t i = 0; i < pairs; i++) {
        size_t p = d->order[i];
        float angle = 6.2831853F * (float)uniform(d->word[4 * p + 3]);

        d->normal[2 * p] = d->radius[p] * cosf(angle);
        d->normal[2 * p + 1] = d->radius[p] * sinf(angle);
    }
}

/* Some neighbouring values of one row, with mu and sigma of their channels. */
struct values {
    const real *restrict x;
    real *restrict factor, *restrict y;
    const double *restrict mu, *restrict sigma, *restrict uniform;
    const float *restrict normal;
};

ALSO_AVX2 static void disturb(size_t n, double jitter, struct values v)
{
    for (size_t i = 0; i < n; i++) {
        v.factor[i] = (real)(v.sigma[i] + jitter * v.normal[i]);
        v.y[i] = (real)(v.factor[i] * v.x[i] + (v.mu[i] + jitter * v.uniform[i]));
    }
}

static void forward_elements(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    const struct noise *o = noise_of(l);
    const double *mu = io_scratch(io, o->channels);
    real *factor = io_saved(io, o->factor);
    size_t c = (size_t)l->in[0].c, before = io_first_value(l, io), channel = first % c;
    struct draws d;

    for (size_t i = first, drawn; i < end;) {
        size_t at = (before + i) % 2;

        drawn = smaller(2 * PAIRS, at + end - i);
        draw_pairs(l->kernels, io->random_key, (before + i) / 2, (drawn + 1) / 2, &d);
        for (size_t n; at < drawn; i += n, at += n, channel = (channel + n) % c) {
            n = smaller(drawn - at, c - channel);
            disturb(n, o->jitter,
                    (struct values){io->x[0] + i, factor + i, io->y + i, mu + channel,
                                    mu + c + channel, d.uniform + at, d.normal + at});
        }
    }
}

/* to (+)= from times the expectation of a value's factor, as in inference. (+)= adds when add is true, else
 * overwrites. */
static void scale_all(const struct layer *l, const struct io *io, const real *from, real *to,
                      bool add)
{
    real scale = (real)((1 + noise_of(l)->scale) / 2);
    size_t n = layer_count(l, io);

    for (size_t i = 0; i < n; i++)
        to[i] = scale * from[i] + (add ? to[i] : 0);
}

static void forward(const struct layer *l, struct io *io)
{
    const struct noise *o = noise_of(l);

    if (!io->training) {
        scale_all(l, io, io->x[0], io->y, false);
        return;
    }
    draw_channels(o, io->random_key, l->in[0].c, io_scratch(io, o->channels));
    layer_forward_elements(l, io);
}

static void backward_elements(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    const real *factor = io_saved(io, noise_of(l)->factor);
    real *dx = io->dx[0];

    for (size_t i = first; i < end; i++)
        dx[i] = factor[i] * io->dy[i] + (io->add[0] ? dx[i] : 0);
}

static void backward(const struct layer *l, struct io *io)
{
    if (io->training)
        layer_backward_elements(l, io);
    else if (io->dx[0])
        scale_all(l, io, io->dy, io->dx[0], io->add[0]);
}

const struct layer_type layer_noise = {
    .name = "noise",
    .usage = "shifts and scales each channel at random in training, each value a little more",
    .options = options,
    .examples = {"", "mean=0 jitter=0", "mean=2 scale=3 jitter=0.5", "mean=0 scale=1 jitter=0"},
    .setup = setup,
    .forward = forward,
    .backward = backward,
    .forward_elements = forward_elements,
    .backward_elements = backward_elements,
};
