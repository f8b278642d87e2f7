#include "base/formats/settings.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/system/file.h"
#include "base/text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEX                "0123456789abcdefABCDEF"
#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const struct setting *setting_of(const struct setting *table, const char *name)
{
    const char *dot = strchr(name, '.');
    size_t n = dot ? (size_t)(dot - name) + 1 : strlen(name);

    for (; table->name; table++)
        if (strlen(table->name) == n && strncmp(table->name, name, n) == 0)
            return table;
    return NULL;
}

/* Adds the names of all settings in the table to the list. A name that ends in '.' stands for several settings: that name
 * followed by each of `members`. */
static void add_names(struct list *names, const struct setting *table, const struct list *members)
{
    for (; table->name; table++) {
        bool several = strchr(table->name, '.') != NULL;

        for (int i = 0; i < (several ? members->count : 1); i++) {
            char *name = format_new("%s%s", table->name, several ? members->item[i] : "");

            list_add(names, name);
            free(name);
        }
    }
}

/* True when value is a number that the setting allows. Sets *v to the number. */
static bool is_number(const struct setting *s, const char *value, double *v)
{
    *v = number_is(value) ? number_parse(value, NULL) : NAN;
    return *v >= s->least && *v <= s->most && (s->kind != SETTING_WHOLE || *v == floor(*v));
}

/* Adds the lengths of a line's dashes and gaps, which are in `value` as "12, 4" or "12 4", to `stored` as "(12,4)".
 * Returns false when they are not 2, 4, 6 or 8 numbers from 0.1 to 100; `stored` is then of no use. */
static bool convert_dashes(const char *value, struct text *stored)
{
    struct setting length = {.kind = SETTING_NUMBER, .least = 0.1, .most = 100};
    struct list part = {0};
    bool good = value[strspn(value, "0123456789., ")] == '\0';
    char *joined;
    double v;

    list_split(&part, value, ", ");
    good = good && part.count >= 2 && part.count <= 8 && part.count % 2 == 0;
    for (int i = 0; i < part.count && good; i++)
        good = is_number(&length, part.item[i], &v);
    joined = list_join(&part, ",");
    text_add(stored, "(%s)", joined);
    free(joined);
    list_clear(&part);
    return good;
}

/* Checks a value and adds its stored form to `stored`: a number in its shortest form, a colour without '#', dashes as
 * "(12,4)". Returns false when the setting does not allow the value; `stored` may then have a part of it. */
static bool convert(const struct setting *s, const char *value, struct text *stored)
{
    char number[32];
    double v;

    switch (s->kind) {
    case SETTING_NUMBER:
    case SETTING_WHOLE:
        if (!is_number(s, value, &v))
            return false;
        format_double(number, v);
        text_adds(stored, number);
        return true;
    case SETTING_NAME:
        text_adds(stored, value);
        return *value && value[strspn(value, LETTERS_AND_DIGITS " -")] == '\0';
    case SETTING_COLOUR:
        text_adds(stored, value + (*value == '#'));
        return *value == '#' && strlen(value) == 7 && strspn(value + 1, HEX) == 6;
    case SETTING_DASHES:
        if (strcmp(value, "solid"))
            return convert_dashes(value, stored);
        text_adds(stored, value);
        return true;
    }
    return false;
}

/* Adds a description of the values that the setting allows. */
static void describe(const struct setting *s, struct text *out)
{
    if (s->kind == SETTING_NUMBER || s->kind == SETTING_WHOLE)
        text_add(out, "a %snumber from %g to %g", s->kind == SETTING_WHOLE ? "whole " : "",
                 s->least, s->most);
    else
        text_add(out, "%s",
                 s->kind == SETTING_NAME     ? "letters, digits, blanks and -"
                 : s->kind == SETTING_COLOUR ? "a colour as #00559A"
                                             : "solid, or 2, 4, 6 or 8 lengths as 12,4");
}

/* Checks one setting and stores it in c. where: file and line, for messages. Returns 0, or -1 after a message. */
static int set_setting(struct config *c, const char *where, const struct setting *table,
                       const struct list *names, const char *name, const char *value)
{
    const struct setting *s = list_has(names, name) ? setting_of(table, name) : NULL;
    const char *nearest = s ? NULL : text_nearest(name, (const char *const *)names->item);
    struct text stored = {0}, allowed = {0};
    int bad = 0;

    if (!s && nearest) {
        bad = error("%s: no setting '%s'; did you mean %s?", where, name, nearest);
    } else if (!s) {
        char *all = list_join(names, " ");

        bad = error("%s: no setting '%s'; there are %s", where, name, all);
        free(all);
    } else if (convert(s, value, &stored)) {
        config_set(c, name, text_str(&stored));
    } else {
        describe(s, &allowed);
        bad = error("%s: %s = %s: should be %s", where, name, value, allowed.s);
    }
    text_clear(&stored);
    text_clear(&allowed);
    return bad;
}

/* Removes white space at both ends of s. Returns a pointer into s; overwrites the white space at the end. */
static char *trimmed(char *s)
{
    size_t n;

    s += strspn(s, " \t\r");
    for (n = strlen(s); n > 0 && strchr(" \t\r", s[n - 1]);)
        s[--n] = '\0';
    return s;
}

int settings_read(struct config *c, const char *path, const struct setting *table,
                  const struct list *members)
{
    char *text = file_read(path, &(size_t){0}, false), *next;
    struct list names = {0};
    int number = 1, bad = text ? 0 : -1;

    add_names(&names, table, members);
    array_add(names.item, names.count) = NULL; /* ends the names for text_nearest() */
    names.count--;
    for (char *line = text; line && !bad; line = next, number++) {
        char *where = format_new("%s:%d", path, number), *equals;

        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        line = trimmed(line);
        equals = strchr(line, '=');
        if (*line && *line != '#' && !equals) {
            bad = error("%s: should be NAME = VALUE: %s", where, line);
        } else if (*line && *line != '#') {
            *equals = '\0';
            bad = set_setting(c, where, table, &names, trimmed(line), trimmed(equals + 1));
        }
        free(where);
    }
    list_clear(&names);
    free(text);
    return bad;
}
