/* The twin that probes measure on: its stages, and that it takes the trial's next step as the trial would. */
#include "probed.h"

#include "base/number.h"
#include "base/text.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- stages ---- */

static const char *type_name(const struct node *k)
{
    return k->layer.type->name;
}

/* Fails unless each gelu of the net ends a stage whose pre-activation is another layer's output. */
static void check_gelu(const char *config, int stages)
{
    struct probed p;
    struct twin w;
    int found = 0;

    probed_start(&p, config);
    assert_int_equal(twin_init(&w, p.trial), 0);
    for (int i = 0; i < w.trial.net.nodes; i++) {
        const struct node *k = &w.trial.net.node[i];
        int stage = twin_post_stage(&w, k);

        if (strcmp(type_name(k), "gelu"))
            continue;
        assert_true(stage >= 0);
        assert_int_equal(twin_pre_stage(&w, k), -1);
        assert_true(w.stage[stage].pre == k - 1);
        assert_null(w.stage[stage].activation);
        found++;
    }
    assert_int_equal(found, stages);
    twin_clear(&w);
    probed_stop(&p);
}

static void test_gelu_ends_a_stage(void **state)
{
    (void)state;
    check_gelu("data=synthetic epochs=0 net=\"mlp hidden=16x2 act=gelu\" norm=batchnorm", 2);
    check_gelu("data=synthetic-series train_count=64 test_count=32 batch=16 epochs=0 "
               "net=\"transformer width=8 heads=2 ff=16 from=values act=gelu\" "
               "norm=\"layernorm over=token\"",
               2);
}

/* ---- the learning rate ---- */

static double loss_range(const char *schedule, double lr, double *shift)
{
    char digits[32], *config;
    struct probed p;
    double range;

    format_double(digits, lr);
    config = format_new("data=synthetic train_count=64 test_count=8 batch=16 epochs=1 "
                        "probe=shift+landscape probe_at=4 lr=%s schedule=%s "
                        "net=\"mlp hidden=16\" norm=batchnorm",
                        digits, schedule);
    probed_start(&p, config);
    probed_measure(&p, 0);
    range = probed_value(&p, "landscape", "loss_range", 0, 0);
    *shift = probed_value(&p, "shift", "shift", 0, 1);
    probed_stop(&p);
    free(config);
    return range;
}

/* After the last step there is no next one, whose rate by a cosine would be 0: the rate is that of the last step. */
static void test_rate_at_the_end(void **state)
{
    double shift, same_shift, range = loss_range("cosine", 0.5, &shift),
                              last = 0.5 * 0.5 * (1 + cos(acos(-1) * 3 / 4)),
                              same_range = loss_range("constant", last, &same_shift);

    (void)state;
    assert_true(range > 0 && shift > 0);
    assert_true(fabs(range / same_range - 1) < 1e-3);
    assert_true(fabs(shift / same_shift - 1) < 1e-3);
}

/* ---- frozen norms ---- */

/* Running statistics that have mean 0 and variance 1 do not normalize: the pre-activations keep their size. */
static void test_frozen_from_the_next_step(void **state)
{
    static const char *const freeze[] = {"0", "1", "2", "3"};
    static const bool frozen[][4] = {
        {false, false, false, false},
        {true, true, true, true},
        {false, false, true, true},
        {false, false, false, false},
    };

    (void)state;
    for (int i = 0; i < 4; i++) {
        char *config = format_new("data=synthetic train_count=64 test_count=8 batch=16 epochs=2 "
                                  "probe=moments probe_at=0-3-4-8 init_scale=5 freeze_norm=%s "
                                  "net=\"mlp hidden=16\" norm=batchnorm",
                                  freeze[i]);
        struct probed p;

        probed_start(&p, config);
        for (int point = 0; point < 4; point++) {
            probed_measure(&p, point);
            assert_int_equal(probed_value(&p, "moments", "pre_sd", point, 0) > 2, frozen[i][point]);
        }
        probed_stop(&p);
        free(config);
    }
}

/* No value passes the relu, so the step changes beta alone; with freeze_affine it changes nothing before the last
 * layer. */
static void test_frozen_affine(void **state)
{
    (void)state;
    for (int held = 0; held < 2; held++) {
        char *config = format_new("data=synthetic train_count=64 test_count=8 batch=16 epochs=1 "
                                  "probe=shift probe_at=0 freeze_norm=1 freeze_affine=%d "
                                  "net=\"flatten; dense 8; relu; batchnorm; dense 10\"",
                                  held);
        struct probed p;
        const struct node *dense;

        probed_start(&p, config);
        dense = net_node(&p.trial->net, 1);
        for (int j = 0; j < dense->layer.params; j++)
            for (size_t i = 0; i < dense->layer.param[j].count; i++)
                p.trial->net.param[dense->param_at + dense->layer.param[j].offset + i] =
                    dense->layer.param[j].role == PARAM_WEIGHT ? 0 : -1;
        probed_measure(&p, 0);
        assert_int_equal(probed_value(&p, "shift", "shift", 0, 1) > 0, !held);
        assert_int_equal(probed_value(&p, "shift", "shift", 0, 1) == 0, held);
        probed_stop(&p);
        free(config);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gelu_ends_a_stage),
        cmocka_unit_test(test_rate_at_the_end),
        cmocka_unit_test(test_frozen_from_the_next_step),
        cmocka_unit_test(test_frozen_affine),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
