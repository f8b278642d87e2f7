/* Between the two halves of reading a .ts file, header and cases. Private to them. */
#ifndef NORMLAB_DATA_TS_TS_READER_H
#define NORMLAB_DATA_TS_TS_READER_H

#include "data/ts/ts.h"
#include <stdbool.h>

#define TS_QUOTED 24 /* characters of the file in a message, at most */

/* What the header says; 0: nothing. */
struct ts_header {
    int univariate, equal_length, missing; /* 1: true, -1: false */
    int dimensions, series_length;
    const char *dimensions_by, *series_length_by; /* "@dimensions says" */
    bool data;                                    /* @data was there */
};

struct ts_reader {
    struct ts_file *file;
    const struct ts_file *train;
    struct ts_header header;
    size_t line;
    size_t room, value_room; /* for cases and values */
};

/* error(), with file and line before it. */
int ts_error(const struct ts_reader *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The beginning of s, fit for a message: a dot stands for what cannot be printed. */
struct ts_quote {
    char s[TS_QUOTED + 4];
};

struct ts_quote ts_quote(const char *s);

/* s without the blanks around it; cuts it. */
char *ts_trim(char *s);

/* The place of a label among a file's, or -1. */
int ts_find_label(const struct ts_file *f, const char *label);

/* Reads a line before the cases, trimmed and not empty, which it cuts up. 0, or -1 after a message. */
int ts_header_line(struct ts_reader *r, char *line);

#endif
