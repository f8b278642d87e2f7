/*
 * Probes look inside the net during a trial. A probe is a file with a struct probe_type and a line in probes.def. At
 * each point it fills the row [layers][columns] of its profile.
 *
 * Probes work on a twin of the trial: a second net with the same text, the same weights and state, and memory of its
 * own. Its layers are not fused, so the values between all of them can be watched. A probe may change the twin as it
 * likes, because twin_reset() copies the trial's weights and state anew. So probes cannot change the training.
 *
 * Layers. A net is divided into stages. A stage begins with a layer that has a weight (dense, convolution, recurrent
 * cell, attention) and ends before the next such layer. A stage is named after the layer with which it begins, so its
 * name does not depend on the norm. Its pre-activation is the last value before the first activation function of the
 * stage. Its activation is the output of that function. In a stage without such a function both are the stage's output.
 */
#ifndef NORMLAB_TRAIN_PROBES_PROBE_H
#define NORMLAB_TRAIN_PROBES_PROBE_H

#include "base/formats/transfer.h"
#include "train/profile.h"
#include "train/session.h"

struct stage {
    const struct node *weight; /* the layer with the weight */
    const struct node *pre;    /* its output is the pre-activation */
    /* its output is the activation; equal to pre when the stage has no activation function */
    const struct node *post;
    const struct activation *activation; /* NULL: none, or one that is no struct activation */
};

struct twin {
    /* The twin has a net, label, target and mask of its own, and its `frozen` is that of the next training step. All other
     * fields are copies of the original's, which owns what they point to. */
    struct trial trial;
    struct trial *original;
    struct stage *stage;
    int stages;
    /* Probes use the first batches * trial.options.batch training samples, without augmentation. */
    int batches;
    int32_t *index; /* [batch] indices of the samples of the current batch */
    double lr;      /* learning rate of the next step; after the last step, of that one */
    uint64_t key;   /* key of the random numbers of dropout and noise, as in the next step */
};

/* Copies the weights and the state of the trial to the twin, and removes net->watch and net->watch_backward. In training
 * mode, the twin's norms then take their statistics as in the trial's next step. twin_reset() is called before each
 * probe measures. */
void twin_reset(struct twin *w);

/* Runs the net on batch number b, 0 <= b < w->batches, and returns the loss, a sum over the samples. If `training`, also
 * computes the gradient of the mean loss for twin_backward(), and changes the running statistics. */
struct loss_sum twin_forward(struct twin *w, int b, bool training);

/* Runs the backward pass after a twin_forward() in training mode. The gradients of all parameters are then in
 * w->trial.net.dparam. */
void twin_backward(struct twin *w);

/* Return the index of the stage whose pre-activation or activation is the output of node k; -1 when there is none. For
 * functions that are set as net->watch or net->watch_backward. */
int twin_pre_stage(const struct twin *w, const struct node *k);
int twin_post_stage(const struct twin *w, const struct node *k);

/* For the same functions. twin_rows(): the number of positions of the output of node k, of all samples together: io->y is
 * [rows][k->layer.out.c]. twin_mask(): the mask of these positions, [rows]; NULL when the output is no sequence or the
 * samples have no mask. */
size_t twin_rows(const struct node *k, const struct io *io);
const unsigned char *twin_mask(const struct node *k, const struct io *io);

/* twin_weight_count(): the number of elements of all weight tensors of the stage's first layer. twin_weight_product(): the
 * inner product of a and b over these elements; a and b are laid out like net->param. */
size_t twin_weight_count(const struct twin *w, int stage);
double twin_weight_product(const struct twin *w, int stage, const real *a, const real *b);

struct probe_type {
    const char *name, *help;
    const struct profile_column *column; /* the last is followed by an entry without a name */
    bool whole_net;                      /* its profile has a single layer, named "net" */
    /* Sets *kept, which is NULL before, to what the probe keeps from point to point. Returns 0, or -1 after a message.
     * In both cases close() frees *kept, unless that is NULL. open() is called once, before the first point. A probe
     * that keeps nothing has neither function. */
    int (*open)(struct twin *w, void **kept);
    void (*close)(void *kept);
    /* Saves or restores what `kept` holds from earlier points; before it restores, `kept` is as open() made it. NULL:
     * `kept` holds nothing from earlier points. */
    void (*transfer)(struct twin *w, void *kept, struct transfer *t);
    /* Fills value [layers][columns], which is all NaN before. The layers are the twin's stages. */
    void (*measure)(struct twin *w, void *kept, double *value);
};

/* All probes, in the order of probes.def. The array ends with NULL. */
extern const struct probe_type *const probe_types[];

/* Sets up the twin of a trial, but not lr, key and `frozen`, which change from point to point. Returns 0, or -1 after a
 * message; twin_clear() frees it in both cases. */
int twin_init(struct twin *w, struct trial *original);
void twin_clear(struct twin *w);

#endif
