/* Parts that the report's HTML pages share. */
#include "report/report_page.h"
#include "base/system/file.h"
#include "report/markup.h"
#include "report_css.h"
#include <stdlib.h>
#include <string.h>

#define STYLE "report.css"

void page_style(struct report_writer *w)
{
    char *folder = report_latex_folder(w->report->root), *path = format_new("%s/" STYLE, folder);

    if (!w->bad)
        w->bad = file_write(path, embedded_report, strlen(embedded_report));
    free(path);
    free(folder);
}

void page_begin(struct text *out, const char *title, const char *home)
{
    text_add(out,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_add(out, title);
    text_add(out, "</title>\n<link rel=\"stylesheet\" href=\"%s" STYLE "\">\n</head>\n<body>\n",
             home ? "" : "report/");
    if (home)
        text_add(out, "<p class=\"home\"><a href=\"%s\">&#x2190; the report</a></p>\n", home);
}

void page_end(struct report_writer *w, struct text *page, char *path)
{
    text_add(page, "</main>\n</body>\n</html>\n");
    if (!w->bad)
        w->bad = file_write(path, page->s, page->length);
    text_clear(page);
    free(path);
}

void page_element(struct text *out, const char *tag, const char *s)
{
    text_add(out, "<%s>", tag);
    html_add(out, s);
    text_add(out, "</%s>", tag);
}

void page_term(struct text *out, const char *name, const char *value, bool code)
{
    page_element(out, "dt", name);
    text_add(out, code ? "<dd><code>" : "<dd>");
    html_add(out, value);
    text_add(out, code ? "</code></dd>\n" : "</dd>\n");
}

const char *page_class(enum verdict v)
{
    return v == NOT_RUN ? "not-run" : v == ABOUT_MARGIN ? "at-margin" : verdict_name[v];
}

void page_chip(struct text *out, enum verdict v, const char *words)
{
    text_add(out, "<span class=\"v %s\">%s</span>", page_class(v), words);
}
