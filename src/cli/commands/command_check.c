#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/system/cores.h"
#include "base/system/progress.h"
#include "cli/command.h"
#include "cli/output.h"
#include "experiments/experiment.h"
#include "store/cell.h"
#include "sweep/merge.h"
#include "sweep/runs/workers.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* An experiment, the sweeps of its presets, and the time that its merged trials took. */
struct checked {
    const struct experiment *e;
    const char *root;
    struct sweep sweep[PLAN_PRESETS];
    int presets;
    /* Sums over the presets' trials in the merged files: the wall time, and the estimate in struct sweep_trial. */
    double seconds, cost;
};

/* Adds the seconds and costs of the sweep's trials that are in the merged file. Returns 0, or -1 after a message. */
static int add_times(struct checked *c, const struct sweep *s)
{
    struct results r;
    bool there;

    if (merge_read(s->plan, c->root, s->name, &r, &there))
        return -1;
    for (int i = 0; i < s->trials; i++)
        for (int k = 0; k < r.records; k++)
            if (strcmp(r.record[k].key, s->trial[i].key) == 0 && r.record[k].result.seconds > 0) {
                c->seconds += r.record[k].result.seconds;
                c->cost += s->trial[i].cost;
            }
    results_clear(&r);
    return 0;
}

/* Adds to the message before it where the preset begins in the experiment's file. Returns -1. */
static int name_preset(const struct checked *c, int preset)
{
    const struct preset *p = &c->e->plan.preset[preset];

    return error("%s:%d: that is in preset %s", c->e->file, p->line, p->name);
}

/* Expands all presets, adds up the times, and checks the trials. Returns 0, or -1 after a message. */
static int expand_all(struct checked *c)
{
    for (int p = 0; p < plan_presets(&c->e->plan); p++) {
        struct sweep *s = &c->sweep[c->presets];

        if (experiment_expand(s, c->e, p, NULL, 0, NULL))
            return name_preset(c, p);
        c->presets++;
        if (merge_mark(s, c->root) || add_times(c, s))
            return -1;
        if (check_trials(s, c->root))
            return name_preset(c, p);
    }
    return 0;
}

/* Prints how many trials of a preset are to do, and how long they take: their estimated cost, times the seconds that a
 * unit of cost took in the merged trials. */
static void print_preset(const struct checked *c, const struct sweep *s, const char *name)
{
    int cores = c->e->plan.exclusive ? 1 : cores_available();
    double cost = 0;
    int to_do = 0;

    for (int i = 0; i < s->trials; i++)
        if (sweep_trial_state(s, c->root, i) != STATE_DONE) {
            to_do++;
            cost += s->trial[i].cost;
        }
    printf("  %-8s %5d trial%s, %d to do", name, s->trials, plural(s->trials), to_do);
    if (to_do && c->cost > 0) {
        char time[32];

        progress_duration(time, fmax(cost / c->cost * c->seconds / (double)cores, 1));
        printf(", about %s on %d core%s", time, cores, plural(cores));
    } else if (to_do) {
        printf(", time unknown: none has run");
    }
    printf("\n");
}

/* True when the record's trial has the probe, and always when probe is NULL. */
static bool has_probe(const struct record *r, const char *probe)
{
    struct list probes = {0};
    bool found;

    list_split(&probes, record_get(r, "probe"), "+");
    found = !probe || list_has(&probes, probe);
    list_clear(&probes);
    return found;
}

/* True when at least one trial of the sweep belongs to the cell and has the probe (NULL: with or without one). */
static bool has_trial(const struct sweep *s, const char *text, const char *probe)
{
    struct config cell = {0};
    bool found = false;

    cell_parse(text, &cell);
    for (int i = 0; i < s->trials && !found; i++) {
        struct record r = {.config = s->trial[i].config};

        found = record_in_cell(&r, &cell) && has_probe(&r, probe);
    }
    config_clear(&cell);
    return found;
}

/* Adds to `empty` each of the cells to which no trial of the sweep belongs. With a probe, also adds each cell whose
 * trials all lack the probe, as "CELL probe=NAME"; where no cell is named, this is asked of all trials. */
static void add_empty(struct list *empty, const struct sweep *s, const struct cells *cells,
                      const char *probe)
{
    bool any = false; /* a cell is named */

    for (int k = 0; k < 4; k++) {
        const char *cell = cells->cell[k];

        any |= cell != NULL;
        if (cell && !has_trial(s, cell, NULL)) {
            list_add_new(empty, cell);
        } else if (probe && (cell || (k == 3 && !any)) && !has_trial(s, cell ? cell : "", probe)) {
            char *text =
                format_new("%s%sprobe=%s", cell ? cell : "", cell && *cell ? " " : "", probe);

            list_add_new(empty, text);
            free(text);
        }
    }
}

/* Prints each cell of claims, tables and figures to which no trial of the preset belongs. A cell is printed once. */
static void print_empty(const struct checked *c, const struct sweep *s, const char *preset)
{
    struct list empty = {0};
    int count;
    struct cells *cells = experiment_cells(c->e, &count);

    for (int i = 0; i < count; i++)
        add_empty(&empty, s, &cells[i], experiment_measure(c->e, i)->profile.probe);
    for (int i = 0; i < empty.count; i++)
        printf("  preset %s has no trials of %s, which claims, tables or figures name\n", preset,
               empty.item[i]);
    list_clear(&empty);
    free(cells);
}

static void print_checked(const struct checked *c)
{
    int claims = claims_count(c->e->claims), tables = 0, figures = 0;

    while (c->e->tables[tables].title)
        tables++;
    while (c->e->figures[figures].name)
        figures++;
    printf("%s: %d claim%s, %d table%s, %d figure%s\n", c->e->plan.name, claims, plural(claims),
           tables, plural(tables), figures, plural(figures));
    for (int p = 0; p < c->presets; p++)
        print_preset(c, &c->sweep[p], c->e->plan.preset[p].name);
    for (int p = 0; p < c->presets; p++)
        print_empty(c, &c->sweep[p], c->e->plan.preset[p].name);
}

static int run(int argc, char **argv)
{
    struct checked c = {.root = "."};
    const struct flag flags[] = {{"--out", NULL, FLAG_TEXT, &c.root}, {0}};
    struct experiment *e;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment: a file or a name");
    output_wrap();
    c.e = e = find_experiment("check", argv[1]);
    bad = expand_all(&c);
    if (!bad)
        print_checked(&c);
    for (int p = 0; p < c.presets; p++)
        sweep_clear(&c.sweep[p]);
    experiment_free(e);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_check = {
    "check",
    "say what is wrong with an experiment's file, and what it would run",
    "usage: normlab check EXPERIMENT [--out DIR]\n\n"
    "EXPERIMENT is a file, as mine.yaml, or a name. Says what is wrong with the file, with its line; else how\n"
    "many trials each preset has, how many are to do and how long that takes, by the times of those that\n"
    "ran (in DIR [.]), and which cells of claims, tables and figures would have no trials, or none with the\n"
    "probe whose numbers they need.\n\n"
    "example: normlab check batch_size\n",
    run,
};
