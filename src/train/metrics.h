/* The metrics of a trial: metrics.def is the one list of them. */
#ifndef NORMLAB_TRAIN_METRICS_H
#define NORMLAB_TRAIN_METRICS_H

#include <stdbool.h>

enum metric {
#define METRIC(id, ...) METRIC_##id,
#include "train/metrics.def"
#undef METRIC
    METRICS
};

/* A line of metrics.def, which explains the columns. */
struct metric_info {
    const char *name, *unit, *help;
    double least, most; /* that the metric can be */
    bool less_is_better;
    bool diverged_is_worst; /* a diverged trial is worse than any value; false: it has no value */
    double apart; /* least distance between trials that learn and that do not; INFINITY: none */
    bool timing;  /* measures time: differs between runs of the same trial */
    bool merged_curve; /* merged files hold the curve; false: only the final value */
};

extern const struct metric_info metric_info[METRICS];

/* The metric of that name; METRICS when there is none. */
enum metric metric_find(const char *name);

#endif
