/* Running statistics: inference reads them and training updates them. Averages of statistics over several batches. */
#include "layers/norms/engine/norm_internal.h"
#include <math.h>
#include <string.h>

size_t norm_positions_trained(real steps_trained, size_t positions)
{
    if (!(steps_trained > 0))
        return 0;
    return steps_trained < (real)positions ? (size_t)steps_trained : positions;
}

/* Returns the number of positions from 0 on that have running statistics, when each position has its own; else 0. */
static size_t known_positions(const struct norm_call *k)
{
    return k->m->trained < 0
               ? 0
               : norm_positions_trained(k->io->state[k->m->trained], k->stat_positions);
}

struct norm_moments norm_running_at(const struct norm_call *k, size_t position, int group)
{
    const struct norm *m = k->m;
    size_t at = position * (size_t)k->groups + (size_t)group;

    return (struct norm_moments){m->mean >= 0 ? k->io->state[m->mean + (ptrdiff_t)at] : 0,
                                 k->io->state[m->var + (ptrdiff_t)at]};
}

size_t norm_known_position(const struct norm_call *k, size_t position)
{
    size_t known = known_positions(k);

    return known == 0 || position < known ? position : known - 1;
}

/* What a batch adds to the running statistics of one position: averages over the slabs at this position, weighted by
 * their numbers of values. With running=first, they are those of the first slab alone. */
struct average {
    double values;        /* number of values of a group in all slabs so far */
    double values_of_var; /* the same, without slabs of one value, which have no variance */
    double *mean, *var;   /* [groups] */
};

/* Adds the statistics of a slab to the averages. */
static void add_slab(struct average *a, const struct norm_call *k, size_t slab)
{
    const struct norm_batch_moments *batch = &k->slab_moments[slab * (size_t)k->groups];
    bool unbiased = k->m->running_var == RUNNING_VAR_UNBIASED && !k->m->uncentered &&
                    k->m->scale == NORM_SCALE_VAR && !k->m->average_sd;
    double n = k->slab_counts[slab] * k->group_channels, share, count = unbiased ? n - 1 : n;

    if (n == 0)
        return;
    a->values += n;
    share = n / a->values;
    for (int g = 0; g < k->groups; g++)
        a->mean[g] += (batch[g].mean - a->mean[g]) * share;
    if (n == 1 && !k->m->uncentered) /* one value has no variance */
        return;
    a->values_of_var += n;
    share = n / a->values_of_var;
    for (int g = 0; g < k->groups; g++)
        a->var[g] += (batch[g].m2 / count - a->var[g]) * share;
}

/* Returns the batch's averages at a position. */
static struct average average_at(const struct norm_call *k, size_t position)
{
    double *memory = io_scratch(k->io, k->m->batch_averages);
    struct average a = {.mean = memory, .var = memory + k->groups};
    size_t slabs = k->m->running_of == RUNNING_OF_FIRST ? k->stat_positions : k->slabs;

    memset(a.mean, 0, (size_t)k->groups * sizeof *a.mean);
    memset(a.var, 0, (size_t)k->groups * sizeof *a.var);
    for (size_t u = position; u < slabs; u += k->stat_positions)
        add_slab(&a, k, u);
    return a;
}

/* Returns the variance whose standard deviation sqrt(var + eps) is the average of those of two variances. */
static double average_of_sd(double eps, double old, double batch, double weight)
{
    double sd = (1 - weight) * sqrt(old + eps) + weight * sqrt(batch + eps);

    return fmax(0, sd * sd - eps);
}

/* Updates the running mean and variance of group g, which are at index `at` of their tensors:
 * new = (1 - weight) * old + weight * batch. With average_sd this holds for the standard deviations. */
static void update_group(const struct norm_call *k, size_t at, const struct average *batch, int g,
                         double weight)
{
    if (k->m->mean >= 0) {
        real *mean = k->io->state + k->m->mean + at;

        *mean = (real)((1 - weight) * *mean + weight * batch->mean[g]);
    }
    if (batch->values_of_var > 0) {
        real *var = k->io->state + k->m->var + at;

        *var = (real)(k->m->average_sd ? average_of_sd(k->m->eps, *var, batch->var[g], weight)
                                       : (1 - weight) * *var + weight * batch->var[g]);
    }
}

/* True when the batch updates running statistics: when a value of a group counts. A mask may leave a group with one
 * value, which has no variance; then only the mean is updated. But a cumulative average, or a position with its own
 * statistics, needs mean and variance from the same batches; for these, the batch must also have a variance. */
static bool counts(const struct norm_call *k, const struct average *batch)
{
    bool both = k->m->batches >= 0 || k->m->trained >= 0;

    return both ? batch->values_of_var > 0 : batch->values > 0;
}

static void update_position(const struct norm_call *k, size_t position)
{
    double weight = k->m->momentum;
    struct average batch = average_at(k, position);

    if (!counts(k, &batch))
        return;
    if (k->m->batches >= 0) {
        real *batches = k->io->state + k->m->batches + position;

        *batches += 1;
        weight = 1 / (double)*batches;
    }
    for (int g = 0; g < k->groups; g++)
        update_group(k, position * (size_t)k->groups + (size_t)g, &batch, g, weight);
    if (k->m->trained >= 0 && position + 1 > known_positions(k))
        k->io->state[k->m->trained] = (real)(position + 1);
}

void norm_update_running(const struct norm_call *k)
{
    size_t stat_positions = k->m->partition.all_positions ? 1 : k->positions;

    for (size_t position = 0; position < stat_positions; position++)
        update_position(k, position);
}

/* ---- averages over batches ---- */

void norm_average_trained(struct norm_average *trained, size_t position, size_t known)
{
    double next = (double)(position < known ? known : position + 1);

    if (!(trained->weight > 0) || trained->value < next)
        *trained = (struct norm_average){.weight = 1, .value = next};
}

/* Adds a slab's statistics to io->averages. Groups of one value are left out, as they have no variance. */
static void add_slab_averages(const struct norm_call *k, size_t slab)
{
    size_t position = slab % k->stat_positions;
    double n = k->slab_counts[slab] * k->group_channels;

    if (n == 0 || (n == 1 && !k->m->uncentered))
        return;
    for (int g = 0; g < k->groups; g++) {
        const struct norm_batch_moments *batch =
            &k->slab_moments[slab * (size_t)k->groups + (size_t)g];
        ptrdiff_t at = (ptrdiff_t)(position * (size_t)k->groups) + g;
        struct norm_average *var = k->io->averages + k->m->var + at;
        double before = var->mean, share;

        var->weight += n;
        share = n / var->weight;
        var->value += (batch->m2 / n - var->value) * share;
        var->mean += (batch->mean - before) * share;
        if (k->m->scale == NORM_SCALE_VAR)
            var->mean_m2 += n * (batch->mean - before) * (batch->mean - var->mean);
        if (k->m->mean >= 0) {
            k->io->averages[k->m->mean + at].weight = var->weight;
            k->io->averages[k->m->mean + at].value = var->mean;
        }
    }
    if (k->m->trained >= 0)
        norm_average_trained(k->io->averages + k->m->trained, position, known_positions(k));
}

void norm_add_averages(const struct norm_call *k)
{
    for (size_t u = 0; u < k->slabs; u++)
        add_slab_averages(k, u);
}

void norm_averages_write(const struct norm_average *averages, size_t n, bool total, real *state)
{
    for (size_t i = 0; i < n; i++) {
        const struct norm_average *a = &averages[i];

        if (a->weight > 0)
            state[i] = (real)(a->value + (total ? a->mean_m2 / a->weight : 0));
    }
}
