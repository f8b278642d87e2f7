/*
 * Threads within a trial. Callers split their work into tasks. The number of tasks must depend only on the shapes of the
 * arrays, never on the number of threads, and what one task writes no other task may read or write. Then the results are
 * the same for any number of threads. Between calls of parallel_run() the threads wait actively for a while (spin), then
 * sleep.
 */
#ifndef NORMLAB_BASE_SYSTEM_PARALLEL_H
#define NORMLAB_BASE_SYSTEM_PARALLEL_H

#include <stddef.h>

struct parallel;

/* Starts `threads` - 1 helper threads; the calling thread works, too. For threads <= 1, *p is set to NULL, and with
 * NULL the calling thread runs all tasks alone. Returns 0, or -1 after a message, with *p set to NULL. */
int parallel_start(struct parallel **p, int threads);

/* Ends the helper threads and frees p. NULL: does nothing. */
void parallel_stop(struct parallel *p);

/* Runs task(context, i) for each i in [0, tasks), in any order. Returns when all tasks are finished. */
void parallel_run(struct parallel *p, int tasks, void (*task)(void *context, int i), void *context);

/* Splits n elements into blocks of `block` elements, where the last may be smaller, and runs a task for each block. The
 * task's elements are [first, end). Returns when all tasks are finished. */
void parallel_blocks(struct parallel *p, size_t n, size_t block,
                     void (*task)(void *context, size_t first, size_t end), void *context);

#endif
