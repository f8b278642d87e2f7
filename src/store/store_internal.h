/* Declarations that the files store_*.c share. */
#ifndef NORMLAB_STORE_STORE_INTERNAL_H
#define NORMLAB_STORE_STORE_INTERNAL_H

#include "base/text.h"
#include "store/hdf5/h5.h"
#include "store/store.h"

/* The numbers of a result that are not curves. */
struct number_info {
    const char *name, *unit;
    size_t offset; /* offset of the number, a double, in struct trial_result */
};
enum { NUMBERS = 6 };
extern const struct number_info number_info[NUMBERS];

/* Get and set number i of number_info. */
double number_get(const struct trial_result *r, int i);
void number_set(struct trial_result *r, int i, double v);

/* Write root attributes: store_write_head() writes schema, experiment and version; store_write_provenance() writes the
 * provenance, except attributes that the other functions of the store write. Failures are reported by h5_publish(). */
void store_write_head(struct h5_file *f, const char *experiment, int version);
void store_write_provenance(struct h5_file *f, const struct config *provenance);

/* Sets *experiment to the experiment in the file, a new string, or NULL when the file has none; and *version to its
 * version, or 0. */
void store_read_experiment(struct h5_file *f, char **experiment, int *version);

/* Completes a record's configuration with the current trial_complete() and, if the record has a key, computes the
 * key again. So equal trials have equal keys, whichever version of normlab wrote them. known: configurations that
 * were completed before; new ones are added. Returns false, and does not change the record, when trial_complete()
 * refuses the configuration. */
bool store_canonize(struct canon *known, struct record *r, const char *experiment, int version);

/* Returns the text of a configuration without the value of its seed, as a new string, and copies that value to `seed`.
 * Configurations with equal texts are equal but for the seed. NULL when it is not clear which word is the seed, or when the
 * seed is not written as trial_complete() writes it. */
enum { CANON_SEED = 24 };
char *canon_label(const char *text, char seed[CANON_SEED]);

/* Stores a complete configuration under a label, which must determine all of it but the seed. */
void canon_add(struct canon *known, const char *label, const struct config *complete);

/* Sets the record's configuration to the one that is stored under the label, with the given seed, and its key as
 * store_canonize() does. Returns false, and does not change the record, when there is none. */
bool canon_take(const struct canon *known, const char *label, const char *seed, struct record *r,
                const char *experiment, int version);

/* Returns 0 when this normlab can read the schema of the file; else -1 after a message. */
int store_check_schema(struct h5_file *f, const char *path);

/* Prints a message that the file is damaged. what: what is wrong with it. Returns -1. */
int store_damaged(const char *path, const char *what);

/* Sets in c the pairs key=value of a text that the file at path has. Returns 0, or -1 after a message that the file is
 * damaged. */
int store_config_parse(const char *path, const char *text, struct config *c);

/* Set members of a record that was read from the file at path: store_set_facts() its key, status and message;
 * store_set_data_sha256() its checksum of the data. store_set_facts() takes ownership of `message`; NULL stands for "". It
 * returns 0, or -1 after a message when status or key is not valid. store_set_data_sha256() ignores a text that is too
 * long. */
int store_set_facts(struct record *r, const char *path, const char *key, const char *status,
                    char *message);
void store_set_data_sha256(struct record *r, const char *sha256);

/* Reads the curves of metric m: [rows][points] from a merged file (rank 2), or [points] from a trial file (rank 1).
 * Sets *data to a new array, or to NULL when the file has no curve of m. Returns 0, or -1 after a message when the
 * shape is wrong. */
int store_read_curve(struct h5_file *f, const char *path, enum metric m, int rank, size_t rows,
                     size_t points, double **data);

/* The dimension scale /epoch. A column of the curves is a point of training. */
struct store_columns {
    double *epoch; /* [count] the number of epochs done at each column, in ascending order */
    size_t count;
};
void store_write_epochs(struct h5_file *f, const struct store_columns *columns);

/* Reads /epoch. columns->epoch is a new array, which the caller frees. Returns 0, or -1 after a message. */
int store_read_epochs(struct h5_file *f, const char *path, struct store_columns *columns);

/* Writes /epoch and the curves of a merged file: those of the metrics with CURVE in metrics.def, if some trial has a
 * value and r->left_out is false. Sets r->left_out for metrics that some trial has measured, but whose curves are not
 * written. */
void store_write_curves(struct h5_file *f, struct results *r);

/* Reads r->left_out and the curves of all records from a merged file. Call trial_result_init() for each record before, with
 * its number of points. Returns 0, or -1 after a message. */
int store_read_curves(struct h5_file *f, const char *path, struct results *r,
                      const struct store_columns *columns);

/* Write and read the profiles of the trials record[count]: of a merged file, or of the one trial of a trial file. Before
 * reading, call trial_result_init() for each record. store_read_profiles() returns 0, or -1 after a message. */
void store_write_profiles(struct h5_file *f, struct record *record, int count, bool merged);
int store_read_profiles(struct h5_file *f, const char *path, struct record *record, int count,
                        bool merged);

/* Write and read the mistakes of a trial file, and those of all trials of a merged file. A file in which no trial has any
 * has no dataset of them. Before reading, call trial_result_init(); trial_result_clear() frees what is read. The functions
 * that read return 0, or -1 after a message. */
void store_write_mistakes(struct h5_file *f, const struct mistakes *m);
int store_read_mistakes(struct h5_file *f, const char *path, struct mistakes *m);
void store_write_all_mistakes(struct h5_file *f, const struct results *r);
int store_read_all_mistakes(struct h5_file *f, const char *path, struct results *r);

/* Reads an open merged file. results_clear() frees r, also after a failure. Returns 0, or -1 after a message. */
int store_read_merged(struct h5_file *f, const char *path, struct results *r);

/* Returns the value of evals_per_epoch in the record's configuration; 1 when there is none. */
int store_evals_per_epoch(const struct record *r);

#endif
