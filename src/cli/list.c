#include "base/error.h"
#include "cli/command.h"
#include "data/data.h"
#include "experiments/experiments.h"
#include "net/net.h"
#include "train/trial.h"
#include <stdio.h>
#include <string.h>

/* ---- a list as text or as JSON: lines of fields ---- */

struct listing {
    bool json;
    int lines, fields;
};

static void line_start(struct listing *l)
{
    if (l->json)
        printf("%s{", l->lines ? ",\n" : "[\n");
    l->lines++;
    l->fields = 0;
}

/* A field; width pads it in text. */
static void field(struct listing *l, const char *name, const char *value, int width)
{
    if (l->json) {
        printf("%s", l->fields++ ? ", " : "");
        print_json_string(name);
        printf(": ");
        print_json_string(value);
    } else {
        printf("%-*s ", width, value);
    }
}

static void line_end(struct listing *l)
{
    printf(l->json ? "}" : "\n");
}

static void list_end(struct listing *l)
{
    if (l->json)
        printf(l->lines ? "\n]\n" : "[]\n");
}

static void options_of(const struct option *table, struct listing *l)
{
    for (const struct option *o = table; !l->json && o && o->name; o++) {
        printf("    %-19s %s", o->name, o->help);
        if (o->kind == OPTION_CHOICE)
            printf("; %s", o->choices);
        printf(" [%s]\n", !o->initial ? "required" : *o->initial ? o->initial : "none");
    }
}

/* ---- the lists ---- */

static void list_experiments(struct listing *l)
{
    for (int i = 0; experiments[i]; i++) {
        line_start(l);
        field(l, "name", experiments[i]->name, 16);
        field(l, "title", experiments[i]->title, 0);
        field(l, "question", l->json ? experiments[i]->question : "", 0);
        line_end(l);
        for (int p = 0; !l->json && p < PRESETS; p++)
            printf("    %-8s %s; seeds %s\n", experiments[i]->preset[p].name,
                   experiments[i]->preset[p].about, experiments[i]->preset[p].seeds);
    }
}

static void list_layers(struct listing *l)
{
    for (int i = 0; layer_types[i]; i++) {
        line_start(l);
        field(l, "name", layer_types[i]->name, 14);
        field(l, "usage", layer_types[i]->usage, 0);
        line_end(l);
        options_of(layer_types[i]->options, l);
    }
}

static void list_nets(struct listing *l)
{
    for (const struct zoo_entry *z = zoo; z->name; z++) {
        line_start(l);
        field(l, "name", z->name, 14);
        field(l, "usage", z->usage, 0);
        line_end(l);
        options_of(z->options, l);
    }
}

static void list_data(struct listing *l)
{
    for (int i = 0; data_types[i]; i++) {
        const struct data_type *t = data_types[i];
        struct text where = {0};
        bool found = data_locate(t, &where);

        line_start(l);
        field(l, "name", t->name, 16);
        field(l, "usage", t->usage, 0);
        field(l, "found", found ? "yes" : "no", 0);
        field(l, "where", l->json ? text_str(&where) : "", 0);
        field(l, "install", l->json ? t->install : "", 0);
        line_end(l);
        if (!l->json && found)
            printf("    in %s\n", text_str(&where));
        if (!l->json && !found)
            printf("    not found; looked in\n%s    %s\n", text_str(&where), t->install);
        text_clear(&where);
    }
}

static void list_metrics(struct listing *l)
{
    for (int m = 0; m < METRICS; m++) {
        line_start(l);
        field(l, "name", metric_info[m].name, 12);
        field(l, "unit", metric_info[m].unit, 4);
        field(l, "help", metric_info[m].help, 0);
        line_end(l);
    }
}

static void list_keys(struct listing *l)
{
    for (const struct option *o = trial_keys; o->name; o++) {
        line_start(l);
        field(l, "name", o->name, 14);
        field(l, "default", o->initial ? o->initial : "", 14);
        field(l, "help", o->help, 0);
        field(l, "choices", l->json && o->choices ? o->choices : "", 0);
        line_end(l);
    }
}

static const struct {
    const char *name;
    void (*print)(struct listing *l);
} lists[] = {
    {"experiments", list_experiments},
    {"layers", list_layers},
    {"nets", list_nets},
    {"data", list_data},
    {"metrics", list_metrics},
    {"keys", list_keys},
};

enum { LISTS = sizeof lists / sizeof *lists };

static int run(int argc, char **argv)
{
    struct listing l = {0};
    const struct flag flags[] = {{"--json", NULL, FLAG_BOOL, &l.json}, {0}};
    int words = parse_flags(argc, argv, flags), found = 0;

    if (words < 0)
        return EXIT_USAGE;
    if (words > 2 || (l.json && words != 2))
        return usage_error("list", "takes one of experiments, layers, nets, data, metrics, keys");
    for (int i = 0; i < LISTS; i++) {
        if (words == 2 && strcmp(argv[1], lists[i].name))
            continue;
        found++;
        if (words == 1)
            printf("%s%s\n", i ? "\n" : "", lists[i].name);
        lists[i].print(&l);
    }
    if (!found)
        return usage_error(
            "list",
            "unknown list '%s'; should be experiments, layers, nets, data, metrics or "
            "keys",
            argv[1]);
    list_end(&l);
    return EXIT_DONE;
}

const struct command command_list = {
    "list",
    "experiments, layers, nets, data, metrics, and the keys of a trial",
    "usage: normlab list [experiments|layers|nets|data|metrics|keys] [--json]\n\n"
    "Without a word: everything. `list data` says what was found where, and what to install for the\n"
    "rest.\n\nexample: normlab list layers\n",
    run,
};
