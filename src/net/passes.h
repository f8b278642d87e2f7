/* What net_build() does with the list of layers that the text gave. Private to src/net. */
#ifndef NORMLAB_NET_PASSES_H
#define NORMLAB_NET_PASSES_H

#include "net/net.h"

/* Sets each buffer's view_of and needs_gradient. */
void net_trace(struct net *n);

/* Lays out parameters and state in the flat blocks, in the order of the text. */
void net_book_tensors(struct net *n);

/* Lets a layer that can (type->takes_epilogue) add a residual and apply an activation in its own pass,
 * where nothing else reads what lies between: nodes become fewer, buffers are left unused. After
 * net_trace(). */
void net_fuse(struct net *n);

/* Which gradients are added to and which overwritten, and where everything lies in the arena. Values
 * live from the layer that makes them to the last that reads them, in backward, too; gradients from
 * the first layer that writes them to the one that takes them; what does not live at the same time
 * may share memory. */
void net_plan(struct net *n);

#endif
