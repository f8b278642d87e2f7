/*
 * The report: what was asked, what was done, what came out, for a reader who has never seen normlab.
 * root/results/report.html is one page that needs nothing else (drawings inline, no script, no network);
 * root/results/report/ has the same for LaTeX:
 *
 *   report.tex                    a document of all of it, for pdflatex
 *   ledger.tex                    the rows of the ledger, a longtable
 *   <experiment>.tex              a section
 *   <experiment>_verdicts.tex     its verdicts, a longtable
 *   <experiment>_table<n>.tex     a tabular in booktabs' style
 *   <experiment>_<figure>.tex     a figure, of root/plots/<experiment>/<figure>.pdf
 *
 * Each can be \input by itself, with the packages that report.tex loads; \normlabplots is the way to
 * root/plots from the document's folder, "../../plots" unless it is defined before. Everything is made from
 * root/results/<experiment>.h5, and <experiment>.notes if that exists: plain text, paragraphs with empty
 * lines between, that tell a reader of the numbers what else to know.
 */
#ifndef NORMLAB_REPORT_REPORT_H
#define NORMLAB_REPORT_REPORT_H

#include "base/list.h"
#include "figures/figure.h"
#include "figures/table.h"
#include "judge/ledger.h"
#include "store/description.h"

struct report_figure {
    char *name, *title;
    bool drawn; /* root/plots/<experiment>/<name>.svg and .pdf show these results */
};

/* One experiment's section. The pointers at the top belong to the caller, the rest to the section. */
struct report_section {
    const struct plan *plan;
    const struct figure_request *requests; /* of figure[], but for the last */
    const struct results *results;
    const struct verdicts *verdicts;
    struct description setup;
    struct table *table;
    int tables;
    struct report_figure *figure; /* the last one is the forest plot of the claims */
    int figures;
    struct list notes; /* paragraphs */
};

struct report {
    const char *root;
    const struct claim_row *rows;    /* of the ledger; end with a NULL id */
    const struct verdicts *verdicts; /* of every experiment, run or not */
    int count;
    struct report_section *section; /* those that are reported */
    int sections;
};

/* Fills a section: set-up, tables, notes, names of figures. tables end with a NULL title, figures with a NULL name;
 * NULL: none. 0 or -1 after a message. report_section_clear() frees. */
int report_section_init(struct report_section *s, const char *root, const struct verdicts *v,
                        const struct results *r, const struct table_request *tables,
                        const struct figure_request *figures, const struct list *notes);
void report_section_clear(struct report_section *s);

/* Draws the figures of all sections, as many at a time as there are cores. 0; 1 when gnuplot is missing, after
 * a warning; -1 after a message. */
int report_draw(struct report *r);

/* Writes the page and the LaTeX files. 0 or -1 after a message. */
int report_write(const struct report *r);

/* root/results/report.html and root/results/report, new strings. */
char *report_html_path(const char *root);
char *report_latex_folder(const char *root);

#endif
