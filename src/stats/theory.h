/*
 * Theoretical values for networks at initialization. Figures draw them as dashed lines beside the measured values.
 *
 * J(c) is the cosine of two samples' features after one layer of a wide network (Gaussian weights, ReLU) without a
 * norm, when the cosine is c before the layer: the arc-cosine kernel of degree 1 (Cho and Saul 2009, eq. 6; Yang et al.
 * 2019, A mean field theory of batch normalization, theorem 8). `batch` is the number B of samples in a batch, or
 * INFINITY. For a smaller batch than a function states, the theory has no finite value, and the function returns NaN.
 */
#ifndef NORMLAB_STATS_THEORY_H
#define NORMLAB_STATS_THEORY_H

/* J(c) = (sqrt(1 - c^2) + (pi - arccos c) c) / pi and its derivative J'(c) = (pi - arccos c) / pi, for -1 <= c <= 1. */
double theory_relu_cosine(double c);
double theory_relu_cosine_slope(double c);

/* Returns the cosine after `layers` layers of such a network: J applied `layers` times to c. It tends to 1 with
 * depth. */
double theory_relu_cosine_after(double c, int layers);

/* Returns the limit, with depth, of the cosine of two samples of a batch when each layer normalizes the batch: J(c)
 * with c = -1 / (batch - 1). batch >= 2. */
double theory_batchnorm_cosine(double batch);

/*
 * Returns the soft rank (tr M)^2 / |M|^2 of the second moments M of a batch's features, when all features have the same
 * length and any two have the cosine c = theory_batchnorm_cosine(B): B / (1 + (B - 1) c^2). The matrix of cosines then
 * has the eigenvalues 1 + (B - 1) c (once) and 1 - c (B - 1 times). The rank tends to pi^2 = 9.87 for large batches.
 * The theory is about wide nets; in narrow ones the cosines scatter around c, and the rank is lower. batch >= 2.
 */
double theory_batchnorm_soft_rank(double batch);

/*
 * Return the factor by which the mean squared norm of the gradient grows per layer, from the output to the input, in a
 * deep network whose layers are linear layer, BatchNorm (gamma 1, beta 0) and ReLU (Yang et al. 2019, theorem 8). With
 * c = -1 / (B - 1), the factor is
 *
 *   (J'(c) + (B - 1) J'(1)) / ((B - 3) (1 - J(c))) - 1 / (B - 3)
 *
 * It falls from 3.08 for batches of 4 to pi / (pi - 1) = 1.467 for large ones. theory_batchnorm_growth_linear() is for
 * networks without the ReLU: with J(c) = c the formula gives (B - 2) / (B - 3). batch >= 4.
 */
double theory_batchnorm_growth(double batch);
double theory_batchnorm_growth_linear(double batch);

/* Returns how many layers a deep network of these layers (with ReLU) may have and still train: 16 / ln(growth),
 * which is an observation in the same paper. batch >= 4. */
double theory_trainable_depth(double batch);

/* Return the variance of a residual stream at initialization, as a multiple of the input's variance, after `layers`
 * residual branches (De and Smith 2020, section 3). With a norm in each branch, every branch adds 1: layers + 1.
 * Without norms, every branch doubles the variance: 2^layers. */
double theory_residual_variance_normalized(double layers);
double theory_residual_variance(double layers);

/* A named theory, for figures and claims: a function of x. */
struct theory {
    const char *name;
    const char *of;    /* what x is: "batch" or "layer" */
    const char *about; /* one line of help */
    const char *label; /* a short label with the source, for the key of a figure */
    const char *norm;  /* the norm that a theory of batches is about; NULL for other theories */
    double (*at)(double x);
};

extern const struct theory theories[];
extern const int theory_count;

/* Returns the theory with this name, or NULL. */
const struct theory *theory_find(const char *name);

#endif
