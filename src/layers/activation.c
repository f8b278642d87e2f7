/* Elementwise activations. The output is NaN for NaN. */
#include "kernels/kernels.h"
#include "layers/layer.h"
#include <math.h>

static void forward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    l->type->activation->forward(l->kernels, end - first, io->x[0] + first, io->y + first);
}

static void backward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    l->type->activation->backward(l->kernels, end - first, io->y + first, io->dy + first,
                                  io->dx[0] + first, io->add[0]);
}

#define ELEMENTWISE_MEMBERS                                                                        \
    .setup = layer_setup_same_shape, .forward = layer_forward_elements,                            \
    .backward = layer_backward_elements

/* The members of the struct layer_type of a layer that is exactly a struct activation. */
#define ACTIVATION_MEMBERS(name)                                                                   \
    .activation = &name, .examples = {""}, .forward_elements = forward,                            \
    .backward_elements = backward, ELEMENTWISE_MEMBERS

/* ---- relu ---- */

static void relu_forward(const struct kernels *k, size_t n, const real *x, real *y)
{
    k->relu_forward(n, x, y);
}

static void relu_backward(const struct kernels *k, size_t n, const real *y, const real *dy,
                          real *dx, bool add)
{
    k->relu_backward(n, y, dy, dx, add);
}

static const struct activation relu = {"relu", true, relu_forward, relu_backward};

const struct layer_type layer_relu = {
    .name = "relu", .usage = "max(x, 0)", ACTIVATION_MEMBERS(relu)};

/* ---- sigmoid ---- */

static void sigmoid_forward(const struct kernels *k, size_t n, const real *x, real *y)
{
    k->sigmoid_forward(n, x, y);
}

static void sigmoid_backward(const struct kernels *k, size_t n, const real *y, const real *dy,
                             real *dx, bool add)
{
    (void)k;
    for (size_t i = 0; i < n; i++)
        dx[i] = dy[i] * y[i] * (1 - y[i]) + (add ? dx[i] : 0);
}

static const struct activation sigmoid = {"sigmoid", false, sigmoid_forward, sigmoid_backward};

const struct layer_type layer_sigmoid = {
    .name = "sigmoid", .usage = "1 / (1 + exp(-x))", ACTIVATION_MEMBERS(sigmoid)};

/* ---- tanh ---- */

static void tanh_forward(const struct kernels *k, size_t n, const real *x, real *y)
{
    k->tanh_forward(n, x, y);
}

static void tanh_backward(const struct kernels *k, size_t n, const real *y, const real *dy,
                          real *dx, bool add)
{
    (void)k;
    for (size_t i = 0; i < n; i++)
        dx[i] = dy[i] * (1 - y[i] * y[i]) + (add ? dx[i] : 0);
}

static const struct activation hyperbolic = {"tanh", false, tanh_forward, tanh_backward};

const struct layer_type layer_tanh = {
    .name = "tanh", .usage = "the hyperbolic tangent", ACTIVATION_MEMBERS(hyperbolic)};

/* ---- gelu (Hendrycks & Gimpel 2016): x Phi(x), or its approximation by tanh ---- */

enum approx { APPROX_NONE, APPROX_TANH };

struct gelu {
    int approx;
};
LAYER_OPTIONS_FIT(struct gelu);

static const struct option gelu_options[] = {
    {"approx", OPTION_CHOICE, offsetof(struct gelu, approx), "none", 0, 0, "none|tanh",
     "none: exact, by erf; tanh: the usual approximation"},
    {0},
};

static const double SQRT_HALF = 0.70710678118654752440;
static const double INV_SQRT_2PI = 0.39894228040143267794;
static const double SQRT_2_OVER_PI = 0.79788456080286535588;
static const double CUBIC = 0.044715;

/* Returns gelu(x), and writes its derivative at x to *slope. */
static double gelu(double x, int approx, double *slope)
{
    double phi, t, inner;

    if (approx == APPROX_NONE) {
        phi = 0.5 * (1 + erf(x * SQRT_HALF));
        *slope = phi + x * INV_SQRT_2PI * exp(-0.5 * x * x);
        return x * phi;
    }
    inner = SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
    t = tanh(inner);
    *slope = 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
    return 0.5 * x * (1 + t);
}

static void gelu_forward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    const struct gelu *o = (const struct gelu *)l->options;
    double slope;

    for (size_t i = first; i < end; i++)
        io->y[i] = (real)gelu(io->x[0][i], o->approx, &slope);
}

static void gelu_backward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    const struct gelu *o = (const struct gelu *)l->options;
    real *dx = io->dx[0];

    for (size_t i = first; i < end; i++) {
        double slope;

        gelu(io->x[0][i], o->approx, &slope);
        dx[i] = (real)(io->dy[i] * slope) + (io->add[0] ? dx[i] : 0);
    }
}

const struct layer_type layer_gelu = {
    .name = "gelu",
    .usage = "x times the normal distribution function of x",
    .options = gelu_options,
    .examples = {"", "approx=tanh"},
    .forward_elements = gelu_forward,
    .backward_elements = gelu_backward,
    .activates = true,
    ELEMENTWISE_MEMBERS,
};
