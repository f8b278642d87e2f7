#include "harness.h"
#include "base/arena.h"
#include "base/rng.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void draw_normal(real *v, size_t n, uint64_t seed, const char *stream)
{
    struct rng r = rng_stream(seed, stream);

    for (size_t i = 0; i < n; i++)
        v[i] = (real)rng_normal(&r);
}

const char *harness_spec(const struct layer_type *type, const char *example)
{
    static char spec[256];

    snprintf(spec, sizeof spec, "%s %s", type->name, example);
    return spec;
}

struct shape harness_shape(const struct layer_type *type, bool larger)
{
    int t = larger ? 9 : 6;

    if (type->takes_tokens)
        return shape_sequence(t, 1);
    if (type->takes_sequence)
        return shape_sequence(t, 4);
    return larger ? shape_image(7, 7, 4) : shape_image(4, 5, 4);
}

int harness_setup(struct harness *h, const char *spec, struct shape in, int n, int min_train_n)
{
    const struct layer_type *type = layer_type_find(spec, strcspn(spec, " "));

    memset(h, 0, sizeof *h);
    h->n = n;
    h->layer.inputs = type && type->inputs ? type->inputs : 1;
    h->layer.in[0] = h->layer.in[1] = in;
    h->setup.max_n = n;
    h->setup.min_train_n = min_train_n;
    h->setup.masked = true;
    return layer_setup(&h->layer, spec, "layer", &h->setup);
}

enum { GUARD = 64, GUARD_BYTE = 0xa5 }; /* bytes behind saved and scratch memory */

static void *guarded_new(size_t size_bytes)
{
    unsigned char *memory = xcalloc(size_bytes + GUARD, 1);

    memset(memory + size_bytes, GUARD_BYTE, GUARD);
    return memory;
}

static void check_guard(const struct harness *h, const char *what, const unsigned char *memory,
                        size_t size_bytes)
{
    for (size_t i = 0; i < GUARD; i++)
        if (memory[size_bytes + i] != GUARD_BYTE)
            fail_msg("%s: wrote behind the %zu bytes of %s memory that it booked",
                     h->layer.type->name, size_bytes, what);
}

static void check_memory(const struct harness *h)
{
    check_guard(h, "saved", h->saved, h->layer.saved_bytes);
    check_guard(h, "scratch", h->scratch, h->layer.scratch_bytes);
}

/* All bits set make a NaN, and an index that points nowhere: what a layer reads before it wrote shows. */
static void poison(void *memory, size_t size_bytes)
{
    memset(memory, 0xff, size_bytes);
}

static void allocate(struct harness *h)
{
    const struct layer *l = &h->layer;

    h->in_count = (size_t)h->n * shape_size(l->in[0]);
    h->out_count = (size_t)h->n * shape_size(l->out);
    for (int i = 0; i < l->inputs; i++) {
        h->io.x[i] = h->x[i] = xcalloc(h->in_count, sizeof(real));
        h->io.dx[i] = h->dx[i] = xcalloc(h->in_count, sizeof(real));
    }
    h->io.y = h->y = xcalloc(h->out_count, sizeof(real));
    h->io.dy = h->dy = xcalloc(h->out_count, sizeof(real));
    h->io.param = h->param = xcalloc(l->param_reals, sizeof(real));
    h->io.dparam = h->dparam = xcalloc(l->param_reals, sizeof(real));
    h->io.state = h->state = xcalloc(l->state_reals, sizeof(real));
    h->io.saved = h->saved = guarded_new(l->saved_bytes);
    h->io.scratch = h->scratch = guarded_new(l->scratch_bytes);
    h->io.n = h->n;
    h->io.random_key = 99;
}

void harness_start(struct harness *h, const char *spec, struct shape in, int n, uint64_t seed)
{
    if (harness_setup(h, spec, in, n, n))
        fail_msg("%s: %s", spec, h->setup.message);
    allocate(h);
    draw_normal(h->x[0], h->in_count, seed, "x");
    for (size_t i = 0; h->layer.type->takes_tokens && i < h->in_count; i++)
        h->x[0][i] = (real)((int)(100 * fabs((double)h->x[0][i])) % 5);
    if (h->layer.inputs == 2)
        draw_normal(h->x[1], h->in_count, seed, "x2");
    draw_normal(h->dy, h->out_count, seed, "dy");
    for (int i = 0; i < h->layer.params; i++)
        draw_normal(h->param + h->layer.param[i].offset, h->layer.param[i].count, seed,
                    h->layer.param[i].name);
    layer_init_state(&h->layer, h->state);
}

void harness_forward(struct harness *h, bool training)
{
    for (size_t i = 0; i < h->out_count; i++)
        h->y[i] = (real)NAN;
    poison(h->saved, h->layer.saved_bytes);
    poison(h->scratch, h->layer.scratch_bytes);
    h->io.training = training;
    h->layer.type->forward(&h->layer, &h->io);
    check_memory(h);
}

void harness_backward(struct harness *h)
{
    for (int i = 0; i < h->layer.inputs; i++)
        for (size_t j = 0; j < h->in_count; j++)
            h->dx[i][j] = (real)NAN;
    for (int i = 0; i < h->layer.params; i++)
        for (size_t j = 0; j < h->layer.param[i].count; j++)
            h->dparam[h->layer.param[i].offset + j] = (real)NAN;
    poison(h->scratch, h->layer.scratch_bytes);
    h->layer.type->backward(&h->layer, &h->io);
    check_memory(h);
}

void harness_stop(struct harness *h)
{
    for (int i = 0; i < LAYER_INPUTS; i++) {
        free(h->x[i]);
        free(h->dx[i]);
    }
    free(h->y);
    free(h->dy);
    free(h->param);
    free(h->dparam);
    free(h->state);
    free(h->saved);
    free(h->scratch);
    layer_clear(&h->layer);
    memset(h, 0, sizeof *h);
}
