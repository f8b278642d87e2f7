#include "sweep/plan.h"
#include "base/error.h"
#include "base/formats/values.h"
#include "data/data.h"
#include "train/trial.h"
#include <string.h>

int plan_presets(const struct plan *p)
{
    int n = 0;

    while (p->preset[n].name)
        n++;
    return n;
}

int plan_main(const struct plan *p)
{
    return plan_presets(p) - 1;
}

int preset_find(const struct plan *p, const char *name)
{
    for (int i = 0; p->preset[i].name; i++)
        if (strcmp(p->preset[i].name, name) == 0)
            return i;
    return -1;
}

bool plan_has_axis(const struct plan *p, const char *key)
{
    for (int a = 0; p->axis[a]; a++)
        if (strcmp(p->axis[a], key) == 0)
            return true;
    return false;
}

void block_parse(const struct preset *p, const char *block, struct config *grid)
{
    if (config_parse(grid, p->common) || config_parse(grid, block))
        BUG("preset %s does not parse", p->name);
    trial_rename_keys(grid);
}

bool block_keeps(const struct config *grid, const char *key)
{
    const char *own = config_get(grid, key);

    return own && (*own == '=' || strcmp(key, "panel") == 0);
}

void preset_data(const struct preset *p, const struct config *overrides, struct list *names)
{
    const char *given = overrides ? config_get(overrides, "data") : NULL;

    for (int i = 0; p->block[i]; i++) {
        struct config grid = {0};
        const char *own;

        block_parse(p, p->block[i], &grid);
        own = config_get(&grid, "data");
        if (!own)
            own = trial_option("data")->initial;
        values_split(names, given && !block_keeps(&grid, "data") ? given : own + (*own == '='));
        config_clear(&grid);
    }
}

bool plan_is_generated(const struct plan *e, const char *data)
{
    const struct data_type *type = data_type_find(data);
    struct list used = {0};
    bool generated;

    if (!type || !data_is_generated(type))
        return false;
    preset_data(&e->preset[plan_main(e)], NULL, &used);
    generated = !list_has(&used, data);
    list_clear(&used);
    return generated;
}
