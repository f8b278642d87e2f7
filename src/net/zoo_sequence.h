/* The named networks for sequences, which zoo.c lists: options and text. */
#ifndef NORMLAB_NET_ZOO_SEQUENCE_H
#define NORMLAB_NET_ZOO_SEQUENCE_H

#include "net/net.h"

extern const struct option transformer_block_options[], transformer_options[], recurrent_options[],
    convnet_options[];

void transformer_block_write(const void *options, struct text *out);
void transformer_write(const void *options, struct text *out);
void recurrent_write(const void *options, struct text *out);
void convnet_write(const void *options, struct text *out);

#endif
