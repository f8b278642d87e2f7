/* The twin of a trial, on which probes work. */
#include "base/arena.h"
#include "base/list.h"
#include "train/probes/probe.h"
#include <stdlib.h>
#include <string.h>

/* True when the layer begins a stage: it is no norm, and it has a weight in a product. The table of an embedding is
 * none. */
static bool begins_stage(const struct layer *l)
{
    for (int i = 0; i < l->params; i++)
        if (l->param[i].role == PARAM_WEIGHT && !l->param[i].is_table)
            return !l->type->is_norm;
    return false;
}

/* Fills w->stage. */
static void find_stages(struct twin *w)
{
    const struct net *n = &w->trial.net;
    struct stage *s = NULL;

    for (int i = 0; i < n->nodes; i++) {
        const struct node *k = &n->node[i];

        if (begins_stage(&k->layer)) {
            s = &array_add(w->stage, w->stages);
            *s = (struct stage){k, k, k, NULL};
        } else if (s && s->post == s->pre && !k->layer.type->view) {
            s->post = k;
            s->activation = k->layer.type->activation;
            if (!s->activation && !k->layer.type->activates)
                s->pre = k;
        }
    }
}

int twin_init(struct twin *w, struct trial *original)
{
    struct trial *t = &w->trial;
    const struct trial_options *o = &original->options;

    *w = (struct twin){.trial = *original, .original = original};
    memset(&t->net, 0, sizeof t->net);
    t->label = NULL;
    t->target = NULL;
    t->mask = NULL;
    if (session_build_net(t, true) || net_commit(&t->net))
        return -1;
    t->net.threads = original->threads;
    session_allocate_batch(t);
    w->batches = (o->probe_samples < t->train_n ? o->probe_samples : t->train_n) / o->batch;
    w->batches = w->batches ? w->batches : 1;
    w->index = xcalloc((size_t)o->batch, sizeof *w->index);
    find_stages(w);
    return 0;
}

void twin_clear(struct twin *w)
{
    net_release(&w->trial.net);
    free(w->trial.label);
    free(w->trial.target);
    free(w->trial.mask);
    free(w->stage);
    free(w->index);
}

void twin_reset(struct twin *w)
{
    const struct net *from = &w->original->net;
    struct net *to = &w->trial.net;

    memcpy(to->param, from->param, from->param_reals * sizeof *to->param);
    memcpy(to->state, from->state, from->state_reals * sizeof *to->state);
    to->norm_stats = w->trial.frozen ? NORM_STATS_RUNNING : NORM_STATS_USUAL;
    to->watch = to->watch_backward = NULL;
}

struct loss_sum twin_forward(struct twin *w, int b, bool training)
{
    struct trial *t = &w->trial;
    int batch = t->options.batch;

    for (int i = 0; i < batch; i++)
        w->index[i] = b * batch + i;
    session_fill(t, &t->train, batch, w->index, false, 0);
    net_forward(&t->net, batch, training, w->key);
    return session_loss(t, batch, training ? net_output_gradient(&t->net) : NULL);
}

void twin_backward(struct twin *w)
{
    net_backward(&w->trial.net, w->trial.options.batch, w->key);
}

int twin_pre_stage(const struct twin *w, const struct node *k)
{
    int i = w->stages - 1;

    while (i >= 0 && w->stage[i].pre != k)
        i--;
    return i;
}

int twin_post_stage(const struct twin *w, const struct node *k)
{
    int i = w->stages - 1;

    while (i >= 0 && w->stage[i].post != k)
        i--;
    return i;
}

size_t twin_rows(const struct node *k, const struct io *io)
{
    struct shape out = k->layer.out;

    return (size_t)io->n * (out.rank == 2 && io->t ? (size_t)io->t : shape_positions(out));
}

const unsigned char *twin_mask(const struct node *k, const struct io *io)
{
    return k->layer.out.rank == 2 ? io->mask : NULL;
}

size_t twin_weight_count(const struct twin *w, int stage)
{
    const struct layer *l = &w->stage[stage].weight->layer;
    size_t count = 0;

    for (int j = 0; j < l->params; j++)
        count += l->param[j].role == PARAM_WEIGHT ? l->param[j].count : 0;
    return count;
}

double twin_weight_product(const struct twin *w, int stage, const real *a, const real *b)
{
    const struct node *k = w->stage[stage].weight;
    double sum = 0;

    for (int j = 0; j < k->layer.params; j++) {
        const struct param *p = &k->layer.param[j];
        size_t from = k->param_at + p->offset;

        for (size_t i = from; i < from + p->count && p->role == PARAM_WEIGHT; i++)
            sum += (double)a[i] * (double)b[i];
    }
    return sum;
}
