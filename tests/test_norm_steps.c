/* Norms with statistics at every step of a sequence, alone and within a recurrent layer's cells. */
#include "base/arena.h"
#include "harness.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 5, STEPS = 5, WIDTH = 3, BATCHES = 4 };

/* Batch b holds `valid[t]` sequences that have a step t; the first ones. */
static void step_mask(unsigned char *mask, const int *valid)
{
    for (int i = 0; i < SAMPLES; i++)
        for (int t = 0; t < STEPS; t++)
            mask[i * STEPS + t] = i < valid[t];
}

static const real *state_of(const struct instance *h, const char *name)
{
    for (int i = 0; i < h->layer.states; i++)
        if (strcmp(h->layer.state[i].name, name) == 0)
            return h->state + h->layer.state[i].offset;
    fail_msg("no state %s", name);
    return NULL;
}

/* What a plain loop over the samples that count makes of a step's running statistics; momentum 0.1. */
static void update_plainly(const struct instance *h, const unsigned char *mask,
                           double mean[STEPS][WIDTH], double var[STEPS][WIDTH])
{
    for (int t = 0; t < STEPS; t++)
        for (int c = 0; c < WIDTH; c++) {
            double sum = 0, squares = 0;
            int n = 0;

            for (int i = 0; i < SAMPLES; i++)
                if (mask[i * STEPS + t])
                    sum += h->x[0][(i * STEPS + t) * WIDTH + c], n++;
            for (int i = 0; i < SAMPLES; i++)
                if (mask[i * STEPS + t])
                    squares += pow(h->x[0][(i * STEPS + t) * WIDTH + c] - sum / n, 2);
            if (n < 2) /* too few for a variance */
                continue;
            mean[t][c] = 0.9 * mean[t][c] + 0.1 * sum / n;
            var[t][c] = 0.9 * var[t][c] + 0.1 * squares / (n - 1);
        }
}

/* Four batches, in which fewer and fewer samples have the later steps; nobody has the last. */
static void train(struct instance *h, double mean[STEPS][WIDTH], double var[STEPS][WIDTH])
{
    static const int valid[BATCHES][STEPS] = {
        {5, 5, 4, 2, 0}, {5, 3, 1, 0, 0}, {5, 5, 5, 1, 0}, {4, 2, 0, 0, 0}};
    unsigned char mask[SAMPLES * STEPS];

    for (int t = 0; t < STEPS; t++)
        for (int c = 0; c < WIDTH; c++)
            mean[t][c] = 0, var[t][c] = 1;
    for (int b = 0; b < BATCHES; b++) {
        step_mask(mask, valid[b]);
        draw_normal(h->x[0], h->in_count, (uint64_t)(40 + b), "x");
        h->io.mask = mask;
        harness_forward(h, true);
        update_plainly(h, mask, mean, var);
    }
    h->io.mask = NULL;
}

static void test_step_statistics(void **state)
{
    struct instance h;
    double mean[STEPS][WIDTH], var[STEPS][WIDTH];
    const real *got[2];

    (void)state;
    harness_start(&h, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    train(&h, mean, var);
    got[0] = state_of(&h, "running_mean");
    got[1] = state_of(&h, "running_var");
    for (int i = 0; i < STEPS * WIDTH; i++) {
        assert_true(fabs(got[0][i] - mean[i / WIDTH][i % WIDTH]) <= 8 * REAL_EPSILON);
        assert_true(fabs(got[1][i] - var[i / WIDTH][i % WIDTH]) <= 8 * REAL_EPSILON);
    }
    assert_true(*state_of(&h, "steps_trained") == STEPS - 1);
    harness_stop(&h);
}

/* With ghost=2 a step has running statistics of its own once two samples of one chunk had it. Here one sample of each
 * chunk has the second step, so inference takes the statistics of the first there. */
static void test_ghost_within_a_cell(void **state)
{
    enum { UNITS = 3, LENGTH = 2, N = 4 };
    static const unsigned char mask[N * LENGTH] = {1, 1, 1, 0, 1, 1, 1, 0};
    struct instance h;

    (void)state;
    harness_start(&h, "rnn 3 norm=batchnorm:ghost=2 norm_at=x", shape_sequence(LENGTH, WIDTH), N,
                  3);
    h.io.mask = mask;
    harness_forward(&h, true);
    assert_true(*state_of(&h, "steps_trained_x") == 1);
    for (int u = 0; u < UNITS; u++) {
        assert_true(state_of(&h, "running_var_x")[u] != 1);
        assert_true(state_of(&h, "running_var_x")[UNITS + u] == 1);
        assert_true(state_of(&h, "running_mean_x")[UNITS + u] == 0);
    }
    harness_stop(&h);
}

/* In inference the last step, that no training batch had, goes by the statistics of the one before. */
static void test_steps_beyond(void **state)
{
    struct instance h;
    double mean[STEPS][WIDTH], var[STEPS][WIDTH];

    (void)state;
    harness_start(&h, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    train(&h, mean, var);
    draw_normal(h.x[0], h.in_count, 50, "x");
    harness_forward(&h, false);
    for (int i = 0; i < SAMPLES * STEPS * WIDTH; i++) {
        int c = i % WIDTH, t = i / WIDTH % STEPS, known = t < STEPS - 1 ? t : STEPS - 2;
        double want = (h.x[0][i] - mean[known][c]) / sqrt(var[known][c] + 1e-5);

        want = want * h.param[h.layer.param[0].offset + c] + h.param[h.layer.param[1].offset + c];
        assert_true(fabs(h.y[i] - want) <= 16 * REAL_EPSILON * (1 + fabs(want)));
    }
    harness_stop(&h);
}

/* A step that only ever had one sample has no statistics: inference goes by those before it. */
static void test_step_of_one(void **state)
{
    static const int valid[STEPS] = {5, 4, 1, 0, 0};
    unsigned char mask[SAMPLES * STEPS];
    struct instance h;

    (void)state;
    step_mask(mask, valid);
    harness_start(&h, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    h.io.mask = mask;
    harness_forward(&h, true);
    assert_true(*state_of(&h, "steps_trained") == 2);
    h.io.mask = NULL;
    for (int i = 0; i < WIDTH; i++) /* of the first sample */
        h.x[0][2 * WIDTH + i] = h.x[0][1 * WIDTH + i];
    harness_forward(&h, false);
    assert_memory_equal(h.y + 2 * WIDTH, h.y + 1 * WIDTH, WIDTH * sizeof(real));
    harness_stop(&h);
}

/* steps_trained as a file may have it: more than there is room for, negative, no number. */
static void test_any_steps_trained(void **state)
{
    static const struct {
        double given, same_as;
    } cases[] = {{1e30, STEPS}, {6, STEPS},     {2.5, 2},         {-3, 0},
                 {NAN, 0},      {-INFINITY, 0}, {INFINITY, STEPS}};
    double mean[STEPS][WIDTH], var[STEPS][WIDTH];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct instance h[2];

        for (int j = 0; j < 2; j++) {
            harness_start(&h[j], "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
            train(&h[j], mean, var);
            h[j].state[h[j].layer.state[2].offset] = (real)(j ? cases[i].same_as : cases[i].given);
            harness_forward(&h[j], false);
        }
        assert_memory_equal(h[0].y, h[1].y, h[0].out_count * sizeof(real));
        harness_stop(&h[0]);
        harness_stop(&h[1]);
    }
}

/* masked, given with the norm, wins over the cell's. */
static void test_masked_of_the_norm(void **state)
{
    static const char *const same[][2] = {
        {"lstm 3 norm=batchnorm:masked=1 masked=0", "lstm 3 norm=batchnorm masked=1"},
        {"lstm 3 norm=batchnorm:masked=0 masked=1", "lstm 3 norm=batchnorm masked=0"},
    };
    static const int valid[STEPS] = {5, 4, 4, 2, 1};
    unsigned char mask[SAMPLES * STEPS];
    real seen[2];

    (void)state;
    step_mask(mask, valid);
    for (int i = 0; i < 2; i++) {
        struct instance h[2];

        for (int j = 0; j < 2; j++) {
            harness_start(&h[j], same[i][j], shape_sequence(STEPS, WIDTH), SAMPLES, 3);
            h[j].io.mask = mask;
            harness_forward(&h[j], true);
        }
        assert_memory_equal(h[0].y, h[1].y, h[0].out_count * sizeof(real));
        assert_memory_equal(h[0].state, h[1].state, h[0].layer.state_reals * sizeof(real));
        seen[i] = state_of(&h[0], "running_mean_x")[(STEPS - 1) * 4 * 3];
        harness_stop(&h[0]);
        harness_stop(&h[1]);
    }
    assert_true(seen[0] == 0 && seen[1] != 0); /* of the last step, which one sample has */
}

/* The only sample of a step has no variance: it gets beta, and no gradient. Without one nothing is NaN, either. */
static void test_lone_samples(void **state)
{
    static const int valid[STEPS] = {5, 2, 1, 1, 0};
    unsigned char mask[SAMPLES * STEPS];
    struct instance h;

    (void)state;
    step_mask(mask, valid);
    harness_start(&h, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    h.io.mask = mask;
    for (size_t i = 0; i < h.out_count; i++)
        h.dy[i] = mask[i / WIDTH] ? h.dy[i] : 0;
    harness_forward(&h, true);
    harness_backward(&h);
    for (size_t i = 0; i < h.in_count; i++) {
        size_t c = i % WIDTH, t = i / WIDTH % STEPS;

        assert_true(isfinite(h.y[i]) && isfinite(h.dx[0][i]));
        if (valid[t] == 1 && mask[i / WIDTH]) {
            assert_true(h.y[i] == h.param[h.layer.param[1].offset + c]);
            assert_true(fabs(h.dx[0][i]) <= 400 * REAL_EPSILON);
        }
    }
    harness_stop(&h);
}

/* A batch in which a step has one or no sample, and sequences none at all: everything stays finite. */
static void test_lone_samples_in_cells(void **state)
{
    static const char *const normed[] = {"rnn 4 norm=batchnorm", "lstm 4 norm=batchnorm",
                                         "gru 4 norm=batchnorm bidirectional=1"};
    static const int valid[STEPS] = {4, 2, 1, 1, 0};
    unsigned char mask[SAMPLES * STEPS];

    (void)state;
    step_mask(mask, valid);
    for (int k = 0; k < 3; k++) {
        struct instance h;

        harness_start(&h, normed[k], shape_sequence(STEPS, WIDTH), SAMPLES, 3);
        h.io.mask = mask;
        harness_forward(&h, true);
        harness_backward(&h);
        for (size_t i = 0; i < h.out_count; i++)
            assert_true(isfinite(h.y[i]) && (mask[i / (size_t)h.layer.out.c] || h.y[i] == 0));
        for (size_t i = 0; i < h.in_count; i++)
            assert_true(isfinite(h.dx[0][i]) && (mask[i / WIDTH] || h.dx[0][i] == 0));
        for (int i = 0; i < h.layer.params; i++)
            for (size_t j = 0; j < h.layer.param[i].count; j++)
                assert_true(isfinite(h.dparam[h.layer.param[i].offset + j]));
        harness_stop(&h);
    }
}

/* With a second summand and a tanh in the same pass: as by hand behind the norm alone. */
static void test_steps_with_epilogue(void **state)
{
    struct instance alone, fused;
    real *other, *dother;

    (void)state;
    harness_start(&alone, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    harness_start(&fused, "batchnorm over=step", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    other = xcalloc(fused.in_count, sizeof *other);
    dother = xcalloc(fused.in_count, sizeof *dother);
    draw_normal(other, fused.in_count, 9, "other");
    fused.layer.epilogue =
        (struct epilogue){.add = true, .activation = layer_type_find("tanh", 4)->activation};
    fused.io.x[1] = other;
    fused.io.dx[1] = dother;
    harness_forward(&alone, true);
    harness_forward(&fused, true);
    for (size_t i = 0; i < fused.out_count; i++) {
        double y = tanh((double)alone.y[i] + other[i]);

        assert_true(fabs(fused.y[i] - y) <= 16 * REAL_EPSILON);
        alone.dy[i] = (real)(fused.dy[i] * (1 - y * y));
    }
    harness_backward(&alone);
    harness_backward(&fused);
    for (size_t i = 0; i < fused.in_count; i++) {
        assert_true(fabs(dother[i] - alone.dy[i]) <= 64 * REAL_EPSILON);
        assert_true(fabs(fused.dx[0][i] - alone.dx[0][i]) <= 256 * REAL_EPSILON);
    }
    free(other);
    free(dother);
    harness_stop(&alone);
    harness_stop(&fused);
}

/* A step that no sequence of the batch reaches has no gradient, and adds nothing to one: that memory may be another
 * task's. Adding 0 would turn -0 into 0. */
static void test_steps_without_values_write_nothing(void **state)
{
    struct instance h;
    struct norm_call k;
    struct norm_task p;
    struct norm_slab last;

    (void)state;
    harness_start(&h, "batchnorm over=step scale=linf", shape_sequence(STEPS, WIDTH), SAMPLES, 3);
    h.io.t = STEPS - 1;
    harness_forward(&h, true);
    harness_backward(&h);
    norm_call_init(&k, &h.layer, &h.io);
    p = norm_task_at(&k, 0);
    last = norm_slab_at(&k, STEPS - 1);
    assert_int_equal(last.rows, 0);
    for (int g = 0; g < k.groups; g++)
        p.peak[g] = 0;
    h.io.dx[0][0] = -(real)0.0;
    norm_add_peaks(&k, &p, &last);
    assert_true(signbit(h.io.dx[0][0]));
    harness_stop(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_step_statistics),
        cmocka_unit_test(test_steps_beyond),
        cmocka_unit_test(test_step_of_one),
        cmocka_unit_test(test_any_steps_trained),
        cmocka_unit_test(test_masked_of_the_norm),
        cmocka_unit_test(test_lone_samples),
        cmocka_unit_test(test_lone_samples_in_cells),
        cmocka_unit_test(test_steps_with_epilogue),
        cmocka_unit_test(test_ghost_within_a_cell),
        cmocka_unit_test(test_steps_without_values_write_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
