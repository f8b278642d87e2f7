#include "base/arena.h"
#include "base/error.h"
#include "cli/command.h"
#include "data/data.h"
#include "data/fetch/fetch.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TIMEOUT_S 30

/* Ends the process with a usage error that says why normlab cannot fetch the data set. */
static noreturn void die_not_fetched(const char *name)
{
    const struct data_type *type = data_type_find(name);
    const char *names[64] = {NULL};
    struct text known = {0};

    if (type && data_is_generated(type))
        die_usage("data", "%s is generated: there is nothing to fetch", name);
    if (type && type->argument)
        die_usage("data", "%s reads files of your own: there is nothing to fetch", name);
    if (type && type->folder)
        die_usage("data", "%s comes from the system's packages: %s", name, type->install);
    for (int i = 0; fetch_sets[i].name && i < 63; i++) {
        text_add(&known, i ? ", %s" : "; known: %s", fetch_sets[i].name);
        names[i] = fetch_sets[i].name;
    }
    die_unknown("data", "set", name, names, text_str(&known));
}

/* Returns the folder from which a trial with data=NAME reads the set, as a new string. Returns NULL when that is
 * f->folder, the folder to be fetched to, and when the set is not found. */
static char *found_elsewhere(const struct fetch *f)
{
    const struct data_type *type = data_type_find(f->set->name);
    struct text where = {0};
    char *elsewhere = NULL;

    if (type && data_locate(type->name, &where) && strcmp(text_str(&where), f->folder))
        elsewhere = xstrdup(text_str(&where));
    text_clear(&where);
    return elsewhere;
}

static void print_present(const struct fetch *f, const char *folder)
{
    printf("%s is already in %s, as published: nothing to fetch\n", f->set->name, folder);
}

/* Fetches f->set to f->folder. by_default: true when f->folder is the set's default folder. Returns the exit code. */
static int fetch_to(const struct fetch *f, bool by_default)
{
    char *elsewhere = by_default ? found_elsewhere(f) : NULL;
    int code = EXIT_FAILED, fetched;

    exit_on_signals();
    if (elsewhere && !f->force && fetch_is_complete(f->set, elsewhere)) {
        print_present(f, elsewhere);
        code = EXIT_DONE;
    } else if (fetch_run(f, &fetched) == 0) {
        if (fetched)
            printf("%s is in %s\n", f->set->name, f->folder);
        else
            print_present(f, f->folder);
        free(elsewhere);
        elsewhere = by_default ? found_elsewhere(f) : NULL;
        if (elsewhere && !fetch_is_complete(f->set, elsewhere))
            warning("data=%s still reads %s, where NORMLAB_DATA points", f->set->name, elsewhere);
        code = EXIT_DONE;
    }
    free(elsewhere);
    return code;
}

/* Fetches a set to the folder out/NAME, or to its default folder when out is NULL. Returns the exit code. */
static int fetch(const char *name, struct fetch *f, const char *out)
{
    char *folder;
    int code;

    f->set = fetch_set_find(name);
    if (!f->set)
        die_not_fetched(name);
    if (f->mirror && !fetch_is_url(f->mirror))
        die_usage("data", "--mirror %s: should begin with http:// or https://", f->mirror);
    if (out && !*out)
        die_usage("data", "--out: which folder? '.' is this one");
    folder = out ? format_new("%s/%s", out, f->set->name) : fetch_folder(f->set);
    if (!folder)
        die("no home folder is known: set HOME or XDG_DATA_HOME, or name a folder by --out DIR");
    f->folder = folder;
    code = fetch_to(f, !out);
    free(folder);
    return code;
}

static int run(int argc, char **argv)
{
    static const char *const verbs[] = {"fetch", NULL};
    struct fetch f = {.timeout_s = TIMEOUT_S};
    const char *out = NULL;
    const struct flag flags[] = {
        {"--mirror", NULL, FLAG_TEXT, &f.mirror},    {"--out", NULL, FLAG_TEXT, &out},
        {"--timeout", NULL, FLAG_INT, &f.timeout_s}, {"--force", NULL, FLAG_BOOL, &f.force},
        {"--quiet", "-q", FLAG_BOOL, &f.quiet},      {0},
    };
    int words =
        parse_arguments(argc, argv, flags, 1, ANY_NUMBER,
                        "data fetch NAME downloads a set; normlab list data says which sets "
                        "are here");

    if (strcmp(argv[1], verbs[0]))
        die_unknown("data", "action", argv[1], verbs, "; data fetch NAME downloads a set");
    if (words != 2)
        die_usage("data", "fetch takes one set");
    return fetch(argv[2], &f, out);
}

const struct command command_data = {
    "data",
    "download a data set",
    "usage: normlab data fetch NAME [OPTION]...\n\n"
    "Downloads a published data set to ${XDG_DATA_HOME:-~/.local/share}/normlab/NAME, where data=NAME\n"
    "finds it. A file appears there only after its SHA-256 was checked. The same command continues a\n"
    "download that was interrupted, and does nothing when all files are there. NAME is one of\n\n"
#define FETCH(id, name) "  " name "\n"
#include "data/fetch/fetch.def"
#undef FETCH
    "\n"
    "  --mirror URL     download URL/FILE instead of the published address\n"
    "  --out DIR        to DIR/NAME; with NORMLAB_DATA=DIR, data=NAME finds it there\n"
    "  --timeout N      give up when the server sends nothing for N seconds [30]\n"
    "  --force          replace files that have other content\n"
    "  -q, --quiet      show no progress\n\n"
    "normlab list data says which sets are here. Proxies are taken from the environment\n"
    "(https_proxy, no_proxy).\n\n"
    "example: normlab data fetch mnist\n",
    run,
};
