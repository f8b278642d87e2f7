/* Where the trials of a preset stand at the moment: done, failed, to do, and which run where. Several runs, on several
 * machines, may work on them; all of this is read from the folder that they share. */
#ifndef NORMLAB_CLI_COMMANDS_PROGRESS_SWEEP_STATUS_H
#define NORMLAB_CLI_COMMANDS_PROGRESS_SWEEP_STATUS_H

#include "experiments/experiment.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/survey.h"

/* A trial that is neither done nor failed and has a lease. */
struct held {
    int trial; /* its index in the sweep */
    struct holder holder;
    bool stale; /* its run has ended, and another may take it */
};

struct sweep_status {
    const struct experiment *e;
    const char *root;
    int preset;
    struct sweep sweep;
    double merged_s; /* when the merged file was written by which the trials are marked; NaN: there is none */
    struct survey survey;
    struct leases leases;
    struct held *held; /* [holders] */
    int holders;
    int running; /* number of held trials that are not stale */
    struct pace pace;
};

/* Makes the list of the preset's trials, as normlab run with these overrides and seeds. Returns 0, or -1 after a
 * message. sweep_status_close() frees s in both cases. */
int sweep_status_open(struct sweep_status *s, const struct experiment *e, int preset,
                      char *const *overrides, int given, const char *seeds, const char *root);
void sweep_status_close(struct sweep_status *s);

/* Finds out where the trials stand now. Returns 0, or -1 after a message. */
int sweep_status_update(struct sweep_status *s);

/* Returns the first line of the message of a failed trial: a new string. path: of its file KEY.failed; NULL: none. */
char *failure_reason(const char *path);

#endif
