/* The plain kernels that several files use. ref.c, ref_cells.c and ref_winograd.c define them; struct kernels
 * (kernels.h) says what each does. */
#ifndef NORMLAB_KERNELS_PLAIN_H
#define NORMLAB_KERNELS_PLAIN_H

#include "kernels/kernels.h"

/* Returns 1 / (1 + exp(-x)), without overflow for any x. */
real plain_sigmoid(double x);

void plain_sigmoid_forward(size_t n, const real *x, real *y);
void plain_tanh_forward(size_t n, const real *x, real *y);
void plain_softmax_rows(size_t rows, int length, real scale, const real *x,
                        const unsigned char *mask, real *y);

void plain_rnn_forward(const struct cell_step *s);
void plain_rnn_backward(const struct cell_step *s);
void plain_lstm_forward(const struct cell_step *s);
void plain_lstm_output(const struct cell_step *s);
void plain_lstm_output_backward(const struct cell_step *s);
void plain_lstm_backward(const struct cell_step *s);
void plain_gru_forward(const struct cell_step *s);
void plain_gru_backward(const struct cell_step *s);

void plain_winograd_input(int tiles, int c, const real *x, int h, int w, int top, int left, real *u,
                          size_t plane);
void plain_winograd_output(int tiles, int c, const real *m, size_t plane, int height, int width,
                           real *y, size_t stride, bool add);
void plain_winograd_gradient(int tiles, int c, const real *dy, size_t stride, int height, int width,
                             real *v, size_t plane);
void plain_winograd_filter(size_t n, const real *const g[9], real *w, size_t plane);
void plain_winograd_filter_gradient(size_t n, const real *dw, size_t plane, bool add, double *dg,
                                    size_t tap);

#endif
