#include "data/data.h"
#include <string.h>

#define DATA(id) extern const struct data_type data_##id;
#include "data/datasets.def"
#undef DATA

const struct data_type *const data_types[] = {
#define DATA(id) &data_##id,
#include "data/datasets.def"
#undef DATA
    NULL,
};

const struct data_type *data_type_find(const char *name)
{
    for (const struct data_type *const *t = data_types; *t; t++) {
        size_t n = strlen((*t)->name);

        if (strncmp((*t)->name, name, n) == 0 &&
            (name[n] == '\0' || (name[n] == ':' && (*t)->argument)))
            return *t;
    }
    return NULL;
}
