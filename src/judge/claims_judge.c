/* Judges claims about differences between cells, and claims that set-up refuses trials. claims.h says how. */
#include "base/arena.h"
#include "judge/claims.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const verdict_name[] = {"supported", "refuted", "about the margin", "open", "not run"};

struct cells claim_cells(const struct claim *c)
{
    return (struct cells){{c->a, c->b, c->a_base, c->b_base}};
}

int claims_count(const struct claim *claims)
{
    int n = 0;

    while (claims && claims[n].id)
        n++;
    return n;
}

struct judgement judgement_none(void)
{
    return (struct judgement){.verdict = NOT_RUN,
                              .paired.difference = {0, NAN, NAN, NAN, NAN},
                              .p = NAN,
                              .p_holm = NAN,
                              .p_fdr = NAN,
                              .error_rate = NAN,
                              .median = NAN,
                              .iqm = NAN,
                              .student = {0, NAN, NAN, NAN, NAN},
                              .improvement = NAN};
}

/* ---- evidence ---- */

/* A statement about the difference d. above: d is above sign * margin; otherwise d is below it. */
struct side {
    bool above;
    int sign;
};

/* For each kind of claim, the statements of the claim and of its contrary. The claim is supported when all its
 * statements are shown; it is refuted when one statement of the contrary is shown. A statement is shown when the
 * whole interval is on its side of the margin, or when a rank test gives p <= 0.05. */
static const struct hypothesis {
    int sides;
    struct side claim[2], contrary[2];
} hypothesis[] = {
    [CLAIM_MORE] = {1, {{true, 1}}, {{false, 1}}},
    [CLAIM_LESS] = {1, {{false, 1}}, {{true, 1}}},
    [CLAIM_SAME] = {2, {{true, -1}, {false, 1}}, {{true, 1}, {false, -1}}},
};

struct evidence {
    bool shown;
    double p;    /* two-sided; NaN when the differences are equal up to rounding */
    bool ranked; /* p comes from a rank test, because of unsuccessful trials */
};

/* True when some trials were unsuccessful, and count neither as larger nor as smaller than the others. They then count
 * against every statement. */
static bool count_against_all(const struct claim *c, const struct paired *p)
{
    return paired_unsuccessful(p) && measure_worst(&c->of) == 0;
}

/* True when a rank test, and not the interval, decides whether d is above (or below) the margin: when some trials were
 * unsuccessful and, in addition, either one of them is evidence against this side or too few pairs have a difference for a
 * verdict by their interval: fewer than two, or fewer than `least` of at least so many. Not for trials that count
 * against every statement. */
static bool uses_ranks(const struct claim *c, const struct paired *p, bool above, int least)
{
    /* true when an unsuccessful trial of a counts as larger than b, false when it counts as smaller */
    bool a_is_larger = measure_worst(&c->of) > 0;
    int against =
        p->unsuccessful_both + (a_is_larger == above ? p->unsuccessful_b : p->unsuccessful_a);
    bool few = p->difference.n < 2 || (p->difference.n < least && p->pairs >= least);

    return paired_unsuccessful(p) && !count_against_all(c, p) && (few || against);
}

/* Returns the p of "a - margin is above b" (or below it) by a rank test, in which unsuccessful trials are the worst,
 * or count against the statement. Without a cell b, returns the p of "a - margin is above the value" (or below it) by a sign
 * test. */
static double p_by_rank(const struct claim *c, const struct paired *p, bool above)
{
    double of_a = measure_worst(&c->of) > 0 ? INFINITY : -INFINITY, of_b = of_a, result;
    double margin = paired_transform(c->ratio, c->margin),
           value = paired_transform(c->ratio, c->value);
    double *a = xcalloc((size_t)p->pairs + 1, sizeof *a),
           *b = xcalloc((size_t)p->pairs + 1, sizeof *b);
    int beyond = 0;

    if (count_against_all(c, p)) {
        of_a = above ? -INFINITY : INFINITY;
        of_b = -of_a;
    }
    for (int i = 0; i < p->pairs; i++) {
        const struct pair *pair = &p->pair[i];

        a[i] = isnan(pair->a) ? of_a : paired_transform(c->ratio, pair->a) - margin;
        b[i] = isnan(pair->b) ? of_b : paired_transform(c->ratio, pair->b);
        beyond += above ? a[i] > value : a[i] < value;
    }
    result = !c->b   ? stats_p_sign(p->pairs, beyond)
             : above ? stats_p_rank(p->pairs, a, p->pairs, b)
                     : stats_p_rank(p->pairs, b, p->pairs, a);
    free(a);
    free(b);
    return result;
}

/* Returns the evidence for a statement about d. */
static struct evidence evidence_for(const struct claim *c, const struct paired *p,
                                    const struct side *side, int least)
{
    double bound = side->sign * paired_transform(c->ratio, c->margin);
    struct evidence e = {.p = NAN, .ranked = uses_ranks(c, p, side->above, least)};

    if (e.ranked) {
        e.p = p_by_rank(c, p, side->above);
        e.shown = e.p <= 0.05;
        return e;
    }
    e.shown = side->above ? p->difference.low > bound : p->difference.high < bound;
    if (paired_scatters(p, side->above ? PAIRED_LEAST : PAIRED_MOST) ||
        (p->sampling.variance > 0 && !paired_equal_but_few(p)))
        e.p = paired_p(p, side->above, bound);
    if (count_against_all(c, p)) {
        double rank = p_by_rank(c, p, side->above);

        e.ranked = true;
        e.shown &= rank <= 0.05;
        e.p = fmax(e.p, rank);
    }
    return e;
}

/* Returns the evidence for the claim, or for its contrary. Of two statements, the claim needs both, so its p is the larger
 * one; the contrary needs one of them. fmax() and fmin() ignore NaN. */
static struct evidence evidence(const struct claim *c, const struct paired *p, bool contrary,
                                int least)
{
    const struct hypothesis *h = &hypothesis[c->kind];
    const struct side *side = contrary ? h->contrary : h->claim;
    struct evidence e = evidence_for(c, p, &side[0], least), other;

    if (h->sides == 1)
        return e;
    other = evidence_for(c, p, &side[1], least);
    e.shown = contrary ? e.shown || other.shown : e.shown && other.shown;
    e.p = contrary ? fmin(e.p, other.p) : fmax(e.p, other.p);
    return e;
}

/* ---- claims about differences ---- */

/* True when the verdict must be open, whatever the differences are: a cell has several trials of a seed, a ratio has a
 * value that is not positive, there are fewer than two pairs, or a trial is unsuccessful and no evidence
 * (claims.h). */
static bool is_undecidable(const struct claim *c, const struct paired *p)
{
    bool ranks = c->kind != CLAIM_SAME && !c->a_base;

    return p->ambiguous || p->no_ratio || (paired_unsuccessful(p) && !ranks) || p->pairs < 2;
}

/* Returns the boundary of the claim that is nearer to the mean difference. */
static double nearer_bound(const struct claim *c, const struct paired *p)
{
    double margin = paired_transform(c->ratio, c->margin);

    return c->kind != CLAIM_SAME || p->difference.mean >= 0 ? margin : -margin;
}

double claim_half_margin(const struct claim *c, const struct paired *p)
{
    double margin = fabs(paired_transform(c->ratio, c->margin)), a = 0, b = 0;

    if (margin > 0 || c->ratio || strcmp(measure_difference_unit(&c->of), "points") != 0)
        return margin / 2;
    for (int i = 0; i < p->pairs; i++)
        if (!isnan(p->pair[i].d)) {
            a += p->pair[i].a / p->difference.n;
            b += p->pair[i].b / p->difference.n;
        }
    return c->b ? fmin(SMALL_DIFFERENCE, fmin(fabs(a), fabs(b)) / 10) : SMALL_DIFFERENCE;
}

/* True when the interval lies within claim_half_margin() around the margin. */
static bool is_about_margin(const struct claim *c, const struct paired *p)
{
    double bound = nearer_bound(c, p), half = claim_half_margin(c, p);

    return half > 0 && p->difference.low >= bound - half && p->difference.high <= bound + half;
}

/* Returns how much of a gap between the mean difference and a bound is left for the scatter of seeds: the variance that the
 * choice of test samples adds is the same with any number of seeds. NaN when nothing is left. */
static double gap_of_seeds(const struct paired *p, double gap)
{
    double t = stats_t_quantile(0.975, 1e6) + stats_t_quantile(0.8, 1e6),
           left = gap * gap - t * t * p->sampling.variance;

    return p->sampling.variance > 0 && gap > 0 ? left > 0 ? sqrt(left) : NAN : gap;
}

/* Returns the number of seeds with which the interval would no longer contain the margin, or be about it, if mean and sd do
 * not change. Returns 0 when no number is enough, because the axis or the points of training are too coarse, or the test
 * samples too few. */
static int seeds_to_settle(const struct claim *c, const struct paired *p)
{
    double bound = nearer_bound(c, p);
    bool up = bound > p->difference.mean;
    double *d = paired_differences(p, up ? PAIRED_MOST : PAIRED_LEAST);
    struct interval r = stats_moments(p->pairs, d);
    double gap = up ? bound - r.mean : r.mean - bound,
           half = p->stepped || p->sampling.variance > 0 ? 0 : claim_half_margin(c, p), df,
           sd = stats_moderate(&p->prior, r.n, r.sd, &df);
    int n;

    free(d);
    if (p->stepped && !(gap > 0))
        return 0;
    n = stats_seeds_needed(sd, fmax(df - (r.n - 1), 0), gap_of_seeds(p, gap), half);
    return n && n <= r.n ? r.n + 1 : n;
}

/* True when the claim is about shares of seeds that learn: some seeds do not learn, and the numbers of seeds that learn
 * in a and in b differ by more than SHARES_EQUAL. Without a cell b, the number in a is compared with that of all seeds. */
static bool is_about_shares(const struct claim *c, const struct paired *p)
{
    int learn_b = c->b ? p->learn_b : p->pairs;

    return p->parts && abs(p->learn_a - learn_b) > SHARES_EQUAL;
}

/* Returns the evidence that seeds of a learn less often than those of b, or (less is false) more often. */
static struct evidence share_evidence(const struct paired *p, bool less)
{
    struct evidence e = {.p = NAN};
    int fail_a = p->pairs - p->learn_a, fail_b = p->pairs - p->learn_b;

    e.p = less ? stats_p_share(p->pairs, fail_a, p->pairs, fail_b)
               : stats_p_share(p->pairs, fail_b, p->pairs, fail_a);
    e.shown = e.p <= 0.05;
    return e;
}

/* Sets verdict, p and by_shares of a claim about shares. The verdict must be open before the call. Without a cell b
 * there is no test, and the verdict stays open. */
static void decide_by_shares(const struct claim *c, struct judgement *j)
{
    struct evidence less = share_evidence(&j->paired, true),
                    more = share_evidence(&j->paired, false);
    struct evidence claim = c->kind == CLAIM_MORE ? less : more,
                    contrary = c->kind == CLAIM_MORE ? more : less;

    if (!c->b)
        return;
    j->by_shares = true;
    j->p = fmin(claim.p, contrary.p);
    if (c->kind == CLAIM_SAME && (claim.shown || contrary.shown))
        j->verdict = REFUTED;
    else if (claim.shown || contrary.shown)
        j->verdict = claim.shown ? SUPPORTED : REFUTED;
}

/* Sets verdict, p, ranked, by_shares and seeds_needed from the pairs. */
static void decide(const struct claim *c, struct judgement *j, int least)
{
    const struct paired *p = &j->paired;
    struct evidence claim, contrary, reported;

    if (p->pairs == 0)
        return;
    j->verdict = OPEN;
    if (is_undecidable(c, p))
        return;
    if (is_about_shares(c, p)) {
        decide_by_shares(c, j);
        return;
    }
    claim = evidence(c, p, false, least);
    contrary = evidence(c, p, true, least);
    if (claim.shown || contrary.shown)
        j->verdict = claim.shown ? SUPPORTED : REFUTED;
    /* the evidence for the verdict; without one, that with the smaller p */
    reported = isnan(contrary.p) || claim.p <= contrary.p ? claim : contrary;
    reported = claim.shown ? claim : contrary.shown ? contrary : reported;
    j->p = reported.p;
    j->ranked = reported.ranked;
    if (j->verdict == OPEN && !paired_unsuccessful(p) && is_about_margin(c, p))
        j->verdict = ABOUT_MARGIN;
    if (j->verdict == OPEN && !paired_unsuccessful(p))
        j->seeds_needed = paired_equal_but_few(p) ? STATS_EQUAL_LEAST : seeds_to_settle(c, p);
}

static struct judgement judge_difference(const struct claim *c, const struct results *r,
                                         const struct judging *by)
{
    struct cells cells = claim_cells(c);
    struct judgement j = judgement_none();
    double *d;

    if (measure_missing_curve(&c->of, r) < METRICS)
        return j;
    paired_init(&j.paired, &c->of, c->ratio, c->value, r, &cells, !by->fresh);
    if (c->test_samples)
        paired_take_samples(&j.paired, &c->of, r, &cells);
    d = paired_differences(&j.paired, PAIRED_VALUE);
    j.median = stats_median(j.paired.pairs, d);
    j.iqm = stats_iqm(j.paired.pairs, d);
    j.student = stats_mean(j.paired.pairs, d, NULL);
    if (c->b)
        j.improvement = stats_improvement(j.paired.pairs, d);
    free(d);
    decide(c, &j, by->least);
    return j;
}

/* ---- all kinds ---- */

static struct judgement judge_refused(const struct claim *c, const struct results *r)
{
    struct judgement j = judgement_none();
    const struct record **record;

    j.paired.difference.n = j.checked = records_in(r, c->a, &record);
    for (int i = 0; i < j.checked; i++)
        j.within += record[i]->result.status == TRIAL_REFUSED;
    if (j.checked)
        j.verdict = j.within == j.checked ? SUPPORTED : REFUTED;
    free(record);
    return j;
}

struct judgement claim_judge_by(const struct claim *c, const struct results *r,
                                const struct judging *by)
{
    switch (c->kind) {
    case CLAIM_REFUSED:
        return judge_refused(c, r);
    case CLAIM_PRINTED:
        return claim_judge_printed(c, r);
    default:
        return judge_difference(c, r, by);
    }
}

struct judgement claim_judge(const struct claim *c, const struct results *r)
{
    return claim_judge_by(c, r, &(struct judging){0});
}

void judgement_clear(struct judgement *j)
{
    paired_clear(&j->paired);
    free(j->because);
    free(j->fresh_axis);
    *j = (struct judgement){0};
}
