/* Parses a net's text by recursive descent and builds the list of nodes. net_expand() has already replaced each
 * ${key} and each named network. */
#include "base/error.h"
#include "base/list.h"
#include "net/net.h"
#include "net/net_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLANKS " \t\n"

enum {
    NEST = 16,  /* how deeply residuals may contain each other */
    NAMES = 64, /* largest number of kinds of layers in a scope */
};

/* The numbering of layers inside one pair of braces, or outside of all braces. Layers of each kind are numbered
 * separately: conv1, conv2, norm1, ... */
struct scope {
    char prefix[LAYER_NAME]; /* "block2." */
    struct {
        const char *base; /* as name_base() returns it; NULL: the entry is unused */
        int count;        /* number of such layers so far */
    } counter[NAMES];
};

struct builder {
    struct net *net;
    int tokens;     /* number of tokens of the data; 0: the data has no tokens */
    bool fuses;     /* false: no layer changes to suit its neighbours (net_request, `unfused`) */
    const char *at; /* the part of the text that is not parsed yet */
    struct setup setup;
    struct text *why;
};

static void skip_space(struct builder *b)
{
    b->at += strspn(b->at, BLANKS);
}

/* True when the text s begins with this word. */
static bool word_is(const char *s, const char *word)
{
    size_t n = strlen(word);

    return strncmp(s, word, n) == 0 && strchr(BLANKS ";{}", s[n]);
}

/* Returns the first part of a layer's name: "norm" for norms and `none`, "conv" for convolutions, else the type's
 * name. */
static const char *name_base(const struct layer_type *type)
{
    if (type->is_norm || strcmp(type->name, "none") == 0)
        return "norm";
    if (strcmp(type->name, "conv2d") == 0 || strcmp(type->name, "conv1d") == 0)
        return "conv";
    return type->name;
}

/* Counts a layer, and returns its number among those with this base. */
static int next_number(struct scope *scope, const char *base)
{
    int i = 0;

    while (scope->counter[i].base && strcmp(scope->counter[i].base, base))
        if (++i == NAMES)
            BUG("more than %d kinds of layer in one scope", NAMES);
    scope->counter[i].base = base;
    return ++scope->counter[i].count;
}

/* Returns the index of a new buffer of this shape. */
static int add_buffer(struct net *n, struct shape shape)
{
    array_add(n->buffer, n->buffers) = (struct buffer){.shape = shape};
    return n->buffers - 1;
}

/* Sets `kinds` and `kinds_at` of the buffer that k writes (struct buffer in net.h): when the layer makes rows of kinds,
 * as an embedding does, or when it is a view of such rows. */
static void note_kinds(const struct builder *b, const struct node *k)
{
    struct buffer *out = &b->net->buffer[k->out];

    if (b->fuses && k->layer.kinds > 0) {
        out->kinds = k->layer.kinds;
        out->kinds_at = k->in[0];
    } else if (k->layer.type->view && out->shape.rank == 2) {
        out->kinds = b->net->buffer[k->in[0]].kinds;
        out->kinds_at = b->net->buffer[k->in[0]].kinds_at;
    }
}

/* Sets n->norm_positions to the positions of l when l is a norm or a layer `none` and no earlier one has fewer. */
static void note_norm_slot(struct net *n, const struct layer *l)
{
    int positions = (int)shape_positions(l->in[0]);

    if (strcmp(name_base(l->type), "norm") == 0 &&
        (n->norm_positions == 0 || positions < n->norm_positions))
        n->norm_positions = positions;
}

/* Returns 0 when k fits the data: a layer that takes tokens must be the first layer, on data with tokens, and have a
 * row of its weight for each token; no other layer may read tokens. Otherwise writes why to b->setup.message and
 * returns -1. */
static int check_tokens(struct builder *b, const struct node *k)
{
    bool takes = k->layer.type->takes_tokens, from_data = k->in[0] == 0;
    int rows = takes ? k->layer.param[0].dim[0] : 0;

    if (b->tokens > 0 && from_data && !takes)
        return layer_error(
            &b->setup, "the data's numbers are those of tokens; the first layer must be embedding");
    if (takes && !(b->tokens > 0 && from_data))
        return layer_error(&b->setup, "its input should be the data, and that should be tokens");
    if (takes && rows < b->tokens)
        return layer_error(&b->setup, "tokens=%d, but the data has %d; write tokens=${tokens}",
                           rows, b->tokens);
    return 0;
}

/* Returns 0 when data-parallel workers can train the layer: it has no statistics over the batch, or the workers can share
 * them. Otherwise writes why to b->setup.message and returns -1. */
static int check_workers(struct builder *b, const struct layer *l)
{
    if (b->setup.workers == 0 || l->states == 0 || l->shared_bytes > 0)
        return 0;
    return layer_error(
        &b->setup, "it keeps statistics of the batch that workers cannot share; take workers=1, or "
                   "batchnorm, batchrenorm or batchgroupnorm between layers");
}

/* Adds a node for the layer of a spec, which reads the buffers in[inputs]. Returns its output buffer, or -1 or REFUSED
 * after adding a message to b->why. */
static int add_layer(struct builder *b, const char *spec, const char *name, int inputs,
                     const int *in)
{
    struct net *n = b->net;
    struct node *k = &array_add(n->node, n->nodes);
    char shape[48];
    int r;

    *k = (struct node){.number = n->nodes - 1, .layer.inputs = inputs};
    for (int i = 0; i < inputs; i++) {
        k->in[i] = in[i];
        k->layer.in[i] = n->buffer[in[i]].shape;
    }
    b->setup.kinds = n->buffer[in[0]].kinds;
    r = layer_setup(&k->layer, spec, name, &b->setup);
    if (r == 0 && (check_tokens(b, k) || check_workers(b, &k->layer))) {
        layer_clear(&k->layer);
        r = -1;
    }
    if (r) {
        n->nodes--;
        shape_print(shape, k->layer.in[0]);
        text_add(b->why, "net: %s (%s) on %s: %s", name, spec, shape, b->setup.message);
        return r;
    }
    n->takes_all_positions |= k->layer.in[0].rank == 2 && k->layer.type->takes_all_positions;
    k->out = add_buffer(n, k->layer.out);
    note_kinds(b, k);
    note_norm_slot(n, &k->layer);
    return k->out;
}

/* True when the item after the current one is a norm. b->at points to the end of the current item. */
static bool norm_follows(const struct builder *b)
{
    const char *s = b->at + strspn(b->at, BLANKS);
    const struct layer_type *type;

    if (*s != ';')
        return false;
    s += strspn(s, BLANKS ";");
    type = layer_type_find(s, strcspn(s, BLANKS ";{}"));
    return type && type->is_norm;
}

/* Parses a layer. Returns its output buffer, or -1 or REFUSED. net_expand() has checked that the layer's type
 * exists. */
static int parse_layer(struct builder *b, struct scope *scope, int in)
{
    size_t length = strcspn(b->at, ";{}");
    const char *base = name_base(layer_type_find(b->at, strcspn(b->at, BLANKS ";{}")));
    char *spec, name[LAYER_NAME + 64];
    int out;

    while (strchr(BLANKS, b->at[length - 1]))
        length--;
    spec = xstrndup(b->at, length);
    b->at += length;
    skip_space(b);
    snprintf(name, sizeof name, "%s%s%d", scope->prefix, base, next_number(scope, base));
    b->setup.feeds_norm = norm_follows(b);
    out = add_layer(b, spec, name, 1, &in);
    free(spec);
    return out;
}

static int parse_sequence(struct builder *b, struct scope *scope, int in, int depth);

/* Parses "{ net }". The layers in the braces are numbered from 1, and their names begin with prefix. Returns the
 * output buffer, or -1 or REFUSED. */
static int parse_braces(struct builder *b, const char *prefix, int in, int depth)
{
    struct scope scope = {0};
    int out;

    skip_space(b);
    if (*b->at != '{') {
        text_add(b->why, "net: residual must be followed by { ... }, not '%.20s'", b->at);
        return -1;
    }
    b->at++;
    snprintf(scope.prefix, sizeof scope.prefix, "%s", prefix);
    out = parse_sequence(b, &scope, in, depth + 1);
    if (out < 0)
        return out;
    if (*b->at != '}') {
        text_add(b->why, "net: a { of %s has no }", prefix);
        return -1;
    }
    b->at++;
    skip_space(b);
    return out;
}

/* Parses a residual: its body, and its shortcut when there is one. Returns the output buffer, or -1 or REFUSED. */
static int parse_residual(struct builder *b, struct scope *scope, int in, int depth)
{
    char name[LAYER_NAME + 64], shortcut[LAYER_NAME + 80];
    int ends[2] = {-1, in};

    if (depth == NEST) {
        text_add(b->why, "net: residuals nested more than %d deep", NEST);
        return -1;
    }
    b->at += strlen("residual");
    snprintf(name, sizeof name, "%sblock%d.", scope->prefix, next_number(scope, "block"));
    ends[0] = parse_braces(b, name, in, depth);
    if (ends[0] >= 0 && *b->at == '{') {
        snprintf(shortcut, sizeof shortcut, "%sshortcut.", name);
        ends[1] = parse_braces(b, shortcut, in, depth);
    }
    if (ends[0] < 0 || ends[1] < 0)
        return ends[0] < 0 ? ends[0] : ends[1];
    strcat(name, "add");
    return add_layer(b, "add", name, 2, ends);
}

/* Parses items up to a closing brace or the end of the text. Returns the output buffer, or -1 or REFUSED. */
static int parse_sequence(struct builder *b, struct scope *scope, int in, int depth)
{
    for (;;) {
        skip_space(b);
        if (*b->at == ';') {
            b->at++;
            continue;
        }
        if (*b->at == '\0' || *b->at == '}')
            return in;
        if (*b->at == '{') {
            text_add(b->why, "net: '{' stands only behind residual, not in '%.20s'", b->at);
            return -1;
        }
        in = word_is(b->at, "residual") ? parse_residual(b, scope, in, depth)
                                        : parse_layer(b, scope, in);
        if (in < 0)
            return in;
    }
}

int net_build(struct net *n, const struct net_request *q, struct config *used, struct text *why)
{
    return net_build_for_workers(n, q, (struct workers){0, 0}, used, why);
}

int net_build_for_workers(struct net *n, const struct net_request *q, struct workers workers,
                          struct config *used, struct text *why)
{
    struct builder b = {.net = n,
                        .tokens = q->tokens,
                        .fuses = !q->unfused,
                        .setup = {.max_n = q->max_n,
                                  .min_train_n = q->min_train_n,
                                  .workers = workers.count,
                                  .share = workers.share},
                        .why = why};
    struct scope top = {0};
    struct text plain = {0};
    int r = net_expand(q, used, &plain, why), out;

    memset(n, 0, sizeof *n);
    n->in = q->in;
    n->max_n = q->max_n;
    n->workers = workers;
    n->alone = company_alone(workers.count);
    if (r == 0) {
        out = add_buffer(n, q->in);
        b.at = text_str(&plain);
        r = out = parse_sequence(&b, &top, out, 0);
    }
    if (r >= 0 && *b.at == '}') {
        text_add(why, "net: a } without {, at '%.20s'", b.at);
        r = -1;
    }
    if (r >= 0 && n->nodes == 0) {
        text_add(why, "net: no layer in '%s'", q->text);
        r = -1;
    }
    if (r >= 0) {
        n->out = n->buffer[r].shape;
        n->last = r;
        n->layers = n->nodes;
        net_book_tensors(n);
        net_trace(n);
        net_fuse(n, !q->unfused);
        net_plan(n);
        r = 0;
    } else {
        net_release(n);
    }
    text_clear(&plain);
    return r;
}
