#include "report/markup.h"
#include "base/utf8.h"
#include <string.h>

/* ---- HTML ---- */

void html_add(struct text *out, const char *s)
{
    for (int n; s && *s; s += n ? n : 1) {
        n = utf8_length(s);
        if (*s == '&')
            text_adds(out, "&amp;");
        else if (*s == '<')
            text_adds(out, "&lt;");
        else if (*s == '>')
            text_adds(out, "&gt;");
        else if (*s == '"')
            text_adds(out, "&quot;");
        else if (*s == '\'')
            text_adds(out, "&#39;");
        else if (n == 0 || utf8_control(s, n))
            text_adds(out, "\xef\xbf\xbd");
        else
            text_addn(out, s, (size_t)n);
    }
}

/* ---- LaTeX ---- */

struct spelling {
    const char *character, *command;
};

static const struct spelling spelled[] = {
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"%", "\\%"},
    {"_", "\\_"},
    {"^", "\\textasciicircum{}"},
    {"~", "\\textasciitilde{}"},
    {"<", "\\textless{}"},
    {">", "\\textgreater{}"},
    {"|", "\\textbar{}"},
    {"\"", "\\textquotedbl{}"},
    {"'", "\\textquotesingle{}"},
    {"`", "\\textasciigrave{}"},
    {"±", "\\ensuremath{\\pm}"},
    {"≥", "\\ensuremath{\\geq}"},
    {"≤", "\\ensuremath{\\leq}"},
    {"×", "\\ensuremath{\\times}"},
    {"·", "\\ensuremath{\\cdot}"},
    {"–", "--"},
    {"—", "---"},
    {"…", "\\ldots{}"},
    {"“", "``"},
    {"”", "''"},
    {"’", "'"},
    {"−", "\\ensuremath{-}"},
    {"\n", " "},
    {"\t", " "},
};

static const char *spelling_of(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
        if (strlen(spelled[i].character) == n && memcmp(spelled[i].character, s, n) == 0)
            return spelled[i].command;
    return NULL;
}

/* True when s, of n bytes, is a letter from U+00C0 to U+00FF, the letters of Latin-1. */
static bool is_latin(const char *s, size_t n)
{
    return n == 2 && (unsigned char)*s == 0xc3;
}

/* Adds the first character of s. Returns its length in bytes. */
static size_t add_character(struct text *out, const char *s)
{
    size_t n = (size_t)utf8_length(s);
    const char *command = spelling_of(s, n ? n : 1);

    if (command)
        text_adds(out, command);
    else if (is_latin(s, n) || (n == 1 && (unsigned char)*s >= 0x20 && *s != 0x7f))
        text_addn(out, s, n);
    else
        text_adds(out, "?");
    return n ? n : 1;
}

void latex_add(struct text *out, const char *s)
{
    while (s && *s)
        s += add_character(out, s);
}

void latex_add_code(struct text *out, const char *s)
{
    text_adds(out, "\\texttt{");
    while (s && *s) {
        bool joint = strchr(",;=_/-", *s) != NULL;

        s += add_character(out, s);
        if (joint)
            text_adds(out, "\\allowbreak{}");
    }
    text_adds(out, "}");
}
