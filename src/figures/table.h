/* From results to tables of means with their 95 % intervals. */
#ifndef NORMLAB_FIGURES_TABLE_H
#define NORMLAB_FIGURES_TABLE_H

#include "judge/measure.h"
#include "store/store.h"
#include <stdio.h>

/* A table for each value of `panels`: mean and 95 % interval; of ratios, the geometric mean. */
struct table_request {
    const char *title;
    const char *panels, *rows, *columns; /* keys */
    const char *only;                    /* as in a figure */
    struct measure of;
};

/* A table as texts. Column 0 names the rows, row 0 the columns; the corner names the rows' key. */
struct table {
    char *title; /* "Test error, mlp" */
    char *about; /* "test_error in % by norm and batch; mean and its 95 % interval" */
    int rows, columns;
    char **text; /* [rows][columns] */
};

/* Builds the tables that have trials. Returns their number; tables_clear() frees. */
int tables_build(const struct table_request *q, const struct results *r, struct table **out);
void tables_clear(struct table *t, int n);

/* As plain text: names to the left, numbers to the right, in columns as wide as their widest cell. */
void table_print(FILE *out, const struct table *t);

/* What "!2" in a cell stands for. */
#define TABLE_LOST                                                                                 \
    "!n in a table: n trials without a value, as they diverged or never reached the target"

#endif
