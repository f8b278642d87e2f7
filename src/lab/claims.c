#include "lab/claims.h"
#include "base/arena.h"
#include "base/error.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const verdict_name[] = {"supported", "refuted", "inconclusive", "not run"};

/* ---- cells ---- */

bool record_in_cell(const struct record *r, const struct config *cell)
{
    for (int i = 0; i < cell->count; i++)
        if (strcmp(record_get(r, cell->item[i].key), cell->item[i].value))
            return false;
    return true;
}

int records_in(const struct results *r, const char *cell, const struct record ***out)
{
    struct config c = {0};
    int n = 0;

    if (config_parse(&c, cell))
        BUG("the cell '%s' does not parse", cell);
    *out = xcalloc((size_t)r->records + 1, sizeof **out);
    for (int i = 0; i < r->records; i++)
        if (record_in_cell(&r->record[i], &c))
            (*out)[n++] = &r->record[i];
    config_clear(&c);
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

struct judgement judgement_unknown(void)
{
    return (struct judgement){.verdict = NOT_RUN,
                              .difference = {0, NAN, NAN, NAN, NAN},
                              .p = NAN,
                              .p_holm = NAN,
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

static double scaled(const struct claim *c, double v)
{
    return !c->ratio ? v : v > 0 ? log(v) : NAN;
}

/* Takes a seed that all cells have into account. */
static void add_pair(const struct comparison *s, int64_t seed, struct judgement *j)
{
    static const int sign[CELLS] = {1, -1, -1, 1};
    struct pair p = {seed, NAN, NAN, s->used[B] ? 0 : -scaled(s->claim, s->claim->value)};
    bool lost[CELLS] = {false};

    for (int i = 0; i < CELLS; i++) {
        const struct measured *m = s->used[i] ? find(&s->cell[i], seed) : NULL;

        if (!s->used[i])
            continue;
        if (!m)
            return;
        j->ambiguous |= m->records > 1;
        if (m->outcome == MEASURE_REFUSED)
            return;
        lost[i] = m->outcome == MEASURE_LOST;
        j->bound_a |= m->at_end && sign[i] > 0;
        j->bound_b |= m->at_end && sign[i] < 0;
        p.a = i == A ? m->value : p.a;
        p.b = i == B ? m->value : p.b;
        p.d += sign[i] * scaled(s->claim, m->value);
    }
    if ((lost[A] && lost[B]) || lost[A_BASE] || lost[B_BASE])
        j->lost_both++;
    else if (lost[A])
        j->lost_a++;
    else if (lost[B])
        j->lost_b++;
    j->pair[j->pairs++] = p;
}

/* Is the difference beyond the margin: by its interval, or, where all pairs were lost, by what that says? */
static bool is_beyond(bool interval, int n, int lost_for, int lost_against)
{
    return lost_against == 0 && (n >= 2 ? interval : n == 0 && lost_for >= 2);
}

static enum verdict decide(const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->difference;
    double margin = scaled(c, c->margin);
    int lost = j->lost_a + j->lost_b, says = measure_lost_is(&c->of);
    int high = says > 0 ? j->lost_a : j->lost_b, low = says > 0 ? j->lost_b : j->lost_a;
    bool above, below;

    if (j->lost_both || (lost && (c->a_base || c->kind == CLAIM_SAME || says == 0)))
        return INCONCLUSIVE;
    if (c->kind == CLAIM_SAME) {
        if (d->n < 2 || j->bound_a || j->bound_b)
            return INCONCLUSIVE;
        if (d->low > -margin && d->high < margin)
            return SUPPORTED;
        return d->low > margin || d->high < -margin ? REFUTED : INCONCLUSIVE;
    }
    above = !j->bound_b && is_beyond(d->low > margin, d->n, high, low);
    below = !j->bound_a && is_beyond(d->high < margin, d->n, low, high);
    if (c->kind == CLAIM_LESS)
        return below ? SUPPORTED : above ? REFUTED : INCONCLUSIVE;
    return above ? SUPPORTED : below ? REFUTED : INCONCLUSIVE;
}

/* Copies the pairs' d to `d`, which has room; returns their number. */
static int differences(const struct judgement *j, double *d)
{
    for (int i = 0; i < j->pairs; i++)
        d[i] = j->pair[i].d;
    return j->pairs;
}

/* The p of either side of what the claim asks. */
static double p_of(const struct claim *c, const struct judgement *j, bool supported)
{
    double *d = xcalloc((size_t)j->pairs + 1, sizeof *d), margin = scaled(c, c->margin), p;
    int n = differences(j, d);

    if (c->kind == CLAIM_SAME)
        p = supported ? stats_p_within(n, d, -margin, margin)
                      : stats_p_outside(n, d, -margin, margin);
    else
        p = (c->kind == CLAIM_MORE) == supported ? stats_p_above(n, d, margin)
                                                 : stats_p_below(n, d, margin);
    free(d);
    return p;
}

/* p, and the seeds that would settle it. Lost pairs are evidence without a number, which no p holds. */
static void add_evidence(const struct claim *c, struct judgement *j)
{
    double *d = xcalloc((size_t)j->pairs + 1, sizeof *d), *base;
    double margin = scaled(c, c->margin);
    int n = differences(j, d);
    struct interval boot;

    j->difference = stats_mean(n, d);
    j->verdict = j->pairs == 0 ? NOT_RUN : j->ambiguous ? INCONCLUSIVE : decide(c, j);
    j->median = stats_median(n, d);
    j->iqm = stats_iqm(n, d);
    boot = stats_bootstrap_t(n, d);
    j->boot_low = boot.low;
    j->boot_high = boot.high;
    base = xcalloc((size_t)n + 1, sizeof *base); /* P(d < 0) */
    if (c->b)
        j->improvement = stats_improvement(n, d, base);
    free(base);
    free(d);
    if (j->difference.n < 2 || j->lost_a + j->lost_b + j->lost_both || j->ambiguous)
        return;
    j->p = fmin(j->verdict == REFUTED ? INFINITY : p_of(c, j, true),
                j->verdict == SUPPORTED ? INFINITY : p_of(c, j, false));
    if (j->verdict == INCONCLUSIVE && !j->bound_a && !j->bound_b)
        j->seeds_needed = stats_seeds_needed(
            &j->difference, c->kind == CLAIM_SAME ? fabs(fabs(j->difference.mean) - margin)
                                                  : fabs(j->difference.mean - margin));
}

static struct judgement judge_difference(const struct claim *c, const struct results *r)
{
    const char *const cell[CELLS] = {c->a, c->b, c->a_base, c->b_base};
    struct comparison s = {.claim = c};
    struct judgement j = judgement_unknown();

    for (int i = 0; i < CELLS; i++)
        if ((s.used[i] = cell[i] != NULL))
            s.cell[i] = values_of(c, r, cell[i]);
    j.pair = xcalloc((size_t)s.cell[A].n + 1, sizeof *j.pair);
    for (int i = 0; i < s.cell[A].n; i++)
        add_pair(&s, s.cell[A].v[i].seed, &j);
    add_evidence(c, &j);
    for (int i = 0; i < CELLS; i++)
        free(s.cell[i].v);
    return j;
}

/* ---- other kinds ---- */

static struct judgement judge_refused(const struct claim *c, const struct results *r)
{
    struct judgement j = judgement_unknown();
    const struct record **record;

    j.difference.n = records_in(r, c->a, &record);
    for (int i = 0; i < j.difference.n; i++)
        if (record[i]->result.status != TRIAL_REFUSED)
            j.verdict = REFUTED;
        else if (j.verdict == NOT_RUN)
            j.verdict = SUPPORTED;
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
    int count = records_in(r, c->a, &record), least = count;

    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        least = s.n < least ? s.n : least;
        j.printed++;
        j.within += spread_holds(&s, p->value, c->margin);
    }
    j.difference.n = least;
    j.ambiguous = !seeds_differ(record, count);
    if (count > 0)
        j.verdict = j.ambiguous || least < PRINTED_SEEDS ? INCONCLUSIVE
                    : j.within == j.printed              ? SUPPORTED
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
    *j = (struct judgement){0};
}
