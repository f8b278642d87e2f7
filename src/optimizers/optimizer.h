/*
 * Optimizers: an update rule over flat blocks of parameters and gradients. A rule is one file, which defines a struct
 * optimizer_type, and one line of optimizers.def. Weight decay is an L2 penalty: it is added to the gradient,
 * g + decay * w, as in PyTorch.
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

/* What every rule takes, and the options that each rule has of its own. */
struct optimizer_options {
    int kind;              /* enum optimizer_id */
    double eps;            /* added to a root before a division by it */
    double weight_decay;   /* on weights */
    bool decay_all;        /* on gamma, beta and biases, too */
    double clip_norm;      /* the largest L2 norm of the whole gradient; 0: off */
    struct optimizer_own { /* the struct that the rule's table of options fills */
        double bytes[OPTIMIZER_OPTION_BYTES / sizeof(double)];
    } own[OPTIMIZERS];
};

/* A part of the flat blocks, with its state. */
struct update {
    size_t count;
    const real *gradient;
    real *slot[OPTIMIZER_SLOTS]; /* NULL where the rule has no such slot */
    real *weight;
};

struct optimizer_type {
    const char *name; /* the value of the key `optimizer` */
    const struct option
        *options; /* keys of a trial; they fill a struct of at most OPTIMIZER_OPTION_BYTES */
    int slots;    /* blocks of state, as large as the parameters; they start as 0 */
    /* Sets what the rule needs of `rule` besides lr, scale, decay and eps, which are set. step counts from 1. */
    void (*prepare)(const void *options, long step, double lr, struct update_rule *rule);
    /* One update. Returns the sum of the squared gradients before scale and decay. */
    double (*update)(const struct kernels *k, const struct update_rule *rule,
                     const struct update *u);
};

extern const struct optimizer_type *const optimizer_types[OPTIMIZERS];

/* A parameter tensor within the flat blocks. */
struct param_run {
    size_t from, count;
    bool decays; /* by weight_decay even without decay_all */
};

/* What is trained. Between tensors there may be padding, where parameters and gradients are 0, and stay so. */
struct parameters {
    real *weight, *gradient; /* [reals] */
    size_t reals;
    const struct param_run *run; /* in the order of memory, without overlap */
    int runs;
    struct parallel *threads; /* share an update; NULL: the calling thread alone */
};

/* A piece of the flat blocks that one thread updates. */
struct update_block {
    size_t from, count;
    bool decay;
    double squares; /* of its gradient, summed by the last step */
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
