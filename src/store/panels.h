/* The panels of a figure or a table. A panel is a group of records with the same value of a key, and with the same
 * value of each further axis, as panels_init() defines it. If records were not divided by further axes, a mean over
 * seeds would mix records with different settings. */
#ifndef NORMLAB_STORE_PANELS_H
#define NORMLAB_STORE_PANELS_H

#include "store/store.h"

struct panels {
    char **label; /* [count] "mlp", "batch=32", or "mlp, lr=0.1" when lr is a further axis */
    int count;    /* number of panels */
    int *of;      /* [records] the panel of each record: an index into label */
};

#define PANELS_NAMED 8

/* Divides the records of r into panels. key: the key whose values make panels; NULL: none. named: the other keys that
 * the figure or table shows (as series or on its x axis), at most PANELS_NAMED, ends with NULL. An axis is a further
 * axis when two records have different values of it, but the same seed and the same values of key and of all named
 * keys. panels_release() frees p. */
void panels_init(struct panels *p, const struct results *r, const char *key,
                 const char *const *named);
void panels_release(struct panels *p);

/* Sets *values to a new array of the distinct values of a key in a panel (-1: in all records; p may then be NULL). The
 * array is in ascending order when the values of all records are numbers, else in the order of the records. Returns
 * their number. The caller frees the array; the strings belong to the records. */
int panels_values(const struct panels *p, const struct results *r, int panel, const char *key,
                  const char ***values);

#endif
