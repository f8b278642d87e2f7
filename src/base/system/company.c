#include "base/system/company.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/ranks.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct company company_alone(int workers)
{
    return (struct company){.workers = workers, .ranks = 1, .own = workers};
}

struct company company_of_ranks(int workers, double limit_s)
{
    int first = ranks_first(workers, ranks_own());

    return (struct company){.workers = workers,
                            .ranks = ranks_count(),
                            .first = first,
                            .own = ranks_first(workers, ranks_own() + 1) - first,
                            .limit_s = limit_s};
}

void company_gather(struct company *c, void *blocks, size_t block_bytes)
{
    double start;

    if (c->ranks == 1)
        return;
    start = clock_seconds();
    ranks_gather(blocks, c->workers, block_bytes, c->limit_s);
    c->waited_s += clock_seconds() - start;
}

/* Returns the index of the first word that differs between a and b. Words are KEY=VALUE; a value may have blanks. */
static size_t first_difference(const char *a, const char *b)
{
    size_t at = 0;

    while (a[at] && a[at] == b[at])
        at++;
    while (at > 0 && !(a[at - 1] == ' ' && a[at] != ' ' && a[at + strcspn(a + at, "= ")] == '='))
        at--;
    return at;
}

int company_agree(struct company *c, const char *what, const char *text)
{
    enum { BYTES = 1 << 14 };
    int ranks = ranks_count(), r = 0;
    char *all = xcalloc((size_t)ranks, BYTES), *own = all + (size_t)ranks_own() * BYTES;

    snprintf(own, BYTES, "%s", text);
    ranks_gather(all, ranks, BYTES, c->limit_s);
    /* Only ranks that differ from the first one print, so that one message names each difference. */
    if (strcmp(own, all)) {
        size_t at = first_difference(own, all);

        r = error(
            "rank %d has another %s than rank 0: from %.60s on, and there %.60s; all ranks must have the same",
            ranks_own(), what, own + at, all + at);
    }
    free(all);
    return r;
}
