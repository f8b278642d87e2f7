#include "layers/sequence.h"

int sequence_check(const struct layer *l, struct setup *s)
{
    if (l->in[0].rank != 2)
        return layer_error(s, "needs a sequence [T][C], the input has rank %d", l->in[0].rank);
    return 0;
}

const unsigned char *sequence_mask(const struct layer *l, const struct io *io, int n)
{
    return io->mask ? io->mask + (size_t)n * layer_positions(l, io) : NULL;
}
