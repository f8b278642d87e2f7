#include "store/saved/checkpoint.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/formats/transfer.h"
#include "base/sha256.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "base/text.h"
#include "kernels/brgemm.h"
#include "kernels/kernels.h"
#include <dirent.h>
#include <errno.h>
#include <gnu/libc-version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HASH = 64 }; /* digits of the checksum at the end */

#define FIRST_LINE "normlab checkpoint 2\n"
#define STATE      ".state" /* suffix of states */
#define TRIAL      ".h5"    /* suffix of trial files */

/* ---- the trial to which a state belongs ---- */

char *checkpoint_path(const char *trial_file)
{
    size_t n = strlen(trial_file);

    if (text_ends_with(trial_file, TRIAL))
        n -= strlen(TRIAL);
    return format_new("%.*s" STATE, (int)n, trial_file);
}

void checkpoint_init(struct checkpoint *c, const char *trial_file, const char key[TRIAL_KEY],
                     int epochs)
{
    *c = (struct checkpoint){.path = checkpoint_path(trial_file), .epochs = epochs};
    memcpy(c->key, key, TRIAL_KEY);
}

void checkpoint_clear(struct checkpoint *c)
{
    free(c->path);
    free(c->program);
    free(c->why);
    *c = (struct checkpoint){0};
}

/* Writes the hash of the running program's file to hex. Reads the file in small blocks, because memory for the whole file
 * would raise the peak memory of the process, which is recorded as a result. Writes "" when the file cannot be read. */
static void hash_program(char hex[HASH + 1])
{
    FILE *f = fopen("/proc/self/exe", "rb");
    char piece[1 << 14];
    struct sha256 hash;
    size_t n;

    hex[0] = '\0';
    if (!f)
        return;
    sha256_start(&hash);
    while ((n = fread(piece, 1, sizeof piece, f)) > 0)
        sha256_add(&hash, piece, n);
    sha256_end(&hash, hex);
    if (ferror(f))
        hex[0] = '\0';
    fclose(f);
}

/* Returns the lines `program` and `kernels` for this process, which c owns. Processes with equal lines compute the same
 * bits. */
static const char *program_lines(struct checkpoint *c)
{
    char hex[HASH + 1], blas[256];

    if (!c->program) {
        hash_program(hex);
        gemm_library(blas, sizeof blas);
        c->program =
            format_new("program %s\nkernels %s; %s; %s; glibc %s\n", hex, kernels_choose()->name,
                       blas, brgemm_library(), gnu_get_libc_version());
    }
    return c->program;
}

/* ---- saving ---- */

/* A file that is being written. */
struct writer {
    int fd, why;    /* why: 0, or the value of errno of the first failure */
    size_t pending; /* bytes in `block` that are not written yet */
    char block[1 << 14];
    struct sha256 hash; /* of all bytes from put() */
};

static void write_out(struct writer *w, const void *data, size_t size_bytes)
{
    if (w->why == 0 && file_put(w->fd, data, size_bytes))
        w->why = errno;
}

static void flush(struct writer *w)
{
    write_out(w, w->block, w->pending);
    w->pending = 0;
}

/* Adds bytes to the file. The bytes are collected in `block`; more bytes than fit into it are written directly. */
static void put_bytes(struct writer *w, const void *data, size_t size_bytes)
{
    if (w->pending + size_bytes > sizeof w->block)
        flush(w);
    if (size_bytes > sizeof w->block) {
        write_out(w, data, size_bytes);
    } else {
        memcpy(w->block + w->pending, data, size_bytes);
        w->pending += size_bytes;
    }
}

/* Adds bytes to the file and to its checksum. trial_transfer() calls it. */
static void put(void *context, const void *data, size_t size_bytes)
{
    struct writer *w = context;

    sha256_add(&w->hash, data, size_bytes);
    put_bytes(w, data, size_bytes);
}

static void put_text(struct writer *w, const char *s)
{
    put(w, s, strlen(s));
}

/* Writes the state to a new file. Returns 0 or a value of errno. */
static int write_state(struct checkpoint *c, struct run *run, const char *data_sha256, int fd)
{
    struct writer w = {.fd = fd};
    struct transfer t = {.put = put, .context = &w};
    char hex[HASH + 1], epochs[32];

    snprintf(epochs, sizeof epochs, "\nepochs %d\n", c->epochs);
    sha256_start(&w.hash);
    put_text(&w, FIRST_LINE "key ");
    put_text(&w, c->key);
    put_text(&w, epochs);
    put_text(&w, program_lines(c));
    put_text(&w, "data ");
    put_text(&w, data_sha256);
    put_text(&w, "\n\n");
    trial_transfer(run, &t);
    sha256_end(&w.hash, hex);
    put_bytes(&w, hex, HASH);
    flush(&w);
    return w.why;
}

void checkpoint_save(void *context, struct run *run, const char *data_sha256)
{
    struct checkpoint *c = context;
    double start = clock_seconds();
    int fd, why;
    char *temporary = file_temporary(c->path, &fd);

    why = temporary ? write_state(c, run, data_sha256, fd) : errno;
    if (temporary && close(fd) && why == 0)
        why = errno;
    if (temporary && why == 0)
        why = file_try_publish(temporary, c->path);
    else if (temporary)
        unlink(temporary);
    if (why && !c->warned)
        warning("cannot write the checkpoint %s: %s; the trial goes on, but starts from the "
                "beginning if it is stopped",
                c->path, strerror(why));
    c->warned = c->warned || why;
    c->saved_ms = 1e3 * (clock_seconds() - start);
    free(temporary);
}

/* ---- restoring ---- */

/* Warns that a state cannot be used, so that the trial starts from the beginning. Returns 0. */
static int start_anew(const struct checkpoint *c, const char *why)
{
    warning("%s %s; the trial starts anew", c->path, why);
    return 0;
}

/* Moves *at to the next line, or to the end of the text. */
static void skip_line(const char **at)
{
    *at += strcspn(*at, "\n");
    *at += **at == '\n';
}

/* True when the line at *at is `want`, which ends with a newline. Moves *at to the next line in any case. */
static bool next_line_is(const char **at, const char *want)
{
    bool same = strncmp(*at, want, strlen(want)) == 0;

    skip_line(at);
    return same;
}

/* True when the file ends with the checksum of all bytes before it. */
static bool is_whole(const char *s, size_t size_bytes)
{
    char hex[HASH + 1];

    if (size_bytes < HASH)
        return false;
    sha256_hex(s, size_bytes - HASH, hex);
    return memcmp(hex, s + size_bytes - HASH, HASH) == 0;
}

/* Reads the line `epochs` at *at, and moves *at to the next line. Returns NULL when a state with this number of epochs
 * can be used, else why not; the text stays valid until the next call. */
static const char *check_epochs(struct checkpoint *c, const char **at)
{
    char *end = NULL;
    long epochs = text_starts_with(*at, "epochs ") ? strtol(*at + 7, &end, 10) : -1;

    skip_line(at);
    if (!end || *end != '\n')
        return "is damaged";
    if (epochs > c->epochs)
        return "is the checkpoint of a trial with more epochs";
    if (epochs < c->epochs && c->bound) {
        free(c->why);
        c->why =
            format_new("is the checkpoint of a trial with epochs=%ld, and %s", epochs, c->bound);
        return c->why;
    }
    return NULL;
}

/* Checks the lines at the beginning of the file. Returns NULL when the state can be used, and moves *at to the bytes after
 * the lines; else returns why not. */
static const char *check_lines(struct checkpoint *c, const char **at, const char *data_sha256)
{
    const char *lines = program_lines(c), *second = strchr(lines, '\n') + 1;
    char *key = format_new("key %s\n", c->key), *data = format_new("data %s\n", data_sha256),
         *program = xstrndup(lines, (size_t)(second - lines));
    const char *why = !next_line_is(at, FIRST_LINE) ? "is the checkpoint of another version"
                      : !next_line_is(at, key)      ? "is the checkpoint of another trial"
                                                    : check_epochs(c, at);

    if (!why)
        why = !next_line_is(at, program)
                  ? "is the checkpoint of another build of normlab, whose bits may differ"
              : !next_line_is(at, second)
                  ? "is the checkpoint of other kernels or libraries, whose bits may differ"
              : !next_line_is(at, data) ? "is a checkpoint on other data"
              : !next_line_is(at, "\n") ? "is damaged"
                                        : NULL;

    free(key);
    free(data);
    free(program);
    return why;
}

int checkpoint_load(void *context, struct run *run, const char *data_sha256)
{
    struct checkpoint *c = context;
    size_t size = 0;
    char *s = file_exists(c->path) ? file_read(c->path, &size, true) : NULL;
    const char *at = s, *why;
    struct transfer t = {0};

    if (!s)
        return file_exists(c->path) ? start_anew(c, "cannot be read") : 0;
    why = strncmp(s, FIRST_LINE, strlen("normlab checkpoint ")) || !is_whole(s, size)
              ? "is damaged"
              : check_lines(c, &at, data_sha256);
    if (!why) {
        t.from = at;
        t.left = size - HASH - (size_t)(at - s);
        trial_transfer(run, &t);
        c->restored = !t.failed && t.left == 0;
        why = c->restored ? NULL : "is damaged";
    }
    free(s);
    if (!why)
        return 1;
    start_anew(c, why);
    return t.from ? -1 : 0;
}

/* ---- removing ---- */

void checkpoint_remove(const struct checkpoint *c)
{
    unlink(c->path);
}

void checkpoint_remove_done(const char *folder)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    while (d && (e = readdir(d))) {
        size_t n = strlen(e->d_name), suffix = strlen(STATE);
        char *trial;

        if (n <= suffix || strcmp(e->d_name + n - suffix, STATE))
            continue;
        trial = format_new("%.*s" TRIAL, (int)(n - suffix), e->d_name);
        if (faccessat(dirfd(d), trial, F_OK, 0) == 0)
            unlinkat(dirfd(d), e->d_name, 0);
        free(trial);
    }
    if (d)
        closedir(d);
}
