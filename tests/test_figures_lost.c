/* Figures of results that lack something: curves, or trials. */
#include "figures/figure.h"
#include "rows.h"
#include "support.h"
#include "trials.h"
#include <math.h>

static struct figure_request over_training(void)
{
    return (struct figure_request){.name = "gammas",
                                   .title = "",
                                   .x_label = "",
                                   .y_label = "",
                                   .series = "norm",
                                   .x = FIGURE_EPOCH,
                                   .of.metric = METRIC_gamma_mean};
}

/* Panels of the figure, and what building it said, in a new string. */
static int built(const struct figure_request *q, const struct results *r, char **said)
{
    struct plot_figure f;
    int panels;

    capture_stderr();
    figure_build(q, r, &f);
    *said = captured_stderr();
    panels = f.panels;
    plot_figure_clear(&f);
    return panels;
}

/* Final values alone are no curve, nor does a diverged trial then end before it started. */
static void test_curve_left_out(void **state)
{
    struct figure_request q = over_training();
    struct results r = {0};
    char *said;

    (void)state;
    add_trial(&r, 0, "norm=batchnorm", 1)->result.curve[METRIC_gamma_mean][1] = 1;
    add_trial(&r, 1, "norm=batchnorm", NAN)->result.status = TRIAL_DIVERGED;
    assert_int_equal(built(&q, &r, &said), 1);
    assert_string_equal(said, "");
    free(said);
    r.left_out[METRIC_gamma_mean] = true;
    assert_int_equal(built(&q, &r, &said), 0);
    assert_non_null(strstr(said, "figure gammas"));
    assert_non_null(strstr(said, "no curves of gamma_mean"));
    free(said);
    q.of.metric = METRIC_test_error;
    assert_int_equal(built(&q, &r, &said), 1);
    free(said);
    q.band_metric = METRIC_gamma_mean;
    assert_int_equal(built(&q, &r, &said), 0);
    free(said);
    q.band_metric = 0;
    q.of.metric = METRIC_gamma_mean;
    q.x = "norm"; /* of final values all are there */
    assert_int_equal(built(&q, &r, &said), 1);
    assert_string_equal(said, "");
    free(said);
    free_trials(&r);
}

/* A row that a panel of a heat map has no trials of. */
static void test_heat_row_of_another_panel(void **state)
{
    struct figure_request q = over_training();
    struct results r = {0};
    struct plot_figure f;

    (void)state;
    q.x = "batch";
    q.of.metric = METRIC_test_error;
    q.panels = "net";
    q.template = PLOT_HEAT;
    add_trial(&r, 0, "net=a norm=batchnorm batch=2", 1);
    add_trial(&r, 0, "net=b norm=layernorm batch=2", 2);
    figure_build(&q, &r, &f);
    assert_int_equal(f.panels, 2);
    assert_int_equal(f.count, 2);
    for (int i = 0; i < 2; i++)
        for (int s = 0; s < 2; s++)
            assert_int_equal(count_rows(&f, i, s, PLOT_MEAN), i == s);
    plot_figure_clear(&f);
    free_trials(&r);
}

/* The caption says how many seeds lines have. Many x make a curve, whose band is the range of the seeds; where it has
 * none, as some seeds fail, each seed is a point. */
static void test_seeds_of_lines(void **state)
{
    struct figure_request q = over_training();
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
    q.x = "batch";
    q.of.metric = METRIC_test_error;
    figure_build(&q, &r, &f);
    assert_holds(f.caption, "4 to 5 seeds: means");
    assert_true(f.curve && !f.seed_lines);
    assert_int_equal(f.seeds, 5);
    assert_int_equal(count_rows(&f, 0, 0, PLOT_SEED), 0);
    assert_true(mean_at(&f, 0, 0, 2)->low == 10 && mean_at(&f, 0, 0, 2)->high == 14);
    assert_int_equal(count_rows(&f, 0, 1, PLOT_SEED), 4 * 14);
    assert_true(mean_at(&f, 0, 1, 2)->kind == PLOT_MEDIAN);
    plot_figure_clear(&f);
    free_trials(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_curve_left_out),
        cmocka_unit_test(test_heat_row_of_another_panel),
        cmocka_unit_test(test_seeds_of_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
