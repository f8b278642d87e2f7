/*
 * A norm that a layer calls at every time step on N vectors of c values, inside the cells of a recurrent
 * network (Ba et al. 2016; Cooijmans et al. 2016): any norm that can be set up on vectors. Gamma and beta are shared by all
 * steps. Running statistics are not (Cooijmans et al., section 3): each is kept as [T][..], T being the
 * room for steps. A step that no training call had two samples for has none, and inference then takes those of
 * the last step that had: the state tensor steps_trained counts them. That takes steps to be met in order: if one
 * has statistics, so have all before it, as padding stands behind.
 *
 * With masked=1 the samples of a step that its mask leaves out do not count. Where one sample is left, the
 * variance over the batch is 0 and it gets beta; where none is, so does everything. For fewer than two samples
 * running statistics stay as they are.
 */
#ifndef NORMLAB_LAYERS_NORMS_STEP_NORM_H
#define NORMLAB_LAYERS_NORMS_STEP_NORM_H

#include "layers/layer.h"

struct step_norm {
    struct layer *layer; /* the norm, set up on vectors; NULL: none */
    int room;            /* for steps */
    bool masked;         /* it is told which samples count */
    bool needs_two;      /* a step's state stays as it is unless two samples count */
    int state;           /* its first state's place in the table of the layer around it */
    size_t param;        /* offset of its parameters in that layer's block */
    size_t saved_one;    /* bytes of a step */
    size_t saved, scratch, step_state; /* offsets */
};

/* Books a norm on vectors of c values for l, a layer on sequences, which it is a part of: spec is the
 * norm's text, "batchnorm momentum=0.3". suffix ends the names of its tensors: "gamma_x". masked: of
 * enum norm_masked, where the text leaves it to auto. 0, -1 or REFUSED with s->message; step_norm_clear() frees, then
 * too. */
int step_norm_setup(struct step_norm *m, struct layer *l, struct setup *s, const char *spec, int c,
                    const char *suffix, int masked);

void step_norm_clear(struct step_norm *m);

/* Calls within one call of the layer around it. */
struct step_norm_call {
    const struct layer *around;
    const struct step_norm *m;
    struct io io;
    real *all_state;
    char *all_saved;
};

/* Arrays of io as in the layer around it. */
void step_norm_begin(struct step_norm_call *k, const struct layer *l, const struct step_norm *m,
                     const struct io *io);

/* y[n][c] from x[n][c] of step t; mask[n], NULL = all count. */
void step_norm_forward(struct step_norm_call *k, int t, const real *x, const unsigned char *mask,
                       real *y);

/* dx (+)= the gradient; x as in forward. dparam is overwritten by that of this step. */
void step_norm_backward(struct step_norm_call *k, int t, const real *x, const unsigned char *mask,
                        const real *dy, bool add, real *dx);

#endif
