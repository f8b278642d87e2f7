/* For the passes of the two kinds of evonorm. evonorm.c has the formulas and the passes of s0, evonorm_b0.c has the
 * passes of b0. */
#ifndef NORMLAB_LAYERS_NORMS_EVONORM_H
#define NORMLAB_LAYERS_NORMS_EVONORM_H

#include "layers/norms/custom_norm.h"

enum evonorm_kind { EVONORM_S0, EVONORM_B0 };

struct evonorm {
    struct norm norm; /* must be the first member */
    int kind;
    bool nonlin;
    ptrdiff_t v;         /* offset in the parameter block, or NORM_ABSENT */
    size_t moments;      /* offset in saved: a custom_moments */
    size_t gate;         /* offset in saved, with s0: sigmoid(v x) of each value */
    size_t batch;        /* offset in saved, with b0, [2][C]: mean, and sqrt(var + eps) */
    size_t rows;         /* offset in scratch, [N + 1][EVONORM_ROWS][C] */
    size_t factors;      /* offset in saved, with b0: two numbers for each value (evonorm_b0.c) */
    size_t terms;        /* offset in scratch: a number for each value */
    size_t coefficients; /* offset in scratch, [N]: a custom_coefficients each */
};

/* Rows of doubles, each [C], in the scratch memory of a sample. The rows from OWN_SUM to V_SUM are sums over the sample
 * in backward. The memory after that of the last sample, number N, has the sums over the batch. */
enum {
    CENTER,    /* mean of the channel's group */
    ROOT,      /* sqrt(var + eps) of the group; with s0 its inverse, or 0 where y is beta */
    OWN_SUM,   /* gradient of the loss by ROOT */
    BATCH_SUM, /* gradient of the loss by sqrt(var(batch) + eps), with b0 */
    GAMMA_SUM, /* these three: the gradients of gamma, beta and v */
    BETA_SUM,
    V_SUM,
    SUMS_END,
    EVONORM_ROWS = SUMS_END + 3 /* three more rows, used as temporary memory */
};

/* One sample of a call. */
struct evonorm_sample {
    const struct evonorm *o;
    size_t c, positions, at; /* at: index of the sample's first value in x and y */
    double count;            /* positions that count */
    const double *mean, *m2; /* [c], of each channel */
    double *rows;            /* [EVONORM_ROWS][c] */
};

/* Returns sample n; for n = N, the rows for sums over the batch. With nonlin=1 the moments must have been measured. */
struct evonorm_sample evonorm_sample(const struct layer *l, const struct io *io, int n);

/* Returns row `which` of the sample, [c]. */
double *evonorm_row(const struct evonorm_sample *k, int which);

/* Sets the rows CENTER and ROOT from the moments. */
void evonorm_set_root(const struct evonorm_sample *k);

/* y = a * b, for n values. y is neither a nor b. */
void evonorm_multiply(size_t n, const real *a, const real *b, real *y);

/* The passes of kind=b0. Forward: evonorm_b0_begin() saves the statistics of the batch, whose moments are `all`; then
 * evonorm_b0_forward() writes y of each sample. Backward: evonorm_b0_sum() computes the sums of each sample; after the
 * sums over the batch were added up, evonorm_b0_join() prepares them; then evonorm_b0_backward() writes dx of each
 * sample. */
void evonorm_b0_begin(const struct layer *l, const struct io *io, const struct column_moments *all);
void evonorm_b0_forward(const struct layer *l, const struct io *io, int n);
void evonorm_b0_sum(const struct layer *l, const struct io *io, int n);
void evonorm_b0_join(const struct layer *l, const struct io *io);
void evonorm_b0_backward(const struct layer *l, const struct io *io, int n);

#endif
