/* One layer with its memory, for tests that need no net. */
#ifndef NORMLAB_TESTS_HARNESS_H
#define NORMLAB_TESTS_HARNESS_H

#include "layers/instance.h"
#include "net/net.h"
#include "support.h"

/* Sets up a layer and allocates its memory. x (tokens from 0 to 4 where the type takes tokens), dy, weights, gamma and beta
 * are drawn at random by the seed. masked=auto of a norm means 1. Fails the test when set-up refuses the layer. */
void harness_start(struct instance *h, const char *spec, struct shape in, int n, uint64_t seed);

/* As harness_start(), but draws nothing: x, dy and the parameters are zeros, the state has its first values. */
void harness_open(struct instance *h, const char *spec, struct shape in, int n);

/* Only sets the layer up, without memory. Returns the result of set-up, whose message is in h->setup. */
int harness_setup(struct instance *h, const char *spec, struct shape in, int n, int min_train_n);

/* Run a pass. Before it, scratch memory is set to NaN, in forward also saved memory, in backward also dparam and dx. Fail the
 * test when the layer writes beyond the end of an array. */
void harness_forward(struct instance *h, bool training);
void harness_backward(struct instance *h);
void harness_stop(struct instance *h);

/* Returns the layer's text "NAME EXAMPLE" in static storage, which the next call overwrites. */
const char *harness_spec(const struct layer_type *type, const char *example);

/* Returns a shape of a sample that the type accepts, in a small or a somewhat larger size: an image, or a sequence if the type
 * accepts only sequences. */
struct shape harness_shape(const struct layer_type *type, bool larger);

#endif
