#include "train/metrics.h"
#include <math.h>
#include <string.h>

const struct metric_info metric_info[METRICS] = {
#define METRIC(id, unit, least, most, timing, help) {#id, unit, help, least, most, timing},
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
