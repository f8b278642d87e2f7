/* Layers alone: norms against the copy of an array, products and convolutions against gemm(). */
#include "base/error.h"
#include "tools/bench.h"
#include <stdio.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* ---- a layer ---- */

/* A layer in training mode, filled with normal numbers: 0, or -1 after a message. */
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

/* After one forward. */
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
    const char *spec;
    int passes;
} norms[] = {{"batchnorm", 8}, {"groupnorm groups=8", 5}, {"instancenorm", 5}, {"layernorm", 5}};

static const struct {
    int n, side, channels;
} images[] = {{32, 32, 16}, {128, 8, 64}, {32, 56, 64}};

int bench_norms(const struct bench_plan *plan, bench_report *report, void *context)
{
    for (size_t i = 0; i < LENGTH(images); i++) {
        struct shape shape = shape_image(images[i].side, images[i].side, images[i].channels);
        size_t count = (size_t)images[i].n * shape_size(shape);
        double bound;

        if (bench_copy(plan, count, &bound))
            return -1;
        for (size_t j = 0; j < LENGTH(norms); j++) {
            struct bench_row row = {.images = images[i].n, .unit = "gb_s", .bound = bound};
            struct instance l;

            if (open_layer(&l, norms[j].spec, shape, images[i].n))
                return -1;
            snprintf(row.work, sizeof row.work, "%s", norms[j].spec);
            name_shape(&row, images[i].n, shape);
            row.amount = (double)norms[j].passes * (double)(count * sizeof(real));
            measure(plan, both, &l, &row);
            instance_close(&l);
            report(context, &row);
        }
    }
    return 0;
}

/* ---- products and convolutions ---- */

/* A row of a layer. */
struct pass {
    const char *name;
    bench_call *call;
    bool wants_dx;
    int flops; /* of the call, in multiples of those of the forward pass */
};

static int measure_passes(const struct bench_plan *plan, const char *spec, struct shape shape,
                          int n, const struct pass *pass, size_t passes, double bound,
                          bench_report *report, void *context)
{
    struct instance l;
    real *dx;

    if (open_layer(&l, spec, shape, n))
        return -1;
    dx = l.io.dx[0];
    forward(&l);
    for (size_t i = 0; i < passes; i++) {
        struct bench_row row = {.images = n, .unit = "gflop_s", .bound = bound};

        l.io.dx[0] = pass[i].wants_dx ? dx : NULL;
        snprintf(row.work, sizeof row.work, "%s %s", spec, pass[i].name);
        name_shape(&row, n, shape);
        row.amount = pass[i].flops * l.layer.flops * n;
        measure(plan, pass[i].call, &l, &row);
        report(context, &row);
    }
    instance_close(&l);
    return 0;
}

/* Backward makes both gradients in one call; that of the input takes what "both gradients" takes more than the row before. */
static const struct pass gradients[] = {
    {"forward", forward, false, 1},
    {"weight gradient", backward, false, 1},
    {"both gradients", backward, true, 2},
};

int bench_gemm(const struct bench_plan *plan, bench_report *report, void *context)
{
    static const struct {
        int n, in;
        const char *spec;
    } layers[] = {{32, 784, "dense 300 bias=0"},
                  {256, 784, "dense 300 bias=0"},
                  {32, 300, "dense 100 bias=0"},
                  {256, 300, "dense 100 bias=0"}};
    struct bench_row bound;

    if (bench_matrix_product(plan, &bound))
        return -1;
    report(context, &bound);
    for (size_t i = 0; i < LENGTH(layers); i++)
        if (measure_passes(plan, layers[i].spec, shape_vector(layers[i].in), layers[i].n, gradients,
                           LENGTH(gradients), bound.bound, report, context))
            return -1;
    return 0;
}

int bench_conv(const struct bench_plan *plan, bench_report *report, void *context)
{
    static const struct {
        int side, in;
        const char *spec;
    } layers[] = {{32, 3, "conv2d 16 bias=0"},
                  {32, 16, "conv2d 16 bias=0"},
                  {32, 16, "conv2d 32 stride=2 bias=0"},
                  {16, 32, "conv2d 32 bias=0"},
                  {8, 64, "conv2d 64 bias=0"}};
    static const struct pass first[] = {{"forward", forward, false, 1},
                                        {"weight gradient", backward, false, 1}};
    struct bench_row bound;

    if (bench_matrix_product(plan, &bound))
        return -1;
    report(context, &bound);
    for (size_t i = 0; i < LENGTH(layers); i++) {
        struct shape shape = shape_image(layers[i].side, layers[i].side, layers[i].in);

        /* The first layer of a net has no gradient of its input. */
        if (measure_passes(plan, layers[i].spec, shape, 32, i == 0 ? first : gradients,
                           i == 0 ? LENGTH(first) : LENGTH(gradients), bound.bound, report,
                           context))
            return -1;
    }
    return 0;
}
