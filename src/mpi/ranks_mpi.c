/* Ranks by MPI: the only user of MPI. */
#include "base/error.h"
#include "base/system/clock.h"
#include "base/system/ranks.h"
#include <fcntl.h>
#include <mpi.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RANKS = 1024 };

/* ---- messages ---- */

/*
 * All ranks are given the same trial, so every rank finds an error in it, and does so before the first ranks_gather().
 * The message is to be printed once. So all ranks but rank 0 keep their messages until that call, in a file in memory. A
 * rank that fails waits some seconds. When rank 0 has failed, too, it ends all ranks in that time. Otherwise the rank
 * prints its messages and ends all ranks.
 *
 * While messages are kept, standard error is that file, and the descriptor KEPT_STDERR is a copy of the original
 * standard error. Whether KEPT_STDERR is open is the only record that messages are kept.
 */
enum { KEPT_STDERR = 199 };

/* Prints the kept messages, and keeps no more. Does nothing when none are kept. */
static void release_messages(void)
{
    char block[4096];
    ssize_t n;

    if (fcntl(KEPT_STDERR, F_GETFD) < 0)
        return;
    for (off_t at = 0; (n = pread(STDERR_FILENO, block, sizeof block, at)) > 0; at += n)
        if (write(KEPT_STDERR, block, (size_t)n) != n)
            break;
    dup2(KEPT_STDERR, STDERR_FILENO);
    close(KEPT_STDERR);
}

/* Prints the kept messages on SIGABRT: BUG() calls abort(), and the handlers of exit() do not run. */
static void release_and_abort(int signal_number)
{
    release_messages();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* Keeps the messages of this rank from now on. */
static void keep_messages(void)
{
    int file = memfd_create("messages", MFD_CLOEXEC);

    if (file >= 0 && fcntl(KEPT_STDERR, F_GETFD) < 0 &&
        dup3(STDERR_FILENO, KEPT_STDERR, O_CLOEXEC) >= 0) {
        dup2(file, STDERR_FILENO);
        signal(SIGABRT, release_and_abort);
    }
    if (file >= 0)
        close(file);
}

/* Waits, when messages are kept, so that a rank before this one can print the same message and end all ranks. */
static void let_others_end(void)
{
    const double first_s = 5, step_s = 0.1; /* rank r waits first_s + r * step_s */
    double wait_s = first_s + step_s * ranks_own();

    if (fcntl(KEPT_STDERR, F_GETFD) >= 0)
        nanosleep(
            &(struct timespec){(time_t)wait_s, (long)(1e9 * (wait_s - (double)(time_t)wait_s))},
            NULL);
}

/* ---- begin and end ---- */

/* Ends all ranks; mpirun then exits with the code. */
static void end_all(int code)
{
    fflush(NULL);
    release_messages();
    MPI_Abort(MPI_COMM_WORLD, code);
}

/* Runs at every exit() of the process. Ends all ranks when this one failed, because the others would wait without end. */
static void at_end(int code, void *unused)
{
    (void)unused;
    if (code) {
        let_others_end();
        end_all(code);
    }
    release_messages();
    MPI_Finalize();
}

/* Sends standard output to /dev/null. Returns 0, or -1 with errno set. */
static int discard_output(void)
{
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int bad = null < 0 || dup2(null, STDOUT_FILENO) < 0 ? -1 : 0;

    if (null >= 0)
        close(null);
    return bad;
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
    if (ranks_own() > 0 && discard_output())
        return error("rank %d cannot write to /dev/null", ranks_own());
    if (ranks_own() > 0)
        keep_messages();
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

/* Waits for a collective operation; after limit_s seconds, ends all ranks after a message. MPI_Wait() would wait without
 * end for a rank that is stopped or has crashed. */
static void wait_for(MPI_Request *request, double limit_s)
{
    /* numbers of tests after which the thread yields its core, and after which it reads the clock */
    enum { YIELD = 64, READ_CLOCK = 1024 };
    double start = clock_seconds();
    int done = 0;

    for (long i = 1;; i++) {
        MPI_Test(request, &done, MPI_STATUS_IGNORE);
        if (done)
            return;
        if (i % YIELD == 0)
            sched_yield();
        if (i % READ_CLOCK)
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
    /* Counts blocks, not bytes: the number of bytes may exceed an int. */
    MPI_Type_contiguous((int)block_bytes, MPI_BYTE, &block);
    MPI_Type_commit(&block);
    MPI_Iallgatherv(MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, blocks, count, first, block, MPI_COMM_WORLD,
                    &request);
    wait_for(&request, limit_s);
    MPI_Type_free(&block);
    release_messages(); /* every rank has passed the checks that come before the first gather */
}
