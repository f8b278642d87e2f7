/* Bars from zero, and bands that are data. */
#include "figures.h"

/* Three categories: n series in each, or, alone, one series for each. */
static struct plot_figure make_bars(int n, bool alone)
{
    const char *name[] = {"mlp", "net_2 {b}", "resnet"};
    struct plot_figure f = make_figure("cost", 1, n, alone ? 1 : 3);

    f.template = PLOT_BARS;
    f.y_log10 = true;
    f.category = xcalloc(3, sizeof *f.category);
    f.categories = 3;
    for (int i = 0; i < 3; i++)
        f.category[i] = xstrdup(name[i]);
    for (int i = 0; i < f.rows; i++)
        f.row[i].x = alone ? f.row[i].series + 1 : log2(f.row[i].x);
    return f;
}

static void test_bars(void **state)
{
    char *folder = test_path("bars/x"), *text;
    struct plot_figure f = make_bars(2, false);
    struct plot_row *p;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    p = mean_at(&f, 0, 1, 0);
    *p = (struct plot_row){PLOT_MEAN, 0, 1, 1, -7, -9, -5};
    p = mean_at(&f, 0, 1, 2);
    *p = (struct plot_row){PLOT_MEAN, 0, 1, 3, NAN, NAN, NAN};
    lose(&f, 0, 1, 3, 3);
    text = terminal_text(&f, folder, 100);
    assert_non_null(strstr(text, "net_2 {b}"));
    assert_non_null(strstr(text, "diverged: series 1 3 at ResNet"));
    assert_null(strstr(text, "log scale"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "cost", "gp", &n);
    assert_non_null(strstr(text, "\nmean 1 -7 -9 -5\n"));
    assert_holds(text, "template = 'bars';");
    assert_holds(text, "\nlost 3 3 NaN NaN\nEOD\n");
    free(text);
    text = read_part(folder, "cost", "csv", &n);
    assert_non_null(strstr(text, "\nnet 1,series 1,mean,mlp,-7,-9,-5\n"));
    assert_non_null(strstr(text, "\nnet 1,series 1,mean,resnet,,,\n"));
    free(text);
    free(folder);
}

/* Zero is on the axis, far as it is from the means. */
static void test_bars_begin_at_zero(void **state)
{
    char *folder = test_path("zero/x"), *text;
    struct plot_figure f = make_bars(2, false);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "cost", "svg", &n);
    assert_holds(text, "<text>0</text>");
    free(text);
    plot_figure_clear(&f);
    free(folder);
}

/* Series that share no category stand in its middle; a key that repeats the names below the axes is left out. */
static void test_bars_alone(void **state)
{
    char *folder = test_path("alone/x"), *text;
    struct plot_figure f = make_bars(3, true);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int s = 0; s < 3; s++)
        replace(&f.series[s].label, f.category[s]);
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "cost", "svg", &n);
    assert_int_equal(occurrences(text, ">ResNet<"), 1);
    free(text);
    plot_figure_clear(&f);
    free(folder);
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
            struct plot_row *q = mean_at(&f, 0, s, i);

            q->y = q->low = q->high = NAN;
            remove_rows(&f, 0, s, PLOT_SEED);
            lose(&f, 0, s, i + 1, 3);
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
    assert_holds(text, "band = 1\n");
    free(text);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bars),
        cmocka_unit_test(test_bars_begin_at_zero),
        cmocka_unit_test(test_bars_alone),
        cmocka_unit_test(test_odd_bars),
        cmocka_unit_test(test_bands_with_edges),
    };

    return cmocka_run_group_tests_name("plot_bars", tests, NULL, NULL);
}
