/* Softmax cross-entropy. */
#ifndef NORMLAB_TRAIN_LOSS_H
#define NORMLAB_TRAIN_LOSS_H

#include "base/real.h"
#include <stddef.h>
#include <stdint.h>

struct loss_sum {
    double loss; /* sum over samples of -log softmax(logits)[label], in nats */
    int wrong;   /* samples whose first largest logit is not the label's (or one is NaN) */
};

/* logits [n][k], label [n] < k. dlogits [n][k], the gradient of the mean loss, is overwritten;
 * NULL: not wanted. A logit of NaN or +inf gives a loss that is not finite, and so does -inf at the label. */
struct loss_sum loss_softmax(int n, int k, const real *logits, const uint8_t *label, real *dlogits);

#endif
