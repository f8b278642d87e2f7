#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "base/text.h"
#include "data/source.h"
#include "data/ts/ts_file.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- the cases ---- */

static int occurrences(const char *s, size_t size, char c)
{
    int n = 0;

    for (size_t i = 0; i < size; i++)
        n += s[i] == c;
    return n;
}

/* Reads one value from s into *to; a missing value becomes NaN. dimension, step: for messages. Returns 0, or -1 after a
 * message. */
static int read_value(const struct ts_reader *r, const char *s, int dimension, int step, float *to)
{
    char *end;
    double v;

    if (strcmp(s, "?") == 0 || ascii_same(s, "nan")) {
        if (r->header.missing <= 0)
            return ts_error(
                r,
                "dimension %d, step %d: the value is missing, but no '@missing true' is "
                "in the header",
                dimension + 1, step + 1);
        *to = NAN;
        return 0;
    }
    v = number_parse(s, &end);
    if (!*s || *end || s[strspn(s, "+-.0123456789eE")])
        return ts_error(r, "dimension %d, step %d: '%s' is no number", dimension + 1, step + 1,
                        ts_quote(s).s);
    if (!(fabs(v) <= FLT_MAX))
        return ts_error(r, "dimension %d, step %d: %s is too large for a float", dimension + 1,
                        step + 1, ts_quote(s).s);
    *to = (float)v;
    return 0;
}

/* Replaces the missing values (NaN) of v[0], v[stride], ..., `length` values: by the value before, or at the start by
 * the first value that is not missing. Returns 0, or -1 after a message when all are missing. */
static int fill_missing(const struct ts_reader *r, int dimension, int length, size_t stride,
                        float *v)
{
    size_t n = (size_t)length * stride, first = 0;

    while (first < n && isnan(v[first]))
        first += stride;
    if (first >= n)
        return ts_error(r, "dimension %d: all values are missing", dimension + 1);
    for (size_t i = 0; i < first; i += stride)
        v[i] = v[first];
    for (size_t i = first + stride; i < n; i += stride)
        if (isnan(v[i]))
            v[i] = v[i - stride];
    return 0;
}

/* Reads the `length` values of a dimension from s, which it overwrites, to v[0], v[stride], ... Returns 0, or -1
 * after a message. */
static int read_dimension(struct ts_reader *r, char *s, int dimension, int length, size_t stride,
                          float *v)
{
    size_t missing = 0;

    for (int t = 0; t < length; t++) {
        char *comma = strchr(s, ',');
        float *to = v + (size_t)t * stride;

        if (comma)
            *comma = '\0';
        if (read_value(r, ts_trim(s), dimension, t, to))
            return -1;
        missing += isnan(*to);
        s = comma ? comma + 1 : s;
    }
    r->file->missing += missing;
    return missing ? fill_missing(r, dimension, length, stride, v) : 0;
}

/* Checks the number of dimensions of a case against the header, or against the first case when the header does not say it,
 * and against the training file. Returns 0, or -1 after a message. */
static int check_dimensions(struct ts_reader *r, int dimensions)
{
    struct ts_header *h = &r->header;

    if (!h->dimensions) {
        h->dimensions = dimensions;
        h->dimensions_by = "the first case has";
    }
    if (dimensions != h->dimensions)
        return ts_error(r, "the case has %d dimension%s, but %s %d", dimensions, plural(dimensions),
                        h->dimensions_by, h->dimensions);
    if (r->train && dimensions != r->train->dimensions)
        return ts_error(r, "the case has %d dimension%s, but %s, which trains, has %d", dimensions,
                        plural(dimensions), r->train->path, r->train->dimensions);
    return 0;
}

/* Checks the number of steps of a case against @seriesLength, or, when the header lacks it but @equalLength is true, against
 * the first case. Accepts any number when @equalLength is false. Returns 0, or -1 after a message. */
static int check_length(struct ts_reader *r, int length)
{
    struct ts_header *h = &r->header;

    if (h->equal_length > 0 && !h->series_length) {
        h->series_length = length;
        h->series_length_by = "@equalLength is true and the first case has";
    }
    if (h->equal_length >= 0 && h->series_length && length != h->series_length)
        return ts_error(r, "the case has %d step%s, but %s %d", length, plural(length),
                        h->series_length_by, h->series_length);
    return 0;
}

/* Checks that each dimension of the case s has `length` steps, before memory is allocated for dimensions x length
 * values. Returns 0, or -1 after a message. */
static int check_steps(const struct ts_reader *r, const char *s, int dimensions, int length)
{
    for (int d = 0; d < dimensions; d++) {
        size_t n = strcspn(s, ":");
        int steps = occurrences(s, n, ',') + 1;

        if (strspn(s, " \t") == n)
            return ts_error(r, "dimension %d is empty", d + 1);
        if (steps != length)
            return ts_error(r, "dimension %d has %d step%s, but dimension 1 has %d", d + 1, steps,
                            plural(steps), length);
        s += n + 1;
    }
    return 0;
}

/* Appends the values of a case to f->value; overwrites s. Returns 0, or -1 after a message. */
static int read_values(struct ts_reader *r, char *s, int dimensions, int length)
{
    struct ts_file *f = r->file;
    size_t count = (size_t)dimensions * (size_t)length;
    float *v;

    if (f->values + count > r->value_room) {
        r->value_room = 2 * r->value_room + count;
        f->value = xrealloc(f->value, r->value_room * sizeof *f->value);
    }
    v = f->value + f->values;
    f->values += count;
    for (int d = 0; d < dimensions; d++) {
        char *end = s + strcspn(s, ":");

        *end = '\0';
        if (read_dimension(r, s, d, length, (size_t)dimensions, v + d))
            return -1;
        s = end + 1;
    }
    return 0;
}

/* Reads a line with a case, which it overwrites, and appends the case to the file. Returns 0, or -1 after a message. */
static int read_case(struct ts_reader *r, char *line)
{
    struct ts_file *f = r->file;
    int dimensions = occurrences(line, strlen(line), ':'), length, class;
    char *colon = strrchr(line, ':'), *label = colon ? ts_trim(colon + 1) : line;

    if (!colon || !*label)
        return ts_error(r, "the label, which should be behind the last ':', is missing");
    *colon = '\0';
    class = ts_find_label(r->train ? r->train : f, label);
    if (class < 0)
        return ts_error(r, "label '%s' is none of @classLabel; is it missing, or the line cut off?",
                        ts_quote(label).s);
    length = occurrences(line, strcspn(line, ":"), ',') + 1;
    if (check_dimensions(r, dimensions) || check_steps(r, line, dimensions, length) ||
        check_length(r, length) || read_values(r, line, dimensions, length))
        return -1;
    array_add(f->cases, f->count) = (struct ts_case){length, (uint8_t) class};
    f->longest = length > f->longest ? length : f->longest;
    return 0;
}

/* ---- the file ---- */

static int read_line(struct ts_reader *r, char *line)
{
    line = ts_trim(line);
    if (*line == '\0' || *line == '#')
        return 0;
    return r->header.ended ? read_case(r, line) : ts_header_line(r, line);
}

static int read_lines(struct ts_reader *r, char *text, size_t size)
{
    const char *end = text + size;
    char *line;
    size_t length;

    if (text_starts_with(text, "\xef\xbb\xbf")) /* a byte order mark */
        text += 3;
    while ((line = source_line(&text, end, &length))) {
        r->line++;
        if (strlen(line) != length)
            return ts_error(r, "there is a byte of 0: the file is no text, or damaged");
        if (read_line(r, line))
            return -1;
    }
    if (!r->header.ended)
        return ts_error(r, "the file ends without a line @data");
    if (r->file->count == 0)
        return ts_error(r, "the file ends without a case behind @data");
    return 0;
}

int ts_read(struct ts_file *f, const char *path, const struct ts_file *train)
{
    struct ts_reader r = {.file = f, .train = train};
    size_t size;
    char *text = source_read(path, &size);
    int result;

    *f = (struct ts_file){.path = path};
    if (!text)
        return -1;
    result = read_lines(&r, text, size);
    f->dimensions = r.header.dimensions;
    free(text);
    return result;
}

void ts_file_clear(struct ts_file *f)
{
    for (int i = 0; f->label && i < f->classes; i++)
        free(f->label[i]);
    free(f->label);
    free(f->cases);
    free(f->value);
    *f = (struct ts_file){0};
}
