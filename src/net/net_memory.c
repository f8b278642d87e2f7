/* Which memory a net needs: net_trace(), net_book_tensors() and net_plan(). */
#include "base/arena.h"
#include "net/net_internal.h"
#include <stdlib.h>
#include <string.h>

/* Sets `add` of each node. In the backward pass, the first layer that writes a buffer's gradient overwrites it;
 * later layers add to it. A view shares the gradient of its input, so it writes none. */
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
        for (int j = 0; j < k->layer.inputs; j++) {
            struct buffer *in = &n->buffer[k->in[j]];

            out->needs_gradient |= in->needs_gradient;
            in->readers++;
            in->reader = i;
        }
    }
}

/* A block of memory that is needed from the moment `from` to the moment `to`, both included. Node i runs forward at
 * moment i and backward at moment 2 * nodes - i. */
struct block {
    size_t bytes;
    int from, to;
    size_t offset;
    size_t *at; /* where assign_offsets() stores the offset */
};

/* For qsort(): larger blocks come first; among equal ones, smaller `from`, then smaller `to`. */
static int compare_blocks(const void *a, const void *b)
{
    const struct block *x = a, *y = b;

    if (x->bytes != y->bytes)
        return x->bytes < y->bytes ? 1 : -1;
    return x->from != y->from ? (x->from > y->from) - (x->from < y->from) : x->to - y->to;
}

/* Gives each block an offset, from the largest block to the smallest: the lowest offset at which it overlaps no block
 * that is needed at the same time. Returns the size in bytes of the memory for all blocks. */
static size_t assign_offsets(struct block *block, int count)
{
    struct block *assigned = xcalloc((size_t)count, sizeof *assigned); /* in order of offsets */
    size_t all = 0;

    qsort(block, (size_t)count, sizeof *block, compare_blocks);
    for (int i = 0; i < count; i++) {
        struct block b = block[i];
        int to = i;

        for (int j = 0; j < i && assigned[j].offset < b.offset + b.bytes; j++)
            if (assigned[j].from <= b.to && b.from <= assigned[j].to &&
                b.offset < assigned[j].offset + assigned[j].bytes)
                b.offset = assigned[j].offset + assigned[j].bytes;
        while (to > 0 && assigned[to - 1].offset > b.offset)
            to--;
        memmove(&assigned[to + 1], &assigned[to], (size_t)(i - to) * sizeof *assigned);
        assigned[to] = b;
        *b.at = b.offset;
        if (b.offset + b.bytes > all)
            all = b.offset + b.bytes;
    }
    free(assigned);
    return all;
}

/* The moments (struct block) at which a buffer or one of its views is first and last used. */
struct lifetime {
    bool used;
    int value_from, value_to; /* when the value is computed, and when it is last read */
    /* when the gradient is first written, and when the layer that computed the value reads it */
    int gradient_from, gradient_to;
};

/* Notes that node i reads or writes buffer b. */
static void use_buffer(const struct net *n, struct lifetime *life, int b, int i)
{
    int backward = 2 * n->nodes - i;

    if (!life[b].used) { /* nodes are in topological order, so node i computes the value */
        life[b].used = true;
        life[b].value_from = b == 0 ? -1 : i;
        life[b].value_to = backward;
    }
    life[b].gradient_from = backward;
}

/* Returns the lifetimes of all buffers, [buffers], which the caller frees. Views have none of their own. */
static struct lifetime *trace_lifetimes(const struct net *n)
{
    struct lifetime *life = xcalloc((size_t)n->buffers, sizeof *life);
    int end = 2 * n->nodes + 1;

    for (int b = 0; b < n->buffers; b++)
        life[b].gradient_to = end;
    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];
        int out = n->buffer[k->out].view_of;

        use_buffer(n, life, out, i);
        for (int j = 0; j < k->layer.inputs; j++)
            use_buffer(n, life, n->buffer[k->in[j]].view_of, i);
        if (out == k->out)
            life[out].gradient_to = 2 * n->nodes - i;
    }
    life[n->buffer[n->last].view_of].gradient_from = n->nodes; /* the loss writes this gradient */
    return life;
}

/* Books the memory of values and gradients. Views, and buffers that are unused after net_fuse(), get no memory of their
 * own. */
static void plan_buffers(struct net *n)
{
    struct block *block = xcalloc(2 * (size_t)n->buffers, sizeof *block);
    struct lifetime *life = trace_lifetimes(n);
    int count = 0;

    for (int b = 0; b < n->buffers; b++) {
        struct buffer *v = &n->buffer[b];
        const struct lifetime *l = &life[b];
        size_t bytes = arena_round((size_t)n->max_n * shape_size(v->shape) * sizeof(real));

        if (!l->used)
            continue;
        block[count++] = (struct block){bytes, l->value_from, l->value_to, 0, &v->y_at};
        if (v->needs_gradient || n->buffer[n->last].view_of == b)
            block[count++] = (struct block){bytes, l->gradient_from, l->gradient_to, 0, &v->dy_at};
    }
    n->buffers_at = arena_book(&n->arena, assign_offsets(block, count));
    for (int b = 0; b < n->buffers; b++) {
        n->buffer[b].y_at = n->buffer[n->buffer[b].view_of].y_at;
        n->buffer[b].dy_at = n->buffer[n->buffer[b].view_of].dy_at;
    }
    free(life);
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

/* Books each layer's saved memory, the scratch memory, which all layers share, and the flat blocks. */
static void plan_layers(struct net *n)
{
    size_t scratch_bytes = 0, shared_bytes = 0;
    int workers = n->workers.count, copies = workers ? workers : 1; /* each worker saves its own */

    for (int i = 0; i < n->nodes; i++) {
        struct node *k = &n->node[i];

        k->saved_at = arena_book(&n->arena, k->layer.saved_bytes * (size_t)copies);
        if (k->layer.scratch_bytes > scratch_bytes)
            scratch_bytes = k->layer.scratch_bytes;
        if (k->layer.shared_bytes > shared_bytes)
            shared_bytes = k->layer.shared_bytes;
    }
    n->param_at = arena_book(&n->arena, n->param_reals * sizeof(real));
    n->dparam_at = arena_book(&n->arena, n->param_reals * sizeof(real));
    n->state_at = arena_book(&n->arena, n->state_reals * sizeof(real));
    n->scratch_at = arena_book(&n->arena, scratch_bytes);
    n->worker_dparam_at = arena_book(&n->arena, (size_t)workers * n->param_reals * sizeof(real));
    n->shared_at = arena_book(&n->arena, ((size_t)workers + 1) * shared_bytes);
}

void net_plan(struct net *n)
{
    plan_gradients(n);
    plan_buffers(n);
    plan_layers(n);
}
