/*
 * The report shows what each experiment asked, what was done, and what came out, to a reader who has never seen
 * normlab. It has a front page and, in root/results/report/, a page for each experiment:
 *
 *   root/results/report.html      what was asked; then for each row of the ledger the answer in one sentence, a small
 *                                 drawing of its comparisons, the literature's words and the verdicts
 *   <experiment>.html             the question, figures, tables, verdicts, set-up, failures and provenance
 *   report.css                    the style of the pages
 *   published-values.html         values that others printed or a theory gives, with ours beside them
 *
 * The pages have no script and load nothing from the network. Figures are files, root/plots/<experiment>/<figure>.svg, to
 * which the pages refer by relative paths, so results/ and plots/ must stay beside each other. root/results/report/ has
 * the same contents for LaTeX:
 *
 *   report.tex                    the document with all other files, for pdflatex and lualatex
 *   ledger.tex                    the rows of the ledger, as a longtable
 *   <experiment>.tex              the section about one experiment
 *   <experiment>_verdicts.tex     the verdicts on its claims, as a longtable
 *   <experiment>_table<n>.tex     one of its tables, in the style of booktabs; a table that is wider than the text becomes
 *                                 several tabulars
 *   <experiment>_<figure>.tex     one of its figures, which includes root/plots/<experiment>/<figure>.pdf
 *
 * Labels are sec:<experiment>, tab:<experiment>:<n> and fig:<experiment>:<figure>.
 *
 * Another document can \input each of these files except report.tex, if it loads the packages that report.tex loads.
 * The command \normlabplots is the path from the document's folder to root/plots; it is "../../plots" unless the
 * document defines it first.
 *
 * The report is made from root/results/<experiment>.h5, the finished trials that are not in it yet, and
 * root/results/<experiment>.notes, if that file exists. Notes are remarks for readers of the results: plain text in
 * paragraphs with empty lines between them.
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
    /* the files <name>.svg and <name>.pdf in root/plots/<experiment>/ show the results of this report */
    bool drawn;
};

/* The section about one experiment. The plan, requests, results and verdicts belong to the caller and must outlive
 * the section; the other members belong to the section. */
struct report_section {
    const struct plan *plan;
    /* requests[i] describes figure[i], for i < requested. The figures after these are the forest plots of the claims. */
    const struct figure_request *requests;
    int requested;
    const struct results *results;
    const struct verdicts *verdicts;
    struct description setup;
    struct table *table;
    int tables;
    struct report_figure *figure;
    int figures;
    struct list notes; /* the paragraphs of the notes */
};

/* A term and its explanation. report_method explains how verdicts are reached; a NULL term ends it. */
struct report_term {
    const char *term, *words;
};
extern const struct report_term report_method[];

struct report {
    const char *root;
    /* the title of the front page; NULL: it is made of the titles of the experiments */
    const char *title;
    const struct source_note *notes; /* texts that the rows cite; a NULL id ends them; NULL: none */
    /* the file of a style of figures that the user named (figures/style.h); NULL: none */
    const char *style;
    const struct claim_row *rows; /* the rows of the ledger; a NULL id ends them */
    /* verdicts[count]: the verdicts of every experiment, whether it was run or not */
    const struct verdicts *verdicts;
    int count;
    /* section[sections]: one for each experiment that the report describes */
    struct report_section *section;
    int sections;
};

/* Fills a section with set-up, tables, notes and names of figures. A NULL title ends the tables, a NULL name the
 * figures; either pointer may be NULL when there are none. notes: the paragraphs of the notes in the experiment's own
 * file, before those of <experiment>.notes. Returns 0, or -1 after a message. report_section_clear() frees. */
int report_section_init(struct report_section *s, const char *root, const struct verdicts *v,
                        const struct results *r, const struct table_request *tables,
                        const struct figure_request *figures, const struct list *notes);
void report_section_clear(struct report_section *s);

/* Draws the figures of all sections, in as many processes as there are cores that normlab may use, and sets `drawn` of
 * each figure. Returns 0; 1 after a warning when gnuplot is missing; -1 after a message. */
int report_draw(struct report *r);

/* Writes the HTML pages and the LaTeX files. Returns 0, or -1 after a message. */
int report_write(const struct report *r);

/* Return the paths root/results/report.html, root/results/report/NAME.html and root/results/report. Each is a new string,
 * which the caller frees. */
char *report_html_path(const char *root);
char *report_page_path(const char *root, const char *name);
char *report_latex_folder(const char *root);

#endif
