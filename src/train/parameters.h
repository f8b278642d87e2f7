/* The parameters of a net: what an optimizer trains, and what is measured of them. */
#ifndef NORMLAB_TRAIN_PARAMETERS_H
#define NORMLAB_TRAIN_PARAMETERS_H

#include "net/net.h"
#include "optimizers/optimizer.h"

/* optimizer_setup() for all parameters of a committed net, which must outlive o. n->threads share each update.
 * Weights alone decay. 0, or -1 after a message. */
int optimizer_setup_net(struct optimizer *o, const struct optimizer_options *options,
                        const struct net *n);

/* Mean and population standard deviation of all parameters of a role; NaN when the net has none. */
void parameter_moments(const struct net *n, enum param_role role, double *mean, double *sd);

/* L2 norm of the gradient of the net's first weight tensor over that of its last, in the order of the net's text; NaN
 * when it has none, or the last norm is 0. */
double gradient_ratio(const struct net *n);

#endif
