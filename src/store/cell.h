/* Cells: the trials with given values of some keys, as "norm=batchnorm batch=2". */
#ifndef NORMLAB_STORE_CELL_H
#define NORMLAB_STORE_CELL_H

#include "store/store.h"

/* Reads a cell of an experiment into *cell, with values in the canonical forms that records have. BUG() when it does
 * not parse. config_clear() frees. */
void cell_parse(const char *text, struct config *cell);

/* True when the record has all of the cell's values. */
bool record_in_cell(const struct record *r, const struct config *cell);

/* The records in a cell ("": all) as pointers into r. Returns their number; *out is the caller's. */
int records_in(const struct results *r, const char *cell, const struct record ***out);

/* Results with the records in a cell (NULL: all). They share all memory with r but `record`, which the caller frees. */
struct results results_only(const struct results *r, const char *cell);

#endif
