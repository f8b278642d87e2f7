/* Reads and writes which test samples are wrong (train/mistakes.h), in trial files and merged files. */
#include "base/arena.h"
#include "store/store_internal.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MISTAKES "/test_mistakes"
#define SAMPLES  "/test_samples"
#define HELP                                                                                       \
    "a bit for each test sample, in the order of the data set, the first is the most significant " \
    "of its byte: 1 where it is wrong at the end of training"

/* ---- trial files ---- */

void store_write_mistakes(struct h5_file *f, const struct mistakes *m)
{
    struct h5_array a = {
        .type = H5_UINT8, .rank = 1, .dim = {mistakes_bytes(m->samples)}, .data = m->bit};

    if (m->samples == 0)
        return;
    h5_write(f, MISTAKES, &a, 0, NULL, HELP);
    h5_set_number(f, MISTAKES, "samples", m->samples);
}

/* Sets m to so many samples with the bits that v has, which is the row of bytes as numbers. Returns 0, or -1 after a
 * message; mistakes_clear() frees m in both cases. row: the number of bytes of v. */
static int take(const char *path, double samples, const double *v, size_t row, struct mistakes *m)
{
    bool good = samples >= 1 && samples <= INT_MAX && samples == floor(samples) &&
                mistakes_bytes((int)samples) <= row;

    if (good)
        mistakes_init(m, (int)samples);
    for (size_t i = 0; i < row && good; i++) {
        good = v[i] >= 0 && v[i] <= UCHAR_MAX && v[i] == floor(v[i]);
        if (good && i < mistakes_bytes(m->samples))
            m->bit[i] = (uint8_t)v[i];
        else
            good = good && v[i] == 0;
    }
    /* the bits after the last sample */
    if (good && m->samples % 8)
        good = !(m->bit[m->samples / 8] & 0xff >> m->samples % 8);
    return good ? 0 : store_damaged(path, MISTAKES " does not have a bit for each test sample");
}

int store_read_mistakes(struct h5_file *f, const char *path, struct mistakes *m)
{
    struct h5_array a;
    double samples;
    int result;

    if (!h5_exists(f, MISTAKES))
        return 0;
    if (h5_read(f, MISTAKES, &a))
        return -1;
    samples = h5_get_number(f, MISTAKES, "samples");
    if (a.type == H5_TEXT || a.rank != 1 || !(samples <= INT_MAX) || samples < 1 ||
        mistakes_bytes((int)samples) != a.dim[0])
        result = store_damaged(path, MISTAKES " does not have a bit for each test sample");
    else
        result = take(path, samples, a.data, a.dim[0], m);
    h5_array_clear(&a);
    return result;
}

/* ---- merged files ---- */

void store_write_all_mistakes(struct h5_file *f, const struct results *r)
{
    size_t rows = (size_t)r->records, bytes = 0;
    struct h5_array a = {.type = H5_UINT8, .rank = 2}, n = {.type = H5_INT64, .rank = 1};
    int64_t *samples = xcalloc(rows + 1, sizeof *samples);
    uint8_t *bit;

    for (size_t i = 0; i < rows; i++) {
        samples[i] = r->record[i].result.mistakes.samples;
        if (mistakes_bytes((int)samples[i]) > bytes)
            bytes = mistakes_bytes((int)samples[i]);
    }
    bit = xcalloc(rows * bytes + 1, 1);
    for (size_t i = 0; i < rows; i++)
        if (samples[i])
            memcpy(bit + i * bytes, r->record[i].result.mistakes.bit,
                   mistakes_bytes((int)samples[i]));
    a.dim[0] = n.dim[0] = rows;
    a.dim[1] = bytes;
    a.data = bit;
    n.data = samples;
    if (bytes > 0) {
        h5_write(f, MISTAKES, &a, 0, NULL, HELP "; 0 after the trial's last sample (" SAMPLES ")");
        h5_scale(f, MISTAKES, 0, "/trial", "trial");
        h5_write(f, SAMPLES, &n, 0, "1", "test samples that have a bit in " MISTAKES "; 0: none");
        h5_scale(f, SAMPLES, 0, "/trial", "trial");
    }
    free(bit);
    free(samples);
}

int store_read_all_mistakes(struct h5_file *f, const char *path, struct results *r)
{
    struct h5_array a = {0}, n = {0};
    size_t rows = (size_t)r->records;
    int result = 0;

    if (!h5_exists(f, MISTAKES))
        return 0;
    if (h5_read(f, MISTAKES, &a) || h5_read(f, SAMPLES, &n))
        result = -1;
    else if (a.type == H5_TEXT || a.rank != 2 || a.dim[0] != rows || n.type == H5_TEXT ||
             n.rank != 1 || n.dim[0] != rows)
        result = store_damaged(path, MISTAKES " and " SAMPLES " do not have a row for each trial");
    for (size_t i = 0; i < rows && result == 0; i++) {
        double samples = ((double *)n.data)[i];

        if (samples != 0)
            result = take(path, samples, (double *)a.data + i * a.dim[1], a.dim[1],
                          &r->record[i].result.mistakes);
    }
    h5_array_clear(&a);
    h5_array_clear(&n);
    return result;
}
