#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the template of an experiment's file with the experiment's name in it, as a new string. */
static char *fill_in(const char *name)
{
    static const char mark[] = "@NAME@";
    struct text t = {0};
    const char *s = experiment_template, *at;

    while ((at = strstr(s, mark))) {
        text_addn(&t, s, (size_t)(at - s));
        text_adds(&t, name);
        s = at + strlen(mark);
    }
    text_adds(&t, s);
    return t.s;
}

static int run(int argc, char **argv)
{
    const struct flag flags[] = {{0}};
    char *path, *text;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes the name of the experiment");
    if (!experiment_is_name(argv[1]))
        die_usage(
            "new",
            "'%s': a name should be lower-case letters, digits and _, and begin with a letter",
            argv[1]);
    if (builtin_find(argv[1]))
        die_usage("new", "'%s' is one of normlab's own experiments: choose another name", argv[1]);
    path = format_new("%s.yaml", argv[1]);
    if (file_exists(path)) {
        error("%s is there already: choose another name, or remove it", path);
        free(path);
        return EXIT_FAILED;
    }
    text = fill_in(argv[1]);
    bad = file_write(path, text, strlen(text));
    if (!bad)
        printf("%s\n", path);
    free(text);
    free(path);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_new = {
    "new",
    "write a commented file for an experiment of your own",
    "usage: normlab new NAME\n\n"
    "Writes NAME.yaml into this folder: a small experiment that runs as it is, with comments that say what\n"
    "to change. docs/experiments.md describes all that such a file may hold.\n\n"
    "example: normlab new yours\n",
    run,
};
