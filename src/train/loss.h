/* Losses and their gradients with respect to the net's output. */
#ifndef NORMLAB_TRAIN_LOSS_H
#define NORMLAB_TRAIN_LOSS_H

#include "base/real.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum loss_kind { LOSS_SOFTMAX, LOSS_SIGMOID, LOSS_MSE };
#define LOSSES "softmax|sigmoid|mse"

enum { LOSS_CLASSES = 256 }; /* the most classes: labels are bytes */

/* The loss of several samples. */
struct loss_sum {
    /* sum of the samples' losses: in nats; for mse, in squared units of the target */
    double loss;
    int wrong; /* number of samples for which loss_is_wrong() is true; mse: 0 */
};

/* True when a sample with the logits z[k] counts as wrong: when its largest logit (the first one, if several are equal) is
 * not that of the label, or when a logit is NaN. */
bool loss_is_wrong(int k, const real *z, int label);

/* Softmax cross-entropy: -log softmax(logits)[label]. logits: [n][k], k <= LOSS_CLASSES. label: [n], each below k.
 * dlogits: [n][k] or NULL; is overwritten with the gradient of the mean loss over the n samples. The loss is not finite
 * when a logit is NaN or +inf, or when the logit of the label is -inf. */
struct loss_sum loss_softmax(int n, int k, const real *logits, const uint8_t *label, real *dlogits);

/* Keras's sparse cross-entropy on sigmoid outputs p = 1 / (1 + exp(-logit)), which are divided by their sum:
 * -log(p_label / sum p), that is, a softmax over log-sigmoids. The parameters and the result are those of
 * loss_softmax(), but a logit of +inf is allowed and means p = 1. */
struct loss_sum loss_sigmoid(int n, int k, const real *logits, const uint8_t *label, real *dlogits);

/* Squared error: a sample's loss is the mean of (y - target)^2 over its k outputs. y, target: [n][k]. dy: [n][k] or
 * NULL; is overwritten with the gradient of the mean over all samples and outputs. */
struct loss_sum loss_mse(int n, int k, const real *y, const real *target, real *dy);

/* Returns the loss of n samples that are part of a batch of `batch` samples: the sum over the n samples. dy becomes the
 * gradient of the mean over the whole batch. The other arguments are as above; label is unused for LOSS_MSE, target for
 * all others. */
struct loss_sum loss_part(enum loss_kind kind, int n, int batch, int k, const real *y,
                          const uint8_t *label, const real *target, real *dy);

#endif
