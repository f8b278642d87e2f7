/* What figures can show besides lines of means: categories, printed values, guides, curves. */
#include "figures.h"

static void test_categories(void **state)
{
    char *folder = test_path("categories/x"), *text;
    struct plot_figure f = make_figure("error", 2, 2, 3);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.category = xcalloc(3, sizeof *f.category);
    f.categories = 3;
    f.category[0] = xstrdup("before");
    f.category[1] = xstrdup("input and before");
    f.category[2] = xstrdup("a'b");
    for (int p = 0; p < 2; p++)
        for (int s = 0; s < 2; s++)
            for (int i = 0; i < 3; i++) {
                struct plot_series *q = &f.panel[p].series[s];

                q->point[i].x = i + 1;
                for (int k = 0; k < 3; k++)
                    q->seed[3 * i + k][0] = i + 1;
            }
    f.panel[1].series[1].point[0].y = f.panel[1].series[0].point[0].y;
    f.panel[1].series[1].lost[0][0] = 2;
    f.panel[1].series[1].lost[0][1] = 4;
    f.panel[1].series[1].losts = 1;
    text = terminal_text(&f, folder, 100);
    assert_int_equal(occurrences(text, " before "), 4);
    assert_int_equal(occurrences(text, "diverged: series 1 4 at input and before"), 1);
    assert_int_equal(occurrences(text, "a'b"), 2);
    assert_non_null(strstr(text, "diverged: series 1 4 at input and before"));
    assert_null(strstr(text, "***")); /* no lines, in the legend neither */
    assert_null(strstr(text, "hides"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "categories = 3;");
    assert_holds(text, "alone = 0");
    assert_holds(text, "$p2s2 << EOD\n1 10 ");
    assert_holds(text, "$lost << EOD\n2 2 2 4\nEOD\n");
    free(text);
    text = read_part(folder, "error", "csv", &n);
    assert_non_null(strstr(text, "\nnet 1,series 0,mean,input and before,9,8.5,9.5\n"));
    assert_non_null(strstr(text, "\nnet 1,series 0,seed,before,10,,\n"));
    assert_non_null(strstr(text, "\nnet 2,series 1,diverged,input and before,4,,\n"));
    free(text);
    free(folder);
}

/* Printed values are points alone, drawn last, in the colour of their norm or in black. */
static void test_printed_values(void **state)
{
    char *folder = test_path("printed/x"), *text;
    struct plot_figure f = make_figure("error", 1, 4, 3);
    struct plot_series *s = f.panel[0].series;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    s[0].marks = s[2].marks = true;
    replace(&s[0].style, "printed");
    replace(&s[2].style, "batchnorm");
    text = terminal_text(&f, folder, 100);
    assert_null(strstr(text, "***"));
    assert_non_null(strstr(text, "###B###series 1"));
    assert_null(strstr(text, "$$$"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_non_null(strstr(text, "eval printed(line[1], line_of('printed'), 0)"));
    assert_non_null(strstr(text, "eval printed(line[3], line[2], 0)"));
    assert_non_null(strstr(text, "line[4] = line_of('groupnorm')"));
    assert_holds(text, "shown[1] = ' 2 4'; with_marks[1] = ' 1 3'");
    free(text);
    text = read_part(folder, "error", "csv", &n);
    assert_int_equal(occurrences(text, ",printed,"), 6);
    assert_int_equal(occurrences(text, ",mean,"), 6);
    free(text);
    free(folder);
}

static void test_guides(void **state)
{
    char *folder = test_path("guides/x"), *text;
    struct plot_figure f = make_figure("error", 1, 2, 3);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.panel[0].guide = xcalloc(3, sizeof *f.panel[0].guide);
    f.panel[0].guides = 3;
    f.panel[0].guide[0] = (struct plot_guide){20, xstrdup("target's 20 %")};
    f.panel[0].guide[1] = (struct plot_guide){NAN, xstrdup("never known")};
    f.panel[0].guide[2] = (struct plot_guide){5, NULL};
    text = terminal_text(&f, folder, 100);
    assert_non_null(strstr(text, "target's 20 %"));
    assert_non_null(strstr(text, "----- ") ? text : strstr(text, "-----\n"));
    assert_null(strstr(text, "never known"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "guides = 3;");
    assert_holds(text, "guide_panel[1] = 1; guide_y[1] = 20; guide[1] = 'target");
    assert_holds(text, "guide_y[2] = NaN");
    free(text);
    text = read_part(folder, "error", "svg", &n);
    assert_non_null(strstr(text, "target's 20 %"));
    free(text);
    text = read_part(folder, "error", "csv", &n);
    assert_non_null(strstr(text, "\nnet 1,target's 20 %,guide,,20,,\n"));
    assert_non_null(strstr(text, "\nnet 1,,guide,,5,,\n"));
    free(text);
    free(folder);
}

/* Many x make a curve, which has a point now and then and fewer ticks than x. */
static void test_curves(void **state)
{
    char *folder = test_path("curves/x"), *text;
    struct plot_figure f = make_figure("error", 1, 2, 40);
    size_t n;
    int circles;

    (void)state;
    skip_without_gnuplot();
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "longest = 40; curve = 1; seed_lines = 0");
    assert_holds(text, "x_ticks = ''");
    free(text);
    text = read_part(folder, "error", "svg", &n);
    circles = occurrences(text, "xlink:href='#gpPt6'"); /* of batchnorm */
    assert_in_range(circles, 7, 150);
    free(text);
    free(folder);
}

/* A small panel for each line; there is no key. */
static void test_multiples(void **state)
{
    char *folder = test_path("multiples/x"), *text;
    struct plot_figure f = make_figure("error", 2, 3, 5);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.multiples = true;
    f.panel[1].series[2].points = 0;
    f.panel[0].series[1].lost[0][0] = f.panel[0].series[1].lost[0][1] = 2;
    f.panel[0].series[1].losts = 1;
    text = terminal_text(&f, folder, 100);
    assert_holds(text, "diverged: series 1 2 at 2");
    assert_int_equal(occurrences(text, "diverged: "), 1);
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "svg", &n);
    assert_holds(text, ">series 0, net 1<");
    assert_holds(text, ">series 1, net 2<");
    assert_null(strstr(text, ">series 2, net 2<"));
    assert_null(strstr(text, ">series 0<"));
    free(text);
    f = make_figure("error", 1, 0, 0);
    f.multiples = true;
    write_and_redraw(&f, folder);
    free(folder);
}

/* Seeds of a curve as lines, in pieces, also in the CSV. */
static void test_lines_of_seeds(void **state)
{
    char *folder = test_path("lines/x"), *text;
    struct plot_figure f = make_figure("error", 1, 1, 40);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.panel[0].series[0].seed_lines = true;
    f.panel[0].series[0].seed[60][0] = f.panel[0].series[0].seed[60][1] = NAN;
    f.panel[0].series[0].point[1].median = true;
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "seed_lines = 1");
    assert_holds(text, "\n\n"); /* a gap */
    free(text);
    text = read_part(folder, "error", "csv", &n);
    assert_int_equal(occurrences(text, ",seed,"), 119);
    assert_int_equal(occurrences(text, ",median,"), 1);
    assert_int_equal(occurrences(text, ",mean,"), 39);
    free(text);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_categories),     cmocka_unit_test(test_printed_values),
        cmocka_unit_test(test_guides),         cmocka_unit_test(test_curves),
        cmocka_unit_test(test_lines_of_seeds), cmocka_unit_test(test_multiples),
    };

    return cmocka_run_group_tests_name("plot_kinds", tests, NULL, NULL);
}
