/* Finds the cells and values of a tuning, and makes the trials of its rounds. */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "judge/tune/tune.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The keys that only say what is measured; they change nothing of the training. */
static const char *const measuring[] = {"probe",           "probe_at",      "probe_every",
                                        "probe_samples",   "fit_count",     "eval_all",
                                        "evals_per_epoch", "test_mistakes", NULL};

/* The keys that say on which samples errors are measured. Errors of trials that differ in them cannot be compared. */
static const char *const sampling[] = {"panel",      "data",   "data_seed",     "val_fraction",
                                       "test_count", "length", "test_contrast", "test_brightness",
                                       NULL};

/* ---- cells and values ---- */

/* Returns a text that the trials of one cell share: the configuration without the tuned key and the seed. A new string. */
static char *cell_label(const struct config *c, const char *key)
{
    struct config others = {0};
    char *label;

    config_merge(&others, c);
    config_set(&others, key, "");
    label = store_label(&others);
    config_clear(&others);
    return label;
}

/* Adds the value that a trial of the sweep has for the tuned key to the cell of the trial. */
static void add_value(struct tune *t, struct tune_cell *c, int trial)
{
    const char *text = config_get(&t->sweep->trial[trial].config, t->key);

    array_add(c->value, c->values) = (struct tune_value){
        .text = text,
        .number = number_is(text) ? number_parse(text, NULL) : NAN,
        .trial = trial,
    };
}

/* Sorts the trials of the first seed into cells. */
static void find_cells(struct tune *t)
{
    const struct sweep *s = t->sweep;
    struct list labels = {0};

    for (int i = 0; i < s->trials; i++) {
        const struct config *c = &s->trial[i].config;
        char *label;
        int k = 0;

        if (!config_get(c, t->key) || strcmp(config_get(c, "seed"), t->seeds.item[0]))
            continue;
        label = cell_label(c, t->key);
        while (k < labels.count && strcmp(labels.item[k], label))
            k++;
        if (k == labels.count) {
            bool regression = strcmp(config_get(c, "loss"), "mse") == 0;

            list_add(&labels, label);
            array_add(t->cell, t->cells) = (struct tune_cell){
                .config = c,
                .validation = regression ? METRIC_val_loss : METRIC_val_error,
                .test = regression ? METRIC_test_loss : METRIC_test_error,
                .best = -1,
            };
        }
        add_value(t, &t->cell[k], i);
        free(label);
    }
    list_clear(&labels);
}

/* Removes the cells with one value, which have nothing to tune. */
static void drop_cells(struct tune *t)
{
    int kept = 0;

    for (int i = 0; i < t->cells; i++)
        if (t->cell[i].values > 1)
            t->cell[kept++] = t->cell[i];
        else
            free(t->cell[i].value);
    t->one_value = t->cells - kept;
    t->cells = kept;
}

/* ---- rounds ---- */

int tune_going_on(int n)
{
    int third = (n + TUNE_FACTOR - 1) / TUNE_FACTOR;

    return third > 2 ? third : 2;
}

/* Returns the number of rounds of a cell with `values` values, at most `most`. */
static int rounds_for(int values, int most)
{
    int rounds = 1;

    for (; values > TUNE_FACTOR && rounds < most; values = tune_going_on(values))
        rounds++;
    return rounds;
}

int tune_values_in(const struct tune_cell *c, int left)
{
    int n = c->values;

    for (int i = c->rounds - 1; i > left; i--)
        n = tune_going_on(n);
    return left < c->rounds ? n : 0;
}

/* Returns 0, or -1 after a message when the key cannot be tuned. */
static int check_key(const char *key)
{
    if (strcmp(key, "seed") == 0)
        return error("seed cannot be tuned: seeds tell how sure a result is; --seeds sets them");
    if (text_is_among(key, sampling))
        return error("%s cannot be tuned: errors on different samples cannot be compared", key);
    if (text_is_among(key, measuring) || option_find(execution_keys, key))
        return error("%s cannot be tuned: it changes nothing of the training", key);
    return 0;
}

/* Returns 0, or -1 after a message when no cell has several values, or a trial has no epochs. */
static int check_cells(const struct tune *t)
{
    const char *only = t->sweep->trials ? config_get(&t->sweep->trial[0].config, t->key) : NULL;

    if (t->cells == 0 && only)
        return error("%s: which values? It has one, %s; give several, as %s=0.01,0.1,1", t->key,
                     only, t->key);
    if (t->cells == 0)
        return error("%s: no trial has this key; normlab list keys shows those of a trial", t->key);
    for (int i = 0; i < t->cells; i++)
        for (int k = 0; k < t->cell[i].values; k++) {
            const struct config *c = &t->sweep->trial[t->cell[i].value[k].trial].config;

            if (!(number_parse(config_get(c, "epochs"), NULL) >= 1))
                return error("epochs=0 trains nothing: give 1 or more");
        }
    return 0;
}

int tune_init(struct tune *t, const struct sweep *s, const char *key, int most_rounds)
{
    *t = (struct tune){.key = trial_key_now(key), .sweep = s};
    if (check_key(t->key))
        return -1;
    for (int i = 0; i < s->trials; i++)
        list_add_new(&t->seeds, config_get(&s->trial[i].config, "seed"));
    find_cells(t);
    drop_cells(t);
    if (check_cells(t)) {
        tune_clear(t);
        return -1;
    }
    for (int i = 0; i < t->cells; i++) {
        struct tune_cell *c = &t->cell[i];

        c->rounds = rounds_for(c->values, most_rounds);
        t->rounds = c->rounds > t->rounds ? c->rounds : t->rounds;
        for (int k = 0; k < c->values; k++)
            c->value[k].left = c->rounds - 1;
    }
    return 0;
}

void tune_clear(struct tune *t)
{
    for (int i = 0; i < t->cells; i++) {
        for (int k = 0; k < t->cell[i].values; k++) {
            free(t->cell[i].value[k].validation);
            free(t->cell[i].value[k].loss);
            free(t->cell[i].value[k].test);
        }
        free(t->cell[i].value);
    }
    free(t->cell);
    list_clear(&t->seeds);
    *t = (struct tune){0};
}

/* ---- the trials of a round ---- */

static long at_least_one(double v)
{
    return v > 1 ? lround(v) : 1;
}

void tune_amount(const struct tune *t, const struct tune_value *v, int left, int *epochs,
                 int *seeds)
{
    double all = number_parse(config_get(&t->sweep->trial[v->trial].config, "epochs"), NULL);
    double part = pow(TUNE_FACTOR, -left);
    long wanted;

    *epochs = (int)(strcmp(t->key, "epochs") == 0 ? all : (double)at_least_one(all * part));
    wanted = at_least_one(all * t->seeds.count * part / *epochs);
    *seeds = wanted < t->seeds.count ? (int)wanted : t->seeds.count;
}

/* Sets a key that counts epochs to its value times `part`. whole: rounds it to a whole number, at least 1. */
static void shorten_number(struct config *c, const char *key, double part, bool whole)
{
    double v = number_parse(config_get(c, key), NULL);
    char text[32];

    if (!(v > 0))
        return;
    if (whole)
        number_format(text, sizeof text, "%ld", at_least_one(v * part));
    else
        format_double(text, v * part);
    config_set(c, key, text);
}

/* Multiplies the epochs of `step_at` by `part`. */
static void shorten_steps(struct config *c, double part)
{
    struct list steps = {0};
    struct text text = {0};
    struct config one = {0};

    list_split(&steps, config_get(c, "step_at"), "-");
    for (int i = 0; i < steps.count; i++)
        text_add_item(&text, "-", "%.5f", part * number_parse(steps.item[i], NULL));
    config_set(&one, "step_at", text_str(&text));
    trial_canonical_values(&one);
    config_merge(c, &one);
    config_clear(&one);
    text_clear(&text);
    list_clear(&steps);
}

/* Sets *c to the configuration of a value's trials in its round, without the seed. */
static void round_config(const struct tune *t, const struct tune_value *v, struct config *c)
{
    char epochs[16];
    double part;

    config_merge(c, &t->sweep->trial[v->trial].config);
    part = v->epochs / number_parse(config_get(c, "epochs"), NULL);
    if (part < 1) {
        shorten_number(c, "warmup_epochs", part, false);
        shorten_number(c, "freeze_norm", part, true);
        shorten_steps(c, part);
    }
    number_format(epochs, sizeof epochs, "%d", v->epochs);
    config_set(c, "epochs", epochs);
    if (!(number_parse(config_get(c, "val_fraction"), NULL) > 0))
        config_set(c, "val_fraction", TUNE_VAL_FRACTION);
    for (int i = 0; measuring[i]; i++)
        config_set(c, measuring[i], trial_option(measuring[i])->initial);
}

/* Adds the trials of a value to a round that `left` more rounds follow. */
static void add_trials(struct tune *t, struct tune_value *v, int left, struct sweep *round)
{
    struct config c = {0};

    tune_amount(t, v, left, &v->epochs, &v->seeds);
    v->first = round->trials;
    round_config(t, v, &c);
    for (int i = 0; i < v->seeds; i++)
        sweep_add(round, &c, t->seeds.item[i], trial_cost(&c));
    config_clear(&c);
}

void tune_round(struct tune *t, int left, bool all, struct sweep *round)
{
    struct list axes;

    sweep_begin_like(round, t->sweep);
    axes = (struct list){round->axis, round->axes};
    list_add_new(&axes, t->key);
    list_add_new(&axes, "epochs");
    round->axis = axes.item;
    round->axes = axes.count;
    for (int i = 0; i < t->cells; i++)
        for (int k = 0; k < t->cell[i].values && left < t->cell[i].rounds; k++)
            if (all || t->cell[i].value[k].left == left)
                add_trials(t, &t->cell[i].value[k], left, round);
}
