/* The tensors of a trial's net by name: its parameters and its state, as net files have them. */
#ifndef NORMLAB_TRAIN_RUN_TRIAL_TENSORS_H
#define NORMLAB_TRAIN_RUN_TRIAL_TENSORS_H

#include "base/real.h"
#include "base/text.h"
#include "train/trial.h"

struct param; /* layers/layer.h */

enum { TENSOR_RANK = 4 };

struct trial_tensor {
    char *name; /* "param/dense1/weight" or "state/norm1/running_var": kind, layer and tensor */
    int rank;
    size_t dim[TENSOR_RANK]; /* conv2d weight [k][k][in][out], dense weight [in][out] */
    size_t count;            /* product of dim */
    real *value;             /* [count], row-major; memory of the net */
    const struct param *param;
};

struct trial_tensors {
    struct trial_tensor *item;
    int count;
};

/* Lists the tensors of the trial's net, layer by layer in the order of the net's text, parameters before state. The net
 * must have its memory. trial_tensors_clear() frees the list. */
void trial_tensors_init(struct trial_tensors *list, const struct trial *t);
void trial_tensors_clear(struct trial_tensors *list);

/* Copies t->count numbers to the tensor. They must be finite, also as `real`, and values that the tensor can have: no
 * variance is negative. Returns 0, or -1 with the first wrong value in `why`, as "running_var[1] is -1e-06, should be 0
 * or more". */
int trial_tensor_set(const struct trial_tensor *t, const double *value, struct text *why);

#endif
