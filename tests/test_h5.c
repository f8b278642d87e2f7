/* store/hdf5/h5.h: what is written reads back, and what other programs wrote as well. */
#include "base/formats/config.h"
#include "base/list.h"
#include "base/system/file.h"
#include "base/text.h"
#include "h5_files.h"
#include "support.h"
#include <stdio.h>

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
    char *path = test_path("attributes.h5"), *text;
    struct h5_file *f = h5_create(path);
    struct config attributes = {0};
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
    h5_get_texts(f, "/", (const char *const[]){NULL}, &attributes);
    assert_int_equal(attributes.count, 60);
    for (int i = 0; i < 60; i++)
        assert_int_equal(atoi(attributes.item[i].key + 1), 60 - i);
    config_clear(&attributes);
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
    struct config attributes = {0};
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
    h5_get_texts(f, "/none", (const char *const[]){NULL}, &attributes);
    assert_int_equal(attributes.count, 0);
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
    }
    for (int c = 0; c < 4; c++) {
        char *name = format_new("units_%s", in[c].name), *unit = h5_get_text(f, "/t", name);

        assert_true(in[c].unit ? unit && strcmp(unit, in[c].unit) == 0 : !unit);
        free(unit);
        free(name);
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

static void assert_silence(char *text)
{
    assert_string_equal(text, "");
    free(text);
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

/* A table of few values may be larger than an object header, which holds 64 KB. */
static void test_table_of_long_texts(void **state)
{
    const size_t length = 30000;
    char *path = test_path("long_texts.h5"), *text = test_calloc(length + 1, 1),
         *v[3] = {text, "", "x"};
    struct h5_column in = {"config", H5_TEXT, v, NULL}, *out;
    struct h5_file *f = h5_create(path);
    size_t rows;
    int columns;

    (void)state;
    memset(text, 'a', length);
    assert_int_equal(h5_write_table(f, "/t", 3, &in, 1), 0);
    assert_int_equal(h5_publish(f), 0);
    f = h5_open(path);
    assert_int_equal(h5_read_table(f, "/t", &rows, &out, &columns), 0);
    assert_true(rows == 3 && columns == 1);
    for (int i = 0; i < 3; i++)
        assert_string_equal(((char **)out->data)[i], v[i]);
    h5_table_clear(rows, out, columns);
    h5_close(f);
    test_free(text);
    free(path);
}

/* ---- files of other programs ---- */

/* Writes what h5py may and normlab does not; skips the test where there is no h5py. */
static struct h5_file *open_foreign(void)
{
    static const char *const script =
        "import sys, h5py, numpy as np\n"
        "f = h5py.File(sys.argv[1], 'w')\n"
        "f['bool'] = np.array([True, False]); f['byte'] = np.array([255, 1], 'u1')\n"
        "f['half'] = np.array([.5, 2], 'f2'); f['big'] = np.array([1, -2], '>i4')\n"
        "f['fixed'] = np.array([b'abc', b'd']); f['text'] = ['\\u03b2', '']\n"
        "f.create_dataset('unwritten', 2, dtype=h5py.string_dtype())\n"
        "f.create_dataset('huge', (1 << 50,), 'f4', chunks=(1024,))\n"
        "f['complex'] = np.array([1j]); f['empty'] = h5py.Empty('f4')\n"
        "f.attrs['fixed'] = np.bytes_(b'xy'); f.attrs['list'] = [1, 2]\n"
        "f.attrs['floats'] = np.array([1, 2], 'f4'); f.attrs['half'] = np.float16(.5)\n"
        "f.attrs['sixteen'] = np.bytes_(b'0123456789abcdef'); f.attrs['big'] = np.array(-3, '>i8')\n"
        "f.attrs['eight'] = np.bytes_(b'01234567');\n"
        "f.attrs['empty'] = h5py.Empty('f8'); f.attrs['text'] = 'words'\n";
    char *path, *program, *command;
    struct h5_file *f;

    skip_without_h5py();
    path = test_path("h5py.h5");
    program = test_path("h5py_write.py");
    file_write(program, script, strlen(script));
    command = format_new("/usr/bin/python3 '%s' '%s'", program, path);
    assert_int_equal(run_command(command, NULL, NULL), 0);
    f = h5_open(path);
    assert_non_null(f);
    free(command);
    free(program);
    free(path);
    return f;
}

static void test_foreign_types(void **state)
{
    static const double number[][2] = {{1, 0}, {255, 1}, {0.5, 2}, {1, -2}};
    static const char *const numbers[] = {"/bool", "/byte", "/half", "/big"};
    static const char *const text[][2] = {{"abc", "d"}, {"\xce\xb2", ""}, {"", ""}};
    static const char *const texts[] = {"/fixed", "/text", "/unwritten"};
    struct h5_file *f = open_foreign();
    struct h5_array a;
    char *value;

    (void)state;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(h5_read(f, numbers[i], &a), 0);
        assert_true(a.type == (i == 2 ? H5_FLOAT32 : H5_FLOAT64) && h5_count(&a) == 2);
        assert_memory_equal(a.data, number[i], sizeof number[i]);
        h5_array_clear(&a);
    }
    for (int i = 0; i < 3; i++) {
        assert_int_equal(h5_read(f, texts[i], &a), 0);
        assert_int_equal(a.type, H5_TEXT);
        assert_string_equal(((char **)a.data)[0], text[i][0]);
        assert_string_equal(((char **)a.data)[1], text[i][1]);
        h5_array_clear(&a);
    }
    value = h5_get_text(f, "/", "fixed");
    assert_string_equal(value, "xy");
    free(value);
    h5_close(f);
}

/* Attributes that take as many bytes as ours, but are of other types, or have several values or none. */
static void test_foreign_attributes(void **state)
{
    static const char *const numbers[] = {"half", "big"};
    static const double number[] = {0.5, -3};
    static const char *const texts[][2] = {
        {"fixed", "xy"}, {"sixteen", "0123456789abcdef"}, {"eight", "01234567"}, {"text", "words"}};
    static const char *const neither[] = {"list", "floats", "empty", "none"};
    static const char *const except[] = {"fixed", NULL};
    struct h5_file *f = open_foreign();
    struct config all = {0};

    (void)state;
    for (int i = 0; i < 2; i++) {
        assert_true(h5_get_number(f, "/", numbers[i]) == number[i]);
        assert_null(h5_get_text(f, "/", numbers[i]));
    }
    for (int i = 0; i < 4; i++) {
        char *text = h5_get_text(f, "/", texts[i][0]);

        assert_string_equal(text, texts[i][1]);
        assert_true(isnan(h5_get_number(f, "/", texts[i][0])));
        free(text);
    }
    for (int i = 0; i < 4; i++) {
        assert_null(h5_get_text(f, "/", neither[i]));
        assert_true(isnan(h5_get_number(f, "/", neither[i])));
    }
    h5_get_texts(f, "/", except, &all);
    assert_int_equal(all.count, 3);
    for (int i = 0; i < 3; i++)
        assert_string_equal(config_get(&all, texts[i + 1][0]), texts[i + 1][1]);
    config_clear(&all);
    h5_close(f);
}

/* A type that is none of ours, no values, and a shape that no memory holds. */
static void test_foreign_refused(void **state)
{
    static const char *const bad[] = {"/huge", "/complex", "/empty"};
    struct h5_file *f = open_foreign();
    struct h5_array a;

    (void)state;
    for (int i = 0; i < 3; i++) {
        capture_stderr();
        assert_int_equal(h5_read(f, bad[i], &a), -1);
        assert_message(captured_stderr(), bad[i]);
    }
    assert_true(isnan(h5_get_number(f, "/", "list")));
    h5_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrays),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_of_long_texts),
        cmocka_unit_test(test_wrong_kind),
        cmocka_unit_test(test_foreign_types),
        cmocka_unit_test(test_foreign_attributes),
        cmocka_unit_test(test_foreign_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
