#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "data/ts/ts_reader.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CLASSES_MAX 256

int ts_error(const struct ts_reader *r, const char *format, ...)
{
    char message[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error("%s:%zu: %s", r->file->path, r->line, message);
}

struct ts_quote ts_quote(const char *s)
{
    struct ts_quote q = {{0}};
    size_t n = strnlen(s, TS_QUOTED + 1);

    for (size_t i = 0; i < n && i < TS_QUOTED; i++)
        q.s[i] = ascii_is_printed(s[i]) ? s[i] : '.';
    if (n > TS_QUOTED)
        strcpy(q.s + TS_QUOTED, "...");
    return q;
}

char *ts_trim(char *s)
{
    size_t n;

    s += strspn(s, " \t\r");
    for (n = strlen(s); n > 0 && strchr(" \t\r", s[n - 1]); n--)
        s[n - 1] = '\0';
    return s;
}

static int read_bool(const struct ts_reader *r, const char *tag, const char *value, int *to)
{
    if (!ascii_same(value, "true") && !ascii_same(value, "false"))
        return ts_error(r, "%s is '%s', must be true or false", tag, ts_quote(value).s);
    *to = ascii_same(value, "true") ? 1 : -1;
    return 0;
}

static int read_count(const struct ts_reader *r, const char *tag, const char *value, int *to)
{
    size_t digits = strspn(value, "0123456789");
    long n = strtol(value, NULL, 10);

    if (digits == 0 || digits > 9 || value[digits] || n < 1)
        return ts_error(r, "%s is '%s', must be a number from 1 to 999999999", tag,
                        ts_quote(value).s);
    *to = (int)n;
    return 0;
}

int ts_find_label(const struct ts_file *f, const char *label)
{
    for (int i = 0; i < f->classes; i++)
        if (strcmp(f->label[i], label) == 0)
            return i;
    return -1;
}

static int read_labels(struct ts_reader *r, char *value)
{
    struct ts_file *f = r->file;
    char *rest = NULL, *word = strtok_r(value, " \t", &rest);
    int has = 0;

    if (read_bool(r, "@classLabel", word ? word : "", &has))
        return -1;
    if (has < 0)
        return ts_error(r, "@classLabel is false: only sets with classes can be read");
    if (f->label)
        return ts_error(r, "a second @classLabel");
    f->label = xcalloc(CLASSES_MAX, sizeof *f->label);
    while ((word = strtok_r(NULL, " \t", &rest))) {
        if (ts_find_label(f, word) >= 0)
            return ts_error(r, "@classLabel names '%s' twice", ts_quote(word).s);
        if (f->classes == CLASSES_MAX)
            return ts_error(r, "@classLabel names more than %d classes", CLASSES_MAX);
        f->label[f->classes++] = xstrdup(word);
    }
    return f->classes ? 0 : ts_error(r, "@classLabel names no class");
}

static int read_targets(const struct ts_reader *r, const char *value)
{
    int has = 0;

    if (read_bool(r, "@targetLabel", value, &has))
        return -1;
    return has > 0
               ? ts_error(r, "@targetLabel is true: this is a set for regression; only sets with "
                             "classes can be read")
               : 0;
}

static int read_time_stamps(const struct ts_reader *r, const char *value)
{
    int has = 0;

    if (read_bool(r, "@timeStamps", value, &has))
        return -1;
    return has > 0
               ? ts_error(r,
                          "@timeStamps is true: series with a time at each value cannot be read; "
                          "convert it to plain values at equal steps")
               : 0;
}

/* All of a test set's labels must be training labels, and all of these. */
static int check_labels(const struct ts_reader *r)
{
    const struct ts_file *f = r->file, *train = r->train;

    for (int i = 0; i < f->classes; i++)
        if (ts_find_label(train, f->label[i]) < 0)
            return ts_error(r, "class '%s' is none of %s, which trains", ts_quote(f->label[i]).s,
                            train->path);
    for (int i = 0; i < train->classes; i++)
        if (ts_find_label(f, train->label[i]) < 0)
            return ts_error(r, "@classLabel lacks class '%s' of %s, which trains",
                            ts_quote(train->label[i]).s, train->path);
    return 0;
}

static int end_header(struct ts_reader *r, const char *value)
{
    struct ts_header *h = &r->header;

    if (*value)
        return ts_error(r, "'%s' behind @data; cases begin on the next line", ts_quote(value).s);
    if (!r->file->label)
        return ts_error(r, "@data, but no @classLabel before it: the classes are not known");
    if (h->univariate > 0 && h->dimensions > 1)
        return ts_error(r, "@univariate is true, but @dimensions is %d", h->dimensions);
    h->dimensions_by = "@dimensions says";
    h->series_length_by = "@seriesLength says";
    if (h->univariate > 0) {
        h->dimensions = 1;
        h->dimensions_by = "@univariate says";
    }
    h->data = true;
    return r->train ? check_labels(r) : 0;
}

/* A tag that tells nothing of the numbers, or none that is known, is passed over, as by other readers. */
int ts_header_line(struct ts_reader *r, char *line)
{
    size_t n = strcspn(line, " \t");
    char *value = ts_trim(line + n);
    struct ts_header *h = &r->header;

    if (*line != '@')
        return ts_error(r, "'%s' is no header line, and no @data was before it; is it a .ts file?",
                        ts_quote(line).s);
    line[n] = '\0';
    if (ascii_same(line, "@data"))
        return end_header(r, value);
    if (ascii_same(line, "@classlabel"))
        return read_labels(r, value);
    if (ascii_same(line, "@targetlabel"))
        return read_targets(r, value);
    if (ascii_same(line, "@timestamps"))
        return read_time_stamps(r, value);
    if (ascii_same(line, "@univariate"))
        return read_bool(r, "@univariate", value, &h->univariate);
    if (ascii_same(line, "@missing"))
        return read_bool(r, "@missing", value, &h->missing);
    if (ascii_same(line, "@equallength"))
        return read_bool(r, "@equalLength", value, &h->equal_length);
    if (ascii_same(line, "@serieslength"))
        return read_count(r, "@seriesLength", value, &h->series_length);
    if (ascii_same(line, "@dimensions") || ascii_same(line, "@dimension"))
        return read_count(r, "@dimensions", value, &h->dimensions);
    return 0;
}
