/* The probe gradients against theory: how the squared gradient grows from layer to layer of a wide net before training. */
#include "support.h"

#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH = 144, DEPTH = 16, SKIP = 4, SEEDS = 4 };

/* Adds the mean squares of the gradients of all pre-activations of an untrained net to squares [DEPTH + 1]. activation:
 * "", or " relu;". */
static void add_squares(const char *norm, const char *activation, int batch, int seed,
                        double *squares)
{
    struct config c = {0};
    struct trial_result result;
    struct text net = {0};
    char number[16];
    const struct profile *p;

    text_add(&net, "flatten;");
    for (int i = 0; i < DEPTH; i++)
        text_add(&net, "dense %d; %s;%s", WIDTH, norm, activation);
    text_add(&net, "dense ${classes}");
    config_set(&c, "net", text_str(&net));
    config_set(&c, "data", "synthetic");
    config_set(&c, "train_count", "128");
    config_set(&c, "test_count", "32");
    config_set(&c, "epochs", "0");
    config_set(&c, "probe", "gradients");
    config_set(&c, "probe_samples", "128");
    snprintf(number, sizeof number, "%d", batch);
    config_set(&c, "batch", number);
    snprintf(number, sizeof number, "%d", seed);
    config_set(&c, "seed", number);
    assert_int_equal(trial_run(&c, &result, NULL, NULL), 0);
    p = profiles_find(&result.profiles, "gradients");
    assert_non_null(p);
    assert_int_equal(p->layer.count, DEPTH + 1);
    for (int i = 0; i <= DEPTH; i++)
        squares[i] += *profile_at(p, 0, i, profile_column(p, "pre_ms"));
    trial_result_clear(&result);
    config_clear(&c);
    text_clear(&net);
}

/* The factor from one layer to the one before it: by the slope of the logarithm over the layers in the middle, because
 * the first and the last ones differ. */
static double growth(const char *norm, const char *activation, int batch)
{
    double squares[DEPTH + 1] = {0}, xy = 0, xx = 0;
    double middle = (SKIP + DEPTH - SKIP) / 2.0;

    for (int seed = 0; seed < SEEDS; seed++)
        add_squares(norm, activation, batch, seed, squares);
    for (int i = SKIP; i <= DEPTH - SKIP; i++) {
        xy += (middle - i) * log(squares[i]);
        xx += (middle - i) * (middle - i);
    }
    return exp(xy / xx);
}

/* Yang et al. 2019, theorem 8: the rate of a net of dense layers, batch norm and ReLU. */
static double theory_relu(double batch)
{
    double pi = acos(-1), c = -1 / (batch - 1);
    double slope = (pi - acos(c)) / pi, j = (sqrt(1 - c * c) + (pi - acos(c)) * c) / pi;

    return (slope + batch - 1) / ((batch - 3) * (1 - j)) - 1 / (batch - 3);
}

/* In batches of 4, few of the samples have most of the gradient, so that chance has a larger part. */
static void assert_growth(const char *norm, const char *activation, int batch, double want)
{
    double got = growth(norm, activation, batch), allowed = batch == 4 ? 0.1 : 0.03;

    if (!(fabs(got / want - 1) < allowed))
        fail_msg("%s,%s batch %d: the squared gradient grows by %g a layer, theory says %g", norm,
                 activation, batch, got, want);
}

static void test_batch_norm_and_relu(void **state)
{
    static const int batch[] = {4, 8, 32, 128};

    (void)state;
    for (int i = 0; i < 4; i++)
        assert_growth("batchnorm", " relu;", batch[i], theory_relu(batch[i]));
}

/* The same paper, for a net of dense layers and batch norms alone: (B - 2) / (B - 3). */
static void test_batch_norm_alone(void **state)
{
    (void)state;
    assert_growth("batchnorm", "", 4, 2);
    assert_growth("batchnorm", "", 8, 6.0 / 5);
    assert_growth("batchnorm", "", 32, 30.0 / 29);
}

/* He et al. 2015: weights of this variance keep the gradients of a net without norms level. */
static void test_no_norm(void **state)
{
    (void)state;
    assert_growth("none", " relu;", 32, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_batch_norm_and_relu),
        cmocka_unit_test(test_batch_norm_alone),
        cmocka_unit_test(test_no_norm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
