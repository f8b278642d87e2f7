#include "train/metrics.h"
#include <string.h>

const struct metric_info metric_info[METRICS] = {
#define METRIC(id, unit, timing, help) {#id, unit, help, timing},
#include "train/metrics.def"
#undef METRIC
};

enum metric metric_find(const char *name)
{
    int m = 0;

    while (m < METRICS && strcmp(metric_info[m].name, name))
        m++;
    return (enum metric)m;
}
