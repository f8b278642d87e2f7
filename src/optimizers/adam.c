/* Adam (Kingma & Ba 2015). m and v are running means of g and g^2 (g: the gradient, t: the step, counted from 1):
 *   adam_form=torch  algorithm 1, as in PyTorch: w -= lr m^ / (sqrt(v^) + eps), m^ = m / (1 - beta1^t),
 *                    v^ = v / (1 - beta2^t)
 *   adam_form=keras  the end of section 2, as in Keras; eps is added to the root of v, not of v^:
 *                    w -= lr sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + eps) */
#include "optimizers/optimizer.h"
#include <math.h>

enum { FORM_TORCH, FORM_KERAS };

struct adam {
    double beta1, beta2;
    int form;
};

static const struct option options[] = {
    {"beta1", OPTION_REAL, offsetof(struct adam, beta1), "0.9", 0, 0.9999, NULL,
     "adam: decay of the mean gradient"},
    {"beta2", OPTION_REAL, offsetof(struct adam, beta2), "0.999", 0, 0.999999, NULL,
     "adam: decay of the mean squared gradient"},
    {"adam_form", OPTION_CHOICE, offsetof(struct adam, form), "torch", 0, 0, "torch|keras",
     "adds optimizer_eps to the corrected root (torch) or to the uncorrected one (keras)"},
    {0},
};

static void prepare(const void *own, long step, double lr, struct update_rule *rule)
{
    const struct adam *o = own;
    double root = sqrt(1 - pow(o->beta2, (double)step));

    lr /= 1 - pow(o->beta1, (double)step);
    if (o->form == FORM_KERAS) {
        lr *= root;
        root = 1;
    }
    rule->lr = (real)lr;
    rule->beta1 = (real)o->beta1;
    rule->one_minus_beta1 = (real)(1 - o->beta1);
    rule->beta2 = (real)o->beta2;
    rule->one_minus_beta2 = (real)(1 - o->beta2);
    rule->root = (real)(1 / root);
}

static double update(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u)
{
    return k->adam(u->count, rule, u->gradient, u->slot[0], u->slot[1], u->weight);
}

const struct optimizer_type optimizer_adam = {"adam", options, 2, prepare, update};
_Static_assert(sizeof(struct adam) <= OPTIMIZER_OPTION_BYTES, "own options fit");
