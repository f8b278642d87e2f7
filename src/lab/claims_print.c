/* Claims, verdicts and their evidence in words. */
#include "base/text.h"
#include "lab/claims.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* " points", or nothing where the measure has no unit. */
static void add_unit(struct text *out, const struct claim *c)
{
    const char *unit = measure_difference_unit(&c->of);

    if (*unit)
        text_add(out, " %s", unit);
}

/* A difference, or a factor. */
static void add_number(struct text *out, const struct claim *c, double d)
{
    if (c->ratio)
        text_add(out, "%.3g times", exp(d));
    else
        text_add(out, fabs(d) < 0.1 && d != 0 ? "%+.3g" : "%+.2f", d);
}

static void add_difference(struct text *out, const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->difference;

    measure_print(&c->of, out);
    if (c->b)
        text_add(out, ": %s %s %s", c->a, c->ratio ? "over" : "less", c->b);
    else
        text_add(out, ": %s %s %g", c->a, c->ratio ? "over" : "less", c->value);
    if (c->a_base)
        text_add(out, ", each %s %s and %s", c->ratio ? "over" : "less", c->a_base, c->b_base);
    text_add(out, ": ");
    if (d->n > 0) {
        add_number(out, c, d->mean);
        if (!c->ratio)
            add_unit(out, c);
        text_add(out, ", ");
    }
    if (d->n > 1) {
        text_add(out, "95 %% interval ");
        add_number(out, c, d->low);
        text_add(out, " to ");
        add_number(out, c, d->high);
        text_add(out, ", ");
    }
    text_add(out, "%d paired seed%s", d->n, d->n == 1 ? "" : "s");
    if (j->lost_a + j->lost_b + j->lost_both)
        text_add(out, "; %s: the first in %d pairs, the second in %d, both in %d",
                 measure_lost_word(&c->of), j->lost_a, j->lost_b, j->lost_both);
    if (j->bound_a || j->bound_b)
        text_add(out, "; %s at the end of the axis, maybe larger",
                 j->bound_a && j->bound_b ? "both"
                 : j->bound_a             ? "the first"
                                          : "the second");
}

static void print_printed(FILE *out, const struct claim *c, const struct judgement *j,
                          const struct results *r)
{
    const struct record **record;
    int count = records_in(r, c->a, &record);

    fprintf(out,
            "    %d of %d printed values of %s within the spread of %d seeds, %g to both sides\n",
            j->within, j->printed, metric_info[c->of.metric].name, j->difference.n, c->margin);
    fprintf(out, "      %8s %10s %10s %10s %10s\n", "epoch", "printed", "mean", "least", "largest");
    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        fprintf(out, "      %8g %10.4g", p->epoch, p->value);
        if (s.n == 0)
            fprintf(out, " %10s %10s %10s\n", "-", "-", "-");
        else
            fprintf(out, " %10.4g %10.4g %10.4g%s\n", s.mean, s.low, s.high,
                    spread_holds(&s, p->value, c->margin) ? "" : "   outside");
    }
    free(record);
}

/* What a claim that was not judged asks for. */
static void add_cells(struct text *out, const struct claim *c)
{
    const char *const cell[] = {c->a, c->b, c->a_base, c->b_base};
    const char *between = "needs trials of a seed in ";

    for (int i = 0; i < 4; i++)
        if (cell[i]) {
            text_add(out, "%s%s", between, cell[i]);
            between = " and in ";
        }
}

static void print_evidence(FILE *out, const struct claim *c, const struct judgement *j,
                           const struct results *r)
{
    struct text t = {0};

    if (j->verdict == NOT_RUN)
        add_cells(&t, c);
    else if (j->ambiguous)
        text_add(&t, "several trials of a seed lie in %s%s%s", c->a, c->b ? " or " : "",
                 c->b ? c->b : "");
    else if (c->kind == CLAIM_REFUSED)
        text_add(&t, "%d of %d trials refused", j->verdict == SUPPORTED ? j->difference.n : 0,
                 j->difference.n);
    else if (c->kind != CLAIM_PRINTED)
        add_difference(&t, c, j);
    if (t.length)
        fprintf(out, "    %s\n", t.s);
    else
        print_printed(out, c, j, r);
    text_clear(&t);
}

/* ", by more than 1 points", ", within 0.5 points", ", below 0.0004": what the margin asks. */
static void add_margin(struct text *out, const struct claim *c)
{
    static const char *const than[] = {[CLAIM_MORE] = "more", [CLAIM_LESS] = "less"};
    bool same = c->kind == CLAIM_SAME;
    double none = c->ratio ? 1 : 0; /* the margin that asks for nothing */

    if (c->kind == CLAIM_REFUSED || c->kind == CLAIM_PRINTED ||
        (!same && c->b && c->margin == none))
        return;
    if (!same && !c->b && !c->ratio) {
        text_add(out, ", %s %g", c->kind == CLAIM_LESS ? "below" : "above", c->value + c->margin);
        return;
    }
    text_add(out, same ? ", within %s%g" : ", by %s than %g", same ? "" : than[c->kind], c->margin);
    if (c->ratio)
        text_add(out, " times");
    else
        add_unit(out, c);
    if (!c->b)
        text_add(out, " of %g", c->value);
}

static void print_claim(FILE *out, const struct claim *c)
{
    struct text t = {0};

    text_add(&t, "%s", c->text);
    add_margin(&t, c);
    fprintf(out, "%s [%s; %s]\n", t.s, c->id, c->source);
    text_clear(&t);
}

void claims_print(FILE *out, const struct claim *claims, const struct results *r)
{
    for (const struct claim *c = claims; c && c->id; c++) {
        struct judgement j = claim_judge(c, r);

        fprintf(out, "  %-12s ", verdict_name[j.verdict]);
        print_claim(out, c);
        print_evidence(out, c, &j, r);
    }
}
