#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "data/fetch/download.h"
#include "data/fetch/fetch.h"
#include "data/fetch/unpack.h"
#include "data/source.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct job {
    const struct fetch *f;
    int wanted_count;
    const struct fetch_file *wanted[FETCH_FILES]; /* the files that must still be downloaded */
    /* The reason of failure for each source, or the problem of this machine. Empty after FETCH_STOP when a message about
     * the problem has been printed. */
    struct text why;
};

/* ---- files that exist already ---- */

/* True when the content has the published size and SHA-256. Otherwise appends to `why` how it differs. */
static bool is_right(const struct fetch_file *file, const struct unpack_file *content,
                     const char *name, struct text *why)
{
    if (!content->found)
        text_add(why, "it has no %s", name);
    else if (content->size_bytes != file->size_bytes)
        text_add(why, "%s has %" PRIu64 " bytes, expected %" PRIu64, name, content->size_bytes,
                 file->size_bytes);
    else if (strcmp(content->sha256, file->sha256))
        text_add(why, "%s has SHA-256 %s, expected %s", name, content->sha256, file->sha256);
    else
        return true;
    return false;
}

/* True when the folder has the file with the published content. If the file has other content and `different` is empty,
 * `different` gets the reason. */
static bool is_present(const struct fetch_file *file, const char *folder, struct text *different)
{
    struct unpack_file content = {.name = "", .bytes_max = file->size_bytes};
    char *path = source_find(folder, file->path);
    struct text why = {0};
    bool unpacked, right;

    if (!path)
        return false;
    unpacked = unpack_single(path, &content, &why) == FETCH_DONE;
    right = unpacked && is_right(file, &content, path, &why);
    if (!right && !different->length)
        text_add(different, "%s%s%s", unpacked ? "" : path, unpacked ? "" : ": ", text_str(&why));
    text_clear(&why);
    free(path);
    return right;
}

/* Fills j->wanted with the files that are missing in the folder or have other content there. `different` gets the
 * reason for the first file with other content. */
static void find_wanted(struct job *j, struct text *different)
{
    const struct fetch_set *set = j->f->set;

    for (const struct fetch_file *file = set->files; file->path; file++) {
        if (is_present(file, j->f->folder, different))
            continue;
        if (j->wanted_count == FETCH_FILES)
            BUG("%s has more than %d files", set->name, FETCH_FILES);
        j->wanted[j->wanted_count++] = file;
    }
}

bool fetch_is_complete(const struct fetch_set *set, const char *folder)
{
    struct text different = {0};
    bool complete = true;

    for (const struct fetch_file *file = set->files; file->path && complete; file++)
        complete = is_present(file, folder, &different);
    text_clear(&different);
    return complete;
}

/* ---- one download ---- */

/* Creates the folder of a file, and a temporary file in it. Returns its path, a new string; NULL after a message. */
static char *temporary_for(const struct job *j, const struct fetch_file *file)
{
    char *path = format_new("%s/%s", j->f->folder, file->path), *temporary = NULL;
    char *slash = strrchr(path, '/');

    *slash = '\0';
    if (folder_make(path) == 0) {
        int fd;

        folder_sweep(path);
        *slash = '/';
        temporary = file_temporary(path, &fd);
        if (temporary)
            close(fd);
        else
            error("cannot write %s: %s", path, strerror(errno));
    }
    free(path);
    return temporary;
}

/* Checks the unpacked contents of the first `count` wanted files. If all are as published, renames the temporary
 * files to their final names. */
static enum fetch_result publish(const struct job *j, const struct unpack_file *content, int count,
                                 struct text *why)
{
    for (int i = 0; i < count; i++)
        if (!is_right(j->wanted[i], &content[i], content[i].name, why))
            return FETCH_NEXT;
    for (int i = 0; i < count; i++) {
        const struct fetch_file *file = j->wanted[i];
        char *path = format_new("%s/%s", j->f->folder, file->path);
        int bad = file_publish(content[i].to, path);

        free(path);
        if (bad)
            return FETCH_STOP;
        if (!j->f->quiet)
            fprintf(stderr, "%s: %s, %" PRIu64 " bytes, SHA-256 as published\n", j->f->set->name,
                    file->path, file->size_bytes);
    }
    return FETCH_DONE;
}

/* Unpacks the downloaded file `partial` and publishes the first `count` wanted files. archive: the download is an
 * archive with these files; otherwise it is the first wanted file alone, and count is 1. */
static enum fetch_result install(const struct job *j, const char *partial, int count, bool archive,
                                 struct text *why)
{
    struct unpack_file content[FETCH_FILES] = {{0}};
    enum fetch_result r = FETCH_DONE;

    for (int i = 0; i < count && r == FETCH_DONE; i++) {
        const struct fetch_file *file = j->wanted[i];

        content[i] = (struct unpack_file){.name = path_name(file->path),
                                          .to = temporary_for(j, file),
                                          .bytes_max = file->size_bytes};
        r = content[i].to ? FETCH_DONE : FETCH_STOP;
    }
    if (r == FETCH_DONE)
        r = archive ? unpack_archive(partial, content, count, why)
                    : unpack_single(partial, content, why);
    if (r == FETCH_DONE)
        r = publish(j, content, count, why);
    for (int i = 0; i < count && content[i].to; i++) {
        unlink(content[i].to); /* does nothing if publish() has renamed the file */
        free(content[i].to);
    }
    return r;
}

/* Downloads base + name, of at most bytes_max bytes, and installs the first `count` wanted files from it. A download
 * with wrong content is removed. If it had continued the partial file of an earlier call, which may come from another
 * server, the whole file is downloaded once more. */
static enum fetch_result fetch_one(struct job *j, const char *base, const char *name,
                                   uint64_t bytes_max, int count, bool archive)
{
    char *url = format_new("%s%s", base, name);
    char *partial = format_new("%s/%s.part", j->f->folder, name);
    const struct download d = {url, partial, name, bytes_max, j->f->timeout_s, j->f->quiet};
    struct text why = {0};
    enum fetch_result r;

    for (bool fresh = !file_exists(partial);; fresh = true) {
        text_clear(&why);
        r = download(&d, &why);
        if (r != FETCH_DONE)
            break;
        r = install(j, partial, count, archive, &why);
        if (r != FETCH_STOP)
            unlink(partial);
        if (r != FETCH_NEXT || fresh)
            break;
    }
    if (r == FETCH_STOP)
        /* the message is then about this machine alone, not about earlier sources */
        text_clear(&j->why);
    if (why.length)
        text_add_item(&j->why, "; ", "%s%s%s", r == FETCH_NEXT ? url : "",
                      r == FETCH_NEXT ? ": " : "", text_str(&why));
    text_clear(&why);
    free(url);
    free(partial);
    return r;
}

/* ---- the sources ---- */

/* Downloads all wanted files from one source: all at once if it has an archive, else one by one. */
static enum fetch_result fetch_from(struct job *j, const char *base,
                                    const struct fetch_source *source)
{
    enum fetch_result r = FETCH_DONE;

    while (r == FETCH_DONE && j->wanted_count > 0) {
        const struct fetch_file *file = j->wanted[0];
        int count = source->archive ? j->wanted_count : 1;
        char *name = source->archive ? xstrdup(source->archive)
                                     : format_new("%s%s", path_name(file->path), source->suffix);
        /* Compression may make a file slightly larger. */
        uint64_t bytes_max = source->archive ? source->archive_bytes_max
                                             : file->size_bytes + file->size_bytes / 64 + 4096;

        r = fetch_one(j, base, name, bytes_max, count, source->archive);
        if (r == FETCH_DONE) {
            j->wanted_count -= count;
            memmove(j->wanted, j->wanted + count, (size_t)j->wanted_count * sizeof *j->wanted);
        }
        free(name);
    }
    return r;
}

/* True when this source has URLs that no earlier source has. A mirror replaces the bases of all sources, so two sources may
 * get the same URLs. */
static bool has_new_urls(const struct fetch *f, const struct fetch_source *source)
{
    for (const struct fetch_source *s = f->set->sources; f->mirror && s < source; s++)
        if (s->archive ? source->archive && strcmp(s->archive, source->archive) == 0
                       : !source->archive && strcmp(s->suffix, source->suffix) == 0)
            return false;
    return true;
}

/* Downloads the wanted files from the first source that works, or with a mirror, from the mirror. A file that one source
 * delivered is not requested from the next. */
static enum fetch_result fetch_wanted(struct job *j)
{
    const char *mirror = j->f->mirror;
    size_t length = mirror ? strlen(mirror) : 0;
    char *own =
        format_new("%s%s", mirror ? mirror : "", length && mirror[length - 1] != '/' ? "/" : "");
    enum fetch_result r = FETCH_NEXT;

    for (const struct fetch_source *s = j->f->set->sources; s->base && r == FETCH_NEXT; s++)
        if (has_new_urls(j->f, s))
            r = fetch_from(j, mirror ? own : s->base, s);
    free(own);
    return r;
}

/* ---- a run ---- */

/* Locks the folder, so that no other process downloads to it. Returns a file descriptor; closing it ends the lock.
 * Returns -1 after a message when the folder cannot be opened or another process has the lock. On a file system
 * without locks, the folder is not locked. */
static int lock_folder(const struct fetch *f)
{
    int fd = open(f->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return error("cannot open %s: %s", f->folder, strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK) {
        close(fd);
        return error("another normlab fetches to %s at this moment; wait for it", f->folder);
    }
    return fd;
}

/* Prints why the set was not fetched, unless r is FETCH_DONE. Returns 0 for FETCH_DONE, else -1. */
static int report(const struct job *j, enum fetch_result r)
{
    const struct fetch *f = j->f;

    if (r == FETCH_DONE)
        return 0;
    if (r == FETCH_NEXT)
        return error(
            "cannot fetch %s: %s. Try again later (the download continues where it "
            "stopped), give another server by --mirror URL, or put the files into %s yourself",
            f->set->name, text_str(&j->why), f->folder);
    if (j->why.length)
        error("cannot fetch %s: %s. Mend that, or choose another folder by --out DIR; the same "
              "command then continues the download",
              f->set->name, text_str(&j->why));
    return -1;
}

int fetch_run(const struct fetch *f, int *fetched)
{
    struct job j = {.f = f};
    struct text different = {0};
    int lock = folder_make(f->folder) ? -1 : lock_folder(f), r = -1;

    *fetched = 0;
    if (lock < 0)
        return -1;
    find_wanted(&j, &different);
    if (different.length && !f->force) {
        error("%s; it is not the published %s. Move it away, or replace it by --force",
              text_str(&different), f->set->name);
    } else {
        *fetched = j.wanted_count;
        r = report(&j, j.wanted_count ? fetch_wanted(&j) : FETCH_DONE);
    }
    close(lock);
    text_clear(&different);
    text_clear(&j.why);
    return r;
}

char *fetch_folder(const struct fetch_set *set)
{
    return user_data_folder(set->name);
}
