#include "base/list.h"
#include "train/parameters.h"
#include <stdlib.h>

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
    /* Layers that were fused stand at another place in memory than in the list of nodes. */
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
