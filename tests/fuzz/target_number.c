/* Numbers as text: what is written is read back as the same number. */
#include "base/formats/option.h"
#include "base/number.h"
#include "fuzz.h"
#include <math.h>
#include <string.h>

static void check_number(double v)
{
    char s[32], again[32];
    double back;

    format_double(s, v);
    FUZZ_CHECK(strlen(s) < sizeof s && (number_is(s) || isnan(v)));
    back = number_parse(s, NULL);
    FUZZ_CHECK(isnan(v) ? isnan(back) : memcmp(&v, &back, sizeof v) == 0);
    format_double(again, back);
    FUZZ_CHECK(strcmp(s, again) == 0);
}

/* The value of an option, too. */
static void check_option(const char *text)
{
    static const struct option table[] = {
        {"n", OPTION_INT, 0, "1", -5, 2147483647, "all|auto", ""},
        {"v", OPTION_REAL, 8, "0", -1e300, 1e300, NULL, ""},
        {NULL, OPTION_INT, 0, NULL, 0, 0, NULL, NULL},
    };
    struct {
        int n;
        double v;
    } got, again;

    for (const struct option *o = table; o->name; o++) {
        struct text why = {0}, printed = {0};

        options_default(table, &got);
        if (option_set(table, &got, o->name, text, &why) == 0) {
            options_default(table, &again);
            option_print(o, &got, &printed);
            FUZZ_CHECK(option_set(table, &again, o->name, text_str(&printed), &why) == 0);
            FUZZ_CHECK(option_same(o, &got, &again) && !why.length);
        } else {
            FUZZ_CHECK(why.length > 0);
        }
        text_clear(&why);
        text_clear(&printed);
    }
}

static void run(const char *data, size_t size)
{
    double v;
    char *end;

    if (size >= sizeof v) {
        memcpy(&v, data, sizeof v);
        check_number(v);
    }
    check_number(number_parse(data, &end));
    FUZZ_CHECK(end >= data && end <= data + size);
    check_option(data);
}

const struct fuzz_target fuzz_number = {.name = "number", .most = 400, .run = run};
