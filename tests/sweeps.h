/* What tests of whole sweeps share: results of small sweeps of batch_size on generated data, in folders of the test. */
#ifndef NORMLAB_TESTS_SWEEPS_H
#define NORMLAB_TESTS_SWEEPS_H

#include "base/text.h"
#include "experiments/experiment.h"
#include "store/store.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

#define SWEEP_FOLDER "results/batch_size.generated"

/* A small sweep: its command line, the number of its trials, and their list. */
#define SMALL_SWEEP "batch_size panel=mlp batch=2 norm=none,batchnorm --preset smoke"
enum { SMALL_TRIALS = 4 };

static inline void small_sweep(struct sweep *s)
{
    static char panel[] = "panel=mlp", batch[] = "batch=2", norm[] = "norm=none,batchnorm";
    char *overrides[] = {panel, batch, norm};

    assert_int_equal(
        experiment_expand(s, test_experiment("batch_size"), PRESET_SMOKE, overrides, 3, NULL), 0);
    assert_int_equal(s->trials, SMALL_TRIALS);
}

/* Reads the merged file of the small sweep in a folder. */
static inline struct results sweep_results(const char *folder)
{
    char *path = format_new("%s/%s/" SWEEP_FOLDER ".h5", test_folder(), folder);
    struct results r;

    assert_int_equal(store_merged_read(path, &r), 0);
    free(path);
    return r;
}

static inline void assert_same_trial(const struct record *got, const struct record *want)
{
    size_t points = (size_t)want->result.points + 1;

    assert_int_equal(got->result.status, want->result.status);
    assert_string_equal(got->result.message, want->result.message);
    assert_int_equal(got->result.points, want->result.points);
    for (int m = 0; m < METRICS; m++)
        if (!metric_info[m].timing &&
            memcmp(got->result.curve[m], want->result.curve[m], points * sizeof(double)))
            fail_msg("%s: %s differs", want->key, metric_info[m].name);
}

/* Fails unless both have the same trials with the same bits, times excepted, and, without any_order, in the same order. */
static inline void assert_same_results(const struct results *got, const struct results *want,
                                       bool any_order)
{
    assert_int_equal(got->records, want->records);
    for (int i = 0; i < want->records; i++) {
        int k = any_order ? 0 : i;

        while (any_order && k < got->records && strcmp(got->record[k].key, want->record[i].key))
            k++;
        if (k == got->records || strcmp(got->record[k].key, want->record[i].key))
            fail_msg("no trial %s in its place", want->record[i].key);
        assert_same_trial(&got->record[k], &want->record[i]);
    }
}

/* As assert_same_results(), for the sweeps in two folders. */
static inline void assert_same_sweeps(const char *got_folder, const char *want_folder,
                                      bool any_order)
{
    struct results got = sweep_results(got_folder), want = sweep_results(want_folder);

    assert_same_results(&got, &want, any_order);
    results_clear(&got);
    results_clear(&want);
}

/* Returns the number of files below a folder of the test whose names match the pattern. */
static inline int count_named(const char *folder, const char *pattern)
{
    char *command =
             format_new("find '%s/%s' -name '%s' | grep -c .", test_folder(), folder, pattern),
         *out;
    int n;

    run_command(command, &out, NULL);
    n = atoi(out);
    free(out);
    free(command);
    return n;
}

#endif
