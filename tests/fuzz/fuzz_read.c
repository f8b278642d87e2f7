#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "fuzz.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- CSV ---- */

static char *read_cell(const char **at)
{
    const char *s = *at;
    struct text out = {0};

    if (*s != '"') {
        size_t n = strcspn(s, ",\n\r\"");

        text_addn(&out, s, n);
        *at = s + n;
        return out.s;
    }
    text_addn(&out, "", 0);
    for (s++; s[0] != '"' || s[1] == '"'; s++) {
        FUZZ_CHECK(*s);
        s += *s == '"';
        text_addn(&out, s, 1);
    }
    *at = s + 1;
    return out.s;
}

void fuzz_read_csv(const char **at, struct list *cells)
{
    for (;;) {
        char *cell = read_cell(at);

        list_add(cells, cell);
        free(cell);
        FUZZ_CHECK(**at == ',' || **at == '\n');
        if (*(*at)++ == '\n')
            return;
    }
}

/* ---- JSON ---- */

/* Adds the character with this code point, below U+10000, as UTF-8 (RFC 3629). */
static void add_character(struct text *out, unsigned code)
{
    char utf8[3] = {(char)(0xe0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3f)),
                    (char)(0x80 | (code & 0x3f))};
    int first = code < 0x80 ? 2 : code < 0x800 ? 1 : 0;

    if (first == 2)
        utf8[2] = (char)code;
    else if (first == 1)
        utf8[1] = (char)(0xc0 | code >> 6);
    text_addn(out, utf8 + first, (size_t)(3 - first));
}

/* Reads a JSON string at *at, moves *at behind it. Only the escapes that a program must write need to be known. */
char *fuzz_read_json(const char **at)
{
    const char *s = *at;
    struct text out = {0};

    FUZZ_CHECK(*s++ == '"');
    for (; *s != '"'; s++) {
        unsigned code = 0;
        char c;

        FUZZ_CHECK((unsigned char)*s >= 0x20);
        c = *s;
        if (c == '\\') {
            c = *++s;
            FUZZ_CHECK(strchr("\"\\u", c) && c);
            for (int i = 0; c == 'u' && i < 4; i++) {
                static const char hex[] = "0123456789abcdef";
                const char *digit = strchr(hex, *++s);

                FUZZ_CHECK(digit && *digit);
                code = code * 16 + (unsigned)(digit - hex);
            }
            FUZZ_CHECK(code < 0xd800 || code > 0xdfff); /* half of a character */
        }
        if (code)
            add_character(&out, code);
        else
            text_addn(&out, &c, 1);
    }
    *at = s + 1;
    return out.s ? out.s : xstrdup("");
}

static void skip_list(const char **at, char end, bool members)
{
    if (**at == end) {
        ++*at;
        return;
    }
    for (;; *at += 2) {
        *at += strspn(*at, " \n");
        if (members) {
            free(fuzz_read_json(at));
            FUZZ_CHECK(text_starts_with(*at, ": "));
            *at += 2;
        }
        fuzz_skip_json(at);
        *at += strspn(*at, " \n");
        if (*(*at) == end)
            break;
        FUZZ_CHECK(text_starts_with(*at, ", ") || text_starts_with(*at, ",\n"));
    }
    ++*at;
}

void fuzz_skip_json(const char **at)
{
    static const char *const words[] = {"true", "false", "null"};
    char *end, *string;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts_with(*at, words[i])) {
            *at += strlen(words[i]);
            return;
        }
    if (**at == '"') {
        string = fuzz_read_json(at);
        FUZZ_CHECK(fuzz_is_utf8(string));
        free(string);
    } else if (**at == '{' || **at == '[') {
        bool members = *(*at)++ == '{';

        skip_list(at, members ? '}' : ']', members);
    } else {
        size_t n = strspn(*at, "+-.0123456789eE");

        number_parse(*at, &end);
        FUZZ_CHECK(n > 0 && end == *at + n && **at != '+' && **at != '.');
        *at = end;
    }
}

/* ---- the rest ---- */

/* The word that a POSIX shell reads; fails when it is none, or is more than one. */
char *fuzz_read_word(const char *s)
{
    struct text out = {0};

    while (*s) {
        if (*s == '\'') {
            const char *end = strchr(++s, '\'');

            FUZZ_CHECK(end);
            text_addn(&out, s, (size_t)(end - s));
            s = end + 1;
        } else if (*s == '\\') {
            FUZZ_CHECK(s[1] && s[1] != '\n');
            text_addn(&out, s + 1, 1);
            s += 2;
        } else {
            FUZZ_CHECK(!strchr(" \t\n|&;<>()$`\"*?[]#~!{}", *s));
            text_addn(&out, s++, 1);
        }
    }
    return out.s ? out.s : xstrdup("");
}

char *fuzz_stdout(void (*print)(const void *context), const void *context)
{
    FILE *before = stdout;
    size_t size;
    char *text;

    stdout = open_memstream(&text, &size);
    print(context);
    fclose(stdout);
    stdout = before;
    return text;
}
