/* The steps of net_build() after the text was parsed into a list of nodes. */
#ifndef NORMLAB_NET_NET_INTERNAL_H
#define NORMLAB_NET_NET_INTERNAL_H

#include "net/net.h"

/* Sets view_of, readers, reader and needs_gradient of each buffer. */
void net_trace(struct net *n);

/* Assigns the offsets of parameters and state in the flat blocks, in the order of the text, and counts them. */
void net_book_tensors(struct net *n);

/* Fuses an add, or an activation, into the layer before it, so that this layer computes it in its own pass. It does so
 * when the layer's type has takes_epilogue and no other node reads the values between them. The derivative of a fused
 * relu is left to the layer after it where both types have takes_gate. Sets data_norm and joined of the nodes. Sets
 * n->node_of, and removes the nodes of fused layers; some buffers are then unused. Must be called after net_trace().
 * fuses = false: fuses nothing, sets n->node_of, and sets data_norm of all nodes to -1. */
void net_fuse(struct net *n, bool fuses);

/* Decides whether each node adds to a gradient or overwrites it, and books all memory in the arena. A value is kept
 * from the layer that computes it to the last layer that reads it, in forward or backward. A gradient is kept from the
 * first layer that writes it to the layer that reads it. Buffers that are not kept at the same time may share
 * memory. */
void net_plan(struct net *n);

#endif
