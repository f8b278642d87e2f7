/* What a figure's axes show: ranges, ticks and how these are written. */
#include "figures/plot_axis.h"
#include "figures/plot_guide.h"
#include "figures/plot_text.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>

/* The axes of a figure of n panels, panel p with y from low[p] to high[p]. */
static void axes_between(int n, const double *low, const double *high, bool log10, struct axis *x,
                         struct axis *y)
{
    struct plot_point point[2][2];
    struct plot_series series[2];
    struct plot_panel panel[2];
    struct plot_figure f = {.x_log = 2, .y_log10 = log10, .panel = panel, .panels = n};

    for (int p = 0; p < n; p++) {
        point[p][0] = (struct plot_point){2, low[p], NAN, NAN, false};
        point[p][1] = (struct plot_point){4, high[p], NAN, NAN, false};
        series[p] = (struct plot_series){.point = point[p], .points = 2};
        panel[p] = (struct plot_panel){.series = &series[p], .count = 1};
    }
    plot_axes(&f, x, y);
}

static void assert_ticks(const struct axis *a, int n, const double *want)
{
    assert_int_equal(a->ticks, n);
    for (int i = 0; i < n; i++)
        assert_true(fabs(a->tick[i] - want[i]) <= 1e-12 * fabs(want[i]));
}

static void test_axes(void **state)
{
    struct axis x[2], y[2];

    (void)state;
    axes_between(1, (double[]){7}, (double[]){80}, true, x, y);
    assert_true(y[0].log && y[0].low < 7 && y[0].high > 80);
    assert_ticks(&y[0], 4, (double[]){10, 20, 30, 50});
    axes_between(1, (double[]){8}, (double[]){12}, true, x, y);
    assert_ticks(&y[0], 5, (double[]){8, 9, 10, 11, 12});
    axes_between(1, (double[]){0}, (double[]){12}, true, x, y);
    assert_true(!y[0].log && y[0].low == 0);
    axes_between(1, (double[]){3}, (double[]){90}, false, x, y);
    assert_true(!y[0].log && y[0].low == 0);
    axes_between(1, (double[]){80}, (double[]){90}, false, x, y);
    assert_true(y[0].low > 79 && y[0].low < 80 && y[0].high > 90 && y[0].high < 91);
    /* A single value is no reason for ticks far above it. */
    for (int log = 0; log < 2; log++) {
        axes_between(1, (double[]){100}, (double[]){100}, log, x, y);
        assert_true(!y[0].log && y[0].high > 100);
        assert_ticks(&y[0], 3, (double[]){0, 50, 100});
    }
    axes_between(1, (double[]){0}, (double[]){0}, false, x, y);
    assert_true(y[0].low == 0 && y[0].high > 0);
    axes_between(2, (double[]){100, 1}, (double[]){100, 9}, true, x, y);
    assert_true(y[0].log && y[0].low < 100 && y[0].tick[y[0].ticks - 1] < 120);
    /* Alike panels share a range, others do not. */
    axes_between(2, (double[]){10, 12}, (double[]){20, 24}, false, x, y);
    assert_true(y[0].low == y[1].low && y[0].high == y[1].high);
    axes_between(2, (double[]){10, 60}, (double[]){20, 90}, false, x, y);
    assert_true(y[0].high < 25 && y[1].low > 50);
    axes_between(2, (double[]){10, NAN}, (double[]){20, NAN}, false, x, y);
    assert_true(y[1].empty && y[1].low == y[0].low && y[1].ticks == y[0].ticks);
    assert_ticks(&x[0], 2, (double[]){2, 4});
    assert_true(x[0].log && x[0].low < 2 && x[0].high > 4);
}

static void test_log_ticks(void **state)
{
    struct axis x, y;

    (void)state;
    axes_between(1, (double[]){13}, (double[]){60}, true, &x, &y);
    assert_ticks(&y, 5, (double[]){15, 20, 30, 40, 60});
    axes_between(1, (double[]){1}, (double[]){3.5}, true, &x, &y);
    assert_ticks(&y, 5, (double[]){1, 1.2, 1.5, 2, 3});
    axes_between(1, (double[]){1}, (double[]){900}, true, &x, &y);
    assert_ticks(&y, 10, (double[]){1, 2, 5, 10, 20, 50, 100, 200, 500, 1000});
    axes_between(1, (double[]){1e-9}, (double[]){1e9}, true, &x, &y);
    assert_true(y.ticks >= 5 && y.ticks <= 10);
    for (double high = 1.05; high < 1e12; high *= 1.07) {
        axes_between(1, (double[]){1}, &high, true, &x, &y);
        assert_true(y.log && y.ticks >= 2);
        for (int i = 1; i < y.ticks; i++) /* inches */
            assert_true(AXIS_Y_INCHES * (axis_part(&y, y.tick[i]) - axis_part(&y, y.tick[i - 1])) >
                        0.15);
    }
}

static void test_one_series_does_not_squash_the_rest(void **state)
{
    struct plot_point low[12], high[2] = {{2, 9, NAN, NAN, false}, {4, 10, NAN, NAN, false}};
    struct plot_series series[] = {{.point = low, .points = 12}, {.point = high, .points = 2}};
    struct plot_panel panel = {.series = series, .count = 2};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x, y;

    (void)state;
    for (int i = 0; i < 12; i++)
        low[i] = (struct plot_point){i, 8 + 0.1 * i, NAN, NAN, false};
    plot_axes(&f, &x, &y);
    assert_false(y.log);
    high[0].y = 90;
    high[1].y = 80;
    plot_axes(&f, &x, &y);
    assert_true(y.log);
    low[3].y = 0; /* has no logarithm */
    plot_axes(&f, &x, &y);
    assert_false(y.log);
}

static void test_ticks_stand_apart(void **state)
{
    struct plot_point point[41];
    struct plot_series series = {.point = point, .points = 41};
    struct plot_panel panel = {.series = &series, .count = 1};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x, y;

    (void)state;
    for (int i = 0; i < 41; i++)
        point[i] = (struct plot_point){i, 1e-3 * i, NAN, NAN, false};
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 5, (double[]){0, 10, 20, 30, 40});
    series.points = 4; /* 0 to 3: just these */
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 4, (double[]){0, 1, 2, 3});
    point[3].x = 40; /* 1 and 2 are too near to one another then */
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 5, (double[]){0, 10, 20, 30, 40});
    point[1].x = 20;
    point[2].x = 30;
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 4, (double[]){0, 20, 30, 40});
    for (int i = 0; i < 4; i++)
        point[i].x = 0.001 * pow(3, i); /* learning rates, say, that are no powers of two */
    series.points = 4;
    f.x_log = 2;
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 4, (double[]){0.001, 0.003, 0.009, 0.027});
    f.x_log = 0;
    for (int i = 0; i < 41; i++)
        point[i].x = 123456000 + i; /* labels of nine digits */
    series.points = 41;
    plot_axes(&f, &x, &y);
    assert_ticks(&x, 3, (double[]){123456000, 123456020, 123456040});
    for (int i = 0; i < 21; i++)
        point[i].x = exp2(i); /* to 1048576 */
    series.points = 21;
    f.x_log = 2;
    plot_axes(&f, &x, &y);
    assert_true(x.log);
    assert_ticks(&x, 6, (double[]){1, 16, 256, 4096, 65536, 1048576});
}

/* The axis of n values from `from` on, each `times` the one before. */
static struct axis decades(double from, double times, int n)
{
    struct plot_point point[40];
    struct plot_series series = {.point = point, .points = n};
    struct plot_panel panel = {.series = &series, .count = 1};
    struct plot_figure f = {.panel = &panel, .panels = 1, .x_log = 10};
    struct axis x, y;

    for (int i = 0; i < n; i++, from *= times)
        point[i] = (struct plot_point){from, 1 + i, NAN, NAN, false};
    plot_axes(&f, &x, &y);
    assert_int_equal(x.log, 10);
    return x;
}

static void assert_label(const struct axis *a, int tick, const char *want)
{
    char *label = axis_label(a, a->tick[tick]);

    assert_string_equal(label, want);
    free(label);
}

static void test_decades(void **state)
{
    struct axis x = decades(0.0015, 1.5, 20); /* to 3.3 */

    (void)state;
    assert_ticks(&x, 3, (double[]){0.01, 0.1, 1});
    assert_label(&x, 0, "0.01");
    x = decades(0.095, 1.28, 20); /* to 10.3; there is room for 0.2 and 0.5 */
    assert_ticks(&x, 3, (double[]){0.1, 1, 10});
    x = decades(0.0125, 2, 6); /* few values, so they have ticks */
    assert_ticks(&x, 6, (double[]){0.0125, 0.025, 0.05, 0.1, 0.2, 0.4});
    x = decades(0.021, 1.1, 20); /* to 0.13: no two decades */
    assert_true(x.ticks >= 3 && x.ticks < 8);
    x = decades(1e-8, 10, 9);
    assert_ticks(&x, 5, (double[]){1e-8, 1e-6, 1e-4, 0.01, 1});
    assert_label(&x, 0, "10\xe2\x81\xbb\xe2\x81\xb8");
    assert_label(&x, 4, "10\xe2\x81\xb0");
    x = decades(3e-5, 10, 3);
    assert_label(&x, 0,
                 "3\xc3\x97"
                 "10\xe2\x81\xbb\xe2\x81\xb5");
    x = decades(1e-20, 10, 40);
    assert_true(x.ticks >= 5 && x.ticks <= 10);
    for (double times = 1.1; times < 30; times *= 1.03) {
        x = decades(1e-7, times, 12);
        assert_true(x.ticks >= 2);
        for (int i = 1; i < x.ticks; i++) {
            char *label = axis_label(&x, x.tick[i]);
            double apart = axis_part(&x, x.tick[i]) - axis_part(&x, x.tick[i - 1]);

            assert_true(apart * x.inches > 0.8 * plot_text_width(label, POINTS_TEXT));
            free(label);
        }
    }
}

static void test_axes_reach_guides(void **state)
{
    struct plot_point point[] = {{1, 40, NAN, NAN, false}, {2, 60, NAN, NAN, false}};
    struct plot_series series = {.point = point, .points = 2};
    struct plot_guide guide[] = {{100, "chance"}, {NAN, "none"}, {0, "zero"}};
    struct plot_panel panel = {.series = &series, .count = 1, .guide = guide, .guides = 2};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x, y;

    (void)state;
    plot_axes(&f, &x, &y);
    assert_true(y.low > 30 && y.high > 100 && !y.empty);
    panel.guides = 3;
    plot_axes(&f, &x, &y);
    assert_true(y.low == 0 && guide_shown(&guide[0], &y) && !guide_shown(&guide[1], &y) &&
                guide_shown(&guide[2], &y));
    f.y_log10 = true; /* has no place for zero, and is logarithmic all the same */
    plot_axes(&f, &x, &y);
    assert_true(y.log && y.low > 30 && !guide_shown(&guide[2], &y));
    series.points = 0;
    plot_axes(&f, &x, &y);
    assert_true(y.empty && !y.blank && y.high > 100);
}

/* An axis holds the bands, of lines and over categories, but not those of values printed elsewhere. */
static void test_axes_hold_bands(void **state)
{
    struct plot_point point[] = {{1, 40, 39, 41, false}, {2, 60, 59, 63, false}};
    struct plot_series series = {.point = point, .points = 2};
    struct plot_panel panel = {.series = &series, .count = 1};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x, y;

    (void)state;
    for (f.categories = 0; f.categories <= 2; f.categories += 2) {
        point[0].low = 39;
        point[1].high = 63;
        plot_axes(&f, &x, &y);
        assert_true(y.low > 37 && y.low < 39 && y.high > 63 && y.high < 65);
        point[0].low = -100;
        point[1].high = 900;
        plot_axes(&f, &x, &y);
        assert_true(y.low < -100 && y.low > -200 && y.high > 900 && y.high < 1000);
    }
    point[1].high = NAN; /* half a band is none */
    plot_axes(&f, &x, &y);
    assert_true(y.high < 70);
    point[0].y = 2; /* a positive mean is no reason for zero or less on a logarithmic axis */
    f.categories = 0;
    f.y_log10 = true;
    plot_axes(&f, &x, &y);
    assert_true(y.log && y.low < 2 && y.low > 1);
    series.marks = true;
    plot_axes(&f, &x, &y);
    assert_true(y.low > 1.5 && y.high < 80);
}

static void test_a_curve_has_no_points_of_seeds(void **state)
{
    struct plot_point point[16];
    double seed[] = {1, 900};
    struct plot_series series = {.point = point, .points = 15, .seed = (void *)seed, .seeds = 1};
    struct plot_panel panel = {.series = &series, .count = 1};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x, y;

    (void)state;
    for (int i = 0; i < 16; i++)
        point[i] = (struct plot_point){i, 8 + i, NAN, NAN, false};
    plot_axes(&f, &x, &y);
    assert_true(y.high > 900);
    series.points = 16;
    plot_axes(&f, &x, &y);
    assert_true(y.high < 30);
    series.seed_lines = true;
    plot_axes(&f, &x, &y);
    assert_true(y.high > 900);
    f.categories = 16; /* many, and yet no curve */
    plot_axes(&f, &x, &y);
    assert_true(y.high > 900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_axes),
        cmocka_unit_test(test_log_ticks),
        cmocka_unit_test(test_one_series_does_not_squash_the_rest),
        cmocka_unit_test(test_ticks_stand_apart),
        cmocka_unit_test(test_decades),
        cmocka_unit_test(test_axes_reach_guides),
        cmocka_unit_test(test_axes_hold_bands),
        cmocka_unit_test(test_a_curve_has_no_points_of_seeds),
    };

    return cmocka_run_group_tests_name("plot_axis", tests, NULL, NULL);
}
