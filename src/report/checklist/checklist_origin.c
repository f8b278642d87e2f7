/* The sections of the checklist about where results come from: computing, data, program and commands. */
#include "base/arena.h"
#include "base/list.h"
#include "data/data.h"
#include "report/checklist/checklist_internal.h"
#include <stdlib.h>
#include <string.h>

/* ---- compute ---- */

/* Adds a row of the table of computing. name: Markdown. */
static void add_compute_row(struct text *out, const char *name, const struct sums *s)
{
    int timed = s->trials - s->status[TRIAL_REFUSED] - s->untimed;

    text_add(out, "| %s | %d | ", name, s->trials - s->status[TRIAL_REFUSED]);
    sums_print_core_hours(out, s);
    text_add(out, " | ");
    if (timed)
        sums_print_seconds(out, s->seconds / timed);
    text_add(out, " | ");
    sums_print_seconds(out, s->longest);
    text_add(out, " | %.0f MB | ", s->peak_bytes / 1e6);
    if (s->parameters_most > 0)
        text_add(out, "%.0f", s->parameters_least);
    if (s->parameters_most > s->parameters_least)
        text_add(out, " to %.0f", s->parameters_most);
    text_add(out, " |\n");
}

/* Adds the values of an attribute, which results join by "; ", unless the list has them. */
static void add_joined(struct list *values, const char *joined)
{
    while (joined && *joined) {
        const char *end = strstr(joined, "; ");
        char *value = xstrndup(joined, end ? (size_t)(end - joined) : strlen(joined));

        list_add_new(values, value);
        free(value);
        joined = end ? end + 2 : NULL;
    }
}

/* Adds a line with the values that the results have of an attribute of the provenance. */
static void add_attribute(struct checklist *c, const char *name, const char *key)
{
    struct list values = {0};
    char *all;

    for (int i = 0; i < c->count; i++)
        add_joined(&values, config_get(&c->source[i].study->results.provenance, key));
    all = list_join(&values, "; ");
    if (values.count)
        markdown_item(&c->out, name, all);
    free(all);
    list_clear(&values);
}

/* Returns the number of machines that the trials ran on, as far as they recorded it. */
static int count_hosts(const struct checklist *c)
{
    struct list hosts = {0};
    int n;

    for (int i = 0; i < c->count; i++)
        for (int k = 0; k < c->source[i].study->results.records; k++) {
            const char *host = config_get(&c->source[i].study->results.record[k].origin, "host");

            if (host)
                list_add_new(&hosts, host);
        }
    n = hosts.count;
    list_clear(&hosts);
    return n;
}

void checklist_compute(struct checklist *c)
{
    struct sums all = {0};
    int hosts = count_hosts(c);

    checklist_heading(c, "Compute");
    text_add(
        &c->out,
        "| experiment | training runs | core hours | mean time of a run | longest | memory, at most | "
        "trained parameters of a net |\n|---|--:|--:|--:|--:|--:|--:|\n");
    for (int i = 0; i < c->count; i++) {
        struct sums sums = {0};

        sums_add(&sums, &c->source[i].study->results);
        sums_add(&all, &c->source[i].study->results);
        add_compute_row(&c->out, c->source[i].study->plan->name, &sums);
    }
    add_compute_row(&c->out, "**all**", &all);
    text_add(
        &c->out,
        "\n- Core hours are the wall time of the training runs, with their evaluations and waiting, times their "
        "threads. All trials in the results count, also those that are not shown.\n");
    if (all.untimed)
        text_add(&c->out, "- Runs whose time the results lack, and these sums too: %d.\n",
                 all.untimed);
    text_add(&c->out, "- Processors only: normlab does not use GPUs.\n");
    if (hosts)
        text_add(&c->out, "- Machines: %d\n", hosts);
    add_attribute(c, "processor", "cpu");
    add_attribute(c, "instruction set of the kernels", "isa");
    add_attribute(c, "operating system", "os");
    add_attribute(c, "threads of a run", "threads");
    add_attribute(c, "processes of a run, where there were several", "ranks");
    checklist_ask(c, "compute of runs that these results do not have, such as those before them.");
}

/* ---- data ---- */

/* How trials use one data set: the distinct values of train_count, test_count and val_fraction, the checksums of the
 * samples, and the names of the experiments. */
struct data_use {
    struct list train, test, validation, sha256, experiments;
};

/* Sets *u to how the shown trials use the data set. */
static void find_use(const struct checklist *c, const char *name, struct data_use *u)
{
    for (int i = 0; i < c->count; i++)
        for (int k = 0; k < shown(c, i)->records; k++) {
            const struct record *r = &shown(c, i)->record[k];

            if (strcmp(record_get(r, "data"), name))
                continue;
            list_add_new(&u->experiments, shown(c, i)->experiment);
            list_add_new(&u->train, record_get(r, "train_count"));
            list_add_new(&u->test, record_get(r, "test_count"));
            list_add_new(&u->validation, record_get(r, "val_fraction"));
            if (*r->result.data_sha256)
                list_add_new(&u->sha256, r->result.data_sha256);
        }
}

/* Adds "NAME: value, value" and clears the values. */
static void add_values(struct text *out, const char *name, struct list *values)
{
    char *all = list_join(values, ", ");

    if (values->count)
        markdown_item(out, name, all);
    free(all);
    list_clear(values);
}

/* Adds what is known of a data set, and how trials use it. */
static void add_data_set(struct checklist *c, const char *name)
{
    const struct data_type *type = data_type_find(name);
    struct data_use u = {0};

    text_add(&c->out, "\n### ");
    markdown_add(&c->out, name);
    text_add(&c->out, "\n\n");
    find_use(c, name, &u);
    markdown_item(&c->out, "what it is",
                  type ? type->usage : "not known to this version of normlab");
    markdown_item(&c->out, "licence",
                  type ? type->licence : "not known to this version of normlab");
    if (type)
        markdown_item(&c->out, "how to get it", type->install);
    add_values(&c->out, "training samples", &u.train);
    add_values(&c->out, "of these held out for validation", &u.validation);
    add_values(&c->out, "test samples, the first of the set", &u.test);
    add_values(&c->out, "SHA-256 of the decoded samples", &u.sha256);
    add_values(&c->out, "used by", &u.experiments);
}

void checklist_data(struct checklist *c)
{
    struct list names = {0};

    checklist_heading(c, "Data: sizes, splits, licences");
    for (int i = 0; i < c->count; i++)
        for (int k = 0; k < shown(c, i)->records; k++)
            list_add_new(&names, record_get(&shown(c, i)->record[k], "data"));
    text_add(
        &c->out,
        "The split into training and test samples is the data set's own. What was done to the samples "
        "is among the hyperparameters above.\n");
    for (int i = 0; i < names.count; i++)
        add_data_set(c, names.item[i]);
    list_clear(&names);
    text_add(&c->out, "\n");
    checklist_ask(
        c,
        "the data sets and their papers are cited; consent and personal information are discussed.");
}

/* ---- code ---- */

void checklist_code(struct checklist *c)
{
    bool dirty = false;

    checklist_heading(c, "Code");
    add_attribute(c, "normlab", "normlab_version");
    add_attribute(c, "commit", "source_commit");
    for (int i = 0; i < c->count; i++)
        dirty = dirty || source_is_dirty(c->source[i].study->verdicts.commits);
    if (dirty)
        text_add(
            &c->out,
            "- **Some of these commits had changes that were not committed (-dirty): nobody can build that "
            "program again.**\n");
    text_add(&c->out, "- licence of normlab: MIT\n");
    add_attribute(c, "compiler", "compiler");
    add_attribute(c, "its options", "compiler_flags");
    add_attribute(c, "kind of build", "build_type");
    add_attribute(c, "numbers", "real");
    add_attribute(c, "BLAS", "blas");
    add_attribute(c, "LIBXSMM", "libxsmm");
    add_attribute(c, "HDF5", "hdf5_version");
    checklist_ask(c, "where the code is to be had (for a blind review: anonymously).");
}

void checklist_commands(struct checklist *c)
{
    checklist_heading(c, "How to run it again");
    for (int i = 0; i < c->count; i++) {
        const struct study *s = c->source[i].study;
        const char *recorded = config_get(&s->results.provenance, "command_line");
        char *preset = format_new("normlab run %s --preset %s --seeds %s", s->plan->typed,
                                  s->verdicts.preset, s->verdicts.seeds),
             *stale = verdicts_stale(&s->verdicts);

        /* the command line may be that of `normlab merge`, which trained nothing */
        markdown_code(&c->out, recorded && strstr(recorded, "normlab run") ? recorded : preset);
        if (stale) {
            text_add(&c->out, "\n");
            markdown_add(&c->out, stale);
            text_add(&c->out, "\n\n");
        }
        free(preset);
        free(stale);
    }
    text_add(
        &c->out,
        "    normlab report\n\nThese are the command lines that the results recorded, those of several runs with a \"; \" between "
        "them; where they recorded none, it is the command for the preset and seeds shown. `normlab data fetch` downloads "
        "data sets.\n");
}
