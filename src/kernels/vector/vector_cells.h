/* The kernels of recurrent cells, for float only. ref_cells.c has the same loops without vectors. */
#ifndef NORMLAB_KERNELS_VECTOR_VECTOR_CELLS_H
#define NORMLAB_KERNELS_VECTOR_VECTOR_CELLS_H

#include "kernels/vector/vector_exp.h"

/* The functions *_step() compute the units [j, j + lanes) of one row. `at` is the index of the row's first element in an
 * array [n][h]. */

INLINE vec load_bias(const real *bias, size_t at, int lanes)
{
    return bias ? load(bias + at, lanes) : (vec){0};
}

INLINE void rnn_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    vec v = tanh_of(load(s->gates + at + j, lanes) + load_bias(s->bias, j, lanes));

    store(s->gates + at + j, v, lanes);
    store(s->h_next + at + j, v, lanes);
}

INLINE void rnn_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    vec v = load(s->gates + at + j, lanes), dh = load(s->dh + at + j, lanes);

    store(s->dgates + at + j, dh * (1 - v * v), lanes);
    store(s->dh + at + j, (vec){0}, lanes);
}

/* Computes h_next from the gate o and from c or the normalized c. */
INLINE void lstm_hidden(const struct cell_step *s, size_t at, size_t j, vec o, vec c, int lanes)
{
    vec t = tanh_of(c);

    store(s->memo + at + j, t, lanes);
    store(s->h_next + at + j, o * t, lanes);
}

INLINE void lstm_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    real *a = s->gates + 4 * at + j;
    vec i = sigmoid_of(load(a, lanes) + load_bias(s->bias, j, lanes));
    vec f = sigmoid_of(load(a + h, lanes) + load_bias(s->bias, h + j, lanes) + s->forget_bias);
    vec g = tanh_of(load(a + 2 * h, lanes) + load_bias(s->bias, 2 * h + j, lanes));
    vec o = sigmoid_of(load(a + 3 * h, lanes) + load_bias(s->bias, 3 * h + j, lanes));
    vec c = f * load(s->c_prev + at + j, lanes) + i * g;

    store(a, i, lanes);
    store(a + h, f, lanes);
    store(a + 2 * h, g, lanes);
    store(a + 3 * h, o, lanes);
    store(s->c + at + j, c, lanes);
    if (!s->normed)
        lstm_hidden(s, at, j, o, c, lanes);
}

INLINE void lstm_output_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    lstm_hidden(s, at, j, load(s->gates + 4 * at + 3 * (size_t)s->h + j, lanes),
                load(s->normed + at + j, lanes), lanes);
}

/* Returns the gradient of c or of the normalized c through h_next; writes the gradient of the gate o, and sets dh to 0. */
INLINE vec lstm_hidden_back(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t out = 4 * at + 3 * (size_t)s->h + j;
    vec o = load(s->gates + out, lanes), t = load(s->memo + at + j, lanes),
        dh = load(s->dh + at + j, lanes);

    store(s->dgates + out, dh * t * o * (1 - o), lanes);
    store(s->dh + at + j, (vec){0}, lanes);
    return dh * o * (1 - t * t);
}

INLINE void lstm_output_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    store(s->dnormed + at + j, lstm_hidden_back(s, at, j, lanes), lanes);
}

INLINE void lstm_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    const real *a = s->gates + 4 * at + j;
    real *da = s->dgates + 4 * at + j;
    vec i = load(a, lanes), f = load(a + h, lanes), g = load(a + 2 * h, lanes),
        dc = load(s->dc + at + j, lanes);

    if (!s->dnormed)
        dc += lstm_hidden_back(s, at, j, lanes);
    store(da, dc * g * i * (1 - i), lanes);
    store(da + h, dc * load(s->c_prev + at + j, lanes) * f * (1 - f), lanes);
    store(da + 2 * h, dc * i * (1 - g * g), lanes);
    store(s->dc + at + j, dc * f, lanes);
}

INLINE void gru_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    real *a = s->gates + 3 * at + j;
    const real *p = s->gates_h + 3 * at + j;
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

INLINE void gru_back_step(const struct cell_step *s, size_t at, size_t j, int lanes)
{
    size_t h = (size_t)s->h;
    const real *a = s->gates + 3 * at + j;
    real *da = s->dgates + 3 * at + j, *dp = s->dgates_h + 3 * at + j;
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

/* Defines a kernel `name`, which calls step(s, row, j, lanes) for the units of each row, a vector at a time. `row` is
 * what the functions above call `at`. */
#define CELL_KERNEL(name, step)                                                                    \
    static void name(const struct cell_step *s)                                                    \
    {                                                                                              \
        size_t h = (size_t)s->h;                                                                   \
                                                                                                   \
        for (size_t row = 0; row < s->n * h; row += h) {                                           \
            size_t j = 0;                                                                          \
                                                                                                   \
            for (; j + LANES <= h; j += LANES)                                                     \
                step(s, row, j, LANES);                                                            \
            if (j < h)                                                                             \
                step(s, row, j, (int)(h - j));                                                     \
        }                                                                                          \
    }

CELL_KERNEL(rnn_forward, rnn_step)
CELL_KERNEL(rnn_backward, rnn_back_step)
CELL_KERNEL(lstm_forward, lstm_step)
CELL_KERNEL(lstm_output, lstm_output_step)
CELL_KERNEL(lstm_output_backward, lstm_output_back_step)
CELL_KERNEL(lstm_backward, lstm_back_step)
CELL_KERNEL(gru_forward, gru_step)
CELL_KERNEL(gru_backward, gru_back_step)

#endif
