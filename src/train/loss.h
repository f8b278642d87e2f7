/* Losses, and their gradients. */
#ifndef NORMLAB_TRAIN_LOSS_H
#define NORMLAB_TRAIN_LOSS_H

#include "base/real.h"
#include <stddef.h>
#include <stdint.h>

enum loss_kind { LOSS_SOFTMAX, LOSS_SIGMOID, LOSS_MSE };
#define LOSSES "softmax|sigmoid|mse"

enum { LOSS_CLASSES = 256 }; /* at most: labels are bytes */

struct loss_sum {
    double loss; /* summed over samples, in nats; mse: the sample's mean over outputs */
    int wrong;   /* samples that are not classified as their label; mse: 0 */
};

/* Softmax cross-entropy: -log softmax(logits)[label]. logits [n][k], k <= LOSS_CLASSES, label [n] < k. dlogits
 * [n][k], the gradient of the mean loss, is overwritten; NULL: not wanted. A sample counts as wrong when the first of
 * its largest logits is not the label's, or one is NaN. A logit of NaN or +inf, or -inf at the label, gives a loss
 * that is not finite. */
struct loss_sum loss_softmax(int n, int k, const real *logits, const uint8_t *label, real *dlogits);

/* Keras's sparse cross-entropy on sigmoid outputs p = 1 / (1 + exp(-logit)), which it scales to the sum 1:
 * -log(p_label / sum p), that is, a softmax over log-sigmoids. Otherwise as loss_softmax(), but +inf is a p of 1. */
struct loss_sum loss_sigmoid(int n, int k, const real *logits, const uint8_t *label, real *dlogits);

/* Squared error: (y - target)^2, mean over outputs. y, target [n][k]. dy [n][k], the gradient of the mean over
 * samples and outputs, is overwritten; NULL: not wanted. */
struct loss_sum loss_mse(int n, int k, const real *y, const real *target, real *dy);

#endif
