/* Recurrent cells: a part of vector_table.c. In double they are ref_cells.c's, whose time libm takes. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_CELLS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_CELLS_H

#include "kernels/ref_cells.h"
#include "kernels/vector/vector_exp.h"

#ifdef NORMLAB_REAL_DOUBLE
#define BY_PLAIN(name)                                                                             \
    static void name(const struct cell_step *s)                                                    \
    {                                                                                              \
        plain_##name(s);                                                                           \
    }
BY_PLAIN(rnn_forward)
BY_PLAIN(rnn_backward)
BY_PLAIN(lstm_forward)
BY_PLAIN(lstm_output)
BY_PLAIN(lstm_output_backward)
BY_PLAIN(lstm_backward)
BY_PLAIN(gru_forward)
BY_PLAIN(gru_backward)
#undef BY_PLAIN
#else

/* Runs step(row, j, lanes) over the rows of a step: whole vectors, then what is left of one. */
#define FOR_CELLS(s, step)                                                                         \
    do {                                                                                           \
        size_t h_ = (size_t)(s)->h;                                                                \
                                                                                                   \
        for (size_t row_ = 0; row_ < (s)->n; row_++) {                                             \
            size_t j_ = 0;                                                                         \
                                                                                                   \
            for (; j_ + LANES <= h_; j_ += LANES)                                                  \
                step(s, row_ *h_, j_, LANES);                                                      \
            if (j_ < h_)                                                                           \
                step(s, row_ *h_, j_, (int)(h_ - j_));                                             \
        }                                                                                          \
    } while (0)

INLINE vec load_bias(const real *bias, size_t at, int lanes)
{
    return bias ? load(bias + at, lanes) : (vec){0};
}

/* `at` is the row's first element in [n][h]. */
INLINE void rnn_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    vec v = tanh_of(load(s->gates + at + j, lanes) + load_bias(s->bias, j, lanes));

    store(s->gates + at + j, v, lanes);
    store(s->h_next + at + j, v, lanes);
}

static void rnn_forward(const struct cell_step *s)
{
    FOR_CELLS(s, rnn_step);
}

INLINE void rnn_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    vec v = load(s->gates + at + j, lanes), dh = load(s->dh + at + j, lanes);

    store(s->dgates + at + j, dh * (1 - v * v), lanes);
    store(s->dh + at + j, (vec){0}, lanes);
}

static void rnn_backward(const struct cell_step *s)
{
    FOR_CELLS(s, rnn_back_step);
}

INLINE void lstm_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    real *a = s->gates + 4 * at + j;
    vec i = sigmoid_of(load(a, lanes) + load_bias(s->bias, j, lanes));
    vec f = sigmoid_of(load(a + h, lanes) + load_bias(s->bias, h + j, lanes) + s->forget_bias);
    vec g = tanh_of(load(a + 2 * h, lanes) + load_bias(s->bias, 2 * h + j, lanes));
    vec o = sigmoid_of(load(a + 3 * h, lanes) + load_bias(s->bias, 3 * h + j, lanes));

    store(a, i, lanes);
    store(a + h, f, lanes);
    store(a + 2 * h, g, lanes);
    store(a + 3 * h, o, lanes);
    store(s->c + at + j, f * load(s->c_prev + at + j, lanes) + i * g, lanes);
}

static void lstm_forward(const struct cell_step *s)
{
    FOR_CELLS(s, lstm_step);
}

INLINE void lstm_output_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    const real *c = s->normed ? s->normed : s->c;
    vec t = tanh_of(load(c + at + j, lanes));

    store(s->memo + at + j, t, lanes);
    store(s->h_next + at + j, load(s->gates + 4 * at + 3 * (size_t)s->h + j, lanes) * t, lanes);
}

static void lstm_output(const struct cell_step *s)
{
    FOR_CELLS(s, lstm_output_step);
}

INLINE void lstm_output_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t out = 4 * at + 3 * (size_t)s->h + j;
    vec o = load(s->gates + out, lanes), t = load(s->memo + at + j, lanes),
        dh = load(s->dh + at + j, lanes), d = dh * o * (1 - t * t);

    store(s->dgates + out, dh * t * o * (1 - o), lanes);
    store(s->dh + at + j, (vec){0}, lanes);
    if (s->dnormed)
        store(s->dnormed + at + j, d, lanes);
    else
        store(s->dc + at + j, load(s->dc + at + j, lanes) + d, lanes);
}

static void lstm_output_backward(const struct cell_step *s)
{
    FOR_CELLS(s, lstm_output_back_step);
}

INLINE void lstm_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    const real *a = s->gates + 4 * at + j;
    real *da = s->dgates + 4 * at + j;
    vec i = load(a, lanes), f = load(a + h, lanes), g = load(a + 2 * h, lanes),
        dc = load(s->dc + at + j, lanes);

    store(da, dc * g * i * (1 - i), lanes);
    store(da + h, dc * load(s->c_prev + at + j, lanes) * f * (1 - f), lanes);
    store(da + 2 * h, dc * i * (1 - g * g), lanes);
    store(s->dc + at + j, dc * f, lanes);
}

static void lstm_backward(const struct cell_step *s)
{
    FOR_CELLS(s, lstm_back_step);
}

INLINE void gru_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    real *a = s->gates + 3 * at + j;
    const real *p = s->part + 3 * at + j;
    vec r = sigmoid_of(load(a, lanes) + load(p, lanes) + load_bias(s->bias, j, lanes));
    vec z = sigmoid_of(load(a + h, lanes) + load(p + h, lanes) + load_bias(s->bias, h + j, lanes));
    vec memo = load(p + 2 * h, lanes) + load_bias(s->bias_h, j, lanes);
    vec n = tanh_of(load(a + 2 * h, lanes) + load_bias(s->bias, 2 * h + j, lanes) + r * memo);

    store(a, r, lanes);
    store(a + h, z, lanes);
    store(a + 2 * h, n, lanes);
    store(s->memo + at + j, memo, lanes);
    store(s->h_next + at + j, n + z * (load(s->h_prev + at + j, lanes) - n), lanes);
}

static void gru_forward(const struct cell_step *s)
{
    FOR_CELLS(s, gru_step);
}

INLINE void gru_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    const real *a = s->gates + 3 * at + j;
    real *da = s->dgates + 3 * at + j, *dp = s->dpart + 3 * at + j;
    vec r = load(a, lanes), z = load(a + h, lanes), n = load(a + 2 * h, lanes),
        dh = load(s->dh + at + j, lanes), dn = dh * (1 - z) * (1 - n * n),
        dr = dn * load(s->memo + at + j, lanes) * r * (1 - r),
        dz = dh * (load(s->h_prev + at + j, lanes) - n) * z * (1 - z);

    store(da, dr, lanes);
    store(dp, dr, lanes);
    store(da + h, dz, lanes);
    store(dp + h, dz, lanes);
    store(da + 2 * h, dn, lanes);
    store(dp + 2 * h, dn * r, lanes);
    store(s->dh + at + j, dh * z, lanes);
}

static void gru_backward(const struct cell_step *s)
{
    FOR_CELLS(s, gru_back_step);
}
#endif

#endif
