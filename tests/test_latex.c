/* The report's LaTeX: letters, tables, captions, what LaTeX cannot show, and that pdflatex and lualatex compile it. */
#include "base/arena.h"
#include "base/system/file.h"
#include "claims.h"
#include "report/latex_table.h"
#include "report/markup.h"
#include "report/report.h"
#include "results.h"
#include "support.h"
#include <utf8proc.h>

/* ---- letters ---- */

/* Marks for which the encoding T1 has an accent (LaTeX's encguide, table of T1), and Romanian's comma. */
static const utf8proc_int32_t marks[] = {0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308,
                                         0x30A, 0x30B, 0x30C, 0x323, 0x326, 0x327, 0x328, 0x331};

static bool has_accent(utf8proc_int32_t mark)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == mark)
            return true;
    return false;
}

static void add_utf8(struct text *t, utf8proc_int32_t c)
{
    char bytes[4];

    text_addn(t, bytes, (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)bytes));
}

/* A character, and the letter and marks that it is, as Unicode says. */
struct decomposed {
    utf8proc_int32_t part[8];
    int parts;
};

static struct decomposed decompose(utf8proc_int32_t c)
{
    struct decomposed d;
    int boundary = 0;

    d.parts = (int)utf8proc_decompose_char(c, d.part, 8, UTF8PROC_DECOMPOSE, &boundary);
    assert_in_range(d.parts, 1, 8);
    return d;
}

static char *latex_of(const struct decomposed *d)
{
    struct text plain = {0}, latex = {0};

    for (int i = 0; i < d->parts; i++)
        add_utf8(&plain, d->part[i]);
    latex_add(&latex, plain.s);
    text_clear(&plain);
    return latex.s;
}

/* Each letter of Latin and Greek whose marks LaTeX has is a command, the same as that of its letter and marks apart. Of
 * Greek, these are the marks of modern Greek. */
static void test_letters(void **state)
{
    static const struct {
        utf8proc_int32_t first, last;
        int known; /* the fewest letters of the block that become commands */
    } blocks[] = {{0xC0, 0xFF, 50},
                  {0x100, 0x17F, 100},
                  {0x180, 0x24F, 60},
                  {0x386, 0x3CE, 14},
                  {0x1E00, 0x1EFF, 120}};

    (void)state;
    for (size_t b = 0; b < sizeof blocks / sizeof *blocks; b++) {
        int known = 0;

        for (utf8proc_int32_t c = blocks[b].first; c <= blocks[b].last; c++) {
            struct decomposed d = decompose(c), whole = {{c}, 1};
            bool greek = d.part[0] >= 0x391 && d.part[0] <= 0x3C9, can = d.parts > 1;
            char *one, *apart;

            can = can && (d.part[0] < 0x80 || greek || d.part[0] == 0xC6 || d.part[0] == 0xE6 ||
                          d.part[0] == 0xD8 || d.part[0] == 0xF8);
            for (int i = 1; i < d.parts; i++)
                can = can && has_accent(d.part[i]);
            one = latex_of(&whole);
            apart = latex_of(&d);
            known += can;
            if (can && strstr(one, "\\normlabchar"))
                fail_msg("U+%04X is %s", (unsigned)c, one);
            if (can && c > 0xFF && strcmp(one, apart))
                fail_msg("U+%04X is %s, but apart %s", (unsigned)c, one, apart);
            if (d.parts > 1 && !can && !strstr(one, "\\normlabchar"))
                fail_msg("U+%04X is %s: which command is this?", (unsigned)c, one);
            free(one);
            free(apart);
        }
        assert_in_range(known, blocks[b].known, 256);
    }
}

static void test_signs(void **state)
{
    static const struct {
        const char *text, *latex;
    } cases[] = {
        {"-0.17 to -3 (-1) lr=-1", "\\ensuremath{-}0.17 to \\ensuremath{-}3 (\\ensuremath{-}1) "
                                   "lr=\\ensuremath{-}1"},
        {"1e-05, 2026-11-29, 0-4, batch-1, -x", "1e-05, 2026-11-29, 0-4, batch-1, -x"},
        {"--seeds - -", "-{}-seeds - -"},
        {"α β́ ΐ Σ ό", "\\ensuremath{\\alpha} \\ensuremath{\\acute{\\ensuremath{\\beta}}} "
                      "\\ensuremath{\\acute{\\ensuremath{\\ddot{\\ensuremath{\\iota}}}}} "
                      "\\ensuremath{\\Sigma} \\ensuremath{\\acute{\\ensuremath{o}}}"},
        {"Čapek, Łódź, Erdős, İı, ệ ĵ",
         "\\v{C}apek, \\L{}ód\\'{z}, Erd\\H{o}s, \\.{I}\\i{}, \\d{\\^{e}} \\^{\\j}"},
        {"Ḗ Ấ x̄", "\\ensuremath{\\acute{\\ensuremath{\\bar{\\ensuremath{\\mathrm{E}}}}}} "
                  "\\'{\\^{A}} \\={x}"},
        {"≤ 95 % °", "\\ensuremath{\\leq} 95 \\% \\textdegree{}"},
        {"日 \xff \x1b", "\\normlabchar{26085}{U+65E5} \\normlabchar{65533}{U+FFFD} "
                         "\\normlabchar{65533}{U+FFFD}"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text t = {0};

        latex_add(&t, cases[i].text);
        assert_string_equal(t.s, cases[i].latex);
        text_clear(&t);
    }
}

/* A key stays as it is to be typed. */
static void test_code(void **state)
{
    struct text t = {0};

    (void)state;
    latex_add_code(&t, "lr=-1 --out");
    assert_string_equal(t.s, "\\texttt{lr=\\allowbreak{}-\\allowbreak{}1 "
                             "-\\allowbreak{}-\\allowbreak{}out}");
    text_clear(&t);
}

/* ---- tables ---- */

/* A table of one value, which `rows` rows of `columns` columns have. */
static struct table make_table(int rows, int columns, const char *value)
{
    struct table t = {.title = xstrdup("Error"),
                      .about = xstrdup("test_error in % by norm and batch"),
                      .rows = rows + 1,
                      .columns = columns + 1};

    t.text = xcalloc((size_t)(t.rows * t.columns), sizeof *t.text);
    for (int k = 0; k < t.rows * t.columns; k++)
        t.text[k] = k % t.columns == 0 ? xstrdup(k ? "layernorm" : "norm")
                    : k < t.columns    ? format_new("%d", 1 << k)
                                       : xstrdup(value);
    return t;
}

static void table_release(struct table *t)
{
    struct table *one = xcalloc(1, sizeof *one);

    *one = *t;
    tables_clear(one, 1);
}

static char *latex_table(const struct table *t)
{
    struct text out = {0};

    latex_add_table(&out, t);
    return out.s;
}

static bool is_long(const struct table *t)
{
    struct text out = {0};
    bool is = latex_add_table(&out, t);

    text_clear(&out);
    return is;
}

/* Every form of cell that tables have. */
static void test_cells(void **state)
{
    static const struct {
        const char *cell, *latex;
    } cases[] = {
        {"-0.17 ±0.25", " & -0.17 & _{\\pm 0.25} \\\\\n"},
        {"43.16 +11.4 -2.6", " & 43.16 & ^{+11.4}_{-2.6} \\\\\n"},
        {"90.00 ±0.01 !5", " & 90.00 & _{\\pm 0.01}\\;!5 \\\\\n"},
        {"90.00 !4", " & 90.00 & \\;!4 \\\\\n"},
        {"14.57", " & 14.57 &  \\\\\n"},
        {"3.1 (2.98 to 3.21)", " & 3.1 & {\\scriptstyle\\;[2.98,\\,3.21]} \\\\\n"},
        {"≥10 (from 9)", " & \\geq 10 & {\\scriptstyle\\;[9,\\,\\infty)} \\\\\n"},
        {"1.2e-05 ±3e-06", " & 1.2\\times10^{-5} & _{\\pm 3\\times10^{-6}} \\\\\n"},
        {"2 (1 to inf)", " & 2 & {\\scriptstyle\\;[1,\\,\\infty]} \\\\\n"},
        {"!5", " & \\multicolumn{2}{c}{!5} \\\\\n"},
        {"-", " & \\multicolumn{2}{c}{\\textendash{}} \\\\\n"},
        {"refused", " & \\multicolumn{2}{c}{refused} \\\\\n"},
        {"5 & 6", " & \\multicolumn{2}{c}{5 \\& 6} \\\\\n"},
        {"5 (to", " & \\multicolumn{2}{c}{5 (to} \\\\\n"},
        {"5 +x -y", " & \\multicolumn{2}{c}{5 +x -y} \\\\\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct table t = make_table(1, 1, cases[i].cell);
        char *latex = latex_table(&t);

        if (!strstr(latex, cases[i].latex))
            fail_msg("%s: %s", cases[i].cell, latex);
        free(latex);
        table_release(&t);
    }
}

/* A narrow table is one tabular. A wide one is parted: more in a column of a paper than on a page. A tall one goes over
 * pages. No part loses or repeats a column, and each names its rows. */
static void test_parts(void **state)
{
    struct table narrow = make_table(3, 2, "14.57 ±0.25"), wide = make_table(3, 24, "14.57 ±0.25"),
                 tall = make_table(60, 2, "14.57 ±0.25");
    char *latex = latex_table(&narrow), *of_page;

    (void)state;
    assert_int_equal(occurrences(latex, "\\begin{tabular}"), 1);
    assert_null(strstr(latex, "\\ifdim"));
    assert_holds(latex, "S[table-format=2.2]");
    assert_false(is_long(&narrow));
    free(latex);
    latex = latex_table(&wide);
    assert_holds(latex, "\\ifdim\\linewidth<345pt\n");
    assert_int_equal(occurrences(latex, "\\ifdim"), occurrences(latex, "\\fi\n"));
    of_page = strstr(latex, "\\else\n");
    assert_non_null(of_page);
    assert_in_range(occurrences(of_page, "\\begin{tabular}"), 3, 5);
    assert_int_equal(occurrences(of_page, "{}layernorm"), 3 * occurrences(of_page, "{}norm"));
    for (int j = 1; j <= 24; j++) {
        char *head = format_new("{c}{%d}", 1 << j);

        assert_int_equal(occurrences(of_page, head), 1);
        assert_int_equal(occurrences(latex, head), 2);
        free(head);
    }
    assert_int_equal(occurrences(of_page, "14.57 & _"), 3 * 24);
    assert_true(occurrences(latex, "\\begin{tabular}") >
                2 * occurrences(of_page, "\\begin{tabular}"));
    free(latex);
    latex = latex_table(&tall);
    assert_true(is_long(&tall));
    assert_int_equal(occurrences(latex, "\\begin{longtable}"), 1);
    assert_null(strstr(latex, "adjustbox"));
    free(latex);
    table_release(&narrow);
    table_release(&wide);
    table_release(&tall);
}

/* ---- a report ---- */

static const struct claim claims[] = {
    {.id = "id",
     .text =
         "batch 2 is worse than 8, and has a text of some length, so that the column of the table is filled",
     .source = "Müller & Čapek 2018",
     .a = "batch=2",
     .b = "batch=8",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE},
    {0},
};
static const struct table_request tables[] = {
    {.title = "Error", .rows = "norm", .columns = "batch", .of.metric = METRIC_test_error}, {0}};
static const struct figure_request figures[] = {{.name = "error",
                                                 .title = "Error against batch size",
                                                 .x_label = "batch size",
                                                 .y_label = "test error in %",
                                                 .series = "norm",
                                                 .x = "batch",
                                                 .of.metric = METRIC_test_error,
                                                 .x_log = 2},
                                                {0}};
static const struct plan made_up = {.name = "made_up",
                                    .typed = "made_up",
                                    .version = 3,
                                    .title = "μ and σ of Łukasiewicz",
                                    .question = "What is it?"};
static const struct claim_row rows[] = {{"id", "a row", "N1", NULL, NULL}, {0}};

/* Writes the report of made-up trials to <test folder>/NAME, with these notes. drawn: its files take the figure for
 * drawn. columns: batch sizes, from 2 on. */
static void write_report(const char *name, const char *notes, bool drawn, int columns)
{
    char *root = test_path(name), *folder = format_new("%s/results", root),
         *path = format_new("%s/results/made_up.notes", root);
    struct results r;
    struct verdicts v;
    struct report_section section;
    struct report report = {
        .root = root, .rows = rows, .verdicts = &v, .count = 1, .section = &section, .sections = 1};

    make_results(&r, 5 * columns, 2);
    for (int i = 0; i < r.records; i++) {
        char *batch = format_new("%d", 2 << i % columns), *seed = format_new("%d", i / columns);

        set_status(&r.record[i], i == 4 ? TRIAL_DIVERGED : TRIAL_DONE, "");
        config_set(&r.record[i].config, "batch", batch);
        config_set(&r.record[i].config, "norm", "groupnorm groups=4");
        config_set(&r.record[i].config, "data", "synthetic");
        config_set(&r.record[i].config, "seed", seed);
        r.record[i].seed = i / columns;
        free(batch);
        free(seed);
    }
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, notes, strlen(notes)), 0);
    if (drawn)
        assert_int_equal(
            run_in_folder(name,
                          "mkdir -p plots/made_up && echo '<svg viewBox=\"0 0 1 1\"><g></g></svg>' "
                          ">plots/made_up/error.svg",
                          NULL, NULL),
            0);
    judge_all(&v, &made_up, claims, &r);
    assert_int_equal(
        report_section_init(&section, root, &v, &r, tables, figures, &(struct list){0}), 0);
    section.figure[0].drawn = drawn;
    assert_int_equal(report_write(&report), 0);
    report_section_clear(&section);
    verdicts_clear(&v);
    results_clear(&r);
    free(path);
    free(folder);
    free(root);
}

/* A caption says by itself what is shown, of what; a label can be referred to. */
static void test_captions(void **state)
{
    char *text;

    (void)state;
    write_report("captions", "", true, 3);
    text = read_in_folder("captions", "results/report/made_up_error.tex");
    assert_holds(
        text, "\\caption{Error against batch size. Shown: test error in \\% against batch size, by "
              "norm. synthetic, ");
    assert_holds(text, " Experiment \\texttt{made\\_\\allowbreak{}up}: ");
    assert_holds(text, "; seeds 0--4.}\n\\label{fig:made_up:error}\n");
    free(text);
    text = read_in_folder("captions", "results/report/made_up.tex");
    assert_holds(text, "\\section{");
    assert_holds(text, "\\label{sec:made_up}");
    assert_holds(text, "\\caption{Error: test\\_error in \\% by norm and batch; ");
    assert_holds(text, "!n in a table: n trials without a value"); /* there is one */
    assert_holds(text, "\\label{tab:made_up:1}\n\\input{made_up_table1}\n");
    free(text);
}

/* What LaTeX has no command for is told once, and shown as a code point. */
static void test_told(void **state)
{
    char *err, *text;

    (void)state;
    capture_stderr();
    write_report("told", "日本 語 and α, Čapek, ħ, 日\n", false, 3);
    err = captured_stderr();
    assert_string_equal(
        err, "normlab: warning: the LaTeX report has characters that pdflatex shows as their code "
             "points: U+65E5, U+672C, U+8A9E, U+0127; lualatex shows those that the font has\n");
    text = read_in_folder("told", "results/report/made_up.tex");
    assert_int_equal(occurrences(text, "\\normlabchar{26085}{U+65E5}"), 2);
    assert_int_equal(occurrences(text, "\\providecommand{\\normlabchar}"), 1);
    free(text);
    free(err);
    capture_stderr();
    write_report("told", "α, Čapek\n", false, 3);
    err = captured_stderr();
    assert_string_equal(err, "");
    text = read_in_folder("told", "results/report/made_up.tex");
    assert_null(strstr(text, "normlabchar"));
    free(text);
    free(err);
}

/* ---- compiling ---- */

/* Fails when the program's log tells of something that a reader would see. Boxes may be too wide by 3 points. */
static void assert_log(const char *program, const char *log)
{
    static const char *const bad[] = {"LaTeX Warning: Reference", "Undefined control sequence",
                                      "Float too large", "Missing character", "LaTeX Error"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (strstr(log, bad[i]))
            fail_msg("%s: %.300s", program, strstr(log, bad[i]));
    for (const char *s = log; (s = strstr(s, "Overfull \\hbox (")) != NULL;) {
        s += strlen("Overfull \\hbox (");
        if (strtod(s, NULL) > 3)
            fail_msg("%s: Overfull \\hbox (%.300s", program, s);
    }
}

/* All letters of Latin and modern Greek, in words of five with their code points. */
static char *all_letters(void)
{
    static const utf8proc_int32_t block[][2] = {{0xA1, 0x24F}, {0x386, 0x3CE}, {0x1E00, 0x1EFF}};
    struct text t = {0};
    int n = 0;

    for (size_t b = 0; b < sizeof block / sizeof *block; b++)
        for (utf8proc_int32_t c = block[b][0]; c <= block[b][1]; c++)
            if (utf8proc_category(c) != UTF8PROC_CATEGORY_CN) {
                add_utf8(&t, c);
                text_adds(&t, ++n % 5 ? "" : " ");
            }
    return t.s;
}

static void compile(const char *program)
{
    char *notes = all_letters(), *out,
         *command = format_new(
             "command -v %s >/dev/null && kpsewhich adjustbox.sty booktabs.sty lmodern.sty "
             ">/dev/null",
             program);

    if (run_command(command, NULL, NULL)) {
        free(command);
        free(notes);
        skip_because("texlive-latex-extra, lmodern or this program of TeX is not installed");
    }
    free(command);
    capture_stderr();
    write_report(program, notes, false, 13);
    free(captured_stderr());
    command = format_new(
        "cd results/report && max_print_line=1000 %s -halt-on-error -interaction=nonstopmode "
        "report.tex >out.txt",
        program);
    if (run_in_folder(program, command, NULL, NULL)) {
        out = read_in_folder(program, "results/report/out.txt");
        fail_msg("%s: %s", program, out);
    }
    out = read_in_folder(program, "results/report/report.log");
    assert_holds(out, "Output written on report.pdf");
    assert_log(program, out);
    free(out);
    free(command);
    free(notes);
}

static void test_pdflatex(void **state)
{
    (void)state;
    compile("pdflatex");
}

static void test_lualatex(void **state)
{
    (void)state;
    compile("lualatex");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters),  cmocka_unit_test(test_signs),
        cmocka_unit_test(test_code),     cmocka_unit_test(test_cells),
        cmocka_unit_test(test_parts),    cmocka_unit_test(test_captions),
        cmocka_unit_test(test_told),     cmocka_unit_test(test_pdflatex),
        cmocka_unit_test(test_lualatex),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
