/* What the tests of HDF5 files share: a file with an object of every kind, and a check of messages. */
#ifndef NORMLAB_TESTS_H5_FILES_H
#define NORMLAB_TESTS_H5_FILES_H

#include "store/hdf5/h5.h"
#include "support.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Fails unless `text` is one message that contains `what`. Frees text. */
static inline void assert_message(char *text, const char *what)
{
    const char *first = strstr(text, "normlab: error: ");

    if (!first || strstr(first + 1, "normlab: error: ") || !strstr(text, what))
        fail_msg("should be one message with '%s', is: %s", what, text);
    assert_null(strstr(text, "HDF5-DIAG"));
    free(text);
}

static inline int write_doubles(struct h5_file *f, const char *name, size_t rows, size_t columns)
{
    struct h5_array a = {.type = H5_FLOAT64, .rank = 2, .dim = {rows, columns}};
    double *v = test_calloc(rows * columns + 1, sizeof *v);
    int r;

    for (size_t i = 0; i < rows * columns; i++)
        v[i] = i % 7 == 6 ? NAN : (double)i / 8;
    a.data = v;
    r = h5_write(f, name, &a, 0, "ms", "a test");
    test_free(v);
    return r;
}

static inline void assert_doubles(struct h5_file *f, const char *name, size_t rows, size_t columns)
{
    struct h5_array a;
    const double *v;

    assert_int_equal(h5_read(f, name, &a), 0);
    assert_int_equal(a.type, H5_FLOAT64);
    assert_int_equal(a.rank, 2);
    assert_int_equal(a.dim[0], rows);
    assert_int_equal(a.dim[1], columns);
    v = a.data;
    for (size_t i = 0; i < rows * columns; i++)
        assert_true(i % 7 == 6 ? isnan(v[i]) : v[i] == (double)i / 8);
    h5_array_clear(&a);
}

/* Writes a file with an object of every kind. */
static inline void make_file(const char *path)
{
    struct h5_file *f = h5_create(path);

    assert_non_null(f);
    write_doubles(f, "/some/data", 4, 5);
    write_doubles(f, "/some/more", 40, 50);
    h5_set_text(f, "/", "zeta", "first \xc3\xa9");
    h5_set_text(f, "/", "alpha", "");
    h5_set_number(f, "/", "pi", 3.25);
    assert_int_equal(h5_publish(f), 0);
}

#endif
