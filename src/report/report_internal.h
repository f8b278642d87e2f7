/* The interface between report_walk.c, which goes through a report from beginning to end, and the two output
 * formats. report_html.c and report_latex.c each provide one struct report_format; the walk calls its functions in
 * turn. */
#ifndef NORMLAB_REPORT_REPORT_INTERNAL_H
#define NORMLAB_REPORT_REPORT_INTERNAL_H

#include "base/text.h"
#include "report/report.h"

/* Totals of the whole report. */
struct report_totals {
    int trainings, experiments; /* trials that were not refused; experiments that have results */
    struct verdict_count verdicts;
};

/* How many claims of a row of the ledger have a verdict, in words, such as "3 supported". A star, as in "1 refuted*",
 * means that the verdicts are weak (docs/glossary.md). A row may also have the words "shown by a test" and "no
 * experiment yet". */
struct report_count {
    enum verdict verdict; /* HTML shows the words in the colour of this verdict */
    char *words;
};

/* A row of the ledger, with the number of its claims that have each verdict. */
struct report_row {
    const struct claim_row *row;
    struct report_count *count; /* [counts] */
    int counts;
};

/* A claim with its verdict, in words. The walk frees the strings after the call that gets them. */
struct report_claim {
    int number; /* the claim's number within its experiment, from 1 */
    const struct claim *claim;
    const struct judgement *judgement;
    char *verdict;    /* as "supported" or "refuted*": verdict_word() */
    char *sentence;   /* the claim's text and its margin, as claim_print() writes them */
    char *comparison; /* the measure and the two cells, as claim_print_comparison() writes them */
    /* Sentences: the result, what would settle an open verdict, and the claim's note. */
    char *evidence;
    char *command; /* the shell command that runs the claim's missing trials: claim_command() */
};

struct report_writer {
    const struct report_format *format;
    const struct report *report;
    struct report_totals totals;
    /* HTML: the page of an experiment. LaTeX: the ledger or the section that is being written. */
    struct text out;
    struct text document; /* HTML: the front page. LaTeX: report.tex, which includes all others */
    /* LaTeX: a table, a figure or a list of verdicts, for a file of its own that `out` includes */
    struct text included;
    struct list unshown; /* LaTeX: code points that its files have as \normlabchar (markup.h) */
    bool folded;         /* HTML: a <details> element, which readers can fold, is not ended yet */
    int bad;             /* -1 after a message, when writing failed; else 0 */
};

/* An output format. Each function adds one part of the report to the writer's files. The walk calls the functions in
 * the order of the members; heading, paragraph and figures are called several times in a section. contents and failures
 * may be NULL: then the format leaves that part out. */
struct report_format {
    void (*begin)(struct report_writer *w);

    /* The ledger. The walk first adds the rows that a test or a judged claim answers, sorted by ledger_order(); rows with
     * the same order are in the order of the ledger. If there are other rows, it calls ledger_unanswered and adds them. */
    void (*ledger_begin)(struct report_writer *w);
    void (*ledger_unanswered)(struct report_writer *w);
    void (*row)(struct report_writer *w, const struct report_row *row);
    void (*ledger_end)(struct report_writer *w);

    /* The explanation of how verdicts are reached (report_method), and the list of sections. */
    void (*method)(struct report_writer *w);
    void (*contents)(struct report_writer *w);

    /* The section about one experiment. text: a heading, or a paragraph of plain text. d: the set-up. i: the index of
     * the table, s->table[i]. `verdict` is called for each claim, between verdicts_begin and verdicts_end. */
    void (*section_begin)(struct report_writer *w, const struct report_section *s);
    void (*heading)(struct report_writer *w, const char *text);
    void (*paragraph)(struct report_writer *w, const char *text);
    void (*setup)(struct report_writer *w, const struct description *d);
    /* Adds the figures s->figure[first] to s->figure[end - 1] that were drawn. */
    void (*figures)(struct report_writer *w, const struct report_section *s, int first, int end);
    void (*table)(struct report_writer *w, const struct report_section *s, int i);
    void (*verdicts_begin)(struct report_writer *w);
    void (*verdict)(struct report_writer *w, const struct report_claim *c);
    void (*verdicts_end)(struct report_writer *w, const struct report_section *s);
    /* Lists the trials that diverged or were refused. count is their number, at least 1. */
    void (*failures)(struct report_writer *w, const struct results *r, int count);
    void (*provenance)(struct report_writer *w, const struct report_section *s);
    void (*section_end)(struct report_writer *w, const struct report_section *s);

    void (*end)(struct report_writer *w);
};

extern const struct report_format report_html, report_latex;

#endif
