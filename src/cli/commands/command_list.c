#include "base/error.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "data/data.h"
#include "experiments/experiment.h"
#include "net/net.h"
#include "stats/theory.h"
#include "train/keys.h"
#include "train/trial.h"
#include <stdio.h>
#include <string.h>

static void list_experiments(struct listing *l)
{
    struct list names = {0};

    l->partial = experiment_names(&names);
    for (int i = 0; i < names.count; i++) {
        struct experiment *e = load_experiment(names.item[i]);
        const struct plan *plan;

        if (!e) {
            l->partial = true;
            continue;
        }
        plan = &e->plan;

        listing_line(l);
        listing_text(l, "name", plan->name, 21);
        listing_text(l, "title", plan->title, 0);
        listing_json(l, "question", plan->question);
        listing_line_end(l);
        for (int p = 0; listing_is_table(l) && p < plan_presets(plan); p++)
            printf("    %-8s %s; seeds %s\n", plan->preset[p].name, plan->preset[p].about,
                   plan->preset[p].seeds);
        experiment_free(e);
    }
    list_clear(&names);
}

/* The groups of layers, in the order of the list. */
static const struct layer_group {
    const char *heading;
    bool is_norm;
    /* a norm that uses the passes of norms/engine; of the norms, only these take an epilogue */
    bool shared;
} layer_groups[] = {
    {"norms, for ${norm}, which share their fast passes", true, true},
    {"norms, for ${norm}, with passes of their own: slower, and an activation or a sum after them "
     "takes a pass, too",
     true, false},
    {"other layers", false, false},
};

/* Prints a layer of the group g; when g is NULL, a net. A table also shows the options. A NULL name ends them; NULL:
 * none. */
static void list_spec(struct listing *l, const char *name, const char *usage,
                      const struct layer_group *g, const struct option *options)
{
    listing_line(l);
    listing_text(l, "name", name, 14);
    listing_text(l, "usage", usage, 0);
    if (g)
        listing_json(l, "group", g->is_norm ? "norm" : "layer");
    if (g && g->is_norm)
        listing_json(l, "passes", g->shared ? "shared" : "own");
    listing_line_end(l);
    for (const struct option *o = options; listing_is_table(l) && o && o->name; o++) {
        printf("    %-19s %s", o->name, o->help);
        if (o->kind == OPTION_CHOICE)
            printf("; %s", o->choices);
        printf(" [%s]\n", !o->initial ? "required" : *o->initial ? o->initial : "none");
    }
}

static void list_layer_group(struct listing *l, const struct layer_group *g)
{
    for (int i = 0; layer_types[i]; i++) {
        const struct layer_type *t = layer_types[i];

        if (t->is_norm == g->is_norm && (!t->is_norm || t->takes_epilogue == g->shared))
            list_spec(l, t->name, t->usage, g, t->options);
    }
}

static void list_layers(struct listing *l)
{
    for (size_t i = 0; i < sizeof layer_groups / sizeof *layer_groups; i++) {
        if (listing_is_table(l))
            printf("%s%s\n", i > 0 ? "\n" : "", layer_groups[i].heading);
        list_layer_group(l, &layer_groups[i]);
    }
}

static void list_nets(struct listing *l)
{
    for (int i = 0; zoo[i]; i++)
        list_spec(l, zoo[i]->name, zoo[i]->usage, NULL, zoo[i]->options);
}

static void print_indented(const char *lines)
{
    while (*lines) {
        size_t n = strcspn(lines, "\n");

        printf("      %.*s\n", (int)n, lines);
        lines += n + (lines[n] == '\n');
    }
}

static void list_data(struct listing *l)
{
    for (int i = 0; data_types[i]; i++) {
        const struct data_type *t = data_types[i];
        struct text where = {0};
        bool found = !t->argument && data_locate(t->name, &where);

        listing_line(l);
        listing_text(l, "name", t->name, 16);
        listing_text(l, "usage", t->usage, 0);
        if (t->argument) {
            listing_json(l, "argument", t->argument);
        } else {
            listing_json(l, "found", found ? "yes" : "no");
            listing_json(l, "where", text_str(&where));
        }
        listing_json(l, "install", t->install);
        listing_json(l, "licence", t->licence);
        listing_line_end(l);
        if (listing_is_table(l) && t->argument) {
            printf("    %s:%s: %s\n", t->name, t->argument, t->install);
        } else if (listing_is_table(l) && found) {
            printf("    found: %s\n", text_str(&where));
        } else if (listing_is_table(l)) {
            printf("    not found: %s; looked in\n", t->install);
            print_indented(text_str(&where));
        }
        text_clear(&where);
    }
}

static void list_metrics(struct listing *l)
{
    for (int m = 0; m < METRICS; m++) {
        listing_line(l);
        listing_text(l, "name", metric_info[m].name, 14);
        listing_text(l, "unit", metric_info[m].unit, 6);
        listing_text(l, "help", metric_info[m].help, 0);
        listing_line_end(l);
    }
}

static void list_probes(struct listing *l)
{
    const char *name;

    for (int i = 0; (name = probe_name_at(i)); i++) {
        const struct profile_column *c;
        struct text columns = {0};

        listing_line(l);
        listing_text(l, "name", name, 14);
        listing_text(l, "help", probe_help(name), 0);
        for (c = probe_columns(name); c->name; c++)
            text_add_item(&columns, " ", "%s", c->name);
        listing_json(l, "columns", text_str(&columns));
        listing_line_end(l);
        for (c = probe_columns(name); listing_is_table(l) && c->name; c++)
            printf("    %-19s %-6s %s\n", c->name, c->unit, c->help);
        text_clear(&columns);
    }
}

static void list_theory(struct listing *l)
{
    for (int i = 0; i < theory_count; i++) {
        listing_line(l);
        listing_text(l, "name", theories[i].name, 29);
        listing_text(l, "of", theories[i].of, 7);
        listing_text(l, "about", theories[i].about, 0);
        listing_line_end(l);
    }
}

static void list_key(const struct option *o, struct listing *l)
{
    listing_line(l);
    listing_text(l, "name", o->name, 15);
    listing_text(l, "default", o->initial ? o->initial : "", 14);
    listing_text(l, "help", o->help, 0);
    listing_json(l, "choices", o->choices ? o->choices : "");
    listing_line_end(l);
}

static void list_keys(struct listing *l)
{
    const struct option *o;

    for (int i = 0; (o = trial_option_at(i)); i++)
        list_key(o, l);
    for (o = execution_keys; o->name; o++)
        list_key(o, l);
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
    {"probes", list_probes},
    {"keys", list_keys},
    {"theory", list_theory},
};

enum { LISTS = sizeof lists / sizeof *lists };
#define LIST_NAMES "experiments, layers, nets, data, metrics, probes, keys, theory"

/* Prints the YAML file of one of normlab's own experiments. Returns the exit code. */
static int print_yaml(const char *name)
{
    const char *text = builtin_find(name), *names[64] = {NULL};

    for (int i = 0; builtin_experiments[i].name && i < 63; i++)
        names[i] = builtin_experiments[i].name;
    if (!text)
        die_unknown("list", "experiment of normlab's own", name, names, "");
    fputs(text, stdout);
    return EXIT_DONE;
}

static int run(int argc, char **argv)
{
    struct listing l = {0};
    const char *yaml = NULL;
    const struct flag flags[] = {{"--json", NULL, FLAG_BOOL, &l.json},
                                 {"--names", NULL, FLAG_BOOL, &l.names},
                                 {"--yaml", NULL, FLAG_TEXT, &yaml},
                                 {0}};
    int words = parse_arguments(argc, argv, flags, 0, 1, "takes one of " LIST_NAMES);
    bool found = false;

    if (yaml && (!words || strcmp(argv[1], "experiments") || l.json || l.names))
        die_usage("list", "--yaml NAME goes with experiments, and with nothing else");
    if (yaml)
        return print_yaml(yaml);
    if (l.json && l.names)
        die_usage("list", "give --json or --names, not both");
    if (!listing_is_table(&l) && !words)
        die_usage("list", "takes one of " LIST_NAMES);
    if (listing_is_table(&l))
        output_wrap();
    for (int i = 0; i < LISTS; i++) {
        if (words && strcmp(argv[1], lists[i].name))
            continue;
        found = true;
        if (!words)
            printf("%s%s\n", i ? "\n" : "", lists[i].name);
        lists[i].print(&l);
    }
    if (!found)
        die_usage("list", "unknown list '%s'; should be one of " LIST_NAMES, argv[1]);
    listing_end(&l);
    return l.partial ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_list = {
    "list",
    "list experiments, layers, nets, data sets, metrics, probes, the keys of a trial or formulas",
    "usage: normlab list [experiments|layers|nets|data|metrics|probes|keys|theory] [--json|--names]\n\n"
    "Without an argument: all lists. `normlab list data` says where each data set was found, and how to\n"
    "get those that were not.\n\n"
    "  --json    a JSON array of objects\n"
    "  --names   only the names, one on each line, as for a loop in a shell\n"
    "  --yaml NAME   with experiments: the file of one of normlab's own, to copy from\n\n"
    "example: normlab list layers\n"
    "         for e in $(normlab list experiments --names); do normlab status $e; done\n",
    run,
};
