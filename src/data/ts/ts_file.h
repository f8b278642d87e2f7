/*
 * The text format of the UEA archive of time series (Bagnall et al. 2018), as sktime and aeon read it: header lines
 * such as "@classLabel true a b", a line "@data", then one series a line: its dimensions separated by ':', the values
 * of a dimension by ',', and the label last. The format calls a series a case. Private to src/data/ts.
 */
#ifndef NORMLAB_DATA_TS_TS_FILE_H
#define NORMLAB_DATA_TS_TS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ts_case {
    int32_t length; /* steps, at least 1 */
    uint8_t label;  /* the index of its label in `label`, or in that of the training file */
};

struct ts_file {
    const char *path;      /* owned by the caller */
    char **label;          /* [classes], in the order of @classLabel */
    struct ts_case *cases; /* [count] */
    int count;             /* at least 1 */
    float *value;  /* [length][dimensions] of each case, finite, the cases one after the other */
    size_t values; /* in `value` */
    int longest;   /* steps of the longest case */
    int classes;   /* 1 to 256 */
    int dimensions;
    size_t missing; /* values that the file lacks, and that were filled in from their neighbours */
};

/* Reads a file, plain or gzip. A missing value gets the value of the step before it in its dimension; those at the
 * start of a dimension get the first that is there. train: NULL, or the training file, which this one must fit: the
 * same dimensions and the same labels. Refuses timestamps, regression targets, and missing values without "@missing
 * true". 0, or -1 after one message with file and line; ts_file_clear() in both cases. */
int ts_read(struct ts_file *f, const char *path, const struct ts_file *train);
void ts_file_clear(struct ts_file *f);

/* ---- between ts_read.c and ts_header.c ---- */

#define TS_QUOTED 24 /* characters of the file in a message, at most */

/* What the header says. A yes or no is 1 or -1. 0: the header does not say. */
struct ts_header {
    int univariate, equal_length, missing, time_stamps, target_label;
    int dimensions, series_length;
    const char *dimensions_by, *series_length_by; /* for messages: "@dimensions says" */
    bool ended;                                   /* by @data */
};

struct ts_reader {
    struct ts_file *file;
    const struct ts_file *train;
    struct ts_header header;
    size_t line;       /* number of the line that is read, from 1 on */
    size_t value_room; /* allocated in file->value */
};

/* error(), with file and line before the message. */
int ts_error(const struct ts_reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The first characters of s for a message, with a dot for each that cannot be printed. */
struct ts_quote {
    char s[TS_QUOTED + 4];
};

struct ts_quote ts_quote(const char *s);

/* s without the blanks around it; overwrites those behind it. */
char *ts_trim(char *s);

/* The index of a label in f->label, or -1. */
int ts_find_label(const struct ts_file *f, const char *label);

/* Reads a header line, which is trimmed and not empty, and overwrites it. 0, or -1 after a message. */
int ts_header_line(struct ts_reader *r, char *line);

#endif
