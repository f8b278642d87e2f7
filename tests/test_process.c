/* base/system/process.h: a child process with limits, whatever happens to it. */
#include "base/error.h"
#include "base/system/process.h"
#include "support.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SECONDS = 2 };
#define MEMORY ((size_t)256 << 20)

static int try_work(int (*work)(void *context), void *context)
{
    return process_try(work, context, SECONDS, MEMORY);
}

static int add(void *context)
{
    const int *a = context;

    return a[0] + a[1];
}

static int raise_it(void *signal)
{
    raise(*(int *)signal);
    return 0;
}

static int give_up(void *unused)
{
    (void)unused;
    die("gave up");
}

static int run_for_ever(void *unused)
{
    (void)unused;
    for (volatile int i = 0;; i = 1 - i)
        ;
    return 0;
}

/* Returns 7 when it gets so many bytes, else 8. */
static int take_memory(void *bytes)
{
    void *p =
        mmap(NULL, *(size_t *)bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return p != MAP_FAILED ? 7 : 8;
}

static int write_much(void *unused)
{
    int fd = memfd_create("test", 0);

    (void)unused;
    return ftruncate(fd, 2 * (off_t)MEMORY) == 0 ? 7 : 8;
}

static void test_ends(void **state)
{
    static int two_and_three[] = {2, 3}, ends[] = {SIGABRT, SIGKILL, SIGTERM};

    (void)state;
    assert_int_equal(try_work(add, two_and_three), 5);
    for (int i = 0; i < 3; i++)
        assert_int_equal(try_work(raise_it, &ends[i]), 128 + ends[i]);
}

/* What the child prints, and what was waiting to be printed when it started, is not printed by it. */
static void test_is_silent(void **state)
{
    char *text;
    int code;

    (void)state;
    capture_stderr();
    code = try_work(give_up, NULL);
    text = captured_stderr();
    assert_int_equal(code, EXIT_FAILED);
    assert_string_equal(text, "");
    free(text);
}

static void test_limits(void **state)
{
    size_t little = MEMORY / 2, much = 2 * MEMORY;

    (void)state;
    assert_int_equal(try_work(run_for_ever, NULL), 128 + SIGXCPU);
    assert_int_equal(try_work(take_memory, &little), 7);
    assert_int_equal(try_work(take_memory, &much), 8);
    assert_int_equal(try_work(write_much, NULL), 128 + SIGXFSZ);
    /* this process has no such limits */
    assert_int_equal(take_memory(&much), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_is_silent),
        cmocka_unit_test(test_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
