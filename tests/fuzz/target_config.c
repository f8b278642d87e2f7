/* Pairs key=value, and lists of values: what is printed is read back as the same. */
#include "base/formats/config.h"
#include "base/formats/values.h"
#include "fuzz.h"
#include <stdlib.h>
#include <string.h>

static void check_same(const struct config *a, const struct config *b)
{
    FUZZ_CHECK(a->count == b->count);
    for (int i = 0; i < a->count; i++) {
        FUZZ_CHECK(strcmp(a->item[i].key, b->item[i].key) == 0);
        FUZZ_CHECK(strcmp(a->item[i].value, b->item[i].value) == 0);
    }
}

static void check_pairs(const char *text)
{
    struct config c = {0}, again = {0}, shared = {0};
    struct text printed = {0};

    if (fuzz_answer(config_parse(&c, text))) {
        config_print(&c, &printed);
        FUZZ_CHECK(config_parse(&again, text_str(&printed)) == 0);
        check_same(&c, &again);
        config_merge(&shared, &c);
        config_share(&shared, &again);
        check_same(&c, &shared);
        config_set(&shared, "seed", "1");
    }
    config_clear(&c);
    config_clear(&again);
    config_clear(&shared);
    text_clear(&printed);
}

static void check_list(const char *text)
{
    struct list values = {0}, again = {0};
    char *joined, *single = value_single(text);
    struct text one = {0};

    values_split(&values, text);
    joined = values_join(&values);
    values_split(&again, joined);
    FUZZ_CHECK(values.count == again.count);
    for (int i = 0; i < values.count; i++)
        FUZZ_CHECK(strcmp(values.item[i], again.item[i]) == 0);
    list_clear(&again);
    values_add(&one, single);
    values_split(&again, text_str(&one));
    FUZZ_CHECK(again.count == 1 && strcmp(*again.item, single) == 0);
    list_clear(&values);
    list_clear(&again);
    text_clear(&one);
    free(joined);
    free(single);
}

static void run(const char *data, size_t size)
{
    (void)size;
    check_pairs(data);
    check_list(data);
}

const struct fuzz_target fuzz_config = {.name = "config", .most = 1024, .run = run};
