/*
 * A norm inside a recurrent layer, the outer layer here, which calls it at each time step on N vectors of c values (Ba et al.
 * 2016; Cooijmans et al. 2016): any norm that can be set up on vectors. Gamma and beta are shared by all steps. Running
 * statistics are not (Cooijmans et al., section 3): each is kept as [T][..], T being the steps of the outer layer's input.
 * A step has none until a training call had two samples there; inference then uses those of the last step that has. The
 * state tensor steps_trained counts the steps up to that one: padding is at the end, so all steps before it have them, too.
 *
 * With masked=1 padded samples of a step do not count. Where one sample counts, the variance over the batch is 0 and it gets
 * beta; where none does, all get beta. With fewer than two, running statistics stay as they are.
 */
#ifndef NORMLAB_LAYERS_NORMS_STEP_NORM_H
#define NORMLAB_LAYERS_NORMS_STEP_NORM_H

#include "layers/layer.h"

struct step_norm {
    struct layer *layer;   /* the norm, set up on vectors; NULL: none */
    size_t steps;          /* T at set-up */
    bool masked;           /* calls get the mask */
    bool needs_two;        /* running statistics change only when two samples count */
    int state;             /* number of its first state in the outer layer */
    size_t param;          /* offset of its parameters in the outer layer's block */
    size_t step_bytes;     /* saved memory of one step */
    size_t saved, scratch; /* offsets in the outer layer's memory */
    size_t step_state;     /* offset in scratch: the norm's state block at one step */
};

/* Books a norm on vectors of c values for the outer layer l: spec is the norm's text, "batchnorm momentum=0.3", suffix ends
 * the names of its tensors, "gamma_x", and masked, of enum norm_masked, replaces masked=auto. 0, -1 or REFUSED with
 * s->message; step_norm_clear() frees, then too. */
int step_norm_setup(struct step_norm *m, struct layer *l, struct setup *s, const char *spec, int c,
                    const char *suffix, int masked);

void step_norm_clear(struct step_norm *m);

/* The norm within one call of the outer layer. */
struct step_norm_call {
    const struct layer *outer;
    const struct step_norm *m;
    struct io io; /* of the norm, at one step */
    const struct io *outer_io;
};

void step_norm_begin(struct step_norm_call *k, const struct layer *outer, const struct step_norm *m,
                     const struct io *io);

/* y[n][c] from x[n][c] of step t; mask[n], NULL: all samples are valid. */
void step_norm_forward(struct step_norm_call *k, size_t t, const real *x, const unsigned char *mask,
                       real *y);

/* dx (+)= the gradient; x and mask as in forward. dparam is overwritten by the gradients of this step. */
void step_norm_backward(struct step_norm_call *k, size_t t, const real *x,
                        const unsigned char *mask, const real *dy, bool add, real *dx);

#endif
