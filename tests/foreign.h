/* For tests of result files and input files of `apply` that other programs made or damaged: good files, and commands that
 * read them. Whatever the file, no command may end by a signal or never end, and its error message names the file. */
#ifndef NORMLAB_TESTS_FOREIGN_H
#define NORMLAB_TESTS_FOREIGN_H

#include "base/arena.h"
#include "base/rng.h"
#include "rewritten.h"
#include <stdio.h>

enum kind { KIND_MERGED, KIND_TRIAL, KIND_INPUT, KINDS };

static const char *const own_experiment =
    "name: own\n"
    "version: 1\n"
    "title: own\n"
    "question: what do probes see?\n"
    "axes: [norm, net]\n"
    "presets:\n"
    "  quick:\n"
    "    about: quick\n"
    "    seeds: 0-1\n"
    "    common: {data: synthetic, train_count: 64, test_count: 32, epochs: 2, lr: 0.05,\n"
    "             probe: moments+shift, probe_at: 0-2}\n"
    "    blocks: [{norm: [none, batchnorm], net: mlp hidden=8}]\n"
    "claims:\n"
    "- text: deviations differ\n"
    "  source: nobody\n"
    "  a: {norm: batchnorm}\n"
    "  b: {norm: none}\n"
    "  expect: less\n"
    "  factor: 2\n"
    "  measure: {metric: moments.pre_sd, at: step 2}\n"
    "tables:\n"
    "- {title: Deviations, rows: norm, columns: net, measure: moments.pre_sd}\n"
    "figures:\n"
    "- {name: error, template: lines, title: Error, series: norm, x: epoch, x_label: epoch,\n"
    "   measure: test_error, y_label: e}\n";

/* Commands that read a file of each kind, in a folder with own.yaml. $f is the path of the file; the folder ../good has good
 * files. The last command of a kind may replace the file. */
static const char *const reading[KINDS][14] = {
    {"compare $f ../good/merged.h5", "claims own.yaml --json", "export own.yaml --csv --profiles",
     "export own.yaml --json", "status own.yaml", "check own.yaml", "submit own.yaml --slurm -n",
     "list experiments", "plot own.yaml --format svg", "report own.yaml",
     "run own.yaml --no-plot -j 1"},
    {"compare ../good/trial.h5 $f", "status own.yaml", "submit own.yaml --slurm -n --costs $f",
     "merge own.yaml", "run own.yaml norm=none --seeds 0 --no-plot -j 1", "plot $f --format svg"},
    {"apply batchnorm $f out.h5", "apply 'conv2d 2 k=3' $f out.h5 --layout nchw --eval"},
};

/* The path of a file of each kind in that folder; the key of the first trial replaces %s. */
static const char *const standing[KINDS] = {"results/own.h5", "results/own/%s", "in.h5"};

/* Numbers of files, of commands, and of commands by result: success, good message, libhdf5 crashed or hung, not allowed. */
struct tally {
    int files, commands, done, told, crashed, endless, bad;
};

static inline void shell(const char *folder, const char *command)
{
    char *out, *err;

    if (run_in_folder(folder, command, &out, &err))
        fail_msg("%s: %s%s", command, out, err);
    free(out);
    free(err);
}

static inline void write_numbers(struct h5_file *f, const char *name, int rank, const size_t *dim)
{
    struct h5_array a = {.type = H5_FLOAT32, .rank = rank};
    double *v;

    memcpy(a.dim, dim, (size_t)rank * sizeof *dim);
    a.data = v = xcalloc(h5_count(&a), sizeof *v);
    for (size_t i = 0; i < h5_count(&a); i++)
        v[i] = (double)(i % 11) - 5;
    h5_write(f, name, &a, 0, NULL, NULL);
    free(v);
}

static inline void make_input(const char *path)
{
    struct h5_file *f = h5_create(path);

    write_numbers(f, "/x", 4, (const size_t[]){4, 5, 5, 3});
    write_numbers(f, "/dy", 4, (const size_t[]){4, 5, 5, 3});
    write_numbers(f, "/param/gamma", 1, (const size_t[]){3});
    write_numbers(f, "/param/beta", 1, (const size_t[]){3});
    assert_int_equal(h5_publish(f), 0);
}

/* Makes the folder `good`, with a good file of each kind, and the folder `case`, in which commands run. Returns the key of the
 * trial, a new string. */
static inline char *make_good(void)
{
    char *path = test_path("case/own.yaml"), *out, *input = test_path("good/input.h5");

    shell("good", "true");
    shell("case", "true");
    assert_int_equal(file_write(path, own_experiment, strlen(own_experiment)), 0);
    shell("case", "\"$NORMLAB\" run own.yaml --no-plot -j 1");
    shell("case", "cp results/own.h5 ../good/merged.h5 && cp results/own/$(ls results/own | grep "
                  "h5 | head -1) ../good/trial.h5 && mkdir results/kept");
    assert_int_equal(run_in_folder("case", "ls results/own | grep h5 | head -1", &out, NULL), 0);
    out[strcspn(out, "\n")] = '\0';
    make_input(input);
    free(input);
    free(path);
    return out;
}

/* The set-up of a group of tests, which calls make_good(), and its end. */
static char *key;

static inline int foreign_set_up(void **state)
{
    (void)state;
    key = make_good();
    return 0;
}

static inline int foreign_tear_down(void **state)
{
    (void)state;
    free(key);
    return 0;
}

static const char *const kind_name[KINDS] = {"merged", "trial", "input"};

/* Writes data as the file of this kind in the folder `case`, without other result files. Returns its path in that folder, a
 * new string. */
static inline char *put_file(enum kind kind, const char *key, const char *data, size_t size)
{
    char *name = kind == KIND_TRIAL ? format_new(standing[kind], key) : xstrdup(standing[kind]);
    char *below = format_new("case/%s", name), *path = test_path(below);

    shell("case", "rm -rf results plots && mkdir -p results/own");
    assert_int_equal(file_write(path, data, size), 0);
    free(path);
    free(below);
    return name;
}

/* Runs one command on the file `name`. Returns false, after a line that says why, when the result is not allowed. */
static inline bool try_command(const char *name, const char *command, struct tally *t)
{
    /* the limit is in seconds of processor time, because the machine may be busy */
    char *line = format_new("f='%s'; ulimit -t 60; exec \"$NORMLAB\" %s", name, command), *err;
    int code = run_in_folder("case", line, NULL, &err);
    bool ended = code >= 128, good = !ended && (code == 0 || strstr(err, name));

    t->commands++;
    t->done += code == 0;
    t->told += code && good;
    t->crashed += strstr(err, "HDF5 crashed") != NULL;
    t->endless += strstr(err, "did not finish") != NULL;
    t->bad += !good;
    if (!good)
        print_error("%s: exit code %d: %s\n", command, code, err);
    free(err);
    free(line);
    return good;
}

/* Writes the bytes as a file of the kind and runs commands on it: with all, one after the other until one finds an error in
 * the file; and always number `turn`, modulo their number. Returns the number of results that are not allowed. */
static inline int try_file(enum kind kind, const char *key, const char *data, size_t size, bool all,
                           int turn, struct tally *t)
{
    char *name = put_file(kind, key, data, size);
    int bad = t->bad, told = t->told, commands = 0;

    t->files++;
    while (reading[kind][commands])
        commands++;
    for (int i = 0; i < commands; i++)
        if (turn % commands == i || (all && t->told == told))
            try_command(name, reading[kind][i], t);
    free(name);
    return t->bad - bad;
}

#endif
