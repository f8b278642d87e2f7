#include "base/system/process.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/system/machine.h"
#include "base/system/pid.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

double process_peak_bytes(void)
{
    size_t size;
    char *status = file_read("/proc/self/status", &size, true);
    const char *line = status ? strstr(status, "VmHWM:") : NULL;
    double bytes = line ? 1024 * number_parse(line + strlen("VmHWM:"), NULL) : NAN;

    free(status);
    return bytes;
}

void process_identify(struct process_id *id)
{
    memset(id, 0, sizeof *id);
    machine_identify(id->host, id->machine);
    id->pid = (long)getpid();
    id->start = pid_start(id->pid);
}

bool process_has_ended(const struct process_id *id)
{
    struct process_id own;
    long long start;

    process_identify(&own);
    if (!*own.machine || strcmp(own.machine, id->machine) || strcmp(own.host, id->host) ||
        id->pid < 1)
        return false;
    if (pid_has_ended(id->pid))
        return true;
    start = pid_start(id->pid);
    return start >= 0 && id->start >= 0 && start != id->start;
}

/* Adds the content of f from its beginning: the child wrote it through its own descriptor. */
static void add_written(FILE *f, struct text *out)
{
    char piece[4096];
    size_t n;

    rewind(f);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        text_addn(out, piece, n);
}

int terminal_columns(int fd)
{
    struct winsize size;

    return ioctl(fd, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

int process_run(const char *folder, const char *command, struct text *out, struct text *err)
{
    /* The command prints to files, not to pipes: it would block on a full pipe. */
    FILE *to_out = tmpfile(), *to_err = tmpfile();
    struct text line = {0};
    int status = -1;

    if (to_out && to_err) {
        text_add(&line, "cd ");
        text_add_shell(&line, folder);
        text_add(&line, " && LC_ALL=C.UTF-8 %s </dev/null >/dev/fd/%d 2>/dev/fd/%d", command,
                 fileno(to_out), fileno(to_err));
        status = system(line.s);
        add_written(to_out, out);
        add_written(to_err, err);
    }
    if (status == -1)
        error("cannot run %s: %s", command, strerror(errno));
    if (to_out)
        fclose(to_out);
    if (to_err)
        fclose(to_err);
    text_clear(&line);
    return status == -1 ? -1 : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Lowers a limit of this process, never raises it. */
static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now;

    if (getrlimit(resource, &now))
        return;
    now.rlim_cur = soft < now.rlim_cur ? soft : now.rlim_cur;
    now.rlim_max = hard < now.rlim_max ? hard : now.rlim_max;
    setrlimit(resource, &now);
}

/* The size of this process's address space; 0 when the system does not report it. */
static size_t space_bytes(void)
{
    size_t size;
    char *pages = file_read("/proc/self/statm", &size, true);
    size_t n = pages ? strtoull(pages, NULL, 10) : 0;

    free(pages);
    return n * (size_t)sysconf(_SC_PAGESIZE);
}

/* Limits this process, a new child, as process_try() says. */
static void confine(unsigned cpu_seconds, size_t memory_bytes)
{
    enum { GRACE_SECONDS = 5 }; /* from SIGXCPU to SIGKILL */
    size_t space = space_bytes();
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGXFSZ, SIG_DFL);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + GRACE_SECONDS);
    limit(RLIMIT_FSIZE, memory_bytes, memory_bytes);
    if (space)
        limit(RLIMIT_AS, space + memory_bytes, space + memory_bytes);
    if (nowhere < 0)
        return;
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
}

int process_try(int (*work)(void *context), void *context, unsigned cpu_seconds,
                size_t memory_bytes)
{
    pid_t child = fork();
    int status;

    if (child == 0) {
        confine(cpu_seconds, memory_bytes);
        _exit(work(context));
    }
    if (child < 0)
        return error("cannot start a process: %s", strerror(errno));
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return error("cannot wait for a process: %s", strerror(errno));
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void process_hold_stop_in(sigset_t *mask)
{
    sigaddset(mask, SIGUSR1);
    sigaddset(mask, SIGUSR2);
}

void process_hold_stop(void)
{
    sigset_t stop;

    sigemptyset(&stop);
    process_hold_stop_in(&stop);
    sigprocmask(SIG_BLOCK, &stop, NULL);
}

bool process_asked_to_stop(void)
{
    sigset_t pending;

    return sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGUSR1) == 1 || sigismember(&pending, SIGUSR2) == 1);
}
