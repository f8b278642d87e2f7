/* What net_build() does with the list of layers that the text gave. */
#ifndef NORMLAB_NET_NET_INTERNAL_H
#define NORMLAB_NET_NET_INTERNAL_H

#include "net/net.h"

/* Sets each buffer's view_of, readers, reader and needs_gradient. */
void net_trace(struct net *n);

/* Lays out parameters and state in the flat blocks, in the order of the text. */
void net_book_tensors(struct net *n);

/* Lets layers that can (type->takes_epilogue) carry out an add and an activation in their own pass, where nothing
 * else reads the values between them. Nodes become fewer, and some buffers are no longer used. After net_trace(). */
void net_fuse(struct net *n);

/* Decides which gradients are added to and which are overwritten, and the offset of everything in the arena. A value
 * is kept from the layer that computes it to the last that reads it, in forward or backward; a gradient from the
 * first layer that writes it to the layer that reads it. What is not kept at the same time may share memory. */
void net_plan(struct net *n);

#endif
