/* Judges claims of the kind CLAIM_PRINTED: the values that a source prints lie within the spread of the seeds. */
#include "base/arena.h"
#include "base/rng.h"
#include "judge/claims.h"
#include <math.h>
#include <stdlib.h>

/* Returns the index of the trial's point at an epoch; -1 when there is none. */
static int point_at(const struct trial_result *r, double epoch)
{
    double point = epoch * r->evals_per_epoch;

    return point == floor(point) && point <= r->points ? (int)point : -1;
}

struct spread spread_at(enum metric metric, const struct record *const *record, int count,
                        double epoch)
{
    struct spread s = {.low = INFINITY, .high = -INFINITY};

    for (int i = 0; i < count; i++) {
        bool done = record[i]->result.status == TRIAL_DONE;
        int point = done ? point_at(&record[i]->result, epoch) : -1;
        double v = point < 0 ? NAN : record[i]->result.curve[metric][point];

        if (isnan(v))
            continue;
        s.n++;
        s.low = fmin(s.low, v);
        s.high = fmax(s.high, v);
        s.mean += (v - s.mean) / s.n;
    }
    return s;
}

bool spread_contains(const struct spread *s, double value, double margin)
{
    return value >= s->low - margin && value <= s->high + margin;
}

static bool has_seed_twice(const struct record *const *record, int count)
{
    for (int i = 0; i < count; i++)
        for (int k = 0; k < i; k++)
            if (record[i]->seed == record[k]->seed)
                return true;
    return false;
}

/* ---- the error rate of verdicts ---- */

enum { SIMULATIONS = 4000 };

/* The values of seeds at the printed epochs. */
struct curves {
    double *value; /* [seeds][epochs] */
    double *mean;  /* [epochs] over the seeds */
    int seeds, epochs;
};

/* Sets *curves to the values of those trials in record[count] that have a value at each printed epoch. curves_clear()
 * frees. */
static void curves_init(struct curves *curves, const struct claim *c,
                        const struct record *const *record, int count)
{
    *curves = (struct curves){0};
    while (c->printed[curves->epochs].epoch > 0)
        curves->epochs++;
    curves->value = xcalloc((size_t)count * (size_t)curves->epochs + 1, sizeof *curves->value);
    curves->mean = xcalloc((size_t)curves->epochs + 1, sizeof *curves->mean);
    for (int i = 0; i < count; i++) {
        bool whole = record[i]->result.status == TRIAL_DONE;

        for (int k = 0; k < curves->epochs && whole; k++) {
            struct spread s = spread_at(c->of.metric, &record[i], 1, c->printed[k].epoch);

            curves->value[curves->seeds * curves->epochs + k] = s.mean;
            whole = s.n == 1;
        }
        curves->seeds += whole;
    }
    for (int i = 0; i < curves->seeds; i++)
        for (int k = 0; k < curves->epochs; k++)
            curves->mean[k] += curves->value[i * curves->epochs + k] / curves->seeds;
}

static void curves_clear(struct curves *curves)
{
    free(curves->value);
    free(curves->mean);
}

/* Draws the values of one more seed, out[epochs]: normal, with the means of the seeds and the seeds' sample covariance
 * between epochs. The sum of the seeds' deviations from the mean, weighted by normal numbers / sqrt(seeds - 1), has this
 * covariance. */
static void draw_curve(const struct curves *from, struct rng *rng, double *out)
{
    for (int k = 0; k < from->epochs; k++)
        out[k] = from->mean[k];
    for (int i = 0; i < from->seeds; i++) {
        double weight = rng_normal(rng) / sqrt(from->seeds - 1);

        for (int k = 0; k < from->epochs; k++)
            out[k] += weight * (from->value[i * from->epochs + k] - from->mean[k]);
    }
}

/* Draws a printed curve, and as many seeds as `from` has. Returns true when the printed curve lies within the spread of
 * these seeds, widened by the margin, at all epochs. spread and curve: room for [epochs] spreads, and for two curves. */
static bool lies_within(const struct curves *from, double margin, struct rng *rng,
                        struct spread *spread, double *curve)
{
    double *printed = curve + from->epochs;
    bool within = true;

    draw_curve(from, rng, printed);
    for (int k = 0; k < from->epochs; k++)
        spread[k] = (struct spread){.low = INFINITY, .high = -INFINITY};
    for (int i = 0; i < from->seeds; i++) {
        draw_curve(from, rng, curve);
        for (int k = 0; k < from->epochs; k++) {
            spread[k].low = fmin(spread[k].low, curve[k]);
            spread[k].high = fmax(spread[k].high, curve[k]);
        }
    }
    for (int k = 0; k < from->epochs; k++)
        within = within && spread_contains(&spread[k], printed[k], margin);
    return within;
}

/* Returns judgement.error_rate: the probability that the claim is refuted although the source's training is like ours. */
static double error_rate(const struct claim *c, const struct record *const *record, int count)
{
    struct rng rng = rng_stream(0, "printed values");
    struct curves from;
    struct spread *spread;
    double *curve;
    int outside = 0;

    curves_init(&from, c, record, count);
    spread = xcalloc((size_t)from.epochs + 1, sizeof *spread);
    curve = xcalloc(2 * (size_t)from.epochs + 1, sizeof *curve);
    for (int i = 0; i < SIMULATIONS && from.seeds > 1; i++)
        outside += !lies_within(&from, c->margin, &rng, spread, curve);
    free(spread);
    free(curve);
    curves_clear(&from);
    return from.seeds > 1 ? (double)outside / SIMULATIONS : NAN;
}

struct judgement claim_judge_printed(const struct claim *c, const struct results *r)
{
    struct judgement j = judgement_none();
    const struct record **record;
    int count, least;

    if (r->left_out[c->of.metric])
        return j;
    least = count = records_in(r, c->a, &record);
    for (int i = 0; i < count; i++)
        j.paired.unsuccessful_a += record[i]->result.status != TRIAL_DONE;
    for (const struct printed *p = c->printed; p->epoch > 0; p++) {
        struct spread s = spread_at(c->of.metric, record, count, p->epoch);

        least = s.n < least ? s.n : least;
        j.checked++;
        if (spread_contains(&s, p->value, c->margin)) {
            j.within++;
        } else if (!j.outside.value && s.n > 0) {
            j.outside.value = p;
            j.outside.low = s.low;
            j.outside.high = s.high;
        }
    }
    j.paired.difference.n = least;
    j.paired.ambiguous = has_seed_twice(record, count);
    if (count > 0 && (j.paired.ambiguous || least < PRINTED_SEEDS || j.paired.unsuccessful_a))
        j.verdict = OPEN;
    else if (count > 0)
        j.verdict = j.within == j.checked ? SUPPORTED : REFUTED;
    j.error_rate = error_rate(c, record, count);
    free(record);
    return j;
}
