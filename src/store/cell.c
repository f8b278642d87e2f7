#include "store/cell.h"
#include "base/arena.h"
#include "base/error.h"
#include "train/trial.h"
#include <stdlib.h>
#include <string.h>

void cell_parse(const char *text, struct config *cell)
{
    if (config_parse(cell, text))
        BUG("the cell '%s' does not parse", text);
    trial_canonical_values(cell);
}

bool record_in_cell(const struct record *r, const struct config *cell)
{
    for (int i = 0; i < cell->count; i++)
        if (strcmp(record_get(r, cell->item[i].key), cell->item[i].value))
            return false;
    return true;
}

int records_in(const struct results *r, const char *cell, const struct record ***out)
{
    struct config c = {0};
    int n = 0;

    cell_parse(cell, &c);
    *out = xcalloc((size_t)r->records + 1, sizeof **out);
    for (int i = 0; i < r->records; i++)
        if (record_in_cell(&r->record[i], &c))
            (*out)[n++] = &r->record[i];
    config_clear(&c);
    return n;
}

struct results results_only(const struct results *r, const char *cell)
{
    struct results some = *r;
    const struct record **record;

    some.records = records_in(r, cell ? cell : "", &record);
    some.record = xcalloc((size_t)some.records + 1, sizeof *some.record);
    for (int i = 0; i < some.records; i++)
        some.record[i] = *record[i];
    free(record);
    return some;
}
