/* From a net to what an optimizer trains. */
#ifndef NORMLAB_TRAIN_PARAMETERS_H
#define NORMLAB_TRAIN_PARAMETERS_H

#include "net/net.h"
#include "optimizers/optimizer.h"

/* optimizer_setup() for all parameters of a committed net, which must outlive o. n->threads share each update. Weights
 * alone decay. 0, or -1 after a message. */
int optimizer_setup_net(struct optimizer *o, const struct optimizer_options *options,
                        const struct net *n);

#endif
