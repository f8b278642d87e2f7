#include "base/system/process.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/system/machine.h"
#include "base/system/pid.h"
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
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

/* Adds all that a command has printed to the file f. */
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
