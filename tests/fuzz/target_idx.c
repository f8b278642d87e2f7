/* IDX files: images, labels, or the four files of a set. The first byte chooses among the three. */
#include "data/data.h"
#include "fuzz.h"
#include <stdlib.h>

static void read_images(const char *path)
{
    int count, h, w, c;
    uint8_t *pixels;
    unsigned sum = 0;

    if (!fuzz_answer_about(idx_read_images(path, &count, &h, &w, &c, &pixels), path))
        return;
    FUZZ_CHECK(count > 0 && h > 0 && w > 0 && (c == 1 || c == 3));
    for (size_t i = 0; i < (size_t)count * (size_t)h * (size_t)w * (size_t)c; i++)
        sum += pixels[i]; /* the sanitizers see when they are fewer */
    FUZZ_CHECK(sum <= 255u * (1u << 20));
    free(pixels);
}

static void read_labels(const char *path, int classes)
{
    int count;
    uint8_t *labels;

    if (!fuzz_answer_about(idx_read_labels(path, classes, &count, &labels), path))
        return;
    FUZZ_CHECK(count > 0);
    for (int i = 0; i < count; i++)
        FUZZ_CHECK(labels[i] < classes);
    free(labels);
}

static void check_split(const struct decoded_split *s, int classes)
{
    FUZZ_CHECK(s->count > 0);
    for (int i = 0; i < s->count; i++)
        FUZZ_CHECK(s->label[i] < classes);
}

/* Two bytes tell the length of each of the first three files. */
static void read_set(struct fuzz_input *in)
{
    const char *path[4];
    struct data_decoded d = {0};

    for (int i = 0; i < 4; i++) {
        size_t n = i < 3 ? fuzz_byte(in) << 8 : in->left;

        n += i < 3 ? fuzz_byte(in) : 0;
        n = n < in->left ? n : in->left;
        path[i] = fuzz_file(i, in->at, n);
        in->at += n;
        in->left -= n;
    }
    if (fuzz_answer(data_type_find("idx")->decode(path, &d))) {
        FUZZ_CHECK(d.classes >= 2 && d.classes <= 256);
        check_split(&d.train, d.classes);
        check_split(&d.test, d.classes);
    }
    data_decoded_clear(&d);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    unsigned what = fuzz_byte(&in) % 3;
    int classes = what == 1 ? (int)fuzz_byte(&in) + 1 : 0;

    if (what == 2)
        read_set(&in);
    else if (what == 1)
        read_labels(fuzz_file(0, in.at, in.left), classes);
    else
        read_images(fuzz_file(0, in.at, in.left));
}

const struct fuzz_target fuzz_idx = {.name = "idx", .most = 4096, .run = run};
