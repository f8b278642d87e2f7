/* Processes by their numbers. */
#ifndef NORMLAB_BASE_SYSTEM_PID_H
#define NORMLAB_BASE_SYSTEM_PID_H

#include <stdbool.h>

/* Returns when the process started, in the kernel's clock ticks since boot; -1 when that cannot be read. */
long long pid_start(long pid);

/* `pid` and `start` identify a process of this machine (pid_start(); -1: not known). True when it has ended: no process has
 * the number now, or another one has it, or the process is a zombie, for which its parent has not yet waited. */
bool pid_has_ended(long pid, long long start);

#endif
