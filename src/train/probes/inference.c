/* The probe inference: the test error with each choice of the statistics that norms use in inference (train/keys.h,
 * eval_stats), and the differences between these errors. */
#include "train/probes/probe.h"
#include <math.h>

/* EACH(WAY) is the list of all choices of statistics: WAY(name, help, fields of struct eval_how) for each, with the name
 * and the help of its column. OWN() is such a line for running statistics mixed with a sample's own, with a weight of
 * 1/n. PRECISE() is one for precise statistics of a number of training samples. These are divided into as few batches as
 * possible that are not larger than those of training, and as equal in size as full chunks (the option ghost) allow. */
#define OWN(WAY, n)                                                                                \
    WAY("own_1_" #n,                                                                               \
        "running statistics, with a weight of 1/" #n                                               \
        " for the sample's own; none for norms with another scale than var",                       \
        .stats = EVAL_OWN, .own_weight = 1.0 / (n))
#define PRECISE(WAY, name, samples, more, ...)                                                     \
    WAY(name,                                                                                      \
        "precise statistics of " samples " training samples" more "; none if there are fewer",     \
        .stats = EVAL_PRECISE, .exact = true, __VA_ARGS__)
#define EACH(WAY)                                                                                  \
    WAY("running", "running statistics", .stats = EVAL_RUNNING)                                    \
    PRECISE(WAY, "precise_100", "100", "", .samples = 100)                                         \
    PRECISE(WAY, "precise_1000", "1,000", "", .samples = 1000)                                     \
    PRECISE(WAY, "precise_10000", "10,000", "", .samples = 10000)                                  \
    PRECISE(WAY, "within_1000", "1,000", ", variance within batches", .samples = 1000,             \
            .var = PRECISE_WITHIN)                                                                 \
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

/* The choices of statistics, in the order of EACH(). */
static const struct eval_how ways[] = {
#define HOW(name, help, ...) {__VA_ARGS__},
    EACH(HOW)};

/* The columns. First come the errors of the single choices, in the order of EACH(). */
enum { RUNNING, PRECISE_100, PRECISE_1000, PRECISE_10000, WITHIN_1000, BY_BATCH, FIRST_OWN };
enum {
    WAYS = sizeof ways / sizeof *ways,
    RUNNING_EXCESS = WAYS,
    FEW_EXCESS,
    WITHIN_EXCESS,
    BATCH_EXCESS,
    OWN_BEST,
    OWN_GAIN,
};

#define DIFFERENCE(name, help, less)                                                               \
    {                                                                                              \
        name, "points", help, -100, 100, less, false                                               \
    }

static const struct profile_column columns[] = {
#define COLUMN(name, help, ...) {name, "%", "test error by " help, 0, 100, true, false},
    EACH(COLUMN) DIFFERENCE("running_excess", "running less precise_10000", true),
    DIFFERENCE("few_excess", "precise_1000 less precise_10000", true),
    DIFFERENCE("within_excess", "within_1000 less precise_1000", true),
    DIFFERENCE("batch_excess", "batch less running", true),
    {"own_best", "1", "the weight of the sample's own statistics with the least test error, or 0",
     0, 0.5, false, false},
    DIFFERENCE(
        "own_gain",
        "running less the error by own statistics, with the weight that is best on the other "
        "half of the test set",
        false),
    {0},
};

/* Returns the choice with the least error[WAYS], of running statistics and those mixed with own ones; the first one if
 * several are equal. */
static int best_own(const double *error)
{
    int best = RUNNING;

    for (int i = FIRST_OWN; i < WAYS; i++)
        if (error[i] < error[best])
            best = i;
    return best;
}

/* Fills the columns of running and own statistics, own_best and own_gain. For own_gain, the weight that is best on each
 * half of the test set is used on the other half. */
static void measure_own(struct trial *t, double *value)
{
    int half = t->test_n / 2, size[2] = {half, t->test_n - half};
    double error[2][WAYS], gain[2]; /* of each half */

    for (int i = 0; i < WAYS; i++) {
        if (i != RUNNING && i < FIRST_OWN)
            continue;
        value[i] = 0;
        for (int h = 0; h < 2; h++) {
            error[h][i] = size[h] ? evaluate_test_error(t, &ways[i], h ? half : 0, size[h]) : 0;
            value[i] += error[h][i] * size[h] / t->test_n;
        }
    }
    for (int h = 0; h < 2; h++)
        gain[h] = error[h][RUNNING] - error[h][best_own(error[!h])];
    value[OWN_BEST] = ways[best_own(value)].own_weight;
    value[OWN_GAIN] = (gain[0] * size[0] + gain[1] * size[1]) / t->test_n;
}

static void measure(struct twin *w, void *kept, double *value)
{
    struct trial *t = &w->trial;

    (void)kept;
    if (t->net.state_reals == 0 || t->target)
        return;
    if (session_without_own(t))
        value[RUNNING] = evaluate_test_error(t, &ways[RUNNING], 0, t->test_n);
    else
        measure_own(t, value);
    for (int i = PRECISE_100; i < FIRST_OWN; i++) {
        struct eval_how how = ways[i];

        if (how.stats == EVAL_BY_BATCH)
            how.batch = eval_how(t, EVAL_BY_BATCH).batch;
        if (how.samples <= t->train_n)
            value[i] = evaluate_test_error(t, &how, 0, t->test_n);
    }
    value[RUNNING_EXCESS] = value[RUNNING] - value[PRECISE_10000];
    value[FEW_EXCESS] = value[PRECISE_1000] - value[PRECISE_10000];
    value[WITHIN_EXCESS] = value[WITHIN_1000] - value[PRECISE_1000];
    value[BATCH_EXCESS] = value[BY_BATCH] - value[RUNNING];
}

const struct probe_type probe_inference = {
    .name = "inference",
    .help = "test error by each of the statistics that norms may use in inference",
    .column = columns,
    .whole_net = true,
    .measure = measure,
};
