/*
 * The layer interface.
 *
 * A layer is an immutable description (struct layer) plus functions over blocks that it is handed
 * (struct io): it owns no memory but its description. layer_setup() checks options and shapes and books what the layer
 * needs; what set-up has accepted, forward and backward carry out without fail.
 *
 * An activation is [N][S][C], channels last: N samples, S positions, C channels. An image has
 * S = H*W, a sequence S = T, a vector S = 1.
 *
 * A new norm or layer is one file that defines a `const struct layer_type` and one line in
 * registry.def.
 */
#ifndef NORMLAB_LAYERS_LAYER_H
#define NORMLAB_LAYERS_LAYER_H

#include "base/formats/option.h"
#include "base/real.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LAYER_INPUTS   2
#define LAYER_PARAMS   32
#define LAYER_EXAMPLES 8
#define LAYER_OPTIONS  8192 /* bytes of a layer type's options */
#define LAYER_MESSAGE  512
#define LAYER_NAME     64

/* The shape of one sample. */
struct shape {
    int rank;    /* 1: [C]; 2: [T][C], h = T, w = 1; 3: [H][W][C] */
    int h, w, c; /* 1 where the rank has no such dimension */
};

struct shape shape_vector(int c);
struct shape shape_sequence(int t, int c);
struct shape shape_image(int h, int w, int c);
size_t shape_positions(struct shape s); /* S = h * w */
size_t shape_size(struct shape s);      /* S * C */
bool shape_equal(struct shape a, struct shape b);
void shape_print(char out[48], struct shape s); /* "14x14x8", "20x64", "128" */

enum param_role {
    PARAM_WEIGHT, /* drawn at random by fan_in and fan_out; weight decay applies */
    PARAM_BIAS,   /* starts at `initial` */
    PARAM_GAMMA,
    PARAM_BETA,
    PARAM_STATE, /* not trained: running statistics */
};

/* A tensor that the net keeps for a layer: a parameter or a piece of state. */
struct param {
    char name[32]; /* "weight", "gamma", "running_mean": as in files */
    enum param_role role;
    int rank, dim[4];    /* conv2d weight [k][k][in][out], dense weight [in][out] */
    size_t count;        /* product of dim */
    size_t offset;       /* in reals, in the layer's block; a multiple of ARENA_ALIGN bytes */
    int fan_in, fan_out; /* of a weight */
    double initial;      /* every element's first value, where not drawn */
    bool is_table; /* a weight whose rows are looked up, not multiplied: [rows][c] everywhere */
};

/* Every options struct says so in its file: it fits into a layer. */
#define LAYER_OPTIONS_FIT(type)                                                                    \
    _Static_assert(sizeof(type) <= LAYER_OPTIONS, "LAYER_OPTIONS is too small")

struct layer_type;
struct norm;
struct kernels;
struct parallel;

/* An elementwise function whose slope its value tells, so that whatever makes its input can apply it in
 * the same pass. */
struct activation {
    const char *name;
    bool is_relu; /* kernels know it */
    void (*forward)(const struct kernels *k, size_t n, const real *x, real *y); /* y may be x */
    void (*backward)(const struct kernels *k, size_t n, const real *y, const real *dy, real *dx,
                     bool add);
};

/* What a layer does to its output before it hands it on: y = activation(y + x[1]). The net sets it on
 * layers whose type can (net/fuse.c), which then stand for two or three. */
struct epilogue {
    bool add;
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
    const struct kernels *kernels;     /* that it calls: kernels_choose() at set-up */
    struct epilogue epilogue;          /* none after set-up */
    double flops;                      /* forward, per sample; a multiply-add counts 2 */
    _Alignas(16) unsigned char options[LAYER_OPTIONS]; /* the type's options struct */
};

/* What set-up is told, and where it says why it refuses. */
struct setup {
    int max_n;       /* the largest number of samples of any call */
    int min_train_n; /* the smallest of a training call; 0: the layer will not be trained */
    bool feeds_norm; /* the next layer is a norm: dense and conv2d then have no bias unless asked */
    bool masked;     /* what masked=auto of a norm stands for */
    char message[LAYER_MESSAGE];
};

/* One call. Blocks do not overlap, save that y may be x[0] and dy dx[0] of a view. */
struct io {
    int n; /* samples in this call, 1 <= n <= max_n */
    /* Positions of this call's sequences (rank 2), 1 <= t <= in[].h: arrays are [n][t][c]; 0: in[].h. */
    int t;
    bool training;
    const real *x[LAYER_INPUTS]; /* inputs; in backward as they were in forward */
    real *y;                     /* forward: output, overwritten; backward: as forward left it */
    const real *dy;              /* gradient of y */
    real *dx[LAYER_INPUTS];      /* gradients of x; NULL: nobody wants it */
    bool add[LAYER_INPUTS];      /* accumulate into dx; else overwrite it */
    bool add_param;              /* accumulate into dparam; else overwrite it */
    const real *param;           /* the layer's parameter block */
    real *dparam;                /* gradients, same layout as param; padding is left alone */
    real *state;                 /* the layer's state block; forward updates it in training */
    void *saved;                 /* forward writes, backward reads */
    void *scratch;               /* anything, forgotten after the call */
    struct parallel *threads;    /* that share the work; NULL: the calling one alone */
    uint64_t random_key;         /* of this layer at this step */
    /* [N][S], 0 = padding; NULL = all valid; read where type->reads_mask */
    const unsigned char *mask;
};

struct layer_type {
    const char *name;             /* keyword in a net's text, and in files */
    const char *usage;            /* one line */
    const char *positional;       /* the option that a bare first word sets; NULL: none */
    const struct option *options; /* ends with a NULL name; NULL: none */
    const char *
        preset; /* the option that says what others' auto stands for, and nothing else; NULL: none */
    /* Replaces option values that stand for others, wherever the layer stands, by those: auto by what `preset`
     * says, a value without effect by the default. Options that make the same layer become equal, but for
     * `preset`. What depends on the shape, on neighbours or on a mask is left alone; so is what set-up will
     * refuse. Set-up finds options resolved. NULL: they are as they are. */
    void (*resolve)(void *options);
    bool is_norm; /* stands where ${norm} may stand */
    /* The partition that a norm goes by (norm.h), for whoever asks for its statistics; NULL: it is none, or goes
     * by something else. */
    const struct norm *(*norm)(const struct layer *l);
    /* y is x in other shape: forward and backward copy, and a net may let both share memory and skip the calls. */
    bool view;
    bool takes_epilogue; /* carries out l->epilogue */
    bool reads_mask;     /* padding may change what it does */
    bool takes_sequence; /* its input has rank 2: tests walk the examples on a sequence */
    /* Its input is numbers of tokens, and has no gradient; param[0] is a table with a row for each token. */
    bool takes_tokens;
    bool takes_all_positions;             /* of a sequence's room: io.t is 0 */
    const struct activation *activation;  /* the layer is this and nothing else; NULL: it is more */
    int inputs;                           /* 0 means 1 */
    const char *examples[LAYER_EXAMPLES]; /* specs without the name; tests walk them on an image */

    /* Checks l->in against the options, sets l->out, flops and memory needs through the layer_book_
     * functions. Returns 0, or layer_error() or layer_refuse(). */
    int (*setup)(struct layer *l, struct setup *s);
    /* Frees what set-up allocated, also where set-up failed halfway; NULL: it allocates nothing. */
    void (*clear)(struct layer *l);
    void (*forward)(const struct layer *l, struct io *io);
    void (*backward)(const struct layer *l, struct io *io);
};

/* ---- for users of layers ---- */

/* Every type in registry.def; ends with NULL. */
extern const struct layer_type *const layer_types[];
const struct layer_type *layer_type_find(const char *name, size_t length);

/* The type that a spec names, NULL where there is none; and how many inputs it takes (1 where there is none). */
const struct layer_type *layer_type_of(const char *spec);
int layer_inputs_of(const char *spec);

/* Sets up l from its spec, "conv2d 16 k=3": l->inputs and l->in are given, the rest is filled. name
 * is copied. Returns 0, -1 or REFUSED with s->message set (nothing is printed). layer_clear() frees it; a
 * layer that is copied is freed once, one that was cleared or whose set-up failed need not be. */
int layer_setup(struct layer *l, const char *spec, const char *name, struct setup *s);
void layer_clear(struct layer *l);

/* Writes the layer's options canonically: "conv2d channels=16 k=3 ...". */
void layer_print(const struct layer *l, struct text *out);

/* The spec's canonical form, "conv2d 16 stride=2", which two specs share if and only if they make the same layer
 * in every place: single blanks, the options in the order of their table, numbers as format_double() writes them,
 * and none that would hold anyway; by compat=... where that is shorter. 0; -1, with nothing added to out and
 * no message, when the spec is none. (canonical.c) */
int layer_canonical(const char *spec, struct text *out);

/* Fills a layer's state block with its first values. */
void layer_init_state(const struct layer *l, real *state);

/* True unless the layer takes tokens and x[0] of this call holds something else, which *bad gets. */
bool layer_tokens_fit(const struct layer *l, const struct io *io, double *bad);

/* Sets l's type and, resolved, its options from the spec; nothing else. 0, or -1 with s->message. */
int layer_parse(struct layer *l, const char *spec, struct setup *s);

/* ---- for layers' calls ---- */

/* Positions of a sample of x[0] in this call. */
size_t layer_positions(const struct layer *l, const struct io *io);

/* Positions of all samples of x[0] in this call. */
size_t layer_rows(const struct layer *l, const struct io *io);

/* Values of x[0] in this call. */
size_t layer_count(const struct layer *l, const struct io *io);

/* Work that threads share, with the same result for any number of them; what a task finds in its
 * context: */
struct layer_call {
    const struct layer *layer;
    const struct io *io;
};

/* Runs task once for each sample. */
void layer_samples(const struct layer *l, const struct io *io,
                   void (*task)(void *layer_call, int sample));

/* Runs task over elements [0, n), a block [first, end) at a time. */
void layer_elements(const struct layer *l, const struct io *io, size_t n,
                    void (*task)(void *layer_call, size_t first, size_t end));

/* ---- for layers' set-up ---- */

/* Sets s->message; returns -1, or REFUSED for what cannot be by its nature (see error.h). */
int layer_error(struct setup *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
int layer_refuse(struct setup *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Book a parameter or a piece of state, whose name is copied; `rank` dimensions follow. Returns it, for fan_in,
 * fan_out and initial to be set. */
struct param *layer_book_param(struct layer *l, const char *name, enum param_role role, int rank,
                               ...);
struct param *layer_book_state(struct layer *l, const char *name, int rank, ...);

/* Books size_bytes more of saved or scratch memory; returns the offset. */
size_t layer_book_saved(struct layer *l, size_t size_bytes);
size_t layer_book_scratch(struct layer *l, size_t size_bytes);

#endif
