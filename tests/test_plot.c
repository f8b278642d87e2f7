/* Figures: files that appear whole, literal text, odd data, and a gnuplot that fails or is missing.
 */
#include "figures.h"
#include "store/plain_words.h"

static void test_files_appear_whole(void **state)
{
    char *folder = test_path("whole/plots/first");
    struct plot_figure f = make_figure("error", 2, 5, 7);
    size_t n;
    char *text;

    (void)state;
    skip_without_gnuplot();
    lose(&f, 0, 1, 2, 3);
    write_and_redraw(&f, folder);
    assert_int_equal(count_entries(folder), 5);
    text = read_part(folder, "error", "gp", &n);
    assert_non_null(strstr(text, "\nlt_batchnorm"));
    assert_non_null(strstr(text, "style[3] = 'groupnorm'; look[3] = 'line'\n"));
    assert_non_null(strstr(text, "\nlost 2 3 NaN NaN\nEOD\n"));
    assert_non_null(strstr(text, "x_log = 2; y_log = 0;"));
    assert_non_null(strstr(text, "$p2s5 << EOD\nmean 2 14 13.5 14.5\n"));
    free(text);
    text = read_part(folder, "error", "svg", &n);
    for (int i = 1; i <= 7; i++) { /* a tick at each x */
        char *tick = format_new("<text>%d</text>", 1 << i);

        assert_non_null(strstr(text, tick));
        free(tick);
    }
    free(text);
    free(folder);
}

/* A norm has one colour, with whatever options and whatever layer follows it in the slot. */
static void test_variants_of_a_norm(void **state)
{
    static const char *const norms[] = {"none", "none; noise", "batchnorm", "batchnorm ghost=4",
                                        "batchnorm; noise"};
    char *folder = test_path("variants/x"), *command, *out;
    struct plot_figure f = make_figure("error", 1, 5, 3);
    long line[5], rgb[5];

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 5; i++) {
        replace(&f.series[i].label, norms[i]);
        replace(&f.series[i].style, norms[i]);
    }
    write_and_redraw(&f, folder);
    command =
        format_new("cd '%s' && gnuplot --default-settings -e \"term = ''; load 'error.gp'; set "
                   "print '-'; do for [k = 1:5] { print line[k], style_rgb[line[k]] }\"",
                   folder);
    assert_int_equal(run_command(command, &out, NULL), 0);
    assert_int_equal(sscanf(out, "%ld %ld %ld %ld %ld %ld %ld %ld %ld %ld", &line[0], &rgb[0],
                            &line[1], &rgb[1], &line[2], &rgb[2], &line[3], &rgb[3], &line[4],
                            &rgb[4]),
                     10);
    assert_int_equal(line[0], 1); /* of none and batchnorm in templates/style.gp */
    assert_int_equal(line[2], 2);
    assert_true(rgb[1] == rgb[0] && line[1] != line[0]);
    assert_true(rgb[3] == rgb[2] && line[3] != line[2]);
    assert_true(rgb[4] != rgb[2]); /* a third line has a colour of its own */
    free(command);
    free(out);
    free(folder);
}

static void test_text_is_literal(void **state)
{
    char *folder = test_path("odd/x"), *text;
    struct plot_figure f = make_figure("error", 2, 4, 3);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    replace(&f.title,
            "a_b^{c} \"d\" 'e' \\f\\ `date` @name ~h 100% %d & <i> \xc2\xb5 \xe6\xbc\xa2");
    replace(&f.panel[0].title, "net {");
    replace(&f.panel[1].title, "net }\nand\ttabs \\");
    f.panel[0].note = xstrdup("a_note' . system('touch owned') . '");
    replace(&f.x_label, "it's x_1 }");
    replace(&f.y_label, "{y^2 \\");
    replace(&f.series[0].label, "groups=8 {^_ 'quoted' \\");
    replace(&f.series[1].label, "");
    replace(&f.series[1].style, "'] \"{ unknown");
    replace(&f.series[2].label, "not \xff UTF-8 \xc3");
    replace(&f.series[3].label,
            "so_long_a_name that no page is wide enough for it, whatever one tries, be it with a "
            "smaller font or with two lines, and so its middle has to go, but never this end");
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "svg", &n);
    assert_non_null(
        strstr(text, "a_b^{c} \"d\" 'e' \\f\\ `date` @name ~h 100% %d &amp; &lt;i> \xc2\xb5 \xe6"));
    assert_non_null(strstr(text, "net }"));
    assert_non_null(strstr(text, "groups=8 {^_ 'quoted' \\<"));
    assert_non_null(strstr(text, "but never this end"));
    free(text);
    text = format_new("%s/owned", folder);
    assert_false(file_exists(text));
    free(text);
    free(folder);
}

/* A figure with letters beyond ASCII, drawn by normlab and then by hand, both in silence, is the same file in every
 * locale: in the one of a bare container, where no LC_ALL and no LANG is set, too. */
static void test_locales(void **state)
{
    const char *const all[] = {"C.UTF-8", "POSIX", NULL};
    char *folder = test_path("locales/x"), *first = NULL, *before = getenv("LC_ALL"), *text;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    before = before ? xstrdup(before) : NULL;
    for (int i = 0; i < 3; i++) {
        struct plot_figure f = make_figure("error", 1, 3, 5);

        if (all[i])
            setenv("LC_ALL", all[i], 1);
        else
            unsetenv("LC_ALL");
        replace(&f.title, "10\xe2\x81\xbb\xe2\x81\xb5 \xc2\xb5 \xe6\xbc\xa2");
        write_and_redraw(&f, folder);
        text = read_part(folder, "error", "svg", &n);
        assert_string_equal(text, first ? first : text);
        free(first ? text : NULL);
        first = first ? first : text;
    }
    if (before)
        setenv("LC_ALL", before, 1);
    free(before);
    free(first);
    free(folder);
}

static void test_data_that_is_hardly_any(void **state)
{
    char *folder = test_path("hardly/x");
    struct plot_figure f;

    (void)state;
    skip_without_gnuplot();
    f = make_figure("no_panels", 0, 0, 0);
    write_and_redraw(&f, folder);
    f = make_figure("no_series", 1, 0, 0);
    write_and_redraw(&f, folder);
    f = make_figure("no_points", 2, 3, 0);
    write_and_redraw(&f, folder);
    f = make_figure("one_point", 1, 2, 1);
    write_and_redraw(&f, folder);
    f = make_figure("three_panels_many_series", 3, 30, 12);
    write_and_redraw(&f, folder);
    f = make_figure("null_strings", 1, 2, 3);
    free(f.title);
    free(f.x_label);
    free(f.y_label);
    free(f.panel[0].title);
    f.title = f.x_label = f.y_label = f.panel[0].title = NULL;
    write_and_redraw(&f, folder);
    free(folder);
}

static void test_data_that_is_not_finite(void **state)
{
    char *folder = test_path("nan/x"), *text;
    struct plot_figure f = make_figure("all_nan", 2, 3, 4);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int s = 0; s < 3; s++)
        for (int i = 0; i < 4; i++) {
            struct plot_row *q = mean_at(&f, 0, s, i);

            q->y = q->low = q->high = NAN;
            for (int k = 0; k < 3; k++)
                seed_at(&f, 0, s, 3 * i + k)->y = NAN;
            lose(&f, 0, s, 2 << i, 3);
        }
    write_and_redraw(&f, folder);
    text = read_part(folder, "all_nan", "svg", &n);
    assert_non_null(strstr(text, "no data"));
    assert_non_null(strstr(text, "diverged"));
    free(text);

    f = make_figure("some_nan", 1, 2, 5);
    f.y_log10 = true;
    mean_at(&f, 0, 0, 1)->y = NAN;
    mean_at(&f, 0, 0, 3)->low = NAN;
    mean_at(&f, 0, 0, 4)->low = -3;
    mean_at(&f, 0, 1, 0)->y = INFINITY;
    mean_at(&f, 0, 1, 2)->high = INFINITY;
    seed_at(&f, 0, 1, 2)->y = -INFINITY;
    write_and_redraw(&f, folder);
    text = read_part(folder, "some_nan", "gp", &n);
    assert_non_null(strstr(text, "\nmean 4 NaN 8.5 9.5\n")); /* a gap */
    assert_non_null(strstr(text, "\nmean 8 9.5 NaN NaN\n"));
    free(text);

    f = make_figure("no_intervals", 1, 2, 5);
    for (int s = 0; s < 2; s++)
        for (int i = 0; i < 5; i++)
            mean_at(&f, 0, s, i)->low = mean_at(&f, 0, s, i)->high = NAN;
    write_and_redraw(&f, folder);

    f = make_figure("far_apart", 1, 2, 5);
    mean_at(&f, 0, 1, 0)->y = 1e38;
    mean_at(&f, 0, 0, 0)->y = 1e-308;
    write_and_redraw(&f, folder);
    free(folder);
}

/* Counts of unsuccessful trials stand beside their marks; where they would touch, one range stands for the marks of a run. */
static void test_close_counts(void **state)
{
    char *folder = test_path("close/x"), *text;
    struct plot_figure f = make_figure("close", 1, 2, 5);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    lose(&f, 0, 0, 2, 77);
    lose(&f, 0, 0, 8, 23);
    lose(&f, 0, 0, 8.2, 91);
    lose(&f, 0, 0, 8.4, 57);
    lose(&f, 0, 1, 4, 62); /* another line has a row of its own */
    lose(&f, 0, 1, 16, 44);
    lose(&f, 0, 1, 16.1, 44);
    write_and_redraw(&f, folder);
    text = read_part(folder, "close", "svg", &n);
    assert_holds(text, ">77<");
    assert_holds(text, ">23\xe2\x80\x93"
                       "91<");
    assert_holds(text, ">62<");
    assert_int_equal(occurrences(text, ">44<"), 1);
    assert_null(strstr(text, ">57<"));
    free(text);
    free(folder);
}

static void test_terminal(void **state)
{
    char *folder = test_path("terminal/x"), *text, *line, *rest;
    struct plot_figure f = make_figure("error", 2, 3, 5);
    size_t widest = 0;

    (void)state;
    skip_without_gnuplot();
    lose(&f, 1, 0, 2, 3);
    text = terminal_text(&f, folder, 100);
    assert_false(file_exists(folder)); /* nothing is written */
    assert_non_null(strstr(text, "Test error"));
    assert_non_null(strstr(text, "net 1: test error (%)"));
    assert_non_null(strstr(text, "net 2: test error (%)"));
    assert_non_null(strstr(text, "diverged: series 0 3 at 2"));
    assert_non_null(strstr(text, "***A***series 0"));
    assert_non_null(strstr(text, "$$$C$$$series 2"));
    assert_null(strstr(text, " \n"));
    assert_null(strstr(text, "hides")); /* series that keep apart */
    for (line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        widest = strlen(line) > widest ? strlen(line) : widest;
    assert_true(widest > 80 && widest <= 100);
    plot_figure_clear(&f);
    free(text);
    free(folder);
}

static void test_caption_and_scale_are_named(void **state)
{
    char *folder = test_path("caption and scale/x"), *text;
    struct plot_figure f = make_figure("error", 2, 2, 5);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    f.caption = xstrdup("mnist, 3 seeds: means");
    f.y_log10 = true;
    for (int i = 0; i < 5; i++)
        mean_at(&f, 1, 1, i)->y = mean_at(&f, 1, 0, i)->y;
    text = terminal_text(&f, folder, 100);
    assert_int_equal(occurrences(text, "mnist, 3 seeds: means\n"), 1);
    assert_int_equal(occurrences(text, ": test error (%) (log scale)\n"), 2);
    assert_int_equal(occurrences(text, "Where lines meet, the later one hides the earlier.\n"), 1);
    free(text);
    write_and_redraw(&f, folder);
    text = read_part(folder, "error", "svg", &n);
    assert_int_equal(occurrences(text, "mnist, 3 seeds: means"), 1);
    assert_int_equal(occurrences(text, "test error (%) (log scale)"), 1);
    free(text);
    free(folder);
}

static void test_a_missing_mean_is_a_gap(void **state)
{
    char *folder = test_path("terminal/x"), *text;
    struct plot_figure f = make_figure("error", 1, 1, 5);
    int stars = 0;

    (void)state;
    skip_without_gnuplot();
    mean_at(&f, 0, 0, 1)->y = NAN;
    mean_at(&f, 0, 0, 3)->y = NAN;
    text = terminal_text(&f, folder, 80);
    for (const char *p = text; *p; p++)
        stars += *p == '*';
    assert_int_equal(stars, 6); /* of the legend's ***A***; a line would need more */
    plot_figure_clear(&f);
    free(text);
    free(folder);
}

/* Ticks stand at the values of x, but on a linear axis not where they would meet or are long. */
static void test_ticks_do_not_meet(void **state)
{
    static const double epoch[][5] = {{0, 1, 2, 4, 6}, {0, 32. / 120, 64. / 120, 5.8, 6}};
    char *folder = test_path("ticks/x"), *text;
    size_t n;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 2; i++) {
        struct plot_figure f = make_figure("error", 1, 1, 5);

        f.x_log = 0;
        for (int k = 0; k < f.rows; k++)
            f.row[k].x = epoch[i][(int)log2(f.row[k].x) - 1];
        write_and_redraw(&f, folder);
        text = read_part(folder, "error", "svg", &n);
        assert_int_equal(occurrences(text, ">6<"), 1);
        assert_int_equal(occurrences(text, ">3<"), i); /* gnuplot's own ticks */
        assert_int_equal(occurrences(text, ">0.26"), 0);
        assert_int_equal(occurrences(text, ">5.8<"), 0);
        free(text);
    }
    free(folder);
}

/* Titles of panels are words: of keys, of values, and of nets' last parts. */
static void test_titles_in_words(void **state)
{
    static const char *const said[][2] = {
        {"mlp, optimizer=sgd", "MLP, SGD"},
        {"resnet, lr=0.1", "ResNet, rate 0.1"},
        {"avgpool 4; resnet depth=8 width=8", "ResNet, 8 layers, width 8"},
        {"panel=mean of workers", "mean of workers"},
        {"init_scale=0.3", "initial weights times 0.3"},
        {"norm=groupnorm groups=8, batch=2", "groupnorm groups=8, batch 2"},
        {NULL, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char *title = title_in_words(said[i][0]);

        assert_string_equal(title, said[i][1]);
        free(title);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_appear_whole),
        cmocka_unit_test(test_variants_of_a_norm),
        cmocka_unit_test(test_text_is_literal),
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_data_that_is_hardly_any),
        cmocka_unit_test(test_close_counts),
        cmocka_unit_test(test_data_that_is_not_finite),
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_caption_and_scale_are_named),
        cmocka_unit_test(test_a_missing_mean_is_a_gap),
        cmocka_unit_test(test_ticks_do_not_meet),
        cmocka_unit_test(test_titles_in_words),
    };

    return cmocka_run_group_tests_name("plot", tests, NULL, NULL);
}
