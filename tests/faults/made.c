#include "made.h"
#include "base/error.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/hdf5/h5.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void shell(const char *command)
{
    int status = system(command);

    if (status) {
        fprintf(stderr, "walk: exit status %d of: %s\n", status, command);
        exit(EXIT_FAILED);
    }
}

static char *path_in(const char *folder, const char *name)
{
    return format_new("%s/%s", folder, name);
}

static const char experiment[] =
    "name: tiny\nversion: 1\ntitle: Two norms in a tiny net\nquestion: Do two norms end alike?\n"
    "axes: [norm]\npresets:\n  all:\n    about: generated data\n    seeds: 0\n"
    "    common: {net: mlp hidden=4, data: synthetic, train_count: 16, test_count: 8, epochs: 1, "
    "batch: 8, lr: 0.1, probe: moments}\n    blocks:\n      - {norm: [none, batchnorm]}\n"
    "claims:\n  - text: BatchNorm ends lower\n    source: a guess\n    expect: less\n"
    "    a: {norm: batchnorm}\n    b: {norm: none}\n    measure: test_error\n    margin: 1\n"
    "tables:\n  - {title: Test error, rows: norm, columns: norm, measure: test_error}\n"
    "figures:\n  - name: error\n    template: bars\n    title: Test error\n    series: norm\n"
    "    x: norm\n    x_label: norm\n    measure: test_error\n    y_label: test error in %\n";

static void write_new(const char *folder, const char *name, const void *data, size_t size)
{
    char *path = path_in(folder, name);

    if (file_write(path, data, size))
        exit(EXIT_FAILED);
    free(path);
}

/* Writes n images of 28x28 and their labels as IDX files. */
static void write_images(const char *folder, const char *prefix, unsigned char n)
{
    unsigned char images[16 + 255 * 784] = {0, 0, 8, 3, 0, 0, 0, n, 0, 0, 0, 28, 0, 0, 0, 28},
                                    labels[8 + 255] = {0, 0, 8, 1, 0, 0, 0, n};
    char *name = format_new("made/tiny-%s-images-idx3-ubyte", prefix),
         *label = format_new("made/tiny-%s-labels-idx1-ubyte", prefix);

    for (int i = 0; i < n * 784; i++)
        images[16 + i] = (unsigned char)(i * i / 7 + i);
    for (int i = 0; i < n; i++)
        labels[8 + i] = (unsigned char)(i % 10);
    write_new(folder, name, images, 16 + (size_t)n * 784);
    write_new(folder, label, labels, 8 + (size_t)n);
    free(name);
    free(label);
}

static void write_input(const char *folder)
{
    char *path = path_in(folder, "made/in.h5");
    double x[8 * 3];
    struct h5_array a = {H5_FLOAT32, 2, {8, 3}, x};
    struct h5_file *f = h5_create(path);

    for (int i = 0; i < 24; i++)
        x[i] = i * i % 11;
    if (!f || h5_write(f, "/x", &a, 0, NULL, NULL) || h5_publish(f))
        exit(EXIT_FAILED);
    free(path);
}

void make_inputs(const char *normlab, const char *folder)
{
    char *command = format_new("rm -rf '%s' && mkdir -p '%s/made'", folder, folder);

    shell(command);
    free(command);
    write_new(folder, "made/tiny.yaml", experiment, strlen(experiment));
    write_images(folder, "train", 30);
    write_images(folder, "t10k", 20);
    write_input(folder);
    command =
        format_new("cd '%s/made' && '%s' run tiny.yaml -q >/dev/null 2>&1 && for seed in 0 1; do "
                   "'%s' trial net=mlp data=synthetic train_count=16 test_count=8 epochs=1 batch=8 "
                   "norm=none -q --file trial$seed.h5 seed=$seed; done",
                   folder, normlab, normlab);
    shell(command);
    free(command);
}
