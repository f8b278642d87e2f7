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

int company_agree(struct company *c, const char *what, const char *text)
{
    enum { BYTES = 1024 };
    int ranks = ranks_count(), r = 0;
    char *all = xcalloc((size_t)ranks, BYTES), *own = all + (size_t)ranks_own() * BYTES;

    snprintf(own, BYTES, "%s", text);
    ranks_gather(all, ranks, BYTES, c->limit_s);
    /* Rank 0 prints nothing, so a single wrong rank gives a single message. */
    if (strcmp(own, all))
        r = error(
            "rank %d has another %s than rank 0: %s, and there %s; all ranks must have the same",
            ranks_own(), what, own, all);
    free(all);
    return r;
}
