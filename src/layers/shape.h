/* The shape of one sample, with S positions: S = H*W for an image, T for a sequence, 1 for a vector. */
#ifndef NORMLAB_LAYERS_SHAPE_H
#define NORMLAB_LAYERS_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

struct shape {
    int rank;    /* 1: [C]; 2: [T][C], h = T, w = 1; 3: [H][W][C] */
    int h, w, c; /* 1 where the rank has no such dimension */
};

struct shape shape_vector(int c);
struct shape shape_sequence(int t, int c);
struct shape shape_image(int h, int w, int c);
size_t shape_positions(struct shape s); /* S = h * w */
size_t shape_size(struct shape s);      /* S * C */
bool shape_equal(struct shape a, struct shape b);

/* Writes the shape as text: "14x14x8", "20x64" or "128". */
void shape_print(char out[48], struct shape s);

#endif
