/* The probe inference: the test error with each way in which norms get their statistics in inference. */
#include "train/probes/probe.h"
#include <math.h>

/* OWN(WAY, n), WAY(name, help, fields of struct eval_how): a column each. */
#define OWN(WAY, n)                                                                                \
    WAY("own_1_" #n, "running statistics, with a weight of 1/" #n " for the sample's own",         \
        .stats = EVAL_OWN, .own_weight = 1.0 / (n))
#define EACH(WAY)                                                                                  \
    WAY("running", "running statistics", .stats = EVAL_RUNNING)                                    \
    WAY("precise_100", "precise statistics of 100 training samples", .stats = EVAL_PRECISE,        \
        .samples = 100)                                                                            \
    WAY("precise_1000", "precise statistics of 1,000 training samples", .stats = EVAL_PRECISE,     \
        .samples = 1000)                                                                           \
    WAY("precise_10000", "precise statistics of 10,000 training samples", .stats = EVAL_PRECISE,   \
        .samples = 10000)                                                                          \
    WAY("within_10000", "precise statistics of 10,000 training samples, variance within batches",  \
        .stats = EVAL_PRECISE, .samples = 10000, .var = PRECISE_WITHIN)                            \
    WAY("batch", "the statistics of each batch of eval_batch test samples",                        \
        .stats = EVAL_BY_BATCH)                                                                    \
    OWN(WAY, 256)                                                                                  \
    OWN(WAY, 128)                                                                                  \
    OWN(WAY, 64)                                                                                   \
    OWN(WAY, 32)                                                                                   \
    OWN(WAY, 16)                                                                                   \
    OWN(WAY, 8)                                                                                    \
    OWN(WAY, 4)                                                                                    \
    OWN(WAY, 2)

static const struct profile_column columns[] = {
#define COLUMN(name, help, ...) {name, "%", "test error by " help, 0, 100, true, false},
    EACH(COLUMN){0},
};

static const struct eval_how ways[] = {
#define HOW(name, help, ...) {__VA_ARGS__},
    EACH(HOW)};

static void measure(struct twin *w, void *kept, double *value)
{
    (void)kept;
    for (size_t i = 0; i < sizeof ways / sizeof *ways && w->trial.net.state_reals > 0; i++) {
        struct eval_how how = ways[i];

        if (how.stats == EVAL_BY_BATCH)
            how.batch = eval_how(&w->trial, EVAL_BY_BATCH).batch;
        value[i] = evaluate_test_error(&w->trial, &how);
    }
}

const struct probe_type probe_inference = {
    .name = "inference",
    .help = "test error by each of the statistics that norms may use in inference",
    .column = columns,
    .whole_net = true,
    .measure = measure,
};
