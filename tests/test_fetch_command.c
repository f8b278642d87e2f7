/* normlab data fetch; and what a fetching process meets: it is killed, it runs out of disk. */
#include "child.h"
#include "fetch_sets.h"
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

/* ---- the process ---- */

struct limits {
    rlim_t file_bytes; /* 0: none */
    unsigned
        disk_bytes; /* the folder is on a disk of that size, seen by the child alone; 0: none */
};

/* What the child cannot do here: its exit code. */
#define NO_DISK 77

static void make_disk(const char *folder, unsigned bytes)
{
    char *size = format_new("size=%u", bytes);

    folder_make(folder);
    if (unshare(CLONE_NEWNS) || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
        mount("none", folder, "tmpfs", 0, size))
        _exit(NO_DISK);
    free(size);
}

/* Fetches in a process of its own; its messages go to <test_folder>/said. In the exit code: 0 or 1,
 * and 2 when it left anything under a final or a temporary name. */
static pid_t start(const struct toy *t, struct limits limits)
{
    char *said = test_path("said");
    pid_t pid = fork();

    if (pid == 0) {
        int fd = open(said, O_WRONLY | O_CREAT | O_TRUNC, 0666), fetched, bad;
        struct rlimit limit = {limits.file_bytes, limits.file_bytes};

        dup2(fd, STDERR_FILENO);
        signal(SIGXFSZ, SIG_IGN); /* as main() does */
        if (limits.file_bytes)
            setrlimit(RLIMIT_FSIZE, &limit);
        if (limits.disk_bytes)
            make_disk(t->folder, limits.disk_bytes);
        bad = fetch_run(&t->fetch, &fetched) != 0;
        _exit(bad + 2 * (bad && toy_files(t) != toy_has(t, "one.bin.gz.part")));
    }
    assert_true(pid > 0);
    free(said);
    return pid;
}

static void assert_child_said(const char *part)
{
    char *path = test_path("said"), *said;
    size_t size;

    said = file_read(path, &size, false);
    if (!strstr(said, part) || strchr(said, '\n') != said + size - 1)
        fail_msg("said \"%s\", expected one line with \"%s\"", said, part);
    free(said);
    free(path);
}

static off_t partial_bytes(const struct toy *t)
{
    char *path = format_new("%s/one.bin.gz.part", t->folder);
    struct stat st;
    off_t size = stat(path, &st) ? 0 : st.st_size;

    free(path);
    return size;
}

static void test_killed(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");
    char *range;
    pid_t pid;

    r.slow = true;
    server_put(&t->server, &r);
    pid = start(t, (struct limits){0});
    for (int i = 0; i < 5000 && partial_bytes(t) < 50000; i++)
        sleep_ms(1);
    kill(pid, SIGKILL);
    assert_int_equal(child_end(pid), CHILD_SIGNAL + SIGKILL);
    assert_in_range(partial_bytes(t), 50000, t->one_gz_bytes - 1);
    assert_int_equal(toy_files(t), 1);
    range = format_new("bytes=%lld-", (long long)partial_bytes(t));
    r.slow = false;
    server_put(&t->server, &r);
    fetch_silently(t);
    assert_ranges(t, r.path, RANGES("", range));
    free(range);
}

/* What a killed process was unpacking is swept away. */
static void test_killed_unpacking(void **state)
{
    struct toy *t = *state;
    char *suffix = suffix_of_ended(), *path = format_new("%s/one.bin%s", t->folder, suffix);

    put_file(path, "half", 4, false);
    assert_int_equal(toy_files(t), 1);
    fetch_silently(t);
    free(suffix);
    free(path);
}

/* The name of a partial file is known beforehand: a second name of another file, or a link to it, is not written to. */
static void test_planted(void **state)
{
    struct toy *t = *state;
    char *victim = test_path("victim"), *partial = format_new("%s/one.bin.gz.part", t->folder),
         *content;

    for (int symbolic = 0; symbolic < 2; symbolic++) {
        put_file(victim, "mine", 4, false);
        assert_int_equal(folder_make(t->folder), 0);
        assert_int_equal(symbolic ? symlink(victim, partial) : link(victim, partial), 0);
        assert_int_equal(child_end(start(t, (struct limits){0})) & 1, 1);
        assert_child_said(symbolic ? "one.bin.gz.part: Too many levels of symbolic links"
                                   : "one.bin.gz.part: it is a second name of another file");
        content = read_in_folder(".", "victim");
        assert_string_equal(content, "mine");
        free(content);
        unlink(partial);
    }
    fetch_silently(t);
    free(victim);
    free(partial);
}

/* The partial file stays for the next run; nothing else does. */
static void test_no_room_to_download(void **state)
{
    struct toy *t = *state;

    assert_int_equal(child_end(start(t, (struct limits){.file_bytes = 100000})), 1);
    assert_child_said("one.bin.gz.part: File too large. Mend that, or choose another folder");
    assert_int_equal(partial_bytes(t), 100000);
    fetch_silently(t);
    assert_ranges(t, "/a/one.bin.gz", RANGES("", "bytes=100000-"));
}

static void test_no_room_to_unpack(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/a/one.bin.gz");

    memset(t->one, 0, ONE_BYTES);
    sha256_hex(t->one, ONE_BYTES, t->hash[0]);
    free(t->one_gz);
    t->one_gz = pack(t->one, ONE_BYTES, &t->one_gz_bytes);
    r = served(t, r.path);
    server_put(&t->server, &r);
    assert_int_equal(child_end(start(t, (struct limits){.file_bytes = 10000})), 1);
    assert_child_said(": File too large. Mend that");
    assert_int_equal(partial_bytes(t), t->one_gz_bytes);
    assert_int_equal(toy_files(t), 1);
    fetch_silently(t);
}

static void test_full_disk(void **state)
{
    struct toy *t = *state;
    int code = child_end(start(t, (struct limits){.disk_bytes = 200000}));

    if (code == NO_DISK)
        skip_because("this user may not mount a small disk");
    assert_int_equal(code, 1);
    assert_child_said("one.bin.gz.part: No space left on device. Mend that");
    code = child_end(start(t, (struct limits){.disk_bytes = 400000})); /* enough for one of both */
    assert_int_equal(code, 1);
    assert_child_said(": No space left on device. Mend that");
}

/* ---- the command ---- */

static void assert_command(int code, const char *arguments, const char *out, const char *err)
{
    char *line = format_new("\"$NORMLAB\" data %s", arguments), *printed, *said;
    int have = run_command(line, &printed, &said);
    size_t lines = 0;

    for (const char *s = said; *s; s++)
        lines += *s == '\n';
    if (have != code || !strstr(printed, out) || !strstr(said, err) || lines != (*err != '\0'))
        fail_msg("normlab data %s: exit code %d, printed \"%s\", said \"%s\"; expected %d, \"%s\", "
                 "one line with \"%s\"",
                 arguments, have, printed, said, code, out, err);
    free(printed);
    free(said);
    free(line);
}

static void test_usage(void **state)
{
    (void)state;
    assert_command(2, "", "", "data fetch NAME downloads a set");
    assert_command(2, "fecth mnist", "", "did you mean 'fetch'?");
    assert_command(2, "fetch", "", "fetch takes one set");
    assert_command(2, "fetch mnist cifar10", "", "fetch takes one set");
    assert_command(2, "fetch mnits", "", "did you mean 'mnist'?");
    assert_command(2, "fetch words", "", "words comes from the system's packages: apt install ");
    assert_command(2, "fetch ts:Toy", "", "ts:Toy reads files of your own");
    assert_command(2, "fetch something-else", "", "known: mnist, fashion-mnist, cifar10, ");
    assert_command(2, "fetch synthetic", "", "synthetic is generated");
    assert_command(2, "fetch mnist --mirror ftp://host/", "", "should begin with http://");
    assert_command(2, "fetch mnist --out ''", "", "--out: which folder?");
    assert_command(2, "fetch mnist --mirorr http://host/", "", "did you mean --mirror?");
    assert_command(2, "fetch mnist --timeout 0", "", "from 1 to 1024");
    for (const struct fetch_set *s = fetch_sets; s->name; s++)
        assert_command(0, "--help", s->name, "");
}

/* Every set that can be read can be fetched, in the files that are read; but for those that are
 * generated, the user's own, or in the system's packages alone. */
static void test_table(void **state)
{
    (void)state;
    assert_ptr_equal(fetch_set_find("cifar-10"), fetch_set_find("cifar10"));
    assert_ptr_equal(fetch_set_find("fashionmnist"), fetch_set_find("fashion-mnist"));
    assert_null(fetch_set_find("mnist2"));
    assert_null(fetch_set_find(""));
    for (const struct data_type *const *type = data_types; *type; type++) {
        const struct fetch_set *set = fetch_set_find((*type)->name);

        for (int i = 0; (*type)->files[i] && !(*type)->argument && !(*type)->folder; i++) {
            bool found = false;

            assert_non_null(set);
            for (const struct fetch_file *f = set->files; f->path; f++)
                found |= strcmp(f->path, (*type)->files[i]) == 0;
            assert_true(found);
            assert_non_null(strstr((*type)->install, "normlab data fetch "));
        }
    }
    for (const struct fetch_set *s = fetch_sets; s->name; s++) {
        for (const struct fetch_file *f = s->files; f->path; f++)
            assert_int_equal(strspn(f->sha256, "0123456789abcdef"), 64);
        for (const struct fetch_source *source = s->sources; source->base; source++) {
            assert_true(fetch_is_url(source->base));
            assert_int_equal(source->base[strlen(source->base) - 1], '/');
            assert_true(source->archive ? source->archive_bytes_max > 0 : source->suffix != NULL);
        }
    }
}

/* japanese-vowels asks a mirror for both of its forms. */
static void test_mirror_command(void **state)
{
    struct toy *t = *state;
    char *line = format_new("fetch japanese-vowels -q --timeout 5 --mirror http://127.0.0.1:%d/m",
                            t->server.port);

    surround(NULL);
    assert_command(1, line, "",
                   "/m/JapaneseVowels.zip: the server answers HTTP 404. Try again later");
    assert_int_equal(server_requests(&t->server, NULL), 2);
    assert_ranges(t, "/m/JapaneseVowels_TRAIN.ts", RANGES(""));
    free(line);
}

/* Stopped by hand: one message, the exit code of the signal, and the partial file. */
static void test_interrupted(void **state)
{
    struct toy *t = *state;
    struct resource r = served(t, "/m/JapaneseVowels_TRAIN.ts");
    char *line = format_new("timeout --preserve-status -s INT 1 \"$NORMLAB\" data fetch -q "
                            "japanese-vowels --mirror http://127.0.0.1:%d/m --out '%s'",
                            t->server.port, t->folder),
         *said;

    r.slow = true;
    server_put(&t->server, &r);
    assert_int_equal(run_command(line, NULL, &said), 128 + SIGINT);
    assert_string_equal(said,
                        "normlab: error: stopped by a signal; what has finished is kept, and the "
                        "same command continues from there\n");
    assert_true(toy_has(t, "japanese-vowels/JapaneseVowels_TRAIN.ts.part"));
    assert_int_equal(toy_files(t), 1);
    free(said);
    free(line);
}

/* Serves Debian's files of Fashion-MNIST as a mirror would. */
static void serve_fashion(struct toy *t, char *bytes[4], char *paths[4])
{
    const struct fetch_set *set = fetch_set_find("fashion-mnist");

    for (int i = 0; i < 4; i++) {
        char *path = format_new("/usr/share/datasets/fashion-mnist/%s.gz", set->files[i].path);
        struct resource r = {0};

        bytes[i] = file_read(path, &r.size, false);
        assert_non_null(bytes[i]);
        r.body = bytes[i];
        r.path = paths[i] = format_new("/m/%s.gz", set->files[i].path);
        server_put(&t->server, &r);
        free(path);
    }
}

/* The whole way with a set of the table, up to data=NAME. */
static void test_real_set(void **state)
{
    struct toy *t = *state;
    char *bytes[4], *paths[4], *line;
    struct text where = {0};
    struct data d;

    surround(NULL);
    if (!file_exists("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz"))
        skip_missing("dataset-fashion-mnist");
    assert_command(0, "fetch fashion-mnist", "already in /usr/share/datasets/fashion-mnist", "");
    serve_fashion(t, bytes, paths);
    line = format_new("fetch fashionmnist -q --mirror http://127.0.0.1:%d/m --out '%s/data'",
                      t->server.port, test_folder());
    assert_command(0, line, "fashion-mnist is in ", "");
    assert_command(0, line, "nothing to fetch", "");
    assert_int_equal(server_requests(&t->server, NULL), 4);
    assert_true(data_locate("fashion-mnist", &where));
    assert_true(text_starts_with(text_str(&where), test_folder()));
    assert_int_equal(data_open(&d, "fashion-mnist"), 0);
    assert_int_equal(d.train.count, 60000);
    data_close(&d);
    text_clear(&where);
    free(line);
    for (int i = 0; i < 4; i++) {
        free(bytes[i]);
        free(paths[i]);
    }
}

#define TEST_CASE(name) cmocka_unit_test_setup_teardown(test_##name, toy_start, toy_stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(killed),
        TEST_CASE(killed_unpacking),
        TEST_CASE(planted),
        TEST_CASE(no_room_to_download),
        TEST_CASE(no_room_to_unpack),
        TEST_CASE(full_disk),
        cmocka_unit_test(test_usage),
        cmocka_unit_test(test_table),
        TEST_CASE(mirror_command),
        TEST_CASE(interrupted),
        TEST_CASE(real_set),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
