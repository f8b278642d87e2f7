/*
 * Answers what the checklists of conferences ask about reproducibility: the NeurIPS paper checklist and the Machine
 * Learning Reproducibility Checklist, from which others, such as ICML's, are made. The answers come from the results,
 * their provenance and normlab's table of data sets. What only the authors know is left to them, as a question. Names of
 * machines are left out, because submissions are anonymous.
 */
#ifndef NORMLAB_REPORT_CHECKLIST_H
#define NORMLAB_REPORT_CHECKLIST_H

#include "figures/figure.h"
#include "figures/table.h"
#include "judge/study.h"

/* An experiment that has results. A NULL title ends the tables, a NULL name the figures; either pointer may be NULL. */
struct checklist_source {
    const struct study *study;
    const struct table_request *tables;
    const struct figure_request *figures;
};

/* Writes the answers of all sources, as Markdown, to the file checklist_path(). Returns 0, or -1 after a message. */
int checklist_write(const char *root, const struct checklist_source *source, int count);

/* Returns the path root/results/report/checklist.md, as a new string, which the caller frees. */
char *checklist_path(const char *root);

#endif
