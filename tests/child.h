/* Programs that a test starts, and then kills, stops or awaits. */
#ifndef NORMLAB_TESTS_CHILD_H
#define NORMLAB_TESTS_CHILD_H

#include "base/rng.h"
#include "support.h"
#include <sys/resource.h>
#include <sys/types.h>

/* How a program runs. */
struct child {
    const char *
        folder; /* where, in the test's folder; made where it is missing. NULL: the test's folder */
    const char *out, *err; /* files there that get what it prints. NULL: nowhere */
    rlim_t file_bytes;     /* no file may become longer. 0: no limit */
};

/* Starts words[0], which PATH may find, with the words up to NULL, in a process group of its own. The files are there,
 * empty, when this returns. */
pid_t child_start(const struct child *how, const char *const *words);

/* Waits for the end of a process of this one. Returns its exit code, or CHILD_SIGNAL + the signal that ended it. */
enum { CHILD_SIGNAL = 1000 };
int child_end(pid_t pid);

/* As child_end(), but does not wait: -1 when the process goes on. */
int child_poll(pid_t pid);

/* Waits until the process catches the signal, which before that would end it as it ends any program. */
void child_await_handler(pid_t pid, int signal);

/* What is in a file of the folder, a new string. */
char *child_printed(const struct child *how, const char *file);

void sleep_ms(double ms);

/* What temporary files of a process end with that has ended: a new string. */
char *suffix_of_ended(void);

/* Numbers for moments at which to kill: others in every run. Prints their seed; NORMLAB_TEST_SEED=N draws those of seed N. */
struct rng random_moments(const char *stream);

#endif
