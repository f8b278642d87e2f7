#include "train/optimizer.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One segment of parameters w and gradient g, both of n. The gradient is scaled, decayed, used and
 * cleared in one pass. */
struct update {
    size_t n;
    real *w, *g, *slot0, *slot1;
    real scale, decay;
};

static void step_sgd(const struct optimizer *o, const struct update *u, double lr)
{
    real momentum = (real)o->options.momentum, rate = (real)lr;

    if (o->options.momentum == 0) {
        for (size_t i = 0; i < u->n; i++) {
            u->w[i] -= rate * (u->g[i] * u->scale + u->decay * u->w[i]);
            u->g[i] = 0;
        }
        return;
    }
    for (size_t i = 0; i < u->n; i++) {
        real g = u->g[i] * u->scale + u->decay * u->w[i];
        real v = momentum * u->slot0[i] + g;

        u->slot0[i] = v;
        u->w[i] -= rate * (o->options.nesterov ? g + momentum * v : v);
        u->g[i] = 0;
    }
}

static void step_adam(const struct optimizer *o, const struct update *u, double lr)
{
    const struct optimizer_options *p = &o->options;
    real b1 = (real)p->beta1, b2 = (real)p->beta2, c1 = (real)(1 - p->beta1),
         c2 = (real)(1 - p->beta2);
    real rate = (real)(lr / (1 - pow(p->beta1, (double)o->steps)));
    real root = (real)(1 / sqrt(1 - pow(p->beta2, (double)o->steps))), eps = (real)p->eps;

    for (size_t i = 0; i < u->n; i++) {
        real g = u->g[i] * u->scale + u->decay * u->w[i];
        real m = b1 * u->slot0[i] + c1 * g;
        real v = b2 * u->slot1[i] + c2 * g * g;

        u->slot0[i] = m;
        u->slot1[i] = v;
        u->w[i] -= rate * m / ((real)sqrt(v) * root + eps);
        u->g[i] = 0;
    }
}

static void step_rmsprop(const struct optimizer *o, const struct update *u, double lr)
{
    const struct optimizer_options *p = &o->options;
    real rho = (real)p->rho, rest = (real)(1 - p->rho), rate = (real)lr, eps = (real)p->eps;

    for (size_t i = 0; i < u->n; i++) {
        real g = u->g[i] * u->scale + u->decay * u->w[i];
        real v = rho * u->slot0[i] + rest * g * g;

        u->slot0[i] = v;
        u->w[i] -= rate * g / ((real)sqrt(v) + eps);
        u->g[i] = 0;
    }
}

static const struct {
    int slots;
    void (*step)(const struct optimizer *, const struct update *, double lr);
} kinds[] = {
    [SGD] = {1, step_sgd},
    [ADAM] = {2, step_adam},
    [RMSPROP] = {1, step_rmsprop},
};

static bool decays(const struct optimizer_options *o, const struct param *p)
{
    return o->weight_decay != 0 && (o->decay_all || p->role == PARAM_WEIGHT);
}

/* Neighbouring parameters of one kind make one segment, the padding between them included: it is 0,
 * its gradient is 0, and so it stays. */
static void add_segment(struct optimizer *o, size_t from, size_t count, bool decay)
{
    struct segment *last = o->segments ? &o->segment[o->segments - 1] : NULL;

    if (last && last->decay == decay) {
        last->count = from + count - last->from;
        return;
    }
    o->segment = xrealloc(o->segment, (size_t)(o->segments + 1) * sizeof *o->segment);
    o->segment[o->segments++] = (struct segment){from, count, decay};
}

int optimizer_setup(struct optimizer *o, const struct optimizer_options *options, struct net *net)
{
    size_t offset[2];

    memset(o, 0, sizeof *o);
    o->options = *options;
    o->net = net;
    for (int i = 0; i < net->nodes; i++)
        for (int j = 0; j < net->node[i].layer.params; j++) {
            const struct param *p = &net->node[i].layer.param[j];

            add_segment(o, net->node[i].param_at + p->offset, p->count, decays(options, p));
        }
    for (int i = 0; i < kinds[options->kind].slots; i++)
        offset[i] = arena_book(&o->arena, net->param_reals * sizeof(real));
    if (arena_commit(&o->arena)) {
        optimizer_release(o);
        return -1;
    }
    for (int i = 0; i < kinds[options->kind].slots; i++)
        o->slot[i] = arena_at(&o->arena, offset[i]);
    return 0;
}

void optimizer_release(struct optimizer *o)
{
    arena_release(&o->arena);
    free(o->segment);
    memset(o, 0, sizeof *o);
}

/* Summed in fixed blocks, each in real over as many lanes as a cache line holds (the blocks of
 * parameters are padded to lines), the lanes in double. */
static double gradient_norm(const struct net *n)
{
    enum { LANES = ARENA_ALIGN / sizeof(real), BLOCK = 64 * LANES };
    double total = 0;

    for (size_t i = 0; i < n->param_reals; i += BLOCK) {
        size_t end = i + BLOCK < n->param_reals ? i + BLOCK : n->param_reals;
        real lane[LANES] = {0};

        for (size_t j = i; j < end; j += LANES)
            for (size_t k = 0; k < LANES; k++)
                lane[k] += n->dparam[j + k] * n->dparam[j + k];
        for (size_t k = 0; k < LANES; k++)
            total += lane[k];
    }
    return sqrt(total);
}

double optimizer_step(struct optimizer *o, double lr)
{
    double norm = gradient_norm(o->net), scale = 1;

    if (o->options.clip_norm > 0 && norm > o->options.clip_norm)
        scale = o->options.clip_norm / (norm + 1e-6); /* as torch.nn.utils.clip_grad_norm_ */
    o->steps++;
    for (int i = 0; i < o->segments; i++) {
        const struct segment *s = &o->segment[i];
        struct update u = {
            .n = s->count,
            .w = o->net->param + s->from,
            .g = o->net->dparam + s->from,
            .slot0 = o->slot[0] ? o->slot[0] + s->from : NULL,
            .slot1 = o->slot[1] ? o->slot[1] + s->from : NULL,
            .scale = (real)scale,
            .decay = s->decay ? (real)o->options.weight_decay : 0,
        };

        kinds[o->options.kind].step(o, &u, lr);
    }
    return norm;
}
