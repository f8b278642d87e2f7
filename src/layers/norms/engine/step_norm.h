/*
 * A norm inside a recurrent layer (Ba et al. 2016; Cooijmans et al. 2016). The recurrent layer is called the outer
 * layer here. At each time step it calls the norm on N vectors of c values. Any norm that can be set up on vectors may
 * be used, except one that updates its state in backward. All steps share gamma and beta. But each step has its own
 * running statistics (Cooijmans et al., section 3): the state tensors are [T][..], where T is the number of steps of
 * the outer layer's input. A step has no running statistics until a training call had two samples at that step. In
 * inference, such a step uses those of the last step that has them. The state tensor steps_trained is the index of that
 * last step plus 1. (Padding is at the end of a sequence, so all steps before that one have them, too.)
 *
 * With masked=1, samples that are padding at a step do not count. If only one sample counts in a norm over the batch,
 * its variance is 0 and its output is beta. If none counts, the output is beta for all samples.
 *   When fewer than two samples count, the running statistics of a norm that subtracts the mean do not change. With
 * ghost=G, they do not change when fewer than two samples count in each chunk; with running=first, in the first chunk. A
 * norm over groups of several channels needs one sample only.
 */
#ifndef NORMLAB_LAYERS_NORMS_STEP_NORM_H
#define NORMLAB_LAYERS_NORMS_STEP_NORM_H

#include "layers/layer.h"

struct step_norm {
    struct layer *layer; /* the norm, set up on vectors; NULL: there is no norm */
    size_t steps;        /* T at set-up */
    bool masked;         /* the norm's calls get the mask */
    int needs;           /* how many samples of a chunk must count to change running statistics */
    int chunk;           /* number of samples that share statistics, or NORM_ALL_SAMPLES */
    bool by_first;       /* only the first chunk changes running statistics */
    int state;           /* number of the norm's first state tensor in the outer layer */
    size_t param;        /* offset of the norm's parameters in the outer layer's block, in reals */
    size_t step_bytes;   /* size of the saved memory of one step */
    size_t saved, scratch; /* offsets in the outer layer's memory */
    size_t step_state;     /* offset in scratch of the norm's state block for one step */
    size_t step_averages;  /* offset in scratch of the averages for that block (struct io) */
};

/* Sets up a norm on vectors of c values for the outer layer l and books its memory and its tensors in l. spec is the
 * norm's text, as "batchnorm momentum=0.3". suffix is added to the names of its tensors, as "_x" for "gamma_x". masked
 * (enum norm_masked) is what masked=auto in the norm's text means; MASKED_AUTO: as s->masked says. Returns 0, or -1 or
 * REFUSED with s->message. The caller must call step_norm_clear(), also after a failure. */
int step_norm_setup(struct step_norm *m, struct layer *l, struct setup *s, const char *spec, int c,
                    const char *suffix, int masked);

/* Frees the norm. Does nothing when there is none. */
void step_norm_clear(struct step_norm *m);

/* The norm during one call of the outer layer. */
struct step_norm_call {
    const struct layer *outer;
    const struct step_norm *m;
    struct io io; /* the norm's call at one step */
    const struct io *outer_io;
};

/* Prepares k for a call `io` of the outer layer; both must stay valid during the following steps. */
void step_norm_begin(struct step_norm_call *k, const struct layer *outer, const struct step_norm *m,
                     const struct io *io);

/* Writes y[n][c], the norm of x[n][c], at step t. mask[n] is 0 for samples that are padding at this step; NULL:
 * none. */
void step_norm_forward(struct step_norm_call *k, size_t t, const real *x, const unsigned char *mask,
                       real *y);

/* Writes the gradient of x at step t to dx, or adds it when add is true. dy is the gradient of y; x and mask must be as
 * in forward. Overwrites the norm's part of outer_io->dparam by the parameters' gradients of this step. */
void step_norm_backward(struct step_norm_call *k, size_t t, const real *x,
                        const unsigned char *mask, const real *dy, bool add, real *dx);

#endif
