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

/* Returns what the axis of the claim's unit is called, in a new string. */
static char *axis_label(const struct claim *c)
{
    const char *unit = measure_difference_unit(&c->of);

    return c->ratio ? xstrdup("ratio")
           : *unit  ? format_new("difference in %s", unit)
                    : xstrdup("difference");
}

/* ---- pages ---- */

/* The claims that have rows, those of a unit together: indices into v->claims, in a new array of *n. */
static int *ordered(const struct verdicts *v, int *n)
{
    struct list units = {0};
    int *unit = xcalloc((size_t)v->count + 1, sizeof *unit), *order = NULL;

    *n = 0;
    for (int i = 0; i < v->count; i++) {
        char *label = axis_label(&v->claims[i]);

        if (has_row(v, i))
            list_add_new(&units, label);
        for (int k = 0; k < units.count; k++)
            unit[i] = strcmp(units.item[k], label) == 0 ? k : unit[i];
        free(label);
    }
    for (int k = 0; k < units.count; k++)
        for (int i = 0; i < v->count; i++)
            if (has_row(v, i) && unit[i] == k)
                array_add(order, *n) = i;
    free(unit);
    list_clear(&units);
    return order;
}

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

/* Sets page[k] to the page of the claim order[k], so that pages are about equally full. Returns the number of pages. */
static int divide(const struct verdicts *v, const struct plot_page *size, const int *order, int n,
                  int *page)
{
    double all = 0, before = 0;
    int pages;

    for (int k = 0; k < n; k++)
        all += row_inches(&v->claims[order[k]], size);
    pages = (int)ceil(all / PAGE_INCHES);
    for (int k = 0; k < n; k++) {
        page[k] = (int)fmin(floor(before / all * pages), pages - 1);
        before += row_inches(&v->claims[order[k]], size);
    }
    return pages;
}

int forest_pages(const struct verdicts *v, const struct plot_page *page)
{
    int n, *order = ordered(v, &n), *of = xcalloc((size_t)n + 1, sizeof *of);
    int pages = divide(v, page, order, n, of);

    free(order);
    free(of);
    return pages;
}

/* ---- a page ---- */

/* Returns the panel of the claim's unit; adds the panel when there is none. */
static int panel_of(struct plot_figure *f, const struct claim *c)
{
    char *label = axis_label(c);

    if (f->panels == 0 || strcmp(f->panel[f->panels - 1].x_label, label) != 0) {
        plot_add_panel(f, NULL);
        f->panel[f->panels - 1].x_label = label;
        f->panel[f->panels - 1].ratio = c->ratio;
    } else {
        free(label);
    }
    return f->panels - 1;
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
    int n, *order = ordered(v, &n), *of = xcalloc((size_t)n + 1, sizeof *of);
    int pages = divide(v, page, order, n, of);

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
    for (int k = 0; k < n; k++)
        if (of[k] == i)
            add_claim(f, &v->claims[order[k]], &v->judgement[order[k]]);
    free(order);
    free(of);
}
