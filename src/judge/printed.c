#include "judge/printed.h"
#include <math.h>

/* The point of a trial's curves that lies at an epoch; -1: none does. */
static int point_at(const struct trial_result *r, double epoch)
{
    double point = epoch * r->evals_per_epoch;

    return point == floor(point) && point <= r->points ? (int)point : -1;
}

struct spread spread_at(enum metric metric, const struct record *const *record, int count,
                        double epoch)
{
    struct spread s = {.low = INFINITY, .high = -INFINITY};

    for (int i = 0; i < count; i++) {
        bool done = record[i]->result.status == TRIAL_DONE;
        int point = done ? point_at(&record[i]->result, epoch) : -1;
        double v = point < 0 ? NAN : record[i]->result.curve[metric][point];

        if (isnan(v))
            continue;
        s.n++;
        s.low = fmin(s.low, v);
        s.high = fmax(s.high, v);
        s.mean += (v - s.mean) / s.n;
    }
    return s;
}

bool spread_holds(const struct spread *s, double value, double margin)
{
    return value >= s->low - margin && value <= s->high + margin;
}
