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

void claim_print_number(const struct claim *c, double d, struct text *out)
{
    if (c->ratio)
        text_add(out, "%.3g times", exp(d));
    else
        text_add(out, fabs(d) < 0.1 && d != 0 ? "%+.3g" : "%+.2f", d);
}

/* What the cell is held against: "less", of ratios "over". */
static const char *against(const struct claim *c)
{
    return c->ratio ? "over" : "less";
}

void claim_print_comparison(const struct claim *c, struct text *out)
{
    if (c->kind == CLAIM_REFUSED) {
        text_add(out, "set-up: %s", c->a);
        return;
    }
    measure_print(&c->of, out);
    text_add(out, ": %s", c->a);
    if (c->kind == CLAIM_PRINTED)
        text_add(out, " beside the printed values");
    else if (c->b)
        text_add(out, " %s %s", against(c), c->b);
    else
        text_add(out, " %s %g", against(c), c->value);
    if (c->a_base)
        text_add(out, ", each %s %s and %s", against(c), c->a_base, c->b_base);
}

/* ", p 0.003, 0.04 by Holm" */
static void add_p(const struct judgement *j, struct text *out)
{
    if (isnan(j->p))
        return;
    text_add(out, j->p < 0.0001 ? "; p < 0.0001" : "; p %.2g", j->p);
    if (!isnan(j->p_holm))
        text_add(out, j->p_holm < 0.0001 ? ", < 0.0001 by Holm" : ", %.2g by Holm", j->p_holm);
}

static void add_lost(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->lost_a + j->lost_b + j->lost_both)
        text_add(out, "; %s: the first in %d pairs, the second in %d, both in %d",
                 measure_lost_word(&c->of), j->lost_a, j->lost_b, j->lost_both);
    if (j->bound_a || j->bound_b)
        text_add(out, "; %s at the end of the axis, maybe larger",
                 j->bound_a && j->bound_b ? "both"
                 : j->bound_a             ? "the first"
                                          : "the second");
}

static void add_difference(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct interval *d = &j->difference;

    if (d->n > 0) {
        claim_print_number(c, d->mean, out);
        if (!c->ratio)
            add_unit(out, c);
        text_add(out, ", ");
    }
    if (d->n > 1) {
        text_add(out, "95 %% interval ");
        claim_print_number(c, d->low, out);
        text_add(out, " to ");
        claim_print_number(c, d->high, out);
        text_add(out, ", ");
    }
    text_add(out, "%d paired seed%s", d->n, d->n == 1 ? "" : "s");
    add_p(j, out);
    add_lost(c, j, out);
}

/* What a claim that was not judged asks for. */
static void add_cells(const struct claim *c, struct text *out)
{
    const char *const cell[] = {c->a, c->b, c->a_base, c->b_base};
    const char *between = "needs trials of a seed in ";

    for (int i = 0; i < 4; i++)
        if (cell[i]) {
            text_add(out, "%s%s", between, cell[i]);
            between = " and in ";
        }
}

void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->verdict == NOT_RUN)
        add_cells(c, out);
    else if (j->ambiguous)
        text_add(out, "several trials of a seed lie in %s%s%s", c->a, c->b ? " or " : "",
                 c->b ? c->b : "");
    else if (c->kind == CLAIM_REFUSED)
        text_add(out, "%d of %d trials refused", j->verdict == SUPPORTED ? j->difference.n : 0,
                 j->difference.n);
    else if (c->kind == CLAIM_PRINTED)
        text_add(out,
                 "%d of %d printed values of %s within the spread of %d seeds, %g to both sides",
                 j->within, j->printed, metric_info[c->of.metric].name, j->difference.n, c->margin);
    else
        add_difference(c, j, out);
}

void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->verdict != INCONCLUSIVE)
        return;
    if (j->ambiguous)
        text_add(out, "leave one trial a seed in each cell");
    else if (c->kind == CLAIM_PRINTED)
        text_add(out, "%d seeds settle it", PRINTED_SEEDS);
    else if (j->bound_a || j->bound_b)
        text_add(out, "a longer axis, not more seeds, would settle it");
    else if (j->lost_a + j->lost_b + j->lost_both)
        text_add(out, "more seeds will not settle it: some trials %s",
                 measure_has_target(&c->of) ? "never get there" : "diverge");
    else if (j->difference.n < 2)
        text_add(out, "needs at least 2 seeds that both cells share");
    else if (j->seeds_needed > SEEDS_FEASIBLE)
        text_add(out, "more than %d seeds: the difference is about the margin itself",
                 SEEDS_FEASIBLE);
    else if (j->seeds_needed > 0)
        text_add(out, "about %d seeds would settle it", j->seeds_needed);
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

void claim_print(const struct claim *c, struct text *out)
{
    text_add(out, "%s", c->text);
    add_margin(out, c);
}
