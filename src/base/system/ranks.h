/*
 * Ranks: several processes that compute one trial together. The program normlab has one rank (ranks_alone.c). The
 * program normlab-mpi has as many ranks as mpirun starts (src/mpi/ranks_mpi.c, the only user of MPI). The two files
 * define the same functions; each program is linked with one of them.
 *
 * When a rank ends early, or keeps the others waiting for too long, all ranks end after a message. What all ranks say
 * before they first exchange something, as an error in the configuration, the first one says for all.
 */
#ifndef NORMLAB_BASE_SYSTEM_RANKS_H
#define NORMLAB_BASE_SYSTEM_RANKS_H

#include <stdbool.h>
#include <stddef.h>

/* Connects this process with the other ranks; does nothing in normlab. Must be called once, before the other
 * functions. The standard output of all ranks but the first is discarded. The standard error of all ranks but the first
 * is held back until the first exchange; when a rank fails before it, and the first one does not, it is printed after
 * some seconds. When the process ends later with an exit code other than 0, all ranks end. Returns 0, or -1 after a
 * message. */
int ranks_begin(void);

/* True when the program may run only the command `trial`: this is so in normlab-mpi, because all ranks must do the
 * same work. */
bool ranks_only_trials(void);

/* Return the number of ranks, and the number of this rank. The first rank is 0. */
int ranks_count(void);
int ranks_own(void);

/* n things are divided among the ranks. Returns the index of the first thing of a rank. Its things end before
 * ranks_first(n, rank + 1); a rank may have none. */
int ranks_first(int n, int rank);

/* Gathers n blocks of block_bytes each, which follow one another at `blocks`. Before the call, each rank has filled
 * its own blocks (ranks_first()); after the call, every rank has all blocks. All ranks must call this, with the same
 * n and block_bytes. When a rank does not call it within limit_s seconds, all ranks end after a message. */
void ranks_gather(void *blocks, int n, size_t block_bytes, double limit_s);

#endif
