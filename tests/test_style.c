/* What a user may set of the look of figures, and what lies in a folder of figures and is not run. */
#include "figures.h"
#include "figures/style.h"
#include <sys/stat.h>

static int write_in(const char *folder, const char *name, const char *text)
{
    char *path = format_new("%s/%s", folder, name), *above = xstrndup(path, strlen(path));
    int bad;

    *strrchr(above, '/') = '\0';
    bad = folder_make(above) || file_write(path, text, strlen(text));
    free(above);
    free(path);
    return bad;
}

/* Draws a figure with the style of a root, as SVG; returns that. */
static char *draw(const char *root, const char *program)
{
    char *folder = format_new("%s/plots/x", root), *svg;
    struct plot_figure f = make_figure("error", 1, 3, 4); /* of none, batchnorm and groupnorm */
    struct style s = {0};

    assert_int_equal(style_read(&s, root, program), 0);
    style_apply(&s, &f.page, &f.style);
    assert_int_equal(plot_write(&f, folder, "svg"), 0);
    svg = read_part(folder, "error", "svg", &(size_t){0});
    style_clear(&s);
    plot_figure_clear(&f);
    free(folder);
    return svg;
}

static void test_settings(void **state)
{
    char *root = test_path("settings"), *svg;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(write_in(root, "plots/style.conf",
                              "# mine\n\nfont = Liberation Sans\n font_size=10\r\nwidth = 5\n"
                              "line_width = 3\npoint_size = 2\ncolour.batchnorm = #123456\n"
                              "dash.batchnorm = 9, 4.5\npoint.batchnorm = 5"),
                     0);
    svg = draw(root, NULL);
    assert_holds(svg, "viewBox=\"0 0 480 ");                               /* 5 inches */
    assert_holds(svg, "font-family=\"Liberation Sans\" font-size=\"13.3"); /* 10 points */
    assert_holds(svg, "rgb( 18,  52,  86)");
    assert_null(strstr(svg, "rgb(  0,  85, 154)")); /* the usual blue */
    assert_holds(svg, "rgb(  0, 128,  92)");        /* groupnorm's stays */
    assert_null(strstr(svg, "Helvetica"));
    free(svg);
    free(root);
}

/* Lengths of dashes may have blanks between them, as 9 4.5: gnuplot takes commas alone. */
static void test_dashes(void **state)
{
    static const char *const written[] = {"9,4.5", "9 4.5", "9,  4.5,"};
    char *root = test_path("dashes"), *first = NULL;

    (void)state;
    skip_without_gnuplot();
    for (int i = 0; i < 3; i++) {
        char *text = format_new("dash.batchnorm = %s\n", written[i]), *svg;

        assert_int_equal(write_in(root, "plots/style.conf", text), 0);
        svg = draw(root, NULL);
        first = first ? first : xstrdup(svg);
        assert_string_equal(svg, first);
        free(svg);
        free(text);
    }
    free(first);
    free(root);
}

/* The page of the command line comes before that of the file. */
static void test_page(void **state)
{
    char *root = test_path("page");
    struct plot_page page = {.width = 3.4};
    struct plot_style style;
    struct style s = {0};

    (void)state;
    assert_int_equal(write_in(root, "plots/style.conf", "width = 5\nfont_size = 9\n"), 0);
    assert_int_equal(style_read(&s, root, NULL), 0);
    style_apply(&s, &page, &style);
    assert_true(page.width == 3.4 && page.font_size == 9);
    style_clear(&s);
    free(root);
}

static void test_wrong_settings(void **state)
{
    static const struct {
        const char *line, *message;
    } wrong[] = {
        {"colour.batchnorm = system('touch owned')", "should be a colour as #00559A"},
        {"colour.batchnorm = #12345", "should be a colour"},
        {"colour.batchnorm = #12345g", "should be a colour"},
        {"colour.batchnrom = #123456", "did you mean colour.batchnorm?"},
        {"color.batchnorm = #123456", "did you mean colour.batchnorm?"},
        {"colour.x] = 1; system('touch owned') # = #123456", "no setting 'colour.x]'"},
        {"colour. = #123456", "no setting 'colour.'"},
        {"font = a', system('touch owned'), '", "should be letters, digits, blanks and -"},
        {"font = ", "should be letters"},
        {"font = a\xff", "should be letters"},
        {"line_width = 1; system('touch owned')", "should be a number from 0.1 to 20"},
        {"line_width = nan", "should be a number"},
        {"line_width = 1e9", "should be a number"},
        {"point.batchnorm = 2.5", "should be a whole number from 1 to 15"},
        {"dash.batchnorm = 1,2,3", "should be solid, or 2, 4, 6 or 8 lengths"},
        {"dash.batchnorm = ", "should be solid"},
        {"dash.batchnorm = 1,2)'; system('touch owned')", "should be solid"},
        {"dash.batchnorm = 0x1,2", "should be solid"},
        {"width = 1", "should be a number from 2 to 40"},
        {"system('touch owned')", "should be NAME = VALUE"},
        {"load = 'x'", "no setting 'load'"},
    };
    char *root = test_path("wrong"), *path = test_path("wrong/plots/style.conf");

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        char *text = format_new("# first\n%s\n", wrong[i].line), *said,
             *where = format_new("%s:2: ", path);
        struct style s = {0};

        assert_int_equal(write_in(root, "plots/style.conf", text), 0);
        capture_stderr();
        assert_int_equal(style_read(&s, root, NULL), -1);
        said = captured_stderr();
        assert_holds(said, where);
        assert_holds(said, wrong[i].message);
        style_clear(&s);
        free(said);
        free(where);
        free(text);
    }
    free(root);
    free(path);
}

/* Only a program that the user names is run. */
static void test_program(void **state)
{
    char *root = test_path("program"), *path = test_path("program/plots/style.gp"), *svg, *said;

    (void)state;
    skip_without_gnuplot();
    assert_int_equal(write_in(root, "plots/style.gp",
                              "face = 'Courier'; font_small = 'Courier,8'\n"
                              "set linetype 2 lc rgb 0x654321\nsystem('touch owned')\n"),
                     0);
    capture_stderr();
    svg = draw(root, NULL);
    said = captured_stderr();
    assert_holds(said, "plots/style.gp is not used");
    assert_holds(said, "--style ");
    assert_null(strstr(svg, "Courier"));
    assert_false(file_exists("/owned"));
    free(svg);
    free(said);
    assert_int_equal(write_in(root, "plots/style.gp",
                              "face = 'Courier'; font_small = 'Courier,8'\n"
                              "set linetype 2 lc rgb 0x654321\n"),
                     0);
    capture_stderr();
    svg = draw(root, path);
    said = captured_stderr();
    assert_string_equal(said, "");
    assert_holds(svg, "font-family=\"Courier\"");
    assert_holds(svg, "rgb(101,  67,  33)");
    free(svg);
    free(said);
    free(root);
    free(path);
}

/* What gnuplot would run of a folder or of the user's own: none of it is, whatever the folder is called. */
static void test_planted(void **state)
{
    static const char *const planted[] = {
        "plots/style.gp", "plots/x/gnuplot-tikz.lua", "gnuplot-tikz.lua", "plots/x/.gnuplot",
        ".gnuplot",       "plots/x/gnuplotrc",        "plots/x/error.gp", "plots/x/error.tex"};
    char *root = test_path("it's `touch owned` $(touch owned)"),
         *folder = format_new("%s/plots/x", root);
    char *owned = test_path("owned"), *code = format_new("system('touch %s')\n", owned);
    char *lua = format_new("os.execute('touch %s')\n", owned), *tex, *said;
    char *home = xstrdup(getenv("HOME") ? getenv("HOME") : "/");
    struct plot_figure f = make_figure("error", 1, 2, 3);

    (void)state;
    skip_without_gnuplot();
    for (size_t i = 0; i < sizeof planted / sizeof *planted; i++)
        assert_int_equal(write_in(root, planted[i], strstr(planted[i], ".lua") ? lua : code), 0);
    setenv("HOME", root, 1);
    capture_stderr();
    assert_int_equal(plot_write(&f, folder, PLOT_FORMATS), 0);
    said = captured_stderr();
    setenv("HOME", home, 1);
    assert_string_equal(said, "");
    assert_false(file_exists(owned));
    assert_whole(folder, "error");
    tex = read_part(folder, "error", "tex", &(size_t){0});
    assert_holds(tex, "\\begin{tikzpicture}");
    plot_figure_clear(&f);
    free(tex);
    free(said);
    free(root);
    free(folder);
    free(owned);
    free(code);
    free(lua);
    free(home);
}

/* The commands: a wrong style stops a plot, and none is drawn; the report takes a style, too. */
static void test_commands(void **state)
{
    static const struct refusal cases[] = {
        {"echo 'widht = 5' > plots/style.conf; \"$NORMLAB\" plot batch_size --preset smoke", 1,
         "./plots/style.conf:1: no setting 'widht'; did you mean width?"},
        {"\"$NORMLAB\" report batch_size", 1, "did you mean width?"},
        {"rm plots/style.conf; \"$NORMLAB\" plot batch_size --preset smoke --style nowhere.gp", 1,
         "cannot read nowhere.gp"},
    };
    char *svg;

    (void)state;
    assert_int_equal(run_in_folder("commands",
                                   "mkdir -p plots; \"$NORMLAB\" run batch_size --preset smoke -q "
                                   "--no-plot >/dev/null && "
                                   "cp results/batch_size.generated.h5 results/batch_size.h5",
                                   NULL, NULL),
                     0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_command_refused("commands", "", &cases[i]);
    skip_without_gnuplot();
    assert_int_equal(run_in_folder("commands",
                                   "echo 'colour.batchnorm = #123456' > plots/style.conf && "
                                   "echo \"font_small = 'Courier,8'\" > own.gp && "
                                   "\"$NORMLAB\" report batch_size --style own.gp >/dev/null",
                                   NULL, NULL),
                     0);
    svg = read_in_folder("commands", "plots/batch_size/error.svg");
    assert_holds(svg, "rgb( 18,  52,  86)");
    assert_holds(svg, "font-family=\"Courier\"");
    free(svg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings), cmocka_unit_test(test_dashes),
        cmocka_unit_test(test_page),     cmocka_unit_test(test_wrong_settings),
        cmocka_unit_test(test_program),  cmocka_unit_test(test_planted),
        cmocka_unit_test(test_commands),
    };

    return cmocka_run_group_tests_name("style", tests, NULL, NULL);
}
