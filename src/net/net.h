/*
 * Networks are text:
 *
 *   net     = item { ";" item }
 *   item    = layer | zoo | residual
 *   layer   = NAME [VALUE] { KEY=VALUE }                      conv2d 16 k=3 stride=2
 *   zoo     = a name of zoo.def with its options              resnet depth=20 width=16
 *   residual= "residual" "{" net "}" [ "{" net "}" ]          the second: the shortcut, else identity
 *
 * ${key} is replaced from the configuration before anything is parsed. A net is a list of nodes in topological order;
 * each runs one layer from buffers to a buffer. Views (flatten, none) take no time and no memory. An add and an
 * activation that follow a layer are fused into it where it can carry them out (net_fuse()).
 */
#ifndef NORMLAB_NET_NET_H
#define NORMLAB_NET_NET_H

#include "base/arena.h"
#include "base/formats/config.h"
#include "layers/layer.h"

struct buffer {
    struct shape shape;
    int view_of;         /* the buffer whose memory it shares; itself when it is no view */
    int readers, reader; /* how many nodes read it, and the last of them */
    size_t y_at, dy_at;  /* value and gradient: offsets in the arena's block of buffers */
    bool needs_gradient; /* a layer with parameters comes before it */
};

struct node {
    struct layer layer;
    int number;                /* of its layer in the text, counted from 0 */
    int in[LAYER_INPUTS], out; /* buffers */
    bool add[LAYER_INPUTS];    /* backward adds to the input's gradient, which has been written */
    size_t param_at, state_at; /* in reals, from the start of the net's blocks */
    size_t saved_at;           /* in the arena */
};

struct net {
    struct node *node;
    int nodes;
    int layers;   /* in the text */
    int *node_of; /* [layers]: index of the layer's node; -1: it was fused into another layer */
    struct shape in, out;
    /* Sizes of the flat blocks with the padding between tensors, which stays 0. */
    size_t param_reals, state_reals;
    size_t trainable, non_trainable; /* numbers, without padding */
    int norm_positions; /* S of the norm slot (norm or none) with the fewest positions; 0: there is none */
    struct buffer *buffer;    /* buffer 0 is the input */
    int buffers, last;        /* last: the net's output */
    size_t buffers_at;        /* in the arena */
    struct parallel *threads; /* the caller sets it; NULL at first: see struct io */
    /* About the sequences of the next calls, where the input has rank 2. The caller sets both; 0 and NULL at first. */
    int t; /* positions, then arrays are [n][t][c]; 0: those of `in`, the most that are allowed */
    const unsigned char *mask; /* [n][t], 0 = padding; NULL: all are valid */
    bool takes_all_positions;  /* a layer does, so t must be 0 */
    /* Called after each layer's forward call, except for views. The caller sets both; NULL at first. */
    void (*watch)(void *context, const struct node *k, const struct io *io);
    void *watch_context;
    int max_n;
    real *param, *dparam, *state;                     /* flat blocks, in the arena */
    size_t param_at, dparam_at, state_at, scratch_at; /* in the arena */
    void *scratch;
    struct arena arena;
};

struct net_request {
    const char *text;            /* with ${key} */
    const struct config *config; /* for ${key} */
    struct shape in;
    int classes; /* ${classes} */
    int tokens;  /* ${tokens}; 0: the data has none */
    int max_n;   /* as in struct setup */
    int min_train_n;
};

/* Builds a net without memory for its arrays: net_commit() allocates it. 0, -1, or REFUSED. On failure `why` holds
 * the message, which names the layer; nothing is printed and n needs no release. Copies the pairs of config that the
 * text used to `used`, unless that is NULL. */
int net_build(struct net *n, const struct net_request *request, struct config *used,
              struct text *why);

/* The node of layer i of the text, 0 <= i < n->layers; NULL: it was fused into another layer. */
const struct node *net_node(const struct net *n, int i);

/* Allocates all memory of the net. 0 or -1 after a message. */
int net_commit(struct net *n);

/* Draws the weights by a scheme, an index into INIT_SCHEMES, times `scale`; the random stream of a tensor is named
 * "init/<layer>.<param>". Sets everything else to its first value. */
void net_init(struct net *n, uint64_t seed, int scheme, double scale);
#define INIT_SCHEMES "he_normal|he_uniform|glorot_normal|glorot_uniform|lecun_normal|torch"

/* Where the caller writes the inputs before net_forward(), and finds the output after it. */
real *net_input(const struct net *n);
const real *net_output(const struct net *n);

/* Where the caller writes the gradient of the output before net_backward(). */
real *net_output_gradient(const struct net *n);

/* Runs all layers on the first `samples` samples. The next net_backward() may overwrite input and output. step_key
 * makes the random numbers of this step. */
void net_forward(struct net *n, int samples, bool training, uint64_t step_key);

/* Overwrites dparam. Called once after net_forward() with training = true. */
void net_backward(struct net *n, int samples, uint64_t step_key);

void net_release(struct net *n);

/* Adds the text as the parser reads it: every ${key} replaced, named networks written out. 0, or -1 with why. */
int net_expand(const struct net_request *request, struct config *used, struct text *out,
               struct text *why);

/* Adds the canonical form of a net's text, or of whole items of one: single blanks and semicolons, each layer in its
 * canonical form (layers/layer.h), each named network with the options that differ from the defaults. ${key} stays;
 * so does an item that no layer accepts. 0; or -1, without a message and with nothing added, when the text does not
 * consist of items. */
int net_canonical(const char *text, struct text *out);

/* A named network: a function that writes its text. Each has a line in zoo.def. */
struct zoo_entry {
    const char *name, *usage;
    const struct option *options;
    void (*write)(const void *options, struct text *out);
    int (*check)(const void *options, struct text *why); /* may be NULL */
    void (*resolve)(void *options); /* gives options of equal nets the same values; may be NULL */
};
extern const struct zoo_entry *const zoo[]; /* ends with NULL */

/* The network whose name is the first `length` bytes of name, or NULL. */
const struct zoo_entry *zoo_find(const char *name, size_t length);

#endif
