/* From plain text to a list of layers over buffers, by recursive descent. */
#include "base/error.h"
#include "net/net.h"
#include "net/passes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NEST = 16, NAMES = 64 };

/* Counters of a scope's names: conv1, conv2, norm1, ... */
struct scope {
    char prefix[LAYER_NAME]; /* "block2." */
    struct {
        const char *base;
        int count;
    } counter[NAMES];
};

struct builder {
    struct net *net;
    int tokens;                 /* of the data */
    int node_room, buffer_room; /* of the net's tables, which double when they are full */
    const char *at;             /* in the plain text */
    struct setup setup;
    struct text *why;
};

static void skip_space(struct builder *b)
{
    b->at += strspn(b->at, " \t\n");
}

static bool word_is(const char *s, const char *word)
{
    size_t n = strlen(word);

    return strncmp(s, word, n) == 0 && strchr(" \t\n;{}", s[n]);
}

/* What a layer is called in names: every norm, and none, is a "norm". */
static const char *name_base(const struct layer_type *type)
{
    if (type->is_norm || strcmp(type->name, "none") == 0)
        return "norm";
    if (strcmp(type->name, "conv2d") == 0 || strcmp(type->name, "conv1d") == 0)
        return "conv";
    return type->name;
}

static int next_number(struct scope *scope, const char *base)
{
    int i = 0;

    while (scope->counter[i].base && strcmp(scope->counter[i].base, base))
        if (++i == NAMES)
            BUG("more than %d kinds of layer in one scope", NAMES);
    scope->counter[i].base = base;
    return ++scope->counter[i].count;
}

static int add_buffer(struct builder *b, struct shape shape)
{
    struct net *n = b->net;

    if (n->buffers == b->buffer_room) {
        b->buffer_room = 2 * b->buffer_room + 16;
        n->buffer = xrealloc(n->buffer, (size_t)b->buffer_room * sizeof *n->buffer);
    }
    n->buffer[n->buffers] = (struct buffer){.shape = shape};
    return n->buffers++;
}

static void note_norm_slot(struct net *n, const struct layer *l)
{
    int positions = (int)shape_positions(l->in[0]);

    if (strcmp(name_base(l->type), "norm") == 0 &&
        (n->norm_positions == 0 || positions < n->norm_positions))
        n->norm_positions = positions;
}

/* Tokens, of which the data has some, go into a layer that takes them, and nothing else does. */
static int check_tokens(struct builder *b, const struct node *k)
{
    bool takes = k->layer.type->takes_tokens, from_data = k->in[0] == 0;
    int rows = takes ? k->layer.param[0].dim[0] : 0;

    if (b->tokens > 0 && from_data && !takes)
        return layer_error(&b->setup,
                           "the data's numbers are those of tokens; let embedding come first");
    if (takes && !(b->tokens > 0 && from_data))
        return layer_error(&b->setup, "its input should be the data, and that should be tokens");
    if (takes && rows < b->tokens)
        return layer_error(&b->setup, "tokens=%d, but the data has %d; write tokens=${tokens}",
                           rows, b->tokens);
    return 0;
}

/* Adds a layer by its spec; returns its output buffer, or -1 or REFUSED. */
static int add_layer(struct builder *b, const char *spec, const char *name, int inputs,
                     const int *in)
{
    struct net *n = b->net;
    struct node *k;
    char shape[48];
    int r;

    if (n->nodes == b->node_room) {
        b->node_room = 2 * b->node_room + 16;
        n->node = xrealloc(n->node, (size_t)b->node_room * sizeof *n->node);
    }
    k = &n->node[n->nodes];
    memset(k, 0, sizeof *k);
    k->number = n->nodes;
    k->layer.inputs = inputs;
    for (int i = 0; i < inputs; i++) {
        k->in[i] = in[i];
        k->layer.in[i] = n->buffer[in[i]].shape;
    }
    r = layer_setup(&k->layer, spec, name, &b->setup);
    if (r == 0 && check_tokens(b, k)) {
        layer_clear(&k->layer);
        r = -1;
    }
    if (r) {
        shape_print(shape, k->layer.in[0]);
        text_add(b->why, "net: %s (%s) on %s: %s", name, spec, shape, b->setup.message);
        return r;
    }
    n->nodes++;
    n->takes_all_positions |= k->layer.in[0].rank == 2 && k->layer.type->takes_all_positions;
    k->out = add_buffer(b, k->layer.out);
    note_norm_slot(n, &k->layer);
    return k->out;
}

/* Does the next item name a norm? b->at stands behind an item. */
static bool norm_follows(const struct builder *b)
{
    const char *s = b->at + strspn(b->at, " \t\n");
    const struct layer_type *type;

    if (*s != ';')
        return false;
    s += strspn(s, " \t\n;");
    type = layer_type_find(s, strcspn(s, " \t\n;{}"));
    return type && type->is_norm;
}

static int parse_layer(struct builder *b, struct scope *scope, int in)
{
    size_t length = strcspn(b->at, ";{}");
    const struct layer_type *type;
    char *spec, name[LAYER_NAME + 64];
    int out;

    while (length > 0 && strchr(" \t\n", b->at[length - 1]))
        length--;
    spec = xstrndup(b->at, length);
    b->at += length;
    skip_space(b);
    type = layer_type_find(spec, strcspn(spec, " \t\n"));
    snprintf(name, sizeof name, "%s%s%d", scope->prefix, type ? name_base(type) : "item",
             type ? next_number(scope, name_base(type)) : b->net->nodes + 1);
    b->setup.feeds_norm = norm_follows(b);
    out = add_layer(b, spec, name, 1, &in);
    free(spec);
    return out;
}

static int parse_sequence(struct builder *b, struct scope *scope, int in, int depth);

/* "{ net }" under a new scope. */
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

/* Items up to a closing brace or the end. */
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
    struct builder b = {.net = n,
                        .tokens = q->tokens,
                        .setup = {.max_n = q->max_n, .min_train_n = q->min_train_n},
                        .why = why};
    struct scope top = {0};
    struct text plain = {0};
    int r = net_expand(q, used, &plain, why), out;

    memset(n, 0, sizeof *n);
    n->in = q->in;
    n->max_n = q->max_n;
    if (r == 0) {
        out = add_buffer(&b, q->in);
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
        n->numbers = n->nodes;
        net_book_tensors(n);
        net_trace(n);
        net_fuse(n);
        net_plan(n);
        r = 0;
    } else {
        net_release(n);
    }
    text_clear(&plain);
    return r;
}
