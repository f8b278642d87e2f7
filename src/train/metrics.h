/* The metrics of a trial, from the table metrics.def. */
#ifndef NORMLAB_TRAIN_METRICS_H
#define NORMLAB_TRAIN_METRICS_H

#include "base/text.h"
#include <stdbool.h>

enum metric {
#define METRIC(id, ...) METRIC_##id,
#include "train/metrics.def"
#undef METRIC
    METRICS
};

/* A line of metrics.def, where the columns are explained. */
struct metric_info {
    const char *name, *unit, *help;
    double least, most;  /* the smallest and the largest value that the metric can have */
    bool less_is_better; /* false: the metric is neither good nor bad */
    /* a diverged trial counts as worse than any value; false: it has no value */
    bool diverged_is_worst;
    /* the smallest difference between a trial that has learned and one that has not; INFINITY: there is none */
    double apart;
    /* the metric measures time and differs between runs of the same trial */
    bool timing;
    bool merged_curve; /* merged files have the whole curve; false: only the final value */
};

extern const struct metric_info metric_info[METRICS];

/* Returns the metric with this name; METRICS when there is none. */
enum metric metric_find(const char *name);

/* Adds the metric's name and its unit, as "test_error in %"; only the name of a metric without a unit. */
void metric_print(enum metric m, struct text *out);

#endif
