/*
 * Runs the trials of a sweep, each in a process of its own that writes a file of its own. A trial is done if its file
 * exists or the merged file holds its row, and in no other case: so a sweep may be killed at any moment and started
 * again.
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
    int skipped;  /* done before */
    int failed;   /* in this run, or before and not retried */
    int signal;   /* 0, or the SIGINT or SIGTERM that ended the run */
};

/* 0; or -1 after a message when trials could not be run, or a trial's file could not be written, as on a full disk;
 * then no more trials are started. A trial that fails prints its own message, which is kept in <key>.failed: it is
 * run again only with retry_failed. A trial that a signal killed leaves nothing and is run again next time. */
int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome);

enum trial_state { STATE_MISSING, STATE_DONE, STATE_FAILED };

/* What the folder and the merged file (merge_mark()) say of a trial. */
enum trial_state pool_state(const struct sweep *s, const char *root, int trial);

#endif
