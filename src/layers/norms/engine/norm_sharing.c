/* Norms over the batch with data-parallel workers (struct sharing in layer.h): what a worker's block contains.
 *
 * With sync=0, a block has the counts of the worker's slabs, then the moments of their groups. The running statistics are
 * updated from them. With sync=1, a block has a count and two numbers of each channel, for each position with its own
 * statistics. In forward the two numbers are the mean and M2, in backward the sums of dy and of dy * (x - center). */
#include "base/arena.h"
#include "layers/norms/engine/norm_internal.h"
#include <string.h>

static size_t groups_of(const struct layer *l)
{
    return (size_t)(l->in[0].c / norm_of(l)->partition.channels);
}

int norm_check_workers(const struct layer *l, struct setup *s, struct norm_partition *p)
{
    const struct norm *m = norm_of(l);
    bool by_chunks = p->samples > 1, over_batch = p->over_batch || p->samples != 1;

    if (m->sync && p->samples != NORM_ALL_SAMPLES)
        return layer_error(
            s,
            "sync=1 takes the statistics of the whole batch, and ghost=%d those of some "
            "samples; take one of them",
            p->samples);
    if (m->sync && m->scale != NORM_SCALE_VAR)
        return layer_error(
            s, "sync=1 shares variances, and this norm has another scale; take scale=var");
    if (s->workers == 0 || !over_batch || m->sync)
        return 0;
    if (by_chunks && s->share % p->samples)
        return layer_error(s,
                           "ghost=%d does not divide the %d sample%s that each of %d workers has",
                           p->samples, s->share, plural(s->share), s->workers);
    if (p->samples == NORM_ALL_SAMPLES) {
        p->samples = s->share;
        p->over_batch = true;
    }
    return 0;
}

void norm_book_sharing(struct layer *l, struct norm *m, const struct setup *s)
{
    size_t c = (size_t)l->in[0].c, positions = norm_stat_positions(m, l->in[0]), slabs;

    if (s->workers == 0 || !m->running)
        return;
    l->two_rounds = m->sync;
    m->worker_slabs = m->sync ? positions : positions * (size_t)(s->share / m->partition.samples);
    slabs = m->sync ? positions : m->worker_slabs * (size_t)s->workers;
    l->shared_bytes =
        arena_round(m->sync ? positions * (1 + 2 * c) * sizeof(double)
                            : m->worker_slabs * (sizeof(double) +
                                                 groups_of(l) * sizeof(struct norm_batch_moments)));
    m->all_moments =
        layer_book_scratch(l, slabs * groups_of(l) * sizeof(struct norm_batch_moments));
    m->all_counts = layer_book_scratch(l, slabs * sizeof(double));
}

/* ---- a worker's block ---- */

static char *block_of(const struct layer *l, const struct io *io, int worker)
{
    return (char *)io->shared + (size_t)worker * l->shared_bytes;
}

double *norm_shared_counts(const struct norm_call *k, int worker)
{
    return (double *)(void *)block_of(k->layer, k->io, worker);
}

struct norm_batch_moments *norm_shared_moments(const struct norm_call *k, int worker)
{
    return (struct norm_batch_moments *)(void *)(norm_shared_counts(k, worker) +
                                                 k->m->worker_slabs);
}

/* The numbers of one position in a block, with sync=1. */
struct shared {
    double *count, *first, *second; /* first, second: [c] */
};

static struct shared shared_at(const struct layer *l, const struct io *io, int worker,
                               size_t position)
{
    size_t c = (size_t)l->in[0].c;
    double *d = (double *)(void *)block_of(l, io, worker) + position * (1 + 2 * c);

    return (struct shared){d, d + 1, d + 1 + c};
}

void norm_share(const struct norm_call *k, const struct norm_slab *u, double count,
                const double *first, const double *second)
{
    struct shared to = shared_at(k->layer, k->io, k->io->worker, u->position);

    *to.count = count;
    memcpy(to.first, first, (size_t)k->c * sizeof *first);
    memcpy(to.second, second, (size_t)k->c * sizeof *second);
}

double norm_take(const struct norm_call *k, const struct norm_slab *u, double *first,
                 double *second)
{
    struct shared all = shared_at(k->layer, k->io, k->io->workers, u->position);

    memcpy(first, all.first, (size_t)k->c * sizeof *first);
    memcpy(second, all.second, (size_t)k->c * sizeof *second);
    return *all.count;
}

/* ---- all workers together ---- */

static void fold(const struct layer *l, const struct io *io, bool backward)
{
    int c = l->in[0].c;
    size_t positions = norm_stat_positions(norm_of(l), l->in[0]);

    memset(block_of(l, io, io->workers), 0, l->shared_bytes);
    for (size_t p = 0; p < positions; p++) {
        struct shared all = shared_at(l, io, io->workers, p);
        struct column_moments sum = {0, all.first, all.second};

        for (int w = 0; w < io->workers; w++) {
            struct shared own = shared_at(l, io, w, p);
            const struct column_moments part = {*own.count, own.first, own.second};

            if (!backward) {
                columns_merge(c, &sum, &part);
                continue;
            }
            sum.count += part.count;
            for (int j = 0; j < c; j++) {
                sum.mean[j] += part.mean[j];
                sum.m2[j] += part.m2[j];
            }
        }
        *all.count = sum.count;
    }
}

/* Collects the statistics of the batch from the blocks, into k->slab_moments and k->slab_counts. */
static void collect(struct norm_call *k)
{
    size_t groups = (size_t)k->groups, slabs = k->m->worker_slabs;

    if (!k->layer->two_rounds) {
        for (int w = 0; w < k->io->workers; w++) {
            memcpy(k->slab_counts + (size_t)w * slabs, norm_shared_counts(k, w),
                   slabs * sizeof *k->slab_counts);
            memcpy(k->slab_moments + (size_t)w * slabs * groups, norm_shared_moments(k, w),
                   slabs * groups * sizeof *k->slab_moments);
        }
        k->slabs = slabs * (size_t)k->io->workers;
        return;
    }
    for (size_t p = 0; p < slabs; p++) {
        struct shared all = shared_at(k->layer, k->io, k->io->workers, p);

        k->slab_counts[p] = *all.count;
        for (int g = 0; g < k->groups; g++)
            k->slab_moments[p * groups + (size_t)g] =
                norm_join_channels(k, all.first + g * k->group_channels,
                                   all.second + g * k->group_channels, *all.count);
    }
    k->slabs = slabs;
}

static void learn(const struct layer *l, struct io *io)
{
    struct norm_call k;

    norm_call_init(&k, l, io);
    if (!k.slab_moments)
        return;
    k.slab_moments = io_scratch(io, k.m->all_moments);
    k.slab_counts = io_scratch(io, k.m->all_counts);
    collect(&k);
    if (io->norm_stats == NORM_STATS_USUAL)
        norm_update_running(&k);
    else
        norm_add_averages(&k);
}

const struct sharing norm_sharing = {fold, learn};
