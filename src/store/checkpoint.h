/*
 * Checkpoints of trials in files. While a trial trains, its file KEY.state has its state at some step, whole: it is
 * replaced as a file that appears, and removed when KEY.h5 is there. Format: lines of text, which end with an empty
 * line, as
 *
 *   normlab checkpoint 1
 *   key 0123456789abcdef
 *   program SHA-256 of the executable file
 *   kernels avx2; OpenBLAS ..., kernel ...; libxsmm ...; glibc 2.36
 *   data SHA-256 of the data set
 *
 * then the bytes of trial_transfer(), then the SHA-256 of all before it, 64 hexadecimal digits. Another program, other
 * kernels or other data would go on with other bits: such a state is not used. The lines tell them apart.
 */
#ifndef NORMLAB_STORE_CHECKPOINT_H
#define NORMLAB_STORE_CHECKPOINT_H

#include "store/store.h"

struct checkpoint {
    char *path;          /* of the state's file */
    char key[TRIAL_KEY]; /* of the trial */
    char *program;       /* what `program` and `kernels` say; NULL until it is needed */
    bool restored;       /* the trial goes on from the file */
    bool warned;         /* a state could not be saved, which has been told */
    double saved_ms;     /* time that the last checkpoint took; 0: there was none */
};

/* Prepares c for the trial with this key, whose result goes to the file trial_file, as KEY.h5: its state has the same
 * name with the suffix .state. checkpoint_clear() frees c, and leaves the file. */
void checkpoint_init(struct checkpoint *c, const char *trial_file, const char key[TRIAL_KEY]);
void checkpoint_clear(struct checkpoint *c);

/* The functions load() and save() of a struct trial_keeper; context: a struct checkpoint. checkpoint_load() prints a
 * warning of one line when there is a file that cannot be used. checkpoint_save() prints one when it cannot write, but only
 * for the first time; the file is then what it was. */
int checkpoint_load(void *context, struct run *run, const char *data_sha256);
void checkpoint_save(void *context, struct run *run, const char *data_sha256);

/* Removes the state's file, if there is one. */
void checkpoint_remove(const struct checkpoint *c);

/* Returns the path of the state's file of the trial that goes to trial_file: a new string. */
char *checkpoint_path(const char *trial_file);

/* Removes from a folder the state of each trial whose file is there. Ignores errors. */
void checkpoint_sweep(const char *folder);

#endif
