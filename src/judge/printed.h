/* Numbers that a source prints for the epochs of a training, and what trials have there. */
#ifndef NORMLAB_JUDGE_PRINTED_H
#define NORMLAB_JUDGE_PRINTED_H

#include "store/store.h"

struct printed {
    double epoch, value; /* lists end with epoch 0 */
};

struct spread {
    int n; /* trials that have a value */
    double low, high, mean;
};

/* Of the metric at an epoch, without the trials that did not get to their end. */
struct spread spread_at(enum metric metric, const struct record *const *record, int count,
                        double epoch);

/* Does the value lie between the least and the largest, widened by the margin on both sides? */
bool spread_holds(const struct spread *s, double value, double margin);

#endif
