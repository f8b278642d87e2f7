/* A drawing in the report's page: it adds no element and no attribute that could run code or load a file. */
#include "base/number.h"
#include "fuzz.h"
#include "report/markup.h"
#include <string.h>

/* Elements that gnuplot writes. The list is short on purpose: a browser must not run or load what is in one. */
static const char *const harmless[] = {
    "svg",     "title",   "desc",     "g",       "rect",        "defs",    "circle",
    "path",    "use",     "filter",   "feFlood", "feComposite", "text",    "tspan",
    "polygon", "pattern", "clipPath", "line",    "polyline",    "ellipse", "linearGradient",
    "stop",    "image",   NULL};

static bool is_space(char c)
{
    return c && strchr(" \t\r\n\f/", c);
}

/* Reads the attributes of a tag as a browser does (WHATWG HTML, 13.2.5.32 to 38). Returns a pointer behind its '>'. */
static const char *read_attributes(const char *s)
{
    for (;;) {
        const char *name, *value;
        size_t n;

        while (is_space(*s))
            s++;
        if (*s == '>')
            return s + 1;
        FUZZ_CHECK(*s);
        name = s;
        s++;
        while (*s && !is_space(*s) && *s != '>' && *s != '=')
            s++;
        n = (size_t)(s - name);
        FUZZ_CHECK(!ascii_starts(name, "on"));
        while (is_space(*s))
            s++;
        FUZZ_CHECK(*s == '='); /* all of gnuplot's have a value */
        s++;
        while (is_space(*s))
            s++;
        FUZZ_CHECK(*s == '"' || *s == '\'');
        value = s + 1;
        s = strchr(value, *s);
        FUZZ_CHECK(s);
        if (n >= 4 && ascii_starts(name + n - 4, "href"))
            FUZZ_CHECK(*value == '#' || text_starts_with(value, "data:image/png;"));
        s++;
    }
}

/* Reads the page as a browser does: a '<' before a letter, '/', '!' or '?' begins a tag. */
static void check_page(const char *s)
{
    while ((s = strchr(s, '<'))) {
        char name[24];
        size_t n;

        s++;
        if (!strchr("/!?", *s) && !ascii_is_lower((char)(*s | 0x20)))
            continue;
        FUZZ_CHECK(*s != '!' && *s != '?');
        s += *s == '/';
        n = strcspn(s, " \t\r\n\f/>");
        FUZZ_CHECK(n > 0 && n < sizeof name);
        memcpy(name, s, n);
        name[n] = '\0';
        FUZZ_CHECK(text_is_among(name, harmless));
        s = read_attributes(s + n);
    }
}

static void run(const char *data, size_t size)
{
    struct text out = {0};

    (void)size;
    if (svg_add(&out, data, "f1-", "a <name> of \"a\" figure") == 0)
        check_page(text_str(&out));
    else
        FUZZ_CHECK(out.length == 0);
    FUZZ_CHECK(!fuzz_printed().lines);
    text_clear(&out);
}

const struct fuzz_target fuzz_svg = {.name = "svg", .most = 1024, .run = run};
