#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/system/ranks.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/crash.h"
#include "cli/output.h"
#include "cli/pin_threads.h"
#include "kernels/kernels.h"
#include "store/store.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct command *const all_commands[] = {
#define COMMAND(name) &command_##name,
#include "cli/commands.def"
#undef COMMAND
    NULL,
};

const char *whole_command_line;

/* Sets whole_command_line to "normlab", whatever the path of the program is, followed by the arguments. An argument
 * is quoted where a shell needs it. */
static void keep_command_line(int argc, char **argv)
{
    struct text t = {0};

    text_add(&t, "normlab");
    for (int i = 1; i < argc; i++) {
        text_add(&t, " ");
        text_add_shell(&t, argv[i]);
    }
    whole_command_line = t.s;
}

static void print_version(void)
{
    struct config c = {0};

    provenance_collect(&c, whole_command_line);
    for (int i = 0; i < c.count; i++)
        printf("%-16s %s\n", c.item[i].key, c.item[i].value);
    config_clear(&c);
}

const struct command *find_command(const char *name)
{
    const char *names[32], *nearest;
    int n = 0;

    for (; all_commands[n]; n++) {
        if (strcmp(all_commands[n]->name, name) == 0)
            return all_commands[n];
        names[n] = all_commands[n]->name;
    }
    names[n] = NULL;
    nearest = text_nearest(name, names);
    error(nearest ? "unknown command '%s'; did you mean '%s'?"
                  : "unknown command '%s'; see normlab --help",
          name, nearest);
    exit(EXIT_USAGE);
}

static bool is_help(const char *argument)
{
    return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0;
}

static int run_command(const struct command *c, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (is_help(argv[i])) {
            print_command_help(c);
            return EXIT_DONE;
        }
    if (ranks_begin()) /* comes before anything that can fail, so that only one rank prints the message */
        return EXIT_FAILED;
    if (ranks_only_trials() && strcmp(c->name, "trial")) {
        error("normlab-mpi runs the command trial alone; for %s take normlab", c->name);
        return EXIT_USAGE;
    }
    if (kernels_check())
        return EXIT_USAGE;
    return c->run(argc, argv);
}

/* Flushes standard output. Returns the exit code of the process: `code`; but EXIT_FAILED instead of EXIT_DONE when the
 * output could not be written, as to a full disk. A closed pipe is no error (output.h). No message is added when the
 * command itself has failed. */
static int close_output(int code)
{
    if (code == EXIT_DONE)
        return file_flush_stdout() ? EXIT_FAILED : EXIT_DONE;
    fflush(stdout);
    return code;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";

    pin_threads(argv, environ);
    output_begin();
    /* a parent that ignores SIGCHLD passes this on, and then this process could not wait for its children */
    signal(SIGCHLD, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN); /* write() then returns an error when a file would become too large */
    crash_tell();
    keep_command_line(argc, argv);
    if (argc < 2) {
        error("which command? normlab --help shows them");
        return EXIT_USAGE;
    }
    if (is_help(name))
        print_help();
    else if (strcmp(name, "--version"))
        return close_output(run_command(find_command(name), argc - 1, argv + 1));
    else if (kernels_check())
        return EXIT_USAGE;
    else
        print_version();
    return close_output(EXIT_DONE);
}
