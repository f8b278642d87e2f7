/* The metrics of a trial: metrics.def is the one list of them. */
#ifndef NORMLAB_TRAIN_METRICS_H
#define NORMLAB_TRAIN_METRICS_H

#include <stdbool.h>

enum metric {
#define METRIC(id, unit, least, most, timing, help) METRIC_##id,
#include "train/metrics.def"
#undef METRIC
    METRICS
};

struct metric_info {
    const char *name, *unit, *help;
    double least, most; /* that it can be */
    bool timing;        /* varies from run to run: left out where runs are compared bit for bit */
};

extern const struct metric_info metric_info[METRICS];

/* METRICS when there is no such name. */
enum metric metric_find(const char *name);

#endif
