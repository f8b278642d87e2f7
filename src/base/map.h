/* A table from strings to numbers, for lists that are too long to be searched from the start each time. Zero-initialize
 * it; map_clear() frees it. */
#ifndef NORMLAB_BASE_MAP_H
#define NORMLAB_BASE_MAP_H

#include <stddef.h>

struct map {
    struct map_slot *slot; /* [slots]; private to map.c */
    size_t slots, used;    /* number of slots: 0 or a power of two; number of keys */
};

/* Returns the number of the key; -1 when the map lacks the key. */
int map_get(const struct map *m, const char *key);

/* Sets the number of the key, which must not be negative. The map stores the pointer `key`, so the string must outlive
 * the map. */
void map_set(struct map *m, const char *key, int number);

/* Frees the table. The map is then empty. */
void map_clear(struct map *m);

#endif
