/* Text, configurations, options, random numbers. */
#include "base/arena.h"
#include "base/formats/config.h"
#include "base/formats/option.h"
#include "base/list.h"
#include "base/map.h"
#include "base/number.h"
#include "base/rng.h"
#include "base/sha256.h"
#include "base/text.h"
#include "support.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct things {
    int count, colour;
    double rate;
    bool on;
    char name[OPTION_TEXT_MAX];
};

static const struct option table[] = {
    {"count", OPTION_INT, offsetof(struct things, count), "all", 1, 10, "all", "how many"},
    {"colour", OPTION_CHOICE, offsetof(struct things, colour), "red", 0, 0, "red|green|blue",
     "which"},
    {"rate", OPTION_REAL, offsetof(struct things, rate), "0.5", 0, 1, "auto|cma", "how fast"},
    {"on", OPTION_BOOL, offsetof(struct things, on), "0", 0, 0, NULL, "whether"},
    {"name", OPTION_TEXT, offsetof(struct things, name), "", 0, 0, NULL, "what it is called"},
    {0},
};

static void test_option_values(void **state)
{
    struct things t = {0};
    struct text why = {0};

    (void)state;
    options_default(table, &t);
    assert_int_equal(t.count, -1);
    assert_true(t.rate == 0.5);
    assert_int_equal(option_set(table, &t, "count", "7", &why), 0);
    assert_int_equal(option_set(table, &t, "colour", "blue", &why), 0);
    assert_int_equal(option_set(table, &t, "rate", "cma", &why), 0);
    assert_int_equal(option_set(table, &t, "on", "1", &why), 0);
    assert_int_equal(t.count, 7);
    assert_int_equal(t.colour, 2);
    assert_true(t.rate == -2);
    assert_true(t.on);
    text_clear(&why);
}

static void test_option_errors(void **state)
{
    static const char *const bad[][3] = {
        {"count", "11", "count=11: should be a whole number from 1 to 10, or all"},
        {"count", "1.5", "count=1.5: should be"},
        {"count", "", "count=: should be"},
        {"count", "1e400", "should be"},
        {"rate", "nan", "rate=nan: should be"},
        {"rate", "0.1x", "should be"},
        {"colour", "gree", "colour=gree: should be one of red|green|blue"},
        {"on", "yes", "on=yes: should be 0 or 1"},
        {"colur", "red", "unknown key 'colur'; did you mean 'colour'?"},
        {"zzzzzz", "1", "unknown key 'zzzzzz'; known are count colour rate on name"},
    };
    struct things t = {0}, before;

    (void)state;
    options_default(table, &t);
    before = t;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct text why = {0};

        assert_int_equal(option_set(table, &t, bad[i][0], bad[i][1], &why), -1);
        if (!strstr(text_str(&why), bad[i][2]))
            fail_msg("'%s' lacks '%s'", text_str(&why), bad[i][2]);
        assert_memory_equal(&t, &before, sizeof t);
        text_clear(&why);
    }
}

/* Whatever form a value is given in, it is written in one. */
static void test_option_canonical(void **state)
{
    struct things t = {0};
    struct config c = {0};
    struct text why = {0};

    (void)state;
    options_default(table, &t);
    option_set(table, &t, "rate", "0.10000", &why);
    option_set(table, &t, "count", "all", &why);
    options_to_config(table, &t, &c);
    assert_string_equal(config_get(&c, "rate"), "0.1");
    assert_string_equal(config_get(&c, "count"), "all");
    assert_string_equal(config_get(&c, "colour"), "red");
    config_clear(&c);
    text_clear(&why);
}

static void test_config_round_trip(void **state)
{
    struct config c = {0}, again = {0};
    struct text printed = {0}, printed_again = {0};

    (void)state;
    assert_int_equal(config_parse(&c, "a=1 net=\"mlp hidden=2; x\"  empty=\"\" b=2 a=3"), 0);
    assert_int_equal(c.count, 4);
    assert_string_equal(config_get(&c, "a"), "3");
    assert_string_equal(config_get(&c, "net"), "mlp hidden=2; x");
    assert_string_equal(config_get(&c, "empty"), "");
    assert_null(config_get(&c, "c"));
    config_print(&c, &printed);
    assert_int_equal(config_parse(&again, text_str(&printed)), 0);
    config_print(&again, &printed_again);
    assert_string_equal(text_str(&printed), text_str(&printed_again));
    config_clear(&c);
    config_clear(&again);
    text_clear(&printed);
    text_clear(&printed_again);
}

static void test_config_errors(void **state)
{
    static const char *const bad[] = {"novalue", "=1", "9a=1", "A=1", "a-b=1"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct config c = {0};
        char *message;

        capture_stderr();
        assert_int_equal(config_parse_pair(&c, bad[i]), -1);
        message = captured_stderr();
        assert_non_null(strstr(message, "should be KEY=VALUE"));
        free(message);
        config_clear(&c);
    }
}

static void test_format_double(void **state)
{
    static const double values[] = {0.1, 1.0 / 3, 1e-300, 6.02214076e23, 5, -0.0, 123456789};
    char s[32];

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        format_double(s, values[i]);
        assert_true(strtod(s, NULL) == values[i]);
    }
    format_double(s, 0.1);
    assert_string_equal(s, "0.1");
    format_double(s, 100);
    assert_string_equal(s, "100");
    format_double(s, -12000);
    assert_string_equal(s, "-12000");
    format_double(s, 1e-5);
    assert_string_equal(s, "1e-05");
    format_double(s, NAN);
    assert_string_equal(s, "nan");
}

static void test_nearest(void **state)
{
    static const char *const names[] = {"batchnorm", "layernorm", "relu", NULL};
    char long_word[200] = "";

    (void)state;
    memset(long_word, 'q', sizeof long_word - 1);
    assert_string_equal(text_nearest("batchnrm", names), "batchnorm");
    assert_string_equal(text_nearest("reul", names), "relu");
    assert_string_equal(text_nearest("rleu", names), "relu");
    assert_null(text_nearest("qqqq", names));
    assert_null(text_nearest("", names));
    assert_null(text_nearest(long_word, names));
    memcpy(long_word, "relu", 4);
    assert_string_equal(text_nearest(long_word, names), "relu"); /* a prefix */
}

static void test_plural(void **state)
{
    (void)state;
    assert_string_equal(plural(1), "");
    assert_string_equal(plural(0), "s");
    assert_string_equal(plural(2), "s");
    assert_string_equal(plural(1.5), "s");
}

/* 3000 keys, more than once in the table's growth, and keys with equal beginnings. */
static void test_map(void **state)
{
    enum { KEYS = 3000 };
    struct list keys = {0};
    struct map m = {0};
    char name[32];

    (void)state;
    assert_int_equal(map_get(&m, "k0"), -1);
    for (int i = 0; i < KEYS; i++) {
        snprintf(name, sizeof name, "k%d", i);
        list_add(&keys, name);
        map_set(&m, keys.item[i], i);
    }
    map_set(&m, keys.item[7], 70); /* replaces */
    for (int i = 0; i < KEYS; i++)
        assert_int_equal(map_get(&m, keys.item[i]), i == 7 ? 70 : i);
    assert_int_equal(m.used, KEYS);
    assert_int_equal(map_get(&m, "k"), -1);
    assert_int_equal(map_get(&m, "k3000"), -1);
    map_clear(&m);
    assert_int_equal(map_get(&m, "k1"), -1);
    list_clear(&keys);
}

/* Copies of a configuration share strings; a change of one does not change the other. */
static void test_config_copies(void **state)
{
    struct config a = {0}, b = {0}, c = {0};

    (void)state;
    assert_int_equal(config_parse(&a, "norm=none batch=2 seed=0"), 0);
    config_merge(&b, &a);
    assert_ptr_equal(a.item[1].value, b.item[1].value);
    config_set(&b, "batch", "4");
    config_set(&b, "batch", config_get(&b, "batch")); /* its own value */
    assert_string_equal(config_get(&a, "batch"), "2");
    assert_string_equal(config_get(&b, "batch"), "4");
    config_merge(&a, &b); /* replaces */
    assert_string_equal(config_get(&a, "batch"), "4");
    config_clear(&b);
    assert_string_equal(config_get(&a, "batch"), "4");
    assert_int_equal(config_parse(&c, "norm=none batch=8 seed=0"), 0);
    config_share(&c, &a);
    assert_ptr_equal(a.item[0].value, c.item[0].value);
    assert_string_equal(config_get(&c, "batch"), "8");
    config_clear(&a);
    assert_string_equal(config_get(&c, "norm"), "none");
    config_clear(&c);
}

/* Random123's known-answer vector for philox4x32-10 with counter and key 0. */
static void test_philox_known_answer(void **state)
{
    static const uint32_t want[4] = {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8};
    uint32_t word[4];

    (void)state;
    rng_block(0, 0, word);
    assert_memory_equal(word, want, sizeof want);
}

static void test_rng_streams(void **state)
{
    struct rng a = rng_stream(1, "order"), b = rng_stream(1, "order"), c = rng_stream(1, "init"),
               d = rng_stream(2, "order");
    int same_c = 0, same_d = 0;

    (void)state;
    for (int i = 0; i < 100; i++) {
        uint32_t v = rng_u32(&a);

        assert_int_equal(v, rng_u32(&b));
        same_c += v == rng_u32(&c);
        same_d += v == rng_u32(&d);
    }
    assert_int_equal(same_c + same_d, 0);
}

/* Mean, variance, skewness and kurtosis of the normal; mean and variance of the uniform: within
 * five standard errors. */
static void test_rng_moments(void **state)
{
    enum { N = 200000 };
    struct rng r = rng_stream(7, "moments");
    double u1 = 0, u2 = 0, z1 = 0, z2 = 0, z3 = 0, z4 = 0;

    (void)state;
    for (int i = 0; i < N; i++) {
        double u = rng_uniform(&r) - 0.5, z = rng_normal(&r);

        u1 += u;
        u2 += u * u;
        z1 += z;
        z2 += z * z;
        z3 += z * z * z;
        z4 += z * z * z * z;
    }
    assert_true(fabs(u1 / N) < 5 * sqrt(1.0 / 12 / N));
    assert_true(fabs(u2 / N - 1.0 / 12) < 5 * sqrt(1.0 / 180 / N));
    assert_true(fabs(z1 / N) < 5 * sqrt(1.0 / N));
    assert_true(fabs(z2 / N - 1) < 5 * sqrt(2.0 / N));
    assert_true(fabs(z3 / N) < 5 * sqrt(15.0 / N));
    assert_true(fabs(z4 / N - 3) < 5 * sqrt(96.0 / N));
}

/* Every permutation of 4 comes up about as often: chi-squared with 23 degrees of freedom, far tail.
 */
static void test_shuffle_is_uniform(void **state)
{
    enum { N = 48000 };
    int count[256] = {0};
    struct rng r = rng_stream(3, "shuffle");
    double chi = 0;
    int seen = 0;

    (void)state;
    for (int i = 0; i < N; i++) {
        int32_t a[4] = {0, 1, 2, 3};

        rng_shuffle(&r, a, 4);
        count[a[0] | a[1] << 2 | a[2] << 4 | a[3] << 6]++;
    }
    for (int i = 0; i < 256; i++)
        if (count[i]) {
            seen++;
            chi += (count[i] - N / 24.0) * (count[i] - N / 24.0) / (N / 24.0);
        }
    assert_int_equal(seen, 24);
    assert_true(chi < 60);
}

/* FIPS 180-2, appendix B.1. */
static void test_sha256(void **state)
{
    char hex[65];

    (void)state;
    sha256_hex("abc", 3, hex);
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void test_arena(void **state)
{
    struct arena a = {0};
    size_t first = arena_book(&a, 3), second = arena_book(&a, 100), third = arena_book(&a, 0);

    (void)state;
    assert_int_equal(first, 0);
    assert_int_equal(second, ARENA_ALIGN);
    assert_int_equal(third, 3 * ARENA_ALIGN);
    assert_int_equal(arena_commit(&a), 0);
    assert_int_equal((uintptr_t)arena_at(&a, second) % ARENA_ALIGN, 0);
    for (int i = 0; i < 100; i++)
        assert_int_equal(((char *)arena_at(&a, second))[i], 0);
    arena_release(&a);
}

static void test_list(void **state)
{
    struct list l = {0};
    int *first;
    char *joined;

    (void)state;
    list_split(&l, ",a, b,,c", ", ");
    assert_int_equal(l.count, 3);
    assert_true(list_has(&l, "b") && !list_has(&l, "d"));
    assert_false(list_add_new(&l, "a"));
    assert_true(list_add_new(&l, "d"));
    joined = list_join(&l, "; ");
    assert_string_equal(joined, "a; b; c; d");
    free(joined);
    list_add(&l, "b");
    list_add(&l, "a");
    first = list_first(&l);
    for (int i = 0; i < l.count; i++)
        assert_int_equal(first[i], i < 4 ? i : i == 4);
    free(first);
    list_clear(&l);
    joined = list_join(&l, "; ");
    assert_string_equal(joined, "");
    free(joined);
}

static void test_array_add(void **state)
{
    int *v = NULL, n = 0;

    (void)state;
    for (int i = 0; i < 1000; i++)
        array_add(v, n) = i;
    assert_int_equal(n, 1000);
    for (int i = 0; i < n; i++)
        assert_int_equal(v[i], i);
    free(v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_option_values),
        cmocka_unit_test(test_option_errors),
        cmocka_unit_test(test_option_canonical),
        cmocka_unit_test(test_config_round_trip),
        cmocka_unit_test(test_config_errors),
        cmocka_unit_test(test_format_double),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_plural),
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_array_add),
        cmocka_unit_test(test_map),
        cmocka_unit_test(test_config_copies),
        cmocka_unit_test(test_philox_known_answer),
        cmocka_unit_test(test_rng_streams),
        cmocka_unit_test(test_rng_moments),
        cmocka_unit_test(test_shuffle_is_uniform),
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_arena),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
