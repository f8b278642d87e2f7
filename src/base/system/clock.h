/* Time. */
#ifndef NORMLAB_BASE_SYSTEM_CLOCK_H
#define NORMLAB_BASE_SYSTEM_CLOCK_H

double clock_seconds(void); /* wall time: monotonic, from an arbitrary start */

/* Processor time of all threads of this process. Waiting for a core, another process or a disk does not count, so that
 * times of trials that share a machine can be compared. */
double clock_cpu_seconds(void);

void clock_iso(char out[32]); /* now, "2026-11-21T09:30:00Z" */

#endif
