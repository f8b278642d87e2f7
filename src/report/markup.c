#include "report/markup.h"
#include "base/number.h"
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

void html_add_sentence(struct text *out, const char *s)
{
    char first[2] = {ascii_upper(*s), '\0'};

    if (!*s)
        return;
    html_add(out, (unsigned char)*s < 0x80 ? first : "");
    html_add(out, (unsigned char)*s < 0x80 ? s + 1 : s);
    text_adds(out, ". ");
}

/* ---- SVG ---- */

#define NAME "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

/* True when gnuplot writes elements of this name. s points behind the '<' or "</" of a tag. */
static bool is_drawn(const char *s)
{
    static const char *const known[] = {
        "svg",     "title",   "desc",     "g",       "rect",        "defs",    "circle",
        "path",    "use",     "filter",   "feFlood", "feComposite", "text",    "tspan",
        "polygon", "pattern", "clipPath", "line",    "polyline",    "ellipse", "linearGradient",
        "stop",    "image"};
    size_t n = strspn(s, NAME);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == n && memcmp(known[i], s, n) == 0)
            return true;
    return false;
}

/* True when an attribute is harmless. It is no event handler. It refers to nothing but ids of the drawing and PNG images
 * inside the file. Its value has no '<' or '>', which svg_add() would take for an end of a tag. name has n bytes, value has
 * m bytes; neither ends with a null byte. */
static bool attribute_is_harmless(const char *name, size_t n, const char *value, size_t m)
{
    bool link = n >= 4 && ascii_starts(name + n - 4, "href");

    if (n == 0 || ascii_starts(name, "on") || memchr(value, '<', m) || memchr(value, '>', m))
        return false;
    if (m >= 4 &&
        memcmp(value + m - 4, " id=", 4) == 0) /* add_prefixed() would take it for an id */
        return false;
    if (link && *value != '#' && !text_starts_with(value, "data:image/png;"))
        return false;
    for (size_t i = 0; i + 4 < m; i++)
        if (ascii_starts(value + i, "url(") && value[i + 4] != '#')
            return false;
    return true;
}

/* Checks the attributes of a tag. s points behind the tag's name. Returns a pointer to the tag's '>'; NULL when an
 * attribute is malformed or not harmless. */
static const char *walk_attributes(const char *s)
{
    for (;;) {
        const char *name, *value;
        size_t n;
        char quote;

        s += strspn(s, " \t\r\n/");
        if (*s == '>')
            return s;
        name = s;
        n = strspn(s, NAME "-_:.");
        s += n;
        s += strspn(s, " \t\r\n");
        if (*s++ != '=')
            return NULL;
        s += strspn(s, " \t\r\n");
        quote = *s++;
        value = s;
        if ((quote != '"' && quote != '\'') || !(s = strchr(s, quote)) ||
            !attribute_is_harmless(name, n, value, (size_t)(s - value)))
            return NULL;
        s++;
    }
}

/* True when the SVG can neither run code nor load files: it has only elements that gnuplot writes, and only harmless
 * attributes. */
static bool is_harmless(const char *svg)
{
    for (const char *s = strchr(svg, '<'); s; s = strchr(s, '<')) {
        bool closing = s[1] == '/';
        const char *name = s + 1 + closing;

        s = name + strspn(name, NAME);
        if (!is_drawn(name) || !strchr(" \t\r\n/>", *s) || !*s)
            return false;
        s = walk_attributes(s);
        if (!s)
            return false;
    }
    return true;
}

/* Adds s, with `prefix` before every id and before every reference to an id. */
static void add_prefixed(struct text *out, const char *s, const char *prefix)
{
    static const char *const before[] = {" id=\"", " id='", "href=\"#", "href='#", "url(#"};

    while (*s) {
        size_t skip = 0;

        for (size_t i = 0; i < sizeof before / sizeof *before && !skip; i++)
            if (text_starts_with(s, before[i]))
                skip = strlen(before[i]);
        if (skip) {
            text_addn(out, s, skip);
            text_add(out, "%s", prefix);
            s += skip;
        } else {
            size_t n = 1 + strcspn(s + 1, " hu");

            text_addn(out, s, n);
            s += n;
        }
    }
}

int svg_add(struct text *out, const char *svg, const char *prefix, const char *name)
{
    const char *root = strstr(svg, "<svg");
    char *box = root ? strstr(root, "viewBox=\"") : NULL;
    const char *inner = root ? strchr(root, '>') : NULL;
    double width = 0;
    size_t n;

    if (!box || !inner || box > inner || !strstr(inner, "</svg>") || !is_harmless(root))
        return -1;
    box += strlen("viewBox=\"");
    n = strcspn(box, "\"");
    text_add(out, "<svg role=\"img\" aria-label=\"");
    html_add(out, name);
    text_add(out, "\" viewBox=\"%.*s\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"", (int)n, box);
    /* A drawing that is 7 inches (672 pixels) wide gets the width of a figure, 50 rem; other widths are in
     * proportion. */
    for (int i = 0; i < 3; i++)
        width = number_parse(box, &box);
    text_add(out, " style=\"max-width: %grem\">", width * 50 / 672);
    inner++;
    /* A browser would show gnuplot's <title> as a tooltip, so it is left out. */
    if (strstr(inner, "</desc>"))
        inner = strstr(inner, "</desc>") + strlen("</desc>");
    add_prefixed(out, inner, prefix);
    return 0;
}
