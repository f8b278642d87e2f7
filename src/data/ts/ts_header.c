#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "data/ts/ts_file.h"
#include <stdarg.h>
#include <stddef.h>
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
    char *next = NULL, *word = strtok_r(value, " \t", &next);
    int has_labels = 0;

    if (read_bool(r, "@classLabel", word ? word : "", &has_labels))
        return -1;
    if (has_labels < 0)
        return ts_error(r, "@classLabel is false: only sets with classes can be read");
    if (f->label)
        return ts_error(r, "a second @classLabel");
    f->label = xcalloc(CLASSES_MAX, sizeof *f->label);
    while ((word = strtok_r(NULL, " \t", &next))) {
        if (ts_find_label(f, word) >= 0)
            return ts_error(r, "@classLabel names '%s' twice", ts_quote(word).s);
        if (f->classes == CLASSES_MAX)
            return ts_error(r, "@classLabel names more than %d classes", CLASSES_MAX);
        f->label[f->classes++] = xstrdup(word);
    }
    return f->classes ? 0 : ts_error(r, "@classLabel names no class");
}

/* Checks that the test file has the same set of labels as the training file. Returns 0, or -1 after a message. */
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

/* Reads the line @data, which ends the header, and checks that the header's lines go together. value: what follows @data.
 * Returns 0, or -1 after a message. */
static int end_header(struct ts_reader *r, const char *value)
{
    struct ts_header *h = &r->header;

    if (*value)
        return ts_error(r, "'%s' behind @data; cases begin on the next line", ts_quote(value).s);
    if (!r->file->label)
        return ts_error(r, "@data, but no @classLabel before it: the classes are not known");
    if (h->univariate > 0 && h->dimensions > 1)
        return ts_error(r, "@univariate is true, but @dimensions is %d", h->dimensions);
    h->dimensions_by = h->univariate > 0 ? "@univariate says" : "@dimensions says";
    h->series_length_by = "@seriesLength says";
    if (h->univariate > 0)
        h->dimensions = 1;
    h->ended = true;
    return r->train ? check_labels(r) : 0;
}

static const struct tag {
    const char *name;
    int (*read)(const struct ts_reader *r, const char *tag, const char *value, int *to);
    size_t offset; /* of the tag's field in struct ts_header */
    /* the message when the tag is true, which is then an error; NULL: no error */
    const char *refusal;
} tags[] = {
    {"@univariate", read_bool, offsetof(struct ts_header, univariate), NULL},
    {"@missing", read_bool, offsetof(struct ts_header, missing), NULL},
    {"@equalLength", read_bool, offsetof(struct ts_header, equal_length), NULL},
    {"@seriesLength", read_count, offsetof(struct ts_header, series_length), NULL},
    {"@dimensions", read_count, offsetof(struct ts_header, dimensions), NULL},
    {"@dimension", read_count, offsetof(struct ts_header, dimensions), NULL},
    {"@targetLabel", read_bool, offsetof(struct ts_header, target_label),
     "this is a set for regression; only sets with classes can be read"},
    {"@timeStamps", read_bool, offsetof(struct ts_header, time_stamps),
     "series with a time at each value cannot be read; convert it to plain values at equal steps"},
};

int ts_header_line(struct ts_reader *r, char *line)
{
    size_t n = strcspn(line, " \t");
    char *value = ts_trim(line + n);

    if (*line != '@')
        return ts_error(r, "'%s' is no header line, and no @data was before it; is it a .ts file?",
                        ts_quote(line).s);
    line[n] = '\0';
    if (ascii_same(line, "@data"))
        return end_header(r, value);
    if (ascii_same(line, "@classLabel"))
        return read_labels(r, value);
    for (const struct tag *t = tags; t < tags + sizeof tags / sizeof *tags; t++)
        if (ascii_same(line, t->name)) {
            int *to = (int *)(void *)((char *)&r->header + t->offset);

            if (t->read(r, t->name, value, to))
                return -1;
            return *to > 0 && t->refusal ? ts_error(r, "%s is true: %s", t->name, t->refusal) : 0;
        }
    return 0;
}
