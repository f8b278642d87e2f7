/* Decodes the binary version of CIFAR-10. Each record is a label byte, then a 32x32 image: all red values, all green
 * values, all blue values, each row by row (A. Krizhevsky, "Learning multiple layers of features from tiny images",
 * 2009). */
#include "base/arena.h"
#include "base/error.h"
#include "data/data.h"
#include "data/source.h"
#include <stdlib.h>

#define CLASSES     10
#define SIDE        32
#define PLANE       (SIDE * SIDE)
#define COLOURS     3
#define IMAGE       (PLANE * COLOURS)
#define RECORD      (1 + IMAGE)
#define TRAIN_FILES 5

static int check_records(const char *path, const uint8_t *data, size_t size)
{
    if (size == 0 || size % RECORD)
        return error("%s: %zu bytes are not a whole number of %d-byte CIFAR-10 records; copy or "
                     "download it again (the binary version)",
                     path, size, RECORD);
    for (size_t i = 0; i < size / RECORD; i++)
        if (data[i * RECORD] >= CLASSES)
            return error("%s: label %d at index %zu is out of range: %d classes are 0 to %d", path,
                         data[i * RECORD], i, CLASSES, CLASSES - 1);
    return 0;
}

/* Appends the records of a file to the samples of s. Returns 0, or -1 after a message. */
static int read_batch(const char *path, struct decoded_split *s)
{
    size_t size, old = (size_t)s->count, n;
    uint8_t *data = (uint8_t *)source_read(path, &size);

    if (!data)
        return -1;
    if (check_records(path, data, size)) {
        free(data);
        return -1;
    }
    n = size / RECORD;
    s->image = xrealloc(s->image, (old + n) * IMAGE);
    s->label = xrealloc(s->label, old + n);
    for (size_t i = 0; i < n; i++) {
        const uint8_t *from = data + i * RECORD;
        uint8_t *to = s->image + (old + i) * IMAGE;

        s->label[old + i] = *from++;
        for (int p = 0; p < PLANE; p++)
            for (int c = 0; c < COLOURS; c++)
                to[p * COLOURS + c] = from[c * PLANE + p];
    }
    s->count += (int)n;
    free(data);
    return 0;
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    out->shape = shape_image(SIDE, SIDE, COLOURS);
    out->classes = CLASSES;
    for (int i = 0; i < TRAIN_FILES; i++)
        if (read_batch(paths[i], &out->train))
            return -1;
    return read_batch(paths[TRAIN_FILES], &out->test);
}

#define FOLDER "cifar-10-batches-bin/"

const struct data_type data_cifar10 = {
    .name = "cifar10",
    .usage = "photographs: 32x32 colour, 10 classes, 50000 + 10000 images (Krizhevsky 2009)",
    .files = {FOLDER "data_batch_1.bin", FOLDER "data_batch_2.bin", FOLDER "data_batch_3.bin",
              FOLDER "data_batch_4.bin", FOLDER "data_batch_5.bin", FOLDER "test_batch.bin"},
    .install = "get it by normlab data fetch cifar10, or unpack cifar-10-binary.tar.gz into "
               "~/.local/share/normlab/cifar10",
    .licence = "its publisher states none, and asks to cite Krizhevsky 2009",
    .decode = decode,
};
