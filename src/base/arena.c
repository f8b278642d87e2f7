#include "base/arena.h"
#include "base/error.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

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

enum { HUGE_PAGE = 2 << 20 }; /* bytes */

/* mmap() returns pages that read as zero. Writing zeros to them would make them all resident. Huge pages make a
 * training step that uses 200 MiB some 5 % faster. */
int arena_try(struct arena *a)
{
    size_t align = a->size_bytes < 4 * HUGE_PAGE ? ARENA_ALIGN : HUGE_PAGE;

    if (a->base)
        BUG("arena committed twice");
    a->block_bytes = a->size_bytes + align;
    a->block =
        mmap(NULL, a->block_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (a->block == MAP_FAILED) {
        a->block = NULL;
        return -1;
    }
    a->base = (char *)a->block + (align - (uintptr_t)a->block % align) % align;
    if (align == HUGE_PAGE)
        madvise(a->base, a->size_bytes, MADV_HUGEPAGE);
    return 0;
}

int arena_commit(struct arena *a)
{
    if (arena_try(a))
        return error("no memory for %.1f MiB: take a smaller net or batch",
                     (double)a->size_bytes / 0x1p20);
    return 0;
}

void *arena_at(const struct arena *a, size_t offset)
{
    return a->base + offset;
}

void arena_release(struct arena *a)
{
    if (a->block)
        munmap(a->block, a->block_bytes);
    a->block = NULL;
    a->base = NULL;
    a->size_bytes = 0;
}

/* where memory_missing() jumps to; NULL: it ends the process */
static _Thread_local jmp_buf *escape;

void memory_escape(jmp_buf *to)
{
    escape = to;
}

void memory_missing(const char *what)
{
    if (escape)
        longjmp(*escape, 1);
    die("no memory for %s", what);
}

static noreturn void no_memory(size_t count, size_t size)
{
    char what[64];

    snprintf(what, sizeof what, "%zu objects of %zu bytes", count, size);
    memory_missing(what);
}

void *xcalloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        no_memory(count, size);
    return p;
}

void *xrealloc(void *p, size_t size)
{
    p = realloc(p, size ? size : 1);
    if (!p)
        no_memory(1, size);
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
