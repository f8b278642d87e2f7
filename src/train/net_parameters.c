#include "base/list.h"
#include "train/parameters.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* For qsort(): runs in the order of memory. */
static int by_start(const void *a, const void *b)
{
    const struct param_run *x = a, *y = b;

    return (x->from > y->from) - (x->from < y->from);
}

int optimizer_setup_net(struct optimizer *o, const struct optimizer_options *options,
                        const struct net *n)
{
    struct param_run *run = NULL;
    int runs = 0, r;

    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];

            array_add(run, runs) = (struct param_run){n->node[i].param_at + p->offset, p->count,
                                                      p->role == PARAM_WEIGHT};
        }
    /* optimizer_setup() wants the order of memory. With fused layers, the order of the nodes is another. */
    if (runs > 0)
        qsort(run, (size_t)runs, sizeof *run, by_start);
    r = optimizer_setup(o, options,
                        &(struct parameters){
                            .weight = n->param,
                            .gradient = n->dparam,
                            .reals = n->param_reals,
                            .run = run,
                            .runs = runs,
                            .threads = n->threads,
                        });
    free(run);
    return r;
}

/* ---- gamma and beta that do not change ---- */

/* Returns the next gamma or beta of a layer with running statistics, and sets *at to its offset in the net's parameter
 * block; NULL when there are no more. *node and *param must be 0 before the first call, which moves them on. */
static const struct param *next_affine(const struct net *n, int *node, int *param, size_t *at)
{
    for (; *node < n->nodes; ++*node, *param = 0) {
        const struct layer *l = &n->node[*node].layer;

        while (l->states > 0 && *param < l->params) {
            const struct param *p = &l->param[(*param)++];

            *at = n->node[*node].param_at + p->offset;
            if (p->role == PARAM_GAMMA || p->role == PARAM_BETA)
                return p;
        }
    }
    return NULL;
}

void affine_hold(const struct net *n, real *values)
{
    int node = 0, param = 0;
    const struct param *p;
    size_t at;

    while ((p = next_affine(n, &node, &param, &at))) {
        memcpy(values + at, n->param + at, p->count * sizeof *values);
        memset(n->dparam + at, 0, p->count * sizeof *n->dparam);
    }
}

void affine_restore(const struct net *n, const real *values)
{
    int node = 0, param = 0;
    const struct param *p;
    size_t at;

    while ((p = next_affine(n, &node, &param, &at)))
        memcpy(n->param + at, values + at, p->count * sizeof *values);
}

/* ---- measures ---- */

/* A position in the list of a net's parameter tensors. It starts as {0}, before the first tensor; next_tensor() moves
 * it to the next one. */
struct tensor_cursor {
    /* index of the layer, in the order of the net's text, and of the next tensor in it */
    int layer, param;
    size_t count;                 /* elements of the tensor */
    const real *value, *gradient; /* [count] */
};

/* Moves c to the net's next tensor of the role. Returns false when there are no more. */
static bool next_tensor(const struct net *n, enum param_role role, struct tensor_cursor *c)
{
    for (; c->layer < n->layers; c->layer++, c->param = 0) {
        const struct node *k = net_node(n, c->layer);

        while (k && c->param < k->layer.params) {
            const struct param *p = &k->layer.param[c->param++];

            if (p->role != role)
                continue;
            c->count = p->count;
            c->value = n->param + k->param_at + p->offset;
            c->gradient = n->dparam + k->param_at + p->offset;
            return true;
        }
    }
    return false;
}

void parameter_moments(const struct net *n, enum param_role role, double *mean, double *sd)
{
    double count = 0, sum = 0, squares = 0;

    for (struct tensor_cursor c = {0}; next_tensor(n, role, &c); count += (double)c.count)
        for (size_t i = 0; i < c.count; i++)
            sum += c.value[i];
    *mean = sum / count;
    for (struct tensor_cursor c = {0}; next_tensor(n, role, &c);)
        for (size_t i = 0; i < c.count; i++)
            squares += (c.value[i] - *mean) * (c.value[i] - *mean);
    *sd = sqrt(squares / count);
}

double gradient_ratio(const struct net *n)
{
    double first = NAN, last = NAN;
    int tensors = 0;

    for (struct tensor_cursor c = {0}; next_tensor(n, PARAM_WEIGHT, &c);) {
        double squares = 0;

        for (size_t i = 0; i < c.count; i++)
            squares += (double)c.gradient[i] * (double)c.gradient[i];
        last = sqrt(squares);
        if (tensors++ == 0)
            first = last;
    }
    return last > 0 ? first / last : NAN;
}
