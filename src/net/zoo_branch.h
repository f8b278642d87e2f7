/* The option `branch` of named networks: which layer ends each residual branch. */
#ifndef NORMLAB_NET_ZOO_BRANCH_H
#define NORMLAB_NET_ZOO_BRANCH_H

#include "net/net.h"

enum zoo_branch { ZOO_BRANCH_PLAIN, ZOO_BRANCH_SKIPINIT, ZOO_BRANCH_LAYERSCALE };

/* clang-format off */
/* The entry of a table of options. type: the options struct, which has `int branch`, an enum zoo_branch. */
#define ZOO_BRANCH_OPTION(type)                                                                    \
    {"branch", OPTION_CHOICE, offsetof(type, branch), "plain", 0, 0, "plain|skipinit|layerscale",  \
     "a layer at the end of each residual branch: skipinit, layerscale, or none"}
/* clang-format on */

/* The words of the option, by enum zoo_branch. */
extern const char *const zoo_branch[];

/* Adds "; skipinit" or "; layerscale" to out; nothing for plain. */
void zoo_branch_write(int branch, struct text *out);

#endif
