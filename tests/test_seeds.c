/* Whether some seeds learn and some do not. */
#include "stats/stats.h"
#include "support.h"
#include "train/metrics.h"
#include <math.h>

/* Errors of five seeds. Chance is at 90. */
static void test_seeds_fall_into_two_groups(void **state)
{
    static const struct {
        double v[5];
        bool split;
    } made[] = {
        {{14, 15, 16, 90, 90}, true},       {{90, 14, 90, 15, 16}, true},
        {{14, 90, 90, 90, 90}, true},       {{15, 16, 17, 18, 90}, true},
        {{15, 16, 17, 18, 34}, false},      {{10, 30, 50, 70, 90}, false},
        {{10, 35, 60, 85, 86}, false},      {{16, 16, 16, 16, 16}, false},
        {{15, NAN, NAN, 90, NAN}, false},   {{15, NAN, 17, 90, NAN}, true},
        {{NAN, NAN, NAN, NAN, NAN}, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        if (stats_split(5, made[i].v, metric_info[METRIC_test_error].apart) != made[i].split)
            fail_msg("case %zu should be %d", i, made[i].split);
    assert_false(stats_split(5, made[0].v, INFINITY)); /* a measure on which nothing is far */
    assert_false(stats_split(0, made[0].v, metric_info[METRIC_test_error].apart));
}

/* Which is which does not count: errors and accuracies, shifted or not, split alike. */
static void test_a_split_is_the_same_upside_down(void **state)
{
    static const double error[5] = {14, 15, 40, 90, 88}, wide[5] = {14, 30, 46, 62, 90};
    double accuracy[5], other[5];

    (void)state;
    for (int i = 0; i < 5; i++) {
        accuracy[i] = 100 - error[i];
        other[i] = 100 - wide[i];
    }
    assert_true(stats_split(5, error, metric_info[METRIC_test_error].apart) &&
                stats_split(5, accuracy, metric_info[METRIC_test_error].apart));
    assert_false(stats_split(5, wide, metric_info[METRIC_test_error].apart) ||
                 stats_split(5, other, metric_info[METRIC_test_error].apart));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seeds_fall_into_two_groups),
        cmocka_unit_test(test_a_split_is_the_same_upside_down),
    };

    return cmocka_run_group_tests_name("seeds", tests, NULL, NULL);
}
