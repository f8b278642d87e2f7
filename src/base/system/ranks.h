/*
 * Ranks: several processes that compute one trial together. The program normlab has one rank (ranks_alone.c). The
 * program normlab-mpi has as many ranks as mpirun starts (src/mpi/ranks_mpi.c, the only user of MPI). The two files
 * define the same functions; each program is linked with one of them.
 *
 * When a rank fails, or keeps the others waiting for too long, all ranks end after a message. An error that every rank
 * finds, for example in the configuration, is found before the first ranks_gather(): only rank 0 prints its message.
 */
#ifndef NORMLAB_BASE_SYSTEM_RANKS_H
#define NORMLAB_BASE_SYSTEM_RANKS_H

#include <stdbool.h>
#include <stddef.h>

/* Connects this process with the other ranks; does nothing in normlab. Must be called once, before the other
 * functions. From then on the standard output of every rank but rank 0 is discarded, and what such a rank writes to its
 * standard error is kept until the first ranks_gather(), which prints it. When a rank fails before that, the kept text
 * is printed after some seconds, unless rank 0 fails, too, in the meantime: its message is enough. When a rank exits
 * with a code other than 0, all ranks end. Returns 0, or -1 after a message. */
int ranks_begin(void);

/* True when the program may run only the command `trial`. This is so in normlab-mpi: `trial` is the only command in which
 * all ranks call ranks_gather() equally often. */
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
