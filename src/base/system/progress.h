/* A progress bar with ETA on a terminal, plain lines elsewhere. Writes to standard error. */
#ifndef NORMLAB_BASE_SYSTEM_PROGRESS_H
#define NORMLAB_BASE_SYSTEM_PROGRESS_H

#include <stdbool.h>

struct progress {
    const char *what; /* "batch_size": first word of each line */
    double total;     /* work in any unit */
    bool quiet, terminal;
    double start_s, last_s;
};

/* quiet draws nothing. `what` must outlive p. */
void progress_start(struct progress *p, const char *what, double total, bool quiet);

/* Draws: done of total is finished; note says more ("12/70 trials"). force draws whatever the time.
 */
void progress_show(struct progress *p, double done, const char *note, bool force);

/* Takes the bar off the terminal, so that another line may be printed. */
void progress_hide(struct progress *p);

#endif
