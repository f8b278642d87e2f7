#include "figures/forest.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The height that rows may take up, and the parts of the page's width that text has beside intervals and without
 * them; the template measures anew. */
#define PAGE_INCHES 7.6
#define TEXT_BESIDE 0.42
#define TEXT_ABOVE  0.95

char *forest_name(int i)
{
    return i ? format_new("%s_%d", FOREST_NAME, i + 1) : xstrdup(FOREST_NAME);
}

/* True when the claim gets a row: it compares two values, was judged, and no cell has several trials of a seed. */
static bool has_row(const struct verdicts *v, int i)
{
    return v->claims[i].kind <= CLAIM_SAME && v->judgement[i].verdict != NOT_RUN &&
           !v->judgement[i].paired.ambiguous;
}

/* ---- pages ---- */

/* About how many inches the claim's row is high. */
static double row_inches(const struct claim *c, const struct plot_page *page)
{
    double width = page->width > 0 ? page->width : 7;
    double line = 1.2 * (page->font_size > 0 ? page->font_size : 8) / 72;
    double letters = (width >= 5 ? TEXT_BESIDE : TEXT_ABOVE) * width / (line / 2.4);
    struct text label = {0};
    double lines;

    claim_print(c, &label);
    lines = ceil((double)label.length / letters) + (width >= 5 ? 0.45 : 2.5);
    text_clear(&label);
    return lines * line;
}

/* Returns the number of pages. of: NULL, or an array: the page of each claim that has a row; pages are about equally
 * full. */
static int divide(const struct verdicts *v, const struct plot_page *page, int *of)
{
    double all = 0, before = 0;
    int pages;

    for (int i = 0; i < v->count; i++)
        all += has_row(v, i) ? row_inches(&v->claims[i], page) : 0;
    pages = (int)ceil(all / PAGE_INCHES);
    for (int i = 0; i < v->count && of; i++) {
        of[i] = has_row(v, i) ? (int)fmin(floor(before / all * pages), pages - 1) : -1;
        before += has_row(v, i) ? row_inches(&v->claims[i], page) : 0;
    }
    return pages;
}

int forest_pages(const struct verdicts *v, const struct plot_page *page)
{
    return divide(v, page, NULL);
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
    if (p < f->panels) {
        free(label);
        return p;
    }
    plot_add_panel(f, NULL);
    f->panel[p].x_label = label;
    f->panel[p].ratio = c->ratio;
    return p;
}

/* Returns the number that is drawn for a difference: for a claim by ratio, d is a logarithm and the ratio is drawn. */
static double drawn(const struct claim *c, double d)
{
    return c->ratio ? exp(d) : d;
}

/* Sets low and high to what the claim leaves for the mean. */
static void set_margin(const struct claim *c, struct plot_row *row)
{
    row->kind = PLOT_MARGIN;
    row->low = c->ratio ? 0 : -INFINITY;
    row->high = INFINITY;
    if (c->kind == CLAIM_MORE || c->kind == CLAIM_SAME)
        row->low = c->kind == CLAIM_MORE ? c->margin : c->ratio ? 1 / c->margin : -c->margin;
    if (c->kind == CLAIM_LESS || c->kind == CLAIM_SAME)
        row->high = c->margin;
}

static void add_claim(struct plot_figure *f, const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->paired.difference;
    const char *verdict = verdict_name[j->verdict];
    int lost = paired_unsuccessful(&j->paired);
    struct text label = {0};
    struct plot_row row = {.kind = PLOT_MEAN,
                           .panel = panel_of(f, c),
                           .series = plot_series_index(f, verdict, verdict, LOOK_LINE)};

    claim_print(c, &label);
    array_add(f->category, f->categories) = label.s;
    row.x = f->categories;
    row.y = drawn(c, d->mean);
    row.low = drawn(c, d->low);
    row.high = drawn(c, d->high);
    plot_add_row(f, row);
    row.y = NAN;
    set_margin(c, &row);
    plot_add_row(f, row);
    row.low = row.high = NAN;
    row.kind = PLOT_TRIALS;
    row.y = d->n;
    plot_add_row(f, row);
    row.kind = PLOT_LOST;
    row.y = lost;
    if (lost)
        plot_add_row(f, row);
    row.kind = PLOT_STAR;
    row.y = 1;
    if (verdict_is_weak(j))
        plot_add_row(f, row);
}

void forest_build(struct plot_figure *f, const struct verdicts *v, const struct plot_page *page,
                  int i)
{
    struct verdict_count count = ledger_count(v, 1, NULL);
    bool weak = count.weak[SUPPORTED] + count.weak[REFUTED] > 0;
    int *of = xcalloc((size_t)v->count + 1, sizeof *of), pages = divide(v, page, of);

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
    for (int k = 0; k < v->count; k++)
        if (of[k] == i)
            add_claim(f, &v->claims[k], &v->judgement[k]);
    free(of);
}
