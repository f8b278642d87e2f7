/* Heat maps: what cells show, how numbers are written, and where things stand. */
#include "figures.h"

/* n rows and m columns; the mean of row s in column c is 10 s + c. */
static struct plot_figure make_map(int panels, int n, int m)
{
    struct plot_figure f = make_figure("map", panels, n, m);

    f.template = PLOT_HEAT;
    f.category = xcalloc((size_t)m, sizeof *f.category);
    f.categories = m;
    for (int i = 0; i < m; i++)
        f.category[i] = format_new("%g", pow(10, i - 5));
    for (int p = 0; p < panels; p++)
        for (int s = 0; s < n; s++)
            for (int i = 0; i < m; i++)
                *mean_at(&f, p, s, i) =
                    (struct plot_row){PLOT_MEAN, p, s, i + 1, 10 * s + i + 1, 0, 99};
    for (int i = 0; i < f.rows; i++)
        f.row[i].x = f.row[i].kind == PLOT_SEED ? log2(f.row[i].x) : f.row[i].x;
    return f;
}

static void refuse(struct plot_figure *f, int row, int column, int n)
{
    plot_add_row(f, (struct plot_row){PLOT_REFUSED, 0, row, column, n, NAN, NAN});
}

static void test_cells(void **state)
{
    char *folder = test_path("cells/x"), *text;
    struct plot_figure f = make_map(2, 3, 4);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    lose(&f, 0, 0, 2, 3);
    mean_at(&f, 0, 0, 1)->y = NAN;
    lose(&f, 0, 1, 3, 1);
    lose(&f, 0, 1, 4, 2);
    refuse(&f, 1, 4, 5);
    refuse(&f, 1, 1, 1);
    remove_rows(&f, 1, 2, PLOT_MEAN);
    mean_at(&f, 0, 2, 3)->y = NAN;
    refuse(&f, 2, 4, 2);
    replace(&f.series[2].label, "a_b {^'c");
    text = terminal_text(&f, folder, 100);
    assert_holds(text, "a_b {^'c");
    assert_holds(text, "13.0");
    assert_holds(text, "23.0");
    assert_holds(text, "n trials diverged");
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "map", "gp", &n);
    assert_holds(text, "\nlost 2 3 NaN NaN\n");
    assert_holds(text, "\nrefused 4 5 NaN NaN\n");
    free(text);
    text = read_part(folder, "map", "svg", &n);
    assert_holds(text, "\xc3\x97n: n trials diverged");
    assert_holds(text, ">\xc3\x97"
                       "3<");
    assert_holds(text, "refused");
    assert_int_equal(occurrences(text, ">13.0<"), 2);
    assert_int_equal(occurrences(text, ">2.00<") + occurrences(text, ">2.0<"),
                     1); /* the other is lost */
    assert_holds(text, ">\xc3\x97"
                       "2 \xe2\x80\x93<"); /* lost and refused beside a mean */
    assert_holds(text, "a_b {^'c");
    free(text);
    text = read_part(folder, "map", "csv", &n);
    assert_non_null(strstr(text, "\nnet 1,series 1,mean,1e-05,11,0,99\n"));
    assert_non_null(strstr(text, "\nnet 1,series 0,diverged,0.0001,3,,\n"));
    assert_non_null(strstr(text, "\nnet 1,a_b {^'c,refused,0.01,2,,\n"));
    free(text);
    free(folder);
}

/* A panel has no column for a category without values. */
static void test_columns_of_panels(void **state)
{
    char *folder = test_path("columns/x"), *text;
    struct plot_figure f = make_map(2, 3, 4);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int s = 0; s < 3; s++)
        mean_at(&f, 1, s, 2)->y = NAN;
    lose(&f, 1, 1, 2, 3); /* a column of unsuccessful trials stays */
    for (int s = 0; s < 3; s++)
        mean_at(&f, 1, s, 1)->y = NAN;
    write_and_redraw(&f, folder);
    text = read_part(folder, "map", "svg", &n);
    assert_int_equal(occurrences(text, ">0.0001<"), 2);
    assert_int_equal(occurrences(text, ">0.001<"), 1);
    assert_int_equal(occurrences(text, ">0.01<"), 2);
    assert_int_equal(occurrences(text, ">4.00<") + occurrences(text, ">4.0<"), 2);
    free(text);
    free(folder);
}

/* The ink stands out on every colour, by WCAG's formula, and the ramp gets lighter all the way. */
static void test_ink_and_ramp(void **state)
{
    char *folder = test_path("ink/x"), *command, *out, *rest;
    double before = -1;
    struct plot_figure f = make_map(1, 2, 2);
    int n = 0;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(plot_write(&f, folder, ""), 0);
    command = format_new(
        "cd '%s' && gnuplot --default-settings -e \"term = ''; load 'map.gp'; set print '-'; set terminal unknown; "
        "plot [0:1] '+' using 1:1:1 with points lc palette; "
        "do for [i=0:20] { c = palette(i/20.0); print sprintf('%%d %%d', c, heat_ink(i/20.0)) }\"",
        folder);
    assert_int_equal(run_command(command, &out, NULL), 0);
    for (char *line = strtok_r(out, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        int rgb, ink;
        double light = 0, weight[] = {0.0722, 0.7152, 0.2126};

        assert_int_equal(sscanf(line, "%d %d", &rgb, &ink), 2);
        for (int i = 0; i < 3; i++) {
            double c = ((rgb >> (8 * i)) & 255) / 255.0;

            light += weight[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
        }
        assert_true(light > before);
        assert_true(ink ? 1.05 / (light + 0.05) > 4.4 : (light + 0.05) / 0.05 > 4.4);
        before = light;
        n++;
    }
    assert_int_equal(n, 21);
    plot_figure_clear(&f);
    free(command);
    free(out);
    free(folder);
}

/* As many digits as all numbers need, or as count over decades, and as there is room for. */
static void test_numbers(void **state)
{
    char *folder = test_path("numbers/x"), *text;
    struct plot_figure f = make_map(1, 2, 2);
    struct plot_row *v = mean_at(&f, 0, 1, 0);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    v[0].y = 9.96;
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "map", "svg", &n);
    assert_holds(text, ">10.0<");
    free(text);
    f.y_log10 = true;
    v[0].y = 0.123;
    v[1].y = 1.26e7;
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "map", "svg", &n);
    assert_holds(text, ">0.123<");
    assert_holds(text, ">1.26e7<");
    free(text);
    plot_figure_clear(&f);
    free(folder);
}

static void test_odd_maps(void **state)
{
    char *folder = test_path("odd/x"), *text;
    struct plot_figure f;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f = make_map(0, 0, 0);
    write_and_redraw(&f, folder);
    f = make_map(2, 0, 3);
    write_and_redraw(&f, folder);
    f = make_map(1, 9, 13);
    write_and_redraw(&f, folder);
    f = make_map(1, 2, 60); /* no room for numbers */
    write_and_redraw(&f, folder);
    f = make_map(1, 1, 1); /* one value, one seed */
    write_and_redraw(&f, folder);
    f = make_map(1, 2, 3);
    for (int s = 0; s < 2; s++)
        for (int i = 1; i <= 3; i++) {
            lose(&f, 0, s, i, 3);
            mean_at(&f, 0, s, i - 1)->y = NAN;
        }
    text = terminal_text(&f, folder, 80);
    assert_int_equal(occurrences(text, "\xc3\x97"
                                       "3"),
                     6);
    free(text);
    write_and_redraw(&f, folder);
    f = make_map(1, 2, 3);
    f.y_log10 = true;
    write_and_redraw(&f, folder);
    text = read_part(folder, "map", "svg", &n);
    assert_non_null(strstr(text, "test error (%) (log scale)"));
    free(text);
    free(folder);
}

/* Where the last text `of` in an SVG stands, in pixels from the left. */
static double left_of(const char *svg, const char *of)
{
    const char *last = NULL, *place = NULL;

    for (const char *at = svg; (at = strstr(at, of)); at++)
        last = at;
    assert_non_null(last);
    for (const char *at = svg; (at = strstr(at, "translate(")) && at < last; at++)
        place = at + strlen("translate(");
    assert_non_null(place);
    return strtod(place, NULL);
}

/* A map of one panel and few columns is as wide as the page. A line of theory lies under the numbers, and those that it
 * crosses have an edge, which is their text eight times. */
static void test_one_map_with_theory(void **state)
{
    char *folder = test_path("alone/x"), *svg;
    struct plot_figure f = make_map(1, 4, 3);
    const char *const depth[] = {"10", "20", "40", "60"};
    const double layers[] = {27, 38, 55};
    double width;
    int theory;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 4; i++)
        replace(&f.series[i].label, depth[i]);
    theory = plot_series_index(&f, "layers that train", "theory", LOOK_THEORY);
    for (int i = 0; i < 3; i++)
        plot_add_row(&f, (struct plot_row){PLOT_THEORY, 0, theory, i + 1, layers[i], NAN, NAN});
    write_and_redraw(&f, folder);
    svg = read_part(folder, "map", "svg", &n);
    assert_int_equal(sscanf(strstr(svg, "viewBox="), "viewBox=\"0 0 %lf", &width), 1);
    assert_true(left_of(svg, ">1.0<") < 0.25 * width && left_of(svg, ">3.0<") > 0.75 * width);
    for (int row = 0; row < 4; row++)
        for (int column = 0; column < 3; column++) {
            /* 27 and 38 are between the rows of 20 and 40, 55 between those of 40 and 60 */
            bool crossed = column < 2 ? row == 1 || row == 2 : row == 2 || row == 3;
            char *number = format_new(">%.1f<", 10.0 * row + column + 1);

            if (occurrences(svg, number) != (crossed ? 9 : 1))
                fail_msg("%s stands there %d times", number, occurrences(svg, number));
            assert_true(strstr(svg, "stroke-dasharray") < strstr(svg, number));
            free(number);
        }
    free(svg);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),        cmocka_unit_test(test_columns_of_panels),
        cmocka_unit_test(test_ink_and_ramp), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_odd_maps),     cmocka_unit_test(test_one_map_with_theory),
    };

    return cmocka_run_group_tests_name("plot_heat", tests, NULL, NULL);
}
