/* The state of each trial of a sweep: done (it has an outcome: done, diverged or refused), failed or missing; and whether
 * a process of this run or of another one has a lease for it. */
#ifndef NORMLAB_SWEEP_RUNS_SURVEY_H
#define NORMLAB_SWEEP_RUNS_SURVEY_H

#include "sweep/sweep.h"

enum trial_state { STATE_MISSING, STATE_DONE, STATE_FAILED, TRIAL_STATES };

struct survey {
    enum trial_state *state; /* [trials] */
    int count[TRIAL_STATES]; /* number of trials in each state */
    bool *leased; /* [trials] the trial has a lease (sweep/runs/lease.h), which may be stale */
};

/* Finds the states of all trials of s. It lists the folder of the trials' files once and opens no file, so that it is
 * fast for many trials, too. Call merge_mark() for s before: it marks the trials that are in the merged file. Without
 * the mark, a trial that is in the merged file counts as missing when its own file was removed. survey_clear() frees v. */
void survey_init(struct survey *v, const struct sweep *s, const char *root);
void survey_clear(struct survey *v);

/* Returns the state of trial s->trial[trial], from its files and its field `merged`. For many trials, survey_init() is
 * faster. */
enum trial_state sweep_trial_state(const struct sweep *s, const char *root, int trial);

/* How fast trials finish, on all machines together. */
struct pace {
    /* The number of trials that finished in the last hour, without the first of them, divided by the hours since this
     * first trial finished. NaN: fewer than two trials finished. */
    double trials_per_hour;
    /* Hours until no trial is missing, if the trials that finish in an hour have as much cost (struct sweep_trial) as those of
     * the last hour; NaN: not known. */
    double hours_left;
};

/* Computes the pace from the time stamps of the trial files. now_s: the present time in seconds since 1970, by the clock
 * of the file server. */
struct pace survey_pace(const struct survey *v, const struct sweep *s, const char *root,
                        double now_s);

#endif
