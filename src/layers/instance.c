#include "layers/instance.h"
#include "base/rng.h"
#include <math.h>
#include <string.h>

int instance_set_up(struct instance *i, const char *spec, const struct shape *in,
                    const struct setup *s)
{
    struct layer *l = &i->layer;

    memset(i, 0, sizeof *i);
    i->setup = *s;
    l->inputs = layer_inputs_of(spec);
    for (int k = 0; k < l->inputs; k++)
        l->in[k] = in[k];
    return layer_setup(l, spec, "layer", &i->setup);
}

/* A block of memory that an instance needs. */
struct block {
    void *pointer; /* address of the pointer, of any type, that is set to the block */
    size_t size_bytes;
};

enum { ARRAYS = 2 * LAYER_INPUTS + 2, BLOCKS = ARRAYS + 5 };
_Static_assert(LAYER_INPUTS == 2, "list_blocks() has two inputs");

/* Lists the blocks. Those of x, dx, y and dy come first, because instance_allocate() may leave them out. */
static void list_blocks(struct instance *i, struct block block[BLOCKS])
{
    const struct layer *l = &i->layer;
    size_t n = (size_t)i->setup.max_n * sizeof(real), in = n * shape_size(l->in[0]),
           in2 = l->inputs > 1 ? n * shape_size(l->in[1]) : 0, out = n * shape_size(l->out),
           param = l->param_reals * sizeof(real);
    const struct block all[BLOCKS] = {{&i->x[0], in},
                                      {&i->dx[0], in},
                                      {&i->x[1], in2},
                                      {&i->dx[1], in2},
                                      {&i->y, out},
                                      {&i->dy, out},
                                      {&i->param, param},
                                      {&i->dparam, param},
                                      {&i->state, l->state_reals * sizeof(real)},
                                      {&i->saved, l->saved_bytes},
                                      {&i->scratch, l->scratch_bytes}};

    memcpy(block, all, sizeof all);
}

int instance_allocate(struct instance *i, bool arrays)
{
    struct block block[BLOCKS];
    size_t offset[BLOCKS];
    int first = arrays ? 0 : ARRAYS;

    i->in_count = (size_t)i->setup.max_n * shape_size(i->layer.in[0]);
    i->out_count = (size_t)i->setup.max_n * shape_size(i->layer.out);
    list_blocks(i, block);
    for (int k = first; k < BLOCKS; k++)
        offset[k] = arena_book(&i->arena, block[k].size_bytes + INSTANCE_GAP);
    if (arena_try(&i->arena))
        return layer_error(&i->setup, "no memory for %.1f MiB: take a smaller layer or batch",
                           (double)i->arena.size_bytes / 0x1p20);
    for (int k = first; k < BLOCKS; k++) {
        void *at = arena_at(&i->arena, offset[k]);

        memcpy(block[k].pointer, &at, sizeof at);
    }
    i->io = (struct io){.n = i->setup.max_n,
                        .y = i->y,
                        .dy = i->dy,
                        .param = i->param,
                        .dparam = i->dparam,
                        .state = i->state,
                        .saved = i->saved,
                        .scratch = i->scratch};
    for (int k = 0; k < i->layer.inputs; k++) {
        i->io.x[k] = i->x[k];
        i->io.dx[k] = i->dx[k];
    }
    return 0;
}

int instance_open(struct instance *i, const char *spec, const struct shape *in,
                  const struct setup *s)
{
    int r = instance_set_up(i, spec, in, s);

    return r ? r : instance_allocate(i, true);
}

void instance_close(struct instance *i)
{
    arena_release(&i->arena);
    layer_clear(&i->layer);
}

static void draw(real *v, size_t n, double sd, uint64_t seed, const char *stream)
{
    struct rng r = rng_stream(seed, stream);

    for (size_t i = 0; i < n; i++)
        v[i] = (real)(sd * rng_normal(&r));
}

void draw_normal(real *v, size_t n, uint64_t seed, const char *stream)
{
    draw(v, n, 1, seed, stream);
}

void instance_init(struct instance *i, uint64_t seed)
{
    for (int k = 0; k < i->layer.params; k++) {
        const struct param *p = &i->layer.param[k];

        if (p->role == PARAM_WEIGHT)
            draw(i->param + p->offset, p->count, sqrt(2.0 / p->fan_in), seed,
                 p->stream ? p->stream : p->name);
        else
            for (size_t j = 0; j < p->count; j++)
                i->param[p->offset + j] = (real)p->initial;
    }
    if (i->layer.type->init_params)
        i->layer.type->init_params(&i->layer, i->param);
    layer_init_state(&i->layer, i->state);
}

void instance_fill(struct instance *i, uint64_t seed)
{
    static const char *const stream[LAYER_INPUTS] = {"x", "x2"};

    for (int k = 0; k < i->layer.inputs; k++)
        draw_normal(i->x[k], (size_t)i->setup.max_n * shape_size(i->layer.in[k]), seed, stream[k]);
    draw_normal(i->dy, i->out_count, seed, "dy");
    for (int k = 0; k < i->layer.params; k++)
        draw_normal(i->param + i->layer.param[k].offset, i->layer.param[k].count, seed,
                    i->layer.param[k].name);
    layer_init_state(&i->layer, i->state);
}

void instance_forward(struct instance *i)
{
    i->layer.type->forward(&i->layer, &i->io);
}

void instance_backward(struct instance *i)
{
    i->layer.type->backward(&i->layer, &i->io);
}
