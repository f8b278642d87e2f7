/*
 * Runs the trials of a sweep. Each trial has its own process, the worker, which writes the trial's file. A trial is
 * done exactly when its file exists or the merged file has its row. A sweep can therefore be killed at any time and
 * started again.
 */
#ifndef NORMLAB_SWEEP_WORKERS_H
#define NORMLAB_SWEEP_WORKERS_H

#include "sweep/sweep.h"

struct pool_options {
    const char *root;  /* the folder that has results/ */
    int jobs;          /* the most workers at the same time */
    bool force;        /* run all trials, also those that are done or failed */
    bool retry_failed; /* run trials again that failed in an earlier run */
    bool fail_fast;    /* start no more trials after one has failed */
    bool quiet;        /* show no progress bar */
};

struct pool_outcome {
    int finished; /* trials that this run finished */
    int skipped;  /* trials that were done before */
    /* trials that failed in this run, or in an earlier run without being run again */
    int failed;
    int signal; /* the signal that ended the run: SIGINT, SIGTERM, SIGUSR1 or SIGUSR2; else 0 */
    /* SIGUSR1 or SIGUSR2 came: trials that are left to do, and how many of these have a checkpoint from which they go on */
    int left, checkpointed;
};

/* Runs all trials of s that are not done, and fills outcome. SIGINT and SIGTERM kill the workers. After SIGUSR1 or SIGUSR2
 * no trial is started, and the workers save checkpoints (store/checkpoint.h) and end. Returns 0, also when trials failed or a signal ended the
 * run. Returns -1 after a message when workers could not be started or a trial's file could not be written, as on a
 * full disk; then no more trials are started. The message of a failed trial is printed and written to <key>.failed;
 * later runs do not run this trial unless retry_failed or force. A trial whose worker was killed by a signal has no
 * such file and is run again by the next run. */
int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome);

enum trial_state { STATE_MISSING, STATE_DONE, STATE_FAILED };

/* The state of trial s->trial[trial], from its files and its field `merged`. */
enum trial_state pool_state(const struct sweep *s, const char *root, int trial);

#endif
