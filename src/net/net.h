/*
 * Networks are text:
 *
 *   net     = item { ";" item }
 *   item    = layer | zoo | residual
 *   layer   = NAME [VALUE] { KEY=VALUE }                      conv2d 16 k=3 stride=2
 *   zoo     = a name of zoo.def with its options              resnet depth=20 width=16
 *   residual= "residual" "{" net "}" [ "{" net "}" ]          the second: the shortcut, else identity
 *
 * ${key} is replaced from the configuration before anything is parsed. A net is a list of layers in
 * topological order over buffers; views (flatten, none) take no time and no memory, and a norm takes in
 * the add and the activation that follow it.
 */
#ifndef NORMLAB_NET_NET_H
#define NORMLAB_NET_NET_H

#include "base/arena.h"
#include "base/formats/config.h"
#include "layers/layer.h"

struct buffer {
    struct shape shape;
    int view_of;         /* the buffer whose memory it is; itself where it is no view */
    size_t y_at, dy_at;  /* in the arena's block of buffers */
    bool needs_gradient; /* parameters lie upstream */
};

struct node {
    struct layer layer;
    int number;                /* in the order of the text */
    int in[LAYER_INPUTS], out; /* buffers */
    bool add[LAYER_INPUTS]; /* backward: another layer has written this input's gradient before */
    size_t param_at, state_at; /* in reals, from the start of the net's blocks */
    size_t saved_at;           /* in the arena */
};

struct net {
    struct node *node;
    int nodes;
    int numbers;   /* layers in the text */
    int *numbered; /* [numbers]: each one's place in node; -1: another one stands for it */
    struct shape in, out;
    /* Sizes of the flat blocks, padding between tensors included (it stays 0). */
    size_t param_reals, state_reals;
    size_t trainable, non_trainable; /* numbers, without padding */
    int norm_positions; /* S of the norm slot (norm or none) with the fewest positions; 0:
                           the net has no such slot */
    struct buffer *buffer;
    int buffers, last;        /* last: the net's output */
    size_t buffers_at;        /* in the arena */
    struct parallel *threads; /* the caller's, NULL at first: see struct io */
    /* Of the next calls' sequences, where the input has rank 2; the caller's, 0 and NULL at first. */
    int t; /* positions, at most those of `in`, which 0 stands for: then arrays are [n][t][c] */
    const unsigned char *mask; /* [n][t], 0 = padding; NULL: all valid */
    bool takes_all_positions;  /* a layer does: t must be 0 */
    /* Called after each layer's forward call, views left out; the caller's, NULL at first. */
    void (*watch)(void *context, const struct node *k, const struct io *io);
    void *watch_context;
    int max_n;
    real *param, *dparam; /* flat blocks, in the arena */
    real *state;
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

/* Builds a net; nothing is committed. 0, -1, or REFUSED. On failure `why` holds the message, which
 * names the place; nothing is printed and n needs no release. Keys of config that the text used are
 * set (to themselves) in `used` when it is not NULL. */
int net_build(struct net *n, const struct net_request *request, struct config *used,
              struct text *why);

/* The node that stands at `number` in the text, 0 <= number < n->numbers; NULL: another one stands for
 * it. */
const struct node *net_numbered(const struct net *n, int number);

/* Commits the arena. 0 or -1 after a message. */
int net_commit(struct net *n);

/* Draws the weights: scheme is one of init_schemes, each scaled by `scale`; the stream of each
 * tensor is named "init/<layer>.<param>". Sets everything else to its first value. */
void net_init(struct net *n, uint64_t seed, int scheme, double scale);
#define INIT_SCHEMES "he_normal|he_uniform|glorot_normal|glorot_uniform|lecun_normal|torch"

/* Where the caller writes n inputs before net_forward(), and finds the output after it. */
real *net_input(const struct net *n);
const real *net_output(const struct net *n);

/* Where the caller writes the gradient of the output before net_backward(). */
real *net_output_gradient(const struct net *n);

/* Runs all layers on the first `samples` samples; the input's values may be overwritten by the next
 * net_backward(), the output's, too. step_key makes the random numbers of this step.
 */
void net_forward(struct net *n, int samples, bool training, uint64_t step_key);

/* After net_forward(..., true, ...), once: overwrites dparam. */
void net_backward(struct net *n, int samples, uint64_t step_key);

void net_release(struct net *n);

/* Text with ${key} replaced and zoo names expanded, as the parser sees it. 0, or -1 with why. */
int net_expand(const struct net_request *request, struct config *used, struct text *out,
               struct text *why);

/* The canonical form of a net's text, or of a part of one that stands for whole items: each item in its layer's
 * canonical form (layers/layer.h) or, of the zoo, with the options alone that are not the default; single blanks and
 * semicolons. ${key} stays in place. An item that no layer would take stays as it is. 0; -1, with nothing added and no message, when the text
 * is not made of items. (wording.c) */
int net_canonical(const char *text, struct text *out);

/* A network that has a name: a function that writes its text. One file may define several; each has a line in zoo.def. */
struct zoo_entry {
    const char *name, *usage;
    const struct option *options;
    void (*write)(const void *options, struct text *out);
    int (*check)(const void *options, struct text *why); /* may be NULL */
    void (*resolve)(void *options); /* equal nets get equal options; may be NULL */
};
extern const struct zoo_entry *const zoo[]; /* ends with NULL */

/* NULL when there is none of that name. */
const struct zoo_entry *zoo_find(const char *name, size_t length);

#endif
