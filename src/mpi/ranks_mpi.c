/* Ranks by MPI: the only user of MPI. */
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/ranks.h"
#include <mpi.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_RANKS = 1024 };

/* Ends all ranks. mpirun returns the code. */
static void end_all(int code)
{
    fflush(NULL);
    MPI_Abort(MPI_COMM_WORLD, code);
}

/* Runs when the process ends, wherever it calls exit(). Ranks that wait for a rank that failed would wait for ever. */
static void at_end(int code, void *unused)
{
    (void)unused;
    if (code)
        end_all(code);
    MPI_Finalize();
}

int ranks_begin(void)
{
    if (MPI_Init(NULL, NULL) != MPI_SUCCESS)
        return error(
            "MPI does not start; run normlab-mpi by mpirun -n RANKS normlab-mpi trial ...");
    if (on_exit(at_end, NULL)) {
        MPI_Finalize();
        return error("no memory");
    }
    if (ranks_count() > MOST_RANKS)
        return error("%d ranks; take at most %d", ranks_count(), MOST_RANKS);
    if (ranks_own() > 0 && !freopen("/dev/null", "w", stdout))
        return error("rank %d cannot write to /dev/null", ranks_own());
    return 0;
}

bool ranks_only_trials(void)
{
    return true;
}

int ranks_count(void)
{
    int count;

    MPI_Comm_size(MPI_COMM_WORLD, &count);
    return count;
}

int ranks_own(void)
{
    int own;

    MPI_Comm_rank(MPI_COMM_WORLD, &own);
    return own;
}

int ranks_first(int n, int rank)
{
    return (int)((long)n * rank / ranks_count());
}

/* Waits for a collective operation. Calling MPI_Wait() would wait for ever for a rank that is stopped or lost. */
static void wait_for(MPI_Request *request, double limit_s)
{
    enum {
        YIELD = 64,
        LOOK = 1024
    }; /* tests after which others may have the core; and between looks at the clock */
    double start = clock_seconds();
    int done = 0;

    for (long i = 1;; i++) {
        MPI_Test(request, &done, MPI_STATUS_IGNORE);
        if (done)
            return;
        if (i % YIELD == 0)
            sched_yield();
        if (i % LOOK)
            continue;
        if (clock_seconds() - start > limit_s) {
            error(
                "rank %d has waited %.0f s for the others, which is rank_limit: one of them has stopped, or is much slower; "
                "all ranks end",
                ranks_own(), limit_s);
            end_all(EXIT_FAILED);
        }
    }
}

void ranks_gather(void *blocks, int n, size_t block_bytes, double limit_s)
{
    int ranks = ranks_count(), count[MOST_RANKS], first[MOST_RANKS];
    MPI_Datatype block;
    MPI_Request request;

    for (int r = 0; r < ranks; r++) {
        first[r] = ranks_first(n, r);
        count[r] = ranks_first(n, r + 1) - first[r];
    }
    /* As blocks and not as bytes, whose number may exceed an int. */
    MPI_Type_contiguous((int)block_bytes, MPI_BYTE, &block);
    MPI_Type_commit(&block);
    MPI_Iallgatherv(MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, blocks, count, first, block, MPI_COMM_WORLD,
                    &request);
    wait_for(&request, limit_s);
    MPI_Type_free(&block);
}
