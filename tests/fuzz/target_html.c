/* Any text in the report's page, in JSON and in a shell's command. */
#include "base/arena.h"
#include "base/formats/json.h"
#include "base/utf8.h"
#include "fuzz.h"
#include "report/markup.h"
#include <stdlib.h>
#include <string.h>

/* ---- HTML ---- */

/* The text that a browser shows for s. Fails when s has markup. */
static char *shown(const char *s)
{
    static const struct {
        const char *entity;
        char c;
    } known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    struct text out = {0};

    while (*s) {
        size_t i = 0;

        FUZZ_CHECK(!strchr("<>\"'", *s));
        while (*s == '&' && i < 5 && !text_starts_with(s, known[i].entity))
            i++;
        FUZZ_CHECK(i < 5);
        if (*s == '&') {
            text_addn(&out, &known[i].c, 1);
            s += strlen(known[i].entity);
        } else {
            text_addn(&out, s++, 1);
        }
    }
    return out.s ? out.s : xstrdup("");
}

/* s with U+FFFD for bytes that are not UTF-8, control characters and marks of direction. */
static char *clean(const char *s)
{
    static const char instead[] = "\xef\xbf\xbd";
    char *text = fuzz_utf8(s, instead);
    struct text out = {0};

    for (int n, i = 0; text[i]; i += n) {
        n = utf8_length(text + i);
        if (utf8_control(text + i, n))
            text_adds(&out, instead);
        else
            text_addn(&out, text + i, (size_t)n);
    }
    free(text);
    return out.s ? out.s : xstrdup("");
}

static void check_html(const char *s)
{
    struct text out = {0};
    char *back, *want = clean(s);

    html_add(&out, s);
    FUZZ_CHECK(fuzz_is_utf8(text_str(&out)));
    back = shown(text_str(&out));
    FUZZ_CHECK(strcmp(back, want) == 0);
    free(back);
    free(want);
    text_clear(&out);
}

/* ---- JSON ---- */

static void check_json(const char *s)
{
    struct text out = {0};
    const char *at;
    char *want = fuzz_utf8(s, "\xef\xbf\xbd"), *name, *value;

    text_adds(&out, "{");
    json_text(&out, s, s);
    json_flag(&out, "flag", true);
    text_adds(&out, "}");
    FUZZ_CHECK(fuzz_is_utf8(text_str(&out)));
    at = text_str(&out) + 1;
    name = fuzz_read_json(&at);
    FUZZ_CHECK(text_starts_with(at, ": "));
    at += 2;
    value = fuzz_read_json(&at);
    FUZZ_CHECK(strcmp(at, ", \"flag\": true}") == 0);
    FUZZ_CHECK(strcmp(name, want) == 0 && strcmp(value, want) == 0);
    free(name);
    free(value);
    free(want);
    text_clear(&out);
}

/* ---- a shell ---- */

static void check_shell(const char *s)
{
    struct text out = {0};
    char *back;

    text_add_shell(&out, s);
    FUZZ_CHECK(out.length > 0);
    back = fuzz_read_word(text_str(&out));
    FUZZ_CHECK(strcmp(back, s) == 0);
    free(back);
    text_clear(&out);
}

static void run(const char *data, size_t size)
{
    (void)size;
    check_html(data);
    check_json(data);
    check_shell(data);
}

const struct fuzz_target fuzz_html = {.name = "html", .most = 512, .run = run};
