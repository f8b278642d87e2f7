/* CIFAR-10's binary files. The first two bytes of the input tell the length of a file; the file repeats the other bytes. All
 * files of the set are this one. */
#include "base/arena.h"
#include "data/data.h"
#include "fuzz.h"
#include <stdlib.h>

enum { RECORD = 3073, PLANE = 1024, TRAIN_FILES = 5 };

static void check_pixels(const struct decoded_split *s, const char *file, int records)
{
    for (int i = 0; i < s->count; i++) {
        const char *from = file + i % records * RECORD;

        FUZZ_CHECK(s->label[i] == *from && s->label[i] < 10);
        for (int k = 0; k < 3 * PLANE; k++)
            FUZZ_CHECK(s->image[(size_t)i * 3 * PLANE + (size_t)(k % PLANE * 3 + k / PLANE)] ==
                       (uint8_t)from[1 + k]);
    }
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    size_t n = fuzz_byte(&in) << 8, records;
    struct data_decoded d = {0};
    const char *path[TRAIN_FILES + 1];
    char *file;

    n = (n + fuzz_byte(&in)) % (3 * RECORD + 2);
    records = n / RECORD;
    file = xcalloc(n + 1, 1);
    for (size_t i = 0; i < n && in.left; i++)
        file[i] = in.at[i % in.left];
    for (size_t i = 0; in.left && i < records; i++)
        if (in.at[i % in.left] != 'x') /* most labels are right */
            file[i * RECORD] = in.at[i % in.left] & 7;
    for (int i = 0; i <= TRAIN_FILES; i++)
        path[i] = fuzz_file(0, file, n);
    if (fuzz_answer_about(data_type_find("cifar10")->decode(path, &d), *path)) {
        FUZZ_CHECK(n % RECORD == 0 && d.test.count == (int)records);
        FUZZ_CHECK(d.train.count == TRAIN_FILES * (int)records);
        check_pixels(&d.train, file, (int)records);
        check_pixels(&d.test, file, (int)records);
    }
    data_decoded_clear(&d);
    free(file);
}

const struct fuzz_target fuzz_cifar = {.name = "cifar", .most = 4096, .run = run};
