/* The forward pass of all norms but the custom ones: the statistics of a norm are those of the groups of its partition. */
#include "base/system/parallel.h"
#include "layers/norms/engine/norm_internal.h"
#include <math.h>
#include <string.h>

/* Computes the moments of the `rows` rows that start at x, and merges these moments into p->total. */
static void add_moments(const struct norm_call *k, struct norm_task *p, size_t rows, const real *x)
{
    bool first = p->total.count == 0;
    struct column_moments *to = first ? &p->total : &p->block;

    if (rows == 0)
        return;
    k->statistics->columns_moments(rows, k->c, x, to->mean, to->m2);
    to->count = (double)rows;
    if (!first)
        columns_merge(k->c, &p->total, &p->block);
}

/* As measure(), for slabs in which not all rows count, or whose rows are not neighbours. p->total.count must be 0 before
 * the call. Copies the rows that count to an array without gaps, so that padding between them does not change the
 * rounding of sums. */
static void measure_packed(const struct norm_call *k, struct norm_task *p,
                           const struct norm_slab *u)
{
    size_t c = (size_t)k->c, packed = 0;

    memset(p->total.mean, 0, c * sizeof *p->total.mean);
    memset(p->total.m2, 0, c * sizeof *p->total.m2);
    for (size_t i = 0, r = u->first; i < u->rows; i++, r += u->stride) {
        if (k->mask && !k->mask[r])
            continue;
        memcpy(p->packed + packed * c, k->io->x[0] + r * c, c * sizeof(real));
        if (++packed == k->moment_rows) {
            add_moments(k, p, packed, p->packed);
            packed = 0;
        }
    }
    add_moments(k, p, packed, p->packed);
}

/* Sets p->total to the moments of a slab, taken over the rows that count. */
static void measure(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    size_t step = k->moment_rows;

    p->total.count = 0;
    if (k->mask || u->stride > 1) {
        measure_packed(k, p, u);
        return;
    }
    for (size_t r = 0; r < u->rows; r += step)
        add_moments(k, p, u->rows - r < step ? u->rows - r : step,
                    k->io->x[0] + (u->first + r) * (size_t)k->c);
}

static void copy_moments(const struct norm_call *k, struct column_moments *to,
                         const struct column_moments *from)
{
    to->count = from->count;
    memcpy(to->mean, from->mean, (size_t)k->c * sizeof *to->mean);
    memcpy(to->m2, from->m2, (size_t)k->c * sizeof *to->m2);
}

/* As measure(), but measures each part of the slab (norm_slab_parts()) by itself, and merges the moments of the parts in
 * order. So the moments of a chunk of samples have the same bits whether the chunk is a part of a batch or the whole
 * batch. */
static void measure_slab(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    struct column_moments all = {0, p->exact_scale, p->exact_shift};
    int parts = norm_slab_parts(k, u);

    for (int i = 0; i < parts; i++) {
        struct norm_slab part = norm_slab_part(k, u, i, parts);

        measure(k, p, &part);
        if (i == 0 && parts > 1)
            copy_moments(k, &all, &p->total);
        else if (i > 0)
            columns_merge(k->c, &all, &p->total);
    }
    if (parts > 1)
        copy_moments(k, &p->total, &all);
}

/* For norms with another deviation than the standard deviation (enum norm_scale): measures and saves the deviation of
 * each group of a slab, part by part as measure_slab() does. p->total must have the moments of the slab. */
static void measure_slab_deviations(const struct norm_call *k, struct norm_task *p,
                                    const struct norm_slab *u)
{
    struct column_moments all = {0, p->exact_scale, p->exact_shift};
    int parts = norm_slab_parts(k, u);

    norm_set_means(k, p);
    for (int i = 0; i < parts; i++) {
        struct norm_slab part = norm_slab_part(k, u, i, parts);

        norm_measure_deviations(k, p, p, &part);
        if (i == 0 && parts > 1)
            copy_moments(k, &all, &p->block);
        else if (i > 0)
            norm_merge_deviations(k, &all, &p->block);
    }
    if (parts > 1)
        copy_moments(k, &p->block, &all);
    norm_save_deviations(k, p, u, p->total.count);
}

/* Saves the statistics of group g, for use in both passes. empty: no value of the group counts. */
static void save_group(const struct norm_call *k, size_t g, double mean, double var, bool empty)
{
    double learned = k->eps_l ? fabs((double)k->eps_l[g % (size_t)k->groups]) : 0,
           rstd = 1 / sqrt(var + k->m->eps + learned);

    k->center[g] = (real)mean;
    k->mean_low[g] = (real)(mean - k->center[g]);
    k->rstd[g] = empty || isinf((real)rstd) ? 0 : (real)rstd;
}

/* Saves the adjustment of a group (norm.h), the factor and the offset that batchrenorm, for example, applies to its
 * standardized values; the norm's function `adjust` computes them. When no value of the group counts, the factor is 1
 * and the offset 0. */
static void save_adjustment(const struct norm_call *k, const struct norm_slab *u, int group,
                            struct norm_moments batch, double count)
{
    size_t at = u->first_group + (size_t)group;
    struct norm_adjustment a = {1, 0};

    if (count > 0)
        a = k->m->adjust(k->layer, k->io, k->m, batch, norm_running_at(k, u->position, group));
    k->factor[at] = (real)a.factor;
    k->offset[at] = (real)a.offset;
}

/* Computes the statistics of all groups of a slab from t, the moments of its channels, and saves them. With another
 * deviation than the standard deviation, takes it from k->deviation instead of t. */
static void save_groups(const struct norm_call *k, const struct norm_slab *u,
                        const struct column_moments *t)
{
    bool by_channels = norm_by_channels(k);

    if (by_channels)
        norm_save_channels(k, u, t);
    for (int g = 0; !by_channels && g < k->groups; g++) {
        size_t at = u->first_group + (size_t)g;
        struct norm_batch_moments all = norm_join_channels(k, t->mean + g * k->group_channels,
                                                           t->m2 + g * k->group_channels, t->count);
        double n = t->count * k->group_channels, var;

        if (k->deviation)
            all.m2 = n * k->deviation[at].size * k->deviation[at].size;
        var = n > 0 ? all.m2 / n : 0;
        save_group(k, at, all.mean, var, t->count == 0);
        if (k->slab_moments)
            k->slab_moments[at] = all;
        if (k->factor)
            save_adjustment(k, u, g, (struct norm_moments){all.mean, var}, t->count);
    }
    if (k->slab_counts)
        k->slab_counts[u->number] = t->count;
}

/* Saves the running statistics as the statistics of a slab, for inference. */
static void save_running(const struct norm_call *k, const struct norm_slab *u)
{
    size_t position = norm_known_position(k, u->position);

    for (int g = 0; g < k->groups; g++) {
        struct norm_moments running = norm_running_at(k, position, g);

        save_group(k, u->first_group + (size_t)g, running.mean, running.var, false);
    }
}

/* Mixes the running statistics of a group with the own statistics of one sample, whose `count` values have the moments
 * `own`. The own statistics get the weight w = io->own_weight, or w = 0 when count is 0; the running statistics get the
 * weight 1 - w. The result is the mean and the variance of a mixture of both distributions:
 *   var = (1 - w) var_running + w var_own + w (1 - w) (mean_own - mean_running)^2. */
static struct norm_moments mix_own(const struct norm_call *k, struct norm_moments running,
                                   struct norm_batch_moments own, double count)
{
    double w = count > 0 ? k->io->own_weight : 0, difference = own.mean - running.mean;

    if (w == 0)
        return running;
    return (struct norm_moments){(1 - w) * running.mean + w * own.mean,
                                 (1 - w) * running.var + w * own.m2 / count +
                                     w * (1 - w) * difference * difference};
}

/* For inference with a mixture of running statistics and own statistics of each sample (NORM_STATS_OWN), where a slab is
 * one sample: computes center, scale and shift of each channel from mix_own(). t: the moments of the sample's channels.
 * Saves nothing, because no backward pass follows. */
static void own_coefficients(const struct norm_call *k, struct norm_task *p,
                             const struct norm_slab *u, const struct column_moments *t)
{
    size_t position = norm_known_position(k, u->position);

    for (int g = 0, c = 0; g < k->groups; g++) {
        struct norm_batch_moments own = norm_join_channels(k, t->mean + g * k->group_channels,
                                                           t->m2 + g * k->group_channels, t->count);
        struct norm_moments v =
            mix_own(k, norm_running_at(k, position, g), own, t->count * k->group_channels);
        real center = (real)v.mean, rstd = (real)(1 / sqrt(v.var + k->m->eps));

        for (int i = 0; i < k->group_channels; i++, c++) {
            double a = isinf(rstd) ? 0 : (k->gamma ? k->gamma[c] : 1) * (double)rstd;

            p->center[c] = center;
            p->exact_scale[c] = a;
            p->exact_shift[c] = (k->beta ? k->beta[c] : 0.0) - (v.mean - center) * a;
        }
    }
    norm_round_coefficients(k, p, false);
}

/* Computes center, scale and shift for the channels of a slab from its saved statistics. */
static void forward_coefficients(const struct norm_call *k, struct norm_task *p,
                                 const struct norm_slab *u)
{
    if (norm_by_channels(k))
        norm_forward_channels(k, p, u);
    else
        norm_forward_groups(k, p, u);
    norm_round_coefficients(k, p, false);
}

static void epilogue_forward(const struct norm_call *k, size_t row, size_t rows)
{
    const struct epilogue *e = &k->layer->epilogue;
    size_t at = row * (size_t)k->c, n = rows * (size_t)k->c;
    real *y = k->io->y + at;

    if (e->add)
        k->kernels->sum(n, y, k->io->x[1] + at, y);
    if (e->activation)
        e->activation->forward(k->kernels, n, y, y);
}

/* As the kernel columns_apply(), but in double, for coefficients that would lose digits as real. */
static void apply_exactly(const struct norm_call *k, const struct norm_task *p, size_t row,
                          size_t rows)
{
    size_t c = (size_t)k->c;

    for (size_t i = row * c; i < (row + rows) * c; i++)
        k->io->y[i] = (real)(((double)k->io->x[0][i] - p->center[i % c]) * p->exact_scale[i % c] +
                             p->exact_shift[i % c]);
}

/* Writes y = (x - center) scale + shift of a slab, with the coefficients in p, and applies the epilogue. Goes
 * backwards through the rows, u->block_rows at a time: where measure() has just read the slab, its last rows are still
 * in cache. */
static void apply(const struct norm_call *k, const struct norm_task *p, const struct norm_slab *u)
{
    size_t step = u->block_rows, c = (size_t)k->c;

    for (size_t left = u->rows, n; left > 0; left -= n) {
        size_t row;

        n = left % step ? left % step : step;
        row = u->first + (left - n) * u->stride;
        if (p->exact)
            apply_exactly(k, p, row, n);
        else
            k->kernels->columns_apply(n, k->c, k->io->x[0] + row * c, p->center, p->scale, p->shift,
                                      k->io->y + row * c, k->stream && !k->has_epilogue);
        epilogue_forward(k, row, n);
    }
}

static void measure_task(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task p = norm_task_at(k, number);
    struct norm_slab rows = norm_task_rows(k, number);

    measure(k, &p, &rows);
}

static void measure_task_deviations(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task own = norm_task_at(k, number);
    struct norm_slab rows = norm_task_rows(k, number);

    norm_measure_deviations(k, k->shared, &own, &rows);
}

/* As measure_slab_deviations(), but for a slab that is the whole batch: each task measures its rows, and then the
 * results of the tasks are merged in order. */
static void measure_one_slab_deviations(struct norm_call *k, struct norm_task *p,
                                        const struct norm_slab *u)
{
    norm_set_means(k, p);
    k->shared = p;
    parallel_run(k->io->threads, k->tasks, measure_task_deviations, k);
    for (int i = 1; i < k->tasks; i++) {
        struct norm_task other = norm_task_at(k, i);

        norm_merge_deviations(k, &p->block, &other.block);
    }
    norm_save_deviations(k, p, u, p->total.count);
}

static void apply_task(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_slab rows = norm_task_rows(k, number);

    apply(k, k->shared, &rows);
}

/* Sets p->total to the moments of a slab that is the whole batch. Each task measures its rows; then the moments of the
 * tasks are merged in order. p must be task 0: the moments of its rows are in p->total, and those of the other tasks are
 * merged into it. */
static void measure_one_slab(struct norm_call *k, struct norm_task *p)
{
    parallel_run(k->io->threads, k->tasks, measure_task, k);
    for (int i = 0; i < k->tasks; i++) {
        struct norm_task task = norm_task_at(k, i);
        struct norm_slab rows = norm_task_rows(k, i);

        task.total.count = norm_count_rows(k, &rows);
        if (i == 0)
            p->total.count = task.total.count;
        else
            columns_merge(k->c, &p->total, &task.total);
    }
}

/* Exchanges the moments of a slab between workers that share their statistics. In the first round, writes the moments of
 * this worker, p->total, to the worker's block, and returns true: nothing more is to be done for the slab in this round.
 * In the second round, sets p->total to the moments of all workers together, and returns false. Without rounds, returns
 * false. */
static bool exchange_moments(const struct norm_call *k, struct norm_task *p,
                             const struct norm_slab *u)
{
    if (k->round == ROUND_FIRST)
        norm_share(k, u, p->total.count, p->total.mean, p->total.m2);
    if (k->round == ROUND_SECOND)
        p->total.count = norm_take(k, u, p->total.mean, p->total.m2);
    return k->round == ROUND_FIRST;
}

static void forward_one_slab(struct norm_call *k)
{
    struct norm_task p = norm_task_at(k, 0);
    struct norm_slab u = norm_slab_at(k, 0);

    if (k->from_running) {
        save_running(k, &u);
    } else {
        if (k->round != ROUND_SECOND)
            measure_one_slab(k, &p);
        if (exchange_moments(k, &p, &u))
            return;
        if (k->deviation)
            measure_one_slab_deviations(k, &p, &u);
        save_groups(k, &u, &p.total);
    }
    forward_coefficients(k, &p, &u);
    k->shared = &p;
    parallel_run(k->io->threads, k->tasks, apply_task, k);
}

/* Saves the statistics of a slab. p->total: its moments, from measure_slab() or, in the second round, from
 * exchange_moments(). */
static void save_slab(const struct norm_call *k, struct norm_task *p, const struct norm_slab *u)
{
    if (k->deviation)
        measure_slab_deviations(k, p, u);
    save_groups(k, u, &p->total);
}

static void forward_slabs(void *context, int number)
{
    const struct norm_call *k = context;
    struct norm_task p = norm_task_at(k, number);
    size_t count, first = norm_task_items(k, number, &count);

    for (size_t i = first; i < first + count; i++) {
        struct norm_slab u = norm_slab_at(k, i);

        if (k->own)
            measure(k, &p, &u);
        else if (!k->from_running && k->round != ROUND_SECOND)
            measure_slab(k, &p, &u);
        if (exchange_moments(k, &p, &u))
            continue;
        if (k->own) {
            own_coefficients(k, &p, &u, &p.total);
        } else {
            if (k->from_running)
                save_running(k, &u);
            else
                save_slab(k, &p, &u);
            forward_coefficients(k, &p, &u);
        }
        apply(k, &p, &u);
    }
}

/* In the rows that the mask marks as padding, sets y to beta (0 without beta) and rstd to 0. Here each row has groups
 * of its own, so no value counts in the groups of such a row. */
static void clear_masked(const struct norm_call *k, size_t row, size_t rows)
{
    for (size_t r = row; k->mask && r < row + rows; r++) {
        real *y = k->io->y + r * (size_t)k->c;

        if (k->mask[r])
            continue;
        for (int c = 0; c < k->c; c++)
            y[c] = k->beta ? k->beta[c] : 0;
        for (int g = 0; g < k->groups; g++)
            k->rstd[r * (size_t)k->groups + (size_t)g] = 0;
    }
}

static void forward_rows(void *context, int number)
{
    const struct norm_call *k = context;
    size_t count, first = norm_task_items(k, number, &count), step = k->pass_rows;

    for (size_t r = first; r < first + count; r += step) {
        size_t n = first + count - r < step ? first + count - r : step, at = r * (size_t)k->c,
               g = r * (size_t)k->groups;

        k->statistics->rows_forward(n * (size_t)k->groups, k->group_channels, k->groups,
                                    !k->m->uncentered, k->io->x[0] + at, k->gamma, k->beta,
                                    k->m->eps, k->io->y + at, k->center + g, k->mean_low + g,
                                    k->rstd + g);
        clear_masked(k, r, n);
        epilogue_forward(k, r, n);
    }
}

void norm_forward(const struct layer *l, struct io *io)
{
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (k.m->by_rows)
        parallel_run(io->threads, k.tasks, forward_rows, &k);
    else if (k.one_slab)
        forward_one_slab(&k);
    else
        parallel_run(io->threads, k.tasks, forward_slabs, &k);
    if (io->round != ROUND_ONLY) /* norm_sharing.c updates the running statistics, from all workers */
        return;
    if (k.slab_moments && io->norm_stats == NORM_STATS_USUAL)
        norm_update_running(&k);
    else if (k.slab_moments)
        norm_add_averages(&k);
}
