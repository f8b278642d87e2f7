/* Series in the UEA archive's text format: what is read. */
#include "ts_files.h"
#include <math.h>
#include <unistd.h>

static char *given_data; /* NORMLAB_DATA as the test program found it */

/* Cases are shuffled: the series whose first value is this. */
static const float *case_of(const struct data *d, float first)
{
    size_t size = shape_size(d->shape);

    for (size_t i = 0; i < (size_t)d->train.count; i++)
        if (d->train.series[i * size] == first)
            return d->train.series + i * size;
    fail_msg("no case begins with %g", (double)first);
    return NULL;
}

/* The set that TRAIN_CASES and TEST_CASES make. */
static void assert_toy(const struct data *d)
{
    static const float train[2][3][2] = {{{1, 4}, {2, 5}, {3, 6}}, {{-1, 5}}},
                       test[3][2] = {{7, 9}, {8, 10}};

    assert_true(shape_equal(d->shape, shape_sequence(3, 2)));
    assert_true(d->classes == 2 && d->outputs == 2 && d->tokens == 0);
    assert_true(d->train.count == 2 && d->test.count == 1);
    assert_null(d->train.image);
    assert_null(d->train.target);
    assert_memory_equal(d->train.series, train, sizeof train);
    assert_memory_equal(d->test.series, test, sizeof test);
    assert_true(d->train.length[0] == 3 && d->train.length[1] == 1 && d->test.length[0] == 2);
    assert_true(d->train.label[0] == 0 && d->train.label[1] == 1 && d->test.label[0] == 1);
    /* Over 1, 2, 3, -1 and 4, 5, 6, 5. */
    assert_true(fabs(d->mean[0] - 1.25) < 1e-12 && fabs(d->mean[1] - 5) < 1e-12);
    assert_true(fabs(d->sd[0] - sqrt(8.75 / 4)) < 1e-12 && fabs(d->sd[1] - sqrt(0.5)) < 1e-12);
}

static void assert_opens_toy(const char *name)
{
    struct data d;

    open_silently(&d, name);
    assert_toy(&d);
    data_close(&d);
    open_silently(&d, name); /* from the cache */
    assert_toy(&d);
    data_close(&d);
}

static void test_values(void **state)
{
    (void)state;
    put_pair(HEADER "@data\n" TRAIN_CASES, HEADER "@data\n" TEST_CASES);
    assert_opens_toy("ts:Toy");
    /* Without a line's end; comments, blanks and empty lines between cases. */
    put_pair(HEADER "@data\n1,2,3:4,5,6:a\n-1:.5e1:b",
             HEADER "@data\n\n# one\n  7 ,\t8 : 9, 10 :\tb \n\n");
    assert_opens_toy("ts:Toy");
    /* A byte order mark, lines that end as in DOS, tags in any case, tags that say nothing. */
    put_pair(
        "\xef\xbb\xbf@PROBLEMNAME Toy\r\n@UniVariate FALSE\r\n@classlabel True a b\r\n@extra\r\n"
        "@Data\r\n1,2,3:4,5,6:a\r\n-1:.5e1:b\r\n",
        "@classLabel true b a\n@DATA\n" TEST_CASES);
    assert_opens_toy("ts:Toy");
}

/* As a path, from the current folder, from the data folders, in a folder of its own, packed. */
static void test_places(void **state)
{
    char here[4096], *name = format_new("ts:%s/data/Toy", test_folder());
    struct text where = {0};

    (void)state;
    assert_non_null(getcwd(here, sizeof here));
    put_pair(HEADER "@data\n" TRAIN_CASES, HEADER "@data\n" TEST_CASES);
    unsetenv("NORMLAB_DATA");
    assert_opens_toy(name);
    assert_int_equal(chdir(test_folder()), 0);
    assert_opens_toy("ts:data/Toy");
    assert_open_says("ts:Toy", "data set ts:Toy is not here: give the path and name",
                     "looked in ., ");
    assert_open_says("ts:data/Foo", "ts:data/Foo is not here", "looked in data (has ");
    assert_int_equal(chdir("data"), 0);
    assert_opens_toy("ts:Toy");
    assert_int_equal(chdir(here), 0);
    /* A folder that is called like another set is not only that set's. */
    set_folder("NORMLAB_DATA", "data/mnist");
    put_text("data/mnist/Toy_TRAIN.ts", HEADER "@data\n" TRAIN_CASES,
             strlen(HEADER "@data\n" TRAIN_CASES), false);
    assert_open_says("ts:Toy", "/data/mnist (lacks Toy_TEST.ts)", NULL);
    unsetenv("NORMLAB_DATA");
    put_text("home/.local/share/normlab/Toy/Toy_TRAIN.ts.gz", HEADER "@data\n" TRAIN_CASES,
             strlen(HEADER "@data\n" TRAIN_CASES), true);
    assert_open_says("ts:Toy", "(lacks Toy_TEST.ts)", NULL);
    put_text("home/.local/share/normlab/Toy/Toy_TEST.ts", HEADER "@data\n" TEST_CASES,
             strlen(HEADER "@data\n" TEST_CASES), false);
    assert_opens_toy("ts:Toy");
    assert_true(data_locate("ts:Toy", &where));
    assert_non_null(strstr(text_str(&where), "/normlab/Toy"));
    text_clear(&where);
    assert_open_says("ts:", "which files? it should be ts:PREFIX", NULL);
    assert_open_says("ts", "which files? it should be ts:PREFIX", NULL);
    assert_open_says("ts:data/", "which files?", NULL);
    assert_open_says("mnist:Toy", "no data set is called 'mnist:Toy'", NULL);
    free(name);
}

/* The same set by the name that it is fetched by, and by its files'. */
static void test_namesake(void **state)
{
    const char *cases = HEADER "@data\n" TRAIN_CASES;
    struct data d;

    (void)state;
    put_text("home/.local/share/normlab/japanese-vowels/JapaneseVowels_TRAIN.ts", cases,
             strlen(cases), false);
    put_text("home/.local/share/normlab/japanese-vowels/JapaneseVowels_TEST.ts",
             HEADER "@data\n" TEST_CASES, strlen(HEADER "@data\n" TEST_CASES), false);
    assert_opens_toy("japanese-vowels");
    assert_opens_toy("ts:JapaneseVowels");
    set_folder("NORMLAB_DATA", "home/.local/share/normlab/japanese-vowels");
    open_silently(&d, "ts:JapaneseVowels");
    assert_string_equal(d.name, "ts");
    data_close(&d);
}

static void test_equal_lengths(void **state)
{
    static const char *const headers[] = {
        "@univariate true\n@equalLength true\n@seriesLength 2\n@classLabel true x y\n@data\n",
        "@univariate true\n@classLabel true x y\n@data\n",
        "@equalLength true\n@classLabel true x y\n@data\n",
    };

    (void)state;
    for (int i = 0; i < 3; i++) {
        char *train = format_new("%s1,2:x\n3,4:y\n5,9:y\n", headers[i]);
        char *test = format_new("%s1,2:x\n", headers[i]);
        struct data d;

        put_pair(train, test);
        open_silently(&d, "ts:Toy");
        assert_true(shape_equal(d.shape, shape_sequence(2, 1)));
        assert_null(d.train.length);
        assert_null(d.test.length);
        assert_true(case_of(&d, 1)[1] == 2 && case_of(&d, 3)[1] == 4 && case_of(&d, 5)[1] == 9);
        assert_true(d.mean[0] == 4);
        data_close(&d);
        free(train);
        free(test);
    }
    /* A test set may be longer, and then the training cases are padded. */
    put_pair("@univariate true\n@classLabel true x\n@data\n1,2:x\n",
             "@univariate true\n@classLabel true x\n@data\n1,2,3:x\n");
    struct data d;

    open_silently(&d, "ts:Toy");
    assert_true(d.shape.h == 3 && d.train.length[0] == 2 && d.test.length[0] == 3);
    assert_true(d.mean[0] == 1.5 && d.sd[0] == 0.5);
    data_close(&d);
}

static void test_missing_values(void **state)
{
    static const char header[] = "@missing true\n@classLabel true a\n@data\n";
    char *train = format_new("%s?,1,?,NaN,5,nan:?,?,?,?,?,2:a\n", header);
    char *test = format_new("%s1:?:a\n", header);
    static const float want[] = {1, 2, 1, 2, 1, 2, 1, 2, 5, 2, 5, 2};
    struct data d;

    (void)state;
    put_pair(train, train);
    capture_stderr();
    assert_int_equal(data_open(&d, "ts:Toy"), 0);
    assert_said("warning", "Toy_TRAIN.ts: 9 values are missing", "Toy_TEST.ts: 9; the last one");
    assert_memory_equal(d.train.series, want, sizeof want);
    data_close(&d);
    put_pair(train, test);
    assert_open_says("ts:Toy", "Toy_TEST.ts:4: ", "dimension 2: all values are missing");
    free(train);
    free(test);
}

/* Values around 1e6 whose sd is 1: sums of squares would lose it. */
static void test_moments(void **state)
{
    (void)state;
    put_pair("@classLabel true a\n@data\n1000001:a\n999999:a\n1000001,999999:a\n",
             "@classLabel true a\n@data\n0:a\n");
    struct data d;

    open_silently(&d, "ts:Toy");
    assert_true(fabs(d.mean[0] - 1e6) < 1e-6 && fabs(d.sd[0] - 1) < 1e-6);
    data_close(&d);
}

/* More channels than a page holds moments of. */
static void test_many_dimensions(void **state)
{
    enum { DIMENSIONS = 1500 };
    struct text train = {0};
    struct data d;

    (void)state;
    text_add(&train, "@classLabel true a\n@data\n");
    for (int i = 0; i < DIMENSIONS; i++)
        text_add(&train, "%d,%d:", i, i + 2);
    text_add(&train, "a\n");
    put_pair(text_str(&train), text_str(&train));
    for (int cached = 0; cached < 2; cached++) {
        open_silently(&d, "ts:Toy");
        assert_true(shape_equal(d.shape, shape_sequence(2, DIMENSIONS)));
        for (int i = 0; i < DIMENSIONS; i++)
            assert_true(d.mean[i] == i + 1 && d.sd[i] == 1 && d.train.series[i] == i &&
                        d.test.series[DIMENSIONS + i] == i + 2);
        data_close(&d);
    }
    text_clear(&train);
}

static void test_japanese_vowels(void **state)
{
    char *beside = test_source("../../shared/data");
    int seen[9] = {0}, least = 100, most = 0;
    struct text where = {0};
    const float *first;
    struct data d;

    (void)state;
    set_variable("NORMLAB_DATA", given_data ? given_data : beside);
    free(beside);
    if (!data_locate("ts:JapaneseVowels", &where)) {
        print_message("JapaneseVowels is not here, looked in:\n%s\n", text_str(&where));
        text_clear(&where);
        skip_because("JapaneseVowels is not here: normlab data fetch japanese-vowels gets it");
    }
    text_clear(&where);
    open_silently(&d, "ts:JapaneseVowels");
    assert_true(shape_equal(d.shape, shape_sequence(29, 12)));
    assert_true(d.classes == 9 && d.train.count == 270 && d.test.count == 370);
    for (int split = 0; split < 2; split++) {
        const struct data_split *s = split ? &d.test : &d.train;

        for (int i = 0; i < s->count; i++) {
            least = s->length[i] < least ? s->length[i] : least;
            most = s->length[i] > most ? s->length[i] : most;
            seen[s->label[i]] += !split;
        }
    }
    assert_true(least == 7 && most == 29);
    for (int i = 0; i < 9; i++)
        assert_int_equal(seen[i], 30);
    first = case_of(&d, 1.860936f);
    assert_true(first[12] == 1.891651f && first[1] == -0.207383f && first[20 * 12 - 1] != 0 &&
                first[20 * 12] == 0);
    assert_true(d.train.label[(size_t)(first - d.train.series) / shape_size(d.shape)] == 0);
    /* The file has class after class; any part of what is read has all of them. */
    for (int part = 0; part < 270; part += 90) {
        int of_class[9] = {0};

        for (int i = part; i < part + 90; i++)
            of_class[d.train.label[i]]++;
        for (int i = 0; i < 9; i++)
            assert_true(of_class[i] >= 3);
    }
    /* By NumPy, over the 4274 training steps. */
    assert_true(fabs(d.mean[0] - 0.8691055006448446) < 1e-9 &&
                fabs(d.mean[11] - 0.08621397659609069) < 1e-9);
    assert_true(fabs(d.sd[0] - 0.4876198840752165) < 1e-9 &&
                fabs(d.sd[11] - 0.12754668918154505) < 1e-9);
    data_close(&d);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(values),          TEST_CASE(places),          TEST_CASE(namesake),
        TEST_CASE(equal_lengths),   TEST_CASE(missing_values),  TEST_CASE(moments),
        TEST_CASE(many_dimensions), TEST_CASE(japanese_vowels),
    };

    given_data = getenv("NORMLAB_DATA") ? xstrdup(getenv("NORMLAB_DATA")) : NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
