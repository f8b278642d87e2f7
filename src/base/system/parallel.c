#include "base/system/parallel.h"
#include "base/arena.h"
#include "base/error.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How many times a helper reads `round` before it sleeps, and the calling thread `left` before it yields; this takes some ten
 * microseconds. */
enum { SPINS = 20000 };

/* Each call of parallel_run() is a round, and rounds are numbered. `open` holds the number of the round in its upper 32
 * bits, and in its lower 32 bits the number of tasks that no thread has started. So a helper that still works on an old
 * round never starts a task of the next one. `left` is the number of tasks that are not finished. */
struct parallel {
    int helpers;
    pthread_t *thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool stop;
    _Atomic unsigned round;
    _Atomic unsigned long long open;
    _Atomic int left;
    void (*task)(void *context, int i);
    void *context;
};

/* Runs tasks of a round until every task of it has been started by some thread. */
static void work(struct parallel *p, unsigned round)
{
    unsigned long long open = atomic_load(&p->open);

    while (open >> 32 == round && (unsigned)open > 0)
        if (atomic_compare_exchange_weak(&p->open, &open, open - 1)) {
            p->task(p->context, (int)(unsigned)open - 1);
            atomic_fetch_sub(&p->left, 1);
            open = atomic_load(&p->open);
        }
}

/* Waits until p->round differs from *seen, and sets *seen to it: a new round has begun, or parallel_stop() was called. False
 * when the helper must end. A helper that does not sleep when parallel_stop() is called may get true; it then finds no
 * task, and its next call returns false. */
static bool await_round(struct parallel *p, unsigned *seen)
{
    bool stop;

    for (int i = 0; i < SPINS; i++)
        if (atomic_load(&p->round) != *seen) {
            *seen = atomic_load(&p->round);
            return true;
        }
    pthread_mutex_lock(&p->lock);
    while (!p->stop && atomic_load(&p->round) == *seen)
        pthread_cond_wait(&p->wake, &p->lock);
    stop = p->stop;
    *seen = atomic_load(&p->round);
    pthread_mutex_unlock(&p->lock);
    return !stop;
}

/* What a helper thread runs. context: the struct parallel. */
static void *helper(void *context)
{
    struct parallel *p = context;
    unsigned seen = 0;

    while (await_round(p, &seen))
        work(p, seen);
    return NULL;
}

int parallel_start(struct parallel **out, int threads)
{
    struct parallel *p;
    sigset_t all, before;

    *out = NULL;
    if (threads <= 1)
        return 0;
    p = xcalloc(1, sizeof *p);
    p->thread = xcalloc((size_t)threads, sizeof *p->thread);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->wake, NULL);
    sigfillset(&all); /* helpers inherit this mask: the calling thread alone handles signals */
    sigdelset(&all,
              SIGBUS); /* SIGBUS is sent to the thread that reads beyond the end of a mapped file */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (; p->helpers < threads - 1; p->helpers++) {
        int r = pthread_create(&p->thread[p->helpers], NULL, helper, p);

        if (r) {
            pthread_sigmask(SIG_SETMASK, &before, NULL);
            error("cannot start %d threads: %s; take fewer", threads, strerror(r));
            parallel_stop(p);
            return -1;
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    *out = p;
    return 0;
}

void parallel_stop(struct parallel *p)
{
    if (!p)
        return;
    pthread_mutex_lock(&p->lock);
    p->stop = true;
    atomic_fetch_add(&p->round, 1);
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
    for (int i = 0; i < p->helpers; i++)
        pthread_join(p->thread[i], NULL);
    pthread_mutex_destroy(&p->lock);
    pthread_cond_destroy(&p->wake);
    free(p->thread);
    free(p);
}

void parallel_run(struct parallel *p, int tasks, void (*task)(void *context, int i), void *context)
{
    unsigned round;

    if (!p || tasks <= 1) {
        for (int i = 0; i < tasks; i++)
            task(context, i);
        return;
    }
    round = atomic_load(&p->round) + 1;
    p->task = task;
    p->context = context;
    atomic_store(&p->left, tasks);
    atomic_store(&p->open, (unsigned long long)round << 32 | (unsigned)tasks);
    pthread_mutex_lock(&p->lock);
    atomic_store(&p->round, round);
    pthread_cond_broadcast(&p->wake);
    pthread_mutex_unlock(&p->lock);
    work(p, round);
    for (int spins = 0; atomic_load(&p->left) > 0;)
        if (spins < SPINS)
            spins++;
        else /* with fewer cores than threads, a helper may need the core of this thread */
            sched_yield();
}

struct blocks {
    size_t n, block;
    void (*task)(void *context, size_t first, size_t end);
    void *context;
};

static void run_block(void *context, int i)
{
    const struct blocks *b = context;
    size_t first = (size_t)i * b->block, left = b->n - first;

    b->task(b->context, first, first + (left < b->block ? left : b->block));
}

void parallel_blocks(struct parallel *p, size_t n, size_t block,
                     void (*task)(void *context, size_t first, size_t end), void *context)
{
    struct blocks b = {n, block, task, context};

    parallel_run(p, (int)((n + block - 1) / block), run_block, &b);
}
