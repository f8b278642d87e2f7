#include "base/arena.h"
#include "base/error.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t arena_round(size_t size_bytes)
{
    return (size_bytes + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
}

size_t arena_book(struct arena *a, size_t size_bytes)
{
    size_t offset = a->size_bytes;

    if (a->base)
        BUG("arena booked after its commit");
    a->size_bytes += arena_round(size_bytes);
    return offset;
}

int arena_commit(struct arena *a)
{
    size_t size = a->size_bytes ? a->size_bytes : ARENA_ALIGN;

    if (a->base)
        BUG("arena committed twice");
    /* Fresh pages are zero, as calloc() knows; to write zeros would make them all resident. */
    a->block = calloc(1, size + ARENA_ALIGN);
    if (!a->block)
        return error("no memory for %.1f MiB: take a smaller net or batch", (double)size / 0x1p20);
    a->base = (char *)a->block + ARENA_ALIGN - (uintptr_t)a->block % ARENA_ALIGN;
    return 0;
}

void *arena_at(const struct arena *a, size_t offset)
{
    return a->base + offset;
}

void arena_release(struct arena *a)
{
    free(a->block);
    a->block = NULL;
    a->base = NULL;
    a->size_bytes = 0;
}

void *xcalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        die("no memory for %zu objects of %zu bytes", count, size);
    return p;
}

void *xrealloc(void *p, size_t size)
{
    p = realloc(p, size ? size : 1);
    if (!p)
        die("no memory for %zu bytes", size);
    return p;
}

char *xstrndup(const char *s, size_t n)
{
    char *copy = xcalloc(n + 1, 1);

    memcpy(copy, s, n);
    return copy;
}

char *xstrdup(const char *s)
{
    return xstrndup(s, strlen(s));
}
