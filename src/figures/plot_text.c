#include "figures/plot_text.h"
#include "base/number.h"
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The bytes of the character at s: those that follow the first one in UTF-8 are 10xxxxxx. */
static int character_bytes(const char *s)
{
    int n = 1;

    while (((unsigned char)s[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* True when the n bytes of a character are as many as its first one announces. */
static bool valid(const char *s, int n)
{
    unsigned char c = (unsigned char)*s;

    if (c < 0x80)
        return n == 1;
    return n == (c < 0xC2 || c > 0xF4 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4);
}

void plot_quote(struct text *out, const char *s)
{
    size_t bytes = s ? strlen(s) : 0;

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

void plot_add_number(struct text *out, double v)
{
    char s[32];

    if (isfinite(v))
        format_double(s, v);
    text_add(out, "%s", isfinite(v) ? s : "NaN");
}
