#ifndef NORMLAB_BASE_SYSTEM_PROCESS_H
#define NORMLAB_BASE_SYSTEM_PROCESS_H

/* Returns the peak resident memory of this program in bytes, or NaN when the system does not report it. getrusage() is
 * not used: its peak includes that of the program which the process ran before exec(). */
double process_peak_bytes(void);

#endif
