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

/* The record of the cell with that seed, or NULL; counts them. */
static const struct record *find(const struct results *r, const struct config *cell, int64_t seed,
                                 int *count)
{
    const struct record *found = NULL;

    *count = 0;
    for (int i = 0; i < r->records; i++)
        if (r->record[i].seed == seed && record_in_cell(&r->record[i], cell)) {
            found = &r->record[i];
            ++*count;
        }
    return found;
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

static enum verdict decide_more(const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->difference;
    bool measured = d->n >= 2;

    if (j->diverged_b == 0 && (measured ? d->low > c->margin : d->n == 0 && j->diverged_a >= 2))
        return SUPPORTED;
    if (j->diverged_a == 0 && (measured ? d->high < c->margin : d->n == 0 && j->diverged_b >= 2))
        return REFUTED;
    return INCONCLUSIVE;
}

static enum verdict decide_same(const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->difference;

    if (d->n < 2 || j->diverged_a + j->diverged_b > 0)
        return INCONCLUSIVE;
    if (d->low > -c->margin && d->high < c->margin)
        return SUPPORTED;
    return d->low > c->margin || d->high < -c->margin ? REFUTED : INCONCLUSIVE;
}

/* Takes the pair into account; adds its difference to d[*n] when it has one. */
static void add_pair(struct judgement *j, const struct claim *c, const struct trial_result *a,
                     const struct trial_result *b, double *d, int *n)
{
    if (b->status == TRIAL_DIVERGED)
        j->diverged_b++;
    else if (a->status == TRIAL_DIVERGED)
        j->diverged_a++;
    else
        d[(*n)++] = trial_final(a, c->metric) - trial_final(b, c->metric);
}

static struct judgement judge_difference(const struct claim *c, const struct config *a,
                                         const struct config *b, const struct results *r)
{
    struct judgement j = {.verdict = NOT_RUN};
    double *d = xcalloc((size_t)r->records, sizeof *d);
    int n = 0, pairs = 0;

    for (int i = 0; i < r->records; i++) {
        const struct record *ra = &r->record[i], *rb;
        int as, bs;

        if (find(r, a, ra->seed, &as) != ra || !(rb = find(r, b, ra->seed, &bs)))
            continue;
        j.ambiguous |= as > 1 || bs > 1;
        if (ra->result.status == TRIAL_REFUSED || rb->result.status == TRIAL_REFUSED)
            continue;
        pairs++;
        add_pair(&j, c, &ra->result, &rb->result, d, &n);
    }
    j.difference = stats_mean(n, d);
    if (pairs > 0)
        j.verdict = j.ambiguous             ? INCONCLUSIVE
                    : c->kind == CLAIM_MORE ? decide_more(c, &j)
                                            : decide_same(c, &j);
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

/* What a difference of the metric is in. */
static const char *difference_unit(const struct claim *c)
{
    const char *unit = metric_info[c->metric].unit;

    return strcmp(unit, "%") == 0 ? "points" : unit;
}

static void print_evidence(const struct claim *c, const struct judgement *j)
{
    const struct interval *d = &j->difference;

    if (j->verdict == NOT_RUN)
        return;
    if (c->kind == CLAIM_REFUSED) {
        printf("    %d of %d trials refused\n", j->verdict == SUPPORTED ? d->n : 0, d->n);
        return;
    }
    if (j->ambiguous) {
        printf("    several trials of a seed lie in %s or %s\n", c->a, c->b);
        return;
    }
    printf("    %s: %s less %s: ", metric_info[c->metric].name, c->a, c->b);
    if (d->n > 0)
        printf("%+.2f %s, ", d->mean, difference_unit(c));
    if (d->n > 1)
        printf("95 %% interval %+.2f to %+.2f, ", d->low, d->high);
    printf("%d paired seed%s", d->n, d->n == 1 ? "" : "s");
    if (j->diverged_a + j->diverged_b)
        printf("; diverged: the first in %d pairs, the second in %d", j->diverged_a, j->diverged_b);
    printf("\n");
}

static void print_claim(const struct claim *c)
{
    printf("%s", c->text);
    if (c->kind == CLAIM_MORE && c->margin > 0)
        printf(", by more than %g %s", c->margin, difference_unit(c));
    if (c->kind == CLAIM_SAME)
        printf(", within %g %s", c->margin, difference_unit(c));
    printf(" [%s; %s]\n", c->id, c->source);
}

void claims_print(const struct claim *claims, const struct results *r)
{
    for (const struct claim *c = claims; c && c->id; c++) {
        struct judgement j = claim_judge(c, r);

        printf("  %-12s ", verdict_name[j.verdict]);
        print_claim(c);
        print_evidence(c, &j);
    }
}
