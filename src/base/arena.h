/*
 * Memory. An arena's pieces are requested one by one at set-up, then allocated all at once. A training step uses no
 * other memory. The functions xcalloc() to xstrndup() are for the small objects of set-up. They never return NULL: when
 * there is no memory, they print a message and end the process (or see memory_escape()).
 */
#ifndef NORMLAB_BASE_ARENA_H
#define NORMLAB_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdnoreturn.h>

#define ARENA_ALIGN 64 /* bytes: the size of a cache line and of the widest vector register */

/* Zero-initialize; arena_release() frees. */
struct arena {
    size_t size_bytes; /* total of the requests so far */
    char *base;        /* start of the pieces; NULL before arena_commit() */
    void *block;       /* the allocation; base is its first aligned address */
    size_t block_bytes;
};

/* Requests a piece of size_bytes, aligned to ARENA_ALIGN. Returns the piece's offset for arena_at(). Must be called
 * before arena_commit(). */
size_t arena_book(struct arena *a, size_t size_bytes);

/* Allocates all requested pieces, filled with zeros. Pages that are never accessed use no memory. Returns 0, or -1
 * after a message when there is no memory. */
int arena_commit(struct arena *a);

/* As arena_commit(), but prints no message. Returns 0 or -1. */
int arena_try(struct arena *a);

/* Returns the address of the piece at an offset that arena_book() returned. Must be called after arena_commit(). */
void *arena_at(const struct arena *a, size_t offset);

/* Frees the memory of all pieces. The arena is then empty and may be used again. */
void arena_release(struct arena *a);

/* Returns size_bytes rounded up to a multiple of ARENA_ALIGN. */
size_t arena_round(size_t size_bytes);

/* Work like calloc(), realloc(), strdup() and strndup(), but never return NULL, not even for a size of 0. xstrndup()
 * copies exactly n bytes of s, which must have them, and adds a NUL. The caller frees the result by free(). */
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);

/* The functions above call this when there is no memory: ends the process after a message, or see memory_escape(). what:
 * for the message, as "the code of a matrix product". */
noreturn void memory_missing(const char *what);

/* For the C library, which must not end the process of the program that uses it. After this call, when xcalloc() to
 * xstrndup() find no memory in this thread, they print nothing and call longjmp() with `to`. Objects allocated since
 * setjmp() then leak. With NULL, these functions end the process again. */
void memory_escape(jmp_buf *to);

#endif
