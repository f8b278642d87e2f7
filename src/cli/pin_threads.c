#include "cli/pin_threads.h"
#include "base/error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PINS = 2 };

/* The variables of the environment that limit BLAS to one thread. */
static const char *const pin[PINS] = {"OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1"};

/* True when both texts NAME=VALUE are of the same variable. */
static bool same_variable(const char *a, const char *b)
{
    return strncmp(a, b, strcspn(b, "=") + 1) == 0;
}

/* Returns how many of the variables in pin[] the environment has, with their values. */
static int count_pins(char **environment)
{
    int n = 0;

    for (char **e = environment; *e; e++)
        for (int i = 0; i < PINS; i++)
            n += strcmp(*e, pin[i]) == 0;
    return n;
}

/* This function uses neither malloc() nor setenv(), because it may run before the C library has started. */
void pin_threads(char **argv, char **environment)
{
    size_t count = 0, n = 0;
    char **own;

    if (count_pins(environment) == PINS)
        return;
    while (environment[count])
        count++;
    own = mmap(NULL, (count + PINS + 1) * sizeof *own, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (own == MAP_FAILED)
        return;
    for (size_t i = 0; i < count; i++)
        if (!same_variable(environment[i], pin[0]) && !same_variable(environment[i], pin[1]))
            own[n++] = environment[i];
    for (int i = 0; i < PINS; i++)
        own[n++] = (char *)(uintptr_t)pin[i];
    execve("/proc/self/exe", argv, own);
    munmap(own, (count + PINS + 1) * sizeof *own);
}

#ifndef __SANITIZE_ADDRESS__ /* code with the sanitizer cannot run so early: the sanitizer has not started yet */
/* A little more than the 128 MiB of addresses that OpenBLAS 0.3 reserves at its start. */
#define START_BYTES ((size_t)136 << 20)

static void before_libraries(int argc, char **argv, char **environment)
{
    static const char message[] = "normlab: error: no memory for the 128 MiB of addresses that "
                                  "OpenBLAS takes at its start: raise the limit (ulimit -v)\n";
    void *room;

    (void)argc;
    pin_threads(argv, environment);
    room = mmap(NULL, START_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) {
        ssize_t n = write(STDERR_FILENO, message, sizeof message - 1);

        (void)n;
        _exit(EXIT_FAILED);
    }
    munmap(room, START_BYTES);
}

__attribute__((section(".preinit_array"),
               used)) static void (*const first)(int, char **, char **) = before_libraries;
#endif
