/* What follows a sweep: merge, draw, sum up. All of it can be done again from finished files. */
#ifndef NORMLAB_LAB_LAB_H
#define NORMLAB_LAB_LAB_H

#include "lab/ledger.h"
#include "lab/sweep.h"

/* Reads the sweep's finished trials into *r (results_clear() frees) and writes them as
 * root/results/<experiment>.h5. 0 or -1 after a message. */
int lab_merge(const struct sweep *s, const char *root, const char *command_line, struct results *r);

/* Reads root/results/<experiment>.h5 into *r where it is there, which *there tells; else *r is empty. 0 or -1
 * after a message. */
int lab_read(const struct experiment *e, const char *root, struct results *r, bool *there);

/* Writes every figure of the experiment, and the forest plot of its claims, into root/plots/<experiment>. 0 or -1 after
 * a message. */
int lab_draw(const struct verdicts *v, const struct results *r, const char *root);

/* Draws the experiment's first `most` figures as text on standard output. */
int lab_draw_terminal(const struct experiment *e, const struct results *r, const char *root,
                      int most);

/* Writes tables, failures counted, and the verdict on each claim as root/results/<experiment>.txt, and prints them on
 * standard output, too, if asked. 0 or -1 after a message. */
int lab_summarize(const struct verdicts *v, const struct results *r, const char *root, bool print);

/* Names each figure's files, those that are there, a line a figure on standard output. */
void lab_print_figures(const struct experiment *e, const char *root, const char *indent);

/* root/results/<experiment>.h5 and .txt, new strings. */
char *lab_merged_path(const struct experiment *e, const char *root);
char *lab_summary_path(const struct experiment *e, const char *root);

#endif
