/*
 * A layer with all the memory that its calls need, so that it can run without a net: for apply, bench, the C library
 * and tests. All its arrays are in one block of memory. Each array is aligned to ARENA_ALIGN bytes, and at least
 * INSTANCE_GAP unused bytes follow it. Tests fill these bytes to detect writes beyond the array's end.
 */
#ifndef NORMLAB_LAYERS_INSTANCE_H
#define NORMLAB_LAYERS_INSTANCE_H

#include "base/arena.h"
#include "layers/layer.h"

enum { INSTANCE_GAP = 64 };

struct instance {
    struct layer layer;
    struct setup setup; /* a copy of the argument of set-up; setup.message: why set-up failed */
    /* A call of max_n samples on the arrays below, for inference. Users may change it. */
    struct io io;
    size_t in_count, out_count; /* number of elements of x[0] and of y, for max_n samples */
    real *x[LAYER_INPUTS], *dx[LAYER_INPUTS], *y, *dy;
    real *param, *dparam, *state; /* the layer's blocks (struct io) */
    void *saved, *scratch;
    struct arena arena; /* the memory of all these arrays */
};

/* Sets up the layer of a text (layer_setup()) for an input of shape in[0] and, if the layer has two inputs, in[1].
 * Allocates no arrays. Returns 0, or -1 or REFUSED with i->setup.message; prints nothing. The caller must call
 * instance_close(), also after a failure. */
int instance_set_up(struct instance *i, const char *spec, const struct shape *in,
                    const struct setup *s);

/* Allocates the memory of a layer that was set up, filled with zeros. With arrays = false, x, dx, y and dy stay NULL,
 * and the caller provides them in i->io. Returns 0, or -1 with i->setup.message. */
int instance_allocate(struct instance *i, bool arrays);

/* Calls instance_set_up(), then instance_allocate() with arrays = true. Returns and is freed as instance_set_up(). */
int instance_open(struct instance *i, const char *spec, const struct shape *in,
                  const struct setup *s);

/* Frees the layer and the memory. */
void instance_close(struct instance *i);

/* Sets parameters and state to their first values. Weights are normal with variance 2 / fan_in (he_normal), drawn from
 * the stream of the weight (struct param) with `seed`. All other tensors get their usual first values (struct param,
 * and init_params of struct layer_type). */
void instance_init(struct instance *i, uint64_t seed);

/* Fills x, dy and the parameters with standard normal numbers from streams of `seed`, and sets the state to its first
 * values. */
void instance_fill(struct instance *i, uint64_t seed);

/* Run one pass on i->io. Before instance_backward(), instance_forward() must have run on the same i->io. */
void instance_forward(struct instance *i);
void instance_backward(struct instance *i);

/* Fills v[0..n) with standard normal numbers from the stream with this name and seed. */
void draw_normal(real *v, size_t n, uint64_t seed, const char *stream);

#endif
