/* Figures from made-up trials. */
#include "figures.h"
#include "figures/figure.h"
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

/* A figure's medians, seeds, losts and notes are those of the records. */
static void test_figure(void **state)
{
    static const double d[3] = {3, 4, 5};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r;

    (void)state;
    q.y = FIGURE_RELATIVE;
    make_pairs(&r, 3, d);
    for (int i = 0; i < r.records; i++)
        config_set(&r.record[i].config, "norm", "batchnorm");
    r.record[2].result.status = TRIAL_DIVERGED;
    r.record[4].result.status = TRIAL_REFUSED;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    assert_int_equal(f.categories, 0);
    assert_int_equal(f.count, 1);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 2);
    /* batch 2: one value left, 3; batch 32: 0, 10, 20, median 10; the best is 3. */
    CLOSE(mean_at(&f, 0, 0, 0)->y, 1);
    CLOSE(mean_at(&f, 0, 0, 1)->y, 10 / 3.0);
    CLOSE(seed_at(&f, 0, 0, 3)->y, 20 / 3.0);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 4);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    assert_string_equal(f.panel[0].note, "batchnorm refused at batch 2");
    plot_figure_clear(&f);
    free_trials(&r);
}

/* An axis that the figure does not name splits the panels; its values are never taken for seeds. Where
 * some trials have no such key, their panel does not name it. */
static void test_swept_axis_makes_panels(void **state)
{
    static char *axes[] = {"batch", "lr"};
    const struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    r.axis = axes;
    r.axes = 2;
    add_trial(&r, 0, "norm=none batch=2 lr=0.2", 1);
    add_trial(&r, 0, "norm=none batch=4 lr=0.2", 2);
    add_trial(&r, 0, "norm=none batch=2 lr=0.1", 3);
    add_trial(&r, 0, "norm=none batch=2", 4);
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 3);
    assert_string_equal(f.panel[0].title, "lr=0.2");
    assert_string_equal(f.panel[1].title, "lr=0.1");
    assert_string_equal(f.panel[2].title, "");
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 2);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Trials of the mean line may lack the key of x, which stays a number. */
static void test_guide_without_x(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=none", 20);
    add_trial(&r, 1, "norm=none", 22);
    add_trial(&r, 0, "norm=batchnorm batch=8", 10);
    add_trial(&r, 0, "norm=batchnorm batch=2", 12);
    q.across = "none";
    figure_build(&q, &r, &f);
    assert_int_equal(f.categories, 0);
    assert_int_equal(f.count, 1);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 2);
    CLOSE(mean_at(&f, 0, 0, 1)->x, 8);
    assert_int_equal(f.guides, 1);
    CLOSE(f.guide[0].y, 21);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Names on the x axis; the baseline as a line of its own; only the trials of a cell. */
static void test_categories_and_guide(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=batchnorm place=before panel=a", 10);
    add_trial(&r, 0, "norm=batchnorm place=after panel=a", 12);
    add_trial(&r, 1, "norm=batchnorm place=before panel=a", 14);
    add_trial(&r, 0, "norm=none place=before panel=a", 20);
    add_trial(&r, 1, "norm=none place=before panel=a", 22);
    add_trial(&r, 0, "norm=none place=elsewhere panel=b", 99);
    q.x = "place";
    q.across = "none";
    q.only = "panel=a";
    figure_build(&q, &r, &f);
    assert_int_equal(f.categories, 2);
    assert_string_equal(f.category[0], "before");
    assert_string_equal(f.category[1], "after");
    assert_int_equal(f.panels, 1);
    assert_int_equal(f.guides, 1);
    CLOSE(f.guide[0].y, 21);
    assert_string_equal(f.guide[0].label, "none");
    assert_int_equal(f.count, 1);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 2);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 1);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 12);
    CLOSE(mean_at(&f, 0, 0, 1)->y, 12);
    assert_string_equal(f.panel[0].note, "");
    assert_true(f.template == PLOT_CATEGORIES);
    plot_figure_clear(&f);
    q.template = PLOT_MULTIPLES; /* of words these are points side by side, too */
    figure_build(&q, &r, &f);
    assert_true(f.template == PLOT_CATEGORIES);
    plot_figure_clear(&f);
    r.record[4].result.status = TRIAL_DIVERGED;
    figure_build(&q, &r, &f);
    CLOSE(f.guide[0].y, 20);
    assert_string_equal(f.panel[0].note, "none: 1 diverged");
    plot_figure_clear(&f);
    free_trials(&r);
}

/* A line is a point: medians over the seeds of a metric and of the measure; trials that diverged are told of. */
static void test_scatter(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    q.template = PLOT_SCATTER;
    q.x = "step_ms";
    for (int i = 0; i < 3; i++)
        add_trial(&r, i, "norm=batchnorm", 10 + i)->result.curve[METRIC_step_ms][1] = 2 + 4 * i;
    add_trial(&r, 0, "norm=none", 30)->result.curve[METRIC_step_ms][1] = 1;
    add_trial(&r, 1, "norm=none", 32); /* has no time: is not drawn */
    add_trial(&r, 2, "norm=none", NAN)->result.status = TRIAL_DIVERGED;
    figure_build(&q, &r, &f);
    assert_true(f.template == PLOT_SCATTER);
    assert_int_equal(f.categories, 0);
    assert_int_equal(f.count, 2);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 1);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 6);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 11);
    assert_true(isnan(mean_at(&f, 0, 0, 0)->low));
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 3);
    CLOSE(seed_at(&f, 0, 0, 2)->x, 10);
    CLOSE(seed_at(&f, 0, 0, 2)->y, 12);
    CLOSE(mean_at(&f, 0, 1, 0)->x, 1);
    CLOSE(mean_at(&f, 0, 1, 0)->y, 30);
    assert_int_equal(count_rows(&f, 0, 1, PLOT_UNSUCCESSFUL), 0);
    assert_string_equal(f.panel[0].note, "none: 1 diverged");
    plot_figure_clear(&f);
    r.record[0].result.curve[METRIC_step_ms][1] = 5; /* the mean would be 7 */
    figure_build(&q, &r, &f);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 6);
    assert_true(mean_at(&f, 0, 0, 0)->kind == PLOT_MEDIAN);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Values of the series that a request names are references in all panels. */
static void test_reference(void **state)
{
    static const char *const names[] = {"batchnorm", "groupnorm groups=4", NULL};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=batchnorm batch=2", 10);
    add_trial(&r, 0, "norm=none batch=2", 11);
    add_trial(&r, 0, "norm=\"groupnorm groups=4\" batch=2", 12);
    q.template = PLOT_MULTIPLES;
    for (int named = 0; named < 2; named++) {
        q.reference = named ? names : NULL;
        figure_build(&q, &r, &f);
        assert_int_equal(f.count, 3);
        assert_int_equal(f.series[0].reference, named);
        assert_false(f.series[1].reference);
        assert_int_equal(f.series[2].reference, named);
        plot_figure_clear(&f);
    }
    free_trials(&r);
}

/* Against the trial of the same seed, x and panel in the cell; that cell is not drawn. */
static void test_versus(void **state)
{
    static char *axes[] = {"norm", "batch"};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    r.axis = axes;
    r.axes = 2;
    add_trial(&r, 0, "norm=none batch=2", 10);
    add_trial(&r, 0, "norm=none batch=4", 100);
    add_trial(&r, 1, "norm=none batch=2", 40);
    add_trial(&r, 0, "norm=batchnorm batch=2", 12);
    add_trial(&r, 0, "norm=batchnorm batch=4", 150);
    add_trial(&r, 1, "norm=batchnorm batch=2", 44);
    add_trial(&r, 2, "norm=batchnorm batch=2", 7); /* has nothing to be compared with */
    q.baseline = "norm=none";
    q.y = FIGURE_OVERHEAD;
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    assert_int_equal(f.count, 1);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 15); /* of 20 and 10 */
    CLOSE(mean_at(&f, 0, 0, 1)->y, 50);
    CLOSE(f.guide[0].y, 0);
    assert_holds(f.caption, "; line at 0: none");
    plot_figure_clear(&f);
    q.y = FIGURE_DIFFERENCE;
    figure_build(&q, &r, &f);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 3); /* of 2 and 4 */
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Of what is compared with the cell, another cell alone is drawn. */
static void test_versus_drawn(void **state)
{
    static char *axes[] = {"norm", "batch", "pad"};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    r.axis = axes;
    r.axes = 3;
    add_trial(&r, 0, "norm=batchnorm batch=2 pad=0", 10);
    add_trial(&r, 0, "norm=batchnorm batch=2 pad=0.5", 11);
    add_trial(&r, 0, "norm=batchnorm batch=2 pad=0.75", 17);
    q.y = FIGURE_DIFFERENCE;
    q.baseline = "pad=0";
    q.compared = "pad=0.75";
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    assert_int_equal(f.count, 1);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 1);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 7);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* A training curve: the median at each point over the seeds that have one, and numbers printed elsewhere where the
 * panel holds a trial of their cell. */
static void test_curves(void **state)
{
    static const struct printed numbers[] = {{1, 55}, {0, 0}};
    static const struct printed_series printed[] = {
        {"norm=batchnorm", "printed there", numbers, false},
        {"norm=other", "absent", numbers, false},
        {0}};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct trial_result *result = &add_trial(&r, i, "norm=batchnorm", 0)->result;

        trial_result_clear(result);
        trial_result_init(result, 4, 2);
        for (int k = 1; k <= (i == 2 ? 1 : 4); k++) /* no value before training */
            result->curve[METRIC_test_error][k] = 10 * k + i;
    }
    r.record[2].result.status = TRIAL_DIVERGED;
    q.x = FIGURE_EPOCH;
    q.printed = printed;
    figure_build(&q, &r, &f);
    assert_int_equal(f.count, 2);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 4);
    CLOSE(mean_at(&f, 0, 0, 0)->x, 0.5);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 11);
    CLOSE(mean_at(&f, 0, 0, 3)->x, 2);
    CLOSE(mean_at(&f, 0, 0, 3)->y, 40.5);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    CLOSE(row_at(&f, 0, 0, PLOT_UNSUCCESSFUL, 0)->x, 1);
    assert_true(f.series[1].look == LOOK_PRINTED);
    assert_string_equal(f.series[1].label, "printed there");
    CLOSE(row_at(&f, 0, 1, PLOT_PRINTED, 0)->y, 55);
    plot_figure_clear(&f);
    for (int i = 0; i < 3; i++)
        r.record[i].result.curve[METRIC_test_error][0] = 90;
    figure_build(&q, &r, &f);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 5);
    plot_figure_clear(&f);
    q.skip_start = true;
    figure_build(&q, &r, &f);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_MEAN), 4);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Of a measure along an axis, a value for each seed. */
static void test_best_along_an_axis(void **state)
{
    static char *axes[] = {"norm", "batch", "lr"};
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    r.axis = axes;
    r.axes = 3;
    add_trial(&r, 0, "norm=batchnorm batch=2 lr=0.1", 30);
    add_trial(&r, 0, "norm=batchnorm batch=2 lr=1", 10);
    add_trial(&r, 1, "norm=batchnorm batch=2 lr=0.1", 20);
    add_trial(&r, 1, "norm=batchnorm batch=2 lr=1", 40);
    add_trial(&r, 0, "norm=batchnorm batch=4 lr=0.1", 0)->result.status = TRIAL_DIVERGED;
    q.of.how = MEASURE_BEST;
    q.of.along = "lr";
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 1);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 2);
    assert_holds(f.caption, ", 2 seeds: medians");
    CLOSE(mean_at(&f, 0, 0, 0)->y, 15);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    CLOSE(row_at(&f, 0, 0, PLOT_UNSUCCESSFUL, 0)->x, 4);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* The line of ratios is their median, too; a target that is not reached is no divergence; a trial that is compared
 * with a lost one is lost. */
static void test_ratios_and_losses(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=none batch=2", 1);
    add_trial(&r, 1, "norm=none batch=2", 100);
    add_trial(&r, 0, "norm=batchnorm batch=2", 7);
    add_trial(&r, 1, "norm=batchnorm batch=2", 7);
    q.of.ratio = true;
    figure_build(&q, &r, &f);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 50.5);
    assert_null(f.unsuccessful_word);
    plot_figure_clear(&f);
    q.of = (struct measure){.metric = METRIC_test_error, .how = MEASURE_STEPS_TO, .target = 50};
    figure_build(&q, &r, &f);
    assert_string_equal(f.unsuccessful_word, "not reached");
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    plot_figure_clear(&f);
    r.record[1].result.status = TRIAL_DIVERGED;
    q.of = (struct measure){.metric = METRIC_test_error};
    q.y = FIGURE_DIFFERENCE;
    q.baseline = "norm=none";
    figure_build(&q, &r, &f);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 6);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Panels by a key that has numbers are named with it, "all" among them, too. */
static void test_names_of_panels(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=none batch=2 train_count=2000", 1);
    add_trial(&r, 0, "norm=none batch=2 train_count=all", 1);
    q.panels = "train_count";
    figure_build(&q, &r, &f);
    assert_string_equal(f.panel[0].title, "train_count=2000");
    assert_string_equal(f.panel[1].title, "train_count=all");
    plot_figure_clear(&f);
    free_trials(&r);
}

/* Numbers on the x axis are categories under bars. */
static void test_bars_over_numbers(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=batchnorm batch=32", 12);
    add_trial(&r, 0, "norm=batchnorm batch=4", 10);
    q.template = PLOT_BARS;
    figure_build(&q, &r, &f);
    assert_true(f.template == PLOT_BARS);
    assert_int_equal(f.categories, 2);
    assert_string_equal(f.category[0], "4");
    CLOSE(mean_at(&f, 0, 0, 1)->x, 2);
    CLOSE(mean_at(&f, 0, 0, 1)->y, 12);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* A band of another metric: medians over seeds of both, NaN where a norm has none. */
static void test_a_metric_around_another(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    for (int seed = 0; seed < 2; seed++) {
        add_trial(&r, seed, seed ? "norm=batchnorm seed=1" : "norm=batchnorm seed=0", 5);
        for (int i = 0; i <= r.record[seed].result.points; i++) {
            r.record[seed].result.curve[METRIC_gamma_mean][i] = 1 + seed;
            r.record[seed].result.curve[METRIC_gamma_sd][i] = seed ? 0.5 : 0.25;
        }
    }
    q.x = FIGURE_EPOCH;
    q.of.metric = METRIC_gamma_mean;
    q.band_metric = METRIC_gamma_sd;
    figure_build(&q, &r, &f);
    assert_true(f.band);
    assert_holds(f.caption,
                 "2 seeds: medians, each seed a small mark; bands: one gamma_sd on both sides");
    assert_true(count_rows(&f, 0, 0, PLOT_MEAN) > 0);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 1.5);
    CLOSE(mean_at(&f, 0, 0, 0)->low, 1.5 - 0.375);
    CLOSE(mean_at(&f, 0, 0, 0)->high, 1.5 + 0.375);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* A heat map has cells for refused trials, also of a norm that has no others, and no note of them. */
static void test_heat_map(void **state)
{
    struct figure_request q = request();
    struct plot_figure f;
    struct results r = {0};

    (void)state;
    add_trial(&r, 0, "norm=none batch=4 seed=0", 12);
    add_trial(&r, 0, "norm=none batch=1 seed=0", 10);
    add_trial(&r, 1, "norm=none batch=1 seed=1", 14);
    for (int seed = 0; seed < 2; seed++)
        add_trial(&r, seed,
                  seed ? "norm=batchnorm batch=1 seed=1" : "norm=batchnorm batch=1 seed=0", 0)
            ->result.status = TRIAL_REFUSED;
    r.record[0].result.status = TRIAL_DIVERGED;
    q.template = PLOT_HEAT;
    figure_build(&q, &r, &f);
    assert_true(f.template == PLOT_HEAT);
    assert_string_equal(f.category[0], "1");
    assert_string_equal(f.panel[0].note, "");
    assert_non_null(strstr(f.caption, "2 seeds: medians"));
    assert_null(strstr(f.caption, "interval"));
    assert_int_equal(f.count, 2);
    CLOSE(mean_at(&f, 0, 0, 0)->y, 12);
    assert_true(isnan(mean_at(&f, 0, 0, 1)->y));
    assert_int_equal(count_rows(&f, 0, 0, PLOT_UNSUCCESSFUL), 1);
    assert_int_equal(count_rows(&f, 0, 1, PLOT_MEAN), 0);
    assert_int_equal(count_rows(&f, 0, 1, PLOT_REFUSED), 1);
    CLOSE(row_at(&f, 0, 1, PLOT_REFUSED, 0)->x, 1);
    CLOSE(row_at(&f, 0, 1, PLOT_REFUSED, 0)->y, 2);
    plot_figure_clear(&f);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure),
        cmocka_unit_test(test_swept_axis_makes_panels),
        cmocka_unit_test(test_guide_without_x),
        cmocka_unit_test(test_categories_and_guide),
        cmocka_unit_test(test_scatter),
        cmocka_unit_test(test_reference),
        cmocka_unit_test(test_versus),
        cmocka_unit_test(test_versus_drawn),
        cmocka_unit_test(test_curves),
        cmocka_unit_test(test_best_along_an_axis),
        cmocka_unit_test(test_ratios_and_losses),
        cmocka_unit_test(test_names_of_panels),
        cmocka_unit_test(test_bars_over_numbers),
        cmocka_unit_test(test_a_metric_around_another),
        cmocka_unit_test(test_heat_map),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
