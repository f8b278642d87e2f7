/* Writes the front page of the report: what was asked, the answers, and on what trainings they rest. */
#include "base/arena.h"
#include "base/list.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report/report_page.h"
#include <stdlib.h>
#include <string.h>

/* the title, and the questions below it, are those of at most this many experiments */
enum { EXPERIMENTS_NAMED = 3 };

/* ---- the head of the page ---- */

/* Returns the title of the page: that of the report or, without one, those of its experiments. A new string. */
static char *title_of(const struct report *r)
{
    struct text t = {0};

    if (r->title)
        return xstrdup(r->title);
    for (int i = 0; i < r->sections && i < EXPERIMENTS_NAMED; i++)
        text_add_item(&t, "; ", "%s", r->section[i].plan->title);
    if (r->sections > EXPERIMENTS_NAMED)
        text_add(&t, "; and %d more", r->sections - EXPERIMENTS_NAMED);
    return t.s ? t.s : xstrdup("");
}

/* Adds what was asked: a sentence about all claims when the report has a title, else the experiments' questions. */
static void add_asked(struct text *out, const struct report *r)
{
    if (r->title)
        text_add(
            out,
            "<p class=\"lead\">Claims of the literature, answered by trainings. Numbers are means over paired seeds, "
            "with 95 %% intervals in brackets.</p>\n");
    for (int i = 0; !r->title && i < r->sections && i < EXPERIMENTS_NAMED; i++) {
        text_add(out, "<p class=\"lead\">");
        html_add(out, r->section[i].plan->question);
        text_add(out, "</p>\n");
    }
}

/* Adds the number of comparisons with each verdict. */
static void add_tally(struct text *out, const struct verdict_count *n)
{
    int weak = 0;

    text_add(out, "<p>%d comparison%s: ", n->all, plural(n->all));
    for (enum verdict v = 0; v < VERDICTS; v++) {
        char *words = format_new("%d %s", n->of[v], verdict_name[v]);

        if (n->of[v])
            page_chip(out, v, words);
        text_add(out, n->of[v] ? " " : "");
        weak += n->weak[v];
        free(words);
    }
    if (weak)
        text_add(
            out,
            "<span class=\"soft\">%d (*) do not hold when corrected for many comparisons</span>",
            weak);
    text_add(out, "</p>\n");
}

/* Adds which rows are not settled: of their comparisons, at least as many are open as have another verdict. When no
 * comparison is open, adds that all are settled. */
static void add_unsettled(struct text *out, const struct report *r, const struct verdict_count *all)
{
    int n = 0;

    for (const struct claim_row *row = r->rows; row->id; row++) {
        struct verdict_count c = ledger_count(r->verdicts, r->count, row->id);

        if (!c.of[OPEN] || c.of[OPEN] < c.of[SUPPORTED] + c.of[REFUTED] + c.of[ABOUT_MARGIN])
            continue;
        text_add(
            out,
            n++ ? ", "
                : "<p class=\"remark\"><b>Not settled</b>, in half of their comparisons or more: ");
        text_add(out, "<a href=\"#");
        html_add(out, row->id);
        text_add(out, "\">");
        html_add(out, row->id);
        text_add(out, "</a> (%d of %d)", c.of[OPEN], c.all - c.of[NOT_RUN]);
    }
    if (n)
        text_add(out, ".</p>\n");
    else if (all->all > all->of[NOT_RUN] && !all->of[OPEN])
        text_add(out, "<p class=\"remark\">All comparisons are settled.</p>\n");
}

/* Adds a remark for each experiment of which some trials have other settings than the preset. */
static void add_overridden(struct text *out, const struct report *r)
{
    for (int i = 0; i < r->sections; i++) {
        char *others = verdicts_others(r->section[i].verdicts);

        if (others) {
            text_add(out, "<p class=\"remark\"><a href=\"report/%s.html\">%s</a>: ",
                     r->section[i].plan->name, r->section[i].plan->name);
            html_add(out, others);
            text_add(out, "</p>\n");
        }
        free(others);
    }
}

void front_begin(struct report_writer *w)
{
    const struct report *r = w->report;
    char *results = format_new("%s/results", r->root), *title = title_of(r);
    struct text *out = &w->document;
    int published;

    folder_sweep(results); /* removes temporary files of runs that no longer exist */
    page_style(w);
    published = w->bad ? 0 : published_write(w);
    page_begin(out, title, NULL);
    text_add(out, "<header>\n");
    page_element(out, "h1", title);
    text_add(out, "\n");
    add_asked(out, r);
    add_overridden(out, r);
    if (w->totals.verdicts.all)
        add_tally(out, &w->totals.verdicts);
    add_unsettled(out, r, &w->totals.verdicts);
    text_add(
        out,
        "<p><a href=\"#experiments\">Experiments</a> &#xB7; <a href=\"#method\">How to read this</a>");
    if (published)
        text_add(out, " &#xB7; <a href=\"report/" PUBLISHED_NAME ".html\">%d published value%s</a>",
                 published, plural(published));
    text_add(out, " &#xB7; <a href=\"#sources\">Sources</a></p>\n</header>\n<main>\n");
    free(title);
    free(results);
}

/* ---- claims ---- */

void front_ledger_begin(struct report_writer *w)
{
    text_add(&w->document, "<ul class=\"answers\">\n");
}

void front_ledger_unanswered(struct report_writer *w)
{
    text_add(&w->document, "</ul>\n<details><summary>Claims without results here</summary>\n"
                           "<ul class=\"answers\">\n");
    w->folded = true;
}

/* Adds links to the pages of the experiments that have claims of the row. */
static void add_links(struct text *out, const struct report *r, const char *id)
{
    for (int i = 0; i < r->sections; i++) {
        const struct verdicts *v = r->section[i].verdicts;

        if (ledger_count(v, 1, id).all)
            text_add(out, " <a href=\"report/%s.html#verdicts\">%s</a>", v->plan->name,
                     v->plan->name);
    }
}

void front_row(struct report_writer *w, const struct report_row *row)
{
    const struct report *r = w->report;
    const char *id = row->row->id;
    struct text *out = &w->document, answer = {0};

    ledger_print_answer(r->verdicts, r->count, id, &answer);
    text_add(out, "<li id=\"");
    html_add(out, id);
    text_add(out, "\">");
    spark_add(out, r->verdicts, r->count, id);
    if (answer.length) {
        text_add(out, "<p class=\"answer\">");
        html_add(out, answer.s);
        text_add(out, "</p>\n");
    } else if (row->row->test) {
        text_add(out, "<p class=\"answer\">This follows from arithmetic; a test checks it: ");
        page_element(out, "code", row->row->test);
        text_add(out, "</p>\n");
    }
    text_add(out, "<p class=\"said\"><b>");
    html_add(out, id);
    text_add(out, "</b> &#x201C;");
    html_add(out, row->row->text);
    text_add(out, "&#x201D; <span class=\"soft\">[");
    html_add(out, row->row->from);
    text_add(out, "]</span> ");
    if (row->row->test && answer.length) {
        page_element(out, "code", row->row->test);
        text_add(out, " ");
    }
    for (int i = 0; i < row->counts; i++) {
        page_chip(out, row->count[i].verdict, row->count[i].words);
        text_add(out, " ");
    }
    add_links(out, r, id);
    text_add(out, "</p></li>\n");
    text_clear(&answer);
}

void front_ledger_end(struct report_writer *w)
{
    text_add(&w->document, w->folded ? "</ul></details>\n" : "</ul>\n");
    w->folded = false;
}

/* ---- the rest ---- */

void front_method(struct report_writer *w)
{
    text_add(
        &w->document,
        "<h2 id=\"method\">How to read this</h2>\n<p>A sentence gives the first comparison of its claim that the "
        "experiments name, with its number whatever came out. The bars beside it are the 95 %% intervals "
        "of the claim's comparisons; the line is no difference. Then come the claim's words, their "
        "sources, and how many of the comparisons have which verdict.</p>\n"
        "<details><summary>How the verdicts are reached</summary>\n<dl>\n");
    for (int i = 0; report_method[i].term; i++)
        page_term(&w->document, report_method[i].term, report_method[i].words, false);
    text_add(&w->document, "</dl>\n</details>\n");
}

void front_contents(struct report_writer *w)
{
    text_add(&w->document, "<h2 id=\"experiments\">Experiments</h2>\n");
    scope_add(&w->document, w->report, &w->totals);
    text_add(&w->document, "<ul class=\"contents\">\n");
    for (int i = 0; i < w->report->sections; i++) {
        const struct plan *plan = w->report->section[i].plan;

        text_add(&w->document, "<li><a href=\"report/%s.html\">", plan->name);
        html_add(&w->document, plan->title);
        text_add(&w->document, "</a> <span class=\"soft\">%s</span></li>\n", plan->name);
    }
    text_add(&w->document, "</ul>\n");
}

/* True when the text cites the note, as "N0 N1; Wu & He 2018" cites N1. */
static bool cites(const char *text, const char *note)
{
    size_t n = strlen(note);

    for (const char *s = strstr(text, note); s; s = strstr(s + 1, note))
        if ((s == text || strchr(" ,;", s[-1])) && (!s[n] || strchr(" ,;", s[n])))
            return true;
    return false;
}

/* True when a row of the ledger or a claim cites the note. */
static bool is_cited(const struct report *r, const char *note)
{
    for (const struct claim_row *row = r->rows; row->id; row++)
        if (cites(row->from, note))
            return true;
    for (int i = 0; i < r->count; i++)
        for (int k = 0; k < r->verdicts[i].count; k++)
            if (cites(r->verdicts[i].claims[k].source, note))
                return true;
    return false;
}

/* Adds to `sources` the parts of a text such as "N0 N1; Wu & He 2018" that are not a list of notes: "Wu & He 2018". */
static void add_sources_of(struct list *sources, const char *text)
{
    struct list parts = {0};

    list_split(&parts, text, ";");
    for (int i = 0; i < parts.count; i++) {
        const char *part = parts.item[i] + strspn(parts.item[i], " ");
        bool notes = part[0] == 'N' && part[1] >= '0' && part[1] <= '9';

        if (!notes && *part)
            list_add_new(sources, part);
    }
    list_clear(&parts);
}

/* Adds the notes that are cited, with their titles, and the other sources. */
static void add_sources(struct text *out, const struct report *r)
{
    struct list sources = {0};
    bool any = false;

    for (int i = 0; i < r->count; i++)
        for (int k = 0; k < r->verdicts[i].count; k++)
            add_sources_of(&sources, r->verdicts[i].claims[k].source);
    for (const struct claim_row *row = r->rows; row->id; row++)
        add_sources_of(&sources, row->from);
    list_sort(&sources);
    text_add(out, "<h2 id=\"sources\">Sources</h2>\n");
    for (int i = 0; r->notes && r->notes[i].id; i++) {
        if (!is_cited(r, r->notes[i].id))
            continue;
        text_add(out, any ? "" : "<dl>\n");
        page_term(out, r->notes[i].id, r->notes[i].title, false);
        any = true;
    }
    text_add(out, any ? "</dl>\n" : "");
    if (sources.count)
        text_add(out, "<ul class=\"contents soft\">\n");
    for (int i = 0; i < sources.count; i++) {
        page_element(out, "li", sources.item[i]);
        text_add(out, "\n");
    }
    text_add(out, sources.count ? "</ul>\n" : "");
    list_clear(&sources);
}

void front_end(struct report_writer *w)
{
    struct text *out = &w->document;

    add_sources(out, w->report);
    text_add(out, "<p class=\"soft\">The same for LaTeX: <code>report/report.tex</code>.</p>\n");
    page_end(w, out, report_html_path(w->report->root));
}
