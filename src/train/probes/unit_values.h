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
    /* [units][room] values from evenly spread rows; the first `count` of each unit are set */
    real *kept;
    int room;      /* largest number of values that are kept of a unit */
    int count;     /* number of those kept so far */
    size_t stride; /* every stride-th row is kept, unless it is padding */
    size_t seen;   /* number of rows that were added */
};

/* Sets v to the empty values of node k of the twin. unit_values_clear() frees them. The same rows are kept whenever the
 * same batches are added. */
void unit_values_init(struct unit_values *v, const struct twin *w, const struct node *k);
void unit_values_clear(struct unit_values *v);

/* Saves or restores the values; v must have been initialized for the same node of the same trial. */
void unit_values_transfer(struct unit_values *v, struct transfer *t);

/* Adds the output of node k in a call. k must be the node of unit_values_init(). */
void unit_values_add(struct unit_values *v, const struct node *k, const struct io *io);

/* Returns the population standard deviation of unit u. */
double unit_values_sd(const struct unit_values *v, int u);

/* Return the mean, the population standard deviation and the mean square of the values of all units. NaN when there are
 * no values. */
double unit_values_all_mean(const struct unit_values *v);
double unit_values_all_sd(const struct unit_values *v);
double unit_values_all_ms(const struct unit_values *v);

/* Sorts the kept values of each unit. */
void unit_values_sort(struct unit_values *v);

/* Sorts value[0..n) in ascending order, with NaN at the end. */
void sort_reals(real *value, size_t n);

/* Returns the percentile 100 p, 0 <= p <= 1, of the sorted values value[0..n), with linear interpolation between two
 * values (as numpy.percentile). NaN for n = 0, or when a value is NaN. */
double percentile(const real *value, size_t n, double p);

#endif
