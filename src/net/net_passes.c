/* The passes of a net: on whole batches, and by data-parallel workers. */
#include "base/error.h"
#include "base/rng.h"
#include "layers/norms/norm.h"
#include "net/net.h"
#include <string.h>

static real *value_of(const struct net *n, int buffer)
{
    return arena_at(&n->arena, n->buffers_at + n->buffer[buffer].y_at);
}

static real *gradient_of(const struct net *n, int buffer)
{
    return arena_at(&n->arena, n->buffers_at + n->buffer[buffer].dy_at);
}

real *net_input(const struct net *n)
{
    return value_of(n, 0);
}

const real *net_output(const struct net *n)
{
    return value_of(n, n->last);
}

real *net_output_gradient(const struct net *n)
{
    return gradient_of(n, n->last);
}

/* Returns the arguments of a call of node k on the whole batch, or on the samples of this process. */
static struct io node_io(const struct net *n, const struct node *k, int samples, bool training,
                         uint64_t step_key)
{
    struct io io = {
        .n = samples,
        .training = training,
        .y = value_of(n, k->out),
        .dy = gradient_of(n, k->out),
        .param = n->param + k->param_at,
        .dparam = n->dparam + k->param_at,
        .state = n->state + k->state_at,
        .saved = arena_at(&n->arena, k->saved_at),
        .scratch = n->scratch,
        .threads = n->threads,
        .random_key = rng_key(step_key, k->layer.name, 0),
        .norm_stats = n->norm_stats,
        .own_weight = n->own_weight,
        .averages = n->averages ? n->averages + k->state_at : NULL,
    };

    /* layers on sequences keep the number of positions, so t and mask of the net hold for each of them */
    if (k->layer.in[0].rank == 2) {
        io.t = n->t;
        io.mask = n->mask;
        if (n->buffer[k->in[0]].kinds > 0)
            io.kind = value_of(n, n->buffer[k->in[0]].kinds_at);
    }
    for (int i = 0; i < k->layer.inputs; i++) {
        io.x[i] = value_of(n, k->in[i]);
        io.dx[i] = n->buffer[k->in[i]].needs_gradient ? gradient_of(n, k->in[i]) : NULL;
        io.add[i] = k->add[i];
    }
    return io;
}

/* ---- data-parallel workers ---- */

struct workers net_workers_of(int workers, int batch)
{
    return workers > 1 ? (struct workers){workers, (batch + workers - 1) / workers}
                       : (struct workers){0, 0};
}

/* Returns the number in the batch of a worker's first sample; `samples`, the size of the batch, when it has none. */
static int first_of(const struct net *n, int worker, int samples)
{
    long first = (long)worker * n->workers.share;

    return first < samples ? (int)first : samples;
}

/* Returns the company that carries out the workers of the next passes. */
static struct company *company_of(struct net *n)
{
    return n->company ? n->company : &n->alone;
}

int net_first_sample(struct net *n, int samples)
{
    return n->workers.count ? first_of(n, company_of(n)->first, samples) : 0;
}

int net_own_samples(struct net *n, int samples)
{
    const struct company *c = company_of(n);

    return n->workers.count
               ? first_of(n, c->first + c->own, samples) - first_of(n, c->first, samples)
               : samples;
}

struct sample_range net_worker_samples(struct net *n, int worker, int samples)
{
    int first = first_of(n, worker, samples);

    return (struct sample_range){first - net_first_sample(n, samples),
                                 first_of(n, worker + 1, samples) - first};
}

/* Returns the number of values that one sample has in a buffer of this shape, in calls with this io. */
static size_t sample_size(struct shape shape, const struct io *io)
{
    return shape.rank == 2 && io->t ? (size_t)io->t * (size_t)shape.c : shape_size(shape);
}

/* Returns the gradients of all parameters on the samples of one worker, [param_reals]. */
static real *dparam_of(const struct net *n, int worker)
{
    return (real *)arena_at(&n->arena, n->worker_dparam_at) + (size_t)worker * n->param_reals;
}

/* Sets *own to the arguments of the call of node k on a worker's samples. io: those of a call on the samples of all
 * workers of this process. Returns false when the worker has no samples. */
static bool worker_io(struct net *n, const struct node *k, const struct io *io, int worker,
                      int samples, struct io *own)
{
    struct sample_range part = net_worker_samples(n, worker, samples);
    size_t first = (size_t)part.first, out = first * sample_size(k->layer.out, io);
    int number = worker - company_of(n)->first;

    *own = *io;
    own->n = part.count;
    own->worker = worker;
    own->first_sample = (size_t)first_of(n, worker, samples);
    own->dparam = dparam_of(n, worker) + k->param_at;
    own->saved = arena_at(&n->arena, k->saved_at + (size_t)number * k->layer.saved_bytes);
    own->y += out;
    own->dy += out;
    for (int i = 0; i < k->layer.inputs; i++) {
        size_t in = first * sample_size(k->layer.in[i], io);

        own->x[i] += in;
        if (own->dx[i])
            own->dx[i] += in;
    }
    if (own->mask)
        own->mask += first * layer_positions(&k->layer, io);
    if (own->kind)
        own->kind += first * layer_positions(&k->layer, io);
    return part.count > 0;
}

/* Runs a round of a pass (enum round) of node k for each worker of this process. */
static void run_round(struct net *n, const struct node *k, const struct io *io, int samples,
                      bool backward, enum round round)
{
    const struct company *c = company_of(n);

    for (int w = c->first; w < c->first + c->own; w++) {
        struct io own;

        if (round == ROUND_FIRST)
            memset((char *)io->shared + (size_t)w * k->layer.shared_bytes, 0,
                   k->layer.shared_bytes);
        if (!worker_io(n, k, io, w, samples, &own))
            continue;
        own.round = round;
        (backward ? k->layer.type->backward : k->layer.type->forward)(&k->layer, &own);
    }
}

/* Runs a pass of node k for each worker of this process, with as many rounds as the layer needs. */
static void run_workers(struct net *n, const struct node *k, struct io *io, int samples,
                        bool backward)
{
    const struct layer *l = &k->layer;
    /* running statistics do not depend on the batch */
    bool shares = l->shared_bytes > 0 && n->norm_stats != NORM_STATS_RUNNING;
    struct io all;

    io->workers = n->workers.count;
    io->shared = n->shared;
    all = *io;
    all.n = samples;
    if (!shares || (backward && !l->two_rounds)) {
        run_round(n, k, io, samples, backward, shares ? ROUND_FIRST : ROUND_ONLY);
        return;
    }
    run_round(n, k, io, samples, backward, ROUND_FIRST);
    company_gather(company_of(n), n->shared, l->shared_bytes);
    if (l->two_rounds) {
        l->type->sharing->fold(l, &all, backward);
        run_round(n, k, io, samples, backward, ROUND_SECOND);
    }
    if (!backward)
        l->type->sharing->learn(l, &all);
}

/* Sets dparam to the sums of the gradients of all workers that have samples, added in the order of the workers. */
static void fold_gradients(struct net *n, int samples)
{
    enum { BLOCK = 1024 };
    int workers = (samples + n->workers.share - 1) / n->workers.share;

    company_gather(company_of(n), dparam_of(n, 0), n->param_reals * sizeof(real));
    for (size_t first = 0; first < n->param_reals; first += BLOCK) {
        size_t count = n->param_reals - first < BLOCK ? n->param_reals - first : BLOCK;
        double sum[BLOCK] = {0};

        for (int w = 0; w < workers; w++) {
            const real *own = dparam_of(n, w) + first;

            for (size_t i = 0; i < count; i++)
                sum[i] += (double)own[i];
        }
        for (size_t i = 0; i < count; i++)
            n->dparam[first + i] = (real)sum[i];
    }
}

/* ---- passes ---- */

/* True when the net has workers and they can hold a batch of `samples` samples. */
static bool by_workers_of(const struct net *n, int samples)
{
    return n->workers.count && samples <= n->workers.count * n->workers.share;
}

void net_forward(struct net *n, int samples, bool training, uint64_t step_key)
{
    bool by_workers = training && by_workers_of(n, samples);

    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        struct io io =
            node_io(n, k, by_workers ? net_own_samples(n, samples) : samples, training, step_key);

        if (k->layer.type->view)
            continue;
        if (by_workers)
            run_workers(n, k, &io, samples, false);
        else
            k->layer.type->forward(&k->layer, &io);
        if (n->watch)
            n->watch(n->watch_context, k, &io);
    }
}

/* Runs the backward pass of a dense layer together with that of the norm before it. The gradient of the norm's output is
 * not computed, so its memory is used as scratch. */
static void backward_both(struct net *n, const struct node *dense, struct io *io, uint64_t step_key)
{
    const struct node *norm = &n->node[dense->data_norm];
    struct io norm_io = node_io(n, norm, io->n, true, step_key);

    norm_backward_with_dense(&norm->layer, &norm_io, &dense->layer, io, io->dx[0]);
}

void net_backward(struct net *n, int samples, uint64_t step_key)
{
    bool by_workers = by_workers_of(n, samples), joins = !by_workers && !n->watch_backward;

    for (int i = n->nodes - 1; i >= 0; i--) {
        const struct node *k = &n->node[i];
        struct io io =
            node_io(n, k, by_workers ? net_own_samples(n, samples) : samples, true, step_key);

        if (k->layer.type->view || !n->buffer[k->out].needs_gradient || (joins && k->joined))
            continue;
        if (n->watch_backward)
            n->watch_backward(n->watch_context, k, &io);
        if (joins && k->data_norm >= 0)
            backward_both(n, k, &io, step_key);
        else if (by_workers)
            run_workers(n, k, &io, samples, true);
        else
            k->layer.type->backward(&k->layer, &io);
    }
    if (by_workers)
        fold_gradients(n, samples);
}
