/*
 * Runs the trials of a sweep, each a process of its own and a file of its own. A trial whose file
 * exists, or whose row the merged file holds, is done; nothing else decides, so a sweep may be killed at
 * any moment and started again.
 */
#ifndef NORMLAB_SWEEP_WORKERS_H
#define NORMLAB_SWEEP_WORKERS_H

#include "sweep/sweep.h"

struct pool_options {
    const char *root;  /* folder that holds results/ */
    int jobs;          /* worker processes at a time */
    bool force;        /* run finished trials again */
    bool retry_failed; /* run trials again that failed with a message */
    bool fail_fast;    /* start no more trials after a failure */
    bool quiet;        /* no progress */
};

struct pool_outcome {
    int finished; /* in this run */
    int skipped;  /* were there before */
    int failed;   /* in this run, or before and not retried */
    int signal;   /* 0, or the SIGINT or SIGTERM that ended the run */
};

/* 0, or -1 after one message when no more could be run. A failing trial prints its own message; one
 * that says why it failed leaves it in <key>.failed and is not run again unless asked for; one that
 * a signal killed leaves nothing and is run again next time. When a trial's file cannot be written,
 * as on a full disk, no more are started and the run returns -1. */
int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome);

enum trial_state { STATE_MISSING, STATE_DONE, STATE_FAILED };

/* What the folder and the merged file (merge_mark()) say of a trial. */
enum trial_state pool_state(const struct sweep *s, const char *root, int trial);

#endif
