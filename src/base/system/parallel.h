/*
 * Threads within a trial. Work is split into tasks, whose number depends on shapes and never on the number of
 * threads, and no task reads what another one writes: so results do not depend on the number of threads. Between runs
 * the threads spin for a while, then sleep.
 */
#ifndef NORMLAB_BASE_SYSTEM_PARALLEL_H
#define NORMLAB_BASE_SYSTEM_PARALLEL_H

#include <stddef.h>

struct parallel;

/* Starts threads - 1 helpers of the calling thread. threads <= 1: *p is NULL, with which the calling thread runs all
 * tasks. 0, or -1 after a message. */
int parallel_start(struct parallel **p, int threads);
void parallel_stop(struct parallel *p);

/* Runs task(context, i) for i in [0, tasks), in any order, and returns when all are done. */
void parallel_run(struct parallel *p, int tasks, void (*task)(void *context, int i), void *context);

/* The same for n elements, split into blocks of `block`: a task gets those in [first, end). */
void parallel_blocks(struct parallel *p, size_t n, size_t block,
                     void (*task)(void *context, size_t first, size_t end), void *context);

#endif
