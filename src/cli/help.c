#include "cli/help.h"
#include "base/arena.h"
#include "base/text.h"
#include <stdlib.h>
#include <string.h>

static size_t indentation(const char *line)
{
    return strspn(line, " ");
}

/* Returns the length of an item's head; 0 when the line is no item. line: without its indentation. A head is an option,
 * which begins with '-', or a single word; at least two blanks and some text follow it. */
static size_t head_length(const char *line)
{
    const char *blanks = strstr(line, "  ");

    if (!blanks || indentation(blanks) == strlen(blanks))
        return 0;
    if (*line != '-' && memchr(line, ' ', (size_t)(blanks - line)))
        return 0;
    return (size_t)(blanks - line);
}

/* before: the kind of the line before. */
static enum help_line kind_of(const char *line, enum help_line before)
{
    size_t indent = indentation(line);

    if (line[indent] == '\0')
        return HELP_BLANK;
    if (text_starts_with(line, "usage: "))
        return HELP_USAGE;
    if (text_starts_with(line, "example: "))
        return HELP_EXAMPLE;
    if (indent > 2 && (before == HELP_USAGE || before == HELP_EXAMPLE))
        return before;
    if (indent > 2 && (before == HELP_ITEM || before == HELP_CONTINUE))
        return HELP_CONTINUE;
    if (head_length(line + indent))
        return HELP_ITEM;
    return indent ? HELP_LITERAL : HELP_TEXT;
}

bool help_next(struct help_reader *r)
{
    size_t length = strcspn(r->next, "\n"), head;
    char *line;
    const char *text;

    if (*r->next == '\0')
        return false;
    line = xstrndup(r->next, length);
    r->next += length + (r->next[length] == '\n');
    r->kind = kind_of(line, r->kind);
    text = line + indentation(line);
    if (text_starts_with(text, "usage: ") || text_starts_with(text, "example: "))
        text = strchr(text, ' ') + 1;
    head = r->kind == HELP_ITEM ? head_length(text) : 0;
    help_end(r);
    r->head = xstrndup(text, head);
    r->text = xstrdup(text + head + indentation(text + head));
    free(line);
    return true;
}

void help_end(struct help_reader *r)
{
    free(r->head);
    free(r->text);
    r->head = r->text = NULL;
}

void help_add_flowing(struct text *out, const char *help)
{
    struct help_reader r = {.next = help};
    enum help_line before = HELP_BLANK;

    for (const char *line = help; help_next(&r); line = r.next, before = r.kind)
        if (r.kind == HELP_CONTINUE || (r.kind == HELP_TEXT && before == HELP_TEXT))
            text_add(out, " %s", r.text);
        else
            text_add(out, "%s%.*s", out->length ? "\n" : "", (int)strcspn(line, "\n"), line);
    text_adds(out, "\n");
    help_end(&r);
}

static void add_option(const char *at, const char *summary, struct list *options,
                       struct list *summaries)
{
    char *option = xstrndup(at, strcspn(at, " ,]|=\n"));

    if (list_add_new(options, option))
        list_add(summaries, summary);
    free(option);
}

void help_options(const struct command *c, struct list *options, struct list *summaries)
{
    struct help_reader r = {.next = c->help};
    const char *at;

    while (help_next(&r))
        if (r.kind == HELP_ITEM && (at = strstr(r.head, "--")))
            add_option(at, r.text, options, summaries);
    help_end(&r);
    /* Options that need no explanation are named in the usage alone. */
    r = (struct help_reader){.next = c->help};
    while (help_next(&r))
        for (at = r.text; r.kind == HELP_USAGE && (at = strstr(at, "--")); at += 2)
            if (at[2] >= 'a' && at[2] <= 'z')
                add_option(at, "", options, summaries);
    help_end(&r);
}
