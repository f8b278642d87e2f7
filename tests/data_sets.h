/* Small data sets that the tests of data sets write, and an environment in which only these are found. */
#ifndef NORMLAB_TESTS_DATA_SETS_H
#define NORMLAB_TESTS_DATA_SETS_H

#include "support.h"

#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "data/data.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define TRAIN 7
#define TEST  3
#define H     2
#define W     3

/* ---- writing sets ---- */

static inline void put_file(const char *path, const void *bytes, size_t n, bool gzip)
{
    char *folder = xstrdup(path);

    *strrchr(folder, '/') = '\0';
    assert_int_equal(folder_make(folder), 0);
    free(folder);
    if (gzip) {
        gzFile f = gzopen(path, "wb");

        assert_int_equal(gzwrite(f, bytes, (unsigned)n), (int)n);
        gzclose(f);
    } else {
        assert_int_equal(file_write(path, bytes, n), 0);
    }
}

static inline size_t idx_header(uint8_t *to, int rank, const int *dim)
{
    *to++ = 0, *to++ = 0, *to++ = 8, *to++ = (uint8_t)rank;
    for (int i = 0; i < rank; i++)
        for (int shift = 24; shift >= 0; shift -= 8)
            *to++ = (uint8_t)(dim[i] >> shift);
    return 4 + 4 * (size_t)rank;
}

/* Writes a split of `count` images. Image i has pixels base + 6 i, ... and label (base + i) % 10. */
static inline void put_split(const char *folder, const char *split, int base, int count, int labels,
                             int w, bool gzip)
{
    uint8_t buffer[512];
    char *images = format_new("%s/%s-images-idx3-ubyte%s", folder, split, gzip ? ".gz" : "");
    char *classes = format_new("%s/%s-labels-idx1-ubyte%s", folder, split, gzip ? ".gz" : "");
    size_t n = idx_header(buffer, 3, (int[]){count, H, w});

    for (int i = 0; i < count * H * w; i++)
        buffer[n++] = (uint8_t)(base + i);
    put_file(images, buffer, n, gzip);
    n = idx_header(buffer, 1, (int[]){labels});
    for (int i = 0; i < labels; i++)
        buffer[n++] = (uint8_t)((base + i) % 10);
    put_file(classes, buffer, n, gzip);
    free(images);
    free(classes);
}

/* Writes a set in MNIST's format to <test_folder>/<name>. Returns this folder. */
static inline char *put_set(const char *name, int base, bool gzip)
{
    char *folder = test_path(name);

    put_split(folder, "train", base, TRAIN, TRAIN, W, gzip);
    put_split(folder, "t10k", base + 100, TEST, TEST, W, gzip);
    return folder;
}

static inline void assert_set(const struct data *d, const char *name, int base)
{
    assert_string_equal(d->name, name);
    assert_true(shape_equal(d->shape, shape_image(H, W, 1)));
    assert_int_equal(d->classes, 10);
    assert_int_equal(d->train.count, TRAIN);
    assert_int_equal(d->test.count, TEST);
    for (int i = 0; i < TRAIN * H * W; i++)
        assert_int_equal(d->train.image[i], (uint8_t)(base + i));
    for (int i = 0; i < TEST * H * W; i++)
        assert_int_equal(d->test.image[i], (uint8_t)(base + 100 + i));
    for (int i = 0; i < TRAIN; i++)
        assert_int_equal(d->train.label[i], (base + i) % 10);
    for (int i = 0; i < TEST; i++)
        assert_int_equal(d->test.label[i], (base + 100 + i) % 10);
}

/* ---- the environment ---- */

static inline void set_variable(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static inline void set_folder(const char *name, const char *folder)
{
    char *path = test_path(folder);

    setenv(name, path, 1);
    free(path);
}

/* The set-up of each test: empty folders for data and caches, so that the user's own are neither read nor written. */
static inline int surround(void **state)
{
    char *line = format_new("cd '%s' && rm -rf data cache home xdg", test_folder());

    (void)state;
    assert_int_equal(run_command(line, NULL, NULL), 0);
    free(line);
    set_folder("NORMLAB_DATA", "data");
    set_folder("NORMLAB_CACHE", "cache");
    set_folder("HOME", "home");
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CACHE_HOME");
    return 0;
}

/* Fails unless the captured standard error is one line of this kind ("error", "warning") with both parts (NULL: any). */
static inline void assert_said(const char *kind, const char *part, const char *other)
{
    char *said = captured_stderr();
    char *start = format_new("normlab: %s: ", kind);
    const char *end = strchr(said, '\n');

    if (!text_starts_with(said, start) || !end || end[1] != '\0' || (part && !strstr(said, part)) ||
        (other && !strstr(said, other)))
        fail_msg("said \"%s\", expected one line \"%s...%s...%s\"", said, start, part ? part : "",
                 other ? other : "");
    free(said);
    free(start);
}

static inline void assert_silent(void)
{
    char *said = captured_stderr();

    assert_string_equal(said, "");
    free(said);
}

static inline void assert_open_says(const char *name, const char *part, const char *other)
{
    struct data d;

    capture_stderr();
    assert_int_equal(data_open(&d, name), -1);
    assert_said("error", part, other);
    assert_null(d.map);
    data_close(&d);
}

/* Opens the data set; fails when that prints a message. */
static inline void open_silently(struct data *d, const char *name)
{
    capture_stderr();
    assert_int_equal(data_open(d, name), 0);
    assert_silent();
}

/* Returns the number of entries of the folder whose names contain `part`. Writes the path of the last one to `last`, if not NULL. */
static inline int entries(const char *folder, const char *part, char *last, size_t last_size)
{
    char *path = test_path(folder);
    DIR *dir = opendir(path);
    struct dirent *e;
    int n = 0;

    while (dir && (e = readdir(dir)))
        if (e->d_name[0] != '.' && strstr(e->d_name, part)) {
            n++;
            if (last)
                snprintf(last, last_size, "%s/%s", path, e->d_name);
        }
    if (dir)
        closedir(dir);
    free(path);
    return n;
}

#endif
