#include "pages.h"
#include "base/system/file.h"
#include "base/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define FENCE "\n```"

void pages_find(struct list *names)
{
    char *root = test_source(".."), *command = format_new("cd '%s' && ls docs/*.md", root), *out;

    assert_int_equal(run_command(command, &out, NULL), 0);
    list_split(names, out, "\n");
    free(out);
    free(command);
    free(root);
}

int page_line(const char *text, const char *at)
{
    int line = 1;

    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

/* The end of the block that begins with this fence: the line end behind its last fence. */
static const char *block_end(const struct page *p, const char *fence)
{
    const char *end = strstr(fence + strlen(FENCE), FENCE "\n");

    if (!end)
        fail_msg("%s:%d: the block does not end", p->name, page_line(p->text, fence + 1));
    return end + strlen(FENCE);
}

static char *prose_of(const struct page *p)
{
    const char *at = p->text, *fence;
    struct text t = {0};

    while ((fence = strstr(at, FENCE))) {
        text_addn(&t, at, (size_t)(fence - at));
        for (at = block_end(p, fence); fence < at; fence++)
            if (*fence == '\n')
                text_adds(&t, "\n");
    }
    text_adds(&t, at);
    return t.s;
}

struct page page_read(const char *name)
{
    char *source = format_new("../%s", name), *path = test_source(source);
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    struct page p = {.name = format_new("%s", name),
                     .folder = format_new("%.*s", (int)strcspn(base, "."), base),
                     .text = file_read(path, &(size_t){0}, false)};

    assert_non_null(p.text);
    p.prose = prose_of(&p);
    free(path);
    free(source);
    return p;
}

void page_clear(struct page *p)
{
    free(p->name);
    free(p->folder);
    free(p->text);
    free(p->prose);
}

/* Fills language, takes_long, mark and arg from what stands behind the backticks of a fence. */
static void read_fence(struct block *b, const char *info)
{
    static const char *const marks[] = {"norun: ", "needs: ", "file=", "from="};
    size_t n = strcspn(info, " ");
    const char *mark = "", *arg = "";

    b->language = format_new("%.*s", (int)n, info);
    info += n + strspn(info + n, " ");
    b->takes_long = text_starts_with(info, "long") && strchr(" ", info[4]);
    if (b->takes_long)
        info += 4 + strspn(info + 4, " ");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts_with(info, marks[i])) {
            mark = marks[i];
            arg = info + strlen(mark);
        }
    if (*info && !*arg)
        fail_msg("%s:%d: '%s' is no mark of a block: docs/developing.md has them", b->page->name,
                 b->line, info);
    b->mark = format_new("%.*s", (int)strcspn(mark, ":="), mark);
    b->arg = format_new("%s", arg);
}

bool block_next(const struct page *p, const char **at, struct block *b)
{
    const char *fence = strstr(*at, FENCE), *info, *text;
    char *line;

    if (!fence)
        return false;
    info = fence + strlen(FENCE);
    text = info + strcspn(info, "\n");
    *at = block_end(p, fence);
    *b = (struct block){.page = p, .line = page_line(p->text, fence + 1)};
    line = format_new("%.*s", (int)(text - info), info);
    read_fence(b, line);
    b->text = format_new("%.*s", (int)(*at - strlen(FENCE) - text), text);
    memmove(b->text, b->text + 1, strlen(b->text)); /* without the line end of the fence */
    free(line);
    return true;
}

void block_clear(struct block *b)
{
    free(b->language);
    free(b->mark);
    free(b->arg);
    free(b->text);
}

/* The address of the heading that the line begins with, a new string. */
static char *anchor_of(const char *line)
{
    struct text t = {0};

    line += strspn(line, "#");
    for (line += strspn(line, " "); *line && *line != '\n'; line++) {
        unsigned char c = (unsigned char)*line;

        if (isalnum(c) || c == '-' || c == '_' || c >= 0x80)
            text_add(&t, "%c", tolower(c));
        else if (c == ' ')
            text_adds(&t, "-");
    }
    return t.s ? t.s : format_new("%s", "");
}

bool page_has_anchor(const struct page *p, const char *anchor)
{
    bool has = false;

    for (const char *at = p->prose; at && !has; at = strchr(at + 1, '\n')) {
        const char *line = at + (*at == '\n');

        if (*line == '#') {
            char *own = anchor_of(line);

            has = strcmp(own, anchor) == 0;
            free(own);
        }
    }
    return has;
}
