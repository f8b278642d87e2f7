/*
 * Checks that a mapped cache has the content that was decoded. Hashing a cache at every start of a trial would take longer
 * than a small trial does. So the process that has hashed a cache writes a note, .NAME.checked. For a day other processes
 * do not hash the cache again, as long as it has the inode, size and times that the note states: a program that writes to
 * the cache changes them. (A failing disk does not; this is found a day later.) The note is beside the cache or, where that
 * folder cannot be written, in the user's own cache folder.
 */
#include "base/error.h"
#include "base/sha256.h"
#include "base/system/file.h"
#include "data/cache.h"
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    TRUSTED_S = 24 * 3600,
    /* No note is written about a cache younger than this: within the resolution of the file system's clock, the cache could
     * change again without a change of its times. */
    SETTLED_S = 2,
};

/* ---- notes ---- */

/* Returns the folder of the note about a cache, a new string. beside: the folder of the cache; otherwise the user's own cache
 * folder, which is NULL when no home folder is known. */
static char *note_folder(const char *cache, bool beside)
{
    return beside ? format_new("%.*s", (int)(strrchr(cache, '/') - cache), cache)
                  : user_folder("XDG_CACHE_HOME", ".cache");
}

/* Returns the path of the note: a new string. */
static char *note_path(const char *folder, const char *cache)
{
    return format_new("%s/.%s.checked", folder, path_name(cache));
}

/* Returns the content of a note about a cache with this hash: a new string. */
static char *note_text(const struct stat *cache, const char *sha256)
{
    return format_new("%lld %lld %lld.%09ld %lld.%09ld %s\n", (long long)cache->st_ino,
                      (long long)cache->st_size, (long long)cache->st_mtim.tv_sec,
                      cache->st_mtim.tv_nsec, (long long)cache->st_ctim.tv_sec,
                      cache->st_ctim.tv_nsec, sha256);
}

/* True when the file at path has exactly this text and is at most a day old. */
static bool note_holds(const char *path, const char *text)
{
    struct stat st;
    size_t size = 0;
    char *found = stat(path, &st) == 0 ? file_read(path, &size, true) : NULL;
    double age_s = found ? difftime(time(NULL), st.st_mtime) : -1;
    bool holds = found && strcmp(found, text) == 0 && age_s >= -SETTLED_S && age_s < TRUSTED_S;

    free(found);
    return holds;
}

/* True when a note with this text about the cache, at most a day old, is in one of the two folders. */
static bool is_noted(const char *cache, const char *text)
{
    bool noted = false;

    for (int beside = 1; beside >= 0 && !noted; beside--) {
        char *folder = note_folder(cache, beside), *path = folder ? note_path(folder, cache) : NULL;

        noted = path && note_holds(path, text);
        free(path);
        free(folder);
    }
    return noted;
}

/* Writes a note with this text about the cache. A failure is no error: the next process then hashes the cache, too. */
static void write_note(const char *cache, const char *text)
{
    bool done = false;

    for (int beside = 1; beside >= 0 && !done; beside--) {
        char *folder = note_folder(cache, beside), *path = folder ? note_path(folder, cache) : NULL;

        done =
            path && folder_try_make(folder) == 0 && file_try_write(path, text, strlen(text)) == 0;
        free(path);
        free(folder);
    }
}

/* ---- the content ---- */

bool cache_content_holds(const char *cache, int fd, const void *payload, size_t size_bytes,
                         const char sha256[65])
{
    struct stat st;
    char *text, hash[65];
    bool holds, settled;

    if (fstat(fd, &st))
        return false;
    text = note_text(&st, sha256);
    holds = is_noted(cache, text);
    if (!holds) {
        /* The workers of a run start together: one hashes while the others wait for its note. On a file system without
         * locks, all hash. */
        flock(fd, LOCK_EX);
        holds = is_noted(cache, text);
    }
    if (!holds) {
        settled = difftime(time(NULL), st.st_ctime) >= SETTLED_S;
        sha256_hex(payload, size_bytes, hash);
        holds = strcmp(hash, sha256) == 0;
        if (holds && settled)
            write_note(cache, text);
    }
    flock(fd, LOCK_UN);
    free(text);
    return holds;
}

/* ---- a file that is truncated while it is mapped ---- */

/* Reads a hexadecimal number at *at, and moves *at to the character after it. */
static unsigned long read_hex(const char **at)
{
    unsigned long v = 0;

    for (;; ++*at)
        if (**at >= '0' && **at <= '9')
            v = v * 16 + (unsigned long)(**at - '0');
        else if (**at >= 'a' && **at <= 'f')
            v = v * 16 + (unsigned long)(**at - 'a') + 10;
        else
            return v;
}

/* Returns the path of the file that is mapped at the address, from a line of /proc/self/maps, as "7f00-7f10 r--s 0000 08:01
 * 123   /path"; NULL when the line is about other addresses or no file. */
static const char *mapped_file(const char *line, unsigned long address)
{
    unsigned long from = read_hex(&line), to = *line == '-' ? (line++, read_hex(&line)) : 0;

    return from <= address && address < to ? strchr(line, '/') : NULL;
}

/* Reads the next line into `line`, without its newline. Returns false at the end. A signal handler may call it. */
static bool next_line(int fd, char *line, size_t size)
{
    size_t n = 0;
    char c;

    while (read(fd, &c, 1) == 1) {
        if (c == '\n') {
            line[n] = '\0';
            return true;
        }
        if (n + 1 < size)
            line[n++] = c;
    }
    return false;
}

static void write_text(const char *s)
{
    if (write(STDERR_FILENO, s, strlen(s)) < 0)
        return; /* the signal still ends the process */
}

/* The handler of SIGBUS, which the kernel sends when a page of a mapped file cannot be read. It prints the name of the file.
 * After the handler, the process repeats the read. The second SIGBUS ends the process, so that the sweep runs the trial
 * again. The handler calls only functions that are safe in signal handlers. */
static void explain_cut(int number, siginfo_t *info, void *context)
{
    char line[4400];
    const char *path = NULL;
    int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);

    (void)number;
    (void)context;
    while (fd >= 0 && !path && next_line(fd, line, sizeof line))
        path = mapped_file(line, (unsigned long)info->si_addr);
    if (!path)
        return;
    write_text("normlab: error: ");
    write_text(path);
    write_text(": cut short, or its disk failed, while it was read; run the same command again\n");
}

void cache_explain_cuts(void)
{
    struct sigaction action = {.sa_sigaction = explain_cut,
                               .sa_flags = SA_SIGINFO | (int)SA_RESETHAND};

    sigemptyset(&action.sa_mask);
    sigaction(SIGBUS, &action, NULL);
}
