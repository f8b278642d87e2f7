/* Archives: the wanted members come out, whatever else is in there, and nothing escapes. */
#include "data/fetch/unpack.h"
#include "fetch_sets.h"
#include <archive.h>
#include <archive_entry.h>

enum form { TAR_GZ, ZIP };

struct member {
    const char *path;
    const void *bytes;
    size_t size;
    const char *link, *hardlink;
};

/* An archive of those members (the last without a path) in <test_folder>/NAME; its path. */
static char *put_archive(const char *name, enum form form, const struct member *m)
{
    char *path = test_path(name);
    struct archive *a = archive_write_new();

    if (form == ZIP)
        assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    else
        assert_int_equal(archive_write_set_format_pax_restricted(a), ARCHIVE_OK);
    if (form == TAR_GZ)
        assert_int_equal(archive_write_add_filter_gzip(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (; m->path; m++) {
        struct archive_entry *e = archive_entry_new();

        archive_entry_set_pathname(e, m->path);
        archive_entry_set_perm(e, 0644);
        archive_entry_set_filetype(e, m->link ? AE_IFLNK : AE_IFREG);
        archive_entry_set_size(e, m->link || m->hardlink ? 0 : (la_int64_t)m->size);
        if (m->link)
            archive_entry_set_symlink(e, m->link);
        if (m->hardlink)
            archive_entry_set_hardlink(e, m->hardlink);
        assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
        if (m->size)
            assert_int_equal(archive_write_data(a, m->bytes, m->size), (la_ssize_t)m->size);
        archive_entry_free(e);
    }
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    archive_write_free(a);
    return path;
}

/* The wanted files of every test: one.txt (8 bytes at most) and two.txt. */
static char *to[2];

static enum fetch_result unpack(const char *archive, struct unpack_file file[2], struct text *why)
{
    for (int i = 0; i < 2; i++) {
        unlink(to[i]);
        file[i] = (struct unpack_file){i ? "two.txt" : "one.txt", to[i], 8, false, 0, ""};
    }
    return unpack_archive(archive, file, 2, why);
}

static void assert_content(const char *path, const char *want)
{
    size_t size;
    char *have = file_read(path, &size, false);

    assert_non_null(have);
    assert_string_equal(have, want);
    free(have);
}

static void test_members(void **state)
{
    static const struct member members[] = {
        {"./dir/readme.html", "anything at all", 15, NULL, NULL},
        {"dir/one.txt", "first", 5, NULL, NULL},
        {"two.txt.bak", "no", 2, NULL, NULL},
        {"two.txt", "second", 6, NULL, NULL},
        {"link", "", 0, "/etc/passwd", NULL},
        {0},
    };

    (void)state;
    for (enum form form = TAR_GZ; form <= ZIP; form++) {
        char *path = put_archive("members", form, members), hex[65];
        struct unpack_file file[2];
        struct text why = {0};

        assert_int_equal(unpack(path, file, &why), FETCH_DONE);
        assert_string_equal(text_str(&why), "");
        assert_true(file[0].found && file[1].found);
        assert_int_equal(file[1].size_bytes, 6);
        sha256_hex("second", 6, hex);
        assert_string_equal(file[1].sha256, hex);
        assert_content(to[0], "first");
        assert_content(to[1], "second");
        free(path);
    }
}

static void test_missing_member(void **state)
{
    static const struct member members[] = {{"two.txt", "second", 6, NULL, NULL}, {0}};
    char *path = put_archive("missing", TAR_GZ, members);
    struct unpack_file file[2];
    struct text why = {0};

    (void)state;
    assert_int_equal(unpack(path, file, &why), FETCH_DONE);
    assert_false(file[0].found);
    assert_true(file[1].found);
    assert_false(file_exists(to[0]));
    free(path);
}

/* Refused, for a reason that has `part` in it. */
static void assert_refused(const char *path, const char *part)
{
    struct unpack_file file[2];
    struct text why = {0};

    assert_int_equal(unpack(path, file, &why), FETCH_NEXT);
    if (!strstr(text_str(&why), part))
        fail_msg("\"%s\" has no \"%s\"", text_str(&why), part);
    text_clear(&why);
}

static void test_unsafe(void **state)
{
    static char zeros[1 << 20];
    static const struct {
        struct member member;
        const char *part;
    } cases[] = {
        {{"../evil.txt", "x", 1, NULL, NULL}, "unsafe path ../evil.txt"},
        {{"dir/../../one.txt", "x", 1, NULL, NULL}, "unsafe path dir/../../one.txt"},
        {{"..", "x", 1, NULL, NULL}, "unsafe path .."},
        {{"/tmp/one.txt", "x", 1, NULL, NULL}, "unsafe path /tmp/one.txt"},
        {{"one.txt", "", 0, "/etc/passwd", NULL}, "its member one.txt is no plain file"},
        {{"one.txt", "", 0, NULL, "two.txt"}, "its member one.txt is no plain file"},
        {{"one.txt", "123456789", 9, NULL, NULL}, "one.txt unpacks to more than the 8 bytes"},
        {{"one.txt", zeros, sizeof zeros, NULL, NULL}, "one.txt unpacks to more than the 8 bytes"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct member members[] = {{"two.txt", "second", 6, NULL, NULL}, cases[i].member, {0}};
        char *path = put_archive("unsafe/archive", TAR_GZ, members);
        char *line = format_new("find '%s' -name '*.txt' ! -path '%s/unsafe/to/*' | grep -c .",
                                test_folder(), test_folder()),
             *out;

        assert_refused(path, cases[i].part);
        run_command(line, &out, NULL);
        assert_string_equal(out, "0\n");
        free(out);
        free(line);
        free(path);
    }
}

/* 100 MB that nobody wants, in a few kilobytes. */
static void test_bomb(void **state)
{
    size_t size = (size_t)100 << 20;
    char *zeros = xcalloc(size, 1);
    struct member members[] = {{"other", zeros, size, NULL, NULL}, {0}};

    (void)state;
    for (enum form form = TAR_GZ; form <= ZIP; form++) {
        char *path = put_archive("bomb", form, members);

        assert_refused(path, "other unpacks to more than the 67108880 bytes");
        free(path);
    }
    free(zeros);
}

/* Cut anywhere, it never counts as whole with both members right. */
static void test_cut(void **state)
{
    static const struct member members[] = {
        {"one.txt", "first", 5, NULL, NULL}, {"two.txt", "second", 6, NULL, NULL}, {0}};
    char *path = put_archive("cut", TAR_GZ, members);
    size_t size;
    char *bytes = file_read(path, &size, false);

    (void)state;
    for (size_t cut = 1; cut < size - 8; cut++) {
        struct unpack_file file[2];
        struct text why = {0};

        put_file(path, bytes, cut, false);
        if (unpack(path, file, &why) == FETCH_DONE)
            fail_msg("cut to %zu of %zu bytes it is whole", cut, size);
        assert_true(why.length > 0);
        text_clear(&why);
    }
    put_file(path, "<html>not found</html>", 22, false);
    assert_refused(path, "damaged or cut off");
    free(bytes);
    free(path);
}

/* A place that cannot be written is no fault of the archive. */
static void test_no_place(void **state)
{
    static const struct member members[] = {{"one.txt", "first", 5, NULL, NULL}, {0}};
    char *path = put_archive("place", TAR_GZ, members);
    struct unpack_file file = {.name = "one.txt", .to = "/dev/full", .bytes_max = 8};
    struct text why = {0};

    (void)state;
    assert_int_equal(unpack_archive(path, &file, 1, &why), FETCH_STOP);
    assert_string_equal(text_str(&why), "cannot write /dev/full: No space left on device");
    text_clear(&why);
    file.to = "/nowhere/at/all";
    assert_int_equal(unpack_archive(path, &file, 1, &why), FETCH_STOP);
    assert_string_equal(text_str(&why), "cannot write /nowhere/at/all: No such file or directory");
    text_clear(&why);
    free(path);
}

/* ---- fetched ---- */

static void serve_archive(struct toy *t, const char *path, const char *file, char **bytes)
{
    struct resource r = {.path = path};

    *bytes = file_read(file, &r.size, false);
    r.body = *bytes;
    server_put(&t->server, &r);
}

static void test_fetch_archive(void **state)
{
    struct toy *t = *state;
    struct member members[] = {{"toy/one.bin", t->one, ONE_BYTES, NULL, NULL},
                               {"toy/two.bin", t->two, TWO_BYTES, NULL, NULL},
                               {0}};

    for (enum form form = TAR_GZ; form <= ZIP; form++) {
        char *path = put_archive("toy.archive", form, members), *bytes;
        char *line = format_new("rm -rf '%s'", t->folder);

        run_command(line, NULL, NULL);
        server_forget(&t->server);
        serve_archive(t, "/b/toy.archive", path, &bytes);
        t->sources[0] = (struct fetch_source){t->base[1], "toy.archive", NULL, 1000000};
        fetch_silently(t);
        assert_int_equal(server_requests(&t->server, NULL), 1);
        free(line);
        free(bytes);
        free(path);
    }
}

/* A bad archive leaves nothing, and another source, of single files, is taken. */
static void test_fetch_bad_archive(void **state)
{
    struct toy *t = *state;
    struct member lacking[] = {{"toy/two.bin", t->two, TWO_BYTES, NULL, NULL}, {0}};
    struct member evil[] = {
        {"toy/one.bin", t->one, ONE_BYTES, NULL, NULL}, {"../evil", "x", 1, NULL, NULL}, {0}};
    char *path = put_archive("toy.tar.gz", TAR_GZ, lacking), *bytes, *worse;

    serve_archive(t, "/b/toy.tar.gz", path, &bytes);
    free(path);
    t->sources[0] = (struct fetch_source){t->base[1], "toy.tar.gz", NULL, 1000000};
    t->sources[1] = (struct fetch_source){0};
    assert_fetch_says(t, "/b/toy.tar.gz: it has no one.bin. Try again", NULL);
    assert_int_equal(toy_files(t), 0);
    path = put_archive("toy.tar.gz", TAR_GZ, evil);
    serve_archive(t, "/b/toy.tar.gz", path, &worse);
    assert_fetch_says(t, "/b/toy.tar.gz: it has a member with the unsafe path ../evil", NULL);
    assert_int_equal(toy_files(t), 0);
    t->sources[1] = (struct fetch_source){.base = t->base[0], .suffix = ".gz"};
    fetch_silently(t);
    free(bytes);
    free(worse);
    free(path);
}

static int make_folder(void **state)
{
    char *folder = test_path("unsafe/to");

    (void)state;
    assert_int_equal(folder_make(folder), 0);
    to[0] = format_new("%s/one.txt", folder);
    to[1] = format_new("%s/two.txt", folder);
    free(folder);
    return 0;
}

static int free_paths(void **state)
{
    (void)state;
    free(to[0]);
    free(to[1]);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_missing_member),
        cmocka_unit_test(test_unsafe),
        cmocka_unit_test(test_bomb),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_no_place),
        cmocka_unit_test_setup_teardown(test_fetch_archive, toy_start, toy_stop),
        cmocka_unit_test_setup_teardown(test_fetch_bad_archive, toy_start, toy_stop),
    };

    return cmocka_run_group_tests(tests, make_folder, free_paths);
}
