/* Runs one layer on a user's tensors, for comparison with another framework.
 *
 * Input file: x, of rank 2 [N,C], 3 [N,T,C] or 4 [N,H,W,C], tokens [N,T] or [N,T,1]; optional dy (shape of y), mask
 * [N,T] (or any shape with N*positions elements; 0 = padding), param/NAME, state/NAME; for add a second input x2.
 * Output file: y; with dy also dx (dx2) and dparam/NAME; param/NAME and state/NAME after the call. With APPLY_NCHW
 * channels follow N, and weights are stored as in PyTorch: conv2d [out,in,k,k], dense [out,in]; else as in normlab:
 * [k,k,in,out], [in,out]. A weight that is not given is drawn (he_normal, seed 0); other parameters and state
 * start as in training. Output is of the build's real type. */
#ifndef NORMLAB_TOOLS_APPLY_H
#define NORMLAB_TOOLS_APPLY_H

#include <stdbool.h>

enum apply_layout { APPLY_NHWC, APPLY_NCHW };

/* eval: inference mode. 0, or -1 after one message; the output file appears whole or not at all. */
int apply_file(const char *spec, const char *in, const char *out, enum apply_layout layout,
               bool eval);

#endif
