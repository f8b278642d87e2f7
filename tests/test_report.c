/* The report: what comes from files is escaped, every verdict has its numbers, the page and the document
 * stand by themselves, and look right where a browser and pdflatex are there to tell. */
#include "base/arena.h"
#include "base/system/file.h"
#include "claims.h"
#include "experiments/experiment.h"
#include "report/markup.h"
#include "report/report.h"
#include "results.h"
#include "support.h"
#include <math.h>
#include <unistd.h>

#define HOSTILE "[<script>alert(1)</script> & \"it's\" 100 %_{x}^~#$\\ \xff\x01 ±"

static int occurrences(const char *text, const char *of)
{
    int n = 0;

    for (const char *p = text; (p = strstr(p, of)); p++)
        n++;
    return n;
}

/* ---- markup ---- */

static void test_html_is_escaped(void **state)
{
    struct text t = {0};

    (void)state;
    html_add(&t, HOSTILE);
    assert_string_equal(t.s,
                        "[&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;it&#39;s&quot; 100 "
                        "%_{x}^~#$\\ \xef\xbf\xbd\xef\xbf\xbd ±");
    text_clear(&t);
    html_add(&t, NULL);
    assert_int_equal(t.length, 0);
}

static void test_latex_is_escaped(void **state)
{
    struct text t = {0};

    (void)state;
    latex_add(&t, HOSTILE);
    assert_string_equal(
        t.s, "[\\textless{}script\\textgreater{}alert(1)\\textless{}/script\\textgreater{} \\& "
             "\\textquotedbl{}it\\textquotesingle{}s\\textquotedbl{} 100 "
             "\\%\\_\\{x\\}\\textasciicircum{}\\textasciitilde{}\\#\\$\\textbackslash{} "
             "\\normlabchar{65533}{U+FFFD}\\normlabchar{65533}{U+FFFD} "
             "\\ensuremath{\\pm}");
    text_clear(&t);
    latex_add(&t, "café ≥ 日");
    assert_string_equal(t.s, "café \\ensuremath{\\geq} \\normlabchar{26085}{U+65E5}");
    text_clear(&t);
}

static const char drawing[] =
    "<?xml version=\"1.0\"?>\n<svg width=\"10\" height=\"5\" viewBox=\"0 0 10 5\">\n<title>Gnuplot</title>\n"
    "<desc>by GNUPLOT</desc>\n<defs><circle id='gpPt0' r='1'/></defs>\n"
    "<g id=\"canvas\"><use xlink:href='#gpPt0'/><path fill='url(#gpPt0)'/></g></svg>\n";

/* Drawings stand beside each other in one page, so their names must not meet. */
static void test_svg_is_inlined(void **state)
{
    struct text t = {0};

    (void)state;
    assert_int_equal(svg_add(&t, drawing, "p-", "a < b"), 0);
    assert_non_null(strstr(t.s, "<svg role=\"img\" aria-label=\"a &lt; b\" viewBox=\"0 0 10 5\""));
    assert_non_null(strstr(t.s, " style=\"max-width: 0.744048rem\">")); /* 10/672 of 50 rem */
    assert_non_null(strstr(t.s, "id='p-gpPt0'"));
    assert_non_null(strstr(t.s, "id=\"p-canvas\""));
    assert_non_null(strstr(t.s, "href='#p-gpPt0'"));
    assert_non_null(strstr(t.s, "url(#p-gpPt0)"));
    assert_null(strstr(t.s, "<?xml"));
    assert_null(strstr(t.s, "Gnuplot"));
    text_clear(&t);
}

/* What could act or load is no drawing. */
static void test_svg_is_harmless(void **state)
{
    static const char *const bad[] = {
        "<svg viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>",
        "<svg viewBox=\"0 0 1 1\"><rect onload=\"alert(1)\"/></svg>",
        "<svg viewBox=\"0 0 1 1\"><rect\nonclick='alert(1)'/></svg>",
        "<svg viewBox=\"0 0 1 1\"><image href=\"http://example.org/x.png\"/></svg>",
        "<svg viewBox=\"0 0 1 1\"><use xlink:href='file:///etc/passwd'/></svg>",
        "<svg viewBox=\"0 0 1 1\"><foreignObject></foreignObject></svg>",
        "<svg viewBox=\"0 0 1 1\"><g/onload=\"alert(1)\"></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><g id=\"a\"onload=\"alert(1)\"></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><g ONLOAD=\"alert(1)\"></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><g id=\">\" onload=\"alert(1)\"></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><g onload=alert(1)></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><use href=\"#a\" xlink:href=\"http://example.org\"/></svg>",
        "<svg viewBox=\"0 0 1 1\"><use HREF = 'http://example.org'/></svg>",
        "<svg viewBox=\"0 0 1 1\"><g style=\"fill:URL(http://example.org)\"></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><!-- --><g></g></svg>",
        "<svg viewBox=\"0 0 1 1\"><g>",
        "<svg><g></g></svg>",
        "no drawing",
        ""};
    struct text t = {0};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (svg_add(&t, bad[i], "p-", "n") == 0)
            fail_msg("taken for a drawing: %s", bad[i]);
        assert_int_equal(t.length, 0);
    }
    assert_int_equal(svg_add(&t, "<svg viewBox=\"0 0 1 1\"><text>on = on</text></svg>", "p-", "n"),
                     0);
    text_clear(&t);
}

/* ---- a report of made-up results ---- */

static const struct claim claims[] = {
    {.id = "small-batch",
     .text = "batch 2 is " HOSTILE,
     .source = "N1 " HOSTILE,
     .a = "batch=2",
     .b = "batch=8",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE,
     .note = "others find it, too, with " HOSTILE},
    {.id = "small-batch",
     .text = "never run",
     .source = "N1",
     .a = "batch=1024",
     .b = "batch=8",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_MORE},
    {0},
};
static const struct table_request tables[] = {{.title = "Error of " HOSTILE,
                                               .rows = "norm",
                                               .columns = "batch",
                                               .of.metric = METRIC_test_error},
                                              {0}};
static const struct figure_request figures[] = {{.name = "error",
                                                 .title = "Error of " HOSTILE,
                                                 .x_label = "batch",
                                                 .y_label = "error in %",
                                                 .series = "norm",
                                                 .x = "batch",
                                                 .of.metric = METRIC_test_error,
                                                 .x_log = 2},
                                                {.name = "nothing",
                                                 .title = "Of no trial at all",
                                                 .x_label = "batch",
                                                 .y_label = "error in %",
                                                 .series = "norm",
                                                 .only = "norm=unheard-of",
                                                 .x = "batch",
                                                 .of.metric = METRIC_test_error},
                                                {0}};
static const struct experiment made_up = {.plan.name = "made_up",
                                          .plan.typed = "made_up",
                                          .plan.version = 2,
                                          .plan.title = "made up, " HOSTILE,
                                          .plan.question = "What is " HOSTILE "?",
                                          .claims = claims,
                                          .tables = tables,
                                          .figures = figures};
static const struct claim_row rows[] = {
    {"small-batch", "a row, " HOSTILE, "N1", NULL, NULL},
    {"toy", "by a test", "N2", "tests/test_norms.c: test_toy_example", NULL},
    {"landscape", "not yet", "N0", NULL, "landscape"},
    {0}};

/* Trials of three batch sizes and five seeds, one of them lost, with names that no file should be trusted
 * with. */
static void make_hostile(struct results *r)
{
    int batch[] = {2, 4, 8};

    make_results(r, 15, 2);
    for (int i = 0; i < 15; i++) {
        char *size = format_new("%d", batch[i % 3]);

        config_set(&r->record[i].config, "batch", size);
        config_set(&r->record[i].config, "norm", "groupnorm " HOSTILE);
        config_set(&r->record[i].config, "data", "synthetic");
        r->record[i].seed = i / 3;
        config_set(&r->record[i].config, "seed", (const char *[]){"0", "1", "2", "3", "4"}[i / 3]);
        set_status(&r->record[i], i == 4 ? TRIAL_DIVERGED : TRIAL_DONE, i == 4 ? HOSTILE : "");
        free(size);
    }
    config_set(&r->provenance, "command_line", "normlab run made_up 'norm=" HOSTILE "'");
    config_set(&r->provenance, "host", HOSTILE);
    r->version = 1;
}

/* What is said of results of an earlier version. */
#define STALE                                                                                      \
    "These results are of version 1 of the experiment, which is at 2 now: normlab run made_up "    \
    "makes them anew."
#define STALE_LATEX                                                                                \
    "These results are of version 1 of the experiment, which is at 2 now: normlab run made\\_up "  \
    "makes them anew."

/* A file of a report, as a new string. */
static char *read_report(const char *name, const char *file)
{
    char *root = test_path(name), *path = format_new("%s/results/%s", root, file), *text;
    size_t n;

    text = file_read(path, &n, false);
    assert_non_null(text);
    free(path);
    free(root);
    return text;
}

/* Writes the report of it into a folder of its own. */
static void write_made_up(const char *name)
{
    char *root = test_path(name), *folder = format_new("%s/results", root), *path;
    struct results r;
    struct verdicts v;
    struct report_section section;
    struct report report = {
        .root = root, .rows = rows, .verdicts = &v, .count = 1, .section = &section, .sections = 1};

    make_hostile(&r);
    assert_int_equal(folder_make(folder), 0);
    free(folder);
    path = format_new("%s/results/made_up.notes", root);
    assert_int_equal(file_write(path, "First: " HOSTILE "\r\n \r\nSecond,\r\nand more.\n",
                                strlen("First: " HOSTILE "\r\n \r\nSecond,\r\nand more.\n")),
                     0);
    free(path);
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    v.judgement[0].verdict = SUPPORTED;
    v.judgement[0].p_holm = 0.2; /* a weak one */
    assert_int_equal(report_section_init(&section, root, &v, &r, made_up.tables, made_up.figures,
                                         &(struct list){0}),
                     0);
    assert_true(report_draw(&report) >= 0);
    assert_int_equal(report_write(&report), 0);
    report_section_clear(&section);
    verdicts_clear(&v);
    results_clear(&r);
    free(root);
}

static void test_page(void **state)
{
    char *html, *gnuplot = plot_version();
    bool drawn = *gnuplot != '\0';

    (void)state;
    write_made_up("page");
    html = read_report("page", "report.html");
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "http://example"));
    assert_true(occurrences(html, "&lt;script&gt;alert(1)") >
                10); /* as text, wherever it came from */
    assert_non_null(strstr(html, "<section id=\"made_up\">"));
    assert_non_null(strstr(html, "href=\"#made_up-1\""));
    assert_non_null(strstr(html, "id=\"made_up-1\""));
    /* the seeds that the verdict comes from, and the lost one */
    assert_int_equal(occurrences(html, "<th scope=\"row\">4</th><td>"), 1);
    assert_non_null(strstr(html, "normlab run made_up"));
    assert_non_null(strstr(html, "Diverged: 1. Refused at set-up: 0."));
    assert_non_null(strstr(html, "<p>Second,\nand more.\n</p>"));
    assert_non_null(strstr(html, "5 seeds, 0 to 4"));
    assert_int_equal(occurrences(html, "<figure>"), drawn ? 2 : 0); /* its figure, and the claims */
    assert_null(strstr(html, "Of no trial at all"));
    /* the row's count, and the comparison, in the ledger and in its section */
    assert_holds(html, "<span class=\"v supported\">1 supported*</span>");
    assert_int_equal(occurrences(html, "<span class=\"v supported\">supported*</span>"), 2);
    assert_int_equal(occurrences(html, "Note: others find it, too, with "), 2);
    assert_holds(html, ">15 trainings in 1 experiment; 2 comparisons with these verdicts:<");
    assert_holds(html, "<p>" STALE "</p>");
    assert_holds(
        html,
        "<p>These results come, some or all, from a build with changes that its commit has not "
        "(0123-dirty): ");
    free(html);
    free(gnuplot);
}

/* What LaTeX gets: counts and verdicts with their stars, evidence, sources escaped. */
static void test_latex(void **state)
{
    char *text, *gnuplot = plot_version();
    int drawn = *gnuplot != '\0';

    (void)state;
    write_made_up("words");
    text = read_report("words", "report/ledger.tex");
    assert_holds(text, "\\textbf{small-batch}: a row, [\\textless{}script\\textgreater{}alert(1)");
    assert_holds(text, "] & 1 supported*, 1 not run \\\\\n");
    assert_holds(text, "by a test [N2] & shown by a test \\\\\n");
    assert_holds(text, "not yet [N0] & no experiment yet \\\\\n");
    free(text);
    text = read_report("words", "report/made_up_verdicts.tex");
    assert_holds(text, "\nsupported* & batch 2 is [\\textless{}script");
    assert_holds(text, " [N1 [\\textless{}script");
    assert_holds(text, "5 paired seeds");
    assert_int_equal(occurrences(text, ". Note: others find it, too, with [\\textless{}script"), 1);
    assert_holds(text, "\nnot run & never run [N1] & Needs trials of a seed in batch=1024");
    free(text);
    text = read_report("words", "report/made_up.tex");
    assert_holds(text, "\n\n" STALE_LATEX "\n\nThese results come, some or all, from a build");
    assert_int_equal(occurrences(text, "\\input{made_up_verdicts}"), 1);
    assert_int_equal(occurrences(text, "\\input{made_up_claims}"),
                     drawn); /* the figure of the claims */
    free(text);
    if (drawn) {
        text = read_report("words", "report/made_up_claims.tex");
        assert_holds(text, "{\\normlabplots/made_up/claims.pdf}\n\\caption{");
        free(text);
    }
    free(gnuplot);
}

static bool has(const char *program)
{
    char *command = format_new("command -v %s >/dev/null", program);
    bool there = run_command(command, NULL, NULL) == 0;

    free(command);
    return there;
}

static void test_latex_compiles(void **state)
{
    char *command, *out, *root;

    (void)state;
    if (!has("pdflatex") ||
        run_command("kpsewhich adjustbox.sty booktabs.sty >/dev/null", NULL, NULL))
        skip_because("texlive-latex-extra is not installed");
    write_made_up("latex");
    root = test_path("latex");
    command =
        format_new("cd '%s/results/report' && pdflatex -halt-on-error -interaction=nonstopmode "
                   "report.tex",
                   root);
    if (run_command(command, &out, NULL))
        fail_msg("%s", out);
    assert_non_null(strstr(out, "Output written on report.pdf"));
    free(out);
    free(command);
    free(root);
}

/* Measures the page in a frame of each width: how far it scrolls sideways, how many drawings are seen. */
static const char measure_page[] =
    "<!DOCTYPE html><body><pre id=\"r\"></pre><script>\n"
    "const widths = [360, 1440]; let left = widths.length;\n"
    "for (const w of widths) {\n"
    "  const f = document.createElement('iframe'); f.width = w; f.height = 900; f.style.border = 0;\n"
    "  f.onload = () => { const d = f.contentDocument;\n"
    "    d.querySelectorAll('details').forEach(x => x.open = true);\n"
    "    const seen = [...d.querySelectorAll('figure svg')].filter(x => x.getBoundingClientRect().height > 50);\n"
    "    r.textContent += `width=${w} over=${d.documentElement.scrollWidth - d.documentElement.clientWidth} seen=${seen.length};`;\n"
    "    if (--left == 0) document.title = 'measured'; };\n"
    "  f.src = 'results/report.html'; document.body.append(f); }\n</script></body>\n";

static void test_page_in_a_browser(void **state)
{
    char *command, *out, *err, *path, *root;

    (void)state;
    if (!has("gnuplot"))
        skip_missing("gnuplot-nox");
    if (!has("chromium"))
        skip_because("chromium is not installed");
    write_made_up("browser");
    root = test_path("browser");
    path = format_new("%s/measure.html", root);
    assert_int_equal(file_write(path, measure_page, strlen(measure_page)), 0);
    command = format_new("HOME='%s' timeout 120 chromium --headless --no-sandbox --disable-gpu "
                         "--allow-file-access-from-files --enable-logging=stderr --v=0 "
                         "--virtual-time-budget=10000 --dump-dom 'file://%s'",
                         root, path);
    assert_int_equal(run_command(command, &out, &err), 0);
    if (!strstr(out, "width=360 over=0 seen=2;") || !strstr(out, "width=1440 over=0 seen=2;"))
        fail_msg("%s", strstr(out, "<pre") ? strstr(out, "<pre") : out);
    if (strstr(err, "CONSOLE"))
        fail_msg("%s", strstr(err, "CONSOLE"));
    free(out);
    free(err);
    free(command);
    free(path);
    free(root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_is_escaped),
        cmocka_unit_test(test_latex_is_escaped),
        cmocka_unit_test(test_svg_is_inlined),
        cmocka_unit_test(test_svg_is_harmless),
        cmocka_unit_test(test_page),
        cmocka_unit_test(test_latex),
        cmocka_unit_test(test_latex_compiles),
        cmocka_unit_test(test_page_in_a_browser),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
