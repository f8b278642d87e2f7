/* This process, its terminal, and the programs that it runs. */
#ifndef NORMLAB_BASE_SYSTEM_PROCESS_H
#define NORMLAB_BASE_SYSTEM_PROCESS_H

#include "base/text.h"
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/* Identifies a process, for other processes on the same machine and on others. */
struct process_id {
    char host[256], machine[96]; /* see machine_identify() */
    long pid;
    long long start; /* when it started, in the kernel's clock ticks since boot; -1: not known */
};

/* Fills id for this process. */
void process_identify(struct process_id *id);

/* True when the process ran on this machine and has ended (pid_has_ended()). False when it is not known whether the
 * process has ended, as on another machine. */
bool process_has_ended(const struct process_id *id);

/* Returns the peak resident memory of this program in bytes, or NaN when the system does not report it. getrusage() is
 * not used: its peak includes that of the program which the process ran before exec(). */
double process_peak_bytes(void);

/* Returns the number of columns that text for people may take at this file descriptor: the value of the environment variable
 * COLUMNS, if that is from 20 to 10000; else the width of the terminal, or 80 when the terminal does not report at least 20.
 * 0 means that there is no limit: COLUMNS is not set, and the descriptor is a file or a pipe. */
int terminal_columns(int fd);

/* True when this descriptor is a terminal that can move its cursor: TERM is neither empty nor "dumb". */
bool terminal_redraws(int fd);

/* Returns the number of lines of the terminal at this file descriptor: the value of the environment variable LINES, if that
 * is from 5 to 10000; else its height, or 24 when the terminal does not report at least 5. */
int terminal_lines(int fd);

/* Runs a simple command of the POSIX shell (one program with its arguments) in the folder and in the locale C.UTF-8. The text
 * `input` is its standard input (NULL: none). Its standard output and standard error are added to out and err. Uses no
 * temporary files on disk, so it works on a full disk. Returns the exit code; 128 + n when signal n ended the command; 127
 * when there is no such program; or -1 after a message when it could not be run. */
int process_run(const char *folder, const char *command, const struct text *input, struct text *out,
                struct text *err);

/* Calls work(context) in a child process that prints nothing, and waits for it. SIGXCPU ends the child when it has used
 * cpu_seconds of processor time. The child's memory may exceed that of this process by at most memory_bytes; SIGXFSZ
 * ends the child when it writes a file larger than memory_bytes. When this process ends first, SIGKILL ends the child.
 * Returns what work() returned, 0 to 127, or the child's code of exit(); 128 + n when signal n ended the child; or -1
 * after a message when no child could be started. */
int process_try(int (*work)(void *context), void *context, unsigned cpu_seconds,
                size_t memory_bytes);

/* A cluster sends SIGUSR1 or SIGUSR2 to a process some time before it ends the process. After process_hold_stop(),
 * these signals are blocked; process_asked_to_stop() returns true once one has arrived. Threads and programs that the
 * process starts later have them blocked, too. */
void process_hold_stop(void);
void process_hold_stop_in(sigset_t *mask); /* adds both signals to a signal mask */
bool process_asked_to_stop(void);

#endif
