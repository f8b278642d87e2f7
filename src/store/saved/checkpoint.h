/*
 * Checkpoints in files. While a trial trains, the file KEY.state has its state at some step. Each save replaces the
 * file as a whole (base/system/file.h), and the file is removed when KEY.h5 exists, unless the user wants to keep it
 * (--keep-state). The file begins with lines of text, which end with an empty line:
 *
 *   normlab checkpoint 2
 *   key 0123456789abcdef          the key of the trial with epochs=0 instead of its own
 *   epochs 5
 *   program SHA-256 of the executable file
 *   kernels avx2; OpenBLAS ..., kernel ...; libxsmm ...; glibc 2.36
 *   data SHA-256 of the data set
 *
 * Then follow the bytes of trial_transfer(), and the SHA-256 of all bytes before it as 64 hexadecimal digits. A state whose
 * lines differ from those of this process is not used: with another program, other kernels or other data the training would
 * not have the same bits. Only `epochs` may be smaller, unless trial_bound_to_epochs() says why not.
 */
#ifndef NORMLAB_STORE_SAVED_CHECKPOINT_H
#define NORMLAB_STORE_SAVED_CHECKPOINT_H

#include "store/store.h"

struct checkpoint {
    char *path;          /* of the state's file */
    char key[TRIAL_KEY]; /* of the trial with epochs=0 */
    int epochs;          /* of the trial */
    const char *bound;   /* what trial_bound_to_epochs() returns for the trial */
    char *why;       /* private to checkpoint.c: the last text that check_epochs() made, or NULL */
    char *program;   /* the lines `program` and `kernels`; NULL until they are needed */
    bool restored;   /* the trial continues from the file */
    bool warned;     /* a message has said that a state could not be saved */
    double saved_ms; /* time that the last checkpoint took; 0: there was none */
};

/* Prepares c for a trial of `epochs` epochs. key: the key that the trial would have with epochs=0. trial_file: the path
 * KEY.h5 of the trial's result; the state has the same path with the suffix .state. The caller may then set c->bound.
 * checkpoint_clear() frees c, but does not remove the file. */
void checkpoint_init(struct checkpoint *c, const char *trial_file, const char key[TRIAL_KEY],
                     int epochs);
void checkpoint_clear(struct checkpoint *c);

/* The functions load() and save() of a struct trial_keeper (train/trial.h). context: a struct checkpoint. checkpoint_load()
 * returns 1 when it restored the state; 0 when there is no file, or, after a warning, none that can be used; -1 after a
 * warning when it failed midway. checkpoint_save() prints a warning at its first failure only; a failure does not change an
 * earlier file. */
int checkpoint_load(void *context, struct run *run, const char *data_sha256);
void checkpoint_save(void *context, struct run *run, const char *data_sha256);

/* Removes the state's file, if there is one. */
void checkpoint_remove(const struct checkpoint *c);

/* Returns the path of the state's file for the trial whose result is trial_file: a new string. */
char *checkpoint_path(const char *trial_file);

/* Removes from a folder of trial files the states of all trials whose trial file exists. Ignores errors. */
void checkpoint_remove_done(const char *folder);

#endif
