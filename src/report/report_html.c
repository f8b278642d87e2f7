/* The page: its head, the ledger on top, the experiments below (report_section.c). */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report/report.h"
#include "report/report_section.h"
#include "report_css.h"
#include <stdlib.h>
#include <string.h>

/* ---- counts ---- */

/* Is there an answer, of whatever kind? */
static bool is_answered(const struct claim_row *row, const struct verdict_count *n)
{
    return row->test || n->of[SUPPORTED] + n->of[REFUTED] + n->of[INCONCLUSIVE] > 0;
}

static void add_count(struct text *out, enum verdict v, const struct verdict_count *n,
                      const char *means)
{
    text_add(out, "<div class=\"%s\"><b>%d</b> %s<br><span>%s", verdict_class(v), n->of[v],
             verdict_name[v], means);
    if (n->weak[v])
        text_add(
            out,
            "; %d of them (*) not when corrected for the number of comparisons of their experiment",
            n->weak[v]);
    text_add(out, "</span></div>\n");
}

/* ---- the ledger ---- */

static void add_chip(struct text *out, enum verdict v, int count, const char *star)
{
    if (count)
        text_add(out, "<span class=\"v %s\">%d %s%s</span>", verdict_class(v), count,
                 verdict_name[v], star);
}

static void add_chips(struct text *out, const struct verdict_count *n, const struct claim_row *row)
{
    text_add(out, "<span class=\"chips\">");
    for (int v = 0; v < VERDICTS; v++) {
        add_chip(out, v, n->of[v] - n->weak[v], "");
        add_chip(out, v, n->weak[v], "*");
    }
    if (row->test)
        text_add(out, "<span class=\"v supported\">shown by a test</span>");
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
    claim_print(&v->claims[i], &t);
    html_add(out, text_str(&t));
    text_clear(&t);
    text_add(out, "<div class=\"evidence soft\">");
    if (j->verdict != NOT_RUN)
        evidence_add(out, &v->claims[i], j);
    if (is_reported(r, v))
        text_add(out, "<a href=\"#%s-%d\">%s</a>", v->plan->name, i + 1, v->plan->name);
    else
        text_add(out, "<code>normlab %s %s</code>", v->run ? "report" : "run", v->plan->name);
    text_add(out, "</div></li>\n");
}

static void add_row(struct text *out, const struct report *r, const struct claim_row *row)
{
    struct verdict_count n = ledger_count(r->verdicts, r->count, row->id);
    bool opens = is_answered(row, &n) || n.of[NOT_RUN] > 0;

    text_add(out, opens ? "<li><details><summary>" : "<li><div class=\"row\">");
    add_sentence(out, row);
    add_chips(out, &n, row);
    if (!opens) {
        text_add(out, "</div></li>\n");
        return;
    }
    text_add(out, "</summary>\n<ul class=\"inner\">\n");
    for (int i = 0; i < r->count; i++)
        for (int k = 0; k < r->verdicts[i].count; k++)
            if (strcmp(r->verdicts[i].claims[k].id, row->id) == 0)
                add_brief(out, r, &r->verdicts[i], k);
    if (row->test) {
        text_add(out, "<li>Holds by arithmetic, which a test checks: <code>");
        html_add(out, row->test);
        text_add(out, "</code></li>\n");
    }
    text_add(out, "</ul></details></li>\n");
}

/* The rows that are answered, or those that are not. */
static void add_rows(struct text *out, const struct report *r, bool answered)
{
    bool any = false;

    for (const struct claim_row *row = r->rows; row->id; row++) {
        struct verdict_count n = ledger_count(r->verdicts, r->count, row->id);

        if (is_answered(row, &n) != answered)
            continue;
        if (!any)
            text_add(out, "%s<ul class=\"ledger\">\n",
                     answered ? "" : "<h3>Without results here</h3>\n");
        any = true;
        add_row(out, r, row);
    }
    text_add(out, any ? "</ul>\n" : "");
}

/* ---- the first screen ---- */

static const char lead[] =
    "<p class=\"lead\">Normalization layers (BatchNorm, LayerNorm, GroupNorm, InstanceNorm and their "
    "kin) are part of most neural networks, and much is claimed of them. Here each claim is restated "
    "as comparisons of two settings, trained several times from different random seeds, with a margin that "
    "the difference is to exceed, or to stay within. The verdict is what the seeds say.</p>\n";

static void add_boxes(struct text *out, const struct verdict_count *n)
{
    text_add(out, "<div class=\"counts\">\n");
    add_count(out, SUPPORTED, n,
              "the 95 % interval of the effect lies wholly where the claim says");
    add_count(out, REFUTED, n, "the interval lies wholly elsewhere");
    add_count(
        out, INCONCLUSIVE, n,
        "the interval reaches to both sides of the margin; the row says what would settle it");
    if (n->of[NOT_RUN])
        add_count(out, NOT_RUN, n, "no results of these here");
    text_add(out, "</div>\n");
}

static void add_head(struct text *out, const struct report *r)
{
    struct verdict_count n = ledger_count(r->verdicts, r->count, NULL);
    int rows = 0, answered = 0, trainings = 0, run = 0;

    for (int i = 0; i < r->count; i++) {
        trainings += r->verdicts[i].trainings;
        run += r->verdicts[i].run;
    }
    for (; r->rows[rows].id; rows++) {
        struct verdict_count own = ledger_count(r->verdicts, r->count, r->rows[rows].id);

        answered += is_answered(&r->rows[rows], &own);
    }
    text_add(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>normlab: what normalization layers do</title>\n<style>\n%s</style>\n</head>\n"
        "<body>\n<header>\n<h1>What normalization layers do: %d of %d claims put to the test</h1>\n%s"
        "<p class=\"soft\">%d trainings in %d experiment%s; %d comparisons with these verdicts:</p>\n",
        embedded_text, answered, rows, lead, trainings, run, run == 1 ? "" : "s", n.all);
    add_boxes(out, &n);
    text_add(
        out,
        "<p class=\"soft\">The claims, each with the verdicts on its comparisons (&#x25B8; opens them). "
        "In brackets: who makes the claim; N0 to N4 are the five notes that the claims were "
        "collected from.</p>\n</header>\n");
}

static void add_reading(struct text *out)
{
    text_add(
        out,
        "<details><summary class=\"soft\">How the verdicts are reached</summary>\n"
        "<p>Trainings of two settings share their seeds: the same data order, the same first "
        "weights. The effect is the mean difference over these pairs, with a 95 %% interval whose "
        "ends are the farther ones of Student's t and of Hall's correction of it for skew, which together "
        "cover the truth 93 to 98 times in 100 in simulation, of normal values and of skewed ones up to the "
        "exponential. With five seeds that is in the median 1.27 times as wide as by Student's t alone, and up to "
        "2.6 times: some comparisons are inconclusive for this alone; what Student's t says stands beside "
        "each one's seeds. Where an axis or the points of measuring leave the value open, as a learning rate "
        "between two that were tried, the interval takes that in. "
        "<b>p</b> is two-sided and goes with the interval; <b>by Holm</b> it is corrected for all "
        "claims of its experiment, and a verdict that this does not leave standing has a star. "
        "<b>At the best of its rates</b>: at the rate with the least test error, chosen for each seed, from the rates "
        "that were tried, even where that is the first or the last. "
        "Trainings that diverge count as what they are: lost, and worse than any; where they are all there is, "
        "ranks tell. A seed is one set of random numbers; a margin is what a claim asks the effect to "
        "exceed, or to stay within. Claims and margins stand in the experiments' source; where one was "
        "reworded after a run, the notes of its experiment say so. What would settle an inconclusive "
        "verdict is reckoned for a power of 80 %%, if difference and spread stay as seen.</p>\n"
        "</details>\n");
}

static void add_contents(struct text *out, const struct report *r)
{
    text_add(out, "<nav aria-label=\"Experiments\"><h3>Experiments</h3>\n<ul>\n");
    for (int i = 0; i < r->parts; i++) {
        text_add(out, "<li><a href=\"#%s\">", r->part[i].plan->name);
        html_add(out, r->part[i].plan->title);
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
    text_add(&page, "<main>\n");
    add_rows(&page, r, true);
    add_rows(&page, r, false);
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
