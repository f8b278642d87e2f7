/* Decodes IDX files. An IDX file has two zero bytes, a byte for the element type, a byte for the rank, then each
 * dimension (4 bytes, big-endian), then the elements (Y. LeCun, C. Cortes, C. Burges, "The MNIST database of
 * handwritten digits"). */
#include "base/error.h"
#include "data/data.h"
#include "data/source.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define IDX_BYTES    0x08 /* element type: unsigned byte */
#define IDX_RANK     4    /* the largest rank that is read */
#define IDX_SIDE_MAX 65535

#define MNIST_CLASSES 10
#define IDX_CLASSES   256

static uint32_t big_endian(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Returns what an IDX file of this rank holds, for messages. */
static const char *content(int rank)
{
    return rank == 1 ? "labels" : "images";
}

static int check_magic(const char *path, uint32_t magic, int rank)
{
    uint32_t want = IDX_BYTES << 8 | (uint32_t)rank;
    const char *hint = "is it an IDX file?";

    if (magic == want)
        return 0;
    if (magic == (IDX_BYTES << 8 | 1))
        hint = "it holds labels";
    else if (magic == (IDX_BYTES << 8 | 3) || magic == (IDX_BYTES << 8 | 4))
        hint = "it holds images";
    return error("%s: magic number is 0x%08x, expected 0x%08x for IDX %s; %s", path,
                 (unsigned)magic, (unsigned)want, content(rank), hint);
}

/* Reads the dimensions at p into dim[rank], and sets *product to their product. Returns 0, or -1 after a message when a
 * dimension is out of range. */
static int read_dimensions(const char *path, const uint8_t *p, int rank, int dim[IDX_RANK],
                           uint64_t *product)
{
    *product = 1;
    for (int i = 0; i < rank; i++) {
        uint32_t n = big_endian(p + 4 * i), max = i == 0 ? INT_MAX : IDX_SIDE_MAX;

        if (n < 1 || n > max)
            return error("%s: dimension %d is %u, must be 1 to %u; the header is damaged", path,
                         i + 1, (unsigned)n, (unsigned)max);
        dim[i] = (int)n;
        *product *= n;
    }
    return 0;
}

/* Checks a file of `size` bytes against its header, which must have this rank. Sets dim to the dimensions. Returns 0, or -1
 * after a message. */
static int check_header(const char *path, const uint8_t *data, size_t size, int rank,
                        int dim[IDX_RANK])
{
    size_t header = 4 + 4 * (size_t)rank;
    uint64_t want, have;

    if (size < 4)
        return error("%s: %zu bytes are no IDX file; copy or download it again", path, size);
    if (check_magic(path, big_endian(data), rank))
        return -1;
    if (size < header)
        return error(
            "%s: ends inside its header, after %zu of %zu bytes; copy or download it again", path,
            size, header);
    if (read_dimensions(path, data + 4, rank, dim, &want))
        return -1;
    have = size - header;
    if (have < want)
        return error(
            "%s: too short: its header announces %llu bytes of %s, %llu are there; copy or "
            "download it again",
            path, (unsigned long long)want, content(rank), (unsigned long long)have);
    if (have > want)
        return error(
            "%s: %llu trailing bytes behind the %llu of %s that its header announces; copy "
            "or download it again",
            path, (unsigned long long)(have - want), (unsigned long long)want, content(rank));
    return 0;
}

/* Returns the elements of the file, a new array, and sets dim to its dimensions. NULL after a message. *rank must be 1 for
 * labels. For images it may be any other number; it becomes 4 when the file has rank 4, else 3. */
static uint8_t *read_bytes(const char *path, int *rank, int dim[IDX_RANK])
{
    size_t size, header;
    uint8_t *data = (uint8_t *)source_read(path, &size);

    if (!data)
        return NULL;
    if (*rank != 1)
        *rank = size > 3 && data[2] == IDX_BYTES && data[3] == 4 ? 4 : 3;
    header = 4 + 4 * (size_t)*rank;
    if (check_header(path, data, size, *rank, dim)) {
        free(data);
        return NULL;
    }
    memmove(data, data + header, size - header);
    return data;
}

int idx_read_images(const char *path, int *count, int *h, int *w, int *c, uint8_t **pixels)
{
    int dim[IDX_RANK] = {0}, rank = 3;
    uint8_t *data = read_bytes(path, &rank, dim);

    if (!data)
        return -1;
    if (rank == 4 && dim[3] != 1 && dim[3] != 3) {
        free(data);
        return error("%s: its images have %d channels; 1 and 3 are taken, as the last dimension",
                     path, dim[3]);
    }
    *count = dim[0];
    *h = dim[1];
    *w = dim[2];
    *c = rank == 4 ? dim[3] : 1;
    *pixels = data;
    return 0;
}

int idx_read_labels(const char *path, int classes, int *count, uint8_t **labels)
{
    int dim[IDX_RANK], rank = 1;
    uint8_t *data = read_bytes(path, &rank, dim);

    if (!data)
        return -1;
    for (int i = 0; i < dim[0]; i++)
        if (data[i] >= classes) {
            error("%s: label %d at index %d is out of range: %d classes are 0 to %d", path, data[i],
                  i, classes, classes - 1);
            free(data);
            return -1;
        }
    *count = dim[0];
    *labels = data;
    return 0;
}

/* Reads the images and labels of one split. Labels must be below `classes`. Sets *shape to the shape of an image.
 * Returns 0, or -1 after a message. */
static int read_split(const char *images, const char *labels, int classes, struct shape *shape,
                      struct decoded_split *s)
{
    int h = 0, w = 0, c = 0, label_count;

    if (idx_read_images(images, &s->count, &h, &w, &c, &s->image) ||
        idx_read_labels(labels, classes, &label_count, &s->label))
        return -1;
    if (label_count != s->count)
        return error("%s has %d image%s, but %s has %d label%s; both must come from the same set",
                     images, s->count, plural(s->count), labels, label_count, plural(label_count));
    *shape = shape_image(h, w, c);
    return 0;
}

/* Decodes a set whose labels must be below `classes`. Accepts images of any size, so that a user can put another set
 * in the same format (KMNIST, a subset of MNIST) in the place of MNIST. Returns 0, or -1 after a message. */
static int decode_classes(const char *const *paths, int classes, struct data_decoded *out)
{
    struct shape test;

    if (read_split(paths[0], paths[1], classes, &out->shape, &out->train) ||
        read_split(paths[2], paths[3], classes, &test, &out->test))
        return -1;
    if (!shape_equal(out->shape, test))
        return error(
            "%s has images of %dx%dx%d, but %s of %dx%dx%d; both must come from the same set",
            paths[2], test.h, test.w, test.c, paths[0], out->shape.h, out->shape.w, out->shape.c);
    out->classes = classes;
    return 0;
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    return decode_classes(paths, MNIST_CLASSES, out);
}

/* Decodes a user's own set. The number of classes is the largest training label plus 1. */
static int decode_own(const char *const *paths, struct data_decoded *out)
{
    int classes = 0;

    if (decode_classes(paths, IDX_CLASSES, out))
        return -1;
    for (int i = 0; i < out->train.count; i++)
        if (out->train.label[i] >= classes)
            classes = out->train.label[i] + 1;
    for (int i = 0; i < out->test.count; i++)
        if (out->test.label[i] >= classes)
            return error(
                "%s: label %d at index %d is of a class that %s has not, where labels are 0 to %d",
                paths[3], out->test.label[i], i, paths[1], classes - 1);
    if (classes < 2)
        return error("%s: all labels are 0; two classes are needed", paths[1]);
    out->classes = classes;
    return 0;
}

#define MNIST_FILES                                                                                \
    {                                                                                              \
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",            \
            "t10k-labels-idx1-ubyte"                                                               \
    }

const struct data_type data_mnist = {
    .name = "mnist",
    .torchvision = "MNIST",
    .usage = "handwritten digits: 28x28 grey, 10 classes, 60000 + 10000 images (LeCun et al. 1998)",
    .files = MNIST_FILES,
    .install = "get it by normlab data fetch mnist, or put its four IDX files, plain or .gz, into "
               "~/.local/share/normlab/mnist",
    .licence = "CC BY-SA 3.0, as Keras's documentation states; its publishers' page states none",
    .decode = decode,
};

const struct data_type data_fashion_mnist = {
    .name = "fashion-mnist",
    .torchvision = "FashionMNIST",
    .usage = "clothing: 28x28 grey, 10 classes, 60000 + 10000 images (Xiao et al. 2017)",
    .files = MNIST_FILES,
    .install = "get it by normlab data fetch fashion-mnist, or apt install dataset-fashion-mnist",
    .licence = "MIT (Zalando SE)",
    .decode = decode,
};

const struct data_type data_idx = {
    .name = "idx",
    .argument = "PREFIX",
    .usage =
        "images of your own in IDX files, grey or RGB ([n][h][w][3]): PREFIX-train-images-idx3-ubyte and so on",
    .files = {"-train-images-idx3-ubyte", "-train-labels-idx1-ubyte", "-t10k-images-idx3-ubyte",
              "-t10k-labels-idx1-ubyte"},
    .install =
        "give the path and name that its four files have before -train-images-idx3-ubyte, -train-labels-idx1-ubyte, "
        "-t10k-images-idx3-ubyte and -t10k-labels-idx1-ubyte; a path that ends with / when they have none",
    .licence = LICENCE_OWN,
    .decode = decode_own,
};
