/* Words and their languages: what counts as a word, which are taken, and how they are split. */
#include "support.h"

#include "base/rng.h"
#include "data_sets.h"
#include <unistd.h>

enum { LANGUAGES = 9, WORDS_TRAIN = 6000, WORDS_TEST = 1000, LIST_WORDS = 8400 };

/* In the order of the labels. */
static const char *const files[LANGUAGES] = {"danish", "dutch",      "american-english",
                                             "french", "ngerman",    "italian",
                                             "polish", "portuguese", "spanish"};

static char *given_data, *given_cache; /* as the test program found them */

/* ---- lists of the tests' own ---- */

static void put_list(int language, const struct text *list, bool gzip)
{
    char *name = format_new("data/words/%s%s", files[language], gzip ? ".gz" : "");
    char *path = test_path(name);

    put_file(path, text_str(list), list->length, gzip);
    free(path);
    free(name);
}

/* Words of 4 to 12 letters; the first tells the language, the next three are unlike any other's, and all of
 * a to z occur. */
static void put_own_list(int language, const char *more)
{
    struct text list = {0};

    for (int i = 0; i < LIST_WORDS; i++) {
        char last = (char)('a' + i % 26);

        text_add(&list, "%c%c%c%c", 'a' + language, 'a' + i / 676, 'a' + i / 26 % 26, last);
        for (int k = 0; k < i % 9; k++)
            text_addn(&list, &last, 1);
        text_addn(&list, "\n", 1);
    }
    text_add(&list, "%s", more);
    put_list(language, &list, language == 1);
    text_clear(&list);
}

static void put_own_lists(void)
{
    for (int i = 0; i < LANGUAGES; i++)
        put_own_list(i, "");
}

static const uint8_t *sample(const struct data *d, const struct data_split *s, int i)
{
    return s->image + (size_t)i * (size_t)d->shape.h;
}

static bool same_word(const struct data *a, const struct data_split *s, int i, const struct data *b,
                      const struct data_split *t, int k)
{
    return s->length[i] == t->length[k] &&
           memcmp(sample(a, s, i), sample(b, t, k), (size_t)s->length[i]) == 0;
}

/* What holds whatever the lists are: balance in any first samples, lengths, padding. */
static void assert_form(const struct data *d)
{
    assert_string_equal(d->name, "words");
    assert_true(d->shape.rank == 2 && d->shape.c == 1 && d->shape.h <= 32);
    assert_true(d->classes == LANGUAGES && d->outputs == LANGUAGES);
    assert_true(d->tokens > 2 && d->tokens <= 256);
    assert_true(d->mean[0] == 0 && d->sd[0] == 1);
    assert_int_equal(d->train.count, LANGUAGES * WORDS_TRAIN);
    assert_int_equal(d->test.count, LANGUAGES * WORDS_TEST);
    for (int split = 0; split < 2; split++) {
        const struct data_split *s = split ? &d->test : &d->train;

        assert_null(s->series);
        for (int i = 0; i < s->count; i++) {
            const uint8_t *token = sample(d, s, i);

            assert_int_equal(s->label[i], i % LANGUAGES);
            assert_in_range(s->length[i], 2, d->shape.h);
            for (int k = 0; k < d->shape.h; k++)
                assert_true(token[k] < d->tokens && (token[k] == 0) == (k >= s->length[i]));
        }
    }
}

/* A sample as text, if its tokens are those of a to z. */
static bool spell(const struct data *d, const struct data_split *s, int i, char word[33])
{
    for (int k = 0; k < s->length[i]; k++) {
        if (sample(d, s, i)[k] > 26)
            return false;
        word[k] = (char)('a' - 1 + sample(d, s, i)[k]);
    }
    word[s->length[i]] = '\0';
    return true;
}

/* ---- which words ---- */

/* The split is what the hash of each word says, and of each side those with the least are taken. */
static void test_split_by_hash(void **state)
{
    uint64_t last[LANGUAGES][2] = {{0}};
    struct data d;

    (void)state;
    put_own_lists();
    open_silently(&d, "words");
    assert_form(&d);
    assert_int_equal(d.shape.h, 12);
    assert_int_equal(d.tokens, 27);
    for (int split = 0; split < 2; split++) {
        const struct data_split *s = split ? &d.test : &d.train;

        for (int i = 0; i < s->count; i++) {
            char word[33];
            uint64_t hash;

            assert_true(spell(&d, s, i, word));
            assert_int_equal(word[0], 'a' + s->label[i]);
            hash = rng_key(0, word, 0);
            assert_true((hash % 7 == 0) == (split == 1));
            assert_true(hash > last[s->label[i]][split]); /* none twice */
            last[s->label[i]][split] = hash;
        }
    }
    data_close(&d);
}

/* A token that no letter has, which would index past an embedding, in the cache. */
static void test_damaged_cache(void **state)
{
    char path[512], *bytes;
    struct data d;
    size_t size;

    (void)state;
    put_own_lists();
    open_silently(&d, "words");
    data_close(&d);
    assert_int_equal(entries("cache", "words-", path, sizeof path), 1);
    bytes = file_read(path, &size, false);
    bytes[size - WORDS_TEST * LANGUAGES - 1] = 27; /* behind the last tokens are their labels */
    put_file(path, bytes, size, false);
    capture_stderr();
    assert_int_equal(data_open(&d, "words"), 0);
    assert_said("warning", path, "its tokens are out of range");
    assert_form(&d);
    data_close(&d);
    open_silently(&d, "words");
    data_close(&d);
    free(bytes);
}

/* For good: trials of other days must find the words where they were. */
static void test_hash_is_fixed(void **state)
{
    (void)state;
    assert_true(rng_key(0, "word", 0) == 0x522c0f9e488b6b8a);
    assert_true(rng_key(0,
                        "stra\xc3\x9f"
                        "e",
                        0) == 0x680bdaff0e05c1fa);
}

/* New words push out those with greater hashes, but none goes over to the other split; the other
 * languages' words stay. */
static void test_longer_list(void **state)
{
    struct data small, large;
    struct text more = {0};

    (void)state;
    put_own_lists();
    open_silently(&small, "words");
    for (int i = 0; i < 4000; i++)
        text_add(&more, "yy%c%c%c\n", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
    put_own_list(3, text_str(&more));
    open_silently(&large, "words");
    assert_form(&large);
    assert_string_not_equal(small.sha256, large.sha256);
    for (int i = 3; i < large.test.count; i += LANGUAGES)
        for (int k = 3; k < small.train.count; k += LANGUAGES)
            assert_false(same_word(&large, &large.test, i, &small, &small.train, k));
    for (int i = 0; i < small.test.count; i++)
        if (small.test.label[i] != 3)
            assert_true(same_word(&large, &large.test, i, &small, &small.test, i));
    data_close(&small);
    data_close(&large);
    text_clear(&more);
}

/* ---- what a word is ---- */

/* How many words there are in a Danish list of just these lines, from the message that they are too
 * few. */
static int usable(const char *lines)
{
    struct text list = {0};
    int train = -1, test = -1;
    struct data d;
    const char *at;
    char *said;

    text_add(&list, "%s", lines);
    put_list(0, &list, false);
    capture_stderr();
    assert_int_equal(data_open(&d, "words"), -1);
    said = captured_stderr();
    at = strstr(said, "data/words/danish: too few words that no other list has: ");
    if (!at || sscanf(strstr(at, "has: ") + 5,
                      "%d for training, of 6000, and %d for testing, of 1000", &train, &test) != 2)
        fail_msg("said: %s", said);
    free(said);
    text_clear(&list);
    return train + test;
}

#define E_ACUTE       "\xc3\xa9"
#define E_MARK        "e\xcc\x81" /* the same in two characters */
#define EIGHT(x)      x x x x x x x x
#define THIRTY_TWO(x) EIGHT(x) EIGHT(x) EIGHT(x) EIGHT(x)

static void test_what_a_word_is(void **state)
{
    static const struct {
        const char *lines;
        int words;
    } cases[] = {
        {"", 0},
        {"zz\n", 1},
        {"zz", 1},
        {"z\n\n", 0},
        {"zz\r\nzy\r\n", 2},
        {THIRTY_TWO("z") "\n" THIRTY_TWO("z") "z\n", 1},
        {THIRTY_TWO(E_ACUTE) "\n" THIRTY_TWO(E_ACUTE) "z\n", 1},
        {THIRTY_TWO(E_MARK) "\n" THIRTY_TWO(E_MARK) "z\n", 1},
        {THIRTY_TWO(E_MARK) "\n" THIRTY_TWO(E_ACUTE) "\n", 1},
        {THIRTY_TWO(THIRTY_TWO("z")) "\n", 0},
        {"don't\nz1\nz-z\nz z\nzz/S\nzz \nz.\nz\xe2\x80\x99z\n", 0},
        {"zzx\nzzx\nZZX\nZzx\n", 1},
        {"\xc3\x89t\xc3\x89\n" E_ACUTE "t" E_MARK "\n", 1},
        {"ma\xc3\x9f\nmass\n", 2},     /* ss is not made of ß */
        {"\xd0\x96z\n\xd0\xb6z\n", 1}, /* any script has cases */
        {"z\xcc\x88z\n", 0},           /* a mark that no letter takes in */
        {"zzz\nbaaa\naaaa\n", 2},      /* the second is in another list */
        {"baaa\nbaaa\nBAAA\n", 0},
    };

    (void)state;
    put_own_lists();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (usable(cases[i].lines) != cases[i].words)
            fail_msg("case %zu: %d words, not %d", i, usable(cases[i].lines), cases[i].words);
}

static void test_not_utf8(void **state)
{
    static const char *const bad[] = {
        "f\xf6r",           "\xc3",     "\xc0\xaf", "\xed\xa0\x80",
        "\xf4\x90\x80\x80", "\xff\xfe", "\x80",     THIRTY_TWO(EIGHT("zz")) "\xff"};

    (void)state;
    put_own_lists();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text list = {0};

        text_add(&list, "zz\nzy\n%s\nzx\n", bad[i]);
        put_list(4, &list, false);
        assert_open_says("words", "data/words/ngerman:3: ", "the line is not valid UTF-8");
        text_clear(&list);
    }
}

/* A Spanish list with so many Chinese letters, from U+4E00 on, beside a to z. */
static void put_letters(int letters)
{
    struct text list = {0};

    for (int i = 0; i < LIST_WORDS; i++)
        text_add(&list, "\xe4%c%c%c%c\n", 0xb8 + i % letters / 64, 0x80 + i % letters % 64,
                 'a' + i / letters % 26, 'a' + i / letters / 26);
    put_list(8, &list, false);
    text_clear(&list);
}

/* A token is a byte, and 0 is padding. */
static void test_too_many_letters(void **state)
{
    struct data d;

    (void)state;
    put_own_lists();
    put_letters(255 - 26);
    open_silently(&d, "words");
    assert_form(&d);
    assert_int_equal(d.tokens, 256);
    data_close(&d);
    put_letters(256 - 26);
    assert_open_says("words", "more than 255 letters", NULL);
}

static void test_missing_list(void **state)
{
    char *path = test_path("data/words/polish");
    struct text where = {0};

    (void)state;
    put_own_lists();
    unlink(path);
    if (access("/usr/share/dict/polish", F_OK)) {
        assert_open_says("words", "apt install wdanish wdutch wamerican", "(lacks polish)");
    } else {
        assert_true(data_locate("words", &where));
        assert_string_equal(text_str(&where), "/usr/share/dict");
    }
    text_clear(&where);
    free(path);
}

/* ---- the real lists ---- */

/* Whether the word is a line of a list's text, letters' case not counted. */
static bool has_line(const char *text, const char *word)
{
    size_t n = strlen(word);

    for (const char *at = text; (at = strcasestr(at, word)); at++)
        if ((at == text || at[-1] == '\n') && (at[n] == '\n' || at[n] == '\0'))
            return true;
    return false;
}

/* Some words of one language must be in its list and in no other's, but for Polish's, which is long. */
static void assert_from_lists(const struct data *d, const char *folder)
{
    char *text[LANGUAGES] = {NULL}, word[33];

    for (int i = 0; i < LANGUAGES; i++) {
        char *path = format_new("%s/%s", folder, files[i]);
        size_t size;

        text[i] = i == 6 ? NULL : file_read(path, &size, false);
        free(path);
    }
    for (int i = 0; i < 5 * LANGUAGES; i++)
        for (int k = 0; spell(d, &d->test, i, word) && k < LANGUAGES; k++)
            if (text[k] && has_line(text[k], word) != (k == d->test.label[i]))
                fail_msg("'%s', of %s: %s", word, files[d->test.label[i]], files[k]);
    for (int i = 0; i < LANGUAGES; i++)
        free(text[i]);
}

static void test_real_lists(void **state)
{
    struct text where = {0};
    struct data d;

    (void)state;
    set_variable("NORMLAB_DATA", given_data);
    set_variable("NORMLAB_CACHE", given_cache);
    if (!data_locate("words", &where)) {
        print_message("the word lists are not here, looked in:\n%s\n", text_str(&where));
        text_clear(&where);
        skip_missing("the word lists");
    }
    open_silently(&d, "words");
    assert_form(&d);
    assert_in_range(d.tokens, 50, 100);
    assert_from_lists(&d, text_str(&where));
    data_close(&d);
    text_clear(&where);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(split_by_hash),    TEST_CASE(hash_is_fixed),  TEST_CASE(longer_list),
        TEST_CASE(damaged_cache),    TEST_CASE(what_a_word_is), TEST_CASE(not_utf8),
        TEST_CASE(too_many_letters), TEST_CASE(missing_list),   TEST_CASE(real_lists),
    };

    given_data = getenv("NORMLAB_DATA") ? xstrdup(getenv("NORMLAB_DATA")) : NULL;
    given_cache = getenv("NORMLAB_CACHE") ? xstrdup(getenv("NORMLAB_CACHE")) : NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
