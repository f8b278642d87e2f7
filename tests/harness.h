/* One layer with its memory, for tests that need no net. */
#ifndef NORMLAB_TESTS_HARNESS_H
#define NORMLAB_TESTS_HARNESS_H

#include "net/net.h"
#include "support.h"

struct harness {
    struct layer layer;
    struct setup setup;
    struct io io; /* all pointers set; y, dx, dparam are NaN or 0 as the contract allows */
    int n;
    size_t in_count, out_count; /* elements of x[0] and of y for n samples */
    real *x[LAYER_INPUTS], *dx[LAYER_INPUTS], *y, *dy, *param, *dparam, *state;
    void *saved, *scratch;
};

/* Sets up and allocates; x (tokens 0 to 4 where the type takes tokens), dy, weights, gamma, beta are drawn
 * by seed. masked=auto of a norm stands for 1. Fails the test when set-up refuses. */
void harness_start(struct harness *h, const char *spec, struct shape in, int n, uint64_t seed);

/* Set-up alone: what it returns, with the message in h->setup. */
int harness_setup(struct harness *h, const char *spec, struct shape in, int n, int min_train_n);

/* Scratch memory, and saved memory before forward, is NaN before each; fails the test when a layer writes behind
 * what it booked. backward makes dparam NaN first, and dx. */
void harness_forward(struct harness *h, bool training);
void harness_backward(struct harness *h);
void harness_stop(struct harness *h);

/* The whole of a spec: "NAME EXAMPLE". Static storage, one at a time. */
const char *harness_spec(const struct layer_type *type, const char *example);

/* A sample's shape that the type takes, small or a little larger: an image, or a sequence where the type
 * takes none else. */
struct shape harness_shape(const struct layer_type *type, bool larger);

/* Draws standard normal numbers. */
void draw_normal(real *v, size_t n, uint64_t seed, const char *stream);

#endif
