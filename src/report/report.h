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
 * root/results/<experiment>.h5, and <experiment>.notes where it is there: plain text, paragraphs with empty
 * lines between, of what a reader of the numbers should know besides.
 */
#ifndef NORMLAB_REPORT_REPORT_H
#define NORMLAB_REPORT_REPORT_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/ledger.h"
#include "store/description.h"

struct report_figure {
    char *name, *title;
    bool drawn; /* root/plots/<experiment>/<name>.svg and .pdf are of these results */
};

/* What there is of one experiment, owned by whoever made it but for the pointers in it. */
struct report_part {
    const struct plan *plan; /* of the experiment */
    const struct figure_request *requests;
    const struct results *results;
    const struct verdicts *verdicts;
    struct description setup;
    struct table *table;
    int tables;
    struct report_figure *figure; /* the last is the claims' */
    int figures;
    char **note; /* paragraphs */
    int notes;
};

struct report {
    const char *root;
    const struct claim_row *rows;
    const struct verdicts *verdicts; /* of every experiment, run or not */
    int count;
    struct report_part *part; /* those that are reported */
    int parts;
};

/* Fills a part: set-up, tables, notes, names of figures. 0 or -1 after a message. report_part_clear()
 * frees. */
int report_part_init(struct report_part *p, const char *root, const struct verdicts *v,
                     const struct results *r, const struct table_request *tables,
                     const struct figure_request *figures);
void report_part_clear(struct report_part *p);

/* Draws the figures of all parts, as many at a time as there are cores. 0; 1 when there is no gnuplot, after
 * a warning; -1 after a message. */
int report_draw(struct report *r);

/* Writes the page, the LaTeX files. 0 or -1 after a message. */
int report_write_html(const struct report *r);
int report_write_latex(const struct report *r);

/* root/results/report.html and root/results/report, new strings. */
char *report_html_path(const char *root);
char *report_latex_folder(const char *root);

#endif
