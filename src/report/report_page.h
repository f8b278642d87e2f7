/* The HTML pages of the report: parts that all pages share, and the functions of report_html.c's format that write the
 * front page (report_front.c) and the page of published values (report_published.c). Private to src/report. */
#ifndef NORMLAB_REPORT_REPORT_PAGE_H
#define NORMLAB_REPORT_REPORT_PAGE_H

#include "report/report_internal.h"

/* The name of the page of published values. No experiment can have a name with a '-'. */
#define PUBLISHED_NAME "published-values"

/* ---- parts of pages (report_page.c) ---- */

/* Writes the style of all pages, report.css in their folder, unless w->bad, which it sets when writing fails. */
void page_style(struct report_writer *w);

/* Begins a page with this title. home: the path from the page to the front page, to which it links; NULL: it is the front
 * page. */
void page_begin(struct text *out, const char *title, const char *home);

/* Ends the page and writes it to path, unless w->bad, which it sets when writing fails. Clears page, frees path. */
void page_end(struct report_writer *w, struct text *page, char *path);

/* Adds <tag>text</tag>. */
void page_element(struct text *out, const char *tag, const char *s);

/* Adds a name and its value to a <dl>. code: the value is code. */
void page_term(struct text *out, const char *name, const char *value, bool code);

/* Adds words in the colour of a verdict, in a frame. */
void page_chip(struct text *out, enum verdict v, const char *words);

/* Returns the name of the verdict's class in report.css, such as "not-run". */
const char *page_class(enum verdict v);

/* Adds a small drawing of the comparisons of a ledger's row: their intervals, below each other, to both sides of a line that
 * means no difference, in the colours of their verdicts. Adds nothing when none has an interval. */
void spark_add(struct text *out, const struct verdicts *v, int count, const char *id);

/* ---- the front page ---- */

/* Adds what was trained, in one line: experiments, data, nets, numbers of samples, epochs and seeds, read from the results
 * (report_scope.c). */
void scope_add(struct text *out, const struct report *r, const struct report_totals *t);

void front_begin(struct report_writer *w, const struct report_totals *totals);
void front_ledger_begin(struct report_writer *w);
void front_ledger_unanswered(struct report_writer *w);
void front_row(struct report_writer *w, const struct report_row *row);
void front_ledger_end(struct report_writer *w);
void front_method(struct report_writer *w);
void front_contents(struct report_writer *w);
void front_end(struct report_writer *w);

/* ---- published values ---- */

/* Writes the page of published values. Returns how many values it has; with none it writes no page. Sets w->bad when writing
 * fails. */
int published_write(struct report_writer *w);

#endif
