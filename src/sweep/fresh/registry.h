/*
 * The registry of fresh seeds: which claims rest on seeds whose number was fixed before any of them was trained.
 *
 * The file root/results/NAME.settle, with the NAME of the merged file, has two lines for each claim: first "# TEXT", the claim
 * itself, then key=value pairs:
 *
 *   claim=<id> first_seed=100 seeds=24 pairs=5 mean=0.31 sd=0.6 time=2026-11-29T20:00:00Z commit=0123456789ab
 *
 * This claim is judged on the fresh seeds 100 to 123 alone, but not before all of their trials exist. Until then, and without
 * a line, a claim is judged on the exploratory seeds, those below the smallest first_seed. Claims that are registered at the
 * same time share seeds. Claims that are registered later have a larger first_seed, so that none of their seeds was trained
 * before. (Lines of November 2026 all have 100: some of them share seeds with lines that are older.) The number
 * of fresh seeds was computed from the differences of the exploratory pairs: `pairs` is their number, `mean` and `sd` are
 * their mean and standard deviation. For a claim about the shares of seeds that learn, they are those of "b learns" less "a
 * learns", as numbers 0 and 1, as if a and b were independent. A claim has one line: to judge it again on more seeds would make
 * errors more likely. The file belongs to the results and is committed with them.
 *
 * The line of a claim along an axis goes on with the axis and all values that its fresh seeds have in the cells a, b, a_base
 * and b_base. There may be values between and beyond those of the preset:
 *
 *   ... axis=lr a=0.1,0.3,0.38,0.48,0.6,0.78,1,3 b=0.01,0.03,0.038,0.048,0.06,0.078,0.1,0.3
 *
 * Such a claim is judged on the trials with these values alone. No other claim is judged on trials with values that the
 * preset does not have.
 */
#ifndef NORMLAB_SWEEP_REGISTRY_H
#define NORMLAB_SWEEP_REGISTRY_H

#include "base/list.h"
#include "store/cell.h"

#define REGISTRY_CELLS 4  /* the cells of a claim, in the order of struct cells */
#define CLAIM_ID       17 /* bytes of a claim's id: 16 hexadecimal digits and NUL */

/* A line of the registry. */
struct registration {
    char id[CLAIM_ID]; /* of the claim */
    int first, seeds;  /* the first fresh seed and their number */
    int pairs;         /* number of exploratory pairs */
    double mean, sd;   /* mean and standard deviation of their differences */
    char time[32];     /* when it was registered, as clock_iso() writes it */
    char *commit;      /* source_commit() of the program that registered it */
    char *text;        /* the claim, for readers of the file */
    /* the axis on which the fresh seeds have the values values[k] in cell k of the claim; NULL: the claim is not along one */
    char *axis;
    struct list values[REGISTRY_CELLS];
};

struct registry {
    int first;                  /* the smallest first seed; 0: nothing is registered */
    struct registration *claim; /* [claims] */
    int claims;
};

enum {
    FRESH_FIRST = 100, /* the smallest fresh seed */
    FRESH_LEAST = 6,   /* the fewest fresh seeds of a claim */
};

/* Reads the file; without one, *r is empty. Returns 0, and registry_clear() frees r; or -1 after a message, with r empty. */
int registry_read(struct registry *r, const char *root, const char *name);
void registry_clear(struct registry *r);

/* Writes the file. Returns 0, or -1 after a message. */
int registry_write(const struct registry *r, const char *root, const char *name);

/* Returns the registration of the claim with this id; NULL when it has none. */
const struct registration *registry_find(const struct registry *r, const char *id);

/* Returns the first fresh seed of the next registrations: above all seeds of the results and all that are registered, at
 * least FRESH_FIRST. */
int64_t registry_next(const struct registry *r, const struct results *results);

/* Adds a registration with the id, first, seeds, pairs, mean, sd, text, axis and values of g, which are copied. Its time and
 * commit are those of this call. */
void registry_add(struct registry *r, const struct registration *g);

/* Keeps in `results`, whose array `record` the caller owns, only the records on which the claim with this id and these cells
 * is judged. Returns the number of fresh seeds on which it is judged; 0: it is judged on exploratory seeds. When nothing is
 * registered, returns 0 and keeps all records. */
int registry_keep(const struct registry *r, const char *id, const struct cells *cells,
                  struct results *results);

#endif
