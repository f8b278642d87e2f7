#include "base/arena.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "data/data.h"
#include "figures/plot.h"
#include "kernels/brgemm.h"
#include "store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_fact(struct listing *l, const char *about, const char *name, const char *value)
{
    listing_line(l);
    listing_text(l, "about", about, 8);
    listing_text(l, "name", name, 16);
    listing_text(l, "value", value, 0);
    listing_line_end(l);
}

static void print_build(struct listing *l)
{
    struct config c = {0};

    provenance_collect(&c, whole_command_line);
    for (int i = 0; i < c.count; i++)
        if (strcmp(c.item[i].key, "command_line"))
            print_fact(l, "build", c.item[i].key, c.item[i].value);
    config_clear(&c);
}

static void print_kernels(struct listing *l)
{
    const struct kernels *k = kernels_choose();
    struct text others = {0};
    char *products = format_new("%s, %s", brgemm_library(),
                                brgemm_serves(k) ? "serves these kernels"
                                                 : "does not serve these kernels: the BLAS does");

    for (int i = 0; kernels_all[i]; i++)
        if (kernels_all[i] != k && kernels_runnable(kernels_all[i]))
            text_add_item(&others, ", ", "%s", kernels_all[i]->name);
    print_fact(l, "kernels", "table", k->name);
    print_fact(l, "kernels", "others", others.length ? text_str(&others) : "none");
    print_fact(l, "kernels", "products", products);
    text_clear(&others);
    free(products);
}

/* Returns a new string about a data set that was found in the folder `where`: the folder and, with check, whether the
 * set's cache agrees with its files (data_check()). Sets *failed, after a message, when that cannot be checked. */
static char *describe_set(const char *name, const char *where, bool check, bool *failed)
{
    bool renewed = false;

    if (!check || data_is_generated(data_type_find(name)))
        return xstrdup(where);
    if (data_check(name, &renewed)) {
        *failed = true;
        return format_new("%s; cannot be checked", where);
    }
    return format_new(
        renewed ? "%s; its cache held other data and is made anew: results that used it are suspect"
                : "%s; checked",
        where);
}

/* Prints where each data set is. Returns the number of problems: 1 for a missing default set and, with check, 1 for
 * each set that cannot be checked. */
static int print_data(struct listing *l, bool check)
{
    int problems = 0;

    for (int i = 0; data_types[i]; i++) {
        struct text where = {0};
        bool found, failed = false;
        char *value;

        /* this set is made from the user's own files, so it has no folder to look in */
        if (data_types[i]->argument)
            continue;
        found = data_locate(data_types[i]->name, &where);
        value = found ? describe_set(data_types[i]->name, text_str(&where), check, &failed)
                      : format_new("not found: %s", data_types[i]->install);
        print_fact(l, "data", data_types[i]->name, value);
        problems += failed;
        /* Only the default data set is needed. */
        problems += !found && strcmp(data_types[i]->name, "fashion-mnist") == 0;
        text_clear(&where);
        free(value);
    }
    return problems;
}

static int run(int argc, char **argv)
{
    struct listing l = {0};
    bool check = false;
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &l.json}, {"--check-data", NULL, FLAG_BOOL, &check}, {0}};
    char *gnuplot = plot_version();
    int missing = *gnuplot == '\0';

    parse_arguments(argc, argv, flags, 0, 0, "takes no argument");
    if (listing_is_table(&l))
        output_wrap();
    print_build(&l);
    print_kernels(&l);
    print_fact(&l, "figures", "gnuplot",
               missing ? "MISSING: no figures are drawn; apt install gnuplot-nox" : gnuplot);
    missing += print_data(&l, check);
    listing_end(&l);
    free(gnuplot);
    if (missing)
        error("doctor: %d of the things above that the experiments need %s missing", missing,
              missing == 1 ? "is" : "are");
    return missing ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_doctor = {
    "doctor",
    "print what is installed, which kernels run and where data sets are",
    "usage: normlab doctor [--json] [--check-data]\n\n"
    "The exit code is 1 when something is missing that the default experiments need.\n\n"
    "  --check-data   decode the data sets again, which takes seconds, and compare with their caches: a\n"
    "                 cache is trusted otherwise while the set's files keep their sizes and times. One\n"
    "                 that differs is made anew. normlab run has the same option for a sweep's sets\n\n"
    "example: normlab doctor\n",
    run,
};
