/* The walk over a report (report_walk.c) and what its two formats, HTML and LaTeX, do with what it meets. */
#ifndef NORMLAB_REPORT_REPORT_INTERNAL_H
#define NORMLAB_REPORT_REPORT_INTERNAL_H

#include "base/text.h"
#include "report/report.h"

/* What the whole report counts. */
struct report_totals {
    int rows, answered; /* rows of the ledger; those with an answer */
    int trainings, experiments;
    struct verdict_count verdicts;
};

/* "3 supported", "1 refuted*": how many comparisons of a row have this verdict. */
struct report_count {
    enum verdict verdict; /* the colour is that of this verdict */
    char *words;
};

/* A row of the ledger with the verdicts on its comparisons. */
struct report_row {
    const struct claim_row *row;
    bool empty; /* there is nothing to show below it: no comparison and no test */
    struct report_count *count;
    int counts;
};

/* A comparison with its verdict, in words. */
struct report_claim {
    const struct verdicts *verdicts;
    int number;     /* within the experiment, from 1 */
    bool in_report; /* the experiment has a section */
    const struct claim *claim;
    const struct judgement *judgement;
    char *verdict;    /* "supported", "refuted*" */
    char *sentence;   /* the claim with what its margin asks */
    char *comparison; /* the two cells */
    char *evidence;   /* sentences: what came out, what would settle the claim, the claim's note */
    char *command;    /* that runs what it needs */
};

struct report_writer {
    const struct report_format *format;
    const struct report *report;
    struct text out;      /* the file that is being written */
    struct text document; /* of LaTeX: report.tex, */
    struct text included; /* and a file that `out` includes */
    int bad;              /* -1: something failed, after a message */
};

/* Each function adds something to the writer's files, in the order in which the members stand here. NULL: the
 * format leaves it out. */
struct report_format {
    void (*begin)(struct report_writer *w, const struct report_totals *totals);

    /* The ledger: rows with an answer, then those without; a row's comparisons stand between row and row_end. */
    void (*ledger_begin)(struct report_writer *w);
    void (*ledger_unanswered)(struct report_writer *w);
    void (*row)(struct report_writer *w, const struct report_row *row);
    void (*row_claim)(struct report_writer *w, const struct report_claim *c);
    void (*row_end)(struct report_writer *w, const struct report_row *row);
    void (*ledger_end)(struct report_writer *w);

    /* How verdicts are reached, and the list of sections. */
    void (*method)(struct report_writer *w);
    void (*contents)(struct report_writer *w);

    void (*section_begin)(struct report_writer *w, const struct report_section *s);
    void (*heading)(struct report_writer *w, const char *text);
    void (*paragraph)(struct report_writer *w, const char *text);
    void (*setup)(struct report_writer *w, const struct description *d);
    /* The drawn ones of figure[first] to figure[end - 1]. */
    void (*figures)(struct report_writer *w, const struct report_section *s, int first, int end);
    void (*table)(struct report_writer *w, const struct report_section *s, int i);
    void (*verdicts_begin)(struct report_writer *w);
    void (*verdict)(struct report_writer *w, const struct report_claim *c);
    void (*verdicts_end)(struct report_writer *w, const struct report_section *s);
    /* The trials that diverged or were refused; there is at least one. */
    void (*failures)(struct report_writer *w, const struct results *r, int count);
    void (*provenance)(struct report_writer *w, const struct report_section *s);
    void (*section_end)(struct report_writer *w, const struct report_section *s);

    void (*end)(struct report_writer *w);
};

/* How the verdicts are reached: terms and their explanations, up to a NULL term. */
struct report_term {
    const char *term, *words;
};
extern const struct report_term report_method[];

extern const struct report_format report_html, report_latex;

#endif
