/* The memory of a net, and the first values of its parameters and its state. */
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
    n->shared = arena_at(&n->arena, n->shared_at);
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

/* In the order of INIT_SCHEMES. */
enum { HE_NORMAL, HE_UNIFORM, GLOROT_NORMAL, GLOROT_UNIFORM, LECUN_NORMAL, TORCH };

/* Returns the variance with which a scheme draws a weight or bias. The schemes are those of He et al. 2015, Glorot &
 * Bengio 2010 and LeCun et al. 1998. torch is the uniform distribution on (-1/sqrt(fan_in), 1/sqrt(fan_in)), as in
 * torch.nn.Linear and Conv2d. */
static double scheme_variance(int scheme, const struct param *p)
{
    if (scheme == HE_NORMAL || scheme == HE_UNIFORM)
        return 2.0 / p->fan_in;
    if (scheme == GLOROT_NORMAL || scheme == GLOROT_UNIFORM)
        return 2.0 / (p->fan_in + p->fan_out);
    return 1.0 / (scheme == LECUN_NORMAL ? p->fan_in : 3.0 * p->fan_in);
}

/* Draws the values v of tensor p of a layer, with the scheme's variance times scale^2. */
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
