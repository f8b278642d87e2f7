#include "base/error.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "experiments/experiment.h"
#include "sweep/merge.h"
#include "sweep/runs/workers.h"
#include <stdio.h>
#include <stdlib.h>

static void print_failures(const struct sweep *s, const char *root)
{
    for (int i = 0; i < s->trials; i++) {
        char *path;

        if (pool_state(s, root, i) != STATE_FAILED)
            continue;
        path = sweep_find(s, root, i, ".failed");
        printf("  failed:");
        for (int a = 0; a < s->axes; a++)
            printf(" %s=%s", s->axis[a], config_get(&s->trial[i].config, s->axis[a]));
        printf(" seed=%s, why: %s\n", config_get(&s->trial[i].config, "seed"), path);
        free(path);
    }
}

static int print_preset(const struct experiment *e, int preset, char *const *overrides, int given,
                        const char *root, struct listing *l)
{
    int count[3] = {0};
    struct sweep s;

    if (experiment_expand(&s, e, preset, overrides, given, NULL))
        return EXIT_USAGE;
    if (merge_mark(&s, root)) {
        sweep_clear(&s);
        return EXIT_FAILED;
    }
    for (int i = 0; i < s.trials; i++)
        count[pool_state(&s, root, i)]++;
    listing_line(l);
    listing_text(l, "experiment", e->plan.name, 12);
    listing_text(l, "preset", e->plan.preset[preset].name, 6);
    listing_number(l, "trials", s.trials, 6, 0);
    listing_number(l, "done", count[STATE_DONE], 6, 0);
    listing_number(l, "failed", count[STATE_FAILED], 6, 0);
    listing_number(l, "to_do", count[STATE_MISSING], 6, 0);
    listing_line_end(l);
    if (listing_is_table(l))
        print_failures(&s, root);
    sweep_clear(&s);
    return EXIT_DONE;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL;
    struct listing l = {0};
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &l.json},
        {"--out", NULL, FLAG_TEXT, &root},
        {"--preset", NULL, FLAG_TEXT, &name},
        {0},
    };
    int words = parse_arguments(argc, argv, flags, 1, ANY_NUMBER, WHICH_EXPERIMENT);
    struct experiment *e = find_experiment("status", argv[1]);
    int only = find_preset("status", e, name), code = EXIT_DONE;

    if (listing_is_table(&l))
        printf("%-12s %-6s %6s %6s %6s %6s\n", "experiment", "preset", "trials", "done", "failed",
               "to do");
    for (int p = 0; p < plan_presets(&e->plan) && code == EXIT_DONE; p++)
        if (!name || p == only)
            code = print_preset(e, p, argv + 2, words - 1, root, &l);
    listing_end(&l);
    experiment_free(e);
    return code;
}

const struct command command_status = {
    "status",
    "count the trials of an experiment that are done",
    "usage: normlab status EXPERIMENT [KEY=VALUE[,VALUE]...] [--preset NAME] [--out DIR] [--json]\n\n"
    "KEY=VALUE is as for normlab run. A trial is done when it has a file in DIR/results/EXPERIMENT/ or a\n"
    "row in DIR/results/EXPERIMENT.h5.\n\n"
    "example: normlab status batch_size\n",
    run,
};
