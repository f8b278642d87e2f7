/* Text that others wrote is never code: each hostile string through each kind of output. */
#include "base/error.h"
#include "base/formats/csv.h"
#include "base/list.h"
#include "figures.h"
#include "hostile.h"
#include "report/markup.h"

static void assert_not_owned(const char *folder)
{
    const char *const in[] = {folder, "/", ".", "/tmp"};

    for (int i = 0; i < 4; i++) {
        char *path = format_new("%s/owned", in[i]);

        if (file_exists(path))
            fail_msg("%s: something ran", path);
        free(path);
    }
}

/* ---- what each language does to a string ---- */

static void to_message(struct text *out, const char *s)
{
    char *said;

    capture_stderr();
    error("cannot read %s: %s", s, "why");
    said = captured_stderr();
    text_add(out, "%s", said);
    free(said);
    assert_int_equal(strcspn(out->s, "\n"), out->length - 1); /* one line */
    assert_non_null(strstr(out->s, ": why\n"));
}

static void to_csv(struct text *out, const char *s)
{
    csv_text(out, s);
}

/* A cell that a spreadsheet takes for a formula begins so, behind the quotation mark. */
static void to_cell(struct text *out, const char *s)
{
    const char *first;

    csv_cell(out, s);
    first = out->s + (*out->s == '"');
    assert_null(strchr("=+-@\t\r", *first));
}

static void to_json(struct text *out, const char *s)
{
    text_add_json(out, s);
    assert_null(strpbrk(out->s, "\n\t"));
}

static void to_html(struct text *out, const char *s)
{
    html_add(out, s);
    assert_null(strpbrk(out->s, "<>\"'"));
}

/* Without the commands that stand for characters, nothing is left that TeX reads as more than itself. */
static void to_latex(struct text *out, const char *s)
{
    static const char *const fixed[] = {"\\textbackslash{}",
                                        "\\normlabchar{65533}{U+FFFD}",
                                        "\\ensuremath{-}",
                                        "-{}",
                                        "\\textasciicircum{}",
                                        "\\textasciitilde{}",
                                        "\\textless{}",
                                        "\\textgreater{}",
                                        "\\textbar{}",
                                        "\\textquotedbl{}",
                                        "\\textquotesingle{}",
                                        "\\textasciigrave{}",
                                        "\\{",
                                        "\\}",
                                        "\\$",
                                        "\\&",
                                        "\\#",
                                        "\\%",
                                        "\\_"};

    latex_add(out, s);
    for (const char *at = out->s; *at;) {
        size_t n = 0;

        for (size_t i = 0; i < sizeof fixed / sizeof *fixed && !n; i++)
            n = text_starts_with(at, fixed[i]) ? strlen(fixed[i]) : 0;
        if (!n && strchr("\\{}$&#%_^~", *at))
            fail_msg("'%c' reaches TeX: %s", *at, out->s);
        at += n ? n : 1;
    }
}

static void to_text(struct text *out, const char *s)
{
    text_add_shown(out, s, strlen(s));
}

static void test_languages(void **state)
{
    static const struct {
        const char *what;
        void (*write)(struct text *out, const char *s);
    } language[] = {{"message", to_message}, {"CSV", to_csv},   {"cell", to_cell},
                    {"JSON", to_json},       {"HTML", to_html}, {"LaTeX", to_latex},
                    {"terminal", to_text}};

    (void)state;
    for (size_t k = 0; k < sizeof language / sizeof *language; k++)
        for (int i = 0; i < HOSTILES; i++) {
            char *what = format_new("%s of string %d", language[k].what, i);
            struct text out = {0};

            language[k].write(&out, hostile[i]);
            assert_shown(what, out.s);
            text_clear(&out);
            free(what);
        }
}

/* What is shown instead says what was there. */
static void test_shown(void **state)
{
    struct text t = {0};

    (void)state;
    to_text(&t,
            "a\x1b[1m \xe2\x80\xae \xc2\x9b \xff \xc3\xa9 \xe6\xbc\xa2 \xf0\x9f\x8e\xb2\n\tb\x7f");
    assert_string_equal(t.s, "a\\x1b[1m \\u202e \\u009b \\xff \xc3\xa9 \xe6\xbc\xa2 "
                             "\xf0\x9f\x8e\xb2\n\tb\\x7f");
    text_clear(&t);
    text_addn(&t, "", 0);
    text_add_shown(&t, "a\0b", 3);
    assert_string_equal(t.s, "a\\x00b");
    text_clear(&t);
    text_add_json(&t, "\x1b\x7f\xc2\x9b\xe2\x80\xae\xff");
    assert_string_equal(t.s, "\"\\u001b\\u007f\\u009b\\u202e\\ufffd\"");
    text_clear(&t);
}

/* Numbers stay numbers for a spreadsheet. */
static void test_cells(void **state)
{
    struct text t = {0};

    (void)state;
    csv_cell(&t, "-0.5");
    csv_cell(&t, "+1e-3");
    csv_cell(&t, "=1+1");
    csv_cell(&t, "-");
    csv_cell(&t, "=a,\"b\"");
    csv_cell(&t, "a=b");
    csv_cell(&t, "");
    csv_cell(&t, NULL);
    csv_end(&t);
    assert_string_equal(t.s, "-0.5,+1e-3,'=1+1,'-,\"'=a,\"\"b\"\"\",a=b,,\n");
    text_clear(&t);
}

/* A word for a shell is that word. */
static void test_shell(void **state)
{
    char *folder = test_path("shell");

    (void)state;
    for (int i = 0; i < HOSTILES; i++) {
        struct text line = {0};
        char *out;

        text_add(&line, "printf '<%%s>' ");
        text_add_shell(&line, hostile[i]);
        assert_int_equal(run_in_folder("shell", line.s, &out, NULL), 0);
        assert_int_equal(strlen(out), strlen(hostile[i]) + 2);
        assert_memory_equal(out + 1, hostile[i], strlen(hostile[i]));
        free(out);
        text_clear(&line);
    }
    assert_not_owned(folder);
    free(folder);
}

/* ---- figures ---- */

/* A figure in which each text is a hostile string: those from number `at` on. */
static struct plot_figure hostile_figure(const char *name, int at)
{
    struct plot_figure f = make_figure(name, 2, 3, 3);
    char **place[] = {&f.title,           &f.x_label,           &f.y_label,
                      &f.caption,         &f.unsuccessful_word, &f.panel[0].title,
                      &f.panel[1].title,  &f.panel[0].note,     &f.series[0].label,
                      &f.series[1].label, &f.series[2].label,   &f.series[0].style,
                      &f.series[1].style, &f.panel[0].x_label};

    for (size_t i = 0; i < sizeof place / sizeof *place; i++)
        replace(place[i], hostile[(at + (int)i) % HOSTILES]);
    array_add(f.guide, f.guides) =
        (struct plot_guide){0, 9, xstrdup(hostile[(at + 14) % HOSTILES])};
    return f;
}

/* Turns it into a figure over categories whose names are hostile strings, too. */
static void make_categories(struct plot_figure *f, int at)
{
    f->template = PLOT_CATEGORIES;
    for (int i = 0; i < 8; i++)
        array_add(f->category, f->categories) = xstrdup(hostile[(at + 15 + i) % HOSTILES]);
}

/* Fails when the text has a command of TeX that neither gnuplot nor our templates write. */
static void assert_harmless_tex(const char *tex)
{
    static const char *const never[] = {"\\input", "\\immediate", "\\write", "\\end{document}",
                                        "^^",      "\\openin",    "\\def"};

    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(tex, never[i]))
            fail_msg("%s reaches TeX: %.80s", never[i], strstr(tex, never[i]));
}

static void test_figures(void **state)
{
    static const char *const suffix[] = {"gp", "csv", "svg", "tex"};
    char *folder = test_path("figures/plots/x"), *text, *again;

    (void)state;
    skip_without_gnuplot();
    for (int at = 0; at < HOSTILES; at += 10)
        for (int kind = 0; kind < 2; kind++) {
            char *name = format_new("f%d_%d", at, kind);
            struct plot_figure f = hostile_figure(name, at);

            if (kind)
                make_categories(&f, at);
            assert_int_equal(plot_write(&f, folder, PLOT_FORMATS), 0);
            for (int i = 0; i < 4; i++) {
                text = read_part(folder, name, suffix[i], &(size_t){0});
                assert_shown(suffix[i], text);
                if (i == 2)
                    assert_null(strstr(text, "<script"));
                if (i == 2 && kind && at == 20) /* a tick, whose text gnuplot takes for a format */
                    assert_holds(text, ">%s%n %d<");
                if (i == 3)
                    assert_harmless_tex(text);
                free(text);
            }
            text = terminal_text(&f, folder, 100);
            assert_shown("terminal", text);
            free(text);
            again = format_new("cd '%s' && gnuplot --default-settings %s.gp", folder, name);
            assert_int_equal(run_command(again, NULL, NULL), 0);
            free(again);
            plot_figure_clear(&f);
            free(name);
        }
    assert_not_owned(folder);
    free(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages), cmocka_unit_test(test_shown),
        cmocka_unit_test(test_cells),     cmocka_unit_test(test_shell),
        cmocka_unit_test(test_figures),
    };

    return cmocka_run_group_tests_name("hostile", tests, NULL, NULL);
}
