#include "base/arena.h"
#include "net/passes.h"
#include <stdlib.h>
#include <string.h>

/* In backward order, the first layer to reach a buffer's gradient overwrites it, the others add. A
 * view's gradient is its input's. */
static void plan_gradients(struct net *n)
{
    bool *written = xcalloc((size_t)n->buffers, sizeof *written);

    for (int i = n->nodes - 1; i >= 0; i--)
        for (int j = 0; j < n->node[i].layer.inputs; j++) {
            int b = n->buffer[n->node[i].in[j]].view_of;

            n->node[i].add[j] = written[b];
            written[b] |= !n->node[i].layer.type->view;
        }
    free(written);
}

void net_trace(struct net *n)
{
    n->buffer[0].view_of = 0;
    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        struct buffer *out = &n->buffer[k->out];

        out->view_of = k->layer.type->view ? n->buffer[k->in[0]].view_of : k->out;
        out->needs_gradient = k->layer.params > 0;
        for (int j = 0; j < k->layer.inputs; j++)
            out->needs_gradient |= n->buffer[k->in[j]].needs_gradient;
    }
}

/* A block that is wanted from one moment to another, both included. Moments: node i runs forward at i
 * and backward at 2 * nodes - i. */
struct block {
    size_t bytes;
    int from, to;
    size_t offset;
    size_t *at; /* gets it */
};

static int by_size(const void *a, const void *b)
{
    const struct block *x = a, *y = b;

    if (x->bytes != y->bytes)
        return x->bytes < y->bytes ? 1 : -1;
    return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : x->to - y->to;
}

/* The largest first, each at the lowest place where none that lives at the same time lies. Returns the
 * size of all. */
static size_t place(struct block *block, int count)
{
    struct block *placed = xcalloc((size_t)count, sizeof *placed); /* by their offsets */
    size_t all = 0;

    qsort(block, (size_t)count, sizeof *block, by_size);
    for (int i = 0; i < count; i++) {
        struct block b = block[i];
        int to = i;

        b.offset = 0;
        for (int j = 0; j < i && placed[j].offset < b.offset + b.bytes; j++)
            if (placed[j].from <= b.to && b.from <= placed[j].to &&
                b.offset < placed[j].offset + placed[j].bytes)
                b.offset = placed[j].offset + placed[j].bytes;
        while (to > 0 && placed[to - 1].offset > b.offset)
            to--;
        memmove(&placed[to + 1], &placed[to], (size_t)(i - to) * sizeof *placed);
        placed[to] = b;
        *b.at = b.offset;
        if (b.offset + b.bytes > all)
            all = b.offset + b.bytes;
    }
    free(placed);
    return all;
}

/* Lifetimes of a buffer's value and of its gradient, over all its views. */
struct lifetime {
    int made, read;     /* of the value */
    int written, taken; /* of the gradient */
};

/* The node at i works on buffer b. */
static void touch(struct lifetime *life, int b, int i, int nodes)
{
    if (life->read < 0) { /* the first that touches it makes it */
        life->made = b == 0 ? -1 : i;
        life->read = 2 * nodes - i;
    }
    life->written = 2 * nodes - i;
}

static struct lifetime *trace_lifetimes(const struct net *n)
{
    struct lifetime *life = xcalloc((size_t)n->buffers, sizeof *life);
    int end = 2 * n->nodes + 1;

    for (int b = 0; b < n->buffers; b++)
        life[b] = (struct lifetime){-1, -1, end, end};
    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        int out = n->buffer[k->out].view_of;

        touch(&life[out], out, i, n->nodes);
        for (int j = 0; j < k->layer.inputs; j++) {
            int in = n->buffer[k->in[j]].view_of;

            touch(&life[in], in, i, n->nodes);
        }
        if (out == k->out)
            life[out].taken = 2 * n->nodes - i;
    }
    life[n->buffer[n->last].view_of].written = n->nodes; /* by the loss */
    return life;
}

/* Books the values and gradients of the layers. */
static void plan_buffers(struct net *n)
{
    struct block *block = xcalloc(2 * (size_t)n->buffers, sizeof *block);
    bool *used = xcalloc((size_t)n->buffers, sizeof *used);
    struct lifetime *life = trace_lifetimes(n);
    int count = 0;

    used[0] = true;
    for (int i = 0; i < n->nodes; i++)
        used[n->node[i].out] = true;
    for (int b = 0; b < n->buffers; b++) {
        struct buffer *v = &n->buffer[b];
        size_t bytes = arena_round((size_t)n->max_n * shape_size(v->shape) * sizeof(real));

        if (!used[b] || v->view_of != b)
            continue;
        block[count++] = (struct block){bytes, life[b].made, life[b].read, 0, &v->y_at};
        if (v->needs_gradient || n->buffer[n->last].view_of == b)
            block[count++] = (struct block){bytes, life[b].written, life[b].taken, 0, &v->dy_at};
    }
    n->buffers_at = arena_book(&n->arena, place(block, count));
    for (int b = 0; b < n->buffers; b++)
        if (used[b]) {
            n->buffer[b].y_at = n->buffer[n->buffer[b].view_of].y_at;
            n->buffer[b].dy_at = n->buffer[n->buffer[b].view_of].dy_at;
        }
    free(life);
    free(used);
    free(block);
}

void net_book_tensors(struct net *n)
{
    for (int i = 0; i < n->nodes; i++) {
        struct node *k = &n->node[i];
        const struct layer *l = &k->layer;

        k->param_at = n->param_reals;
        k->state_at = n->state_reals;
        n->param_reals += l->param_reals;
        n->state_reals += l->state_reals;
        for (int j = 0; j < l->params; j++)
            n->trainable += l->param[j].count;
        for (int j = 0; j < l->states; j++)
            n->non_trainable += l->state[j].count;
    }
}

/* Books what each layer keeps, the scratch memory that they share, and the flat blocks. */
static void plan_layers(struct net *n)
{
    size_t scratch_bytes = 0;

    for (int i = 0; i < n->nodes; i++) {
        struct node *k = &n->node[i];

        k->saved_at = arena_book(&n->arena, k->layer.saved_bytes);
        if (k->layer.scratch_bytes > scratch_bytes)
            scratch_bytes = k->layer.scratch_bytes;
    }
    n->param_at = arena_book(&n->arena, n->param_reals * sizeof(real));
    n->dparam_at = arena_book(&n->arena, n->param_reals * sizeof(real));
    n->state_at = arena_book(&n->arena, n->state_reals * sizeof(real));
    n->scratch_at = arena_book(&n->arena, scratch_bytes);
}

void net_plan(struct net *n)
{
    plan_gradients(n);
    plan_buffers(n);
    plan_layers(n);
}
