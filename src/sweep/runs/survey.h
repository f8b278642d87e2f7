/* What has become of the trials of a sweep so far: done, failed, or running in this or another run. */
#ifndef NORMLAB_SWEEP_RUNS_SURVEY_H
#define NORMLAB_SWEEP_RUNS_SURVEY_H

#include "sweep/sweep.h"

enum trial_state { STATE_MISSING, STATE_DONE, STATE_FAILED, TRIAL_STATES };

struct survey {
    enum trial_state *state; /* [trials] */
    int count[TRIAL_STATES]; /* number of trials in each state */
    bool *leased; /* [trials] the trial has a lease (sweep/runs/lease.h), which may be stale */
};

/* Looks at all trials of s. It lists the folder once, and reads no file: this is fast also for many trials. merge_mark()
 * must have been called for trials whose rows are in the merged file. survey_clear() frees v. */
void survey_init(struct survey *v, const struct sweep *s, const char *root);
void survey_clear(struct survey *v);

/* The state of trial s->trial[trial], from its files and its field `merged`. For one trial: survey_init() is faster for
 * many. */
enum trial_state pool_state(const struct sweep *s, const char *root, int trial);

/* How fast trials finish, on all machines together. */
struct pace {
    /* trials that finished in the last hour, or since the first trial of the last hour began, per hour; NaN: none did */
    double trials_per_hour;
    /* Hours until all trials are over, if they go on as in the last hour; NaN: not known. Trials count by their estimated
     * costs (struct sweep_trial). */
    double hours_left;
};

/* Computes the pace from the time stamps of the trial files. now_s: the present time in seconds since 1970, by the clock
 * of the file server. */
struct pace survey_pace(const struct survey *v, const struct sweep *s, const char *root,
                        double now_s);

#endif
