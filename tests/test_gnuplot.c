/* A gnuplot that fails, draws nothing, or is not there; folders that cannot be written. The figure
 * is one without data, and gnuplot a shell script. */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "figures/plot.h"
#include "support.h"
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct plot_figure figure = {.name = "error"};

static int count_entries(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;

    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        n += e->d_name[0] != '.';
    closedir(d);
    return n;
}

/* plot_write(), which must return `want` and say one line; returns that. */
static char *write_and_listen(const char *folder, int want)
{
    char *said;
    int r;

    capture_stderr();
    r = plot_write(&figure, folder, PLOT_ALL);
    said = captured_stderr();
    assert_int_equal(r, want);
    assert_true(strchr(said, '\n') == said + strlen(said) - 1);
    return said;
}

/* As that, with nothing to be said. */
static char *write_in_silence(const char *folder, int want)
{
    char *said;
    int r;

    capture_stderr();
    r = plot_write(&figure, folder, PLOT_ALL);
    said = captured_stderr();
    assert_int_equal(r, want);
    assert_string_equal(said, "");
    return said;
}

/* The text of vain/x/<name>, or "(none)", in a new string. */
static char *part(const char *name)
{
    char *path = format_new("%s/vain/x/%s", test_folder(), name);
    size_t n;
    char *text = file_read(path, &n, true);

    free(path);
    return text ? text : xstrdup("(none)");
}

/* Shell functions that print pictures from first byte to last, with a text within: one, or `whole` all three. */
static const char pictures[] =
    "svg() { echo \"<svg viewBox='0 0 1 1'>$1</svg>\"; }\n"
    "pdf() { printf '%%PDF-1.5\\nxref\\n%s\\nstartxref\\n9\\n%%%%EOF\\n' \"$1\"; }\n"
    "png() { printf '\\211PNG\\r\\n\\032\\n\\0\\0\\0\\0IEND\\256B\\140\\202'; }\n"
    "draw() { echo \"normlab draws $1\"; $1 \"$2\"; }\n"
    "whole() { draw svg \"$1\"; draw pdf \"$1\"; draw png; }\n";

/* Puts a shell script called gnuplot in front of PATH, or with NULL makes that be without one. */
static void fake_gnuplot(const char *body)
{
    char *folder = test_path("fake"), *path = test_path("fake/gnuplot");
    char *script = format_new("#!/bin/sh\n%s%s\n", pictures, body ? body : "");
    char *search = format_new("%s:/usr/bin:/bin", folder);

    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, script, strlen(script)), 0);
    assert_int_equal(chmod(path, 0777), 0);
    setenv("PATH", body ? search : "/nonexistent", 1);
    free(folder);
    free(path);
    free(script);
    free(search);
}

/* Writes the figure where an older drawing stands. That must survive beside the script and the
 * data, and nothing else may be left. Returns what was said. */
static char *write_in_vain(const char *body, int want)
{
    char *folder = test_path("vain/x"), *old = test_path("vain/x/error.svg"), *said, *text;

    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(old, "old", 3), 0);
    fake_gnuplot(body);
    said = want < 0 ? write_and_listen(folder, want) : write_in_silence(folder, want);
    text = part("error.svg");
    assert_string_equal(text, "old");
    free(text);
    text = part("error.gp");
    assert_non_null(strstr(text, "lt_batchnorm"));
    free(text);
    text = part("error.csv");
    assert_true(text_starts_with(text, "panel,"));
    free(text);
    assert_int_equal(count_entries(folder), 3);
    free(folder);
    free(old);
    return said;
}

static void test_it_fails(void **state)
{
    char *said;

    (void)state;
    said = write_in_vain(
        "echo 'normlab draws svg'; echo '<svg>half'\n"
        "printf '\\nplot x\\n     ^\\n\"error.gp\" line 7: bad thing\\n\\n' >&2; exit 1",
        -1);
    assert_non_null(strstr(said, "vain/x/error.gp"));
    assert_non_null(strstr(said, "exit code 1"));
    assert_non_null(strstr(said, "line 7: bad thing"));
    free(said);
    said = write_in_vain("exit 3", -1);
    assert_non_null(strstr(said, "exit code 3"));
    free(said);
    said = write_in_vain("kill -9 $$", -1);
    assert_non_null(strstr(said, "exit code 137"));
    free(said);
}

/* All three drawings are there, and yet the exit code counts. */
static void test_it_draws_and_fails(void **state)
{
    (void)state;
    free(write_in_vain("whole x; exit 1", -1));
}

/* More than a pipe holds. */
static void test_it_says_much(void **state)
{
    char *said = write_in_vain("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo >&2\n"
                               "head -c 3000000 /dev/zero; echo last >&2; exit 1",
                               -1);

    (void)state;
    assert_non_null(strstr(said, ": last;"));
    free(said);
}

static void test_it_draws_nothing(void **state)
{
    char *said;

    (void)state;
    said = write_in_vain("exit 0", -1);
    assert_non_null(strstr(said, "drew no whole picture for"));
    assert_non_null(strstr(said, "vain/x/error.svg: it did not say why;"));
    free(said);
    said = write_in_vain("draw svg x; echo 'normlab draws pdf'; draw png; echo no memory >&2", -1);
    assert_non_null(strstr(said, "vain/x/error.pdf: no memory;"));
    free(said);
}

static void test_it_draws(void **state)
{
    char *folder = test_path("vain/x"), *text;

    (void)state;
    fake_gnuplot("whole new; echo chatter >&2");
    capture_stderr();
    assert_int_equal(plot_write(&figure, folder, PLOT_ALL), 0);
    text = captured_stderr();
    assert_string_equal(text, "");
    free(text);
    text = part("error.svg");
    assert_string_equal(text, "<svg viewBox='0 0 1 1'>new</svg>\n");
    free(text);
    text = part("error.pdf");
    assert_string_equal(text, "%PDF-1.5\nxref\nnew\nstartxref\n9\n%%EOF\n");
    free(text);
    assert_int_equal(count_entries(folder), 5);
    free(folder);
}

/* The same figure is the same file whenever it is drawn: a PDF does not tell the time, and keeps its length, since it
 * knows where its objects stand. */
static void test_a_pdf_does_not_tell_the_time(void **state)
{
    char *folder = test_path("vain/x"), *text;

    (void)state;
    fake_gnuplot("whole '/CreationDate (D:2026Z) /Type'");
    free(write_in_silence(folder, 0));
    text = part("error.pdf");
    assert_holds(text, "xref\n                        /Type\nstartxref");
    free(text);
    text = part("error.svg");
    assert_holds(text, ">/CreationDate (D:2026Z) /Type<");
    free(text);
    free(folder);
}

/* Whatever the user's locale is, gnuplot runs in one where text is UTF-8 and numbers have a point. */
static void test_it_runs_in_a_locale_of_ours(void **state)
{
    const char *const all[] = {"POSIX", "de_DE.UTF-8", "nonsense", NULL};
    char *folder = test_path("vain/x"), *before = getenv("LC_ALL"), *text;

    (void)state;
    before = before ? xstrdup(before) : NULL;
    fake_gnuplot("whole \"$(env | grep ^LC_ALL=)\"");
    for (int i = 0; i < 4; i++) {
        if (all[i])
            setenv("LC_ALL", all[i], 1);
        else
            unsetenv("LC_ALL");
        free(write_in_silence(folder, 0));
        text = part("error.svg");
        assert_holds(text, ">LC_ALL=C.UTF-8<");
        free(text);
    }
    if (before)
        setenv("LC_ALL", before, 1);
    free(before);
    free(folder);
}

static void test_a_drawing_cannot_be_renamed(void **state)
{
    char *folder = test_path("vain/z"), *svg = test_path("vain/z/error.svg/x"), *said;

    (void)state;
    assert_int_equal(folder_make(svg), 0);
    fake_gnuplot("whole new");
    said = write_and_listen(folder, -1);
    assert_non_null(strstr(said, "vain/z/error.svg"));
    assert_int_equal(count_entries(folder), 3);
    free(said);
    free(folder);
    free(svg);
}

static void test_it_is_missing(void **state)
{
    char *folder = test_path("vain/y"), *version, *said = write_in_vain(NULL, PLOT_NO_PICTURES);

    (void)state;
    free(said);
    version = plot_version();
    assert_string_equal(version, "");
    capture_stderr();
    plot_warn_missing("it's here");
    said = captured_stderr();
    assert_non_null(strstr(said, "warning"));
    assert_non_null(strstr(said, "gnuplot-nox"));
    assert_non_null(strstr(said, "cd 'it'\\''s here' && gnuplot *.gp\n"));
    free(said);
    capture_stderr();
    assert_int_equal(plot_terminal(&figure, folder, 80), -1);
    said = captured_stderr();
    assert_non_null(strstr(said, "gnuplot-nox"));
    assert_false(file_exists(folder));
    free(said);
    free(version);
    free(folder);
}

/* A figure for the terminal has no file, and one that lies there may be of somebody else: nobody is told to run it. */
static void test_terminal_fails(void **state)
{
    char *folder = test_path("vain/t"), *said;

    (void)state;
    fake_gnuplot("echo 'bad thing' >&2; exit 1");
    capture_stderr();
    assert_int_equal(plot_terminal(&figure, folder, 80), -1);
    said = captured_stderr();
    assert_holds(said, "vain/t/error (exit code 1): bad thing\n");
    free(said);
    free(folder);
}

/* What the shell is told to do about a failure works, whatever the folder's name. */
static void test_a_hint_can_be_pasted(void **state)
{
    char *folder = test_path("it's a $HOME/x y"), *said, *hint, *out;

    (void)state;
    fake_gnuplot("pwd; echo \"$1\"; exit 5");
    said = write_and_listen(folder, -1);
    hint = strstr(said, "to see more: ");
    assert_non_null(hint);
    assert_int_equal(run_command(hint + strlen("to see more: "), &out, NULL), 5);
    assert_non_null(strstr(out, folder));
    assert_non_null(strstr(out, "\nerror.gp\n"));
    free(said);
    free(out);
    free(folder);
}

static void test_csv(void **state)
{
    struct plot_row row[] = {{PLOT_MEAN, 0, 0, 2, 0.1, NAN, 1e-05},
                             {PLOT_SEED, 0, 0, 2, 9.75, NAN, NAN},
                             {PLOT_SEED, 0, 0, 2, NAN, NAN, NAN},
                             {PLOT_UNSUCCESSFUL, 0, 0, 2, 1, -INFINITY, NAN}};
    struct plot_series series = {"a, \"b\"", "none", LOOK_LINE, false};
    struct plot_panel panel = {.title = "two\nlines"};
    struct plot_figure f = {.name = "error",
                            .series = &series,
                            .count = 1,
                            .panel = &panel,
                            .panels = 1,
                            .row = row,
                            .rows = 4};
    char *folder = test_path("vain/x"), *text;

    (void)state;
    fake_gnuplot("whole new");
    assert_int_equal(plot_write(&f, folder, PLOT_ALL), 0);
    text = part("error.csv");
    assert_string_equal(text, "panel,series,kind,x,value,low,high\n"
                              "\"two\nlines\",\"a, \"\"b\"\"\",mean,2,0.1,,1e-05\n"
                              "\"two\nlines\",\"a, \"\"b\"\"\",seed,2,9.75,,\n"
                              "\"two\nlines\",\"a, \"\"b\"\"\",seed,2,,,\n"
                              "\"two\nlines\",\"a, \"\"b\"\"\",diverged,2,1,-inf,\n");
    free(text);
    free(folder);
}

static void test_version(void **state)
{
    char *version;

    (void)state;
    fake_gnuplot("echo gnuplot 9.9 patchlevel 1; echo more");
    version = plot_version();
    assert_string_equal(version, "gnuplot 9.9 patchlevel 1");
    free(version);
}

static void test_folder_that_cannot_be_written(void **state)
{
    char *file = test_path("a_file"), *folder = test_path("a_file/x"),
         *closed = test_path("closed/x");
    char *said;

    (void)state;
    assert_int_equal(file_write(file, "x", 1), 0);
    said = write_and_listen(folder, -1);
    assert_non_null(strstr(said, "a_file"));
    free(said);
    if (geteuid() != 0) { /* root writes anywhere */
        assert_int_equal(folder_make(closed), 0);
        assert_int_equal(chmod(closed, 0555), 0);
        said = write_and_listen(closed, -1);
        assert_non_null(strstr(said, "closed/x/error.gp"));
        assert_int_equal(count_entries(closed), 0);
        free(said);
    }
    free(file);
    free(folder);
    free(closed);
}

static int keep_path(void **state)
{
    *state = xstrdup(getenv("PATH"));
    return 0;
}

static int restore_path(void **state)
{
    setenv("PATH", *state, 1);
    free(*state);
    return 0;
}

#define FAKED(test) cmocka_unit_test_setup_teardown(test, keep_path, restore_path)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FAKED(test_it_fails),
        FAKED(test_it_draws_and_fails),
        FAKED(test_it_says_much),
        FAKED(test_it_draws_nothing),
        FAKED(test_it_is_missing),
        FAKED(test_it_draws),
        FAKED(test_a_pdf_does_not_tell_the_time),
        FAKED(test_it_runs_in_a_locale_of_ours),
        FAKED(test_a_drawing_cannot_be_renamed),
        FAKED(test_terminal_fails),
        FAKED(test_a_hint_can_be_pasted),
        FAKED(test_csv),
        FAKED(test_version),
        FAKED(test_folder_that_cannot_be_written),
    };

    return cmocka_run_group_tests_name("gnuplot", tests, NULL, NULL);
}
