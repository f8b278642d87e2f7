/*
 * Results in memory and in files. A trial is one file, results/<experiment>/<key>.h5; the merged
 * results/<experiment>.h5 holds a sweep's trials in one table. Schema version 2:
 *
 *   trial file   /config           a group; one text attribute per key of the trial's configuration
 *                /curves/<metric>  [epoch], a value per point, dimension scale /epoch: float64, epochs
 *                                  done at the point, 0, 0.25, 0.5, ... where evals_per_epoch=4
 *                root attributes   schema, experiment, experiment_version, key, status, message,
 *                                  seconds, peak_bytes, parameters, steps, norm_positions,
 *                                  data_sha256, and the provenance
 *   merged file  /trials           compound: key, one column per axis (int64 or float64 where
 *                                  all its values are numbers, else text), seed (int64), status,
 *                                  message, each metric's final value, seconds, peak_bytes,
 *                                  parameters, steps, norm_positions, source_commit, data_sha256, config (text);
 *                                  where an axis has a name of these (lr), they are called
 *                                  result_<name>
 *                /curves/<metric>  [trial, epoch], dimension scales /trial and /epoch; over the
 *                                  epochs of all trials' points, NaN where a trial has no point.
 *                                  Metrics that no trial measured have none, nor have those that
 *                                  the attribute left_out of /curves names ("step_ms pad_change")
 *                root attributes   schema, experiment, experiment_version, axes ("panel norm
 *                                  batch"), data_sha256 (all that occur), and the provenance
 *
 * Text is of fixed length in /trials, and of variable length everywhere else.
 *
 * Which metrics have their curves in a merged file is a column of train/metrics.def, whatever the size of the file. Of
 * the others it has the final values, in /trials, alone: read back, such a curve has its last point and NaN before it.
 * The trials' files have all curves. Files from before there was that column left out others; results that were read
 * from them leave these out again.
 *
 * Schema 1, which is read as well: text of variable length everywhere, no data_sha256 in /trials, a
 * curve for each metric. Files from before there was evals_per_epoch have whole numbers in /epoch. What a
 * file lacks is NaN.
 */
#ifndef NORMLAB_STORE_STORE_H
#define NORMLAB_STORE_STORE_H

#include "base/formats/config.h"
#include "train/trial.h"
#include <stdint.h>

#define STORE_SCHEMA 2
#define TRIAL_KEY    17 /* 16 hexadecimal digits and NUL */

struct record { /* a finished trial */
    char key[TRIAL_KEY];
    int64_t seed;
    struct config config; /* complete */
    struct trial_result result;
    struct config
        origin; /* the provenance of a trial's file; in a merged one's records source_commit alone */
};

struct results { /* a sweep */
    char *experiment;
    int version;
    char **axis; /* names; without seed */
    int axes;
    struct record *record; /* in the sweep's order */
    int records;
    struct config
        provenance;         /* as in the merged file's root attributes: the trials' own, values that
                                 differ joined by "; ", and time and command line of the merge */
    bool left_out[METRICS]; /* metrics of whose curves these results have the last points alone */
};

/* A record's value of an axis or any other key; "" when it has none. */
const char *record_get(const struct record *r, const char *key);

/* True when the records have several values of the key. */
bool results_vary(const struct results *r, const char *key);

/* True when the metric's curves are whole. False when the file that they were read from left them out: then all points
 * but the last are NaN, whatever the trials measured. */
bool results_have_curve(const struct results *r, enum metric m);

/* The key of one configuration, complete and canonical, of an experiment at a version. */
void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY]);

void record_clear(struct record *r);
void results_clear(struct results *r);

/* Facts about this process that go with every result: schema, normlab version, source commit (and
 * "-dirty"), compiler, flags, build type, real, CPU, libraries with versions, BLAS kernel, threads,
 * host, time, command line. (provenance.c) */
void provenance_collect(struct config *c, const char *command_line);

/* The commit that this program was built from, "0123456789ab" or "0123456789ab-dirty"; "unknown" outside a checkout. */
const char *source_commit(void);

/* True when any of the builds "a; b; c-dirty" had changes that its commit has not. NULL is none. */
bool source_is_dirty(const char *commits);

/* Writes a trial's file. 0 or -1 after a message. */
int store_trial_write(const char *path, const char *experiment, int version,
                      const struct record *record, const struct config *provenance);

/* Reads one back, its configuration completed as trial_complete() does today, and the key of that. 0 or -1 after a message. */
int store_trial_read(const char *path, struct record *record);

/* Writes the merged file, and marks in `left_out` what curves it has not. 0 or -1 after a message. */
int store_merged_write(const char *path, struct results *results);

/* Reads one; results_clear() frees. 0 or -1 after a message. */
int store_merged_read(const char *path, struct results *results);

/* Reads a file of either kind; a trial's becomes a sweep of one, without axes, its provenance the
 * trial's. */
int store_read(const char *path, bool *merged, struct results *results);

/* Long form to standard output, one line per trial, metric and point, of the fields
 *
 *   experiment,key,<axes>,<settings>,seed,status,metric,unit,epoch,value
 *
 * where the settings are those keys of configurations, other than axes and the seed, that vary among the records.
 * JSON lines hold the same. NaN and infinities are null there and empty in CSV. Texts are quoted by
 * RFC 4180 and RFC 8259; lines end in LF. 0 or -1 after a message. */
int store_export_csv(const struct results *results);
int store_export_json(const struct results *results);

#endif
