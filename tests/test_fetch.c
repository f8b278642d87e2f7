/* Fetching: whatever servers do, a file appears whole and right, or not at all. */
#include "fetch_sets.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>

static void test_fetch(void **state)
{
    struct toy *t = *state;
    int fetched;

    assert_false(fetch_is_complete(&t->set, t->folder));
    assert_int_equal(fetch_run(&t->fetch, &fetched), 0);
    assert_int_equal(fetched, 2);
    assert_fetched(t);
    assert_int_equal(server_requests(&t->server, NULL), 2);
    assert_true(fetch_is_complete(&t->set, t->folder));
    assert_int_equal(fetch_run(&t->fetch, &fetched), 0);
    assert_int_equal(fetched, 0);
    assert_int_equal(server_requests(&t->server, NULL), 2);
}

/* Of a set that is there in part, packed even, only the rest is asked for. */
static void test_rest(void **state)
{
    struct toy *t = *state;
    char *path = format_new("%s/one.bin.gz", t->folder);
    int fetched;

    put_file(path, t->one, ONE_BYTES, true);
    free(path);
    assert_int_equal(fetch_run(&t->fetch, &fetched), 0);
    assert_int_equal(fetched, 1);
    assert_ranges(t, "/a/one.bin.gz", RANGES(NULL));
    assert_false(toy_has(t, "one.bin"));
    assert_file(t, "sub/two.bin", t->two, TWO_BYTES);
}

/* The last line says 100 %, although the line before it is younger than the ten seconds between lines. */
static void test_progress(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");
    int fetched;
    char *said;

    r.slow = true;
    server_put(&t->server, &r);
    put_partial(t, t->one_gz, t->one_gz_bytes - 20480);
    t->fetch.quiet = false;
    capture_stderr();
    assert_int_equal(fetch_run(&t->fetch, &fetched), 0);
    said = captured_stderr();
    assert_non_null(strstr(said, "  one.bin.gz  100 %  0.3 of 0.3 MB\n"));
    assert_non_null(strstr(said, "toy: sub/two.bin, 50000 bytes, SHA-256 as published\n"));
    assert_null(strchr(said, '\r'));
    free(said);
}

/* ---- going on ---- */

static void test_cut_connection(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.cuts = 2;
    r.cut_after = 100000;
    server_put(&t->server, &r);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("", "bytes=100000-", "bytes=200000-"));
}

/* One that always breaks at once ends the attempt; what came is kept. */
static void test_cut_for_good(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.cuts = 99;
    server_put(&t->server, &r);
    put_partial(t, t->one_gz, 1000);
    assert_fetch_says(t, "cannot fetch toy: http://", "/b/one.bin.gz: the server answers HTTP 404");
    assert_ranges(t, r.path, RANGES("bytes=1000-"));
    assert_file(t, "one.bin.gz.part", t->one_gz, 1000);
    assert_int_equal(toy_files(t), 1);
}

static void test_partial(void **state)
{
    struct toy *t = *state;

    put_partial(t, t->one_gz, 150000);
    fetch_silently(t);
    assert_ranges(t, "/a/one.bin.gz", RANGES("bytes=150000-"));
}

static void test_range_ignored(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.no_range = true;
    server_put(&t->server, &r);
    put_partial(t, t->one_gz, 150000);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("bytes=150000-"));
}

/* The server sends a part that does not follow. */
static void test_wrong_range(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.lies = true;
    server_put(&t->server, &r);
    put_partial(t, t->one_gz, 150000);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("bytes=150000-", ""));
}

/* The beginning is of another file. */
static void test_stale_partial(void **state)
{
    struct toy *t = *state;

    put_partial(t, t->one, 150000);
    fetch_silently(t);
    assert_ranges(t, "/a/one.bin.gz", RANGES("bytes=150000-", ""));
}

static void test_nothing_left(void **state)
{
    struct toy *t = *state;
    char *range = format_new("bytes=%zu-", t->one_gz_bytes);

    put_partial(t, t->one_gz, t->one_gz_bytes);
    fetch_silently(t);
    assert_ranges(t, "/a/one.bin.gz", RANGES(range));
    free(range);
}

static void test_more_than_all(void **state)
{
    struct toy *t = *state;
    char *range = format_new("bytes=%zu-", t->one_gz_bytes + 1);
    char *more = xcalloc(t->one_gz_bytes + 1, 1);

    memcpy(more, t->one_gz, t->one_gz_bytes);
    put_partial(t, more, t->one_gz_bytes + 1);
    fetch_silently(t);
    assert_ranges(t, "/a/one.bin.gz", RANGES(range, ""));
    free(range);
    free(more);
}

/* A 416 that does not say how large the file is: the content decides. */
static void test_nothing_left_unsaid(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");
    char *range = format_new("bytes=%zu-", t->one_gz_bytes);
    char *other = xcalloc(t->one_gz_bytes, 1), *line = format_new("rm -rf '%s'", t->folder);

    r.no_total = true;
    server_put(&t->server, &r);
    put_partial(t, t->one_gz, t->one_gz_bytes);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES(range));
    server_forget(&t->server);
    run_command(line, NULL, NULL);
    put_partial(t, other, t->one_gz_bytes);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES(range, ""));
    free(range);
    free(other);
    free(line);
}

/* ---- what servers say ---- */

static void test_next_source(void **state)
{
    struct toy *t = *state;
    static const int statuses[] = {404, 403, 500, 503, 204};

    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        char *line = format_new("rm -rf '%s'", t->folder);

        run_command(line, NULL, NULL);
        free(line);
        server_put(&t->server, &(struct resource){"/a/one.bin.gz", .status = statuses[i]});
        put_both(t, "/b/");
        fetch_silently(t);
    }
}

static void test_no_source(void **state)
{
    struct toy *t = *state;

    server_put(&t->server, &(struct resource){"/a/one.bin.gz", .status = 500});
    assert_fetch_says(t, "/a/one.bin.gz: the server answers HTTP 500; http://",
                      "/b/one.bin.gz: the server answers HTTP 404. Try again later");
    assert_int_equal(toy_files(t), 0);
}

/* A mirror takes the place of both; without its "/" at the end, too. */
static void test_mirror(void **state)
{
    struct toy *t = *state;
    char *mirror = format_new("http://127.0.0.1:%d/b", t->server.port);

    t->fetch.mirror = mirror;
    assert_fetch_says(t, "/b/one.bin.gz: the server answers HTTP 404", "--mirror");
    assert_int_equal(server_requests(&t->server, NULL), 1);
    put_both(t, "/b/");
    fetch_silently(t);
    free(mirror);
}

static void test_redirect(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/c/1");

    r.cuts = 1;
    r.cut_after = 100000;
    server_put(&t->server, &(struct resource){"/a/one.bin.gz", .status = 302, .location = "/c/1"});
    server_put(&t->server, &r);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("", "bytes=100000-"));
}

static void test_redirect_refused(void **state)
{
    struct toy *t = *state;

    server_put(&t->server,
               &(struct resource){"/a/one.bin.gz", .status = 301, .location = "/a/one.bin.gz"});
    assert_fetch_says(t, "/a/one.bin.gz: Maximum (10) redirects followed", NULL);
    server_put(&t->server, &(struct resource){"/a/one.bin.gz", .status = 301,
                                              .location = "ftp://127.0.0.1:1/x"});
    assert_fetch_says(t, "/a/one.bin.gz: Protocol \"ftp\"", NULL);
    assert_int_equal(toy_files(t), 0);
}

/* ---- wrong content ---- */

static void test_wrong_hash(void **state)
{
    struct toy *t = *state;
    char *found = format_new("/a/one.bin.gz: one.bin has SHA-256 %s, expected ", t->hash[0]);
    char *expected = format_new("expected %s; http://", t->hash[1]);

    t->files[0].sha256 = t->hash[1];
    assert_fetch_says(t, found, expected);
    assert_int_equal(toy_files(t), 0);
    free(found);
    free(expected);
}

static void test_wrong_content(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.size /= 2;
    server_put(&t->server, &r); /* complete, as its server sees it */
    assert_fetch_says(t, "/a/one.bin.gz: it is damaged or cut off (truncated gzip input)", NULL);
    r.body = t->one;
    r.size = 1000;
    server_put(&t->server, &r);
    assert_fetch_says(t, "one.bin has 1000 bytes, expected 300000", NULL);
    r.size = 0;
    server_put(&t->server, &r);
    assert_fetch_says(t, "one.bin has 0 bytes, expected 300000", NULL);
    assert_int_equal(toy_files(t), 0);
}

/* A body is given up before it fills the disk; so is what unpacks to too much. */
static void test_too_large(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    t->files[0].size_bytes = 1000;
    server_put(&t->server, &r);
    assert_fetch_says(t, "sends more than the 5111 bytes that it may be", NULL);
    r.no_length = true;
    server_put(&t->server, &r);
    assert_fetch_says(t, "sends more than the 5111 bytes that it may be", NULL);
    r.body = t->two_gz;
    r.size = t->two_gz_bytes;
    server_put(&t->server, &r);
    assert_fetch_says(t, "it unpacks to more than the 1000 bytes that it may be", NULL);
    assert_int_equal(toy_files(t), 0);
    r = served(t, r.path);
    r.no_length = true;
    server_put(&t->server, &r);
    t->files[0].size_bytes = ONE_BYTES;
    fetch_silently(t);
}

/* ---- silence ---- */

static void test_stall(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    r.stalls = true;
    r.cut_after = 900;
    server_put(&t->server, &r);
    t->fetch.timeout_s = 1;
    assert_fetch_says(t, "stalled 900 bytes into the file: next to nothing came for 1 s", NULL);
    assert_file(t, "one.bin.gz.part", t->one_gz, 900);
    r.stalls = false;
    server_put(&t->server, &r);
    server_forget(&t->server);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("bytes=900-"));
}

/* One that listens and never answers; then nobody listens. */
static void test_silence(void **state)
{
    struct toy *t = *state;
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof a;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    char mirror[64];

    assert_int_equal(bind(fd, (struct sockaddr *)&a, sizeof a), 0);
    assert_int_equal(listen(fd, 1), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&a, &size), 0);
    snprintf(mirror, sizeof mirror, "http://127.0.0.1:%d/", ntohs(a.sin_port));
    t->fetch.mirror = mirror;
    t->fetch.timeout_s = 1;
    assert_fetch_says(t, "/one.bin.gz: no answer within 1 s", NULL);
    close(fd);
    assert_fetch_says(t, "/one.bin.gz: Failed to connect to 127.0.0.1", NULL);
    assert_int_equal(toy_files(t), 0);
}

/* ---- what is there already ---- */

static void test_other_content(void **state)
{
    struct toy *t = *state;
    char *path = format_new("%s/one.bin", t->folder);

    put_file(path, "mine", 4, false);
    assert_fetch_says(t, "/one.bin has 4 bytes, expected 300000; it is not the published toy",
                      "--force");
    assert_file(t, "one.bin", "mine", 4);
    assert_int_equal(server_requests(&t->server, NULL), 0);
    t->fetch.force = true;
    fetch_silently(t);
    free(path);
}

static void test_two_at_once(void **state)
{
    struct toy *t = *state;
    int fd;

    assert_int_equal(folder_make(t->folder), 0);
    fd = open(t->folder, O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_fetch_says(t, "another normlab fetches to", t->folder);
    close(fd);
    fetch_silently(t);
}

#define TEST_CASE(name) cmocka_unit_test_setup_teardown(test_##name, toy_start, toy_stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(fetch),
        TEST_CASE(rest),
        TEST_CASE(progress),
        TEST_CASE(cut_connection),
        TEST_CASE(cut_for_good),
        TEST_CASE(partial),
        TEST_CASE(range_ignored),
        TEST_CASE(wrong_range),
        TEST_CASE(stale_partial),
        TEST_CASE(nothing_left),
        TEST_CASE(more_than_all),
        TEST_CASE(nothing_left_unsaid),
        TEST_CASE(next_source),
        TEST_CASE(no_source),
        TEST_CASE(mirror),
        TEST_CASE(redirect),
        TEST_CASE(redirect_refused),
        TEST_CASE(wrong_hash),
        TEST_CASE(wrong_content),
        TEST_CASE(too_large),
        TEST_CASE(stall),
        TEST_CASE(silence),
        TEST_CASE(other_content),
        TEST_CASE(two_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
