#include "net/net.h"
#include "base/rng.h"
#include "layers/norms/norm.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int net_commit(struct net *n)
{
    if (arena_commit(&n->arena))
        return -1;
    n->param = arena_at(&n->arena, n->param_at);
    n->dparam = arena_at(&n->arena, n->dparam_at);
    n->state = arena_at(&n->arena, n->state_at);
    n->scratch = arena_at(&n->arena, n->scratch_at);
    return 0;
}

const struct node *net_node(const struct net *n, int i)
{
    return n->node_of[i] < 0 ? NULL : &n->node[n->node_of[i]];
}

void net_release(struct net *n)
{
    arena_release(&n->arena);
    for (int i = 0; i < n->nodes; i++)
        layer_clear(&n->node[i].layer);
    free(n->node);
    free(n->node_of);
    free(n->buffer);
    memset(n, 0, sizeof *n);
}

/* ---- first values ---- */

enum { HE_NORMAL, HE_UNIFORM, GLOROT_NORMAL, GLOROT_UNIFORM, LECUN_NORMAL, TORCH };

/* Returns the variance of a weight or bias in a scheme. The schemes are those of He et al. 2015, Glorot & Bengio 2010
 * and LeCun et al. 1998. torch is the uniform distribution on (-1/sqrt(fan_in), 1/sqrt(fan_in)), as in torch.nn.Linear
 * and Conv2d. */
static double scheme_variance(int scheme, const struct param *p)
{
    if (scheme == HE_NORMAL || scheme == HE_UNIFORM)
        return 2.0 / p->fan_in;
    if (scheme == GLOROT_NORMAL || scheme == GLOROT_UNIFORM)
        return 2.0 / (p->fan_in + p->fan_out);
    return 1.0 / (scheme == LECUN_NORMAL ? p->fan_in : 3.0 * p->fan_in);
}

static void draw(const struct param *p, const char *layer, uint64_t seed, int scheme, double scale,
                 real *v)
{
    char stream[2 * LAYER_NAME];
    double sd = scale * sqrt(scheme_variance(scheme, p));
    bool uniform = scheme == HE_UNIFORM || scheme == GLOROT_UNIFORM || scheme == TORCH;
    struct rng r;

    snprintf(stream, sizeof stream, "init/%s.%s", layer, p->stream ? p->stream : p->name);
    r = rng_stream(seed, stream);
    for (size_t i = 0; i < p->count; i++)
        v[i] = (real)(uniform ? sd * sqrt(3.0) * (2 * rng_uniform(&r) - 1) : sd * rng_normal(&r));
}

void net_init(struct net *n, uint64_t seed, int scheme, double scale)
{
    for (int i = 0; i < n->nodes; i++) {
        const struct layer *l = &n->node[i].layer;

        for (int j = 0; j < l->params; j++) {
            const struct param *p = &l->param[j];
            real *v = n->param + n->node[i].param_at + p->offset;

            if (p->role == PARAM_WEIGHT || (p->role == PARAM_BIAS && scheme == TORCH))
                draw(p, l->name, seed, scheme, scale, v);
            else
                for (size_t e = 0; e < p->count; e++)
                    v[e] = (real)p->initial;
        }
        if (l->type->init_params)
            l->type->init_params(l, n->param + n->node[i].param_at);
        layer_init_state(l, n->state + n->node[i].state_at);
    }
}

/* ---- running ---- */

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

    if (k->layer.in[0].rank ==
        2) { /* layers from sequence to sequence keep the number of positions */
        io.t = n->t;
        io.mask = n->mask;
    }
    for (int i = 0; i < k->layer.inputs; i++) {
        io.x[i] = value_of(n, k->in[i]);
        io.dx[i] = n->buffer[k->in[i]].needs_gradient ? gradient_of(n, k->in[i]) : NULL;
        io.add[i] = k->add[i];
    }
    return io;
}

void net_forward(struct net *n, int samples, bool training, uint64_t step_key)
{
    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        struct io io = node_io(n, k, samples, training, step_key);

        if (k->layer.type->view)
            continue;
        k->layer.type->forward(&k->layer, &io);
        if (n->watch)
            n->watch(n->watch_context, k, &io);
    }
}

void net_backward(struct net *n, int samples, uint64_t step_key)
{
    for (int i = n->nodes - 1; i >= 0; i--) {
        const struct node *k = &n->node[i];
        struct io io = node_io(n, k, samples, true, step_key);

        if (k->layer.type->view || !n->buffer[k->out].needs_gradient)
            continue;
        if (n->watch_backward)
            n->watch_backward(n->watch_context, k, &io);
        k->layer.type->backward(&k->layer, &io);
    }
}
