#include "cli/pin_threads.h"
#include "base/error.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PINS = 2 };

static const char *const pin[PINS] = {"OPENBLAS_NUM_THREADS=1", "OMP_NUM_THREADS=1"};

/* True when the entry NAME=VALUE of an environment is the variable of a pin. */
static bool is_of(const char *entry, const char *of)
{
    size_t name = strcspn(of, "=") + 1;

    return strncmp(entry, of, name) == 0;
}

/* The number of pins that the environment has. */
static int pinned(char **environment)
{
    int n = 0;

    for (char **e = environment; *e; e++)
        for (int i = 0; i < PINS; i++)
            n += strcmp(*e, pin[i]) == 0;
    return n;
}

/* Uses neither malloc() nor setenv(), because the C library may not have started yet. */
void pin_threads(char **argv, char **environment)
{
    size_t count = 0, n = 0;
    char **own;

    if (pinned(environment) == PINS)
        return;
    while (environment[count])
        count++;
    own = mmap(NULL, (count + PINS + 1) * sizeof *own, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (own == MAP_FAILED)
        return;
    for (size_t i = 0; i < count; i++)
        if (!is_of(environment[i], pin[0]) && !is_of(environment[i], pin[1]))
            own[n++] = environment[i];
    for (int i = 0; i < PINS; i++)
        own[n++] = (char *)(uintptr_t)pin[i];
    execve("/proc/self/exe", argv, own);
    munmap(own, (count + PINS + 1) * sizeof *own);
}

#ifndef __SANITIZE_ADDRESS__ /* the sanitizer has not started yet, either */
#define START_BYTES                                                                                \
    ((size_t)136 << 20) /* OpenBLAS 0.3 takes 128 MiB of addresses, and uses a part of it */

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
