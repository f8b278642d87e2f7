/*
 * The curves of trials that run. A worker (workers.h) writes what it has measured so far to a small file in the folder of
 * the trials' files, and removes it when the trial has ended; `normlab watch` reads it. Nothing depends on it: when it
 * cannot be written, the trial goes on without it.
 *
 * The file's name is KEY.curve with the suffix of temporary files. So the file of a killed worker is a leftover, which
 * folder_sweep() (base/system/file.h) removes. Its lines are
 *
 *   normlab curve 1 POINTS EVALS_PER_EPOCH
 *   KEY=VALUE...                        the configuration of the trial
 *   point,train_loss,train_error,...    the metrics whose curves merged files keep
 *   0,,,2.31,90.4,...                   a line for each point; an empty field is no number
 */
#ifndef NORMLAB_SWEEP_LIVE_CURVE_H
#define NORMLAB_SWEEP_LIVE_CURVE_H

#include "base/list.h"
#include "train/trial.h"

/* The file that a worker writes. A writer of zeros has no file, and may be ended. */
struct curve_writer {
    char *trial_file; /* path of KEY.h5 */
    char *path;       /* path of the file; NULL: there is none yet */
    int file;         /* its descriptor */
    int points;       /* number of points that it has */
    double last_s;    /* when it was last written, or when the trial began, by clock_seconds() */
    bool failed;      /* it could not be written; no more attempts are made */
};

/* Prepares the curves of the trial whose result will be trial_file, without making the file. curve_writer_end() removes
 * the file and frees w. */
void curve_writer_init(struct curve_writer *w, const char *trial_file);
void curve_writer_end(struct curve_writer *w);

/* Writes the points of the result up to `point` that the file does not have yet. Does nothing in the first second of the trial
 * and within a second after the last write, so that a short trial has no file; a later call then writes the points. config:
 * the trial's configuration. Prints no message when it fails. */
void curve_writer_add(struct curve_writer *w, const struct config *config,
                      const struct trial_result *r, int point);

/* What such a file says. */
struct live_curve {
    struct config config;   /* of the trial */
    int last;               /* the last point that the trial will have */
    int evals_per_epoch;    /* as in struct trial_result */
    int points;             /* number of points so far, from point 0 on */
    double *value[METRICS]; /* [points] of each metric; NULL where the file has none */
};

/* Adds to `names` the names of the files in the folder that have curves of running trials. */
void live_curve_list(struct list *names, const char *folder);

/* Reads the curves of the running trial with this key. names: from live_curve_list(). A trial that another run has taken over
 * may have several files; the newest is read. Returns false when there is no file, or none with a point. live_curve_clear()
 * frees c in both cases. */
bool live_curve_read(struct live_curve *c, const char *folder, const struct list *names,
                     const char *key);
void live_curve_clear(struct live_curve *c);

#endif
