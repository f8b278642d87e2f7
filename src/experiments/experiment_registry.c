#include "experiments/experiment.h"
#include <string.h>

#define EXPERIMENT(name) extern const struct experiment experiment_##name;
#include "experiments/experiments.def"
#undef EXPERIMENT

const struct experiment *const experiments[] = {
#define EXPERIMENT(name) &experiment_##name,
#include "experiments/experiments.def"
#undef EXPERIMENT
    NULL,
};

const struct claim_row claim_rows[] = {
#define CLAIM(id, text, from, test, missing) {id, text, from, test, missing},
#include "experiments/literature.def"
#undef CLAIM
    {0},
};

const struct experiment *experiment_find(const char *name)
{
    for (int i = 0; experiments[i]; i++)
        if (strcmp(experiments[i]->plan.name, name) == 0)
            return experiments[i];
    return NULL;
}
