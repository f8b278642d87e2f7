/*
 * A profile number: the values that a profile (train/profile.h) has in one column at one point of training, one for
 * each layer of a net, summarized as one number. Measures (judge/measure.h) are made from profile numbers or from
 * metrics.
 *
 * Layers that have no value of the column at the point are skipped: "first" is the first layer with a value. The number
 * of a layer is its position among all layers of the trial, counted from 1 at the input.
 */
#ifndef NORMLAB_STORE_PROFILE_NUMBER_H
#define NORMLAB_STORE_PROFILE_NUMBER_H

#include "base/text.h"
#include "train/trial.h"

enum profile_layers {
    LAYERS_MEAN, /* the mean; the geometric mean when the column is compared by ratio */
    LAYERS_FIRST,
    LAYERS_LAST,
    LAYERS_MAX,
    LAYERS_MIN,
    LAYERS_SLOPE,     /* the slope of the values over the numbers of the layers, by least squares */
    LAYERS_LOG_SLOPE, /* the slope of their natural logarithms */
    /* The growth per layer, exp of the log slope: the factor from a layer to the next one. LAYERS_BACKWARD_RATE: the
     * factor from a layer to the one before it. Theory states the growth of gradients this way, because gradients
     * are computed from the output to the input. */
    LAYERS_RATE,
    LAYERS_BACKWARD_RATE,
    LAYERS_NAMED, /* the value of the layer called `name` */
};

enum profile_point { POINT_LAST, POINT_FIRST, POINT_STEP, POINT_EPOCH };

struct profile_number {
    const char *probe;                   /* NULL: there is no profile number */
    const struct profile_column *column; /* of the probe */
    enum profile_layers layers;
    const char *name; /* the name of the layer, for LAYERS_NAMED */
    /* For a mean, a maximum, a minimum, a slope or a rate: uses only the layers `from` to `to`, counted from 1 among
     * the layers that have a value. Negative numbers count from the end: -1 is the last layer. 0, 0: all layers. */
    int from, to;
    enum profile_point point;
    double at; /* the step or the epoch, for POINT_STEP and POINT_EPOCH */
};

/* Read the values of the keys `layers` and `at` of an experiment's file: layers are given as "mean", "dense3" or
 * "log_slope 3..-3", the point as "last" or "step 10". Set fields of *n; n->name points into text. Return 0, or -1
 * after adding to `why` what is wrong. */
int profile_number_layers(struct profile_number *n, const char *text, struct text *why);
int profile_number_point(struct profile_number *n, const char *text, struct text *why);

/* Return the profile number of a trial: profile_number_value() at n's own point, profile_number_at() at the point with this
 * index among those of the trial's profiles. NaN when the trial has no profile of the probe, no such point or no such
 * layer, when a slope has fewer than two layers, or when a value has no logarithm. */
double profile_number_value(const struct profile_number *n, const struct trial_result *r);
double profile_number_at(const struct profile_number *n, const struct trial_result *r, int point);

/* Returns the index of n's own point among those of a trial; -1 when the trial has no such point. */
int profile_number_point_of(const struct profile_number *n, const struct trial_result *r);

/* True when two profile numbers of the form n are compared by their ratio: rates, and values of columns that are
 * compared by ratio. Slopes are compared by their difference. */
bool profile_number_is_ratio(const struct profile_number *n);

/* Returns unit, bounds and direction of the profile number, in the form in which metrics have them. The name is the
 * column's. */
struct metric_info profile_number_info(const struct profile_number *n);

/* Adds the number in words, such as "moments.pre_sd of the last layer" or "growth of moments.pre_sd per layer
 * (layers 3 to -3) at step 10". */
void profile_number_print(const struct profile_number *n, struct text *out);

#endif
