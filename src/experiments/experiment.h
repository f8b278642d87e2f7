/*
 * An experiment is data: a plan (axes and presets of trials), claims, tables and figures. It is one file in this folder
 * and one line in experiments.def.
 */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENT_H
#define NORMLAB_EXPERIMENTS_EXPERIMENT_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/claims.h"
#include "judge/study.h"
#include "sweep/sweep.h"

struct experiment {
    struct plan plan;
    const struct claim *claims;           /* ends with a NULL id */
    const struct table_request *tables;   /* printed by the summary; ends with a NULL title */
    const struct figure_request *figures; /* ends with a NULL name */
};

/* Every experiment; ends with NULL. */
extern const struct experiment *const experiments[];

/* The rows of the ledger; ends with a NULL id. */
extern const struct claim_row claim_rows[];

/* NULL when there is none of that name. */
const struct experiment *experiment_find(const char *name);

/* Checks what can be told of the experiment's claims, tables and figures without a trial: that their measures
 * (measure_check()) and the claims' own fields (claims.h) say all that they need, and sum up along axes of the
 * experiment. 0, or -1 after a message that names the first that does not. */
int experiment_check(const struct experiment *e);

/* sweep_expand() of an experiment that passes experiment_check(). Checks that each trial's values of the axes along which
 * measures sum up are numbers, positive where their ratios count. 0, or -1 after a message. */
int experiment_expand(struct sweep *s, const struct experiment *e, int preset,
                      char *const *overrides, int count, const char *seeds);

/* The cells of the claims, then those of the tables, then those of the figures: a new array of *count. */
struct cells *experiment_cells(const struct experiment *e, int *count);

/* study_open(), study_merge() and study_of_main() of the experiment, with its claims and the cells of all that it shows.
 * The first refuses an experiment that does not pass experiment_check(). */
int experiment_open(struct study *s, const struct experiment *e, const char *root, int preset,
                    bool *there);
int experiment_merge(struct study *s, const struct experiment *e, const struct sweep *sweep,
                     int preset, const char *root, const char *command_line);

void experiment_open_main(struct study *shown, const struct experiment *e, const struct study *of);

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
