/*
 * Memory. An arena is booked piece by piece at set-up, committed once, and then handed out: nothing
 * that a training step uses comes from anywhere else. The x-functions serve set-up's small objects;
 * they never return NULL (they print a message and exit when memory is gone).
 */
#ifndef NORMLAB_BASE_ARENA_H
#define NORMLAB_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

#define ARENA_ALIGN 64 /* bytes; a cache line and the widest vector */

struct arena {
    size_t size_bytes; /* booked so far */
    char *base;        /* NULL until committed */
    void *block;       /* what was allocated; base is aligned in it */
    size_t block_bytes;
};

/* Books size_bytes aligned to ARENA_ALIGN and returns their offset. Only before arena_commit(). */
size_t arena_book(struct arena *a, size_t size_bytes);

/* Allocates what was booked, zeroed; memory that is never touched costs nothing. 0, or -1 after a message that names the size. */
int arena_commit(struct arena *a);

/* The same without a message. 0 or -1. */
int arena_try(struct arena *a);

/* The address of a booked offset. Only after arena_commit(). */
void *arena_at(const struct arena *a, size_t offset);

/* Frees the memory; the arena may be booked anew. */
void arena_release(struct arena *a);

/* size rounded up to a multiple of ARENA_ALIGN. */
size_t arena_round(size_t size_bytes);

void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

/* For a library, whose host must live on: where this thread's x-functions get no memory they now jump to `to`, by longjmp()
 * and without a message. What was allocated on the way there is lost. NULL: they end the process again. */
void memory_escape(jmp_buf *to);

#endif
