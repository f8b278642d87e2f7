/*
 * A number of a profile (train/profile.h): a column of a probe at one point of training, made into one number over the
 * layers of a net. Measures take such numbers as they take metrics.
 *
 * Layers that have no value of the column at that point do not count: the first layer is the first with a value. A
 * layer's number is its place among all layers of the trial, from 1 at the input.
 */
#ifndef NORMLAB_STORE_PROFILE_NUMBER_H
#define NORMLAB_STORE_PROFILE_NUMBER_H

#include "base/text.h"
#include "train/trial.h"

enum profile_layers {
    LAYERS_MEAN, /* geometric when the column is compared by ratio */
    LAYERS_FIRST,
    LAYERS_LAST,
    LAYERS_MAX,
    LAYERS_MIN,
    LAYERS_SLOPE,     /* the slope of the values over the layers' numbers, by least squares */
    LAYERS_LOG_SLOPE, /* the same of their natural logarithms */
    /* The growth per layer: the factor from a layer to the next, exp of the log slope. LAYERS_BACKWARD_RATE: the factor
     * from a layer to the one before it. Theory states the growth of gradients so, because they go that way. */
    LAYERS_RATE,
    LAYERS_BACKWARD_RATE,
    LAYERS_NAMED, /* the value of the layer with a name */
};

enum profile_point { POINT_LAST, POINT_FIRST, POINT_STEP, POINT_EPOCH };

struct profile_number {
    const char *probe;                   /* NULL: this is no number of a profile */
    const struct profile_column *column; /* of the probe */
    enum profile_layers layers;
    const char *name; /* the layer's, for LAYERS_NAMED */
    /* For a mean, a maximum, a minimum, a slope or a rate: only the layers with the numbers `from` to `to`,
     * counted among the layers that have a value, from 1. Negative numbers count from the end: -1 is the last. 0, 0:
     * all. */
    int from, to;
    enum profile_point point;
    double at; /* the step or the epoch, for POINT_STEP and POINT_EPOCH */
};

/* Read what experiments' files say of layers, as "mean", "dense3" or "log_slope 3..-3", and of the point, as "last" or
 * "step 10". Set fields of *n; n->name points into text. Return 0, or -1 after adding to `why` what is wrong. */
int profile_number_layers(struct profile_number *n, const char *text, struct text *why);
int profile_number_point(struct profile_number *n, const char *text, struct text *why);

/* Returns the number of a trial. NaN when it has no profile of the probe, no such point, no such layer, too few layers
 * for a slope (2), or a value that has no logarithm. profile_number_at(): the number at a given point of its profiles
 * instead of n's own. */
double profile_number_value(const struct profile_number *n, const struct trial_result *r);
double profile_number_at(const struct profile_number *n, const struct trial_result *r, int point);

/* Returns the index of n's own point among those of a trial; -1 when the trial has no such point. */
int profile_number_point_of(const struct profile_number *n, const struct trial_result *r);

/* True when the numbers are compared by their ratio: rates, and values of columns that are. */
bool profile_number_is_ratio(const struct profile_number *n);

/* Unit, bounds and direction of the number, as of a metric. The name is the column's. */
struct metric_info profile_number_info(const struct profile_number *n);

/* Adds the number in words, as "moments.pre_sd of the last layer" or "growth of moments.pre_sd per layer (layers 3
 * to -3) at step 10". */
void profile_number_print(const struct profile_number *n, struct text *out);

#endif
