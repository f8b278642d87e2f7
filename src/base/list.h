/* Lists that grow: struct list for strings, array_add() for arrays of any type. */
#ifndef NORMLAB_BASE_LIST_H
#define NORMLAB_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

/* A list of strings. It owns them. Zero-initialize it; list_clear() frees it. */
struct list {
    char **item;
    int count;
};

/* Adds a copy of item at the end. */
void list_add(struct list *l, const char *item);

/* Adds a copy of item, unless the list has an equal item. True when the item was added. */
bool list_add_new(struct list *l, const char *item);

/* True when the list has an item equal to `item`. */
bool list_has(const struct list *l, const char *item);

/* Splits text at each character that is in the string `separators`, and adds the pieces. Skips empty pieces. */
void list_split(struct list *l, const char *text, const char *separators);

/* Returns the items with the separator between them, or "" for an empty list. The caller frees the string. */
char *list_join(const struct list *l, const char *separator);

/* Returns an array with an index for each item: that of the first item equal to it, which may be the item itself. The
 * caller frees the array. */
int *list_first(const struct list *l);

/* Sorts the items by their bytes, as strcmp() does. */
void list_sort(struct list *l);

/* Frees all items. The list is then empty. */
void list_clear(struct list *l);

/* `array_add(p, n) = value;` adds an element to the array p of n elements, and increments n. The array grows when it is
 * full. It must start as NULL with n = 0, and only array_add() may make it grow. Both arguments are evaluated several
 * times. The caller frees the array by free(). */
#define array_add(items, count)                                                                    \
    (*((items) = array_grow((items), (size_t)(count), sizeof *(items)), &(items)[(count)++]))

/* For array_add(). Returns the array of `count` elements, enlarged for one more if it is full; it may have moved. Its
 * capacity is always a power of two. */
void *array_grow(void *items, size_t count, size_t item_bytes);

#endif
