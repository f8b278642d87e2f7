/* lab/h5.h: what is written reads back; a file is whole or not there; damage is an error. */
#include "base/file.h"
#include "base/text.h"
#include "lab/h5.h"
#include "support.h"
#include <dirent.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

/* Fails unless `text` is one message, with `what` in it; frees it. */
static void assert_message(char *text, const char *what)
{
    const char *first = strstr(text, "normlab: error: ");

    if (!first || strstr(first + 1, "normlab: error: ") || !strstr(text, what))
        fail_msg("should be one message with '%s', is: %s", what, text);
    assert_null(strstr(text, "HDF5-DIAG"));
    free(text);
}

static void assert_silence(char *text)
{
    assert_string_equal(text, "");
    free(text);
}

static int count_files(void)
{
    DIR *d = opendir(test_folder());
    int n = 0;

    while (readdir(d))
        n++;
    closedir(d);
    return n;
}

static int write_doubles(struct h5_file *f, const char *name, size_t rows, size_t columns)
{
    struct h5_array a = {.type = H5_FLOAT64, .rank = 2, .dim = {rows, columns}};
    double *v = test_calloc(rows * columns + 1, sizeof *v);
    int r;

    for (size_t i = 0; i < rows * columns; i++)
        v[i] = i % 7 == 6 ? NAN : (double)i / 8;
    a.data = v;
    r = h5_write(f, name, &a, 0, "ms", "a test");
    test_free(v);
    return r;
}

static void assert_doubles(struct h5_file *f, const char *name, size_t rows, size_t columns)
{
    struct h5_array a;
    const double *v;

    assert_int_equal(h5_read(f, name, &a), 0);
    assert_int_equal(a.type, H5_FLOAT64);
    assert_int_equal(a.rank, 2);
    assert_int_equal(a.dim[0], rows);
    assert_int_equal(a.dim[1], columns);
    v = a.data;
    for (size_t i = 0; i < rows * columns; i++)
        assert_true(i % 7 == 6 ? isnan(v[i]) : v[i] == (double)i / 8);
    h5_array_clear(&a);
}

/* A file with something of everything. */
static void make_file(const char *path)
{
    struct h5_file *f = h5_create(path);

    assert_non_null(f);
    write_doubles(f, "/some/data", 4, 5);
    write_doubles(f, "/some/more", 40, 50);
    h5_set_text(f, "/", "zeta", "first \xc3\xa9");
    h5_set_text(f, "/", "alpha", "");
    h5_set_number(f, "/", "pi", 3.25);
    assert_int_equal(h5_publish(f), 0);
}

/* ---- arrays ---- */

static void test_arrays(void **state)
{
    static const size_t shape[][2] = {{0, 3}, {1, 1}, {2, 3}, {16, 16}, {257, 1}, {300, 70}};
    char *path = test_path("arrays.h5"), name[32];
    struct h5_file *f = h5_create(path);

    (void)state;
    for (size_t i = 0; i < sizeof shape / sizeof shape[0]; i++) {
        snprintf(name, sizeof name, "/a/b/c%zu", i);
        assert_int_equal(write_doubles(f, name, shape[i][0], shape[i][1]), 0);
    }
    assert_int_equal(h5_publish(f), 0);
    f = h5_open(path);
    for (size_t i = 0; i < sizeof shape / sizeof shape[0]; i++) {
        char *unit, *help;

        snprintf(name, sizeof name, "/a/b/c%zu", i);
        assert_doubles(f, name, shape[i][0], shape[i][1]);
        unit = h5_get_text(f, name, "units");
        help = h5_get_text(f, name, "description");
        assert_string_equal(unit, "ms");
        assert_string_equal(help, "a test");
        free(unit);
        free(help);
    }
    h5_close(f);
    free(path);
}

static void test_types(void **state)
{
    char *path = test_path("types.h5"), *texts[300];
    double v[3] = {0.1, NAN, -INFINITY}, one = 7;
    int64_t big[2] = {INT64_MIN, 1 << 20};
    struct h5_array a = {.type = H5_FLOAT32, .rank = 1, .dim = {3}, .data = v};
    struct h5_file *f = h5_create(path);

    (void)state;
    for (int i = 0; i < 300; i++)
        texts[i] = i == 5   ? ""
                   : i == 6 ? "gr\xc3\xb6\xc3\x9f"
                              "er, \"\n\t"
                            : "word";
    h5_write(f, "/float", &a, 0, NULL, NULL);
    a = (struct h5_array){.type = H5_INT64, .rank = 1, .dim = {2}, .data = big};
    h5_write(f, "/int", &a, 0, NULL, NULL);
    a = (struct h5_array){.type = H5_TEXT, .rank = 2, .dim = {100, 3}, .data = texts};
    h5_write(f, "/text", &a, 0, NULL, NULL);
    a = (struct h5_array){.type = H5_FLOAT64, .rank = 0, .data = &one};
    h5_write(f, "/scalar", &a, 0, NULL, NULL);
    assert_int_equal(h5_publish(f), 0);

    f = h5_open(path);
    assert_int_equal(h5_read(f, "/float", &a), 0);
    assert_int_equal(a.type, H5_FLOAT32);
    assert_true(((double *)a.data)[0] == 0.1F && isnan(((double *)a.data)[1]));
    assert_true(((double *)a.data)[2] == -INFINITY);
    h5_array_clear(&a);
    assert_int_equal(h5_read(f, "/int", &a), 0);
    assert_int_equal(a.type, H5_FLOAT64);
    assert_true(((double *)a.data)[0] == -0x1p63 && ((double *)a.data)[1] == 0x1p20);
    h5_array_clear(&a);
    assert_int_equal(h5_read(f, "/text", &a), 0);
    assert_int_equal(a.type, H5_TEXT);
    assert_int_equal(h5_count(&a), 300);
    for (int i = 0; i < 300; i++)
        assert_string_equal(((char **)a.data)[i], texts[i]);
    h5_array_clear(&a);
    assert_int_equal(h5_read(f, "/scalar", &a), 0);
    assert_true(a.rank == 0 && *(double *)a.data == 7);
    h5_array_clear(&a);
    h5_close(f);
    free(path);
}

/* ---- objects ---- */

static void test_attributes(void **state)
{
    char *path = test_path("attributes.h5"), **names, *text;
    struct h5_file *f = h5_create(path);
    double number;

    (void)state;
    for (int i = 0; i < 60; i++) { /* more than HDF5 would keep in a header by itself */
        char name[8];

        snprintf(name, sizeof name, "k%d", 60 - i);
        h5_set_text(f, "/", name, name);
    }
    h5_group(f, "/deep/er");
    h5_set_text(f, "/deep/er", "x", "old");
    h5_set_text(f, "/deep/er", "x", "new");
    h5_set_number(f, "/deep", "n", -0.5);
    assert_int_equal(h5_publish(f), 0);

    f = h5_open(path);
    assert_int_equal(h5_list_attributes(f, "/", &names), 60);
    for (int i = 0; i < 60; i++) {
        assert_int_equal(atoi(names[i] + 1), 60 - i);
        free(names[i]);
    }
    free(names);
    text = h5_get_text(f, "/deep/er", "x");
    assert_string_equal(text, "new");
    free(text);
    number = h5_get_number(f, "/deep", "n");
    assert_true(number == -0.5);
    assert_null(h5_get_text(f, "/deep", "n"));
    assert_null(h5_get_text(f, "/deep", "none"));
    assert_null(h5_get_text(f, "/not/there", "none"));
    assert_true(isnan(h5_get_number(f, "/deep/er", "x")));
    assert_true(isnan(h5_get_number(f, "/", "none")));
    assert_true(h5_exists(f, "/deep/er") && h5_exists(f, "/") && !h5_exists(f, "/deep/no/no"));
    h5_close(f);
    free(path);
}

static void test_list(void **state)
{
    char *path = test_path("list.h5"), **names;
    struct h5_file *f;

    (void)state;
    make_file(path);
    f = h5_open(path);
    assert_int_equal(h5_list(f, "/some", &names), 2);
    assert_string_equal(names[0], "data");
    assert_string_equal(names[1], "more");
    free(names[0]);
    free(names[1]);
    free(names);
    assert_int_equal(h5_list(f, "", &names), 1);
    free(names[0]);
    free(names);
    assert_int_equal(h5_list(f, "/none", &names), 0);
    assert_int_equal(h5_list_attributes(f, "/none", &names), 0);
    h5_close(f);
    free(path);
}

/* ---- tables ---- */

static void test_table(void **state)
{
    char *path = test_path("table.h5");
    double v[] = {1.5, NAN, 3};
    int64_t seed[] = {INT64_MAX, -1, 0};
    char *word[] = {"a", "", "\xce\xb2"};
    const struct h5_column in[] = {{"word", H5_TEXT, word, NULL},
                                   {"error", H5_FLOAT64, v, "%"},
                                   {"rough", H5_FLOAT32, v, NULL},
                                   {"seed", H5_INT64, seed, "1"}};
    struct h5_file *f = h5_create(path);
    struct h5_column *out;
    size_t rows;
    int columns;

    (void)state;
    assert_int_equal(h5_write_table(f, "/t", 3, in, 4), 0);
    assert_int_equal(h5_write_table(f, "/none", 0, in, 4), 0);
    assert_int_equal(h5_publish(f), 0);
    f = h5_open(path);
    assert_int_equal(h5_read_table(f, "/none", &rows, &out, &columns), 0);
    assert_true(rows == 0 && columns == 4);
    h5_table_clear(rows, out, columns);
    assert_int_equal(h5_read_table(f, "/t", &rows, &out, &columns), 0);
    assert_true(rows == 3 && columns == 4);
    for (int c = 0; c < 4; c++) {
        assert_string_equal(out[c].name, in[c].name);
        assert_int_equal(out[c].type, in[c].type);
        assert_true(in[c].unit ? strcmp(out[c].unit, in[c].unit) == 0 : !out[c].unit);
    }
    for (int r = 0; r < 3; r++) {
        assert_string_equal(((char **)out[0].data)[r], word[r]);
        assert_true(r == 1 ? isnan(((double *)out[1].data)[r])
                           : ((double *)out[1].data)[r] == v[r]);
        assert_int_equal(((int64_t *)out[3].data)[r], seed[r]);
    }
    h5_table_clear(rows, out, columns);
    h5_close(f);
    free(path);
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
    h5_abandon(f);
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

static void test_wrong_kind(void **state)
{
    char *path = test_path("kind.h5");
    struct h5_column *column;
    struct h5_file *f;
    struct h5_array a;
    size_t rows;
    int columns;

    (void)state;
    make_file(path);
    f = h5_open(path);
    capture_stderr();
    assert_int_equal(h5_read(f, "/none/such", &a), -1);
    assert_message(captured_stderr(), "/none/such: no such dataset");
    capture_stderr();
    assert_int_equal(h5_read(f, "/some", &a), -1);
    assert_message(captured_stderr(), "/some");
    capture_stderr();
    assert_int_equal(h5_read_table(f, "/some/data", &rows, &column, &columns), -1);
    assert_message(captured_stderr(), "is not a table");
    capture_stderr();
    assert_true(isnan(h5_get_number(f, "/none", "x")));
    assert_silence(captured_stderr());
    h5_close(f);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrays),     cmocka_unit_test(test_types),
        cmocka_unit_test(test_attributes), cmocka_unit_test(test_list),
        cmocka_unit_test(test_table),      cmocka_unit_test(test_first_failure_counts),
        cmocka_unit_test(test_disk_full),  cmocka_unit_test(test_abandon),
        cmocka_unit_test(test_no_file),    cmocka_unit_test(test_truncated),
        cmocka_unit_test(test_flipped),    cmocka_unit_test(test_foreign),
        cmocka_unit_test(test_locked),     cmocka_unit_test(test_wrong_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
