#include "stats/theory.h"
#include <math.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

double theory_relu_cosine(double c)
{
    return (sqrt(1 - c * c) + (pi - acos(c)) * c) / pi;
}

double theory_relu_cosine_slope(double c)
{
    return (pi - acos(c)) / pi;
}

double theory_relu_cosine_after(double c, int layers)
{
    for (int i = 0; i < layers; i++)
        /* a rounding error may make the cosine larger than 1, where J has no value */
        c = fmin(theory_relu_cosine(c), 1);
    return c;
}

/* Returns the cosine of two samples whose batch has mean 0 and variance 1 in each unit. */
static double centred_cosine(double batch)
{
    return -1 / (batch - 1);
}

double theory_batchnorm_cosine(double batch)
{
    return batch >= 2 ? theory_relu_cosine(centred_cosine(batch)) : NAN;
}

double theory_batchnorm_soft_rank(double batch)
{
    double c = theory_batchnorm_cosine(batch);

    return 1 / (1 / batch + (1 - 1 / batch) * c * c);
}

/* Returns the growth by theorem 8. The numerator and the denominator of the formula are divided by B - 3, so that
 * the quotient has a value for infinite B. j and slope: J and J' at the cosine of a centred batch; J'(1) is 1 with
 * and without the ReLU. */
static double growth(double batch, double j, double slope)
{
    double inverse = 1 / (batch - 3);

    return batch >= 4 ? (slope * inverse + 1 + 2 * inverse) / (1 - j) - inverse : NAN;
}

double theory_batchnorm_growth(double batch)
{
    double c = centred_cosine(batch);

    return growth(batch, theory_relu_cosine(c), theory_relu_cosine_slope(c));
}

double theory_batchnorm_growth_linear(double batch)
{
    return growth(batch, centred_cosine(batch), 1);
}

double theory_trainable_depth(double batch)
{
    return 16 / log(theory_batchnorm_growth(batch));
}

double theory_residual_variance_normalized(double layers)
{
    return layers + 1;
}

double theory_residual_variance(double layers)
{
    return exp2(layers);
}

/* Returns the cosine after `layers` layers when it is 0 before the first layer. */
static double cosine_from_zero(double layers)
{
    return theory_relu_cosine_after(0, (int)layers);
}

static const char batchnorm[] = "batchnorm";

const struct theory theories[] = {
    {"batchnorm_growth", "batch", "growth of the squared gradient per layer, BatchNorm and ReLU",
     "theory (Yang et al. 2019)", batchnorm, theory_batchnorm_growth},
    {"batchnorm_growth_linear", "batch",
     "growth of the squared gradient per layer, BatchNorm alone",
     "theory, linear (Yang et al. 2019)", batchnorm, theory_batchnorm_growth_linear},
    {"trainable_depth", "batch", "layers that still train under BatchNorm",
     "layers that train (Yang et al. 2019)", batchnorm, theory_trainable_depth},
    {"batchnorm_cosine", "batch", "cosine of two samples' features under BatchNorm",
     "theory (Yang et al. 2019)", batchnorm, theory_batchnorm_cosine},
    {"batchnorm_soft_rank", "batch", "soft rank of a batch's features under BatchNorm",
     "theory (from Yang et al. 2019)", batchnorm, theory_batchnorm_soft_rank},
    {"relu_cosine", "layer", "cosine of two samples' features without a norm, from 0",
     "theory, no norm (Cho & Saul 2009)", NULL, cosine_from_zero},
    {"residual_variance", "layer", "variance of a residual stream without a norm",
     "theory, no norm (De & Smith 2020)", NULL, theory_residual_variance},
    {"residual_variance_normalized", "layer", "variance of a residual stream, normalized branches",
     "theory, normalized (De & Smith 2020)", NULL, theory_residual_variance_normalized},
};

const int theory_count = sizeof theories / sizeof *theories;

const struct theory *theory_find(const char *name)
{
    for (int i = 0; i < theory_count; i++)
        if (strcmp(theories[i].name, name) == 0)
            return &theories[i];
    return NULL;
}
