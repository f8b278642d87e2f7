/* The thread pool: every task runs exactly once and is done when the run returns. Many rounds, for what
 * can go wrong here does so rarely. Races: build with clang's -fsanitize=thread, or run under
 * valgrind --tool=helgrind. */
#include "base/system/parallel.h"
#include "support.h"
#include <sched.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

enum { MOST = 67 };

struct tally {
    int runs
        [MOST]; /* not atomic: no task shares one with another, and a run ends before the next */
    int round;
    struct parallel *inner;
};

static void mark(void *context, int i)
{
    struct tally *t = context;

    t->runs[i] += t->round;
}

static void check_round(struct parallel *p, struct tally *t, int tasks, int round)
{
    memset(t->runs, 0, sizeof t->runs);
    t->round = round;
    parallel_run(p, tasks, mark, t);
    for (int i = 0; i < MOST; i++)
        if (t->runs[i] != (i < tasks ? round : 0))
            fail_msg("round %d of %d tasks: task %d left %d", round, tasks, i, t->runs[i]);
}

static void test_every_task_once(void **state)
{
    (void)state;
    for (int threads = 1; threads <= 4; threads++) {
        struct parallel *p;
        struct tally t = {{0}, 0, NULL};

        assert_int_equal(parallel_start(&p, threads), 0);
        assert_int_equal(p != NULL, threads > 1);
        for (int round = 1; round <= 10000; round++)
            check_round(p, &t, round % 11, round);
        check_round(p, &t, MOST, 5);
        parallel_stop(p);
    }
}

static void work_and_mark(void *context, int i)
{
    struct tally *t = context;

    for (volatile int spin = 0; spin < 100; spin++)
        ;
    t->runs[i] += t->round;
}

/* Tasks long enough for several threads to reach for the next one at the same time. */
static void test_contention(void **state)
{
    (void)state;
    for (int threads = 2; threads <= 3; threads++) {
        struct parallel *p;
        struct tally t = {{0}, 1, NULL};

        assert_int_equal(parallel_start(&p, threads), 0);
        for (int round = 1; round <= 10000; round++) {
            memset(t.runs, 0, sizeof t.runs);
            parallel_run(p, MOST, work_and_mark, &t);
            for (int i = 0; i < MOST; i++)
                assert_int_equal(t.runs[i], 1);
        }
        parallel_stop(p);
    }
}

/* Helpers sleep after some time without work. */
static void test_after_a_pause(void **state)
{
    struct parallel *p;
    struct tally t = {{0}, 0, NULL};

    (void)state;
    assert_int_equal(parallel_start(&p, 3), 0);
    for (int round = 1; round <= 60; round++) {
        nanosleep(&(struct timespec){0, round % 7 * 500000L}, NULL);
        check_round(p, &t, 1 + round % MOST, round);
    }
    nanosleep(&(struct timespec){0, 20000000}, NULL);
    parallel_stop(p);
}

struct meeting {
    _Atomic int here;
    int all;
};

static void meet(void *context, int i)
{
    struct meeting *m = context;

    (void)i;
    atomic_fetch_add(&m->here, 1);
    while (atomic_load(&m->here) < m->all)
        sched_yield();
}

/* Tasks that wait for each other need as many threads. */
static void test_all_threads_take_part(void **state)
{
    (void)state;
    for (int threads = 2; threads <= 4; threads++) {
        struct parallel *p;

        assert_int_equal(parallel_start(&p, threads), 0);
        for (int round = 0; round < 150; round++) {
            struct meeting m = {0, threads};

            parallel_run(p, threads, meet, &m);
            assert_int_equal(m.here, threads);
        }
        parallel_stop(p);
    }
}

/* A task may itself run tasks, by no pool or by another one. */
static void mark_all(void *context, int i)
{
    struct tally *t = context;

    if (i == 0)
        parallel_run(t->inner, MOST, mark, t);
}

static void test_run_within_a_task(void **state)
{
    struct parallel *outer, *inner;

    (void)state;
    assert_int_equal(parallel_start(&outer, 2), 0);
    assert_int_equal(parallel_start(&inner, 2), 0);
    for (int round = 0; round < 2000; round++) {
        struct tally t = {{0}, 1, round % 2 ? inner : NULL};

        parallel_run(outer, 3, mark_all, &t);
        for (int i = 0; i < MOST; i++)
            assert_int_equal(t.runs[i], 1);
    }
    parallel_stop(inner);
    parallel_stop(outer);
}

static void test_pools_come_and_go(void **state)
{
    (void)state;
    for (int i = 0; i < 300; i++) {
        struct parallel *p;
        struct tally t = {{0}, 0, NULL};

        assert_int_equal(parallel_start(&p, 1 + i % 4), 0);
        for (int round = 1; round <= i % 3; round++)
            check_round(p, &t, 5, round);
        parallel_stop(p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_task_once),   cmocka_unit_test(test_all_threads_take_part),
        cmocka_unit_test(test_contention),        cmocka_unit_test(test_after_a_pause),
        cmocka_unit_test(test_run_within_a_task), cmocka_unit_test(test_pools_come_and_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
