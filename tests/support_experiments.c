/* Normlab's own experiments, for tests. */
#include "base/text.h"
#include "experiments/experiment.h"
#include "support.h"
#include <stdlib.h>
#include <string.h>

const struct experiment *const *all_experiments(void)
{
    static const struct experiment *all[64];

    if (all[0])
        return all;
    for (int i = 0; builtin_experiments[i].name; i++) {
        char *file = format_new("%s.yaml", builtin_experiments[i].name);

        all[i] = experiment_parse(file, builtin_experiments[i].yaml);
        assert_non_null(all[i]);
        free(file);
    }
    return all;
}

const struct experiment *test_experiment(const char *name)
{
    for (const struct experiment *const *e = all_experiments(); *e; e++)
        if (strcmp((*e)->plan.name, name) == 0)
            return *e;
    return NULL;
}
