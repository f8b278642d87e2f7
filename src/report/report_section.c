#include "report/report_section.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "report/markup.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *verdict_class(enum verdict v)
{
    return v == NOT_RUN ? "not-run" : verdict_name[v];
}

void chip_add(struct text *out, const struct judgement *j)
{
    char *word = verdict_word(j);

    text_add(out, "<span class=\"v %s\">%s</span>", verdict_class(j->verdict), word);
    free(word);
}

/* <tag>text</tag> */
static void add_element(struct text *out, const char *tag, const char *s)
{
    text_add(out, "<%s>", tag);
    html_add(out, s);
    text_add(out, "</%s>", tag);
}

static void add_term(struct text *out, const char *name, const char *value, bool code)
{
    add_element(out, "dt", name);
    text_add(out, code ? "<dd><code>" : "<dd>");
    html_add(out, value);
    text_add(out, code ? "</code></dd>\n" : "</dd>\n");
}

/* ---- set-up and notes ---- */

static void add_description(struct text *out, const struct description *s)
{
    text_add(out, "<h3>Set-up</h3>\n<dl>\n");
    for (int i = 0; i < s->lines; i++)
        add_term(out, i && !strcmp(s->line[i].name, s->line[i - 1].name) ? "" : s->line[i].name,
                 s->line[i].words, strcmp(s->line[i].name, "network") == 0);
    text_add(out, "</dl>\n");
}

static void add_notes(struct text *out, const struct report_part *p)
{
    if (p->notes)
        text_add(out, "<h3>Notes</h3>\n");
    for (int i = 0; i < p->notes; i++) {
        add_element(out, "p", p->note[i]);
        text_add(out, "\n");
    }
}

/* ---- figures ---- */

static int add_figure(struct text *out, const struct report_part *p, const struct report_figure *f,
                      const char *root)
{
    char *path = format_new("%s/plots/%s/%s.svg", root, p->plan->name, f->name);
    /* Where the drawing begins is as good a name as any, and short: a drawing has it a thousand times. */
    char *prefix = format_new("f%zx-", out->length), *svg;
    size_t n;
    int bad = 0;

    svg = file_read(path, &n, false);
    text_add(out, "<figure>");
    if (!svg)
        bad = -1;
    else if (svg_add(out, svg, prefix, f->title))
        bad = error("%s: not a drawing that gnuplot makes; draw it again by normlab report", path);
    text_add(out, "<figcaption>");
    html_add(out, f->title);
    text_add(out, ". <code>plots/%s/%s.gp</code></figcaption></figure>\n", p->plan->name, f->name);
    free(svg);
    free(prefix);
    free(path);
    return bad;
}

/* Those from `first` up to, without, `end`. */
static int add_figures(struct text *out, const struct report_part *p, const char *root, int first,
                       int end)
{
    int drawn = 0, bad = 0;

    for (int i = first; i < end; i++)
        drawn += p->figure[i].drawn;
    if (!drawn)
        return 0;
    text_add(out, "<div class=\"figures\">\n");
    for (int i = first; i < end && !bad; i++)
        if (p->figure[i].drawn)
            bad = add_figure(out, p, &p->figure[i], root);
    text_add(out, "</div>\n");
    return bad;
}

/* ---- tables ---- */

/* A mean, with the rest of the text below it. */
static void add_cell(struct text *out, const char *s)
{
    const char *rest = strchr(s, ' ');
    char *mean = rest ? xstrndup(s, (size_t)(rest - s)) : xstrdup(s);

    text_add(out, "<td>");
    html_add(out, mean);
    if (rest) {
        text_add(out, " <small>");
        html_add(out, rest + 1);
        text_add(out, "</small>");
    }
    text_add(out, "</td>");
    free(mean);
}

static void add_table(struct text *out, const struct table *t)
{
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

static void add_tables(struct text *out, const struct report_part *p)
{
    if (p->tables)
        text_add(out, "<h3>Tables</h3>\n<p class=\"soft\">" TABLE_LOST "</p>\n");
    for (int i = 0; i < p->tables; i++)
        add_table(out, &p->table[i]);
}

/* ---- verdicts ---- */

static void add_number(struct text *out, double v, const char *none)
{
    if (isnan(v))
        text_add(out, "<td>%s</td>", none);
    else
        text_add(out, "<td>%.6g</td>", v);
}

/* Seed by seed: what the verdict comes from. */
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
        c->a_base ? ", less that of the two it is set against" : "");
    for (int i = 0; i < j->paired.pairs; i++) {
        const struct pair *p = &j->paired.pair[i];
        bool lost = isnan(p->a) || (c->b && isnan(p->b)) || c->a_base;

        text_add(out, "<tr><th scope=\"row\">%lld</th>", (long long)p->seed);
        add_number(out, p->a, "lost");
        if (c->b)
            add_number(out, p->b, "lost");
        add_number(out, p->d, lost ? "lost" : "no ratio to 0");
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
            text_add(out, "; 95 %% interval of the mean by Student's t alone %.4g to %.4g",
                     j->student.low, j->student.high);
        text_add(out, ".</p>\n");
    }
}

void evidence_add(struct text *out, const struct claim *c, const struct judgement *j)
{
    struct text t = {0};

    claim_print_evidence(c, j, &t);
    html_add_sentence(out, text_str(&t));
    text_clear(&t);
    claim_print_remedy(c, j, &t);
    html_add_sentence(out, text_str(&t));
    text_clear(&t);
    if (c->note) {
        text_add(out, "Note: ");
        html_add(out, c->note);
        text_add(out, ". ");
    }
}

static void add_claim(struct text *out, const struct verdicts *v, int i)
{
    const struct claim *c = &v->claims[i];
    const struct judgement *j = &v->judgement[i];
    struct text t = {0};

    text_add(out, "<li id=\"%s-%d\"><details><summary><span class=\"what\">", v->plan->name, i + 1);
    claim_print(c, &t);
    html_add(out, text_str(&t));
    text_clear(&t);
    text_add(out, " <span class=\"soft\">[");
    html_add(out, c->source);
    text_add(out, "]</span><span class=\"evidence soft\">");
    evidence_add(out, c, j);
    text_add(out, "</span></span><span class=\"chips\">");
    chip_add(out, j);
    text_add(out, "</span></summary>\n<div class=\"inner\"><p class=\"evidence\">Compared: ");
    claim_print_comparison(c, &t);
    html_add(out, text_str(&t));
    text_clear(&t);
    text_add(out, "</p>\n");
    add_pairs(out, c, j);
    claim_command(v, c, &t);
    text_add(out, "<pre><code>");
    html_add(out, t.s);
    text_add(out, "</code></pre></div></details></li>\n");
    text_clear(&t);
}

static void add_verdicts(struct text *out, const struct verdicts *v)
{
    if (v->count == 0)
        return;
    text_add(out, "<h3>Verdicts</h3>\n<ul class=\"ledger\">\n");
    for (int i = 0; i < v->count; i++)
        add_claim(out, v, i);
    text_add(out, "</ul>\n");
}

/* ---- failures ---- */

/* A trial by what tells it apart. */
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

static void add_failures(struct text *out, const struct results *r)
{
    enum { MOST = 400 };
    int failures = 0, shown = 0;

    for (int i = 0; i < r->records; i++)
        failures += r->record[i].result.status != TRIAL_DONE;
    text_add(out, "<h3>Failures</h3>\n");
    if (!failures) {
        text_add(out, "<p>None: every training went to its end.</p>\n");
        return;
    }
    text_add(
        out,
        "<details><summary>Diverged or refused at set-up, and counted as such: %d</summary>\n<ul>\n",
        failures);
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
        text_add(out, "<p>And %d more, in the results.</p>\n", failures - shown);
    text_add(out, "</details>\n");
}

/* ---- provenance ---- */

static void add_provenance(struct text *out, const struct report_part *p)
{
    const struct config *c = &p->results->provenance;
    const char *command = config_get(c, "command_line");

    text_add(out, "<h3>Provenance</h3>\n<p>Made by</p>\n<pre><code>");
    html_add(out, command ? command : "normlab run");
    text_add(out,
             "</code></pre>\n<details><summary>Source, machine, libraries, data</summary>\n<dl>\n");
    add_term(out, "results", p->plan->name, true);
    for (int i = 0; i < c->count; i++)
        if (strcmp(c->item[i].key, "command_line"))
            add_term(out, c->item[i].key, c->item[i].value, true);
    text_add(out, "</dl></details>\n");
}

int section_add(struct text *out, const struct report_part *p, const char *root)
{
    const struct plan *e = p->plan;
    char *stale = verdicts_stale(p->verdicts), *dirty = verdicts_dirty(p->verdicts);
    int bad;

    text_add(out, "<section id=\"%s\">\n<h2><span class=\"soft\">%s</span> ", e->name, e->name);
    html_add(out, e->title);
    text_add(out, "</h2>\n");
    add_element(out, "p", e->question);
    text_add(out, "\n");
    if (stale)
        add_element(out, "p", stale);
    if (dirty)
        add_element(out, "p", dirty);
    free(stale);
    free(dirty);
    if (p->verdicts->left_out)
        add_element(out, "p", p->verdicts->left_out);
    add_description(out, &p->setup);
    add_notes(out, p);
    bad = add_figures(out, p, root, 0, p->figures - 1);
    add_tables(out, p);
    add_verdicts(out, p->verdicts);
    if (!bad)
        bad = add_figures(out, p, root, p->figures - 1, p->figures);
    add_failures(out, p->results);
    add_provenance(out, p);
    text_add(out, "</section>\n");
    return bad;
}
