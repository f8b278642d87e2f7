#include "sweep/runs/lease.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/config.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes of a lease's text: always as many, so that a new text overwrites all of the old one. */
enum { CONTENT = 640 };

/* A lease with a time stamp from the future. */
struct watched {
    char *path;
    double stamp_s; /* the time stamp, in seconds since 1970 */
    double since_s; /* when this process first saw it, by clock_seconds() */
};

/* Returns the path of lease number n of a trial, n >= 1, as a new string. */
static char *lease_path(const struct leases *l, const char *key, int n)
{
    return n == 1 ? format_new("%s/%s" LEASE_SUFFIX, l->folder, key)
                  : format_new("%s/%s" LEASE_SUFFIX ".%d", l->folder, key, n);
}

/* ---- time ---- */

/* Returns when a file last changed, in seconds since 1970. */
static double stamp_of(const struct stat *st)
{
    return (double)st->st_mtim.tv_sec + 1e-9 * (double)st->st_mtim.tv_nsec;
}

/* Returns the time of the file server, read from a file that was just written; the time of this machine when that fails. */
static double ask_server(const struct leases *l)
{
    char *path = format_new("%s/clock", l->folder);
    int fd;
    char *own = file_temporary(path, &fd);
    struct stat st;
    /* futimens() with NULL: the server sets its own time */
    double now =
        own && futimens(fd, NULL) == 0 && fstat(fd, &st) == 0 ? stamp_of(&st) : (double)time(NULL);

    if (own) {
        close(fd);
        unlink(own);
    }
    free(own);
    free(path);
    return now;
}

/* Asks the file server only when its last answer is older than lease_interval(); else adds the time since then. */
double leases_time(struct leases *l)
{
    double now = clock_seconds();

    if (isnan(l->server_s) || now - l->measured_s > lease_interval(l)) {
        l->server_s = ask_server(l);
        l->measured_s = now;
    }
    return l->server_s + now - l->measured_s;
}

/* Returns for how many seconds a lease with a time stamp from the future has not changed, as far as this process has seen. */
static double watch(struct leases *l, const char *path, double stamp_s)
{
    struct watched *w = l->watched, *end = w + l->watching;

    while (w < end && strcmp(w->path, path))
        w++;
    if (w == end) {
        array_add(l->watched, l->watching) = (struct watched){xstrdup(path), NAN, 0};
        w = &l->watched[l->watching - 1];
    }
    if (w->stamp_s != stamp_s) {
        w->stamp_s = stamp_s;
        w->since_s = clock_seconds();
    }
    return clock_seconds() - w->since_s;
}

double lease_interval(const struct leases *l)
{
    return l->period_s / 10;
}

/* ---- the text of a lease ---- */

/* Writes the text of a lease, and sets the file's time stamp to now. */
static void write_text(const struct leases *l, const struct lease *mine, const char *note)
{
    char *text =
             format_new("host=%s machine=%s pid=%ld start=%lld since=%s note=\"%s\"", l->self.host,
                        l->self.machine, l->self.pid, l->self.start, mine->since, note),
         *padded = format_new("%-*s\n", CONTENT - 1, text);
    ssize_t written = pwrite(mine->file, padded, strlen(padded), 0);

    (void)written; /* an error, as on a full disk, is ignored: a lease without text is valid, too */
    futimens(mine->file, NULL);
    free(text);
    free(padded);
}

static void copy_value(const struct config *c, const char *key, char *out, size_t size)
{
    const char *value = config_get(c, key);

    snprintf(out, size, "%s", value ? value : "");
}

/* Returns the value of a key as a whole number; `otherwise` when the key is missing. */
static long long whole(const struct config *c, const char *key, long long otherwise)
{
    const char *value = config_get(c, key);

    return value && *value ? strtoll(value, NULL, 10) : otherwise;
}

/* Fills h from the text of a lease. When the text is damaged, or another process is still writing it, h stays as it is. */
static void parse_text(const char *text, struct holder *h)
{
    struct config c = {0};
    struct text why = {0};

    if (text_starts_with(text, "host=") && strchr(text, '\n') && config_read(&c, text, &why) == 0) {
        copy_value(&c, "host", h->process.host, sizeof h->process.host);
        copy_value(&c, "machine", h->process.machine, sizeof h->process.machine);
        copy_value(&c, "since", h->since, sizeof h->since);
        copy_value(&c, "note", h->note, sizeof h->note);
        h->process.pid = (long)whole(&c, "pid", 0);
        h->process.start = whole(&c, "start", -1);
    }
    text_clear(&why);
    config_clear(&c);
}

bool lease_is_near(const struct leases *l, const struct holder *h)
{
    return strcmp(h->process.machine, l->self.machine) == 0;
}

/* Fills h from the lease file at path, except its number. Opens the file, because NFS then asks the server, while stat() may
 * answer from the client's cache. Returns false when there is no file. */
static bool read_file(struct leases *l, const char *path, struct holder *h)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char text[CONTENT + 1] = "";
    struct stat st;
    /* stat() is for a file that open() refuses, as one that another user's run made */
    bool there = (fd >= 0 ? fstat(fd, &st) : stat(path, &st)) == 0;

    memset(h, 0, sizeof *h);
    if (fd >= 0 && read(fd, text, CONTENT) > 0)
        parse_text(text, h);
    if (there) {
        h->ended = lease_is_near(l, h) && process_has_ended(&h->process);
        h->age_s = leases_time(l) - stamp_of(&st);
        if (h->age_s < -l->period_s)
            h->age_s = watch(l, path, stamp_of(&st));
    }
    if (fd >= 0)
        close(fd);
    return there;
}

bool lease_is_stale(const struct leases *l, const struct holder *h)
{
    return h->ended || h->age_s > l->period_s;
}

/* ---- taking and giving up ---- */

/* Makes the file of lease number `number`, and fills *mine. Returns its descriptor, or -1 with errno set, as when the file
 * exists already. */
static int make_file(const struct leases *l, const char *path, int number, struct lease *mine)
{
    mine->file = file_make(path);
    if (mine->file >= 0) {
        mine->path = xstrdup(path);
        mine->number = number;
        clock_iso(mine->since);
        write_text(l, mine, "");
    }
    return mine->file;
}

bool lease_take(struct leases *l, const char *key, struct lease *mine, struct holder *other)
{
    *mine = (struct lease){.file = -1};
    for (int n = 1; !l->unable;) {
        char *path = lease_path(l, key, n);
        int made = make_file(l, path, n, mine), why = made < 0 ? errno : 0;
        bool others =
            made < 0 && why == EEXIST && read_file(l, path, other) && !lease_is_stale(l, other);

        if (made < 0 && why != EEXIST) {
            warning("%s takes no leases (%s): other runs in this folder may train the same trials "
                    "again; give each of them a --shard",
                    l->folder, strerror(why));
            l->unable = true;
        }
        other->number = n;
        /* tries the next number after a stale lease; the same again when the file was removed in between */
        n += made < 0 && !others && file_exists(path);
        free(path);
        if (made >= 0 || others)
            return made >= 0;
    }
    return true;
}

bool lease_is_fresh(struct leases *l, const char *key, int number)
{
    char *path = lease_path(l, key, number);
    struct stat st;
    double age_s = stat(path, &st) == 0 ? leases_time(l) - stamp_of(&st) : INFINITY;

    free(path);
    return age_s < l->period_s && age_s > -l->period_s;
}

void lease_renew(const struct leases *l, struct lease *mine, const char *note)
{
    if (mine->file >= 0)
        write_text(l, mine, note);
}

void lease_end(struct leases *l, const char *key, struct lease *mine, bool over)
{
    if (mine->file >= 0) {
        close(mine->file);
        if (!over)
            unlink(mine->path);
        for (int n = 1; over; n++) {
            char *path = lease_path(l, key, n);

            over = unlink(path) == 0 || n <= mine->number;
            free(path);
        }
    }
    free(mine->path);
    *mine = (struct lease){.file = -1};
}

bool lease_read(struct leases *l, const char *key, struct holder *holder)
{
    struct holder next;
    bool found = false, exists = true;

    for (int n = 1; exists; n++) {
        char *path = lease_path(l, key, n);

        exists = read_file(l, path, &next);
        next.number = n;
        if (exists)
            *holder = next;
        found = found || exists;
        free(path);
    }
    return found;
}

/* ---- the folder ---- */

/* Returns the lease period: LEASE_SECONDS, or NORMLAB_LEASE_SECONDS, which tests set. */
static double period(void)
{
    const char *given = getenv("NORMLAB_LEASE_SECONDS");
    double seconds = given && number_is(given) ? number_parse(given, NULL) : 0;

    return seconds > 0 && isfinite(seconds) ? seconds : LEASE_SECONDS;
}

void leases_open(struct leases *l, const char *folder)
{
    *l = (struct leases){.folder = xstrdup(folder), .period_s = period(), .server_s = NAN};
    process_identify(&l->self);
}

void leases_close(struct leases *l)
{
    for (int i = 0; i < l->watching; i++)
        free(l->watched[i].path);
    free(l->watched);
    free(l->folder);
    *l = (struct leases){0};
}

/* True when the trial of the lease `name` ("0123456789abcdef.lease.2") has ended with a result or a failure. */
static bool has_ended(const struct leases *l, const char *name)
{
    int stem = (int)strcspn(name, ".");
    char *done = format_new("%s/%.*s.h5", l->folder, stem, name),
         *failed = format_new("%s/%.*s.failed", l->folder, stem, name);
    bool ended = file_exists(done) || file_exists(failed);

    free(done);
    free(failed);
    return ended;
}

void leases_clean(struct leases *l)
{
    DIR *d = opendir(l->folder);
    struct dirent *e;

    folder_sweep_older(l->folder, leases_time(l), l->period_s);
    while (d && (e = readdir(d))) {
        struct holder h;
        char *path;

        if (!strstr(e->d_name, LEASE_SUFFIX) || !has_ended(l, e->d_name))
            continue;
        path = format_new("%s/%s", l->folder, e->d_name);
        if (read_file(l, path, &h) && lease_is_stale(l, &h))
            unlink(path);
        free(path);
    }
    if (d)
        closedir(d);
}
