/*
 * Rows of tiles for conv2d_winograd.c: where they are in images and in planes (kernels/winograd.h), and their transforms.
 * The rows of tiles of all samples of a call are numbered in one sequence: sample i has the rows from i * tiles_y on.
 */
#ifndef NORMLAB_LAYERS_CONV_WINOGRAD_ROWS_H
#define NORMLAB_LAYERS_CONV_WINOGRAD_ROWS_H

#include "kernels/kernels.h"
#include "kernels/winograd.h"

/* A convolution: from images h x w with `in` channels and `before` zeros above and to the left of them, to images
 * out_h x out_w with `out` channels. */
struct winograd_job {
    int h, w, before, in, out_h, out_w, out;
    int tiles_y, tiles_x;
};

/* The rows [first, first + rows) of the sequence. */
struct stretch {
    size_t first, rows;
};

/* A piece of memory. */
struct span {
    const real *at;
    size_t count;
};

struct winograd_job winograd_job_make(int h, int w, int before, int in, int out_h, int out_w,
                                      int out);

/* Returns the largest number of rows of tiles that have together at most `tiles` tiles, and planes of at most `bytes`
 * bytes. Returns 1 when a single row has more. */
size_t winograd_rows(const struct winograd_job *j, size_t tiles, size_t bytes);

/* Returns the distance, in elements, between the starts of planes of n elements. It is a little larger than n: planes
 * at a distance of a multiple of 4096 bytes would use the same lines of the cache. */
size_t winograd_spaced(size_t n);

/* Returns the rows from `first` on, at most `rows`, that are before `end`. */
struct stretch stretch_make(size_t first, size_t end, size_t rows);

/* Return the memory of s in the inputs and in the outputs of a job. */
struct span span_inputs(const struct winograd_job *j, struct stretch s, const real *x);
struct span span_outputs(const struct winograd_job *j, struct stretch s, const real *y);

/* Divides s into `pieces` pieces and prefetches piece `number` into the cache, to read or to write it. Should be called
 * between products, which leave most of the memory's bandwidth unused. */
void span_fetch(struct span s, size_t number, size_t pieces, bool to_write);

/* Transform the tiles of s: winograd_inputs() from x to planes u, winograd_outputs() from planes m to y (or adds to y),
 * winograd_gradients() from dy to planes v. x, y and dy are the images of all samples; the planes begin with the first
 * tile of s, and start `plane` elements apart. */
void winograd_inputs(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                     const real *x, real *u, size_t plane);
void winograd_outputs(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                      const real *m, size_t plane, real *y, bool add);
void winograd_gradients(const struct kernels *k, const struct winograd_job *j, struct stretch s,
                        const real *dy, real *v, size_t plane);

#endif
