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
    r.left_out[METRIC_train_loss] = true; /* is 0, and as a band 0 means none */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_curve_left_out),
        cmocka_unit_test(test_heat_row_of_another_panel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
