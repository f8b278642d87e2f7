/* A layer alone, with all the memory that its calls need. */
#include "base/error.h"
#include "base/rng.h"
#include "tools/bench.h"
#include <string.h>

enum block { X, DX, Y, DY, PARAM, DPARAM, STATE, SAVED, SCRATCH, BLOCKS };

void bench_fill(real *v, size_t n, const char *stream)
{
    struct rng r = rng_stream(0, stream);

    for (size_t i = 0; i < n; i++)
        v[i] = (real)rng_normal(&r);
}

static void point(struct bench_layer *b, const size_t at[BLOCKS])
{
    const struct layer *l = &b->layer;
    real *x = arena_at(&b->arena, at[X]), *dy = arena_at(&b->arena, at[DY]);
    real *param = arena_at(&b->arena, at[PARAM]);

    b->io.x[0] = x;
    b->io.dx[0] = arena_at(&b->arena, at[DX]);
    b->io.y = arena_at(&b->arena, at[Y]);
    b->io.dy = dy;
    b->io.param = param;
    b->io.dparam = arena_at(&b->arena, at[DPARAM]);
    b->io.state = arena_at(&b->arena, at[STATE]);
    b->io.saved = arena_at(&b->arena, at[SAVED]);
    b->io.scratch = arena_at(&b->arena, at[SCRATCH]);
    bench_fill(x, (size_t)b->io.n * shape_size(l->in[0]), "x");
    bench_fill(dy, (size_t)b->io.n * shape_size(l->out), "dy");
    for (int i = 0; i < l->params; i++)
        bench_fill(param + l->param[i].offset, l->param[i].count, l->param[i].name);
    layer_init_state(l, b->io.state);
}

int bench_layer_open(struct bench_layer *b, const char *spec, struct shape in, int n)
{
    struct setup setup = {.max_n = n, .min_train_n = n};
    struct layer *l = &b->layer;
    size_t at[BLOCKS], size[BLOCKS];

    memset(b, 0, sizeof *b);
    b->io.n = n;
    b->io.training = true;
    l->inputs = 1;
    l->in[0] = in;
    if (layer_setup(l, spec, "bench", &setup))
        return error("%s: %s", spec, setup.message);
    size[X] = size[DX] = (size_t)n * shape_size(in) * sizeof(real);
    size[Y] = size[DY] = (size_t)n * shape_size(l->out) * sizeof(real);
    size[PARAM] = size[DPARAM] = l->param_reals * sizeof(real);
    size[STATE] = l->state_reals * sizeof(real);
    size[SAVED] = l->saved_bytes;
    size[SCRATCH] = l->scratch_bytes;
    for (int i = 0; i < BLOCKS; i++)
        at[i] = arena_book(&b->arena, size[i]);
    if (arena_commit(&b->arena))
        return -1;
    point(b, at);
    return 0;
}

void bench_layer_forward(void *bench_layer)
{
    struct bench_layer *b = bench_layer;

    b->layer.type->forward(&b->layer, &b->io);
}

void bench_layer_backward(void *bench_layer)
{
    struct bench_layer *b = bench_layer;

    b->layer.type->backward(&b->layer, &b->io);
}

void bench_layer_both(void *bench_layer)
{
    bench_layer_forward(bench_layer);
    bench_layer_backward(bench_layer);
}

void bench_layer_close(struct bench_layer *b)
{
    arena_release(&b->arena);
    layer_clear(&b->layer);
}
