#include "sweep/sweep.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "data/data.h"
#include "train/trial.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- lists of values ---- */

struct values {
    char **value;
    int count;
};

static void values_clear(struct values *v)
{
    for (int i = 0; i < v->count; i++)
        free(v->value[i]);
    free(v->value);
    memset(v, 0, sizeof *v);
}

static void values_add(struct values *v, const char *s, size_t n)
{
    v->value = xrealloc(v->value, (size_t)(v->count + 1) * sizeof *v->value);
    v->value[v->count++] = xstrndup(s, n);
}

/* "2,4,8"; an empty text is one empty value, but a list holds none: false then. */
static bool values_parse(struct values *v, const char *text)
{
    for (const char *at = text;;) {
        size_t n = strcspn(at, ",");

        if (n == 0 && strchr(text, ','))
            return false;
        values_add(v, at, n);
        if (!at[n])
            return true;
        at += n + 1;
    }
}

/* As values_parse(); 0, or -1 after a message. */
static int values_split(struct values *v, const char *key, const char *text)
{
    return values_parse(v, text) ? 0 : error("%s=%s: an empty value in a list", key, text);
}

/* "0-4,7" for seeds. 0 or -1 after a message. */
static int values_range(struct values *v, const char *text)
{
    enum { MOST = 100000 };
    const char *at = text;

    while (*at) {
        char *end;
        long first = strtol(at, &end, 10), last = first;
        bool good = end > at && *at != '-' && *at != '+';

        if (good && *end == '-') {
            at = end + 1;
            last = strtol(at, &end, 10);
            good = end > at && *at != '-' && *at != '+';
        }
        if (!good || (*end && *end != ',') || first < 0 || last < first || last - first > MOST ||
            last > 2147483647 || (*end == ',' && !end[1]))
            return error("seeds '%s': should be numbers and ranges, as 0-4 or 0,2,5-9", text);
        for (long i = first; i <= last; i++) {
            char digits[24];

            values_add(v, digits, (size_t)snprintf(digits, sizeof digits, "%ld", i));
        }
        at = *end ? end + 1 : end;
    }
    return v->count ? 0 : error("no seeds: give some, as 0-4");
}

/* ---- trials ---- */

void trial_key(const struct plan *e, const struct config *complete, char key[TRIAL_KEY])
{
    store_key(e->name, e->version, complete, key);
}

static double number(const struct config *c, const char *key, double otherwise)
{
    const char *value = config_get(c, key);
    double v = value ? number_parse(value, NULL) : 0;

    return v > 0 ? v : otherwise;
}

/* Samples, and a step's overhead that is worth about as much as 8 of them. A rough guess serves:
 * the longest trials start first, so that no core idles at the end. */
static double guess_cost(const struct config *c)
{
    double samples = number(c, "epochs", 0.1) * number(c, "train_count", 60000);
    const char *net = config_get(c, "net");
    double weight =
        net && (strstr(net, "conv") || strstr(net, "resnet") || strstr(net, "lenet")) ? 8 : 1;

    return weight * samples * (1 + 8 / number(c, "batch", 32)) + 1;
}

static int add_trial(struct sweep *s, const struct config *config)
{
    struct planned p = {0};
    struct text why = {0};

    if (trial_complete_as_written(config, &p.config, &why)) {
        error("%s", text_str(&why));
        text_clear(&why);
        config_clear(&p.config);
        return -1;
    }
    trial_key(s->plan, &p.config, p.older_key);
    trial_canonize(&p.config);
    trial_key(s->plan, &p.config, p.key);
    if (strcmp(p.key, p.older_key) == 0)
        p.older_key[0] = '\0';
    p.cost = guess_cost(&p.config);
    for (int i = 0; i < s->trials; i++)
        if (strcmp(s->trial[i].key, p.key) == 0) {
            config_clear(&p.config);
            return 0;
        }
    s->trial = xrealloc(s->trial, (size_t)(s->trials + 1) * sizeof *s->trial);
    s->trial[s->trials++] = p;
    return 0;
}

/* The product of the lists of grid[at...], each choice set in config. */
static int product(struct sweep *s, const struct config *grid, int at, struct config *config)
{
    const char *key = grid->item[at].key;
    struct values v = {0};
    int r = 0;

    if (strcmp(key, "seed") == 0)
        r = values_range(&v, grid->item[at].value);
    else
        r = values_split(&v, key, grid->item[at].value);
    for (int i = 0; r == 0 && i < v.count; i++) {
        config_set(config, key, v.value[i]);
        r = at + 1 < grid->count ? product(s, grid, at + 1, config) : add_trial(s, config);
    }
    values_clear(&v);
    return r;
}

/* Is value one of the list's? */
static bool list_holds(const char *list, const char *value)
{
    for (size_t n;; list += n + 1) {
        n = strcspn(list, ",");
        if (strlen(value) == n && strncmp(list, value, n) == 0)
            return true;
        if (!list[n])
            return false;
    }
}

/* Every panel that was asked for must be one of the preset's. 0 or -1 after a message. */
static int check_panels(const struct preset *p, const char *asked)
{
    struct text known = {0};
    struct values v = {0};
    int r = values_split(&v, "panel", asked);

    for (int i = 0; p->block[i]; i++) {
        struct config block = {0};
        const char *own;

        if (config_parse(&block, p->block[i]))
            BUG("preset %s does not parse", p->name);
        own = config_get(&block, "panel");
        if (own && !list_holds(known.length ? known.s : "", own))
            text_add(&known, "%s%s", known.length ? "," : "", own);
        config_clear(&block);
    }
    for (int i = 0; i < v.count && r == 0; i++)
        if (!known.length || !list_holds(known.s, v.value[i]))
            r = error("panel=%s: preset %s has no such panel; it has %s", v.value[i], p->name,
                      known.length ? known.s : "none");
    text_clear(&known);
    values_clear(&v);
    return r;
}

/* Is the block's value of the key one that no override replaces (experiment.h)? Its panel's name is. */
static bool keeps(const struct config *grid, const char *key)
{
    const char *own = config_get(grid, key);

    return own && (*own == '=' || strcmp(key, "panel") == 0);
}

/* Does an override choose among the values of this key, so that a block that keeps others is left out? */
static bool chooses(const struct plan *e, const char *key)
{
    return strcmp(key, "panel") == 0 || plan_has_axis(e, key);
}

/* The key's values in the list, each in its canonical form. */
static void values_canonical(struct values *v, const char *key, const char *list)
{
    values_parse(v, list);
    for (int i = 0; i < v->count; i++) {
        struct config one = {0};

        config_set(&one, key, v->value[i]);
        trial_canonical_values(&one);
        free(v->value[i]);
        v->value[i] = xstrdup(one.item[0].value);
        config_clear(&one);
    }
}

/* True when the lists share a value, in whatever words. */
static bool lists_meet(const char *key, const char *a, const char *b)
{
    struct values x = {0}, y = {0};
    bool meet = false;

    values_canonical(&x, key, a);
    values_canonical(&y, key, b);
    for (int i = 0; i < x.count && !meet; i++)
        for (int k = 0; k < y.count; k++)
            meet = meet || strcmp(x.value[i], y.value[k]) == 0;
    values_clear(&x);
    values_clear(&y);
    return meet;
}

/* Does the block keep values, none of which was asked for? Then it has nothing to give. */
static bool leaves_out(const struct plan *e, const struct config *grid,
                       const struct config *overrides)
{
    for (int i = 0; i < overrides->count; i++) {
        const char *key = overrides->item[i].key, *own = config_get(grid, key);

        if (keeps(grid, key) && chooses(e, key) &&
            !lists_meet(key, overrides->item[i].value, own + (*own == '=')))
            return true;
    }
    return false;
}

/* Takes the mark off values that the block keeps. */
static void unmark(struct config *grid)
{
    for (int i = 0; i < grid->count; i++) {
        char *value = grid->item[i].value;

        if (*value == '=')
            memmove(value, value + 1, strlen(value));
    }
}

/* The block's grid with the overrides in it, seed last. False when those leave the block out. */
static bool block_grid(const struct plan *e, const struct preset *p, const char *block,
                       const struct config *overrides, const char *seeds, struct config *grid)
{
    if (config_parse(grid, p->common) || config_parse(grid, block))
        BUG("preset %s does not parse", p->name);
    trial_rename_keys(grid);
    if (leaves_out(e, grid, overrides))
        return false;
    for (int i = 0; i < overrides->count; i++)
        if (!keeps(grid, overrides->item[i].key))
            config_set(grid, overrides->item[i].key, overrides->item[i].value);
    unmark(grid);
    if (!config_get(overrides, "seed"))
        config_set(grid, "seed", seeds);
    return true;
}

static void add_axis(struct sweep *s, const char *name)
{
    for (int i = 0; i < s->axes; i++)
        if (strcmp(s->axis[i], name) == 0)
            return;
    s->axis = xrealloc(s->axis, (size_t)(s->axes + 1) * sizeof *s->axis);
    s->axis[s->axes++] = xstrdup(name);
}

static void add_axes(struct sweep *s, const struct config *overrides)
{
    for (int i = 0; s->plan->axis[i]; i++)
        add_axis(s, s->plan->axis[i]);
    for (int i = 0; i < overrides->count; i++)
        if (strchr(overrides->item[i].value, ',') && strcmp(overrides->item[i].key, "seed"))
            add_axis(s, overrides->item[i].key);
}

/* ---- names of files ---- */

/* The data that a block asks for, a list; overrides (NULL: none) replace what it does not keep. The caller frees. */
static char *block_data(const struct preset *p, const char *block, const struct config *overrides)
{
    const char *given = overrides ? config_get(overrides, "data") : NULL, *own;
    struct config grid = {0};
    char *data;

    if (config_parse(&grid, p->common) || config_parse(&grid, block))
        BUG("preset %s does not parse", p->name);
    own = config_get(&grid, "data");
    if (!own)
        own = trial_option("data")->initial;
    data = xstrdup(given && !keeps(&grid, "data") ? given : own + (*own == '='));
    config_clear(&grid);
    return data;
}

/* True when a block of the paper preset trains on this data. */
static bool paper_uses(const struct plan *e, const char *name)
{
    const struct preset *p = &e->preset[PRESET_PAPER];
    bool used = false;

    for (int i = 0; p->block[i] && !used; i++) {
        char *data = block_data(p, p->block[i], NULL);

        used = list_holds(data, name);
        free(data);
    }
    return used;
}

bool sweep_is_generated(const struct plan *e, const char *list)
{
    struct values v = {0};
    bool found = false;

    if (values_split(&v, "data", list) == 0)
        for (int i = 0; i < v.count && !found; i++) {
            const struct data_type *type = data_type_find(v.value[i]);

            found = type && !type->files[0] && !paper_uses(e, v.value[i]);
        }
    values_clear(&v);
    return found;
}

char *sweep_name(const struct plan *e, int preset, const struct config *overrides)
{
    const struct preset *p = &e->preset[preset];
    bool generated = false;

    for (int i = 0; p->block[i] && !generated; i++) {
        char *data = block_data(p, p->block[i], overrides);

        generated = sweep_is_generated(e, data);
        free(data);
    }
    return format_new("%s%s", e->name, generated ? ".generated" : "");
}

static int expand_blocks(struct sweep *s, const struct preset *p, const struct config *overrides,
                         const char *seeds)
{
    const char *panel = config_get(overrides, "panel");
    int r = panel ? check_panels(p, panel) : 0;

    for (int i = 0; r == 0 && p->block[i]; i++) {
        struct config grid = {0}, config = {0};

        if (block_grid(s->plan, p, p->block[i], overrides, seeds ? seeds : p->seeds, &grid))
            r = product(s, &grid, 0, &config);
        config_clear(&grid);
        config_clear(&config);
    }
    if (r == 0 && s->trials == 0)
        r = error("%s: preset %s has no trials of what is asked for", s->plan->name, p->name);
    return r;
}

/* Takes the overrides apart into the trials' keys and the execution. 0 or -1 after a message. */
static int parse_overrides(struct sweep *s, char *const *overrides, int count, struct config *keys)
{
    struct config all = {0};
    struct text why = {0};
    int r = 0;

    for (int i = 0; r == 0 && i < count; i++)
        if (text_starts_with(overrides[i], "seeds=")) /* as --seeds */
            config_set(&all, "seed", overrides[i] + strlen("seeds="));
        else
            r = config_parse_pair(&all, overrides[i]);
    if (r == 0 && execution_split(&all, keys, &s->execution, &why))
        r = error("%s", text_str(&why));
    text_clear(&why);
    config_clear(&all);
    return r;
}

int sweep_expand(struct sweep *s, const struct plan *e, int preset, char *const *overrides,
                 int count, const char *seeds)
{
    struct config given = {0};
    int r;

    memset(s, 0, sizeof *s);
    s->plan = e;
    r = parse_overrides(s, overrides, count, &given);
    if (r == 0 && seeds && config_get(&given, "seed"))
        r = error("seed=%s and --seeds %s exclude each other; give one", config_get(&given, "seed"),
                  seeds);
    if (r == 0)
        r = expand_blocks(s, &e->preset[preset], &given, seeds);
    if (r == 0) {
        add_axes(s, &given);
        s->name = sweep_name(e, preset, &given);
    }
    config_clear(&given);
    if (r)
        sweep_clear(s);
    return r;
}

void sweep_clear(struct sweep *s)
{
    for (int i = 0; i < s->trials; i++)
        config_clear(&s->trial[i].config);
    for (int i = 0; i < s->axes; i++)
        free(s->axis[i]);
    free(s->trial);
    free(s->axis);
    free(s->name);
    memset(s, 0, sizeof *s);
}

char *sweep_path(const struct sweep *s, const char *root, int trial, const char *suffix)
{
    return format_new("%s/results/%s/%s%s", root, s->name, s->trial[trial].key, suffix);
}

char *sweep_find(const struct sweep *s, const char *root, int trial, const char *suffix)
{
    const struct planned *p = &s->trial[trial];
    char *path = sweep_path(s, root, trial, suffix);

    if (!file_exists(path) && *p->older_key) {
        free(path);
        path = format_new("%s/results/%s/%s%s", root, s->name, p->older_key, suffix);
    }
    if (file_exists(path))
        return path;
    free(path);
    return NULL;
}

int sweep_read(const struct sweep *s, const char *root, int trial, struct record *record)
{
    char *found = sweep_find(s, root, trial, ".h5"),
         *path = found ? found : sweep_path(s, root, trial, ".h5");
    int r = store_trial_read(path, record);

    if (r == 0 && strcmp(record->key, s->trial[trial].key)) {
        r = error("%s: holds trial %s: remove the file", path, record->key);
        record_clear(record);
    }
    free(path);
    return r;
}
