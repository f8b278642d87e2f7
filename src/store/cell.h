/* Cells: all trials with certain values of some keys, such as "norm=batchnorm batch=2". */
#ifndef NORMLAB_STORE_CELL_H
#define NORMLAB_STORE_CELL_H

#include "store/store.h"

/* The cells ("norm=batchnorm batch=2") that one claim, table or figure names. Unused elements are NULL. */
struct cells {
    const char *cell[4];
};

/* Parses the text of an experiment's cell into *cell, with canonical values, as records have them. A comma in a value may
 * be written as it is or as "\,", as in a list. Calls BUG() when the text cannot be parsed. config_clear() frees *cell. */
void cell_parse(const char *text, struct config *cell);

/* True when the record's configuration has all values of the cell. */
bool record_in_cell(const struct record *r, const struct config *cell);

/* Sets *out to a new array of pointers to the records of r in a cell ("": all records). Returns their number. The
 * caller frees the array, but not the records. */
int records_in(const struct results *r, const char *cell, const struct record ***out);

/* Returns results with only those records of r that are in a cell (NULL: all records). The caller frees the array
 * `record`; all other memory belongs to r. */
struct results results_only(const struct results *r, const char *cell);

#endif
