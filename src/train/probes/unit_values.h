/* The values of the units of a layer, for probes that ask how they are distributed. A unit is a channel. Its values are
 * those at all valid positions of all samples. */
#ifndef NORMLAB_TRAIN_PROBES_UNIT_VALUES_H
#define NORMLAB_TRAIN_PROBES_UNIT_VALUES_H

#include "train/probes/probe.h"

/* The largest number of values of a unit that are kept for percentiles: as a number, and as text for help texts. */
#define UNIT_KEPT           512
#define UNIT_KEPT_TEXT      UNIT_KEPT_AS(UNIT_KEPT)
#define UNIT_KEPT_AS(n)     UNIT_KEPT_DIGITS(n)
#define UNIT_KEPT_DIGITS(n) #n

struct unit_values {
    int units;
    struct column_moments moments; /* of all values, [units] */
    real *kept; /* [units][room]: evenly spread values; the first `count` of each unit are there */
    int room, count;
    size_t stride, seen; /* every stride-th row is kept; number of rows that were added */
};

/* Sets v to the empty values of node k of the twin. unit_values_clear() frees them. The same rows are kept whenever the
 * same batches are added. */
void unit_values_init(struct unit_values *v, const struct twin *w, const struct node *k);
void unit_values_clear(struct unit_values *v);

/* Saves or restores the values; v must have been initialized for the same node of the same trial. */
void unit_values_transfer(struct unit_values *v, struct transfer *t);

/* Adds the output of node k in a call. */
void unit_values_add(struct unit_values *v, const struct node *k, const struct io *io);

/* Returns the population standard deviation of unit u. */
double unit_values_sd(const struct unit_values *v, int u);

/* Mean, population standard deviation and mean square of the values of all units. NaN when there is none. */
double unit_values_all_mean(const struct unit_values *v);
double unit_values_all_sd(const struct unit_values *v);
double unit_values_all_ms(const struct unit_values *v);

/* Sorts the kept values of each unit. */
void unit_values_sort(struct unit_values *v);

/* Sorts value[0..n), with NaN at the end. percentile() is that of sorted values, 0 <= p <= 1, with linear interpolation
 * between two values (as numpy.percentile); NaN for n = 0, or when a value is NaN. */
void sort_reals(real *value, size_t n);
double percentile(const real *value, size_t n, double p);

#endif
