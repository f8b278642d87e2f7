/* Forest plots: rows and their numbers, what is clipped or left out, literal text, whole files. */
#include "base/list.h"
#include "figures.h"

/* Adds a claim with its row, which asks for more than 1, of three seeds; returns its mean's row. */
static struct plot_row *add(struct plot_figure *f, int panel, const char *label, double mean,
                            double low, double high, const char *verdict)
{
    int series = plot_series_index(f, verdict, verdict, LOOK_LINE), x;

    array_add(f->category, f->categories) = xstrdup(label);
    x = f->categories;
    plot_add_row(f, (struct plot_row){PLOT_MARGIN, panel, series, x, NAN, 1, INFINITY});
    plot_add_row(f, (struct plot_row){PLOT_TRIALS, panel, series, x, 3, NAN, NAN});
    plot_add_row(f, (struct plot_row){PLOT_MEAN, panel, series, x, mean, low, high});
    return &f->row[f->rows - 1];
}

/* The row of this kind of claim x. */
static struct plot_row *row_of(struct plot_figure *f, enum plot_kind kind, int x)
{
    for (int i = 0; i < f->rows; i++)
        if (f->row[i].kind == kind && f->row[i].x == x)
            return &f->row[i];
    fail_msg("claim %d has no row of kind %d", x, kind);
    return NULL;
}

/* Differences, and ratios under them. */
static struct plot_figure make(void)
{
    struct plot_figure f = {.template = PLOT_FOREST,
                            .name = xstrdup("claims"),
                            .title = xstrdup("Claims"),
                            .caption = xstrdup("mnist, 3 seeds")};

    for (int i = 0; i < 2; i++) {
        plot_add_panel(&f, xstrdup(i ? "ratios" : "points"));
        f.panel[i].x_label = xstrdup(i ? "ratio" : "difference");
    }
    f.panel[1].ratio = true;
    add(&f, 0, "the first", 5, 3, 7, "supported");
    add(&f, 0, "the second", -2, -4, 0, "refuted");
    add(&f, 0, "not run", NAN, NAN, NAN, "not run");
    add(&f, 1, "the third", 2, 0.5, 8, "open");
    return f;
}

/* A margin that is too narrow to see on the axis is drawn as a thick line. */
static void test_narrow_margin(void **state)
{
    char *folder = test_path("narrow/x"), *text;
    struct plot_figure f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 2; i++) {
        row_of(&f, PLOT_MEAN, 1)->y = i ? 70 : 0.5;
        row_of(&f, PLOT_MARGIN, 1)->low = -0.6;
        row_of(&f, PLOT_MARGIN, 1)->high = 0.6;
        assert_int_equal(plot_write(&f, folder, "svg"), 0);
        text = read_part(folder, "claims", "svg", &n);
        assert_int_equal(occurrences(text, "stroke-width=\"4.50\""), i);
        free(text);
    }
    plot_figure_clear(&f);
    free(folder);
}

static void test_forest(void **state)
{
    char *folder = test_path("forest/x"), *text;
    struct plot_figure f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    row_of(&f, PLOT_MARGIN, 1)->high = 1; /* a tick */
    row_of(&f, PLOT_MARGIN, 2)->low = NAN;
    row_of(&f, PLOT_MEAN, 2)->low = -INFINITY;
    lose(&f, 0, 1, 2, 2);
    write_and_redraw(&f, folder);
    assert_int_equal(count_entries(folder), 5);
    text = read_part(folder, "claims", "gp", &n);
    assert_non_null(strstr(text, "\nlt_batchnorm"));
    assert_holds(text, "$p1s1 << EOD\nmargin 1 NaN 1 1\ntrials 1 3 NaN NaN\nmean 1 5 3 7\nEOD\n");
    assert_holds(text, "\nmargin 2 NaN NaN NaN\n");
    assert_holds(text, "\nmean 2 -2 -1e+30 0\nlost 2 2 NaN NaN\nEOD\n");
    assert_holds(text, "ratio[2] = 1\n");
    free(text);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "5 [3, 7], n 3<"));
    assert_non_null(strstr(text, ", 0], n 3, 2 unsuccessful<"));
    assert_non_null(strstr(text, "left out, without a number: 1 not run"));
    assert_int_equal(occurrences(text, "left out"), 1);
    assert_int_equal(occurrences(text, ">not run<"), 0); /* in the key */
    assert_int_equal(occurrences(text, ">open<"), 1);
    free(text);
    text = read_part(folder, "claims", "csv", &n);
    assert_holds(text, "\npoints,supported,mean,the first,5,3,7\n");
    assert_holds(text, "\npoints,refuted,mean,the second,-2,-inf,0\n");
    assert_holds(text, "\npoints,refuted,diverged,the second,2,,\n");
    assert_holds(text, "\nratios,open,margin,the third,,1,inf\n");
    assert_holds(text, "\nratios,open,trials,the third,3,,\n");
    free(text);
    free(folder);
}

static void test_text_is_literal(void **state)
{
    char *folder = test_path("odd text/x"), *text;
    struct plot_figure f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    replace(&f.title, "a_b^{c} \"d\" 'e' \\f `date` @name 100% %d \xc2\xb5");
    replace(&f.category[0], "it's a_1 {^ \"claim\" 50 % \\");
    replace(&f.category[1], "");
    replace(&f.series[1].label, "'] unknown \"{");
    replace(&f.series[1].style, "'] unknown \"{");
    replace(&f.panel[0].x_label, "{x_1 'y'");
    replace(&f.panel[1].title, "not \xff UTF-8");
    free(f.category[3]);
    f.category[3] = NULL;
    assert_int_equal(plot_write(&f, folder, ""), 0);
    assert_int_equal(count_entries(folder), 2);
    write_and_redraw(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "a_b^{c} \"d\" 'e' \\f `date` @name 100% %d \xc2\xb5"));
    assert_non_null(strstr(text, "it's a_1 {^ \"claim\" 50 % \\<"));
    assert_non_null(strstr(text, "'] unknown \"{"));
    free(text);
    free(folder);
}

/* What the axis of a panel reaches over, as the script says. */
static void assert_axis(const struct plot_figure *f, int panel, double least, double low,
                        double high, double most)
{
    char *folder = test_path("axis/x"), *out, *command;
    double from, to;

    assert_int_equal(plot_write(f, folder, ""), 0);
    command = format_new("cd '%s' && gnuplot --default-settings -e \"term = ''; load 'claims.gp'; "
                         "set print '-'; print low[%d], high[%d]\"",
                         folder, panel, panel);
    assert_int_equal(run_command(command, &out, NULL), 0);
    assert_int_equal(sscanf(out, "%lf %lf", &from, &to), 2);
    if (!(least < from && from <= low && high <= to && to < most))
        fail_msg("the axis reaches from %g to %g", from, to);
    free(command);
    free(out);
    free(folder);
}

/* The axis follows the means; endless and very wide intervals, and a mean far beyond all others, are cut. */
static void test_clipped_intervals(void **state)
{
    char *folder = test_path("clipped/x");
    struct plot_figure f = make();

    (void)state;
    skip_without_gnuplot();
    assert_axis(&f, 1, -8, -4, 7, 12);
    add(&f, 0, "wide", 1, -800, 900, "open");
    add(&f, 0, "endless", 1, -INFINITY, INFINITY, "open");
    add(&f, 0, "far", 5000, 4999, 5001, "supported");
    add(&f, 0, "beyond", -INFINITY, -INFINITY, -3, "refuted");
    assert_axis(&f, 1, -40, -2, 5, 40);
    add(&f, 1, "wide", 1.5, 1e-9, 1e9, "open");
    add(&f, 1, "no ratio", -1, -2, 3, "open");
    add(&f, 1, "down to zero", 0.5, 0, 2, "open");
    assert_axis(&f, 2, 1e-5, 0.5, 2, 1e5);
    write_and_redraw(&f, folder);
    free(folder);
}

/* What a claim asks is on the axis, also where the means are close to no difference and one is far. */
static void test_margins_are_on_the_axis(void **state)
{
    struct plot_figure f = make();

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 2; i++) {
        struct plot_row *mean = row_of(&f, PLOT_MEAN, i + 1);

        mean->y = 0.001;
        mean->low = 0;
        mean->high = 0.002;
    }
    add(&f, 0, "far", 1.03, 0.98, 1.09, "supported");
    assert_axis(&f, 1, -0.5, 0, 1, 1.2);
    plot_figure_clear(&f);
}

static void test_one_seed_and_no_rows(void **state)
{
    char *folder = test_path("few/x"), *text;
    struct plot_figure f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int i = 1; i <= 2; i++) {
        row_of(&f, PLOT_MEAN, i)->low = row_of(&f, PLOT_MEAN, i)->high = NAN;
        row_of(&f, PLOT_TRIALS, i)->y = 1;
    }
    write_and_redraw(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, ">5, n 1<"));
    free(text);
    f = make();
    add(&f, 0, "another", 1, 0, 2, "not run"); /* has a number, and is not among those left out */
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "left out, without a number: 1 not run<"));
    free(text);
    plot_figure_clear(&f);
    f = make();
    for (int i = 1; i <= 4; i++)
        row_of(&f, PLOT_MEAN, i)->y = NAN;
    write_and_redraw(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_int_equal(occurrences(text, ">no data<"), 2);
    assert_non_null(strstr(text, "left out, without a number: 1 supported, 1 refuted, 1 not run"));
    free(text);
    f = (struct plot_figure){.template = PLOT_FOREST, .name = xstrdup("claims")};
    write_and_redraw(&f, folder);
    free(folder);
}

/* Labels stand beside their intervals or above them, and nothing leaves the page. */
static void test_pages(void **state)
{
    const char *claim =
        "with Glorot's smaller weights, a plain MLP of 50 layers has a higher error "
        "without BatchNorm than with it, at whatever rate";

    (void)state;
    skip_without_gnuplot();
    for (int narrow = 0; narrow < 2; narrow++) {
        char *folder = test_path("pages/x"), *text;
        struct plot_figure f = make();
        size_t n;

        f.page.width = narrow ? 3.4 : 0;
        for (int i = 0; i < 12; i++)
            add(&f, 0, claim, i, i - 1, i + 1, "supported");
        write_and_redraw(&f, folder);
        assert_on_page(folder, "claims");
        text = read_part(folder, "claims", "svg", &n);
        assert_holds(text, narrow ? "width=\"326\"" : "width=\"672\"");
        free(text);
        free(folder);
    }
}

static void test_terminal(void **state)
{
    char *folder = test_path("terminal/x"), *text;
    struct plot_figure f = make();

    (void)state;
    skip_without_gnuplot();
    replace(&f.category[1], "the second of the claims");
    text = terminal_text(&f, folder, 90);
    assert_false(file_exists(folder)); /* nothing is written */
    assert_holds(text, "the first: 5 [3, 7], n 3");
    assert_holds(text, "s: supported");
    assert_non_null(strstr(text, "1 not run"));
    plot_figure_clear(&f);
    free(text);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forest),
        cmocka_unit_test(test_narrow_margin),
        cmocka_unit_test(test_text_is_literal),
        cmocka_unit_test(test_clipped_intervals),
        cmocka_unit_test(test_margins_are_on_the_axis),
        cmocka_unit_test(test_one_seed_and_no_rows),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_terminal),
    };

    return cmocka_run_group_tests_name("plot_forest", tests, NULL, NULL);
}
