/* Time. */
#ifndef NORMLAB_BASE_CLOCK_H
#define NORMLAB_BASE_CLOCK_H

double clock_seconds(void);   /* monotonic, from an arbitrary start */
void clock_iso(char out[32]); /* now, "2026-11-21T09:30:00Z" */

#endif
