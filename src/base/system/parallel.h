/*
 * Threads within a trial. Work is a number of tasks that is fixed by shapes and never by how many
 * threads there are, and no task reads what another one writes: so results do not depend on the
 * threads. Between runs the threads wait, at first awake, then asleep.
 */
#ifndef NORMLAB_BASE_SYSTEM_PARALLEL_H
#define NORMLAB_BASE_SYSTEM_PARALLEL_H

#include <stddef.h>

struct parallel;

/* Starts threads - 1 helpers for the calling thread. threads <= 1: *p is NULL, which runs tasks in the
 * calling thread. 0, or -1 after a message. */
int parallel_start(struct parallel **p, int threads);
void parallel_stop(struct parallel *p);

/* Runs task(context, i) for i in [0, tasks), in any order, and returns when all are done. */
void parallel_run(struct parallel *p, int tasks, void (*task)(void *context, int i), void *context);

/* The same for n things, cut into blocks of `block`: task gets those in [first, end). */
void parallel_blocks(struct parallel *p, size_t n, size_t block,
                     void (*task)(void *context, size_t first, size_t end), void *context);

#endif
