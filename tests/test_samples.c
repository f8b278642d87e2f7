/* Intervals that take the choice of test samples in: their variance by hand and by an identity, how often they hold the truth,
 * and which claims have them. */
#include "base/rng.h"
#include "claims.h"

/* ---- the variance ---- */

/* Two seeds and three samples, by hand: MS_samples 86/3, MS_rest 14/3; and where MS_rest is the larger one. */
static void test_by_hand(void **state)
{
    static const double d[6] = {0, 0, 4, 2, 0, 10}, less[6] = {1, 2, 6, 3, 4, 2};
    struct sampling s = stats_sampling(2, 3, d);
    double df, error, seeds = 32.0 / 9 / 2; /* the variance of 4/3 and 4, over 2 */

    (void)state;
    assert_int_equal(s.samples, 3);
    CLOSE(s.variance, 4);
    CLOSE(s.squares, (86.0 / 18) * (86.0 / 18) / 2 + (14.0 / 18) * (14.0 / 18) / 2);
    error = stats_sampling_error(&s, NULL, 2, sqrt(32.0 / 9), &df);
    CLOSE(error * error, seeds + 4);
    CLOSE(df, (seeds + 4) * (seeds + 4) / (seeds * seeds + s.squares));
    s = stats_sampling(2, 3, less);
    assert_true(s.samples == 3 && s.variance == 0 && s.squares == 0);
    error = stats_sampling_error(&s, NULL, 2, 3, &df);
    assert_true(error == 3 / sqrt(2) && df == 1);
    s = stats_sampling(1, 3, d);
    assert_true(s.samples == 0 && s.variance == 0);
    s = stats_sampling(2, 1, d);
    assert_true(s.samples == 0 && s.variance == 0);
}

/* Draws d[seeds][samples] with effects of these standard deviations. */
static void draw(struct rng *r, int seeds, int samples, const double sd[3], double *d)
{
    double *sample = xcalloc((size_t)samples, sizeof *sample);

    for (int i = 0; i < samples; i++)
        sample[i] = sd[1] * rng_normal(r);
    for (int s = 0; s < seeds; s++) {
        double seed = sd[0] * rng_normal(r);

        for (int i = 0; i < samples; i++)
            d[s * samples + i] = seed + sample[i] + sd[2] * rng_normal(r);
    }
    free(sample);
}

/* The variance of the effect of samples is the mean covariance, over the samples, of two different seeds. */
static void test_mean_covariance(void **state)
{
    enum { SEEDS = 7, SAMPLES = 40 };
    static const double sd[3] = {1, 2, 3};
    double d[SEEDS * SAMPLES], sum = 0;
    struct rng r = rng_stream(1, "covariance");

    (void)state;
    draw(&r, SEEDS, SAMPLES, sd, d);
    for (int a = 0; a < SEEDS; a++)
        for (int b = 0; b < SEEDS; b++) {
            double mean_a = stats_moments(SAMPLES, d + a * SAMPLES).mean,
                   mean_b = stats_moments(SAMPLES, d + b * SAMPLES).mean;

            for (int i = 0; i < SAMPLES && a != b; i++)
                sum += (d[a * SAMPLES + i] - mean_a) * (d[b * SAMPLES + i] - mean_b);
        }
    CLOSE(stats_sampling(SEEDS, SAMPLES, d).variance,
          sum / (SAMPLES - 1) / (SEEDS * (SEEDS - 1)) / SAMPLES);
    /* effects of seeds, however large, add nothing to it */
    for (int i = 0; i < SEEDS * SAMPLES; i++)
        d[i] += 1000 * (i / SAMPLES);
    CLOSE(stats_sampling(SEEDS, SAMPLES, d).variance,
          sum / (SAMPLES - 1) / (SEEDS * (SEEDS - 1)) / SAMPLES);
}

/* Satterthwaite's degrees of freedom stay between those of their parts. */
static void test_degrees_of_freedom(void **state)
{
    (void)state;
    for (uint64_t k = 0; k < 300; k++) {
        struct rng r = rng_stream(k, "df");
        int seeds = 2 + (int)rng_below(&r, 8), samples = 2 + (int)rng_below(&r, 30);
        double sd[3] = {rng_uniform(&r), rng_uniform(&r), 3 * rng_uniform(&r)}, df;
        double *d = xcalloc((size_t)seeds * (size_t)samples, sizeof *d);
        struct sampling s;

        draw(&r, seeds, samples, sd, d);
        s = stats_sampling(seeds, samples, d);
        stats_sampling_error(&s, NULL, seeds, rng_uniform(&r), &df);
        assert_true(df >= fmin(seeds - 1, samples - 1));
        assert_true(df <= seeds - 1 + samples - 1 + 1e-9);
        free(d);
    }
}

/* ---- how often the interval holds the truth ---- */

/* How many intervals of `runs` hold the true mean 0: those that take the samples in, and those that do not. */
struct coverage {
    double with, without;
};

static struct coverage simulate(int runs, int seeds, int samples, const double sd[3])
{
    struct coverage c = {0};
    double *d = xcalloc((size_t)seeds * (size_t)samples, sizeof *d);
    struct rng r = rng_stream((uint64_t)seeds, "coverage");

    for (int k = 0; k < runs; k++) {
        struct paired p = {.pairs = seeds, .pair = xcalloc((size_t)seeds, sizeof *p.pair)};
        struct interval narrow;

        draw(&r, seeds, samples, sd, d);
        for (int s = 0; s < seeds; s++) {
            double mean = stats_moments(samples, d + s * samples).mean;

            p.pair[s] = (struct pair){s, mean, 0, mean, mean, mean};
        }
        paired_summarize(&p);
        narrow = p.difference;
        p.sampling = stats_sampling(seeds, samples, d);
        paired_summarize(&p);
        assert_true(p.difference.low <= narrow.low && p.difference.high >= narrow.high);
        c.with += p.difference.low <= 0 && p.difference.high >= 0;
        c.without += narrow.low <= 0 && narrow.high >= 0;
        /* p agrees with the interval */
        assert_int_equal(paired_p(&p, true, 0) < 0.05, p.difference.low > 0);
        assert_int_equal(paired_p(&p, false, 0) < 0.05, p.difference.high < 0);
        paired_clear(&p);
    }
    free(d);
    return (struct coverage){100 * c.with / runs, 100 * c.without / runs};
}

static void test_coverage(void **state)
{
    static const struct {
        int seeds;
        double sd[3]; /* of seeds, samples, rest */
        double
            without; /* the interval without the samples holds the truth less often than this, in % */
    } cases[] = {
        {5, {0.2, 3, 3}, 80},  {10, {0.2, 3, 3}, 65},   {10, {0.1, 3, 1}, 40}, {5, {1, 1, 3}, 96},
        {10, {0.5, 2, 5}, 93}, {20, {0.5, 1.5, 5}, 90}, {10, {1, 0, 3}, 97},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct coverage c = simulate(2000, cases[i].seeds, 100, cases[i].sd);

        if (c.with < 93 || c.with > 97 || c.without > cases[i].without)
            fail_msg("case %zu: %.1f %% with the samples, %.1f %% without", i, c.with, c.without);
    }
}

/* ---- claims ---- */

/* The mistakes that make_sampled() draws: the errors of the two cells differ by 10 points in the population. */
enum { SAMPLES = 300 };
#define DIFFERENCE 10

static void set_error(struct record *r)
{
    const struct mistakes *m = &r->result.mistakes;

    r->result.curve[METRIC_test_error][1] = 100.0 * mistakes_count(m) / m->samples;
}

/* Makes the trials of two cells over n seeds. Whether a sample is wrong is drawn with a probability that depends on the cell,
 * the seed and the sample; in each cell some samples are hard and others easy. */
static void make_sampled(struct results *r, int n, uint64_t run)
{
    struct rng rng = rng_stream(run, "mistakes");
    double hard[2][SAMPLES];

    memset(r, 0, sizeof *r);
    for (int i = 0; i < SAMPLES; i++)
        for (int cell = 0; cell < 2; cell++)
            hard[cell][i] = rng_uniform(&rng) < 0.5 ? -0.29 : 0.29;
    for (int s = 0; s < 2 * n; s++) {
        int cell = s % 2;
        struct record *t = add_trial(r, s / 2, cell ? "batch=32" : "batch=2", 0);
        double p = (cell ? 0.4 : 0.5) + 0.02 * (rng_uniform(&rng) - 0.5);

        strcpy(t->result.data_sha256, "the data");
        mistakes_init(&t->result.mistakes, SAMPLES);
        for (int i = 0; i < SAMPLES; i++)
            mistakes_set(&t->result.mistakes, i, rng_uniform(&rng) < p + hard[cell][i]);
        set_error(t);
    }
}

static struct claim sampled_claim(void)
{
    struct claim c = more;

    c.test_samples = true;
    return c;
}

/* Claims about bits, in which 10 points are the truth. */
static void test_coverage_of_claims(void **state)
{
    enum { RUNS = 1000 };
    struct claim without = more, with = sampled_claim();
    double held = 0, held_without = 0;

    (void)state;
    for (uint64_t k = 0; k < RUNS; k++) {
        struct interval d;
        struct results r;

        make_sampled(&r, 10, k);
        d = judged(&with, &r).paired.difference;
        held += d.low <= DIFFERENCE && d.high >= DIFFERENCE;
        d = judged(&without, &r).paired.difference;
        held_without += d.low <= DIFFERENCE && d.high >= DIFFERENCE;
        free_trials(&r);
    }
    if (held < 0.93 * RUNS || held > 0.97 * RUNS || held_without > 0.8 * RUNS)
        fail_msg("%.1f %% with the samples, %.1f %% without", 100 * held / RUNS,
                 100 * held_without / RUNS);
}

/* The differences of a pair's samples, with the cells' signs: their mean is the pair's difference, also with base cells and for
 * one cell alone. */
static void test_cells(void **state)
{
    struct claim one = sampled_claim(), four = sampled_claim();
    double d[10 * SAMPLES], base[10 * SAMPLES];
    struct sampling want, got;
    struct results r;

    (void)state;
    make_sampled(&r, 10, 1);
    for (int s = 0; s < 10; s++)
        for (int i = 0; i < SAMPLES; i++) {
            bool a = mistakes_at(&r.record[2 * s].result.mistakes, i),
                 b = mistakes_at(&r.record[2 * s + 1].result.mistakes, i);

            d[s * SAMPLES + i] = 100 * a - 7;
            base[s * SAMPLES + i] = 200 * (a - b);
        }
    one.b = NULL;
    one.value = 7;
    want = stats_sampling(10, SAMPLES, d);
    got = judged(&one, &r).paired.sampling;
    assert_true(want.variance > 0);
    CLOSE(got.variance, want.variance);
    CLOSE(got.squares, want.squares);
    four.a_base = four.b; /* (a - b) - (b - a) */
    four.b_base = four.a;
    want = stats_sampling(10, SAMPLES, base);
    got = judged(&four, &r).paired.sampling;
    CLOSE(got.variance, want.variance);
    free_trials(&r);
}

static bool is_taken(const struct claim *c, const struct results *r)
{
    struct interval with, without;
    struct claim plain = *c;
    char *text = words(c, r);
    bool taken = judged(c, r).paired.sampling.samples > 0;

    assert_int_equal(strstr(text, "95 % interval with the choice of test samples") != NULL, taken);
    free(text);
    plain.test_samples = false;
    with = judged(c, r).paired.difference;
    without = judged(&plain, r).paired.difference;
    assert_true(taken ? with.high > without.high : with.high == without.high);
    return taken;
}

/* Only claims about the final test error, and only where all trials know their mistakes on the same samples. */
static void test_which_claims(void **state)
{
    struct claim c = sampled_claim();
    struct results r;
    struct record *t;

    (void)state;
    make_sampled(&r, 10, 2);
    t = &r.record[7];
    assert_true(is_taken(&c, &r));
    c.test_samples = false;
    assert_false(judged(&c, &r).paired.sampling.samples);
    c.test_samples = true;
    c.of.how = MEASURE_FIRST;
    for (int i = 0; i < r.records; i++)
        r.record[i].result.curve[METRIC_test_error][0] = i;
    assert_false(is_taken(&c, &r));
    c.of.how = MEASURE_FINAL;
    c.ratio = true;
    assert_false(judged(&c, &r).paired.sampling.samples);
    c.ratio = false;
    t->result.data_sha256[0] = 'T';
    assert_false(is_taken(&c, &r));
    t->result.data_sha256[0] = 't';
    config_set(&t->config, "length", "3");
    assert_false(is_taken(&c, &r));
    config_set(&t->config, "length", "");
    assert_true(is_taken(&c, &r));
    config_set(&t->config, "test_count", "300");
    assert_false(is_taken(&c, &r));
    config_set(&t->config, "test_count", "");
    t->result.curve[METRIC_test_error][1] += 1; /* not the error of its mistakes */
    assert_false(is_taken(&c, &r));
    set_error(t);
    t->result.mistakes.samples--;
    set_error(t);
    assert_false(is_taken(&c, &r));
    mistakes_clear(&t->result.mistakes);
    assert_false(is_taken(&c, &r));
    t->result.status =
        TRIAL_DIVERGED; /* the pair has no difference, and the others have mistakes */
    assert_true(judged(&c, &r).paired.sampling.samples == SAMPLES);
    free_trials(&r);
}

/* Five equal differences have no scatter of seeds, but samples scatter: there is an interval, and p agrees with it. */
static void test_equal_seeds(void **state)
{
    struct claim c = sampled_claim();
    struct judgement j;
    struct results r;

    (void)state;
    make_sampled(&r, 1, 3);
    for (int s = 1; s < 5; s++)
        for (int cell = 0; cell < 2; cell++) {
            struct record *t = add_trial(&r, s, cell ? "batch=32" : "batch=2", 0);

            strcpy(t->result.data_sha256, "the data");
            mistakes_init(&t->result.mistakes, SAMPLES);
            memcpy(t->result.mistakes.bit, r.record[cell].result.mistakes.bit,
                   mistakes_bytes(SAMPLES));
            set_error(t);
        }
    c.margin = 0;
    for (int n = 5; n >= 4; n--) {
        j = judged(&c, &r);
        assert_true(j.paired.sampling.variance > 0);
        assert_int_equal(isnan(j.p), n < 5);
        assert_int_equal(isnan(j.paired.difference.low), n < 5);
        if (n == 5) {
            assert_true(j.paired.difference.high > j.paired.difference.mean);
            assert_int_equal(j.p < 0.05, j.verdict == SUPPORTED || j.verdict == REFUTED);
        }
        r.records -= 2;
    }
    r.records += 4;
    free_trials(&r);
}

/* More seeds do not make the share of the samples smaller. */
static void test_seeds_needed(void **state)
{
    struct claim c = sampled_claim(), without = more;
    struct judgement j;
    struct results r;
    struct text remedy = {0};
    double error;

    (void)state;
    make_sampled(&r, 10, 4);
    j = judged(&c, &r);
    error = sqrt(j.paired.sampling.variance);
    c.margin = without.margin = j.paired.difference.mean - 1.5 * error;
    j = judged(&c, &r);
    assert_int_equal(j.verdict, OPEN);
    assert_int_equal(j.seeds_needed, 0);
    claim_print_remedy(&c, &j, &remedy);
    assert_string_equal(remedy.s,
                        "it takes more test samples: more seeds alone will not settle it");
    text_clear(&remedy);
    c.margin = j.paired.difference.mean - 3 * error;
    j = judged(&c, &r);
    if (j.verdict == OPEN)
        assert_in_range(j.seeds_needed, 11, 1000);
    free_trials(&r);
}

/* ---- the line and the command ---- */

static void test_cover(void **state)
{
    const struct claim claims[] = {sampled_claim(), more, {0}};
    const struct plan plan = {.name = "e"};
    struct verdicts v;
    struct results r;
    char *line;

    (void)state;
    make_sampled(&r, 6, 5);
    judge_all(&v, &plan, claims, &r);
    assert_int_equal(verdicts_sampled(&v), 1);
    line = verdicts_cover(&v, &r);
    assert_holds(line, "training or test samples, but those of 1 claim also cover that of the test "
                       "samples.");
    free(line);
    verdicts_clear(&v);
    free_trials(&r);
}

#define RUN                                                                                        \
    "$NORMLAB run batch_size panel=mlp batch=2,32 norm=batchnorm --preset smoke --seeds 0-5 "      \
    "--no-plot -q "

static void test_commands(void **state)
{
    char *out, *err;

    (void)state;
    assert_int_equal(run_in_folder("samples", RUN " --test-samples", &out, NULL), 0);
    assert_null(strstr(out, "interval with the choice of test samples"));
    free(out);
    assert_int_equal(run_in_folder("samples",
                                   "$NORMLAB claims batch_size --preset smoke --test-samples", &out,
                                   &err),
                     0);
    assert_holds(err, "--test-samples changes no interval");
    free(out);
    free(err);
    assert_int_equal(run_in_folder("samples", RUN "test_mistakes=1 --test-samples", &out, NULL), 0);
    assert_holds(out, "95 % interval with the choice of test samples");
    assert_holds(out, "but those of 1 claim also cover that of the test samples");
    free(out);
    assert_int_equal(run_in_folder("samples",
                                   "$NORMLAB claims batch_size --preset smoke --test-samples", &out,
                                   &err),
                     0);
    assert_holds(out, "95 % interval with the choice of test samples");
    assert_string_equal(err, "");
    free(out);
    free(err);
    assert_int_equal(
        run_in_folder("samples", "$NORMLAB claims batch_size --preset smoke --test-samples --json",
                      &out, NULL),
        0);
    assert_holds(out, "\"test_samples\": true");
    free(out);
    assert_int_equal(
        run_in_folder("samples", "$NORMLAB claims batch_size --preset smoke", &out, NULL), 0);
    assert_null(strstr(out, "choice of test samples"));
    free(out);
    assert_int_equal(run_in_folder("samples",
                                   "mv results/batch_size.generated.h5 results/batch_size.h5; "
                                   "$NORMLAB report batch_size --checklist --test-samples 2>&1 && "
                                   "cat results/report/checklist.md",
                                   &out, NULL),
                     0);
    assert_holds(out, "(but those of 1 claim also cover that of the test samples)");
    free(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_hand),
        cmocka_unit_test(test_mean_covariance),
        cmocka_unit_test(test_degrees_of_freedom),
        cmocka_unit_test(test_coverage),
        cmocka_unit_test(test_coverage_of_claims),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_which_claims),
        cmocka_unit_test(test_equal_seeds),
        cmocka_unit_test(test_seeds_needed),
        cmocka_unit_test(test_cover),
        cmocka_unit_test(test_commands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
