/* The panels of a figure or a table: records with one value of a key, and of every further axis over whose values means
 * would otherwise be taken as if they were seeds. */
#ifndef NORMLAB_STORE_PANELS_H
#define NORMLAB_STORE_PANELS_H

#include "store/store.h"

struct panels {
    char **label; /* "mlp", "batch=32", or "mlp, lr=0.1" where the rate was swept, too */
    int count;
    int *of; /* [records] index into label */
};

#define PANELS_NAMED 8

/* key: the key of the panels; NULL: none. named: at most PANELS_NAMED other keys that the figure or table shows
 * (series, x), ends with NULL. An axis is further when two records differ in it and agree in the seed and all of
 * these keys. */
void panels_init(struct panels *p, const struct results *r, const char *key,
                 const char *const *named);
void panels_release(struct panels *p);

/* The distinct values of a key over the records of a panel (-1: all records), in the order of their appearance, or by
 * size when all are numbers. Returns their number; *values is the caller's, its strings are the records'. */
int panels_values(const struct panels *p, const struct results *r, int panel, const char *key,
                  const char ***values);

#endif
