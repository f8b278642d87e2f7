#include "train/optimizer.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One segment of the flat blocks: parameters w, gradient g, state. */
struct update {
    size_t n;
    real *w, *g, *slot0, *slot1;
};

static double step_sgd(const struct kernels *k, const struct update_rule *u, const struct update *s)
{
    return k->sgd(s->n, u, s->g, s->slot0, s->w);
}

static double step_adam(const struct kernels *k, const struct update_rule *u,
                        const struct update *s)
{
    return k->adam(s->n, u, s->g, s->slot0, s->slot1, s->w);
}

static double step_rmsprop(const struct kernels *k, const struct update_rule *u,
                           const struct update *s)
{
    return k->rmsprop(s->n, u, s->g, s->slot0, s->w);
}

static const struct {
    int slots;
    double (*step)(const struct kernels *, const struct update_rule *, const struct update *);
} kinds[] = {
    [SGD] = {1, step_sgd},
    [ADAM] = {2, step_adam},
    [RMSPROP] = {1, step_rmsprop},
};

static struct update_rule make_rule(const struct optimizer *o, double lr, double scale)
{
    const struct optimizer_options *p = &o->options;
    double beta2 = p->kind == RMSPROP ? p->rho : p->beta2, t = (double)o->steps;

    return (struct update_rule){
        .lr = (real)(p->kind == ADAM ? lr / (1 - pow(p->beta1, t)) : lr),
        .scale = (real)scale,
        .momentum = (real)p->momentum,
        .nesterov = p->nesterov,
        .beta1 = (real)p->beta1,
        .rest1 = (real)(1 - p->beta1),
        .beta2 = (real)beta2,
        .rest2 = (real)(1 - beta2),
        .root = (real)(1 / sqrt(1 - pow(p->beta2, t))),
        .eps = (real)p->eps,
    };
}

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
    o->kernels = kernels_choose();
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

double optimizer_step(struct optimizer *o, double lr)
{
    const struct net *n = o->net;
    double norm = 0, squares = 0, scale = 1;
    struct update_rule rule;

    if (o->options.clip_norm > 0) {
        norm = sqrt(o->kernels->square_sum(n->param_reals, n->dparam));
        if (norm > o->options.clip_norm)
            scale = o->options.clip_norm / (norm + 1e-6); /* as torch.nn.utils.clip_grad_norm_ */
    }
    o->steps++;
    rule = make_rule(o, lr, scale);
    for (int i = 0; i < o->segments; i++) {
        const struct segment *s = &o->segment[i];
        struct update u = {
            .n = s->count,
            .w = n->param + s->from,
            .g = n->dparam + s->from,
            .slot0 = o->slot[0] + s->from,
            .slot1 = o->slot[1] ? o->slot[1] + s->from : NULL,
        };

        rule.decay = s->decay ? (real)o->options.weight_decay : 0;
        squares += kinds[o->options.kind].step(o->kernels, &rule, &u);
    }
    return o->options.clip_norm > 0 ? norm : sqrt(squares);
}
