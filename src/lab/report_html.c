/* The page: its head, the ledger on top, the experiments below (report_section.c). */
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "lab/markup.h"
#include "lab/report.h"
#include "lab/report_section.h"
#include "report_css.h"
#include <stdlib.h>
#include <string.h>

/* ---- counts ---- */

static void count_all(const struct report *r, int n[VERDICTS])
{
    for (int i = 0; i < r->count; i++)
        verdicts_count(&r->verdicts[i], NULL, n);
}

static void add_count(struct text *out, enum verdict v, int n, const char *means)
{
    text_add(out, "<div class=\"%s\"><b>%d</b> %s<br><span>%s</span></div>\n", verdict_class(v), n,
             verdict_name[v], means);
}

/* ---- the ledger ---- */

static void add_chips(struct text *out, const int n[VERDICTS], const struct claim_row *row)
{
    text_add(out, "<span class=\"chips\">");
    for (int v = 0; v < VERDICTS; v++)
        if (n[v])
            text_add(out, "<span class=\"v %s\">%d %s</span>", verdict_class((enum verdict)v), n[v],
                     verdict_name[v]);
    if (row->test)
        text_add(out, "<span class=\"v supported\">by test</span>");
    if (row->missing)
        text_add(out, "<span class=\"v not-run\">no experiment yet</span>");
    text_add(out, "</span>");
}

static void add_sentence(struct text *out, const struct claim_row *row)
{
    text_add(out, "<span class=\"what\"><b>");
    html_add(out, row->id);
    text_add(out, "</b>: ");
    html_add(out, row->text);
    text_add(out, " <span class=\"soft\">[");
    html_add(out, row->from);
    text_add(out, "]</span></span>");
}

static bool is_reported(const struct report *r, const struct verdicts *v)
{
    for (int i = 0; i < r->parts; i++)
        if (r->part[i].verdicts == v)
            return true;
    return false;
}

/* A claim in one line, with the way to its evidence. */
static void add_brief(struct text *out, const struct report *r, const struct verdicts *v, int i)
{
    const struct judgement *j = &v->judgement[i];
    struct text t = {0};

    text_add(out, "<li>");
    chip_add(out, j);
    text_add(out, " ");
    claim_print(&v->experiment->claims[i], &t);
    html_add(out, text_str(&t));
    text_clear(&t);
    text_add(out, "<div class=\"evidence soft\">");
    if (j->verdict != NOT_RUN)
        evidence_add(out, &v->experiment->claims[i], j);
    if (is_reported(r, v))
        text_add(out, "<a href=\"#%s-%d\">%s</a>", v->experiment->name, i + 1, v->experiment->name);
    else
        text_add(out, "<code>normlab run %s</code>", v->experiment->name);
    text_add(out, "</div></li>\n");
}

static void add_row(struct text *out, const struct report *r, const struct claim_row *row)
{
    int n[VERDICTS] = {0}, all = 0;

    for (int i = 0; i < r->count; i++)
        verdicts_count(&r->verdicts[i], row->id, n);
    for (int v = 0; v < VERDICTS; v++)
        all += n[v];
    text_add(out, all || row->test ? "<li><details><summary>" : "<li><div class=\"row\">");
    add_sentence(out, row);
    add_chips(out, n, row);
    if (!all && !row->test) {
        text_add(out, "</div></li>\n");
        return;
    }
    text_add(out, "</summary>\n<ul class=\"inner\">\n");
    for (int i = 0; i < r->count; i++)
        for (int k = 0; k < r->verdicts[i].count; k++)
            if (strcmp(r->verdicts[i].experiment->claims[k].id, row->id) == 0)
                add_brief(out, r, &r->verdicts[i], k);
    if (row->test) {
        text_add(out, "<li>Holds by arithmetic, which a test checks: <code>");
        html_add(out, row->test);
        text_add(out, "</code></li>\n");
    }
    text_add(out, "</ul></details></li>\n");
}

/* ---- the first screen ---- */

static const char lead[] =
    "<p class=\"lead\">Normalization layers (BatchNorm, LayerNorm, GroupNorm, InstanceNorm and their "
    "kin) are part of most neural networks, and much is claimed of them. Here each claim is restated "
    "as a comparison: two settings that differ in one thing, trained several times from different "
    "random seeds, with a margin fixed beforehand. The verdict is what the seeds say.</p>\n";

static void add_head(struct text *out, const struct report *r)
{
    int n[VERDICTS] = {0}, trials = 0, rows = 0;

    count_all(r, n);
    for (int i = 0; i < r->parts; i++)
        trials += r->part[i].results->records;
    while (r->rows[rows].id)
        rows++;
    text_add(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>normlab: what normalization layers do</title>\n<style>\n%s</style>\n</head>\n"
        "<body>\n<header>\n<h1>What normalization layers do: %d claims put to the test</h1>\n%s"
        "<p class=\"soft\">%d trainings in %d experiments; %d comparisons. Each row below opens. In "
        "brackets: who makes the claim; N0 to N4 are the five notes that these claims were collected "
        "from.</p>\n",
        embedded_text, rows, lead, trials, r->parts,
        n[SUPPORTED] + n[REFUTED] + n[INCONCLUSIVE] + n[NOT_RUN]);
    text_add(out, "<div class=\"counts\">\n");
    add_count(out, SUPPORTED, n[SUPPORTED], "the whole 95 % interval is where the claim says");
    add_count(out, REFUTED, n[REFUTED], "the whole interval is where it says it is not");
    add_count(out, INCONCLUSIVE, n[INCONCLUSIVE], "the interval holds both; more seeds may tell");
    if (n[NOT_RUN])
        add_count(out, NOT_RUN, n[NOT_RUN], "no results of these here");
    text_add(out, "</div>\n</header>\n");
}

static void add_reading(struct text *out)
{
    text_add(
        out,
        "<details><summary class=\"soft\">How the verdicts are reached</summary>\n"
        "<p>Trainings of two settings share their seeds: the same data order, the same first "
        "weights. The effect is the mean difference over these pairs, with a 95 %% interval whose "
        "ends are the farther ones of Student's t and of Hall's correction of it for skew, which together "
        "cover the truth 93 to 97 times in 100 in simulation, of skewed values too. "
        "<b>p</b> is two-sided and goes with the interval; <b>by Holm</b> it is corrected for all "
        "claims of its experiment, and a verdict that this does not leave standing has a star. "
        "Trainings that diverge count as what they are: lost. What would settle an inconclusive "
        "verdict is reckoned for a power of 80 %%, if difference and spread stay as seen.</p>\n"
        "</details>\n");
}

static void add_contents(struct text *out, const struct report *r)
{
    text_add(out, "<nav aria-label=\"Experiments\"><h3>Experiments</h3>\n<ul>\n");
    for (int i = 0; i < r->parts; i++) {
        text_add(out, "<li><a href=\"#%s\">", r->part[i].experiment->name);
        html_add(out, r->part[i].experiment->title);
        text_add(out, "</a></li>\n");
    }
    text_add(out, "</ul></nav>\n");
}

int report_write_html(const struct report *r)
{
    char *path = report_html_path(r->root);
    struct text page = {0};
    int bad = 0;

    add_head(&page, r);
    text_add(&page, "<main>\n<ul class=\"ledger\">\n");
    for (const struct claim_row *row = r->rows; row->id; row++)
        add_row(&page, r, row);
    text_add(&page, "</ul>\n");
    add_reading(&page);
    add_contents(&page, r);
    for (int i = 0; i < r->parts && !bad; i++)
        bad = section_add(&page, &r->part[i], r->root);
    text_add(&page, "</main>\n</body>\n</html>\n");
    if (!bad)
        bad = file_write(path, page.s, page.length);
    text_clear(&page);
    free(path);
    return bad;
}
