#include "cli/crash.h"
#include "base/error.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* Prints the message and ends the process. It calls only functions that are allowed in signal handlers. */
static void end_without_memory(void)
{
    static const char message[] = "normlab: error: no memory: a library crashed for lack of it\n";
    ssize_t n = write(STDERR_FILENO, message, sizeof message - 1);

    (void)n;
    _exit(EXIT_FAILED);
}

/* A function for on_exit(): a library may call exit() when it has no memory, as libhdf5 does with -1. */
static void exited(int code, void *unused)
{
    (void)unused;
    if (code == -1 && errno == ENOMEM)
        end_without_memory();
}

#ifdef __SANITIZE_ADDRESS__
static void handle_crashes(void)
{
    /* the sanitizer itself reports crashes, in more detail */
}
#else
/* Handles the signal of a crash. When memory was missing, the process ends with a message. Otherwise it ends by the same
 * signal, as it would without this handler: raise() sends the signal again, and it is delivered after the return. A crash
 * would repeat itself even without raise(); a signal that another process sent would not. */
static void crashed(int signal_number)
{
    if (errno == ENOMEM)
        end_without_memory();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void handle_crashes(void)
{
    /* libhdf5 may call itself until the stack is full, which leaves none for the handler */
    static char stack[1 << 16];
    static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};
    const struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};

    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i], &action, NULL);
}
#endif

void crash_tell(void)
{
    on_exit(exited, NULL);
    handle_crashes();
}
