/*
 * The trials that a run has still to start. Other runs may work on the same trials in the same folder: before a trial
 * starts, this run takes its lease (sweep/runs/lease.h), and trials that another run has ended in the meantime leave the
 * queue. In the end all trials have ended, whichever run trained them.
 *
 * Many runs may share one file server, so a run avoids asking it about each trial. After a trial that another run has
 * taken, the run skips a random number of trials. The limit of this number doubles each time, until the run finds a free
 * trial. The run goes through the queue in such passes as long as a pass finds a free trial. After a pass that finds none,
 * it lists the folder once. When the listing shows that few of the waiting trials have ended, it checks each of them, some
 * at a time. bench/crowd counts the requests to the server.
 */
#ifndef NORMLAB_SWEEP_QUEUE_H
#define NORMLAB_SWEEP_QUEUE_H

#include "base/rng.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/survey.h"
#include <stdint.h>

/* How to run the trials of a sweep. */
struct pool_options {
    const char *root;  /* the folder that has results/ */
    int jobs;          /* the most workers at the same time */
    bool force;        /* run all trials, also those that are done or failed */
    bool retry_failed; /* run trials again that failed in an earlier run */
    bool fail_fast;    /* start no more trials after one has failed */
    bool quiet;        /* show no progress bar */
};

/* A number for the file <key>.h5 of a trial, and one for <key>.failed. The number changes when the file is replaced; 0:
 * there is no such file. */
struct files {
    uint64_t done, failed;
};

struct queue {
    const struct sweep *sweep;
    const struct pool_options *options;
    int count;  /* number of trials with which the queue was filled */
    int *trial; /* [count] their indices in the sweep, in the order in which they start */
    /* [count] the trial has left the queue: this run has started it, or another run has ended it */
    bool *removed;
    struct files *before; /* [count] the trials' files when the queue was filled */
    int waiting;          /* number of trials that have not left the queue */
    /* [count] the number of the lease by which a run on another machine holds the trial; 0: none is known */
    unsigned char *remote_lease;
    int at;               /* position of the next trial to check */
    int skip_most;        /* the most trials to skip after one that another run has taken */
    struct rng skip_rng;  /* draws how many are skipped */
    bool found;           /* this pass through the queue has found a trial to start */
    bool thorough;        /* passes check every trial */
    double pause_until_s; /* when the next trial may be checked, by clock_seconds() */
    double pause_s;       /* the next pause after checks that find no free trial */
    double call_s;        /* the longest time of a call of queue_next() */
    struct leases leases;
    int skipped; /* trials that were done when the queue was filled, and are not run again */
    int failed;  /* trials that had failed then, and are not run again */
    int failed_elsewhere;  /* trials that failed in other runs since then */
    int elsewhere;         /* trials that other runs have finished since then */
    double elsewhere_cost; /* sum of the costs of the trials that ended in other runs */
    /* another run is known to work in the folder; a message has said so, unless options->quiet */
    bool shared;
};

/* Fills the queue with the trials of s that are neither done nor failed; with options->retry_failed also with those that have
 * failed, with options->force with all. A trial whose file is damaged counts as missing, after a warning. Returns the sum of
 * the costs of the trials in the queue. queue_clear() frees q. */
double queue_fill(struct queue *q, const struct sweep *s, const struct pool_options *options);
void queue_clear(struct queue *q);

/* Takes the lease of the next trial that no other run works on. Returns the trial's index in the sweep, with the lease
 * in *lease; or -1 when no such trial was found, or during a pause between checks. A call searches for a second at most,
 * so that the caller can renew its leases; the next call continues where this one ended. */
int queue_next(struct queue *q, struct lease *lease);

/* Puts a trial back that queue_next() returned and that has not ended: queue_next() returns it again, when no other run
 * has taken it. The caller ends the lease. */
void queue_put_back(struct queue *q, int trial);

#endif
