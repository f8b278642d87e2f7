/* The summary of an experiment: when memory is missing while it is composed, the file stays as it was. */
#include "base/arena.h"
#include "base/system/file.h"
#include "experiments/experiment.h"
#include "report/summary.h"
#include "support.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MEMORY_BYTES = 1 << 12 };

static char *composed;
static int room_bytes; /* left there */

static ssize_t take(void *unused, const char *data, size_t size)
{
    size_t n = size < (size_t)room_bytes ? size : (size_t)room_bytes;

    (void)unused;
    memcpy(composed + MEMORY_BYTES - room_bytes, data, n);
    room_bytes -= (int)n;
    return n < size ? -1 : (ssize_t)n;
}

/* In the place of the C library's: a stream into memory of which there is only some. */
FILE *open_memstream(char **text, size_t *size_bytes)
{
    *text = composed = xcalloc(MEMORY_BYTES, 1);
    *size_bytes = MEMORY_BYTES;
    room_bytes = MEMORY_BYTES;
    return fopencookie(NULL, "w", (cookie_io_functions_t){.write = take});
}

static void test_no_memory(void **state)
{
    char *from = test_source(".."), *root = test_path("root"), *folder = test_path("root/results");
    const struct experiment *e = test_experiment("padding");
    char *path, *text;
    struct study s;
    size_t size;
    bool there;
    int status;
    pid_t child;

    (void)state;
    assert_int_equal(experiment_open(&s, e, from, SELECTION_MAIN, &there), 0);
    assert_true(there);
    s.root = root;
    path = summary_path(&s);
    assert_int_equal(folder_make(folder), 0);
    assert_int_equal(file_write(path, "old\n", 4), 0);
    capture_stderr();
    fflush(NULL);
    child = fork();
    if (child == 0)
        _exit(summary_write(&s, e->tables, e->figures, false) ? 2 : 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    text = captured_stderr();
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    assert_string_equal(text, "normlab: error: no memory for a summary\n");
    free(text);
    text = file_read(path, &size, false);
    assert_string_equal(text, "old\n");
    free(text);
    study_close(&s);
    free(path);
    free(folder);
    free(root);
    free(from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_memory)};

    return cmocka_run_group_tests_name("summary", tests, NULL, NULL);
}
