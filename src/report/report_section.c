/* Collects what the report shows about one experiment, and names the report's files. */
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "figures/forest.h"
#include "report/report.h"
#include <stdlib.h>
#include <string.h>

char *report_html_path(const char *root)
{
    return format_new("%s/results/report.html", root);
}

char *report_page_path(const char *root, const char *name)
{
    return format_new("%s/results/report/%s.html", root, name);
}

char *report_latex_folder(const char *root)
{
    return format_new("%s/results/report", root);
}

static void add_figure(struct report_section *s, const char *name, const char *title)
{
    array_add(s->figure, s->figures) = (struct report_figure){xstrdup(name), xstrdup(title), false};
}

static void add_tables(struct report_section *s, const struct table_request *q)
{
    struct table *t;
    int n = tables_build(q, s->results, &t);

    for (int i = 0; i < n; i++)
        array_add(s->table, s->tables) = t[i];
    free(t);
}

/* Adds the paragraphs of a text to a list. Blank lines separate paragraphs; lines may end with "\n" or "\r\n". */
static void add_paragraphs(struct list *paragraphs, const char *text)
{
    struct text paragraph = {0};

    for (;;) {
        size_t n = strcspn(text, "\n");
        bool blank = strspn(text, " \t\r") >= n;

        if (!blank) {
            text_addn(&paragraph, text, n - (text[n - 1] == '\r'));
            text_add(&paragraph, "\n");
        }
        if ((blank || !text[n]) && paragraph.length) {
            list_add(paragraphs, paragraph.s);
            text_clear(&paragraph);
        }
        if (!text[n])
            return;
        text += n + 1;
    }
}

static int read_notes(struct report_section *s, const char *root)
{
    char *path = format_new("%s/results/%s.notes", root, s->plan->name), *text = NULL;
    size_t n;
    int bad = 0;

    if (file_exists(path) && !(text = file_read(path, &n, false)))
        bad = -1;
    else if (text && strlen(text) < n)
        bad = error("%s: holds a NUL byte: it should be plain text", path);
    else if (text)
        add_paragraphs(&s->notes, text);
    free(text);
    free(path);
    return bad;
}

int report_section_init(struct report_section *s, const char *root, const struct verdicts *v,
                        const struct results *r, const struct table_request *tables,
                        const struct figure_request *figures, const struct list *notes)
{
    int pages;

    *s = (struct report_section){.plan = v->plan, .requests = figures, .results = r, .verdicts = v};
    for (int i = 0; i < notes->count; i++)
        list_add(&s->notes, notes->item[i]);
    if (read_notes(s, root))
        return -1;
    description_init(&s->setup, r);
    for (const struct table_request *q = tables; q && q->title; q++)
        add_tables(s, q);
    for (const struct figure_request *q = figures; q && q->name; q++)
        add_figure(s, q->name, q->title);
    s->requested = s->figures;
    pages = forest_pages(v, &(struct plot_page){0});
    for (int i = 0; i < pages; i++) {
        char *name = forest_name(i);

        add_figure(s, name, "The claims: differences over paired seeds, and what each claim asks");
        free(name);
    }
    return 0;
}

void report_section_clear(struct report_section *s)
{
    for (int i = 0; i < s->figures; i++) {
        free(s->figure[i].name);
        free(s->figure[i].title);
    }
    free(s->figure);
    tables_clear(s->table, s->tables);
    description_clear(&s->setup);
    list_clear(&s->notes);
    *s = (struct report_section){0};
}
