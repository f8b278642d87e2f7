/* The report: what comes from files is escaped, every verdict has its numbers, the pages and the document
 * find their figures, and look right where a browser and pdflatex are there to tell. */
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
    {.id = "ten",
     .text = "ten is ten",
     .source = "a book",
     .a = "batch=8",
     .of.metric = METRIC_test_error,
     .kind = CLAIM_SAME,
     .value = 10,
     .margin = 1},
    {0},
};
static const struct table_request tables[] = {{.title = "Error of " HOSTILE,
                                               .rows = "norm",
                                               .columns = "batch",
                                               .of.metric = METRIC_test_error},
                                              {0}};
static const struct printed printed[] = {{2, 99}, {8, 10}, {64, 10}, {0, 0}};
static struct printed_series published[] = {
    {"", "a <table>", printed, false}, {"", "another net", printed, true}, {0}};
static const struct figure_request figures[] = {{.name = "error",
                                                 .title = "Error of " HOSTILE,
                                                 .x_label = "batch",
                                                 .y_label = "error in %",
                                                 .series = "norm",
                                                 .x = "batch",
                                                 .of.metric = METRIC_test_error,
                                                 .x_log = 2,
                                                 .printed = published},
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
static const struct source_note notes[] = {{"N2", "on toys"}, {"N9", "never cited"}, {0}};
static const struct claim_row rows[] = {
    {"small-batch", "a row, " HOSTILE, "N1", NULL, NULL},
    {"toy", "by a test", "N2", "tests/test_norms.c: test_toy_example", NULL},
    {"landscape", "not yet", "N0", NULL, "landscape"},
    {0}};

/* Trials of three batch sizes and so many seeds, one of them diverged, with names that no file should be trusted
 * with. */
static void make_hostile(struct results *r, int seeds)
{
    int batch[] = {2, 4, 8};

    make_results(r, 3 * seeds, 2);
    for (int i = 0; i < 3 * seeds; i++) {
        char *size = format_new("%d", batch[i % 3]), *seed = format_new("%d", i / 3);

        config_set(&r->record[i].config, "batch", size);
        config_set(&r->record[i].config, "norm", "groupnorm " HOSTILE);
        config_set(&r->record[i].config, "data", "synthetic");
        if (batch[i % 3] == 8)
            r->record[i].result.curve[METRIC_test_error][r->record[i].result.points] = 10;
        r->record[i].seed = i / 3;
        config_set(&r->record[i].config, "seed", seed);
        set_status(&r->record[i], i == 4 ? TRIAL_DIVERGED : TRIAL_DONE, i == 4 ? HOSTILE : "");
        free(seed);
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

/* Writes the report of these trials of so many seeds into a folder of its own. change: of the trials; NULL: none. */
static void write_changed(const char *name, int seeds, void (*change)(struct results *r))
{
    char *root = test_path(name), *folder = format_new("%s/results", root), *path;
    struct results r;
    struct verdicts v;
    struct report_section section;
    struct report report = {.root = root,
                            .notes = notes,
                            .rows = rows,
                            .verdicts = &v,
                            .count = 1,
                            .section = &section,
                            .sections = 1};

    make_hostile(&r, seeds);
    if (change)
        change(&r);
    assert_int_equal(folder_make(folder), 0);
    free(folder);
    path = format_new("%s/results/made_up.notes", root);
    assert_int_equal(file_write(path, "First: " HOSTILE "\r\n \r\nSecond,\r\nand more.\n",
                                strlen("First: " HOSTILE "\r\n \r\nSecond,\r\nand more.\n")),
                     0);
    free(path);
    judge_all(&v, &made_up.plan, made_up.claims, &r);
    v.others = xstrdup("net=a <b> instead of mlp");
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

static void write_made_up(const char *name, int seeds)
{
    write_changed(name, seeds, NULL);
}

/* Checks that the drawing's bars of this verdict lie on the left of the line for no difference, at 60. */
static void assert_left_of_line(const char *html, const char *verdict)
{
    char *path = format_new("<path class=\"%s\" d=\"M", verdict), *end;
    const char *at = strstr(html, path);
    double low, high;

    assert_non_null(at);
    low = strtod(at + strlen(path), &end);
    at = strchr(end, 'H');
    assert_non_null(at);
    high = strtod(at + 1, NULL);
    assert_true(0 <= low && low < high && high < 60);
    free(path);
}

/* What is asked, and what is answered: with the number of the trials, and the literature's words. */
static void test_front_page(void **state)
{
    char *html;

    (void)state;
    write_made_up("front", 5);
    html = read_report("front", "report.html");
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "http://"));
    assert_null(strstr(html, "https://"));
    assert_true(occurrences(html, "&lt;script&gt;alert(1)") >
                4); /* as text, wherever it came from */
    assert_holds(html, "<h1>made up, [&lt;script&gt;");
    assert_holds(html, "<p class=\"lead\">What is [&lt;script&gt;");
    assert_holds(html, ">15 trainings in 1 experiment, on synthetic; ");
    assert_holds(html, "; seeds: 5.<");
    /* the row: its sentence, with the number of the pairs, then the words of the row and its verdicts */
    assert_holds(html, "<li id=\"small-batch\"><svg class=\"spark\"");
    assert_left_of_line(html, "supported");
    assert_holds(html, " points lower (");
    assert_holds(html, "<p class=\"answer\">Test_error is ");
    assert_holds(html, " with batch=2 than with batch=8.</p>");
    assert_holds(html, "<b>small-batch</b> &#x201C;a row, [&lt;script&gt;");
    assert_holds(html, "<span class=\"v supported\">1 supported*</span>");
    assert_holds(html, "<a href=\"report/made_up.html#verdicts\">made_up</a>");
    assert_holds(html, "a test checks it: <code>tests/test_norms.c: test_toy_example</code>");
    assert_holds(html, "Claims without results here");
    assert_true(strstr(html, "Claims without results here") <
                strstr(html, "&#x201C;not yet&#x201D;"));
    /* the note that a row cites, and none that no row cites */
    assert_holds(html, "<dt>N2</dt><dd>on toys</dd>");
    assert_null(strstr(html, "never cited"));
    free(html);
}

static void test_page_of_an_experiment(void **state)
{
    char *html, *gnuplot = plot_version();
    bool drawn = *gnuplot != '\0';

    (void)state;
    write_made_up("page", 5);
    html = read_report("page", "report/made_up.html");
    assert_null(strstr(html, "<script"));
    assert_null(strstr(html, "http://"));
    assert_true(occurrences(html, "&lt;script&gt;alert(1)") >
                10); /* as text, wherever it came from */
    assert_holds(html, "<a href=\"../report.html\">");
    assert_non_null(strstr(html, "id=\"claim-1\""));
    /* the seeds of the two verdicts, and the lost trial */
    assert_int_equal(occurrences(html, "<th>4\n<tr><th>first<td>"), 2);
    assert_non_null(strstr(html, "normlab run made_up"));
    assert_non_null(strstr(html, "Diverged: 1. Refused at set-up: 0."));
    assert_non_null(strstr(html, "<p>Second,\nand more.\n</p>"));
    assert_non_null(strstr(html, "5 seeds, 0 to 4"));
    /* its figure, and that of the claims: files, which open alone */
    assert_int_equal(occurrences(html, "<figure><a href=\"../../plots/made_up/"), drawn ? 2 : 0);
    assert_int_equal(occurrences(html, "<img src=\"../../plots/made_up/error.svg\""), drawn);
    assert_null(strstr(html, "Of no trial at all"));
    assert_int_equal(occurrences(html, "<span class=\"v supported\">supported*</span>"), 1);
    assert_int_equal(occurrences(html, "Note: others find it, too, with "), 1);
    assert_holds(html, "<p>" STALE "</p>");
    assert_holds(
        html,
        "<p>These results come, some or all, from a build with changes that its commit has not "
        "(0123-dirty): ");
    assert_holds(html, ": net=a &lt;b&gt; instead of mlp. No claim is judged on these trials.</p>");
    free(html);
    free(gnuplot);
}

/* The values of each seed are on the page up to 32 seeds, and on the page of more seeds the command that prints them. */
static void test_page_of_many_seeds(void **state)
{
    char *html;

    (void)state;
    write_made_up("many_seeds", 32);
    html = read_report("many_seeds", "report/made_up.html");
    assert_int_equal(occurrences(html, "<th>31\n<tr><th>first<td>"), 2);
    free(html);
    write_made_up("many_seeds", 33);
    html = read_report("many_seeds", "report/made_up.html");
    assert_null(strstr(html, "<tr><th>first<td>"));
    assert_int_equal(occurrences(html, " prints the values of all 33 seeds."), 2);
    assert_int_equal(occurrences(html, "<p>Median "), 2);
    free(html);
}

/* A row of the page of published values: its name, and what stands behind it up to the source. */
static void assert_published(const char *html, const char *name, const char *want)
{
    const char *row = strstr(html, name);

    if (!row)
        fail_msg("no '%s'", name);
    row += strlen(name);
    if (strncmp(row, want, strlen(want)))
        fail_msg("%s%.200s", name, row);
}

/* Published values stand beside ours: of claims with their verdicts, of figures by the interval. */
static void test_published_values(void **state)
{
    char *html;

    (void)state;
    write_made_up("published", 5);
    html = read_report("published", "report/published-values.html");
    assert_null(strstr(html, "<script"));
    assert_published(html, "<th>ten is ten",
                     "<td>10 %<td>10 <small>10 to 10, 5 seeds</small><td><span class=\"v "
                     "supported\">agrees</span><td class=\"words\">a book\n");
    assert_published(html, ", batch 8<td>",
                     "10 %<td>10 <small>10 to 10, 5 seeds</small><td><span class=\"v "
                     "supported\">agrees</span><td class=\"words\">a &lt;table&gt;\n");
    assert_published(html, ", batch 2<td>", "99 %<td>");
    assert_holds(html, "<span class=\"v refuted\">does not agree</span>");
    assert_published(html, ", batch 64<td>",
                     "10 %<td><td><span class=\"v not-run\">not tested</span>");
    assert_null(strstr(html, "another net"));
    free(html);
}

static void set_error(struct record *record, double error)
{
    record->result.curve[METRIC_test_error][record->result.points] = error;
}

/* Batch 8 gets 11.1, 11.2, ... for seeds 0, 1, ...; batch 2 98 and 99 in turn, with the seed 0 twice. */
static void scatter(struct results *r)
{
    for (int i = 0; i < r->records; i++) {
        if (i % 3 == 0)
            set_error(&r->record[i], i % 2 ? 98 : 99);
        if (i % 3 == 2)
            set_error(&r->record[i], 11.1 + 0.1 * (i / 3));
    }
    r->record[3].seed = 0;
}

static void diverge(struct results *r)
{
    scatter(r);
    set_status(&r->record[2], TRIAL_DIVERGED, "");
}

/* Checks the row of batch 8 and, unless two is NULL, that of batch 2 on the page of these published values. */
static void assert_page(const char *name, const struct printed *values,
                        void (*change)(struct results *r), const char *eight, const char *two)
{
    const struct printed *kept = published[0].printed;
    char *html;

    published[0].printed = values;
    write_changed(name, 10, change);
    html = read_report(name, "report/published-values.html");
    assert_published(html, ", batch 8<td>", eight);
    if (two)
        assert_published(html, ", batch 2<td>", two);
    free(html);
    published[0].printed = kept;
}

/* A published value is one more training: of ten seeds from 11.1 to 12.0 it may be 10.9, 0.65 from their mean, but not 10,
 * while the interval of the mean ends at 11.3. Nothing is compared with trials of several settings, or with seeds of which one
 * diverged. */
static void test_published_by_prediction(void **state)
{
    static const struct printed near[] = {{8, 10.9}, {2, 98}, {0, 0}}, far[] = {{8, 10}, {0, 0}};

    (void)state;
    assert_page("near", near, scatter,
                "10.9 %<td>11.55 <small>11.33 to 11.77, 10 seeds</small><td><span class=\"v "
                "supported\">agrees<",
                "98 %<td><td><span class=\"v not-run\">not tested<");
    assert_page("far", far, scatter,
                "10 %<td>11.55 <small>11.33 to 11.77, 10 seeds</small><td><span class=\"v "
                "refuted\">does not agree<",
                NULL);
    assert_page("lost", far, diverge, "10 %<td>11.6<td><span class=\"v open\">open<", NULL);
}

/* What LaTeX gets: counts and verdicts with their stars, evidence, sources escaped. */
static void test_latex(void **state)
{
    char *text, *gnuplot = plot_version();
    int drawn = *gnuplot != '\0';

    (void)state;
    write_made_up("words", 5);
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
    write_made_up("latex", 5);
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

/* Measures the pages in frames of each width: how far they scroll sideways, how many figures and drawings are seen. */
static const char measure_page[] =
    "<!DOCTYPE html><body><pre id=\"r\"></pre><script>\n"
    "const widths = [360, 1440], pages = ['report.html', 'report/made_up.html', 'report/published-values.html'];\n"
    "let left = widths.length * pages.length;\n"
    "for (const page of pages) for (const w of widths) {\n"
    "  const f = document.createElement('iframe'); f.width = w; f.height = 900; f.style.border = 0;\n"
    "  f.onload = () => { const d = f.contentDocument;\n"
    "    d.querySelectorAll('details').forEach(x => x.open = true);\n"
    "    d.querySelectorAll('img').forEach(x => x.loading = 'eager');\n"
    "    setTimeout(() => {\n"
    "      const seen = [...d.querySelectorAll('figure img, .spark')].filter(x => x.getBoundingClientRect().height > 2);\n"
    "      r.textContent += `${page} width=${w} over=${d.documentElement.scrollWidth - d.documentElement.clientWidth} seen=${seen.length};`;\n"
    "      if (--left == 0) document.title = 'measured'; }, 500); };\n"
    "  f.src = 'results/' + page; document.body.append(f); }\n</script></body>\n";

static void test_page_in_a_browser(void **state)
{
    static const char *const measured[] = {
        "report.html width=360 over=0 seen=1;",
        "report.html width=1440 over=0 seen=1;",
        "report/made_up.html width=360 over=0 seen=2;",
        "report/made_up.html width=1440 over=0 seen=2;",
        "report/published-values.html width=360 over=0 seen=0;",
        "report/published-values.html width=1440 over=0 seen=0;",
    };
    char *command, *out, *err, *path, *root;

    (void)state;
    if (!has("gnuplot"))
        skip_missing("gnuplot-nox");
    if (!has("chromium"))
        skip_because("chromium is not installed");
    write_made_up("browser", 5);
    root = test_path("browser");
    path = format_new("%s/measure.html", root);
    assert_int_equal(file_write(path, measure_page, strlen(measure_page)), 0);
    command = format_new("HOME='%s' timeout 120 chromium --headless --no-sandbox --disable-gpu "
                         "--allow-file-access-from-files --enable-logging=stderr --v=0 "
                         "--virtual-time-budget=10000 --dump-dom 'file://%s'",
                         root, path);
    assert_int_equal(run_command(command, &out, &err), 0);
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        if (!strstr(out, measured[i]))
            fail_msg("%s: %s", measured[i], strstr(out, "<pre") ? strstr(out, "<pre") : out);

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
        cmocka_unit_test(test_front_page),
        cmocka_unit_test(test_page_of_many_seeds),
        cmocka_unit_test(test_page_of_an_experiment),
        cmocka_unit_test(test_published_values),
        cmocka_unit_test(test_published_by_prediction),
        cmocka_unit_test(test_latex),
        cmocka_unit_test(test_latex_compiles),
        cmocka_unit_test(test_page_in_a_browser),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
