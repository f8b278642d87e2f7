#include "base/error.h"
#include "base/text.h"
#include "data/source.h"
#include <errno.h>
#include <string.h>
#include <zlib.h>

#define BYTES_MAX ((size_t)1 << 30) /* limit for the unpacked content of a file */

/* Called when gzread() returned no more bytes. Returns 0 when the whole file was read; -1 after a message when reading
 * failed. */
static int check_end(const char *path, gzFile f)
{
    int reading = errno, code;
    const char *why = gzerror(f, &code);

    switch (code) {
    case Z_OK:
    case Z_STREAM_END:
        return 0;
    case Z_ERRNO:
        return error("cannot read %s: %s", path, strerror(reading));
    case Z_BUF_ERROR:
        return error("%s: the gzip file is truncated; copy or download it again", path);
    case Z_MEM_ERROR:
        return error("%s: no memory to unpack it", path);
    default:
        return error("%s: the gzip file is damaged (%s); copy or download it again", path, why);
    }
}

/* Appends the unpacked content of the file to `content`. Memory grows with the bytes that are read: the size in the header of
 * a damaged file may be wrong, so it is not used. Returns 0, or -1 after a message. */
static int read_all(const char *path, gzFile f, struct text *content)
{
    char block[1 << 14];
    int n;

    errno = 0;
    while ((n = gzread(f, block, sizeof block)) > 0) {
        text_addn(content, block, (size_t)n);
        if (content->length > BYTES_MAX)
            return error(
                "%s: holds more than %zu bytes, which no known data set does; is it the right "
                "file?",
                path, BYTES_MAX);
    }
    return check_end(path, f);
}

char *source_read(const char *path, size_t *size_bytes)
{
    gzFile f = gzopen(path, "rbe"); /* zlib also reads files that are not gzip, unchanged */
    struct text content = {0};

    if (!f) {
        error("cannot open %s: %s", path, strerror(errno));
        return NULL;
    }
    gzbuffer(f, 1 << 17);
    text_addn(&content, "", 0); /* allocates the NUL, also for an empty file */
    if (read_all(path, f, &content))
        text_clear(&content);
    *size_bytes = content.length;
    gzclose_r(f);
    return content.s;
}

char *source_line(char **at, const char *end, size_t *length)
{
    char *line = *at, *stop;

    if (line >= end)
        return NULL;
    stop = memchr(line, '\n', (size_t)(end - line));
    *length = stop ? (size_t)(stop - line) : (size_t)(end - line);
    line[*length] = '\0';
    *at = line + *length + 1;
    return line;
}
