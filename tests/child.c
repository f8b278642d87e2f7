#include "child.h"
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NO_FOLDER = 99, NO_PROGRAM = 98 }; /* exit codes */

static int open_output(const char *folder, const char *name)
{
    char *path = name ? format_new("%s/%s", folder, name) : xstrdup("/dev/null");
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

    assert_true(fd >= 0);
    free(path);
    return fd;
}

static void become(const char *path, const struct child *how, const int output[2],
                   const char *const *words)
{
    setpgid(0, 0);
    if (chdir(path))
        _exit(NO_FOLDER);
    dup2(output[0], STDOUT_FILENO);
    dup2(output[1], STDERR_FILENO);
    if (how->file_bytes)
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){how->file_bytes, how->file_bytes});
    execvp(words[0], (char *const *)words);
    _exit(NO_PROGRAM);
}

pid_t child_start(const struct child *how, const char *const *words)
{
    char *path = test_path(how->folder ? how->folder : ".");
    int output[2];
    pid_t pid;

    assert_int_equal(folder_make(path), 0);
    output[0] = open_output(path, how->out);
    output[1] = open_output(path, how->err);
    pid = fork();
    if (pid == 0)
        become(path, how, output, words);
    assert_true(pid > 0);
    close(output[0]);
    close(output[1]);
    free(path);
    return pid;
}

static int code_of(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : CHILD_SIGNAL + WTERMSIG(status);
}

int child_end(pid_t pid)
{
    int status;

    assert_int_equal(waitpid(pid, &status, 0), pid);
    return code_of(status);
}

int child_poll(pid_t pid)
{
    int status;
    pid_t ended = waitpid(pid, &status, WNOHANG);

    assert_true(ended == 0 || ended == pid);
    return ended ? code_of(status) : -1;
}

void child_await_handler(pid_t pid, int signal)
{
    char *path = format_new("/proc/%d/status", (int)pid);
    bool caught = false;

    for (int i = 0; i < 10000 && !caught; i++) {
        char *status = file_read(path, &(size_t){0}, true),
             *line = status ? strstr(status, "SigCgt:") : NULL;

        caught = line && strtoull(line + strlen("SigCgt:"), NULL, 16) >> (signal - 1) & 1;
        free(status);
        sleep_ms(1);
    }
    free(path);
    assert_true(caught);
}

char *child_printed(const struct child *how, const char *file)
{
    return read_in_folder(how->folder ? how->folder : ".", file);
}

void sleep_ms(double ms)
{
    time_t s = (time_t)(ms / 1e3);

    nanosleep(&(struct timespec){s, (long)(1e6 * (ms - 1e3 * (double)s))}, NULL);
}

struct rng random_moments(const char *stream)
{
    const char *given = getenv("NORMLAB_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);

    print_message("NORMLAB_TEST_SEED=%llu draws the same moments\n", (unsigned long long)seed);
    return rng_stream(seed, stream);
}

char *suffix_of_ended(void)
{
    char suffix[256] = "";
    int ends[2];
    pid_t pid;

    assert_int_equal(pipe(ends), 0);
    pid = fork();
    if (pid == 0) {
        char *own = file_suffix();

        _exit(file_put(ends[1], own, strlen(own)) ? 1 : 0);
    }
    assert_int_equal(child_end(pid), 0);
    assert_true(read(ends[0], suffix, sizeof suffix - 1) > 0);
    close(ends[0]);
    close(ends[1]);
    return xstrdup(suffix);
}
