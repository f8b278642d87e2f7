/*
 * Data sets of time series in the format of the UEA archive: a user's own sets (ts:PREFIX), and sets of the archive
 * with names of their own (japanese-vowels). The files list their cases class by class. Each split is shuffled with a
 * fixed seed: its order is always the same, and its first or last n cases are a random sample.
 */
#include "base/arena.h"
#include "base/error.h"
#include "base/rng.h"
#include "data/data.h"
#include "data/ts/ts_file.h"
#include <stdlib.h>
#include <string.h>

#define PADDED_BYTES_MAX ((size_t)1 << 32) /* limit for the series of a split with their padding */

#define SEED 2000

/* Fills s with the cases of the file in shuffled order, padded to `longest` steps. stream: the name of the random
 * numbers. Returns 0, or -1 after a message. */
static int fill_split(struct decoded_split *s, const struct ts_file *f, int longest,
                      const char *stream)
{
    size_t c = (size_t)f->dimensions, size = (size_t)longest * c;
    const float *from = f->value;
    struct rng r = rng_stream(SEED, stream);
    int32_t *index;

    if ((size_t)f->count > PADDED_BYTES_MAX / sizeof(float) / size)
        return error("%s: %d cases, each padded to %d steps of %d dimensions, are more than the "
                     "%zu bytes that are taken",
                     f->path, f->count, longest, f->dimensions, PADDED_BYTES_MAX);
    decoded_split_allocate(s, f->count, 0, size, true);
    index = xcalloc((size_t)f->count, sizeof *index);
    for (int i = 0; i < f->count; i++)
        index[i] = i;
    rng_shuffle(&r, index, f->count);
    for (int i = 0; i < f->count; i++) {
        size_t n = (size_t)f->cases[i].length * c, at = (size_t)index[i];

        memcpy(s->series + at * size, from, n * sizeof *from);
        s->length[at] = f->cases[i].length;
        s->label[at] = f->cases[i].label;
        from += n;
    }
    free(index);
    return 0;
}

/* True when all cases have the same number of steps, `longest`. */
static bool all_equal(const struct ts_file *f, int longest)
{
    return f->values == (size_t)f->count * (size_t)longest * (size_t)f->dimensions;
}

static int convert(const struct ts_file *train, const struct ts_file *test,
                   struct data_decoded *out)
{
    int longest = train->longest > test->longest ? train->longest : test->longest;

    out->shape = shape_sequence(longest, train->dimensions);
    out->classes = train->classes;
    if (fill_split(&out->train, train, longest, "ts train") ||
        fill_split(&out->test, test, longest, "ts test"))
        return -1;
    if (all_equal(train, longest) && all_equal(test, longest)) {
        free(out->train.length);
        free(out->test.length);
        out->train.length = out->test.length = NULL;
    }
    return 0;
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    struct ts_file train = {0}, test = {0};
    int r = ts_read(&train, paths[0], NULL);

    if (r == 0)
        r = ts_read(&test, paths[1], &train);
    if (r == 0 && train.missing + test.missing > 0)
        warning("%s: %zu values are missing, %s: %zu; the last one before each stands for it",
                paths[0], train.missing, paths[1], test.missing);
    if (r == 0)
        r = convert(&train, &test, out);
    ts_file_clear(&train);
    ts_file_clear(&test);
    return r;
}

const struct data_type data_japanese_vowels = {
    .name = "japanese-vowels",
    .usage =
        "speakers: 7 to 29 steps of 12 dimensions, 9 classes, 270 + 370 series (Kudo et al. 1999)",
    .files = {"JapaneseVowels_TRAIN.ts", "JapaneseVowels_TEST.ts"},
    .install = "get it by normlab data fetch japanese-vowels, or put its two .ts files into "
               "~/.local/share/normlab/japanese-vowels",
    .licence = "CC BY 4.0 (UCI Machine Learning Repository, doi:10.24432/C5NS47)",
    .decode = decode,
};

const struct data_type data_ts = {
    .name = "ts",
    .argument = "PREFIX",
    .usage = "series of your own, in the UEA archive's format: PREFIX_TRAIN.ts and PREFIX_TEST.ts",
    .files = {"_TRAIN.ts", "_TEST.ts"},
    .install = "give the path and name that its two files have before _TRAIN.ts and _TEST.ts",
    .licence = LICENCE_OWN,
    .decode = decode,
};
