#include "base/system/process.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/system/machine.h"
#include "base/system/pid.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
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

    process_identify(&own);
    return *own.machine && strcmp(own.machine, id->machine) == 0 &&
           strcmp(own.host, id->host) == 0 && id->pid > 0 && pid_has_ended(id->pid, id->start);
}

/* Returns the whole number in an environment variable, or 0 when it holds none from `least` to 10000. */
static int size_from(const char *variable, int least)
{
    const char *value = getenv(variable);
    char *end;
    long n = value ? strtol(value, &end, 10) : 0;

    return value && *value && !*end && n >= least && n <= 10000 ? (int)n : 0;
}

int terminal_columns(int fd)
{
    enum { LEAST = 20 }; /* tables need 20 columns; a smaller number is ignored */
    int asked = size_from("COLUMNS", LEAST);
    struct winsize size;

    if (asked || !isatty(fd))
        return asked;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= LEAST ? size.ws_col : 80;
}

bool terminal_redraws(int fd)
{
    const char *term = getenv("TERM");

    return isatty(fd) && term && *term && strcmp(term, "dumb");
}

int terminal_lines(int fd)
{
    enum { LEAST = 5 };
    int asked = size_from("LINES", LEAST);
    struct winsize size;

    if (asked)
        return asked;
    return ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_row >= LEAST ? size.ws_row : 24;
}

/* Returns the descriptor of a file in memory that holds the input, or of /dev/null when input is NULL; -1 on failure. */
static int open_input(const struct text *input)
{
    int fd = input ? memfd_create("input", MFD_CLOEXEC) : open("/dev/null", O_RDONLY | O_CLOEXEC);

    if (fd >= 0 && input &&
        (file_put(fd, text_str(input), input->length) || lseek(fd, 0, SEEK_SET) < 0)) {
        close(fd);
        return -1;
    }
    return fd;
}

/* Starts /bin/sh, which runs the command `line`. file: descriptors of its standard input, output and error. Returns the
 * process number of the shell, or -1. */
static pid_t start_shell(const char *line, const int file[3])
{
    pid_t child = fork();

    if (child == 0) {
        /* A child inherits which signals are ignored. normlab ignores these two; the command must not. */
        signal(SIGPIPE, SIG_DFL);
        signal(SIGXFSZ, SIG_DFL);
        for (int i = 0; i < 3; i++)
            dup2(file[i], i);
        execl("/bin/sh", "sh", "-c", line, (char *)NULL);
        dprintf(STDERR_FILENO, "cannot run /bin/sh: %s\n", strerror(errno));
        /* 126, as a shell returns for a command that cannot be run; 127 means that the command was not found */
        _exit(126);
    }
    return child;
}

/* Reads both pipes and adds the data to the texts, until all writers have closed the pipes. */
static void gather(const int pipes[2], struct text *const to[2])
{
    struct pollfd of[2] = {{pipes[0], POLLIN, 0}, {pipes[1], POLLIN, 0}};
    char piece[1 << 14];

    while (of[0].fd >= 0 || of[1].fd >= 0) {
        if (poll(of, 2, -1) < 0)
            continue; /* as after a signal */
        for (int i = 0; i < 2; i++) {
            ssize_t n = of[i].fd >= 0 && of[i].revents ? read(of[i].fd, piece, sizeof piece) : -2;

            if (n > 0)
                text_addn(to[i], piece, (size_t)n);
            else if (n == 0 || (n == -1 && errno != EINTR))
                of[i].fd = -1; /* poll() ignores it from now on */
        }
    }
}

/* Runs a command line in the shell. input: its standard input; NULL: none. Its output and its errors are added to
 * to[0] and to[1]. Returns its status as waitpid() gives it, or -1 with errno set. */
static int run_line(const char *line, const struct text *input, struct text *const to[2])
{
    /* [0] and [1]: the ends of a pipe for the command's output, to read and to write; [2] and [3]: the same for its errors;
     * [4]: its input */
    int fd[5] = {-1, -1, -1, -1, open_input(input)}, status = -1, why;
    pid_t child = -1;

    if (fd[4] >= 0 && pipe2(fd, O_CLOEXEC) == 0 && pipe2(fd + 2, O_CLOEXEC) == 0)
        child = start_shell(line, (const int[]){fd[4], fd[1], fd[3]});
    why = errno;
    for (int i = 1; i < 5; i += i < 3 ? 2 : 1) /* closes the pipes' write ends and the input */
        if (fd[i] >= 0)
            close(fd[i]);
    if (child > 0) {
        gather((const int[]){fd[0], fd[2]}, to);
        while (waitpid(child, &status, 0) < 0)
            if (errno != EINTR) {
                why = errno;
                break;
            }
    }
    for (int i = 0; i < 3; i += 2)
        if (fd[i] >= 0)
            close(fd[i]);
    errno = why;
    return status;
}

int process_run(const char *folder, const char *command, const struct text *input, struct text *out,
                struct text *err)
{
    struct text line = {0};
    int status;

    text_add(&line, "cd ");
    text_add_shell(&line, folder);
    text_add(&line, " && LC_ALL=C.UTF-8 %s", command);
    status = run_line(line.s, input, (struct text *const[]){out, err});
    if (status == -1)
        error("cannot run %s: %s", command, strerror(errno));
    text_clear(&line);
    return status == -1 ? -1 : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Lowers the soft and the hard limit of a resource for this process. A limit that is lower already stays. */
static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now;

    if (getrlimit(resource, &now))
        return;
    now.rlim_cur = soft < now.rlim_cur ? soft : now.rlim_cur;
    now.rlim_max = hard < now.rlim_max ? hard : now.rlim_max;
    setrlimit(resource, &now);
}

/* Returns the size of this process's address space in bytes; 0 when the system does not report it. */
static size_t space_bytes(void)
{
    size_t size;
    char *pages = file_read("/proc/self/statm", &size, true);
    size_t n = pages ? strtoull(pages, NULL, 10) : 0;

    free(pages);
    return n * (size_t)sysconf(_SC_PAGESIZE);
}

/* Called in a new child: makes it end with its parent, lets fatal signals end it, limits its core dump, processor
 * time, size of files and memory, and discards its output. */
static void confine(unsigned cpu_seconds, size_t memory_bytes)
{
    enum { GRACE_SECONDS = 5 }; /* from SIGXCPU to SIGKILL */
    /* The parent may ignore or handle these signals, and the child inherits that; each of them must end the child. */
    static const int ends[] = {SIGXFSZ, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    size_t space = space_bytes();
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        signal(ends[i], SIG_DFL);
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
