/*
 * A company of data-parallel workers. The workers share each batch: the first worker has the first samples, and so on.
 * Workers are virtual: one process may carry out all of them, one after the other, or each of several ranks (ranks.h) may
 * carry out some of them. What a worker computes, and the order in which the numbers of all workers are added up, do not depend
 * on the number of ranks. So the same number of workers gives the same bits on any number of ranks.
 */
#ifndef NORMLAB_BASE_SYSTEM_COMPANY_H
#define NORMLAB_BASE_SYSTEM_COMPANY_H

#include <stddef.h>

struct company {
    int workers;
    int ranks;       /* number of processes that carry out the workers */
    int first, own;  /* this process carries out the workers [first, first + own); own may be 0 */
    double limit_s;  /* how long a rank waits for the others before it ends all ranks */
    double waited_s; /* the time that gathering has taken so far */
};

/* Returns a company of which this process carries out all workers, also when there are other ranks. */
struct company company_alone(int workers);

/* Returns a company whose workers are divided among all ranks (ranks_first()). */
struct company company_of_ranks(int workers, double limit_s);

/* Gives every rank the data of all workers. `blocks` has block_bytes bytes for each worker, in the order of the workers.
 * Before the call, this process has filled the blocks of its own workers; after the call, all blocks are filled. All
 * ranks must call this. */
void company_gather(struct company *c, void *blocks, size_t block_bytes);

/* Checks that all ranks have the same text. text: words KEY=VALUE with blanks between them; only the first 16,383 bytes
 * are compared. On each rank whose text differs from that of rank 0, returns -1 after a message that shows both texts
 * from the first word that differs. On the other ranks, returns 0. what: what the text describes, such as "trial", for
 * the message. All ranks must call this. */
int company_agree(struct company *c, const char *what, const char *text);

#endif
