/*
 * What theory says, without training, about networks at initialization. Figures draw these values as dashed lines
 * beside what was measured.
 *
 * J(c) is the cosine of two samples' features after one layer of a wide network (Gaussian weights, ReLU) without a
 * norm, when it was c before the layer: the arc-cosine kernel of degree 1 (Cho and Saul 2009, eq. 6; Yang et al. 2019,
 * A mean field theory of batch normalization, theorem 8). Batches have at least 4 samples where it says so; for fewer
 * the theory has no finite value, and the functions return NaN. A batch may be INFINITY.
 */
#ifndef NORMLAB_STATS_THEORY_H
#define NORMLAB_STATS_THEORY_H

/* J(c) = (sqrt(1 - c^2) + (pi - arccos c) c) / pi and its derivative J'(c) = (pi - arccos c) / pi, for -1 <= c <= 1. */
double theory_relu_cosine(double c);
double theory_relu_cosine_slope(double c);

/* The cosine after `layers` layers of that network: J applied so many times to c. It tends to 1. */
double theory_relu_cosine_after(double c, int layers);

/* The cosine at which two samples of a batch settle when each layer normalizes the batch: J(-1 / (batch - 1)).
 * batch >= 2. */
double theory_batchnorm_cosine(double batch);

/*
 * The soft rank (tr M)^2 / |M|^2 of the second moments M of such a batch's features, of which any two have that cosine c
 * and all have the same length: B / (1 + (B - 1) c^2), from the B eigenvalues 1 + (B - 1) c and 1 - c (B - 1 times) of the
 * matrix of cosines. It tends to pi^2 = 9.87 for large batches. For wide nets: in narrow ones the cosines scatter around c,
 * and the rank is lower. batch >= 2.
 */
double theory_batchnorm_soft_rank(double batch);

/*
 * By which factor the mean squared norm of the gradient grows per layer, from the output to the input, in a deep
 * network of linear layer, BatchNorm (gamma 1, beta 0) and ReLU (Yang et al. 2019, theorem 8), with c = -1 / (B - 1):
 *
 *   (J'(c) + (B - 1) J'(1)) / ((B - 3) (1 - J(c))) - 1 / (B - 3)
 *
 * It falls from 3.08 for batches of 4 to pi / (pi - 1) = 1.467 for large ones. The formula with J(c) = c is that of a
 * network without the ReLU: (B - 2) / (B - 3). batch >= 4.
 */
double theory_batchnorm_growth(double batch);
double theory_batchnorm_growth_linear(double batch);

/* How many layers of such a network (with ReLU) still train: 16 / ln(growth), as the same paper observes. batch >= 4. */
double theory_trainable_depth(double batch);

/* The variance of the stream of a residual network at initialization, in units of the input's, after `layers`
 * branches: with a norm in each branch, every branch adds one, layers + 1; without, every branch doubles it, 2^layers
 * (De and Smith 2020, section 3). */
double theory_residual_variance_normalized(double layers);
double theory_residual_variance(double layers);

/* A theory by name, for figures and claims: its values over the x that `of` names. */
struct theory {
    const char *name, *of, *about;
    const char *label; /* short, with its source: in a figure's key */
    const char *norm;  /* the norm that it is about, for a theory of batches; otherwise NULL */
    double (*at)(double x);
};

/* The theories, and their number. */
extern const struct theory theories[];
extern const int theory_count;

/* NULL when no theory has this name. */
const struct theory *theory_find(const char *name);

#endif
