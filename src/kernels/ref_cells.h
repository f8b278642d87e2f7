/* The plain kernels of recurrent cells: struct kernels (kernels.h) documents them. */
#ifndef NORMLAB_KERNELS_REF_CELLS_H
#define NORMLAB_KERNELS_REF_CELLS_H

#include "kernels/kernels.h"

void plain_rnn_forward(const struct cell_step *s);
void plain_rnn_backward(const struct cell_step *s);
void plain_lstm_forward(const struct cell_step *s);
void plain_lstm_output(const struct cell_step *s);
void plain_lstm_output_backward(const struct cell_step *s);
void plain_lstm_backward(const struct cell_step *s);
void plain_gru_forward(const struct cell_step *s);
void plain_gru_backward(const struct cell_step *s);

#endif
