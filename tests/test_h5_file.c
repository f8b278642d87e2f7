/* store/hdf5/h5.h: a file is there whole or not at all, and a damaged one is an error. */
#include "base/system/file.h"
#include "h5_files.h"
#include "support.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/resource.h>

static int count_in(const char *folder)
{
    DIR *d = opendir(folder);
    int n = 0;

    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

static int count_files(void)
{
    return count_in(test_folder());
}

/* ---- whole or not at all ---- */

static void test_first_failure_counts(void **state)
{
    char *path = test_path("failure.h5");
    double v[] = {1};
    const struct h5_column twice[] = {{"x", H5_FLOAT64, v, NULL}, {"x", H5_FLOAT64, v, NULL}};
    int files = count_files();
    struct h5_file *f = h5_create(path);

    (void)state;
    capture_stderr();
    assert_int_equal(h5_write_table(f, "/t", 1, twice, 2), -1);
    assert_int_equal(write_doubles(f, "/x", 1, 1), -1);
    assert_int_equal(h5_set_text(f, "/", "x", "y"), -1);
    assert_int_equal(h5_publish(f), -1);
    assert_message(captured_stderr(), "/t: two columns");
    assert_int_equal(count_files(), files + 1); /* of the captured messages */
    free(path);
}

static void test_disk_full(void **state)
{
    char *path = test_path("full.h5"), *before, *after, *message;
    struct rlimit old, tight;
    size_t size_before, size_after;
    int files, r;
    struct h5_file *f;

    (void)state;
    make_file(path);
    before = file_read(path, &size_before, false);
    files = count_files();
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    for (rlim_t limit = 1; limit < size_before; limit += 1000) {
        f = h5_create(path);
        write_doubles(f, "/some/data", 40, 50);
        write_doubles(f, "/some/more", 40, 50);
        tight = (struct rlimit){limit < 200 ? 200 : limit, old.rlim_max};
        capture_stderr();
        setrlimit(RLIMIT_FSIZE, &tight);
        r = h5_publish(f);
        setrlimit(RLIMIT_FSIZE, &old);
        message = captured_stderr();
        assert_int_equal(r, -1);
        assert_message(message, "File too large");
        assert_int_equal(count_files(), files);
    }
    after = file_read(path, &size_after, false);
    assert_int_equal(size_after, size_before);
    assert_memory_equal(after, before, size_before);
    free(before);
    free(after);
    free(path);
}

static void test_abandon(void **state)
{
    char *path = test_path("abandon.h5");
    struct h5_file *f = h5_create(path);

    (void)state;
    write_doubles(f, "/x", 30, 30);
    h5_close(f);
    assert_false(file_exists(path));
    f = h5_create("/no/such/folder/x.h5");
    write_doubles(f, "/x", 30, 30);
    capture_stderr();
    assert_int_equal(h5_publish(f), -1);
    assert_message(captured_stderr(), "/no/such/folder/x.h5");
    free(path);
}

/* ---- damage ---- */

static void assert_unreadable(const char *path, const char *what)
{
    struct h5_file *f;

    capture_stderr();
    f = h5_open(path);
    assert_message(captured_stderr(), what);
    assert_null(f);
}

static void test_no_file(void **state)
{
    char *path = test_path("other.h5");

    (void)state;
    assert_unreadable("/no/such/file.h5", "No such file");
    assert_unreadable(test_folder(), "not a file");
    file_write(path, "", 0);
    assert_unreadable(path, "not an HDF5 file");
    file_write(path, "key=value\n", 10);
    assert_unreadable(path, "not an HDF5 file");
    free(path);
}

static void test_truncated(void **state)
{
    char *path = test_path("cut.h5"), *data;
    size_t size;

    (void)state;
    make_file(path);
    data = file_read(path, &size, false);
    for (size_t n = 0; n < size - 100; n += n < 100 ? 3 : 97) {
        file_write(path, data, n);
        assert_unreadable(path, n < 8 ? "not an HDF5 file" : "truncated");
    }
    free(data);
    free(path);
}

static void test_flipped(void **state)
{
    char *path = test_path("flip.h5"), *data;
    size_t size;

    (void)state;
    make_file(path);
    data = file_read(path, &size, false);
    for (size_t i = 8; i < size; i += i + 100 < size ? 61 : 1) {
        data[i] ^= 1 << i % 8;
        file_write(path, data, size);
        assert_unreadable(path, "checksum");
        data[i] ^= 1 << i % 8;
    }
    memset(data + size / 2, 0, size - size / 2); /* as a crash of the system leaves it */
    file_write(path, data, size);
    assert_unreadable(path, "checksum");
    free(data);
    free(path);
}

/* Without the line of the checksum, as another program would leave a file. */
static void test_foreign(void **state)
{
    char *path = test_path("foreign.h5"), *data;
    size_t size;
    struct h5_file *f;

    (void)state;
    make_file(path);
    data = file_read(path, &size, false);
    file_write(path, data, (size_t)(strstr(data + size - 90, "\nnormlab") - data));
    f = h5_open(path);
    assert_non_null(f);
    assert_doubles(f, "/some/more", 40, 50);
    h5_close(f);
    free(data);
    free(path);
}

static void test_locked(void **state)
{
    char *path = test_path("locked.h5");
    FILE *other;

    (void)state;
    make_file(path);
    other = fopen(path, "r");
    flock(fileno(other), LOCK_EX);
    assert_unreadable(path, "HDF5_USE_FILE_LOCKING");
    fclose(other);
    free(path);
}

/* ---- many files ---- */

/* A merge opens a hundred thousand files: none stays open. While a small one is read, nothing of it is open but its bytes. */
static void test_leaves_nothing_open(void **state)
{
    char *path = test_path("closed.h5");
    struct h5_file *f = h5_create(path);
    int open;

    (void)state;
    write_doubles(f, "/x", 3, 1);
    assert_int_equal(h5_publish(f), 0);
    open = count_in("/proc/self/fd");
    f = h5_open(path);
    assert_non_null(f);
    assert_int_equal(count_in("/proc/self/fd"), open);
    h5_close(f);
    assert_int_equal(count_in("/proc/self/fd"), open);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_failure_counts),
        cmocka_unit_test(test_disk_full),
        cmocka_unit_test(test_abandon),
        cmocka_unit_test(test_no_file),
        cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_flipped),
        cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_locked),
        cmocka_unit_test(test_leaves_nothing_open),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
