/*
 * Results in memory and in files. Each trial has a file, results/<experiment>/<key>.h5. The merged file
 * results/<experiment>.h5 has all trials of an experiment in one table. Schema version 2:
 *
 *   trial file   /config           a group; one text attribute per key of the trial's configuration
 *                /curves/<metric>  [epoch], a value per point, dimension scale /epoch: float64, epochs done at the
 *                                  point, 0, 0.25, 0.5, ... where evals_per_epoch=4
 *                /all_curves       [metric, epoch]: the same curves in one array, fast to read; the text attribute
 *                                  metrics names its rows. Files of older versions lack it
 *                /profiles/<probe> [point, layer, column], what a probe measured (train/profile.h): float64; text
 *                                  attributes units_<column> and description_<column>; dimension scales /scales/point
 *                                  (0, 1, ...), and the names in /scales/<probe>_layer and /scales/<probe>_column
 *                /profiles/step, /profiles/epoch
 *                                  [point], the training steps and epochs before the point. Trials without probes have
 *                                  no group /profiles
 *                /test_mistakes    [byte], uint8: a bit for each test sample, 1 where it is wrong (train/mistakes.h); the
 *                                  attribute samples is their number. Only in files of trials with test_mistakes=1
 *                                  that are done
 *                root attributes   schema, experiment, experiment_version, configuration (that of /config as one text),
 *                                  key, status, message, seconds, peak_bytes,
 *                                  parameters, steps, norm_positions, probe_seconds, data_sha256, and the provenance
 *   merged file  /trials           compound: key, one column per axis (int64 or float64 where all its values are
 *                                  numbers, else text), seed (int64), status, message, each metric's final value,
 *                                  seconds, peak_bytes, parameters, steps, norm_positions, probe_seconds,
 *                                  source_commit, isa, host, data_sha256, config (text). A metric's column that would have the
 *                                  name of an axis, such as lr, is called result_<name>
 *                /curves/<metric>  [trial, epoch], dimension scales /trial and /epoch; /epoch has every epoch at
 *                                  which some trial has a point; other trials have NaN there. Absent: metrics that no
 *                                  trial measured, and those named in the attribute left_out of /curves, as "step_ms
 *                                  pad_change"
 *                /profiles/<probe> [trial, point, layer, column], as in trial files; /profiles/step and /profiles/epoch
 *                                  [trial, point]. The layers are the union over all trials, in their order. NaN
 *                                  where a trial has no such point, layer or probe, and in trials with fresh
 *                                  seeds where no claim reads the value (claimed in sweep/plan.h)
 *                /profiles/<probe>_layers
 *                                  [trial, layer], int64: 1 where the trial's net has the layer
 *                /test_mistakes    [trial, byte], as in trial files; /test_samples [trial], int64: their number; 0: the
 *                                  trial has none. Files in which no trial has any lack both
 *                root attributes   schema, experiment, experiment_version, axes ("panel norm batch"), data_sha256 (of
 *                                  all trials), and the provenance
 *
 * Text is of fixed length in /trials, and of variable length everywhere else.
 *
 * Trial files have the curves of all metrics. Merged files have the curves of those metrics for which the column `merged`
 * of train/metrics.def says CURVE. Of other metrics, a merged file has only the final values, in /trials. When the file is
 * read, such a curve gets its last point, and NaN at all points before. Older merged files left out a different set of
 * curves. A curve that such a file lacks is also left out when its results are written again.
 *
 * When profiles are read, a trial has the points with a step, and all layers of its net, also those without a value, so
 * that layers have the same numbers in both kinds of files. When a merged file lacks /profiles/<probe>_layers, a trial has
 * the layers with a value. Probes and columns that this normlab does not know are skipped. A column that a file lacks is
 * read as NaN.
 *
 * Files of schema 1 can also be read: they have text of variable length everywhere, no data_sha256 in /trials, and a
 * curve for each metric. Files older than the key evals_per_epoch have whole numbers in /epoch. A number that a file
 * lacks is read as NaN.
 */
#ifndef NORMLAB_STORE_STORE_H
#define NORMLAB_STORE_STORE_H

#include "base/formats/config.h"
#include "base/list.h"
#include "base/map.h"
#include "train/trial.h"
#include <stdint.h>

#define STORE_SCHEMA 2
#define TRIAL_KEY    17 /* bytes of a trial's key: 16 hexadecimal digits and NUL */

/* A trial that has ended. */
struct record {
    char key[TRIAL_KEY];
    int64_t seed;
    struct config config; /* complete: every key has a value */
    struct trial_result result;
    /* The provenance of the trial. Read from a trial file, it is complete; read from a merged file, it has only
     * source_commit, isa and host. */
    struct config origin;
};

struct results {
    char *experiment;
    int version;
    char **axis; /* [axes] names of the axes; "seed" is not one */
    int axes;
    struct record *record; /* [records] in the order of the merged file's rows */
    int records;
    /* The root attributes of the merged file: the provenance of the trials, with different values joined by "; ",
     * and the time and command line of the merge. */
    struct config provenance;
    /* [metric] true when the curves of this metric have only their last points */
    bool left_out[METRICS];
};

/* Returns the value of a key in the record's configuration; "" when there is none. */
const char *record_get(const struct record *r, const char *key);

/* True when not all records have the same value of the key. */
bool results_vary(const struct results *r, const char *key);

/* Returns all keys of the records' configurations, in the order in which these have them. list_clear() frees it. */
struct list results_keys(const struct results *r);

/* Returns all keys whose values vary among the records, in the order in which their configurations have them.
 * list_clear() frees it. */
struct list results_varying(const struct results *r);

/* True when the results have the whole curves of the metric. False when they were read from a file without them: all
 * points except the last are then NaN. */
bool results_have_curve(const struct results *r, enum metric m);

/* True when some trial has a value of the metric at some point. */
bool results_measured(const struct results *r, enum metric m);

/* Writes to `key` the key of the trial with this complete and canonical configuration, in this version of the
 * experiment. */
void store_key(const char *experiment, int version, const struct config *complete,
               char key[TRIAL_KEY]);

void record_clear(struct record *r);
void results_clear(struct results *r);

/* Sets the provenance of this process's results in c: schema, normlab version, source commit (with "-dirty"),
 * compiler, flags, build type, the type of real numbers (float or double), CPU, instruction set of the kernels, libraries
 * with versions, threads of OpenBLAS, host, operating system, time, command line. */
void provenance_collect(struct config *c, const char *command_line);

/* Returns the commit that this program was built from, such as "0123456789ab", or "0123456789ab-dirty" if there were
 * uncommitted changes; "unknown" if it was not built in a git checkout. */
const char *source_commit(void);

/* Returns normlab's version, such as "0.2.0". */
const char *source_version(void);

/* True when a commit in the list "a; b; c-dirty" is dirty: its build had uncommitted changes. False when commits is
 * NULL. */
bool source_is_dirty(const char *commits);

/* Writes a trial file. provenance: what the file records; that in record->origin is not used. Returns 0, or -1 after a
 * message. */
int store_trial_write(const char *path, const char *experiment, int version,
                      const struct record *record, const struct config *provenance);

/* A cache of complete configurations, that is, those in which trial_complete() has given every key a value. Most trials of
 * an experiment differ only in the seed, and completing a configuration is slow. Zero-initialize it; canon_clear() frees
 * it. */
struct canon {
    /* [count] a text for each configuration before completion, without the seed: store_label() or canon_label() */
    struct list labels;
    struct map index;        /* from a label to its index */
    struct config *complete; /* [count] the complete configurations */
    int count;
};
void canon_clear(struct canon *known);

/* Returns a text with all keys of the configuration, and all values except that of the seed: a new string. Two
 * configurations have equal texts when they differ at most in the seed. */
char *store_label(const struct config *c);

/* Reads a trial file. Keys that its configuration lacks get the values that older trials had (trial_add_former_defaults())
 * or the defaults of this program, by trial_complete(); record->key is the hash of the completed configuration. When trial_complete() refuses the configuration, the record
 * has configuration and key as the file has them. Returns 0, and record_clear() frees the record; or -1 after a message,
 * with nothing to free. */
int store_trial_read(const char *path, struct record *record);

/* Writes a merged file, and sets results->left_out for the metrics whose curves it does not have. Returns 0, or -1
 * after a message. */
int store_merged_write(const char *path, struct results *results);

/* Reads a merged file. Returns 0, and results_clear() frees the results; or -1 after a message, with nothing to
 * free. */
int store_merged_read(const char *path, struct results *results);

/* Reads a merged file or a trial file, and sets *merged to true for a merged file. A trial file becomes results with
 * one record, no axes and the trial's provenance. Returns 0, and results_clear() frees the results; or -1 after a
 * message, with nothing to free. */
int store_read(const char *path, bool *merged, struct results *results);

/* Like store_read(), for reading many files: stores complete configurations in `known`, which makes the next calls
 * faster. Returns STORE_UNREAD instead of -1 when the machine failed, as for lack of memory or a broken disk: the file
 * itself may be good. */
#define STORE_UNREAD (-2)
int store_read_next(struct canon *known, const char *path, bool *merged, struct results *results);

#endif
