#include "base/formats/option.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Returns the index of word in choices, as 1 for "b" in "a|b|c". Returns -1 when it is not there. */
static int choice_find(const char *choices, const char *word)
{
    size_t length = strlen(word);

    for (int i = 0; choices; i++) {
        size_t n = strcspn(choices, "|");

        if (n == length && strncmp(choices, word, n) == 0)
            return i;
        choices = choices[n] ? choices + n + 1 : NULL;
    }
    return -1;
}

/* Adds the word with this index in choices, as "b" for 1 in "a|b|c". */
static void choice_print(const char *choices, int index, struct text *out)
{
    for (; index > 0; index--)
        choices += strcspn(choices, "|") + 1;
    text_addn(out, choices, strcspn(choices, "|"));
}

const struct option *option_find(const struct option *table, const char *key)
{
    for (; table && table->name; table++)
        if (table->name[0] == key[0] && strcmp(table->name, key) == 0)
            return table;
    return NULL;
}

/* Adds to `why` that the table has no such key, with the most similar one or all of them. Returns -1. */
static int unknown(const struct option *table, const char *key, struct text *why)
{
    const char *names[64];
    const char *nearest;
    int n = 0;

    for (const struct option *o = table; o && o->name && n < 63; o++)
        names[n++] = o->name;
    names[n] = NULL;
    nearest = text_nearest(key, names);
    text_add(why, "unknown key '%s'", key);
    if (nearest) {
        text_add(why, "; did you mean '%s'?", nearest);
    } else {
        text_add(why, n ? "; known are" : "; it takes none");
        for (int i = 0; i < n; i++)
            text_add(why, " %s", names[i]);
    }
    return -1;
}

/* Returns the size of the field of a TEXT or WORD option in bytes. */
static size_t text_room(const struct option *o)
{
    return o->kind == OPTION_WORD ? OPTION_WORD_MAX : OPTION_TEXT_MAX;
}

/* Adds a description of the values that the option accepts. */
static void describe(const struct option *o, struct text *out)
{
    if (o->kind == OPTION_INT || o->kind == OPTION_REAL) {
        char min[32], max[32];

        format_double(min, o->min);
        format_double(max, o->max);
        text_add(out, "a %snumber from %s to %s", o->kind == OPTION_INT ? "whole " : "", min, max);
        if (o->choices)
            text_add(out, ", or %s", o->choices);
    } else if (o->kind == OPTION_BOOL) {
        text_add(out, "0 or 1");
    } else if (o->kind == OPTION_CHOICE) {
        text_add(out, "one of %s", o->choices);
    } else {
        text_add(out, "text of less than %zu bytes", text_room(o));
    }
}

/* Reads the value of an INT or REAL option into *out. A value is a number, or one of the words in o->choices: word i is
 * stored as -1 - i. False when it is neither, when the number is out of range, or when an INT is not whole. */
static bool read_number(const struct option *o, const char *value, double *out)
{
    char *end;
    int word = o->choices ? choice_find(o->choices, value) : -1;

    if (word >= 0) {
        *out = -1 - word;
        return true;
    }
    *out = number_parse(value, &end);
    if (end == value || *end || !isfinite(*out))
        return false;
    if (*out < o->min || *out > o->max)
        return false;
    if (*out == 0)
        *out = 0; /* replaces -0, so that both have the same bits and text */
    return o->kind == OPTION_REAL || (*out == floor(*out) && fabs(*out) <= 2147483647.0);
}

int option_set(const struct option *table, void *target, const char *key, const char *value,
               struct text *why)
{
    const struct option *o = option_find(table, key);
    char *field;
    double v = 0;
    bool good = true;

    if (!o)
        return unknown(table, key, why);
    field = (char *)target + o->offset;
    switch (o->kind) {
    case OPTION_INT:
        if ((good = read_number(o, value, &v)))
            *(int *)field = (int)v;
        break;
    case OPTION_REAL:
        if ((good = read_number(o, value, &v)))
            *(double *)field = v;
        break;
    case OPTION_BOOL:
        if ((good = strcmp(value, "0") == 0 || strcmp(value, "1") == 0))
            *(bool *)field = *value == '1';
        break;
    case OPTION_CHOICE:
        if ((good = choice_find(o->choices, value) >= 0))
            *(int *)field = choice_find(o->choices, value);
        break;
    case OPTION_TEXT:
    case OPTION_WORD:
        if ((good = strlen(value) < text_room(o) && !strchr(value, '"')))
            memcpy(field, value, strlen(value) + 1);
        break;
    }
    if (!good) {
        text_add(why, "%s=%s: should be ", key, value);
        describe(o, why);
        if (strchr(value, '"'))
            text_add(why, ", without a double quote");
        return -1;
    }
    return 0;
}

void options_default(const struct option *table, void *target)
{
    struct text why = {0};

    for (const struct option *o = table; o && o->name; o++)
        if (o->initial && option_set(table, target, o->name, o->initial, &why))
            BUG("default of option %s: %s", o->name, text_str(&why));
}

size_t option_size(const struct option *o)
{
    switch (o->kind) {
    case OPTION_REAL:
        return sizeof(double);
    case OPTION_BOOL:
        return sizeof(bool);
    case OPTION_TEXT:
    case OPTION_WORD:
        return text_room(o);
    default:
        return sizeof(int);
    }
}

bool option_same(const struct option *o, const void *a, const void *b)
{
    const char *x = (const char *)a + o->offset, *y = (const char *)b + o->offset;

    if (o->kind == OPTION_TEXT || o->kind == OPTION_WORD)
        return strcmp(x, y) == 0;
    return memcmp(x, y, option_size(o)) == 0;
}

void option_print(const struct option *o, const void *source, struct text *out)
{
    const char *field = (const char *)source + o->offset;
    char digits[32];
    double v;

    switch (o->kind) {
    case OPTION_INT:
    case OPTION_REAL:
        v = o->kind == OPTION_INT ? *(const int *)(const void *)field
                                  : *(const double *)(const void *)field;
        if (o->choices && v < 0 && v < o->min) {
            choice_print(o->choices, (int)(-1 - v), out);
        } else {
            format_double(digits, v);
            text_add(out, "%s", digits);
        }
        break;
    case OPTION_BOOL:
        text_add(out, "%d", *(const bool *)(const void *)field);
        break;
    case OPTION_CHOICE:
        choice_print(o->choices, *(const int *)(const void *)field, out);
        break;
    case OPTION_TEXT:
    case OPTION_WORD:
        text_add(out, "%s", field);
        break;
    }
}

void options_to_config(const struct option *table, const void *source, struct config *c)
{
    for (const struct option *o = table; o && o->name; o++) {
        struct text value = {0};

        option_print(o, source, &value);
        config_set(c, o->name, text_str(&value));
        text_clear(&value);
    }
}
