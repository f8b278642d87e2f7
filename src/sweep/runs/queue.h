/*
 * The trials that a run has still to start. Other runs may work on the same trials in the same folder: before a trial
 * starts, this run takes its lease (sweep/runs/lease.h), and trials that another run has finished in the meantime are left
 * out. In the end all trials are over, whichever run trained them.
 *
 * Many runs may share one file server, so a run avoids asking it about each trial. After a trial that another run has taken,
 * it leaves out a random number of trials, up to twice as many each time, until it finds one that is free. It goes through the
 * queue in such passes as long as they find free trials. Then it lists the folder once; when few of the trials that are left
 * have ended, it checks each of them, some at a time. bench/crowd counts the requests to the server.
 */
#ifndef NORMLAB_SWEEP_QUEUE_H
#define NORMLAB_SWEEP_QUEUE_H

#include "base/rng.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/survey.h"
#include <stdint.h>

struct pool_options {
    const char *root;  /* the folder that has results/ */
    int jobs;          /* the most workers at the same time */
    bool force;        /* run all trials, also those that are done or failed */
    bool retry_failed; /* run trials again that failed in an earlier run */
    bool fail_fast;    /* start no more trials after one has failed */
    bool quiet;        /* show no progress bar */
};

/* Numbers for the files <key>.h5 and <key>.failed of a trial, which change when a file is replaced; 0: there is no file. */
struct files {
    uint64_t done, failed;
};

struct queue {
    const struct sweep *sweep;
    const struct pool_options *options;
    int *trial; /* [count] indices of the trials to run, in the order in which they start */
    bool *over; /* [count] this run has started the trial, or another run has finished it */
    struct files *before; /* [count] the trials' files when the queue was filled */
    int count; /* number of trials that were neither done nor failed when the queue was filled */
    int left;  /* number of trials that are not over */
    /* [count] the number of the lease by which a run on another machine holds the trial; 0: none is known */
    unsigned char *far;
    int at;           /* position of the next trial to check */
    int jump;         /* most trials to leave out after one that another run has taken */
    struct rng jumps; /* draws how many are left out */
    bool found;       /* this pass through the queue has found a trial to start */
    bool thorough;    /* passes check every trial */
    /* by clock_seconds(), when the next trial may be checked; the next pause after checks that find no free trial */
    double pause_until_s, pause_s;
    double look_s; /* the longest time of a call of queue_next() */
    struct leases leases;
    int skipped;          /* trials that were done when the queue was filled */
    int failed;           /* trials that had failed then */
    int failed_elsewhere; /* trials that failed in other runs since then */
    int elsewhere;        /* trials that other runs have finished since then */
    double over_cost;     /* sum of the costs of the trials that ended in other runs */
    bool shared;          /* a message has said that another run works in the folder */
};

/* Fills the queue with the trials of s in the run's share that are neither done nor failed; with options->force or
 * options->retry_failed also with those. Returns the sum of their costs. queue_clear() frees q. */
double queue_fill(struct queue *q, const struct sweep *s, const struct pool_options *options);
void queue_clear(struct queue *q);

/* Takes the lease of the next trial that no other run works on. Returns the trial's index in the sweep, with the lease in
 * *lease, or -1 when there is no such trial now. Also returns -1 after a second, so that the caller can renew its leases; the
 * next call continues where this one ended. */
int queue_next(struct queue *q, struct lease *lease);

/* Puts a trial back that queue_next() returned and that has not ended: queue_next() returns it again, when no other run
 * has taken it. The caller ends the lease. */
void queue_put_back(struct queue *q, int trial);

#endif
