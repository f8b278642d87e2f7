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
    f.template = PLOT_CATEGORIES;
    for (int i = 0; i < f.rows; i++)
        f.row[i].x = log2(f.row[i].x);
    mean_at(&f, 1, 1, 0)->y = mean_at(&f, 1, 0, 0)->y;
    lose(&f, 1, 1, 2, 4);
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
    assert_holds(text, "$p2s2 << EOD\nmean 1 10 ");
    assert_holds(text, "\nlost 2 4 NaN NaN\nEOD\n");
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
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int s = 0; s < 4; s += 2) {
        f.series[s].look = LOOK_PRINTED;
        replace(&f.series[s].style, s ? "batchnorm" : "printed");
        for (int i = 0; i < 3; i++)
            mean_at(&f, 0, s, 0)->kind = PLOT_PRINTED;
    }
    text = terminal_text(&f, folder, 100);
    assert_null(strstr(text, "***"));
    assert_non_null(strstr(text, "###B###series 1"));
    assert_null(strstr(text, "$$$"));
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "style[1] = 'printed'; look[1] = 'printed'\n");
    assert_holds(text, "style[3] = 'batchnorm'; look[3] = 'printed'\n");
    free(text);
    text = read_part(folder, "error", "svg", &n);
    /* Three hollow points and one in the key, for each: printed ones in black, and those of the norm. */
    assert_int_equal(occurrences(text, "xlink:href='#gpPt11' transform='translate"), 4);
    assert_int_equal(occurrences(text, "xlink:href='#gpPt5' transform='translate"), 4);
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
    f.guide = xcalloc(3, sizeof *f.guide);
    f.guides = 3;
    f.guide[0] = (struct plot_guide){0, 20, xstrdup("target's 20 %")};
    f.guide[1] = (struct plot_guide){0, NAN, xstrdup("never known")};
    f.guide[2] = (struct plot_guide){0, 5, NULL};
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
    for (int s = 0; s < 2; s++) /* whose marks are circles, too */
        remove_rows(&f, 0, s, PLOT_SEED);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "gp", &n);
    assert_holds(text, "seed_lines = 0");
    free(text);
    text = read_part(folder, "error", "svg", &n);
    circles = occurrences(text, "xlink:href='#gpPt6'"); /* of batchnorm */
    assert_in_range(circles, 7, 30);
    free(text);
    free(folder);
}

/* The heights of the names of a panel's points in the picture differ by a line of text. */
static void assert_names_apart(const char *svg, int names)
{
    double at[16] = {0};

    for (int s = 0; s < names; s++) {
        char *name = format_new(">series %d<", s);
        const char *end = strstr(svg, name), *from = end;

        assert_non_null(end);
        while (strncmp(from, "<g transform=\"translate(", 24) != 0)
            from--;
        at[s] = strtod(strchr(from, ',') + 1, NULL);
        for (int i = 0; i < s; i++)
            assert_true(fabs(at[i] - at[s]) > 9);
        free(name);
    }
}

/* A small panel for each line; there is no key. */
static void test_multiples(void **state)
{
    char *folder = test_path("multiples/x"), *text;
    struct plot_figure f = make_figure("error", 2, 3, 5);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.template = PLOT_MULTIPLES;
    for (enum plot_kind k = 0; k < PLOT_KINDS; k++)
        remove_rows(&f, 1, 2, k);
    lose(&f, 0, 1, 2, 2);
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
    f.template = PLOT_MULTIPLES;
    write_and_redraw(&f, folder);
    free(folder);
}

/* With references the small panels have no other faint lines, and the key names these alone. */
static void test_references(void **state)
{
    char *folder = test_path("references/x"), *text;
    struct plot_figure f = make_figure("error", 1, 4, 5);
    size_t n;
    int lines[2];

    (void)state;
    skip_without_gnuplot();
    f.template = PLOT_MULTIPLES;
    for (int with = 0; with < 2; with++) {
        f.series[1].reference = f.series[2].reference = with;
        assert_int_equal(plot_write(&f, folder, "svg"), 0);
        text = read_part(folder, "error", "svg", &n);
        assert_int_equal(occurrences(text, ">series 1<"), with);
        assert_int_equal(occurrences(text, ">series 2<"), with);
        assert_null(strstr(text, ">series 0<"));
        assert_int_equal(occurrences(text, ">series 3, net 1<"), 1);
        assert_int_equal(occurrences(text, ">series 1, net 1<"), 1);
        lines[with] = occurrences(text, "<path stroke='rgb(204, 204, 204)'");
        free(text);
    }
    assert_true(lines[0] > lines[1]); /* grey ones of all others */
    write_and_redraw(&f, folder);
    free(folder);
}

/* A scatter names each point beside it, once; panels have ranges of x of their own; names keep off each other. */
static void test_scatter(void **state)
{
    char *folder = test_path("scatter/x"), *text;
    struct plot_figure f = make_figure("error", 2, 5, 1);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.template = PLOT_SCATTER;
    f.x_log = 10;
    for (int i = 0; i < f.rows; i++) {
        f.row[i].x *= f.row[i].panel ? 1000 : 1;
        f.row[i].low = f.row[i].high = NAN;
        f.row[i].y = 10; /* all in one place */
    }
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "error", "svg", &n);
    for (int s = 0; s < 5; s++) {
        char *name = format_new(">series %d<", s);

        assert_int_equal(occurrences(text, name), 2);
        free(name);
    }
    assert_names_apart(text, 5);
    free(text);
    text = terminal_text(&f, folder, 100);
    assert_holds(text, "series 4");
    free(text);
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
    f.seed_lines = true;
    seed_at(&f, 0, 0, 60)->x = seed_at(&f, 0, 0, 60)->y = NAN;
    mean_at(&f, 0, 0, 1)->kind = PLOT_MEDIAN;
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
        cmocka_unit_test(test_references),     cmocka_unit_test(test_scatter),
    };

    return cmocka_run_group_tests_name("plot_kinds", tests, NULL, NULL);
}
