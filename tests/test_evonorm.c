/* Norms and factors that stand without the engine of the norms: evonorm, dyt, skipinit, layerscale. Golden numbers and
 * gradients are checked by test_golden and test_gradient; here: identities, masks, statistics. What holds for
 * every layer: test_every_layer. */
#include "base/arena.h"
#include "base/error.h"
#include "harness.h"
#include "layers/norms/norm.h"
#include "nets.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct shape IMAGE = {3, 5, 4, 12};

static void set(struct instance *h, const char *name, real value)
{
    for (int i = 0; i < h->layer.params; i++)
        for (size_t j = 0; strcmp(h->layer.param[i].name, name) == 0 && j < h->layer.param[i].count;
             j++)
            h->param[h->layer.param[i].offset + j] = value;
}

/* ---- identities ---- */

/* With v = 0 the sigmoid is 1/2. On values whose groups have the mean 0, half a groupnorm is left. */
static void test_s0_without_v_is_half_a_groupnorm(void **state)
{
    struct instance evo, group;

    (void)state;
    harness_start(&evo, "evonorm groups=4", IMAGE, 3, 7);
    harness_start(&group, "groupnorm groups=4", IMAGE, 3, 7);
    for (size_t i = 0; i < evo.in_count; i += 3) { /* groups have three channels */
        evo.x[0][i + 2] = -evo.x[0][i];
        evo.x[0][i + 1] = 0;
    }
    memcpy(group.x[0], evo.x[0], evo.in_count * sizeof(real));
    set(&evo, "v", 0);
    harness_forward(&evo, true);
    harness_forward(&group, true);
    for (size_t i = 0; i < evo.out_count; i++) {
        double beta = group.param[group.layer.param[1].offset + i % 12],
               half = (group.y[i] - beta) / 2 + beta;

        assert_true(fabs(evo.y[i] - half) <= 16 * REAL_EPSILON * (1 + fabs(half)));
    }
    harness_stop(&evo);
    harness_stop(&group);
}

/* Where v x lies far below 0 the batch divides, so the average of y^2 over the batch is gamma^2 for values without mean;
 * far above 0, y is gamma / v. */
static void test_b0_at_both_ends(void **state)
{
    struct instance h;
    double square = 0;

    (void)state;
    harness_start(&h, "evonorm kind=b0 affine=none eps=0", shape_vector(1), 2000, 7);
    for (size_t i = 0; i < h.in_count; i++)
        h.x[0][i] = (real)(i % 2 ? i : -(double)(i + 1));
    set(&h, "v", 0);
    harness_forward(&h, true);
    for (size_t i = 0; i < h.out_count; i++)
        square += (double)h.y[i] * h.y[i] / (double)h.out_count;
    assert_true(fabs(square - 1) <= 64 * REAL_EPSILON);
    set(&h, "v", (real)1e6);
    harness_forward(&h, true);
    for (size_t i = 1; i < h.out_count; i += 2)
        assert_true(fabs(h.y[i] - 1e-6) <= 4 * REAL_EPSILON * 1e-6);
    harness_stop(&h);
}

/* The running variance of b0 is that of batchnorm, to the bit in double and but for the order of sums in float: after
 * training with every rule, and as an average over batches. */
static void test_running_variance_is_batchnorms(void **state)
{
    static const char *const rules[] = {
        "",         "momentum=0.3",         "momentum=cma", "running_var=biased", "compat=keras",
        "masked=1", "masked=1 momentum=cma"};
    static const unsigned char mask[3 * 5] = {1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};

    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        char *specs[2] = {format_new("batchnorm %s", rules[i]),
                          format_new("evonorm kind=b0 %s", rules[i])};
        double var[2][3][7] = {{{0}}};

        for (int k = 0; k < 2; k++) {
            struct instance h;
            struct norm_average *averages;
            const struct norm *m;

            harness_start(&h, specs[k], shape_sequence(5, 7), 3, 7);
            m = h.layer.type->norm(&h.layer);
            h.io.mask = mask;
            averages = xcalloc(h.layer.state_reals, sizeof *averages);
            for (int call = 0; call < 3; call++) {
                draw_normal(h.x[0], h.in_count, (uint64_t)call, "x");
                harness_forward(&h, true);
                h.io.norm_stats = NORM_STATS_BATCH;
                h.io.averages = averages;
                harness_forward(&h, true);
                h.io.norm_stats = NORM_STATS_USUAL;
                h.io.averages = NULL;
            }
            for (int c = 0; c < 7; c++)
                var[k][0][c] = h.state[m->var + c];
            norm_averages_write(averages, h.layer.state_reals, true, h.state);
            for (int c = 0; c < 7; c++)
                var[k][1][c] = h.state[m->var + c];
            norm_averages_write(averages, h.layer.state_reals, false, h.state);
            for (int c = 0; c < 7; c++)
                var[k][2][c] = h.state[m->var + c];
            free(averages);
            harness_stop(&h);
        }
        for (int which = 0; which < 3; which++)
            for (int c = 0; c < 7; c++)
                if (!(fabs(var[0][which][c] - var[1][which][c]) <=
                      8 * REAL_EPSILON * var[0][which][c]))
                    fail_msg("%s, %d: %g, batchnorm has %g", specs[1], which, var[1][which][c],
                             var[0][which][c]);
        free(specs[0]), free(specs[1]);
    }
}

/* nonlin=0 normalizes nothing, so it takes what the other forms refuse. */
static void test_linear_evonorm(void **state)
{
    struct instance h;

    (void)state;
    harness_start(&h, "evonorm nonlin=0", shape_vector(5), 1, 7);
    assert_int_equal(h.layer.params, 2);
    assert_int_equal(h.layer.states, 0);
    harness_forward(&h, true);
    for (int c = 0; c < 5; c++) {
        double want = (double)h.param[h.layer.param[0].offset + c] * h.x[0][c] +
                      h.param[h.layer.param[1].offset + c];

        assert_true(fabs(h.y[c] - want) <= 4 * REAL_EPSILON * (1 + fabs(want)));
    }
    harness_stop(&h);
}

/* A block that ends with skipinit is the identity at first, to the bit; with layerscale, all but. */
static void test_blocks_begin_as_the_identity(void **state)
{
    static const struct {
        const char *net;
        double most;
    } nets[] = {{"residual { dense 8; relu; dense 8; skipinit }", 0},
                {"residual { dense 8; relu; dense 8; layerscale }", 1e-2},
                {"residual { dense 8; relu; dense 8; layerscale init=0 }", 0}};

    (void)state;
    for (int k = 0; k < 3; k++) {
        struct net n;
        double most = 0;
        real *x;

        build_good(&n, nets[k].net, "", shape_vector(8));
        net_init(&n, 3, 0, 1);
        x = xcalloc(6 * 8, sizeof *x);
        draw_normal(x, 6 * 8, 4, "x");
        memcpy(net_input(&n), x, 6 * 8 * sizeof *x);
        net_forward(&n, 6, true, 1);
        for (int i = 0; i < 6 * 8; i++)
            most = fmax(most, fabs((double)net_output(&n)[i] - x[i]));
        assert_true(most <= nets[k].most && (most > 0) == (nets[k].most > 0));
        free(x);
        net_release(&n);
    }
}

/* ---- what holds for all of them ---- */

static const char *const all[] = {"evonorm groups=4",
                                  "evonorm kind=b0",
                                  "evonorm kind=b0 affine=none",
                                  "evonorm nonlin=0",
                                  "dyt",
                                  "dyt affine=none",
                                  "skipinit",
                                  "layerscale"};
enum { ALL = sizeof all / sizeof *all };

/* These numbers have no weight decay, and no measure takes them for gammas; their first values. */
static void test_roles(void **state)
{
    static const struct {
        const char *spec, *name;
        double initial;
    } want[] = {{"evonorm", "v", 1},
                {"dyt", "alpha", 0.5},
                {"dyt alpha=0.2", "alpha", 0.2},
                {"skipinit", "alpha", 0},
                {"skipinit init=0.1", "alpha", 0.1},
                {"layerscale", "gamma", 1e-4}};

    (void)state;
    for (size_t k = 0; k < sizeof want / sizeof *want; k++) {
        struct instance h;
        int found = 0;

        assert_int_equal(harness_setup(&h, want[k].spec, shape_image(3, 3, 8), 2, 2), 0);
        for (int i = 0; i < h.layer.params; i++)
            if (strcmp(h.layer.param[i].name, want[k].name) == 0) {
                found++;
                assert_int_equal(h.layer.param[i].role, PARAM_OTHER);
                assert_true(h.layer.param[i].initial == want[k].initial);
            }
        assert_int_equal(found, 1);
        layer_clear(&h.layer);
    }
}

/* In inference a sample's y does not depend on the others, but with kind=b0 on the running variance. */
static void test_inference_by_sample(void **state)
{
    (void)state;
    for (int k = 0; k < ALL; k++) {
        struct instance h;
        real *first;

        harness_start(&h, all[k], IMAGE, 3, 5);
        harness_forward(&h, true);
        harness_forward(&h, false);
        first = xcalloc(h.out_count, sizeof *first);
        memcpy(first, h.y, h.out_count * sizeof *first);
        h.io.n = 1;
        harness_forward(&h, false);
        assert_memory_equal(first, h.y, h.out_count / 3 * sizeof *first);
        free(first);
        harness_stop(&h);
    }
}

/* A sample without valid positions gives beta and no gradient; others do not see it. */
static void test_sample_of_padding(void **state)
{
    static const char *const specs[] = {"evonorm groups=4 masked=1", "evonorm kind=b0 masked=1"};
    static const unsigned char mask[2 * 6] = {1, 1, 1, 1, 0, 0};

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct instance h;

        harness_start(&h, specs[k], shape_sequence(6, 12), 2, 4);
        h.io.mask = mask;
        harness_forward(&h, true);
        harness_backward(&h);
        for (size_t i = 0; i < h.out_count; i++) {
            assert_true(isfinite(h.y[i]) && isfinite(h.dx[0][i]));
            if (i >= h.out_count / 2) {
                assert_true(h.y[i] == h.param[h.layer.param[1].offset + i % 12]);
                assert_true(h.dx[0][i] == 0);
            }
        }
        harness_stop(&h);
    }
}

static void test_refused(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int min_train_n, result;
        const char *part;
    } want[] = {
        {"evonorm groups=12", {1, 1, 1, 12}, 4, REFUSED, "take fewer groups"},
        {"evonorm kind=b0", {1, 1, 1, 12}, 1, REFUSED, "take a batch of 2 or more, or kind=s0"},
        {"evonorm groups=5", {3, 4, 4, 12}, 4, -1, "groups=5 does not divide the 12 channels"},
        {"evonorm kind=b1", {3, 4, 4, 12}, 4, -1, "kind=b1"},
        {"dyt eps=1", {1, 1, 1, 12}, 1, -1, "unknown key 'eps'"},
        {"skipinit 0", {1, 1, 1, 12}, 1, -1, "not KEY=VALUE"},
    };
    struct instance h;

    (void)state;
    for (size_t k = 0; k < sizeof want / sizeof *want; k++) {
        assert_int_equal(
            harness_setup(&h, want[k].spec, want[k].in, want[k].min_train_n, want[k].min_train_n),
            want[k].result);
        assert_holds(h.setup.message, want[k].part);
    }
    assert_int_equal(harness_setup(&h, "evonorm kind=b0", shape_vector(12), 1, 0), 0);
    layer_clear(&h.layer);
    assert_int_equal(harness_setup(&h, "dyt", shape_vector(1), 1, 1), 0);
    layer_clear(&h.layer);
}

/* ---- in trials ---- */

static void run(const char *keys, enum trial_status status, const char *message)
{
    struct config c = {0};
    struct trial_result r;
    char *text = format_new("data=synthetic train_count=96 test_count=48 epochs=1 batch=16 lr=0.01 "
                            "%s",
                            keys);

    assert_int_equal(config_parse(&c, text), 0);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    if (r.status != status)
        fail_msg("%s: status %d, %s", keys, (int)r.status, r.message ? r.message : "no message");
    if (message)
        assert_holds(r.message, message);
    trial_result_clear(&r);
    config_clear(&c);
    free(text);
}

/* Every way to evaluate and to freeze works, but for a sample's own statistics with b0. */
static void test_trials(void **state)
{
#define NET "net=\"avgpool 4; resnet depth=8 width=8 act=none\" "
    (void)state;
    run(NET "norm=evonorm", TRIAL_DONE, NULL);
    run(NET "norm=\"evonorm kind=b0\" eval_stats=precise", TRIAL_DONE, NULL);
    run(NET "norm=\"evonorm kind=b0\" eval_stats=batch", TRIAL_DONE, NULL);
    run(NET "norm=\"evonorm kind=b0\" freeze_norm=3", TRIAL_DONE, NULL);
    run(NET "norm=evonorm eval_stats=own", TRIAL_DONE, NULL);
    run(NET "norm=\"evonorm kind=b0\" eval_stats=own", TRIAL_REFUSED, "eval_stats=own");
    run("net=\"avgpool 4; resnet depth=8 width=8 branch=skipinit\" norm=none weight_decay=0.1",
        TRIAL_DONE, NULL);
    run("net=\"avgpool 4; resnet depth=8 width=8 branch=layerscale\" norm=dyt", TRIAL_DONE, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_s0_without_v_is_half_a_groupnorm),
        cmocka_unit_test(test_b0_at_both_ends),
        cmocka_unit_test(test_running_variance_is_batchnorms),
        cmocka_unit_test(test_linear_evonorm),
        cmocka_unit_test(test_blocks_begin_as_the_identity),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_inference_by_sample),
        cmocka_unit_test(test_sample_of_padding),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_trials),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
