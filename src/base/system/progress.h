/* A progress bar with the time left, on a terminal; plain lines elsewhere. Writes to standard error. */
#ifndef NORMLAB_BASE_SYSTEM_PROGRESS_H
#define NORMLAB_BASE_SYSTEM_PROGRESS_H

#include <stdbool.h>

struct progress {
    const char *what; /* "batch_size": the first word of each line */
    double total;     /* all work, in any unit */
    bool quiet, terminal;
    double start_s, last_s;
};

/* quiet: nothing is drawn. `what` must outlive p. */
void progress_start(struct progress *p, const char *what, double total, bool quiet);

/* Draws that `done` of the total is finished, with a note ("12/70 trials"); not more than ten times a second (every ten
 * seconds where there is no terminal) unless force is true. */
void progress_show(struct progress *p, double done, const char *note, bool force);

/* Removes the bar from the terminal, so that another line can be printed. */
void progress_hide(struct progress *p);

#endif
