/* judge/compare/compare.h: what differs between two results, and what is but noise. */
#include "compared.h"
#include "judge/compare/compare.h"
#include "support.h"

static const struct compare_metric *find(const struct comparison *c, enum metric m,
                                         const char *cell)
{
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].cell >= 0 &&
            strcmp(c->cell[c->metric[i].cell].label, cell) == 0)
            return &c->metric[i];
    fail_msg("no %s of %s", metric_info[m].name, cell);
    return NULL;
}

/* The mean of the metric over cells; NULL: none was tested. */
static const struct compare_metric *find_mean(const struct comparison *c, enum metric m)
{
    for (int i = 0; i < c->metrics; i++)
        if (c->metric[i].metric == m && c->metric[i].cell < 0)
            return &c->metric[i];
    return NULL;
}

static void assert_counts(const struct comparison *c, enum metric m, int identical, int noise,
                          int changed)
{
    int count[COMPARE_VERDICTS];

    comparison_count(c, m, count);
    assert_int_equal(count[COMPARE_IDENTICAL], identical);
    assert_int_equal(count[COMPARE_NOISE], noise);
    assert_int_equal(count[COMPARE_CHANGED], changed);
}

static void clear(struct comparison *c, struct results *a, struct results *b)
{
    comparison_clear(c);
    results_clear(a);
    results_clear(b);
}

/* ---- values ---- */

/* Times differ, and where it ran; the results are the same. */
static void test_identical(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    config_set(&b.provenance, "cpu", "another");
    config_set(&b.provenance, "host", "h");
    compare_results(&c, &a, &b);
    assert_int_equal(c.differences.length, 0);
    assert_int_equal(c.cells, CELLS);
    assert_int_equal(c.pairs, CELLS * SEEDS);
    assert_int_equal(c.pair[3 * SEEDS].cell, 3);
    assert_string_equal(c.cell[0].label, "norm=none batch=2");
    assert_counts(&c, METRIC_test_error, CELLS, 0, 0);
    assert_counts(&c, METRIC_val_error, 0, 0, 0);
    assert_counts(&c, METRIC_step_ms, 0, CELLS, 0);
    assert_int_equal(c.provenance.count, 2);
    assert_string_equal(c.provenance.key[0].only_b.item[0], "another");
    assert_int_equal(c.provenance.key[1].only_a.count, 0);
    *error_of(&b, 2, 4) = nextafter(*error_of(&b, 2, 4), 100);
    comparison_clear(&c);
    compare_results(&c, &a, &b);
    assert_true(c.differences.length > 0);
    assert_counts(&c, METRIC_test_error, CELLS - 1, 1, 0);
    clear(&c, &a, &b);
}

static void test_other_version(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    b.version++;
    compare_results(&c, &a, &b);
    assert_true(c.differences.length > 0);
    comparison_clear(&c);
    b.version--;
    b.experiment[0] = 'c';
    compare_results(&c, &a, &b);
    assert_true(c.differences.length > 0);
    clear(&c, &a, &b);
}

/* Metrics not identical make a family of two tests: Holm doubles the smaller p. */
static void test_one_shift(void **state)
{
    static const double d[SEEDS] = {4.5, 5, 5.5, 5.25, 4.75};
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;
    struct interval want = stats_mean(SEEDS, d, NULL);

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    for (int i = 0; i < SEEDS; i++)
        *error_of(&b, 2, i) += d[i];
    *error_of(&b, 3, 0) += 1e-3;
    compare_results(&c, &a, &b);
    m = find(&c, METRIC_test_error, "norm=batchnorm batch=2");
    assert_int_equal(m->verdict, COMPARE_CHANGED);
    assert_int_equal(m->paired.pairs, SEEDS);
    CLOSE(m->paired.difference.mean, want.mean);
    CLOSE(m->paired.difference.low, want.low);
    CLOSE(m->paired.difference.high, want.high);
    CLOSE(m->mean_b - m->mean_a, 5);
    CLOSE(m->p / (2 * stats_t_cdf(-want.mean / (want.sd / sqrt(SEEDS)), SEEDS - 1)), 1);
    CLOSE(m->p_holm / m->p, 2);
    m = find(&c, METRIC_test_error, "norm=batchnorm batch=32");
    assert_int_equal(m->verdict, COMPARE_NOISE);
    CLOSE(m->p_holm, m->p);
    assert_counts(&c, METRIC_test_error, 2, 1, 1);
    assert_counts(&c, METRIC_test_loss, CELLS, 0, 0);
    clear(&c, &a, &b);
}

/* The same shift of every seed has no scatter; it is no accident either. */
static void test_shift_without_scatter(void **state)
{
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    for (int i = 0; i < SEEDS; i++) {
        *error_of(&a, 0, i) = i;
        *error_of(&b, 0, i) = i + 0.5;
    }
    compare_results(&c, &a, &b);
    m = find(&c, METRIC_test_error, "norm=none batch=2");
    assert_int_equal(m->verdict, COMPARE_CHANGED);
    assert_true(m->p == 0 && m->paired.difference.low == 0.5 && m->paired.difference.high == 0.5);
    clear(&c, &a, &b);
}

/* Of many comparisons some have a small p; none of noise alone is small once corrected. */
static void test_noise(void **state)
{
    struct results a, b;
    struct comparison c;
    int small = 0;

    (void)state;
    for (uint64_t salt = 2; salt < 30; salt++) {
        make_sweep(&a, "", 0, 1);
        make_sweep(&b, "", 0, salt);
        compare_results(&c, &a, &b);
        assert_true(c.differences.length > 0);
        assert_counts(&c, METRIC_test_error, 0, CELLS, 0);
        assert_counts(&c, METRIC_test_loss, 0, CELLS, 0);
        for (int i = 0; i < c.metrics; i++) {
            if (c.metric[i].cell < 0)
                continue;
            small += c.metric[i].p < COMPARE_LEVEL;
            assert_true(c.metric[i].p_holm >= c.metric[i].p);
            for (int k = 0; k < c.metrics; k++) /* the order stays, ties apart */
                if (!metric_info[c.metric[i].metric].timing && c.metric[k].cell >= 0 &&
                    !metric_info[c.metric[k].metric].timing && c.metric[i].p < c.metric[k].p)
                    assert_true(c.metric[i].p_holm <= c.metric[k].p_holm);
        }
        clear(&c, &a, &b);
    }
    assert_in_range(small, 3, 40);
}

/* Adds noise of mean 0.1 to all errors. */
static void shift_all(struct results *r)
{
    for (int cell = 0; cell < CELLS; cell++)
        for (int i = 0; i < SEEDS; i++)
            *error_of(r, cell, i) += 0.1 + (cell % 2 ? -1 : 1) * 0.1 * (i - 2) + 0.001 * i;
}

/* A shift too small for any cell shows in the mean of all; a cell that lost a seed is left out of it. */
static void test_shift_of_all(void **state)
{
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;
    double d[SEEDS] = {0};

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    for (int cell = 0; cell < CELLS; cell++)
        for (int i = 0; i < SEEDS; i++) {
            double shift = 0.1 + (cell % 2 ? -1 : 1) * 0.1 * (i - 2) + 0.001 * i;

            *error_of(&b, cell, i) += shift;
            d[i] += cell < 3 ? shift / 3 : 0;
        }
    set_status(&b.record[3 * SEEDS], TRIAL_DIVERGED, "");
    compare_results(&c, &a, &b);
    assert_counts(&c, METRIC_test_error, 0, CELLS, 0);
    m = find_mean(&c, METRIC_test_error);
    assert_int_equal(m->cells, 3);
    CLOSE(m->paired.difference.mean, stats_mean(SEEDS, d, NULL).mean);
    CLOSE(m->paired.difference.low, stats_mean(SEEDS, d, NULL).low);
    assert_null(find_mean(&c, METRIC_test_loss));
    assert_null(find_mean(&c, METRIC_step_ms));
    clear(&c, &a, &b);
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    shift_all(&b);
    compare_results(&c, &a, &b);
    assert_counts(&c, METRIC_test_error, 0, CELLS, 0);
    assert_int_equal(comparison_verdict(&c, METRIC_test_error), COMPARE_CHANGED);
    assert_int_not_equal(comparison_verdict(&c, METRIC_test_loss), COMPARE_CHANGED);
    clear(&c, &a, &b);
}

/* The mean is over the cells that have the same seeds as the cell with the most. */
static void test_cells_of_the_mean(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    shift_all(&b);
    set_status(&b.record[0], TRIAL_DIVERGED, "");
    compare_results(&c, &a, &b);
    assert_int_equal(find_mean(&c, METRIC_test_error)->cells, 3);
    assert_int_equal(find_mean(&c, METRIC_test_error)->paired.difference.n, SEEDS);
    comparison_clear(&c);
    for (int i = 0; i < SEEDS; i++)
        a.record[3 * SEEDS + i].seed = b.record[3 * SEEDS + i].seed = 100 + i;
    compare_results(&c, &a, &b);
    assert_int_equal(find_mean(&c, METRIC_test_error)->cells, 2);
    clear(&c, &a, &b);
}

/* One cell has no mean over cells, and an infinite value has no interval. */
static void test_no_mean(void **state)
{
    struct results a, b, one_a, one_b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    shift_all(&b);
    one_a = a;
    one_b = b;
    one_a.records = one_b.records = SEEDS;
    compare_results(&c, &one_a, &one_b);
    assert_int_equal(comparison_verdict(&c, METRIC_test_error), COMPARE_NOISE);
    assert_null(find_mean(&c, METRIC_test_error));
    comparison_clear(&c);
    *error_of(&b, 0, 0) = INFINITY;
    compare_results(&c, &a, &b);
    assert_int_equal(comparison_verdict(&c, METRIC_test_error), COMPARE_UNTESTED);
    assert_null(find_mean(&c, METRIC_test_error));
    clear(&c, &a, &b);
}

/* Equal infinite values differ by 0; values that differ by rounding do not scatter. */
static void test_infinite_and_rounded(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    shift_all(&b);
    *error_of(&a, 0, 0) = *error_of(&b, 0, 0) = INFINITY;
    for (int i = 0; i < SEEDS; i++) {
        *error_of(&a, 1, i) = 1e6;
        *error_of(&b, 1, i) = i < 3 ? nextafter(1e6, i % 2 ? INFINITY : 0) : NAN;
    }
    compare_results(&c, &a, &b);
    assert_int_equal(find(&c, METRIC_test_error, "norm=none batch=2")->paired.difference.n, SEEDS);
    assert_int_equal(find(&c, METRIC_test_error, "norm=none batch=32")->verdict, COMPARE_UNTESTED);
    clear(&c, &a, &b);
}

/* A metric may fall as well as rise. */
static void test_decrease(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    for (int i = 0; i < SEEDS; i++)
        *error_of(&b, 2, i) -= 5 + i / 10.0;
    compare_results(&c, &a, &b);
    assert_int_equal(find(&c, METRIC_test_error, "norm=batchnorm batch=2")->verdict,
                     COMPARE_CHANGED);
    clear(&c, &a, &b);
}

/* Values of other seeds are not compared, also not when all are equal. */
static void test_other_seeds(void **state)
{
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 100, 1);
    for (int i = 0; i < SEEDS; i++) {
        *error_of(&a, 0, i) = 1 + i;
        *error_of(&b, 0, i) = 11 + i;
        *error_of(&a, 1, i) = *error_of(&b, 1, i) = 7;
    }
    compare_results(&c, &a, &b);
    assert_true(c.differences.length > 0);
    assert_int_not_equal(comparison_verdict(&c, METRIC_test_error), COMPARE_CHANGED);
    m = find(&c, METRIC_test_error, "norm=none batch=2");
    assert_int_equal(m->verdict, COMPARE_NO_PAIRS);
    assert_true(m->mean_a == 3 && m->mean_b == 13 && isnan(m->p) &&
                isnan(m->paired.difference.mean));
    m = find(&c, METRIC_test_error, "norm=none batch=32");
    assert_int_equal(m->verdict, COMPARE_NO_PAIRS);
    clear(&c, &a, &b);
}

/* Seeds that both have are paired, the others left out. */
static void test_some_seeds(void **state)
{
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 2, 1);
    compare_results(&c, &a, &b);
    m = find(&c, METRIC_test_error, "norm=none batch=2");
    assert_true(m->paired.pairs == 3 && m->verdict == COMPARE_IDENTICAL);
    assert_int_equal(c.pairs, CELLS * 3);
    assert_true(c.differences.length > 0);
    clear(&c, &a, &b);
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 4, 1);
    compare_results(&c, &a, &b);
    m = find(&c, METRIC_test_error, "norm=none batch=2");
    assert_true(m->paired.pairs == 1 && m->verdict == COMPARE_IDENTICAL);
    clear(&c, &a, &b);
}

/* Results with trials that the others lack are not the same, whichever have them. */
static void test_trials_of_one_side(void **state)
{
    struct results a, some;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    some = a;
    some.records--;
    compare_results(&c, &a, &some);
    assert_string_equal(c.differences.s, "seeds or cells");
    comparison_clear(&c);
    compare_results(&c, &some, &a);
    assert_string_equal(c.differences.s, "seeds or cells");
    comparison_clear(&c);
    results_clear(&a);
}

static void test_lost_trials(void **state)
{
    const struct compare_metric *m;
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "", 0, 1);
    make_sweep(&b, "", 0, 1);
    set_status(&b.record[SEEDS + 3], TRIAL_DIVERGED, "loss is not finite");
    for (int i = 0; i < SEEDS; i++)
        set_status(&b.record[2 * SEEDS + i], TRIAL_REFUSED, "one value");
    compare_results(&c, &a, &b);
    assert_true(c.differences.length > 0);
    assert_int_equal(c.fact[COMPARE_STATUS], 1 + SEEDS);
    m = find(&c, METRIC_test_error, "norm=none batch=32");
    assert_true(m->paired.pairs == SEEDS - 1 && m->verdict == COMPARE_IDENTICAL);
    m = find(&c, METRIC_test_error, "norm=batchnorm batch=2");
    assert_int_equal(m->verdict, COMPARE_ONLY_A);
    clear(&c, &a, &b);
}

/* ---- configurations ---- */

static const struct compare_key *find_key(const struct comparison *c, const char *key)
{
    for (int i = 0; i < c->config.count; i++)
        if (strcmp(c->config.key[i].key, key) == 0)
            return &c->config.key[i];
    fail_msg("%s should differ", key);
    return NULL;
}

static void test_configuration(void **state)
{
    const struct compare_key *k;
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "lr=0.1", 0, 1);
    make_sweep(&b, "lr=0.2 new_key=5", 0, 1);
    for (int i = 3 * SEEDS; i < 4 * SEEDS; i++)
        config_set(&b.record[i].config, "norm", "rmsnorm");
    compare_results(&c, &a, &b);
    assert_int_equal(c.config.count, 3);
    k = find_key(&c, "lr");
    assert_string_equal(k->only_a.item[0], "0.1");
    assert_string_equal(k->only_b.item[0], "0.2");
    assert_int_equal(k->both, 0);
    k = find_key(&c, "norm");
    assert_true(k->only_a.count == 0 && k->only_b.count == 1 && k->both == 2);
    assert_string_equal(k->only_b.item[0], "rmsnorm");
    k = find_key(&c, "new_key");
    assert_true(k->only_a.count == 0 && k->only_b.count == 1);
    /* lr is what differs, and keeps no cells apart; norm is an axis. */
    assert_int_equal(c.cells, CELLS + 1);
    assert_true(c.cell[3].a_count == SEEDS && c.cell[3].b_count == 0);
    assert_true(c.cell[4].a_count == 0 && c.cell[4].b_count == SEEDS);
    assert_string_equal(c.cell[4].label, "norm=rmsnorm batch=32");
    assert_string_equal(config_get(&c.cell[4].config, "net"), "a long net 1");
    assert_counts(&c, METRIC_test_error, CELLS - 1, 0, 0);
    assert_int_equal(comparison_count(&c, METRIC_test_error, (int[COMPARE_VERDICTS]){0}),
                     CELLS - 1);
    clear(&c, &a, &b);
}

/* A key that varies within one of the two keeps cells apart, axis or not. */
static void test_key_that_varies(void **state)
{
    struct results a, b;
    struct comparison c;

    (void)state;
    make_sweep(&a, "lr=0.1", 0, 1);
    make_sweep(&b, "lr=0.1", 0, 1);
    for (int i = 0; i < SEEDS; i++)
        config_set(&b.record[i].config, "lr", "0.3");
    compare_results(&c, &a, &b);
    assert_int_equal(c.cells, CELLS + 1);
    assert_string_equal(c.cell[4].label, "norm=none batch=2 lr=0.3");
    clear(&c, &a, &b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_identical),       cmocka_unit_test(test_other_version),
        cmocka_unit_test(test_one_shift),       cmocka_unit_test(test_shift_without_scatter),
        cmocka_unit_test(test_noise),           cmocka_unit_test(test_shift_of_all),
        cmocka_unit_test(test_other_seeds),     cmocka_unit_test(test_some_seeds),
        cmocka_unit_test(test_lost_trials),     cmocka_unit_test(test_configuration),
        cmocka_unit_test(test_key_that_varies), cmocka_unit_test(test_cells_of_the_mean),
        cmocka_unit_test(test_no_mean),         cmocka_unit_test(test_infinite_and_rounded),
        cmocka_unit_test(test_decrease),        cmocka_unit_test(test_trials_of_one_side),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
