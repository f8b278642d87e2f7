#include "figures/forest.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* True when the claim gets a row: it compares two values, was judged, and no cell has several trials of a seed. */
static bool has_row(const struct claim *c, const struct judgement *j)
{
    return c->kind <= CLAIM_SAME && j->verdict != NOT_RUN && !j->paired.ambiguous;
}

/* Returns the panel of the claim's unit; adds the panel when there is none. */
static struct plot_forest_panel *panel_of(struct plot_forest *f, const struct claim *c)
{
    const char *unit = measure_difference_unit(&c->of);
    char *label = c->ratio ? xstrdup("ratio")
                  : *unit  ? format_new("difference in %s", unit)
                           : xstrdup("difference");
    struct plot_forest_panel *p;

    for (int i = 0; i < f->panels; i++)
        if (strcmp(f->panel[i].x_label, label) == 0) {
            free(label);
            return &f->panel[i];
        }
    p = &array_add(f->panel, f->panels);
    *p = (struct plot_forest_panel){.x_label = label, .ratio = c->ratio};
    return p;
}

/* Returns the number that is drawn for a difference: for a claim by ratio, d is a logarithm and the ratio is drawn. */
static double shown(const struct claim *c, double d)
{
    return c->ratio ? exp(d) : d;
}

static void add_row(struct plot_forest_panel *p, const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->paired.difference;
    struct text label = {0};
    struct plot_forest_row *row;

    row = &array_add(p->row, p->rows);
    claim_print(c, &label);
    *row = (struct plot_forest_row){.label = label.s,
                                    .mean = shown(c, d->mean),
                                    .low = shown(c, d->low),
                                    .high = shown(c, d->high),
                                    .n = d->n,
                                    .lost = paired_unsuccessful(&j->paired),
                                    .margin_low = c->ratio ? 0 : -INFINITY,
                                    .margin_high = INFINITY,
                                    .verdict = xstrdup(verdict_name[j->verdict]),
                                    .star = verdict_is_weak(j)};
    if (c->kind == CLAIM_MORE || c->kind == CLAIM_SAME)
        row->margin_low = c->kind == CLAIM_MORE ? c->margin : c->ratio ? 1 / c->margin : -c->margin;
    if (c->kind == CLAIM_LESS || c->kind == CLAIM_SAME)
        row->margin_high = c->margin;
}

void forest_build(struct plot_forest *f, const struct verdicts *v)
{
    struct verdict_count n = ledger_count(v, 1, NULL);

    *f = (struct plot_forest){
        .name = xstrdup(FOREST_NAME),
        .title = format_new("%s: the claims", v->plan->name),
        .caption = format_new("mean differences over paired seeds with 95 %% intervals; "
                              "shaded: where the claim says that they are%s",
                              n.weak[SUPPORTED] + n.weak[REFUTED]
                                  ? "; *: does not hold when corrected for the number of claims"
                                  : "")};
    for (int i = 0; i < v->count; i++)
        if (has_row(&v->claims[i], &v->judgement[i]))
            add_row(panel_of(f, &v->claims[i]), &v->claims[i], &v->judgement[i]);
}
