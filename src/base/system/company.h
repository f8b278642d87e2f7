/*
 * A company of data-parallel workers. The workers share each batch: the first one has its first samples, and so on. They
 * are virtual: one process may carry out all of them, one after the other, or several ranks may have some each
 * (ranks.h). What a worker computes, and in which order the numbers of all workers are added up, does not depend on that;
 * so the same number of workers gives the same bits on any number of ranks.
 */
#ifndef NORMLAB_BASE_SYSTEM_COMPANY_H
#define NORMLAB_BASE_SYSTEM_COMPANY_H

#include <stddef.h>

struct company {
    int workers;
    int ranks;       /* number of processes that carry them out */
    int first, own;  /* this process carries out the workers [first, first + own); own may be 0 */
    double limit_s;  /* how long a rank waits for the others before all end */
    double waited_s; /* the time that gathering has taken so far */
};

/* A company of which this process carries out all workers, also when there are other ranks. */
struct company company_alone(int workers);

/* A company whose workers all ranks carry out. */
struct company company_of_ranks(int workers, double limit_s);

/* Gathers the blocks of all workers, [workers] of block_bytes each. Before, this process has filled those of its own
 * workers; after, it has all. All ranks must call this. Allocates nothing that lasts. */
void company_gather(struct company *c, void *blocks, size_t block_bytes);

/* Returns 0 when all ranks have the same text, of which 16,383 bytes count; else -1 after a message of each rank that
 * has another `what` than the first one, with the first word KEY=VALUE that differs. All ranks must call this. */
int company_agree(struct company *c, const char *what, const char *text);

#endif
