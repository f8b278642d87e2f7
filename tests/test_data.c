/* Data sets: the file formats and where files are looked for. */
#include "support.h"

#include "data_sets.h"
#include <unistd.h>

/* ---- formats ---- */

static void test_idx_values(void **state)
{
    (void)state;
    for (int gzip = 0; gzip < 2; gzip++) {
        char *folder = put_set(gzip ? "data/gz" : "data/plain", 40, gzip);
        char *images = format_new("%s/t10k-images-idx3-ubyte%s", folder, gzip ? ".gz" : "");
        char *labels = format_new("%s/t10k-labels-idx1-ubyte%s", folder, gzip ? ".gz" : "");
        int count, h, w;
        uint8_t *data;

        assert_int_equal(idx_read_images(images, &count, &h, &w, &(int){0}, &data), 0);
        assert_int_equal(count, TEST);
        assert_int_equal(h, H);
        assert_int_equal(w, W);
        for (int i = 0; i < TEST * H * W; i++)
            assert_int_equal(data[i], 140 + i);
        free(data);
        assert_int_equal(idx_read_labels(labels, 10, &count, &data), 0);
        assert_int_equal(count, TEST);
        for (int i = 0; i < TEST; i++)
            assert_int_equal(data[i], i);
        free(data);
        free(folder);
        free(images);
        free(labels);
    }
}

/* Writes bytes, reads them as images (rank 3) or labels (rank 1), plain and packed: each must be
 * refused in one line that names the file and has `part`. */
static void assert_refused(int rank, const uint8_t *bytes, size_t n, const char *part)
{
    for (int gzip = 0; gzip < 2; gzip++) {
        char *path = test_path(gzip ? "data/bad.gz" : "data/bad");
        int count, h, w, r;
        uint8_t *data;

        put_file(path, bytes, n, gzip);
        capture_stderr();
        r = rank == 3 ? idx_read_images(path, &count, &h, &w, &(int){0}, &data)
                      : idx_read_labels(path, 10, &count, &data);
        assert_said("error", part, path);
        assert_int_equal(r, -1);
        free(path);
    }
}

static void test_idx_refused(void **state)
{
    static const struct {
        int dim[3];
        size_t bytes; /* behind the header */
        const char *part;
    } cases[] = {
        {{2, 2, 2}, 7, "too short: its header announces 8 bytes of images, 7 are there"},
        {{2, 2, 2}, 9, "1 trailing bytes behind the 8 of images"},
        {{3, 2, 2}, 8, "announces 12 bytes"},
        {{0, 2, 2}, 0, "dimension 1 is 0"},
        {{2, 0, 2}, 0, "dimension 2 is 0"},
        {{2, 2, 0}, 0, "dimension 3 is 0"},
        {{-1, 1, 1}, 8, "dimension 1 is 4294967295, must be 1 to 2147483647"},
        {{2, 65536, 65536}, 8, "dimension 2 is 65536, must be 1 to 65535"},
        {{1, 1, -1}, 8, "dimension 3 is 4294967295"},
        {{0x7fffffff, 65535, 65535}, 8, "9223090559730712575"}, /* no memory is asked for it */
        {{0x40000000, 0x4000, 0x100}, 0, "too short"},          /* 2^52 */
        {{1, 32768, 32768}, 8, "announces 1073741824 bytes"},
    };
    uint8_t b[64] = {0};
    size_t n;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        n = idx_header(b, 3, cases[i].dim);
        assert_refused(3, b, n + cases[i].bytes, cases[i].part);
    }
    n = idx_header(b, 3, (int[]){2, 2, 2});
    assert_refused(3, b, 0, "0 bytes are no IDX file");
    assert_refused(3, b, 3, "3 bytes are no IDX file");
    assert_refused(3, b, n - 1, "after 15 of 16 bytes");
    assert_refused(1, b, n + 8, "magic number is 0x00000803, expected 0x00000801");
    b[3] = 1;
    assert_refused(3, b, n + 8, "magic number is 0x00000801, expected 0x00000803");
    b[2] = 0xd;
    assert_refused(3, b, n + 8, "is it an IDX file?");
    n = idx_header(b, 1, (int[]){4});
    memcpy(b + n, (uint8_t[]){0, 9, 10, 200}, 4);
    assert_refused(1, b, n + 4, "label 10 at index 2 is out of range: 10 classes are 0 to 9");
}

static void assert_unreadable(const char *path, const char *part)
{
    int count, h, w;
    uint8_t *data;

    capture_stderr();
    assert_int_equal(idx_read_images(path, &count, &h, &w, &(int){0}, &data), -1);
    assert_said("error", path, part);
}

/* A gzip file cut anywhere is refused: also where all pixels are there and only its checksum is
 * not. */
static void test_gzip_damage(void **state)
{
    char *folder = put_set("data/mnist", 1, true);
    char *path = format_new("%s/train-images-idx3-ubyte.gz", folder);
    size_t size;
    char *bytes = file_read(path, &size, false);

    (void)state;
    for (size_t cut = 0; cut < size; cut++) {
        put_file(path, bytes, cut, false);
        assert_unreadable(path, cut > 20 ? "truncated" : NULL);
    }
    bytes[size - 6] ^= 1; /* the checksum */
    put_file(path, bytes, size, false);
    assert_unreadable(path, "the gzip file is damaged");
    unlink(path);
    assert_unreadable(path, "cannot open");
    assert_unreadable(folder, "cannot read");
    free(bytes);
    free(path);
    free(folder);
}

static void test_set_mismatch(void **state)
{
    char *folder = put_set("data/mnist", 1, false);

    (void)state;
    put_split(folder, "t10k", 0, TEST, TEST + 1, W, false);
    assert_open_says("mnist", "t10k-images-idx3-ubyte has 3 images", "has 4 labels");
    put_split(folder, "t10k", 0, TEST, TEST, W + 1, false);
    assert_open_says("mnist", "t10k-images-idx3-ubyte has images of 2x4", "of 2x3");
    assert_int_equal(entries("cache", "", NULL, 0), 0);
    free(folder);
}

/* ---- CIFAR-10 ---- */

enum { PLANE = 32 * 32, RECORD = 1 + 3 * PLANE };

static uint8_t cifar_pixel(int file, int record, int channel, int position)
{
    return (uint8_t)(file * 31 + record * 7 + channel * 85 + position);
}

/* File i holds i + 1 records. */
static char *put_cifar(const char *name, bool gzip)
{
    char *folder = test_path(name);
    uint8_t *b = xcalloc(6, RECORD);

    for (int file = 0; file < 6; file++) {
        char *path = file < 5 ? format_new("%s/data_batch_%d.bin", folder, file + 1)
                              : format_new("%s/test_batch.bin", folder);
        char *packed = format_new("%s%s", path, gzip ? ".gz" : "");

        for (int i = 0; i <= file; i++) {
            b[i * RECORD] = (uint8_t)((file + i) % 10);
            for (int p = 0; p < 3 * PLANE; p++)
                b[i * RECORD + 1 + p] = cifar_pixel(file, i, p / PLANE, p % PLANE);
        }
        put_file(packed, b, (size_t)(file + 1) * RECORD, gzip);
        free(packed);
        free(path);
    }
    free(b);
    return folder;
}

static void assert_cifar_record(const struct data_split *s, int at, int file, int record)
{
    const uint8_t *image = s->image + (size_t)at * 3 * PLANE;

    assert_int_equal(s->label[at], (file + record) % 10);
    for (int p = 0; p < PLANE; p++)
        for (int c = 0; c < 3; c++)
            assert_int_equal(image[p * 3 + c], cifar_pixel(file, record, c, p));
}

static void test_cifar10_values(void **state)
{
    (void)state;
    for (int form = 0; form < 3; form++) {
        char *folder =
            put_cifar(form ? "data/cifar10" : "data/cifar10/cifar-10-batches-bin", form == 2);
        struct data d;
        int at = 0;

        open_silently(&d, "cifar10");
        assert_true(shape_equal(d.shape, shape_image(32, 32, 3)));
        assert_int_equal(d.classes, 10);
        assert_int_equal(d.train.count, 15);
        assert_int_equal(d.test.count, 6);
        for (int file = 0; file < 5; file++)
            for (int i = 0; i <= file; i++)
                assert_cifar_record(&d.train, at++, file, i);
        for (int i = 0; i < 6; i++)
            assert_cifar_record(&d.test, i, 5, i);
        data_close(&d);
        surround(NULL);
        free(folder);
    }
}

static void test_cifar10_refused(void **state)
{
    char *folder = put_cifar("data/cifar10", false);
    char *path = format_new("%s/data_batch_3.bin", folder);
    size_t size;
    char *bytes = file_read(path, &size, false);

    (void)state;
    put_file(path, bytes, size - 1, false);
    assert_open_says("cifar10", path, "not a whole number of 3073-byte");
    put_file(path, bytes, 0, false);
    assert_open_says("cifar10", path, "0 bytes");
    bytes[2 * RECORD] = 10;
    put_file(path, bytes, size, false);
    assert_open_says("cifar10", path, "label 10 at index 2 is out of range");
    free(bytes);
    free(path);
    free(folder);
}

/* ---- places ---- */

static void assert_located(const char *name, const char *folder)
{
    struct text where = {0};
    char *want = test_path(folder);

    if (!data_locate(name, &where))
        fail_msg("%s is not in %s but looked for in:\n%s", name, want, text_str(&where));
    assert_string_equal(text_str(&where), want);
    text_clear(&where);
    free(want);
}

static void test_places(void **state)
{
    char *list;

    (void)state;
    /* From the last place to the first: each new one is preferred. */
    free(put_set("home/.local/share/normlab/mnist", 1, true));
    assert_located("mnist", "home/.local/share/normlab/mnist");
    setenv("XDG_DATA_HOME", "relative", 1);
    assert_located("mnist", "home/.local/share/normlab/mnist");
    set_folder("XDG_DATA_HOME", "xdg");
    free(put_set("xdg/normlab/mnist", 1, false));
    assert_located("mnist", "xdg/normlab/mnist");
    list = format_new("::%s/nowhere:%s/data/second/:%s/data", test_folder(), test_folder(),
                      test_folder());
    setenv("NORMLAB_DATA", list, 1);
    free(list);
    free(put_set("data/mnist", 1, false));
    assert_located("mnist", "data/mnist");
    free(put_set("data/second", 1, false));
    assert_located("mnist", "data/second");
    free(put_set("data/second/mnist", 1, false));
    assert_located("mnist", "data/second/mnist");
}

/* MNIST's folder has the files that Fashion-MNIST has; it must not pass for it. */
static void test_other_set(void **state)
{
    struct text where = {0};
    char *folder = put_set("data/mnist", 1, false);
    char *note = format_new("\n%s (holds mnist)", folder);

    (void)state;
    setenv("NORMLAB_DATA", folder, 1);
    assert_located("mnist", "data/mnist");
    data_locate("fashion-mnist", &where);
    assert_string_not_equal(text_str(&where), folder);
    if (strchr(text_str(&where), '\n')) /* else the package is installed */
        assert_non_null(strstr(text_str(&where), note));
    text_clear(&where);
    free(note);
    free(folder);
}

static void test_missing(void **state)
{
    struct text where = {0};
    char *folder = put_set("data/mnist", 1, true), *path, *want, *list;

    (void)state;
    path = format_new("%s/t10k-labels-idx1-ubyte.gz", folder);
    unlink(path);
    list = format_new(":%s/data/:", test_folder());
    setenv("NORMLAB_DATA", list, 1);
    want = format_new(
        "%s (lacks t10k-labels-idx1-ubyte)\n%s/data\n%s/home/.local/share/normlab/mnist\n"
        "/usr/share/datasets/mnist",
        folder, test_folder(), test_folder());
    assert_false(data_locate("mnist", &where));
    assert_string_equal(text_str(&where), want);
    assert_open_says("mnist", "put its four IDX files", "(lacks t10k-labels-idx1-ubyte), ");
    assert_open_says("cifar10", "get it by normlab data fetch cifar10, or unpack",
                     "/usr/share/datasets/cifar10");
    assert_open_says("fashion_mnist", "did you mean fashion-mnist?",
                     "known: mnist, fashion-mnist, ");
    text_clear(&where);
    free(want);
    free(list);
    free(path);
    free(folder);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(idx_values),   TEST_CASE(idx_refused),    TEST_CASE(gzip_damage),
        TEST_CASE(set_mismatch), TEST_CASE(cifar10_values), TEST_CASE(cifar10_refused),
        TEST_CASE(places),       TEST_CASE(other_set),      TEST_CASE(missing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
