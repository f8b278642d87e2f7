/*
 * The canonical form of a layer's text. A text means the options that it resolves to (layer.h). Of the texts with the same
 * meaning the canonical one has the fewest options: from the first to the last, each is left out if the others still mean
 * the same.
 */
#include "base/arena.h"
#include "layers/layer.h"
#include <stdlib.h>
#include <string.h>

enum { OPTIONS_MAX = 32 }; /* of a table */

struct search {
    const struct layer_type *type;
    const unsigned char *want;          /* the options to describe, resolved */
    unsigned char start[LAYER_OPTIONS]; /* the defaults, with some value of the preset */
    unsigned char work[LAYER_OPTIONS];
    bool shown[OPTIONS_MAX]; /* options that the text gives */
};

static bool is_preset(const struct layer_type *t, const struct option *o)
{
    return t->preset && strcmp(o->name, t->preset) == 0;
}

/* True when the shown options, with `start` for the others, resolve to the wanted ones. */
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

/* Sets `shown`: all options that cannot be left out. */
static void choose(struct search *s)
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

/* Writes the text: the positional option as the first word, the others as KEY=VALUE. */
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

/* The number of values of the preset; without a preset 1, as if there were one with its default. */
static int count_presets(const struct option *preset)
{
    int values = 1;

    for (const char *p = preset ? preset->choices : ""; *p; p++)
        values += *p == '|';
    return values;
}

/* Writes the shortest of the texts that the values of the preset allow. */
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
        choose(s);
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
