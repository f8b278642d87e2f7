/* Writes claims and the evidence for their verdicts in words. */
#include "judge/claims.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Adds the unit of a difference d, such as " points", or " point" for 1; nothing when the measure has no unit. */
static void add_unit(struct text *out, const struct claim *c, double d)
{
    const char *unit = measure_difference_unit(&c->of);
    size_t n = strlen(unit);
    bool one = d == 1 && n > 2 && unit[n - 1] == 's'; /* not "ms" */

    if (n)
        text_add(out, " %.*s", (int)n - one, unit);
}

/* Adds a difference or a factor without its unit, such as "+28.76" or "2.1 times". */
static void add_number(struct text *out, const struct claim *c, double d)
{
    if (c->ratio)
        text_add(out, "%.3g times", exp(d));
    else
        text_add(out, fabs(d) < 0.1 && d != 0 ? "%+.3g" : "%+.2f", d);
}

/* Returns the word between the two things that are compared: "less" (minus) for a difference, "over" (divided by) for a
 * ratio. */
static const char *operator_of(const struct claim *c)
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
        text_add(out, " %s %s", operator_of(c), c->b);
    else
        text_add(out, " %s %g", operator_of(c), c->value);
    if (c->a_base)
        text_add(out, ", each %s %s and %s", operator_of(c), c->a_base, c->b_base);
}

/* Adds the margin, such as ", by more than 1 point", ", within 0.5 points" or ", below 0.0004". Adds nothing for REFUSED
 * and PRINTED, and for MORE and LESS between two cells when the margin is 0 or, for a ratio, a factor of 1. */
static void add_margin(struct text *out, const struct claim *c)
{
    bool same = c->kind == CLAIM_SAME, more = c->kind == CLAIM_MORE;

    if (c->kind == CLAIM_REFUSED || c->kind == CLAIM_PRINTED ||
        (!same && c->b && c->margin == (c->ratio ? 1 : 0)))
        return;
    if (!same && !c->b && !c->ratio) {
        text_add(out, ", %s %g", more ? "above" : "below", c->value + c->margin);
        return;
    }
    text_add(out, ", %s %g", same ? "within" : more ? "by more than" : "by less than", c->margin);
    if (c->ratio)
        text_add(out, " times");
    else
        add_unit(out, c, c->margin);
    if (!c->b)
        text_add(out, " of %g", c->value);
    if (!c->b && c->theory)
        text_add(out, ", which is %s", c->theory);
}

void claim_print(const struct claim *c, struct text *out)
{
    text_add(out, "%s", c->text);
    add_margin(out, c);
}

/* ---- evidence ---- */

/* Adds p, the words `behind`, and the corrected p. */
static void add_p_values(const struct judgement *j, const char *behind, struct text *out)
{
    text_add(out, j->p < 0.0001 ? " p < 0.0001" : " p %.2g", j->p);
    text_add(out, "%s", behind);
    if (!isnan(j->p_holm))
        text_add(out, j->p_holm < 0.0001 ? ", < 0.0001 by Holm" : ", %.2g by Holm", j->p_holm);
    if (!isnan(j->p_fdr))
        text_add(out,
                 j->p_fdr < 0.0001 ? ", < 0.0001 by Benjamini-Hochberg"
                                   : ", %.2g by Benjamini-Hochberg",
                 j->p_fdr);
}

/* Adds p and the corrected p, such as "; p 0.003 against the margin, 0.04 by Holm". Adds nothing when p is that of
 * shares, which add_shares() adds. */
static void add_p(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct interval *d = &j->paired.difference;

    if (isnan(j->p)) {
        text_add(out, d->n > 1 && d->sd == 0 ? "; the same in all seeds" : "");
        return;
    }
    if (j->by_shares)
        return;
    text_add(out, j->ranked ? "; by ranks" : ";");
    add_p_values(j, c->margin != (c->ratio ? 1 : 0) ? " against the margin" : "", out);
}

/* Adds in how many seeds the best trial of each cell is at an edge of the axis (struct measured). */
static void add_edges(const struct claim *c, const struct paired *p, struct text *out)
{
    if (p->edge_a + p->edge_b == 0)
        return;
    text_add(out, "; the best %s is the least or the largest one tried in %d of %d seeds",
             c->of.along, p->edge_a, p->pairs);
    if (c->b)
        text_add(out, " of the first and %d of the second", p->edge_b);
}

/* Adds how many seeds have no difference, and for which reason; and whether some values of a cell are only lower
 * bounds. */
static void add_exceptions(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct paired *p = &j->paired;

    if (paired_unsuccessful(p))
        text_add(out, "; %s: the first in %d pair%s, the second in %d, both%s in %d",
                 measure_unsuccessful_word(&c->of), p->unsuccessful_a, plural(p->unsuccessful_a),
                 p->unsuccessful_b, c->a_base ? ", or what they are set against," : "",
                 p->unsuccessful_both);
    if (j->ranked && measure_worst(&c->of) == 0)
        text_add(out, ", each counted against the verdict");
    if (p->refused)
        text_add(out, "; refused at set-up in %d more", p->refused);
    if (p->no_ratio)
        text_add(out, "; in %d a value is 0, and there is no ratio", p->no_ratio);
    if (p->bound_a || p->bound_b)
        text_add(out, "; %s at the end of the axis, maybe larger",
                 p->bound_a && p->bound_b ? "both"
                 : p->bound_a             ? "the first"
                                          : "the second");
    add_edges(c, p, out);
}

/* Adds how many seeds learn in each cell, and a remark that the numbers which follow are those of the seeds that learn. */
static void add_shares(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct paired *p = &j->paired;

    text_add(out, "%d of %d seeds learn", p->learn_a, p->pairs);
    if (c->b)
        text_add(out, " in the first, %d of %d in the second", p->learn_b, p->pairs);
    if (j->by_shares) {
        text_add(out, "; by shares (Fisher's exact test)");
        add_p_values(j, "", out);
    }
    text_add(out, "; of those that learn%s: ", c->b ? " in both" : "");
}

/* Adds the evidence about a difference. */
static void add_difference(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct interval *d = &j->paired.difference;

    if (j->paired.parts)
        add_shares(c, j, out);
    if (d->n > 0) {
        add_number(out, c, d->mean);
        if (!c->ratio)
            add_unit(out, c, d->mean);
        text_add(out, ", ");
    }
    if (!isnan(d->low) && !isnan(d->high)) {
        text_add(out, "95 %% interval%s ",
                 j->paired.sampling.samples ? " with the choice of test samples"
                 : !j->paired.stepped       ? ""
                 : measure_is_along(&c->of) ? " with the steps of the axis"
                                            : " with the steps of measuring");
        add_number(out, c, d->low);
        text_add(out, " to ");
        add_number(out, c, d->high);
        text_add(out, ", ");
    }
    text_add(out, "%d paired seed%s", d->n, plural(d->n));
    add_p(c, j, out);
    add_exceptions(c, j, out);
}

/* Adds which cells a claim that was not judged needs trials of. */
static void add_cells(const struct claim *c, const struct judgement *j, struct text *out)
{
    struct cells cells = claim_cells(c);
    const char *before = " in ";

    text_add(out, "needs trials of a seed");
    if (c->of.profile.probe)
        text_add(out, " with probe=%s", c->of.profile.probe);
    for (int i = 0; i < PAIRED_CELLS; i++)
        if (cells.cell[i]) {
            text_add(out, "%s%s", before, cells.cell[i]);
            before = " and in ";
        }
    if (j->paired.refused)
        text_add(out, "; refused at set-up in all %d seed%s", j->paired.refused,
                 plural(j->paired.refused));
}

/* Adds the evidence about printed values. */
static void add_printed(const struct claim *c, const struct judgement *j, struct text *out)
{
    text_add(out, "%d of %d printed values of %s within the spread of %d seed%s", j->within,
             j->checked, metric_info[c->of.metric].name, j->paired.difference.n,
             plural(j->paired.difference.n));
    if (c->margin > 0)
        text_add(out, " widened by %g", c->margin);
    if (j->outside.value)
        text_add(out, "; outside: epoch %g, where %g is printed and the seeds have %.4g to %.4g",
                 j->outside.value->epoch, j->outside.value->value, j->outside.low, j->outside.high);
    if (!isnan(j->error_rate))
        text_add(out, "; refuted wrongly in %.2g %% of simulations", 100 * j->error_rate);
    if (j->paired.unsuccessful_a)
        text_add(out, "; %d more did not get to their end", j->paired.unsuccessful_a);
}

void claim_print_evidence(const struct claim *c, const struct judgement *j, struct text *out)
{
    if (j->because)
        text_add(out, "%s", j->because);
    else if (j->verdict == NOT_RUN)
        add_cells(c, j, out);
    else if (j->paired.ambiguous)
        text_add(out, "several trials of a seed lie in %s%s%s", c->a, c->b ? " or " : "",
                 c->b ? c->b : "");
    else if (c->kind == CLAIM_REFUSED)
        text_add(out, "%d of %d trials refused", j->within, j->checked);
    else if (c->kind == CLAIM_PRINTED)
        add_printed(c, j, out);
    else
        add_difference(c, j, out);
}

/* ---- remedies ---- */

/* Adds how many seeds would settle the claim, or that the axis or the points of training must be finer. */
static void add_seeds(const struct claim *c, const struct judgement *j, struct text *out)
{
    bool stepped = j->paired.stepped;
    const char *finer =
        measure_is_along(&c->of) ? "a finer or longer axis" : "finer measuring (evals_per_epoch)";

    if (j->seeds_needed > SEEDS_FEASIBLE)
        text_add(out, "more than %d seeds: the mean difference is almost the margin",
                 SEEDS_FEASIBLE);
    else if (j->seeds_needed > 0 && stepped)
        text_add(out, "about %d seeds would settle it, fewer with %s", j->seeds_needed, finer);
    else if (j->seeds_needed > 0)
        text_add(out, "about %d seeds would settle it", j->seeds_needed);
    else if (j->paired.sampling.samples)
        text_add(out, "it takes more test samples: more seeds alone will not settle it");
    else if (stepped)
        text_add(out, "it takes %s: more seeds alone will not settle it", finer);
}

void claim_print_remedy(const struct claim *c, const struct judgement *j, struct text *out)
{
    const struct paired *p = &j->paired;
    int unsuccessful = paired_unsuccessful(p);
    const char *fate = measure_fate(&c->of);

    if (j->verdict == ABOUT_MARGIN && c->margin == 0)
        text_add(
            out,
            "the whole interval lies within %.2g points of no difference: more seeds will hardly settle it",
            claim_half_margin(c, p));
    else if (j->verdict == ABOUT_MARGIN)
        text_add(out, "the effect is as large as the margin: more seeds will not settle it");
    if (j->verdict != OPEN)
        return;
    if (j->fresh_seeds)
        text_add(
            out,
            "its fresh seeds, whose number was fixed beforehand, leave it open, and it is not asked again");
    else if (j->least_seeds)
        text_add(out, "there is no verdict from fewer than %d seeds", j->least_seeds);
    else if (p->ambiguous)
        text_add(out, "leave one trial a seed in each cell");
    else if (c->kind == CLAIM_PRINTED && !unsuccessful)
        text_add(out, "%d seeds that reach the printed epochs settle it", PRINTED_SEEDS);
    else if (p->no_ratio)
        text_add(out, "there is no ratio to 0: more seeds will not settle it");
    else if (p->parts && (j->by_shares || (!c->b && p->pairs - p->learn_a > SHARES_EQUAL)))
        text_add(out, "more seeds may settle it, also that some do not learn");
    else if (p->parts && p->difference.n < 2)
        text_add(out, "needs at least 2 seeds that learn in both cells");
    else if (c->kind != CLAIM_PRINTED && p->pairs < 2)
        text_add(out, "needs at least 2 seeds that both cells share");
    else if (c->kind != CLAIM_PRINTED && unsuccessful && (!isnan(j->p) || paired_equal_but_few(p)))
        text_add(out, "more seeds may settle it, also that some trials %s", fate);
    else if (unsuccessful)
        text_add(out, "more seeds will not settle it: some trials %s", fate);
    else
        add_seeds(c, j, out);
}
