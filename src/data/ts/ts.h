/*
 * The text format of the UEA archive of series (Bagnall et al. 2018), as sktime and aeon read it: header
 * lines, @data, and a case a line, its dimensions separated by ':', their values by ',', its label last.
 * Private to src/data.
 */
#ifndef NORMLAB_DATA_TS_TS_H
#define NORMLAB_DATA_TS_TS_H

#include <stddef.h>
#include <stdint.h>

struct ts_file {
    const char *path; /* the caller's */
    char **label;     /* [classes], in the order of @classLabel */
    uint8_t *class;   /* [count], places of the cases' labels there */
    int32_t *length;  /* [count], steps of each case, at least 1 */
    float *value;     /* the cases without padding, [length][dimensions], finite */
    size_t values;    /* in all */
    int count;        /* of cases, at least 1 */
    int longest;      /* steps */
    int classes;      /* 1 to 256 */
    int dimensions;
    /* Values that the file has not: the last one before them in their case and dimension, or else the
     * first one behind them, stands for them. */
    size_t missing;
};

/* Reads a file, plain or gzip. train: NULL, or what was read before and must fit: as many dimensions, and
 * the same labels, whose numbers are then train's. Timestamps, targets of regression, and missing values
 * without "@missing true" are refused. 0, or -1 after one message with file and line; ts_file_clear() in
 * both cases. */
int ts_read(struct ts_file *f, const char *path, const struct ts_file *train);
void ts_file_clear(struct ts_file *f);

#endif
