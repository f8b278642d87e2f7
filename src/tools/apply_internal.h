/* What the files of apply share: apply_read.c reads the input, apply_run.c runs the layer and writes the output,
 * apply_tensor.c knows the order of elements in files. */
#ifndef NORMLAB_TOOLS_APPLY_INTERNAL_H
#define NORMLAB_TOOLS_APPLY_INTERNAL_H

#include "layers/instance.h"
#include "store/hdf5/h5.h"
#include "tools/apply.h"

/* A tensor as normlab stores it, with its dimensions dim[0..rank), and as it is in a file. The elements in the file
 * are in the order of dimensions dim[from[0]], dim[from[1]], ...; their dataset has the dimensions
 * file_dim[0..file_rank). */
struct tensor {
    int rank, file_rank;
    size_t dim[5], file_dim[5];
    int from[5];
};

/* n samples of a shape. With APPLY_NCHW the channels, normlab's last dimension, follow N in the file. */
struct tensor tensor_of_samples(size_t n, struct shape s, enum apply_layout layout);

/* A parameter or a piece of state. With APPLY_NCHW weights [k][k][in][out] are [out][in][k][k] in the file,
 * [k][in][out] are [out][in][k], and [in][out] are [out][in]; tables and everything else are as normlab stores them. */
struct tensor tensor_of_param(const struct param *p, enum apply_layout layout);

size_t tensor_count(const struct tensor *t); /* elements */

/* The index in normlab's order of the element with index i in the file. */
size_t tensor_index(const struct tensor *t, size_t i);

struct apply {
    struct h5_file *in;
    const char *in_path;
    enum apply_layout layout;
    bool eval, has_dy;
    bool plain_tokens; /* x is [N,T] in the file */
    int n;             /* samples */
    struct instance instance;
    unsigned char *mask; /* NULL: the file has none */
};

/* Sets up a->instance, with its memory, for the file's x (and x2). 0 or -1 after a message. */
int apply_set_up(struct apply *a, const char *spec);

/* Reads inputs, parameters, state, mask and the output's gradient into the instance; parameters and state that the
 * file lacks get their first values. 0 or -1 after a message. */
int apply_load(struct apply *a);

/* y and dy. The vectors of flatten keep the order of its input in the file. */
struct tensor apply_output(const struct apply *a);

#endif
