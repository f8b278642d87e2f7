/* Small sets of series in the UEA archive's text format. */
#ifndef NORMLAB_TESTS_TS_FILES_H
#define NORMLAB_TESTS_TS_FILES_H

#include "support.h"

#include "data_sets.h"

#define HEADER                                                                                     \
    "# a comment\n@problemName Toy\n@timeStamps false\n@missing false\n@univariate false\n"        \
    "@dimensions 2\n@equalLength false\n@classLabel true a b\n"
#define TRAIN_CASES "1,2,3:4,5,6:a\n-1:.5e1:b\n"
#define TEST_CASES  "7,8:9,10:b\n"

static inline void put_text(const char *name, const char *text, size_t n, bool gzip)
{
    char *path = test_path(name);

    put_file(path, text, n, gzip);
    free(path);
}

static inline void put_pair(const char *train, const char *test)
{
    put_text("data/Toy_TRAIN.ts", train, strlen(train), false);
    put_text("data/Toy_TEST.ts", test, strlen(test), false);
}

#endif
