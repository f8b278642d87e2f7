/* One layer with its memory, for tests that need no net. */
#ifndef NORMLAB_TESTS_HARNESS_H
#define NORMLAB_TESTS_HARNESS_H

#include "layers/instance.h"
#include "net/net.h"
#include "support.h"

/* Sets up and allocates; x (tokens 0 to 4 where the type takes tokens), dy, weights, gamma, beta are drawn
 * by seed. masked=auto of a norm stands for 1. Fails the test when set-up refuses. */
void harness_start(struct instance *h, const char *spec, struct shape in, int n, uint64_t seed);

/* As harness_start(), but draws nothing: x, dy and the parameters hold zeros, the state its first values. */
void harness_open(struct instance *h, const char *spec, struct shape in, int n);

/* Set-up alone, without memory: what it returns, with the message in h->setup. */
int harness_setup(struct instance *h, const char *spec, struct shape in, int n, int min_train_n);

/* Scratch memory, and saved memory before forward, is NaN before each; fails the test when a layer writes behind an array.
 * backward makes dparam NaN first, and dx. */
void harness_forward(struct instance *h, bool training);
void harness_backward(struct instance *h);
void harness_stop(struct instance *h);

/* The whole of a spec: "NAME EXAMPLE". Static storage, one at a time. */
const char *harness_spec(const struct layer_type *type, const char *example);

/* A sample's shape that the type takes, small or a little larger: an image, or a sequence where the type
 * takes none else. */
struct shape harness_shape(const struct layer_type *type, bool larger);

#endif
