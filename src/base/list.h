/* Growing lists: struct list holds strings; array_add() serves arrays of anything. */
#ifndef NORMLAB_BASE_LIST_H
#define NORMLAB_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

/* A list of strings, which it owns. Zero-initialize; list_clear() frees. */
struct list {
    char **item;
    int count;
};

/* Adds a copy of item at the end. */
void list_add(struct list *l, const char *item);

/* The same, unless the list has an equal item. Returns true when it was added. */
bool list_add_new(struct list *l, const char *item);

/* True when the list has an item that equals this one. */
bool list_has(const struct list *l, const char *item);

/* Adds the pieces of text between separators (any character of them), empty pieces left out. */
void list_split(struct list *l, const char *text, const char *separators);

/* The items with separator between them: a new string, "" when there are none. */
char *list_join(const struct list *l, const char *separator);

/* For each item the index of the first item that equals it: first[i] == i where none before does. A new array. */
int *list_first(const struct list *l);

void list_clear(struct list *l);

/* The new last element of the array `items` with `count` elements, uninitialized: array_add(p, n) = value; grows the
 * array where it must, and counts n up. The array starts as NULL with 0 elements and only array_add() grows it. Both
 * names are evaluated several times. The caller frees the array. */
#define array_add(items, count)                                                                    \
    (*((items) = array_grow((items), (size_t)(count), sizeof *(items)), &(items)[(count)++]))

/* The array with room for one element more than count, maybe moved. Its capacity is the next power of two. */
void *array_grow(void *items, size_t count, size_t item_bytes);

#endif
