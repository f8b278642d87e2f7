/* A strict parser of JSON (RFC 8259), which only checks a text. */
#ifndef NORMLAB_TESTS_JSON_H
#define NORMLAB_TESTS_JSON_H

#include "base/text.h"
#include "support.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Each function returns the end of the value at s, or NULL when it is not valid JSON. */

static const char *json_value(const char *s);

static const char *json_blank(const char *s)
{
    return s + strspn(s, " \n\t\r");
}

static const char *json_string(const char *s)
{
    if (*s++ != '"')
        return NULL;
    for (; *s != '"'; s++)
        if ((unsigned char)*s < ' ' || (*s == '\\' && !strchr("\"\\/bfnrtu", *++s)))
            return NULL;
    return s + 1;
}

/* Parses the items of an array, or with `named` the members of an object, up to the bracket `end`. */
static const char *json_members(const char *s, char end, bool named)
{
    s = json_blank(s + 1);
    if (*s == end)
        return s + 1;
    for (;;) {
        if (named) {
            s = json_string(json_blank(s));
            s = s ? json_blank(s) : NULL;
            if (!s || *s++ != ':')
                return NULL;
        }
        s = json_value(s);
        if (!s)
            return NULL;
        s = json_blank(s);
        if (*s == end)
            return s + 1;
        if (*s++ != ',')
            return NULL;
    }
}

static const char *json_value(const char *s)
{
    static const char *const word[] = {"true", "false", "null"};
    char *end;

    s = json_blank(s);
    if (*s == '{' || *s == '[')
        return json_members(s, *s == '{' ? '}' : ']', *s == '{');
    if (*s == '"')
        return json_string(s);
    for (int i = 0; i < 3; i++)
        if (text_starts_with(s, word[i]))
            return s + strlen(word[i]);
    if (*s != '-' && !isdigit((unsigned char)*s))
        return NULL;
    strtod(s, &end);
    return end;
}

/* Fails unless s is exactly one JSON value and a newline. */
static inline void assert_json(const char *s)
{
    const char *end = json_value(s);

    if (!end || strcmp(end, "\n"))
        fail_msg("not JSON from '%.40s' on: %s", end ? end : "(inside)", s);
}

#endif
