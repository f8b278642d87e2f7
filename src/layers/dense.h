/* A dense layer's two paths: dense_tiles.c where LIBXSMM serves, and CBLAS. Private to dense. */
#ifndef NORMLAB_LAYERS_DENSE_H
#define NORMLAB_LAYERS_DENSE_H

#include "kernels/brgemm.h"
#include "layers/layer.h"

enum { DENSE_WEIGHT, DENSE_BIAS }; /* parameters */
enum { DENSE_TILES = 6 };          /* of 32, 16, 8, 4, 2 and 1 rows */

/* The products' code by tile; the second index: a whole block of columns or the last, narrower one. */
struct dense_tiles {
    struct brgemm forward[DENSE_TILES][2];
    struct brgemm weight[DENSE_TILES][2][2]; /* third: add */
    struct brgemm input[DENSE_TILES];
    size_t offsets, parts, part_bytes; /* in scratch */
};

struct dense {
    int units, bias;
    bool has_bias, by_tiles;
    struct dense_tiles tiles;
};

/* Books memory and makes code for up to max_rows rows; false: this path does not serve. */
bool dense_tiles_setup(struct layer *l, struct dense *d, size_t max_rows);
void dense_tiles_forward(const struct layer *l, const struct dense *d, struct io *io);
/* Writes dx only where it is not added to: that is left to the caller. */
void dense_tiles_backward(const struct layer *l, const struct dense *d, struct io *io);

#endif
