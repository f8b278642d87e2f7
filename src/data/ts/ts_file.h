/*
 * Reads the text format of the UEA archive of time series (Bagnall et al. 2018), as sktime and aeon read it. A file
 * has header lines such as "@classLabel true a b", then a line "@data", then one line per series: its dimensions,
 * separated by ':', and after the last ':' the label. The values of a dimension are separated by ','. The format
 * calls a series a case. Private to src/data/ts.
 */
#ifndef NORMLAB_DATA_TS_TS_FILE_H
#define NORMLAB_DATA_TS_TS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ts_case {
    int32_t length; /* steps, at least 1 */
    uint8_t label;  /* index of its label in the array `label` of the training file */
};

struct ts_file {
    const char *path;      /* owned by the caller */
    char **label;          /* [classes], in the order of @classLabel */
    struct ts_case *cases; /* [count] */
    int count;             /* number of cases, at least 1 */
    /* the finite values [length][dimensions] of each case, one case after the other */
    float *value;
    size_t values; /* number of elements of `value` */
    int longest;   /* steps of the longest case */
    int classes;   /* 1 to 256 */
    int dimensions;
    /* number of values that are missing in the file and were replaced by others */
    size_t missing;
};

/* Reads a file, plain or gzip, into f. A missing value is replaced by the value of the same dimension at the step
 * before; missing values at the start of a dimension are replaced by its first value that is not missing. train: NULL
 * for a training file; for a test file, the training file, which must have the same number of dimensions and the same
 * labels. Files with timestamps or regression targets are an error, and so are missing values without "@missing
 * true". Returns 0, or -1 after one message with file and line. ts_file_clear() frees f in both cases. */
int ts_read(struct ts_file *f, const char *path, const struct ts_file *train);
void ts_file_clear(struct ts_file *f);

/* ---- shared by ts_read.c and ts_header.c ---- */

#define TS_QUOTED 24 /* the most characters of the file that a message quotes */

/* What the header says. The first five are properties: 1 is true, -1 is false. 0 in any field: the header does not
 * say it. */
struct ts_header {
    int univariate, equal_length, missing, time_stamps, target_label;
    int dimensions, series_length;
    /* the header line that states each number, for messages: "@dimensions says" */
    const char *dimensions_by, *series_length_by;
    bool ended; /* the line @data was read */
};

struct ts_reader {
    struct ts_file *file;
    const struct ts_file *train;
    struct ts_header header;
    size_t line;       /* number of the current line; the first is 1 */
    size_t value_room; /* number of elements allocated in file->value */
};

/* Prints a message that begins with file and line. Returns -1. */
int ts_error(const struct ts_reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The first TS_QUOTED characters of s, and "..." if s has more, for a message. A character that cannot be printed is
 * replaced by a dot. */
struct ts_quote {
    char s[TS_QUOTED + 4];
};

struct ts_quote ts_quote(const char *s);

/* Removes blanks at both ends of s. Returns a pointer into s; overwrites the blanks at the end. */
char *ts_trim(char *s);

/* Returns the index of a label in f->label; -1 when it is not there. */
int ts_find_label(const struct ts_file *f, const char *label);

/* Reads a header line, which must be trimmed and not empty, and overwrites it. Tags that are unknown or do not
 * concern the data are ignored, as in other programs that read this format. Returns 0, or -1 after a message. */
int ts_header_line(struct ts_reader *r, char *line);

#endif
