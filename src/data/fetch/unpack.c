#include "data/fetch/unpack.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "data/fetch/fetch.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#define BLOCK ((size_t)1 << 16)

#define MEMBERS_MAX      10000
/* what all members together may unpack to beyond the largest sizes of the wanted ones */
#define OTHERS_BYTES_MAX ((uint64_t)64 << 20)

struct reader {
    struct archive *archive;
    uint64_t total, total_max; /* unpacked bytes of all members so far, and their limit */
    struct text *why;
};

/* Adds libarchive's reason to `why`. */
static enum fetch_result damaged(const struct reader *s)
{
    const char *reason = archive_error_string(s->archive);

    text_add(s->why, "it is damaged or cut off (%s)", reason ? reason : "unknown format");
    return FETCH_NEXT;
}

static enum fetch_result cannot_write(const struct reader *s, const char *to)
{
    text_add(s->why, "cannot write %s: %s", to, strerror(errno));
    return FETCH_STOP;
}

/* Reads the current member of the archive. file: the wanted file, which gets the results; the content is also
 * written to file->to, unless that is NULL. If file is NULL, the member is not wanted, and its bytes are only
 * counted. name: for messages. */
static enum fetch_result read_member(struct reader *s, const char *name, struct unpack_file *file)
{
    const char *to = file ? file->to : NULL;
    int fd = to ? open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666) : -1;
    enum fetch_result r = to && fd < 0 ? cannot_write(s, to) : FETCH_DONE;
    uint64_t size = 0, max = file ? file->bytes_max : s->total_max;
    unsigned char block[BLOCK];
    struct sha256 sum;
    char hex[65];

    sha256_start(&sum);
    while (r == FETCH_DONE) {
        la_ssize_t got = archive_read_data(s->archive, block, sizeof block);

        if (got == ARCHIVE_RETRY)
            continue;
        if (got < 0)
            r = damaged(s);
        if (got <= 0)
            break;
        size += (uint64_t)got;
        s->total += (uint64_t)got;
        if (size > max || s->total > s->total_max) {
            text_add(s->why, "%s unpacks to more than the %" PRIu64 " bytes that it may be", name,
                     size > max ? max : s->total_max);
            r = FETCH_NEXT;
        } else if (fd >= 0 && file_put(fd, block, (size_t)got)) {
            r = cannot_write(s, to);
        }
        sha256_add(&sum, block, (size_t)got);
    }
    sha256_end(&sum, hex);
    if (fd >= 0 && close(fd) && r == FETCH_DONE)
        r = cannot_write(s, to);
    if (file) {
        file->found = true;
        file->size_bytes = size;
        memcpy(file->sha256, hex, sizeof hex);
    }
    return r;
}

/* True when the path is relative, no folder or file in it is called "..", and it has no backslash. */
static bool is_safe(const char *path)
{
    if (path[0] == '/' || strchr(path, '\\'))
        return false;
    for (const char *s = path; *s;) {
        size_t n = strcspn(s, "/");

        if (n == 2 && s[0] == '.' && s[1] == '.')
            return false;
        s += n + (s[n] == '/');
    }
    return true;
}

/* Returns the wanted file that is not found yet and has the name of this member, without its folders; NULL when there is
 * none. */
static struct unpack_file *find_wanted(const char *path, struct unpack_file *files, int count)
{
    for (int i = 0; i < count; i++)
        if (!files[i].found && strcmp(files[i].name, path_name(path)) == 0)
            return &files[i];
    return NULL;
}

/* Checks a member of the archive, and reads it if it is wanted. */
static enum fetch_result take_entry(struct reader *s, struct archive_entry *e,
                                    struct unpack_file *files, int count)
{
    const char *path = archive_entry_pathname(e);
    struct unpack_file *file;

    if (!path || !is_safe(path)) {
        text_add(s->why, "it has a member with the unsafe path %s", path ? path : "(unreadable)");
        return FETCH_NEXT;
    }
    file = find_wanted(path, files, count);
    if (!file)
        return read_member(s, path, NULL);
    if (archive_entry_filetype(e) != AE_IFREG || archive_entry_hardlink(e)) {
        text_add(s->why, "its member %s is no plain file", path);
        return FETCH_NEXT;
    }
    return read_member(s, path, file);
}

/* Opens the file at path. single: as one plain or gzip file; otherwise as an archive. archive_read_free() frees s->archive,
 * also after a failure. */
static enum fetch_result open_reader(struct reader *s, const char *path, bool single)
{
    s->archive = archive_read_new();
    if (!s->archive) {
        text_add(s->why, "libarchive %s cannot start", fetch_archive_version());
        return FETCH_STOP;
    }
    archive_read_support_filter_gzip(s->archive);
    if (single) {
        archive_read_support_format_raw(s->archive);
        archive_read_support_format_empty(s->archive);
    } else {
        archive_read_support_format_tar(s->archive);
        archive_read_support_format_zip(s->archive);
    }
    return archive_read_open_filename(s->archive, path, BLOCK) == ARCHIVE_OK ? FETCH_DONE
                                                                             : damaged(s);
}

enum fetch_result unpack_single(const char *path, struct unpack_file *file, struct text *why)
{
    struct reader s = {.total_max = file->bytes_max, .why = why};
    struct archive_entry *e;
    enum fetch_result r = open_reader(&s, path, true);

    file->found = false;
    file->size_bytes = 0;
    if (r == FETCH_DONE) {
        int code = archive_read_next_header(s.archive, &e);

        if (code == ARCHIVE_EOF) { /* an empty file has no member */
            file->found = true;
            sha256_hex("", 0, file->sha256);
        } else {
            r = code < ARCHIVE_WARN ? damaged(&s) : read_member(&s, "it", file);
        }
    }
    archive_read_free(s.archive);
    return r;
}

enum fetch_result unpack_archive(const char *path, struct unpack_file *files, int count,
                                 struct text *why)
{
    struct reader s = {.total_max = OTHERS_BYTES_MAX, .why = why};
    enum fetch_result r = open_reader(&s, path, false);

    for (int i = 0; i < count; i++) {
        files[i].found = false;
        s.total_max += files[i].bytes_max;
    }
    for (int members = 0; r == FETCH_DONE; members++) {
        struct archive_entry *e;
        int code = archive_read_next_header(s.archive, &e);

        if (code == ARCHIVE_EOF)
            break;
        if (code < ARCHIVE_WARN) {
            r = damaged(&s);
        } else if (members == MEMBERS_MAX) {
            text_add(why, "it has more than %d members", MEMBERS_MAX);
            r = FETCH_NEXT;
        } else {
            r = take_entry(&s, e, files, count);
        }
    }
    archive_read_free(s.archive);
    return r;
}

const char *fetch_archive_version(void)
{
    const char *text = archive_version_string(),
               *space = strchr(text, ' '); /* "libarchive 3.6.2" */

    return space ? space + 1 : text;
}
