#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "report/summary.h"
#include "sweep/merge.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int usage_error(const char *command, const char *format, ...)
{
    char message[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    error("%s: %s (see normlab %s --help)", command, message, command);
    return EXIT_USAGE;
}

/* Does arg use the flag? *value: what is glued to it, or NULL. */
static bool matches(const struct flag *f, const char *arg, const char **value)
{
    size_t n = strlen(f->name);

    *value = NULL;
    if (strncmp(arg, f->name, n) == 0 && (arg[n] == '\0' || arg[n] == '=')) {
        *value = arg[n] ? arg + n + 1 : NULL;
        return true;
    }
    if (f->brief && strncmp(arg, f->brief, 2) == 0 && (f->kind != FLAG_BOOL || !arg[2])) {
        *value = arg[2] ? arg + 2 : NULL;
        return true;
    }
    return false;
}

static int set_flag(const char *command, const struct flag *f, const char *value)
{
    char *end;
    long v;

    if (f->kind == FLAG_BOOL) {
        *(bool *)f->target = true;
    } else if (f->kind == FLAG_TEXT) {
        *(const char **)f->target = value;
    } else {
        v = strtol(value, &end, 10);
        if (end == value || *end || v < 1 || v > 1024) {
            usage_error(command, "%s %s: should be a whole number from 1 to 1024", f->name, value);
            return -1;
        }
        *(int *)f->target = (int)v;
    }
    return 0;
}

static int unknown_flag(const char *command, const char *arg, const struct flag *flags)
{
    const char *names[32], *nearest;
    char word[64]; /* without what follows the '=' */
    int n = 0;

    snprintf(word, sizeof word, "%.*s", (int)strcspn(arg, "="), arg);
    for (; flags && flags->name && n < 31; flags++)
        names[n++] = flags->name;
    names[n] = NULL;
    nearest = text_nearest(word, names);
    if (nearest)
        usage_error(command, "unknown option %s; did you mean %s?", arg, nearest);
    else
        usage_error(command, "unknown option %s", arg);
    return -1;
}

int parse_flags(int argc, char **argv, const struct flag *flags)
{
    int words = 1;

    for (int i = 1; i < argc; i++) {
        const struct flag *f = flags;
        const char *value = NULL;

        if (argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[words++] = argv[i];
            continue;
        }
        while (f->name && !matches(f, argv[i], &value))
            f++;
        if (!f->name)
            return unknown_flag(argv[0], argv[i], flags);
        if (f->kind == FLAG_BOOL && value) {
            usage_error(argv[0], "%s takes no value", f->name);
            return -1;
        }
        if (f->kind != FLAG_BOOL && !value) {
            if (i + 1 == argc) {
                usage_error(argv[0], "%s needs a value", f->name);
                return -1;
            }
            value = argv[++i];
        }
        if (set_flag(argv[0], f, value))
            return -1;
    }
    return words;
}

char *command_line(int argc, char **argv)
{
    struct text t = {0};

    text_add(&t, "normlab");
    for (int i = 1; i < argc; i++) {
        text_add(&t, " ");
        text_add_shell(&t, argv[i]);
    }
    return t.s;
}

struct experiment *find_experiment(const char *command, const char *name)
{
    const char *text = builtin_find(name), *nearest;
    char *path = text ? format_new("%s.yaml", name) : experiment_path(name);
    struct experiment *e = NULL;
    struct list names = {0};

    if (path) {
        e = text ? experiment_parse(path, text) : experiment_load(path);
        free(path);
        return e;
    }
    experiment_names(&names);
    array_add(names.item, names.count) = NULL;
    nearest = text_nearest(name, (const char *const *)names.item);
    if (nearest)
        usage_error(command, "unknown experiment '%s'; did you mean '%s'?", name, nearest);
    else
        usage_error(command, "unknown experiment '%s'; normlab list experiments shows them", name);
    list_clear(&names);
    return NULL;
}

/* No results: says what makes them, and where there are others. */
static int no_results(const struct experiment *e, const char *root, int preset)
{
    char *name = sweep_name(&e->plan, preset < 0 ? plan_main(&e->plan) : preset, NULL),
         *smoke = sweep_name(&e->plan, 0, NULL);
    char *path = merge_path(root, name), *generated = merge_path(root, smoke);

    if (preset < 0 && file_exists(generated))
        error(
            "%s is not there: normlab run %s makes it; %s has trials on generated data, which --preset %s takes",
            path, e->plan.name, generated, e->plan.preset[0].name);
    else
        error("%s is not there: normlab run %s%s%s makes it; --out names another folder", path,
              e->plan.name, preset < 0 ? "" : " --preset ",
              preset < 0 ? "" : e->plan.preset[preset].name);
    free(name);
    free(smoke);
    free(path);
    free(generated);
    return EXIT_FAILED;
}

int open_results(const char *command, const char *name, const char *root, const char *preset,
                 struct study *l, struct experiment **e)
{
    int number = SELECTION_MAIN, code;
    bool there;

    *e = find_experiment(command, name);
    if (!*e || (preset && (number = find_preset(command, *e, preset)) < 0))
        code = EXIT_USAGE;
    else if (experiment_open(l, *e, root, number, &there))
        code = EXIT_FAILED;
    else
        code = there ? EXIT_DONE : no_results(*e, root, number);
    if (code)
        experiment_free(*e);
    return code;
}

int find_preset(const char *command, const struct experiment *e, const char *name)
{
    int preset = name ? preset_find(&e->plan, name) : plan_main(&e->plan);
    struct text known = {0};

    if (preset >= 0)
        return preset;
    for (int i = 0; i < plan_presets(&e->plan); i++)
        text_add_item(&known, ", ", "%s", e->plan.preset[i].name);
    usage_error(command, "unknown preset '%s'; %s has %s", name, e->plan.name, text_str(&known));
    text_clear(&known);
    return -1;
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
