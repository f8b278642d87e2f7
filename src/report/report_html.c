/* Writes the report as one page of HTML. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report/report_internal.h"
#include "report_css.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- pieces ---- */

/* Adds <tag>text</tag>. */
static void add_element(struct text *out, const char *tag, const char *s)
{
    text_add(out, "<%s>", tag);
    html_add(out, s);
    text_add(out, "</%s>", tag);
}

/* Adds a name and its value to a <dl>. code: the value is code. */
static void add_term(struct text *out, const char *name, const char *value, bool code)
{
    add_element(out, "dt", name);
    text_add(out, code ? "<dd><code>" : "<dd>");
    html_add(out, value);
    text_add(out, code ? "</code></dd>\n" : "</dd>\n");
}

/* Returns the name of the verdict's class in report.css, such as "not-run". */
static const char *verdict_class(enum verdict v)
{
    return v == NOT_RUN ? "not-run" : v == ABOUT_MARGIN ? "at-margin" : verdict_name[v];
}

static void add_chip(struct text *out, enum verdict v, const char *words)
{
    text_add(out, "<span class=\"v %s\">%s</span>", verdict_class(v), words);
}

static void add_heading(struct report_writer *w, const char *text)
{
    add_element(&w->out, "h3", text);
    text_add(&w->out, "\n");
}

static void add_paragraph(struct report_writer *w, const char *text)
{
    add_element(&w->out, "p", text);
    text_add(&w->out, "\n");
}

/* ---- the first screen ---- */

static void add_box(struct text *out, enum verdict v, const struct verdict_count *n,
                    const char *means)
{
    text_add(out, "<div class=\"%s\"><b>%d</b> %s<br><span>%s", verdict_class(v), n->of[v],
             verdict_name[v], means);
    if (n->weak[v])
        text_add(
            out,
            "; %d of them (*) do not hold when corrected for the number of comparisons in their experiment",
            n->weak[v]);
    text_add(out, "</span></div>\n");
}

static const char lead[] =
    "<p class=\"lead\">Most neural networks contain normalization layers (BatchNorm, LayerNorm, GroupNorm, "
    "InstanceNorm and others), and the literature claims much about them. This report restates each claim as comparisons "
    "of two settings. Both are trained several times from different random seeds, and the difference must exceed a margin, "
    "or stay within one. The verdict is what the seeds show.</p>\n";

static void add_boxes(struct text *out, const struct verdict_count *n)
{
    text_add(out, "<div class=\"counts\">\n");
    add_box(out, SUPPORTED, n, "the whole 95 % interval of the effect agrees with the claim");
    add_box(out, REFUTED, n, "the whole interval contradicts the claim");
    add_box(
        out, ABOUT_MARGIN, n,
        "the whole interval lies within half the margin around it: the effect is as large as the margin, and more "
        "seeds would not change that");
    add_box(
        out, OPEN, n,
        "the interval holds values on both sides of the margin; the comparison says what would settle it");
    if (n->of[NOT_RUN])
        add_box(out, NOT_RUN, n, "there are no results here");
    text_add(out, "</div>\n");
}

static void begin(struct report_writer *w, const struct report_totals *t)
{
    char *results = format_new("%s/results", w->report->root);
    struct text *out = &w->out;

    folder_sweep(results); /* removes temporary files of runs that no longer exist */
    free(results);
    text_add(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>normlab: what normalization layers do</title>\n<style>\n%s</style>\n</head>\n"
        "<body>\n<header>\n<h1>What normalization layers do: %d of %d claims put to the test</h1>\n%s"
        "<p class=\"soft\">%d trainings in %d experiment%s; %d comparisons with these verdicts:</p>\n",
        embedded_report, t->answered, t->rows, lead, t->trainings, t->experiments,
        t->experiments == 1 ? "" : "s", t->verdicts.all);
    add_boxes(out, &t->verdicts);
    text_add(
        out,
        "<p class=\"soft\">Each claim stands with the verdicts on its comparisons; &#x25B8; opens them. The brackets "
        "name the sources of the claim; N0 to N4 are the five notes from which the claims were "
        "collected.</p>\n</header>\n<main>\n");
}

static void add_method(struct report_writer *w)
{
    text_add(&w->out,
             "<details><summary class=\"soft\">How the verdicts are reached</summary>\n<dl>\n");
    for (int i = 0; report_method[i].term; i++)
        add_term(&w->out, report_method[i].term, report_method[i].words, false);
    text_add(&w->out, "</dl>\n</details>\n");
}

static void add_contents(struct report_writer *w)
{
    text_add(&w->out, "<nav aria-label=\"Experiments\"><h3>Experiments</h3>\n<ul>\n");
    for (int i = 0; i < w->report->sections; i++) {
        const struct plan *plan = w->report->section[i].plan;

        text_add(&w->out, "<li><a href=\"#%s\">", plan->name);
        html_add(&w->out, plan->title);
        text_add(&w->out, "</a></li>\n");
    }
    text_add(&w->out, "</ul></nav>\n");
}

/* ---- the ledger ---- */

static void ledger_begin(struct report_writer *w)
{
    text_add(&w->out, "<ul class=\"ledger\">\n");
}

static void ledger_unanswered(struct report_writer *w)
{
    text_add(&w->out, "</ul>\n<h3>Without results here</h3>\n<ul class=\"ledger\">\n");
}

/* Adds the text, then its sources in square brackets. */
static void add_with_sources(struct text *out, const char *text, const char *sources)
{
    html_add(out, text);
    text_add(out, " <span class=\"soft\">[");
    html_add(out, sources);
    text_add(out, "]</span>");
}

static void add_row(struct report_writer *w, const struct report_row *row)
{
    struct text *out = &w->out;

    text_add(out, row->empty ? "<li><div class=\"row\">" : "<li><details><summary>");
    text_add(out, "<span class=\"what\">");
    add_element(out, "b", row->row->id);
    text_add(out, ": ");
    add_with_sources(out, row->row->text, row->row->from);
    text_add(out, "</span><span class=\"chips\">");
    for (int i = 0; i < row->counts; i++)
        add_chip(out, row->count[i].verdict, row->count[i].words);
    text_add(out, "</span>");
    text_add(out, row->empty ? "</div>" : "</summary>\n<ul class=\"inner\">\n");
}

/* Adds a claim in one line of its row, with a link to its evidence. */
static void add_row_claim(struct report_writer *w, const struct report_claim *c)
{
    const char *name = c->verdicts->plan->name;
    struct text *out = &w->out;

    text_add(out, "<li>");
    add_chip(out, c->judgement->verdict, c->verdict);
    text_add(out, " ");
    html_add(out, c->sentence);
    text_add(out, "<div class=\"evidence soft\">");
    if (c->judgement->verdict != NOT_RUN)
        html_add(out, c->evidence);
    if (c->in_report)
        text_add(out, "<a href=\"#%s-%d\">%s</a>", name, c->number, name);
    else
        text_add(out, "<code>normlab %s %s</code>", c->verdicts->run ? "report" : "run", name);
    text_add(out, "</div></li>\n");
}

static void end_row(struct report_writer *w, const struct report_row *row)
{
    struct text *out = &w->out;

    if (row->row->test) {
        text_add(out, "<li>This follows from arithmetic; a test checks it: ");
        add_element(out, "code", row->row->test);
        text_add(out, "</li>\n");
    }
    text_add(out, row->empty ? "</li>\n" : "</ul></details></li>\n");
}

static void end_list(struct report_writer *w)
{
    text_add(&w->out, "</ul>\n");
}

/* ---- sections ---- */

static void section_begin(struct report_writer *w, const struct report_section *s)
{
    const struct plan *plan = s->plan;

    text_add(&w->out, "<section id=\"%s\">\n<h2><span class=\"soft\">%s</span> ", plan->name,
             plan->name);
    html_add(&w->out, plan->title);
    text_add(&w->out, "</h2>\n");
}

static void add_setup(struct report_writer *w, const struct description *d)
{
    text_add(&w->out, "<dl>\n");
    for (int i = 0; i < d->lines; i++) {
        const struct description_line *line = &d->line[i];
        bool again = i > 0 && strcmp(line->name, line[-1].name) == 0;

        add_term(&w->out, again ? "" : line->name, line->words, strcmp(line->name, "network") == 0);
    }
    text_add(&w->out, "</dl>\n");
}

static int add_figure(struct report_writer *w, const char *experiment,
                      const struct report_figure *f)
{
    char *path = format_new("%s/plots/%s/%s.svg", w->report->root, experiment, f->name);
    /* The prefix makes the ids of this drawing differ from the ids of all other drawings on the page. It contains
     * the position in the page, which is unique. It is short, because a drawing repeats it about a thousand times. */
    char *prefix = format_new("f%zx-", w->out.length), *svg;
    size_t n;
    int bad = 0;

    svg = file_read(path, &n, false);
    text_add(&w->out, "<figure>");
    if (!svg)
        bad = -1;
    else if (svg_add(&w->out, svg, prefix, f->title))
        bad = error("%s: not a drawing that gnuplot makes; draw it again by normlab report", path);
    text_add(&w->out, "<figcaption>");
    html_add(&w->out, f->title);
    text_add(&w->out, ". <code>plots/%s/%s.gp</code></figcaption></figure>\n", experiment, f->name);
    free(svg);
    free(prefix);
    free(path);
    return bad;
}

static void add_figures(struct report_writer *w, const struct report_section *s, int first, int end)
{
    int drawn = 0;

    for (int i = first; i < end && !w->bad; i++)
        if (s->figure[i].drawn) {
            text_add(&w->out, drawn++ ? "" : "<div class=\"figures\">\n");
            w->bad = add_figure(w, s->plan->name, &s->figure[i]);
        }
    text_add(&w->out, drawn ? "</div>\n" : "");
}

/* Adds a cell of a table: the mean, and on a second line the text behind the first space, such as the interval. */
static void add_cell(struct text *out, const char *s)
{
    const char *interval = strchr(s, ' ');
    char *mean = interval ? xstrndup(s, (size_t)(interval - s)) : xstrdup(s);

    text_add(out, "<td>");
    html_add(out, mean);
    if (interval) {
        text_add(out, " <small>");
        html_add(out, interval + 1);
        text_add(out, "</small>");
    }
    text_add(out, "</td>");
    free(mean);
}

static void add_table(struct report_writer *w, const struct report_section *s, int number)
{
    const struct table *t = &s->table[number];
    struct text *out = &w->out;

    text_add(out, "<div class=\"scroll\"><table>\n<caption><b>");
    html_add(out, t->title);
    text_add(out, "</b> <span class=\"about\">");
    html_add(out, t->about);
    text_add(out, "</span></caption>\n<thead><tr>");
    for (int j = 0; j < t->columns; j++) {
        text_add(out, "<th scope=\"col\">");
        html_add(out, t->text[j]);
        text_add(out, "</th>");
    }
    text_add(out, "</tr></thead>\n<tbody>\n");
    for (int i = 1; i < t->rows; i++) {
        text_add(out, "<tr><th scope=\"row\">");
        html_add(out, t->text[i * t->columns]);
        text_add(out, "</th>");
        for (int j = 1; j < t->columns; j++)
            add_cell(out, t->text[i * t->columns + j]);
        text_add(out, "</tr>\n");
    }
    text_add(out, "</tbody></table></div>\n");
}

/* ---- verdicts ---- */

static void add_number(struct text *out, double v, const char *none)
{
    if (isnan(v))
        text_add(out, "<td>%s</td>", none);
    else
        text_add(out, "<td>%.6g</td>", v);
}

/* Adds a table with the values of each seed and with statistics of the differences. */
static void add_pairs(struct text *out, const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->paired.difference;

    if (j->paired.pairs == 0)
        return;
    text_add(
        out,
        "<div class=\"scroll\"><table><thead><tr><th>seed</th><th>first</th>%s<th>%s%s</th></tr>"
        "</thead><tbody>\n",
        c->b ? "<th>second</th>" : "", c->ratio ? "log of the ratio" : "difference",
        c->a_base ? ", minus the difference of the two base cells" : "");
    for (int i = 0; i < j->paired.pairs; i++) {
        const struct pair *p = &j->paired.pair[i];
        bool lacks_value = isnan(p->a) || (c->b && isnan(p->b)) || c->a_base;

        text_add(out, "<tr><th scope=\"row\">%lld</th>", (long long)p->seed);
        add_number(out, p->a, "no value");
        if (c->b)
            add_number(out, p->b, "no value");
        add_number(out, p->d,
                   lacks_value       ? "no value"
                   : j->paired.parts ? "does not learn"
                                     : "no ratio to 0");
        text_add(out, "</tr>\n");
    }
    text_add(out, "</tbody></table></div>\n");
    if (d->n > 1) {
        text_add(out,
                 "<p class=\"evidence soft\">Of these: mean %.4g, median %.4g, interquartile mean "
                 "%.4g, standard deviation %.3g",
                 d->mean, j->median, j->iqm, d->sd);
        if (!isnan(j->improvement))
            text_add(out, "; below 0 in %g of %d seeds (a 0 is half a seed)", j->improvement * d->n,
                     d->n);
        if (!isnan(j->student.low))
            text_add(out, "; the 95 %% interval of the mean by Student's t alone is %.4g to %.4g",
                     j->student.low, j->student.high);
        text_add(out, ".</p>\n");
    }
}

static void add_verdict(struct report_writer *w, const struct report_claim *c)
{
    struct text *out = &w->out;

    text_add(out, "<li id=\"%s-%d\"><details><summary><span class=\"what\">",
             c->verdicts->plan->name, c->number);
    add_with_sources(out, c->sentence, c->claim->source);
    text_add(out, "<span class=\"evidence soft\">");
    html_add(out, c->evidence);
    text_add(out, "</span></span><span class=\"chips\">");
    add_chip(out, c->judgement->verdict, c->verdict);
    text_add(out, "</span></summary>\n<div class=\"inner\"><p class=\"evidence\">Compared: ");
    html_add(out, c->comparison);
    text_add(out, "</p>\n");
    add_pairs(out, c->claim, c->judgement);
    text_add(out, "<pre><code>");
    html_add(out, c->command);
    text_add(out, "</code></pre></div></details></li>\n");
}

static void verdicts_end(struct report_writer *w, const struct report_section *s)
{
    (void)s;
    end_list(w);
}

/* ---- failures and provenance ---- */

/* Adds what identifies a trial: its values of the axes, and its seed. */
static void add_trial(struct text *out, const struct results *r, const struct record *record)
{
    bool first = true;

    text_add(out, "<code>");
    for (int a = 0; a < r->axes; a++) {
        const char *value = record_get(record, r->axis[a]);

        if (strcmp(r->axis[a], "net") == 0 || !*value)
            continue;
        text_add(out, first ? "" : " ");
        html_add(out, r->axis[a]);
        text_add(out, "=");
        html_add(out, value);
        first = false;
    }
    text_add(out, " seed=%lld</code>", (long long)record->seed);
}

static void add_failures(struct report_writer *w, const struct results *r, int failures)
{
    enum { MOST = 400 };
    struct text *out = &w->out;
    int shown = 0;

    text_add(out, "<details><summary>These trials</summary>\n<ul>\n");
    for (int i = 0; i < r->records && shown < MOST; i++) {
        const struct record *record = &r->record[i];

        if (record->result.status == TRIAL_DONE)
            continue;
        text_add(out, "<li>%s: ", trial_status_name[record->result.status]);
        add_trial(out, r, record);
        text_add(out, ": ");
        html_add(out, record->result.message);
        text_add(out, "</li>\n");
        shown++;
    }
    text_add(out, "</ul>\n");
    if (shown < failures)
        text_add(out, "<p>The results have %d more.</p>\n", failures - shown);
    text_add(out, "</details>\n");
}

static void add_provenance(struct report_writer *w, const struct report_section *s)
{
    const struct config *c = &s->results->provenance;
    const char *command = config_get(c, "command_line");
    struct text *out = &w->out;

    text_add(out, "<p>Made by</p>\n<pre><code>");
    html_add(out, command ? command : "normlab run");
    text_add(out,
             "</code></pre>\n<details><summary>Source, machine, libraries, data</summary>\n<dl>\n");
    add_term(out, "results", s->plan->name, true);
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->item[i].key, "command_line"))
            add_term(out, c->item[i].key, c->item[i].value, true);
    text_add(out, "</dl></details>\n");
}

static void section_end(struct report_writer *w, const struct report_section *s)
{
    (void)s;
    text_add(&w->out, "</section>\n");
}

static void end(struct report_writer *w)
{
    char *path = report_html_path(w->report->root);

    text_add(&w->out, "</main>\n</body>\n</html>\n");
    if (!w->bad)
        w->bad = file_write(path, w->out.s, w->out.length);
    free(path);
}

const struct report_format report_html = {
    .begin = begin,
    .ledger_begin = ledger_begin,
    .ledger_unanswered = ledger_unanswered,
    .row = add_row,
    .row_claim = add_row_claim,
    .row_end = end_row,
    .ledger_end = end_list,
    .method = add_method,
    .contents = add_contents,
    .section_begin = section_begin,
    .heading = add_heading,
    .paragraph = add_paragraph,
    .setup = add_setup,
    .figures = add_figures,
    .table = add_table,
    .verdicts_begin = ledger_begin,
    .verdict = add_verdict,
    .verdicts_end = verdicts_end,
    .failures = add_failures,
    .provenance = add_provenance,
    .section_end = section_end,
    .end = end,
};
