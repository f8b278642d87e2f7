/* What store_trial.c (a trial's file), store_merged.c (a sweep's) and store_curves.c share. */
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

/* A root attribute that the store itself writes; provenance does not overrule it. */
bool store_is_own(const char *name);

/* Writes schema, experiment and its version; writes the provenance without what is the store's own.
 */
void store_write_head(struct h5_file *f, const char *experiment, int version);
void store_write_provenance(struct h5_file *f, const struct config *provenance);

/* Gives a record that was read what store_canonical() makes of its configuration and, where it has one, its key; leaves
 * it alone where that knows nothing. (store_key.c) */
void store_canonize(struct record *r, const char *experiment, int version);

/* Each prints one message and returns -1. */
int store_check_schema(struct h5_file *f, const char *path);
int store_damaged(const char *path, const char *what);

/* Fills key, status and message; -1 after a message. Takes `message`, which may be NULL. */
int store_set_facts(struct record *r, const char *path, const char *key, const char *status,
                    char *message);
void store_set_data_sha256(struct record *r, const char *sha256);

/* Reads the curve of m as [rows][points] (rank 2) or [points] (rank 1). *data is new, or NULL where
 * the file, maybe an older one, has no such curve. -1 after a message. */
int store_read_curve(struct h5_file *f, const char *path, enum metric m, int rank, size_t rows,
                     size_t points, double **data);

/* The scale /epoch: what the columns of curves stand for. */
struct store_columns {
    double *epoch;
    size_t count;
};
void store_write_epochs(struct h5_file *f, double *epoch, size_t count);

/* columns->epoch is new. 0, or -1 after a message. */
int store_read_epochs(struct h5_file *f, const char *path, struct store_columns *columns);

/* Writes /epoch and the curves that metrics.def grants a merged file, unless r->left_out says that r has none. Marks
 * in r->left_out the measured metrics whose curves the file does not get. */
void store_write_curves(struct h5_file *f, struct results *r);

/* Fills the curves of the records that the file has, and left_out; their points are known. 0, or -1 after a message. */
int store_read_curves(struct h5_file *f, const char *path, struct results *r,
                      const struct store_columns *columns);

/* Evaluations an epoch, by a trial's configuration. */
int store_evals_per_epoch(const struct record *r);

#endif
