#include "base/list.h"
#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

void list_add(struct list *l, const char *item)
{
    array_add(l->item, l->count) = xstrdup(item);
}

bool list_add_new(struct list *l, const char *item)
{
    if (list_has(l, item))
        return false;
    list_add(l, item);
    return true;
}

bool list_has(const struct list *l, const char *item)
{
    for (int i = 0; i < l->count; i++)
        if (strcmp(l->item[i], item) == 0)
            return true;
    return false;
}

void list_split(struct list *l, const char *text, const char *separators)
{
    for (;;) {
        size_t n;

        text += strspn(text, separators);
        if (!*text)
            return;
        n = strcspn(text, separators);
        array_add(l->item, l->count) = xstrndup(text, n);
        text += n;
    }
}

char *list_join(const struct list *l, const char *separator)
{
    struct text t = {0};

    for (int i = 0; i < l->count; i++)
        text_add_item(&t, separator, "%s", l->item[i]);
    return t.s ? t.s : xstrdup("");
}

int *list_first(const struct list *l)
{
    int *first = xcalloc((size_t)l->count + 1, sizeof *first);
    struct map known = {0};

    for (int i = 0; i < l->count; i++) {
        int at = map_get(&known, l->item[i]);

        first[i] = at < 0 ? i : at;
        if (at < 0)
            map_set(&known, l->item[i], i);
    }
    map_clear(&known);
    return first;
}

static int compare_items(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void list_sort(struct list *l)
{
    if (l->count) /* qsort() must not get NULL, which the array of an empty list is */
        qsort(l->item, (size_t)l->count, sizeof *l->item, compare_items);
}

void list_clear(struct list *l)
{
    for (int i = 0; i < l->count; i++)
        free(l->item[i]);
    free(l->item);
    *l = (struct list){0};
}

void *array_grow(void *items, size_t count, size_t item_bytes)
{
    /* the capacity is the smallest power of two that is not below count */
    bool full = (count & (count - 1)) == 0;

    return full ? xrealloc(items, (count ? 2 * count : 1) * item_bytes) : items;
}
