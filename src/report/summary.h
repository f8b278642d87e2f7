/* The results of a study as plain text: tables, counts of failures, and the verdict on each claim. */
#ifndef NORMLAB_REPORT_SUMMARY_H
#define NORMLAB_REPORT_SUMMARY_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/study.h"

/* Writes root/results/STEM.txt and, if `print`, the same to standard output. tables end with a NULL title, figures with a
 * NULL name; NULL: none. 0 or -1 after a message. */
int summary_write(const struct study *s, const struct table_request *tables,
                  const struct figure_request *figures, bool print);

/* root/results/STEM.txt, a new string. */
char *summary_path(const struct study *s);

#endif
