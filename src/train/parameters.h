/* The parameters of a net: connects them to an optimizer, and computes metrics from them and their gradients. */
#ifndef NORMLAB_TRAIN_PARAMETERS_H
#define NORMLAB_TRAIN_PARAMETERS_H

#include "net/net.h"
#include "optimizers/optimizer.h"

/* Calls optimizer_setup() for all parameters of net n, which net_commit() must have given its memory and which must
 * outlive o. The threads n->threads share each update. Only parameters of the role PARAM_WEIGHT are marked as
 * weights, for weight decay. Returns 0, or -1 after a message. */
int optimizer_setup_net(struct optimizer *o, const struct optimizer_options *options,
                        const struct net *n);

/* Sets *mean and *sd to the mean and population standard deviation of all parameters of a role; both are NaN when the
 * net has no such parameters. */
void parameter_moments(const struct net *n, enum param_role role, double *mean, double *sd);

/* Keep gamma and beta of all layers with running statistics as they are during an update: affine_hold() sets their
 * gradients to 0 and copies their values to values[param_reals]; affine_restore() writes them back. */
void affine_hold(const struct net *n, real *values);
void affine_restore(const struct net *n, const real *values);

/* Returns the L2 norm of the gradient of the net's first weight tensor, divided by that of its last weight tensor, in the
 * order of the net's text. NaN when the net has no weights, or when the gradient of the last tensor is 0. */
double gradient_ratio(const struct net *n);

#endif
