/* What probes say of values and losses that overflow: infinity or nothing, and never a number of those that are left. */
#include "probed.h"

#include "base/text.h"
#include "train/probes/unit_values.h"
#include <math.h>
#include <stdlib.h>

static void test_percentiles_of_values_with_nan(void **state)
{
    real value[] = {(real)NAN, 3, -2, (real)NAN, 1, (real)INFINITY, 2};

    (void)state;
    sort_reals(value, 7);
    for (int i = 0; i < 4; i++)
        assert_true(value[i] == (real)((const double[]){-2, 1, 2, 3})[i]);
    assert_true(isinf(value[4]) && isnan(value[5]) && isnan(value[6]));
    assert_true(isnan(percentile(value, 7, 0.5)));
    assert_true(percentile(value, 5, 0.5) == 2);
    assert_true(percentile(value, 4, 0.25) == 0.25);
}

/* A weight that is NaN makes one unit NaN, so there is no percentile over all units. */
static void test_probe_of_values_with_nan(void **state)
{
    struct probed p;

    (void)state;
    probed_start(&p, "data=synthetic train_count=64 test_count=8 batch=32 epochs=0 "
                     "probe=percentiles+moments net=\"flatten; dense 5; relu; dense 10\"");
    p.trial->net.param[net_node(&p.trial->net, 1)->param_at] = (real)NAN;
    probed_measure(&p, 0);
    assert_true(isnan(probed_value(&p, "percentiles", "p5", 0, 0)));
    assert_true(isnan(probed_value(&p, "percentiles", "p50", 0, 0)));
    assert_true(isnan(probed_value(&p, "percentiles", "p95", 0, 0)));
    assert_true(isnan(probed_value(&p, "moments", "pre_mean", 0, 0)));
    probed_stop(&p);
}

/* Starts and measures a deep net without norms, at a high rate. */
static void far_away(struct probed *p, const char *lr)
{
    char *config = format_new("data=synthetic train_count=64 test_count=8 batch=32 epochs=0 lr=%s "
                              "probe=landscape_far net=\"mlp hidden=16x40\" norm=none",
                              lr);

    probed_start(p, config);
    probed_measure(p, 0);
    free(config);
}

static double landscape(struct probed *p, const char *column)
{
    return probed_value(p, "landscape_far", column, 0, 0);
}

static void test_landscape_overflows_everywhere(void **state)
{
    struct probed p;

    (void)state;
    far_away(&p, "1e6");
    assert_true(isfinite(landscape(&p, "loss")));
    assert_true(isinf(landscape(&p, "loss_min")) && isinf(landscape(&p, "loss_max")));
    assert_true(isinf(landscape(&p, "loss_range")) && isinf(landscape(&p, "loss_relative")));
    assert_true(isinf(landscape(&p, "change_max")) && isinf(landscape(&p, "smoothness")));
    assert_true(isnan(landscape(&p, "cosine_min")) && isnan(landscape(&p, "cosine_max")));
    probed_stop(&p);
}

/* The short lengths have a cosine, but it is not the smallest one of all. */
static void test_landscape_overflows_far_away(void **state)
{
    struct probed p;

    (void)state;
    far_away(&p, "1000");
    assert_true(isfinite(landscape(&p, "loss_min")) && isinf(landscape(&p, "loss_max")));
    assert_true(isinf(landscape(&p, "loss_range")));
    assert_true(isnan(landscape(&p, "cosine_min")) && isnan(landscape(&p, "cosine_max")));
    probed_stop(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_percentiles_of_values_with_nan),
        cmocka_unit_test(test_probe_of_values_with_nan),
        cmocka_unit_test(test_landscape_overflows_everywhere),
        cmocka_unit_test(test_landscape_overflows_far_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
