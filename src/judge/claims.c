#include "judge/claims.h"
#include "base/arena.h"
#include "base/error.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const verdict_name[] = {"supported", "refuted", "inconclusive", "not run"};

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

/* A cell's measure by seeds. */
struct values {
    struct measured *v;
    int n;
};

static struct values values_of(const struct claim *c, const struct results *r, const char *cell)
{
    const struct record **record;
    int count = records_in(r, cell, &record);
    struct values s = {xcalloc((size_t)count + 1, sizeof *s.v), 0};

    s.n = measure_seeds(&c->of, record, count, s.v);
    free(record);
    return s;
}

static const struct measured *find(const struct values *s, int64_t seed)
{
    for (int i = 0; i < s->n; i++)
        if (s->v[i].seed == seed)
            return &s->v[i];
    return NULL;
}

/* Has the trial, which ended well, no such number? */
static bool is_unmeasured(const struct measured *m)
{
    return m->outcome == MEASURED && isnan(m->value);
}

struct judgement judgement_unknown(void)
{
    return (struct judgement){.verdict = NOT_RUN,
                              .difference = {0, NAN, NAN, NAN, NAN},
                              .p = NAN,
                              .p_holm = NAN,
                              .student = {0, NAN, NAN, NAN, NAN},
                              .median = NAN,
                              .iqm = NAN,
                              .boot_low = NAN,
                              .boot_high = NAN,
                              .improvement = NAN};
}

/* ---- differences ---- */

enum { A, B, A_BASE, B_BASE, CELLS };

struct comparison {
    const struct claim *claim;
    bool used[CELLS];
    struct values cell[CELLS];
};

/* The logarithm, for a ratio; that of 0, an end of what a value may be, is -infinity. */
static double scaled(const struct claim *c, double v)
{
    return !c->ratio ? v : v >= 0 ? log(v) : NAN;
}

/* Adds a cell's value to a pair, with the sign that it has in d. */
static void add_value(const struct claim *c, const struct measured *m, int sign, struct pair *p)
{
    p->d += sign * scaled(c, m->value);
    p->low += sign * scaled(c, sign > 0 ? m->low : m->high);
    p->high += sign * scaled(c, sign > 0 ? m->high : m->low);
}

static void count_losses(const bool lost[CELLS], struct judgement *j)
{
    if ((lost[A] && lost[B]) || lost[A_BASE] || lost[B_BASE])
        j->lost_both++;
    else if (lost[A])
        j->lost_a++;
    else if (lost[B])
        j->lost_b++;
}

/* Takes a seed that all cells have into account, unless a trial there has no such number. */
static void add_pair(const struct comparison *s, int64_t seed, struct judgement *j)
{
    static const int sign[CELLS] = {1, -1, -1, 1};
    double base = s->used[B] ? 0 : -scaled(s->claim, s->claim->value);
    struct pair p = {seed, NAN, NAN, base, base, base};
    const struct measured *of[CELLS] = {NULL};
    bool lost[CELLS] = {false}, refused = false, no_ratio = false;

    for (int i = 0; i < CELLS; i++)
        if (s->used[i] && (!(of[i] = find(&s->cell[i], seed)) || is_unmeasured(of[i])))
            return;
    for (int i = 0; i < CELLS; i++) {
        const struct measured *m = of[i];

        if (!m)
            continue;
        j->ambiguous |= m->records > 1;
        refused |= m->outcome == MEASURE_REFUSED;
        lost[i] = m->outcome == MEASURE_LOST;
        no_ratio |= s->claim->ratio && m->value <= 0;
        j->bound_a |= measured_is_bound(m) && sign[i] > 0;
        j->bound_b |= measured_is_bound(m) && sign[i] < 0;
        p.a = i == A ? m->value : p.a;
        p.b = i == B ? m->value : p.b;
        add_value(s->claim, m, sign[i], &p);
    }
    j->refused += refused;
    if (refused)
        return;
    count_losses(lost, j);
    j->no_ratio += no_ratio;
    p.d = no_ratio ? NAN : p.d;
    j->stepped |= p.low < p.d || p.high > p.d;
    j->pair[j->pairs++] = p;
}

int judgement_lost(const struct judgement *j)
{
    return j->lost_a + j->lost_b + j->lost_both;
}

bool judgement_is_even(const struct judgement *j)
{
    return j->difference.n > 1 && (isnan(j->difference.low) || isnan(j->difference.high));
}

/* ---- verdicts ---- */

enum which { POINT, LEAST, MOST };

/* The pairs' differences in new memory, the least or the most that they may be; the caller frees. */
static double *differences(const struct judgement *j, enum which which)
{
    double *d = xcalloc((size_t)j->pairs + 1, sizeof *d);

    for (int i = 0; i < j->pairs; i++)
        d[i] = isnan(j->pair[i].d) ? NAN
               : which == POINT    ? j->pair[i].d
               : which == LEAST    ? j->pair[i].low
                                   : j->pair[i].high;
    return d;
}

/* Do differences of the pairs' values, of logarithms for a ratio, scatter by more than rounding? */
static bool scatters(const struct claim *c, const struct judgement *j, const struct interval *d)
{
    double scale = c->ratio ? 1 : fabs(c->value);

    for (int i = 0; i < j->pairs && !c->ratio; i++)
        scale = fmax(scale, fmax(fabs(j->pair[i].a), fabs(j->pair[i].b)));
    return stats_scatters(d, scale);
}

/* The interval's end of the least, or the most; infinite where one of them is, NaN where they are few and all equal. */
static double end_of(const struct claim *c, const struct judgement *j, enum which which)
{
    double *d = differences(j, which);
    struct interval r = stats_mean(j->pairs, d);
    double end = r.n < STATS_EVEN_LEAST && !scatters(c, j, &r) ? NAN
                 : which == LEAST                              ? r.low
                                                               : r.high;

    for (int i = 0; i < j->pairs; i++)
        end = isinf(d[i]) ? d[i] : end;
    free(d);
    return end;
}

/* Of the least above a value, or the most below it: the p of stats.h; 1 where one is infinite, NaN where they do not
 * scatter. */
static double p_beyond(const struct claim *c, const struct judgement *j, bool above, double value)
{
    double *d = differences(j, above ? LEAST : MOST), p;
    struct interval moments = stats_moments(j->pairs, d);

    p = !scatters(c, j, &moments) ? NAN
        : above                   ? stats_p_above(j->pairs, d, value)
                                  : stats_p_below(j->pairs, d, value);
    for (int i = 0; i < j->pairs; i++)
        p = isinf(d[i]) ? 1 : p;
    free(d);
    return p;
}

/* By ranks, what is lost being the worst: a, less the margin, above b, or below it. */
static double p_by_rank(const struct claim *c, const struct judgement *j, bool above)
{
    double lost = measure_lost_is(&c->of) > 0 ? INFINITY : -INFINITY, at = scaled(c, c->value), p;
    double *a = xcalloc((size_t)j->pairs + 1, sizeof *a),
           *b = xcalloc((size_t)j->pairs + 1, sizeof *b);
    int beyond = 0;

    for (int i = 0; i < j->pairs; i++) {
        const struct pair *v = &j->pair[i];

        a[i] = isnan(v->a) ? lost : scaled(c, v->a) - scaled(c, c->margin);
        b[i] = isnan(v->b) ? lost : scaled(c, v->b);
        beyond += above ? a[i] > at : a[i] < at;
    }
    p = !c->b   ? stats_p_sign(j->pairs, beyond)
        : above ? stats_p_rank(j->pairs, a, j->pairs, b)
                : stats_p_rank(j->pairs, b, j->pairs, a);
    free(a);
    free(b);
    return p;
}

/* Do losses speak against d being above the margin, or below it? */
static bool lost_against(const struct claim *c, const struct judgement *j, bool above)
{
    return j->lost_both || ((measure_lost_is(&c->of) > 0) == above ? j->lost_b : j->lost_a);
}

/* Is d above the margin when the claim holds, or when the contrary does? */
static bool is_above(const struct claim *c, bool holds)
{
    return (c->kind == CLAIM_MORE) == holds;
}

/* Do ranks tell whether the claim holds, or the contrary? Losses that speak for it are left out, as long as there are
 * differences to go by. */
static bool is_ranked(const struct claim *c, const struct judgement *j, bool holds)
{
    return judgement_lost(j) && (j->difference.n < 2 || lost_against(c, j, is_above(c, holds)));
}

/* The p of the claim, or of the contrary. NaN where nothing scatters. */
static double p_of(const struct claim *c, const struct judgement *j, bool holds)
{
    double margin = scaled(c, c->margin);
    bool above = is_above(c, holds);

    if (is_ranked(c, j, holds))
        return p_by_rank(c, j, above);
    if (c->kind != CLAIM_SAME)
        return p_beyond(c, j, above, margin);
    return holds ? fmax(p_beyond(c, j, true, -margin), p_beyond(c, j, false, margin))
                 : fmin(p_beyond(c, j, true, margin), p_beyond(c, j, false, -margin));
}

/* Sets the p of the verdict; of an open one, that of the nearer side. */
static void set_p(const struct claim *c, struct judgement *j)
{
    double yes = p_of(c, j, true), no = p_of(c, j, false);
    bool holds =
        j->verdict == SUPPORTED || (j->verdict == INCONCLUSIVE && (isnan(no) || yes <= no));

    j->p = holds ? yes : no;
    j->ranked = is_ranked(c, j, holds);
}

/* Does the evidence show the claim, or the contrary? */
static bool is_shown(const struct claim *c, const struct judgement *j, bool holds)
{
    const struct interval *d = &j->difference;
    double margin = scaled(c, c->margin);

    if (is_ranked(c, j, holds))
        return p_of(c, j, holds) <= 0.05;
    if (c->kind == CLAIM_SAME)
        return holds ? d->low > -margin && d->high < margin : d->low > margin || d->high < -margin;
    return is_above(c, holds) ? d->low > margin : d->high < margin;
}

/* Is there no way to tell, whatever the numbers? */
static bool is_open(const struct claim *c, const struct judgement *j)
{
    bool ranked = c->kind != CLAIM_SAME && !c->a_base && measure_lost_is(&c->of) != 0;

    return j->ambiguous || j->no_ratio || (judgement_lost(j) && !ranked) || j->pairs < 2;
}

/* The seeds that it takes for the least of the differences, or the most, to clear the margin. 0: none are enough, as the
 * steps of an axis, or of the training, reach over it. */
static int seeds_to_clear(const struct claim *c, const struct judgement *j)
{
    double margin = scaled(c, c->margin), at = j->difference.mean;
    double to = c->kind != CLAIM_SAME || at >= 0 ? margin : -margin;
    double *d = differences(j, to > at ? MOST : LEAST);
    struct interval r = stats_mean(j->pairs, d);
    double half = to > at ? r.high - r.mean : r.mean - r.low;
    double gap = to > at ? to - r.mean : r.mean - to;
    int n;

    free(d);
    if (j->stepped && !(gap > 0))
        return 0;
    /* The interval reaches farther to this side than Student's t does: so will those of more seeds. */
    r.sd = fmax(r.sd, half * sqrt(r.n) / stats_t_quantile(0.975, r.n - 1));
    n = stats_seeds_needed(&r, gap);
    return n && n <= r.n ? r.n + 1 : n;
}

static void sum_up(const struct claim *c, struct judgement *j)
{
    double *d = differences(j, POINT), *zero = xcalloc((size_t)j->pairs + 1, sizeof *zero);
    struct interval boot = stats_bootstrap_t(j->pairs, d);

    j->difference = stats_mean(j->pairs, d);
    j->difference.low = end_of(c, j, LEAST);
    j->difference.high = end_of(c, j, MOST);
    if (j->difference.n > 1 && !scatters(c, j, &j->difference))
        j->difference.sd = 0;
    j->student = stats_t_interval(j->pairs, d);
    j->median = stats_median(j->pairs, d);
    j->iqm = stats_iqm(j->pairs, d);
    j->boot_low = boot.low;
    j->boot_high = boot.high;
    if (c->b)
        j->improvement = stats_improvement(j->pairs, d, zero); /* d < 0 */
    free(zero);
    free(d);
}

static struct judgement judge_difference(const struct claim *c, const struct results *r)
{
    const char *const cell[CELLS] = {c->a, c->b, c->a_base, c->b_base};
    struct comparison s = {.claim = c};
    struct judgement j = judgement_unknown();

    if (!measure_is_told(&c->of, r))
        return j;
    for (int i = 0; i < CELLS; i++)
        if ((s.used[i] = cell[i] != NULL))
            s.cell[i] = values_of(c, r, cell[i]);
    j.pair = xcalloc((size_t)s.cell[A].n + 1, sizeof *j.pair);
    for (int i = 0; i < s.cell[A].n; i++)
        add_pair(&s, s.cell[A].v[i].seed, &j);
    for (int i = 0; i < CELLS; i++)
        free(s.cell[i].v);
    sum_up(c, &j);
    if (j.pairs > 0)
        j.verdict = is_open(c, &j)           ? INCONCLUSIVE
                    : is_shown(c, &j, true)  ? SUPPORTED
                    : is_shown(c, &j, false) ? REFUTED
                                             : INCONCLUSIVE;
    if (j.pairs > 0 && !is_open(c, &j))
        set_p(c, &j);
    if (j.verdict == INCONCLUSIVE && !is_open(c, &j) && !judgement_lost(&j))
        j.seeds_needed = judgement_is_even(&j) ? STATS_EVEN_LEAST : seeds_to_clear(c, &j);
    return j;
}

/* ---- other kinds ---- */

static struct judgement judge_refused(const struct claim *c, const struct results *r)
{
    struct judgement j = judgement_unknown();
    const struct record **record;

    j.difference.n = records_in(r, c->a, &record);
    j.printed = j.difference.n;
    for (int i = 0; i < j.printed; i++)
        j.within += record[i]->result.status == TRIAL_REFUSED;
    if (j.printed)
        j.verdict = j.within == j.printed ? SUPPORTED : REFUTED;
    free(record);
    return j;
}

static bool seeds_differ(const struct record *const *record, int count)
{
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            if (record[i]->seed == record[k]->seed)
                return false;
    return true;
}

static struct judgement judge_printed(const struct claim *c, const struct results *r)
{
    struct judgement j = judgement_unknown();
    const struct record **record;
    int count, least;

    if (r->left_out[c->of.metric])
        return j;
    least = count = records_in(r, c->a, &record);
    for (int i = 0; i < count; i++)
        j.lost_a += record[i]->result.status != TRIAL_DONE;
    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        least = s.n < least ? s.n : least;
        j.printed++;
        if (spread_holds(&s, p->value, c->margin)) {
            j.within++;
        } else if (!j.outside.value && s.n > 0) {
            j.outside.value = p;
            j.outside.low = s.low;
            j.outside.high = s.high;
        }
    }
    j.difference.n = least;
    j.ambiguous = !seeds_differ(record, count);
    if (count > 0)
        j.verdict = j.ambiguous || j.lost_a || least < PRINTED_SEEDS ? INCONCLUSIVE
                    : j.within == j.printed                          ? SUPPORTED
                                                                     : REFUTED;
    free(record);
    return j;
}

struct judgement claim_judge(const struct claim *c, const struct results *r)
{
    switch (c->kind) {
    case CLAIM_REFUSED:
        return judge_refused(c, r);
    case CLAIM_PRINTED:
        return judge_printed(c, r);
    default:
        return judge_difference(c, r);
    }
}

void judgement_clear(struct judgement *j)
{
    free(j->pair);
    free(j->because);
    *j = (struct judgement){0};
}
