/* Processes by their numbers. */
#ifndef NORMLAB_BASE_SYSTEM_PID_H
#define NORMLAB_BASE_SYSTEM_PID_H

#include <stdbool.h>

/* When the process started, in the kernel's clock ticks since boot; -1 when that cannot be read. */
long long pid_start(long pid);

/* True when the process of this machine that had the number and started at `start` (pid_start(); -1: not known) has ended: no
 * process has the number now, or another one has it, or it is a zombie, for which its parent has not yet waited. */
bool pid_has_ended(long pid, long long start);

#endif
