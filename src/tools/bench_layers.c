/* Layers alone: norms against the copy of an array, products and convolutions against gemm(). */
#include "tools/bench.h"
#include <stdio.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

static void name_shape(struct bench_row *row, int n, struct shape s)
{
    char shape[48];

    shape_print(shape, s);
    snprintf(row->shape, sizeof row->shape, "%dx%s", n, shape);
}

static void measure(const struct bench_plan *plan, bench_call *call, struct bench_layer *b,
                    struct bench_row *row)
{
    row->time = bench_sample(plan, bench_calibrate(plan, call, b), call, b);
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
            struct bench_layer b;

            if (bench_layer_open(&b, norms[j].spec, shape, images[i].n))
                return -1;
            snprintf(row.work, sizeof row.work, "%s", norms[j].spec);
            name_shape(&row, images[i].n, shape);
            row.amount = (double)norms[j].passes * (double)(count * sizeof(real));
            measure(plan, bench_layer_both, &b, &row);
            bench_layer_close(&b);
            report(context, &row);
        }
    }
    return 0;
}

/* ---- products and convolutions ---- */

/* One row of a layer; flops are those of its forward pass that the call takes. */
struct part {
    const char *name;
    bench_call *call;
    bool wants_dx;
    int flops;
};

static int measure_parts(const struct bench_plan *plan, const char *spec, struct shape shape, int n,
                         const struct part *part, size_t parts, double bound, bench_report *report,
                         void *context)
{
    struct bench_layer b;
    real *dx;

    if (bench_layer_open(&b, spec, shape, n))
        return -1;
    dx = b.io.dx[0];
    bench_layer_forward(&b);
    for (size_t i = 0; i < parts; i++) {
        struct bench_row row = {.images = n, .unit = "gflop_s", .bound = bound};

        b.io.dx[0] = part[i].wants_dx ? dx : NULL;
        snprintf(row.work, sizeof row.work, "%s %s", spec, part[i].name);
        name_shape(&row, n, shape);
        row.amount = part[i].flops * b.layer.flops * n;
        measure(plan, part[i].call, &b, &row);
        report(context, &row);
    }
    bench_layer_close(&b);
    return 0;
}

/* A layer has one call for both gradients; the second costs what the last row has more than the one
 * before it. */
static const struct part gradients[] = {
    {"forward", bench_layer_forward, false, 1},
    {"weight gradient", bench_layer_backward, false, 1},
    {"both gradients", bench_layer_backward, true, 2},
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
        if (measure_parts(plan, layers[i].spec, shape_vector(layers[i].in), layers[i].n, gradients,
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
    static const struct part first[] = {{"forward", bench_layer_forward, false, 1},
                                        {"weight gradient", bench_layer_backward, false, 1}};
    struct bench_row bound;

    if (bench_matrix_product(plan, &bound))
        return -1;
    report(context, &bound);
    for (size_t i = 0; i < LENGTH(layers); i++) {
        struct shape shape = shape_image(layers[i].side, layers[i].side, layers[i].in);

        /* Nobody wants the gradient of an image. */
        if (measure_parts(plan, layers[i].spec, shape, 32, i == 0 ? first : gradients,
                          i == 0 ? LENGTH(first) : LENGTH(gradients), bound.bound, report, context))
            return -1;
    }
    return 0;
}
