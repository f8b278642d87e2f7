/* What the tests of results share: trials and sweeps with random values drawn by their seeds. */
#ifndef NORMLAB_TESTS_RESULTS_H
#define NORMLAB_TESTS_RESULTS_H

#include "base/arena.h"
#include "base/rng.h"
#include "base/text.h"
#include "store/store.h"
#include "support.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NET "conv2d 16 k=3; ${norm}; relu; residual { conv2d 16 k=3; ${norm}; relu }; dense 10"

/* Makes a trial of so many epochs. Its seed determines all its values. */
static inline void make_record(struct record *r, int64_t seed, int epochs)
{
    struct rng rng = rng_stream((uint64_t)seed, "record");
    char *text = format_new("norm=\"groupnorm groups=8\" batch=%d epochs=%d seed=%lld net=\"" NET
                            "\" note=\"\"",
                            2 << seed % 5, epochs, (long long)seed);

    memset(r, 0, sizeof *r);
    snprintf(r->key, sizeof r->key, "%016llx", (unsigned long long)seed);
    r->seed = seed;
    assert_int_equal(config_parse(&r->config, text), 0);
    free(text);
    trial_result_init(&r->result, epochs, 1);
    for (int m = 0; m < METRICS; m++)
        for (int e = m < 2; e <= epochs; e++) /* as in trials, two metrics have no point 0 */
            r->result.curve[m][e] = rng_uniform(&rng);
    r->result.seconds = rng_uniform(&rng);
    r->result.peak_bytes = 0x1p40;
    r->result.parameters = 12345;
    r->result.steps = 100;
    memset(r->result.data_sha256, 'a', 64);
}

/* Changes the trial to one with this number of points in each epoch, with new random values. */
static inline void set_evals_per_epoch(struct record *r, int evals_per_epoch)
{
    struct rng rng = rng_stream((uint64_t)r->seed, "evals_per_epoch");
    char *text = format_new("%d", evals_per_epoch);

    config_set(&r->config, "evals_per_epoch", text);
    free(text);
    r->result.points *= evals_per_epoch;
    r->result.evals_per_epoch = evals_per_epoch;
    for (int m = 0; m < METRICS; m++) {
        size_t count = (size_t)r->result.points + 1;

        r->result.curve[m] = xrealloc(r->result.curve[m], count * sizeof(double));
        for (size_t p = 0; p < count; p++)
            r->result.curve[m][p] = rng_uniform(&rng);
    }
}

static inline void set_status(struct record *r, enum trial_status status, const char *message)
{
    r->result.status = status;
    free(r->result.message);
    r->result.message = xstrdup(message);
}

/* True when both are equal, or both are NaN. */
static inline bool same(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

/* Fails unless the two records are equal, apart from their curves. */
static inline void assert_facts(const struct record *got, const struct record *want)
{
    struct text a = {0}, b = {0};

    assert_string_equal(got->key, want->key);
    assert_true(got->seed == want->seed);
    config_print(&got->config, &a);
    config_print(&want->config, &b);
    assert_string_equal(text_str(&a), text_str(&b));
    text_clear(&a);
    text_clear(&b);
    assert_int_equal(got->result.status, want->result.status);
    assert_string_equal(got->result.message, want->result.message);
    assert_string_equal(got->result.data_sha256, want->result.data_sha256);
    assert_true(same(got->result.seconds, want->result.seconds));
    assert_true(same(got->result.peak_bytes, want->result.peak_bytes));
    assert_true(same(got->result.parameters, want->result.parameters));
    assert_true(same(got->result.steps, want->result.steps));
    assert_true(same(got->result.norm_positions, want->result.norm_positions));
    assert_int_equal(got->result.points, want->result.points);
    assert_int_equal(got->result.evals_per_epoch, want->result.evals_per_epoch);
}

static inline void assert_record(const struct record *got, const struct record *want)
{
    assert_facts(got, want);
    for (int m = 0; m < METRICS; m++)
        for (int e = 0; e <= want->result.points; e++)
            assert_true(same(got->result.curve[m][e], want->result.curve[m][e]));
}

/* As assert_record(), for a record from a merged file, which has only the final values of some metrics. */
static inline void assert_merged_record(const struct record *got, const struct record *want)
{
    assert_facts(got, want);
    for (int m = 0; m < METRICS; m++) {
        bool whole = metric_info[m].merged_curve;

        assert_true(same(trial_final(&got->result, m), trial_final(&want->result, m)));
        for (int p = 0; p < want->result.points; p++)
            assert_true(whole ? same(got->result.curve[m][p], want->result.curve[m][p])
                              : isnan(got->result.curve[m][p]));
    }
}

/* Makes a sweep of n trials over three axes; the axis lr has the same name as a metric. */
static inline void make_results(struct results *r, int n, int epochs)
{
    static const char *const axis[] = {"norm", "batch", "lr"};

    memset(r, 0, sizeof *r);
    r->experiment = xstrdup("batch_size");
    r->version = 3;
    r->axes = 3;
    r->axis = xcalloc(3, sizeof *r->axis);
    for (int a = 0; a < 3; a++)
        r->axis[a] = xstrdup(axis[a]);
    r->records = n;
    r->record = xcalloc((size_t)n, sizeof *r->record);
    for (int i = 0; i < n; i++) {
        make_record(&r->record[i], i, epochs - i % 2);
        config_set(&r->record[i].config, "lr", "0.1");
    }
    if (n > 2) {
        set_status(&r->record[1], TRIAL_DIVERGED, "loss is not finite at step 7");
        set_status(&r->record[2], TRIAL_REFUSED, "norm: \"one\" value, caf\xc3\xa9");
    }
    config_set(&r->provenance, "source_commit", "0123-dirty");
    config_set(&r->provenance, "command_line", "normlab run batch_size");
}

#endif
