/* Time. */
#ifndef NORMLAB_BASE_SYSTEM_CLOCK_H
#define NORMLAB_BASE_SYSTEM_CLOCK_H

double clock_seconds(void); /* wall time: monotonic, from an arbitrary start */
/* Processor time that this process has taken, all its threads together. What waits for a core, for another process or for
 * a disk takes none, so that trials which share a machine compare. */
double clock_cpu_seconds(void);
void clock_iso(char out[32]); /* now, "2026-11-21T09:30:00Z" */

#endif
