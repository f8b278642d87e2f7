#include "base/list.h"
#include "kernels/subnormals.h"
#include "optimizers/optimizer.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define OPTIMIZER(name) extern const struct optimizer_type optimizer_##name;
#include "optimizers/optimizers.def"
#undef OPTIMIZER

const struct optimizer_type *const optimizer_types[OPTIMIZERS] = {
#define OPTIMIZER(name) &optimizer_##name,
#include "optimizers/optimizers.def"
#undef OPTIMIZER
};

/* ---- set-up ---- */

/* True when weight decay changes this tensor. */
static bool decays(const struct optimizer_options *o, const struct param_run *run)
{
    return o->weight_decay != 0 && (o->decay_all || run->decays);
}

/* Joins neighbouring tensors with the same decay, and the gaps between them, then cuts them into blocks. */
static void make_blocks(struct optimizer *o, const struct parameters *p)
{
    for (int i = 0, next; i < p->runs; i = next) {
        bool decay = decays(&o->options, &p->run[i]);
        size_t end;

        for (next = i + 1; next < p->runs && decays(&o->options, &p->run[next]) == decay;)
            next++;
        end = p->run[next - 1].from + p->run[next - 1].count;
        for (size_t from = p->run[i].from, n; from < end; from += n) {
            n = end - from < UPDATE_BLOCK ? end - from : UPDATE_BLOCK;
            array_add(o->block, o->blocks) = (struct update_block){from, n, decay, 0};
        }
    }
}

int optimizer_setup(struct optimizer *o, const struct optimizer_options *options,
                    const struct parameters *p)
{
    size_t offset[OPTIMIZER_SLOTS];

    *o = (struct optimizer){
        .options = *options,
        .type = optimizer_types[options->kind],
        .weight = p->weight,
        .gradient = p->gradient,
        .threads = p->threads,
        .kernels = kernels_choose(),
    };
    make_blocks(o, p);
    for (int i = 0; i < o->type->slots; i++)
        offset[i] = arena_book(&o->arena, p->reals * sizeof(real));
    if (arena_commit(&o->arena)) {
        optimizer_release(o);
        return -1;
    }
    for (int i = 0; i < o->type->slots; i++)
        o->slot[i] = arena_at(&o->arena, offset[i]);
    return 0;
}

void optimizer_release(struct optimizer *o)
{
    arena_release(&o->arena);
    free(o->block);
    memset(o, 0, sizeof *o);
}

/* ---- a step ---- */

/* A task of run_blocks(): sums the squares of a block's gradient. */
static void square_block(void *context, int i)
{
    const struct optimizer *o = context;
    struct update_block *b = &o->block[i];

    b->squares = o->kernels->square_sum(b->count, o->gradient + b->from);
}

/* A task of run_blocks(): updates the parameters of a block. */
static void update_block(void *context, int i)
{
    const struct optimizer *o = context;
    struct update_block *b = &o->block[i];
    struct update_rule rule = o->rule;
    struct update u = {
        .count = b->count,
        .gradient = o->gradient + b->from,
        .weight = o->weight + b->from,
    };
    bool flushes = o->options.eps * REAL_EPSILON >= sqrt(REAL_MIN);
    unsigned before = flushes ? subnormals_flush() : 0;

    for (int s = 0; s < o->type->slots; s++)
        u.slot[s] = o->slot[s] + b->from;
    rule.decay = b->decay ? (real)o->options.weight_decay : 0;
    b->squares = o->type->update(o->kernels, &rule, &u);
    if (flushes)
        subnormals_restore(before);
}

/* Runs a task for every block; the task must set the block's `squares`. Returns the square root of their sum: the L2
 * norm of the whole gradient. */
static double run_blocks(struct optimizer *o, void (*task)(void *context, int i))
{
    double squares = 0;

    parallel_run(o->threads, o->blocks, task, o);
    for (int i = 0; i < o->blocks; i++)
        squares += o->block[i].squares;
    return sqrt(squares);
}

double optimizer_step(struct optimizer *o, double lr)
{
    const struct optimizer_options *p = &o->options;
    double clip = p->clip_norm, norm = clip > 0 ? run_blocks(o, square_block) : 0;
    /* the same formula as in torch.nn.utils.clip_grad_norm_ */
    double scale = clip > 0 && norm > clip ? clip / (norm + 1e-6) : 1, unscaled;

    o->steps++;
    o->rule = (struct update_rule){.lr = (real)lr, .scale = (real)scale, .eps = (real)p->eps};
    o->type->prepare(&p->own[p->kind], o->steps, lr, &o->rule);
    unscaled = run_blocks(o, update_block);
    return clip > 0 ? norm : unscaled;
}
