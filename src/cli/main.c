#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/command.h"
#include "kernels/kernels.h"
#include "store/store.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/commands.def"
#undef COMMAND
    NULL,
};

const char *whole_command_line;

static void print_help(void)
{
    printf("normlab compares neural-network normalization layers by experiment.\n\n"
           "usage: normlab COMMAND [ARGUMENT]...      normlab COMMAND --help\n\ncommands:\n");
    for (int i = 0; commands[i]; i++)
        printf("  %-9s %s\n", commands[i]->name, commands[i]->summary);
    printf(
        "\nexit codes: 0 done, 1 failed, 2 bad usage, 3 some trials failed, 130/143 stopped by a\n"
        "signal with everything finished so far kept\n\n"
        "example: normlab run batch_size --preset smoke\n");
}

static void print_version(void)
{
    struct config c = {0};

    provenance_collect(&c, whole_command_line);
    for (int i = 0; i < c.count; i++)
        printf("%-16s %s\n", c.item[i].key, c.item[i].value);
    config_clear(&c);
}

/* OpenBLAS reads its number of threads before main(), and its OpenMP build asks libgomp, which has
 * read OMP_NUM_THREADS by then: set both and start over. One core per trial is the design. */
static void pin_threads(char **argv)
{
    const char *blas = getenv("OPENBLAS_NUM_THREADS"), *omp = getenv("OMP_NUM_THREADS");

    if (blas && omp && strcmp(blas, "1") == 0 && strcmp(omp, "1") == 0)
        return;
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    setenv("OMP_NUM_THREADS", "1", 1);
    execv("/proc/self/exe", argv);
}

static int unknown_command(const char *name)
{
    const char *names[32], *nearest;
    int n = 0;

    for (; commands[n]; n++)
        names[n] = commands[n]->name;
    names[n] = NULL;
    nearest = text_nearest(name, names);
    if (nearest)
        error("unknown command '%s'; did you mean '%s'?", name, nearest);
    else
        error("unknown command '%s'; see normlab --help", name);
    return EXIT_USAGE;
}

static int run_command(const struct command *c, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            printf("%s", c->help);
            return EXIT_DONE;
        }
    if (kernels_check())
        return EXIT_USAGE;
    return c->run(argc, argv);
}

/* Results that cannot be written, to a full disk or a closed pipe, are a failure. */
static int close_output(int code)
{
    if (fflush(stdout) || ferror(stdout)) {
        error("cannot write to standard output");
        return code == EXIT_DONE ? EXIT_FAILED : code;
    }
    return code;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";

    pin_threads(argv);
    signal(SIGCHLD, SIG_DFL); /* a parent may have it ignored, and no child could be waited for */
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error of write() */
    whole_command_line = command_line(argc, argv);
    if (argc < 2) {
        error("which command? normlab --help shows them");
        return EXIT_USAGE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        print_help();
        return close_output(EXIT_DONE);
    }
    if (strcmp(name, "--version") == 0) {
        if (kernels_check())
            return EXIT_USAGE;
        print_version();
        return close_output(EXIT_DONE);
    }
    for (int i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return close_output(run_command(commands[i], argc - 1, argv + 1));
    return unknown_command(name);
}
