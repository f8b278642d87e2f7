#include "train/metrics.h"
#include <math.h>
#include <string.h>

/* The values of the words that metrics.def uses in its columns. */
enum { NEITHER = false, LESS = true };
enum { NOTHING = false, WORST = true };
enum { SAME = false, TIME = true };
enum { FINAL = false, CURVE = true };

const struct metric_info metric_info[METRICS] = {
#define METRIC(id, unit, least, most, better, diverged, apart, runs, merged, help)                 \
    {#id, unit, help, least, most, better, diverged, apart, runs, merged},
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

void metric_print(enum metric m, struct text *out)
{
    const char *unit = metric_info[m].unit;

    text_adds(out, metric_info[m].name);
    if (strcmp(unit, "1"))
        text_add(out, " in %s", unit);
}
