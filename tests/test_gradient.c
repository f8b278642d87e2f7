/*
 * Every layer of the registry against central differences: the derivative of L = sum(y * dy) in one
 * random direction of all inputs and one of each parameter. Only the double build checks
 * tightly; in a float build the same tests run with a tolerance that finds gross errors only, and their names say so.
 */
#include "base/arena.h"
#include "base/error.h"
#include "harness.h"
#include "layers/norms/norm.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef NORMLAB_REAL_DOUBLE
static const double STEP = 1e-5, TOLERANCE = 1e-7;
#define TIGHTNESS "tight"
#else
static const double STEP = 3e-3, TOLERANCE = 2e-2;
#define TIGHTNESS "coarse in float, tight in the double build"
#endif

static double weighted_sum(struct instance *h, bool training)
{
    real *state = xcalloc(h->layer.state_reals, sizeof *state);
    double sum = 0;

    /* A loss must not depend on how often it was asked for. */
    memcpy(state, h->state, h->layer.state_reals * sizeof *state);
    harness_forward(h, training);
    memcpy(h->state, state, h->layer.state_reals * sizeof *state);
    free(state);
    for (size_t i = 0; i < h->out_count; i++)
        sum += (double)h->y[i] * h->dy[i];
    return sum;
}

/* (L(v + step d) - L(v - step d)) / (2 step), v restored. */
static double slope(struct instance *h, bool training, real *v, const real *d, size_t n)
{
    real *saved = xcalloc(n, sizeof *saved);
    double up, down;

    memcpy(saved, v, n * sizeof *v);
    for (size_t i = 0; i < n; i++)
        v[i] = (real)(saved[i] + STEP * d[i]);
    up = weighted_sum(h, training);
    for (size_t i = 0; i < n; i++)
        v[i] = (real)(saved[i] - STEP * d[i]);
    down = weighted_sum(h, training);
    memcpy(v, saved, n * sizeof *v);
    free(saved);
    return (up - down) / (2 * STEP);
}

static void check_tensor(struct instance *h, const char *spec, const char *what, bool training,
                         real *v, const real *gradient, size_t n)
{
    real *d = xcalloc(n, sizeof *d);
    double want, got = 0, size = 0;

    draw_normal(d, n, 17, what);
    for (size_t i = 0; i < n; i++) {
        got += (double)gradient[i] * d[i];
        size += fabs((double)gradient[i] * d[i]);
    }
    want = slope(h, training, v, d, n);
    if (!(fabs(want - got) <= TOLERANCE * (1 + size)))
        fail_msg("%s, %s, %s: derivative %.9g, by differences %.9g", spec, what,
                 training ? "training" : "inference", got, want);
    free(d);
}

/* True when dx in training is no derivative, by the norm's design. */
static bool is_approximation(const struct instance *h)
{
    const struct norm *m = norm_within(&h->layer);

    return m && m->learns_in_backward && h->io.norm_stats == NORM_STATS_USUAL;
}

static void check_layer_by(const char *spec, struct shape in, int n, bool training,
                           const unsigned char *mask, enum norm_stats stats)
{
    struct instance h;

    harness_start(&h, spec, in, n, 5);
    h.io.mask = mask;
    if (stats != NORM_STATS_USUAL)
        harness_forward(&h, true); /* moves the running statistics */
    h.io.norm_stats = stats;
    weighted_sum(&h, training);
    harness_backward(&h);
    if (!h.layer.type->takes_tokens && !(training && is_approximation(&h)))
        check_tensor(&h, spec, "x", training, h.x[0], h.dx[0], h.in_count);
    if (h.layer.inputs == 2)
        check_tensor(&h, spec, "x2", training, h.x[1], h.dx[1], h.in_count);
    for (int i = 0; i < h.layer.params; i++) {
        const struct param *p = &h.layer.param[i];

        check_tensor(&h, spec, p->name, training, h.param + p->offset, h.dparam + p->offset,
                     p->count);
    }
    harness_stop(&h);
}

static void check_layer(const char *spec, struct shape in, int n, bool training,
                        const unsigned char *mask)
{
    check_layer_by(spec, in, n, training, mask, NORM_STATS_USUAL);
}

/* Some norms refuse a training batch of 1. */
static bool takes_one_sample(const char *spec, struct shape in)
{
    struct instance h;
    int r = harness_setup(&h, spec, in, 1, 1);

    assert_true(r == 0 || r == REFUSED);
    harness_stop(&h);
    return r == 0;
}

/* dropout's own mask is a function of the key, so it is as smooth as any other layer. */
static void test_examples(void **state)
{
    const struct layer_type *t = *state;

    for (int i = 0; t->examples[i]; i++) {
        char *spec = xstrdup(harness_spec(t, t->examples[i]));

        check_layer(spec, harness_shape(t, false), 3, true, NULL);
        check_layer(spec, harness_shape(t, false), 3, false, NULL);
        if (takes_one_sample(spec, harness_shape(t, true)))
            check_layer(spec, harness_shape(t, true), 1, true, NULL);
        free(spec);
    }
}

static const struct {
    const char *spec;
    struct shape in;
    int n;
} awkward[] = {
    {"batchnorm", {1, 1, 1, 17}, 5},
    {"batchnorm", {3, 3, 5, 1}, 2},
    {"batchnorm", {2, 7, 1, 17}, 1},
    {"batchnorm over=step", {2, 7, 1, 17}, 3},
    {"batchnorm ghost=5", {1, 1, 1, 17}, 9},
    {"batchnorm ghost=3 scale=l1", {1, 1, 1, 17}, 9},
    {"batchnorm scale=linf", {1, 1, 1, 3}, 5},
    {"batchnorm ghost=2 scale=linf affine=scale", {3, 3, 5, 3}, 5},
    {"batchnorm ghost=4 scale=l1", {2, 7, 1, 5}, 9},
    {"batchnorm over=step ghost=4 scale=linf", {2, 3, 1, 3}, 8},
    {"batchnorm over=step momentum=cma affine=none", {2, 1, 1, 1}, 2},
    {"instancenorm", {3, 5, 3, 17}, 1},
    {"layernorm", {1, 1, 1, 17}, 3},
    {"layernorm over=token", {2, 5, 1, 17}, 2},
    {"layernorm", {3, 3, 3, 1}, 2},
    {"groupnorm groups=17", {3, 3, 3, 17}, 2},
    {"groupnorm groups=2", {1, 1, 1, 34}, 3},
    {"powernorm", {2, 7, 1, 17}, 3},
    {"switchablenorm", {1, 1, 1, 17}, 5},
    {"switchablenorm", {3, 3, 5, 1}, 2},
    {"switchablenorm", {2, 7, 1, 17}, 1},
    {"switchablenorm using_bn=0", {3, 5, 3, 17}, 1},
    {"iternorm", {1, 1, 1, 17}, 25},
    {"iternorm groups=17", {1, 1, 1, 17}, 5},
    {"iternorm", {3, 3, 5, 1}, 2},
    {"iternorm iterations=8", {2, 7, 1, 5}, 3},
    {"lstm 3 norm=switchablenorm", {2, 5, 1, 2}, 5},
    {"gru 3 norm=iternorm bidirectional=1", {2, 4, 1, 2}, 15},
    {"rnn 3 norm=iternorm:groups=3", {2, 4, 1, 2}, 5},
    {"batchgroupnorm groups=2", {1, 1, 1, 34}, 1},
    {"batchgroupnorm groups=1", {3, 3, 5, 1}, 2},
    {"batchgroupnorm groups=3 samples=2", {2, 7, 1, 51}, 3},
    {"batchgroupnorm groups=17 samples=4", {3, 1, 2, 17}, 9},
    {"batchrenorm", {1, 1, 1, 17}, 5},
    {"batchrenorm", {3, 3, 5, 1}, 1},
    {"frn", {3, 5, 3, 17}, 1},
    {"frn", {2, 7, 1, 1}, 3},
    {"frn learn_eps=1", {1, 1, 1, 17}, 5},
    {"frn learn_eps=1 eps=0", {3, 1, 1, 1}, 1},
    {"frn learn_eps=1 affine=scale", {2, 5, 1, 17}, 2},
    {"tlu", {1, 1, 1, 1}, 5},
    {"tlu", {2, 1, 1, 17}, 1},
    {"scalenorm", {1, 1, 1, 17}, 3},
    {"scalenorm affine=both", {3, 3, 5, 2}, 1},
    {"attention 17 qknorm=1", {2, 5, 1, 17}, 2},
    {"attention 1 qknorm=1 bias=0", {2, 1, 1, 3}, 9},
    {"attention 3 qknorm=1", {2, 19, 1, 51}, 9},
    {"lstm 3 norm=scalenorm", {2, 5, 1, 2}, 3},
    {"gru 4 norm=batchgroupnorm:groups=2 bidirectional=1", {2, 5, 1, 2}, 3},
    {"gru 4 norm=batchgroupnorm:groups=2:samples=1 bidirectional=1", {2, 5, 1, 2}, 3},
    {"lstm 3 norm=batchrenorm", {2, 5, 1, 2}, 7},
    {"rnn 3 norm=frn:learn_eps=1", {2, 5, 1, 2}, 3},
    {"conv2d 17 k=3", {3, 5, 7, 1}, 2},
    {"conv2d 1 k=3 stride=2", {3, 7, 5, 17}, 1},
    {"conv2d 3 k=5 pad=4", {3, 2, 2, 2}, 2},
    {"conv2d 40 k=3", {3, 9, 9, 3}, 9},
    {"conv2d 17 ws=scaled", {3, 8, 9, 9}, 9}, /* by Winograd's algorithm */
    {"conv2d 8 ws=1", {3, 7, 8, 8}, 1},
    {"conv2d 17 weightnorm=1", {3, 8, 8, 9}, 2},
    {"conv2d 1 k=5 stride=3 ws=1", {3, 7, 5, 1}, 2},
    {"conv2d 1 k=1 weightnorm=1", {3, 1, 1, 1}, 1},
    {"conv1d 1 k=3 dilation=2 ws=scaled", {2, 1, 1, 1}, 3},
    {"dense 1 ws=1", {1, 1, 1, 17}, 1},
    {"dense 17 weightnorm=1", {2, 5, 1, 1}, 2},
    {"dense 1", {1, 1, 1, 17}, 1},
    {"dense 17", {2, 5, 1, 1}, 2},
    {"maxpool 3 stride=1 pad=1", {3, 3, 3, 17}, 1},
    {"avgpool 2 stride=3", {3, 5, 7, 1}, 2},
    {"gap", {2, 9, 1, 3}, 2},
    {"lstm 3 bidirectional=1", {2, 20, 1, 2}, 10}, /* more rows than weights take at a time */
    {"gru 3 bidirectional=1 norm=layernorm", {2, 13, 1, 2}, 15},
    {"rnn 3", {2, 3, 1, 2}, 150},
    {"evonorm groups=17", {3, 3, 5, 17}, 2},
    {"evonorm groups=1", {2, 7, 1, 1}, 1},
    {"evonorm groups=1", {1, 1, 1, 17}, 3},
    {"evonorm kind=b0", {1, 1, 1, 17}, 5},
    {"evonorm kind=b0", {3, 3, 5, 1}, 1},
    {"evonorm kind=b0 affine=shift", {2, 7, 1, 17}, 2},
    {"evonorm nonlin=0", {1, 1, 1, 1}, 1},
    {"dyt", {1, 1, 1, 1}, 1},
    {"dyt", {3, 31, 31, 3}, 4}, /* several tasks */
    {"skipinit", {3, 31, 31, 3}, 4},
    {"layerscale", {2, 5, 1, 17}, 1},
    {"rnn 4 norm=evonorm:kind=b0", {2, 3, 1, 2}, 3},
    {"lstm 4 norm=evonorm:groups=2", {2, 3, 1, 2}, 2},
    {"gru 3 norm=dyt:alpha=0.8 bidirectional=1", {2, 5, 1, 2}, 1},
};

static void test_awkward_shapes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof awkward / sizeof *awkward; i++) {
        check_layer(awkward[i].spec, awkward[i].in, awkward[i].n, true, NULL);
        check_layer(awkward[i].spec, awkward[i].in, awkward[i].n, false, NULL);
    }
}

/* One sequence of full length, a short one, one with holes. */
static const unsigned char mask[3 * 6] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0};

static void test_masked(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->reads_mask && layer_types[i]->examples[j]; j++) {
            char *spec = xstrdup(harness_spec(layer_types[i], layer_types[i]->examples[j]));

            check_layer(spec, shape_sequence(6, 4), 3, true, mask);
            check_layer(spec, shape_sequence(6, 4), 3, false, mask);
            free(spec);
        }
    check_layer("batchnorm scale=linf", shape_sequence(6, 4), 3, true, mask);
    check_layer("batchnorm ghost=2 scale=linf", shape_sequence(6, 4), 3, true, mask);
    check_layer("batchnorm ghost=1 scale=l1", shape_sequence(6, 4), 3, true, mask);
    check_layer("batchnorm over=step", shape_sequence(6, 4), 3, true, mask);
    check_layer("lstm 3 norm=switchablenorm", shape_sequence(6, 4), 3, true, mask);
    check_layer("lstm 3 norm=iternorm", shape_sequence(6, 4), 3, true, mask);
    check_layer("batchnorm over=step", shape_sequence(6, 4), 3, false, mask);
    check_layer("lstm 3 norm=batchnorm masked=0", shape_sequence(6, 4), 3, true, mask);
    check_layer("gru 3 norm=batchnorm masked=0 bidirectional=1", shape_sequence(6, 4), 3, true,
                mask);
}

/* Training by running statistics, which backward takes as constants; and by the batch's without a change of the running
 * ones. */
static void test_other_statistics(void **state)
{
    static const enum norm_stats stats[] = {NORM_STATS_RUNNING, NORM_STATS_BATCH};
    static const char *const custom[] = {"powernorm warmup=0", "powernorm warmup=9",
                                         "switchablenorm momentum=0.4", "iternorm momentum=0.4"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        for (size_t j = 0; j < sizeof custom / sizeof *custom; j++) {
            check_layer_by(custom[j], shape_vector(5), 17, true, NULL, stats[i]);
            check_layer_by(custom[j], shape_image(3, 5, 3), 3, true, NULL, stats[i]);
            check_layer_by(custom[j], shape_sequence(6, 4), 3, true, mask, stats[i]);
        }
        check_layer_by("batchnorm momentum=0.4", shape_vector(17), 5, true, NULL, stats[i]);
        check_layer_by("batchnorm momentum=0.4", shape_image(3, 5, 3), 3, true, NULL, stats[i]);
        check_layer_by("batchnorm momentum=0.4", shape_sequence(6, 4), 3, true, mask, stats[i]);
        check_layer_by("batchnorm over=step", shape_sequence(6, 4), 3, true, mask, stats[i]);
        check_layer_by("batchgroupnorm groups=2 samples=2 momentum=0.4", shape_image(3, 5, 4), 3,
                       true, NULL, stats[i]);
        check_layer_by("batchrenorm momentum=0.4", shape_sequence(6, 4), 3, true, mask, stats[i]);
        check_layer_by("evonorm kind=b0 momentum=0.4", shape_image(3, 5, 3), 3, true, NULL,
                       stats[i]);
        check_layer_by("evonorm kind=b0 momentum=0.4", shape_sequence(6, 4), 3, true, mask,
                       stats[i]);
        check_layer_by("gru 3 norm=batchnorm bidirectional=1", shape_sequence(6, 4), 3, true, mask,
                       stats[i]);
    }
}

/* With add, backward adds to dx what it would write without; dx = NULL leaves dparam alone. */
static void test_accumulates(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++) {
        struct instance h;
        real *first;

        harness_start(&h, harness_spec(layer_types[i], layer_types[i]->examples[0]),
                      harness_shape(layer_types[i], false), 3, 5);
        harness_forward(&h, true);
        harness_backward(&h);
        first = xcalloc(h.in_count, sizeof *first);
        memcpy(first, h.dx[0], h.in_count * sizeof *first);
        for (size_t j = 0; j < h.in_count; j++)
            h.dx[0][j] = 1;
        h.io.add[0] = true;
        h.layer.type->backward(&h.layer, &h.io);
        for (size_t j = 0; j < h.in_count && !h.layer.type->takes_tokens; j++)
            assert_true(fabs(h.dx[0][j] - 1 - first[j]) <=
                        16 * REAL_EPSILON * (1 + fabs(first[j])));
        h.io.dx[0] = h.io.dx[1] = NULL;
        h.layer.type->backward(&h.layer, &h.io);
        free(first);
        harness_stop(&h);
    }
}

int main(void)
{
    struct CMUnitTest tests[64] = {0};
    char name[64][96];
    int n = 0;

    for (; layer_types[n]; n++) {
        snprintf(name[n], sizeof name[n], "%s (%s)", layer_types[n]->name, TIGHTNESS);
        tests[n] = (struct CMUnitTest){name[n], test_examples, NULL, NULL, (void *)layer_types[n]};
    }
    tests[n++] = (struct CMUnitTest){"awkward shapes (" TIGHTNESS ")", test_awkward_shapes, NULL,
                                     NULL, NULL};
    tests[n++] = (struct CMUnitTest){"masked (" TIGHTNESS ")", test_masked, NULL, NULL, NULL};
    tests[n++] = (struct CMUnitTest){"other statistics (" TIGHTNESS ")", test_other_statistics,
                                     NULL, NULL, NULL};
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_accumulates);
    return _cmocka_run_group_tests("gradient", tests, (size_t)n, NULL, NULL);
}
