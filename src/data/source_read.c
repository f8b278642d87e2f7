#include "base/arena.h"
#include "base/error.h"
#include "data/source.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define CHUNK     ((size_t)1 << 20)
#define BYTES_MAX ((size_t)1 << 30) /* of a file, unpacked */

/* 0 when the whole file was read; else -1 after a message. */
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

/* Reads the file into *data, which the caller frees, after a failure, too. The array grows with what is read: sizes in a
 * damaged file's header allocate nothing. */
static int read_all(const char *path, gzFile f, char **data, size_t *size)
{
    size_t room = 0, n = 0;
    int got;

    do {
        if (room - n < CHUNK)
            *data = xrealloc(*data, (room = 2 * room + CHUNK) + 1);
        got = gzread(f, *data + n, (unsigned)CHUNK);
        n += got > 0 ? (size_t)got : 0;
        if (n > BYTES_MAX)
            return error(
                "%s: holds more than %zu bytes, which no known data set does; is it the right "
                "file?",
                path, BYTES_MAX);
    } while (got > 0);
    (*data)[n] = '\0';
    *size = n;
    return check_end(path, f);
}

char *source_read(const char *path, size_t *size_bytes)
{
    gzFile f = gzopen(path, "rbe"); /* reads a file that is not gzip as it is */
    char *data = NULL;

    if (!f) {
        error("cannot open %s: %s", path, strerror(errno));
        return NULL;
    }
    gzbuffer(f, 1 << 17);
    errno = 0;
    if (read_all(path, f, &data, size_bytes)) {
        free(data);
        data = NULL;
    }
    gzclose_r(f);
    return data;
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
