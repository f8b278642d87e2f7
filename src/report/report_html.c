/* Writes the report as HTML: a page for each experiment. report_front.c writes the front page. */
#include "base/arena.h"
#include "report/markup.h"
#include "report/report_page.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- parts that readers can fold ---- */

/* Ends the part that readers can fold, if one has begun. */
static void end_fold(struct report_writer *w)
{
    text_add(&w->out, w->folded ? "</details>\n" : "");
    w->folded = false;
}

/* Adds a heading. Each table and each verdict can be folded by itself, every other part as a whole. */
static void add_heading(struct report_writer *w, const char *text)
{
    bool fold = strcmp(text, "Tables") && strcmp(text, "Verdicts");

    end_fold(w);
    if (fold)
        text_add(&w->out, "<details class=\"part\"><summary>");
    else
        text_add(&w->out, "<h2 id=\"%s\">", strcmp(text, "Tables") ? "verdicts" : "tables");
    html_add(&w->out, text);
    text_add(&w->out, fold ? "</summary>\n" : "</h2>\n");
    w->folded = fold;
}

static void add_paragraph(struct report_writer *w, const char *text)
{
    page_element(&w->out, "p", text);
    text_add(&w->out, "\n");
}

/* ---- sections ---- */

static void section_begin(struct report_writer *w, const struct report_section *s)
{
    page_begin(&w->out, s->plan->title, "../report.html");
    text_add(&w->out, "<main>\n<h1>");
    html_add(&w->out, s->plan->title);
    text_add(&w->out, " <span class=\"soft\">%s</span></h1>\n", s->plan->name);
}

static void add_setup(struct report_writer *w, const struct description *d)
{
    text_add(&w->out, "<dl>\n");
    for (int i = 0; i < d->lines; i++) {
        const struct description_line *line = &d->line[i];
        bool again = i > 0 && strcmp(line->name, line[-1].name) == 0;

        page_term(&w->out, again ? "" : line->name, line->words,
                  strcmp(line->name, "network") == 0);
    }
    text_add(&w->out, "</dl>\n");
}

/* Adds a figure as an image, with a link to its file. */
static void add_figure(struct text *out, const char *experiment, const struct report_figure *f)
{
    text_add(
        out,
        "<figure><a href=\"../../plots/%s/%s.svg\"><img src=\"../../plots/%s/%s.svg\" loading=\"lazy\" alt=\"",
        experiment, f->name, experiment, f->name);
    html_add(out, f->title);
    text_add(out, "\"></a><figcaption>");
    html_add(out, f->title);
    text_add(out, ". <code>plots/%s/%s.gp</code></figcaption></figure>\n", experiment, f->name);
}

static void add_figures(struct report_writer *w, const struct report_section *s, int first, int end)
{
    int drawn = 0;

    end_fold(w);
    for (int i = first; i < end; i++)
        if (s->figure[i].drawn) {
            text_add(&w->out, drawn++ ? "" : "<div class=\"figures\">\n");
            add_figure(&w->out, s->plan->name, &s->figure[i]);
        }
    text_add(&w->out, drawn ? "</div>\n" : "");
}

/* Adds a cell of a table: the mean, and on a second line the text behind the first space, such as the interval. A cell
 * such as "3 of 5 learn: 15.00" stays in one line. Rows and cells have no end tags, which HTML allows, and the second line
 * is <i>, the shortest name: this halves the size of pages with many numbers. */
static void add_cell(struct text *out, const char *s)
{
    const char *interval = strstr(s, " learn: ") ? NULL : strchr(s, ' ');
    char *mean = interval ? xstrndup(s, (size_t)(interval - s)) : xstrdup(s);

    text_add(out, "<td>");
    html_add(out, mean);
    if (interval) {
        text_add(out, " <i>");
        html_add(out, interval + 1);
        text_add(out, "</i>");
    }
    free(mean);
}

static void add_table(struct report_writer *w, const struct report_section *s, int number)
{
    const struct table *t = &s->table[number];
    struct text *out = &w->out;

    text_add(out, "<details><summary>");
    html_add(out, t->title);
    text_add(out, "</summary>\n<p class=\"soft\">");
    html_add(out, t->about);
    text_add(out, "</p>\n<div class=\"scroll\"><table>\n<thead><tr>");
    for (int j = 0; j < t->columns; j++) {
        text_add(out, "<th>");
        html_add(out, t->text[j]);
    }
    text_add(out, "\n<tbody>\n");
    for (int i = 1; i < t->rows; i++) {
        text_add(out, "<tr><th>");
        html_add(out, t->text[i * t->columns]);
        for (int j = 1; j < t->columns; j++)
            add_cell(out, t->text[i * t->columns + j]);
        text_add(out, "\n");
    }
    text_add(out, "</table></div></details>\n");
}

/* ---- verdicts ---- */

static void verdicts_begin(struct report_writer *w)
{
    text_add(&w->out, "<ul class=\"verdicts\">\n");
}

/* Adds a cell with the number, or with the text `none` for NaN. */
static void add_number(struct text *out, double v, const char *none)
{
    if (isnan(v))
        text_add(out, "<td>%s", none);
    else
        text_add(out, "<td>%.4g", v);
}

/* Adds a row with the value of each pair in a cell: the second, or else the first. */
static void add_values(struct text *out, const char *name, const struct paired *p, bool second)
{
    text_add(out, "\n<tr><th>%s", name);
    for (int i = 0; i < p->pairs; i++)
        add_number(out, second ? p->pair[i].b : p->pair[i].a, "no value");
}

/* Adds a table with a column for each seed and rows of its values. */
static void add_seeds(struct text *out, const struct claim *c, const struct paired *all)
{
    text_add(out, "<table><tr><th>seed");
    for (int i = 0; i < all->pairs; i++)
        text_add(out, "<th>%lld", (long long)all->pair[i].seed);
    add_values(out, "first", all, false);
    if (c->b)
        add_values(out, "second", all, true);
    text_add(out, "\n<tr><th>%s%s", c->ratio ? "log of the ratio" : "difference",
             c->a_base ? ", minus the difference of the two base cells" : "");
    for (int i = 0; i < all->pairs; i++) {
        const struct pair *p = &all->pair[i];
        bool lacks_value = isnan(p->a) || (c->b && isnan(p->b)) || c->a_base;

        add_number(out, p->d,
                   lacks_value  ? "no value"
                   : all->parts ? "does not learn"
                                : "no ratio to 0");
    }
    text_add(out, "\n</table>\n");
}

/* Adds the values of the seeds, unless they are too many to be read, and statistics of the differences. */
static void add_pairs(struct text *out, const struct claim *c, const struct judgement *j)
{
    enum { SEEDS_SHOWN = 32 };
    const struct interval *d = &j->paired.difference;

    if (j->paired.pairs > SEEDS_SHOWN)
        text_add(out,
                 "<p><code>normlab claims --json</code> prints the values of all %d seeds.</p>\n",
                 j->paired.pairs);
    else if (j->paired.pairs > 0)
        add_seeds(out, c, &j->paired);
    if (d->n > 1) {
        text_add(out, "<p>Median %.3g, interquartile mean %.3g, sd %.3g", j->median, j->iqm, d->sd);
        if (!isnan(j->improvement))
            text_add(out, "; below 0 in %g of %d seeds", j->improvement * d->n, d->n);
        if (!isnan(j->student.low) && !j->fresh_seeds)
            text_add(out, "; by Student's t alone %.3g to %.3g", j->student.low, j->student.high);
        text_add(out, ".</p>\n");
    }
}

/* Adds the text, then its sources in square brackets. */
static void add_with_sources(struct text *out, const char *text, const char *sources)
{
    html_add(out, text);
    text_add(out, " <span class=\"soft\">[");
    html_add(out, sources);
    text_add(out, "]</span>");
}

static void add_verdict(struct report_writer *w, const struct report_claim *c)
{
    struct text *out = &w->out;

    text_add(out, "<li id=\"claim-%d\"><details><summary>", c->number);
    page_chip(out, c->judgement->verdict, c->verdict);
    text_add(out, " ");
    add_with_sources(out, c->sentence, c->claim->source);
    text_add(out, "<small>");
    html_add(out, c->evidence);
    text_add(out, "</small></summary>\n<p>Compared: ");
    html_add(out, c->comparison);
    text_add(out, "</p>\n");
    add_pairs(out, c->claim, c->judgement);
    text_add(out, "<pre><code>");
    html_add(out, c->command);
    text_add(out, "</code></pre></details>\n");
}

static void verdicts_end(struct report_writer *w, const struct report_section *s)
{
    (void)s;
    text_add(&w->out, "</ul>\n");
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
    enum { MOST = 50 };
    struct text *out = &w->out;
    int shown = 0;

    text_add(out, "<ul>\n");
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
}

static void add_provenance(struct report_writer *w, const struct report_section *s)
{
    const struct config *c = &s->results->provenance;
    const char *command = config_get(c, "command_line");
    struct text *out = &w->out;

    text_add(out, "<p>Made by</p>\n<pre><code>");
    html_add(out, command ? command : "normlab run");
    text_add(out, "</code></pre>\n<dl>\n");
    page_term(out, "results", s->plan->name, true);
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->item[i].key, "command_line"))
            page_term(out, c->item[i].key, c->item[i].value, true);
    text_add(out, "</dl>\n");
}

static void section_end(struct report_writer *w, const struct report_section *s)
{
    end_fold(w);
    page_end(w, &w->out, report_page_path(w->report->root, s->plan->name));
}

const struct report_format report_html = {
    .begin = front_begin,
    .ledger_begin = front_ledger_begin,
    .ledger_unanswered = front_ledger_unanswered,
    .row = front_row,
    .ledger_end = front_ledger_end,
    .method = front_method,
    .contents = front_contents,
    .section_begin = section_begin,
    .heading = add_heading,
    .paragraph = add_paragraph,
    .setup = add_setup,
    .figures = add_figures,
    .table = add_table,
    .verdicts_begin = verdicts_begin,
    .verdict = add_verdict,
    .verdicts_end = verdicts_end,
    .failures = add_failures,
    .provenance = add_provenance,
    .section_end = section_end,
    .end = front_end,
};
