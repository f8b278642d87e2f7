#include "data/source.h"
#include "base/error.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define CHUNK ((size_t)1 << 20)

/* Says why reading stopped; 0 when it is the file's regular end. zlib takes a file that is not gzip
 * as it stands. */
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

/* Reads up to the end into *data, which grows and stays the caller's to free on failure too. */
static int read_all(const char *path, gzFile f, uint8_t **data, size_t *size)
{
    size_t room = 0, n = 0;
    int got;

    do {
        if (room - n < CHUNK) {
            uint8_t *more = realloc(*data, room = 2 * room + CHUNK);

            if (!more)
                return error("%s: no memory for %zu bytes", path, room);
            *data = more;
        }
        got = gzread(f, *data + n, (unsigned)CHUNK);
        n += got > 0 ? (size_t)got : 0;
        if (n > SOURCE_BYTES_MAX)
            return error(
                "%s: holds more than %zu bytes, which no known data set does; is it the right "
                "file?",
                path, SOURCE_BYTES_MAX);
    } while (got > 0);
    *size = n;
    return check_end(path, f);
}

uint8_t *source_read(const char *path, size_t *size_bytes)
{
    gzFile f = gzopen(path, "rbe");
    uint8_t *data = NULL;

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
