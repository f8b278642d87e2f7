/* The cache of decoded data sets: that it is used, keyed, mended, shared, and done without. */
#include "support.h"

#include "base/sha256.h"
#include "data_sets.h"
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_summary(void **state)
{
    char *folder = put_set("data/mnist", 30, false), *bytes, hex[65], path[512];
    double mean = 0, squares = 0;
    struct data d;
    size_t size;

    (void)state;
    open_silently(&d, "mnist");
    assert_set(&d, "mnist", 30);
    for (int i = 0; i < TRAIN * H * W; i++) {
        mean += (30 + i) / (double)(TRAIN * H * W);
        squares += (30 + i) * (30 + i) / (double)(TRAIN * H * W);
    }
    assert_true(fabs(d.mean[0] - mean) < 1e-12 * mean);
    assert_true(fabs(d.sd[0] - sqrt(squares - mean * mean)) < 1e-9);
    assert_int_equal(entries("cache", "mnist-", path, sizeof path), 1);
    bytes = file_read(path, &size, false);
    sha256_hex(bytes + 4096, size - 4096, hex);
    assert_int_equal(size, 4096 + (TRAIN + TEST) * (H * W + 1));
    assert_string_equal(d.sha256, hex);
    data_close(&d);
    data_close(&d);
    free(bytes);
    free(folder);
}

static void assert_opens_as(const char *name, int base)
{
    struct data d;

    open_silently(&d, name);
    assert_set(&d, name, base);
    data_close(&d);
}

static void set_times(const char *folder, long nanoseconds)
{
    static const char *const names[] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                        "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};
    struct timespec times[2] = {{1000000000, 0}, {1000000000, nanoseconds}};

    for (int i = 0; i < 4; i++) {
        char *path = format_new("%s/%s", folder, names[i]);

        assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
        free(path);
    }
}

/* New content under old size and time is what proves that the cache was used. */
static void test_cache_key(void **state)
{
    char *folder = put_set("data/mnist", 0, false);

    (void)state;
    set_times(folder, 0);
    assert_opens_as("mnist", 0);
    free(put_set("data/mnist", 50, false));
    set_times(folder, 0);
    assert_opens_as("mnist", 0);
    set_times(folder, 1);
    assert_opens_as("mnist", 50);
    assert_int_equal(entries("cache", "", NULL, 0), 1);
    /* Sources at another place have a cache of their own. */
    free(put_set("xdg/mnist", 20, false));
    set_folder("NORMLAB_DATA", "xdg");
    assert_opens_as("mnist", 20);
    assert_int_equal(entries("cache", "", NULL, 0), 2);
    free(folder);
}

static void test_cache_size_key(void **state)
{
    char *folder = put_set("data/mnist", 0, false);
    struct data d;

    (void)state;
    set_times(folder, 0);
    assert_opens_as("mnist", 0);
    put_split(folder, "t10k", 0, TEST + 1, TEST + 1, W, false);
    set_times(folder, 0);
    open_silently(&d, "mnist");
    assert_int_equal(d.test.count, TEST + 1);
    data_close(&d);
    free(folder);
}

/* Puts `bytes` for the cache: the set must still open right, after a warning, and the cache be
 * whole. */
static void assert_mended(const char *cache, const char *bytes, size_t n, const char *part)
{
    struct data d;

    put_file(cache, bytes, n, false);
    capture_stderr();
    assert_int_equal(data_open(&d, "mnist"), 0);
    if (part)
        assert_said("warning", cache, part);
    else
        assert_silent();
    assert_set(&d, "mnist", 0);
    data_close(&d);
    assert_opens_as("mnist", 0);
}

/* Places in the header: numbers, its checksum, mean and sd. */
enum {
    VERSION = 8,
    RANK = 12,
    HEIGHT = 16,
    CHECK = 194,
    CHECK_END = CHECK + 65,
    MOMENTS = 264,
    HEADER = MOMENTS + 2 * 8
};

static void seal(char *header, size_t channels)
{
    struct sha256 sum;

    sha256_start(&sum);
    sha256_add(&sum, header, CHECK);
    sha256_add(&sum, header + MOMENTS, 2 * channels * sizeof(double));
    sha256_end(&sum, header + CHECK);
}

static void test_cache_damage(void **state)
{
    char *folder = put_set("data/mnist", 0, false), *bytes, path[512];
    size_t size;

    (void)state;
    assert_opens_as("mnist", 0);
    assert_int_equal(entries("cache", "", path, sizeof path), 1);
    bytes = file_read(path, &size, false);
    bytes = xrealloc(bytes, size + 1);
    assert_mended(path, bytes, 0, "cannot be mapped");
    assert_mended(path, bytes, 1, "too short");
    assert_mended(path, bytes, 4095, "too short");
    assert_mended(path, bytes, 4096, "its length is wrong");
    assert_mended(path, bytes, size - 1, "its length is wrong");
    assert_mended(path, bytes, size + 1, "its length is wrong");
    for (int i = 0; i < HEADER; i += 3) {
        bool of_version = i >= VERSION && i < RANK; /* another version's file is no damage */

        if (i >= CHECK_END && i < MOMENTS) /* nothing is there */
            continue;
        bytes[i] ^= 0x10;
        assert_mended(path, bytes, size,
                      of_version    ? NULL
                      : i < VERSION ? "no cache"
                                    : "header is damaged");
        bytes[i] ^= 0x10;
    }
    bytes[size - 1] = 10; /* the last label */
    assert_mended(path, bytes, size, "labels are out of range");
    bytes[HEIGHT + 1]++; /* the height, by 256, under a valid checksum */
    seal(bytes, 1);
    assert_mended(path, bytes, size, "sizes do not agree");
    assert_int_equal(entries("cache", "", NULL, 0), 1);
    free(bytes);
    free(folder);
}

/* ---- sequences ---- */

/* Numbers in the header, and in the payload of the set below. */
enum {
    CHANNELS = 24,
    TOKENS = 44,
    SERIES = 48,
    LENGTHS = 52,
    TRAIN_LENGTHS = 4096 + (2 + 1) * 3 * 2 * 4,
    TEST_LENGTHS = TRAIN_LENGTHS + 2 * 4,
    TRAIN_LABELS = TEST_LENGTHS + 4,
    SEQUENCES_SIZE = TRAIN_LABELS + 2 + 1
};

/* Two series and one, of up to 3 steps of 2 dimensions; returns the cache's bytes. */
static char *put_sequences(char path[512], size_t *size)
{
    static const char train[] = "@classLabel true a b\n@data\n1,2,3:4,5,6:a\n7:8:b\n",
                      test[] = "@classLabel true a b\n@data\n9,10:11,12:b\n";
    char *one = test_path("data/Toy_TRAIN.ts"), *two = test_path("data/Toy_TEST.ts");
    struct data d;

    put_file(one, train, strlen(train), false);
    put_file(two, test, strlen(test), false);
    open_silently(&d, "ts:Toy");
    data_close(&d);
    assert_int_equal(entries("cache", "ts-", path, 512), 1);
    free(one);
    free(two);
    return file_read(path, size, false);
}

static void assert_sequences(const struct data *d)
{
    static const float train[] = {1, 4, 2, 5, 3, 6, 7, 8, 0, 0, 0, 0},
                       test[] = {9, 11, 10, 12, 0, 0};

    assert_memory_equal(d->train.series, train, sizeof train);
    assert_memory_equal(d->test.series, test, sizeof test);
    assert_true(d->train.length[0] == 3 && d->train.length[1] == 1 && d->test.length[0] == 2);
    assert_true(d->train.label[0] == 0 && d->train.label[1] == 1 && d->test.label[0] == 1);
    assert_true(d->mean[0] == 3.25 && d->mean[1] == 5.75);
}

/* As assert_mended(), of the set above. */
static void assert_sequences_mended(const char *cache, const char *bytes, size_t n,
                                    const char *part)
{
    struct data d;

    put_file(cache, bytes, n, false);
    capture_stderr();
    assert_int_equal(data_open(&d, "ts:Toy"), 0);
    assert_said("warning", cache, part);
    assert_sequences(&d);
    data_close(&d);
    open_silently(&d, "ts:Toy");
    assert_sequences(&d);
    data_close(&d);
}

/* Puts a number into a copy of a cache, under a valid checksum. */
static void assert_number_mended(const char *cache, const char *bytes, size_t at, int32_t number,
                                 const char *part)
{
    char *copy = xcalloc(1, SEQUENCES_SIZE);

    memcpy(copy, bytes, SEQUENCES_SIZE);
    memcpy(copy + at, &number, sizeof number);
    seal(copy, at == CHANNELS && number > 0 && number < 200 ? (size_t)number : 2);
    assert_sequences_mended(cache, copy, SEQUENCES_SIZE, part);
    free(copy);
}

static void test_sequences_damage(void **state)
{
    static const struct {
        size_t at;
        int32_t number;
        const char *part;
    } cases[] = {
        {TRAIN_LENGTHS, 0, "its lengths are out of range"},
        {TRAIN_LENGTHS + 4, 4, "its lengths are out of range"},
        {TEST_LENGTHS, -1, "its lengths are out of range"},
        {TRAIN_LABELS - 1, 0x02000000, "its labels are out of range"},
        {HEIGHT, 4, "its sizes do not agree"},
        {HEIGHT, -3, "its sizes do not agree"},
        {RANK, 3, "its sizes do not agree"},
        {CHANNELS, 1, "its sizes do not agree"},
        {CHANNELS, 3, "its sizes do not agree"},
        {CHANNELS, 0, "its header is damaged"},
        {CHANNELS, -2, "its header is damaged"},
        {CHANNELS, 0x7fffffff, "its header is damaged"},
        {TOKENS, 5, "its sizes do not agree"},
        {TOKENS, -1, "its sizes do not agree"},
        {SERIES, 0, "its sizes do not agree"},
        {SERIES, 2, "its sizes do not agree"},
        {LENGTHS, 0, "its sizes do not agree"},
        {LENGTHS, -1, "its sizes do not agree"},
    };
    char path[512], *bytes;
    size_t size;

    (void)state;
    bytes = put_sequences(path, &size);
    assert_int_equal(size, SEQUENCES_SIZE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_number_mended(path, bytes, cases[i].at, cases[i].number, cases[i].part);
    assert_sequences_mended(path, bytes, size - 1, "its length is wrong");
    bytes[MOMENTS + 31] ^= 1; /* the last byte of sd */
    assert_sequences_mended(path, bytes, size, "its header is damaged");
    assert_int_equal(entries("cache", "", NULL, 0), 1);
    free(bytes);
}

/* A header of several pages. */
static void test_wide_damage(void **state)
{
    enum { DIMENSIONS = 600, PAGES = 3 };
    char *one = test_path("data/Toy_TRAIN.ts"), *two = test_path("data/Toy_TEST.ts"), *bytes;
    char path[512], hex[65];
    struct text set = {0};
    struct data d;
    size_t size;

    (void)state;
    text_add(&set, "@classLabel true a\n@data\n");
    for (int i = 0; i < DIMENSIONS; i++)
        text_add(&set, "%d:", i);
    text_add(&set, "a\n");
    put_file(one, text_str(&set), set.length, false);
    put_file(two, text_str(&set), set.length, false);
    open_silently(&d, "ts:Toy");
    assert_int_equal(entries("cache", "", path, sizeof path), 1);
    bytes = file_read(path, &size, false);
    assert_int_equal(size, PAGES * 4096 + 2 * (DIMENSIONS * 4 + 1));
    sha256_hex(bytes + PAGES * 4096, size - PAGES * 4096, hex);
    assert_string_equal(d.sha256, hex);
    assert_true(d.mean[DIMENSIONS - 1] == DIMENSIONS - 1);
    data_close(&d);
    for (int i = 0; i < 2; i++) {
        bytes[MOMENTS + 2 * DIMENSIONS * 8 - 1] ^= i;
        put_file(path, bytes, i ? size : PAGES * 4096 - 1, false);
        capture_stderr();
        assert_int_equal(data_open(&d, "ts:Toy"), 0);
        assert_said("warning", path, "its header is damaged");
        assert_string_equal(d.sha256, hex);
        data_close(&d);
    }
    free(bytes);
    free(one);
    free(two);
    text_clear(&set);
}

static void test_cache_folder(void **state)
{
    char *folder = put_set("data/mnist", 0, false);

    (void)state;
    setenv("NORMLAB_CACHE", "", 1);
    assert_opens_as("mnist", 0);
    assert_int_equal(entries("home/.cache/normlab", "mnist-", NULL, 0), 1);
    set_folder("XDG_CACHE_HOME", "xdg");
    assert_opens_as("mnist", 0);
    assert_int_equal(entries("xdg/normlab", "mnist-", NULL, 0), 1);
    set_folder("NORMLAB_CACHE", "cache/deep/er");
    assert_opens_as("mnist", 0);
    assert_int_equal(entries("cache/deep/er", "mnist-", NULL, 0), 1);
    free(folder);
}

static void test_cache_unwritable(void **state)
{
    static const char *const caches[] = {"data/mnist/t10k-labels-idx1-ubyte/below", "",
                                         "/proc/none"};
    char *folder = put_set("data/mnist", 0, false);
    struct data d;

    (void)state;
    unsetenv("HOME");
    for (int i = 0; i < 3; i++) {
        if (i == 0)
            set_folder("NORMLAB_CACHE", caches[i]);
        else
            setenv("NORMLAB_CACHE", caches[i], 1);
        capture_stderr();
        assert_int_equal(data_open(&d, "mnist"), 0);
        assert_said("warning", "data set mnist is decoded each time", "NORMLAB_CACHE");
        assert_set(&d, "mnist", 0);
        data_close(&d);
    }
    free(folder);
}

/* A write that breaks off leaves nothing behind, and the set opens all the same. */
static void test_cache_disk_full(void **state)
{
    char *folder = put_set("data/mnist", 0, false);
    struct rlimit limit, small;
    struct data d;
    int r;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = limit;
    small.rlim_cur = 4100; /* the header fits */
    signal(SIGXFSZ, SIG_IGN);
    capture_stderr();
    setrlimit(RLIMIT_FSIZE, &small);
    r = data_open(&d, "mnist");
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_DFL);
    assert_said("warning", "data set mnist is decoded each time", "File too large");
    assert_int_equal(r, 0);
    assert_set(&d, "mnist", 0);
    assert_int_equal(entries("cache", "", NULL, 0), 0);
    data_close(&d);
    free(folder);
}

static void test_cache_two_at_once(void **state)
{
    enum { PROCESSES = 8 };
    int status;

    (void)state;
    free(put_set("data/mnist", 0, true));
    fflush(NULL);
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0) {
            struct data d;
            bool good = data_open(&d, "mnist") == 0 && d.train.count == TRAIN &&
                        d.test.label[TEST - 1] == (100 + TEST - 1) % 10;

            _exit(good ? 0 : 1);
        }
    for (int i = 0; i < PROCESSES; i++) {
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_int_equal(entries("cache", "", NULL, 0), 1);
    assert_opens_as("mnist", 0);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(summary),         TEST_CASE(cache_key),         TEST_CASE(cache_size_key),
        TEST_CASE(cache_damage),    TEST_CASE(cache_folder),      TEST_CASE(cache_unwritable),
        TEST_CASE(cache_disk_full), TEST_CASE(cache_two_at_once), TEST_CASE(sequences_damage),
        TEST_CASE(wide_damage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
