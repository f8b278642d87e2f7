/* Tables of made-up trials, as they are printed. */
#include "figures/table.h"
#include "support.h"
#include "trials.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All that a request prints in so many columns, in a new string. */
static char *table_in(const struct table_request *q, const struct results *r, int room)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    struct table *t;
    int n = tables_build(q, r, &t);

    for (int i = 0; i < n; i++)
        table_print(out, &t[i], room);
    tables_clear(t, n);
    fclose(out);
    return text;
}

static char *table(const struct table_request *q, const struct results *r)
{
    return table_in(q, r, 0);
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

/* Rows and columns without any value are left out, and so is a table that has none. */
static void test_table_without_values(void **state)
{
    struct table_request q = {
        .title = "T", .panels = "net", .rows = "norm", .columns = "batch", .of.metric = METRIC_gap};
    struct results r = {0};
    char *text;

    (void)state;
    add_trial(&r, 0, "net=a norm=none batch=2", 1);
    add_trial(&r, 0, "net=a norm=none batch=4", 2);
    add_trial(&r, 0, "net=a norm=batchnorm batch=2", 3);
    add_trial(&r, 0, "net=a norm=batchnorm batch=8", 4);
    add_trial(&r, 0, "net=a norm=layernorm batch=16", 5);
    add_trial(&r, 0, "net=b norm=batchnorm batch=2", 6);
    for (int i = 0; i < r.records; i++)
        r.record[i].result.curve[METRIC_gap][1] = i == 2 || i == 4 ? i : NAN;
    text = table(&q, &r);
    assert_holds(text, "\n\n  norm          2    16\n"
                       "  batchnorm  2.00     -\n"
                       "  layernorm     -  4.00\n\n");
    assert_null(strstr(text, "T, b"));
    free(text);
    r.record[2].result.curve[METRIC_gap][1] = r.record[4].result.curve[METRIC_gap][1] = NAN;
    text = table(&q, &r);
    assert_string_equal(text, "");
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

/* The table of all four norms at all eight batches, whose cells are the seeds of one trial each. */
static void add_wide(struct results *r, const char *const *norm, int norms, int batches)
{
    for (int i = 0; i < norms; i++)
        for (int b = 0; b < batches; b++) {
            char *cell = format_new("norm=%s batch=%d", norm[i], 2 << b);

            add_trial(r, 0, cell, 10 * i + b);
            free(cell);
        }
}

/* The number of columns that the longest line of the text after its first takes. */
static int longest(const char *text)
{
    int most = 0;

    for (const char *at = strchr(text, '\n'); *at; at++) {
        int n = (int)strcspn(at + 1, "\n");

        at += n;
        most = n > most ? n : most;
    }
    return most;
}

/* A table that is wider than the terminal comes in parts, each with the names of its rows; all cells are there, once. */
static void test_wide_table(void **state)
{
    static const char *const norm[] = {"none", "batchnorm", "layernorm", "groupnorm"};
    struct table_request q = {
        .title = "T", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};
    struct results r = {0};
    char *text;

    (void)state;
    add_wide(&r, norm, 4, 8);
    text = table_in(&q, &r, 39);
    assert_non_null(strstr(text, "\n\n"
                                 "  norm           2      4      8     16\n"
                                 "  none        0.00   1.00   2.00   3.00\n"));
    for (int i = 0; i < 4 * 8; i++) {
        char *cell = format_new(" %d.00", 10 * (i / 8) + i % 8), *found = strstr(text, cell);

        assert_non_null(found);
        assert_null(strstr(found + 1, cell));
        free(cell);
    }
    for (int room = 24; room < 80; room++) {
        char *other = table_in(&q, &r, room);

        assert_true(longest(other) <= room);
        free(other);
    }
    free(text);
    free_trials(&r);
}

/* A table with few rows is turned instead, where that makes it fit. */
static void test_turned_table(void **state)
{
    static const char *const norm[] = {"none", "batchnorm"};
    struct table_request q = {
        .title = "T", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};
    struct results r = {0};
    char *text;

    (void)state;
    add_wide(&r, norm, 2, 8);
    text = table_in(&q, &r, 30);
    assert_non_null(strstr(text, "\n\n"
                                 "  batch  none  batchnorm\n"
                                 "  2      0.00      10.00\n"
                                 "  4      1.00      11.00\n"));
    assert_non_null(strstr(text, "  256    7.00      17.00\n\n"));
    free(text);
    text = table_in(&q, &r, 80);
    assert_non_null(
        strstr(text, "  norm           2      4      8     16     32     64    128    256\n"));
    free(text);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_without_values),
        cmocka_unit_test(test_table_of_skewed_values),
        cmocka_unit_test(test_table_of_seeds_that_part),
        cmocka_unit_test(test_table_along),
        cmocka_unit_test(test_wide_table),
        cmocka_unit_test(test_turned_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
