#ifndef NORMLAB_BASE_SYSTEM_PROCESS_H
#define NORMLAB_BASE_SYSTEM_PROCESS_H

/* Peak resident memory of this program, NaN when the system does not report it. getrusage() would also count the
 * program that ran before exec(). */
double process_peak_bytes(void);

#endif
