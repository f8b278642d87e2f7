/*
 * Optimizers: update rules for flat blocks of parameters and gradients. To add a rule, write a file that defines a
 * struct optimizer_type, and a line in optimizers.def. Weight decay is an L2 penalty, as in PyTorch: weight_decay * w
 * is added to the gradient.
 *
 * When the gradient of a weight stays 0 or tiny, as that of a dead unit, the state of the weight shrinks until its numbers
 * are subnormal. CPUs are slow with such numbers: a step of Adam would take twice as long. So an update counts subnormal
 * numbers as 0 (kernels/subnormals.h): gradients, their squares in the sums, the state and the weights. A mean square below
 * REAL_MIN then becomes 0. The sum of its root and eps does not change by this, unless eps * REAL_EPSILON < sqrt(REAL_MIN),
 * that is, unless eps is below 1e-12 in float. With so small an eps, subnormal numbers are kept.
 */
#ifndef NORMLAB_OPTIMIZERS_OPTIMIZER_H
#define NORMLAB_OPTIMIZERS_OPTIMIZER_H

#include "base/arena.h"
#include "base/formats/option.h"
#include "base/system/parallel.h"
#include "kernels/kernels.h"

enum optimizer_id {
#define OPTIMIZER(name) OPTIMIZER_##name,
#include "optimizers/optimizers.def"
#undef OPTIMIZER
    OPTIMIZERS
};

enum { OPTIMIZER_OPTION_BYTES = 32, OPTIMIZER_SLOTS = 2 };

/* The options that all update rules share, and `own`, the options of each single rule. */
struct optimizer_options {
    int kind;   /* enum optimizer_id */
    double eps; /* added to the root in the denominator of an update, against division by 0 */
    double weight_decay;   /* factor of the penalty on tensors with param_run.decays */
    bool decay_all;        /* weight_decay applies to all tensors: also to gamma, beta and biases */
    double clip_norm;      /* a gradient with a larger L2 norm is scaled to this norm; 0: never */
    struct optimizer_own { /* memory for the options struct of one rule */
        double bytes[OPTIMIZER_OPTION_BYTES / sizeof(double)];
    } own[OPTIMIZERS];
};

/* `count` neighbouring parameters with their gradient and state. */
struct update {
    size_t count;
    const real *gradient;
    real *slot[OPTIMIZER_SLOTS]; /* state; NULL: the rule uses fewer slots */
    real *weight;
};

struct optimizer_type {
    const char *name; /* the value of the key `optimizer` */
    /* The rule's own options, which are keys of a trial. Their struct has at most OPTIMIZER_OPTION_BYTES. */
    const struct option *options;
    int slots; /* number of blocks of state, each as large as the parameters; they start as 0 */
    /* Sets the constants of *rule that only this optimizer uses. lr, scale and eps are already set. options: the rule's
     * own options struct; step: counted from 1; lr: the learning rate of this step. */
    void (*prepare)(const void *options, long step, double lr, struct update_rule *rule);
    /* Updates the parameters of u. Returns the sum of the squared gradients without scale and decay. */
    double (*update)(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u);
};

extern const struct optimizer_type *const optimizer_types[OPTIMIZERS]; /* by enum optimizer_id */

/* A parameter tensor: the elements [from, from + count) of the flat blocks. */
struct param_run {
    size_t from, count;
    bool decays; /* weight_decay applies to it even without decay_all */
};

/* The parameters to train. There may be gaps between the tensors. Parameters and gradients in a gap must be 0; updates
 * keep them 0. */
struct parameters {
    real *weight, *gradient; /* flat blocks, [reals] */
    size_t reals;
    const struct param_run *run; /* [runs], in the order of memory, without overlap */
    int runs;
    struct parallel *threads; /* threads that share an update; NULL: the calling thread alone */
};

/* Neighbouring parameters that are updated by one thread: the elements [from, from + count) of the flat blocks. */
struct update_block {
    size_t from, count;
    bool decay;     /* weight_decay applies to them */
    double squares; /* sum of the squared elements of their gradient in the last step */
};
#define UPDATE_BLOCK ((size_t)1 << 14) /* largest number of elements in a block */

struct optimizer {
    struct optimizer_options options;
    const struct optimizer_type *type;
    real *weight, *gradient; /* the caller's flat blocks */
    struct parallel *threads;
    const struct kernels *kernels;
    struct update_block *block; /* [blocks] */
    int blocks;
    struct update_rule rule;     /* constants of the current step */
    real *slot[OPTIMIZER_SLOTS]; /* state: slots of the type, each as large as the flat blocks */
    long steps;                  /* number of steps so far */
    struct arena arena;          /* the memory of the state */
};

/* Sets up o and allocates its state. The flat blocks must outlive o; p->run is not needed after the call. Returns 0,
 * and the caller frees by optimizer_release(); or -1 after a message, with nothing to free. */
int optimizer_setup(struct optimizer *o, const struct optimizer_options *options,
                    const struct parameters *p);

/* Frees o's memory, but not the flat blocks. */
void optimizer_release(struct optimizer *o);

/* Updates the parameters once by their gradient, with the learning rate lr. Returns the L2 norm of the gradient before
 * clipping and weight decay. */
double optimizer_step(struct optimizer *o, double lr);

#endif
