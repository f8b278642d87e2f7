/* Builds tables of means and their 95 % intervals from results. */
#ifndef NORMLAB_FIGURES_TABLE_H
#define NORMLAB_FIGURES_TABLE_H

#include "judge/measure.h"
#include "store/store.h"
#include <stdio.h>

/* What an experiment asks for: a table for each value of `panels`. Its cells are the mean over seeds with its 95 %
 * interval; for ratios, the geometric mean. */
struct table_request {
    const char *title;
    const char *panels, *rows, *columns; /* keys; panels NULL: one table */
    const char *only;                    /* as in struct figure_request */
    struct measure of;
};

/* A table of texts. Column 0 has the names of the rows, row 0 has the names of the columns; text[0] is the key of
 * the rows. */
struct table {
    char *title; /* as "Test error, mlp" */
    char *about; /* as "test_error in % by norm and batch; mean and its 95 % interval" */
    int rows, columns;
    char **text;  /* [rows][columns], row after row */
    char *across; /* the key of the columns */
};

/* Builds the tables of a request from the results r. *out becomes a new array of tables. Returns their number, which
 * is 0 when the results lack the curves that the measure needs. tables_clear() frees. */
int tables_build(const struct table_request *q, const struct results *r, struct table **out);
void tables_clear(struct table *t, int n);

/* Prints the table as plain text. Each column is as wide as its widest cell; the first column is aligned to the
 * left, all others to the right. room: the columns of the terminal; 0: any number. A table that is wider is turned, so
 * that its columns are rows, if it then fits; else it is printed in parts, with as many of its columns as fit, and the
 * names of the rows before them in each. */
void table_print(FILE *out, const struct table *t, int room);

/* Explains "!2" in a cell to the reader. */
#define TABLE_LOST                                                                                 \
    "!n in a table: n trials without a value, as they diverged or never reached the target"

#endif
