#include "base/error.h"
#include "cli/command.h"
#include "data/data.h"
#include "lab/plot.h"
#include "lab/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_provenance(void)
{
    struct config c = {0};

    provenance_collect(&c, whole_command_line);
    for (int i = 0; i < c.count; i++)
        if (strcmp(c.item[i].key, "command_line"))
            printf("  %-16s %s\n", c.item[i].key, c.item[i].value);
    config_clear(&c);
}

/* The number of things that are missing. */
static int print_tools(void)
{
    char *gnuplot = plot_version();
    int missing = *gnuplot == '\0';

    printf("  %-16s %s\n", "gnuplot",
           missing ? "MISSING: no figures are drawn; apt install gnuplot-nox" : gnuplot);
    free(gnuplot);
    return missing;
}

static int print_data(void)
{
    int missing = 0;

    for (int i = 0; data_types[i]; i++) {
        struct text where = {0};
        bool found = data_locate(data_types[i], &where);

        if (found)
            printf("  %-16s %s\n", data_types[i]->name, text_str(&where));
        else
            printf("  %-16s not found: %s\n", data_types[i]->name, data_types[i]->install);
        /* Only the default set is needed. */
        missing += !found && strcmp(data_types[i]->name, "fashion-mnist") == 0;
        text_clear(&where);
    }
    return missing;
}

static int run(int argc, char **argv)
{
    int missing;

    if (parse_flags(argc, argv, (const struct flag[]){{0}}) != 1)
        return usage_error("doctor", "takes no argument");
    printf("this build\n");
    print_provenance();
    printf("kernels\n  %-16s plain C (src/kernels/ref.c)\n", "norms");
    printf("figures\n");
    missing = print_tools();
    printf("data\n");
    missing += print_data();
    if (missing)
        printf("%d missing\n", missing);
    else
        printf("all is there\n");
    return missing ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_doctor = {
    "doctor",
    "what is installed, which kernels run, where data is",
    "usage: normlab doctor\n\nExit code 1 when something that the default experiments need is missing.\n\n"
    "example: normlab doctor\n",
    run,
};
