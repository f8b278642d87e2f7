/* Every kind of figure on narrow and wide pages, with small and large fonts, few and many lines, long names, one seed and
 * none that did not diverge: gnuplot draws in silence, and no text leaves the page. */
#include "figures.h"

enum kind { LINES, MULTIPLES, SCATTER, CATEGORIES, BARS, HEAT, KINDS };

static void name_categories(struct plot_figure *f, int n)
{
    const char *const name[] = {"before", "input and before", "a_name_without_any_blank_in_it",
                                "1e-05"};

    f->category = xcalloc((size_t)n, sizeof *f->category);
    f->categories = n;
    for (int i = 0; i < n; i++)
        f->category[i] = xstrdup(name[i % 4]);
    for (int i = 0; i < f->rows; i++)
        f->row[i].x = log2(f->row[i].x);
}

/* All trials of a panel diverged, at every x. */
static void lose_all(struct plot_figure *f, int panel)
{
    for (int s = 0; s < f->count; s++) {
        remove_rows(f, panel, s, PLOT_SEED);
        for (int i = 0; i < 5; i++) {
            struct plot_row *q = mean_at(f, panel, s, i);

            q->y = q->low = q->high = NAN;
            lose(f, panel, s, q->x, 5);
        }
    }
}

static struct plot_figure make(enum kind kind, int panels, int series)
{
    static const enum plot_template template[] = {PLOT_LINES,      PLOT_MULTIPLES, PLOT_SCATTER,
                                                  PLOT_CATEGORIES, PLOT_BARS,      PLOT_HEAT};
    struct plot_figure f = make_figure("error", panels, series, 5);

    replace(&f.title,
            "Test error of each of the norms against batch size, each at the best of its rates");
    replace(&f.y_label, "test error over the norm's own best, relative");
    f.caption = xstrdup(
        "fashion-mnist, 5 seeds: medians, each seed a small mark; thin bars: 95 % intervals of the mean where all seeds learn");
    replace(&f.series[0].label, "batchnorm momentum=0.01 compat=keras running_var=biased");
    replace(&f.panel[0].title, "transformer, optimizer=adamw, train_count=10000");
    f.panel[0].note =
        xstrdup("instancenorm: refused (one element a group); batchnorm refused at batch 1");
    if (kind >= CATEGORIES)
        name_categories(&f, 5);
    f.template = template[kind];
    return f;
}

static void draw_on_pages(struct plot_figure *f, const char *folder)
{
    const struct plot_page page[] = {{3.4, 8}, {3.4, 12}, {7, 8}, {7, 12}};

    for (int i = 0; i < 4; i++) {
        char *said;
        int r;

        f->page = page[i];
        capture_stderr();
        r = plot_write(f, folder, "svg");
        said = captured_stderr();
        assert_string_equal(said, "");
        assert_int_equal(r, 0);
        assert_on_page(folder, f->name);
        free(said);
    }
    plot_figure_clear(f);
}

static void test_pages(void **state)
{
    char *folder = test_path("pages/x");

    (void)state;
    skip_without_gnuplot();
    for (enum kind kind = 0; kind < KINDS; kind++)
        for (int series = 2; series <= 9; series += 7) {
            struct plot_figure f = make(kind, 4, series);

            lose_all(&f, 1);
            draw_on_pages(&f, folder);
        }
    free(folder);
}

/* One seed has no range; its point is the line's. */
static void test_one_seed(void **state)
{
    char *folder = test_path("one/x");

    (void)state;
    skip_without_gnuplot();
    for (enum kind kind = 0; kind < KINDS; kind++) {
        struct plot_figure f = make(kind, 1, 3);

        for (int s = 0; s < 3; s++)
            for (int i = 0; i < 5; i++)
                mean_at(&f, 0, s, i)->low = mean_at(&f, 0, s, i)->high = NAN;
        draw_on_pages(&f, folder);
    }
    free(folder);
}

/* A line that has the page to itself is named at its end, and stands in no key. */
static void test_names_at_ends(void **state)
{
    char *folder = test_path("ends/x"), *text;
    struct plot_figure f = make_figure("error", 1, 4, 5);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int s = 0; s < 4; s++)
        mean_at(&f, 0, s, 4)->y = 9 + 0.01 * s; /* their names would lie upon one another */
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "error", "svg", &n);
    for (int s = 0; s < 4; s++) {
        char *name = format_new(">series %d<", s);

        assert_int_equal(occurrences(text, name), 1);
        free(name);
    }
    free(text);
    plot_figure_clear(&f);
    free(folder);
}

/* A few points of a few lines make a figure of one column; a logarithmic axis has a tick near its end. */
static void test_small_and_end_tick(void **state)
{
    struct plot_figure f = make_figure("error", 1, 2, 5);
    char *folder = test_path("small/x"), *text;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.y_log10 = true;
    for (int i = 0; i < f.rows; i++)
        f.row[i].low = f.row[i].high = NAN;
    mean_at(&f, 0, 0, 0)->y = 85;
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "error", "svg", &n);
    assert_holds(text, "viewBox=\"0 0 326 ");
    assert_holds(text, ">90<");
    free(text);
    replace(&f.series[1].label, "a label with many words that no column has room for");
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    text = read_part(folder, "error", "svg", &n);
    assert_holds(text, "viewBox=\"0 0 672 ");
    free(text);
    free(folder);
    plot_figure_clear(&f);
}

/* Small multiples whose titles would take more than two lines have titles in the size of other text. */
static void test_titles_of_small_multiples(void **state)
{
    static const char *const title[] = {"mlp", "conv, lr=0.01, data=fashion-mnist"};
    char *folder = test_path("titles/x"), *svg;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int k = 0; k < 2; k++) {
        struct plot_figure f = make_figure("error", 1, 5, 5);
        const char *of, *at;

        f.template = PLOT_MULTIPLES;
        replace(&f.panel[0].title, title[k]);
        assert_int_equal(plot_write(&f, folder, "svg"), 0);
        svg = read_part(folder, "error", "svg", &n);
        of = strstr(svg, k ? ">series 1, ConvNet,<" : ">series 1, MLP<");
        assert_non_null(of);
        for (at = of; strncmp(at, "font-size=", 10) != 0; at--)
            assert_ptr_not_equal(at, svg);
        assert_true(fabs(strtod(at + 11, NULL) * 72 / 96 - (k ? 8 : 9)) < 0.01);
        free(svg);
        plot_figure_clear(&f);
    }
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_one_seed),
        cmocka_unit_test(test_names_at_ends),
        cmocka_unit_test(test_small_and_end_tick),
        cmocka_unit_test(test_titles_of_small_multiples),
    };

    return cmocka_run_group_tests_name("plot_pages", tests, NULL, NULL);
}
