/* Shows progress on standard error: on a terminal as a bar with the estimated time left, elsewhere as plain lines. */
#ifndef NORMLAB_BASE_SYSTEM_PROGRESS_H
#define NORMLAB_BASE_SYSTEM_PROGRESS_H

#include <stdbool.h>

struct progress {
    const char *what;     /* the first word of each line, such as "batch_size" */
    double total;         /* the amount of work, in any unit */
    bool quiet, terminal; /* quiet: print nothing; terminal: standard error is a terminal */
    /* By clock_seconds(): when the work started, and when progress was last shown. */
    double start_s, last_s;
};

/* Starts the progress of `total` work, in any unit. With quiet, nothing is ever printed. `what` is not copied and must
 * outlive p. */
void progress_start(struct progress *p, const char *what, double total, bool quiet);

/* Shows that `done` of the total work is finished, with a note, such as "12/70 trials". Without force, a call does
 * nothing when less than 0.1 seconds (10 seconds if standard error is not a terminal) have passed since the last call
 * that printed. */
void progress_show(struct progress *p, double done, const char *note, bool force);

/* Removes the bar from the terminal, so that another line can be printed. The next progress_show() draws it again. */
void progress_hide(struct progress *p);

#endif
