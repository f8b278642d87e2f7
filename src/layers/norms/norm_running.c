/* Running statistics: what inference goes by, and how training moves them. */
#include "layers/norms/norm_call.h"

/* How many positions have statistics. The number may come from a file, which may hold anything. */
static size_t places_known(const struct norm_call *k)
{
    real trained = k->io->state[k->m->trained];

    if (!(trained > 0))
        return 0;
    return trained < (real)k->places ? (size_t)trained : k->places;
}

struct norm_moments norm_running_of(const struct norm_call *k, size_t place, int group)
{
    const struct norm *m = k->m;
    size_t at = place * (size_t)k->groups + (size_t)group;

    return (struct norm_moments){m->mean >= 0 ? k->io->state[m->mean + (ptrdiff_t)at] : 0,
                                 k->io->state[m->var + (ptrdiff_t)at]};
}

size_t norm_place_known(const struct norm_call *k, size_t place)
{
    size_t known = k->m->trained >= 0 ? places_known(k) : 0;

    return known == 0 || place < known ? place : known - 1;
}

/* What the units of a place say of a group, or of all: an average, weighted by the units' values. */
struct average {
    double values, mean;       /* of all units that have a value */
    double values_of_var, var; /* of those that have two */
};

static void add_unit(struct average *a, const struct norm_call *k, size_t unit, int group)
{
    const struct norm_batch_moments *batch =
        &k->unit_moments[unit * (size_t)k->groups + (size_t)group];
    bool unbiased = k->m->running_var == RUNNING_VAR_UNBIASED && !k->m->uncentered;
    double n = k->unit_counts[unit] * k->per;

    if (n == 0)
        return;
    a->values += n;
    a->mean += (batch->mean - a->mean) * (n / a->values);
    if (n == 1 && !k->m->uncentered) /* one value says nothing of the variance */
        return;
    a->values_of_var += n;
    a->var += (batch->m2 / (unbiased ? n - 1 : n) - a->var) * (n / a->values_of_var);
}

static struct average average_of(const struct norm_call *k, size_t place, int group)
{
    struct average a = {0};

    for (size_t u = place; u < k->units; u += k->places)
        add_unit(&a, k, u, group);
    return a;
}

/* new = (1 - weight) old + weight batch */
static void update_group(const struct norm_call *k, size_t at, const struct average *batch,
                         double weight)
{
    if (k->m->mean >= 0) {
        real *mean = k->io->state + k->m->mean + at;

        *mean = (real)((1 - weight) * *mean + weight * batch->mean);
    }
    if (batch->values_of_var > 0) {
        real *var = k->io->state + k->m->var + at;

        *var = (real)((1 - weight) * *var + weight * batch->var);
    }
}

/* A mask may leave one value, which says nothing of the variance. A cumulative average takes all of a batch or
 * nothing of it, and a position that never had two values counts as not seen. */
static bool counts(const struct norm_call *k, const struct average *batch)
{
    bool whole = k->m->batches >= 0 || k->m->trained >= 0;

    return whole ? batch->values_of_var > 0 : batch->values > 0;
}

static void update_place(const struct norm_call *k, size_t place)
{
    double weight = k->m->momentum;
    struct average first = average_of(k, place, 0); /* all groups have as many values */

    if (!counts(k, &first))
        return;
    if (k->m->batches >= 0) {
        real *batches = k->io->state + k->m->batches + place;

        *batches += 1;
        weight = 1 / (double)*batches;
    }
    for (int g = 0; g < k->groups; g++) {
        struct average batch = average_of(k, place, g);

        update_group(k, place * (size_t)k->groups + (size_t)g, &batch, weight);
    }
    if (k->m->trained >= 0 && place + 1 > places_known(k))
        k->io->state[k->m->trained] = (real)(place + 1);
}

void norm_update_running(const struct norm_call *k)
{
    size_t places = k->m->partition.all_positions ? 1 : k->positions;

    for (size_t place = 0; place < places; place++)
        update_place(k, place);
}
