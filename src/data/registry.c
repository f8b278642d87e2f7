#include "data/data.h"
#include <string.h>

#define DATA(id) extern const struct data_type data_##id;
#include "data/registry.def"
#undef DATA

const struct data_type *const data_types[] = {
#define DATA(id) &data_##id,
#include "data/registry.def"
#undef DATA
    NULL,
};

const struct data_type *data_type_find(const char *name)
{
    for (const struct data_type *const *t = data_types; *t; t++)
        if (strcmp((*t)->name, name) == 0)
            return *t;
    return NULL;
}
