/* Tables of made-up trials, as they are printed. */
#include "figures/table.h"
#include "support.h"
#include "trials.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All that a request prints, in a new string. */
static char *table(const struct table_request *q, const struct results *r)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct table *t;
    int n = tables_build(q, r, &t);

    for (int i = 0; i < n; i++)
        table_print(out, &t[i]);
    tables_clear(t, n);
    fclose(out);
    return text;
}

/* Means with their intervals, losses counted, small numbers with three digits, columns that align. */
static void test_table(void **state)
{
    struct table_request q = {
        .title = "T", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};
    struct results r = {0};
    char *text;

    (void)state;
    add_trial(&r, 0, "norm=none batch=2", 30);
    add_trial(&r, 1, "norm=none batch=2", 32);
    add_trial(&r, 0, "norm=none batch=4", 0.0123);
    add_trial(&r, 1, "norm=none batch=4", 0)->result.status = TRIAL_DIVERGED;
    add_trial(&r, 0, "norm=batchnorm batch=2", 0)->result.status = TRIAL_REFUSED;
    text = table(&q, &r);
    /* On the logit scale the interval is that of Student's t with one degree of freedom: by SciPy 1.10.1. */
    assert_non_null(strstr(text, "  norm                         2          4\n"
                                 "  none       31.00 +13.83 -11.17  0.0123 !1\n"
                                 "  batchnorm              refused          -\n"));
    free(text);
    free_trials(&r);
}

/* An interval that reaches farther to one side says so. */
static void test_table_of_skewed_values(void **state)
{
    struct table_request q = {
        .title = "T", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};
    static const double v[] = {1, 1.25, 1.5, 2, 4};
    struct interval want = stats_mean_on(STATS_LOGIT, 5, v, NULL);
    struct results r = {0};
    char *text, *cell;

    (void)state;
    for (int i = 0; i < 5; i++)
        add_trial(&r, i, "norm=none batch=2", v[i]);
    text = table(&q, &r);
    cell = format_new("  none  %.2f +%.2f -%.2f\n", want.mean, want.high - want.mean,
                      want.mean - want.low);
    assert_true(want.high - want.mean > 1.2 * (want.mean - want.low));
    assert_non_null(strstr(text, cell));
    free(cell);
    free(text);
    free_trials(&r);
}

/* Of seeds that learn and seeds that do not no mean is told, but how many learn, and their median. */
static void test_table_of_seeds_that_part(void **state)
{
    struct table_request q = {
        .title = "T", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};
    static const double v[] = {14, 90, 15.5, 88, 15};
    struct results r = {0};
    char *text;

    (void)state;
    for (int i = 0; i < 5; i++)
        add_trial(&r, i, "norm=none batch=2", v[i]);
    add_trial(&r, 5, "norm=none batch=2", 0)->result.status = TRIAL_DIVERGED;
    text = table(&q, &r);
    assert_holds(text, "\n  none  3 of 6 learn: 15.00 !1\n");
    free(text);
    q.of.metric = METRIC_gap; /* which does not tell who learned */
    for (int i = 0; i < 5; i++)
        r.record[i].result.curve[METRIC_gap][1] = v[i];
    text = table(&q, &r);
    assert_holds(text, "\n  none  44.50 ±");
    free(text);
    free_trials(&r);
}

/* Along an axis: the geometric mean of the seeds' rates. */
static void test_table_along(void **state)
{
    struct table_request q = {
        .title = "T",
        .rows = "norm",
        .columns = "panel",
        .of = {.metric = METRIC_test_error, .how = MEASURE_BEST_AT, .along = "lr"}};
    static char *axes[] = {"lr"};
    struct results r = {.axis = axes, .axes = 1};
    char *text;

    (void)state;
    add_trial(&r, 0, "norm=none panel=a lr=1", 10);
    add_trial(&r, 0, "norm=none panel=a lr=10", 12);
    add_trial(&r, 1, "norm=none panel=a lr=1", 10);
    add_trial(&r, 1, "norm=none panel=a lr=100", 5);
    text = table(&q, &r);
    assert_non_null(strstr(text, "lr with the least test_error"));
    assert_non_null(strstr(text, "  none  10 ("));
    free(text);
    q.of.how = MEASURE_USABLE_MOST;
    q.of.tolerance = 1;
    q.of.target = 50;
    text = table(&q, &r);
    assert_non_null(strstr(text, "  none  ≥10 ("));
    free(text);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_of_skewed_values),
        cmocka_unit_test(test_table_of_seeds_that_part),
        cmocka_unit_test(test_table_along),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
