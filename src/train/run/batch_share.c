/* The samples of a training batch that this process has: all of it, or those of this process's workers when the other workers
 * are in other processes (normlab-mpi). */
#include "base/arena.h"
#include "kernels/kernels.h"
#include "train/session.h"
#include <stdlib.h>

int session_start_workers(struct trial *t)
{
    struct text same = {0};
    int r;

    t->company = company_of_ranks(t->options.workers, t->execution.rank_limit);
    t->result->ranks = t->company.ranks;
    t->worker_loss = xcalloc((size_t)t->options.workers, sizeof *t->worker_loss);
    /* Without this check, ranks that differ in these would train different nets, and no error would show it. */
    text_add(&same, "kernels=%s data=%s ", kernels_choose()->name, t->data.sha256);
    config_print(&t->config, &same);
    r = company_agree(&t->company, "trial", text_str(&same));
    text_clear(&same);
    return r;
}

void session_fill_own(struct trial *t, int n, const int32_t *index)
{
    struct sample_range own = {net_first_sample(&t->net, n), net_own_samples(&t->net, n)};

    if (own.count > 0)
        session_fill_part(t, &t->train, n, index, own, true, 0);
}

struct loss_sum session_loss_of_all(struct trial *t, int n, real *gradient)
{
    struct net *net = &t->net;
    struct loss_sum sum = {0, 0};
    size_t k = (size_t)t->data.outputs;

    if (net->workers.count == 0)
        return session_loss(t, n, gradient);
    for (int w = t->company.first; w < t->company.first + t->company.own; w++) {
        struct sample_range part = net_worker_samples(net, w, n);
        size_t first = (size_t)part.first;

        t->worker_loss[w] = loss_part(
            (enum loss_kind)t->options.loss, part.count, n, (int)k, net_output(net) + first * k,
            t->label + first, t->target ? t->target + first * k : NULL, gradient + first * k);
    }
    company_gather(&t->company, t->worker_loss, sizeof *t->worker_loss);
    for (int w = 0; w < net->workers.count; w++) {
        sum.loss += t->worker_loss[w].loss;
        sum.wrong += t->worker_loss[w].wrong;
    }
    return sum;
}
