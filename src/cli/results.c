/* Functions for commands that work on experiments and their results. */
#include "base/error.h"
#include "base/list.h"
#include "base/map.h"
#include "base/system/file.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "report/summary.h"
#include "sweep/merge.h"
#include "sweep/runs/survey.h"
#include "train/trial.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the name of an experiment's file, a new string: NAME.yaml for one of normlab's own, else the path of
 * experiment_path(). Returns NULL when there is no such experiment. */
static char *path_of(const char *name)
{
    return builtin_find(name) ? format_new("%s.yaml", name) : experiment_path(name);
}

/* Loads the experiment of that name. path: from path_of(); it is freed. Returns NULL after a message. */
static struct experiment *load_from(const char *name, char *path)
{
    const char *text = builtin_find(name);
    struct experiment *e = text ? experiment_parse(path, text) : experiment_load(path);

    if (e && strcmp(path, name) == 0) {
        /* The user typed the name of the file, so messages name the file. */
        list_add(&e->texts, path);
        e->plan.typed = e->texts.item[e->texts.count - 1];
    }
    free(path);
    return e;
}

struct experiment *load_experiment(const char *name)
{
    return load_from(name, path_of(name));
}

struct experiment *find_experiment(const char *command, const char *name)
{
    char *path = path_of(name);
    struct experiment *e;
    struct list names = {0};

    if (!path) {
        experiment_names(&names);
        array_add(names.item, names.count) = NULL;
        die_unknown(command, "experiment", name, (const char *const *)names.item,
                    "; normlab list experiments shows them");
    }
    e = load_from(name, path);
    if (!e)
        exit(EXIT_FAILED);
    return e;
}

int find_preset(const char *command, const struct experiment *e, const char *name)
{
    int preset = name ? preset_find(&e->plan, name) : SELECTION_MAIN;
    struct text known = {0};

    if (!name || preset >= 0)
        return preset;
    for (int i = 0; i < plan_presets(&e->plan); i++)
        text_add_item(&known, ", ", "%s", e->plan.preset[i].name);
    die_usage(command, "unknown preset '%s'; %s has %s", name, e->plan.name, text_str(&known));
}

char *results_name(const struct experiment *e, int preset)
{
    return sweep_name(&e->plan, preset < 0 ? plan_main(&e->plan) : preset, NULL);
}

bool open_study(struct study *s, const struct experiment *e, const char *root, int preset)
{
    bool there;

    if (experiment_open(s, e, root, preset, &there))
        exit(EXIT_FAILED);
    if (!there)
        verdicts_init(&s->verdicts, &e->plan, e->claims);
    return there;
}

/* Ends the process with a message that says which command makes the missing results. For the main selection it also
 * says whether there are results on generated data. */
static noreturn void die_no_results(const struct experiment *e, const char *root, int preset)
{
    char *name = results_name(e, preset), *smoke = results_name(e, 0);
    char *path = merge_path(root, name), *generated = merge_path(root, smoke);

    free(name);
    free(smoke);
    if (preset < 0 && file_exists(generated))
        die("%s does not exist: normlab run %s makes it; %s has trials on generated data, which "
            "--preset %s shows",
            path, e->plan.typed, generated, e->plan.preset[0].name);
    die("%s does not exist: normlab run %s%s%s makes it; --out names another folder", path,
        e->plan.typed, preset < 0 ? "" : " --preset ",
        preset < 0 ? "" : e->plan.preset[preset].name);
}

struct experiment *open_results(const char *command, const char *name, const char *root,
                                const char *preset, struct study *s)
{
    struct experiment *e = find_experiment(command, name);
    int number = find_preset(command, e, preset);

    if (!open_study(s, e, root, number))
        die_no_results(e, root, number);
    return e;
}

void print_unmerged(const struct study *s)
{
    bool main;

    if (!s->unmerged)
        return;
    main = strcmp(s->name, s->plan->name) == 0;
    printf(
        "%s: %d of the finished trials %s not in %s/results/%s.h5 yet; normlab merge %s%s%s adds %s\n",
        s->plan->name, s->unmerged, s->unmerged == 1 ? "is" : "are", s->root, s->name,
        s->plan->typed, main ? "" : " --preset ",
        main ? "" : s->plan->preset[s->selection.preset].name, s->unmerged == 1 ? "it" : "them");
}

/* True when a trial with each value of the key must be checked. False for the seed, and for real numbers such as learning
 * rates, whose range was checked when the sweep was expanded. */
static bool needs_check(const char *key)
{
    const struct option *o = trial_option(key);

    return strcmp(key, "seed") && !(o && o->kind == OPTION_REAL);
}

/* Adds the pairs key=value of a trial that no earlier trial has: to `seen`, which owns the texts, and to `known`, which
 * finds them. Returns true when there is at least one. */
static bool add_new_pairs(const struct config *c, struct list *seen, struct map *known)
{
    bool new = false;

    for (int i = 0; i < c->count; i++) {
        char *pair;

        if (!needs_check(c->item[i].key))
            continue;
        pair = format_new("%s=%s", c->item[i].key, c->item[i].value);
        if (map_get(known, pair) >= 0) {
            free(pair);
            continue;
        }
        new = true;
        array_add(seen->item, seen->count) = pair;
        map_set(known, pair, 0);
    }
    return new;
}

int check_trials(const struct sweep *s, const char *root)
{
    struct list seen = {0};
    struct map known = {0};
    struct survey v;
    int bad = 0;

    survey_init(&v, s, root);
    for (int i = 0; i < s->trials && !bad; i++)
        if (v.state[i] == STATE_MISSING && add_new_pairs(&s->trial[i].config, &seen, &known))
            bad = trial_check(&s->trial[i].config);
    survey_clear(&v);
    map_clear(&known);
    list_clear(&seen);
    return bad;
}

int write_summaries(const struct study *shown, const struct experiment *e)
{
    struct study main_trials;
    int bad = summary_write(shown, e->tables, e->figures, false);

    if (bad || shown->selection.is_main)
        return bad;
    experiment_open_main(&main_trials, e, shown);
    bad = summary_write(&main_trials, e->tables, e->figures, false);
    study_close(&main_trials);
    return bad;
}
