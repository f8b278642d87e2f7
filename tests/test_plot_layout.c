/* Where things stand on a figure's page, and how its texts are broken and quoted. */
#include "figures/plot.h"
#include "figures/plot_axis.h"
#include "figures/plot_dodge.h"
#include "figures/plot_guide.h"
#include "figures/plot_layout.h"
#include "figures/plot_text.h"
#include "support.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A norm's two lines stand one below the other. */
static void test_a_legend_of_pairs(void **state)
{
    const char *style[] = {"none", "batchnorm", "layernorm", "groupnorm", "instancenorm"};
    char label[9][32];
    struct plot_series series[9] = {0};
    struct plot_panel panel = {.series = series, .count = 9};
    struct plot_figure f = {
        .panel = &panel, .panels = 1, .y_label = "error", .caption = "two nets"};
    struct layout l;

    (void)state;
    for (int i = 0; i < 9; i++) {
        snprintf(label[i], sizeof label[i], "%s, %s", style[i % 5], i < 5 ? "mlp" : "resnet");
        series[i] = (struct plot_series){.label = label[i], .style = (char *)style[i % 5]};
    }
    layout_init(&l, &f);
    assert_int_equal(l.entries, 9);
    for (int i = 5; i < 9; i++) {
        assert_true(l.entry[i].x == l.entry[i - 5].x);
        assert_true(l.entry[i].y < l.entry[i - 5].y && l.entry[i].y > l.entry[i - 5].y - 0.2);
    }
    for (int i = 0; i < 9; i++) {
        assert_true(l.entry[i].x > 0 && l.entry[i].x + l.entry[i].width < l.width);
        assert_true(l.entry[i].y > 0 && l.entry[i].y < l.panel[0].bottom);
        for (int j = 0; j < i; j++)
            assert_true(l.entry[i].x != l.entry[j].x || fabs(l.entry[i].y - l.entry[j].y) > 0.1);
    }
    assert_true(l.caption_y > l.panel[0].title_y);
    assert_string_equal(l.caption, "two nets");
    assert_string_equal(l.y_label, "error");
    layout_release(&l, &f);
}

/* One long label takes the width of its own column alone. */
static void test_a_legend_with_a_long_label(void **state)
{
    const char *label[] = {"none",    "batchnorm momentum=0.01 compat=keras running_var=biased",
                           "rmsnorm", "layernorm",
                           "frn",     "groupnorm groups=4",
                           "dyt",     "instancenorm"};
    struct plot_series series[8] = {0};
    struct plot_panel panel = {.series = series, .count = 8};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct layout l;

    (void)state;
    for (int i = 0; i < 8; i++)
        series[i] = (struct plot_series){.label = (char *)label[i], .style = (char *)label[i]};
    layout_init(&l, &f);
    assert_true(l.entry[0].y == l.entry[1].y && l.entry[1].y == l.entry[2].y);
    for (int i = 0; i < 8; i++) {
        assert_true(l.entry[i].x > 0 && l.entry[i].x + l.entry[i].width < l.width);
        for (int j = 0; j < i; j++)
            assert_true(fabs(l.entry[i].y - l.entry[j].y) > 0.1 ||
                        l.entry[i].x > l.entry[j].x + l.entry[j].width);
    }
    layout_release(&l, &f);
}

/* The layout of a figure of n series over categories. */
static void category_layout(struct layout *l, struct plot_figure *f, int n)
{
    static struct plot_series series[9];
    static struct plot_panel panel[2];
    static char label[9][8];

    for (int i = 0; i < n; i++) {
        snprintf(label[i], sizeof label[i], "s%d", i);
        series[i] = (struct plot_series){.label = label[i]};
    }
    panel[0] = panel[1] = (struct plot_panel){.series = series, .count = n};
    f->panel = panel;
    layout_init(l, f);
}

static void test_names_of_categories(void **state)
{
    char *name[] = {"before", "after", "input only", "input and before", "none", "all"};
    struct plot_figure f = {.category = name, .categories = 5, .panels = 1};
    struct layout l;

    (void)state;
    category_layout(&l, &f, 2);
    assert_true(l.x[0].low == 0.5 && l.x[0].high == 5.5 && l.x[0].ticks == 0);
    assert_int_equal(l.slant, 0);
    assert_string_equal(l.name[0], "before");
    assert_string_equal(l.name[3], "input and\nbefore");
    assert_true(l.below > 2 * plot_line_height(POINTS_TEXT));
    layout_release(&l, &f);

    name[1] = "weightstandardizations"; /* a word too wide for a place, if not for three lines */
    category_layout(&l, &f, 2);
    assert_true(l.slant > 0 && l.slant < 90);
    assert_string_equal(l.name[3], "input and before");
    assert_non_null(strstr(l.name[1], "\xe2\x80\xa6"));
    assert_true(l.panel[0].bottom > plot_text_width(l.name[1], POINTS_TEXT) * 0.6);
    layout_release(&l, &f);

    /* Many places need the width of the page. */
    assert_true(l.width < 4);
    f.categories = 6;
    category_layout(&l, &f, 6);
    assert_true(l.width > 6);
    layout_release(&l, &f);
    f.panels = 2;
    category_layout(&l, &f, 2);
    assert_true(l.panel[0].bottom == l.panel[1].bottom);
    layout_release(&l, &f);
    category_layout(&l, &f, 9);
    assert_true(l.panel[0].left == l.panel[1].left && l.panel[0].bottom > l.panel[1].top + 0.3);
    layout_release(&l, &f);
}

/* Nothing hides anything: no two series are at one x, nor do they leave their category. */
static void test_series_stand_side_by_side(void **state)
{
    double seed[] = {1, 9}, last = -0.45;
    struct plot_series series[9] = {0};
    struct plot_panel panel = {.series = series};
    struct plot_figure f = {.panel = &panel, .panels = 1};

    (void)state;
    for (int i = 0; i < 9; i++)
        series[i] = (struct plot_series){.seed = (void *)seed, .seeds = i % 2};
    panel.count = 9;
    assert_true(plot_dodge(&f, &panel, 3).mean == 0 && plot_dodge(&f, &panel, 3).seeds == 0);
    f.categories = 2;
    for (int i = 0; i < 9; i++) {
        struct dodge d = plot_dodge(&f, &panel, i);

        assert_true(i % 2 ? d.seeds > last + 0.02 && d.mean > d.seeds + 0.02
                          : d.mean > last + 0.02);
        last = d.mean;
    }
    assert_true(last < 0.45);
    panel.count = 1;
    assert_true(plot_dodge(&f, &panel, 0).mean == 0);
}

static void place_labels(const struct plot_figure *f, struct guide_place *place)
{
    struct layout l;

    layout_init(&l, f);
    guide_labels(f, &l, 0, place);
    layout_release(&l, f);
}

static void test_labels_of_guides_are_in_nobodys_way(void **state)
{
    struct plot_point point[] = {{1, 9, NAN, NAN, false},
                                 {2, 9, NAN, NAN, false},
                                 {3, 9, NAN, NAN, false},
                                 {4, 8.3, NAN, NAN, false}};
    struct plot_series series = {.label = "s", .point = point, .points = 4};
    struct plot_guide guide[] = {{8.5, "chance"}, {8, "too"}, {8.1, "near"}};
    struct plot_panel panel = {.series = &series, .count = 1, .guide = guide, .guides = 1};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct guide_place place[3];
    char *name[9] = {NULL};

    (void)state;
    place_labels(&f, place); /* the line comes down at the right */
    assert_true(place[0].along == 0);
    point[3].y = 9;
    point[0].y = 8.3;
    place_labels(&f, place);
    assert_true(place[0].along == 1);
    point[0].y = 9;
    guide[0].y = 0; /* nothing is below the axes, */
    place_labels(&f, place);
    assert_true(place[0].along == 1 && !place[0].below);
    guide[0].y = 9.1; /* nor above them */
    place_labels(&f, place);
    assert_true(place[0].below);
    guide[0].y = 8; /* as another one, and near to the third */
    point[1].y = 7;
    panel.guides = 3;
    place_labels(&f, place);
    assert_true(place[0].below && place[1].below && place[0].along != place[1].along);
    assert_false(place[2].below);
    point[0].y = point[1].y = 9;
    point[2] = (struct plot_point){9, 8, NAN, NAN, false}; /* half of it is above its guide */
    series.points = 3;
    panel.guides = 1;
    f.category = name;
    f.categories = 9;
    place_labels(&f, place);
    assert_true(place[0].along == 0 && !place[0].below);
}

static void test_rows_of_panels(void **state)
{
    const int columns[] = {1, 2, 3, 2, 3, 3, 3, 3, 3};
    struct plot_point point[21];
    struct plot_series series = {.label = "", .point = point, .points = 21};
    struct plot_panel panel[9];
    struct plot_figure f = {.panel = panel, .x_log = 2};

    (void)state;
    for (int i = 0; i < 21; i++)
        point[i] = (struct plot_point){exp2(i), 1 + i, NAN, NAN, false};
    for (int n = 1; n <= 9; n++) {
        struct layout l;

        panel[n - 1] = (struct plot_panel){.title = "net", .series = &series, .count = 1};
        f.panels = n;
        layout_init(&l, &f);
        for (int i = 0; i < n; i++) {
            const struct panel_layout *p = &l.panel[i], *left = p - 1;
            const struct axis *x = &l.x[i];

            assert_true(p->left > 0 && p->right < l.width && p->bottom > 0 && p->top < l.height);
            if (i % columns[n - 1])
                assert_true(p->left > left->right && p->bottom == left->bottom);
            else if (i > 0)
                assert_true(p->left < left->right && p->top < left->bottom);
            assert_true(p->right - p->left > 0.95 * x->inches && x->ticks >= 3);
        }
        layout_release(&l, &f);
    }
}

static void test_diverged_marks_stand_apart(void **state)
{
    double lost[3][2] = {{1, 10}, {2, 3}, {3, 0}};
    struct plot_series series[3];
    struct plot_panel panel = {.series = series, .count = 3};
    struct plot_figure f = {.panel = &panel, .panels = 1};
    struct axis x = {.low = 0, .high = 4};
    struct lost_mark *mark;

    (void)state;
    for (int i = 0; i < 3; i++)
        series[i] = (struct plot_series){.lost = lost, .losts = 3};
    assert_int_equal(plot_lost_marks(&f, &panel, &x, 4, &mark), 6);
    for (int i = 0; i < 6; i++) {
        assert_true(mark[i].x == 1 + i / 3 && mark[i].count == (i < 3 ? 10 : 3));
        assert_true(mark[i].row == i % 3 && mark[i].series == i % 3);
    }
    free(mark);
    /* At 0.2 inches, a count of two digits reaches to its neighbour. */
    assert_int_equal(plot_lost_marks(&f, &panel, &x, 0.8, &mark), 6);
    assert_int_equal(mark[3].row, 3);
    free(mark);
    f.categories = 3;
    x.low = 0.5;
    x.high = 3.5;
    assert_int_equal(plot_lost_marks(&f, &panel, &x, 6, &mark), 6);
    for (int i = 0; i < 6; i++)
        assert_true(mark[i].row == 0 && mark[i].x == 1 + i / 3 + 0.25 * (i % 3 - 1));
    free(mark);
    assert_int_equal(plot_lost_marks(&f, &panel, &x, 2.4, &mark), 6); /* 0.2 inches apart */
    assert_true(mark[0].row == 0 && mark[1].row == 1 && mark[2].row == 0);
    free(mark);
}

static void test_wrapping(void **state)
{
    char *s;

    (void)state;
    s = plot_wrap("one two three four", 10, plot_text_width("one two th", 10), 9);
    assert_string_equal(s, "one two\nthree four");
    assert_int_equal(plot_lines(s), 2);
    free(s);
    s = plot_wrap("one two three four", 10, 1.001 * plot_text_width("one two\xe2\x80\xa6", 10), 1);
    assert_string_equal(s, "one two\xe2\x80\xa6");
    free(s);
    s = plot_wrap("\xc2\xb5\xc2\xb5\xc2\xb5\xc2\xb5", 10,
                  1.25 * plot_text_width("\xc2\xb5\xc2\xb5", 10), 9);
    assert_string_equal(s, "\xc2\xb5\xc2\xb5\n\xc2\xb5\xc2\xb5");
    free(s);
    s = plot_wrap(NULL, 10, 1, 2);
    assert_string_equal(s, "");
    assert_int_equal(plot_lines(s), 0);
    free(s);
    s = plot_shorten("abcdefghijklmnop", 10, plot_text_width("abcd\xe2\x80\xa6nop", 10));
    assert_non_null(strstr(s, "\xe2\x80\xa6"));
    assert_true(s[0] == 'a' && s[strlen(s) - 1] == 'p' && strlen(s) > 6);
    free(s);
    s = plot_shorten("abc", 10, 9);
    assert_string_equal(s, "abc");
    free(s);
}

static void test_quoting(void **state)
{
    struct text t = {0};

    (void)state;
    plot_quote(&t, "'a'\n\\\x7f");
    assert_string_equal(t.s, "'' . \"\\047\" . 'a' . \"\\047\" . ' \\ '");
    text_clear(&t);
    plot_quote(&t, NULL);
    assert_string_equal(t.s, "''");
    text_clear(&t);
    plot_quote_lines(&t, "a\nb");
    assert_string_equal(t.s, "'a' . \"\\n\" . 'b'");
    text_clear(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_legend_of_pairs),
        cmocka_unit_test(test_a_legend_with_a_long_label),
        cmocka_unit_test(test_names_of_categories),
        cmocka_unit_test(test_series_stand_side_by_side),
        cmocka_unit_test(test_labels_of_guides_are_in_nobodys_way),
        cmocka_unit_test(test_rows_of_panels),
        cmocka_unit_test(test_diverged_marks_stand_apart),
        cmocka_unit_test(test_wrapping),
        cmocka_unit_test(test_quoting),
    };

    return cmocka_run_group_tests_name("plot_layout", tests, NULL, NULL);
}
