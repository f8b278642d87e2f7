/* Runs one layer on a user's tensors, for comparison with another framework. A tensor is a dataset of an HDF5 file.
 *
 * Input file:
 *   x                 [N,C], [N,T,C] or [N,H,W,C]; for a layer that takes tokens, [N,T] or [N,T,1]
 *   x2                second input; only for the layer add, which needs it
 *   dy                optional: gradient of the loss with respect to y, in the shape of y
 *   mask              optional: [N,T], or N * positions elements in another shape that begins with N; 1 where a position
 *                     counts, 0 at padding
 *   param/NAME, state/NAME   optional: parameters and state of the layer
 *
 * Output file:
 *   y
 *   dx, dx2, dparam/NAME     only when there is a dy: the gradients; no dx for a layer that takes tokens
 *   param/NAME, state/NAME   parameters and state after the call
 *
 * With APPLY_NHWC channels are the last dimension, and weights are stored as in normlab: conv2d [k,k,in,out], dense
 * [in,out]. With APPLY_NCHW channels follow N, and weights are stored as in PyTorch: conv2d [out,in,k,k], dense
 * [out,in]. A weight that the input file lacks is drawn at random (he_normal, seed 0). Other parameters and state that
 * it lacks get the values with which training starts. Parameters and state must be finite, and values that the
 * tensor can have (enum param_domain): no variance is negative. x and dy may hold infinite numbers and NaN. The numbers
 * in the output file have the type `real` of the build. */
#ifndef NORMLAB_TOOLS_APPLY_H
#define NORMLAB_TOOLS_APPLY_H

#include <stdbool.h>

enum apply_layout { APPLY_NHWC, APPLY_NCHW };

/* Applies the layer `spec` to the input file `in` and writes the output file `out`. eval: inference mode instead of
 * training mode. Returns 0, or -1 after one message. The output file appears only when it is complete. It may replace
 * an HDF5 file, but neither the input file nor a file of another kind. */
int apply_file(const char *spec, const char *in, const char *out, enum apply_layout layout,
               bool eval);

#endif
