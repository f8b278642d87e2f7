/*
 * Nets in files: the values of a trained net's tensors, without the optimizer's state.
 *
 *   /param/<layer>/<name>   a parameter, float32, or float64 in a build with REAL=double: dense weight [in][out], conv2d
 *                           weight [k][k][in][out], gamma and beta [channels]. Layers have the names that
 *                           `normlab list nets` and profiles use, tensors those of `normlab apply` and normlab.h
 *   /state/<layer>/<name>   an array that is not trained, as running_mean and running_var; types as above
 *   /config                 a group; one text attribute per key of the trial's configuration
 *   /final                  a group; one number per metric, its final value
 *   root attributes         normlab_net (1, the version of this layout), configuration (that of /config as one text),
 *                           layers (those with tensors, in the net's order, with blanks between), epochs, steps,
 *                           parameters, data_sha256, and the provenance
 *
 * A file of another program may be loaded, too: it needs the attribute normlab_net=1, and exactly the tensors of the net.
 */
#ifndef NORMLAB_STORE_SAVED_NET_FILE_H
#define NORMLAB_STORE_SAVED_NET_FILE_H

#include "store/hdf5/h5.h"
#include "store/store.h"

enum { NET_HASH = 17 }; /* bytes of a net's hash: 16 hexadecimal digits and NUL */

struct net_tensor {
    char *name; /* "param/dense1/weight" */
    struct h5_array value;
};

/* A net that was read from a file. */
struct net_file {
    char *path;
    /* [tensors] first param, then state; in these sorted by layer, then by name */
    struct net_tensor *tensor;
    int tensors;
    struct config config; /* of the trial that saved it; empty when the file does not say */
    /* The first digits of a SHA-256 of all names, dimensions and values: equal for equal nets, however the file stores them. In
     * trials that start from the net, it is the value of the key `loaded`. */
    char hash[NET_HASH];
};

/* Reads a file. Returns 0, and net_file_clear() frees n; or -1 after a message, with nothing to free. */
int net_file_read(struct net_file *n, const char *path);
void net_file_clear(struct net_file *n);

/* What a trial loads and saves: the argument `nets` of load_net() and save_net() of a struct trial_keeper (train/trial.h). The
 * caller owns what the members point to. */
struct net_files {
    const struct net_file *from; /* NULL: nothing is loaded */
    const char *to;              /* the path of the file to write; NULL: nothing is saved */
    const char *command_line;    /* recorded in the file */
    /* set by net_files_save(): the file was written; it could not be written, after a message */
    bool saved, failed;
};

/* The functions load_net() and save_net() of a struct trial_keeper. nets: a struct net_files. net_files_load() needs
 * nets->from. It returns 0; or -1 after a message when the file does not have exactly the tensors of the trial's net, or when
 * a tensor cannot have such a value, as a negative running_var. */
int net_files_load(void *nets, struct trial *t);
void net_files_save(void *nets, struct trial *t, const struct config *complete,
                    const struct trial_result *result);

#endif
