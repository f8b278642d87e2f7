/*
 * The layer interface.
 *
 * A layer is a description (struct layer), which calls do not change, and functions that work on the memory of a call
 * (struct io). The layer owns its description only. layer_setup() checks options and shapes, and computes how much
 * memory the layer needs. A forward or backward call of a layer that was set up cannot fail.
 *
 * An activation is [N][S][C], channels last: N samples, S positions, C channels.
 *
 * To add a layer or a norm, write one file that defines a `const struct layer_type`, and one line in layers.def.
 */
#ifndef NORMLAB_LAYERS_LAYER_H
#define NORMLAB_LAYERS_LAYER_H

#include "base/formats/option.h"
#include "base/real.h"
#include "layers/shape.h"
#include <stdint.h>

#define LAYER_INPUTS   2    /* the most inputs of a layer */
#define LAYER_PARAMS   32   /* the most parameters, and the most state tensors, of a layer */
#define LAYER_EXAMPLES 12   /* the last one stays NULL */
#define LAYER_OPTIONS  8192 /* bytes of the largest options struct */
#define LAYER_MESSAGE  512  /* bytes of a message, with its NUL */
#define LAYER_NAME     64   /* bytes of a layer's name, with its NUL */

enum param_role {
    PARAM_WEIGHT, /* drawn at random by fan_in and fan_out; weight decay applies */
    PARAM_BIAS,   /* starts at `initial`; in a net with init=torch, drawn at random by fan_in */
    PARAM_GAMMA,  /* this and all roles below start at `initial` */
    PARAM_BETA,
    /* Trained, and none of the above, as tau of tlu. `normlab apply` orders its dimensions in files as those of a
     * weight. */
    PARAM_OTHER,
    PARAM_STATE, /* not trained: running statistics */
};

/* The values that a tensor can have. Training makes no others, but it may make any number infinite or NaN. */
enum param_domain {
    PARAM_ANY,          /* any number */
    PARAM_NOT_NEGATIVE, /* a variance */
    PARAM_COUNT,        /* a whole number from 0 on */
};

/* A parameter or a state tensor of a layer. Its values are stored in a block: the layer has one block with all its
 * parameters and one with all its state. */
struct param {
    char name[32]; /* "weight", "gamma", "running_mean": as in files */
    enum param_role role;
    int rank, dim[4];    /* conv2d weight [k][k][in][out], dense weight [in][out] */
    size_t count;        /* product of dim */
    size_t offset;       /* in reals, in the layer's block; a multiple of ARENA_ALIGN bytes */
    int fan_in, fan_out; /* of a weight; fan_in also of a bias */
    double initial;      /* the first value of all elements (enum param_role) */
    const char *stream;  /* random stream (base/rng.h) of a weight's first values; NULL: `name` */
    enum param_domain domain; /* PARAM_ANY, unless set */
    int matrix;    /* above 0: state of square matrices of this size, whose diagonals start at 1 */
    bool is_table; /* a weight whose rows are looked up; files have it as [rows][c], too */
};

/* Each file with an options struct asserts by this that the struct fits into struct layer. */
#define LAYER_OPTIONS_FIT(type)                                                                    \
    _Static_assert(sizeof(type) <= LAYER_OPTIONS, "LAYER_OPTIONS is too small")

/* The statistics that a call of a norm with running statistics uses. Other layers ignore it. */
enum norm_stats {
    NORM_STATS_USUAL, /* training: the batch's, which also update the running ones; inference: the running ones */
    NORM_STATS_BATCH,   /* the batch's; the running ones do not change */
    NORM_STATS_RUNNING, /* the running ones, which do not change; backward takes them as constants */
    NORM_STATS_OWN, /* inference only: the running ones, mixed with those of each sample by itself */
};

/* Data-parallel workers. A training pass of a layer is one call for each worker, on the worker's samples of the batch. A
 * layer with statistics over the batch (struct layer_type, `sharing`) also shares numbers between workers. Each worker
 * has a block of shared_bytes, which is 0 before the first round. The calls of the first round write the blocks. Then
 * all blocks are gathered, also those of workers in other processes. Only a layer with two_rounds has a second round,
 * whose calls may read all blocks. ROUND_ONLY is a call without workers. */
enum round { ROUND_ONLY, ROUND_FIRST, ROUND_SECOND };

struct layer;
struct io;
/* What a layer with statistics over the batch does with the blocks of its workers. The argument io has the n of the whole
 * batch, but its arrays may hold only the samples of this process. */
struct sharing {
    /* Merges the workers' blocks, in the order of the workers, into one more block, which follows that of the last
     * worker. It is called once in each pass, between the rounds, and only for a layer with two_rounds. */
    void (*fold)(const struct layer *l, const struct io *io, bool backward);
    /* Updates the state or io->averages from all blocks. It is called once, at the end of each forward pass in
     * training. */
    void (*learn)(const struct layer *l, struct io *io);
};

struct layer_type;
struct norm;
struct norm_average;
struct kernels;
struct parallel;

/* An elementwise function whose derivative can be computed from its output y. So another layer can apply it to its own
 * output in the same pass (struct epilogue). */
struct activation {
    const char *name;
    bool is_relu; /* the function is relu, for which kernels are faster */
    void (*forward)(const struct kernels *k, size_t n, const real *x, real *y); /* y may be x */
    /* dx = dy * the derivative at y; with add, the product is added to dx. */
    void (*backward)(const struct kernels *k, size_t n, const real *y, const real *dy, real *dx,
                     bool add);
};

/* What a layer does to its output at the end: y = activation(y + x[1]). The net sets it for layers whose type has
 * takes_epilogue (net/fuse.c). Such a layer then also does the work of the add layer or the activation after it. */
struct epilogue {
    bool add;                            /* adds x[1], the shortcut of a residual block */
    const struct activation *activation; /* NULL: none */
    /* The activation is a relu, and dy is already the gradient of its input: the next layer has applied the relu's
     * derivative (gates_input). Only for types with takes_gate. */
    bool gated;
};

struct layer {
    const struct layer_type *type;
    char name[LAYER_NAME]; /* full name in its net: "block2.norm1" */
    int inputs;            /* number of inputs: 1, or 2 for add */
    struct shape in[LAYER_INPUTS], out;
    struct param param[LAYER_PARAMS]; /* trained */
    int params;
    struct param state[LAYER_PARAMS]; /* not trained */
    int states;
    size_t param_reals, state_reals;   /* sizes of the layer's blocks, with gaps for alignment */
    size_t saved_bytes, scratch_bytes; /* memory for a call with up to max_n samples */
    size_t shared_bytes;               /* size of a worker's block; 0 without workers */
    bool two_rounds;                   /* workers need each other's numbers for their output */
    /* Above 0: each row of y depends only on the number in x[0] at its position, an integer from 0 to kinds - 1. Of dy,
     * backward uses only the sums over the rows of a kind (struct io, `kind`). 0: y depends on other values, too. */
    int kinds;
    const struct kernels *kernels; /* used by the layer's calls; kernels_choose() at set-up */
    struct epilogue epilogue;      /* set-up makes it empty */
    /* x[0] is the output of a relu. Backward overwrites dx[0] with the gradient of the relu's input, which is 0 where
     * x[0] <= 0. The net sets it, for types with takes_gate (net/fuse.c). */
    bool gates_input;
    double flops; /* of forward, per sample; a multiply-add counts 2 */
    _Alignas(16) unsigned char options[LAYER_OPTIONS]; /* the type's options struct */
};

/* What set-up must know about the use of a layer, and set-up's message when it fails. */
struct setup {
    int max_n;       /* the largest number of samples of any call */
    int min_train_n; /* the smallest of a training call; 0: the layer will not be trained */
    bool feeds_norm; /* the next layer is a norm, so bias=auto means no bias */
    bool masked;     /* what masked=auto means for a norm: true is masked=1 */
    int kinds;       /* calls have io.kind, with numbers from 0 to kinds - 1; 0: they do not */
    int workers;     /* data-parallel workers; 0: there are none, and calls are on whole batches */
    int share; /* samples of the batch that each worker has; the last ones may have fewer or none */
    char message[LAYER_MESSAGE];
};

/* The arguments of one forward or backward call. The memory blocks do not overlap, with one exception: for a view, y
 * may be x[0], and dy may be dx[0]. */
struct io {
    int n; /* number of samples in this call, 1 <= n <= max_n */
    int t; /* positions of this call's sequences (rank 2): arrays are [n][t][c]; 0: in[].h */
    bool training;               /* true: training; false: inference */
    const real *x[LAYER_INPUTS]; /* inputs; in backward as they were in forward */
    real *y;                     /* output; forward overwrites it, backward reads it */
    const real *dy;              /* gradient of y */
    real *dx[LAYER_INPUTS];      /* gradients of x; NULL: not needed */
    bool add[LAYER_INPUTS];      /* backward adds to dx; false: overwrites it */
    bool add_param;              /* backward adds to dparam; false: overwrites it */
    const real *param;           /* the layer's parameter block */
    real *dparam;                /* gradients of param, in the same layout; gaps are not written */
    /* The layer's state block. Forward updates it in training, and so does backward where learns_in_backward is true
     * (norms/norm.h). */
    real *state;
    void *saved;               /* forward writes it, backward reads it */
    void *scratch;             /* memory that is used during the call only */
    struct parallel *threads;  /* share the work; NULL: the calling thread works alone */
    uint64_t random_key;       /* key of the random numbers of this layer at this step */
    size_t first_sample;       /* number in the batch of the first sample; 0 without workers */
    const unsigned char *mask; /* [N][S], 0: padding; NULL: all valid; for types with reads_mask */
    /* A hint: [N][S], the kind of each row of x[0]. Rows of the same kind are equal, and of dx[0] only the sum over the
     * rows of a kind counts. NULL: unknown; the same in forward and backward. A layer need not use it (row_kinds.h). */
    const real *kind;
    enum norm_stats norm_stats; /* the same in forward and backward */
    double own_weight; /* NORM_STATS_OWN: the weight of a sample's own statistics, 0 to 1 */
    /* NORM_STATS_BATCH: forward adds the batch's statistics to these averages (norms/norm.h), one for each number of
     * the state block. NULL: it does not. */
    struct norm_average *averages;
    /* Data-parallel workers; all 0 or NULL without them. */
    int workers, worker; /* how many there are, and whose call this is */
    enum round round;
    void *shared; /* [workers + 1] blocks of shared_bytes */
};

struct layer_type {
    const char *name;             /* keyword in a net's text, and in files */
    const char *usage;            /* one line of help */
    const char *positional;       /* the option that a first word without "=" sets; NULL: none */
    const struct option *options; /* ends with a NULL name; NULL: none */
    /* The name of the option, as compat, that sets the defaults of others and does nothing else; NULL: none. */
    const char *preset;
    /* Replaces the value auto by what it means, and a value without effect by the default. After that, two structs of
     * options are equal (the preset aside) if and only if they make the same layer. The function does not change an auto
     * whose meaning depends on the shape, on neighbouring layers or on a mask, nor a value that set-up will refuse.
     * layer_parse() calls it. NULL: no value needs to be replaced. */
    void (*resolve)(void *options);
    bool is_norm; /* the type is a norm, which may replace ${norm} */
    /* Returns the norm's partition and offsets (norms/norm.h), for other code that uses its statistics; NULL when this
     * layer has no statistics. A NULL member: the type is no norm, or a norm without statistics. */
    const struct norm *(*norm)(const struct layer *l);
    /* For a layer that is no norm but has norms inside it, as lstm. Returns one of them as `norm` does; NULL when there
     * is none. All norms inside a layer have the same options but affine. */
    const struct norm *(*inner_norm)(const struct layer *l);
    /* y has the elements of x in another shape, so a net may give both the same memory and leave out the calls. */
    bool view;
    bool takes_epilogue;      /* the passes carry out l->epilogue */
    bool takes_gate;          /* the passes also carry out epilogue.gated and gates_input */
    bool reads_mask;          /* a mask may change what the layer computes */
    bool takes_sequence;      /* the input has rank 2 */
    bool takes_tokens;        /* x holds tokens, without gradient; param[0] is [tokens][..] */
    bool takes_all_positions; /* the layer cannot compute shorter sequences: io.t must be 0 */
    const struct activation *activation; /* the layer is exactly this function; NULL: it is not */
    /* The layer is an elementwise activation that is no struct activation, as its derivative needs x; or a norm with an
     * activation in it. */
    bool activates;
    int inputs; /* number of inputs; 0 means 1 */
    /* Examples of the text after the name. Tests run them on an image or a sequence. */
    const char *examples[LAYER_EXAMPLES];

    /* Checks l->in and the options, sets l->out and l->flops, and books memory by the layer_book_ functions. Returns 0,
     * or the result of layer_error() or layer_refuse(). */
    int (*setup)(struct layer *l, struct setup *s);
    /* Frees what `setup` allocated. It is also called when `setup` failed before its end. NULL: `setup` allocates
     * nothing. */
    void (*clear)(struct layer *l);
    /* Sets the first values of those parameters that depend on a weight, in a block with the first values of all others.
     * NULL: there are none. */
    void (*init_params)(const struct layer *l, real *param);
    void (*forward)(const struct layer *l, struct io *io);
    void (*backward)(const struct layer *l, struct io *io);

    /* For types whose state depends on all samples of a batch: how workers share it. NULL: the type has no such state,
     * or cannot be trained by several workers. */
    const struct sharing *sharing;

    /* One sample of a pass, for types whose passes are layer_forward_samples() and layer_backward_samples(). */
    void (*forward_sample)(const struct layer *l, const struct io *io, int n);
    void (*backward_sample)(const struct layer *l, const struct io *io, int n);
    /* Elements [first, end) of a pass, for layer_forward_elements() and layer_backward_elements(). */
    void (*forward_elements)(const struct layer *l, const struct io *io, size_t first, size_t end);
    void (*backward_elements)(const struct layer *l, const struct io *io, size_t first, size_t end);
};

/* ---- for users of layers ---- */

/* All types in layers.def. The array ends with NULL. */
extern const struct layer_type *const layer_types[];

/* Returns the type whose name is the first `length` bytes of name, or NULL. */
const struct layer_type *layer_type_find(const char *name, size_t length);

/* A spec is a layer's text, as "conv2d 16 k=3". layer_type_of() returns the type that the first word names, or NULL
 * when there is no such type. layer_inputs_of() returns how many inputs that type takes, or 1 when there is no such
 * type. */
const struct layer_type *layer_type_of(const char *spec);
int layer_inputs_of(const char *spec);

/* Sets up l from its spec and copies `name` to l->name. The caller must set l->inputs and l->in before; this function
 * fills the rest. Returns 0, or -1 or REFUSED with s->message; prints nothing. After success, the caller must call
 * layer_clear() once, for a layer and all its copies together. After a failure, nothing is left to free. */
int layer_setup(struct layer *l, const char *spec, const char *name, struct setup *s);

/* Frees what set-up allocated. */
void layer_clear(struct layer *l);

/* Writes what the layer computes to `out`: its type and its epilogue, as "batchnorm+add+relu". */
void layer_work(const struct layer *l, char out[64]);

/* Adds the name of the layer's type and all its options to out: "conv2d channels=16 k=3 ...". */
void layer_print(const struct layer *l, struct text *out);

/* Adds the canonical form of a spec to out, as "conv2d 16 stride=2" (canonical.c). Two specs have the same canonical
 * form if and only if they make the same layer in every net. Words are separated by single blanks, options are in the
 * order of their table, numbers are written by format_double(), and options that have their default are left out.
 * compat=... is written when this makes the text shorter. Returns 0, or -1 when the spec is not valid; then nothing is
 * added to out, and there is no message. */
int layer_canonical(const char *spec, struct text *out);

/* Fills the state block of a layer with its first values. */
void layer_init_state(const struct layer *l, real *state);

/* Check values that come from a user. Return 0, or -1 with the first wrong value and what it should be in `why`, as
 * "running_var[1] is -1e-06, should be 0 or more". layer_check_values() checks one tensor: p->count numbers of a file, in
 * the order of normlab's memory; they must be finite also as `real`. layer_check_state() checks a layer's state block.
 * Infinite numbers and NaN are allowed there, as training may make them. */
int layer_check_values(const struct param *p, const double *value, char why[LAYER_MESSAGE]);
int layer_check_state(const struct layer *l, const real *state, char why[LAYER_MESSAGE]);

/* True when the layer takes no tokens, or when all values of x[0] in this call are valid tokens. Otherwise the first
 * invalid value is written to *bad. */
bool layer_tokens_fit(const struct layer *l, const struct io *io, double *bad);

/* Sets only l->type and l->options from the spec, and resolves the options. Returns 0, or -1 with s->message. */
int layer_parse(struct layer *l, const char *spec, struct setup *s);

/* ---- for passes ---- */

/* Return, for this call: the number of positions of one sample of x[0], the number of positions of all its samples
 * together (rows), and the number of its values. */
size_t layer_positions(const struct layer *l, const struct io *io);
size_t layer_rows(const struct layer *l, const struct io *io);
size_t layer_count(const struct layer *l, const struct io *io);

/* Returns the mask of sample n in this call, [positions], or NULL when the call has no mask. */
const unsigned char *layer_mask(const struct layer *l, const struct io *io, int n);

/* Return the values of parameter `number`, and its gradient. NULL when the layer has no such parameter, as for number
 * -1. */
const real *layer_param(const struct layer *l, const struct io *io, int number);
real *layer_dparam(const struct layer *l, const struct io *io, int number);

/* Writes the gradient of n numbers of a parameter, or adds it when io->add_param is true. sum[n]: the gradient in double.
 * dparam: where it belongs in io->dparam; NULL: nothing is done. */
void io_write_dparam(const struct io *io, size_t n, const double *sum, real *dparam);

/* Returns the index of this call's first value among the values of x[0] of the whole batch. The random numbers of a value
 * depend on this index, so they do not depend on how workers share the batch. */
size_t io_first_value(const struct layer *l, const struct io *io);

/* Return the memory at an offset that layer_book_saved() or layer_book_scratch() returned. */
void *io_saved(const struct io *io, size_t offset);
void *io_scratch(const struct io *io, size_t offset);

/* Runs a task once for each sample of the call. In this and the following four functions, threads share the work, and
 * the result is the same for any number of threads. */
void layer_samples(const struct layer *l, const struct io *io,
                   void (*task)(const struct layer *l, const struct io *io, int n));

/* Complete passes. They call the type's functions for one sample, or for some elements. The backward functions do nothing
 * when no dx is needed. */
void layer_forward_samples(const struct layer *l, struct io *io);
void layer_backward_samples(const struct layer *l, struct io *io);
void layer_forward_elements(const struct layer *l, struct io *io);
void layer_backward_elements(const struct layer *l, struct io *io);

/* y = x[0] and dx[0] (+)= dy, element by element in order. (+)= adds when io->add[0] is true, else assigns. */
void layer_copy_forward(const struct layer *l, struct io *io);
void layer_copy_backward(const struct layer *l, struct io *io);

/* ---- for set-up ---- */

/* Set s->message. layer_error() returns -1. layer_refuse() returns REFUSED, for a layer that is not allowed
 * (base/error.h). */
int layer_error(struct setup *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
#define layer_refuse(...) (layer_error(__VA_ARGS__), REFUSED)

/* Returns 0 when l->in[0] has this rank, else calls layer_error() and returns -1. */
int layer_check_rank(const struct layer *l, int rank, struct setup *s);

/* A `setup` function for a layer whose output has the shape of its input. */
int layer_setup_same_shape(struct layer *l, struct setup *s);

/* Books a tensor of the shape dim[rank] in l: state when the role is PARAM_STATE, else a parameter. name is copied.
 * Returns the tensor, which l owns. The caller then sets its other members, which are 0. The macros take the dimensions
 * as arguments. */
struct param *layer_book(struct layer *l, const char *name, enum param_role role, int rank,
                         const int *dim);
#define layer_book_param(l, name, role, rank, ...)                                                 \
    layer_book(l, name, role, rank, (const int[]){__VA_ARGS__})
#define layer_book_state(l, name, rank, ...)                                                       \
    layer_book(l, name, PARAM_STATE, rank, (const int[]){__VA_ARGS__})

/* Books a state tensor of n counts, which start at 0. Returns its offset in the state block. */
ptrdiff_t layer_book_count(struct layer *l, const char *name, int n);

/* Book size_bytes of saved or scratch memory for each call of l. Return the offset for io_saved() or io_scratch(). */
size_t layer_book_saved(struct layer *l, size_t size_bytes);
size_t layer_book_scratch(struct layer *l, size_t size_bytes);

#endif
