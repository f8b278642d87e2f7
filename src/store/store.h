/*
 * Results in memory and in files. A trial is one file, results/<experiment>/<key>.h5; the merged file
 * results/<experiment>.h5 holds the trials of an experiment in one table. Schema version 2:
 *
 *   trial file   /config           a group; one text attribute per key of the trial's configuration
 *                /curves/<metric>  [epoch], a value per point, dimension scale /epoch: float64, epochs done at the
 *                                  point, 0, 0.25, 0.5, ... where evals_per_epoch=4
 *                root attributes   schema, experiment, experiment_version, key, status, message, seconds, peak_bytes,
 *                                  parameters, steps, norm_positions, data_sha256, and the provenance
 *   merged file  /trials           compound: key, one column per axis (int64 or float64 where all its values are
 *                                  numbers, else text), seed (int64), status, message, each metric's final value,
 *                                  seconds, peak_bytes, parameters, steps, norm_positions, source_commit, data_sha256,
 *                                  config (text). A result with the name of an axis (lr) is called result_<name>
 *                /curves/<metric>  [trial, epoch], dimension scales /trial and /epoch; /epoch joins the points of all
 *                                  trials, NaN where a trial has no point. Absent: metrics that no trial measured, and
 *                                  those that the attribute left_out of /curves names ("step_ms pad_change")
 *                root attributes   schema, experiment, experiment_version, axes ("panel norm batch"), data_sha256 (of
 *                                  all trials), and the provenance
 *
 * Text is of fixed length in /trials, and of variable length everywhere else.
 *
 * A column of train/metrics.def says which metrics have their curves in a merged file. Of the others it has the final
 * values alone, in /trials: read back, such a curve has its last point and NaN before it. Trials' files have all
 * curves. Merged files that are older than the column left out others; results that were read from them leave these
 * out again.
 *
 * Schema 1 is read as well: text of variable length everywhere, no data_sha256 in /trials, a curve for each metric.
 * Files that are older than evals_per_epoch have whole numbers in /epoch. What a file lacks is NaN.
 */
#ifndef NORMLAB_STORE_STORE_H
#define NORMLAB_STORE_STORE_H

#include "base/formats/config.h"
#include "train/trial.h"
#include <stdint.h>

#define STORE_SCHEMA 2
#define TRIAL_KEY    17 /* 16 hexadecimal digits and NUL */

struct record {
    char key[TRIAL_KEY];
    int64_t seed;
    struct config config; /* complete */
    struct trial_result result;
    struct config
        origin; /* the provenance in a trial's file; of a merged file's record source_commit alone */
};

struct results {
    char *experiment;
    int version;
    char **axis; /* names, without seed */
    int axes;
    struct record *record; /* a merged file's rows, in their order */
    int records;
    struct config
        provenance; /* root attributes of the merged file: the trials' provenance, different values joined by
                                 "; ", and time and command line of the merge */
    bool left_out
        [METRICS]; /* true for metrics of whose curves these results have only the last points */
};

/* A record's value of an axis or any other key; "" when it has none. */
const char *record_get(const struct record *r, const char *key);

/* True when the records have several values of the key. */
bool results_vary(const struct results *r, const char *key);

/* True when the metric's curves are whole. False when they were read from a file that left them out: then all points
 * but the last are NaN. */
bool results_have_curve(const struct results *r, enum metric m);

/* The key of one configuration, complete and canonical, of an experiment at a version. */
void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY]);

void record_clear(struct record *r);
void results_clear(struct results *r);

/* Sets facts about this process, which go with every result: schema, normlab version, source commit (and "-dirty"),
 * compiler, flags, build type, real, CPU, libraries with versions, threads, host, time, command line. */
void provenance_collect(struct config *c, const char *command_line);

/* The commit that this program was built from, "0123456789ab" or "0123456789ab-dirty"; "unknown" outside a checkout. */
const char *source_commit(void);

/* True when one of the builds "a; b; c-dirty" had changes that were not committed. commits may be NULL. */
bool source_is_dirty(const char *commits);

/* Writes a trial's file. 0 or -1 after a message. */
int store_trial_write(const char *path, const char *experiment, int version,
                      const struct record *record, const struct config *provenance);

/* Reads one back, its configuration completed as trial_complete() does today, and the key of that. 0 or -1 after a
 * message. */
int store_trial_read(const char *path, struct record *record);

/* Writes the merged file, and sets `left_out` for the curves that it does not hold. 0 or -1 after a message. */
int store_merged_write(const char *path, struct results *results);

/* Reads one; results_clear() frees. 0 or -1 after a message. */
int store_merged_read(const char *path, struct results *results);

/* Reads a file of either kind, which *merged tells. A trial's file becomes results of one record, without axes and
 * with the trial's provenance. results_clear() frees. 0 or -1 after a message. */
int store_read(const char *path, bool *merged, struct results *results);

/* Prints the results in long form to standard output: a line for each trial, metric and point, of the fields
 *
 *   experiment,key,<axes>,<settings>,seed,status,metric,unit,epoch,value
 *
 * where the settings are the keys that are no axes and vary among the records. JSON lines hold the same. NaN and
 * infinities are null in JSON and empty in CSV. Texts are quoted by RFC 4180 and RFC 8259; lines end in LF. 0 or -1
 * after a message. */
int store_export_csv(const struct results *results);
int store_export_json(const struct results *results);

#endif
