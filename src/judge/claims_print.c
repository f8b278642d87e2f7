/* Claims, verdicts and their evidence in words. */
#include "base/text.h"
#include "judge/claims.h"
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

/* "; p 0.003 against the margin, 0.04 by Holm" */
static void add_p(const struct claim *c, const struct judgement *j, struct text *out)
{
    bool margin = c->margin != (c->ratio ? 1 : 0);

    if (isnan(j->p)) {
        text_add(out,
                 j->difference.n > 1 && j->difference.sd == 0 ? "; the same in all seeds" : "");
        return;
    }
    text_add(out, j->ranked ? "; by ranks " : "; ");
    text_add(out, j->p < 0.0001 ? "p < 0.0001" : "p %.2g", j->p);
    text_add(out, margin ? " against the margin" : "");
    if (!isnan(j->p_holm))
        text_add(out, j->p_holm < 0.0001 ? ", < 0.0001 by Holm" : ", %.2g by Holm", j->p_holm);
}

static void add_lost(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (judgement_lost(j))
        text_add(out, "; %s: the first in %d pairs, the second in %d, both%s in %d",
                 measure_lost_word(&c->of), j->lost_a, j->lost_b,
                 c->a_base ? ", or what they are set against," : "", j->lost_both);
    if (j->refused)
        text_add(out, "; refused at set-up in %d more", j->refused);
    if (j->no_ratio)
        text_add(out, "; in %d a value is 0, and there is no ratio", j->no_ratio);
    if (j->bound_a || j->bound_b)
        text_add(out, "; %s at the end of the axis, maybe larger",
                 j->bound_a && j->bound_b ? "both"
                 : j->bound_a             ? "the first"
                                          : "the second");
}

/* "95 % interval +25.74 to +31.77, " */
static void add_interval(const struct claim *c, const struct judgement *j, struct text *out)
{
    text_add(out, "95 %% interval%s ",
             !j->stepped                ? ""
             : measure_is_along(&c->of) ? " with the steps of the axis"
                                        : " with the steps of measuring");
    claim_print_number(c, j->difference.low, out);
    text_add(out, " to ");
    claim_print_number(c, j->difference.high, out);
    text_add(out, ", ");
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
    if (!isnan(d->low) && !isnan(d->high))
        add_interval(c, j, out);
    text_add(out, "%d paired seed%s", d->n, d->n == 1 ? "" : "s");
    add_p(c, j, out);
    add_lost(c, j, out);
}

/* What a claim that was not judged asks for. */
static void add_cells(const struct claim *c, const struct judgement *j, struct text *out)
{
    const char *const cell[] = {c->a, c->b, c->a_base, c->b_base};
    const char *between = "needs trials of a seed in ";

    for (int i = 0; i < 4; i++)
        if (cell[i]) {
            text_add(out, "%s%s", between, cell[i]);
            between = " and in ";
        }
    if (j->refused)
        text_add(out, "; refused at set-up in all %d seeds", j->refused);
}

static void add_printed(const struct claim *c, const struct judgement *j, struct text *out)
{
    text_add(out, "%d of %d printed values of %s within the spread of %d seeds", j->within,
             j->printed, metric_info[c->of.metric].name, j->difference.n);
    if (c->margin > 0)
        text_add(out, " widened by %g", c->margin);
    if (j->outside.value)
        text_add(out, "; outside: epoch %g, where %g is printed and the seeds have %.4g to %.4g",
                 j->outside.value->epoch, j->outside.value->value, j->outside.low, j->outside.high);
    if (j->lost_a)
        text_add(out, "; %d more did not get to their end", j->lost_a);
}

void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->because)
        text_add(out, "%s", j->because);
    else if (j->verdict == NOT_RUN)
        add_cells(c, j, out);
    else if (j->ambiguous)
        text_add(out, "several trials of a seed lie in %s%s%s", c->a, c->b ? " or " : "",
                 c->b ? c->b : "");
    else if (c->kind == CLAIM_REFUSED)
        text_add(out, "%d of %d trials refused", j->within, j->printed);
    else if (c->kind == CLAIM_PRINTED)
        add_printed(c, j, out);
    else
        add_difference(c, j, out);
}

static const char *losing(const struct claim *c)
{
    return measure_has_target(&c->of) ? "never get there" : "diverge";
}

/* How many seeds would tell, or how much finer an axis or the measuring should be. */
static void add_seeds(const struct claim *c, const struct judgement *j, struct text *out)
{
    const char *finer =
        measure_is_along(&c->of) ? "a finer or longer axis" : "more evaluations (evals_per_epoch)";

    if (j->seeds_needed > SEEDS_FEASIBLE)
        text_add(out, "more than %d seeds: the difference is about the margin itself",
                 SEEDS_FEASIBLE);
    else if (j->seeds_needed > 0 && j->stepped)
        text_add(out, "about %d seeds would settle it, fewer with %s", j->seeds_needed, finer);
    else if (j->seeds_needed > 0)
        text_add(out, "about %d seeds would settle it", j->seeds_needed);
    else if (j->stepped)
        text_add(out, "it takes %s: more seeds alone will not settle it", finer);
}

void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->verdict != INCONCLUSIVE)
        return;
    if (j->ambiguous)
        text_add(out, "leave one trial a seed in each cell");
    else if (c->kind == CLAIM_PRINTED && j->lost_a)
        text_add(out, "more seeds will not settle it: some trials %s", losing(c));
    else if (c->kind == CLAIM_PRINTED)
        text_add(out, "%d seeds that reach the printed epochs settle it", PRINTED_SEEDS);
    else if (j->no_ratio)
        text_add(out, "there is no ratio to 0: more seeds will not settle it");
    else if (j->pairs < 2)
        text_add(out, "needs at least 2 seeds that both cells share");
    else if (judgement_lost(j) && (!isnan(j->p) || judgement_is_even(j)))
        text_add(out, "more seeds may settle it, also that some trials %s", losing(c));
    else if (judgement_lost(j))
        text_add(out, "more seeds will not settle it: some trials %s", losing(c));
    else
        add_seeds(c, j, out);
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
