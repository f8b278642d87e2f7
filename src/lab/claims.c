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

/* Takes a seed that all cells have into account; adds its difference to d[*n] when it has one. */
static bool add_pair(const struct comparison *s, int64_t seed, struct judgement *j, double *d,
                     int *n)
{
    static const int sign[CELLS] = {1, -1, -1, 1};
    double sum = s->used[B] ? 0 : -scaled(s->claim, s->claim->value);
    bool lost[CELLS] = {false};

    for (int i = 0; i < CELLS; i++) {
        const struct measured *m = s->used[i] ? find(&s->cell[i], seed) : NULL;

        if (!s->used[i])
            continue;
        if (!m)
            return false;
        j->ambiguous |= m->records > 1;
        if (m->outcome == MEASURE_REFUSED)
            return false;
        lost[i] = m->outcome == MEASURE_LOST;
        j->bound_a |= m->at_end && sign[i] > 0;
        j->bound_b |= m->at_end && sign[i] < 0;
        sum += sign[i] * scaled(s->claim, m->value);
    }
    if ((lost[A] && lost[B]) || lost[A_BASE] || lost[B_BASE])
        j->lost_both++;
    else if (lost[A])
        j->lost_a++;
    else if (lost[B])
        j->lost_b++;
    else
        d[(*n)++] = sum;
    return true;
}

/* Is a difference above the margin, so far as the lost ones tell? `above`: those whose loss says so. */
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

static struct judgement judge_difference(const struct claim *c, const struct results *r)
{
    const char *const cell[CELLS] = {c->a, c->b, c->a_base, c->b_base};
    struct comparison s = {.claim = c};
    struct judgement j = {.verdict = NOT_RUN};
    int n = 0, pairs = 0;
    double *d;

    for (int i = 0; i < CELLS; i++)
        if ((s.used[i] = cell[i] != NULL))
            s.cell[i] = values_of(c, r, cell[i]);
    d = xcalloc((size_t)s.cell[A].n + 1, sizeof *d);
    for (int i = 0; i < s.cell[A].n; i++)
        pairs += add_pair(&s, s.cell[A].v[i].seed, &j, d, &n);
    j.difference = stats_mean(n, d);
    if (pairs > 0)
        j.verdict = j.ambiguous ? INCONCLUSIVE : decide(c, &j);
    for (int i = 0; i < CELLS; i++)
        free(s.cell[i].v);
    free(d);
    return j;
}

/* ---- other kinds ---- */

static struct judgement judge_refused(const struct claim *c, const struct results *r)
{
    struct judgement j = {.verdict = NOT_RUN};
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

/* The point of a trial's curves that lies at an epoch; -1: none does. */
static int point_at(const struct trial_result *r, double epoch)
{
    double point = epoch * r->looks;

    return point == floor(point) && point <= r->points ? (int)point : -1;
}

struct spread {
    int n; /* trials that have a value */
    double low, high, mean;
};

/* Of the metric at an epoch. */
static struct spread spread_at(const struct claim *c, const struct record *const *record, int count,
                               double epoch)
{
    struct spread s = {.low = INFINITY, .high = -INFINITY};

    for (int i = 0; i < count; i++) {
        int point = point_at(&record[i]->result, epoch);
        double v = point < 0 ? NAN : record[i]->result.curve[c->of.metric][point];

        if (isnan(v))
            continue;
        s.n++;
        s.low = fmin(s.low, v);
        s.high = fmax(s.high, v);
        s.mean += (v - s.mean) / s.n;
    }
    return s;
}

static bool is_within(const struct claim *c, const struct printed *p, const struct spread *s)
{
    return p->value >= s->low - c->margin && p->value <= s->high + c->margin;
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
    struct judgement j = {.verdict = NOT_RUN};
    const struct record **record;
    int count = records_in(r, c->a, &record), least = count;

    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c, record, count, p->epoch);

        least = s.n < least ? s.n : least;
        j.printed++;
        j.within += is_within(c, p, &s);
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

/* ---- in words ---- */

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
        text_add(out, ": %s less %g", c->a, c->value);
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
                 measure_has_target(&c->of) ? "not reached" : "diverged", j->lost_a, j->lost_b,
                 j->lost_both);
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
        struct spread s = spread_at(c, record, count, p->epoch);

        fprintf(out, "      %8g %10.4g", p->epoch, p->value);
        if (s.n == 0)
            fprintf(out, " %10s %10s %10s\n", "-", "-", "-");
        else
            fprintf(out, " %10.4g %10.4g %10.4g%s\n", s.mean, s.low, s.high,
                    is_within(c, p, &s) ? "" : "   outside");
    }
    free(record);
}

/* What a claim that was not judged asks for. */
static void add_cells(struct text *out, const struct claim *c)
{
    const char *const cell[CELLS] = {c->a, c->b, c->a_base, c->b_base};
    const char *between = "needs trials of a seed in ";

    for (int i = 0; i < CELLS; i++)
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
