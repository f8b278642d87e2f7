/* The passes of rnn, lstm and gru, private to this folder. */
#ifndef NORMLAB_LAYERS_RECURRENT_RECURRENT_INTERNAL_H
#define NORMLAB_LAYERS_RECURRENT_RECURRENT_INTERNAL_H

#include "layers/recurrent/recurrent.h"
#include "layers/row_kinds.h"

/* A forward or backward call, in one direction at a time. */
struct pass {
    const struct layer *l;
    const struct recurrent *r;
    struct io *io; /* the layer's call; in backward a copy, with dparam for one step or segment */
    const struct io *call; /* the layer's call itself */
    const struct direction *d;
    bool reverse;              /* true: the direction from the last step to the first */
    size_t n, c, h, width;     /* numbers of samples, channels and units; G*H */
    size_t steps;              /* T */
    size_t segment_steps;      /* steps in a segment; the last segment may have fewer */
    const unsigned char *mask; /* [T][N]; NULL: all steps are valid */
    struct row_kinds kinds;    /* count 0: products with x are over all rows */
    struct step_norm_call norm[CELL_NORMS];
};

/* Prepares a pass, and copies the mask to scratch as [T][N]. call is the layer's call; io is the same, or in backward a
 * copy with another dparam. */
void pass_init(struct pass *p, const struct layer *l, struct io *io, const struct io *call);

/* Calls run(p) for each direction. */
void pass_run(struct pass *p, void (*run)(struct pass *p));

/* True when t is the first step of the direction, before which all states are 0. */
bool pass_is_first(const struct pass *p, size_t t);

/* Returns the mask [N] at position t, or NULL. */
const unsigned char *pass_mask(const struct pass *p, size_t t);

/* Returns the vectors of all samples at position t, in the array [T][N][width] at an offset in saved. */
real *pass_saved(const struct pass *p, size_t offset, size_t t, size_t width);

/* Returns the input of norm `which`, as NORM_OF_X, at position t. */
real *pass_norm_input(const struct pass *p, int which, size_t t);

/* Returns the arguments of a kernel at position t that both passes use: gates, memo, biases, and the states before and
 * after the step. */
struct cell_step pass_step(const struct pass *p, size_t t);

#endif
