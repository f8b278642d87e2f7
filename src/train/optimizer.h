/*
 * Optimizers: one loop over flat blocks (kernels/kernels.h). Weight decay is L2 in the gradient (g + decay * w),
 * on weights alone unless decay_all. Update rules as in PyTorch:
 *   sgd      v = momentum v + g;  w -= lr v   (nesterov: w -= lr (g + momentum v))
 *   adam     Kingma & Ba 2015, algorithm 1: m, v with bias correction; w -= lr m^ / (sqrt(v^) + eps)
 *   rmsprop  v = rho v + (1 - rho) g^2;  w -= lr g / (sqrt(v) + eps)
 */
#ifndef NORMLAB_TRAIN_OPTIMIZER_H
#define NORMLAB_TRAIN_OPTIMIZER_H

#include "kernels/kernels.h"
#include "net/net.h"

enum optimizer_kind { SGD, ADAM, RMSPROP };
#define OPTIMIZERS "sgd|adam|rmsprop"

struct optimizer_options {
    int kind;
    double momentum; /* sgd */
    bool nesterov;
    double beta1, beta2; /* adam */
    double rho;          /* rmsprop */
    double eps;          /* adam, rmsprop */
    double weight_decay;
    bool decay_all;   /* gamma, beta and biases, too */
    double clip_norm; /* of the whole gradient's L2 norm; 0: off */
};

struct segment { /* a run of the flat block */
    size_t from, count;
    bool decay;
};

struct optimizer {
    struct optimizer_options options;
    struct net *net;
    const struct kernels *kernels;
    struct segment *segment;
    int segments;
    real *slot[2]; /* momentum and the like, laid out as the parameters */
    long steps;
    struct arena arena;
};

/* For a committed net, which must outlive o. 0 or -1 after a message. */
int optimizer_setup(struct optimizer *o, const struct optimizer_options *options, struct net *net);
void optimizer_release(struct optimizer *o);

/* One update from the net's gradient. Returns the gradient's L2 norm before
 * clipping and decay. */
double optimizer_step(struct optimizer *o, double lr);

#endif
