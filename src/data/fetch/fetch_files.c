#include "data/fetch/fetch.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include "data/fetch/download.h"
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

/* A run. Its wanted files are those that are still missing. */
struct job {
    const struct fetch *f;
    int wanted_count;
    const struct fetch_file *wanted[FETCH_FILES];
    struct text why; /* what was wrong with each source, or what stopped the run */
};

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* ---- what is there ---- */

/* Adds to why what is wrong with the content; true when nothing is. */
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

static enum fetch_state look_at(const struct fetch_file *file, const char *folder,
                                struct text *what)
{
    struct unpack_file content = {.name = "", .bytes_max = file->size_bytes};
    char *path = source_find(folder, file->path);
    enum fetch_state state = FETCH_ABSENT;

    if (path) {
        struct text why = {0};

        if (unpack_single(path, &content, &why) != FETCH_DONE) {
            text_add(what, "%s: %s", path, text_str(&why));
            state = FETCH_OTHER;
        } else {
            state = is_right(file, &content, path, what) ? FETCH_PRESENT : FETCH_OTHER;
        }
        text_clear(&why);
        free(path);
    }
    return state;
}

/* Also fills j->wanted, where j is not NULL: with the files that have another content, too, if the
 * job replaces them. */
static enum fetch_state look(struct job *j, const struct fetch_set *set, const char *folder,
                             struct text *what)
{
    bool absent = false, other = false;

    for (const struct fetch_file *file = set->files; file->path; file++) {
        struct text unused = {0};
        enum fetch_state state = look_at(file, folder, other ? &unused : what);

        absent |= state == FETCH_ABSENT;
        other |= state == FETCH_OTHER;
        text_clear(&unused);
        if (j && state != FETCH_PRESENT) {
            if (j->wanted_count == FETCH_FILES)
                BUG("%s has more than %d files", set->name, FETCH_FILES);
            j->wanted[j->wanted_count++] = file;
        }
    }
    return other ? FETCH_OTHER : absent ? FETCH_ABSENT : FETCH_PRESENT;
}

enum fetch_state fetch_look(const struct fetch_set *set, const char *folder, struct text *what)
{
    return look(NULL, set, folder, what);
}

/* ---- one download ---- */

/* Where a file is written before it has its name. NULL after its folder could not be made, which a
 * message has said. */
static char *temporary_for(const struct job *j, const struct fetch_file *file)
{
    char *path = format_new("%s/%s", j->f->folder, file->path), *temporary = NULL;
    char *slash = strrchr(path, '/');

    *slash = '\0';
    if (folder_make(path) == 0) {
        folder_sweep(path); /* of earlier runs that were killed */
        *slash = '/';
        temporary = file_temporary(path);
    }
    free(path);
    return temporary;
}

/* Unpacked content under temporary names: checks it all, then lets it appear. */
static enum fetch_result publish(struct job *j, const struct fetch_file *const *files,
                                 const struct unpack_file *content, int count, struct text *why)
{
    for (int i = 0; i < count; i++)
        if (!is_right(files[i], &content[i], last_part(files[i]->path), why))
            return FETCH_NEXT;
    for (int i = 0; i < count; i++) {
        char *path = format_new("%s/%s", j->f->folder, files[i]->path);
        int bad = file_publish(content[i].to, path);

        if (!bad && !j->f->quiet)
            fprintf(stderr, "%s: %s, %" PRIu64 " bytes, SHA-256 as published\n", j->f->set->name,
                    files[i]->path, files[i]->size_bytes);
        free(path);
        if (bad)
            return FETCH_STOP;
    }
    return FETCH_DONE;
}

/* Unpacks a downloaded file, which is one of the set's or an archive with all of them. */
static enum fetch_result install(struct job *j, const char *partial,
                                 const struct fetch_file *const *files, int count, bool archive,
                                 struct text *why)
{
    struct unpack_file content[FETCH_FILES] = {{0}};
    char *temporary[FETCH_FILES] = {NULL};
    enum fetch_result r = FETCH_DONE;

    for (int i = 0; i < count && r == FETCH_DONE; i++) {
        temporary[i] = temporary_for(j, files[i]);
        content[i] = (struct unpack_file){.name = last_part(files[i]->path),
                                          .to = temporary[i],
                                          .bytes_max = files[i]->size_bytes};
        r = temporary[i] ? FETCH_DONE : FETCH_STOP;
    }
    if (r == FETCH_DONE)
        r = archive ? unpack_archive(partial, content, count, why)
                    : unpack_single(partial, content, why);
    if (r == FETCH_DONE)
        r = publish(j, files, content, count, why);
    for (int i = 0; i < count && temporary[i]; i++) {
        unlink(temporary[i]); /* what was published has left it */
        free(temporary[i]);
    }
    return r;
}

/* Downloads and installs. What turns out wrong is removed, and, when its first part was from an
 * earlier time or place, asked for once more from its start. */
static enum fetch_result fetch_one(struct job *j, const char *url, const char *partial,
                                   uint64_t bytes_max, const struct fetch_file *const *files,
                                   int count, bool archive)
{
    const struct download d = {url,       partial,         last_part(url),
                               bytes_max, j->f->timeout_s, j->f->quiet};
    struct text why = {0};
    enum fetch_result r;

    for (bool fresh = !file_exists(partial);; fresh = true) {
        r = download(&d, &why);
        if (r != FETCH_DONE)
            break;
        r = install(j, partial, files, count, archive, &why);
        if (r != FETCH_STOP)
            unlink(partial);
        if (r != FETCH_NEXT || fresh)
            break;
        text_clear(&why);
    }
    if (r == FETCH_STOP)
        text_clear(&j->why); /* whatever other sources were like */
    if (why.length)
        text_add(&j->why, "%s%s%s%s", j->why.length ? "; " : "", r == FETCH_NEXT ? url : "",
                 r == FETCH_NEXT ? ": " : "", text_str(&why));
    text_clear(&why);
    return r;
}

/* ---- the sources ---- */

static enum fetch_result fetch_archive(struct job *j, const char *base,
                                       const struct fetch_source *source)
{
    char *url = format_new("%s%s", base, source->archive);
    char *partial = format_new("%s/%s.part", j->f->folder, source->archive);
    enum fetch_result r =
        fetch_one(j, url, partial, source->archive_bytes_max, j->wanted, j->wanted_count, true);

    if (r == FETCH_DONE)
        j->wanted_count = 0;
    free(url);
    free(partial);
    return r;
}

static enum fetch_result fetch_files(struct job *j, const char *base,
                                     const struct fetch_source *source)
{
    enum fetch_result r = FETCH_DONE;

    while (r == FETCH_DONE && j->wanted_count > 0) {
        const struct fetch_file *file = j->wanted[0];
        const char *name = last_part(file->path);
        char *url = format_new("%s%s%s", base, name, source->suffix);
        char *partial = format_new("%s/%s%s.part", j->f->folder, name, source->suffix);

        /* No packing makes a file much larger. */
        r = fetch_one(j, url, partial, file->size_bytes + file->size_bytes / 64 + 4096, &file, 1,
                      false);
        if (r == FETCH_DONE)
            memmove(j->wanted, j->wanted + 1, (size_t)--j->wanted_count * sizeof *j->wanted);
        free(url);
        free(partial);
    }
    return r;
}

/* A mirror takes the place of each base; sources that then ask for the same are one. */
static bool is_asked(const struct fetch *f, const struct fetch_source *source)
{
    for (const struct fetch_source *s = f->set->sources; f->mirror && s < source; s++)
        if (s->archive ? source->archive && strcmp(s->archive, source->archive) == 0
                       : !source->archive && strcmp(s->suffix, source->suffix) == 0)
            return false;
    return true;
}

static enum fetch_result fetch_wanted(struct job *j)
{
    const char *mirror = j->f->mirror;
    size_t length = mirror ? strlen(mirror) : 0;
    char *own =
        format_new("%s%s", mirror ? mirror : "", length && mirror[length - 1] != '/' ? "/" : "");
    enum fetch_result r = FETCH_NEXT;

    for (const struct fetch_source *s = j->f->set->sources; s->base && r == FETCH_NEXT; s++)
        if (is_asked(j->f, s))
            r = (s->archive ? fetch_archive : fetch_files)(j, mirror ? own : s->base, s);
    free(own);
    return r;
}

/* ---- a run ---- */

/* Holds the folder against other processes until its descriptor is closed; -1 after a message. On
 * file systems that lock no folders it goes without. */
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

static int report(const struct job *j, enum fetch_result r)
{
    const struct fetch *f = j->f;

    if (r == FETCH_DONE)
        return 0;
    if (r == FETCH_NEXT)
        return error("cannot fetch %s: %s. Try again later (what has come is kept and gone on "
                     "with), name another place by --mirror URL, or put the files into %s yourself",
                     f->set->name, text_str(&j->why), f->folder);
    if (j->why.length)
        error("cannot fetch %s: %s. Mend that, or choose another folder by --out DIR; the same "
              "command then goes on with what has come",
              f->set->name, text_str(&j->why));
    return -1;
}

int fetch_run(const struct fetch *f, int *fetched)
{
    struct job j = {.f = f};
    struct text what = {0};
    int lock = folder_make(f->folder) ? -1 : lock_folder(f), r = -1;

    *fetched = 0;
    if (lock < 0)
        return -1;
    if (look(&j, f->set, f->folder, &what) == FETCH_OTHER && !f->force) {
        error("%s; it is not the published %s. Move it away, or replace it by --force",
              text_str(&what), f->set->name);
    } else {
        *fetched = j.wanted_count;
        r = report(&j, j.wanted_count ? fetch_wanted(&j) : FETCH_DONE);
    }
    close(lock);
    text_clear(&what);
    text_clear(&j.why);
    return r;
}

char *fetch_folder(const struct fetch_set *set)
{
    return user_data_folder(set->name);
}
