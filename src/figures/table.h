/* Builds tables of means and their 95 % intervals from results. */
#ifndef NORMLAB_FIGURES_TABLE_H
#define NORMLAB_FIGURES_TABLE_H

#include "judge/measure.h"
#include "store/store.h"
#include <stdio.h>

/* What an experiment asks for: a table for each value of `panels`. A cell has the mean over seeds with its 95 %
 * interval; for ratios it is the geometric mean. */
struct table_request {
    const char *title;
    const char *panels, *rows, *columns; /* keys; panels NULL: one table */
    const char *only;                    /* a cell: other trials are left out; NULL: all trials */
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

/* Builds the tables of a request from the results r. *out becomes a new array of tables. Rows, columns and tables all of
 * whose cells are "-" are left out. Returns the number n of tables, which is 0, too, when the results lack the curves that
 * the measure needs. tables_clear(*out, n) frees it, also when n is 0. */
int tables_build(const struct table_request *q, const struct results *r, struct table **out);
void tables_clear(struct table *t, int n);

/* Prints the table as plain text. Each column is as wide as its widest cell; the first column is aligned to the left,
 * all others to the right. terminal_columns: the width of the terminal; 0: any. A table that is wider is transposed if
 * it then fits. Otherwise it is printed in pieces, one below the other: each has as many columns as fit, and before
 * them the names of the rows. */
void table_print(FILE *out, const struct table *t, int terminal_columns);

/* Explains "!2" in a cell of a table to its reader. */
#define TABLE_UNSUCCESSFUL                                                                         \
    "!n in a table: n trials without a value, as they diverged or never reached the target"

#endif
