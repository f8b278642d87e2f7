/*
 * normlab.h: normalization layers and other layers of neural networks, for C programs. A program makes a layer from a
 * text, runs it on its own arrays, and frees it:
 *
 *     struct nl_setup on = {.rank = 1, .shape = {64}, .max_n = 32};
 *     char message[NL_MESSAGE];
 *     struct nl_layer *norm = nl_layer_new("batchnorm momentum=0.1", &on, message);
 *
 *     nl_forward(norm, &(struct nl_call){.n = 32, .training = 1}, x, y);
 *     nl_backward(norm, dy, dx);
 *     nl_layer_free(norm);
 *
 * `normlab list layers` lists the texts of all layers. The library makes all of them but add, which has two inputs.
 * Arrays of activations are [n][positions][channels], channels last. Compile and link with
 * `pkg-config --cflags --libs normlab`.
 *
 * Functions that can fail return NULL or -1 and write a message that says what is wrong and what to do. The library
 * prints nothing, does not change the locale, and never ends the process. nl_layer_new() also fails when there is no
 * memory; a few kilobytes may then leak. The other functions allocate no memory. One layer may be used by one
 * thread at a time; several threads may use different layers at the same time. The environment variable NORMLAB_ISA
 * (plain, avx2 or avx512) selects the instruction set of new layers. A name that this CPU cannot run is ignored.
 */
#ifndef NORMLAB_H
#define NORMLAB_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined __GNUC__
#define NL_API __attribute__((visibility("default")))
#else
#define NL_API
#endif

/* The type of all numbers in arrays. pkg-config defines NORMLAB_REAL_DOUBLE when the library was built with
 * REAL=double. */
#ifdef NORMLAB_REAL_DOUBLE
typedef double nl_real;
#else
typedef float nl_real;
#endif

NL_API const char *nl_version(void); /* returns "0.2.0" */

/* Returns the size in bytes of the library's nl_real: 4, or 8 when the library was built with REAL=double. */
NL_API size_t nl_real_bytes(void);

/* The size of a message in bytes, the largest rank of a tensor, and the largest dimension of an input. */
enum { NL_MESSAGE = 512, NL_RANK = 4, NL_LARGEST = 1 << 20 };

struct nl_layer;

struct nl_setup {
    /* Of a sample: 1 for [C], 2 for [T][C] (a sequence; of tokens with C = 1), 3 for [H][W][C] (an image). */
    int rank;
    int shape[3]; /* the sample's dimensions; only the first `rank` are read */
    int max_n;    /* the largest number of samples in a call */
    /* The smallest number of samples in a training call. 0 stands for max_n; -1: the layer will not be trained. */
    int min_train_n;
    /* 1: the next layer is a norm. Then dense and the convolutions have no bias, unless the text sets bias=1. */
    int feeds_norm;
    uint64_t seed; /* for the weights' first values and for dropout; use another for each layer */
};

/* Returns a new layer, which the caller frees by nl_layer_free(). `text` is the layer's text, as in the example above.
 * Returns NULL and writes a message when the text or the setup is wrong or when there is no memory. message may be
 * NULL: then no message is written. */
NL_API struct nl_layer *nl_layer_new(const char *text, const struct nl_setup *s,
                                     char message[NL_MESSAGE]);
NL_API void nl_layer_free(struct nl_layer *l); /* frees l and all its arrays; NULL: does nothing */

/* Returns the rank of one sample of the output, and writes its dimensions to shape[0], ..., shape[rank - 1]. */
NL_API int nl_output_shape(const struct nl_layer *l, int shape[3]);

/* Returns the message of the last nl_forward() or nl_backward() of this layer if it failed, else "". l owns it. */
NL_API const char *nl_error(const struct nl_layer *l);

/* ---- parameters and state ---- */

struct nl_tensor {
    const char *name; /* "weight", "gamma", "running_mean", ...; NULL: there is no such tensor */
    int rank, dim[NL_RANK]; /* dense weight [in][out], conv2d weight [k][k][in][out], row-major */
    size_t count;           /* product of dim */
    /* May be read and written between calls. The next nl_forward() fails when a running variance is negative, or when a
     * count, as num_batches_tracked, is not a whole number from 0 on. */
    nl_real *value;
    /* Gradient by the last nl_backward(). NULL: the tensor is state, as running_mean, which is not trained. */
    nl_real *gradient;
};

/* The layer's tensors: their number, the tensor `number` (from 0), and the tensor with a name. When there is no such
 * tensor, the result's name is NULL. Parameters come before state. The first values of weights are normal with variance
 * 2 / fan-in (he_normal); the other tensors start at constants, as gamma at 1 and beta at 0. The layer owns the arrays. */
NL_API int nl_tensor_count(const struct nl_layer *l);
NL_API struct nl_tensor nl_tensor(const struct nl_layer *l, int number);
NL_API struct nl_tensor nl_tensor_named(const struct nl_layer *l, const char *name);

/* ---- passes ---- */

struct nl_call {
    int n;        /* number of samples, 1 to max_n */
    int training; /* 1: batch statistics, which also update the running ones, and dropout */
    /* The steps of the sequences in this call, 1 to T: arrays are then [n][steps][C]. 0 stands for T. Must be 0 for a layer
     * whose input is no sequence, or that needs all positions, as flatten. */
    int steps;
    /* [n][positions], 0: padding; NULL: no padding. Some layers ignore it. */
    const unsigned char *mask;
};

/* Computes the layer's output y from its input x. y is overwritten and must not overlap x. Returns 0, or -1 with
 * nl_error(). */
NL_API int nl_forward(struct nl_layer *l, const struct nl_call *call, const nl_real *x, nl_real *y);

/* Computes gradients of the last nl_forward(), which must not have failed. Its arrays x, y and mask must be unchanged.
 * dy is the gradient of y. dx, the gradient of x, and the gradients of the parameters are overwritten. dx may be NULL
 * when it is not needed, and must be NULL when x holds tokens. Returns 0, or -1 with nl_error(). */
NL_API int nl_backward(struct nl_layer *l, const nl_real *dy, nl_real *dx);

#ifdef __cplusplus
}
#endif

#endif
