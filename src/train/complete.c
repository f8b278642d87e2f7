/* Turns a user's configuration into the complete and canonical configuration, whose hash is the trial's key. */
#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "layers/recurrent/recurrent.h"
#include "net/net.h"
#include "train/keys.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- completion ---- */

/* Writes to `why` that the key is unknown, with the most similar known key, if any. used: the keys of the net. Returns
 * -1. */
static int unknown_key(const char *key, const struct config *used, struct text *why)
{
    const char **names = NULL, *nearest;
    int n = 0;

    for (const struct option *o; (o = trial_option_at(n));)
        array_add(names, n) = o->name;
    for (const struct option *o = execution_keys; o->name; o++)
        array_add(names, n) = o->name;
    for (int i = 0; i < used->count; i++)
        array_add(names, n) = used->item[i].key;
    array_add(names, n) = NULL;
    nearest = text_nearest(key, names);
    text_add(why,
             nearest ? "unknown key '%s'; did you mean '%s'?"
                     : "unknown key '%s'; it is no key of a trial and the net has no ${%s}",
             key, nearest ? nearest : key);
    free(names);
    return -1;
}

int trial_complete_as_written(const struct config *given, struct config *out, struct text *why)
{
    struct trial_options *o = xcalloc(1, sizeof *o);
    struct config in = {0}, used = {0};
    struct net_request q = {.text = o->net, .config = &in, .classes = 10};
    struct execution how;
    struct text plain = {0};
    struct schedule schedule;
    int r = execution_split(given, &in, &how, why) || trial_options_parse(o, &in, why) ||
                    trial_schedule(o, &schedule, why) || net_expand(&q, &used, &plain, why)
                ? -1
                : 0;

    for (int i = 0; r == 0 && i < in.count; i++)
        if (!trial_option(in.item[i].key) && !config_get(&used, in.item[i].key))
            r = unknown_key(in.item[i].key, &used, why);
    if (r == 0) {
        trial_options_to_config(o, out);
        config_merge(out, &used);
    }
    text_clear(&plain);
    config_clear(&in);
    config_clear(&used);
    free(o);
    return r;
}

/* ---- one value ---- */

/* Appends the value in the form in which options_to_config() writes it. Returns 0, or -1 when the option does not
 * allow the value. */
static int canonical_option(const struct option *o, const char *value, struct text *out)
{
    struct option table[] = {*o, {0}};
    _Alignas(double) char target[OPTION_TEXT_MAX]; /* can hold a value of any kind of option */
    struct text why = {0};
    int r;

    table->offset = 0;
    r = option_set(table, target, o->name, value, &why);
    if (r == 0)
        option_print(table, target, out);
    text_clear(&why);
    return r;
}

/* Appends v in its canonical form, after the separator unless `out` is empty. */
static void add_number(double v, const char *separator, struct text *out)
{
    char digits[32];

    format_double(digits, v == 0 ? 0 : v); /* -0 is 0 */
    text_add_item(out, separator, "%s", digits);
}

/* Appends the canonical form of a value of step_at. Returns 0; not 0 when the value is wrong. */
static int canonical_steps(const char *value, struct text *out)
{
    struct schedule s = {0};
    struct text why = {0};
    int r = schedule_parse_steps(&s, value, &why);

    for (int i = 0; r == 0 && i < s.steps; i++)
        add_number(s.step_at[i], "-", out);
    text_clear(&why);
    return r;
}

/* Appends the canonical form of the value of a net's key: a number, layers, or the norm of recurrent cells. Returns 0;
 * not 0 when the value has no canonical form. */
static int canonical_in_net(const char *value, struct text *out)
{
    double v = number_is(value) ? number_parse(value, NULL) : NAN;

    if (isfinite(v))
        add_number(v, "", out);
    else if (net_canonical(value, out))
        return recurrent_norm_canonical(value, out);
    return 0;
}

/* Returns the canonical form of a value as a new string; the value itself when it has none or when its canonical form is
 * too long for an option. */
static char *canonical_value(const char *key, const char *value)
{
    const struct option *o = trial_option(key);
    struct text out = {0};
    int r;

    if (strcmp(key, "net") == 0)
        r = net_canonical(value, &out);
    else if (strcmp(key, "step_at") == 0)
        r = canonical_steps(value, &out);
    else if (strcmp(key, "probe") == 0)
        r = probe_canonical(value, &out);
    else if (o)
        r = canonical_option(o, value, &out);
    else
        r = canonical_in_net(value, &out);
    if (r == 0 && out.length < OPTION_TEXT_MAX)
        return out.s ? out.s : xstrdup("");
    text_clear(&out);
    return xstrdup(value);
}

void trial_canonical_values(struct config *c)
{
    trial_rename_keys(c);
    for (int i = 0; i < c->count; i++) {
        char *value = canonical_value(c->item[i].key, c->item[i].value);

        config_set(c, c->item[i].key, value);
        free(value);
    }
}

/* ---- whole configurations ---- */

/* Returns the expanded text of the net of a complete configuration, in canonical form if it has one, as a new string. NULL
 * when the net cannot be expanded. Adds the keys of the net to `used`. */
static char *net_of(const struct config *c, struct config *used)
{
    struct net_request q = {.text = config_get(c, "net"), .config = c, .classes = 10};
    struct text plain = {0}, canonical = {0}, why = {0};

    if (net_expand(&q, used, &plain, &why) == 0 && net_canonical(text_str(&plain), &canonical))
        text_add(&canonical, "%s", text_str(&plain));
    text_clear(&plain);
    text_clear(&why);
    return canonical.s;
}

/* True when both configurations have nets with the same canonical text. */
static bool same_net(const struct config *a, const struct config *b)
{
    struct config used = {0};
    char *x = net_of(a, &used), *y = net_of(b, &used);
    bool same = x && y && strcmp(x, y) == 0;

    free(x);
    free(y);
    config_clear(&used);
    return same;
}

/* Moves the keys of the net behind all other keys of c, into the order in which the net's text uses them. */
static void order_keys(struct config *c)
{
    struct config ordered = {0}, used = {0};

    free(net_of(c, &used));
    for (int i = 0; i < c->count; i++)
        if (trial_option(c->item[i].key))
            config_set(&ordered, c->item[i].key, c->item[i].value);
    config_merge(&ordered, &used);
    config_clear(&used);
    config_clear(c);
    *c = ordered;
}

/* A value keeps its text when its canonical form would give another net. For example, in "${norm} compat=keras" a norm
 * without eps gets Keras's default; a canonical norm always states its eps. */
void trial_canonize(struct config *c)
{
    struct config canonical = {0}, kept = {0};
    bool changed = false;

    config_merge(&canonical, c);
    trial_canonical_values(&canonical);
    for (int i = 0; i < c->count; i++)
        changed = changed || strcmp(c->item[i].value, canonical.item[i].value);
    if (changed && !same_net(c, &canonical)) {
        config_merge(&kept, c);
        for (int i = 0; i < c->count; i++) {
            config_set(&kept, c->item[i].key, canonical.item[i].value);
            if (!same_net(c, &kept))
                config_set(&kept, c->item[i].key, c->item[i].value);
        }
        config_clear(&canonical);
        canonical = kept;
    }
    config_clear(c);
    *c = canonical;
    if (changed)
        order_keys(c);
}

int trial_complete(const struct config *given, struct config *out, struct text *why)
{
    int r = trial_complete_as_written(given, out, why);

    if (r == 0)
        trial_canonize(out);
    return r;
}
