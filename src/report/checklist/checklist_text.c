/* The Markdown of the checklist. */
#include "base/utf8.h"
#include "report/checklist/checklist_internal.h"
#include <stdbool.h>
#include <string.h>

/* True for the characters between which Markdown takes a '_' as it is. */
static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

void markdown_add(struct text *out, const char *s)
{
    const char *begin = s;

    for (int n; s && *s; s += n ? n : 1) {
        n = utf8_length(s);
        if (*s == '\n' || *s == '\t')
            text_adds(out, " ");
        else if (n == 0 || utf8_control(s, n))
            text_adds(out, "\xef\xbf\xbd");
        else if (*s == '<')
            text_adds(out, "&lt;");
        else if (*s == '&')
            text_adds(out, "&amp;");
        else if (*s == '_' && s > begin && is_word(s[-1]) && is_word(s[1]))
            text_adds(out, "_");
        else
            text_add(out, "%s%.*s", strchr("\\`*_[]|~$>", *s) ? "\\" : "", n, s);
    }
}

void markdown_item(struct text *out, const char *name, const char *value)
{
    text_add(out, "- ");
    markdown_add(out, name);
    text_add(out, ": ");
    markdown_add(out, value);
    text_add(out, "\n");
}

void markdown_code(struct text *out, const char *s)
{
    struct text line = {0};

    text_add_shown(&line, s, strlen(s));
    text_adds(out, "    ");
    for (const char *at = text_str(&line); *at; at++)
        text_addn(out, *at == '\n' || *at == '\t' ? " " : at, 1);
    text_adds(out, "\n");
    text_clear(&line);
}

void checklist_heading(struct checklist *c, const char *heading)
{
    text_add(&c->out, "\n## %s\n\n", heading);
}

void checklist_ask(struct checklist *c, const char *question)
{
    text_add(&c->out, "- [ ] For the authors: %s\n", question);
}
