/*
 * Optimizers: one loop over flat blocks (kernels/kernels.h). Weight decay is L2 in the gradient (g + decay * w),
 * on weights alone unless decay_all. Update rules as in PyTorch:
 *   sgd      v = momentum v + g;  w -= lr v   (nesterov: w -= lr (g + momentum v))
 *   adam     Kingma & Ba 2015, algorithm 1: m, v with bias correction; w -= lr m^ / (sqrt(v^) + eps);
 *            adam_form=keras, the end of their section 2: with eps beside the uncorrected root,
 *            w -= lr sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + eps)
 *   rmsprop  v = rho v + (1 - rho) g^2;  w -= lr g / (sqrt(v) + eps)
 */
#ifndef NORMLAB_OPTIMIZERS_OPTIMIZER_H
#define NORMLAB_OPTIMIZERS_OPTIMIZER_H

#include "kernels/kernels.h"
#include "net/net.h"

enum optimizer_kind { SGD, ADAM, RMSPROP };
#define OPTIMIZERS "sgd|adam|rmsprop"

enum adam_form { ADAM_TORCH, ADAM_KERAS };
#define ADAM_FORMS "torch|keras"

struct optimizer_options {
    int kind;
    double momentum; /* sgd */
    bool nesterov;
    double beta1, beta2; /* adam */
    int adam_form;
    double rho; /* rmsprop */
    double eps; /* adam, rmsprop */
    double weight_decay;
    bool decay_all;   /* gamma, beta and biases, too */
    double clip_norm; /* of the whole gradient's L2 norm; 0: off */
};

struct update_block { /* a run of the flat blocks; threads take one at a time */
    size_t from, count;
    bool decay;
    double squares; /* of its gradient, summed by the last step */
};
#define UPDATE_BLOCK ((size_t)1 << 14) /* elements at most */

struct optimizer {
    struct optimizer_options options;
    struct net *net;
    const struct kernels *kernels;
    struct update_block *block;
    int blocks;
    struct update_rule rule; /* of this step */
    real *slot[2];           /* momentum and the like, laid out as the parameters */
    long steps;
    struct arena arena;
};

/* For a committed net, which must outlive o. 0 or -1 after a message. */
int optimizer_setup(struct optimizer *o, const struct optimizer_options *options, struct net *net);
void optimizer_release(struct optimizer *o);

/* One update, shared by the net's threads, from the net's gradient. Returns the gradient's L2 norm before
 * clipping and decay. */
double optimizer_step(struct optimizer *o, double lr);

#endif
