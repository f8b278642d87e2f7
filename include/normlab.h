/*
 * normlab.h: normalization layers, and the layers around them, for C programs. A layer is made from its text, runs on the
 * caller's arrays, and is freed:
 *
 *     struct nl_setup on = {.rank = 1, .shape = {64}, .max_n = 32};
 *     char message[NL_MESSAGE];
 *     struct nl_layer *norm = nl_layer_new("batchnorm momentum=0.1", &on, message);
 *
 *     nl_forward(norm, &(struct nl_call){.n = 32, .training = 1}, x, y);
 *     nl_backward(norm, dy, dx);
 *     nl_layer_free(norm);
 *
 * Texts are those of `normlab list layers`, except add, which takes two inputs. An activation is
 * [n][positions][channels], channels last. Compile and link with `pkg-config --cflags --libs normlab`.
 *
 * Functions that can fail return NULL or -1 and leave a message that says what is wrong and what to do. Nothing is printed,
 * the locale is not touched, and no input ends the process. nl_layer_new() also fails when there is no memory; a few
 * kilobytes may then leak. The other functions allocate nothing. Each layer may be used by one thread at a time,
 * different layers by different threads. The environment variable NORMLAB_ISA (plain, avx2, avx512) picks the instruction
 * set of new layers; a name that this CPU cannot run is ignored.
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

/* The type of all numbers. pkg-config defines NORMLAB_REAL_DOUBLE where the library was built with REAL=double. */
#ifdef NORMLAB_REAL_DOUBLE
typedef double nl_real;
#else
typedef float nl_real;
#endif

NL_API const char *nl_version(void); /* "0.1.0" */
NL_API size_t nl_real_bytes(void);   /* of the library's nl_real: 4 or, built for double, 8 */

enum { NL_MESSAGE = 512, NL_RANK = 4, NL_LARGEST = 1 << 20 /* of a dimension of the input */ };

struct nl_layer;

struct nl_setup {
    int rank; /* of a sample: 1 [C], 2 [T][C] (a sequence, tokens: C = 1) or 3 [H][W][C] (an image) */
    int shape[3]; /* the rank's dimensions */
    int max_n;    /* the most samples of a call */
    int min_train_n; /* the fewest samples of a training call; 0: max_n; -1: the layer will not be trained */
    int feeds_norm; /* 1: a norm follows, so dense and the convolutions have no bias unless the text asks for one */
    uint64_t seed; /* of the weights' first values and of dropout; take another for each layer */
};

/* A new layer. NULL with a message when the text or the setup is refused, or memory is gone; message may be NULL. */
NL_API struct nl_layer *nl_layer_new(const char *text, const struct nl_setup *s,
                                     char message[NL_MESSAGE]);
NL_API void nl_layer_free(struct nl_layer *l); /* NULL: nothing */

/* The output's shape for one sample: returns its rank and fills that many dimensions. */
NL_API int nl_output_shape(const struct nl_layer *l, int shape[3]);

/* Why the last call on this layer failed; "" when it did not. Owned by l. */
NL_API const char *nl_error(const struct nl_layer *l);

/* ---- parameters and state ---- */

struct nl_tensor {
    const char *name; /* "weight", "gamma", "running_mean", ...; NULL: there is no such tensor */
    int rank, dim[NL_RANK]; /* dense weight [in][out], conv2d weight [k][k][in][out], row-major */
    size_t count;           /* product of dim */
    nl_real *value;         /* may be read and written between calls */
    nl_real *gradient;      /* of the last backward; NULL: a piece of state, which is not trained */
};

/* Parameters come first, then state. Weights start with variance 2 / fan-in (he_normal), the others as in training. */
NL_API int nl_tensor_count(const struct nl_layer *l);
NL_API struct nl_tensor nl_tensor(const struct nl_layer *l, int number);
NL_API struct nl_tensor nl_tensor_named(const struct nl_layer *l, const char *name);

/* ---- passes ---- */

struct nl_call {
    int n;        /* samples, 1 to max_n */
    int training; /* 1: batch statistics, which the running ones follow, and dropout; 0: inference */
    int steps;    /* a sequence's steps in this call, 1 to T: arrays are [n][steps][C]; 0: T */
    const unsigned char
        *mask; /* [n][positions], 0: padding; NULL: all count. Some layers ignore it. */
};

/* y = the layer of x; y is overwritten and does not overlap x. 0 or -1. */
NL_API int nl_forward(struct nl_layer *l, const struct nl_call *call, const nl_real *x, nl_real *y);

/* Gradients of the last forward, whose x, y and mask must be as it left them: dx from dy, the gradient of y, and those of the
 * parameters; all are overwritten. dx may be NULL: not wanted, as for tokens, which have none. 0 or -1. */
NL_API int nl_backward(struct nl_layer *l, const nl_real *dy, nl_real *dx);

#ifdef __cplusplus
}
#endif

#endif
