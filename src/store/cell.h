/* A cell is a choice of trials by their configurations: "norm=batchnorm batch=2" holds those that have all of
 * these values. */
#ifndef NORMLAB_STORE_CELL_H
#define NORMLAB_STORE_CELL_H

#include "store/store.h"

/* Reads a cell that stands in an experiment, "norm=batchnorm batch=2", into *cell, its values in their canonical forms,
 * as records have them. config_clear() frees. */
void cell_parse(const char *text, struct config *cell);

/* True when the record has all of the cell's values. */
bool record_in_cell(const struct record *r, const struct config *cell);

/* The records in a cell as text, pointers into r; "" is all. Returns their number; *out is the
 * caller's. */
int records_in(const struct results *r, const char *cell, const struct record ***out);

/* The records in a cell (NULL: all) as results of their own, which share everything with r: free only
 * `record`. */
struct results results_only(const struct results *r, const char *cell);

#endif
