/* From a configuration as a user gives it to the one that a trial's key is made from. */
#include "base/arena.h"
#include "base/number.h"
#include "layers/recurrent/recurrent.h"
#include "net/net.h"
#include "train/keys.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- completion ---- */

/* A key that neither the table nor the net knows. */
static int unknown_key(const char *key, const struct config *used, struct text *why)
{
    const char *names[128], *nearest;
    int n = 0;

    for (const struct option *o; (o = trial_option_at(n)) && n < 90;)
        names[n++] = o->name;
    for (const struct option *o = execution_keys; o->name && n < 100; o++)
        names[n++] = o->name;
    for (int i = 0; i < used->count && n < 127; i++)
        names[n++] = used->item[i].key;
    names[n] = NULL;
    nearest = text_nearest(key, names);
    if (nearest)
        text_add(why, "unknown key '%s'; did you mean '%s'?", key, nearest);
    else
        text_add(why, "unknown key '%s'; it is no key of a trial and the net has no ${%s}", key,
                 key);
    return -1;
}

int trial_complete_as_written(const struct config *given, struct config *out, struct text *why)
{
    struct trial_options *o = xcalloc(1, sizeof *o);
    struct config in = {0}, used = {0};
    struct execution how;
    struct text plain = {0};
    struct schedule schedule;
    int r = execution_split(given, &in, &how, why);

    if (r == 0)
        r = trial_options_parse(o, &in, why);
    if (r == 0)
        r = trial_schedule(o, &schedule, why);
    if (r == 0) {
        struct net_request q = {.text = o->net, .config = &in, .classes = 10};

        r = net_expand(&q, &used, &plain, why);
    }
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

/* The option's value as its table writes it. 0; -1 where it is none. */
static int canonical_option(const struct option *o, const char *value, struct text *out)
{
    struct option table[] = {*o, {0}};
    _Alignas(double) char target[OPTION_TEXT_MAX]; /* any kind of option */
    struct text why = {0};
    int r;

    table->offset = 0;
    r = option_set(table, target, o->name, value, &why);
    if (r == 0)
        option_print(table, target, out);
    text_clear(&why);
    return r;
}

static void add_number(double v, struct text *out)
{
    char digits[32];

    format_double(digits, v == 0 ? 0 : v); /* -0 is 0 */
    text_add(out, "%s", digits);
}

static int canonical_steps(const char *value, struct text *out)
{
    struct schedule s = {0};
    struct text why = {0};
    int r = schedule_parse_steps(&s, value, &why);

    for (int i = 0; r == 0 && i < s.steps; i++) {
        text_add(out, "%s", i ? "-" : "");
        add_number(s.step_at[i], out);
    }
    text_clear(&why);
    return r;
}

/* A value that a net's text uses: a number, items, or a norm for cells. */
static int canonical_part(const char *value, struct text *out)
{
    double v = number_is(value) ? number_parse(value, NULL) : NAN;

    if (isfinite(v))
        add_number(v, out);
    else if (net_canonical(value, out))
        return recurrent_norm_canonical(value, out);
    return 0;
}

/* The value in its canonical form; as it is where it has none, or a longer one than an option holds. A new string. */
static char *canonical_value(const char *key, const char *value)
{
    const struct option *o = trial_option(key);
    struct text out = {0};
    int r;

    if (strcmp(key, "net") == 0)
        r = net_canonical(value, &out);
    else if (strcmp(key, "step_at") == 0)
        r = canonical_steps(value, &out);
    else if (o)
        r = canonical_option(o, value, &out);
    else
        r = canonical_part(value, &out);
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

        free(c->item[i].value);
        c->item[i].value = value;
    }
}

/* ---- all values ---- */

/* The net of a complete configuration, layer by layer; the keys that it uses. A new string; NULL when there is none. */
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

/* True where both configurations give the same net. */
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

/* Puts the keys that the net uses behind the others, in the order in which it does. */
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

/* A value in canonical form may mean something else where the net goes on behind it, as in "${norm} compat=keras",
 * where no eps is the default of Keras. Such values stay as they were written. */
void trial_canonize(struct config *c)
{
    struct config canonical = {0}, one = {0};
    bool changed = false;

    config_merge(&canonical, c);
    trial_canonical_values(&canonical);
    for (int i = 0; i < c->count; i++)
        changed = changed || strcmp(c->item[i].value, canonical.item[i].value);
    if (changed && !same_net(c, &canonical)) {
        config_merge(&one, c);
        for (int i = 0; i < c->count; i++) {
            config_set(&one, c->item[i].key, canonical.item[i].value);
            if (!same_net(c, &one))
                config_set(&one, c->item[i].key, c->item[i].value);
        }
        config_clear(&canonical);
        canonical = one;
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
