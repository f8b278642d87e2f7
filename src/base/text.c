#include "base/text.h"
#include "base/arena.h"
#include "base/number.h"
#include "base/utf8.h"
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Enlarges t->s so that `added` more bytes and a NUL fit. */
static void reserve(struct text *t, size_t added)
{
    size_t need = t->length + added + 1;

    if (need <= t->capacity)
        return;
    t->capacity = need > 2 * t->capacity ? need : 2 * t->capacity;
    t->s = xrealloc(t->s, t->capacity);
}

void text_addn(struct text *t, const char *s, size_t n)
{
    reserve(t, n);
    memcpy(t->s + t->length, s, n);
    t->length += n;
    t->s[t->length] = '\0';
}

static void add_args(struct text *t, const char *format, va_list args)
{
    va_list again;
    int n;

    va_copy(again, args);
    n = number_vformat(NULL, 0, format, args);
    reserve(t, (size_t)n);
    number_vformat(t->s + t->length, (size_t)n + 1, format, again);
    t->length += (size_t)n;
    va_end(again);
}

void text_add(struct text *t, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add_args(t, format, args);
    va_end(args);
}

void text_adds(struct text *t, const char *s)
{
    text_addn(t, s, strlen(s));
}

void text_add_item(struct text *t, const char *separator, const char *format, ...)
{
    va_list args;

    if (t->length)
        text_adds(t, separator);
    va_start(args, format);
    add_args(t, format, args);
    va_end(args);
}

void text_clear(struct text *t)
{
    free(t->s);
    memset(t, 0, sizeof *t);
}

/* Returns how many bytes at the start of s, at most n, are printable ASCII, newlines or tabs: text_add_shown() copies them. */
static size_t plain(const char *s, size_t n)
{
    size_t i = 0;

    while (i < n && (ascii_is_printed(s[i]) || s[i] == '\n' || s[i] == '\t'))
        i++;
    return i;
}

void text_add_shown(struct text *t, const char *s, size_t n)
{
    char shown[UTF8_SHOWN];

    for (const char *end = s + n; s < end;) {
        size_t same = plain(s, (size_t)(end - s));

        text_addn(t, s, same);
        s += same;
        if (s < end) {
            s += utf8_show(s, shown);
            text_adds(t, shown);
        }
    }
}

void text_add_json(struct text *t, const char *s)
{
    text_addn(t, "\"", 1);
    while (*s) {
        int n = utf8_length(s);

        if (*s == '"' || *s == '\\')
            text_add(t, "\\%c", *s);
        else if (n == 0)
            text_add(t, "\\ufffd");
        else if ((unsigned char)*s < 0x20 || utf8_control(s, n))
            text_add(t, "\\u%04x", n == 1 ? (unsigned)*s : utf8_control(s, n));
        else
            text_addn(t, s, (size_t)n);
        s += n ? n : 1;
    }
    text_addn(t, "\"", 1);
}

void text_add_shell(struct text *t, const char *s)
{
    const char *safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+=:,@%";

    if (*s && s[strspn(s, safe)] == '\0') {
        text_add(t, "%s", s);
        return;
    }
    text_add(t, "'");
    for (; *s; s++)
        text_add(t, *s == '\'' ? "'\\''" : "%c", *s);
    text_add(t, "'");
}

void text_trim_lines(struct text *t)
{
    size_t to = 0;

    for (size_t from = 0; from < t->length; from++) {
        char c = t->s[from];

        while (c == '\n' && to > 0 && t->s[to - 1] == ' ')
            to--;
        if (c != '\f')
            t->s[to++] = c;
    }
    t->length = to;
    if (t->s)
        t->s[to] = '\0';
}

const char *text_str(const struct text *t)
{
    return t->s ? t->s : "";
}

const char *plural(double n)
{
    return n == 1 ? "" : "s";
}

char *format_new(const char *format, ...)
{
    struct text t = {0};
    va_list args;

    va_start(args, format);
    add_args(&t, format, args);
    va_end(args);
    return t.s;
}

bool text_starts_with(const char *s, const char *prefix)
{
    return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool text_ends_with(const char *s, const char *end)
{
    size_t n = strlen(s), m = strlen(end);

    return n > m && strcmp(s + n - m, end) == 0;
}

/* Returns the edit distance between two names (optimal string alignment: a swap of two neighbouring letters counts
 * as one edit), or INT_MAX when a name is longer than LONGEST. */
static int distance(const char *a, const char *b)
{
    enum { LONGEST = 48 };
    int d[LONGEST + 1][LONGEST + 1], na = (int)strlen(a), nb = (int)strlen(b);

    if (na > LONGEST || nb > LONGEST)
        return INT_MAX;
    for (int i = 0; i <= na; i++)
        d[i][0] = i;
    for (int j = 0; j <= nb; j++)
        d[0][j] = j;
    for (int i = 1; i <= na; i++)
        for (int j = 1; j <= nb; j++) {
            int best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);

            best = d[i - 1][j] + 1 < best ? d[i - 1][j] + 1 : best;
            best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = d[i - 2][j - 2] + 1 < best ? d[i - 2][j - 2] + 1 : best;
            d[i][j] = best;
        }
    return d[na][nb];
}

bool text_is_among(const char *word, const char *const *names)
{
    while (*names && strcmp(*names, word))
        names++;
    return *names != NULL;
}

const char *text_nearest(const char *word, const char *const *names)
{
    const char *best = NULL;
    int least = (int)strlen(word) / 2 + 1;

    for (; *names; names++) {
        int d = distance(word, *names);

        if (strlen(*names) > 1 && strlen(word) > 1 &&
            (text_starts_with(word, *names) || text_starts_with(*names, word)))
            d = 1; /* so that epsilon suggests eps, and lr_ref suggests lr_ref_batch */
        if (d < least) {
            least = d;
            best = *names;
        }
    }
    return best;
}
