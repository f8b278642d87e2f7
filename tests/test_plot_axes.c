/* What the reader compares between panels: axes stand above each other, panels side by side share their range, ticks
 * keep apart, and no curve's markers cover another's. The SVG says where all this is drawn. */
#include "figures.h"

enum { TICKS_MAX = 200 };

/* The ticks of y axes: texts that end where they are placed. */
struct ticks {
    double x[TICKS_MAX], y[TICKS_MAX], size; /* of the font, in the SVG's units */
    int count;
};

static struct ticks read_ticks(const char *svg)
{
    struct ticks t = {0};

    for (const char *at = svg; (at = strstr(at, "<g transform=\"translate("));) {
        const char *size = strstr(at, "font-size=\""), *end = at + strcspn(at, ">");
        const char *anchor = strstr(at, "text-anchor=\"end\"");

        at += 24;
        if (!anchor || anchor > end)
            continue;
        assert_true(t.count < TICKS_MAX);
        assert_int_equal(sscanf(at, "%lf,%lf", &t.x[t.count], &t.y[t.count]), 2);
        assert_int_equal(sscanf(size, "font-size=\"%lf", &t.size), 1);
        t.count++;
    }
    assert_true(t.count > 0);
    return t;
}

/* The number of different places of ticks along x. */
static int count_axes(const struct ticks *t)
{
    int n = 0;

    for (int i = 0; i < t->count; i++) {
        int k = 0;

        while (fabs(t->x[k] - t->x[i]) > 0.1)
            k++;
        n += k == i;
    }
    return n;
}

static char *draw_svg(struct plot_figure *f, const char *folder)
{
    size_t n;

    assert_int_equal(plot_write(f, folder, "svg"), 0);
    return read_part(folder, f->name, "svg", &n);
}

static void scale_panel(struct plot_figure *f, int panel, double factor)
{
    for (int i = 0; i < f->rows; i++)
        if (f->row[i].panel == panel) {
            f->row[i].y *= factor;
            f->row[i].low *= factor;
            f->row[i].high *= factor;
        }
}

/* Four panels in two columns, whose ticks differ in width. */
static void test_aligned(void **state)
{
    char *folder = test_path("aligned/x"), *svg;
    struct plot_figure f = make_figure("error", 4, 2, 5);
    struct ticks t;

    (void)state;
    skip_without_gnuplot();
    scale_panel(&f, 2, 1e4);
    scale_panel(&f, 3, 1e4);
    svg = draw_svg(&f, folder);
    t = read_ticks(svg);
    assert_int_equal(count_axes(&t), 2);
    free(svg);
    plot_figure_clear(&f);
    free(folder);
}

/* The ranges of two panels differ little, but those of the row below a lot: each row has one. */
static void test_shared_in_a_row(void **state)
{
    char *folder = test_path("shared/x"), *svg;
    struct plot_figure f = make_figure("error", 4, 2, 5);
    struct ticks t;
    int left = 0;

    (void)state;
    skip_without_gnuplot();
    scale_panel(&f, 1, 1.3);
    scale_panel(&f, 2, 100);
    scale_panel(&f, 3, 130);
    svg = draw_svg(&f, folder);
    t = read_ticks(svg);
    assert_int_equal(count_axes(&t), 2);
    for (int i = 0; i < t.count; i++) {
        bool there = false;

        /* Each tick of the left panels has one at its height in the right ones. */
        for (int k = 0; k < t.count; k++)
            there = there || (t.x[k] - t.x[i] > 1 && fabs(t.y[k] - t.y[i]) < 0.1);
        left += there;
    }
    assert_int_equal(2 * left, t.count);
    free(svg);
    plot_figure_clear(&f);
    free(folder);
}

/* Small panels, small and large letters. */
static void test_ticks_apart(void **state)
{
    static const double font_size[] = {8, 12};
    char *folder = test_path("apart/x"), *svg;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 2; i++) {
        struct plot_figure f = make_figure("error", 1, 9, 5);
        struct ticks t;

        f.template = PLOT_MULTIPLES;
        f.page.font_size = font_size[i];
        svg = draw_svg(&f, folder);
        t = read_ticks(svg);
        for (int a = 0; a < t.count; a++)
            for (int b = 0; b < a; b++)
                if (fabs(t.x[a] - t.x[b]) < 0.1 && fabs(t.y[a] - t.y[b]) < 1.1 * t.size)
                    fail_msg("ticks at heights %g and %g meet", t.y[a], t.y[b]);
        free(svg);
        plot_figure_clear(&f);
    }
    free(folder);
}

/* Adds the places along x of a point's marks, but for that in the key, which comes first. Returns their number. */
static int read_marks(const char *svg, const char *point, double *x)
{
    char *wanted = format_new("xlink:href='#%s' transform='translate(", point);
    int n = 0;

    for (const char *at = svg; (at = strstr(at, wanted));) {
        at += strlen(wanted);
        assert_true(n < TICKS_MAX);
        assert_int_equal(sscanf(at, "%lf,", &x[n++]), 1);
    }
    free(wanted);
    return n;
}

static void test_markers_apart(void **state)
{
    char *folder = test_path("markers/x"), *svg;
    struct plot_figure f = make_figure("error", 1, 2, 40);
    double none[TICKS_MAX], batchnorm[TICKS_MAX];
    int n, m;

    (void)state;
    skip_without_gnuplot();
    remove_rows(&f, 0, 0, PLOT_SEED);
    remove_rows(&f, 0, 1, PLOT_SEED);
    svg = draw_svg(&f, folder);
    n = read_marks(svg, "gpPt1", none);
    m = read_marks(svg, "gpPt6", batchnorm);
    assert_in_range(n, 6, 10);
    assert_in_range(m, 6, 10);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < m; k++)
            assert_true(fabs(none[i] - batchnorm[k]) > 1);
    free(svg);
    plot_figure_clear(&f);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_aligned),
        cmocka_unit_test(test_shared_in_a_row),
        cmocka_unit_test(test_ticks_apart),
        cmocka_unit_test(test_markers_apart),
    };

    return cmocka_run_group_tests_name("plot_axes", tests, NULL, NULL);
}
