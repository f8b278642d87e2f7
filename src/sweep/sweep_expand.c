/* Expands a preset with overrides to trials. */
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/values.h"
#include "base/list.h"
#include "base/number.h"
#include "data/data.h"
#include "sweep/sweep.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- lists of values ---- */

/* Checks the values of data=TEXT. A path with a comma, as in data=folder:/my,pictures, reads as two values: one with a colon,
 * and one that names no data set. Returns 0, or -1 after a message that shows how to write such a path. */
static int check_data(const struct list *values, const char *text)
{
    int i = 1;
    char *path;
    struct text written = {0};

    while (i < values->count &&
           (!strchr(values->item[i - 1], ':') || data_type_find(values->item[i])))
        i++;
    if (i >= values->count)
        return 0;
    path = format_new("%s,%s", values->item[i - 1], values->item[i]);
    values_add(&written, path);
    error(
        "data=%s: no data set is called '%s'. Commas separate values; a comma within a path is written \\,: "
        "data='%s'",
        text, values->item[i], text_str(&written));
    text_clear(&written);
    free(path);
    return -1;
}

/* Adds the values in a list "2,4,8" to `values`. An empty text is one empty value. Returns 0; or -1 after a message when one
 * of several values is empty, or when check_data() refuses those of the key `data`. */
static int read_values(struct list *values, const char *key, const char *text)
{
    values_split(values, text);
    for (int i = 0; values->count > 1 && i < values->count; i++)
        if (!*values->item[i])
            return error("%s=%s: an empty value in a list", key, text);
    return strcmp(key, "data") == 0 ? check_data(values, text) : 0;
}

/* Returns the canonical forms of the values in a list "2,4,8" of the key. list_clear() frees them. */
static struct list values_canonical(const char *key, const char *text)
{
    struct list written = {0}, canonical = {0};

    values_split(&written, text);
    for (int i = 0; i < written.count; i++) {
        struct config one = {0};

        config_set(&one, key, written.item[i]);
        trial_canonical_values(&one);
        list_add(&canonical, one.item[0].value);
        config_clear(&one);
    }
    list_clear(&written);
    return canonical;
}

/* True when two lists of values of the key share a value, compared in canonical form. */
static bool values_meet(const char *key, const char *a, const char *b)
{
    struct list x = values_canonical(key, a), y = values_canonical(key, b);
    bool meet = false;

    for (int i = 0; i < x.count; i++)
        meet = meet || list_has(&y, x.item[i]);
    list_clear(&x);
    list_clear(&y);
    return meet;
}

/* Adds the seeds in a text as "0-4,7" to `seeds`. Returns 0, or -1 after a message. */
static int seeds_split(struct list *seeds, const char *text)
{
    enum { MOST = 100000 };

    for (const char *s = text; *s;) {
        char *end, digits[24];
        bool good = *s >= '0' && *s <= '9';
        long first = strtol(s, &end, 10), last = first;

        if (*end == '-') {
            good = good && end[1] >= '0' && end[1] <= '9';
            last = strtol(end + 1, &end, 10);
        }
        if (!good || last < first || last - first > MOST || last > 2147483647 ||
            (*end && (*end != ',' || !end[1])))
            return error("seeds '%s': should be numbers and ranges, as 0-4 or 0,2,5-9", text);
        for (long i = first; i <= last; i++) {
            snprintf(digits, sizeof digits, "%ld", i);
            list_add(seeds, digits);
        }
        s = *end ? end + 1 : end;
    }
    return seeds->count ? 0 : error("no seeds: give some, as 0-4");
}

/* ---- trials ---- */

/* Returns the value of the key when it is a number above 0; else `otherwise`. */
static double number(const struct config *c, const char *key, double otherwise)
{
    const char *value = config_get(c, key);
    double v = value ? number_parse(value, NULL) : 0;

    return v > 0 ? v : otherwise;
}

/* The cost is the number of samples, plus 8 samples for each step, all times 8 for a convolutional net. */
double trial_cost(const struct config *c)
{
    double samples = number(c, "epochs", 0.1) * number(c, "train_count", 60000);
    const char *net = config_get(c, "net");
    bool convolves = net && (strstr(net, "conv") || strstr(net, "resnet") || strstr(net, "lenet"));

    return (convolves ? 8 : 1) * samples * (1 + 8 / number(c, "batch", 32)) + 1;
}

/* The state of an expansion of a preset's blocks to trials. */
struct expansion {
    struct sweep *sweep;
    bool own_panel;            /* the overrides name a new panel: check_panels() */
    const struct config *grid; /* the current block: a list of values for each key */
    struct config chosen;      /* the current values: one for each key */
    struct list seeds;         /* of the current block */
    /* Results of earlier calls of canonize(): the texts in a configuration, and its canonical form. */
    struct list texts;
    struct config *canonical; /* [canonicals] */
    int canonicals;
};

/* True when the key's values are numbers or choices. These are canonical in every complete configuration, but texts are
 * not. */
static bool is_canonical(const char *key)
{
    const struct option *o = trial_option(key);

    return o && o->kind != OPTION_TEXT;
}

/* Writes the canonical form of a complete configuration to *out, which must be empty. Stores the result of trial_canonize()
 * for each set of texts and uses it again: the function is slow for texts such as nets, and many trials differ only in
 * numbers. */
static void canonize(struct expansion *x, const struct config *complete, struct config *out)
{
    struct text texts = {0};
    int k = 0;

    for (int i = 0; i < complete->count; i++)
        if (!is_canonical(complete->item[i].key))
            text_add(&texts, "%s=%s\n", complete->item[i].key, complete->item[i].value);
    while (k < x->canonicals && strcmp(x->texts.item[k], text_str(&texts)))
        k++;
    if (k == x->canonicals) {
        struct config canonical = {0};

        config_merge(&canonical, complete);
        trial_canonize(&canonical);
        array_add(x->canonical, x->canonicals) = canonical;
        list_add(&x->texts, text_str(&texts));
    }
    config_merge(out, &x->canonical[k]);
    for (int i = 0; i < complete->count; i++)
        if (is_canonical(complete->item[i].key))
            config_set(out, complete->item[i].key, complete->item[i].value);
    text_clear(&texts);
}

/* True when both have the same pairs in the same order. */
static bool is_same_config(const struct config *a, const struct config *b)
{
    for (int i = 0; i < a->count && i < b->count; i++)
        if (strcmp(a->item[i].key, b->item[i].key) || strcmp(a->item[i].value, b->item[i].value))
            return false;
    return a->count == b->count;
}

/* Adds a trial with the values x->chosen for each seed. The configuration is completed only once for all seeds.
 * Returns 0, or -1 after a message. */
static int add_trials(struct expansion *x)
{
    struct config written = {0}, canonical = {0};
    struct text why = {0};
    bool same;
    int r;

    config_set(&x->chosen, "seed", x->seeds.item[0]);
    r = trial_complete_as_written(&x->chosen, &written, &why);
    if (r)
        error("%s", text_str(&why));
    else
        canonize(x, &written, &canonical);
    same = is_same_config(&written, &canonical);
    for (int i = 0; r == 0 && i < x->seeds.count; i++) {
        struct sweep_trial t = {.cost = trial_cost(&canonical)};

        config_set(&written, "seed", x->seeds.item[i]);
        config_set(&canonical, "seed", x->seeds.item[i]);
        config_merge(&t.config, &canonical);
        trial_key(x->sweep->plan, &canonical, t.key);
        if (!same)
            trial_key(x->sweep->plan, &written, t.older_key);
        if (strcmp(t.key, t.older_key) == 0)
            *t.older_key = '\0';
        array_add(x->sweep->trial, x->sweep->trials) = t;
    }
    text_clear(&why);
    config_clear(&written);
    config_clear(&canonical);
    return r;
}

/* Adds the trials of the product of the lists grid->item[at], grid->item[at + 1], ... The keys of the items before these
 * have their values in x->chosen. Returns 0, or -1 after a message. */
static int product(struct expansion *x, int at)
{
    const struct config_item *item = &x->grid->item[at];
    struct list values = {0};
    int r;

    if (at == x->grid->count)
        return add_trials(x);
    if (strcmp(item->key, "seed") == 0)
        return product(x, at + 1);
    r = read_values(&values, item->key, item->value);
    for (int i = 0; r == 0 && i < values.count; i++) {
        config_set(&x->chosen, item->key, values.item[i]);
        r = product(x, at + 1);
    }
    list_clear(&values);
    return r;
}

/* Of trials that have the same key, keeps only the first. */
static void drop_doubles(struct sweep *s)
{
    struct list keys = {0};
    int *first, kept = 0;

    for (int i = 0; i < s->trials; i++)
        list_add(&keys, s->trial[i].key);
    first = list_first(&keys);
    for (int i = 0; i < s->trials; i++)
        if (first[i] == i)
            s->trial[kept++] = s->trial[i];
        else
            config_clear(&s->trial[i].config);
    s->trials = kept;
    list_clear(&keys);
    free(first);
}

/* ---- blocks ---- */

/* True when the overrides remove the block. An override removes it when it lacks the block's value of the panel, or of an
 * axis of the experiment whose value the block keeps. own_panel: the overrides give a net and a new panel for it; the
 * override of the panel then removes no block, but a block that keeps its own net is removed. */
static bool is_left_out(const struct plan *e, const struct config *grid,
                        const struct config *overrides, bool own_panel)
{
    if (own_panel && block_keeps(grid, "net"))
        return true;
    for (int i = 0; i < overrides->count; i++) {
        const char *key = overrides->item[i].key, *own = config_get(grid, key);

        if (own_panel && strcmp(key, "panel") == 0)
            continue;
        if (block_keeps(grid, key) && (strcmp(key, "panel") == 0 || plan_has_axis(e, key)) &&
            !values_meet(key, overrides->item[i].value, own + (*own == '=')))
            return true;
    }
    return false;
}

/* Replaces the values of the block by those of the overrides, except values that the block keeps. Removes the '='
 * that marks kept values. own_panel: the block gets the panel of the overrides, too. */
static void apply_overrides(struct config *grid, const struct config *overrides, bool own_panel)
{
    for (int i = 0; i < overrides->count; i++)
        if (!block_keeps(grid, overrides->item[i].key) ||
            (own_panel && strcmp(overrides->item[i].key, "panel") == 0))
            config_set(grid, overrides->item[i].key, overrides->item[i].value);
    for (int i = 0; i < grid->count; i++) {
        const char *value = grid->item[i].value;

        if (*value == '=')
            config_set(grid, grid->item[i].key, value + 1);
    }
}

/* Adds the trials of a block, unless the overrides remove it. Returns 0, or -1 after a message. */
static int expand_block(struct expansion *x, const struct preset *p, const char *block,
                        const struct config *overrides, const char *seeds)
{
    struct config grid = {0};
    int r = 0;

    block_parse(p, block, &grid);
    if (!is_left_out(x->sweep->plan, &grid, overrides, x->own_panel)) {
        config_set(&grid, "seed", seeds);
        apply_overrides(&grid, overrides, x->own_panel);
        x->grid = &grid;
        r = seeds_split(&x->seeds, config_get(&grid, "seed")) ? -1 : product(x, 0);
    }
    list_clear(&x->seeds);
    config_clear(&x->chosen);
    config_clear(&grid);
    return r;
}

/* Checks the override panel=NAME,...: the preset must have all of these panels. When the overrides also give a net, one NAME
 * that the preset does not have is a new panel for it, and *own_panel becomes true. Returns 0, or -1 after a message. */
static int check_panels(const struct preset *p, const struct config *overrides, bool *own_panel)
{
    const char *wanted = config_get(overrides, "panel");
    struct list panels = {0}, values = {0};
    int r = read_values(&values, "panel", wanted);
    char *known;

    for (int i = 0; p->block[i]; i++) {
        struct config block = {0};

        block_parse(p, p->block[i], &block);
        if (config_get(&block, "panel"))
            list_add_new(&panels, config_get(&block, "panel"));
        config_clear(&block);
    }
    known = list_join(&panels, ",");
    *own_panel = r == 0 && values.count == 1 && panels.count > 0 && config_get(overrides, "net") &&
                 !list_has(&panels, values.item[0]);
    for (int i = 0; i < values.count && r == 0 && !*own_panel; i++)
        if (!list_has(&panels, values.item[i]))
            r = error("panel=%s: preset %s has no such panel; it has %s%s", values.item[i], p->name,
                      *known ? known : "none",
                      *known ? "; with net=, a new name is the panel of your own net" : "");
    free(known);
    list_clear(&values);
    list_clear(&panels);
    return r;
}

/* Adds the trials of all blocks of a preset. seeds: NULL: those of the preset. Returns 0, or -1 after a message, also when
 * there are no trials. */
static int expand_blocks(struct sweep *s, const struct preset *p, const struct config *overrides,
                         const char *seeds)
{
    struct expansion x = {.sweep = s};
    int r = config_get(overrides, "panel") ? check_panels(p, overrides, &x.own_panel) : 0;

    for (int i = 0; r == 0 && p->block[i]; i++)
        r = expand_block(&x, p, p->block[i], overrides, seeds ? seeds : p->seeds);
    if (r == 0 && s->trials == 0)
        r = error("%s: preset %s has no trials of what is asked for", s->plan->name, p->name);
    for (int i = 0; i < x.canonicals; i++)
        config_clear(&x.canonical[i]);
    free(x.canonical);
    list_clear(&x.texts);
    drop_doubles(s);
    return r;
}

/* ---- the sweep ---- */

/* Sets s->execution from the overrides of execution keys, and `keys` from the other overrides. Returns 0, or -1 after a
 * message. */
static int parse_overrides(struct sweep *s, char *const *overrides, int count, struct config *keys)
{
    struct config all = {0};
    struct text why = {0};
    int r = 0;

    for (int i = 0; r == 0 && i < count; i++)
        /* users also write seeds=, like the option --seeds */
        if (text_starts_with(overrides[i], "seeds="))
            config_set(&all, "seed", overrides[i] + strlen("seeds="));
        else
            r = config_parse_pair(&all, overrides[i]);
    if (r == 0 && execution_split(&all, keys, &s->execution, &why))
        r = error("%s", text_str(&why));
    text_clear(&why);
    config_clear(&all);
    return r;
}

/* Sets the axes of s, as struct sweep documents them. */
static void set_axes(struct sweep *s, const struct config *overrides)
{
    struct list axes = {0};

    for (int i = 0; s->plan->axis[i]; i++)
        list_add_new(&axes, s->plan->axis[i]);
    for (int i = 0; i < overrides->count; i++) {
        struct list values = {0};

        values_split(&values, overrides->item[i].value);
        if (values.count > 1 && strcmp(overrides->item[i].key, "seed"))
            list_add_new(&axes, overrides->item[i].key);
        list_clear(&values);
    }
    s->axis = axes.item;
    s->axes = axes.count;
}

int sweep_expand(struct sweep *s, const struct plan *e, int preset, char *const *overrides,
                 int count, const char *seeds)
{
    struct config given = {0};
    int r;

    *s = (struct sweep){.plan = e};
    r = parse_overrides(s, overrides, count, &given);
    if (r == 0 && seeds && config_get(&given, "seed"))
        r = error("seed=%s and --seeds %s exclude each other; give one", config_get(&given, "seed"),
                  seeds);
    if (r == 0)
        r = expand_blocks(s, &e->preset[preset], &given, seeds);
    if (r == 0) {
        set_axes(s, &given);
        s->name = sweep_name(e, preset, &given);
    }
    config_clear(&given);
    if (r)
        sweep_clear(s);
    return r;
}

void sweep_begin_like(struct sweep *s, const struct sweep *of)
{
    struct list axes = {0};

    *s = (struct sweep){.plan = of->plan, .name = xstrdup(of->name), .execution = of->execution};
    for (int i = 0; i < of->axes; i++)
        list_add(&axes, of->axis[i]);
    s->axis = axes.item;
    s->axes = axes.count;
}

bool sweep_takes_numbers(const char *key, double *least, double *most)
{
    const struct option *o = trial_option(key);
    bool takes = o && o->kind == OPTION_REAL;

    *least = takes ? o->min : NAN;
    *most = takes ? o->max : NAN;
    return takes;
}

void sweep_add(struct sweep *s, const struct config *complete, const char *seed, double cost)
{
    struct sweep_trial t = {.cost = cost};

    config_merge(&t.config, complete);
    config_set(&t.config, "seed", seed);
    trial_key(s->plan, &t.config, t.key);
    array_add(s->trial, s->trials) = t;
}

void sweep_clear(struct sweep *s)
{
    for (int i = 0; i < s->trials; i++)
        config_clear(&s->trial[i].config);
    free(s->trial);
    list_clear(&(struct list){s->axis, s->axes});
    free(s->name);
    *s = (struct sweep){0};
}
