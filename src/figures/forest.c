#include "figures/forest.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Estimates for dividing rows into pages; templates/forest.gp computes the real sizes. They are the height of all rows
 * of a page, and the fraction of the page's width that a claim's text has: beside the intervals on a wide page, above
 * them on a narrow one. */
#define PAGE_INCHES 7.6
#define TEXT_BESIDE 0.42
#define TEXT_ABOVE  0.95

char *forest_name(int i)
{
    return i ? format_new("%s_%d", FOREST_NAME, i + 1) : xstrdup(FOREST_NAME);
}

/* True when claim i gets a row: it compares two cells, was judged, and neither cell has several trials of a seed. */
static bool has_row(const struct verdicts *v, int i)
{
    return v->claims[i].kind <= CLAIM_SAME && v->judgement[i].verdict != NOT_RUN &&
           !v->judgement[i].paired.ambiguous;
}

/* ---- pages ---- */

/* Adds the text of the claim's row: the claim, and what it is judged by where that is not the drawn interval. */
static void add_label(const struct verdicts *v, int i, struct text *out)
{
    const struct judgement *j = &v->judgement[i];
    const struct paired *p = &j->paired;

    claim_print(&v->claims[i], out);
    if (j->by_shares)
        text_add(out, " (judged by how many of %d seeds learn: %d against %d)", p->pairs,
                 p->learn_a, v->claims[i].b ? p->learn_b : p->pairs);
    if (j->ranked)
        text_add(out, " (judged by ranks)");
}

/* Returns about how many inches high the rows of the first n claims are, one below the other. */
static double rows_inches(const struct verdicts *v, int n, const struct plot_page *page)
{
    double width = page->width > 0 ? page->width : 7;
    double line = 1.2 * (page->font_size > 0 ? page->font_size : 8) / 72, all = 0;
    double letters =
        (width >= 5 ? TEXT_BESIDE : TEXT_ABOVE) * width / (line / 2.4); /* that fit in a line */

    for (int i = 0; i < n; i++) {
        struct text label = {0};

        add_label(v, i, &label);
        if (has_row(v, i))
            all += (ceil((double)label.length / letters) + (width >= 5 ? 0.45 : 2.5)) * line;
        text_clear(&label);
    }
    return all;
}

int forest_pages(const struct verdicts *v, const struct plot_page *page)
{
    return (int)ceil(rows_inches(v, v->count, page) / PAGE_INCHES);
}

/* ---- a page ---- */

/* Returns the panel of the claim's unit; adds the panel when there is none. */
static int panel_of(struct plot_figure *f, const struct claim *c)
{
    const char *unit = measure_difference_unit(&c->of);
    char *label = c->ratio ? xstrdup("ratio")
                  : *unit  ? format_new("difference in %s", unit)
                           : xstrdup("difference");
    int p = 0;

    while (p < f->panels && strcmp(f->panel[p].x_label, label) != 0)
        p++;
    if (p == f->panels) {
        plot_add_panel(f, NULL);
        f->panel[p].x_label = xstrdup(label);
        f->panel[p].ratio = c->ratio;
    }
    free(label);
    return p;
}

/* Returns the number that is drawn for a difference d: for a claim by ratio, whose d is a natural logarithm, the
 * ratio. */
static double drawn(const struct claim *c, double d)
{
    return c->ratio ? exp(d) : d;
}

/* Returns the lower end of the region in which the claim says that the mean lies, as a drawn number. */
static double margin_low(const struct claim *c)
{
    if (c->kind == CLAIM_LESS)
        return c->ratio ? 0 : -INFINITY;
    return c->kind == CLAIM_MORE ? c->margin : c->ratio ? 1 / c->margin : -c->margin;
}

static void add_claim(struct plot_figure *f, const struct verdicts *v, int i)
{
    const struct claim *c = &v->claims[i];
    const struct judgement *j = &v->judgement[i];
    const struct interval *d = &j->paired.difference;
    const char *verdict = verdict_name[j->verdict];
    int panel = panel_of(f, c), series = plot_series_index(f, verdict, verdict, LOOK_LINE);
    int x = f->categories + 1, unsuccessful = paired_unsuccessful(&j->paired);
    struct text label = {0};

    add_label(v, i, &label);
    array_add(f->category, f->categories) = label.s;
    plot_add_row(f, (struct plot_row){PLOT_MEAN, panel, series, x, drawn(c, d->mean),
                                      drawn(c, d->low), drawn(c, d->high)});
    plot_add_row(f, (struct plot_row){PLOT_MARGIN, panel, series, x, NAN, margin_low(c),
                                      c->kind == CLAIM_MORE ? INFINITY : c->margin});
    plot_add_row(f, (struct plot_row){PLOT_TRIALS, panel, series, x, d->n, NAN, NAN});
    if (unsuccessful)
        plot_add_row(
            f, (struct plot_row){PLOT_UNSUCCESSFUL, panel, series, x, unsuccessful, NAN, NAN});
    if (verdict_is_weak(j))
        plot_add_row(f, (struct plot_row){PLOT_STAR, panel, series, x, 1, NAN, NAN});
}

void forest_build(struct plot_figure *f, const struct verdicts *v, const struct plot_page *page,
                  int i)
{
    struct verdict_count count = ledger_count(v, 1, NULL);
    bool weak = count.weak[SUPPORTED] + count.weak[REFUTED] > 0;
    double all = rows_inches(v, v->count, page);
    int pages = forest_pages(v, page);

    *f = (struct plot_figure){
        .template = PLOT_FOREST,
        .page = *page,
        .name = forest_name(i),
        .title = pages > 1
                     ? format_new("%s: the claims, page %d of %d", v->plan->name, i + 1, pages)
                     : format_new("%s: the claims", v->plan->name),
        .caption = format_new(
            "mean differences over paired seeds with 95 %% intervals; shaded: where the claim says "
            "that they are%s",
            weak ? "; *: does not hold when corrected for the number of claims" : "")};
    /* Pages are about equally full. */
    for (int k = 0; k < v->count; k++)
        if (has_row(v, k) && fmin(floor(rows_inches(v, k, page) / all * pages), pages - 1) == i)
            add_claim(f, v, k);
}
