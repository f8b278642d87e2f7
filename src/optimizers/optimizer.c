#include "optimizers/optimizer.h"
#include "base/system/parallel.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A run of the flat blocks: parameters w, gradient g, state. */
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
    double root = sqrt(1 - pow(p->beta2, t));

    if (p->kind == ADAM) {
        lr /= 1 - pow(p->beta1, t);
        if (p->adam_form == ADAM_KERAS) {
            lr *= root;
            root = 1;
        }
    }
    return (struct update_rule){
        .lr = (real)lr,
        .scale = (real)scale,
        .momentum = (real)p->momentum,
        .nesterov = p->nesterov,
        .beta1 = (real)p->beta1,
        .rest1 = (real)(1 - p->beta1),
        .beta2 = (real)beta2,
        .rest2 = (real)(1 - beta2),
        .root = (real)(1 / root),
        .eps = (real)p->eps,
    };
}

static bool decays(const struct optimizer_options *o, const struct param *p)
{
    return o->weight_decay != 0 && (o->decay_all || p->role == PARAM_WEIGHT);
}

static int by_place(const void *a, const void *b)
{
    const struct update_block *x = a, *y = b;

    return (x->from > y->from) - (x->from < y->from);
}

/* Every parameter, in the order of memory, which is not that of the layers: a fused one has moved. */
static struct update_block *list_params(const struct optimizer *o, int *count)
{
    const struct net *n = o->net;
    struct update_block *all = NULL;

    *count = 0;
    for (int i = 0; i < n->nodes; i++) {
        const struct layer *l = &n->node[i].layer;

        all = xrealloc(all, (size_t)(*count + l->params) * sizeof *all);
        for (int j = 0; j < l->params; j++)
            all[(*count)++] =
                (struct update_block){n->node[i].param_at + l->param[j].offset, l->param[j].count,
                                      decays(&o->options, &l->param[j]), 0};
    }
    qsort(all, (size_t)*count, sizeof *all, by_place);
    return all;
}

static void add_block(struct optimizer *o, size_t from, size_t count, bool decay)
{
    o->block = xrealloc(o->block, (size_t)(o->blocks + 1) * sizeof *o->block);
    o->block[o->blocks++] = (struct update_block){from, count, decay, 0};
}

/* Neighbouring parameters of one kind make one run, the padding between them included: it is 0, its
 * gradient is 0, and so it stays. Runs are cut into blocks. */
static void make_blocks(struct optimizer *o)
{
    int count;
    struct update_block *param = list_params(o, &count);

    for (int i = 0, next; i < count; i = next) {
        size_t from = param[i].from, end;

        for (next = i + 1; next < count && param[next].decay == param[i].decay;)
            next++;
        end = param[next - 1].from + param[next - 1].count;
        for (; end - from > UPDATE_BLOCK; from += UPDATE_BLOCK)
            add_block(o, from, UPDATE_BLOCK, param[i].decay);
        add_block(o, from, end - from, param[i].decay);
    }
    free(param);
}

int optimizer_setup(struct optimizer *o, const struct optimizer_options *options, struct net *net)
{
    size_t offset[2];

    memset(o, 0, sizeof *o);
    o->options = *options;
    o->net = net;
    o->kernels = kernels_choose();
    make_blocks(o);
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
    free(o->block);
    memset(o, 0, sizeof *o);
}

static void square_block(void *context, int i)
{
    const struct optimizer *o = context;
    struct update_block *b = &o->block[i];

    b->squares = o->kernels->square_sum(b->count, o->net->dparam + b->from);
}

static void update_block(void *context, int i)
{
    const struct optimizer *o = context;
    struct update_block *b = &o->block[i];
    struct update_rule rule = o->rule;
    struct update u = {
        .n = b->count,
        .w = o->net->param + b->from,
        .g = o->net->dparam + b->from,
        .slot0 = o->slot[0] + b->from,
        .slot1 = o->slot[1] ? o->slot[1] + b->from : NULL,
    };

    rule.decay = b->decay ? (real)o->options.weight_decay : 0;
    b->squares = kinds[o->options.kind].step(o->kernels, &rule, &u);
}

/* Runs task on every block; the gradient's norm from their sums. */
static double run_blocks(struct optimizer *o, void (*task)(void *context, int i))
{
    double squares = 0;

    parallel_run(o->net->threads, o->blocks, task, o);
    for (int i = 0; i < o->blocks; i++)
        squares += o->block[i].squares;
    return sqrt(squares);
}

double optimizer_step(struct optimizer *o, double lr)
{
    double clip = o->options.clip_norm, norm = clip > 0 ? run_blocks(o, square_block) : 0;
    /* as torch.nn.utils.clip_grad_norm_ */
    double scale = clip > 0 && norm > clip ? clip / (norm + 1e-6) : 1, unscaled;

    o->steps++;
    o->rule = make_rule(o, lr, scale);
    unscaled = run_blocks(o, update_block);
    return clip > 0 ? norm : unscaled;
}
