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

/* Gives the preset its value number i in `start`. False when it has fewer values. */
static bool set_preset(struct search *s, int i)
{
    const struct option *o = option_find(s->type->options, s->type->preset);
    int values = 1;

    for (const char *p = o->choices; *p; p++)
        values += *p == '|';
    memcpy(s->start + o->offset, &i, sizeof i);
    return i < values;
}

/* Writes the shortest of the texts that the values of the preset allow. */
static void print_shortest(struct search *s, struct text *out)
{
    const struct option *table = s->type->options, *preset = option_find(table, s->type->preset);
    struct text best = {0};
    int initial;

    memcpy(&initial, s->start + preset->offset, sizeof initial);
    for (int i = 0; set_preset(s, i); i++) {
        struct text one = {0};

        choose(s);
        s->shown[preset - table] = i != initial;
        print(s, &one);
        if (!best.length || one.length < best.length) {
            text_clear(&best);
            best = one;
        } else {
            text_clear(&one);
        }
    }
    text_add(out, "%s", text_str(&best));
    text_clear(&best);
}

static void write_canonical(const struct layer *l, struct text *out)
{
    struct search *s = xcalloc(1, sizeof *s);

    s->type = l->type;
    s->want = l->options;
    options_default(l->type->options, s->start);
    if (l->type->preset) {
        print_shortest(s, out);
    } else {
        choose(s);
        print(s, out);
    }
    free(s);
}

int layer_canonical(const char *spec, struct text *out)
{
    struct layer *l = xcalloc(1, sizeof *l);
    struct setup s = {0};
    int r = layer_parse(l, spec, &s);

    if (r == 0 && l->type->options)
        write_canonical(l, out);
    else if (r == 0)
        text_add(out, "%s", l->type->name);
    free(l);
    return r;
}
