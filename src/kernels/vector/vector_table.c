/*
 * The vector kernels, one source for every instruction set: CMake compiles it once for each, with
 * VECTOR_BYTES, VECTOR_TABLE (kernels_avx2, ...) and VECTOR_NAME defined. Results are those of ref.c
 * to rounding; tests/test_kernels.c holds the two together.
 *
 * Sums run in real over the rows of one call (columns_moments), BLOCK rows (columns_sums) or SPAN elements of
 * a row, over several lanes, then in double; matmul's, in blocks of MATMUL_BLOCK terms, all in real.
 */
#include "kernels/vector/vector_cells.h"
#include "kernels/vector/vector_columns.h"
#include "kernels/vector/vector_exp.h"
#include "kernels/vector/vector_flat.h"
#include "kernels/vector/vector_matmul.h"
#include "kernels/vector/vector_rows.h"
#include "kernels/vector/vector_winograd.h"

const struct kernels VECTOR_TABLE = {
    .name = VECTOR_NAME,
    .columns_moments = columns_moments,
    .columns_apply = columns_apply,
    .columns_sums = columns_sums,
    .columns_backward = columns_backward,
    .columns_total = columns_total,
    .columns_convert = columns_convert,
    .rows_forward = rows_forward,
    .rows_backward = rows_backward,
    .softmax_rows = softmax_rows,
    .softmax_rows_backward = softmax_rows_backward,
    .matmul = matmul,
    .transpose = transpose,
    .relu_forward = relu_forward,
    .relu_backward = relu_backward,
    .sigmoid_forward = sigmoid_forward,
    .tanh_forward = tanh_forward,
    .sum = sum,
    .bias_add = bias_add,
    .rnn_forward = rnn_forward,
    .rnn_backward = rnn_backward,
    .lstm_forward = lstm_forward,
    .lstm_output = lstm_output,
    .lstm_output_backward = lstm_output_backward,
    .lstm_backward = lstm_backward,
    .gru_forward = gru_forward,
    .gru_backward = gru_backward,
    .winograd_input = winograd_input,
    .winograd_output = winograd_output,
    .winograd_gradient = winograd_gradient,
    .winograd_filter = winograd_filter,
    .winograd_filter_gradient = winograd_filter_gradient,
    .square_sum = square_sum,
    .sgd = sgd,
    .adam = adam,
    .rmsprop = rmsprop,
};
