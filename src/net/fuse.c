#include "net/passes.h"
#include <string.h>

/* The only node that reads buffer b; -1: there are more, or none. */
static int only_reader(const struct net *n, int b)
{
    int reader = -1;

    if (b == n->last)
        return -1;
    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.inputs; j++)
            if (n->node[i].in[j] == b) {
                if (reader >= 0)
                    return -1;
                reader = i;
            }
    return reader;
}

static void remove_node(struct net *n, int at)
{
    n->nodes--;
    memmove(&n->node[at], &n->node[at + 1], (size_t)(n->nodes - at) * sizeof *n->node);
}

/* Puts node `at` in the place of `reader`, which it stands for from now on. */
static void take_place(struct net *n, int at, int reader)
{
    struct node k = n->node[at];

    k.out = n->node[reader].out;
    k.layer.flops += n->node[reader].layer.flops;
    n->node[reader] = k;
    remove_node(n, at);
}

static bool can_take(const struct node *k)
{
    return k->layer.type->takes_epilogue && !k->layer.epilogue.activation;
}

/* A node and the add that alone reads it become one; the other summand is its second input. Not where that
 * is the node's own input, too. */
static bool fuse_add(struct net *n, int at)
{
    struct node *k = &n->node[at];
    int reader = only_reader(n, k->out), other;

    if (!can_take(k) || k->layer.epilogue.add || reader < 0 ||
        strcmp(n->node[reader].layer.type->name, "add"))
        return false;
    other = n->node[reader].in[0] == k->out ? n->node[reader].in[1] : n->node[reader].in[0];
    if (n->buffer[other].view_of ==
        n->buffer[k->in[0]].view_of) /* a layer's gradients must not overlap */
        return false;
    k->layer.epilogue.add = true;
    k->layer.inputs = 2;
    k->layer.in[1] = k->layer.out;
    k->in[1] = other;
    take_place(n, at, reader);
    return true;
}

static bool fuse_activation(struct net *n, int at)
{
    struct node *k = &n->node[at];
    int reader = only_reader(n, k->out);

    if (!can_take(k) || reader < 0 || !n->node[reader].layer.type->activation)
        return false;
    k->layer.epilogue.activation = n->node[reader].layer.type->activation;
    take_place(n, at, reader);
    return true;
}

void net_fuse(struct net *n)
{
    for (int i = 0; i < n->nodes;)
        if (!fuse_add(n, i) && !fuse_activation(n, i))
            i++;
}
