/* RMSprop (Hinton, Srivastava & Swersky 2012, lecture 6), as in PyTorch. v is the running mean of g^2:
 *   v = rho v + (1 - rho) g^2;  w -= lr g / (sqrt(v) + eps) */
#include "optimizers/optimizer.h"

struct rmsprop {
    double rho;
};

static const struct option options[] = {
    {"rho", OPTION_REAL, offsetof(struct rmsprop, rho), "0.9", 0, 0.9999, NULL,
     "rmsprop: decay of the mean squared gradient"},
    {0},
};

static void prepare(const void *own, long step, double lr, struct update_rule *rule)
{
    const struct rmsprop *o = own;

    (void)step, (void)lr;
    rule->beta2 = (real)o->rho;
    rule->one_minus_beta2 = (real)(1 - o->rho);
}

static double update(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u)
{
    return k->rmsprop(u->count, rule, u->gradient, u->slot[0], u->weight);
}

const struct optimizer_type optimizer_rmsprop = {"rmsprop", options, 1, prepare, update};
_Static_assert(sizeof(struct rmsprop) <= OPTIMIZER_OPTION_BYTES, "own options fit");
