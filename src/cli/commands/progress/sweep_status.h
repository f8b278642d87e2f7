/* The present state of a preset's trials: done, failed or missing, and which of them run where. Several runs, on several
 * machines, may train them; the state is read from the folder that they share. */
#ifndef NORMLAB_CLI_COMMANDS_PROGRESS_SWEEP_STATUS_H
#define NORMLAB_CLI_COMMANDS_PROGRESS_SWEEP_STATUS_H

#include "experiments/experiment.h"
#include "sweep/runs/lease.h"
#include "sweep/runs/survey.h"

/* A trial that is neither done nor failed, and has a lease. */
struct leased_trial {
    int trial; /* its index in the sweep */
    struct holder holder;
    bool stale; /* the lease is stale: another run may take the trial */
};

struct sweep_status {
    const struct experiment *e;
    const char *root;
    int preset;
    struct sweep sweep;
    /* Time stamp, in seconds since 1970, of the merged file that merge_mark() has used; NaN: there was no such file. */
    double merged_s;
    struct survey survey;
    struct leases leases;
    struct leased_trial *leased; /* [leased_count] */
    int leased_count;
    int running; /* number of leased trials that are not stale */
    struct pace pace;
};

/* Makes the list of the preset's trials, as normlab run would with the same overrides[given] and seeds (NULL: the
 * preset's). sweep_status_update() then finds their state. e, root: must outlive s. Returns 0, or -1 after a message.
 * sweep_status_close() frees s in both cases; it also accepts an s that is zero. */
int sweep_status_open(struct sweep_status *s, const struct experiment *e, int preset,
                      char *const *overrides, int given, const char *seeds, const char *root);
void sweep_status_close(struct sweep_status *s);

/* Reads the present state of all trials anew. Returns 0, or -1 after a message. */
int sweep_status_update(struct sweep_status *s);

/* Returns why a trial failed, in a new string: the first line of its file KEY.failed, which is at `path`. Returns ""
 * when path is NULL or the file cannot be read. */
char *failure_reason(const char *path);

#endif
