/* Writes the results of a study as plain text: tables, the number of trials with each status, and the verdict on
 * each claim. */
#ifndef NORMLAB_REPORT_SUMMARY_H
#define NORMLAB_REPORT_SUMMARY_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/study.h"

/* Writes root/results/STEM.txt and, if `print` is true, the same text to standard output, with tables that fit the
 * terminal. STEM is s->stem. A NULL title ends the tables, a NULL name the figures; either may be NULL when there are
 * none. Returns 0, or -1 after a message. */
int summary_write(const struct study *s, const struct table_request *tables,
                  const struct figure_request *figures, bool print);

/* Prints the tables of the trials that the study shows, and the number of these trials with each status. room: the
 * parameter terminal_columns of table_print(). */
void summary_print_tables(FILE *out, const struct study *s, const struct table_request *tables,
                          int room);

/* Returns the path root/results/STEM.txt, as a new string, which the caller frees. */
char *summary_path(const struct study *s);

#endif
