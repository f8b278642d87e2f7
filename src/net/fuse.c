#include "base/arena.h"
#include "net/passes.h"
#include <stdlib.h>
#include <string.h>

/* Who reads each buffer, and which nodes are gone: nodes keep their places until all is done. */
struct fusion {
    struct net *net;
    int *readers, *reader; /* [buffers]: how many nodes read it, and one of them */
    bool *gone;            /* [nodes] */
};

static void list_readers(struct fusion *f)
{
    for (int i = 0; i < f->net->nodes; i++)
        for (int j = 0; j < f->net->node[i].layer.inputs; j++) {
            f->readers[f->net->node[i].in[j]]++;
            f->reader[f->net->node[i].in[j]] = i;
        }
}

/* The only node that reads buffer b; -1: there are more, or none. */
static int only_reader(const struct fusion *f, int b)
{
    return b != f->net->last && f->readers[b] == 1 ? f->reader[b] : -1;
}

/* Puts node `at` in the place of `reader`, which it stands for from now on. */
static void take_place(struct fusion *f, int at, int reader)
{
    struct node *from = &f->net->node[at], *to = &f->net->node[reader];

    from->out = to->out;
    from->layer.flops += to->layer.flops;
    *to = *from;
    f->gone[at] = true;
    for (int j = 0; j < to->layer.inputs; j++)
        f->reader[to->in[j]] = reader;
}

static bool can_take(const struct node *k)
{
    return k->layer.type->takes_epilogue && !k->layer.epilogue.activation;
}

/* A node and the add that alone reads it become one; the other summand is its second input. Not where that
 * is the node's own input, too. */
static bool fuse_add(struct fusion *f, int at)
{
    struct net *n = f->net;
    struct node *k = &n->node[at];
    int reader = only_reader(f, k->out), other;

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
    take_place(f, at, reader);
    return true;
}

static bool fuse_activation(struct fusion *f, int at)
{
    struct node *k = &f->net->node[at];
    int reader = only_reader(f, k->out);

    if (!can_take(k) || reader < 0 || !f->net->node[reader].layer.type->activation)
        return false;
    k->layer.epilogue.activation = f->net->node[reader].layer.type->activation;
    take_place(f, at, reader);
    return true;
}

/* Moves the nodes that are left together, and notes where each number stands. */
static void close_up(struct fusion *f)
{
    struct net *n = f->net;
    int left = 0;

    for (int i = 0; i < n->numbers; i++)
        n->numbered[i] = -1;
    for (int i = 0; i < n->nodes; i++) {
        if (f->gone[i])
            continue;
        if (left < i)
            n->node[left] = n->node[i];
        n->numbered[n->node[left].number] = left;
        left++;
    }
    n->nodes = left;
}

void net_fuse(struct net *n)
{
    struct fusion f = {n, xcalloc((size_t)n->buffers, sizeof(int)),
                       xcalloc((size_t)n->buffers, sizeof(int)),
                       xcalloc((size_t)n->nodes, sizeof(bool))};

    n->numbered = xcalloc((size_t)n->numbers, sizeof *n->numbered);
    list_readers(&f);
    for (int i = 0; i < n->nodes; i++)
        if (!fuse_add(&f, i))
            fuse_activation(&f, i);
    close_up(&f);
    free(f.readers);
    free(f.reader);
    free(f.gone);
}
