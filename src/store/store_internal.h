/* What the files store_*.c share. */
#ifndef NORMLAB_STORE_STORE_INTERNAL_H
#define NORMLAB_STORE_STORE_INTERNAL_H

#include "base/text.h"
#include "store/hdf5/h5.h"
#include "store/store.h"

/* The numbers of a result that are no curves. */
struct number_info {
    const char *name, *unit;
    size_t offset; /* of the double in struct trial_result */
};
enum { NUMBERS = 5 };
extern const struct number_info number_info[NUMBERS];

double number_get(const struct trial_result *r, int i);
void number_set(struct trial_result *r, int i, double v);

/* Sets in *c the text attributes of an object, but those in the list `except`, which ends with NULL. */
void store_read_texts(struct h5_file *f, const char *object, const char *const *except,
                      struct config *c);

/* Root attributes: schema, experiment and version; the provenance without those that the store itself writes. */
void store_write_head(struct h5_file *f, const char *experiment, int version);
void store_write_provenance(struct h5_file *f, const struct config *provenance);

/* *experiment is a new string, NULL where the file has none; *version is 0 then. */
void store_read_experiment(struct h5_file *f, char **experiment, int *version);

/* Completes a record's configuration as trial_complete() does today, and gives it the key of that if it has a key:
 * trials that are the same then have the same key, whoever recorded them. Leaves alone a configuration that this
 * normlab does not know. */
void store_canonize(struct record *r, const char *experiment, int version);

/* Each prints one message and returns -1. */
int store_check_schema(struct h5_file *f, const char *path);
int store_damaged(const char *path, const char *what);

/* Sets key, status and message. Takes `message`, which may be NULL. 0, or -1 after a message. */
int store_set_facts(struct record *r, const char *path, const char *key, const char *status,
                    char *message);
void store_set_data_sha256(struct record *r, const char *sha256);

/* Reads the curve of m as [rows][points] (rank 2) or [points] (rank 1). *data is a new array, or NULL where the file
 * has no such curve. 0, or -1 after a message. */
int store_read_curve(struct h5_file *f, const char *path, enum metric m, int rank, size_t rows,
                     size_t points, double **data);

/* The scale /epoch: the epochs that the columns of curves stand for. */
struct store_columns {
    double *epoch;
    size_t count;
};
void store_write_epochs(struct h5_file *f, const struct store_columns *columns);

/* columns->epoch is a new array. 0, or -1 after a message. */
int store_read_epochs(struct h5_file *f, const char *path, struct store_columns *columns);

/* Writes /epoch and the curves that a merged file holds by metrics.def, unless r->left_out says that r has none. Sets
 * r->left_out for the measured metrics whose curves are not written. */
void store_write_curves(struct h5_file *f, struct results *r);

/* Reads r->left_out and the curves of the records, whose numbers of points are set. 0, or -1 after a message. */
int store_read_curves(struct h5_file *f, const char *path, struct results *r,
                      const struct store_columns *columns);

/* Reads an open merged file; results_clear() frees, also after a failure. 0, or -1 after a message. */
int store_read_merged(struct h5_file *f, const char *path, struct results *r);

/* Evaluations per epoch, from a trial's configuration. */
int store_evals_per_epoch(const struct record *r);

#endif
