/* Shows progress on standard error: on a terminal as a line with the estimated time left (ETA) and a bar, elsewhere as
 * plain lines. */
#ifndef NORMLAB_BASE_SYSTEM_PROGRESS_H
#define NORMLAB_BASE_SYSTEM_PROGRESS_H

#include <stdbool.h>

struct progress {
    const char *what;     /* the name of the work, such as "batch_size" */
    double total;         /* the amount of work, in any unit */
    bool quiet, terminal; /* quiet: print nothing; terminal: standard error is a terminal */
    /* By clock_seconds(): when the work started, and when progress was last shown. */
    double start_s, last_s;
    char said[160]; /* percentage and note of the last plain line */
};

/* Starts the progress of `total` work, in any unit. With quiet, nothing is ever printed. `what` is not copied and must
 * outlive p. */
void progress_start(struct progress *p, const char *what, double total, bool quiet);

/* Shows that `done` of the total work is finished, with a note, such as "12/70 trials". The ETA comes first, so that no
 * narrow terminal cuts it. On a terminal, a call without force does nothing when less than 0.1 seconds have passed since
 * the last call that printed. Elsewhere a call prints a line in two cases: percentage or note have changed since the
 * last line, and either that line is 10 seconds old or force is set; or neither has changed, and the last line is a
 * minute old. */
void progress_show(struct progress *p, double done, const char *note, bool force);

/* Removes the line from the terminal, so that another can be printed. The next progress_show() draws it again. */
void progress_hide(struct progress *p);

/* Writes a duration for people: "42 s", "12 min", "3.5 h", or "?" when it is not finite. */
void progress_duration(char out[32], double seconds);

#endif
