/* The HTML pages of the report: parts that all pages share, the functions of report_html.c's format that write the front
 * page (report_front.c), and the page of published values (report_published.c). Private to src/report. */
#ifndef NORMLAB_REPORT_REPORT_PAGE_H
#define NORMLAB_REPORT_REPORT_PAGE_H

#include "report/report_internal.h"

/* The name of the page of published values. No experiment can have a name with a '-'. */
#define PUBLISHED_NAME "published-values"

/* ---- parts of pages (report_page.c) ---- */

/* Writes the style of all pages, report.css in root/results/report/. Does nothing when w->bad; sets w->bad when writing
 * fails. */
void page_style(struct report_writer *w);

/* Begins a page with this title. home: the path from the page to the front page, to which it links; NULL: it is the front
 * page. */
void page_begin(struct text *out, const char *title, const char *home);

/* Ends the page, and writes it to path unless w->bad; sets w->bad when writing fails. Clears page and frees path. */
void page_end(struct report_writer *w, struct text *page, char *path);

/* Adds <tag>text</tag>. */
void page_element(struct text *out, const char *tag, const char *s);

/* Adds a name and its value to a <dl>. code: the value is shown as code. */
void page_term(struct text *out, const char *name, const char *value, bool code);

/* Adds words in the colour of a verdict, in a frame. words: HTML already. */
void page_chip(struct text *out, enum verdict v, const char *words);

/* Returns the name of the verdict's class in report.css, such as "not-run". */
const char *page_class(enum verdict v);

/* Adds a small SVG drawing of the comparisons of a row of the ledger: their intervals, one below the other, in the
 * colours of their verdicts, and a vertical line at no difference. Adds nothing when none has an interval. */
void spark_add(struct text *out, const struct verdicts *v, int count, const char *id);

/* ---- the front page ---- */

/* Adds what was trained, in one line: experiments, data, nets, and ranges of parameters, samples, epochs and seeds, as the
 * results say (report_scope.c). */
void scope_add(struct text *out, const struct report *r, const struct report_totals *t);

/* Functions of struct report_format. */
void front_begin(struct report_writer *w);
void front_ledger_begin(struct report_writer *w);
void front_ledger_unanswered(struct report_writer *w);
void front_row(struct report_writer *w, const struct report_row *row);
void front_ledger_end(struct report_writer *w);
void front_method(struct report_writer *w);
void front_contents(struct report_writer *w);
void front_end(struct report_writer *w);

/* ---- published values ---- */

/* Writes the page of published values, unless there are none. Returns their number. Sets w->bad when writing fails. */
int published_write(struct report_writer *w);

#endif
