/* Some formats alone, and processes that draw at once. */
#include "child.h"
#include "figures.h"
#include <sys/wait.h>

static void assert_parts(const char *folder, const char *name, const char *there)
{
    const char *const all[] = {"gp", "csv", "svg", "pdf", "png"};

    for (int i = 0; i < 5; i++) {
        char *path = format_new("%s/%s.%s", folder, name, all[i]);

        if (file_exists(path) != (strstr(there, all[i]) != NULL))
            fail_msg("%s: not as in '%s'", path, there);
        free(path);
    }
}

static void test_some_formats(void **state)
{
    char *folder = test_path("some/plots/x");
    const char *const formats[] = {"", "svg", "svg pdf", "pdf svg png"};
    const char *const there[] = {"gp csv", "gp csv svg", "gp csv svg pdf", "gp csv svg pdf png"};

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 4; i++) {
        struct plot_figure f = make_figure("error", 1, 2, 3);

        assert_int_equal(plot_write(&f, folder, formats[i]), 0);
        assert_parts(folder, "error", there[i]);
        assert_int_equal(count_entries(folder), 2 + i); /* nothing was drawn to be thrown away */
        plot_figure_clear(&f);
    }
    assert_whole(folder, "error");
    free(folder);
}

/* TikZ for LaTeX: all text as LaTeX reads it, and no file but the figure's. */
static void test_text_for_latex(void **state)
{
    char *folder = test_path("latex/x"), *text;
    struct plot_figure f = make_figure("error", 1, 2, 6);
    size_t n;

    (void)state;
    skip_without_gnuplot();
    replace(&f.title, "a_b & 50 % {x} \\ ^~ #$");
    replace(&f.series[0].label, "groups=8_a");
    for (int i = 0; i < 6; i++)
        mean_at(&f, 0, 0, i)->x = mean_at(&f, 0, 1, i)->x = pow(10, i - 6);
    for (int i = 0; i < 18; i++)
        seed_at(&f, 0, 0, i)->x = seed_at(&f, 0, 1, i)->x = pow(10, i / 3 - 6);
    f.x_log = 10;
    assert_int_equal(plot_write(&f, folder, "tex"), 0);
    assert_int_equal(count_entries(folder), 3);
    text = read_part(folder, "error", "tex", &n);
    assert_non_null(strstr(text, "\\begin{tikzpicture}"));
    assert_non_null(strstr(text, "\\end{tikzpicture}"));
    assert_holds(text, "{a\\_b \\& 50 \\% \\{x\\} \\textbackslash{} "
                       "\\textasciicircum{}\\textasciitilde{} \\#\\$}");
    assert_holds(text, "groups=8\\_a}");
    assert_holds(
        text, "{10$^{-}$$^{4}$}"); /* a tick, whose minus and digit are raised letters elsewhere */
    free(text);
    plot_figure_clear(&f);
    free(folder);
}

/* A picture in a format that is not asked for is never lost, and never that of another script. */
static void test_stale_pictures(void **state)
{
    char *folder = test_path("stale/plots/x"), *before, *after, *png;
    size_t n;
    struct plot_figure f = make_figure("error", 1, 2, 3);

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(plot_write(&f, folder, PLOT_ALL), 0);
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    assert_parts(folder, "error", "gp csv svg pdf png");
    before = read_part(folder, "error", "svg", &n);
    png = format_new("%s/error.png", folder);
    assert_int_equal(file_write(png, "old", 3), 0);
    mean_at(&f, 0, 0, 0)->y += 1;
    assert_int_equal(plot_write(&f, folder, "pdf"), 0);
    assert_parts(folder, "error", "gp csv svg pdf png");
    after = read_part(folder, "error", "svg", &n);
    assert_string_not_equal(before, after);
    assert_whole(folder, "error");
    assert_int_equal(unlink(png), 0);
    mean_at(&f, 0, 0, 0)->y += 1;
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    assert_parts(folder, "error", "gp csv svg pdf"); /* what was not there is not made */
    free(png);
    free(before);
    free(after);
    plot_figure_clear(&f);
    free(folder);
}

/* What a process that was killed left behind goes when the next one draws. */
static void test_swept(void **state)
{
    char *folder = test_path("swept/plots/x"), *mine = test_path("swept/plots/x/error.svg");
    char *suffix = suffix_of_ended(), *dead = format_new("%s%s", mine, suffix);
    struct plot_figure f = make_figure("error", 1, 2, 3);

    (void)state;
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(dead, "x", 1), 0);
    assert_int_equal(plot_write(&f, folder, ""), 0);
    assert_false(file_exists(dead));
    plot_figure_clear(&f);
    free(folder);
    free(mine);
    free(suffix);
    free(dead);
}

/* Draws figures as one worker among many. */
static void work(int worker)
{
    char *folder = test_path(worker % 2 ? "many/plots/x" : "many/plots/y");
    bool good = true;

    for (int i = 0; i < 3; i++) {
        char *name = format_new("w%d_%d", worker, i);
        struct plot_figure f = make_figure(name, 1, 2, 3);

        good = good && plot_write(&f, folder, "svg pdf") == 0;
        plot_figure_clear(&f);
        free(name);
    }
    free(folder);
    _exit(good ? 0 : 1);
}

/* Into neighbouring folders, at once. */
static void test_many_processes(void **state)
{
    enum { WORKERS = 8 };
    char *plots = test_path("many/plots"), *said;
    pid_t pid[WORKERS];

    (void)state;
    skip_without_gnuplot();
    capture_stderr();
    fflush(NULL);
    for (int i = 0; i < WORKERS; i++) {
        pid[i] = fork();
        if (pid[i] == 0)
            work(i);
    }
    for (int i = 0; i < WORKERS; i++) {
        int status;

        assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    said = captured_stderr();
    assert_string_equal(said, "");
    assert_int_equal(count_entries(plots), 2); /* x, y */
    for (int i = 0; i < WORKERS; i++) {
        char *own = test_path(i % 2 ? "many/plots/x" : "many/plots/y");
        char *name = format_new("w%d_2", i);

        assert_parts(own, name, "gp csv svg pdf");
        free(own);
        free(name);
    }
    free(said);
    free(plots);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_some_formats),   cmocka_unit_test(test_text_for_latex),
        cmocka_unit_test(test_stale_pictures), cmocka_unit_test(test_swept),
        cmocka_unit_test(test_many_processes),
    };

    return cmocka_run_group_tests_name("plot_formats", tests, NULL, NULL);
}
