#include "figures/plot_text.h"
#include "base/arena.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"

/* The bytes of the character at s: those that follow the first one in UTF-8 are 10xxxxxx. */
static int character_bytes(const char *s)
{
    int n = 1;

    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* Parts of the font size: the classes of Helvetica's widths, a full square for East Asian ones. */
static double character_width(const char *s)
{
    unsigned char c = (unsigned char)*s;

    if (strncmp(s, "\xe2\x81", 2) == 0) /* raised digits */
        return 0.4;
    if (c >= 0xE0)
        return 1.0;
    if (c >= 0x80)
        return 0.65;
    if (strchr("iljtfI.,:;'|!()[]/\\ ", c))
        return 0.32;
    if (strchr("mwMW@%", c))
        return 0.92;
    return c >= 'A' && c <= 'Z' ? 0.71 : 0.56;
}

static double width_of(const char *s, size_t bytes, double points)
{
    double em = 0;

    for (size_t i = 0; i < bytes; i += (size_t)character_bytes(s + i))
        em += character_width(s + i);
    return em * points / 72;
}

double plot_text_width(const char *s, double points)
{
    double widest = 0;

    while (*s) {
        size_t n = strcspn(s, "\n");
        double w = width_of(s, n, points);

        widest = w > widest ? w : widest;
        s += n + (s[n] == '\n');
    }
    return widest;
}

/* Whether the n bytes that belong together are as many as their first one announces. */
static bool valid(const char *s, int n)
{
    unsigned char c = (unsigned char)*s;

    if (c < 0x80)
        return n == 1;
    return n == (c < 0xC2 || c > 0xF4 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4);
}

static void quote(struct text *out, const char *s, size_t bytes)
{
    text_add(out, "'");
    for (size_t i = 0; i < bytes;) {
        int n = character_bytes(s + i);
        unsigned char c = (unsigned char)s[i];

        /* Neither '' nor "'" will do for a quote: the one is misread at a string's start, and after
         * the other gnuplot expands @macros inside of '...'. */
        if (c == '\'')
            text_add(out, "' . \"\\047\" . '");
        else if (!valid(s + i, n))
            text_add(out, "?");
        else if (c < ' ' || c == 0x7F)
            text_add(out, " ");
        else
            text_addn(out, s + i, (size_t)n);
        i += (size_t)n;
    }
    text_add(out, "'");
}

void plot_quote(struct text *out, const char *s)
{
    s = s ? s : "";
    quote(out, s, strlen(s));
}

void plot_quote_lines(struct text *out, const char *wrapped)
{
    for (;;) {
        size_t n = strcspn(wrapped, "\n");

        quote(out, wrapped, n);
        if (wrapped[n] == '\0')
            return;
        text_add(out, " . \"\\n\" . ");
        wrapped += n + 1;
    }
}

int plot_lines(const char *wrapped)
{
    int n = *wrapped != '\0';

    for (; *wrapped; wrapped++)
        n += *wrapped == '\n';
    return n;
}

/* The bytes of s that fit into a line: up to its last space that fits, or all, or as many as fit.
 */
static size_t line_bytes(const char *s, double points, double inches)
{
    size_t n = 0, space = 0;

    while (s[n]) {
        size_t next = n + (size_t)character_bytes(s + n);

        if (s[n] == ' ')
            space = n;
        if (n > 0 && width_of(s, next, points) > inches)
            return space > 0 ? space : n;
        n = next;
    }
    return n;
}

char *plot_wrap(const char *s, double points, double inches, int lines)
{
    struct text out = {0};
    char *copy = xstrdup(s ? s : ""), *rest = copy;

    for (char *p = copy; *p; p++)
        if (*p == '\n' || *p == '\t' || *p == '\r')
            *p = ' ';
    for (int i = 0; *rest; i++) {
        size_t n = line_bytes(rest, points, inches);

        if (i > 0)
            text_add(&out, "\n");
        if (i + 1 == lines && rest[n]) {
            n = line_bytes(rest, points, inches - plot_text_width(ELLIPSIS, points));
            text_addn(&out, rest, n);
            text_add(&out, ELLIPSIS);
            break;
        }
        text_addn(&out, rest, n);
        rest += n;
        rest += strspn(rest, " ");
    }
    free(copy);
    return out.s ? out.s : xstrdup("");
}

char *plot_shorten(const char *s, double points, double inches)
{
    size_t all = strlen(s), head = 0, tail = all;
    double room = inches - plot_text_width(ELLIPSIS, points);

    if (width_of(s, all, points) <= inches)
        return xstrdup(s);
    /* Both ends grow by turns: names in a sweep differ at their ends. */
    for (bool front = true; head < tail; front = !front) {
        size_t h = head, t = tail;

        if (front)
            h += (size_t)character_bytes(s + head);
        else
            do
                t--;
            while (t > h && ((unsigned char)s[t] & 0xC0) == 0x80);
        if (width_of(s, h, points) + width_of(s + t, all - t, points) > room)
            break;
        head = h;
        tail = t;
    }
    return format_new("%.*s" ELLIPSIS "%s", (int)head, s, s + tail);
}
