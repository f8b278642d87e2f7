/* The provenance of a merged file: that of its trials. */
#include "base/arena.h"
#include "base/error.h"
#include "sweep/merge_internal.h"
#include <stdlib.h>
#include <string.h>

/* True when value is one of the list "a; b". */
static bool origin_holds(const char *list, const char *value)
{
    size_t n = strlen(value);

    for (const char *at = strstr(list, value); at && n; at = strstr(at + 1, value))
        if ((at == list || (at > list + 1 && text_starts_with(at - 2, "; "))) &&
            (!at[n] || text_starts_with(at + n, "; ")))
            return true;
    return n == 0;
}

/* Adds value to the list of key, unless it is there. */
static void add_origin(struct config *c, const char *key, const char *value)
{
    const char *known = config_get(c, key);
    char *both;

    if (known && origin_holds(known, value))
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

void merge_origin(struct results *r, const struct config *before, bool keep,
                  const char *command_line)
{
    const char *commands = config_get(before, "command_line");
    struct config now = {0};

    provenance_collect(&now, command_line);
    config_clear(&r->provenance);
    if (keep)
        config_merge(&r->provenance, before);
    for (int i = 0; i < r->records; i++)
        for (int k = 0; k < r->record[i].origin.count; k++) {
            const struct config_item *item = &r->record[i].origin.item[k];

            if (strcmp(item->key, "time") && strcmp(item->key, "command_line"))
                add_origin(&r->provenance, item->key, item->value);
        }
    merge_commits(r);
    config_set(&r->provenance, "time", config_get(&now, "time"));
    config_set(&r->provenance, "command_line", commands ? commands : command_line);
    add_origin(&r->provenance, "command_line", command_line);
    config_clear(&now);
}

void merge_warn_builds(const struct results *r)
{
    const char *commits = config_get(&r->provenance, "source_commit");

    if (commits && strchr(commits, ';'))
        warning("the trials come from several builds: %s; --force runs them anew", commits);
}
