#include "lab/panels.h"
#include "base/arena.h"
#include <stdlib.h>
#include <string.h>

static bool same(const struct record *a, const struct record *b, const char *key)
{
    return strcmp(record_get(a, key), record_get(b, key)) == 0;
}

/* Do two records differ in the axis alone, as far as anything shown tells? */
static bool would_be_averaged(const struct results *r, const char *axis, const char *key,
                              const char *const *named)
{
    for (int i = 0; i < r->records; i++)
        for (int j = 0; j < i; j++) {
            const struct record *a = &r->record[i], *b = &r->record[j];
            bool alike = a->seed == b->seed && !same(a, b, axis) && (!key || same(a, b, key));

            for (int k = 0; alike && named[k]; k++)
                alike = same(a, b, named[k]);
            if (alike)
                return true;
        }
    return false;
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
    bool *further = xcalloc((size_t)r->axes, sizeof *further);

    memset(p, 0, sizeof *p);
    p->of = xcalloc((size_t)r->records, sizeof *p->of);
    for (int a = 0; a < r->axes; a++)
        further[a] =
            !is_shown(r->axis[a], key, named) && would_be_averaged(r, r->axis[a], key, named);
    for (int i = 0; i < r->records; i++) {
        struct text label = {0};

        if (key)
            text_add(&label, "%s", record_get(&r->record[i], key));
        for (int a = 0; a < r->axes; a++)
            if (further[a])
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

static bool is_number(const char *s)
{
    char *end;

    strtod(s, &end);
    return *s && !*end;
}

static int by_number(const void *a, const void *b)
{
    double x = strtod(*(const char *const *)a, NULL), y = strtod(*(const char *const *)b, NULL);

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
        numbers = numbers && is_number(value);
    }
    if (numbers)
        qsort(*values, (size_t)n, sizeof **values, by_number);
    return n;
}
