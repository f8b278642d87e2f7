/* Images of a user's own: IDX files of any size and colour, class folders of pictures, and where they are looked for. */
#include "support.h"

#include "base/system/file.h"
#include "data_sets.h"
#include <stdlib.h>
#include <string.h>

static char *given_data; /* NORMLAB_DATA as the test program found it */

/* An IDX file: its type's last byte is the rank. */
static void write_idx(const char *path, int rank, const int *dim, const uint8_t *bytes, size_t n)
{
    char file[4096];
    size_t at = 4;
    char *whole = test_path(path);

    memcpy(file, (char[]){0, 0, 8, (char)rank}, 4);
    for (int i = 0; i < rank; i++, at += 4)
        memcpy(file + at, (char[]){0, 0, (char)(dim[i] >> 8), (char)dim[i]}, 4);
    memcpy(file + at, bytes, n);
    assert_int_equal(file_write(whole, file, at + n), 0);
    free(whole);
}

/* Four images of 2x3 with `channels`, of classes 0 to 2, as training and as test set, under names with this prefix. */
static void write_set(const char *prefix, const char *between, int channels, int test_label)
{
    uint8_t pixel[72], label[] = {0, 1, 2, 1}, test_labels[] = {0, 1, 2, (uint8_t)test_label};
    int rank = channels == 1 ? 3 : 4;

    for (int i = 0; i < 72; i++)
        pixel[i] = (uint8_t)(3 * i);
    for (int test = 0; test < 2; test++) {
        char *images =
                 format_new("%s%s-images%sidx3-ubyte", prefix, test ? "t10k" : "train", between),
             *labels =
                 format_new("%s%s-labels%sidx1-ubyte", prefix, test ? "t10k" : "train", between);

        write_idx(images, rank, (int[]){4, 2, 3, channels}, pixel, (size_t)(24 * channels));
        write_idx(labels, 1, (int[]){4}, test ? test_labels : label, 4);
        free(images);
        free(labels);
    }
}

static void make_folder(const char *name)
{
    char *path = test_path(name), *command = format_new("mkdir -p '%s'", path);

    assert_int_equal(run_command(command, NULL, NULL), 0);
    free(command);
    free(path);
}

/* "idx:" and the path of a prefix. */
static char *own(const char *kind, const char *name, const char *end)
{
    char *path = test_path(name), *set = format_new("%s:%s%s", kind, path, end);

    free(path);
    return set;
}

static void assert_open_fails(const char *name, const char *what)
{
    struct data d;
    char *said;

    capture_stderr();
    assert_int_equal(data_open(&d, name), -1);
    said = captured_stderr();
    assert_holds(said, what);
    free(said);
}

static void test_idx(void **state)
{
    static const int channels[] = {1, 3};

    (void)state;
    make_folder("own");
    for (int i = 0; i < 2; i++) {
        char *name = own("idx", "own/tiny", "");
        struct data d;

        write_set("own/tiny-", "-", channels[i], 2);
        assert_int_equal(data_open(&d, name), 0);
        assert_int_equal(d.classes, 3);
        assert_int_equal(d.shape.h, 2);
        assert_int_equal(d.shape.w, 3);
        assert_int_equal(d.shape.c, channels[i]);
        assert_int_equal(d.train.count, 4);
        assert_int_equal(d.train.image[23], 69);
        assert_int_equal(d.test.label[3], 2);
        data_close(&d);
        free(name);
    }
}

/* A folder of its own, without a prefix; names with a dot. */
static void test_idx_names(void **state)
{
    char *name = own("idx", "dots", "/");
    struct data d;

    (void)state;
    make_folder("dots");
    write_set("dots/", ".", 1, 0);
    assert_int_equal(data_open(&d, name), 0);
    assert_int_equal(d.classes, 3);
    data_close(&d);
    free(name);
}

static void test_wrong_idx(void **state)
{
    char *name = own("idx", "own/wrong", ""), *missing = own("idx", "own/nix", "");

    (void)state;
    make_folder("own");
    write_set("own/wrong-", "-", 1, 3);
    assert_open_fails(name, "label 3 at index 3 is of a class that");
    write_set("own/wrong-", "-", 2, 0);
    assert_open_fails(name, "its images have 2 channels");
    assert_open_fails(missing,
                      "Its files are nix-train-images-idx3-ubyte, nix-train-labels-idx1-ubyte");
    assert_open_fails(missing, "(has ");
    free(name);
    free(missing);
}

/* torchvision keeps MNIST and Fashion-MNIST in one root, and one must not be taken for the other. */
static void test_torchvision(void **state)
{
    char *root = test_path("torch"), *raw = test_path("torch/FashionMNIST/raw");
    struct text where = {0};

    (void)state;
    make_folder("torch/FashionMNIST/raw");
    make_folder("torch/MNIST/raw");
    write_set("torch/FashionMNIST/raw/", "-", 1, 0);
    setenv("NORMLAB_DATA", root, 1);
    setenv("XDG_DATA_HOME", root, 1); /* the user may have MNIST */
    assert_false(data_locate("mnist", &where));
    text_clear(&where);
    assert_true(data_locate("fashion-mnist", &where));
    assert_string_equal(text_str(&where), raw);
    text_clear(&where);
    setenv("NORMLAB_DATA", raw, 1);
    assert_false(data_locate("mnist", &where));
    text_clear(&where);
    assert_true(data_locate("fashion-mnist", &where));
    text_clear(&where);
    setenv("NORMLAB_DATA", given_data ? given_data : "", 1);
    free(root);
    free(raw);
}

/* Puts golden pictures into a class folder: their names, with spaces between them. */
static void put(const char *folder, const char *names)
{
    char *to = test_path(folder), *from = test_source("golden/pictures"),
         *command = format_new("mkdir -p '%s' && cd '%s' && cp %s '%s/'", to, from, names, to);

    assert_int_equal(run_command(command, NULL, NULL), 0);
    free(command);
    free(from);
    free(to);
}

/* How many of the training images, [n][6][6][3], have the same red, green and blue everywhere. */
static int count_grey(const struct data_split *s)
{
    int grey = 0;

    for (int i = 0; i < s->count; i++) {
        bool same = true;

        for (const uint8_t *p = s->image + i * 108; p < s->image + (i + 1) * 108; p += 3)
            same = same && p[0] == p[1] && p[1] == p[2];
        grey += same;
    }
    return grey;
}

static void test_class_folders(void **state)
{
    char *name = own("folder", "split", " size=6"), *plain = own("folder", "split", "");
    struct data d, again;
    uint8_t seen[2] = {0};

    (void)state;
    put("split/train/cat", "grey.png rgb.png");
    put("split/train/dog", "rgb.jpg");
    put("split/test/dog", "grey.jpg small.png");
    assert_int_equal(data_open(&d, name), 0);
    assert_int_equal(d.classes, 2);
    assert_int_equal(d.shape.h, 6);
    assert_int_equal(d.shape.w, 6);
    assert_int_equal(d.shape.c, 3);
    assert_int_equal(d.train.count, 3);
    assert_int_equal(d.test.count, 2);
    assert_int_equal(count_grey(&d.train), 1);
    for (int i = 0; i < 3; i++)
        seen[d.train.label[i]]++;
    assert_int_equal(seen[0], 2);
    assert_int_equal(seen[1], 1);
    assert_int_equal(d.test.label[0] + d.test.label[1], 2);
    assert_int_equal(data_open(&again, name), 0); /* from its cache */
    assert_string_equal(d.sha256, again.sha256);
    data_close(&again);
    put("split/train/cat", "small.png"); /* a file more makes the cache old */
    assert_int_equal(data_open(&again, name), 0);
    assert_int_equal(again.train.count, 4);
    data_close(&again);
    data_close(&d);
    assert_open_fails(plain, "ask for one size");
    free(name);
    free(plain);
}

/* Without train and test, every fifth file of a class is for testing. */
static void test_one_folder(void **state)
{
    char *name = own("folder", "mixed", " size=5"), *path = test_path("mixed/b/notes.txt");
    struct data d;

    (void)state;
    put("mixed/a", "grey.png rgb.png palette.png deep.png small.png rgb.jpg");
    put("mixed/b", "grey.png rgb.png palette.png deep.png small.png grey.jpg");
    assert_int_equal(
        run_in_folder("mixed", "for i in 1 2 3; do cp a/grey.png a/z$i.png; done", NULL, NULL), 0);
    assert_int_equal(data_open(&d, name), 0);
    assert_int_equal(d.train.count, 13); /* 8 of 9 and 5 of 6 */
    assert_int_equal(d.test.count, 2);
    data_close(&d);
    assert_int_equal(file_write(path, "no picture", 10), 0);
    assert_open_fails(name, "notes.txt: is no PNG or JPEG picture");
    free(path);
    free(name);
}

static void test_wrong_folders(void **state)
{
    char *one = own("folder", "one", ""), *nothing = own("folder", "nothing", ""),
         *size = own("folder", "one", " size=0"), *empty = own("folder", "empty", " size=4"),
         *huge = own("folder", "one", " size=4294967304");

    (void)state;
    put("one/only", "grey.png");
    assert_open_fails(one, "has 1 class folder; it should have 2 to 256");
    assert_open_fails(size, "size= should be a number of pixels");
    assert_open_fails(nothing, "is not here: give the path of the folder");
    assert_open_fails("folder", "which files?");
    put("empty/a", "grey.png rgb.png small.png deep.png palette.png");
    put("empty/b", "grey.png");
    assert_int_equal(run_in_folder("empty", "rm b/grey.png && mkfifo b/pipe", NULL, NULL), 0);
    assert_open_fails(empty, "the class folder b has no training pictures");
    assert_open_fails(huge, "size= should be a number of pixels");
    free(empty);
    free(huge);
    free(one);
    free(nothing);
    free(size);
}

/* From a folder of pictures to results, by the commands. */
static void test_trains(void **state)
{
    char *path = test_path("mixed2"), *command, *out, *err;

    (void)state;
    put("mixed2/a", "grey.png rgb.png palette.png deep.png small.png rgb.jpg");
    put("mixed2/b", "grey.png rgb.png palette.png deep.png small.png grey.jpg");
    command = format_new(
        "\"$NORMLAB\" run batch_size --preset smoke panel=mlp norm=layernorm batch=2 train_count=all "
        "test_count=all \"data=folder:%s size=8\" --seeds 0 -q --no-plot",
        path);
    assert_int_equal(run_in_folder("trains", command, &out, &err), 0);
    assert_holds(out, "results/batch_size.h5"); /* no trial on generated data */
    free(command);
    free(out);
    free(err);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_idx),           cmocka_unit_test(test_idx_names),
        cmocka_unit_test(test_wrong_idx),     cmocka_unit_test(test_torchvision),
        cmocka_unit_test(test_class_folders), cmocka_unit_test(test_one_folder),
        cmocka_unit_test(test_wrong_folders), cmocka_unit_test(test_trains),
    };

    given_data = getenv("NORMLAB_DATA") ? xstrdup(getenv("NORMLAB_DATA")) : NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
