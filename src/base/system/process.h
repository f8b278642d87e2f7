/* This process. */
#ifndef NORMLAB_BASE_SYSTEM_PROCESS_H
#define NORMLAB_BASE_SYSTEM_PROCESS_H

/* Peak resident memory of this program, NaN where the system does not tell; getrusage() would count
 * what ran before an exec, too. */
double process_peak_bytes(void);

#endif
