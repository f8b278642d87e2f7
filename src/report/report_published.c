/* Writes the page of published values: what a source printed or a theory gives, and ours beside it. */
#include "base/arena.h"
#include "report/markup.h"
#include "report/report_page.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How a published value and ours agree. */
enum agreement { AGREES, DIFFERS, ABOUT, UNDECIDED, NOT_TESTED };
static const struct {
    const char *words;
    enum verdict as; /* the page shows the words in the colour of this verdict */
} agreement[] = {{"agrees", SUPPORTED},
                 {"does not agree", REFUTED},
                 {"about the margin", ABOUT_MARGIN},
                 {"open", OPEN},
                 {"not tested", NOT_RUN}};

/* The page while it is written. */
struct page {
    struct text out;
    int values; /* number of values so far */
    const struct report_section *section;
    bool headed; /* the section's heading has been added */
};

/* Adds a row with a published value; before the first one of a section, its heading. what: what the value is. d: our mean,
 * with its interval. */
static void add_value(struct page *p, const char *what, const char *source, double published,
                      const struct interval *d, const char *unit, enum agreement a)
{
    struct text *out = &p->out;

    if (!p->headed) {
        const struct plan *plan = p->section->plan;

        text_add(out, "%s<h2 id=\"%s\"><a href=\"%s.html\">", p->values ? "</table></div>\n" : "",
                 plan->name, plan->name);
        html_add(out, plan->title);
        text_add(out, "</a></h2>\n<div class=\"scroll wide\"><table><thead><tr><th>value</th>"
                      "<th>published<th>ours, 95 %% interval<th>"
                      "agreement<th>source\n<tbody>\n");
        p->headed = true;
    }
    text_add(out, "<tr><th>");
    html_add(out, what);
    text_add(out, "<td>%.6g ", published);
    html_add(out, unit);
    text_add(out, "<td>");
    if (d->n > 0)
        text_add(out, "%.4g", d->mean);
    if (d->n > 0 && !isnan(d->low))
        text_add(out, " <small>%.4g to %.4g, %d seeds</small>", d->low, d->high, d->n);
    text_add(out, "<td>");
    page_chip(out, agreement[a].as, agreement[a].words);
    text_add(out, "<td class=\"words\">");
    html_add(out, source);
    text_add(out, "\n");
    p->values++;
}

/* Returns whether one more training like ours could have given the published value: whether it lies within the 95 %
 * prediction interval of our n seeds, which on the scale is mean -+ t(0.975, n - 1) sd sqrt(1 + 1/n). d: their mean, with its
 * interval, and its sd on the scale. */
static enum agreement agreement_of(const struct interval *d, enum stats_scale scale,
                                   double published)
{
    double mean = stats_to_scale(scale, d->mean);

    if (d->n == 0)
        return NOT_TESTED;
    if (isnan(d->low) || isnan(d->high))
        return UNDECIDED;
    if (scale == STATS_LOGIT) /* d->mean is that of the errors themselves */
        mean = (stats_to_scale(scale, d->low) + stats_to_scale(scale, d->high)) / 2;
    return fabs(stats_to_scale(scale, published) - mean) <=
                   stats_t_quantile(0.975, d->n - 1) * d->sd * sqrt(1 + 1.0 / d->n)
               ? AGREES
               : DIFFERS;
}

/* ---- claims ---- */

/* Returns the mean of a metric at an epoch over the trials in record[count], with its interval from these seeds alone
 * (measure_interval()). Without a value when two trials have the same seed: their settings differ. */
static struct interval mean_at(const struct measure *of, const struct record *const *record,
                               int count, double epoch)
{
    double *v = xcalloc((size_t)count + 1, sizeof *v);
    bool pooled = false;
    struct interval d;

    for (int i = 0; i < count; i++) {
        struct spread one = spread_at(of->metric, &record[i], 1, epoch);

        v[i] = one.n ? one.mean : NAN;
        for (int k = 0; k < i; k++)
            pooled = pooled || record[k]->seed == record[i]->seed;
    }
    d = measure_interval(of, pooled ? 0 : count, v, NULL);
    free(v);
    return d;
}

/* Adds the values that a source prints for some epochs. */
static void add_printed(struct page *p, const struct claim *c, const struct judgement *j)
{
    const struct record **record;
    int count = records_in(p->section->results, c->a, &record);

    for (const struct printed *v = c->printed; v->epoch > 0; v++) {
        struct interval d = mean_at(&c->of, record, count, v->epoch);
        struct spread s = spread_at(c->of.metric, record, count, v->epoch);
        char *what = format_new("%s, %s, epoch %g", metric_info[c->of.metric].name, c->a, v->epoch);

        add_value(p, what, c->source, v->value, &d, measure_unit(&c->of),
                  s.n == 0                                   ? NOT_TESTED
                  : !verdict_is_decided(j)                   ? UNDECIDED
                  : spread_contains(&s, v->value, c->margin) ? AGREES
                                                             : DIFFERS);
        free(what);
    }
    free(record);
}

/* Adds the value with which a claim compares its only cell. */
static void add_compared(struct page *p, const struct claim *c, const struct judgement *j)
{
    struct interval d = j->paired.difference;
    enum agreement a = j->verdict == SUPPORTED      ? AGREES
                       : j->verdict == REFUTED      ? DIFFERS
                       : j->verdict == ABOUT_MARGIN ? ABOUT
                       : j->verdict == NOT_RUN      ? NOT_TESTED
                                                    : UNDECIDED;
    char *source =
        c->theory ? format_new("%s; theory %s", c->source, c->theory) : xstrdup(c->source);

    d.mean = c->ratio ? c->value * exp(d.mean) : c->value + d.mean;
    d.low = c->ratio ? c->value * exp(d.low) : c->value + d.low;
    d.high = c->ratio ? c->value * exp(d.high) : c->value + d.high;
    add_value(p, c->text, source, c->value, &d, measure_unit(&c->of), a);
    free(source);
}

/* ---- figures ---- */

/* True when a claim of the experiment is about the same printed values, so that the page has them already. */
static bool is_claimed(const struct verdicts *v, const struct measure *of,
                       const struct printed *printed)
{
    for (const struct claim *c = v->claims; c && c->id; c++) {
        const struct printed *a = c->printed, *b = printed;

        if (c->kind != CLAIM_PRINTED || c->of.metric != of->metric)
            continue;
        while (a->epoch > 0 && a->epoch == b->epoch && a->value == b->value) {
            a++;
            b++;
        }
        if (!(a->epoch > 0) && !(b->epoch > 0))
            return true;
    }
    return false;
}

/* Returns one cell with the values of the cells a and b, of which each may be NULL or "", and with x=value unless x is
 * NULL. A new string, such as "norm=batchnorm batch=2". */
static char *join_cells(const char *a, const char *b, const char *x, double value)
{
    struct text t = {0};

    text_adds(&t, a && *a ? a : "");
    if (b && *b)
        text_add_item(&t, " ", "%s", b);
    if (x)
        text_add_item(&t, " ", "%s=%g", x, value);
    return t.s ? t.s : xstrdup("");
}

/* Returns what a figure shows at x, with its interval: the mean of its measure in a cell, or for FIGURE_DIFFERENCE the
 * mean difference from the baseline over paired seeds. Without a value when a seed has several trials, whose settings
 * differ; without an interval when a seed has no number, and when only some seeds learn. */
static struct interval ours_at(const struct figure_request *q, const struct results *r,
                               const char *cell, double x)
{
    bool over_epochs = strcmp(q->x, FIGURE_EPOCH) == 0, differs = q->y == FIGURE_DIFFERENCE;
    char *a = join_cells(q->only, differs ? q->compared : cell, over_epochs ? NULL : q->x, x);
    char *b = join_cells(q->only, q->baseline, over_epochs ? NULL : q->x, x);
    const struct record **record;
    int count = records_in(r, a, &record);
    struct interval d;

    if (over_epochs) {
        d = mean_at(&q->of, record, count, x);
    } else if (differs) {
        struct cells cells = {{a, b, NULL, NULL}};
        struct paired p;

        paired_init(&p, &q->of, false, 0, r, &cells, true);
        d = p.difference;
        if (p.ambiguous)
            d.n = 0;
        if (p.parts || d.n < p.pairs)
            d.low = d.high = NAN;
        paired_clear(&p);
    } else {
        struct measured *seed = xcalloc((size_t)count + 1, sizeof *seed);
        struct prior prior = measure_prior(&q->of, measure_scale(&q->of), r);
        int n = measure_seeds(&q->of, record, count, seed);
        double *v = measured_values(n, seed);
        bool pooled = false;

        for (int i = 0; i < n; i++)
            pooled = pooled || seed[i].records > 1;
        d = measure_interval(&q->of, pooled ? 0 : n, v, &prior);
        free(seed);
        free(v);
    }
    free(record);
    free(a);
    free(b);
    return d;
}

/* Adds the published values that a figure shows. */
static void add_figure(struct page *p, const struct figure_request *q)
{
    bool differs = q->y == FIGURE_DIFFERENCE;
    const char *unit = differs ? measure_difference_unit(&q->of) : measure_unit(&q->of);
    enum stats_scale scale = differs ? STATS_PLAIN : measure_scale(&q->of);

    if ((q->y != FIGURE_VALUE && !differs) || (differs && strcmp(q->x, FIGURE_EPOCH) == 0))
        return;
    for (const struct printed_series *s = q->printed; s && s->cell; s++) {
        if (s->only_drawn || is_claimed(p->section->verdicts, &q->of, s->printed))
            continue;
        for (const struct printed *v = s->printed; v->epoch > 0; v++) {
            struct interval d = ours_at(q, p->section->results, s->cell, v->epoch);
            char *what = format_new("%s%s%s, %s %g", q->title, *s->cell ? ", " : "", s->cell, q->x,
                                    v->epoch);

            add_value(p, what, s->label, v->value, &d, unit, agreement_of(&d, scale, v->value));
            free(what);
        }
    }
}

int published_write(struct report_writer *w)
{
    const struct report *r = w->report;
    struct page p = {0};

    page_begin(&p.out, "Published values", "../report.html");
    text_add(
        &p.out,
        "<main>\n<h1>Published values</h1>\n<p>What a source prints or a theory gives, and ours. Where a claim is about "
        "the value, its verdict decides, with its margin; else the value agrees when one more training like ours could have "
        "given it: when it is within the 95 %% prediction interval of our seeds, which is wider than that of their mean.</p>\n");
    for (int i = 0; i < r->sections; i++) {
        const struct verdicts *v = r->section[i].verdicts;

        p.section = &r->section[i];
        p.headed = false;
        for (int k = 0; k < v->count; k++)
            if (v->claims[k].kind == CLAIM_PRINTED)
                add_printed(&p, &v->claims[k], &v->judgement[k]);
            else if (v->claims[k].kind == CLAIM_SAME && !v->claims[k].b && v->claims[k].value != 0)
                add_compared(&p, &v->claims[k], &v->judgement[k]);
        for (int k = 0; k < p.section->requested; k++)
            add_figure(&p, &p.section->requests[k]);
    }
    text_add(&p.out, p.values ? "</table></div>\n" : "");
    if (p.values)
        page_end(w, &p.out, report_page_path(r->root, PUBLISHED_NAME));
    text_clear(&p.out);
    return p.values;
}
