/* For tests of downloads: a small data set, and a server in the test that offers it. */
#ifndef NORMLAB_TESTS_FETCH_SETS_H
#define NORMLAB_TESTS_FETCH_SETS_H

#include "support.h"

#include "base/rng.h"
#include "base/sha256.h"
#include "data/fetch/fetch.h"
#include "data_sets.h"
#include "http_server.h"
#include <dirent.h>
#include <unistd.h>

#define ONE_BYTES 300000
#define TWO_BYTES 50000

/* A set of two files: one.bin, random bytes that gzip cannot make smaller, and sub/two.bin, zeros. It has two sources on the
 * server, in this order: /a/, which has both files as .gz, and /b/, which has no files. */
struct toy {
    struct server server;
    uint8_t one[ONE_BYTES], two[TWO_BYTES];
    char *one_gz, *two_gz;
    size_t one_gz_bytes, two_gz_bytes;
    char hash[2][65], base[2][64], *folder;
    struct fetch_file files[3];
    struct fetch_source sources[3];
    struct fetch_set set;
    struct fetch fetch;
};

static inline char *pack(const void *bytes, size_t n, size_t *size)
{
    char *path = test_path("pack/gz"), *packed;

    put_file(path, bytes, n, true);
    packed = file_read(path, size, false);
    free(path);
    return packed;
}

/* Returns the server's resource with the content of one.bin.gz at a path. */
static inline struct resource served(const struct toy *t, const char *path)
{
    return (struct resource){.path = path, .body = t->one_gz, .size = t->one_gz_bytes};
}

/* Puts both files on the server, in the folder "/a/" or "/b/". */
static inline void put_both(struct toy *t, const char *folder)
{
    bool a = folder[1] == 'a';
    struct resource one = served(t, a ? "/a/one.bin.gz" : "/b/one.bin.gz"), two = one;

    two.path = a ? "/a/two.bin.gz" : "/b/two.bin.gz";
    two.body = t->two_gz;
    two.size = t->two_gz_bytes;
    server_put(&t->server, &one);
    server_put(&t->server, &two);
}

static inline int toy_start(void **state)
{
    static struct toy t;
    struct rng r = rng_stream(7, "toy");
    char *line = format_new("cd '%s' && rm -rf toy pack", test_folder());

    *state = memset(&t, 0, sizeof t);
    assert_int_equal(run_command(line, NULL, NULL), 0);
    free(line);
    setenv("no_proxy", "*", 1);
    for (int i = 0; i < ONE_BYTES; i++)
        t.one[i] = (uint8_t)(256 * rng_uniform(&r));
    t.one_gz = pack(t.one, ONE_BYTES, &t.one_gz_bytes);
    t.two_gz = pack(t.two, TWO_BYTES, &t.two_gz_bytes);
    sha256_hex(t.one, ONE_BYTES, t.hash[0]);
    sha256_hex(t.two, TWO_BYTES, t.hash[1]);
    server_start(&t.server);
    for (int i = 0; i < 2; i++) {
        snprintf(t.base[i], sizeof t.base[i], "http://127.0.0.1:%d/%c/", t.server.port, "ab"[i]);
        t.sources[i] = (struct fetch_source){.base = t.base[i], .suffix = ".gz"};
    }
    t.files[0] = (struct fetch_file){"one.bin", ONE_BYTES, t.hash[0]};
    t.files[1] = (struct fetch_file){"sub/two.bin", TWO_BYTES, t.hash[1]};
    t.set = (struct fetch_set){"toy", t.files, t.sources};
    t.folder = test_path("toy");
    t.fetch = (struct fetch){.set = &t.set, .folder = t.folder, .timeout_s = 10, .quiet = true};
    put_both(&t, "/a/");
    return 0;
}

static inline int toy_stop(void **state)
{
    struct toy *t = *state;

    server_stop(&t->server);
    free(t->one_gz);
    free(t->two_gz);
    free(t->folder);
    return 0;
}

static inline void assert_file(const struct toy *t, const char *name, const void *bytes, size_t n)
{
    char *path = format_new("%s/%s", t->folder, name);
    size_t size;
    char *have = file_read(path, &size, false);

    assert_non_null(have);
    assert_int_equal(size, n);
    assert_memory_equal(have, bytes, n);
    free(have);
    free(path);
}

static inline bool toy_has(const struct toy *t, const char *name)
{
    char *path = format_new("%s/%s", t->folder, name);
    bool has = file_exists(path);

    free(path);
    return has;
}

/* Returns the number of regular files in the set's folder and below. */
static inline int toy_files(const struct toy *t)
{
    char *line = format_new("find '%s' -type f | grep -c .", t->folder), *out;
    int n;

    run_command(line, &out, NULL);
    n = atoi(out);
    free(out);
    free(line);
    return n;
}

/* Fails unless the set's folder has both files with their content, and no other file. */
static inline void assert_fetched(const struct toy *t)
{
    assert_file(t, "one.bin", t->one, ONE_BYTES);
    assert_file(t, "sub/two.bin", t->two, TWO_BYTES);
    assert_int_equal(toy_files(t), 2);
}

static inline void fetch_silently(struct toy *t)
{
    int fetched;

    capture_stderr();
    assert_int_equal(fetch_run(&t->fetch, &fetched), 0);
    assert_silent();
    assert_fetched(t);
}

static inline void assert_fetch_says(struct toy *t, const char *part, const char *other)
{
    int fetched;

    capture_stderr();
    assert_int_equal(fetch_run(&t->fetch, &fetched), -1);
    assert_said("error", part, other);
}

static inline void put_partial(const struct toy *t, const void *bytes, size_t n)
{
    char *path = format_new("%s/one.bin.gz.part", t->folder);

    put_file(path, bytes, n, false);
    free(path);
}

/* Fails unless the requests for this path so far asked for these ranges, in this order. ranges ends with NULL. */
static inline void assert_ranges(struct toy *t, const char *path, const char *const *ranges)
{
    struct request request[SERVER_REQUESTS];
    int n = server_requests(&t->server, request);

    for (int i = 0; i < n; i++)
        if (strcmp(request[i].path, path) == 0) {
            assert_non_null(*ranges);
            assert_string_equal(request[i].range, *ranges);
            ranges++;
        }
    assert_null(*ranges);
}

#define RANGES(...) ((const char *const[]){__VA_ARGS__, NULL})

#endif
