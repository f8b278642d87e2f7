/* Benchmarks of single layers. Norms are compared with the copy of an array, dense layers and convolutions with
 * gemm(). */
#include "base/error.h"
#include "layers/norms/norm.h"
#include "tools/bench_internal.h"
#include <stdio.h>
#include <string.h>

#define LENGTH(array) ((int)(sizeof(array) / sizeof *(array)))

/* ---- a layer ---- */

/* Opens a layer in training mode. Fills its inputs, output gradients and parameters with normal random numbers.
 * Returns 0, or -1 after a message. */
static int open_layer(struct instance *l, const char *spec, struct shape in, int n)
{
    struct setup setup = {.max_n = n, .min_train_n = n};

    if (instance_open(l, spec, &in, &setup)) {
        instance_close(l);
        return error("%s: %s", spec, l->setup.message);
    }
    l->io.training = true;
    instance_fill(l, 0);
    return 0;
}

static void forward(void *instance)
{
    instance_forward(instance);
}

/* Runs a backward pass. It can be repeated without another forward(), which must have been called once. */
static void backward(void *instance)
{
    instance_backward(instance);
}

static void both(void *instance)
{
    instance_forward(instance);
    instance_backward(instance);
}

static void name_shape(struct bench_row *row, int n, struct shape s)
{
    char shape[48];

    shape_print(shape, s);
    snprintf(row->shape, sizeof row->shape, "%dx%s", n, shape);
}

static void measure(const struct bench_plan *plan, bench_call *call, struct instance *l,
                    struct bench_row *row)
{
    row->time = bench_sample(plan, bench_calibrate(plan, call, l), call, l);
}

/* ---- norms ---- */

static const struct {
    int n, side, channels;
} images[] = {{32, 32, 16}, {128, 8, 64}, {32, 56, 64}};

/* True when a statistics group of the layer may span the batch. */
static bool spans_batch(const struct layer *l)
{
    const struct norm *m = norm_within(l);

    return m && m->running;
}

int bench_norm_forward(const struct layer *l)
{
    return spans_batch(l) ? 3 : 2;
}

int bench_norm_backward(const struct layer *l)
{
    return spans_batch(l) ? 5 : 3;
}

static int bench_norm(const struct bench_plan *plan, const struct layer_type *type,
                      struct shape shape, int n, double bound, bench_report *report, void *context)
{
    struct bench_row row = {.images = n, .unit = "gb_s", .bound = bound};
    size_t count = (size_t)n * shape_size(shape);
    struct instance l;

    if (open_layer(&l, type->name, shape, n))
        return -1;
    snprintf(row.work, sizeof row.work, "%s", type->name);
    name_shape(&row, n, shape);
    row.amount = (bench_norm_forward(&l.layer) + bench_norm_backward(&l.layer)) *
                 (double)(count * sizeof(real));
    measure(plan, both, &l, &row);
    instance_close(&l);
    report(context, &row);
    return 0;
}

int bench_norms(const struct bench_plan *plan, bench_report *report, void *context)
{
    for (int i = 0; i < LENGTH(images); i++) {
        struct shape shape = shape_image(images[i].side, images[i].side, images[i].channels);
        size_t count = (size_t)images[i].n * shape_size(shape);
        double bound;

        if (bench_copy(plan, count, &bound))
            return -1;
        for (int j = 0; layer_types[j]; j++)
            if (layer_types[j]->is_norm &&
                bench_norm(plan, layer_types[j], shape, images[i].n, bound, report, context))
                return -1;
    }
    return 0;
}

/* ---- products and convolutions ---- */

/* What is measured of each layer. One call of instance_backward() computes the gradients of the weights and of the
 * input. So the gradient of the input takes the time of "both gradients" less the time of "weight gradient". */
static const struct {
    const char *name;
    bench_call *call;
    bool wants_dx;
    int flops; /* operations of the call, as a multiple of the operations of the forward pass */
} passes[] = {
    {"forward", forward, false, 1},
    {"weight gradient", backward, false, 1},
    {"both gradients", backward, true, 2},
};

/* A layer whose work is a matrix product, on n samples of shape `in`. */
struct product {
    const char *spec;
    int n;
    struct shape in;
    /* passes[0..passes) are measured: 2 for the first layer of a net, which needs no gradient of its input; else 3. */
    int passes;
};

/* Measures and reports the passes of a layer. bound: operations per second. Returns 0, or -1 after a message. */
static int measure_passes(const struct bench_plan *plan, const struct product *p, double bound,
                          bench_report *report, void *context)
{
    struct instance l;
    real *dx;

    if (open_layer(&l, p->spec, p->in, p->n))
        return -1;
    dx = l.io.dx[0];
    forward(&l);
    for (int i = 0; i < p->passes; i++) {
        struct bench_row row = {.images = p->n, .unit = "gflop_s", .bound = bound};

        l.io.dx[0] = passes[i].wants_dx ? dx : NULL;
        snprintf(row.work, sizeof row.work, "%s %s", p->spec, passes[i].name);
        name_shape(&row, p->n, p->in);
        row.amount = passes[i].flops * l.layer.flops * p->n;
        measure(plan, passes[i].call, &l, &row);
        report(context, &row);
    }
    instance_close(&l);
    return 0;
}

/* Measures gemm(), then layers[0..count) with the rate of gemm() as their bound. Returns 0, or -1 after a message. */
static int measure_layers(const struct bench_plan *plan, const struct product *layers, int count,
                          bench_report *report, void *context)
{
    struct bench_row bound;

    if (bench_matrix_product(plan, BENCH_SIDE, &bound))
        return -1;
    report(context, &bound);
    for (int i = 0; i < count; i++)
        if (measure_passes(plan, &layers[i], bound.bound, report, context))
            return -1;
    return 0;
}

int bench_gemm(const struct bench_plan *plan, bench_report *report, void *context)
{
    const struct product layers[] = {
        {"dense 300 bias=0", 32, shape_vector(784), 3},
        {"dense 300 bias=0", 256, shape_vector(784), 3},
        {"dense 100 bias=0", 32, shape_vector(300), 3},
        {"dense 100 bias=0", 256, shape_vector(300), 3},
    };

    return measure_layers(plan, layers, LENGTH(layers), report, context);
}

int bench_conv(const struct bench_plan *plan, bench_report *report, void *context)
{
    const struct product layers[] = {
        {"conv2d 16 bias=0", 32, shape_image(32, 32, 3), 2}, /* the first layer of ResNet-20 */
        {"conv2d 16 bias=0", 32, shape_image(32, 32, 16), 3},
        {"conv2d 16 bias=0 ws=1", 32, shape_image(32, 32, 16), 3},
        {"conv2d 32 stride=2 bias=0", 32, shape_image(32, 32, 16), 3},
        {"conv2d 32 bias=0", 32, shape_image(16, 16, 32), 3},
        {"conv2d 64 bias=0", 32, shape_image(8, 8, 64), 3},
        {"conv2d 64 bias=0 ws=1", 32, shape_image(8, 8, 64), 3},
    };

    return measure_layers(plan, layers, LENGTH(layers), report, context);
}
