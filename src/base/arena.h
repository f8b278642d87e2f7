/*
 * Memory. An arena's pieces are requested one by one at set-up, allocated at once, and then used: a training step uses
 * no other memory. The x-functions are for the small objects of set-up; they never return NULL: without memory they end
 * the process after a message.
 */
#ifndef NORMLAB_BASE_ARENA_H
#define NORMLAB_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

#define ARENA_ALIGN 64 /* bytes; a cache line and the widest vector */

struct arena {
    size_t size_bytes; /* requested so far */
    char *base;        /* NULL before arena_commit() */
    void *block;       /* the allocation; base is its first aligned address */
    size_t block_bytes;
};

/* Requests size_bytes, aligned to ARENA_ALIGN, and returns their offset. Only before arena_commit(). */
size_t arena_book(struct arena *a, size_t size_bytes);

/* Allocates what was requested, zeroed; pages that are never touched cost nothing. 0, or -1 after a message. */
int arena_commit(struct arena *a);

/* The same without a message. 0 or -1. */
int arena_try(struct arena *a);

/* The address of an offset from arena_book(). Only after arena_commit(). */
void *arena_at(const struct arena *a, size_t offset);

/* Frees the memory; the arena is empty again. */
void arena_release(struct arena *a);

/* size_bytes rounded up to a multiple of ARENA_ALIGN. */
size_t arena_round(size_t size_bytes);

void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

/* For the C library, which must not end its host. From now on this thread's x-functions, without memory, jump to `to`
 * with longjmp(), without a message; what was allocated since setjmp() leaks. NULL: they end the process again. */
void memory_escape(jmp_buf *to);

#endif
