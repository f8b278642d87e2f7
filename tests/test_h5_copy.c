/* store/hdf5/h5.h: files without our checksum are read in a child process, as a copy. The copy has all that normlab reads, and what
 * cannot be read is told. */
#include "base/formats/config.h"
#include "h5_files.h"
#include "rewritten.h"
#include "store/store.h"
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what a copy has ---- */

/* Something of everything: tables, texts, types of numbers, an empty array, a value, attributes in an order. */
static void make_rich(const char *path)
{
    static double v[] = {1.5, -2, 0.1}, one = 7;
    static int64_t n[] = {1, -2, 3};
    static char *texts[] = {"a", "", "\xc3\xa9t\xc3\xa9"};
    const struct h5_column table[] = {{"value", H5_FLOAT64, v, "ms"},
                                      {"half", H5_FLOAT32, v, NULL},
                                      {"number", H5_INT64, n, NULL},
                                      {"word", H5_TEXT, texts, NULL}};
    struct h5_file *f = h5_create(path);

    write_doubles(f, "/some/data", 40, 50);
    write_doubles(f, "/some/few", 2, 3);
    write_doubles(f, "/some/none", 0, 3);
    h5_write_table(f, "/table", 3, table, 4);
    h5_write(f, "/text", &(struct h5_array){H5_TEXT, 1, {3}, texts}, 0, NULL, "words");
    h5_write(f, "/float", &(struct h5_array){H5_FLOAT32, 1, {3}, v}, 0, NULL, NULL);
    h5_write(f, "/one", &(struct h5_array){H5_FLOAT64, 0, {0}, &one}, 0, NULL, NULL);
    h5_group(f, "/empty/group");
    h5_set_text(f, "/", "zeta", "first \xc3\xa9");
    h5_set_text(f, "/", "alpha", "");
    h5_set_number(f, "/", "pi", 3.25);
    h5_set_text(f, "/empty", "note", "of a group");
    assert_int_equal(h5_publish(f), 0);
}

static void assert_same_array(struct h5_file *got, struct h5_file *want, const char *name)
{
    struct h5_array a, b;
    char *unit[2] = {h5_get_text(got, name, "units"), h5_get_text(want, name, "units")};

    assert_int_equal(h5_read(got, name, &a), 0);
    assert_int_equal(h5_read(want, name, &b), 0);
    assert_int_equal(a.type, b.type);
    assert_int_equal(a.rank, b.rank);
    assert_memory_equal(a.dim, b.dim, (size_t)a.rank * sizeof *a.dim);
    for (size_t i = 0; i < h5_count(&a); i++)
        if (a.type == H5_TEXT)
            assert_string_equal(((char **)a.data)[i], ((char **)b.data)[i]);
        else
            assert_memory_equal((double *)a.data + i, (double *)b.data + i, sizeof(double));
    h5_array_clear(&a);
    h5_array_clear(&b);
    assert_true(!unit[0] == !unit[1]);
    if (unit[0])
        assert_string_equal(unit[0], unit[1]);
    free(unit[0]);
    free(unit[1]);
}

static void assert_same_table(struct h5_file *got, struct h5_file *want, const char *name)
{
    struct h5_column *a, *b;
    size_t rows, more;
    int columns, others;

    assert_int_equal(h5_read_table(got, name, &rows, &a, &columns), 0);
    assert_int_equal(h5_read_table(want, name, &more, &b, &others), 0);
    assert_true(rows == more && columns == others);
    for (int c = 0; c < columns; c++) {
        assert_string_equal(a[c].name, b[c].name);
        assert_int_equal(a[c].type, b[c].type);
        for (size_t i = 0; i < rows; i++)
            if (a[c].type == H5_TEXT)
                assert_string_equal(((char **)a[c].data)[i], ((char **)b[c].data)[i]);
            else
                assert_memory_equal((double *)a[c].data + i, (double *)b[c].data + i, 8);
    }
    h5_table_clear(rows, a, columns);
    h5_table_clear(more, b, others);
}

static void assert_same_texts(struct h5_file *got, struct h5_file *want, const char *object,
                              bool in_order)
{
    static const char *const none[] = {NULL};
    struct config a = {0}, b = {0};

    h5_get_texts(got, object, none, &a);
    h5_get_texts(want, object, none, &b);
    assert_int_equal(a.count, b.count);
    for (int i = 0; i < a.count; i++) {
        if (in_order)
            assert_string_equal(a.item[i].key, b.item[i].key);
        assert_string_equal(config_get(&a, b.item[i].key), b.item[i].value);
    }
    config_clear(&a);
    config_clear(&b);
}

static void test_has_all(void **state)
{
    static const char *const arrays[] = {"/some/data", "/some/few", "/some/none",
                                         "/text",      "/float",    "/one"};
    char *path = test_path("rich.h5"), *other = test_path("rich_rewritten.h5"), **names;
    struct h5_file *want;

    (void)state;
    make_rich(path);
    want = h5_open(path);
    assert_non_null(want);
    for (int form = 0; form < FORMS; form++) {
        struct h5_file *got;

        rewrite_file(path, other, (enum form)form);
        got = h5_open(other);
        assert_non_null(got);
        for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
            assert_same_array(got, want, arrays[i]);
        assert_same_table(got, want, "/table");
        assert_same_texts(got, want, "/", form == FORM_CUT);
        assert_same_texts(got, want, "/empty", true);
        assert_true(h5_get_number(got, "/", "pi") == 3.25);
        assert_true(h5_exists(got, "/empty/group") && !h5_exists(got, "/empty/more"));
        assert_int_equal(h5_list(got, "/some", &names), 3);
        for (int i = 0; i < 3; i++)
            free(names[i]);
        free(names);
        h5_close(got);
    }
    h5_close(want);
    free(other);
    free(path);
}

/* Two names of one dataset, a name that points to another, groups in a circle. */
static void test_links(void **state)
{
    char *path = test_path("links.h5");
    struct h5_file *f;
    hid_t id;

    (void)state;
    make_file(path);
    cut_sum(path, path);
    id = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    H5Lcreate_hard(id, "/some/data", id, "/again", H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_soft("/some/more", id, "/pointer", H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_soft("/no/such", id, "/nowhere", H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_hard(id, "/", id, "/some/root", H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_hard(id, "/some", id, "/some/itself", H5P_DEFAULT, H5P_DEFAULT);
    H5Fclose(id);
    f = h5_open(path);
    assert_non_null(f);
    assert_doubles(f, "/again", 4, 5);
    assert_doubles(f, "/pointer", 40, 50);
    assert_doubles(f, "/some/itself/root/some/data", 4, 5);
    capture_stderr();
    assert_int_equal(h5_read(f, "/nowhere", &(struct h5_array){0}), -1);
    assert_message(captured_stderr(), "/nowhere: no such dataset");
    h5_close(f);
    free(path);
}

/* ---- what cannot be read ---- */

/* Fails unless reading the dataset x ends with one message with both texts, while the dataset /some/data is read. */
static void assert_told(const char *path, const char *name, const char *what)
{
    struct h5_file *f = h5_open(path);
    struct h5_array a;
    char *message;

    assert_non_null(f);
    assert_true(h5_exists(f, name));
    assert_doubles(f, "/some/data", 4, 5);
    capture_stderr();
    assert_int_equal(h5_read(f, name, &a), -1);
    message = captured_stderr();
    assert_holds(message, path);
    assert_holds(message, name);
    assert_message(message, what);
    h5_close(f);
}

/* What the filter of the test does when it reads. */
enum { FILTER = 32000 };
static void nothing(void)
{
}
static void crash(void)
{
    raise(SIGABRT);
}
static void be_killed(void)
{
    raise(SIGKILL);
}
static void loop(void)
{
    for (volatile int i = 0;; i = 1 - i)
        ;
}
static void (*when_read)(void);

static size_t filter(unsigned flags, size_t values, const unsigned *value, size_t n, size_t *size,
                     void **data)
{
    (void)values, (void)value, (void)size, (void)data;
    if (flags & H5Z_FLAG_REVERSE)
        when_read();
    return n;
}

static const H5Z_class2_t filter_class = {
    H5Z_CLASS_T_VERS, FILTER, 1, 1, "lzf", NULL, NULL, filter};

/* A file like make_file()'s with a dataset x that needs a filter, which is no part of libhdf5: h5py writes such files. */
static void make_filtered(const char *path)
{
    const hsize_t dim[] = {100};
    double v[100] = {0};
    hid_t id, space = H5Screate_simple(1, dim, NULL), creation = H5Pcreate(H5P_DATASET_CREATE), d;

    make_file(path);
    cut_sum(path, path);
    assert_true(H5Zregister(&filter_class) >= 0);
    H5Pset_chunk(creation, 1, dim);
    H5Pset_filter(creation, FILTER, 0, 0, NULL);
    id = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    d = H5Dcreate2(id, "x", H5T_IEEE_F64LE, space, H5P_DEFAULT, creation, H5P_DEFAULT);
    assert_true(H5Dwrite(d, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, v) >= 0);
    H5Dclose(d);
    H5Fclose(id);
    H5Pclose(creation);
    H5Sclose(space);
}

static void test_missing_filter(void **state)
{
    char *path = test_path("lzf.h5");

    (void)state;
    make_filtered(path);
    assert_true(H5Zunregister(FILTER) >= 0);
    assert_told(path, "/x", "needs the filter lzf (number 32000), which this HDF5 library lacks");
    assert_told(path, "/x", "compression=\"gzip\"");
    free(path);
}

/* As libhdf5 does on some damaged files. */
static void test_crash_and_loop(void **state)
{
    static const struct {
        void (*when_read)(void);
        const char *message;
    } ends[] = {{crash, "HDF5 crashed when it read it"},
                {loop, "did not finish reading it in 5 s"}};
    char *path = test_path("filtered.h5"), *message;
    struct h5_file *f;

    (void)state;
    make_filtered(path);
    for (int i = 0; i < 2; i++) {
        when_read = ends[i].when_read;
        capture_stderr();
        f = h5_open(path);
        message = captured_stderr();
        assert_null(f);
        assert_holds(message, path);
        assert_message(message, ends[i].message);
    }
    when_read = nothing;
    f = h5_open(path);
    assert_non_null(f);
    h5_close(f);
    assert_true(H5Zunregister(FILTER) >= 0);
    free(path);
}

/* A child that was killed, as by a system without memory, says nothing about the file: a merge must not leave the file out. */
static void test_killed(void **state)
{
    char *path = test_path("killed.h5"), *message;
    struct canon known = {0};
    struct results r;
    bool merged;
    int bad;

    (void)state;
    make_filtered(path);
    when_read = be_killed;
    capture_stderr();
    bad = store_read_next(&known, path, &merged, &r);
    message = captured_stderr();
    assert_int_equal(bad, STORE_UNREAD);
    assert_holds(message, path);
    assert_message(message, "was ended (Killed): try again");
    when_read = nothing;
    assert_true(H5Zunregister(FILTER) >= 0);
    canon_clear(&known);
    free(path);
}

/* A file at the path of an output that the system cannot open is not called a file of another kind. */
static void test_output_unread(void **state)
{
    char *path = test_path("output.h5");
    struct rlimit old, few;

    (void)state;
    make_file(path);
    assert_int_equal(h5_check_output(path), 0);
    getrlimit(RLIMIT_NOFILE, &old);
    few = (struct rlimit){3, old.rlim_max};
    capture_stderr();
    setrlimit(RLIMIT_NOFILE, &few);
    assert_int_equal(h5_check_output(path), -1);
    setrlimit(RLIMIT_NOFILE, &old);
    assert_message(captured_stderr(), "output.h5: Too many open files");
    free(path);
}

/* Values, or the whole dataset, in another file. Reading a named pipe would never end. */
static void test_other_files(void **state)
{
    const hsize_t dim[] = {3};
    char *path = test_path("outside.h5"), *pipe = test_path("pipe");
    hid_t id, space = H5Screate_simple(1, dim, NULL), creation = H5Pcreate(H5P_DATASET_CREATE),
              virtual = H5Pcreate(H5P_DATASET_CREATE);

    (void)state;
    make_file(path);
    cut_sum(path, path);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    id = H5Fopen(path, H5F_ACC_RDWR, H5P_DEFAULT);
    H5Pset_external(creation, pipe, 0, 24);
    H5Pset_virtual(virtual, space, pipe, "/x", space);
    H5Dclose(H5Dcreate2(id, "raw", H5T_IEEE_F64LE, space, H5P_DEFAULT, creation, H5P_DEFAULT));
    H5Dclose(H5Dcreate2(id, "parts", H5T_IEEE_F64LE, space, H5P_DEFAULT, virtual, H5P_DEFAULT));
    H5Lcreate_external(pipe, "/x", id, "link", H5P_DEFAULT, H5P_DEFAULT);
    H5Fclose(id);
    assert_told(path, "/raw", "has its values in other files");
    assert_told(path, "/parts", "has its values in other files");
    assert_told(path, "/link", "is a link to another file");
    H5Pclose(creation);
    H5Pclose(virtual);
    H5Sclose(space);
    free(pipe);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_has_all),        cmocka_unit_test(test_links),
        cmocka_unit_test(test_missing_filter), cmocka_unit_test(test_crash_and_loop),
        cmocka_unit_test(test_killed),         cmocka_unit_test(test_output_unread),
        cmocka_unit_test(test_other_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
