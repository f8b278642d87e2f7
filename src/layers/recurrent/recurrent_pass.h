/* What a forward or backward pass of a recurrent layer keeps at hand; shared by the two files that do it. */
#ifndef NORMLAB_LAYERS_RECURRENT_RECURRENT_PASS_H
#define NORMLAB_LAYERS_RECURRENT_RECURRENT_PASS_H

#include "layers/recurrent/recurrent.h"

struct pass {
    const struct layer *l;
    const struct recurrent *r;
    struct io *io;
    const struct direction *d;
    bool reverse;
    size_t n, c, h, gates; /* samples, channels, state, G*H */
    int steps;
    int group; /* steps whose gradients stand side by side before the weights take them */
    const unsigned char *mask; /* [T][N]; NULL: all valid */
    struct step_norm_call norm[RECURRENT_NORMS];
};

/* Rows of a group at most, for up to n samples of up to so many steps. */
size_t recurrent_group_rows(size_t n, size_t steps);

/* Also writes the mask time-major. */
void pass_init(struct pass *p, const struct layer *l, struct io *io);
void pass_set_direction(struct pass *p, int number);

/* The position of the step that is `number`th in the direction's order. */
int pass_position(const struct pass *p, int number);

/* The mask of the step at t, NULL: none. */
const unsigned char *pass_mask(const struct pass *p, int t);

real *pass_saved(const struct pass *p, size_t offset);
real *pass_scratch(const struct pass *p, size_t offset);
const real *pass_param(const struct pass *p, int number); /* NULL: number is -1 */

/* Fills what both passes use of the step at t: gates, memo, states and biases. */
void pass_step(const struct pass *p, int t, struct cell_step *s);

#endif
