#include "base/error.h"
#include "cli/command.h"
#include "experiments/experiments.h"
#include "lab/pool.h"
#include <stdio.h>
#include <stdlib.h>

static void count_states(const struct sweep *s, const char *root, int count[3])
{
    for (int i = 0; i < s->trials; i++)
        count[pool_state(s, root, i)]++;
}

static void print_failures(const struct sweep *s, const char *root)
{
    for (int i = 0; i < s->trials; i++) {
        char *path;

        if (pool_state(s, root, i) != STATE_FAILED)
            continue;
        path = sweep_path(s, root, i, ".failed");
        printf("  failed:");
        for (int a = 0; a < s->axes; a++)
            printf(" %s=%s", s->axis[a], config_get(&s->trial[i].config, s->axis[a]));
        printf(" seed=%s, why: %s\n", config_get(&s->trial[i].config, "seed"), path);
        free(path);
    }
}

static int print_preset(const struct experiment *e, int preset, const char *root, bool json,
                        bool first)
{
    int count[3] = {0};
    struct sweep s;

    if (sweep_expand(&s, e, preset, NULL, 0, NULL))
        return EXIT_FAILED;
    count_states(&s, root, count);
    if (json)
        printf("%s{\"experiment\": \"%s\", \"preset\": \"%s\", \"trials\": %d, \"done\": %d, "
               "\"failed\": %d}",
               first ? "[\n" : ",\n", e->name, e->preset[preset].name, s.trials, count[STATE_DONE],
               count[STATE_FAILED]);
    else
        printf("%s %-6s %4d trials: %d done, %d failed, %d to do\n", e->name,
               e->preset[preset].name, s.trials, count[STATE_DONE], count[STATE_FAILED],
               count[STATE_MISSING]);
    if (!json)
        print_failures(&s, root);
    sweep_clear(&s);
    return EXIT_DONE;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *name = NULL;
    bool json = false;
    const struct flag flags[] = {
        {"--json", NULL, FLAG_BOOL, &json},
        {"--out", NULL, FLAG_TEXT, &root},
        {"--preset", NULL, FLAG_TEXT, &name},
        {0},
    };
    int words = parse_flags(argc, argv, flags), only = -1, code = EXIT_DONE;
    const struct experiment *e;
    bool first = true;

    if (words < 0)
        return EXIT_USAGE;
    if (words != 2)
        return usage_error("status", "takes one experiment");
    if (!(e = find_experiment("status", argv[1])) ||
        (name && (only = find_preset("status", e, name)) < 0))
        return EXIT_USAGE;
    for (int p = 0; p < PRESETS && code == EXIT_DONE; p++) {
        if (only >= 0 && p != only)
            continue;
        code = print_preset(e, p, root, json, first);
        first = false;
    }
    if (json)
        printf("\n]\n");
    return code;
}

const struct command command_status = {
    "status",
    "how many trials of an experiment's presets are done",
    "usage: normlab status EXPERIMENT [--preset NAME] [--out DIR] [--json]\n\n"
    "example: normlab status batch_size\n",
    run,
};
