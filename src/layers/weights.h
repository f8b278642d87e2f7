/*
 * The weight and the bias of a dense layer or a convolution. The weight is W[I][O]: O output channels, and I weights of
 * each of them (fan_in: taps times input channels). The options may replace W in the layer's products by an effective
 * weight W', which is computed anew in each forward call. With mean_o, var_o (biased) and the length |v_o| over the I
 * weights of output channel o:
 *
 *   ws=1          W' = (W - mean_o) / sqrt(var_o + ws_eps)
 *     Weight standardization (Qiao et al. 2019). This follows the paper's equations and the program of BiT (Kolesnikov et
 *     al. 2020), whose 1e-10 is the default of ws_eps. The paper's public program differs: it divides by the unbiased
 *     standard deviation plus 1e-5, so its weights are smaller, by a factor of about sqrt((I - 1) / I).
 *   ws=scaled     W' = gain_o * ws_gain * (W - mean_o) / sqrt(I * var_o + ws_eps)
 *     Scaled weight standardization (Brock, De & Smith 2021) with a learned gain for each channel, at first 1. The paper
 *     divides by sqrt(max(I * var_o, 1e-4)); 1e-4 is the default of ws_eps here. ws_gain is the paper's constant gamma.
 *     When the input is f(z) for an activation f and a standard normal z, the output has the variance 1 with
 *     ws_gain = 1 / sd(f(z)). The name of an activation stands for this number; for relu it is sqrt(2 / (1 - 1 / pi)).
 *   weightnorm=1  W' = g_o * v_o / |v_o|
 *     Weight normalization (Salimans & Kingma 2016, equation 2), as torch.nn.utils.parametrizations.weight_norm. The
 *     parameters are v and g, called weight_v and weight_g. At first g_o = |v_o|, so that W' is v. (The paper also has
 *     first values that are computed from data; they are not used here.)
 *
 * Weight decay, and the metrics of weights and their gradients, apply to W or v. The first values of W or v are drawn
 * from the same random numbers as those of W without these options. Weight decay does not apply to gains.
 *
 * When the divisor of a channel is 0, or so small that its inverse overflows, W' and all gradients are 0 there. In
 * weightnorm this happens when v = 0; with ws_eps = 0, when all weights of the channel are equal. Sums over the I weights
 * are computed in double.
 */
#ifndef NORMLAB_LAYERS_WEIGHTS_H
#define NORMLAB_LAYERS_WEIGHTS_H

#include "layers/layer.h"

enum { LAYER_WEIGHT }; /* the number of the parameter W or v */

/* The options, and what set-up computes from them. The options struct of a layer with these options begins with this struct. */
struct weights {
    int bias; /* 0, 1, or -1 for auto */
    int ws, weightnorm;
    double ws_eps, ws_gain;

    int bias_number, gain_number; /* numbers of the parameters bias and gain; -1: there is none */
    /* W' = gain * factor * (W - mean) / divisor, where divisor^2 = spread * M2 + eps. M2 is the sum of (W - mean)^2; when
     * the weight is not centered, mean counts as 0. */
    bool centered;
    double factor, spread, eps;
    size_t value;      /* offset in saved: W' */
    size_t moments;    /* offset in saved: the mean and 1 / divisor of each channel, [2][O] */
    size_t gradient;   /* offset in scratch: the gradient of W' */
    size_t sums, work; /* offsets in scratch: [3][O] in double; [4][O] in real */
};

/* clang-format off */
#define WEIGHTS_OPTIONS                                                                            \
    {"bias", OPTION_INT, offsetof(struct weights, bias), "auto", 0, 1, "auto",                     \
     "auto: none where a norm follows"},                                                           \
    {"ws", OPTION_CHOICE, offsetof(struct weights, ws), "0", 0, 0, "0|1|scaled",                   \
     "1: standardize the weights of each output channel; scaled: also divide by sqrt(fan_in), with a learned gain"}, \
    {"ws_eps", OPTION_REAL, offsetof(struct weights, ws_eps), "auto", 0, 1, "auto",                \
     "ws: added to the variance (scaled: times fan_in), inside the root; auto: 1e-10, or 1e-4 for scaled"}, \
    {"ws_gain", OPTION_REAL, offsetof(struct weights, ws_gain), "1", 0, 1e6, "relu|tanh|sigmoid|gelu", \
     "ws=scaled: a constant factor; or relu, tanh, sigmoid, gelu: restores the variance that this activation before the layer takes"}, \
    {"weightnorm", OPTION_INT, offsetof(struct weights, weightnorm), "0", 0, 1, NULL,              \
     "1: the weights of each output channel are g * v / |v|, with a learned norm g"}

/* The members that a struct layer_type needs for WEIGHTS_OPTIONS. */
#define WEIGHTS_MEMBERS .resolve = weights_resolve, .init_params = weights_init
/* clang-format on */

/* Functions for these members (layer.h). A layer's own `resolve` calls weights_resolve(). */
void weights_resolve(void *options);
void weights_init(const struct layer *l, real *param);

/* Books the parameters and the memory, and sets l->flops. l->out must be set before. The convolution's kernel has k
 * positions in each of k_dims dimensions; for dense, k = 1 and k_dims = 0. Returns 0, or -1 or REFUSED with
 * s->message. */
int weights_setup(struct layer *l, struct setup *s, int k_dims, int k);

/* Return the bias [O] and its gradient; NULL when there is none. */
const real *weights_bias(const struct layer *l, const struct io *io);
real *weights_dbias(const struct layer *l, const struct io *io);

/* Computes W' in a forward call, saves it for backward, and returns it, [I][O]. */
const real *weights_forward(const struct layer *l, const struct io *io);

/* For a backward call. The layer reads W' = weights_value(). It writes the gradient of W' to weights_gradient(), or adds
 * it there when weights_add() is true. Then it calls weights_backward() once, which writes the gradients of the
 * parameters. When W is the effective weight, weights_value() is W, weights_gradient() is the memory of its gradient, and
 * weights_backward() does nothing. */
const real *weights_value(const struct layer *l, const struct io *io);
real *weights_gradient(const struct layer *l, const struct io *io);
bool weights_add(const struct layer *l, const struct io *io);
void weights_backward(const struct layer *l, const struct io *io);

#endif
