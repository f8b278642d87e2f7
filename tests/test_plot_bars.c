/* Bars from zero, and bands that are data. */
#include "figures.h"
#include "figures/plot_axis.h"
#include "figures/plot_dodge.h"
#include "figures/plot_guide.h"

/* Three categories: n series in each, or, alone, one series for each. */
static struct plot_figure make_bars(int n, bool alone)
{
    const char *name[] = {"mlp", "net_2 {b}", "resnet"};
    struct plot_figure f = make_figure("cost", 1, n, alone ? 1 : 3);

    f.bars = true;
    f.y_log10 = true;
    f.category = xcalloc(3, sizeof *f.category);
    f.categories = 3;
    for (int i = 0; i < 3; i++)
        f.category[i] = xstrdup(name[i]);
    for (int s = 0; s < n; s++) {
        struct plot_series *q = &f.panel[0].series[s];

        for (int i = 0; i < q->points; i++)
            q->point[i].x = alone ? s + 1 : i + 1;
        for (int i = 0; i < q->seeds; i++)
            q->seed[i][0] = alone ? s + 1 : i / 3 + 1;
    }
    return f;
}

static void test_bars(void **state)
{
    char *folder = test_path("bars/x"), *text;
    struct plot_figure f = make_bars(2, false);
    struct plot_series *s = f.panel[0].series;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    s[1].point[0] = (struct plot_point){1, -7, -9, -5, false};
    s[1].point[2] = (struct plot_point){3, NAN, NAN, NAN, false};
    s[1].lost[0][0] = s[1].lost[0][1] = 3;
    s[1].losts = 1;
    text = terminal_text(&f, folder, 100);
    assert_non_null(strstr(text, "net_2 {b}"));
    assert_non_null(strstr(text, "diverged: series 1 3 at resnet"));
    assert_null(strstr(text, "log scale"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "cost", "gp", &n);
    assert_non_null(strstr(text, "\n1 -7 -9 -5\n"));
    assert_non_null(strstr(text, "$p1s1 using ($1-0.2000):2:(0.3440) with boxes lt line[1] "));
    assert_int_equal(occurrences(text, " with boxes "), 2);
    assert_int_equal(occurrences(text, " with yerrorbars "), 2);
    assert_int_equal(occurrences(text, "_seeds using"), 2);
    assert_non_null(strstr(text, "set arrow from graph 0, first 0 to graph 1, first 0 nohead"));
    assert_non_null(strstr(text, "eval lost(2, 3.2, "));
    assert_null(strstr(text, "; set logscale y"));
    free(text);
    text = read_part(folder, "cost", "csv", &n);
    assert_non_null(strstr(text, "\nnet 1,series 1,mean,mlp,-7,-9,-5\n"));
    assert_non_null(strstr(text, "\nnet 1,series 1,mean,resnet,,,\n"));
    free(text);
    free(folder);
}

/* The y axis begins at zero, whatever the values and the wish for a logarithmic one. */
static void test_bars_begin_at_zero(void **state)
{
    struct plot_figure f = make_bars(2, false);
    struct axis x, y;

    (void)state;
    plot_axes(&f, &x, &y);
    assert_int_equal(y.log, 0);
    assert_true(y.low == 0 && y.high > 10);
    for (int i = 0; i < 3; i++)
        for (int s = 0; s < 2; s++)
            f.panel[0].series[s].point[i] = (struct plot_point){i + 1, -20 - i, NAN, NAN, false};
    f.panel[0].series[0].seeds = f.panel[0].series[1].seeds = 0;
    plot_axes(&f, &x, &y);
    assert_true(y.low < -22 && y.high >= 0 && y.high < 3);
    /* Nothing but lost trials: no range of its own. */
    for (int i = 0; i < 3; i++)
        for (int s = 0; s < 2; s++)
            f.panel[0].series[s].point[i].y = NAN;
    plot_axes(&f, &x, &y);
    assert_true(y.blank && y.empty);
    plot_figure_clear(&f);
}

/* Series share a category side by side; those that share none stand in its middle, as bars or as points. */
static void test_places_of_bars(void **state)
{
    struct plot_figure f = make_bars(3, false);
    struct dodge d[3];

    (void)state;
    for (int s = 0; s < 3; s++)
        d[s] = plot_dodge(&f, &f.panel[0], s);
    assert_true(d[0].lost < d[1].lost && d[1].lost < d[2].lost && d[1].lost == 0);
    assert_true(d[0].lost + d[0].width < d[1].lost && d[0].lost - d[0].width / 2 > -0.5);
    assert_true(d[0].seeds < d[0].lost && d[0].mean > d[0].lost);
    plot_figure_clear(&f);
    f = make_bars(3, true);
    for (int s = 0; s < 3; s++) {
        d[s] = plot_dodge(&f, &f.panel[0], s);
        assert_true(d[s].lost == 0 && d[s].width > 0.3);
    }
    f.bars = false;
    for (int s = 0; s < 3; s++)
        assert_true(plot_dodge(&f, &f.panel[0], s).lost == 0);
    f.panel[0].series[0].lost[0][0] =
        f.panel[0].series[1].point[0].x; /* diverged where another stands */
    f.panel[0].series[0].losts = 1;
    assert_true(plot_dodge(&f, &f.panel[0], 0).lost < plot_dodge(&f, &f.panel[0], 1).lost);
    plot_figure_clear(&f);
}

/* The label of a line at zero keeps off the bars, also off their middles, where nothing else is. */
static void test_a_guide_beside_bars(void **state)
{
    struct plot_figure f = make_bars(2, false);
    struct guide_place place;
    struct layout l;

    (void)state;
    f.panel[0].guide = xcalloc(1, sizeof *f.panel[0].guide);
    f.panel[0].guide[f.panel[0].guides++] = (struct plot_guide){0, xstrdup("none")};
    for (int s = 0; s < 2; s++)
        for (int i = 0; i < 3; i++) {
            double up = i == 0 ? 900 : i == 1 ? -900 : 1000;

            f.panel[0].series[s].seeds = 0;
            f.panel[0].series[s].point[i] = (struct plot_point){i + 1, up, up - 1, up + 1, false};
        }
    layout_init(&l, &f);
    guide_labels(&f, &l, 0, &place);
    assert_true(place.below && (place.along == 1 || place.along == 0));
    layout_release(&l, &f);
    f.panel[0].series[0].point[2].y = f.panel[0].series[1].point[2].y = -900;
    layout_init(&l, &f);
    guide_labels(&f, &l, 0, &place);
    assert_false(place.below && place.along == 1);
    layout_release(&l, &f);
    plot_figure_clear(&f);
}

static void test_odd_bars(void **state)
{
    char *folder = test_path("odd/x");
    struct plot_figure f = make_bars(9, false);

    (void)state;
    skip_without_gnuplot();
    write_and_redraw(&f, folder);
    f = make_bars(3, true);
    write_and_redraw(&f, folder);
    f = make_bars(0, false);
    write_and_redraw(&f, folder);
    f = make_bars(2, false);
    for (int s = 0; s < 2; s++) /* all lost */
        for (int i = 0; i < 3; i++) {
            struct plot_series *q = &f.panel[0].series[s];

            q->point[i].y = q->point[i].low = q->point[i].high = NAN;
            q->seeds = 0;
            q->lost[i][0] = i + 1;
            q->lost[i][1] = 3;
            q->losts = 3;
        }
    write_and_redraw(&f, folder);
    free(folder);
}

/* Bands that lie one upon the other have edges. */
static void test_bands_with_edges(void **state)
{
    char *folder = test_path("band/x"), *text;
    struct plot_figure f = make_figure("gamma", 1, 2, 20);
    size_t n;

    (void)state;
    f.band = true;
    skip_without_gnuplot();
    write_and_redraw(&f, folder);
    text = read_part(folder, "gamma", "gp", &n);
    assert_non_null(strstr(text, "low and high end of its band;"));
    assert_int_equal(occurrences(text, "with filledcurves"), 2);
    assert_int_equal(occurrences(text, "with lines lt line[2] lw 0.6"), 2);
    free(text);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_bars_begin_at_zero),
        cmocka_unit_test(test_places_of_bars),
        cmocka_unit_test(test_odd_bars),
        cmocka_unit_test(test_a_guide_beside_bars),
        cmocka_unit_test(test_bands_with_edges),
    };

    return cmocka_run_group_tests_name("plot_bars", tests, NULL, NULL);
}
