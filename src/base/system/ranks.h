/*
 * Several processes that compute one trial together. A rank is one of them. In normlab there is one rank (ranks_alone.c);
 * normlab-mpi has those that mpirun starts (src/mpi/ranks_mpi.c, the only user of MPI). The two files define the same
 * functions, and the linker takes one of them.
 *
 * When a rank ends early, or keeps the others waiting for too long, all ranks end after a message. What all ranks say
 * before they first exchange something, as an error in the configuration, the first one says for all.
 */
#ifndef NORMLAB_BASE_SYSTEM_RANKS_H
#define NORMLAB_BASE_SYSTEM_RANKS_H

#include <stdbool.h>
#include <stddef.h>

/* Joins the other ranks. Must be called once, before the other functions; does nothing in normlab. The standard output of
 * all ranks but the first is discarded. Returns 0, or -1 after a message. When the process ends later with an exit code
 * other than 0, all ranks end. The standard error of all ranks but the first is held back until the first exchange; when a
 * rank fails before it, and the first one does not, it is printed after some seconds. */
int ranks_begin(void);

/* True when the program computes only the command `trial`, as its ranks must do the same. */
bool ranks_only_trials(void);

/* The number of ranks, and the number of this one. The first is 0. */
int ranks_count(void);
int ranks_own(void);

/* The first of those of n things that a rank has; ranks_first(n, rank + 1) is the first that it no longer has. A rank may
 * have none. */
int ranks_first(int n, int rank);

/* Gathers n blocks of block_bytes, which follow one another at `blocks`. Before, each rank has filled its own ones; after,
 * every rank has all of them. All ranks must call this, with the same n and block_bytes. When a rank does not come within
 * limit_s seconds, ends all ranks after a message. */
void ranks_gather(void *blocks, int n, size_t block_bytes, double limit_s);

#endif
