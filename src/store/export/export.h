/*
 * Results for other programs. store_export() and store_export_profiles() print them in long form, a line for each value;
 * store_export_wide() prints a line for each trial; store_export_mlflow() writes them as runs of MLflow.
 */
#ifndef NORMLAB_STORE_EXPORT_EXPORT_H
#define NORMLAB_STORE_EXPORT_EXPORT_H

#include "store/store.h"

/* The format of exported lines. */
enum export_how {
    EXPORT_CSV,
    EXPORT_JSON,
    EXPORT_SPREADSHEET, /* CSV, where no text is a formula (csv_cell()) */
};

/* Prints the results in long form to standard output: one line for each trial, metric and point, with the fields
 *
 *   experiment,key,<axes>,<settings>,seed,status,metric,unit,epoch,value
 *
 * where the settings are the keys that are not axes and whose values vary among the records. CSV begins with a line
 * of these names. JSON has one object per line, with the same fields. NaN and infinities are null in JSON and empty
 * in CSV. Texts are quoted as in RFC 4180 (CSV) and RFC 8259 (JSON); lines end in LF. Returns 0, or -1 after a
 * message. */
int store_export(const struct results *results, enum export_how how);

/* Prints profiles in long form to standard output, as store_export() prints metrics: one line for each trial, point,
 * layer and column of a probe (NULL: of all probes), with the fields
 *
 *   experiment,key,<axes>,<settings>,seed,status,probe,layer,k,unit,step,epoch,value
 *
 * where k is the name of the column. Returns 0, or -1 after a message. */
int store_export_profiles(const struct results *results, const char *probe, enum export_how how);

/* Prints one line for each trial to standard output, as Weights & Biases exports the runs of a project, with the fields
 *
 *   experiment,key,status,<configuration>,<metrics>,seconds,peak_bytes,parameters,steps,data_sha256
 *
 * where <configuration> stands for all keys of all trials, and <metrics> for the metrics of which some trial has a final
 * value. A trial that diverged or was refused has no final values. A metric with the name of a key, such as lr, is
 * called result_<name>. In JSON, values of the configuration that are numbers are numbers. Returns 0, or -1 after a
 * message. */
int store_export_wide(const struct results *results, enum export_how how);

/*
 * Writes the trials as runs of an experiment of MLflow to the folder, which is made when it is missing. The folder is then a
 * file store of MLflow, as mlruns/ is, and `mlflow ui --backend-store-uri FOLDER` shows it. Its files, as MLflow's own
 * file_store.py reads them:
 *
 *   <experiment id>/meta.yaml              the experiment
 *   <experiment id>/<run id>/meta.yaml     the run: its name, times and status (3 finished; 4 failed, for trials that
 *                                          diverged or were refused)
 *   .../params/<key>                       the value of a key of the configuration
 *   .../metrics/<metric>                   a line "milliseconds value step" for each point with a value; the step is the
 *                                          number of the point: the epoch, unless evals_per_epoch is above 1
 *   .../tags/<tag>                         mlflow.runName and others; normlab.key, normlab.status, ...
 *
 * The identifiers follow from the experiment's name and the trials' keys. A run that exists already is not changed, so that
 * it keeps the notes and tags that a user gave it. A new one appears when it is complete. Sets *added to the number of new
 * runs, and *existing to the number of runs that existed already. Returns 0, or -1 after a message.
 */
int store_export_mlflow(const struct results *results, const char *folder, int *added,
                        int *existing);

#endif
