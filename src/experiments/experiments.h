/* The registry of experiments: registry.def is the one list of them, claims.def that of the claims they test. */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENTS_H
#define NORMLAB_EXPERIMENTS_EXPERIMENTS_H

#include "experiments/experiment.h"
#include "judge/ledger.h"

/* Every experiment; ends with NULL. */
extern const struct experiment *const experiments[];

/* The rows of the ledger; ends with a NULL id. */
extern const struct claim_row claim_rows[];

/* NULL when there is none of that name. */
const struct experiment *experiment_find(const char *name);

/* ---- measures that several have ---- */

#define TEST_ERROR                                                                                 \
    {                                                                                              \
        .metric = METRIC_test_error                                                                \
    }

/* At the best of the learning rates, chosen by the test error itself; and that rate. */
#define BEST_ERROR                                                                                 \
    {                                                                                              \
        .metric = METRIC_test_error, .how = MEASURE_BEST, .along = "lr"                            \
    }
#define BEST_RATE                                                                                  \
    {                                                                                              \
        .metric = METRIC_test_error, .how = MEASURE_BEST_AT, .along = "lr"                         \
    }

#endif
