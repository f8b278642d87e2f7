/* Series in the UEA archive's text format: each bad file is one clear line. */
#include "ts_files.h"

/* A file, as the training set, must give one line with its name, the line's number and part. */
static void assert_refused_bytes(const char *text, size_t n, int line, const char *part)
{
    char *place = format_new("data/Toy_TRAIN.ts:%d: ", line);

    put_text("data/Toy_TRAIN.ts", text, n, false);
    put_text("data/Toy_TEST.ts", HEADER "@data\n" TEST_CASES, strlen(HEADER "@data\n" TEST_CASES),
             false);
    assert_open_says("ts:Toy", place, part);
    free(place);
}

static void assert_refused(const char *text, int line, const char *part)
{
    assert_refused_bytes(text, strlen(text), line, part);
}

static void test_cases_refused(void **state)
{
    static const struct {
        const char *cases; /* from line 10 on */
        int line;
        const char *part;
    } bad[] = {
        {"1,2:4,5,6:a\n", 10, "dimension 2 has 3 steps, but dimension 1 has 2"},
        {TRAIN_CASES "1,2:a\n", 12, "the case has 1 dimension, but @dimensions says 2"},
        {"1:2:3:a\n", 10, "the case has 3 dimensions, but @dimensions says 2"},
        {":4:a\n", 10, "dimension 1 is empty"},
        {"4: :a\n", 10, "dimension 2 is empty"},
        {"::a\n", 10, "dimension 1 is empty"},
        {"1,2:4,5:c\n", 10, "label 'c' is none of @classLabel"},
        {"1,2:4,5:A\n", 10, "label 'A' is none of @classLabel"},
        {"1,2:4,5:\n", 10, "the label, which should be behind the last ':', is missing"},
        {"1,2\n", 10, "the label, which should be behind the last ':', is missing"},
        {"1,2:4,5\n", 10, "label '4,5' is none of @classLabel; is it missing"},
        {TRAIN_CASES "1,2,3:4,5", 12, "or the line cut off?"},
        {"1,1e999:4,5:a\n", 10, "dimension 1, step 2: 1e999 is too large for a float"},
        {"1,1:4,-3.5e38:a\n", 10, "dimension 2, step 2: -3.5e38 is too large for a float"},
        {"1,inf:4,5:a\n", 10, "dimension 1, step 2: 'inf' is no number"},
        {"1,0x10:4,5:a\n", 10, "dimension 1, step 2: '0x10' is no number"},
        {"1,2e:4,5:a\n", 10, "dimension 1, step 2: '2e' is no number"},
        {"1,--2:4,5:a\n", 10, "dimension 1, step 2: '--2' is no number"},
        {"1,2 3:4,5:a\n", 10, "dimension 1, step 2: '2 3' is no number"},
        {"1,,2:4,5,6:a\n", 10, "dimension 1, step 2: '' is no number"},
        {"1,2,:4,5,6:a\n", 10, "dimension 1, step 3: '' is no number"},
        {"\x01\xfe,2:4,5:a\n", 10, "dimension 1, step 1: '..' is no number"},
        {"(0,1),(1,2):4,5,6,7:a\n", 10, "'(0' is no number"},
        {"1,?:4,5:a\n", 10, "dimension 1, step 2: the value is missing, but no '@missing true'"},
        {"1,2:NaN,5:a\n", 10, "dimension 2, step 1: the value is missing"},
        {"", 9, "the file ends without a case behind @data"},
        {"\n# nothing\n", 11, "the file ends without a case behind @data"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *text = format_new("%s@data\n%s", HEADER, bad[i].cases);

        assert_refused(text, bad[i].line, bad[i].part);
        free(text);
    }
}

static void test_headers_refused(void **state)
{
    static const struct {
        const char *text;
        int line;
        const char *part;
    } bad[] = {
        {"", 0, "the file ends without a line @data"},
        {HEADER, 8, "the file ends without a line @data"},
        {HEADER TRAIN_CASES, 9, "'1,2,3:4,5,6:a' is no header line, and no @data was before it"},
        {"PK\x03\x04\n", 1, "'PK..' is no header line"},
        {"@data\n1:a\n", 1, "no @classLabel before it"},
        {"@classLabel true a\n@data 1:a\n", 2, "'1:a' behind @data"},
        {"@classLabel\n", 1, "@classLabel is '', must be true or false"},
        {"@classLabel a b\n", 1, "@classLabel is 'a', must be true or false"},
        {"@classLabel true\n", 1, "@classLabel names no class"},
        {"@classLabel false\n", 1, "only sets with classes can be read"},
        {"@classLabel true a b a\n", 1, "@classLabel names 'a' twice"},
        {"@classLabel true a\n@classLabel true a\n", 2, "a second @classLabel"},
        {"@targetLabel true\n", 1, "@targetLabel is true: this is a set for regression"},
        {"@timeStamps true\n", 1, "@timeStamps is true: series with a time at each value"},
        {"@univariate yes\n", 1, "@univariate is 'yes', must be true or false"},
        {"@dimensions 0\n", 1, "@dimensions is '0', must be a number from 1"},
        {"@dimensions 2.5\n", 1, "@dimensions is '2.5', must be a number from 1"},
        {"@dimensions -1\n", 1, "@dimensions is '-1', must be a number from 1"},
        {"@seriesLength 99999999999999999999\n", 1, "@seriesLength is '99999999999999999999'"},
        {"@univariate true\n@dimensions 2\n@classLabel true a\n@data\n1:2:a\n", 4,
         "@univariate is true, but @dimensions is 2"},
        {"@univariate true\n@classLabel true a\n@data\n1:2:a\n", 4,
         "the case has 2 dimensions, but @univariate says 1"},
        {"@classLabel true a\n@data\n1:2:a\n1:a\n", 4,
         "the case has 1 dimension, but the first case has 2"},
        {"@equalLength true\n@classLabel true a\n@data\n1:a\n1,2:a\n", 5,
         "the case has 2 steps, but @equalLength is true and the first case has 1"},
        {"@equalLength true\n@seriesLength 3\n@classLabel true a\n@data\n1:a\n", 5,
         "the case has 1 step, but @seriesLength says 3"},
    };
    struct text many = {0};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_refused(bad[i].text, bad[i].line, bad[i].part);
    text_add(&many, "@classLabel true");
    for (int i = 0; i < 257; i++)
        text_add(&many, " c%d", i);
    text_add(&many, "\n@data\n1:c256\n");
    assert_refused(text_str(&many), 1, "@classLabel names more than 256 classes");
    text_clear(&many);
    assert_refused_bytes(HEADER "@data\n1,\0:2,3:a\n", strlen(HEADER) + 17, 10, "a byte of 0");
    assert_refused_bytes("\0\0\0", 3, 1, "a byte of 0");
}

/* What is wrong with a test set alone, or beside its training set. */
static void test_test_set_refused(void **state)
{
    static const struct {
        const char *text;
        const char *place, *part;
    } bad[] = {
        {"@classLabel true a b\n@data\n1:2:3:a\n", "Toy_TEST.ts:3: the case has 3 dimensions",
         "Toy_TRAIN.ts, which trains, has 2"},
        {"@classLabel true a b c\n@data\n1:2:a\n", "Toy_TEST.ts:2: class 'c' is none of ",
         "Toy_TRAIN.ts, which trains"},
        {"@classLabel true a\n@data\n1:2:a\n", "Toy_TEST.ts:2: @classLabel lacks class 'b' of ",
         "Toy_TRAIN.ts, which trains"},
        {HEADER "@data\n1:a\n", "Toy_TEST.ts:10: ", "has 1 dimension, but @dimensions says 2"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        put_pair(HEADER "@data\n" TRAIN_CASES, bad[i].text);
        assert_open_says("ts:Toy", bad[i].place, bad[i].part);
    }
    assert_int_equal(entries("cache", "", NULL, 0), 0);
}

/* As a user meets it: one line, and exit code 1. */
static void test_command(void **state)
{
    static const struct refusal want = {
        "\"$NORMLAB\" trial data=ts:./data/Toy net='gap; dense 2' epochs=1", 1,
        "Toy_TRAIN.ts:10: dimension 2, step 1: 'x' is no number\n"};

    (void)state;
    put_pair(HEADER "@data\n1,2:x,3:a\n", HEADER "@data\n" TEST_CASES);
    assert_command_refused(".", "", &want);
}

/* Lines of a megabyte; one that asks for more memory than there is, by a header or by padding. */
static void test_long_lines(void **state)
{
    enum { STEPS = 500000 };
    struct text train = {0}, wide = {0}, tall = {0};
    struct data d;

    (void)state;
    text_add(&train, "#%0*d\n@classLabel true a\n@data\n", STEPS, 0);
    for (int i = 0; i < STEPS; i++)
        text_addn(&train, i ? ",1" : "1", i ? 2 : 1);
    text_add(&train, ":a\n");
    put_pair(text_str(&train), "@classLabel true a\n@data\n1:a\n");
    open_silently(&d, "ts:Toy");
    assert_true(d.shape.h == STEPS && d.train.series[STEPS - 1] == 1 && d.mean[0] == 1);
    data_close(&d);
    text_addn(&tall, text_str(&train), train.length);
    for (int i = 0; i < 3000; i++)
        text_add(&tall, "1:a\n");
    put_pair(text_str(&tall), "@classLabel true a\n@data\n1:a\n");
    assert_open_says("ts:Toy", "Toy_TRAIN.ts: 3001 cases, each padded to 500000 steps",
                     "are more than the 4294967296 bytes");
    text_add(&wide, "@classLabel true a\n@data\n1");
    for (int i = 0; i < STEPS; i++)
        text_addn(&wide, ",1", 2);
    for (int i = 0; i < STEPS; i++)
        text_addn(&wide, ":1", 2);
    text_add(&wide, ":a\n");
    assert_refused(text_str(&wide), 3, "dimension 2 has 1 step, but dimension 1 has 500001");
    assert_refused("@dimensions 999999999\n@classLabel true a\n@data\n1:a\n", 4,
                   "has 1 dimension, but @dimensions says 999999999");
    text_clear(&train);
    text_clear(&wide);
    text_clear(&tall);
}

/* A file cut anywhere is refused in a line, or read when a whole line is all that is gone. */
static void test_cut(void **state)
{
    static const char text[] = HEADER "@data\n" TRAIN_CASES;
    int read = 0;

    (void)state;
    put_pair(text, HEADER "@data\n" TEST_CASES);
    for (size_t n = 0; n < sizeof text; n++) {
        struct data d;

        put_text("data/Toy_TRAIN.ts", text, n, false);
        capture_stderr();
        if (data_open(&d, "ts:Toy")) {
            assert_said("error", "Toy_T", NULL);
            continue;
        }
        assert_silent();
        read++;
        data_close(&d);
    }
    assert_int_equal(read, 4); /* with and without the line's end, for each line */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_cases_refused, surround),
        cmocka_unit_test_setup(test_headers_refused, surround),
        cmocka_unit_test_setup(test_test_set_refused, surround),
        cmocka_unit_test_setup(test_command, surround),
        cmocka_unit_test_setup(test_long_lines, surround),
        cmocka_unit_test_setup(test_cut, surround),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
