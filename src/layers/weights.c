#include "layers/weights.h"
#include "base/arena.h"
#include "base/error.h"
#include "kernels/kernels.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

LAYER_OPTIONS_FIT(struct weights);

enum { WS_OFF, WS_ON, WS_SCALED };
enum { WS_EPS_AUTO = -1 };
enum { GAIN_RELU = -1, GAIN_TANH = -2, GAIN_SIGMOID = -3, GAIN_GELU = -4 };

#define PI 3.14159265358979323846

/* The kernels that compute sums. Vector kernels compute some sums in real, where squares of small weights underflow to
 * 0. */
static const struct kernels *const SUMS = &kernels_plain;

/* The most bytes of the weight's rows that columns_moments() gets in one call. */
enum { BLOCK_BYTES = 16 * 1024 };

/* ---- options ---- */

static const struct weights *weights_of(const struct layer *l)
{
    return (const struct weights *)l->options;
}

/* True when the effective weight is not the parameter W itself. */
static bool is_on(const struct weights *w)
{
    return w->ws != WS_OFF || w->weightnorm;
}

void weights_resolve(void *options)
{
    struct weights *w = options;

    if (w->ws == WS_OFF)
        w->ws_eps = WS_EPS_AUTO;
    else if (w->ws_eps == WS_EPS_AUTO)
        w->ws_eps = w->ws == WS_SCALED ? 1e-4 : 1e-10;
    if (w->ws != WS_SCALED)
        w->ws_gain = 1;
}

/* Returns f(z) of the activation f that the value of ws_gain names; not for relu. */
static double activation_at(int gain, double z)
{
    if (gain == GAIN_TANH)
        return tanh(z);
    if (gain == GAIN_SIGMOID)
        return 1 / (1 + exp(-z));
    return z / 2 * (1 + erf(z / sqrt(2)));
}

/* Returns 1 / sd(f(z)) of the activation f for a standard normal z. */
static double activation_gain(int gain)
{
    /* The trapezoidal rule is exact up to rounding for these smooth functions. */
    const double step = 1.0 / 64, end = 10;
    double sum = 0, squares = 0;

    if (gain == GAIN_RELU)
        return sqrt(2 / (1 - 1 / PI));
    for (double z = -end; z <= end; z += step) {
        double density = exp(-z * z / 2) / sqrt(2 * PI) * step, f = activation_at(gain, z);

        sum += density * f;
        squares += density * f * f;
    }
    return 1 / sqrt(squares - sum * sum);
}

/* ---- moments ---- */

/* Writes the mean and M2 (struct weights) of each channel's weights to mean[O] and m2[O]. work: memory, [2][O]. */
static void channel_moments(const struct layer *l, const real *weight, double *mean, double *m2,
                            double *work)
{
    int c = l->out.c;
    struct column_moments total = {0, mean, m2}, block = {0, work, work + c};
    size_t rows = (size_t)l->param[LAYER_WEIGHT].fan_in, row_bytes = (size_t)c * sizeof *weight,
           most = row_bytes < BLOCK_BYTES ? BLOCK_BYTES / row_bytes : 1;

    memset(mean, 0, (size_t)c * sizeof *mean);
    memset(m2, 0, (size_t)c * sizeof *m2);
    for (size_t r = 0, n; r < rows; r += n) {
        n = rows - r < most ? rows - r : most;
        block.count = (double)n;
        SUMS->columns_moments(n, c, weight + r * (size_t)c, block.mean, block.m2);
        columns_merge(c, &total, &block);
    }
    for (int i = 0; !weights_of(l)->centered && i < c; i++) {
        m2[i] += (double)rows * mean[i] * mean[i];
        mean[i] = 0;
    }
}

void weights_init(const struct layer *l, real *param)
{
    const struct weights *w = weights_of(l);
    size_t c = (size_t)l->out.c;
    double *mean;

    if (!w->weightnorm)
        return;
    mean = xcalloc(4 * c, sizeof *mean);
    channel_moments(l, param + l->param[LAYER_WEIGHT].offset, mean, mean + c, mean + 2 * c);
    for (size_t i = 0; i < c; i++)
        param[l->param[w->gain_number].offset + i] = (real)sqrt(mean[c + i]);
    free(mean);
}

/* ---- set-up ---- */

static int check(const struct weights *w, int fan_in, struct setup *s)
{
    if (w->ws != WS_OFF && w->weightnorm)
        return layer_error(s, "ws and weightnorm exclude each other: take one of them");
    if (w->ws != WS_OFF && fan_in == 1)
        return layer_refuse(
            s, "ws: an output channel has one weight, which has no variance; take ws=0");
    return 0;
}

/* Books a factor for each output channel, in the shape that it has in PyTorch: that of the weight, with 1 for all other
 * dimensions. Returns its number. */
static int book_gain(struct layer *l, const char *name, int rank)
{
    const int dim[] = {1, 1, 1, l->out.c};

    layer_book(l, name, PARAM_OTHER, rank, dim + 4 - rank)->initial = 1;
    return l->params - 1;
}

/* Sets the numbers of the formula in struct weights. */
static void set_formula(struct weights *w, int fan_in)
{
    w->centered = w->ws != WS_OFF;
    w->factor = 1;
    if (w->ws == WS_SCALED)
        w->factor = w->ws_gain < 0 ? activation_gain((int)w->ws_gain) : w->ws_gain;
    w->spread = w->ws == WS_ON ? 1.0 / fan_in : 1;
    w->eps = w->ws != WS_OFF ? w->ws_eps : 0;
}

static void book_memory(struct layer *l, struct weights *w)
{
    size_t count = l->param[LAYER_WEIGHT].count, c = (size_t)l->out.c;

    w->value = layer_book_saved(l, count * sizeof(real));
    w->moments = layer_book_saved(l, 2 * c * sizeof(double));
    w->gradient = layer_book_scratch(l, count * sizeof(real));
    w->sums = layer_book_scratch(l, 3 * c * sizeof(double));
    w->work = layer_book_scratch(l, 4 * c * sizeof(real));
}

int weights_setup(struct layer *l, struct setup *s, int k_dims, int k)
{
    struct weights *w = (struct weights *)l->options;
    const int dim[] = {k, k, l->in[0].c, l->out.c}, taps = k_dims == 2 ? k * k : k,
              rank = 2 + k_dims;
    int fan_in = taps * l->in[0].c, r = check(w, fan_in, s);
    struct param *p;

    if (r)
        return r;
    p = layer_book(l, w->weightnorm ? "weight_v" : "weight", PARAM_WEIGHT, rank, dim + 4 - rank);
    p->stream = "weight";
    p->fan_in = fan_in;
    p->fan_out = taps * l->out.c;
    w->bias_number = w->gain_number = -1;
    if (w->bias < 0 ? !s->feeds_norm : w->bias) {
        layer_book_param(l, "bias", PARAM_BIAS, 1, l->out.c)->fan_in = fan_in;
        w->bias_number = l->params - 1;
    }
    if (w->weightnorm || w->ws == WS_SCALED)
        w->gain_number = book_gain(l, w->weightnorm ? "weight_g" : "gain", rank);
    set_formula(w, fan_in);
    if (is_on(w))
        book_memory(l, w);
    l->flops = 2.0 * (double)shape_positions(l->out) * fan_in * l->out.c;
    return 0;
}

/* ---- passes ---- */

const real *weights_bias(const struct layer *l, const struct io *io)
{
    return layer_param(l, io, weights_of(l)->bias_number);
}

real *weights_dbias(const struct layer *l, const struct io *io)
{
    return layer_dparam(l, io, weights_of(l)->bias_number);
}

/* Returns W' / (W - mean) of channel i, where `inverse` is 1 / divisor. */
static double scale_at(const struct weights *w, const real *gain, int i, double inverse)
{
    return (gain ? (double)gain[i] : 1) * w->factor * inverse;
}

const real *weights_forward(const struct layer *l, const struct io *io)
{
    const struct weights *w = weights_of(l);
    const real *weight = layer_param(l, io, LAYER_WEIGHT),
               *gain = layer_param(l, io, w->gain_number);
    size_t rows = (size_t)l->param[LAYER_WEIGHT].fan_in;
    int c = l->out.c;
    double *mean, *inverse;
    real *value, *center, *scale, *shift;

    if (!is_on(w))
        return weight;
    value = io_saved(io, w->value);
    mean = io_saved(io, w->moments);
    inverse = mean + c; /* M2 at first */
    center = io_scratch(io, w->work);
    scale = center + c;
    shift = scale + c;
    channel_moments(l, weight, mean, inverse, io_scratch(io, w->sums));
    for (int i = 0; i < c; i++) {
        inverse[i] = 1 / sqrt(w->spread * inverse[i] + w->eps);
        if (inverse[i] > (double)REAL_MAX)
            inverse[i] = 0;
        center[i] = (real)mean[i];
        scale[i] = (real)scale_at(w, gain, i, inverse[i]);
        shift[i] = (real)((center[i] - mean[i]) * scale_at(w, gain, i, inverse[i]));
    }
    l->kernels->columns_apply(rows, c, weight, center, scale, shift, value, false);
    return value;
}

const real *weights_value(const struct layer *l, const struct io *io)
{
    const struct weights *w = weights_of(l);

    return is_on(w) ? io_saved(io, w->value) : layer_param(l, io, LAYER_WEIGHT);
}

real *weights_gradient(const struct layer *l, const struct io *io)
{
    const struct weights *w = weights_of(l);

    return is_on(w) ? io_scratch(io, w->gradient) : layer_dparam(l, io, LAYER_WEIGHT);
}

bool weights_add(const struct layer *l, const struct io *io)
{
    return !is_on(weights_of(l)) && io->add_param;
}

/* Sums over the weights of each channel. With dW' the gradient of W': of dW', and of dW' * (W - mean). */
struct sums {
    double *gradient, *product; /* [c] */
};

static struct sums sum_gradients(const struct layer *l, const struct io *io, const double *mean)
{
    const struct weights *w = weights_of(l);
    int c = l->out.c;
    struct sums sums = {.gradient = io_scratch(io, w->sums)};
    real *center = io_scratch(io, w->work);

    sums.product = sums.gradient + c;
    memset(sums.gradient, 0, 2 * (size_t)c * sizeof *sums.gradient);
    for (int i = 0; i < c; i++)
        center[i] = (real)mean[i];
    SUMS->columns_sums((size_t)l->param[LAYER_WEIGHT].fan_in, c, layer_param(l, io, LAYER_WEIGHT),
                       io_scratch(io, w->gradient), NULL, center, sums.gradient, sums.product);
    for (int i = 0; i < c; i++)
        sums.product[i] -= (mean[i] - center[i]) * sums.gradient[i];
    return sums;
}

/* The gradients of the gain and of W, from the gradient dW' of W'. Sums are over the I weights of the channel;
 * d = W - mean and scale = W' / d.
 *   dgain = sum(dW' * d) * factor / divisor
 *   dW = scale * (dW' - sum(dW') / I) - W' * sum(dW' * d) * spread / divisor^2,
 * where the term sum(dW') / I is 0 when the weight is not centered. */
void weights_backward(const struct layer *l, const struct io *io)
{
    const struct weights *w = weights_of(l);
    const real *gain = layer_param(l, io, w->gain_number);
    real *dgain = layer_dparam(l, io, w->gain_number), *zero, *scale, *slope, *shift;
    size_t rows = (size_t)l->param[LAYER_WEIGHT].fan_in;
    int c = l->out.c;
    const double *mean, *inverse;
    struct sums sums;

    if (!is_on(w))
        return;
    mean = io_saved(io, w->moments);
    inverse = mean + c;
    sums = sum_gradients(l, io, mean);
    zero = io_scratch(io, w->work);
    scale = zero + c;
    slope = scale + c;
    shift = slope + c;
    for (int i = 0; i < c; i++) {
        double by_gain = sums.product[i] * inverse[i], exact = scale_at(w, gain, i, inverse[i]);

        if (dgain)
            dgain[i] = (real)(by_gain * w->factor + (io->add_param ? dgain[i] : 0));
        zero[i] = 0;
        scale[i] = (real)exact;
        slope[i] = (real)(-by_gain * inverse[i] * w->spread);
        shift[i] = w->centered ? (real)(-exact * sums.gradient[i] / (double)rows) : 0;
    }
    l->kernels->columns_backward(rows, c, io_saved(io, w->value), io_scratch(io, w->gradient), NULL,
                                 zero, scale, slope, shift, layer_dparam(l, io, LAYER_WEIGHT),
                                 io->add_param, false);
}
