/* What the tests of claims, figures and tables share: trials that a test makes up. */
#ifndef NORMLAB_TESTS_TRIALS_H
#define NORMLAB_TESTS_TRIALS_H

#include "base/arena.h"
#include "store/store.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Fails unless a and b are equal up to rounding. */
#define CLOSE(a, b) assert_true(fabs((double)(a) - (double)(b)) < 1e-9 * (1 + fabs((double)(b))))

/* Adds a trial of one epoch with this seed, configuration and final test error. */
static inline struct record *add_trial(struct results *r, int64_t seed, const char *config,
                                       double test_error)
{
    struct record *record;

    r->record = xrealloc(r->record, (size_t)(r->records + 1) * sizeof *r->record);
    record = &r->record[r->records++];
    memset(record, 0, sizeof *record);
    record->seed = seed;
    assert_int_equal(config_parse(&record->config, config), 0);
    trial_result_init(&record->result, 1, 1);
    record->result.steps = 100;
    record->result.curve[METRIC_test_error][1] = test_error;
    return record;
}

/* Reads the trial file of this name in the folder of the tests. record_clear() frees the record. */
static inline struct record read_trial(const char *name)
{
    char *path = test_path(name);
    struct record r;

    assert_int_equal(store_trial_read(path, &r), 0);
    free(path);
    return r;
}

/* Makes the trials of two cells, batch=2 and batch=32, over n seeds, whose test errors differ by d[i]. */
static inline void make_pairs(struct results *r, int n, const double *d)
{
    memset(r, 0, sizeof *r);
    for (int i = 0; i < n; i++) {
        add_trial(r, i, "batch=2", 10 * i + d[i]);
        add_trial(r, i, "batch=32", 10 * i);
    }
}

static inline void free_trials(struct results *r)
{
    for (int i = 0; i < r->records; i++)
        record_clear(&r->record[i]);
    free(r->record);
}

#endif
