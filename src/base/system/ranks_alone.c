/* A single process. normlab-mpi has src/mpi/ranks_mpi.c in place of this file. */
#include "base/system/ranks.h"

int ranks_begin(void)
{
    return 0;
}

bool ranks_only_trials(void)
{
    return false;
}

int ranks_count(void)
{
    return 1;
}

int ranks_own(void)
{
    return 0;
}

int ranks_first(int n, int rank)
{
    return n * rank;
}

void ranks_gather(void *blocks, int n, size_t block_bytes, double limit_s)
{
    (void)blocks;
    (void)n;
    (void)block_bytes;
    (void)limit_s;
}
