/* A norm that goes by no partition, with passes of its own: alone, inside recurrent cells, and in a trial on
 * sequences with its measures of padding. It joins the table of layer types in this program alone. */
#include "harness.h"
#include "layers/layer.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Dynamic tanh (Zhu et al. 2025): y = gamma * tanh(alpha x), here with a fixed alpha; and a count of its
 * training calls as state. Its options are as large as a layer's may be. */
struct squash {
    double alpha;
    char filler[LAYER_OPTIONS - 2 * sizeof(double)];
    double last; /* must reach the passes, too */
};
LAYER_OPTIONS_FIT(struct squash);

static const struct option options[] = {
    {"alpha", OPTION_REAL, offsetof(struct squash, alpha), "0.5", 0, 10, NULL, ""},
    {0},
};

static int setup(struct layer *l, struct setup *s)
{
    struct squash *o = (struct squash *)l->options;

    (void)s;
    memset(o->filler, 0x7f, sizeof o->filler);
    o->last = o->alpha;
    layer_book_param(l, "gamma", PARAM_GAMMA, 1, l->in[0].c)->initial = 1;
    layer_book_state(l, "calls", 1, 1);
    layer_book_saved(l, 64);
    l->out = l->in[0];
    return 0;
}

static void forward(const struct layer *l, struct io *io)
{
    const struct squash *o = (const struct squash *)l->options;
    size_t c = (size_t)l->in[0].c;

    for (size_t i = 0; i < layer_count(l, io); i++)
        io->y[i] = (real)(io->param[l->param[0].offset + i % c] * tanh(o->last * io->x[0][i]));
    io->state[l->state[0].offset] += io->training;
}

static void backward(const struct layer *l, struct io *io)
{
    const struct squash *o = (const struct squash *)l->options;
    size_t c = (size_t)l->in[0].c;
    real *dgamma = io->dparam + l->param[0].offset;

    for (size_t i = 0; i < c && !io->add_param; i++)
        dgamma[i] = 0;
    for (size_t i = 0; i < layer_count(l, io); i++) {
        double t = tanh(o->last * io->x[0][i]);
        real d = (real)(io->dy[i] * io->param[l->param[0].offset + i % c] * o->last * (1 - t * t));

        dgamma[i % c] += (real)(io->dy[i] * t);
        if (io->dx[0])
            io->dx[0][i] = io->add[0] ? io->dx[0][i] + d : d;
    }
}

static const struct layer_type layer_squash = {
    .name = "squash",
    .options = options,
    .is_norm = true,
    .reads_mask = true,
    .setup = setup,
    .forward = forward,
    .backward = backward,
};

#define LAYER(name) extern const struct layer_type layer_##name;
#include "layers/layers.def"
#undef LAYER

const struct layer_type *const layer_types[] = {
    &layer_squash,
#define LAYER(name) &layer_##name,
#include "layers/layers.def"
#undef LAYER
    NULL,
};

enum { N = 3, T = 4, C = 2, UNITS = 3 };

/* An rnn whose input product is squashed, step by step as its definition says:
 * h = tanh(gamma * tanh(alpha * x W) + h W_h + b). */
static void define(const struct instance *h, double alpha, double y[N][T][UNITS])
{
    const real *p[4];
    const char *const names[] = {"weight_x", "weight_h", "bias", "gamma_x"};

    for (int k = 0; k < 4; k++)
        for (int i = 0; i < h->layer.params; i++)
            if (strcmp(h->layer.param[i].name, names[k]) == 0)
                p[k] = h->param + h->layer.param[i].offset;
    for (int n = 0; n < N; n++)
        for (int t = 0; t < T; t++)
            for (int u = 0; u < UNITS; u++) {
                double a = 0, b = p[2][u];

                for (int c = 0; c < C; c++)
                    a += h->x[0][(n * T + t) * C + c] * p[0][c * UNITS + u];
                for (int v = 0; v < UNITS && t > 0; v++)
                    b += y[n][t - 1][v] * p[1][v * UNITS + u];
                y[n][t][u] = tanh(p[3][u] * tanh(alpha * a) + b);
            }
}

static void test_within_cells(void **state)
{
    struct instance h;
    double y[N][T][UNITS];

    (void)state;
    harness_start(&h, "rnn 3 norm=squash:alpha=0.7 norm_at=x", shape_sequence(T, C), N, 3);
    harness_forward(&h, true);
    harness_backward(&h);
    define(&h, 0.7, y);
    assert_close("squash", N * T * UNITS, h.y, &y[0][0][0], 32 * REAL_EPSILON);
    for (size_t i = 0; i < h.in_count; i++)
        assert_true(isfinite(h.dx[0][i]));
    for (int t = 0; t < T; t++) /* a count for each step */
        assert_true(h.state[h.layer.state[0].offset + (size_t)t] == 1);
    harness_stop(&h);
}

/* The gradient of sum(y dy) by every place of such a norm, in one random direction; central differences. */
static void test_gradient_within_cells(void **state)
{
    static const char *const specs[] = {"lstm 3 norm=squash", "gru 3 norm=squash bidirectional=1"};
    const double step = REAL_EPSILON < 1e-10 ? 1e-6 : 1e-2;

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct instance h;
        real *direction;
        double slope = 0, sum[2];

        harness_start(&h, specs[k], shape_sequence(T, C), N, 3);
        harness_forward(&h, true);
        harness_backward(&h);
        direction = malloc(h.in_count * sizeof *direction);
        assert_non_null(direction);
        draw_normal(direction, h.in_count, 8, "direction");
        for (size_t i = 0; i < h.in_count; i++)
            slope += (double)direction[i] * h.dx[0][i];
        for (int side = 0; side < 2; side++) {
            for (size_t i = 0; i < h.in_count; i++)
                h.x[0][i] += (real)((side ? -2 : 1) * step * direction[i]);
            harness_forward(&h, true);
            sum[side] = 0;
            for (size_t i = 0; i < h.out_count; i++)
                sum[side] += (double)h.y[i] * h.dy[i];
        }
        assert_true(fabs((sum[0] - sum[1]) / (2 * step) - slope) <
                    2e-3 * (1 + fabs(slope))); /* third order in step, and rounding */
        free(direction);
        harness_stop(&h);
    }
}

/* A trial on sequences measures padding; a norm without a partition has nothing to measure there. */
static void test_in_a_trial(void **state)
{
    static const char *const nets[] = {
        "embedding 8 tokens=${tokens}; ${norm}; mean; dense ${classes}",
        "embedding 8 tokens=${tokens}; lstm 4 norm=${norm}; ${norm}; "
        "mean; dense ${classes}"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct config c = {0};
        struct trial_result r;

        assert_int_equal(config_parse(&c, "data=synthetic-words norm=squash epochs=1 "
                                          "train_count=64 test_count=32"),
                         0);
        config_set(&c, "net", nets[i]);
        assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
        assert_int_equal(r.status, TRIAL_DONE);
        assert_true(isfinite(trial_final(&r, METRIC_test_error)));
        assert_true(isnan(trial_final(&r, METRIC_mean_bias_first)));
        trial_result_clear(&r);
        config_clear(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_within_cells),
        cmocka_unit_test(test_gradient_within_cells),
        cmocka_unit_test(test_in_a_trial),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
