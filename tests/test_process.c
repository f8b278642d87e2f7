/* base/system/process.h: commands with input and output; a child process with limits, whatever happens to it. */
#include "base/error.h"
#include "base/system/process.h"
#include "support.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
    static const char waiting[] = "this waits";
    int printed = memfd_create("printed", 0), before, code;
    char *text, out[64] = "";

    (void)state;
    fflush(stdout);
    before = dup(STDOUT_FILENO);
    dup2(printed, STDOUT_FILENO);
    printf("%s", waiting);
    capture_stderr();
    code = try_work(give_up, NULL);
    text = captured_stderr();
    fflush(stdout);
    dup2(before, STDOUT_FILENO);
    assert_int_equal(pread(printed, out, sizeof out - 1, 0), strlen(waiting));
    assert_string_equal(out, waiting);
    assert_int_equal(code, EXIT_FAILED);
    assert_string_equal(text, "");
    close(before);
    close(printed);
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

/* ---- commands ---- */

/* Much more than a pipe holds goes in, and comes out of both outputs. */
static void test_much_output(void **state)
{
    enum { BYTES = 1000000 };
    struct text in = {0}, out = {0}, err = {0};

    (void)state;
    for (int i = 0; in.length < BYTES; i++)
        text_add(&in, "%d\n", i);
    assert_int_equal(process_run("/", "sh -c 'tee /dev/fd/2; exit 7'", &in, &out, &err), 7);
    assert_string_equal(out.s, in.s);
    assert_string_equal(err.s, in.s);
    text_clear(&in);
    text_clear(&out);
    text_clear(&err);
}

static void test_how_commands_end(void **state)
{
    static const struct {
        const char *command;
        int code;
        const char *out;
    } cases[] = {
        {"pwd", 0, "/proc\n"},
        {"cat", 0, ""}, /* without input */
        {"sh -c 'echo x; kill -TERM $$'", 128 + SIGTERM, "x\n"},
        {"no-such-program", 127, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text out = {0}, err = {0};

        assert_int_equal(process_run("/proc", cases[i].command, NULL, &out, &err), cases[i].code);
        assert_string_equal(text_str(&out), cases[i].out);
        text_clear(&out);
        text_clear(&err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_much_output), cmocka_unit_test(test_how_commands_end),
        cmocka_unit_test(test_ends),        cmocka_unit_test(test_is_silent),
        cmocka_unit_test(test_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
