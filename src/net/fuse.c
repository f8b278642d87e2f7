/* Layers that are computed together: net_fuse(). */
#include "base/arena.h"
#include "layers/norms/norm.h"
#include "net/net_internal.h"
#include <string.h>

/* Returns the only node that reads buffer b. NULL when not exactly one node reads it, or when it is the net's
 * output. */
static struct node *only_reader(const struct net *n, int b)
{
    return b != n->last && n->buffer[b].readers == 1 ? &n->node[n->buffer[b].reader] : NULL;
}

/* Moves node k to the index of `reader`. That is the node that reads the output of k, and k now does its work. The node
 * at the old index of k gets number -1; net_fuse() removes it. */
static void replace_reader(struct net *n, struct node *k, struct node *reader)
{
    k->out = reader->out;
    k->layer.flops += reader->layer.flops;
    *reader = *k;
    k->number = -1;
    for (int j = 0; j < reader->layer.inputs; j++)
        n->buffer[reader->in[j]].reader = (int)(reader - n->node);
}

/* Fuses an add into node k when the add is the only reader of k's output: the add's other input becomes the second
 * input of k. Does nothing when both inputs of k would then share memory, because a layer's gradients must not
 * overlap. True when the add was fused. */
static bool fuse_add(struct net *n, struct node *k)
{
    struct node *reader = only_reader(n, k->out);
    int other;

    if (k->layer.epilogue.add || !reader || strcmp(reader->layer.type->name, "add"))
        return false;
    other = reader->in[reader->in[0] == k->out];
    if (n->buffer[other].view_of == n->buffer[k->in[0]].view_of)
        return false;
    k->layer.epilogue.add = true;
    k->layer.inputs = 2;
    k->layer.in[1] = k->layer.out;
    k->in[1] = other;
    replace_reader(n, k, reader);
    return true;
}

/* For a node k that ends with a fused relu: when a single layer reads its output, sets `gated` of k and `gates_input` of
 * that layer (layer.h). That layer then multiplies the gradient by the relu's derivative in its own backward pass. Does
 * nothing when one of the types does not take gates. */
static void move_gate(struct net *n, struct node *k)
{
    struct node *reader = only_reader(n, k->out);

    if (k->layer.type->takes_gate && k->layer.epilogue.activation->is_relu && reader &&
        reader->layer.type->takes_gate && reader->in[0] == k->out)
        k->layer.epilogue.gated = reader->layer.gates_input = true;
}

/* Fuses an activation into node k when the activation is the only reader of k's output. */
static void fuse_activation(struct net *n, struct node *k)
{
    struct node *reader = only_reader(n, k->out);

    if (reader && reader->layer.type->activation) {
        k->layer.epilogue.activation = reader->layer.type->activation;
        replace_reader(n, k, reader);
        move_gate(n, reader);
    }
}

/* When node i is a norm whose input needs no gradient, and only a dense layer reads its output, sets data_norm of the
 * dense layer's node and joined of node i. net_backward() then computes both together. */
static void join_norm(struct net *n, int i)
{
    struct node *k = &n->node[i];

    for (int j = i + 1; j < n->nodes; j++)
        if (n->node[j].in[0] == k->out && n->buffer[k->out].readers == 1 && k->out != n->last &&
            !n->buffer[k->in[0]].needs_gradient && norm_joins_dense(&k->layer, &n->node[j].layer)) {
            n->node[j].data_norm = i;
            k->joined = true;
        }
}

void net_fuse(struct net *n, bool fuses)
{
    int kept = 0;

    for (int i = 0; i < n->nodes; i++) {
        struct node *k = &n->node[i];
        bool can = fuses && k->layer.type->takes_epilogue && !k->layer.epilogue.activation;

        if (can && !fuse_add(n, k))
            fuse_activation(n, k);
    }
    n->node_of = xcalloc((size_t)n->layers, sizeof *n->node_of);
    for (int i = 0; i < n->layers; i++)
        n->node_of[i] = -1;
    for (int i = 0; i < n->nodes; i++)
        if (n->node[i].number >= 0) {
            if (kept < i)
                n->node[kept] = n->node[i];
            n->node_of[n->node[kept].number] = kept;
            kept++;
        }
    n->nodes = kept;
    for (int i = 0; i < n->nodes; i++)
        n->node[i].data_norm = -1;
    for (int i = 0; i < n->nodes && fuses; i++)
        join_norm(n, i);
}
