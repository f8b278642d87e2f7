#include "base/formats/picture_file.h"
#include "base/system/file.h"
#include <stdlib.h>
#include <string.h>

/* True when the data end with `end`, apart from white space after it. */
static bool ends_with(const char *data, size_t size, const char *end)
{
    size_t n = strlen(end);

    while (size > 0 && strchr(" \r\n", data[size - 1]))
        size--;
    return size >= n && memcmp(data + size - n, end, n) == 0;
}

static bool png_is_whole(const char *data, size_t size)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    size_t at = sizeof signature - 1;

    if (size < at || memcmp(data, signature, at))
        return false;
    while (size - at >= 12) { /* a chunk: length, type, data, checksum */
        const unsigned char *u = (const unsigned char *)data + at;
        size_t length = (size_t)u[0] << 24 | (size_t)u[1] << 16 | (size_t)u[2] << 8 | u[3];
        bool last = memcmp(u + 4, "IEND", 4) == 0;

        if (length > size - at - 12)
            return false;
        at += 12 + length;
        if (last)
            return at == size;
    }
    return false;
}

static bool pdf_is_whole(const char *data, size_t size)
{
    static const char start[] = "startxref";
    const char *last = NULL, *table;
    size_t at;

    if (!text_starts_with(data, "%PDF-") || !ends_with(data, size, "%%EOF"))
        return false;
    for (const char *s = data; (s = memmem(s, size - (size_t)(s - data), start, strlen(start)));
         s++)
        last = s;
    at = last ? strtoull(last + strlen(start), NULL, 10) : size;
    if (at >= size)
        return false;
    table = data + at; /* "xref", or "7 0 obj" for a table that is stored as an object */
    return text_starts_with(table, "xref") ||
           text_starts_with(table + strspn(table, "0123456789"), " 0 obj");
}

static bool svg_is_whole(const char *data, size_t size)
{
    int open = 0;

    if (strlen(data) != size || !strstr(data, "<svg") || !ends_with(data, size, "</svg>"))
        return false;
    for (const char *s = data; (s = strchr(s, '<')); s++) {
        const char *end = strchr(s, '>');

        if (!end)
            return false;
        if (s[1] == '/')
            open--;
        else if (s[1] != '?' && s[1] != '!' && end[-1] != '/')
            open++;
    }
    return open == 0;
}

/* True when nothing but comments follows s. */
static bool only_comments(const char *s)
{
    while (*(s += strspn(s, " \n")) == '%')
        s += strcspn(s, "\n");
    return *s == '\0';
}

static bool tikz_is_whole(const char *data, size_t size)
{
    static const char begin[] = "\\begin{tikzpicture}", end[] = "\\end{tikzpicture}\n";
    const char *last = strstr(data, end);
    int open = 0;

    for (const char *s = data; *s; s++) {
        if (*s == '\\' && s[1])
            s++; /* \{ prints a brace */
        else if (*s == '{')
            open++;
        else if (*s == '}')
            open--;
    }
    return strlen(data) == size && open == 0 && strstr(data, begin) && last &&
           only_comments(last + strlen(end));
}

bool picture_is_whole(const char *format, const char *data, size_t size_bytes)
{
    return strcmp(format, "png") == 0   ? png_is_whole(data, size_bytes)
           : strcmp(format, "pdf") == 0 ? pdf_is_whole(data, size_bytes)
           : strcmp(format, "svg") == 0
               ? svg_is_whole(data, size_bytes)
               : strcmp(format, "tex") == 0 && tikz_is_whole(data, size_bytes);
}

const struct picture_file *pictures_find(struct picture_file *picture, int n, const char *mark,
                                         struct text *printed)
{
    const struct picture_file *wrong = NULL;
    size_t end = printed->length;

    for (int i = n - 1; i >= 0; i--) {
        char *line = format_new("%s %s\n", mark, picture[i].format);
        char *at = end ? memmem(printed->s, end, line, strlen(line)) : NULL;

        if (at) {
            picture[i].data = at + strlen(line);
            picture[i].size_bytes = end - (size_t)(picture[i].data - printed->s);
            end = (size_t)(at - printed->s);
            *at = '\0'; /* ends the data of the picture before this line */
        }
        if (!at || !picture_is_whole(picture[i].format, picture[i].data, picture[i].size_bytes))
            wrong = &picture[i];
        free(line);
    }
    return wrong;
}

/* Overwrites the date in a PDF or TikZ picture with blanks. The length must not change, because a PDF holds the byte
 * offsets of its objects. */
static void forget_time(struct picture_file *p)
{
    static const char entry[] = "/CreationDate (", made[] = "\n%% generated with GNUPLOT";
    bool pdf = strcmp(p->format, "pdf") == 0, tex = strcmp(p->format, "tex") == 0;
    char *at = pdf   ? memmem(p->data, p->size_bytes, entry, strlen(entry))
               : tex ? strstr(p->data, made)
                     : NULL;

    if (at && tex)
        at = strchr(at + 1, '\n') + 1; /* the next line */
    if (at && (pdf || text_starts_with(at, "%% ")))
        memset(tex ? at + 2 : at, ' ', tex ? strcspn(at + 2, "\n") : strcspn(at, ")") + 1);
}

int pictures_write(struct picture_file *picture, int n)
{
    int bad = 0;

    for (int i = 0; i < n && !bad; i++) {
        forget_time(&picture[i]);
        bad = file_write(picture[i].path, picture[i].data, picture[i].size_bytes);
    }
    return bad;
}
