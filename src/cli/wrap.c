#include "cli/wrap.h"
#include "base/utf8.h"
#include <string.h>

/* Returns the number of blanks with which s[0..n) begins. */
static size_t blanks(const char *s, size_t n)
{
    size_t i = 0;

    while (i < n && s[i] == ' ')
        i++;
    return i;
}

/* True for a line that a user may copy into a shell. */
static bool is_command(const char *s, size_t n)
{
    static const char *const start[] = {"normlab ", "Run as: normlab ", "example: normlab "};
    size_t indent = blanks(s, n);

    for (size_t i = 0; i < sizeof start / sizeof *start; i++)
        if (n - indent >= strlen(start[i]) && text_starts_with(s + indent, start[i]))
            return true;
    return false;
}

/* Returns the column at which the lines begin that continue a broken line: that of the text after the line's last gap
 * of two or more blanks in the left half of the terminal. Without such a gap, it is four more than the line's
 * indentation; 0 when that is not in the left half either. */
static int continuation_column(const char *s, size_t n, int columns)
{
    size_t indent = blanks(s, n);
    int column = (int)indent, found = column + 4 <= columns / 2 ? column + 4 : 0;

    for (size_t i = indent; i < n;) {
        size_t gap = blanks(s + i, n - i);

        if (gap > 1 && i + gap < n && column + (int)gap <= columns / 2)
            found = column + (int)gap;
        column += gap ? (int)gap : !utf8_continues(s[i]);
        i += gap ? gap : 1;
    }
    return found;
}

/* Returns how many bytes of s[0..n) go on one line of `columns` columns: all if they fit, else those before the last
 * blank up to which they fit. A first word that does not fit goes on the line all the same, alone. */
static size_t fitting(const char *s, size_t n, int columns)
{
    size_t best = 0;
    int column = 0;

    for (size_t i = 0; i < n; i++) {
        if (s[i] == ' ' && i > blanks(s, n)) {
            if (column > columns)
                return best ? best : i;
            best = i;
        }
        column += !utf8_continues(s[i]);
    }
    return column <= columns || !best ? n : best;
}

static void add_line(struct text *out, const char *s, size_t n, int columns)
{
    int indent = continuation_column(s, n, columns), room = columns;

    while (n > 0) {
        size_t fits = fitting(s, n, room), end = fits;

        while (end > 0 && s[end - 1] == ' ')
            end--;
        text_addn(out, s, end);
        fits += blanks(s + fits, n - fits);
        s += fits;
        n -= fits;
        if (n > 0)
            text_add(out, "\n%*s", indent, "");
        room = columns - indent;
    }
}

void wrap_add(struct text *out, const char *s, size_t n, int columns)
{
    while (n > 0) {
        const char *newline = memchr(s, '\n', n);
        size_t length = newline ? (size_t)(newline - s) : n;

        if (utf8_columns(s, length) <= columns || is_command(s, length))
            text_addn(out, s, length);
        else
            add_line(out, s, length, columns);
        if (newline)
            text_adds(out, "\n");
        s += length + (newline != NULL);
        n -= length + (newline != NULL);
    }
}
