#include "lab/claims.h"
#include "base/arena.h"
#include "base/error.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const verdict_name[] = {"supported", "refuted", "inconclusive", "not run"};

bool record_in_cell(const struct record *r, const struct config *cell)
{
    for (int i = 0; i < cell->count; i++)
        if (strcmp(record_get(r, cell->item[i].key), cell->item[i].value))
            return false;
    return true;
}

/* The first record of the cell with that seed, or NULL. */
static const struct record *find(const struct results *r, const struct config *cell, int64_t seed)
{
    for (int i = 0; i < r->records; i++)
        if (r->record[i].seed == seed && record_in_cell(&r->record[i], cell))
            return &r->record[i];
    return NULL;
}

static struct judgement judge_refused(const struct config *a, const struct results *r)
{
    struct judgement j = {.verdict = NOT_RUN};

    for (int i = 0; i < r->records; i++) {
        if (!record_in_cell(&r->record[i], a))
            continue;
        j.difference.n++;
        if (r->record[i].result.status != TRIAL_REFUSED)
            j.verdict = REFUTED;
        else if (j.verdict == NOT_RUN)
            j.verdict = SUPPORTED;
    }
    return j;
}

static enum verdict decide(const struct claim *c, const struct interval *d)
{
    if (d->n < 2)
        return INCONCLUSIVE;
    if (c->kind == CLAIM_MORE)
        return d->low > c->margin ? SUPPORTED : d->high < c->margin ? REFUTED : INCONCLUSIVE;
    if (d->low > -c->margin && d->high < c->margin)
        return SUPPORTED;
    return d->low > c->margin || d->high < -c->margin ? REFUTED : INCONCLUSIVE;
}

static struct judgement judge_difference(const struct claim *c, const struct config *a,
                                         const struct config *b, const struct results *r)
{
    struct judgement j = {.verdict = NOT_RUN};
    double *d = xcalloc((size_t)r->records, sizeof *d);
    int n = 0, pairs = 0;

    for (int i = 0; i < r->records; i++) {
        const struct record *ra = &r->record[i], *rb = find(r, b, ra->seed);

        if (!rb || find(r, a, ra->seed) != ra)
            continue;
        pairs++;
        if (ra->result.status == TRIAL_DIVERGED || rb->result.status == TRIAL_DIVERGED) {
            j.diverged++;
            continue;
        }
        d[n++] = trial_final(&ra->result, c->metric) - trial_final(&rb->result, c->metric);
    }
    j.difference = stats_mean(n, d);
    if (pairs > 0)
        j.verdict = decide(c, &j.difference);
    free(d);
    return j;
}

struct judgement claim_judge(const struct claim *c, const struct results *r)
{
    struct config a = {0}, b = {0};
    struct judgement j;

    if (config_parse(&a, c->a) || (c->b && config_parse(&b, c->b)))
        BUG("claim %s: its cells do not parse", c->id);
    j = c->kind == CLAIM_REFUSED ? judge_refused(&a, r) : judge_difference(c, &a, &b, r);
    config_clear(&a);
    config_clear(&b);
    return j;
}

static void print_evidence(const struct claim *c, const struct judgement *j)
{
    const char *unit = metric_info[c->metric].unit;

    if (j->verdict == NOT_RUN)
        return;
    if (strcmp(unit, "%") == 0)
        unit = "points"; /* what a difference of percentages is in */
    if (c->kind == CLAIM_REFUSED) {
        printf("    %d of %d trials refused\n", j->verdict == SUPPORTED ? j->difference.n : 0,
               j->difference.n);
        return;
    }
    printf("    %s: %s less %s: %+.2f %s", metric_info[c->metric].name, c->a, c->b,
           j->difference.mean, unit);
    if (j->difference.n > 1)
        printf(", 95 %% interval %+.2f to %+.2f", j->difference.low, j->difference.high);
    printf(", %d paired seed%s", j->difference.n, j->difference.n == 1 ? "" : "s");
    if (j->diverged)
        printf(", %d pairs diverged", j->diverged);
    printf("; margin %g %s\n", c->margin, unit);
}

void claims_print(const struct claim *claims, const struct results *r)
{
    for (const struct claim *c = claims; c && c->id; c++) {
        struct judgement j = claim_judge(c, r);

        printf("  %-12s %s (%s; %s)\n", verdict_name[j.verdict], c->text, c->id, c->source);
        print_evidence(c, &j);
    }
}
