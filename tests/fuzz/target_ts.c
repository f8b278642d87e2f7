/* Series in the UEA archive's format: a training file, a line "%%", a test file. */
#include "data/data.h"
#include "data/ts/ts_file.h"
#include "fuzz.h"
#include <math.h>
#include <string.h>

static void check_file(const struct ts_file *f, int classes)
{
    size_t steps = 0;

    FUZZ_CHECK(f->count > 0 && f->dimensions > 0);
    for (int i = 0; i < f->count; i++) {
        FUZZ_CHECK(f->cases[i].length > 0 && f->cases[i].length <= f->longest);
        FUZZ_CHECK(f->cases[i].label < classes);
        steps += (size_t)f->cases[i].length;
    }
    FUZZ_CHECK(f->values == steps * (size_t)f->dimensions && f->missing <= f->values);
    for (size_t i = 0; i < f->values; i++)
        FUZZ_CHECK(isfinite(f->value[i]));
}

static void read_set(const char *const *path)
{
    struct data_decoded d = {0};

    if (fuzz_answer(data_type_find("ts")->decode(path, &d))) {
        size_t size = shape_size(d.shape);

        FUZZ_CHECK(d.classes > 0 && d.train.count > 0 && d.test.count > 0);
        for (size_t i = 0; i < size * (size_t)d.train.count; i++)
            FUZZ_CHECK(isfinite(d.train.series[i]));
        for (size_t i = 0; i < size * (size_t)d.test.count; i++)
            FUZZ_CHECK(isfinite(d.test.series[i]));
    }
    data_decoded_clear(&d);
}

static void run(const char *data, size_t size)
{
    const char *cut = memmem(data, size, "\n%%\n", 4);
    size_t first = cut ? (size_t)(cut - data) + 1 : size, second = cut ? first + 3 : size;
    const char *path[] = {fuzz_file(0, data, first), fuzz_file(1, data + second, size - second)};
    struct ts_file train, test = {0};
    bool good = fuzz_answer_about(ts_read(&train, path[0], NULL), path[0]);

    if (good) {
        check_file(&train, train.classes);
        if (fuzz_answer_about(ts_read(&test, path[1], &train), path[1]))
            check_file(&test, train.classes);
        read_set(path);
    }
    ts_file_clear(&train);
    ts_file_clear(&test);
}

const struct fuzz_target fuzz_ts = {.name = "ts", .most = 2048, .run = run};
