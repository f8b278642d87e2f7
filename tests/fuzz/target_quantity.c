/* Short texts of an experiment: layers and points of profile numbers, probes and when they measure, steps of a schedule. */
#include "fuzz.h"
#include "optimizers/schedule.h"
#include "store/profile_number.h"
#include "train/profile.h"
#include <stdlib.h>
#include <string.h>

static void check_answer(int r, const struct text *why)
{
    FUZZ_CHECK((r == 0) == (why->length == 0));
}

static void check_number(const char *layers, const char *point)
{
    struct profile_number n = {.probe = "moments", .column = probe_columns("moments")};
    struct text why = {0}, words = {0};
    int r = profile_number_layers(&n, layers, &why);

    check_answer(r, &why);
    if (r == 0) {
        r = profile_number_point(&n, point, &why);
        check_answer(r, &why);
    }
    if (r == 0) {
        profile_number_print(&n, &words);
        FUZZ_CHECK(words.length > 0);
        profile_number_info(&n);
    }
    text_clear(&why);
    text_clear(&words);
}

static void check_probe(const char *probe, const char *at)
{
    struct text why = {0}, canonical = {0}, again = {0};
    int r = probe_check(probe, at, &why);

    check_answer(r, &why);
    if (probe_canonical(probe, &canonical) == 0) {
        FUZZ_CHECK(probe_canonical(text_str(&canonical), &again) == 0);
        FUZZ_CHECK(strcmp(text_str(&canonical), text_str(&again)) == 0);
    } else {
        FUZZ_CHECK(r && !canonical.length);
    }
    text_clear(&why);
    text_clear(&canonical);
    text_clear(&again);
}

static void check_steps(const char *text)
{
    struct schedule s = {0};
    struct text why = {0};
    int r = schedule_parse_steps(&s, text, &why);

    check_answer(r, &why);
    text_clear(&why);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    char *first = fuzz_line(&in), *second = fuzz_line(&in);

    check_number(first, second);
    check_probe(first, second);
    check_steps(first);
    FUZZ_CHECK(!fuzz_printed().lines);
    free(first);
    free(second);
}

const struct fuzz_target fuzz_quantity = {.name = "quantity", .most = 256, .run = run};
