/*
 * The canonical form of a layer's text. Two texts mean the same when their options are equal after `resolve` (layer.h).
 * The canonical form starts with all options. Then each option, from the first to the last of the table, is left out if
 * the remaining text still means the same.
 */
#include "base/arena.h"
#include "layers/layer.h"
#include <stdlib.h>
#include <string.h>

enum { OPTIONS_MAX = 32 }; /* largest number of options in a table */

/* The search for the shortest text that means the options `want`. */
struct search {
    const struct layer_type *type;
    const unsigned char *want;          /* the options that the text must mean, resolved */
    unsigned char start[LAYER_OPTIONS]; /* the defaults, with one value of the preset option */
    unsigned char work[LAYER_OPTIONS];  /* temporary memory of means_it() */
    bool shown[OPTIONS_MAX];            /* by index in the table: the text contains the option */
};

static bool is_preset(const struct layer_type *t, const struct option *o)
{
    return t->preset && strcmp(o->name, t->preset) == 0;
}

/* True when a text with the shown options means s->want. Options that are not shown have their values in s->start. */
static bool means_it(struct search *s)
{
    const struct option *table = s->type->options;

    memcpy(s->work, s->start, sizeof s->work);
    for (int i = 0; table[i].name; i++)
        if (s->shown[i])
            memcpy(s->work + table[i].offset, s->want + table[i].offset, option_size(&table[i]));
    if (s->type->resolve)
        s->type->resolve(s->work);
    for (int i = 0; table[i].name; i++)
        if (!is_preset(s->type, &table[i]) && !option_same(&table[i], s->work, s->want))
            return false;
    return true;
}

/* Sets s->shown to true for the options that cannot be left out. Those without a default are always shown. */
static void choose_shown(struct search *s)
{
    const struct option *table = s->type->options;

    for (int i = 0; table[i].name; i++)
        s->shown[i] = !is_preset(s->type, &table[i]);
    for (int i = 0; table[i].name; i++) {
        if (!s->shown[i] || !table[i].initial)
            continue;
        s->shown[i] = false;
        s->shown[i] = !means_it(s);
    }
}

/* Adds the text with the shown options to out: the positional option as a word after the name, others as KEY=VALUE. */
static void print(const struct search *s, struct text *out)
{
    const struct option *table = s->type->options;
    const struct option *first = option_find(table, s->type->positional ? s->type->positional : "");

    text_add(out, "%s", s->type->name);
    if (first && s->shown[first - table]) {
        text_add(out, " ");
        option_print(first, s->want, out);
    }
    for (const struct option *o = table; o->name; o++) {
        if (o == first || !s->shown[o - table])
            continue;
        text_add(out, " %s=", o->name);
        option_print(o, is_preset(s->type, o) ? s->start : s->want, out);
    }
}

/* Returns the number of values that the preset option can have, or 1 when the type has no preset. */
static int count_presets(const struct option *preset)
{
    int values = 1;

    for (const char *p = preset ? preset->choices : ""; *p; p++)
        values += *p == '|';
    return values;
}

/* Makes a text for each value of the preset, and adds the shortest one to out. */
static void print_shortest(struct search *s, struct text *out)
{
    const struct option *table = s->type->options,
                        *preset = option_find(table, s->type->preset ? s->type->preset : "");
    struct text best = {0};
    int initial = 0;

    options_default(table, s->start);
    if (preset)
        memcpy(&initial, s->start + preset->offset, sizeof initial);
    for (int i = 0; i < count_presets(preset); i++) {
        struct text one = {0};

        if (preset)
            memcpy(s->start + preset->offset, &i, sizeof i);
        choose_shown(s);
        if (preset)
            s->shown[preset - table] = i != initial;
        print(s, &one);
        if (!best.length || one.length < best.length) {
            text_clear(&best);
            best = one;
        } else {
            text_clear(&one);
        }
    }
    text_adds(out, text_str(&best));
    text_clear(&best);
}

int layer_canonical(const char *spec, struct text *out)
{
    struct layer *l = xcalloc(1, sizeof *l);
    struct search *search = xcalloc(1, sizeof *search);
    struct setup s = {0};
    int r = layer_parse(l, spec, &s);

    if (r == 0 && l->type->options) {
        search->type = l->type;
        search->want = l->options;
        print_shortest(search, out);
    } else if (r == 0) {
        text_adds(out, l->type->name);
    }
    free(search);
    free(l);
    return r;
}
