/* Profiles: what probes measured inside the net of a trial, per layer. See probes/probe.h for how they are filled. */
#ifndef NORMLAB_TRAIN_PROFILE_H
#define NORMLAB_TRAIN_PROFILE_H

#include "base/list.h"
#include "base/text.h"
#include <stdbool.h>

/* A statistic of a probe: a column k of its profile. */
struct profile_column {
    const char *name, *unit, *help; /* name: NULL ends a table of columns */
    double least, most;             /* the smallest and the largest value that it can have */
    bool less_is_better;            /* false: it is neither good nor bad */
    bool ratio; /* values are compared by their ratio, and their mean is the geometric mean */
};

struct probe_type;

/* A probe's values in one trial. */
struct profile {
    const struct probe_type *probe;
    struct list layer;                   /* names of the layers, from the input to the output */
    const struct profile_column *column; /* the probe's own */
    int columns;
    double *value; /* [points][layers][columns], NaN where there is none */
};

/* All profiles of a trial. They have the same points: `step` is the number of training steps before a point, `epoch` the
 * same in epochs. */
struct profiles {
    struct profile *item;
    int count;
    double *step, *epoch; /* [points] */
    int points;
};

/* probe_name_at() returns the name of probe i in the order of probes.def, NULL for the i after the last. probe_help()
 * returns one line about what a probe measures; probe_columns() its columns, which end with an entry without a name. Both
 * return NULL when no probe has this name. */
const char *probe_name_at(int i);
const char *probe_help(const char *name);
const struct profile_column *probe_columns(const char *name);

/* True when the probe's profiles have a single layer, the net. */
bool probe_is_whole_net(const char *name);

/* Checks the values of the keys `probe` and `probe_at`. Returns 0, or -1 with the reason in `why`. */
int probe_check(const char *probe, const char *probe_at, struct text *why);

/* Appends the canonical form of the value of the key `probe`: each probe once, in the order of probes.def. Returns 0, or
 * -1 without a message, and appends nothing, when a probe has another name. */
int probe_canonical(const char *probe, struct text *out);

/* Returns the name of a profile's probe. */
const char *profile_name(const struct profile *p);

/* Returns the profile of a probe, or NULL. */
const struct profile *profiles_find(const struct profiles *p, const char *probe);

/* Adds a profile of these layers, all NaN. probe: the name of a known probe. layer is copied. The points of p must be set
 * before. Returns the profile, which p owns; the pointer is valid until the next call. */
struct profile *profiles_add(struct profiles *p, const char *probe, const struct list *layer);

/* Returns the number of the column with this name; -1 when there is none. */
int profile_column(const struct profile *p, const char *name);

/* Returns the address of the value at a point, layer and column; the caller may change the value. */
double *profile_at(const struct profile *p, int point, int layer, int column);

/* Frees the profiles and their points. p is then empty. */
void profiles_clear(struct profiles *p);

#endif
