/* The registry of experiments: registry.def is the one list of them. */
#ifndef NORMLAB_EXPERIMENTS_EXPERIMENTS_H
#define NORMLAB_EXPERIMENTS_EXPERIMENTS_H

#include "lab/experiment.h"

/* Every experiment; ends with NULL. */
extern const struct experiment *const experiments[];

/* NULL when there is none of that name. */
const struct experiment *experiment_find(const char *name);

#endif
