/* The provenance of merged results: joins that of the rows, and warns where it differs. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/clock.h"
#include "base/text.h"
#include "sweep/merge_internal.h"
#include <stdlib.h>
#include <string.h>

/* True when the value is an item of the list, a text as "a; b", or is empty. */
static bool list_holds(const char *list, const char *value)
{
    size_t n = strlen(value);

    for (const char *at = strstr(list, value); at && n; at = strstr(at + 1, value))
        if ((at == list || (at > list + 1 && text_starts_with(at - 2, "; "))) &&
            (!at[n] || text_starts_with(at + n, "; ")))
            return true;
    return n == 0;
}

/* Appends the value to the list "a; b" that is the value of the key in c, unless the list contains it. */
static void add_origin(struct config *c, const char *key, const char *value)
{
    const char *known = config_get(c, key);
    char *both;

    if (known && list_holds(known, value))
        return;
    both = known && *known ? format_new("%s; %s", known, value) : xstrdup(value);
    config_set(c, key, both);
    free(both);
}

void merge_commits(struct results *r)
{
    for (int i = 0; i < r->records; i++)
        if (!config_get(&r->record[i].origin, "source_commit"))
            return;
    config_set(&r->provenance, "source_commit", "");
    for (int i = 0; i < r->records; i++)
        add_origin(&r->provenance, "source_commit",
                   config_get(&r->record[i].origin, "source_commit"));
}

void merge_provenance(struct results *r, bool keep, const char *command_line)
{
    struct config before = r->provenance;
    const char *commands = config_get(&before, "command_line");
    char now[32];

    r->provenance = (struct config){0};
    if (keep)
        config_merge(&r->provenance, &before);
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].origin.count; k++) {
            const struct config_item *item = &r->record[i].origin.item[k];

            if (strcmp(item->key, "time") && strcmp(item->key, "command_line"))
                add_origin(&r->provenance, item->key, item->value);
        }
    merge_commits(r);
    clock_iso(now);
    config_set(&r->provenance, "time", now);
    config_set(&r->provenance, "command_line", commands ? commands : command_line);
    add_origin(&r->provenance, "command_line", command_line);
    config_clear(&before);
}

static void warn_of_builds(const struct results *r)
{
    const char *commits = config_get(&r->provenance, "source_commit");

    if (commits && strchr(commits, ';'))
        warning("the trials come from several builds: %s; --force runs them anew", commits);
}

/* Warns when rows come from kernels for different instruction sets. These sum in different orders, so results differ in the
 * last bits, and after a long training in more. */
static void warn_of_kernels(const struct results *r)
{
    struct config all = {0};
    const char *sets;

    config_set(&all, "isa", "");
    for (int i = 0; i < r->records; i++) {
        const char *isa = config_get(&r->record[i].origin, "isa");

        add_origin(&all, "isa", isa ? isa : "");
    }
    sets = config_get(&all, "isa");
    if (strchr(sets, ';'))
        warning(
            "the trials come from kernels for different instruction sets (%s), whose results are not equal bit "
            "for bit: the environment variable NORMLAB_ISA=avx2, for all runs, makes all use one; --force "
            "runs them anew",
            sets);
    config_clear(&all);
}

void merge_warn(const struct results *r)
{
    warn_of_builds(r);
    warn_of_kernels(r);
}
