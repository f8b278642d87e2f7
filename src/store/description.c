#include "store/description.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "store/panels.h"
#include "train/trial.h"
#include <stdlib.h>
#include <string.h>

/* The distinct values of a key. The owner frees the array v; its strings belong to the records. */
struct distinct {
    const char **v; /* [n] */
    int n;
};

static struct distinct values_of(const struct results *r, const char *key)
{
    struct distinct a = {0};

    a.n = panels_values(NULL, r, -1, key, &a.v);
    return a;
}

/* Appends a line. Takes ownership of words, but copies name. */
static void add_line(struct description *s, const char *name, char *words)
{
    array_add(s->line, s->lines) = (struct description_line){xstrdup(name), words};
}

/* Appends the values to `out`, as "a", "a or b" or "a, b or c". */
static void add_list(struct text *out, const struct distinct *a)
{
    for (int i = 0; i < a->n; i++)
        text_add(out, "%s%s",
                 i == 0         ? ""
                 : i + 1 < a->n ? ", "
                                : " or ",
                 *a->v[i] ? a->v[i] : "none");
}

/* ---- phrases ---- */

/* How the values of a key are described. `line` is the name of the description's line that has the phrase. */
struct phrase {
    const char *line, *key;
    const char *words; /* %s is replaced by the values */
    /* the usual value: when all trials have it, no phrase is written; NULL: the phrase is always written */
    const char *usual;
    const char *all; /* the phrase when all trials have the value "all"; NULL: no special phrase */
};

static const struct phrase phrases[] = {
    {"network", "net", "%s", NULL, NULL},
    {"data", "data", "%s", NULL, NULL},
    {"data", "train_count", "%s training samples", NULL, "all training samples"},
    {"data", "data_seed", "drawn by the %s", "first", NULL},
    {"data", "test_count", "the first %s test samples", NULL, "all test samples"},
    {"data", "val_fraction", "%s of the training samples held out for validation", "0", NULL},
    {"data", "input", "input=%s", "standard", NULL},
    {"data", "flip", "mirrored at random: %s", "0", NULL},
    {"data", "crop", "shifted at random by up to %s pixels", "0", NULL},
    {"data", "length", "sequences cut to %s steps (0: as long as they are)", "0", NULL},
    {"training", "epochs", "%s epochs", NULL, NULL},
    {"training", "batch", "batches of %s", NULL, NULL},
    {"training", "optimizer", "%s", NULL, NULL},
    {"training", "momentum", "momentum %s", NULL, NULL},
    {"training", "nesterov", "Nesterov's form: %s", "0", NULL},
    {"training", "adam_form", "Adam as in %s", "torch", NULL},
    {"training", "lr", "learning rate %s", NULL, NULL},
    {"training", "lr_ref_batch", "scaled linearly with the batch from %s", "0", NULL},
    {"training", "schedule", "%s schedule", NULL, NULL},
    {"training", "warmup_epochs", "%s epochs of warm-up", "0", NULL},
    {"training", "weight_decay", "L2 penalty %s", "0", NULL},
    {"training", "clip_norm", "gradients clipped to a norm of %s", "0", NULL},
    {"training", "loss", "loss %s", "softmax", NULL},
    {"initial weights", "init", "%s", NULL, NULL},
    {"initial weights", "init_scale", "times %s", "1", NULL},
    {"measured", "evals_per_epoch", "%s times an epoch", "1", NULL},
    {"measured", "fit_count", "training error and gap on the first %s training samples", "0", NULL},
};

/* True when the trial is trained on a part of the samples: on some of them, or on all but those held out for validation. */
static bool is_part(const struct record *record)
{
    const char *held_out = record_get(record, "val_fraction");

    return strcmp(record_get(record, "train_count"), "all") != 0 ||
           (number_is(held_out) && number_parse(held_out, NULL) > 0);
}

bool description_draws(const struct record *record)
{
    return strcmp(record_get(record, "data_seed"), "seed") == 0 && is_part(record);
}

/* True when some trial of r uses the key of the phrase. A key of one optimizer, such as momentum, is used only by trials with
 * that optimizer, data_seed by those that train on a part of the samples (is_part()); all trials use the other keys. */
static bool applies(const struct phrase *p, const struct results *r)
{
    const char *optimizer = trial_option_optimizer(p->key);
    bool draws = strcmp(p->key, "data_seed") == 0, any = !optimizer && !draws;

    for (int i = 0; i < r->records && !any; i++)
        any = draws ? is_part(&r->record[i])
                    : strcmp(record_get(&r->record[i], "optimizer"), optimizer) == 0;
    return any;
}

/* Appends a phrase about the trials of r, unless the only value is empty or the usual one, or no trial uses the key. */
static void add_phrase(struct text *out, const struct phrase *p, const struct results *r)
{
    struct distinct a = values_of(r, p->key);
    const char *only = a.n == 1 ? a.v[0] : NULL, *at = strstr(p->words, "%s");
    bool omitted = a.n == 0 || (only && (!*only || (p->usual && strcmp(only, p->usual) == 0)));

    if (!omitted && applies(p, r)) {
        text_add(out, out->length ? ", " : "");
        if (p->all && only && strcmp(only, "all") == 0) {
            text_adds(out, p->all);
        } else {
            text_addn(out, p->words, (size_t)(at - p->words));
            add_list(out, &a);
            text_adds(out, at + 2);
        }
    }
    free(a.v);
}

/* ---- lines ---- */

static void add_trials(struct description *s, const struct results *r)
{
    int count[TRIAL_STATUSES] = {0};
    struct distinct seed = values_of(r, "seed");
    struct text t = {0};

    for (int i = 0; i < r->records; i++)
        count[r->record[i].result.status]++;
    text_add(&t, "%d: %d trained to their end, %d diverged, %d refused at set-up; %d seed%s",
             r->records, count[TRIAL_DONE], count[TRIAL_DIVERGED], count[TRIAL_REFUSED], seed.n,
             plural(seed.n));
    if (seed.n)
        text_add(&t, ", %s to %s", seed.v[0], seed.v[seed.n - 1]);
    add_line(s, "trials", t.s);
    free(seed.v);
}

static void add_axes(struct description *s, const struct results *r)
{
    for (int a = 0; a < r->axes; a++) {
        struct distinct v = values_of(r, r->axis[a]);
        struct text t = {0};

        if (v.n > 1 && strcmp(r->axis[a], "net") && strcmp(r->axis[a], "panel")) {
            char *name = format_new("varied: %s", r->axis[a]);

            for (int i = 0; i < v.n; i++)
                text_add_item(&t, ", ", "%s", *v.v[i] ? v.v[i] : "(none)");
            add_line(s, name, t.s);
            free(name);
        }
        free(v.v);
    }
}

/* Appends the phrases of a line for the results `panel`, those of one panel. Leaves out the axes that vary in the results
 * `all`, because each has a line of its own; but the line "network" is always complete. */
static void add_phrases(struct text *out, const char *line, const struct results *panel,
                        const struct results *all)
{
    const struct list axes = {all->axis, all->axes};

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        const char *key = phrases[i].key;
        bool varied = list_has(&axes, key) && results_vary(all, key);

        if (strcmp(phrases[i].line, line) == 0 && (strcmp(line, "network") == 0 || !varied))
            add_phrase(out, &phrases[i], panel);
    }
}

/* Returns the phrases of a line for the records of r in one panel: a new string. */
static char *phrases_of(const char *line, const struct results *r, const char *panel)
{
    struct results some = *r;
    struct text t = {0};

    some.record = xcalloc((size_t)r->records + 1, sizeof *some.record);
    some.records = 0;
    for (int i = 0; i < r->records; i++)
        if (strcmp(record_get(&r->record[i], "panel"), panel) == 0)
            some.record[some.records++] = r->record[i];
    add_phrases(&t, line, &some, r);
    free(some.record);
    return t.s ? t.s : xstrdup("");
}

/* Adds a line for each group of panels with the same phrases, such as "mlp, conv: 5 epochs". If all panels are in
 * one group, the line does not name panels. */
static void add_by_panel(struct description *s, const char *line, const struct results *r)
{
    struct distinct panel = values_of(r, "panel");
    struct list words = {0};
    int *first;

    for (int i = 0; i < panel.n; i++)
        array_add(words.item, words.count) = phrases_of(line, r, panel.v[i]);
    first = list_first(&words);
    for (int i = 0; i < panel.n; i++) {
        struct list names = {0};
        char *joined;

        for (int k = i; k < panel.n; k++)
            if (first[k] == i)
                list_add(&names, panel.v[k]);
        joined = list_join(&names, ", ");
        if (names.count > 0 && *words.item[i])
            add_line(s, line,
                     names.count < panel.n ? format_new("%s: %s", joined, words.item[i])
                                           : xstrdup(words.item[i]));
        free(joined);
        list_clear(&names);
    }
    free(first);
    list_clear(&words);
    free(panel.v);
}

void description_init(struct description *s, const struct results *r)
{
    size_t n = sizeof phrases / sizeof *phrases;

    *s = (struct description){0};
    add_trials(s, r);
    add_axes(s, r);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || strcmp(phrases[i].line, phrases[i - 1].line))
            add_by_panel(s, phrases[i].line, r);
}

void description_clear(struct description *s)
{
    for (int i = 0; i < s->lines; i++) {
        free(s->line[i].name);
        free(s->line[i].words);
    }
    free(s->line);
    *s = (struct description){0};
}

char *description_text(const struct results *r)
{
    struct description d;
    const char *norm = r->records > 0 ? record_get(&r->record[0], "norm") : "";
    struct text t = {0};

    if (!results_vary(r, "norm"))
        text_adds(&t, norm);
    description_init(&d, r);
    for (int i = 0; i < d.lines; i++)
        if (strcmp(d.line[i].name, "trials"))
            text_add_item(&t, "; ", "%s", d.line[i].words);
    description_clear(&d);
    return t.s ? t.s : xstrdup("");
}

/* ---- labels ---- */

static void add_label(const struct record *r, const struct list *keys, struct list *label)
{
    struct text t = {0};

    for (int k = 0; k < keys->count; k++) {
        const char *key = keys->item[k], *value = record_get(r, key);
        bool plain = strcmp(key, "norm") == 0 || strcmp(key, "net") == 0;

        if (*value)
            text_add_item(&t, ", ", "%s%s%s", plain ? "" : key, plain ? "" : "=", value);
    }
    if (t.length == 0)
        text_add(&t, "trial %d", label->count + 1);
    else if (list_has(label, t.s))
        text_add(&t, " (%d)", label->count + 1);
    array_add(label->item, label->count) = t.s;
}

void description_labels(const struct results *r, struct list *label)
{
    struct list keys = results_varying(r);

    for (int i = 0; i < r->records; i++)
        add_label(&r->record[i], &keys, label);
    list_clear(&keys);
}
