/* Wall time, processor time and the date. */
#ifndef NORMLAB_BASE_SYSTEM_CLOCK_H
#define NORMLAB_BASE_SYSTEM_CLOCK_H

/* Returns the wall time in seconds since some fixed moment. It never goes back. */
double clock_seconds(void);

/* Like clock_seconds(), but counts from another moment and is exact only to some milliseconds. A call takes a few
 * nanoseconds, so each training step may make one. */
double clock_coarse_seconds(void);

/* Returns the processor time of all threads of this process together, in seconds. Time spent waiting for a core,
 * another process or a disk is not counted, so trials that share a machine can be compared. */
double clock_cpu_seconds(void);

/* Writes the current date and time in UTC, such as "2026-11-21T09:30:00Z". */
void clock_iso(char out[32]);

#endif
