/* The probes against theory of wide nets at initialization (Cho & Saul 2009, Daneshmand et al. 2020, De & Smith 2020,
 * Yang et al. 2019), and of Gaussian values. Tolerances are four standard errors or more of what a finite width leaves
 * to chance. */
#include "probed.h"

#include "base/text.h"
#include <math.h>
#include <stdlib.h>

#define PI 3.14159265358979323846

/* The cosine of relu(x) and relu(y) of Gaussian x and y with correlation c. */
static double arc_cosine(double c)
{
    return (sqrt(1 - c * c) + (PI - acos(c)) * c) / PI;
}

/* Starts a trial that measures at point 0, which is done on return. */
static void probe(struct probed *p, const char *probes, int seed, int batch, const char *rest)
{
    char *config = format_new("data=synthetic test_count=8 epochs=0 seed=%d batch=%d "
                              "probe_samples=%d probe=%s %s",
                              seed, batch, batch, probes, rest);

    probed_start(p, config);
    probed_measure(p, 0);
    free(config);
}

static void assert_near(const char *what, double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%s: %.4f, not %.4f", what, got, want);
}

/* A batch of two samples has one pair, whose cosine follows c <- J(c). */
static void test_cosine_without_norm(void **state)
{
    enum { LAYERS = 4, SEEDS = 20 };
    double surplus[LAYERS] = {0};

    (void)state;
    for (int seed = 0; seed < SEEDS; seed++) {
        struct probed p;

        probe(&p, "similarity", seed, 2, "net=\"mlp hidden=384x4\" norm=none input=raw");
        for (int i = 1; i < LAYERS; i++)
            surplus[i] += probed_value(&p, "similarity", "cosine", 0, i) -
                          arc_cosine(probed_value(&p, "similarity", "cosine", 0, i - 1));
        probed_stop(&p);
    }
    for (int i = 1; i < LAYERS; i++)
        assert_near("mean cosine above J(c)", surplus[i] / SEEDS, 0, 0.02);
}

/* Under BatchNorm the pairs of a batch come to have the same cosine c = J(-1/(B - 1)). So soft rank and mean share are
 * B/(1 + (B - 1) c^2) and (1 + (B - 1) c)/B. */
static void test_similarity_under_batchnorm(void **state)
{
    static const int batch[] = {4, 8, 32};
    enum { LAYERS = 6, SEEDS = 2 };

    (void)state;
    for (int b = 0; b < 3; b++) {
        double n = batch[b], c = arc_cosine(-1 / (n - 1)), cosine = 0, rank = 0, share = 0;

        for (int seed = 0; seed < SEEDS; seed++) {
            struct probed p;

            probe(&p, "similarity", seed, batch[b], "net=\"mlp hidden=768x6\" norm=batchnorm");
            cosine += probed_value(&p, "similarity", "cosine", 0, LAYERS - 1) / SEEDS;
            rank += probed_value(&p, "similarity", "soft_rank", 0, LAYERS - 1) / SEEDS;
            share += probed_value(&p, "similarity", "mean_share", 0, LAYERS - 1) / SEEDS;
            probed_stop(&p);
        }
        assert_near("cosine", cosine, c, 0.01);
        assert_near("soft rank / theory", rank * (1 + (n - 1) * c * c) / n, 1, 0.05);
        assert_near("mean share", share, (1 + (n - 1) * c) / n, 0.01);
    }
}

/* Daneshmand et al. 2020: after 32 layers of width 128 the soft rank is 1 without a norm, and of the order of the
 * square root of the width with BatchNorm. */
static void test_rank_of_deep_nets(void **state)
{
    struct probed p;

    (void)state;
    probe(&p, "similarity", 1, 128, "net=\"mlp hidden=128x32\" norm=none");
    assert_near("soft rank without a norm", probed_value(&p, "similarity", "soft_rank", 0, 31), 1,
                0.1);
    assert_near("cosine without a norm", probed_value(&p, "similarity", "cosine", 0, 31), 1, 0.05);
    probed_stop(&p);
    probe(&p, "similarity", 1, 128, "net=\"mlp hidden=128x32\" norm=batchnorm");
    assert_near("log of soft rank with BatchNorm",
                log(probed_value(&p, "similarity", "soft_rank", 0, 31)), log(sqrt(128)), log(2));
    probed_stop(&p);
}

static double gaussian(double x, double sd)
{
    return exp(-x * x / (2 * sd * sd)) / sqrt(2 * PI) / sd;
}

/* Behind a LayerNorm, each unit of a dense layer is Gaussian with mean 0 and variance 2 init_scale^2. */
static void test_gaussian_values(void **state)
{
    enum { SEEDS = 4 };
    static const char *const name[] = {"p5", "p15", "p50", "p85", "p95"};
    static const double z[] = {-1.644854, -1.036433, 0, 1.036433, 1.644854};
    double sd = 3 * sqrt(2), slope = 0, edge = log((1 + sqrt(0.96)) / (1 - sqrt(0.96))),
           got[8] = {0};

    (void)state;
    for (int seed = 0; seed < SEEDS; seed++) {
        struct probed p;

        probe(&p, "moments+percentiles+saturation", seed, 200,
              "net=\"flatten; dense 450; layernorm; dense 2000; sigmoid; dense 10\" init_scale=3");
        for (int i = 0; i < 5; i++)
            got[i] += probed_value(&p, "percentiles", name[i], 0, 1) / SEEDS;
        got[5] += probed_value(&p, "saturation", "saturated", 0, 1) / SEEDS;
        got[6] += probed_value(&p, "saturation", "slope", 0, 1) / SEEDS;
        got[7] += probed_value(&p, "moments", "pre_sd", 0, 1) / SEEDS;
        probed_stop(&p);
    }
    for (double x = -60; x < 60; x += 0.01)
        slope += 0.01 * 4 / (1 + exp(-x)) / (1 + exp(x)) * gaussian(x, sd);
    for (int i = 0; i < 5; i++)
        assert_near(name[i], got[i] / sd, z[i], 0.03);
    assert_near("saturated", got[5], erfc(edge / sd / sqrt(2)), 0.01);
    assert_near("slope", got[6], slope, 0.01);
    assert_near("sd", got[7] / sd, 1, 0.02);
}

/* De & Smith 2020: the stream of a residual net grows as l + 1 when its branches begin with a norm, as 2^l without. */
static void test_residual_stream(void **state)
{
    enum { BLOCKS = 6, SEEDS = 5 };
    static const char *const norm[] = {"batchnorm", "none"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        double stream[BLOCKS + 1] = {0};

        for (int seed = 0; seed < SEEDS; seed++) {
            char *config = format_new("norm=%s net=\"flatten; dense 384; batchnorm", norm[i]);
            struct text text = {0};
            struct probed p;

            text_add(&text, "%s", config);
            for (int l = 0; l < BLOCKS; l++)
                text_add(&text, "; residual {${norm}; relu; dense 384}");
            text_add(&text, "; dense 10\"");
            probe(&p, "moments", seed, 128, text_str(&text));
            assert_true(isnan(probed_value(&p, "moments", "stream_ms", 0, 0)));
            for (int l = 1; l <= BLOCKS; l++)
                stream[l] += probed_value(&p, "moments", "stream_ms", 0, l) / SEEDS;
            probed_stop(&p);
            text_clear(&text);
            free(config);
        }
        for (int l = 1; l <= BLOCKS; l++)
            assert_near(norm[i], stream[l] / (i == 0 ? l + 1 : pow(2, l)), 1, 0.05);
    }
}

/* The drift of a BatchNorm whose beta and gamma change is known: its units have standard deviation 1. */
static void test_drift(void **state)
{
    struct probed p;
    const struct node *norm;
    real *gamma, *beta;

    (void)state;
    probed_start(&p, "data=synthetic batch=64 probe=moments probe_at=0-1-2 "
                     "net=\"flatten; dense 7; batchnorm eps=1e-9; tanh; dense 10\"");
    probed_measure(&p, 0);
    norm = net_node(&p.trial->net, 2);
    gamma = p.trial->net.param + norm->param_at + norm->layer.param[0].offset;
    beta = p.trial->net.param + norm->param_at + norm->layer.param[1].offset;
    assert_true(isnan(probed_value(&p, "moments", "drift_w1_last", 0, 0)));
    assert_true(isnan(probed_value(&p, "moments", "drift_w1_start", 0, 0)));
    for (int u = 0; u < 7; u++)
        beta[u] = u % 2 ? (real)0.5 : -(real)0.25;
    probed_measure(&p, 1);
    assert_near("mean", probed_value(&p, "moments", "drift_mean_last", 1, 0), 2.5 / 7, 1e-5);
    assert_near("w1", probed_value(&p, "moments", "drift_w1_last", 1, 0), 2.5 / 7, 1e-5);
    assert_near("sd", probed_value(&p, "moments", "drift_sd_last", 1, 0), 0, 1e-5);
    assert_near("mean", probed_value(&p, "moments", "drift_mean_start", 1, 0), 2.5 / 7, 1e-5);
    for (int u = 0; u < 7; u++)
        gamma[u] = 4;
    probed_measure(&p, 2);
    assert_near("mean", probed_value(&p, "moments", "drift_mean_last", 2, 0), 0, 1e-5);
    assert_near("sd", probed_value(&p, "moments", "drift_sd_last", 2, 0), log(4), 1e-5);
    assert_near("mean", probed_value(&p, "moments", "drift_mean_start", 2, 0), 2.5 / 7, 1e-5);
    assert_near("sd", probed_value(&p, "moments", "drift_sd_start", 2, 0), log(4), 1e-5);
    probed_stop(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cosine_without_norm),
        cmocka_unit_test(test_similarity_under_batchnorm),
        cmocka_unit_test(test_rank_of_deep_nets),
        cmocka_unit_test(test_gaussian_values),
        cmocka_unit_test(test_residual_stream),
        cmocka_unit_test(test_drift),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
