/*
 * Optimizers: an update rule over flat blocks of parameters and gradients. A rule is one file, which defines a struct
 * optimizer_type, and one line of optimizers.def. Weight decay is an L2 penalty, as in PyTorch: decay * w is added to
 * the gradient.
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

/* The options of every rule, and those of each rule. */
struct optimizer_options {
    int kind;              /* enum optimizer_id */
    double eps;            /* added to a root that divides */
    double weight_decay;   /* on weights */
    bool decay_all;        /* weight_decay also applies to gamma, beta and biases */
    double clip_norm;      /* the gradient is scaled down to this L2 norm; 0: never */
    struct optimizer_own { /* the struct that each rule's table of options fills */
        double bytes[OPTIMIZER_OPTION_BYTES / sizeof(double)];
    } own[OPTIMIZERS];
};

/* Consecutive parameters with their gradient and state. */
struct update {
    size_t count;
    const real *gradient;
    real *slot[OPTIMIZER_SLOTS]; /* NULL where the rule has no such slot */
    real *weight;
};

struct optimizer_type {
    const char *name; /* the value of the key `optimizer` */
    /* Keys of a trial; they fill a struct of at most OPTIMIZER_OPTION_BYTES. */
    const struct option *options;
    int slots; /* blocks of state, each as large as the parameters; they start as 0 */
    /* Sets the constants of `rule` that this optimizer uses; lr, scale, decay and eps are set. step counts from 1. */
    void (*prepare)(const void *options, long step, double lr, struct update_rule *rule);
    /* One update. Returns the sum of the squared gradients before scale and decay. */
    double (*update)(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u);
};

extern const struct optimizer_type *const optimizer_types[OPTIMIZERS];

/* A parameter tensor within the flat blocks. */
struct param_run {
    size_t from, count;
    bool decays; /* weight_decay applies even without decay_all */
};

/* What is trained. There may be padding between tensors, where parameters and gradients are and stay 0. */
struct parameters {
    real *weight, *gradient; /* [reals] */
    size_t reals;
    const struct param_run *run; /* in the order of memory, without overlap */
    int runs;
    struct parallel *threads; /* that share an update; NULL: the calling thread alone */
};

/* Consecutive parameters that one thread updates. */
struct update_block {
    size_t from, count;
    bool decay;
    double squares; /* the sum of its squared gradient in the last step */
};
#define UPDATE_BLOCK ((size_t)1 << 14) /* elements at most */

struct optimizer {
    struct optimizer_options options;
    const struct optimizer_type *type;
    real *weight, *gradient; /* the caller's */
    struct parallel *threads;
    const struct kernels *kernels;
    struct update_block *block;
    int blocks;
    struct update_rule rule; /* of this step */
    real *slot[OPTIMIZER_SLOTS];
    long steps;
    struct arena arena;
};

/* The flat blocks must outlive o; the runs need not. 0, or -1 after a message. */
int optimizer_setup(struct optimizer *o, const struct optimizer_options *options,
                    const struct parameters *p);
void optimizer_release(struct optimizer *o);

/* One update from the gradient. Returns the gradient's L2 norm before clipping and decay. */
double optimizer_step(struct optimizer *o, double lr);

#endif
