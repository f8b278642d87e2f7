/*
 * UTF-8 characters: their length, and a harmless form of those that control a terminal. Files that others made may hold
 * control characters, which a terminal obeys, and direction marks, with which text is displayed in another order than it is
 * stored. There is no .c file, because error.c uses these functions and may include no file that reports errors.
 */
#ifndef NORMLAB_BASE_UTF8_H
#define NORMLAB_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* True for a byte of a UTF-8 character other than its first. */
static inline bool utf8_continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Returns how many columns of a terminal the n bytes at s need, if every character needs one column. */
static inline int utf8_columns(const char *s, size_t n)
{
    int columns = 0;

    for (size_t i = 0; i < n; i++)
        columns += !utf8_continues(s[i]);
    return columns;
}

/* Returns the number of bytes of the UTF-8 character (RFC 3629) at the start of s, or 0 when s does not start with
 * one. */
static inline int utf8_length(const char *string)
{
    const unsigned char *s = (const unsigned char *)string;
    unsigned char low = 0x80, high = 0xBF;
    int n = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 : s[0] < 0xF0 ? 3 : 4;

    if (s[0] > 0xF4)
        return 0;
    if (s[0] == 0xE0)
        low = 0xA0;
    else if (s[0] == 0xF0)
        low = 0x90;
    else if (s[0] == 0xED) /* excludes the surrogates, from U+D800 on */
        high = 0x9F;
    else if (s[0] == 0xF4) /* excludes code points above U+10FFFF */
        high = 0x8F;
    for (int i = 1; i < n; i++, low = 0x80, high = 0xBF)
        if (s[i] < low || s[i] > high)
            return 0;
    return n;
}

/* s begins with a character of n = utf8_length(s) bytes. Returns its code point; 0 for n = 0. */
static inline unsigned utf8_code_point(const char *string, int n)
{
    const unsigned char *s = (const unsigned char *)string;
    unsigned c = n == 0 ? 0 : n == 1 ? s[0] : s[0] & (0x7Fu >> n);

    for (int i = 1; i < n; i++)
        c = c << 6 | (s[i] & 0x3Fu);
    return c;
}

/* s begins with a character of n = utf8_length(s) bytes. Returns its code point when it is a control character other
 * than newline and tab (U+0080 to U+009F, too), or a mark that sets the direction of text (Unicode's Bidi_Control);
 * else 0. NUL also gives 0. */
static inline unsigned utf8_control(const char *string, int n)
{
    unsigned c = utf8_code_point(string, n);
    bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F);
    bool direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                     (c >= 0x2066 && c <= 0x2069);

    return control || direction ? c : 0;
}

enum { UTF8_SHOWN = 8 };

/* Writes the character at the start of s to `shown`, with a NUL after it: a character that controls a terminal
 * (utf8_control()) as text such as "\x1b" or "\u202e", a byte that is not UTF-8 as "\xff", any other unchanged. Returns
 * the number of bytes of the character in s, at least 1. */
static inline int utf8_show(const char *s, char shown[UTF8_SHOWN])
{
    int n = utf8_length(s);
    unsigned control = n ? utf8_control(s, n) : (unsigned char)*s;

    if (n == 0 || (n == 1 && (control || !*s)))
        snprintf(shown, UTF8_SHOWN, "\\x%02x", control & 0xFF);
    else if (control)
        snprintf(shown, UTF8_SHOWN, "\\u%04x", control & 0xFFFF);
    else
        snprintf(shown, UTF8_SHOWN, "%.*s", n, s);
    return n ? n : 1;
}

#endif
