/* Processes by their numbers. */
#ifndef NORMLAB_BASE_SYSTEM_PID_H
#define NORMLAB_BASE_SYSTEM_PID_H

#include <stdbool.h>

/* True when no process of this machine has the number, or when it is a zombie: a process that has ended, but whose
 * parent has not yet waited for it. */
bool pid_has_ended(long pid);

/* When the process started, in the kernel's clock ticks since boot; -1 when that cannot be read. */
long long pid_start(long pid);

#endif
