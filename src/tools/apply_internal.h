/* The interface between the files of apply: apply_read.c reads the input file; apply_run.c runs the layer and writes
 * the output file; apply_tensor.c describes in which order a file stores the elements of a tensor. */
#ifndef NORMLAB_TOOLS_APPLY_INTERNAL_H
#define NORMLAB_TOOLS_APPLY_INTERNAL_H

#include "layers/instance.h"
#include "store/hdf5/h5.h"
#include "tools/apply.h"

/* The dimensions of a tensor, and the order in which a file stores its elements. normlab stores the tensor with the
 * dimensions dim[0..rank). The file stores the same elements in the order of dimensions dim[from[0]], dim[from[1]]
 * and so on; the dataset has the dimensions file_dim[0..file_rank). */
struct tensor {
    int rank, file_rank;
    size_t dim[5], file_dim[5];
    int from[5];
};

/* Returns which of normlab's dimensions, counted from 0, is dimension i of a file's tensor of samples. rank: the number
 * of dimensions, N included. With APPLY_NCHW the channels, which are normlab's last dimension, follow N in the file. */
int dimension_of_samples(int rank, int i, enum apply_layout layout);

/* Returns the tensor of n samples of shape s. */
struct tensor tensor_of_samples(size_t n, struct shape s, enum apply_layout layout);

/* Returns the tensor of a parameter or of an array of state. With APPLY_NCHW the weights [k][k][in][out] are
 * [out][in][k][k] in the file, [k][in][out] are [out][in][k], and [in][out] are [out][in]. The tables of embedding
 * layers and all other arrays are in the file as in normlab. */
struct tensor tensor_of_param(const struct param *p, enum apply_layout layout);

size_t tensor_count(const struct tensor *t); /* the number of elements */

/* Returns the index, in normlab's order, of the element that has index i in the file. */
size_t tensor_index(const struct tensor *t, size_t i);

/* One call of apply_file(). */
struct apply {
    struct h5_file *in; /* the input file */
    const char *in_path;
    enum apply_layout layout;
    bool eval, has_dy;
    /* x holds tokens and is [N,T] in the file, without a dimension for channels */
    bool plain_tokens;
    int n; /* number of samples */
    struct instance instance;
    unsigned char *mask; /* [n * positions], 0 is padding; NULL: the file has no mask */
};

/* Sets up a->instance and its memory for the shapes of x and x2 in the file. spec: the layer and its options.
 * Returns 0, or -1 after a message. */
int apply_set_up(struct apply *a, const char *spec);

/* Reads the inputs, parameters, state, mask and dy into the instance. Parameters and state that the file lacks get
 * the values with which training starts. Returns 0, or -1 after a message. */
int apply_load(struct apply *a);

/* Returns the tensor of y and dy. The vectors that the layer flatten makes have their elements in the order in which the
 * file stores the layer's input. */
struct tensor apply_output(const struct apply *a);

#endif
