/*
 * How records fall into the panels of a figure or a table: by the value of one key, and further by every
 * axis that would otherwise be averaged over as if its values were seeds.
 */
#ifndef NORMLAB_STORE_PANELS_H
#define NORMLAB_STORE_PANELS_H

#include "store/store.h"

struct panels {
    char **label; /* "mlp", "batch=32", or "mlp, lr=0.1" where the rate was swept, too */
    int count;
    int *of; /* [records] index into label */
};

#define PANELS_NAMED 8

/* key: what panels stand for; NULL: nothing. named: the keys that the figure or table shows in other
 * ways (series, x), at most PANELS_NAMED, ends with NULL; an axis counts as further when two records agree in all of these
 * and in the seed and differ in it. */
void panels_init(struct panels *p, const struct results *r, const char *key,
                 const char *const *named);
void panels_release(struct panels *p);

/* The distinct values of a key over the records of a panel (-1: of all), in the order of their
 * appearance, or by number when all are numbers. Returns their number; *values is the caller's, its
 * strings are the records'. */
int panels_values(const struct panels *p, const struct results *r, int panel, const char *key,
                  const char ***values);

#endif
