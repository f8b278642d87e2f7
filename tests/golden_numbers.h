/* Reads the numbers of golden files. */
#ifndef NORMLAB_TESTS_GOLDEN_NUMBERS_H
#define NORMLAB_TESTS_GOLDEN_NUMBERS_H

#include "support.h"

#include "store/hdf5/h5.h"
#include <stdlib.h>

/* Returns the numbers at a path of the file f; h5_array_clear() frees them. Fails the test when there are none. Frees
 * path. */
static inline struct h5_array golden_numbers(struct h5_file *f, char *path)
{
    struct h5_array a = {0};

    if (h5_read(f, path, &a) || a.type == H5_TEXT)
        fail_msg("no numbers at %s", path);
    free(path);
    return a;
}

#endif
