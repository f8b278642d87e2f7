#include "sweep/plan.h"
#include <string.h>

int preset_find(const struct plan *p, const char *name)
{
    for (int i = 0; i < PRESETS; i++)
        if (p->preset[i].name && strcmp(p->preset[i].name, name) == 0)
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
