#include "base/arena.h"
#include "net/passes.h"
#include <stdlib.h>

/* In backward order, the first layer to reach a buffer's gradient overwrites it, the others add. A
 * view's gradient is its input's. */
static void plan_gradients(struct net *n)
{
    for (int i = n->nodes - 1; i >= 0; i--)
        for (int j = 0; j < n->node[i].layer.inputs; j++) {
            int b = n->buffer[n->node[i].in[j]].view_of;

            for (int k = n->nodes - 1; k >= i; k--)
                for (int m = 0; m < n->node[k].layer.inputs; m++)
                    if (!n->node[k].layer.type->view && (k > i || m < j) &&
                        n->buffer[n->node[k].in[m]].view_of == b)
                        n->node[i].add[j] = true;
        }
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
    size_t *at; /* gets its offset */
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
    size_t all = 0;

    qsort(block, (size_t)count, sizeof *block, by_size);
    for (int i = 0; i < count; i++) {
        size_t at = 0;

        for (int j = 0; j < i;) {
            bool together = block[j].from <= block[i].to && block[i].from <= block[j].to;

            if (together && at < *block[j].at + block[j].bytes &&
                *block[j].at < at + block[i].bytes) {
                at = *block[j].at + block[j].bytes;
                j = 0;
            } else {
                j++;
            }
        }
        *block[i].at = at;
        if (at + block[i].bytes > all)
            all = at + block[i].bytes;
    }
    return all;
}

/* Lifetimes of a buffer's value and of its gradient, over all its views. */
static void add_buffer_blocks(struct net *n, int b, struct block *value, struct block *gradient)
{
    size_t bytes = arena_round((size_t)n->max_n * shape_size(n->buffer[b].shape) * sizeof(real));
    int end = 2 * n->nodes + 1, made = -1, taken = end, first_written = end, read = -1;

    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        bool touches = n->buffer[k->out].view_of == b;

        for (int j = 0; j < k->layer.inputs; j++)
            touches |= n->buffer[k->in[j]].view_of == b;
        if (!touches)
            continue;
        if (made < 0)
            made = b == 0 ? -1 : i; /* the first that touches it makes it */
        if (read < 2 * n->nodes - i)
            read = 2 * n->nodes - i;
        if (first_written > 2 * n->nodes - i)
            first_written = 2 * n->nodes - i;
        if (k->out == b)
            taken = 2 * n->nodes - i;
    }
    if (n->buffer[n->last].view_of == b)
        first_written = n->nodes; /* by the loss */
    *value = (struct block){bytes, made, read, &n->buffer[b].y_at};
    *gradient = (struct block){bytes, first_written, taken, &n->buffer[b].dy_at};
}

/* Books the values and gradients of the layers. */
static void plan_buffers(struct net *n)
{
    struct block *block = xcalloc(2 * (size_t)n->buffers, sizeof *block);
    bool *used = xcalloc((size_t)n->buffers, sizeof *used);
    int count = 0;

    used[0] = true;
    for (int i = 0; i < n->nodes; i++)
        used[n->node[i].out] = true;
    for (int b = 0; b < n->buffers; b++)
        if (used[b] && n->buffer[b].view_of == b) {
            add_buffer_blocks(n, b, &block[count], &block[count + 1]);
            count += 1 + (n->buffer[b].needs_gradient || n->buffer[n->last].view_of == b);
        }
    n->buffers_at = arena_book(&n->arena, place(block, count));
    for (int b = 0; b < n->buffers; b++)
        if (used[b]) {
            n->buffer[b].y_at = n->buffer[n->buffer[b].view_of].y_at;
            n->buffer[b].dy_at = n->buffer[n->buffer[b].view_of].dy_at;
        }
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
