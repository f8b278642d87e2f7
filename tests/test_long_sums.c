/*
 * Sums over many rows keep their digits. The gradient of a batch of N copies of one sample is N times that of the
 * one sample, whatever the layer: an adder that goes from term to term in float drifts away from it as N grows.
 */
#include "base/arena.h"
#include "harness.h"
#include "kernels/kernels.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Terms that any sum takes in real one after the other, at most; then it goes on in double. */
enum { BLOCK = MATMUL_BLOCK };

struct long_case {
    const char *spec;
    struct shape in;
    int n;
};

/* One sample, whose x and dy are made positive: what has one sign cannot cancel. */
static void start_sample(struct instance *one, const struct long_case *k)
{
    harness_start(one, k->spec, k->in, 1, 1);
    for (size_t i = 0; i < one->in_count; i++)
        one->x[0][i] = (real)fabs((double)one->x[0][i]);
    for (size_t i = 0; i < one->out_count; i++)
        one->dy[i] = (real)(0.1 * fabs((double)one->dy[i]));
}

/* A layer with the parameters of `one`, and n copies of its sample. To draw n samples would take longer than all sums. */
static void start_copies(struct instance *h, const struct long_case *k, int n,
                         const struct instance *one)
{
    harness_open(h, k->spec, k->in, n);
    memcpy(h->param, one->param, one->layer.param_reals * sizeof(real));
    for (size_t i = 0; i < (size_t)n; i++) {
        memcpy(h->x[0] + i * one->in_count, one->x[0], one->in_count * sizeof(real));
        memcpy(h->dy + i * one->out_count, one->dy, one->out_count * sizeof(real));
    }
}

/* The parameters' gradients of n copies; the caller frees. */
static real *gradient_of_copies(const struct long_case *k, int n, struct layer *layer)
{
    struct instance one, h;
    real *gradient;

    start_sample(&one, k);
    start_copies(&h, k, n, &one);
    harness_forward(&h, true);
    harness_backward(&h);
    gradient = xcalloc(h.layer.param_reals, sizeof *gradient);
    memcpy(gradient, h.dparam, h.layer.param_reals * sizeof *gradient);
    *layer = h.layer;
    harness_stop(&h);
    harness_stop(&one);
    return gradient;
}

static double largest(size_t n, const real *v)
{
    double most = 0;

    for (size_t i = 0; i < n; i++)
        most = fmax(most, fabs((double)v[i]));
    return most;
}

/* A bias is summed up in double; anything else in blocks, and these in double. */
static double tolerance_of(const struct param *p, double rows)
{
    int terms = p->role == PARAM_WEIGHT && !p->is_table ? BLOCK : 16;

    return (terms + 16) * REAL_EPSILON / 2 + rows * DBL_EPSILON / 2;
}

static void check_case(const struct long_case *k)
{
    struct layer layer;
    real *one = gradient_of_copies(k, 1, &layer), *many = gradient_of_copies(k, k->n, &layer);

    for (int i = 0; i < layer.params; i++) {
        const struct param *p = &layer.param[i];
        double scale = largest(p->count, one + p->offset), worst = 0,
               tolerance = tolerance_of(p, (double)k->n * (double)shape_positions(k->in));

        for (size_t j = p->offset; j < p->offset + p->count; j++)
            worst = fmax(worst, fabs((double)many[j] / k->n - (double)one[j]) / scale);
        if (!(worst <= tolerance))
            fail_msg(
                "%s, %d samples: the gradient of %s is off by %.2g of its largest number, more than %.2g",
                k->spec, k->n, p->name, worst, tolerance);
    }
    free(one);
    free(many);
}

static void test_gradients_of_copies(void **state)
{
    static const struct long_case cases[] = {
        {"dense 1 bias=1", {1, 1, 1, 3}, 262144},
        {"dense 8 bias=1", {2, 16, 1, 3}, 16384},
        {"dense 70 bias=1", {1, 1, 1, 50}, 8192},
        {"dense 2 bias=1", {2, 3000, 1, 2}, 100},
        {"dense 2 bias=1", {1, 1, 1, 2100}, 4096},
        {"conv1d 3 bias=1", {2, 16, 1, 3}, 16384},
        {"conv1d 3 bias=1", {2, 1500, 1, 3}, 64},
        {"attention 2", {2, 8, 1, 4}, 16384},
        {"conv2d 3 bias=1", {3, 16, 16, 2}, 8192},
        {"conv2d 8 bias=1", {3, 16, 16, 8}, 8192},
        {"conv2d 8 bias=1", {3, 80, 80, 8}, 256},
        {"conv2d 3 k=1 bias=1", {3, 16, 16, 2}, 8192},
        {"conv2d 3 k=2 pad=0 stride=2 bias=1", {3, 32, 32, 2}, 8192},
        {"embedding 3 tokens=5", {2, 16, 1, 1}, 16384},
        {"position learned", {2, 4, 1, 3}, 65536},
        {"rnn 3", {2, 8, 1, 3}, 16384},
        {"lstm 3", {2, 8, 1, 3}, 16384},
        {"gru 3", {2, 8, 1, 3}, 16384},
        {"layernorm", {3, 16, 16, 20}, 1024},
        {"layernorm over=token", {2, 16, 1, 20}, 16384},
        {"instancenorm affine=both", {3, 16, 16, 3}, 1024},
        {"groupnorm groups=2", {3, 16, 16, 4}, 1024},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(&cases[i]);
}

/* Where a step's state has no influence on the next (weight_h 0) and all steps have the same input, each step adds the
 * same to a gradient; to that of weight_h all but the first, whose state before is 0. */
static real *gradient_of_steps(const char *spec, int steps, struct layer *layer)
{
    enum { N = 128, C = 3, UNITS = 3 };
    struct instance h;
    real *gradient;

    harness_start(&h, spec, shape_sequence(steps, C), N, 1);
    for (int i = 0; i < h.layer.params; i++)
        if (strncmp(h.layer.param[i].name, "weight_h", 8) == 0)
            memset(h.param + h.layer.param[i].offset, 0, h.layer.param[i].count * sizeof(real));
    for (size_t i = 0; i < h.in_count; i++)
        h.x[0][i] = (real)fabs((double)h.x[0][i % C]);
    for (size_t i = 0; i < h.out_count; i++)
        h.dy[i] = (real)fabs((double)h.dy[i % UNITS]);
    harness_forward(&h, true);
    harness_backward(&h);
    gradient = xcalloc(h.layer.param_reals, sizeof *gradient);
    memcpy(gradient, h.dparam, h.layer.param_reals * sizeof *gradient);
    *layer = h.layer;
    harness_stop(&h);
    return gradient;
}

static void test_gradients_over_time(void **state)
{
    static const char *const specs[] = {"rnn 3", "rnn 3 norm=layernorm norm_at=x"};
    enum { STEPS = 4096 };

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct layer layer;
        real *few = gradient_of_steps(specs[k], 2, &layer),
             *many = gradient_of_steps(specs[k], STEPS, &layer);

        for (int i = 0; i < layer.params; i++) {
            const struct param *p = &layer.param[i];
            double times = strcmp(p->name, "weight_h") ? STEPS / 2.0 : STEPS - 1, worst = 0,
                   scale = largest(p->count, few + p->offset),
                   tolerance = tolerance_of(p, 128.0 * STEPS) + 2 * REAL_EPSILON;

            for (size_t j = p->offset; j < p->offset + p->count; j++)
                worst = fmax(worst, fabs(many[j] / times - (double)few[j]) / scale);
            /* The two steps are rounded to real once more, and each step's of a norm is. */
            if (!(worst <= tolerance))
                fail_msg("%s, %d steps: the gradient of %s is off by %.2g, more than %.2g",
                         specs[k], STEPS, p->name, worst, tolerance);
        }
        free(few);
        free(many);
    }
}

/* Means over all positions of one sample that holds the same number everywhere are this number. */
static void test_means(void **state)
{
    static const struct long_case cases[] = {
        {"avgpool k=255", {3, 255, 255, 3}, 1},
        {"avgpool k=255", {3, 255, 255, 70}, 1},
        {"gap", {3, 255, 255, 3}, 1},
        {"mean", {2, 65536, 1, 3}, 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double rows = (double)shape_positions(cases[i].in);
        struct instance h;

        harness_start(&h, cases[i].spec, cases[i].in, cases[i].n, 1);
        for (size_t j = 0; j < h.in_count; j++)
            h.x[0][j] = (real)0.1;
        harness_forward(&h, true);
        for (size_t j = 0; j < h.out_count; j++)
            if (!(fabs(h.y[j] - (double)(real)0.1) <=
                  0.4 * REAL_EPSILON + 0.1 * rows * DBL_EPSILON))
                fail_msg("%s: a mean of 0.1 is %.9g", cases[i].spec, (double)h.y[j]);
        harness_stop(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gradients_of_copies),
        cmocka_unit_test(test_gradients_over_time),
        cmocka_unit_test(test_means),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
