#include "store/panels.h"
#include "base/arena.h"
#include "base/number.h"
#include <stdlib.h>
#include <string.h>

/* The values of a key as small numbers: value[i] of record i. The caller frees. */
static int *numbered(const struct results *r, const char *key)
{
    int *value = xcalloc((size_t)r->records + 1, sizeof *value), *first, n = 0;

    first = xcalloc((size_t)r->records + 1, sizeof *first);
    for (int i = 0; i < r->records; i++) {
        const char *own = record_get(&r->record[i], key);
        int k = 0;

        while (k < n && strcmp(record_get(&r->record[first[k]], key), own))
            k++;
        if (k == n)
            first[n++] = i;
        value[i] = k;
    }
    free(first);
    return value;
}

/* Do two records differ in the axis alone, as far as anything shown tells? `shown`: numbered values of
 * what is shown, ends with NULL. */
static bool would_be_averaged(const struct results *r, const char *axis, int *const *shown)
{
    int *own = numbered(r, axis);
    bool averaged = false;

    for (int i = 0; i < r->records && !averaged; i++)
        for (int j = 0; j < i && !averaged; j++) {
            averaged = r->record[i].seed == r->record[j].seed && own[i] != own[j];
            for (int k = 0; averaged && shown[k]; k++)
                averaged = shown[k][i] == shown[k][j];
        }
    free(own);
    return averaged;
}

static bool is_shown(const char *axis, const char *key, const char *const *named)
{
    bool shown = key && strcmp(axis, key) == 0;

    for (; *named; named++)
        shown |= strcmp(axis, *named) == 0;
    return shown;
}

static int find_or_add(struct panels *p, const char *label)
{
    for (int i = 0; i < p->count; i++)
        if (strcmp(p->label[i], label) == 0)
            return i;
    p->label = xrealloc(p->label, (size_t)(p->count + 1) * sizeof *p->label);
    p->label[p->count] = xstrdup(label);
    return p->count++;
}

void panels_init(struct panels *p, const struct results *r, const char *key,
                 const char *const *named)
{
    bool *further = xcalloc((size_t)r->axes + 1, sizeof *further);
    int *shown[PANELS_NAMED + 2] = {NULL}, n = 0;
    bool numbers = false; /* some values of key are: they need its name beside them */

    memset(p, 0, sizeof *p);
    p->of = xcalloc((size_t)r->records + 1, sizeof *p->of);
    if (key)
        shown[n++] = numbered(r, key);
    for (int i = 0; named[i] && n <= PANELS_NAMED; i++)
        shown[n++] = numbered(r, named[i]);
    for (int a = 0; a < r->axes; a++)
        further[a] = !is_shown(r->axis[a], key, named) && would_be_averaged(r, r->axis[a], shown);
    while (n > 0)
        free(shown[--n]);
    for (int i = 0; key && i < r->records; i++)
        numbers = numbers || number_is(record_get(&r->record[i], key));
    for (int i = 0; i < r->records; i++) {
        struct text label = {0};

        if (key)
            text_add(&label, "%s%s%s", numbers ? key : "", numbers ? "=" : "",
                     record_get(&r->record[i], key));
        for (int a = 0; a < r->axes; a++)
            if (further[a] && *record_get(&r->record[i], r->axis[a]))
                text_add(&label, "%s%s=%s", label.length ? ", " : "", r->axis[a],
                         record_get(&r->record[i], r->axis[a]));
        p->of[i] = find_or_add(p, text_str(&label));
        text_clear(&label);
    }
    free(further);
}

void panels_release(struct panels *p)
{
    for (int i = 0; i < p->count; i++)
        free(p->label[i]);
    free(p->label);
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
    bool numbers = true;
    int n = 0;

    *values = xcalloc((size_t)r->records, sizeof **values);
    for (int i = 0; i < r->records; i++) {
        const char *value = record_get(&r->record[i], key);
        bool known = panel >= 0 && p->of[i] != panel;

        for (int j = 0; j < n && !known; j++)
            known = strcmp((*values)[j], value) == 0;
        if (!known)
            (*values)[n++] = value;
        numbers = numbers && number_is(value);
    }
    if (numbers)
        qsort(*values, (size_t)n, sizeof **values, by_number);
    return n;
}
