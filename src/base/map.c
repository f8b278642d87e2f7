#include "base/map.h"
#include "base/arena.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A hash table with open addressing: a search begins at the slot that the hash selects and ends at the key or at a
 * free slot. At least half of the slots are free. */
struct map_slot {
    const char *key; /* NULL: the slot is free */
    uint32_t hash;
    int number;
};

/* FNV-1a (Fowler, Noll, Vo), 32 bits. */
static uint32_t hash_of(const char *key)
{
    uint32_t h = 2166136261u;

    for (; *key; key++)
        h = (h ^ (unsigned char)*key) * 16777619u;
    return h;
}

/* Returns the slot of the key, or the free slot in which the key belongs. The map must have slots. */
static struct map_slot *find(const struct map *m, const char *key, uint32_t hash)
{
    size_t i = hash & (m->slots - 1);

    while (m->slot[i].key && (m->slot[i].hash != hash || strcmp(m->slot[i].key, key)))
        i = (i + 1) & (m->slots - 1);
    return &m->slot[i];
}

int map_get(const struct map *m, const char *key)
{
    const struct map_slot *s = m->slots ? find(m, key, hash_of(key)) : NULL;

    return s && s->key ? s->number : -1;
}

static void grow(struct map *m)
{
    struct map larger = {.slots = m->slots ? 2 * m->slots : 64, .used = m->used};

    larger.slot = xcalloc(larger.slots, sizeof *larger.slot);
    for (size_t i = 0; i < m->slots; i++)
        if (m->slot[i].key)
            *find(&larger, m->slot[i].key, m->slot[i].hash) = m->slot[i];
    free(m->slot);
    *m = larger;
}

void map_set(struct map *m, const char *key, int number)
{
    uint32_t hash = hash_of(key);
    struct map_slot *s;

    if (2 * (m->used + 1) > m->slots)
        grow(m);
    s = find(m, key, hash);
    m->used += s->key == NULL;
    if (!s->key)
        *s = (struct map_slot){key, hash, number};
    s->number = number;
}

void map_clear(struct map *m)
{
    free(m->slot);
    *m = (struct map){0};
}
