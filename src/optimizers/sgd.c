/* Stochastic gradient descent with momentum, as in PyTorch (g: the gradient):
 *   v = momentum v + g;  w -= lr v     (nesterov: w -= lr (g + momentum v)) */
#include "optimizers/optimizer.h"

struct sgd {
    double momentum;
    bool nesterov;
};

static const struct option options[] = {
    {"momentum", OPTION_REAL, offsetof(struct sgd, momentum), "0.9", 0, 0.9999, NULL,
     "sgd: momentum"},
    {"nesterov", OPTION_BOOL, offsetof(struct sgd, nesterov), "0", 0, 0, NULL,
     "Nesterov's momentum in sgd"},
    {0},
};

static void prepare(const void *own, long step, double lr, struct update_rule *rule)
{
    const struct sgd *o = own;

    (void)step, (void)lr;
    rule->momentum = (real)o->momentum;
    rule->nesterov = o->nesterov;
}

static double update(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u)
{
    return k->sgd(u->count, rule, u->gradient, u->slot[0], u->weight);
}

const struct optimizer_type optimizer_sgd = {"sgd", options, 1, prepare, update};
_Static_assert(sizeof(struct sgd) <= OPTIMIZER_OPTION_BYTES, "own options fit");
