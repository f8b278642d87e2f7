/*
 * Runs the trials of a sweep. Each trial has its own process, the worker, which writes the trial's file. A trial is done
 * exactly when its file exists or the merged file has its row. So a run may be killed at any time; the next one continues.
 */
#ifndef NORMLAB_SWEEP_WORKERS_H
#define NORMLAB_SWEEP_WORKERS_H

#include "sweep/runs/queue.h"

/* What became of the trials. All numbers count trials. */
struct pool_outcome {
    int finished;  /* trials that this run finished */
    int skipped;   /* trials that were done before */
    int elsewhere; /* trials that other runs in the same folder finished meanwhile */
    /* trials that failed in this run; in an earlier run, and were not run again; or in another run meanwhile */
    int failed;
    int signal; /* the signal that ended the run: SIGINT, SIGTERM, SIGUSR1 or SIGUSR2; else 0 */
    /* after SIGUSR1 or SIGUSR2: the number of trials that have not ended, and how many of these have a checkpoint */
    int left, checkpointed;
};

/* True when at least one trial has a result, of this run or of another. */
static inline bool pool_has_results(const struct pool_outcome *o)
{
    return o->finished + o->skipped + o->elsewhere > 0;
}

/* Runs all trials of s that are not done, and fills outcome. Other runs in the same folder share the trials with this one
 * (sweep/runs/queue.h). Ends when all trials have ended, also those that other runs work on. SIGINT and SIGTERM kill the
 * workers. After SIGUSR1 or SIGUSR2 no trial is started, and the workers save checkpoints (store/saved/checkpoint.h) and end.
 *
 * Returns 0, also when trials failed or a signal ended the run. Returns -1 after a message when workers could not be started
 * or a trial's file could not be written, as on a full disk; then no more trials are started.
 *
 * The message of a failed trial is printed. When its configuration is wrong, the message is also written to <key>.failed, and
 * later runs leave the trial out, unless options->retry_failed or options->force is true. After other failures, as for lack of
 * memory, a missing library or a signal, there is no such file, and the next run runs the trial again. */
int pool_run(const struct sweep *s, const struct pool_options *options,
             struct pool_outcome *outcome);

#endif
