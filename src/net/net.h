/*
 * Networks are text:
 *
 *   net     = item { ";" item }
 *   item    = layer | zoo | residual
 *   layer   = NAME [VALUE] { KEY=VALUE }                      conv2d 16 k=3 stride=2
 *   zoo     = a name of zoo.def with its options              resnet depth=20 width=16
 *   residual= "residual" "{" net "}" [ "{" net "}" ]          body and shortcut; default shortcut: identity
 *
 * Before the text is parsed, each ${key} is replaced by the key's value in the configuration. A built net is a list of
 * nodes in topological order. Each node runs one layer, which reads one or two buffers and writes one. Views (flatten,
 * none) need no time and no memory. Some layers are computed together (net_fuse()): an add or an activation in the pass of
 * the layer before it, and the backward pass of a norm of the net's input in that of the dense layer after it.
 */
#ifndef NORMLAB_NET_NET_H
#define NORMLAB_NET_NET_H

#include "base/arena.h"
#include "base/formats/config.h"
#include "base/system/company.h"
#include "layers/layer.h"

struct buffer {
    struct shape shape;
    /* the buffer whose memory this one shares; its own index when it is no view */
    int view_of;
    /* number of nodes that read the buffer; index of the last of these nodes */
    int readers, reader;
    size_t y_at, dy_at; /* offsets of the value and of its gradient from net.buffers_at, in bytes */
    bool needs_gradient; /* true when the value depends on parameters */
    /* The number of kinds of the buffer's rows; buffer kinds_at has the kind of each row (layer.h). 0: there are no kinds. */
    int kinds, kinds_at;
};

struct node {
    struct layer layer;
    int number;                /* of the layer in the text, counted from 0 */
    int in[LAYER_INPUTS], out; /* indices of buffers */
    bool add[LAYER_INPUTS];    /* backward adds to the input's gradient; false: overwrites it */
    /* The norm of the net's input before a dense layer: the dense layer's backward pass also computes the norm's gradients
     * (norm_backward_with_dense()). data_norm: for the dense layer, the index of the norm's node; -1: there is none. */
    int data_norm;
    bool joined;               /* the node is such a norm */
    size_t param_at, state_at; /* offsets in the net's flat blocks, in reals */
    size_t saved_at;           /* offset of the saved memory in the arena */
};

/* The data-parallel workers that share each training batch: `count` of them. The first worker has the first `share`
 * samples, and so on; the last workers may have fewer, or none. All zero: there are no workers, and each pass is on the
 * whole batch. */
struct workers {
    int count, share;
};

/* Returns the workers for batches of up to `batch` samples; {0, 0} when `workers` is 1. share is batch / workers,
 * rounded up, so each worker has the samples that a chunk of the option ghost=share has. */
struct workers net_workers_of(int workers, int batch);

struct net {
    struct node *node;
    int nodes;
    int layers;   /* number of layers in the text */
    int *node_of; /* [layers]: index of the layer's node; -1: it was fused into another layer */
    struct shape in, out;
    /* Sizes of the flat blocks, with the gaps between tensors. Values in the gaps stay 0. */
    size_t param_reals, state_reals;
    size_t trainable, non_trainable; /* numbers of parameters and of state values, without gaps */
    /* The smallest number of positions S at the input of a norm or of a layer `none`; 0: the net has no such layer. */
    int norm_positions;
    struct buffer *buffer;    /* buffer 0 is the input */
    int buffers, last;        /* last: index of the buffer of the net's output */
    size_t buffers_at;        /* offset in the arena of the memory of all buffers */
    struct parallel *threads; /* as in struct io; NULL at first, the caller may set it */
    /* t and mask are for the next calls when the input has rank 2. They are 0 and NULL at first, and the caller may set
     * them. t: number of positions of each sequence, arrays are [n][t][c]; 0: that of `in`, which is the largest t.
     * mask: [n][t], 0 at padding; NULL: all positions are valid. */
    int t;
    const unsigned char *mask;
    bool takes_all_positions; /* some layer needs sequences of the full length, so t must be 0 */
    /* As in struct io (layers/layer.h), for the next calls. They are 0 and NULL at first, and the caller may set
     * them; averages has [state_reals] elements. */
    enum norm_stats norm_stats;
    double own_weight;
    struct norm_average *averages;
    /* Called after each layer's forward call, except for views. NULL at first; the caller may set it. */
    void (*watch)(void *context, const struct node *k, const struct io *io);
    /* Called before each layer's backward call, except for views and layers without gradient: io->dy is then the
     * gradient of the layer's output. NULL at first; the caller may set it. */
    void (*watch_backward)(void *context, const struct node *k, const struct io *io);
    void *watch_context; /* the first argument of watch and of watch_backward */
    struct workers workers;
    struct company alone; /* in which this process carries out all workers */
    /* The processes that carry out the workers in the next training passes; NULL, as it is at first: this process
     * alone. */
    struct company *company;
    int max_n;
    real *param, *dparam, *state;                     /* flat blocks, in the arena */
    size_t param_at, dparam_at, state_at, scratch_at; /* offsets in the arena */
    /* Offsets in the arena: [workers] blocks of gradients like dparam, and `shared`. Empty without workers. */
    size_t worker_dparam_at, shared_at;
    void *scratch; /* of the layer that runs */
    void *shared;  /* with workers: io.shared of the layer that runs */
    struct arena arena;
};

/* What net_build() needs. */
struct net_request {
    const char *text;            /* may contain ${key} */
    const struct config *config; /* the values of each ${key}; NULL: there are none */
    struct shape in;             /* of one sample */
    int classes;                 /* the value of ${classes} */
    int tokens;                  /* the value of ${tokens}; 0: the data has no tokens */
    int max_n;                   /* max_n and min_train_n: as in struct setup */
    int min_train_n;
    /* True: nothing is fused, so that a caller can watch the values between all layers. The net has the same
     * parameters and state at the same offsets, and the same output but for rounding. */
    bool unfused;
};

/* Builds a net, but allocates no memory for its arrays; net_commit() does that. Returns 0, and the caller frees by
 * net_release(); or -1 or REFUSED after adding a message to `why`, and then nothing needs to be freed. Prints nothing.
 * Sets in `used` the keys of request->config that the text uses, with their values; `used` may be NULL. */
int net_build(struct net *n, const struct net_request *request, struct config *used,
              struct text *why);

/* Like net_build(), but for training by data-parallel workers. Each layer processes the samples of each worker
 * separately, and the gradients are summed over the workers. Whether norms over the batch share their statistics
 * between workers depends on their options (norm.h).
 *
 * Passes in inference, and passes on more samples than the workers have together, ignore the workers: such a pass is on
 * the whole batch. When a norm uses the statistics of the batch in it, the norm normalizes chunks of `share` samples, or
 * with sync=1 the whole batch. */
int net_build_for_workers(struct net *n, const struct net_request *request, struct workers workers,
                          struct config *used, struct text *why);

/* In a company of several processes, the net's arrays hold only the samples of this process's workers. Of these samples
 * of a training batch of `samples` samples, net_first_sample() returns the number of the first in the batch, and
 * net_own_samples() how many there are. */
int net_first_sample(struct net *n, int samples);
int net_own_samples(struct net *n, int samples);

/* Some neighbouring samples. */
struct sample_range {
    int first, count;
};

/* Returns which samples of the net's arrays a worker of this process has, in a training batch of `samples` samples. */
struct sample_range net_worker_samples(struct net *n, int worker, int samples);

/* Returns the node of layer i of the text, 0 <= i < n->layers; NULL when the layer was fused into another layer. */
const struct node *net_node(const struct net *n, int i);

/* Allocates the memory of all arrays of the net. Returns 0, or -1 after a message. */
int net_commit(struct net *n);

/* Draws the weights at random and sets all other parameters and the state to their first values. scheme: index of a
 * word in INIT_SCHEMES; scale: factor of all weights. With the scheme torch, biases are also drawn. The random stream
 * of a tensor has the name "init/<layer>.<param>". */
void net_init(struct net *n, uint64_t seed, int scheme, double scale);
#define INIT_SCHEMES "he_normal|he_uniform|glorot_normal|glorot_uniform|lecun_normal|torch"

/* Return the memory of the net's input and of its output: the samples one after the other, of the shapes n->in (with n->t
 * positions, unless that is 0) and n->out. The caller fills the input before net_forward(), which writes the output. The
 * net owns both. */
real *net_input(const struct net *n);
const real *net_output(const struct net *n);

/* Returns the memory of the gradient of the output, which has the output's shape. The caller fills it after
 * net_forward(), before net_backward(). The net owns it. */
real *net_output_gradient(const struct net *n);

/* Runs all layers on the first `samples` samples of the input. In training with workers, `samples` is the size of
 * the whole batch, and the input holds the samples of this process's workers. step_key is the key of this step's
 * random numbers. The next net_backward() may overwrite input and output. */
void net_forward(struct net *n, int samples, bool training, uint64_t step_key);

/* Overwrites n->dparam by the gradients of the parameters, with workers by the sums over all workers. Must be called
 * only after a net_forward() with training = true and the same samples and step_key, and at most once. */
void net_backward(struct net *n, int samples, uint64_t step_key);

/* Frees all memory of the net. */
void net_release(struct net *n);

/* Adds the text of the request to `out`, with every ${key} replaced by its value and every named network by its layers.
 * Returns 0, or -1 after adding a message to why. `used` is as in net_build(). */
int net_expand(const struct net_request *request, struct config *used, struct text *out,
               struct text *why);

/* Adds the canonical form of a net's text to out. The text may also be a list of items. In the canonical form, blanks
 * and semicolons are single; each layer is in its canonical form (layers/layer.h); each named network has only the
 * options that differ from the defaults. A ${key} is not replaced. An item with options that its layer or network does
 * not accept is not changed, apart from blanks. Returns 0. When the text does not consist of items, returns -1 without
 * a message, and adds nothing. */
int net_canonical(const char *text, struct text *out);

/* A named network. Each has a line in zoo.def. */
struct zoo_entry {
    const char *name, *usage; /* usage: one line of help */
    const struct option *options;
    void (*write)(const void *options, struct text *out); /* adds the network's text to out */
    /* Returns 0, or -1 after adding a message to why when the options do not fit together. NULL: they always do. */
    int (*check)(const void *options, struct text *why);
    /* Changes options so that equal networks have equal options. NULL: nothing to change. */
    void (*resolve)(void *options);
};
extern const struct zoo_entry *const zoo[]; /* the array ends with NULL */

/* Returns the network whose name is the first `length` bytes of name, or NULL. */
const struct zoo_entry *zoo_find(const char *name, size_t length);

#endif
