/* Forest plots: rows and their numbers, what is clipped or left out, literal text, whole files. */
#include "figures.h"
#include "figures/plot_forest.h"

static void add(struct plot_forest_panel *p, const char *label, double mean, double low,
                double high, const char *verdict)
{
    p->row = xrealloc(p->row, (size_t)(p->rows + 1) * sizeof *p->row);
    p->row[p->rows++] = (struct plot_forest_row){.label = xstrdup(label),
                                                 .mean = mean,
                                                 .low = low,
                                                 .high = high,
                                                 .n = 3,
                                                 .margin_low = 1,
                                                 .margin_high = INFINITY,
                                                 .verdict = xstrdup(verdict)};
}

/* Differences, and ratios under them. */
static struct plot_forest make(void)
{
    struct plot_forest f = {.name = xstrdup("claims"),
                            .title = xstrdup("Claims"),
                            .caption = xstrdup("mnist, 3 seeds"),
                            .panel = xcalloc(2, sizeof *f.panel),
                            .panels = 2};

    for (int i = 0; i < 2; i++)
        f.panel[i] = (struct plot_forest_panel){.title = xstrdup(i ? "ratios" : "points"),
                                                .x_label = xstrdup(i ? "ratio" : "difference")};
    f.panel[1].ratio = true;
    add(&f.panel[0], "the first", 5, 3, 7, "supported");
    add(&f.panel[0], "the second", -2, -4, 0, "refuted");
    add(&f.panel[0], "not run", NAN, NAN, NAN, "not run");
    add(&f.panel[1], "the third", 2, 0.5, 8, "inconclusive");
    return f;
}

/* As write_and_redraw() in figures.h. */
static void write_forest(struct plot_forest *f, const char *folder)
{
    char *said, *again = format_new("cd '%s' && gnuplot --default-settings %s.gp", folder, f->name);
    char *out, *err;
    int r;

    capture_stderr();
    r = plot_forest_write(f, folder);
    said = captured_stderr();
    assert_string_equal(said, "");
    assert_int_equal(r, 0);
    assert_whole(folder, f->name);
    assert_int_equal(run_command(again, &out, &err), 0);
    assert_string_equal(err, "");
    assert_string_equal(out, "");
    assert_whole(folder, f->name);
    plot_forest_clear(f);
    free(said);
    free(again);
    free(out);
    free(err);
}

static void test_forest(void **state)
{
    char *folder = test_path("forest/x"), *text;
    struct plot_forest f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.panel[0].row[0].margin_low = f.panel[0].row[0].margin_high = 1; /* a tick */
    f.panel[0].row[1].margin_low = NAN;
    f.panel[0].row[1].low = -INFINITY;
    f.panel[0].row[1].lost = 2;
    write_forest(&f, folder);
    assert_int_equal(count_entries(folder), 5);
    text = read_part(folder, "claims", "gp", &n);
    assert_non_null(strstr(text, "load '../style.gp'"));
    assert_holds(text, "label[1] = 'supported'; marks[1] = 0; line[1] = line_of('supported')");
    assert_holds(text,
                 "label[3] = 'inconclusive'; marks[3] = 0; line[3] = line_of('inconclusive')");
    assert_null(strstr(text, "label[4] = "));
    assert_holds(text, "$rows << EOD\n1 1 5 3 7 1 1 3 0 0\n1 2 -2 -1e+30 0 1 0 3 2 0\n"
                       "2 3 2 0.5 8 1 1e+30 3 0 0\nEOD\n");
    free(text);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "5 [3, 7], n 3<"));
    assert_non_null(strstr(text, ", 0], n 3, 2 lost<"));
    assert_non_null(strstr(text, "left out, without a number: 1 not run"));
    assert_int_equal(occurrences(text, "left out"), 1);
    free(text);
    text = read_part(folder, "claims", "csv", &n);
    assert_string_equal(text, "panel,label,verdict,n,mean,low,high,margin_low,margin_high,lost\n"
                              "points,the first,supported,3,5,3,7,1,1,0\n"
                              "points,the second,refuted,3,-2,-inf,0,,inf,2\n"
                              "points,not run,not run,3,,,,1,inf,0\n"
                              "ratios,the third,inconclusive,3,2,0.5,8,1,inf,0\n");
    free(text);
    free(folder);
}

static void test_text_is_literal(void **state)
{
    char *folder = test_path("odd text/x"), *text;
    struct plot_forest f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    replace(&f.title, "a_b^{c} \"d\" 'e' \\f `date` @name 100% %d \xc2\xb5");
    replace(&f.panel[0].row[0].label, "it's a_1 {^ \"claim\" 50 % \\");
    replace(&f.panel[0].row[1].label, "");
    replace(&f.panel[0].row[1].verdict, "'] unknown \"{");
    replace(&f.panel[0].x_label, "{x_1 'y'");
    replace(&f.panel[1].title, "not \xff UTF-8");
    free(f.panel[1].row[0].label);
    f.panel[1].row[0].label = NULL;
    assert_int_equal(plot_forest_write_as(&f, folder, ""), 0);
    assert_int_equal(count_entries(folder), 2);
    write_forest(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "a_b^{c} \"d\" 'e' \\f `date` @name 100% %d \xc2\xb5"));
    assert_non_null(strstr(text, "it's a_1 {^ \"claim\" 50 % \\<"));
    assert_non_null(strstr(text, "'] unknown \"{"));
    free(text);
    free(folder);
}

/* What the axis of a panel reaches over: "low[1] = ...; high[1] = ...". */
static void assert_axis(const struct plot_forest *f, int panel, double least, double low,
                        double high, double most)
{
    char *folder = test_path("axis/x"), *text, *name = format_new("; low[%d] = ", panel);
    double from, to;
    size_t n;

    assert_int_equal(plot_forest_write_as(f, folder, ""), 0);
    text = read_part(folder, "claims", "gp", &n);
    assert_non_null(strstr(text, name));
    assert_int_equal(sscanf(strstr(text, name) + strlen(name), "%lf; high[%*d] = %lf", &from, &to),
                     2);
    assert_true(least < from && from <= low);
    assert_true(high <= to && to < most);
    free(text);
    free(name);
    free(folder);
}

/* The axis follows the means; endless and very wide intervals, and a mean far beyond all others, are cut. */
static void test_clipped_intervals(void **state)
{
    char *folder = test_path("clipped/x");
    struct plot_forest f = make();
    struct plot_forest_panel *p = f.panel;

    (void)state;
    skip_without_gnuplot();
    assert_axis(&f, 1, -8, -4, 7, 12);
    add(p, "wide", 1, -800, 900, "inconclusive");
    add(p, "endless", 1, -INFINITY, INFINITY, "inconclusive");
    add(p, "far", 5000, 4999, 5001, "supported");
    add(p, "beyond", -INFINITY, -INFINITY, -3, "refuted");
    assert_axis(&f, 1, -40, -2, 5, 40);
    p = &f.panel[1];
    add(p, "wide", 1.5, 1e-9, 1e9, "inconclusive");
    add(p, "no ratio", -1, -2, 3, "inconclusive");
    add(p, "down to zero", 0.5, 0, 2, "inconclusive");
    assert_axis(&f, 2, 1e-5, 0.5, 2, 1e5);
    write_forest(&f, folder);
    free(folder);
}

static void test_one_seed_and_no_rows(void **state)
{
    char *folder = test_path("few/x"), *text;
    struct plot_forest f = make();
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 2; i++) {
        f.panel[0].row[i].low = f.panel[0].row[i].high = NAN;
        f.panel[0].row[i].n = 1;
    }
    write_forest(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, ">5, n 1<"));
    free(text);
    f = make();
    add(&f.panel[0], "another", 1, 0, 2,
        "not run"); /* has a number, and is not among those left out */
    plot_forest_write_as(&f, folder, "svg");
    text = read_part(folder, "claims", "svg", &n);
    assert_non_null(strstr(text, "left out, without a number: 1 not run<"));
    free(text);
    plot_forest_clear(&f);
    f = make();
    f.panel[0].row[0].mean = f.panel[0].row[1].mean = f.panel[1].row[0].mean = NAN;
    write_forest(&f, folder);
    text = read_part(folder, "claims", "svg", &n);
    assert_int_equal(occurrences(text, ">no data<"), 2);
    assert_non_null(strstr(text, "left out, without a number: 1 supported, 1 refuted, 1 not run"));
    free(text);
    f = (struct plot_forest){.name = xstrdup("claims")};
    write_forest(&f, folder);
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
        struct plot_forest f = make();
        size_t n;

        f.page.width = narrow ? 3.4 : 0;
        for (int i = 0; i < 12; i++)
            add(&f.panel[0], claim, i, i - 1, i + 1, "supported");
        write_forest(&f, folder);
        assert_on_page(folder, "claims");
        text = read_part(folder, "claims", "svg", &n);
        assert_holds(text, narrow ? "width=\"326\"" : "width=\"672\"");
        free(text);
        free(folder);
    }
}

static void test_terminal(void **state)
{
    char *folder = test_path("terminal/x"), *path = test_path("terminal.out"), *text;
    struct plot_forest f = make();
    FILE *to = fopen(path, "w");
    int saved, r;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    assert_non_null(to);
    fflush(stdout);
    saved = dup(STDOUT_FILENO);
    dup2(fileno(to), STDOUT_FILENO);
    replace(&f.panel[0].row[1].label, "the second of the claims");
    r = plot_forest_terminal(&f, folder, 90);
    fflush(stdout);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    fclose(to);
    assert_int_equal(r, 0);
    assert_int_equal(count_entries(folder), 0);
    text = file_read(path, &n, true);
    assert_holds(text, "the first: 5 [3, 7], n 3");
    assert_holds(text, "s: supported");
    assert_non_null(strstr(text, "1 not run"));
    plot_forest_clear(&f);
    free(text);
    free(path);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forest),
        cmocka_unit_test(test_text_is_literal),
        cmocka_unit_test(test_clipped_intervals),
        cmocka_unit_test(test_one_seed_and_no_rows),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_terminal),
    };

    return cmocka_run_group_tests_name("plot_forest", tests, NULL, NULL);
}
