/* What figures show of the seeds: their median, each of them, and the 95 % interval of their mean. Numbers of intervals are
 * Student's t (as scipy.stats.t.interval has it), by hand, on the scale of the measure. */
#include "figures/figure.h"
#include "figures/table.h"
#include "rows.h"
#include "support.h"
#include "trials.h"
#include <math.h>

static struct figure_request request(void)
{
    return (struct figure_request){.name = "f",
                                   .title = "",
                                   .x_label = "",
                                   .y_label = "",
                                   .series = "norm",
                                   .x = "batch",
                                   .of.metric = METRIC_test_error};
}

/* Adds a trial for each error. */
static void add_seeds(struct results *r, const char *cell, int n, const double *error)
{
    for (int i = 0; i < n; i++) {
        char *config = format_new("data=mnist %s seed=%d", cell, i);

        add_trial(r, i, config, error[i]);
        free(config);
    }
}

/* How many intervals a line has; a row without x ends a band. */
static int count_intervals(const struct plot_figure *f, int series)
{
    int n = 0;

    for (int i = 0; i < f->rows; i++)
        n += f->row[i].series == series && f->row[i].kind == PLOT_INTERVAL && !isnan(f->row[i].x);
    return n;
}

static struct plot_row *interval_at(const struct plot_figure *f, int series, int at)
{
    return row_at(f, 0, series, PLOT_INTERVAL, at);
}

/* The median of these seeds in a figure with no other point. Fails unless its caption ends in `told`, each seed is drawn
 * and, when there is no low, there is no interval, else one from low to high. */
static double median_of_seeds(const struct figure_request *q, int n, const double *error,
                              const char *told, double low, double high)
{
    struct results r = {0};
    struct plot_figure f;
    double middle;

    add_seeds(&r, "norm=batchnorm batch=2", n, error);
    figure_build(q, &r, &f);
    assert_string_equal(f.caption, told);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), n);
    assert_int_equal(count_intervals(&f, 0), !isnan(low));
    if (!isnan(low)) {
        CLOSE(interval_at(&f, 0, 0)->low, low);
        CLOSE(interval_at(&f, 0, 0)->high, high);
    }
    assert_true(mean_at(&f, 0, 0, 0)->kind == PLOT_MEDIAN && isnan(mean_at(&f, 0, 0, 0)->low));
    middle = mean_at(&f, 0, 0, 0)->y;
    plot_figure_clear(&f);
    free_trials(&r);
    return middle;
}

/* From four seeds on there is an interval, on the logit scale, around their mean, of which the line knows nothing. */
static void test_median_and_interval(void **state)
{
    static const double error[5] = {40, 35, 36, 37, 45}, far[5] = {36, 38, 37, 35, 54};
    static const char *const told =
        "mnist, 5 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean";
    struct figure_request q = request();

    (void)state;
    CLOSE(median_of_seeds(&q, 5, error, told, 33.712666020454165, 43.607962709547216), 37);
    CLOSE(median_of_seeds(&q, 5, far, told, 30.728199589361974, 49.75196315179741), 37);
    CLOSE(median_of_seeds(&q, 4, error + 1,
                          "mnist, 4 seeds: medians, each seed a small mark; thin bars: 95 % "
                          "intervals of the mean",
                          31.309793702388202, 45.55403331854601),
          36.5);
    q.template = PLOT_BARS;
    CLOSE(median_of_seeds(&q, 5, error, told, 33.712666020454165, 43.607962709547216), 37);
    q.template = PLOT_HEAT; /* shows a median alone */
    CLOSE(median_of_seeds(&q, 5, error, "mnist, 5 seeds: medians", 33.712666020454165,
                          43.607962709547216),
          37);
}

/* Three seeds, and seeds of which some learn and some do not, are marks without an interval. */
static void test_no_interval(void **state)
{
    static const double few[3] = {40, 36, 45}, parted[5] = {90, 16, 14, 90, 15};
    static const double losses[5] = {90, 15, 16, 17, 16};
    struct figure_request q = request();

    (void)state;
    CLOSE(median_of_seeds(&q, 3, few, "mnist, 3 seeds: medians, each seed a small mark", NAN, NAN),
          40);
    CLOSE(
        median_of_seeds(&q, 5, parted, "mnist, 5 seeds: medians, each seed a small mark", NAN, NAN),
        16);
    q.of.metric = METRIC_test_loss;
    for (int i = 0; i < 2; i++) { /* nats: one is 0.75 away from the others, or 0.6 */
        struct results r = {0};
        struct plot_figure f;

        add_seeds(&r, "norm=batchnorm batch=2", 5, losses);
        for (int k = 0; k < 5; k++)
            r.record[k].result.curve[METRIC_test_loss][1] = losses[k] / (i ? 122 : 97);
        figure_build(&q, &r, &f);
        assert_int_equal(count_intervals(&f, 0), i);
        plot_figure_clear(&f);
        free_trials(&r);
    }
}

/* Where a trial diverged or was refused, at batch 2 and 4, there is no interval; where none was, there is. */
static void test_lost_seeds(void **state)
{
    static const double error[6] = {10, 11, 12, 13, 14, 12};
    struct figure_request q = request();
    struct results r = {0};
    struct plot_figure f;

    (void)state;
    add_seeds(&r, "norm=batchnorm batch=2", 6, error);
    add_seeds(&r, "norm=batchnorm batch=4", 6, error);
    add_seeds(&r, "norm=batchnorm batch=8", 5, error);
    r.record[5].result.status = TRIAL_DIVERGED;
    r.record[11].result.status = TRIAL_REFUSED;
    figure_build(&q, &r, &f);
    assert_string_equal(f.caption,
                        "mnist, 6 seeds: medians, each seed a small mark; thin bars: 95 % "
                        "intervals of the mean where all seeds learn");
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 15);
    assert_int_equal(count_intervals(&f, 0), 1);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 12);
    CLOSE(interval_at(&f, 0, 0)->x, 8);
    CLOSE(interval_at(&f, 0, 0)->low, 10.092592251105286);
    CLOSE(interval_at(&f, 0, 0)->high, 14.036461943551853);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* An interval of a ratio is that of the geometric mean, and that of a line over its own best is so divided, too. */
static void test_ratios(void **state)
{
    static const double ratio[5] = {1, 2, 4, 8, 16}, error[5] = {10, 11, 12, 13, 14};
    struct figure_request q = request();
    double far = exp(2.7764451051977987 * sqrt(2.5 / 5) * log(2));
    struct results r = {0};
    struct plot_figure f;

    (void)state;
    q.of.ratio = true;
    CLOSE(median_of_seeds(&q, 5, ratio,
                          "mnist, 5 seeds: medians, each seed a small mark; thin bars: 95 % "
                          "intervals of the geometric mean",
                          4 / far, 4 * far),
          4);
    q.of.ratio = false;
    q.y = FIGURE_RELATIVE;
    add_seeds(&r, "norm=batchnorm batch=2", 5, error);
    figure_build(&q, &r, &f);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 1);
    CLOSE(interval_at(&f, 0, 0)->low, 10.092592251105286 / 12);
    CLOSE(seed_at(&f, 0, 0, 4)->y, 14 / 12.);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Differences are those of pairs: their median, each pair, and the interval of their mean; in per cent, of the ratios'
 * geometric mean. There is none where only some seeds of one of the two learn. */
static void test_differences(void **state)
{
    static const double base[5] = {10, 20, 10, 10, 10}, error[5] = {12, 24, 13, 17, 15};
    static const double parted[5] = {12, 90, 13, 90, 15};
    struct figure_request q = request();
    struct results r = {0};
    struct plot_figure f;

    (void)state;
    add_seeds(&r, "norm=none batch=2", 5, base);
    add_seeds(&r, "norm=batchnorm batch=2", 5, error);
    q.baseline = "norm=none";
    for (int i = 0; i < 2; i++) {
        q.y = i ? FIGURE_OVERHEAD : FIGURE_DIFFERENCE;
        figure_build(&q, &r, &f);
        assert_holds(f.caption,
                     "5 seeds: medians of paired differences, each seed a small mark; thin "
                     "bars: 95 % intervals of the ");
        assert_holds(f.caption, i ? "the geometric mean; line at 0" : "the mean; line at 0");
        CLOSE(mean_at(&f, 0, 0, 0)->y, i ? 30 : 4);
        CLOSE(seed_at(&f, 0, 0, 3)->y, i ? 70 : 7);
        CLOSE(interval_at(&f, 0, 0)->low, i ? 13.16424057436565 : 1.8116116119000156);
        CLOSE(interval_at(&f, 0, 0)->high, i ? 65.1312227119754 : 6.588388388099984);
        plot_figure_clear(&f);
    }
    free_trials(&r);
    r = (struct results){0};
    add_seeds(&r, "norm=none batch=2", 5, parted);
    add_seeds(&r, "norm=batchnorm batch=2", 5, error);
    q.y = FIGURE_DIFFERENCE;
    figure_build(&q, &r, &f);
    assert_int_equal(count_intervals(&f, 0), 0);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 5);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Trials of eight norms at a batch size, of so many epochs. */
static void add_norms(struct results *r, int epochs)
{
    static char *axes[] = {"norm"};

    r->axis = axes;
    r->axes = 1;
    for (int i = 0; i < 40; i++) {
        char *config = format_new("data=mnist batch=2 norm=\"groupnorm groups=%d\"", i / 5 + 1);
        struct trial_result *result = &add_trial(r, i % 5, config, 0)->result;

        trial_result_clear(result);
        trial_result_init(result, epochs, 1);
        for (int k = 0; k <= epochs; k++)
            result->curve[METRIC_test_error][k] = 40 / (k + 1.) + (i * i * 37 % 23) * 0.1 * (1 + k);
        free(config);
    }
}

/* Moderated intervals: those at the end are those of the tables, and each point of a curve has the one that it would have if
 * training had ended there. */
static void test_priors(void **state)
{
    struct figure_request q = request();
    struct table_request in_table = {
        .title = "", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error};

    (void)state;
    for (int epochs = 1; epochs <= 3; epochs++) {
        struct results r = {0}, whole = {0};
        struct plot_figure end, curve;
        struct table *table;

        add_norms(&r, epochs);
        add_norms(&whole, 3);
        q.x = "batch";
        figure_build(&q, &r, &end);
        q.x = FIGURE_EPOCH;
        figure_build(&q, &whole, &curve);
        assert_int_equal(tables_build(&in_table, &r, &table), 1);
        for (int i = 0; i < 8; i++) {
            const struct plot_row *at_end = interval_at(&end, i, 0);
            const struct plot_row *on_curve = interval_at(&curve, i, epochs);
            double above = at_end->high - at_end->y, below = at_end->y - at_end->low;
            char *even = format_new("%.2f \xc2\xb1%.2f", at_end->y, above);
            char *uneven = format_new("%.2f +%.2f -%.2f", at_end->y, above, below);
            const char *told = table->text[(i + 1) * table->columns + 1];

            CLOSE(on_curve->low, at_end->low);
            CLOSE(on_curve->high, at_end->high);
            if (strcmp(told, even) && strcmp(told, uneven))
                fail_msg("the table has %s, the figure %s", told, uneven);
            free(even);
            free(uneven);
        }
        tables_clear(table, 1);
        plot_figure_clear(&end);
        plot_figure_clear(&curve);
        free_trials(&r);
        free_trials(&whole);
    }
}

/* Curves of 20 epochs, of which the first `failing` stay at 90, and of which the last diverges at epoch 9, if one does. */
static void build_curves(struct plot_figure *f, int seeds, int failing, bool diverges)
{
    struct figure_request q = request();
    struct results r = {0};

    for (int i = 0; i < seeds; i++) {
        char *config = format_new("data=mnist norm=batchnorm seed=%d", i);
        struct trial_result *result = &add_trial(&r, i, config, 0)->result;
        bool lost = diverges && i == seeds - 1;

        trial_result_clear(result);
        trial_result_init(result, 20, 1);
        for (int k = 0; k <= (lost ? 8 : 20); k++)
            result->curve[METRIC_test_error][k] = i < failing ? 90 : 90 - 3 * k + i;
        result->status = lost ? TRIAL_DIVERGED : TRIAL_DONE;
        free(config);
    }
    q.x = FIGURE_EPOCH;
    figure_build(&q, &r, f);
    free_trials(&r);
}

/* A curve shows its seeds by the band. Where it has none, because they are few, some fail or one diverges, each is a line. */
static void test_curves(void **state)
{
    struct plot_figure f;

    (void)state;
    build_curves(&f, 5, 0, false);
    assert_string_equal(f.caption, "mnist, 5 seeds: medians; bands: 95 % intervals of the mean");
    assert_true(f.curve && !f.seed_lines && count_rows(&f, 0, 0, PLOT_SEED) == 0);
    assert_int_equal(count_intervals(&f, 0), 21);
    CLOSE(mean_at(&f, 0, 0, 20)->y, 32);
    CLOSE(interval_at(&f, 0, 20)->low, 30.05140371902371);
    CLOSE(interval_at(&f, 0, 20)->high, 33.978601597730936);
    plot_figure_clear(&f);

    build_curves(&f, 3, 0, false);
    assert_string_equal(f.caption, "mnist, 3 seeds: medians, each seed a thin line");
    assert_true(f.seed_lines && count_rows(&f, 0, 0, PLOT_SEED) == 3 * 21 + 2);
    assert_int_equal(count_intervals(&f, 0), 0);
    assert_true(seed_at(&f, 0, 0, 20)->y == 30 && isnan(seed_at(&f, 0, 0, 21)->x) &&
                seed_at(&f, 0, 0, 22)->y == 91);
    plot_figure_clear(&f);

    build_curves(&f, 1, 0, false);
    assert_string_equal(f.caption, "mnist, one seed");
    assert_true(count_rows(&f, 0, 0, PLOT_SEED) == 0 && mean_at(&f, 0, 0, 20)->y == 30);
    plot_figure_clear(&f);

    for (int diverges = 0; diverges < 2; diverges++) {
        build_curves(&f, 5, diverges ? 0 : 2, diverges);
        assert_string_equal(f.caption, "mnist, 5 seeds: medians, each seed a thin line");
        assert_true(f.seed_lines);
        assert_int_equal(count_intervals(&f, 0), 0);
        assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 5 * 21 + 4 - 12 * diverges);
        /* Of 90, 90 and 92, 93, 94 less 3 an epoch, or of 90, 91, 92, 93. */
        CLOSE(mean_at(&f, 0, 0, 0)->y, 92);
        CLOSE(mean_at(&f, 0, 0, 20)->y, diverges ? 31.5 : 34);
        plot_figure_clear(&f);
    }
}

/* The line between those of an axis of many x and of training: each seed is a mark, and intervals make a band, which ends
 * where some seeds fail. Lines of four and of five seeds are told. */
static void test_many_x(void **state)
{
    struct figure_request q = request();
    struct results r = {0};
    struct plot_figure f;

    (void)state;
    for (int seed = 0; seed < 5; seed++)
        for (int batch = 1; batch <= 14; batch++)
            for (int norm = 0; norm < (seed < 4 ? 2 : 1); norm++) {
                char *config = format_new("norm=%s batch=%d seed=%d", norm ? "layernorm" : "none",
                                          batch, seed);
                bool fails = norm && batch == 3 && seed < 2;

                add_trial(&r, seed, config, fails ? 90 : 10 + seed);
                free(config);
            }
    figure_build(&q, &r, &f);
    assert_holds(f.caption,
                 "4 to 5 seeds: medians, each seed a small mark; bands: 95 % intervals of "
                 "the mean where all seeds learn");
    assert_true(f.curve && !f.seed_lines);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 5 * 14);
    assert_int_equal(count_intervals(&f, 0), 14);
    CLOSE(interval_at(&f, 0, 2)->low, 10.092592251105286);
    assert_int_equal(count_intervals(&f, 1), 13);
    assert_true(isnan(interval_at(&f, 1, 2)->x) && interval_at(&f, 1, 3)->x == 4);
    plot_figure_clear(&f);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_median_and_interval),
        cmocka_unit_test(test_no_interval),
        cmocka_unit_test(test_lost_seeds),
        cmocka_unit_test(test_ratios),
        cmocka_unit_test(test_differences),
        cmocka_unit_test(test_priors),
        cmocka_unit_test(test_curves),
        cmocka_unit_test(test_many_x),
    };

    return cmocka_run_group_tests_name("figures_seeds", tests, NULL, NULL);
}
