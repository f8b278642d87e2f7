/* Starts programs from a test, and waits for them. */
#ifndef NORMLAB_TESTS_CHILD_H
#define NORMLAB_TESTS_CHILD_H

#include "base/rng.h"
#include "support.h"
#include <sys/resource.h>
#include <sys/types.h>

/* How a program runs. */
struct child {
    const char *
        folder; /* the working folder, below test_folder(); created if missing. NULL: test_folder() itself */
    const char *out, *err; /* files in it for standard output and standard error. NULL: /dev/null */
    rlim_t file_bytes;     /* the largest size of a file that the program may write. 0: no limit */
};

/* Starts the program words[0], which is searched in PATH, with the arguments up to NULL, in a process group of its own. When
 * this returns, the files `out` and `err` exist and are empty. */
pid_t child_start(const struct child *how, const char *const *words);

/* Waits for the end of a child process. Returns its exit code, or CHILD_SIGNAL + the signal that ended it. */
enum { CHILD_SIGNAL = 1000 };
int child_end(pid_t pid);

/* As child_end(), but does not wait: returns -1 while the process runs. */
int child_poll(pid_t pid);

/* Waits until the process has a handler for the signal. Before that, the signal would end it. */
void child_await_handler(pid_t pid, int signal);

/* Returns the content of a file in how->folder, as a new string. */
char *child_printed(const struct child *how, const char *file);

void sleep_ms(double ms);

/* Returns the suffix of the temporary files (file_suffix()) of a process that has ended, as a new string. */
char *suffix_of_ended(void);

/* Returns random numbers for the times at which a test kills a process. Prints their seed; NORMLAB_TEST_SEED=N sets it. */
struct rng random_moments(const char *stream);

#endif
