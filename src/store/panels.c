#include "store/panels.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/map.h"
#include "base/number.h"
#include <stdlib.h>
#include <string.h>

/* Returns a new array with, for each record, the index of the first record that has the same value of the key. */
static int *first_of_value(const struct results *r, const char *key)
{
    struct list values = {0};
    int *first;

    for (int i = 0; i < r->records; i++)
        list_add(&values, record_get(&r->record[i], key));
    first = list_first(&values);
    list_clear(&values);
    return first;
}

/* True when two records have the same seed and the same values of all keys that are shown, but different values of
 * the axis: a mean over seeds would mix them. shown: for each key that is shown, the array of first_of_value(); ends with
 * NULL. */
static bool would_be_averaged(const struct results *r, const char *axis, int *const *shown)
{
    int *own = first_of_value(r, axis), *first;
    struct list groups = {0}; /* for each record, its seed and the values of the shown keys */
    bool averaged = false;

    for (int i = 0; i < r->records; i++) {
        struct text t = {0};

        text_add(&t, "%lld", (long long)r->record[i].seed);
        for (int k = 0; shown[k]; k++)
            text_add(&t, " %d", shown[k][i]);
        array_add(groups.item, groups.count) = t.s;
    }
    first = list_first(&groups);
    for (int i = 0; i < r->records && !averaged; i++)
        averaged = own[i] != own[first[i]];
    list_clear(&groups);
    free(first);
    free(own);
    return averaged;
}

/* Sets further[a] to true for each axis a of r that is a further axis, as panels.h defines it. */
static void find_further(const struct results *r, const char *key, const char *const *named,
                         bool *further)
{
    int *shown[PANELS_NAMED + 2] = {NULL}, n = 0;
    struct list keys = {0};

    if (key)
        list_add(&keys, key);
    for (int i = 0; named[i] && i < PANELS_NAMED; i++)
        list_add(&keys, named[i]);
    for (; n < keys.count; n++)
        shown[n] = first_of_value(r, keys.item[n]);
    for (int a = 0; a < r->axes; a++)
        further[a] = !list_has(&keys, r->axis[a]) && would_be_averaged(r, r->axis[a], shown);
    while (n > 0)
        free(shown[--n]);
    list_clear(&keys);
}

void panels_init(struct panels *p, const struct results *r, const char *key,
                 const char *const *named)
{
    bool *further = xcalloc((size_t)r->axes + 1, sizeof *further);
    /* true when some values of key are numbers: labels are then "batch=32" instead of "32" */
    bool numbers = false;
    struct list labels = {0};

    find_further(r, key, named, further);
    for (int i = 0; key && i < r->records; i++)
        numbers = numbers || number_is(record_get(&r->record[i], key));
    p->of = xcalloc((size_t)r->records + 1, sizeof *p->of);
    for (int i = 0; i < r->records; i++) {
        struct text label = {0};

        if (key)
            text_add(&label, "%s%s%s", numbers ? key : "", numbers ? "=" : "",
                     record_get(&r->record[i], key));
        for (int a = 0; a < r->axes; a++)
            if (further[a] && *record_get(&r->record[i], r->axis[a]))
                text_add_item(&label, ", ", "%s=%s", r->axis[a],
                              record_get(&r->record[i], r->axis[a]));
        list_add_new(&labels, text_str(&label));
        while (strcmp(labels.item[p->of[i]], text_str(&label)))
            p->of[i]++;
        text_clear(&label);
    }
    p->label = labels.item;
    p->count = labels.count;
    free(further);
}

void panels_release(struct panels *p)
{
    list_clear(&(struct list){p->label, p->count});
    free(p->of);
    memset(p, 0, sizeof *p);
}

static int by_number(const void *a, const void *b)
{
    double x = number_parse(*(const char *const *)a, NULL),
           y = number_parse(*(const char *const *)b, NULL);

    return x < y ? -1 : x > y;
}

int panels_values(const struct panels *p, const struct results *r, int panel, const char *key,
                  const char ***values)
{
    struct map known = {0};
    bool numbers = true;
    int n = 0;

    *values = xcalloc((size_t)r->records, sizeof **values);
    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], key);

        if ((panel < 0 || p->of[i] == panel) && map_get(&known, value) < 0) {
            map_set(&known, value, n);
            (*values)[n++] = value;
        }
        numbers = numbers && number_is(value);
    }
    map_clear(&known);
    if (numbers)
        qsort(*values, (size_t)n, sizeof **values, by_number);
    return n;
}
