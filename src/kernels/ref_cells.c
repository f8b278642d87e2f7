/* The kernels of recurrent cells in plain C, which define what the vector kernels must compute. */
#include "kernels/plain.h"
#include <math.h>

static real bias_at(const real *bias, size_t i)
{
    return bias ? bias[i] : 0;
}

void plain_rnn_forward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t i = 0; i < s->n * h; i++)
        s->h_next[i] = s->gates[i] = (real)tanh((double)(s->gates[i] + bias_at(s->bias, i % h)));
}

void plain_rnn_backward(const struct cell_step *s)
{
    for (size_t i = 0; i < s->n * (size_t)s->h; i++) {
        s->dgates[i] = s->dh[i] * (1 - s->gates[i] * s->gates[i]);
        s->dh[i] = 0;
    }
}

/* Computes h_next from the gate o and from c or the normalized c. */
static void output(const struct cell_step *s, const real *c)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++) {
            real *t = &s->memo[row * h + j];

            *t = (real)tanh((double)c[row * h + j]);
            s->h_next[row * h + j] = s->gates[(row * 4 + 3) * h + j] * *t;
        }
}

void plain_lstm_forward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++) {
            real *i = s->gates + row * 4 * h + j, *f = i + h, *g = f + h, *o = g + h;

            *i = plain_sigmoid((double)(*i + bias_at(s->bias, j)));
            *f = plain_sigmoid((double)(*f + bias_at(s->bias, h + j) + s->forget_bias));
            *g = (real)tanh((double)(*g + bias_at(s->bias, 2 * h + j)));
            *o = plain_sigmoid((double)(*o + bias_at(s->bias, 3 * h + j)));
            s->c[row * h + j] = *f * s->c_prev[row * h + j] + *i * *g;
        }
    if (!s->normed)
        output(s, s->c);
}

void plain_lstm_output(const struct cell_step *s)
{
    output(s, s->normed);
}

/* Returns the gradient of c or of the normalized c through h_next, for a row and a unit j; writes the gradient of the gate
 * o, and sets dh to 0. */
static real output_gradient(const struct cell_step *s, size_t row, size_t j)
{
    size_t h = (size_t)s->h;
    real o = s->gates[(row * 4 + 3) * h + j], t = s->memo[row * h + j], dh = s->dh[row * h + j];

    s->dgates[(row * 4 + 3) * h + j] = dh * t * o * (1 - o);
    s->dh[row * h + j] = 0;
    return dh * o * (1 - t * t);
}

void plain_lstm_output_backward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++)
            s->dnormed[row * h + j] = output_gradient(s, row, j);
}

void plain_lstm_backward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++) {
            const real *a = s->gates + row * 4 * h + j;
            real *da = s->dgates + row * 4 * h + j, *dc = &s->dc[row * h + j];
            real i = a[0], f = a[h], g = a[2 * h];

            if (!s->dnormed)
                *dc += output_gradient(s, row, j);
            da[0] = *dc * g * i * (1 - i);
            da[h] = *dc * s->c_prev[row * h + j] * f * (1 - f);
            da[2 * h] = *dc * i * (1 - g * g);
            *dc *= f;
        }
}

void plain_gru_forward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++) {
            real *r = s->gates + row * 3 * h + j, *z = r + h, *n = z + h;
            const real *p = s->gates_h + row * 3 * h + j;
            real *memo = &s->memo[row * h + j];

            *r = plain_sigmoid((double)(*r + p[0] + bias_at(s->bias, j)));
            *z = plain_sigmoid((double)(*z + p[h] + bias_at(s->bias, h + j)));
            *memo = p[2 * h] + bias_at(s->bias_h, j);
            *n = (real)tanh((double)(*n + bias_at(s->bias, 2 * h + j) + *r * *memo));
            s->h_next[row * h + j] = *n + *z * (s->h_prev[row * h + j] - *n);
        }
}

void plain_gru_backward(const struct cell_step *s)
{
    size_t h = (size_t)s->h;

    for (size_t row = 0; row < s->n; row++)
        for (size_t j = 0; j < h; j++) {
            const real *a = s->gates + row * 3 * h + j;
            real *da = s->dgates + row * 3 * h + j, *dp = s->dgates_h + row * 3 * h + j;
            real *dh = &s->dh[row * h + j], r = a[0], z = a[h], n = a[2 * h];
            real dn = *dh * (1 - z) * (1 - n * n);

            da[2 * h] = dn;
            dp[2 * h] = dn * r;
            da[0] = dp[0] = dn * s->memo[row * h + j] * r * (1 - r);
            da[h] = dp[h] = *dh * (s->h_prev[row * h + j] - n) * z * (1 - z);
            *dh *= z;
        }
}
