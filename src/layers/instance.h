/*
 * A layer with all the memory that its calls need, to run it without a net: for apply, bench, the C library and tests. Arrays
 * share one block of memory. Each is aligned to ARENA_ALIGN bytes and followed by INSTANCE_GAP unused bytes, which tests fill to
 * detect writes beyond an array.
 */
#ifndef NORMLAB_LAYERS_INSTANCE_H
#define NORMLAB_LAYERS_INSTANCE_H

#include "base/arena.h"
#include "layers/layer.h"

enum { INSTANCE_GAP = 64 };

struct instance {
    struct layer layer;
    struct setup setup; /* as set-up was given it; setup.message says why it failed */
    struct io io;       /* a call of max_n samples on the arrays below; not in training at first */
    size_t in_count, out_count; /* elements of x[0] and of y, for max_n samples */
    real *x[LAYER_INPUTS], *dx[LAYER_INPUTS], *y, *dy;
    real *param, *dparam, *state; /* the layer's blocks */
    void *saved, *scratch;
    struct arena arena;
};

/* Sets up the layer of a text (layer_setup()) for inputs of the shapes in[0] and, if the layer takes two, in[1]; no memory yet.
 * 0, -1 or REFUSED with i->setup.message; nothing is printed. instance_close() frees, also after a failure. */
int instance_set_up(struct instance *i, const char *spec, const struct shape *in,
                    const struct setup *s);

/* Gets the memory, all zero; without arrays, x, dx, y and dy stay NULL. 0, or -1 with i->setup.message. */
int instance_allocate(struct instance *i, bool arrays);

/* Both, with arrays. */
int instance_open(struct instance *i, const char *spec, const struct shape *in,
                  const struct setup *s);

void instance_close(struct instance *i);

/* Gives parameters and state their first values: weights are drawn with variance 2 / fan_in (he_normal), each from the stream
 * of its name under `seed`; the others are as struct param says. */
void instance_init(struct instance *i, uint64_t seed);

/* Fills x, dy and the parameters with standard normal numbers from streams of `seed`; the state gets its first values. */
void instance_fill(struct instance *i, uint64_t seed);

void instance_forward(struct instance *i);
void instance_backward(struct instance *i); /* after a forward */

/* Draws n standard normal numbers from a stream of `seed`. */
void draw_normal(real *v, size_t n, uint64_t seed, const char *stream);

#endif
