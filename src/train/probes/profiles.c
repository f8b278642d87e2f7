/* The table of probes, and profiles, which hold what probes measured (train/profile.h). */
#include "base/arena.h"
#include "train/probes/probe.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PROBE(name) extern const struct probe_type probe_##name;
#include "train/probes/probes.def"
#undef PROBE

const struct probe_type *const probe_types[] = {
#define PROBE(name) &probe_##name,
#include "train/probes/probes.def"
#undef PROBE
    NULL,
};

/* ---- probes by name ---- */

/* Returns the probe with this name, or NULL. */
static const struct probe_type *find(const char *name)
{
    int i = 0;

    while (probe_types[i] && strcmp(probe_types[i]->name, name))
        i++;
    return probe_types[i];
}

const char *probe_name_at(int i)
{
    return probe_types[i] ? probe_types[i]->name : NULL;
}

const char *probe_help(const char *name)
{
    const struct probe_type *type = find(name);

    return type ? type->help : NULL;
}

const struct profile_column *probe_columns(const char *name)
{
    const struct probe_type *type = find(name);

    return type ? type->column : NULL;
}

bool probe_is_whole_net(const char *name)
{
    const struct probe_type *type = find(name);

    return type && type->whole_net;
}

int probe_canonical(const char *probe, struct text *out)
{
    struct list name = {0};
    int r = 0;

    list_split(&name, probe, "+");
    for (int i = 0; i < name.count; i++)
        r = find(name.item[i]) ? r : -1;
    for (int i = 0; probe_types[i] && r == 0; i++)
        if (list_has(&name, probe_types[i]->name))
            text_add_item(out, "+", "%s", probe_types[i]->name);
    list_clear(&name);
    return r;
}

/* ---- profiles ---- */

const char *profile_name(const struct profile *p)
{
    return p->probe->name;
}

const struct profile *profiles_find(const struct profiles *p, const char *probe)
{
    for (int i = 0; i < p->count; i++)
        if (strcmp(p->item[i].probe->name, probe) == 0)
            return &p->item[i];
    return NULL;
}

struct profile *profiles_add(struct profiles *p, const char *probe, const struct list *layer)
{
    struct profile *item = &array_add(p->item, p->count);
    size_t values;

    *item = (struct profile){.probe = find(probe)};
    item->column = item->probe->column;
    while (item->column[item->columns].name)
        item->columns++;
    for (int i = 0; i < layer->count; i++)
        list_add(&item->layer, layer->item[i]);
    values = (size_t)p->points * (size_t)layer->count * (size_t)item->columns;
    item->value = xcalloc(values, sizeof *item->value);
    for (size_t i = 0; i < values; i++)
        item->value[i] = NAN;
    return item;
}

int profile_column(const struct profile *p, const char *name)
{
    int i = p->columns - 1;

    while (i >= 0 && strcmp(p->column[i].name, name))
        i--;
    return i;
}

double *profile_at(const struct profile *p, int point, int layer, int column)
{
    size_t row = (size_t)point * (size_t)p->layer.count + (size_t)layer;

    return &p->value[row * (size_t)p->columns + (size_t)column];
}

void profiles_clear(struct profiles *p)
{
    for (int i = 0; i < p->count; i++) {
        list_clear(&p->item[i].layer);
        free(p->item[i].value);
    }
    free(p->item);
    free(p->step);
    free(p->epoch);
    *p = (struct profiles){0};
}
