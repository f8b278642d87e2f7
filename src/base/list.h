/* Growing lists: struct list is for strings, array_add() for arrays of any type. */
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

/* Adds the pieces of text between separators, which are the characters of a string; skips empty pieces. */
void list_split(struct list *l, const char *text, const char *separators);

/* The items with the separator between them: a new string, "" for an empty list. */
char *list_join(const struct list *l, const char *separator);

/* A new array with, for each item, the index of the first item that equals it, which may be the item itself. */
int *list_first(const struct list *l);

void list_clear(struct list *l);

/* array_add(p, n) = value; adds an element to the array p of n elements, which grows when it is full, and increments
 * n. The array must start as NULL with 0 elements, and only array_add() may grow it. Both arguments are evaluated
 * several times. The caller frees the array. */
#define array_add(items, count)                                                                    \
    (*((items) = array_grow((items), (size_t)(count), sizeof *(items)), &(items)[(count)++]))

/* The array, perhaps moved, with room for count + 1 elements. Its capacity is a power of two. */
void *array_grow(void *items, size_t count, size_t item_bytes);

#endif
