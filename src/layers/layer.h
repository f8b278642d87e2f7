/*
 * The layer interface.
 *
 * A layer is an immutable description (struct layer) plus functions over memory that each call hands it (struct io). It owns
 * no memory but its description. layer_setup() checks options and shapes and books the memory that the layer needs; calls
 * of a layer that set-up has accepted cannot fail.
 *
 * An activation is [N][S][C], channels last: N samples, S positions, C channels.
 *
 * A new layer or norm is one file that defines a `const struct layer_type` and one line in layers.def.
 */
#ifndef NORMLAB_LAYERS_LAYER_H
#define NORMLAB_LAYERS_LAYER_H

#include "base/formats/option.h"
#include "base/real.h"
#include "layers/shape.h"
#include <stdint.h>

#define LAYER_INPUTS   2
#define LAYER_PARAMS   32
#define LAYER_EXAMPLES 8
#define LAYER_OPTIONS  8192 /* bytes of the largest options struct */
#define LAYER_MESSAGE  512
#define LAYER_NAME     64

enum param_role {
    PARAM_WEIGHT, /* drawn at random by fan_in and fan_out; weight decay applies */
    PARAM_BIAS,   /* starts at `initial`, like those below */
    PARAM_GAMMA,
    PARAM_BETA,
    PARAM_STATE, /* not trained: running statistics */
};

/* A parameter or a piece of state. Its values are part of the block of all parameters, or of all state, of the layer. */
struct param {
    char name[32]; /* "weight", "gamma", "running_mean": as in files */
    enum param_role role;
    int rank, dim[4];    /* conv2d weight [k][k][in][out], dense weight [in][out] */
    size_t count;        /* product of dim */
    size_t offset;       /* in reals, in the layer's block; a multiple of ARENA_ALIGN bytes */
    int fan_in, fan_out; /* of a weight */
    double initial;      /* the first value of every element that is not drawn */
    bool is_table;       /* a weight whose rows are looked up: files hold it as [rows][c], too */
};

/* Each file with an options struct asserts that it fits into a layer. */
#define LAYER_OPTIONS_FIT(type)                                                                    \
    _Static_assert(sizeof(type) <= LAYER_OPTIONS, "LAYER_OPTIONS is too small")

struct layer_type;
struct norm;
struct kernels;
struct parallel;

/* An elementwise function whose derivative follows from its output y alone, so that another layer can apply it to its own
 * output in the same pass (struct epilogue). */
struct activation {
    const char *name;
    bool is_relu; /* kernels have a faster way */
    void (*forward)(const struct kernels *k, size_t n, const real *x, real *y); /* y may be x */
    void (*backward)(const struct kernels *k, size_t n, const real *y, const real *dy, real *dx,
                     bool add);
};

/* The last thing that a layer does to its output: y = activation(y + x[1]). The net sets it on layers whose type has
 * takes_epilogue (net/fuse.c); such a layer then does the work of two or three. */
struct epilogue {
    bool add;                            /* adds x[1], a residual's shortcut */
    const struct activation *activation; /* NULL: none */
};

struct layer {
    const struct layer_type *type;
    char name[LAYER_NAME]; /* full name in its net: "block2.norm1" */
    int inputs;            /* 1, or 2 for add */
    struct shape in[LAYER_INPUTS], out;
    struct param param[LAYER_PARAMS]; /* trained */
    int params;
    struct param state[LAYER_PARAMS]; /* not trained */
    int states;
    size_t param_reals, state_reals;   /* sizes of the layer's blocks, padding included */
    size_t saved_bytes, scratch_bytes; /* for a call with up to max_n samples */
    const struct kernels *kernels;     /* those that its calls use: kernels_choose() at set-up */
    struct epilogue epilogue;          /* none after set-up */
    double flops;                      /* forward, per sample; a multiply-add counts 2 */
    _Alignas(16) unsigned char options[LAYER_OPTIONS]; /* the type's options struct */
};

/* The circumstances of a set-up, and its message when it fails. */
struct setup {
    int max_n;       /* the largest number of samples of any call */
    int min_train_n; /* the smallest number of a training call; 0: the layer will not be trained */
    bool feeds_norm; /* the next layer is a norm: bias=auto means none */
    bool masked;     /* the meaning of masked=auto of a norm */
    char message[LAYER_MESSAGE];
};

/* One call. Memory blocks do not overlap, except that y may be x[0] and dy may be dx[0] of a view. */
struct io {
    int n; /* samples in this call, 1 <= n <= max_n */
    int t; /* positions of this call's sequences (rank 2): arrays are [n][t][c]; 0: in[].h */
    bool training;               /* else inference */
    const real *x[LAYER_INPUTS]; /* inputs; in backward as they were in forward */
    real *y;                     /* forward: output, overwritten; backward: as forward left it */
    const real *dy;              /* gradient of y */
    real *dx[LAYER_INPUTS];      /* gradients of x; NULL: not wanted */
    bool add[LAYER_INPUTS];      /* accumulate into dx; else overwrite it */
    bool add_param;              /* accumulate into dparam; else overwrite it */
    const real *param;           /* the layer's parameter block */
    real *dparam;                /* gradients, same layout as param; padding is left alone */
    real *state;                 /* the layer's state block; forward updates it in training */
    void *saved;                 /* forward writes, backward reads */
    void *scratch;               /* memory for the duration of the call */
    struct parallel *threads;    /* share the work; NULL: the calling thread alone */
    uint64_t random_key;         /* of this layer at this step */
    const unsigned char *mask; /* [N][S], 0: padding; NULL: all valid; for types with reads_mask */
};

struct layer_type {
    const char *name;             /* keyword in a net's text, and in files */
    const char *usage;            /* one line */
    const char *positional;       /* the option that a bare first word sets; NULL: none */
    const struct option *options; /* ends with a NULL name; NULL: none */
    /* The option, as compat, that sets defaults of others and does nothing else; NULL: none. */
    const char *preset;
    /* Replaces auto by the value that it means, and a value without effect by the default. Afterwards two structs of options
     * are equal, but for the preset, if and only if they make the same layer. Unchanged are values that depend on the shape,
     * on neighbours or on a mask, and those that set-up will refuse. layer_parse() calls it. NULL: nothing to replace. */
    void (*resolve)(void *options);
    bool is_norm; /* may replace ${norm} */
    /* The norm's partition and offsets (norms/norm.h), for readers of its statistics; NULL: it is no norm by partition. */
    const struct norm *(*norm)(const struct layer *l);
    bool view; /* y is x in another shape: a net may let both share memory and skip the calls */
    bool takes_epilogue; /* carries out l->epilogue */
    bool reads_mask;     /* a mask may change what it computes */
    bool takes_sequence; /* its input has rank 2 */
    bool takes_tokens; /* x holds token numbers and has no gradient; param[0] has a row for each */
    bool takes_all_positions;            /* io.t must be 0 */
    const struct activation *activation; /* the layer is exactly this; NULL: it is not */
    int inputs;                          /* 0 means 1 */
    /* Specs without the name; tests run them on an image or a sequence. */
    const char *examples[LAYER_EXAMPLES];

    /* Checks l->in against the options, sets l->out and flops, and books memory by the layer_book_ functions. Returns 0, or
     * layer_error() or layer_refuse(). */
    int (*setup)(struct layer *l, struct setup *s);
    /* Frees what set-up allocated, also after a set-up that failed halfway; NULL: it allocates nothing. */
    void (*clear)(struct layer *l);
    void (*forward)(const struct layer *l, struct io *io);
    void (*backward)(const struct layer *l, struct io *io);

    /* One sample of a pass, for types whose forward and backward are layer_forward_samples() and layer_backward_samples(). */
    void (*forward_sample)(const struct layer *l, const struct io *io, int n);
    void (*backward_sample)(const struct layer *l, const struct io *io, int n);
    /* Elements [first, end) of a pass, for layer_forward_elements() and layer_backward_elements(). */
    void (*forward_elements)(const struct layer *l, const struct io *io, size_t first, size_t end);
    void (*backward_elements)(const struct layer *l, const struct io *io, size_t first, size_t end);
};

/* ---- for users of layers ---- */

/* Every type in layers.def; ends with NULL. */
extern const struct layer_type *const layer_types[];
const struct layer_type *layer_type_find(const char *name, size_t length);

/* The type that a spec names, NULL when there is none; and how many inputs it takes (1 when there is none). */
const struct layer_type *layer_type_of(const char *spec);
int layer_inputs_of(const char *spec);

/* Sets up l from its spec, "conv2d 16 k=3": l->inputs and l->in are given, everything else is filled; name is copied.
 * Returns 0, or -1 or REFUSED with s->message; nothing is printed. layer_clear() frees: once for a layer and its copies,
 * and not at all after a failure. */
int layer_setup(struct layer *l, const char *spec, const char *name, struct setup *s);
void layer_clear(struct layer *l);

/* Writes the layer with all its options: "conv2d channels=16 k=3 ...". */
void layer_print(const struct layer *l, struct text *out);

/* The canonical form of a spec, "conv2d 16 stride=2" (canonical.c): two specs share it if and only if they make the same layer
 * in every net. It has single blanks, the options in the order of their table, numbers as format_double() writes them, and no
 * option that holds without being given; compat=... is there when that is shorter. 0, or -1 with nothing added to out and no
 * message when the spec is not valid. */
int layer_canonical(const char *spec, struct text *out);

/* Fills a layer's state block with its first values. */
void layer_init_state(const struct layer *l, real *state);

/* True unless the layer takes tokens and x[0] of this call holds another number, which *bad gets. */
bool layer_tokens_fit(const struct layer *l, const struct io *io, double *bad);

/* Sets l's type and, resolved, its options from the spec; nothing else. 0, or -1 with s->message. */
int layer_parse(struct layer *l, const char *spec, struct setup *s);

/* ---- for passes ---- */

/* Of this call: positions of a sample of x[0], positions of all samples, and values of x[0]. */
size_t layer_positions(const struct layer *l, const struct io *io);
size_t layer_rows(const struct layer *l, const struct io *io);
size_t layer_count(const struct layer *l, const struct io *io);

/* The mask of sample n in this call, [positions]; NULL: all positions are valid. */
const unsigned char *layer_mask(const struct layer *l, const struct io *io, int n);

/* The values of parameter `number` and its gradient; NULL when the layer has no such parameter, as -1. */
const real *layer_param(const struct layer *l, const struct io *io, int number);
real *layer_dparam(const struct layer *l, const struct io *io, int number);

/* The memory at an offset that layer_book_saved() or layer_book_scratch() has returned. */
void *io_saved(const struct io *io, size_t offset);
void *io_scratch(const struct io *io, size_t offset);

/* Runs a task once for each sample. Threads share the work, here and below; the result is the same for any number of them. */
void layer_samples(const struct layer *l, const struct io *io,
                   void (*task)(const struct layer *l, const struct io *io, int n));

/* Whole passes by the type's functions for samples or elements; backward does nothing when no dx is wanted. */
void layer_forward_samples(const struct layer *l, struct io *io);
void layer_backward_samples(const struct layer *l, struct io *io);
void layer_forward_elements(const struct layer *l, struct io *io);
void layer_backward_elements(const struct layer *l, struct io *io);

/* y = x, dx (+)= dy, in the same order of elements. */
void layer_copy_forward(const struct layer *l, struct io *io);
void layer_copy_backward(const struct layer *l, struct io *io);

/* ---- for set-up ---- */

/* Sets s->message and returns -1, or REFUSED for a layer that is impossible by its nature (base/error.h). */
int layer_error(struct setup *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define layer_refuse(...) (layer_error(__VA_ARGS__), REFUSED)

/* 0 when l->in[0] has this rank, else layer_error(). */
int layer_check_rank(const struct layer *l, int rank, struct setup *s);

/* A set-up that gives the output the shape of the input. */
int layer_setup_same_shape(struct layer *l, struct setup *s);

/* Books a parameter or, with the role PARAM_STATE, a piece of state, of the shape dim[rank]; name is copied. Returns it, so that
 * the caller can set fan_in, fan_out and initial. The macros take the dimensions as arguments. */
struct param *layer_book(struct layer *l, const char *name, enum param_role role, int rank,
                         const int *dim);
#define layer_book_param(l, name, role, rank, ...)                                                 \
    layer_book(l, name, role, rank, (const int[]){__VA_ARGS__})
#define layer_book_state(l, name, rank, ...)                                                       \
    layer_book(l, name, PARAM_STATE, rank, (const int[]){__VA_ARGS__})

enum { LAYER_WEIGHT, LAYER_BIAS };

/* Books the weight and the bias of a dense layer or a convolution, and sets l->flops. The kernel covers k positions in each of
 * k_dims dimensions (dense: 1 in 0). `bias`: the option, 0, 1 or -1 for auto. l->out must be set. */
void layer_book_affine(struct layer *l, const struct setup *s, int bias, int k_dims, int k);
#define LAYER_BIAS_OPTION(options)                                                                 \
    {                                                                                              \
        "bias", OPTION_INT, offsetof(options, bias), "auto", 0, 1, "auto",                         \
            "auto: none where a norm follows"                                                      \
    }

/* Book size_bytes more of saved or scratch memory; return its offset. */
size_t layer_book_saved(struct layer *l, size_t size_bytes);
size_t layer_book_scratch(struct layer *l, size_t size_bytes);

#endif
