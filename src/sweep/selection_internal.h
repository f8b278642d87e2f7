/* What selection_rows.c (which rows are shown) and selection_relation.c (how a row differs from a preset) share. */
#ifndef NORMLAB_SWEEP_SELECTION_INTERNAL_H
#define NORMLAB_SWEEP_SELECTION_INTERNAL_H

#include "base/list.h"
#include "store/cell.h"
#include "sweep/selection.h"

/* "a, b and 2 more": the first eight items; a new string. */
char *list_abridged(const struct list *l);

struct axes {
    struct list free; /* the experiment's that a preset varies within a panel */
    struct list
        named; /* users' axes that cells of the experiment name: free as well, and in panels */
};
void axes_find(struct axes *a, const struct sweep preset[PRESETS], const struct plan *e,
               const struct cells *cells, int count, const struct results *r);

/* How a row differs from a preset. */
struct relation {
    int nearest;  /* the preset's trial that it is most like; -1: the preset has none */
    int settings; /* that differ */
    char *as;     /* their keys and whole values, to be compared; "" where none differs */
};

/* Configurations that differ from an earlier one in nothing that a relation depends on, as most do, which differ in the seed:
 * like[i] is the first one that i is like. A new array. */
int *relation_likes(const struct axes *a, const struct config *const *config, int n);

/* The relations of n configurations to a preset's sweep. A new array; relations_free() frees. */
struct relation *relations_of(const struct axes *a, const struct sweep *s,
                              const struct config *const *config, const int *like, int n);
void relations_free(struct relation *relation, int n);

/* Names the settings of a row that another configuration has otherwise, each with what it is there if asked. Of long values
 * that part is told in which the two differ first. */
void name_settings(const struct axes *a, const struct config *row, const struct config *planned,
                   bool instead, struct list *out);

/* True when one of the cells sets the key. */
bool cells_name(const struct cells *c, const char *key);

/* The value of a key, "" when there is none. */
const char *value_of(const struct config *c, const char *key);

/* Adds a text and a newline; makes a short name for what was added, and clears it. */
void name_line(struct text *t, const char *s);
void name_text(struct text *t, char name[TRIAL_KEY]);

#endif
