/* What the tests of `compare` share: sweeps whose trials differ only by noise or not at all. */
#ifndef NORMLAB_TESTS_COMPARED_H
#define NORMLAB_TESTS_COMPARED_H

#include "base/rng.h"
#include "results.h"
#include "trials.h"

enum { CELLS = 4, SEEDS = 5 };

/* Makes the results of a sweep of norm x batch with five seeds. Values are a constant of the cell plus noise that depends on
 * cell, seed and salt; times differ in every call. `extra` is added to each configuration. */
static inline void make_sweep(struct results *r, const char *extra, int first_seed, uint64_t salt)
{
    static const char *const cell[CELLS] = {"norm=none batch=2", "norm=none batch=32",
                                            "norm=batchnorm batch=2", "norm=batchnorm batch=32"};
    static uint64_t calls;
    struct rng times = rng_stream(calls++, "times");

    memset(r, 0, sizeof *r);
    r->experiment = xstrdup("batch_size");
    r->version = 1;
    r->axes = 2;
    r->axis = xcalloc(2, sizeof *r->axis);
    r->axis[0] = xstrdup("norm");
    r->axis[1] = xstrdup("batch");
    config_set(&r->provenance, "cpu", "a cpu");
    for (int i = 0; i < CELLS * SEEDS; i++) {
        int seed = first_seed + i % SEEDS, at = i / SEEDS;
        char *config = format_new("net=\"a long net %d\" %s %s epochs=1 seed=%d", at % 2, cell[at],
                                  extra, seed);
        struct rng noise = rng_stream(salt * 1000000 + (uint64_t)(at * 1000 + seed), "noise");
        struct record *t = add_trial(r, seed, config, 10 * at + rng_uniform(&noise));

        snprintf(t->key, sizeof t->key, "%d", i);
        t->result.curve[METRIC_test_loss][1] = at + rng_uniform(&noise);
        t->result.curve[METRIC_step_ms][1] = rng_uniform(&times);
        free(config);
    }
}

static inline double *error_of(struct results *r, int cell, int seed)
{
    return &r->record[cell * SEEDS + seed].result.curve[METRIC_test_error][1];
}

#endif
