/* What differs in trials that have the same seed and ended alike, beside their final values. */
#include "judge/compare.h"
#include <math.h>
#include <string.h>

const char *const compare_fact_name[COMPARE_FACTS] = {"steps", "parameters", "messages", "data"};

/* What a file lacks is no difference. */
static bool numbers_differ(double a, double b)
{
    return !isnan(a) && !isnan(b) && a != b;
}

static bool data_differ(const char *a, const char *b)
{
    return *a && *b && strcmp(a, b);
}

static void compare_facts(struct comparison *c, const struct trial_result *a,
                          const struct trial_result *b)
{
    const char *text_a = a->message ? a->message : "", *text_b = b->message ? b->message : "";

    c->fact[COMPARE_STEPS] += numbers_differ(a->steps, b->steps);
    c->fact[COMPARE_PARAMETERS] += numbers_differ(a->parameters, b->parameters);
    c->fact[COMPARE_MESSAGES] += strcmp(text_a, text_b) != 0;
    c->fact[COMPARE_DATA] += data_differ(a->data_sha256, b->data_sha256);
}

static bool same_value(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Do two curves with the same final value differ at a point that both measured, or has one of them no
 * value there? */
static bool curves_differ(const struct trial_result *a, const struct trial_result *b, enum metric m)
{
    int points = a->points < b->points ? a->points : b->points;

    if (a->evals_per_epoch != b->evals_per_epoch ||
        !same_value(trial_final(a, m), trial_final(b, m)))
        return false;
    for (int p = 0; p <= points; p++)
        if (!same_value(a->curve[m][p], b->curve[m][p]))
            return true;
    return false;
}

static void compare_pair(struct comparison *c, const struct trial_result *a,
                         const struct trial_result *b)
{
    compare_facts(c, a, b);
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing && results_have_curve(c->a, m) && results_have_curve(c->b, m))
            c->curve[m] += curves_differ(a, b, (enum metric)m);
}

void compare_trials(struct comparison *c)
{
    for (int k = 0; k < c->cells; k++) {
        const struct compare_cell *cell = &c->cell[k];

        for (int i = 0; i < cell->pairs; i++) {
            const struct trial_result *a = &cell->pair[i].a->result, *b = &cell->pair[i].b->result;

            if (a->status == b->status)
                compare_pair(c, a, b);
        }
    }
}

bool compare_curves_missing(const struct comparison *c, bool in_a)
{
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing && !results_have_curve(in_a ? c->a : c->b, m))
            return true;
    return false;
}
